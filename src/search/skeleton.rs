//! Skeletons: spellings of one word in several alphabets folded to one.
//!
//! A skeleton is for comparing only. It keeps what all alphabets can say: a word
//! typed in Latin letters, without Kazakh letters or with them has the same one.

use std::collections::BTreeMap;

use super::analyzer::normalize;
use super::rules::Letters;

/// Folds words to their skeletons.
#[derive(Clone, Debug, Default)]
pub struct Skeletons {
    /// What stands for a run of letters, by its first letter, longest first.
    rows: BTreeMap<char, Vec<(Vec<char>, String)>>,
    apostrophes: BTreeMap<char, String>,
    sounds: Vec<(String, String)>,
}

impl Skeletons {
    /// The folding that the given letters describe.
    #[must_use]
    pub fn new(letters: &Letters) -> Self {
        let mut rows: BTreeMap<char, Vec<(Vec<char>, String)>> = BTreeMap::new();
        for (from, to) in &letters.folded {
            let from: Vec<char> = from.chars().collect();
            if let Some(first) = from.first() {
                rows.entry(*first).or_default().push((from, to.clone()));
            }
        }
        for row in rows.values_mut() {
            row.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
        }
        Self {
            rows,
            apostrophes: letters.apostrophes.clone(),
            sounds: letters
                .sounds
                .iter()
                .map(|(from, to)| (from.clone(), to.clone()))
                .collect(),
        }
    }

    /// The skeleton of a word: folded letters, none twice in a row.
    #[must_use]
    pub fn fold(&self, word: &str) -> String {
        let letters: Vec<char> = normalize(word)
            .chars()
            .filter(|letter| *letter != '-')
            .collect();
        let mut folded = String::with_capacity(word.len());
        let mut at = 0;
        while at < letters.len() {
            let rest = &letters[at..];
            let row = self
                .rows
                .get(&letters[at])
                .and_then(|row| row.iter().find(|(from, _)| rest.starts_with(from)));
            match row {
                Some((from, to)) => {
                    folded.push_str(to);
                    at += from.len();
                }
                None => {
                    folded.push(letters[at]);
                    at += 1;
                }
            }
        }
        let mut skeleton = without_doubles(&folded);
        for (from, to) in &self.sounds {
            if skeleton.contains(from.as_str()) {
                skeleton = without_doubles(&skeleton.replace(from.as_str(), to));
            }
        }
        skeleton
    }

    /// The text with the apostrophes of Latin Kazakh read: `s'` is a letter of its
    /// own, after other letters the mark is left out.
    #[must_use]
    pub fn read_apostrophes(&self, text: &str) -> String {
        let mut read = String::with_capacity(text.len());
        for letter in text.chars() {
            let before = read.chars().next_back();
            let latin = before.is_some_and(|before| before.is_ascii_alphabetic());
            if !matches!(letter, '\'' | '’' | 'ʼ' | '‘' | '`') || !latin {
                read.push(letter);
                continue;
            }
            let changed =
                before.and_then(|before| self.apostrophes.get(&before.to_ascii_lowercase()));
            if let Some(changed) = changed {
                read.pop();
                read.push_str(changed);
            }
        }
        read
    }
}

fn without_doubles(text: &str) -> String {
    let mut last = None;
    text.chars()
        .filter(|letter| {
            let double = last == Some(*letter) && !letter.is_ascii_digit();
            last = Some(*letter);
            !double
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    #[track_caller]
    fn check(spellings: &[&str]) {
        let skeletons = Skeletons::new(&sample::rules().letters);
        for spelling in spellings {
            let read = skeletons.read_apostrophes(spelling);
            assert_eq!(
                skeletons.fold(&read),
                skeletons.fold(spellings[0]),
                "of {spelling}"
            );
        }
    }

    #[test]
    fn every_alphabet_of_kazakh_has_one_skeleton() {
        check(&[
            "мүгедек",
            "мугедек",
            "mu'gedek",
            "múgedek",
            "mügedek",
            "mugedek",
        ]);
        check(&["жұмыссыз", "жумыссыз", "jumyssyz", "jūmyssyz", "zhumyssyz"]);
        check(&["мәртебе", "ma'rtebe", "mártebe", "märtebe", "martebe"]);
        check(&["шешім", "s'es'im", "sheshim", "şeşım"]);
    }

    #[test]
    fn informal_russian_has_one_skeleton() {
        check(&["коляска", "kolyaska", "koliaska"]);
        check(&["пособие", "posobie", "posobiye"]);
        check(&[
            "регистрация",
            "registraciya",
            "registratsiya",
            "registracia",
        ]);
        check(&["помощь", "pomosh", "pomoshch"]);
    }
}
