//! Stems: how content names words whose endings vary.
//!
//! A stem is the beginning of a word; whatever ending follows, it names the word.
//! One that ends in a full stop is a whole word that takes no ending, such as an
//! abbreviation. Case, hyphens, quotes, `ё` and Latin letters that look Cyrillic
//! make no difference.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::repair::letters::{cyrillic_look_alike, is_letter_or_digit, small_letter};

/// A word of a text, made comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its letters and digits in lower case.
    pub letters: String,
    /// True when a comma, bracket or the like stands before it, so that it does
    /// not belong to the word before.
    pub apart: bool,
}

/// The words of a text in their order.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    // Composing and lowering are slow, and acts seldom need more than the plain
    // letters of their alphabets.
    if text.chars().all(|letter| small_letter(letter).is_some()) {
        return split_words(text.chars().filter_map(small_letter));
    }
    split_words(text.nfc().flat_map(char::to_lowercase))
}

fn split_words(text: impl Iterator<Item = char>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut letters = String::new();
    let mut apart = false;
    for letter in text {
        if is_letter_or_digit(letter) {
            if letters.is_empty() {
                // Few words have more than twelve letters of two bytes.
                letters.reserve(24);
            }
            letters.push(if letter == 'ё' { 'е' } else { letter });
            continue;
        }
        if !letters.is_empty() {
            words.push(finish_word(&mut letters, apart));
            apart = false;
        }
        apart |= matches!(letter, ',' | ';' | ':' | '(' | ')' | '|');
    }
    if !letters.is_empty() {
        words.push(finish_word(&mut letters, apart));
    }
    words
}

fn finish_word(letters: &mut String, apart: bool) -> Word {
    let letters = std::mem::take(letters);
    let is_mixed = letters.contains(is_cyrillic)
        && letters.contains(|letter: char| letter.is_ascii_lowercase());
    let letters = if is_mixed {
        letters.chars().map(cyrillic_for).collect()
    } else {
        letters
    };
    Word { letters, apart }
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// The Cyrillic letter that looks like a Latin one, any other letter unchanged.
const fn cyrillic_for(letter: char) -> char {
    match letter {
        // It looks alike as a capital letter only.
        'b' => 'в',
        other => cyrillic_look_alike(other),
    }
}

/// The beginning of a word, or a whole word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stem {
    letters: String,
    whole: bool,
}

impl Stem {
    /// Reads one stem, `None` when it holds no letter or digit, or several words.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = words(text);
        let word = words.pop()?;
        words.is_empty().then(|| Self {
            letters: word.letters,
            whole: text.ends_with('.'),
        })
    }

    /// Whether it names the word.
    #[must_use]
    pub fn names(&self, word: &Word) -> bool {
        // Nearly every word differs in its first letter, which takes two bytes.
        let (word, stem) = (word.letters.as_bytes(), self.letters.as_bytes());
        if let ([first, second, ..], [one, other, ..]) = (word, stem)
            && (first, second) != (one, other)
        {
            return false;
        }
        if self.whole {
            word == stem
        } else {
            word.starts_with(stem)
        }
    }
}

/// Parts that follow each other directly; each is a stem, or several of which one
/// is enough, or any word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(Vec<Vec<Stem>>);

impl Phrase {
    /// Reads parts with blanks or hyphens between them, and `|` between the stems
    /// of a part; `*` is any word. `None` without any part, or where one is no
    /// stem.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<_> = text
            .split([' ', '-'])
            .filter(|part| !part.is_empty())
            .map(|part| match part {
                "*" => Some(Vec::new()),
                _ => part.split('|').map(Stem::parse).collect(),
            })
            .collect::<Option<_>>()?;
        (!parts.is_empty()).then_some(Self(parts))
    }

    /// How many words it names.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// False: a phrase has at least one part.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first bytes of the words that it may begin with, each once; `None` when any
    /// word may, or a stem is too short to tell.
    #[must_use]
    pub fn starts(&self) -> Option<BTreeSet<[u8; 2]>> {
        let first = self.0.first().filter(|part| !part.is_empty())?;
        first
            .iter()
            .map(|stem| stem.letters.as_bytes().first_chunk().copied())
            .collect()
    }

    /// How many letters its stems have at least, as a measure of how much it says.
    #[must_use]
    pub fn weight(&self) -> usize {
        let letters = |part: &Vec<Stem>| {
            let letters = part.iter().map(|stem| stem.letters.chars().count());
            letters.min().unwrap_or_default()
        };
        self.0.iter().map(letters).sum()
    }

    /// Whether it names the words from `at` on, with nothing that keeps them apart.
    #[must_use]
    pub fn names_at(&self, words: &[Word], at: usize) -> bool {
        self.names_across_commas_at(words, at)
            && words[at + 1..at + self.len()]
                .iter()
                .all(|word| !word.apart)
    }

    /// Whether it names the words from `at` on, whatever stands between them.
    #[must_use]
    pub fn names_across_commas_at(&self, words: &[Word], at: usize) -> bool {
        words.get(at..at + self.len()).is_some_and(|words| {
            let mut parts = self.0.iter().zip(words);
            parts.all(|(part, word)| part.is_empty() || part.iter().any(|stem| stem.names(word)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_names(phrase: &str, text: &str, expected: bool) {
        let phrase = Phrase::parse(phrase).expect("a phrase");
        assert_eq!(phrase.names_at(&words(text), 0), expected, "in: {text}");
    }

    #[test]
    fn a_stem_names_every_form_of_its_word() {
        check_names("мүгедек", "Мүгедектерге", true);
        check_names("кресл коляс", "кресла-коляски", true);
        check_names("кресл коляс", "кресло и коляска", false);
    }

    #[test]
    fn a_full_stop_makes_a_stem_a_whole_word() {
        check_names("г.", "г.Алматы", true);
        check_names("г.", "гигиена", false);
    }

    #[test]
    fn latin_look_alikes_and_case_make_no_difference() {
        check_names("тіркеу", "ТiРКEУ", true);
        check_names("зачёт", "зачет", true);
    }

    #[test]
    fn one_of_several_stems_is_enough() {
        check_names(
            "удостоверени|свидетельств личност",
            "свидетельство личности",
            true,
        );
        check_names(
            "удостоверени|свидетельств личност",
            "справка личности",
            false,
        );
    }

    #[test]
    fn a_star_is_any_word() {
        check_names("сельский. * аппарат", "сельский океруг аппарата", true);
        check_names("сельский. * аппарат", "сельский аппарат", false);
    }

    #[test]
    fn a_comma_keeps_words_apart() {
        check_names("облыс абай", "облысы, Абай", false);
    }
}
