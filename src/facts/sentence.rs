//! Sentences: what the full stops and semicolons of a text part.

use crate::passage::Passage;

/// The sentences of a text.
pub fn sentences(words: &Passage) -> Vec<Passage> {
    let text = words.text();
    let mut sentences = Vec::new();
    let mut start = 0;
    for end in ends(text) {
        sentences.push(words.slice(start..end).trim());
        start = end;
    }
    sentences.push(words.slice(start..text.len()).trim());
    sentences
}

/// The places inside a text behind the marks that end its sentences: semicolons, and full
/// stops before a capital letter.
pub(super) fn ends(text: &str) -> impl Iterator<Item = usize> {
    let marks = text.match_indices(['.', ';']);
    marks.filter_map(|(at, mark)| {
        let end = at + mark.len();
        let rest = &text[end..];
        let next = rest.trim_start();
        let parts = rest.len() > next.len();
        (parts && (mark == ";" || next.starts_with(char::is_uppercase))).then_some(end)
    })
}
