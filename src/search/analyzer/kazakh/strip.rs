//! Taking one suffix off a word, by the sound laws of Kazakh.

use std::collections::{BTreeMap, HashMap};

use super::super::suffixes::{Layer, Suffixes};

/// Stems with fewer letters agree with their suffix in the row of the vowels, or are
/// known words; longer ones may be loans, which vary.
const LOAN: usize = 5;

/// The suffixes of one layer, by their last letter.
#[derive(Clone, Debug, Default)]
pub struct Strips(HashMap<char, Vec<Suffix>>);

#[derive(Clone, Debug)]
struct Suffix {
    text: String,
    letters: usize,
    after: Vec<char>,
    restore: String,
    least: usize,
    rare: bool,
    noun: bool,
}

/// A word without one suffix.
#[derive(Clone, Debug)]
pub struct Stripped {
    /// What is left.
    pub stem: String,
    /// Letters of the suffix.
    pub letters: usize,
    /// True when only a known word is believed to have the suffix.
    pub rare: bool,
    /// True when suffixes of nouns may follow.
    pub noun: bool,
}

impl Strips {
    pub fn new(layer: &Layer) -> Self {
        let mut by_last: HashMap<char, Vec<Suffix>> = HashMap::new();
        for group in &layer.groups {
            for text in &group.suffixes {
                let Some(last) = text.chars().last() else {
                    continue;
                };
                by_last.entry(last).or_default().push(Suffix {
                    text: text.clone(),
                    letters: text.chars().count(),
                    after: group.after.chars().collect(),
                    restore: group.restore.clone(),
                    least: group.least,
                    rare: group.rare,
                    noun: group.noun,
                });
            }
        }
        Self(by_last)
    }
}

/// The sounds of the language.
#[derive(Clone, Debug)]
pub struct Sounds {
    vowels: Vec<char>,
    back: Vec<char>,
    front: Vec<char>,
    /// Suffixes that do not follow the row of the stem.
    one_row: Vec<String>,
    shortest_stem: usize,
    drop_final: Vec<char>,
    root_ends: Vec<String>,
    canonical: BTreeMap<char, char>,
}

impl Sounds {
    pub fn new(suffixes: &Suffixes) -> Self {
        Self {
            vowels: suffixes.vowels.chars().collect(),
            back: suffixes.back.chars().collect(),
            front: suffixes.front.chars().collect(),
            one_row: suffixes.one_row.clone(),
            shortest_stem: suffixes.shortest_stem,
            drop_final: suffixes.drop_final.chars().collect(),
            root_ends: suffixes.root_ends.clone(),
            canonical: suffixes.canonical.clone(),
        }
    }

    /// The word without each suffix of the layer that fits.
    pub fn strip(&self, word: &str, layer: &Strips) -> Vec<Stripped> {
        let Some(suffixes) = word.chars().last().and_then(|last| layer.0.get(&last)) else {
            return Vec::new();
        };
        let fitting = suffixes.iter().filter_map(|suffix| {
            let stem = word.strip_suffix(suffix.text.as_str())?;
            let last = stem.chars().last()?;
            let letters = stem.chars().count();
            let fits =
                suffix.after.contains(&last) && letters >= suffix.least && self.has_vowel(stem);
            fits.then(|| Stripped {
                stem: format!("{stem}{}", suffix.restore),
                letters: suffix.letters,
                rare: suffix.rare || (letters < LOAN && !self.agree(stem, &suffix.text)),
                noun: suffix.noun,
            })
        });
        fitting.collect()
    }

    /// The word without the longest usual suffix that leaves a stem.
    pub fn strip_longest(&self, word: &str, layer: &Strips) -> Option<String> {
        let usual = self.strip(word, layer).into_iter();
        let usual = usual.filter(|one| !one.rare && self.is_stem(&one.stem));
        usual
            .min_by_key(|one| one.stem.len())
            .map(|shortest| shortest.stem)
    }

    pub fn is_stem(&self, text: &str) -> bool {
        text.chars().count() >= self.shortest_stem && self.has_vowel(text)
    }

    /// True for what a root of a verb may look like at its end.
    pub fn is_root_end(&self, root: &str) -> bool {
        let mut last = root.chars().rev();
        let vowel = |letter: Option<char>| letter.is_none_or(|one| self.vowels.contains(&one));
        let (end, before) = (last.next(), last.next());
        vowel(end)
            || vowel(before)
            || matches!(end, Some('у' | 'й'))
            || self
                .root_ends
                .iter()
                .any(|pair| root.ends_with(pair.as_str()))
    }

    /// True for a short root that ends in a consonant, as most short roots do.
    pub fn is_closed(&self, root: &str) -> bool {
        let last = root.chars().last();
        last.is_some_and(|last| !self.vowels.contains(&last))
    }

    /// The stem with the last consonant that stands for all its changes. Of two
    /// equal ones a suffix leaves one: класс, класы.
    pub fn canonical(&self, stem: &str) -> String {
        let mut letters: Vec<char> = stem.chars().collect();
        if let [.., before, last] = letters.as_slice()
            && before == last
            && letters.len() > self.shortest_stem
        {
            letters.pop();
        }
        if let Some(last) = letters.last_mut()
            && let Some(canonical) = self.canonical.get(last)
        {
            *last = *canonical;
        }
        letters.into_iter().collect()
    }

    /// The stem without a last vowel that comes and goes.
    pub fn drop_final<'a>(&self, stem: &'a str) -> &'a str {
        stem.strip_suffix(self.drop_final.as_slice())
            .filter(|shorter| self.is_stem(shorter))
            .unwrap_or(stem)
    }

    /// The stem as a term: its changing last letters brought to one.
    pub fn finish(&self, stem: &str) -> String {
        let stem = self.drop_final(stem);
        if self.is_stem(stem) {
            self.canonical(stem)
        } else {
            stem.to_owned()
        }
    }

    fn has_vowel(&self, text: &str) -> bool {
        text.chars().any(|letter| self.vowels.contains(&letter))
    }

    /// True unless the last vowel of the stem is of the other row than the suffix.
    fn agree(&self, stem: &str, suffix: &str) -> bool {
        let is_vowel = |letter: &char| self.vowels.contains(letter);
        let last = stem.chars().rev().find(is_vowel);
        let first = suffix.chars().find(is_vowel);
        if self.one_row.iter().any(|one| one == suffix) {
            return true;
        }
        let (Some(last), Some(first)) = (last, first) else {
            return true;
        };
        !(self.back.contains(&last) && self.front.contains(&first)
            || self.front.contains(&last) && self.back.contains(&first))
    }
}
