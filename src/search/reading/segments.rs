//! Segments: several words written together, as in `пособиенадетей`.
//!
//! Of the ways to take a word apart into words that the index knows, with prepositions and
//! numbers among them, the one with the fewest parts counts, of equal ones that with the
//! longest parts (maximum matching).

use std::cmp::Reverse;

use super::Interpreter;
use super::token::Token;

/// Letters of a word that may be several.
const SHORTEST: usize = 10;

/// A longer one is no words written together.
const LONGEST: usize = 60;

/// Letters of a part that may be any word; a shorter one must be a word that names
/// something, a stop word or a number.
const WORD: usize = 4;

/// Letters of a part that is no chance, and how many of them there must be.
const SURE: usize = 5;
const LEAST_SURE: usize = 2;

/// Letters of the longest part.
const LONGEST_PART: usize = 24;

/// Parts of the longest segmentation.
const MOST_PARTS: usize = 7;

/// A way to take the beginning of a word apart: where its parts end.
#[derive(Clone, Default)]
struct Way {
    ends: Vec<usize>,
    /// The sum of the squares of the lengths of its parts: long ones weigh more.
    weight: usize,
}

impl Way {
    fn with(&self, end: usize) -> Self {
        let start = self.ends.last().copied().unwrap_or_default();
        let mut ends = self.ends.clone();
        ends.push(end);
        let weight = self.weight + (end - start).pow(2);
        Self { ends, weight }
    }

    /// The lengths of its parts, in letters.
    fn lengths(&self) -> impl Iterator<Item = usize> + '_ {
        let starts = std::iter::once(&0).chain(&self.ends);
        self.ends.iter().zip(starts).map(|(end, start)| end - start)
    }
}

impl Interpreter {
    /// The words that were written together as one; `None` where the index does not know
    /// all of them.
    pub(super) fn segment(&self, word: &str) -> Option<Vec<Token>> {
        let mut bounds: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        bounds.push(word.len());
        let letters = bounds.len() - 1;
        if !(SHORTEST..=LONGEST).contains(&letters) {
            return None;
        }
        let mut ways: Vec<Option<Way>> = vec![None; letters + 1];
        ways[0] = Some(Way::default());
        for start in 0..letters {
            let Some(way) = ways[start].clone() else {
                continue;
            };
            if way.ends.len() == MOST_PARTS {
                continue;
            }
            for end in start + 1..=letters.min(start + LONGEST_PART) {
                let part = &word[bounds[start]..bounds[end]];
                let longer = way.with(end);
                let rank = |way: &Way| (way.ends.len(), Reverse(way.weight));
                let is_better = ways[end]
                    .as_ref()
                    .is_none_or(|way| rank(&longer) < rank(way));
                if is_better && self.may_be_part(part, &word[bounds[end]..], end - start) {
                    ways[end] = Some(longer);
                }
            }
        }
        let way = ways.pop().flatten()?;
        let sure = way.lengths().filter(|length| *length >= SURE).count();
        if way.ends.len() < 2 || sure < LEAST_SURE {
            return None;
        }
        let mut start = 0;
        let parts = way.ends.iter().map(|end| {
            let part = &word[bounds[start]..bounds[*end]];
            start = *end;
            self.one(part)
        });
        parts.collect()
    }

    /// Whether a part of a word, before the rest of it, may be a word of its own.
    fn may_be_part(&self, part: &str, rest: &str, letters: usize) -> bool {
        let is_figure = |sign: char| sign.is_ascii_digit();
        if part.starts_with(is_figure) {
            return part.chars().all(is_figure) && !rest.starts_with(is_figure);
        }
        match letters {
            WORD.. => self.is_word(part),
            2.. => self.is_stop_word(part) || self.is_naming(part),
            _ => false,
        }
    }

    /// Whether the index holds a word in some spelling that names something.
    fn is_naming(&self, text: &str) -> bool {
        let key = self.skeletons.fold(text);
        let mut words = self.vocabulary.of_skeleton(&key);
        words.any(|entry| entry.naming && self.skeletons.fold(&entry.word) == key)
    }
}
