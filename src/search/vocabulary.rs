//! Vocabulary: the words of the index as people may spell them.
//!
//! Every word of texts, topics and places stands here with the terms that it
//! becomes, found by its skeleton and by those of its terms. What a person
//! mistyped is looked for among the words that name things only: the long tail of
//! the texts would turn any word into another.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::rules::Letters;
use super::skeleton::Skeletons;
use crate::language::Language;

/// A word of the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its language.
    pub language: Language,
    /// Its normal form.
    pub word: String,
    /// Its terms.
    pub terms: Vec<String>,
    /// True for words of titles, topics, papers and places.
    pub naming: bool,
    /// How often the texts hold it.
    pub count: u32,
    /// The skeletons of the word and of its terms, the word's first. They are kept
    /// with the index: to fold every word anew would take longest of all when it is
    /// opened. Latin words have none: they are addresses.
    #[serde(default)]
    pub keys: Vec<String>,
}

impl Entry {
    /// What the word becomes.
    pub fn known_terms(&self) -> (Language, &str, &[String]) {
        (self.language, &self.word, &self.terms)
    }

    fn add_keys(&mut self, skeletons: &Skeletons) {
        if self.word.is_ascii() {
            return;
        }
        for spelling in std::iter::once(&self.word).chain(&self.terms) {
            let key = skeletons.fold(spelling);
            if !self.keys.contains(&key) {
                self.keys.push(key);
            }
        }
    }
}

/// Words as they are gathered while an index is written.
#[derive(Debug, Default)]
pub struct Gathered {
    words: BTreeMap<(String, Language), Entry>,
}

/// What a word is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It stands in the text of an act.
    Text,
    /// It stands in a title, which is text and a name.
    Title,
    /// It stands in a name or an everyday word that people wrote for the catalogue.
    Name,
}

impl Gathered {
    /// Adds a word once more.
    pub fn add(&mut self, language: Language, word: &str, terms: Vec<String>, used: Use) {
        let key = (word.to_owned(), language);
        let entry = self.words.entry(key).or_insert_with(|| Entry {
            language,
            word: word.to_owned(),
            terms,
            naming: false,
            count: 0,
            keys: Vec::new(),
        });
        entry.naming |= used != Use::Text;
        entry.count += u32::from(used != Use::Name);
    }

    /// All words in a fixed order.
    pub fn entries(self, skeletons: &Skeletons) -> Vec<Entry> {
        let mut entries: Vec<Entry> = self.words.into_values().collect();
        for entry in &mut entries {
            entry.add_keys(skeletons);
        }
        entries
    }
}

/// The words of an open index.
#[derive(Debug, Default)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    by_key: HashMap<String, Vec<u32>>,
    /// The terms of each language.
    known: [HashSet<String>; 2],
    naming: Near,
}

/// Skeletons that are compared with one that may have typing errors.
#[derive(Debug, Default)]
pub struct Near {
    /// In order, so that common beginnings are read once.
    keys: Vec<Vec<char>>,
    errors: Errors,
}

/// The errors that people who write by ear and in haste make most.
#[derive(Debug, Default)]
struct Errors {
    /// Letters that are written for one another.
    vowels: Vec<char>,
    /// Consonants that sound alike.
    alike: Vec<(char, char)>,
}

impl Vocabulary {
    /// Makes words searchable.
    #[must_use]
    pub fn new(entries: Vec<Entry>, letters: &Letters) -> Self {
        let mut by_key: HashMap<String, Vec<u32>> = HashMap::with_capacity(2 * entries.len());
        let mut known = [HashSet::new(), HashSet::new()];
        let mut naming = HashSet::new();
        for (number, entry) in (0..).zip(&entries) {
            let of_language: &mut HashSet<String> = &mut known[nth(entry.language)];
            for term in &entry.terms {
                if !of_language.contains(term) {
                    of_language.insert(term.clone());
                }
            }
            for key in &entry.keys {
                if entry.naming && !naming.contains(key) {
                    naming.insert(key.clone());
                }
                match by_key.get_mut(key) {
                    Some(numbers) => numbers.push(number),
                    None => {
                        by_key.insert(key.clone(), vec![number]);
                    }
                }
            }
        }
        let naming = Near::new(naming.iter(), letters);
        Self {
            entries,
            by_key,
            known,
            naming,
        }
    }

