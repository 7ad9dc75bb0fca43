//! Phrase patterns: the words of Kazakh and Russian law that carry structure
//! and facts, read from `content/patterns/<language>/*.toml`.
//!
//! Every phrase has examples that it must read, with the values of its slots,
//! and counter-examples that it must not read. They run whenever the patterns
//! are loaded; one that fails is an error of the content.

mod date;
mod file;
mod form;
mod held;
mod load;
mod number;
mod required;
mod signs;
mod slot;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use regex::Regex;

use held::{Requirement, with_held};

pub use date::{DateError, Dates};
pub use form::FormError;
pub use load::load;
pub use number::Numbers;

use crate::language::Language;
use crate::repair::letters::is_letter_or_digit;

/// Bytes of the longest text that phrases are looked for in. No paragraph of an
/// act comes near it; a file without line ends does, and a phrase with a gap would
/// run through all of it from everywhere.
pub const LONGEST_TEXT: usize = 32 * 1024;

/// The patterns of both languages.
#[derive(Clone, Debug)]
pub struct Patterns {
    /// Kazakh.
    pub kk: Lexicon,
    /// Russian.
    pub ru: Lexicon,
}

impl Patterns {
    /// The patterns of a language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &Lexicon {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        }
    }
}

/// What one language says, by what it is asked for.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// The language.
    pub language: Language,
    /// How the language writes dates.
    pub dates: Dates,
    /// How the language writes numbers.
    pub numbers: Numbers,
    citations: BTreeMap<String, String>,
    kinds: HashMap<String, Kind>,
}

/// The phrases of one kind, in the order in which the files list them.
#[derive(Clone, Debug, Default)]
struct Kind {
    phrases: Vec<Phrase>,
    /// What a text must hold for any of them to stand in it.
    requirement: Requirement,
}

/// One phrase that carries a value.
#[derive(Clone, Debug)]
pub struct Phrase {
    regex: Regex,
    /// What a text must hold for the phrase to stand in it.
    requirements: Vec<Requirement>,
    /// The value that the phrase stands for, where it is not in a slot.
    pub value: Option<String>,
}

/// A phrase found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'a> {
    /// Bytes of the text that the phrase takes up.
    pub range: Range<usize>,
    /// The value of the phrase.
    pub value: Option<&'a str>,
    slots: BTreeMap<&'a str, Range<usize>>,
}

impl Match<'_> {
    /// Bytes of a slot, if the phrase filled it.
    #[must_use]
    pub fn slot(&self, name: &str) -> Option<Range<usize>> {
        self.slots.get(name).cloned()
    }
}

impl Kind {
    fn new(phrases: Vec<Phrase>) -> Self {
        let rarest = phrases.iter().map(|phrase| phrase.requirements.first());
        Self {
            requirement: Requirement::any(rarest),
            phrases,
        }
    }
}

impl Lexicon {
    /// The first phrase of the kind that the text holds, in the order in which
    /// the file lists them.
    #[must_use]
    pub fn find<'a>(&'a self, kind: &str, text: &str) -> Option<Match<'a>> {
        self.phrases(kind, text)
            .into_iter()
            .find_map(|phrase| phrase.find(text, 0))
    }

    /// The phrase of the kind that begins first in the text.
    #[must_use]
    pub fn find_earliest<'a>(&'a self, kind: &str, text: &str) -> Option<Match<'a>> {
        self.phrases(kind, text)
            .into_iter()
            .filter_map(|phrase| phrase.find(text, 0))
            .min_by_key(|found| found.range.start)
    }

    /// True when the text holds a phrase of the kind.
    #[must_use]
    pub fn says(&self, kind: &str, text: &str) -> bool {
        self.phrases(kind, text)
            .into_iter()
            .any(|phrase| phrase.range(text, 0).is_some())
    }

    /// Every place where a phrase of the kind stands, in the order of the text.
    #[must_use]
    pub fn find_all<'a>(&'a self, kind: &str, text: &str) -> Vec<Match<'a>> {
        self.find_from(kind, text, |found| found.range.end)
    }

    /// Every place where a phrase of the kind begins, also inside another one: a
    /// phrase with a gap may run over the beginning of the next.
    #[must_use]
    pub fn find_each<'a>(&'a self, kind: &str, text: &str) -> Vec<Match<'a>> {
        self.find_from(kind, text, |found| {
            let first = text[found.range.start..].chars().next();
            found.range.start + first.map_or(1, char::len_utf8)
        })
    }

    fn find_from<'a>(
        &'a self,
        kind: &str,
        text: &str,
        next: impl Fn(&Match<'a>) -> usize,
    ) -> Vec<Match<'a>> {
        let mut all = Vec::new();
        for phrase in self.phrases(kind, text) {
            let mut from = 0;
            while let Some(found) = phrase.find(text, from) {
                from = next(&found).max(from + 1);
                all.push(found);
                if !text.is_char_boundary(from) {
                    break;
                }
            }
        }
        all.sort_by_key(|found: &Match<'_>| (found.range.start, found.range.end));
        all
    }

    /// How the language cites a kind of unit, with `{n}` for its number and
    /// `{above}` for the unit that holds it.
    #[must_use]
    pub fn citation(&self, kind: &str) -> Option<&str> {
        self.citations.get(kind).map(String::as_str)
    }

    /// The phrases of a kind that the text may hold. Looking for the words that
    /// a phrase cannot do without is much cheaper than looking for the phrase,
    /// and nearly always the answer.
    fn phrases(&self, kind: &str, text: &str) -> Vec<&Phrase> {
        let Some(kind) = self.kinds.get(kind).filter(|_| text.len() <= LONGEST_TEXT) else {
            return Vec::new();
        };
        with_held(text, |held| {
            if !kind.requirement.is_met(held) {
                return Vec::new();
            }
            let may_stand =
                |phrase: &&Phrase| phrase.requirements.iter().all(|one| one.is_met(held));
            kind.phrases.iter().filter(may_stand).collect()
        })
    }
}

impl Phrase {
    /// Looks for the phrase from a byte on. A phrase never begins or ends in the
    /// middle of a word; a boundary in the expression would say the same, but
    /// Unicode boundaries keep the fast engine from reading Cyrillic text.
    fn find<'a>(&'a self, text: &str, from: usize) -> Option<Match<'a>> {
        let range = self.range(text, from)?;
        self.read(text, range.start)
    }

    fn range(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let mut from = from;
        loop {
            let found = self.regex.find_at(text, from)?;
            if !splits_word(text, found.start()) && !splits_word(text, found.end()) {
                return Some(found.range());
            }
            from = found.start() + text[found.start()..].chars().next()?.len_utf8();
        }
    }

    fn read<'a>(&'a self, text: &str, from: usize) -> Option<Match<'a>> {
        let captures = self.regex.captures_at(text, from)?;
        let slots = self.regex.capture_names().flatten();
        Some(Match {
            range: captures.get(0)?.range(),
            value: self.value.as_deref(),
            slots: slots
                .filter_map(|name| Some((name, captures.name(name)?.range())))
                .collect(),
        })
    }
}

fn splits_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    before.is_some_and(is_letter_or_digit) && after.is_some_and(is_letter_or_digit)
}

#[cfg(test)]
mod tests;
