//! Analyzer: the words of a text and the terms that they become.
//!
//! A word passes through these layers: its place in the text ([`words`]), its
//! normal form ([`normal`]), its terms ([`kazakh`], [`russian`]). A layer knows
//! nothing of the others, and a word may become several terms.

mod kazakh;
mod memory;
mod normal;
mod russian;
mod russian_parts;
mod russian_verbs;
mod suffixes;
mod words;

use std::ops::Range;

pub(super) use kazakh::KazakhStemmer;
pub use normal::normalize;
pub use suffixes::Suffixes;

use super::rules::Rules;
use crate::language::Language;
use memory::Memory;
use russian::RussianStemmer;

/// A word with more parts than this is no compound but a list.
const MOST_PARTS: usize = 4;

/// Longest word, in letters. Longer ones are cut: no word of either language
/// comes near it, and terms stay small.
const LONGEST_WORD: usize = 64;

/// The analyzers of both languages.
#[derive(Clone)]
pub struct Analyzers {
    kk: Analyzer,
    ru: Analyzer,
}

impl Analyzers {
    /// Analyzers that follow the given rules.
    #[must_use]
    pub fn new(rules: &Rules) -> Self {
        Self {
            kk: Analyzer {
                language: Language::Kk,
                stemmer: Stemmer::Kazakh(Box::new(KazakhStemmer::new(&rules.kk))),
                stop_words: rules.kk.stop_words.clone(),
                memory: Memory::default(),
            },
            ru: Analyzer {
                language: Language::Ru,
                stemmer: Stemmer::Russian(Box::new(RussianStemmer::new(&rules.ru))),
                stop_words: rules.ru.stop_words.clone(),
                memory: Memory::default(),
            },
        }
    }

    /// Takes in words in their normal form whose terms are known, as those of an index
    /// are: to find them anew for every question would take long.
    pub fn remember<'a>(&self, words: impl Iterator<Item = (Language, &'a str, &'a [String])>) {
        // Of a longer word only the beginning is looked at.
        let whole = words.filter(|(_, word, _)| cut(word).len() == word.len());
        let (kk, ru): (Vec<_>, Vec<_>) =
            whole.partition(|(language, ..)| *language == Language::Kk);
        for (analyzer, words) in [(&self.kk, kk), (&self.ru, ru)] {
            let words = words.into_iter().map(|(_, word, terms)| (word, terms));
            analyzer.memory.fill(words);
        }
    }

    /// The analyzer of a language.
    #[must_use]
    pub const fn of(&self, language: Language) -> &Analyzer {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        }
    }
}

/// The analyzer of one language.
#[derive(Clone)]
pub struct Analyzer {
    language: Language,
    stemmer: Stemmer,
    stop_words: std::collections::BTreeSet<String>,
    memory: Memory,
}

#[derive(Clone)]
enum Stemmer {
    Kazakh(Box<KazakhStemmer>),
    Russian(Box<RussianStemmer>),
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text that it takes up.
    pub at: Range<usize>,
    /// Its normal form, hyphens included.
    pub normal: String,
    /// Its terms; those of the joined form for a compound.
    pub terms: Vec<String>,
    /// The terms of each part of a compound; empty for a simple word.
    pub parts: Vec<Vec<String>>,
}

impl Word {
    /// Every term of the word and of its parts, in order, without repetitions.
    #[must_use]
    pub fn all_terms(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for term in self.terms.iter().chain(self.parts.iter().flatten()) {
            if !all.contains(&term.as_str()) {
                all.push(term);
            }
        }
        all
    }
}

impl Analyzer {
    /// The language of the analyzer.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The words of a text, in order.
    #[must_use]
    pub fn analyze(&self, text: &str) -> Vec<Word> {
        let found = pieces(text).into_iter();
        found.map(|piece| self.word(piece)).collect()
    }

    /// True for a word that carries no meaning of its own in a question.
    #[must_use]
    pub fn is_stop_word(&self, normal: &str) -> bool {
        self.stop_words.contains(normal)
    }