    /// True when a text of the language holds the term.
    #[must_use]
    pub fn is_known(&self, language: Language, term: &str) -> bool {
        self.known[nth(language)].contains(term)
    }

    /// The words that a skeleton may stand for.
    pub fn of_skeleton(&self, skeleton: &str) -> impl Iterator<Item = &Entry> {
        self.by_key
            .get(skeleton)
            .into_iter()
            .flatten()
            .filter_map(|number| self.entries.get(*number as usize))
    }

    /// The naming words whose skeleton begins with the given one.
    pub fn beginning_with(&self, skeleton: &str) -> impl Iterator<Item = &Entry> {
        let beginning: Vec<char> = skeleton.chars().collect();
        let from = self.naming.keys.partition_point(|key| *key < beginning);
        let keys = self.naming.keys[from..].iter();
        keys.take_while(move |key| key.starts_with(&beginning))
            .flat_map(|key| {
                self.of_skeleton(&key.iter().collect::<String>())
                    .collect::<Vec<_>>()
            })
            .filter(|entry| entry.naming)
    }

    /// Skeletons of naming words that differ from this one by typing errors that
    /// cost no more than `most`, the nearest first.
    #[must_use]
    pub fn similar(&self, skeleton: &str, most: u32) -> Vec<(u32, String)> {
        self.naming.similar(skeleton, most)
    }
}

impl Near {
    /// The skeletons given.
    #[must_use]
    pub fn new<'a>(keys: impl Iterator<Item = &'a String>, letters: &Letters) -> Self {
        let mut keys: Vec<Vec<char>> = keys.map(|key| key.chars().collect()).collect();
        keys.sort_unstable();
        Self {
            keys,
            errors: Errors {
                vowels: letters.vowels.clone(),
                alike: letters.sound_alike.clone(),
            },
        }
    }

    /// Those that differ from this one by typing errors that cost no more than `most`,
    /// the nearest first.
    #[must_use]
    pub fn similar(&self, skeleton: &str, most: u32) -> Vec<(u32, String)> {
        let wanted: Vec<char> = skeleton.chars().collect();
        let first: Vec<u32> = (0..).step_by(GAP as usize).take(wanted.len() + 1).collect();
        let mut search = Search {
            errors: &self.errors,
            wanted: &wanted,
            most,
            rows: vec![first],
            found: Vec::new(),
        };
        let mut before: &[char] = &[];
        let mut at = 0;
        while at < self.keys.len() {
            let key = &self.keys[at];
            let shared = key.iter().zip(before).take_while(|(a, b)| a == b).count();
            search.rows.truncate(shared + 1);
            before = key;
            match search.read(key) {
                None => at += 1,
                Some(dead) => {
                    // Nothing that begins with these letters can be near.
                    let prefix = &key[..dead];
                    let rest = &self.keys[at..];
                    at += rest.partition_point(|other| other.starts_with(prefix));
                }
            }
        }
        let mut found = search.found;
        found.sort();
        found.truncate(MOST_SIMILAR);
        found
    }
}

fn nth(language: Language) -> usize {
    usize::from(language == Language::Ru)
}

/// How many near words are looked at.
const MOST_SIMILAR: usize = 12;

/// Cost of a letter too many or too few.
const GAP: u32 = 3;

/// Cost of a wrong letter.
const WRONG: u32 = 3;

/// Cost of a wrong vowel, of a consonant written for the one that it sounds like, and
/// of two letters that changed places: the errors that people who write by ear and in
/// haste make most.
const LIKELY: u32 = 2;

/// A walk over sorted words that shares the work of their common beginnings.
struct Search<'a> {
    errors: &'a Errors,
    wanted: &'a [char],
    most: u32,
    /// One row of costs for each letter read, after the row of no letter.
    rows: Vec<Vec<u32>>,
    found: Vec<(u32, String)>,
}

