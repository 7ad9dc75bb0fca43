//! Order: names as an alphabet has them.
//!
//! Code points put the letters that only Kazakh has after all others. The alphabet
//! is a text of the interface in the language of the page.

use super::phrases::Phrases;
use crate::error::Error;

/// The order of the letters of a language.
pub(crate) struct Order {
    alphabet: Vec<char>,
}

impl Order {
    /// The order of the language of the phrases.
    pub(crate) fn of(phrases: Phrases<'_>) -> Result<Self, Error> {
        let alphabet = phrases.text("alphabet")?;
        Ok(Self {
            alphabet: alphabet.chars().collect(),
        })
    }

    /// What to sort a name by. Digits and signs come before letters, letters of
    /// other alphabets after them.
    pub(crate) fn key(&self, name: &str) -> Vec<(u8, u32)> {
        let letters = name.chars().flat_map(char::to_lowercase);
        letters.map(|letter| self.key_of(letter)).collect()
    }

    fn key_of(&self, letter: char) -> (u8, u32) {
        match self.alphabet.iter().position(|one| *one == letter) {
            Some(at) => (1, u32::try_from(at).unwrap_or(u32::MAX)),
            None if letter.is_alphabetic() => (2, letter.into()),
            None => (0, letter.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_one_language_stand_in_their_places() {
        let order = Order {
            alphabet: "аәбғдқ".chars().collect(),
        };
        let mut names = ["Қа", "Да", "Әд", "Аб", "Xa", "2-а", "Ғд"];
        names.sort_by_key(|name| order.key(name));
        assert_eq!(names, ["2-а", "Аб", "Әд", "Ғд", "Да", "Қа", "Xa"]);
    }
}