    /// True for a form of a word that the rules name: it is spelt as it should be,
    /// whatever the texts hold.
    #[must_use]
    pub fn knows(&self, normal: &str) -> bool {
        match &self.stemmer {
            Stemmer::Kazakh(stemmer) => stemmer.knows(normal),
            Stemmer::Russian(stemmer) => stemmer.knows(normal),
        }
    }

    fn word(&self, piece: Piece) -> Word {
        let parts = piece.parts.iter();
        Word {
            at: piece.at,
            terms: match piece.parts.is_empty() {
                true => self.terms(&piece.normal),
                false => self.terms(cut(&piece.parts.concat())),
            },
            parts: parts.map(|part| self.terms(cut(part))).collect(),
            normal: piece.normal,
        }
    }

    /// The terms of a word in its normal form, the most specific first.
    fn terms(&self, normal: &str) -> Vec<String> {
        self.memory.terms(normal, |normal| match &self.stemmer {
            Stemmer::Kazakh(stemmer) => stemmer.terms(normal),
            Stemmer::Russian(stemmer) => stemmer.terms(normal),
        })
    }
}

/// The words of a text in their normal form, for those who need no terms.
#[must_use]
pub fn normal_words(text: &str) -> Vec<String> {
    let found = pieces(text).into_iter();
    found.map(|piece| piece.normal).collect()
}

/// A word before its terms are known.
struct Piece {
    at: Range<usize>,
    normal: String,
    /// The parts of a compound; none for a simple word.
    parts: Vec<String>,
}

/// The words of a text. A compound is one word, a list with hyphens is several.
fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    for at in words::find_words(text) {
        let normal = normalize(&text[at.clone()]);
        let parts: Vec<&str> = normal.split('-').filter(|part| !part.is_empty()).collect();
        if (2..=MOST_PARTS).contains(&parts.len()) {
            let parts = parts.into_iter().map(str::to_owned).collect();
            found.push(Piece { at, normal, parts });
            continue;
        }
        found.extend(parts.into_iter().map(|part| Piece {
            at: at.clone(),
            normal: cut(part).to_owned(),
            parts: Vec::new(),
        }));
    }
    found
}

fn cut(word: &str) -> &str {
    word.char_indices()
        .nth(LONGEST_WORD)
        .map_or(word, |(end, _)| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    #[track_caller]
    fn check(language: Language, text: &str, expected: &[&[&str]]) {
        let analyzers = sample::analyzers();
        let words = analyzers.of(language).analyze(text);
        let terms: Vec<_> = words.iter().map(Word::all_terms).collect();
        assert_eq!(terms, expected, "in: {text}");
    }

    #[test]
    fn forms_of_a_russian_word_share_a_term() {
        check(
            Language::Ru,
            "коляска коляски колясками",
            &[&["коляск"], &["коляск"], &["коляск"]],
        );
    }

    #[test]
    fn forms_of_a_kazakh_word_share_a_term() {
        check(
            Language::Kk,
            "арба арбалар арбасына арбаларды",
            &[&["арба"], &["арба"], &["арба"], &["арба"]],
        );
    }

    #[test]
    fn a_russian_compound_has_its_parts_and_its_joined_form() {
        check(
            Language::Ru,
            "кресло-коляски",
            &[&["креслоколяск", "кресл", "коляск"]],
        );
    }

    #[test]
    fn a_kazakh_compound_has_its_parts_and_its_joined_form() {
        check(
            Language::Kk,
            "кресло-арбалар",
            &[&["креслоарба", "кресло", "арба"]],
        );
    }

    #[test]
    fn words_keep_their_place_in_the_text() {
        let analyzers = sample::analyzers();
        let text = "(әкім, 12)";
        let places: Vec<_> = analyzers
            .of(Language::Kk)
            .analyze(text)
            .into_iter()
            .map(|word| text[word.at].to_owned())
            .collect();
        assert_eq!(places, ["әкім", "12"]);
    }

    #[test]
    fn a_very_long_word_is_cut() {
        let analyzers = sample::analyzers();
        let words = analyzers.of(Language::Ru).analyze(&"ъ".repeat(10_000));
        let lengths: Vec<_> = words
            .iter()
            .map(|word| word.normal.chars().count())
            .collect();
        assert_eq!(lengths, [LONGEST_WORD]);
    }
}