impl Search<'_> {
    /// Reads the letters of a word that are not read yet. `Some` gives how many
    /// letters were enough to tell that no word with this beginning is near.
    fn read(&mut self, key: &[char]) -> Option<usize> {
        for length in self.rows.len()..=key.len() {
            let row = self.next_row(key, length);
            let least = row.iter().min().copied().unwrap_or(0);
            self.rows.push(row);
            if least > self.most {
                return Some(length);
            }
        }
        let cost = self.rows[key.len()][self.wanted.len()];
        if cost <= self.most {
            self.found.push((cost, key.iter().collect()));
        }
        None
    }

    fn next_row(&self, key: &[char], length: usize) -> Vec<u32> {
        let letter = key[length - 1];
        let above = &self.rows[length - 1];
        let mut row = Vec::with_capacity(above.len());
        row.push(above[0] + GAP);
        for (at, wanted) in self.wanted.iter().enumerate() {
            let mut cost = above[at] + self.errors.replacing(letter, *wanted);
            cost = cost.min(above[at + 1] + GAP).min(row[at] + GAP);
            let swapped =
                at > 0 && length > 1 && self.wanted[at - 1] == letter && key[length - 2] == *wanted;
            if swapped {
                cost = cost.min(self.rows[length - 2][at - 1] + LIKELY);
            }
            row.push(cost);
        }
        row
    }
}

impl Errors {
    /// Cost of one letter in the place of another.
    fn replacing(&self, one: char, other: char) -> u32 {
        let vowel = |letter| self.vowels.contains(&letter);
        let alike = |one, other| self.alike.contains(&(one, other));
        if one == other {
            0
        } else if vowel(one) && vowel(other) || alike(one, other) || alike(other, one) {
            LIKELY
        } else {
            WRONG
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    fn vocabulary() -> (Vocabulary, Skeletons) {
        let skeletons = Skeletons::new(&sample::rules().letters);
        let mut gathered = Gathered::default();
        let words = [
            (Language::Ru, "пособие", Use::Name),
            (Language::Ru, "пособия", Use::Name),
            (Language::Ru, "справка", Use::Name),
            (Language::Kk, "мүгедек", Use::Name),
            (Language::Kk, "сирек", Use::Text),
        ];
        for (language, word, used) in words {
            gathered.add(language, word, vec![word.to_owned()], used);
        }
        (
            Vocabulary::new(gathered.entries(&skeletons), &sample::rules().letters),
            skeletons,
        )
    }

    #[track_caller]
    fn check(typed: &str, most: u32, expected: &[(u32, &str)]) {
        let (vocabulary, skeletons) = vocabulary();
        let found = vocabulary.similar(&skeletons.fold(typed), most);
        let found: Vec<_> = found
            .iter()
            .map(|(cost, key)| (*cost, key.as_str()))
            .collect();
        assert_eq!(found, expected, "for {typed}");
    }

    #[test]
    fn a_wrong_vowel_costs_less_than_a_wrong_consonant() {
        check("пасобие", 3, &[(2, "пособе")]);
        check("спривка", 3, &[(2, "справка")]);
        check("спрашка", 3, &[(3, "справка")]);
    }

    #[test]
    fn a_consonant_that_sounds_alike_costs_less() {
        check("шпрафка", 4, &[]);
        check("спрафка", 3, &[(2, "справка")]);
    }

    #[test]
    fn names_are_found_by_their_beginning() {
        let (vocabulary, _) = vocabulary();
        let found: Vec<_> = vocabulary.beginning_with("посо").collect();
        let words: Vec<_> = found.iter().map(|entry| entry.word.as_str()).collect();
        assert_eq!(words, ["пособие", "пособия"]);
    }

    #[test]
    fn two_letters_may_change_places() {
        check("мүегдек", 3, &[(2, "мугедек")]);
    }

    #[test]
    fn only_words_that_name_things_are_looked_for() {
        check("сирак", 3, &[]);
    }

    #[test]
    fn a_skeleton_finds_its_words() {
        let (vocabulary, _) = vocabulary();
        let words: Vec<_> = vocabulary
            .of_skeleton("мугедек")
            .map(|entry| entry.word.as_str())
            .collect();
        assert_eq!(words, ["мүгедек"]);
    }
}
