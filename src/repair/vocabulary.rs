//! Vocabulary: how often the words of a file occur in it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::letters::{is_letter, is_letter_or_digit};
use super::line::RepairedLine;

/// Words of a file with their frequencies; words with inner hyphens count both
/// as a whole and in parts, pairs of neighbours count as pairs. Words are kept
/// as hashes: a vocabulary answers questions, it does not list words.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: HashMap<u64, u32, BuildHasherDefault<Plain>>,
    pairs: HashMap<u64, u32, BuildHasherDefault<Plain>>,
}

/// Takes the hash that is already one.
#[derive(Clone, Debug, Default)]
pub struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl Vocabulary {
    /// The vocabulary of the act's text in the given lines.
    pub(super) fn of(lines: &[RepairedLine]) -> Self {
        let mut vocabulary = Self::default();
        let mut cut = false;
        for line in lines.iter().filter(|line| !line.furniture) {
            let mut text = line.words.text();
            if text.is_empty() {
                continue;
            }
            // The parts of a word that a line end cuts are no words.
            if cut {
                text = text.split_once(' ').map_or("", |(_, rest)| rest);
            }
            let body = text.strip_suffix('-').unwrap_or_default();
            cut = body.ends_with(is_letter);
            if cut {
                text = body.rsplit_once(' ').map_or("", |(rest, _)| rest);
            }
            vocabulary.add(text);
        }
        vocabulary
    }

    /// How often a word occurs, in small or capital letters as given.
    #[must_use]
    pub fn count(&self, word: &str) -> u32 {
        self.words.get(&hash(word)).copied().unwrap_or_default()
    }

    /// How often two words stand next to each other with one blank between.
    #[must_use]
    pub fn count_pair(&self, left: &str, right: &str) -> u32 {
        self.pairs
            .get(&pair(hash(left), hash(right)))
            .copied()
            .unwrap_or_default()
    }

    fn add(&mut self, text: &str) {
        let mut before = None;
        for token in text.split_whitespace() {
            let whole = token.trim_matches(|c: char| !is_letter_or_digit(c));
            if whole.is_empty() {
                before = None;
                continue;
            }
            let own = hash(whole);
            *self.words.entry(own).or_default() += 1;
            if whole.contains(|c: char| !is_letter_or_digit(c)) {
                for part in whole.split(|c: char| !is_letter_or_digit(c)) {
                    *self.words.entry(hash(part)).or_default() += 1;
                }
            }
            if let Some(before) = before.filter(|_| token.starts_with(whole)) {
                *self.pairs.entry(pair(before, own)).or_default() += 1;
            }
            before = token.ends_with(whole).then_some(own);
        }
    }
}

/// FNV-1a over eight bytes at a time: fast, and the same on every machine.
pub(super) fn hash(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for chunk in word.as_bytes().chunks(8) {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        hash = (hash ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    hash
}

const fn pair(left: u64, right: u64) -> u64 {
    (left.rotate_left(17) ^ right).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    #[test]
    fn a_vocabulary_counts_words_and_neighbours() {
        let vocabulary = Vocabulary::of(&split("бланк (мекен-жайы), мекен\nмекен жайы"));
        let counts =
            ["мекен-жайы", "мекен", "жайы", "бланк", "жай"].map(|word| vocabulary.count(word));
        assert_eq!(counts, [1, 3, 2, 1, 0]);
        assert_eq!(vocabulary.count_pair("мекен", "жайы"), 1);
        assert_eq!(vocabulary.count_pair("бланк", "мекен-жайы"), 0);
    }

    #[test]
    fn the_parts_of_a_word_cut_by_a_line_end_are_no_words() {
        let vocabulary = Vocabulary::of(&split("барлық меке-\n\nмесі бар"));
        let counts = ["барлық", "меке", "месі", "бар"].map(|word| vocabulary.count(word));
        assert_eq!(counts, [1, 0, 0, 1]);
    }
}
