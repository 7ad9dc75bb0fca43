//! Phrases by the letter that they begin with: nearly every word of a text begins
//! none of the many names and kinds that content lists.

use std::collections::HashMap;

use super::stem::{Phrase, Word};

/// Phrases with what they stand for, by how they begin, in the order in which they
/// came.
#[derive(Clone, Debug)]
pub struct PhraseIndex<T> {
    all: Vec<(Phrase, T)>,
    /// Those that a word with these first bytes may begin, in the order of all.
    by_start: HashMap<[u8; 2], Vec<usize>>,
    /// Those that any other word may begin.
    with_any_start: Vec<usize>,
}

impl<T> Default for PhraseIndex<T> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            by_start: HashMap::new(),
            with_any_start: Vec::new(),
        }
    }
}

impl<T> PhraseIndex<T> {
    /// Takes a phrase and what it stands for.
    pub fn push(&mut self, phrase: Phrase, value: T) {
        let place = self.all.len();
        match phrase.starts() {
            Some(starts) => {
                for start in starts {
                    let any = || self.with_any_start.clone();
                    let places = self.by_start.entry(start).or_insert_with(any);
                    places.push(place);
                }
            }
            None => {
                let places = self.by_start.values_mut();
                places.for_each(|places| places.push(place));
                self.with_any_start.push(place);
            }
        }
        self.all.push((phrase, value));
    }

    /// The phrases that the word may begin.
    pub fn begun_by(&self, word: &Word) -> impl Iterator<Item = &(Phrase, T)> {
        let places = match word.letters.as_bytes() {
            [first, second, ..] => {
                let known = self.by_start.get(&[*first, *second]);
                Some(known.unwrap_or(&self.with_any_start))
            }
            _ => None,
        };
        let every = places.is_none().then_some(&self.all);
        let some = places.into_iter().flatten().map(|place| &self.all[*place]);
        some.chain(every.into_iter().flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::stem::words;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut index = PhraseIndex::default();
        for written in ["отдел", "* аппарат", "акимат|отделение", "г."]
        {
            let phrase = Phrase::parse(written).expect("a phrase");
            index.push(phrase, written);
        }
        let words = words(text);
        let begun = index.begun_by(&words[0]).map(|(_, written)| *written);
        let begun: Vec<_> = begun.collect();
        assert_eq!(begun, expected, "{text}");
    }

    #[test]
    fn a_word_begins_phrases_with_its_first_letter_in_their_order() {
        check("Отдела", &["отдел", "* аппарат", "акимат|отделение"]);
        check("г. Тараз", &["* аппарат", "г."]);
    }

    #[test]
    fn phrases_that_begin_with_any_word_are_begun_by_every_word() {
        check("центр", &["* аппарат"]);
    }
}
