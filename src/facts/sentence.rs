//! Sentences: what the full stops and semicolons of a text part.

use crate::passage::Passage;

/// The sentences of a text.
pub fn sentences(words: &Passage) -> Vec<Passage> {
    let text = words.text();
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', ';']) {
        let end = at + mark.len();
        let rest = &text[end..];
        let next = rest.trim_start();
        let ends = rest.len() > next.len() && (mark == ";" || next.starts_with(char::is_uppercase));
        if ends {
            sentences.push(words.slice(start..end).trim());
            start = text.len() - next.len();
        }
    }
    sentences.push(words.slice(start..text.len()).trim());
    sentences
}
