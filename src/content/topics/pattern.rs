//! Title patterns: stems that must and must not name words of a title.

use crate::content::stem::{Stem, Word};

/// A part of a pattern: stems of which one is enough.
type Part = Vec<Stem>;

/// One line of `titles`.
#[derive(Clone, Debug)]
pub struct Pattern {
    wanted: Vec<Part>,
    unwanted: Vec<Part>,
}

impl Pattern {
    /// Reads `a b|c !d`.
    ///
    /// # Errors
    ///
    /// What is wrong with the line, as a message.
    pub fn parse(line: &str) -> Result<Self, String> {
        let mut pattern = Self {
            wanted: Vec::new(),
            unwanted: Vec::new(),
        };
        for part in line.split_whitespace() {
            match part.strip_prefix('!') {
                Some(stems) => pattern.unwanted.push(parse_part(stems)?),
                None => pattern.wanted.push(parse_part(part)?),
            }
        }
        if pattern.wanted.is_empty() {
            return Err("the pattern wants no word, so that it would claim every title".to_owned());
        }
        Ok(pattern)
    }

    /// Whether the words are those of a title that it claims.
    pub fn claims(&self, words: &[Word]) -> bool {
        self.wanted.iter().all(|part| names_any(part, words))
            && !self.unwanted.iter().any(|part| names_any(part, words))
    }

    /// How many parts must be there.
    pub const fn parts(&self) -> usize {
        self.wanted.len()
    }

    /// Per cent of its wanted parts that name a word.
    pub fn nearness(&self, words: &[Word]) -> usize {
        let named = self.wanted.iter().filter(|part| names_any(part, words));
        named.count() * 100 / self.wanted.len()
    }
}

fn parse_part(part: &str) -> Result<Part, String> {
    part.split('|')
        .map(|stem| Stem::parse(stem).ok_or_else(|| format!("{part:?} is not made of stems")))
        .collect()
}

fn names_any(part: &Part, words: &[Word]) -> bool {
    words
        .iter()
        .any(|word| part.iter().any(|stem| stem.names(word)))
}
