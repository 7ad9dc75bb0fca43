//! Words glued together and words cut in two, where the file itself proves it.
//!
//! Guard for `қызметт і`: one of the parts occurs nowhere else, the joined word
//! does. Guard for `услугодателяпринимает`: the two words stand next to each
//! other elsewhere in the file, each occurs more often than the glued form.

use crate::passage::{Passage, Piece};

use super::line::RepairedLine;
use super::vocabulary::Vocabulary;

/// Joins and parts words.
pub(super) fn repair(lines: &mut [RepairedLine], vocabulary: &Vocabulary) {
    for line in lines.iter_mut().filter(|line| !line.furniture) {
        if let Some(words) = joined(&line.words, vocabulary) {
            line.words = words;
        }
    }
}

fn joined(words: &Passage, vocabulary: &Vocabulary) -> Option<Passage> {
    let text = words.text();
    let mut pieces = Vec::new();
    let mut from = 0;
    for (blank, _) in text.match_indices(' ') {
        let left = text[..blank].rsplit(' ').next().unwrap_or_default();
        let right = text[blank + 1..].split(' ').next().unwrap_or_default();
        if is_cut(left, right, vocabulary) {
            pieces.push(Piece::Kept(from..blank));
            from = blank + 1;
        }
    }
    if pieces.is_empty() {
        return None;
    }
    pieces.push(Piece::Kept(from..text.len()));
    Some(words.rearranged(&pieces))
}

fn is_cut(left: &str, right: &str, vocabulary: &Vocabulary) -> bool {
    let short = |word: &str| word.chars().nth(2).is_none();
    let left = left.trim_start_matches(|c: char| !c.is_alphanumeric());
    let right = right.trim_end_matches(|c: char| !c.is_alphanumeric());
    let letters = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
    if !(short(left) || short(right)) || !letters(left) || !letters(right) {
        return false;
    }
    if right.starts_with(char::is_uppercase) {
        return false;
    }
    let pair = vocabulary.count_pair(left, right);
    let rare = vocabulary.count(left).min(vocabulary.count(right)) <= pair;
    rare && vocabulary.count(&format!("{left}{right}")) >= 2
}
