//! Suffixes of Kazakh as the rules describe them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Suffixes and letters of the language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suffixes {
    /// The vowels; a stem holds at least one.
    pub vowels: String,
    /// Vowels after which a suffix has vowels of the back row.
    pub back: String,
    /// Vowels after which a suffix has vowels of the front row.
    pub front: String,
    /// Suffixes with vowels of one row only.
    pub one_row: Vec<String>,
    /// How many letters a stem keeps at least.
    pub shortest_stem: usize,
    /// Pairs of consonants that a root of a verb may end in.
    pub root_ends: Vec<String>,
    /// Letters that fall off the end of a stem.
    pub drop_final: String,
    /// The layers of nouns by name, outermost first.
    pub noun: Vec<String>,
    /// The layers of verbs by name, outermost first.
    pub verb: Vec<String>,
    /// Last consonants with the one that stands for them.
    pub canonical: BTreeMap<char, char>,
    /// Words that lose a vowel before a suffix, as they then begin, with the word.
    #[serde(default)]
    pub dropped_vowels: BTreeMap<String, String>,
    /// Ends that can be read in two ways.
    pub ends: Ends,
    /// The layers.
    #[serde(rename = "layer")]
    pub layers: Vec<Layer>,
}

/// Ends of words that can be read in two ways.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    /// Ends of a possessed noun in the accusative, and of many bare nouns.
    pub possessed_accusative: Vec<String>,
    /// Ends of an accusative, and of a possessed noun in `н`.
    pub accusative: Vec<String>,
    /// Ends of a possessed noun in a vowel, and of one in `с`.
    pub possessive: Vec<String>,
    /// Vowels that roots of verbs lose before a vowel.
    pub of_roots: Vec<String>,
    /// The last consonant of a root as it is spelt between vowels and else.
    pub changed: (String, String),
}

/// Suffixes of which a word has one at the most.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// What people call it.
    pub name: String,
    /// The suffixes by the sound before them.
    #[serde(rename = "group")]
    pub groups: Vec<SuffixGroup>,
}

/// Suffixes that stand after the same letters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuffixGroup {
    /// Letters that may stand before them.
    pub after: String,
    /// The suffixes.
    pub suffixes: Vec<String>,
    /// What stood there before the suffix changed it.
    #[serde(default)]
    pub restore: String,
    /// How many letters must stand before the suffixes.
    #[serde(default)]
    pub least: usize,
    /// True for suffixes that only words in the list of words are believed to have.
    #[serde(default)]
    pub rare: bool,
    /// True for suffixes of verbs that suffixes of nouns may follow.
    #[serde(default)]
    pub noun: bool,
}

impl Suffixes {
    /// The same suffixes in folded letters. Folding joins both rows of vowels, so
    /// that nothing is left of their harmony.
    #[must_use]
    pub fn folded(&self, fold: impl Fn(&str) -> String) -> Self {
        let letters = |letters: &str| -> String {
            letters
                .chars()
                .map(|letter| fold(&letter.to_string()))
                .collect()
        };
        let letter = |letter: char| fold(&letter.to_string()).chars().next().unwrap_or(letter);
        let group = |group: &SuffixGroup| SuffixGroup {
            after: letters(&group.after),
            suffixes: group.suffixes.iter().map(|suffix| fold(suffix)).collect(),
            restore: fold(&group.restore),
            ..group.clone()
        };
        let layer = |layer: &Layer| Layer {
            name: layer.name.clone(),
            groups: layer.groups.iter().map(group).collect(),
        };
        let dropped = self.dropped_vowels.iter();
        Self {
            vowels: letters(&self.vowels),
            back: String::new(),
            front: String::new(),
            root_ends: self.root_ends.iter().map(|end| fold(end)).collect(),
            drop_final: letters(&self.drop_final),
            ends: self.ends.folded(&fold),
            canonical: self
                .canonical
                .iter()
                .map(|(from, to)| (letter(*from), letter(*to)))
                .collect(),
            dropped_vowels: dropped.map(|(from, to)| (fold(from), fold(to))).collect(),
            layers: self.layers.iter().map(layer).collect(),
            ..self.clone()
        }
    }
}

impl Ends {
    fn folded(&self, fold: impl Fn(&str) -> String) -> Self {
        let all = |ends: &[String]| ends.iter().map(|end| fold(end)).collect();
        Self {
            possessed_accusative: all(&self.possessed_accusative),
            accusative: all(&self.accusative),
            possessive: all(&self.possessive),
            of_roots: all(&self.of_roots),
            changed: (fold(&self.changed.0), fold(&self.changed.1)),
        }
    }
}
