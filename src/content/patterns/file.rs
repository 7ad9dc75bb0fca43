//! A file of phrases as editors write it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// `content/patterns/<language>/<name>.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PatternFile {
    /// Stems of the twelve months; one file of a language has them.
    #[serde(default)]
    pub months: Vec<String>,
    /// Words for numbers.
    #[serde(default)]
    pub number: Vec<NumberEntry>,
    /// How units are cited, by kind of unit.
    #[serde(default)]
    pub citations: BTreeMap<String, String>,
    /// The phrases, in the order in which they are tried.
    #[serde(default)]
    pub phrase: Vec<PhraseEntry>,
}

/// A number with the words for it, in every form that acts use.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberEntry {
    /// Its value.
    pub value: u32,
    /// The words, in lower case.
    pub words: Vec<String>,
}

/// One phrase.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhraseEntry {
    /// What the phrase is asked for, such as `fee`.
    pub reads: String,
    /// The words, in the language of [`super::form`].
    pub form: Spanned<String>,
    /// What the phrase stands for, where no slot says it.
    pub value: Option<String>,
    /// Texts that the phrase must read.
    pub examples: Vec<Spanned<Example>>,
    /// Texts that it must not read.
    #[serde(default)]
    pub counter_examples: Vec<Spanned<String>>,
}

/// A text with the slots that the phrase must fill.
#[derive(Debug, Deserialize)]
pub struct Example {
    /// The text.
    pub text: String,
    /// Slots by name.
    #[serde(flatten)]
    pub slots: BTreeMap<String, String>,
}
