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
mod name;
mod number;
mod required;
mod signs;
mod slot;

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasherDefault;
use std::ops::Range;

use regex_automata::meta::Regex;
use regex_automata::util::captures::Captures;
use regex_automata::{Anchored, Input, PatternID};

use held::{Automaton, Held, Question};
use name::NameHasher;

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
    kinds: HashMap<String, Kind, BuildHasherDefault<NameHasher>>,
    words: Automaton,
}

/// The phrases of one kind, in the order in which the files list them.
#[derive(Clone, Debug, Default)]
struct Kind {
    phrases: Vec<Phrase>,
    /// Whether a text holds what one of them needs; none when one of them may stand
    /// in any text.
    question: Option<Question>,
}

/// One phrase that carries a value.
#[derive(Clone, Debug)]
pub struct Phrase {
    regex: Regex,
    /// What a text must hold for the phrase to stand in it.
    needs: Vec<Question>,
    /// The value that the phrase stands for, where it is not in a slot.
    pub value: Option<String>,
}

/// A phrase found in a text.
#[derive(Clone, Debug)]
pub struct Match<'a, 't> {
    /// Bytes of the text that the phrase takes up.
    pub range: Range<usize>,
    /// The value of the phrase.
    pub value: Option<&'a str>,
    phrase: &'a Phrase,
    text: &'t str,
    /// Where the slots stand, once one was asked for: most finders need no more than
    /// the value, and finding slots takes longer than finding the phrase.
    slots: OnceCell<Captures>,
}

impl Match<'_, '_> {
    /// Bytes of a slot, if the phrase filled it.
    #[must_use]
    pub fn slot(&self, name: &str) -> Option<Range<usize>> {
        let regex = &self.phrase.regex;
        let slot = regex.group_info().to_index(PatternID::ZERO, name)?;
        let slots = self.slots.get_or_init(|| {
            let mut slots = regex.create_captures();
            // Signs behind the phrase still count for what it says of its end.
            let input = Input::new(self.text).range(self.range.clone());
            regex.search_captures(&input.anchored(Anchored::Yes), &mut slots);
            slots
        });
        slots.get_group(slot).map(|slot| slot.range())
    }
}

impl Kind {
    /// The phrases that a text with these words may hold, one bit for each; the last
    /// bit stands for all phrases from there on.
    fn standing(&self, held: &Held) -> u64 {
        if self.question.is_some_and(|question| !held.has(question)) {
            return 0;
        }
        let mut standing = 0;
        for (phrase, nth) in self.phrases.iter().zip(0_u32..) {
            if phrase.needs.iter().all(|need| held.has(*need)) {
                standing |= 1 << nth.min(63);
            }
        }
        standing
    }
}

impl Lexicon {
    /// The first phrase of the kind that the text holds, in the order in which
    /// the file lists them.
    #[must_use]
    pub fn find<'a, 't>(&'a self, kind: &str, text: &'t str) -> Option<Match<'a, 't>> {
        self.phrases(kind, text)
            .find_map(|phrase| phrase.find(text, 0))
    }

    /// The phrase of the kind that begins first in the text.
    #[must_use]
    pub fn find_earliest<'a, 't>(&'a self, kind: &str, text: &'t str) -> Option<Match<'a, 't>> {
        self.phrases(kind, text)
            .filter_map(|phrase| phrase.find(text, 0))
            .min_by_key(|found| found.range.start)
    }

    /// True when the text holds a phrase of the kind.
    #[must_use]
    pub fn says(&self, kind: &str, text: &str) -> bool {
        self.phrases(kind, text)
            .any(|phrase| phrase.range(text, 0).is_some())
    }

    /// False when the text lacks the words that phrases of the kind cannot do
    /// without: then no part of it says one either.
    #[must_use]
    pub fn may_say(&self, kind: &str, text: &str) -> bool {
        self.phrases(kind, text).next().is_some()
    }

    /// Every place where a phrase of the kind stands, in the order of the text.
    #[must_use]
    pub fn find_all<'a, 't>(&'a self, kind: &str, text: &'t str) -> Vec<Match<'a, 't>> {
        self.find_from(kind, text, |found| found.range.end)
    }

    /// Every place where a phrase of the kind begins, also inside another one: a
    /// phrase with a gap may run over the beginning of the next.
    #[must_use]
    pub fn find_each<'a, 't>(&'a self, kind: &str, text: &'t str) -> Vec<Match<'a, 't>> {
        self.find_from(kind, text, |found| {
            let first = text[found.range.start..].chars().next();
            found.range.start + first.map_or(1, char::len_utf8)
        })
    }

    fn find_from<'a, 't>(
        &'a self,
        kind: &str,
        text: &'t str,
        next: impl Fn(&Match<'a, 't>) -> usize,
    ) -> Vec<Match<'a, 't>> {
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
        all.sort_by_key(|found: &Match<'_, '_>| (found.range.start, found.range.end));
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
    fn phrases<'a>(&'a self, kind: &str, text: &str) -> impl Iterator<Item = &'a Phrase> {
        let kind = self.kinds.get(kind).filter(|_| text.len() <= LONGEST_TEXT);
        let standing = kind.map_or(0, |kind| {
            self.words.with_held(text, |held| kind.standing(held))
        });
        let kind = kind.filter(|_| standing != 0);
        kind.into_iter()
            .flat_map(|kind| kind.phrases.iter().zip(0_u32..))
            .filter(move |(_, nth)| standing >> nth.min(&63) & 1 == 1)
            .map(|(phrase, _)| phrase)
    }
}

impl Phrase {
    /// Looks for the phrase from a byte on. A phrase never begins or ends in the
    /// middle of a word; a boundary in the expression would say the same, but
    /// Unicode boundaries keep the fast engine from reading Cyrillic text.
    fn find<'a, 't>(&'a self, text: &'t str, from: usize) -> Option<Match<'a, 't>> {
        Some(Match {
            range: self.range(text, from)?,
            value: self.value.as_deref(),
            phrase: self,
            text,
            slots: OnceCell::new(),
        })
    }

    fn range(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let mut input = Input::new(text);
        input.set_start(from);
        loop {
            let found = self.regex.search(&input)?;
            if !splits_word(text, found.start()) && !splits_word(text, found.end()) {
                return Some(found.range());
            }
            let first = text[found.start()..].chars().next()?;
            input.set_start(found.start() + first.len_utf8());
        }
    }
}

fn splits_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    before.is_some_and(is_letter_or_digit) && after.is_some_and(is_letter_or_digit)
}

#[cfg(test)]
mod tests;
