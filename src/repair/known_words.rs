//! Words that ran together and that a list knows: `следующиедокументы`, `қызметтегін`.
//!
//! A short act has most of its words once, so that the file itself proves nothing.
//! The words that acts of this kind are made of stand in
//! `content/repair/<language>/words.toml`.
//!
//! Guard: the whole is no word of the list and stands in the file at most as often as
//! each part that the list does not know; one part is of the list, the other is of
//! the list, a word that the file has more than once, or ends as no word goes on.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use super::content::WordsFile;
use super::letters::is_letter;
use super::line::RepairedLine;
use super::vocabulary::{Plain, Vocabulary, hash};

/// Letters of the shortest part that the list does not know.
const SHORT: usize = 4;
/// Bytes of the shortest and of the longest word that is looked at: two words of four
/// letters; what is longer than a few words is none.
const LENGTH: std::ops::RangeInclusive<usize> = 16..=120;

/// The words that acts are made of.
#[derive(Debug, Default)]
pub(super) struct KnownWords {
    words: HashSet<String>,
    /// Endings after which no word goes on, but for the words of the list.
    closed: Vec<String>,
    /// Beginnings of words that look glued and are whole.
    whole: Vec<String>,
    /// Words that follow a number.
    counted: HashSet<String>,
}

impl KnownWords {
    pub(super) fn new(file: &WordsFile) -> Self {
        let counted = file.counted.iter();
        let words = file.words.iter().flat_map(|line| line.split_whitespace());
        let words: HashSet<String> = words.map(str::to_owned).collect();
        Self {
            words: counted.clone().cloned().chain(words).collect(),
            closed: file.closed.clone(),
            whole: file.whole.clone(),
            counted: counted.cloned().collect(),
        }
    }
}

/// Parts words that ran together.
pub(super) fn repair(lines: &mut [RepairedLine], known: &KnownWords, vocabulary: &Vocabulary) {
    if known.words.is_empty() {
        return;
    }
    let mut cuts: HashMap<u64, Option<usize>, BuildHasherDefault<Plain>> = HashMap::default();
    for line in lines.iter_mut().filter(|line| !line.furniture) {
        let text = line.words.text();
        let mut found = Vec::new();
        for word in text.split(|c: char| !is_letter(c)) {
            let at = word.as_ptr().addr() - text.as_ptr().addr();
            if at > 0 && text.as_bytes()[at - 1].is_ascii_digit() && known.counted.contains(word) {
                found.push(at);
            }
            if LENGTH.contains(&word.len()) && !word.is_ascii() {
                let cut = cuts
                    .entry(hash(word))
                    .or_insert_with(|| cut_of(word, known, vocabulary));
                found.extend(cut.map(|cut| at + cut));
            }
        }
        if found.is_empty() {
            continue;
        }
        line.words = line.words.parted_at(&found);
    }
}

/// Where a word ran together; of several places the one that leaves the longest
/// word of the list.
fn cut_of(word: &str, known: &KnownWords, vocabulary: &Vocabulary) -> Option<usize> {
    let small = word.to_lowercase();
    if small.len() != word.len()
        || known.words.contains(&small)
        || known
            .whole
            .iter()
            .any(|stem| small.starts_with(stem.as_str()))
    {
        return None;
    }
    let count = vocabulary.count(word);
    let is_listed = |part: &str| known.words.contains(part);
    let is_other = |part: &str, goes_before: bool| {
        let long = part.chars().nth(SHORT - 1).is_some();
        let ends = goes_before && known.closed.iter().any(|end| part.ends_with(end.as_str()));
        long && (ends && count < 3 || vocabulary.count(part) >= count.max(2))
    };
    let places = small.char_indices().skip(2).map(|(at, _)| at);
    let cuts = places.filter_map(|at| {
        let (left, right) = small.split_at(at);
        let (first, second) = (is_listed(left), is_listed(right));
        let weight = match (first, second) {
            (true, true) => left.len() + right.len(),
            (true, false) if is_other(&word[at..], false) => left.len(),
            (false, true) if is_other(&word[..at], true) => right.len(),
            _ => return None,
        };
        Some((weight, at))
    });
    cuts.max().map(|(_, at)| at)
}
