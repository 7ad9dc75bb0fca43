//! Texts with their language and the lines that say them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::language::Language;

/// Words of an act, repaired to what the act said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    /// The words.
    pub text: String,
    /// The language that they are in.
    pub language: Language,
    /// Where the act says them.
    pub source: Source,
    /// The same item in the other language of the same act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<Text>,
}

/// A place in a seed file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Id of the act.
    pub act: String,
    /// `seeds/<file>`, whichever folder was read.
    pub path: String,
    /// First line, counted from 1 in the file as published.
    pub first_line: u32,
    /// Last line, included.
    pub last_line: u32,
    /// The unit of the act in the act's own way of citing, such as `п. 12`.
    pub unit: Option<String>,
    /// Anchor of the unit on the page of the act.
    pub anchor: String,
}

/// One text per language, each present.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bilingual {
    /// In Kazakh.
    pub kk: String,
    /// In Russian.
    pub ru: String,
}

impl Bilingual {
    /// The text in the given language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        }
    }
}

/// A list of texts per language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BilingualList {
    /// In Kazakh.
    #[serde(default)]
    pub kk: Vec<String>,
    /// In Russian.
    #[serde(default)]
    pub ru: Vec<String>,
}

impl BilingualList {
    /// The texts in the given language.
    #[must_use]
    pub fn get(&self, language: Language) -> &[String] {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        }
    }
}

/// An act's own text in the languages that it was published in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LocalText {
    /// In Kazakh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kk: Option<Text>,
    /// In Russian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ru: Option<Text>,
}

impl LocalText {
    /// The text in exactly this language.
    #[must_use]
    pub const fn get(&self, language: Language) -> Option<&Text> {
        match language {
            Language::Kk => self.kk.as_ref(),
            Language::Ru => self.ru.as_ref(),
        }
    }

    /// The text in the wanted language, else in the other one.
    #[must_use]
    pub fn prefer(&self, language: Language) -> Option<&Text> {
        self.get(language).or_else(|| self.get(language.other()))
    }

    /// Puts a text in the slot of its language.
    pub fn set(&mut self, text: Text) {
        match text.language {
            Language::Kk => self.kk = Some(text),
            Language::Ru => self.ru = Some(text),
        }
    }
}
