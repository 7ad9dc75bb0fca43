//! Rules for what the fingers did: letters that are one, keyboards that were not
//! switched.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Letters that are one when words are compared.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letters {
    /// Letters, and what stands for them.
    pub folded: BTreeMap<String, String>,
    /// Letters that an apostrophe changes.
    pub apostrophes: BTreeMap<char, String>,
    /// Spellings of one sound after folding.
    pub sounds: BTreeMap<String, String>,
    /// Vowels after folding.
    pub vowels: Vec<char>,
    /// Consonants after folding that sound alike at the end of a word or before another
    /// one.
    pub sound_alike: Vec<(char, char)>,
}

/// A keyboard that was not switched.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keyboard {
    /// What people call it.
    pub name: String,
    /// Letters that a word must hold for it to be read so.
    pub beside: Script,
    /// What stands on the keys that were struck.
    pub struck: String,
    /// What was meant, in the same order.
    pub meant: String,
}

/// A script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Keyboards {
    pub(super) keyboard: Vec<Keyboard>,
}
