//! Several links in one phrase: their numbers stand at the end of the line, the
//! separators and the noun stayed: `, , -қосымшаларына ... 5 6 7`.
//!
//! Guard: a noun with a hyphen and no number before it, or a comma with a blank
//! before it, and at the end of the line exactly as many numbers as are missing.

use std::ops::Range;

use crate::passage::{Passage, Piece};

use super::links::LinkWords;

/// The line with its numbers back in their places, if that changes it.
pub(super) fn repair(words: &Passage, links: &LinkWords) -> Option<Passage> {
    let text = words.text();
    // Without its hyphen there is no noun, and looking for one is dear.
    let noun = text
        .contains('-')
        .then_some(links.orphan.as_ref()?)
        .and_then(|orphan| orphan.captures(text))
        .and_then(|found| found.name("noun"));
    // The separators stand before the noun, or alone at the end of the line.
    let (noun_start, rest_end) = match noun {
        Some(noun) => (noun.start(), noun.end()),
        None if text.contains(" , ") => {
            let comma = text.rfind(" , ")? + " ,".len();
            (comma, comma)
        }
        None => return None,
    };
    let separators = separators_before(text, noun_start, links);
    let numbers = numbers_at_end(text, rest_end);
    if separators.is_empty() && noun.is_none() {
        return None;
    }
    let missing = separators.len() + 1;
    // Without a noun the line end cut it, and with it the last number's place.
    let fits = numbers.len() == missing || (noun.is_some() && numbers.len() == missing + 1);
    if numbers.is_empty() || !fits {
        return None;
    }
    let start = separators.first().map_or(noun_start, |first| first.start);
    let left = text[..start].trim_end().len();
    let mut pieces = vec![Piece::Kept(0..left)];
    for (index, number) in numbers.iter().take(missing).enumerate() {
        pieces.push(Piece::Inserted(" "));
        pieces.push(Piece::Kept(number.clone()));
        if let Some(separator) = separators.get(index) {
            if &text[separator.clone()] != "," {
                pieces.push(Piece::Inserted(" "));
            }
            pieces.push(Piece::Kept(separator.clone()));
        }
    }
    let before_numbers = text[..numbers[0].start].trim_end().len();
    pieces.push(Piece::Kept(noun_start..before_numbers.max(noun_start)));
    if let (Some(next), Some(last)) = (numbers.get(missing), numbers.last()) {
        pieces.push(Piece::Inserted(" "));
        pieces.push(Piece::Kept(next.start..last.end));
    }
    if numbers.len() == missing
        && let Some(last) = numbers.last()
    {
        // What stands after the numbers: nothing, or the hyphen of a cut link.
        pieces.push(Piece::Kept(last.end..text.len()));
    }
    let read = words.rearranged(&pieces);
    (read.text() != text).then_some(read)
}

/// Commas and conjunctions right before a byte, in the order of the line.
fn separators_before(text: &str, end: usize, links: &LinkWords) -> Vec<Range<usize>> {
    let mut separators = Vec::new();
    let mut rest = text[..end].trim_end();
    loop {
        let start = rest.rfind(' ').map_or(0, |blank| blank + 1);
        let word = &rest[start..];
        let separates = word == "," || links.between.iter().any(|between| between == word);
        if !separates || start == 0 {
            break;
        }
        separators.push(start..rest.len());
        rest = rest[..start].trim_end();
    }
    separators.reverse();
    separators
}

/// Bare numbers (`2`, `10-1`, `9-`) at the end of a line, after a byte.
fn numbers_at_end(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut numbers = Vec::new();
    let mut end = text.len();
    while end > from {
        let start = text[from..end]
            .rfind(' ')
            .map_or(from, |blank| from + blank + 1);
        let word = &text[start..end];
        let bare = word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || c == '-');
        if !bare {
            break;
        }
        numbers.push(start..end);
        end = text[..start].trim_end().len();
    }
    numbers.reverse();
    numbers
}
