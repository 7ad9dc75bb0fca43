//! Displaced numbers: the number of a list item or the full stop of a point
//! that was moved to the end of its line.
//!
//! Guard for items (`Оформление документов 1)`): an indented line that begins
//! with a capital letter, no bracket that the end could close, and the number
//! that comes next. Guard for points (`15 Документом ... для .`): an indented
//! line that begins with a bare number and a capital letter and ends with a
//! stop that stands alone, while the sentence goes on in the next line.

use crate::passage::{Passage, Piece};

use super::line::{RepairedLine, next_with_words};

/// Puts the numbers of items and the stops of points back.
pub(super) fn repair(lines: &mut [RepairedLine]) {
    let mut expected = 1;
    for at in 0..lines.len() {
        let line = &lines[at];
        if line.furniture || line.words.is_empty() || line.indent.blanks < 2 {
            continue;
        }
        let item = displaced_item(&line.words, expected);
        let read = item.or_else(|| {
            let next = next_with_words(lines, at)?;
            let goes_on = lines[next].words.text().starts_with(char::is_lowercase);
            displaced_stop(&lines[at].words).filter(|_| goes_on)
        });
        if let Some(words) = read {
            lines[at].words = words;
        }
        expected = next_number(lines[at].words.text(), expected);
    }
}

/// The number of the item after this line.
fn next_number(text: &str, expected: u32) -> u32 {
    if text.ends_with(':') {
        return 1;
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text[..digits].parse::<u32>() {
        Ok(number) if text[digits..].starts_with(')') => number.saturating_add(1),
        _ => expected,
    }
}

fn displaced_item(words: &Passage, expected: u32) -> Option<Passage> {
    let text = words.text();
    let body = text.strip_suffix(')')?;
    let start = body.rfind(' ')?;
    let number = &body[start + 1..];
    if number.parse() != Ok(expected) || !text.starts_with(char::is_uppercase) {
        return None;
    }
    if text.contains('(') {
        return None;
    }
    Some(words.rearranged(&[
        Piece::Kept(start + 1..text.len()),
        Piece::Inserted(" "),
        Piece::Kept(0..text[..start].trim_end().len()),
    ]))
}

fn displaced_stop(words: &Passage) -> Option<Passage> {
    let text = words.text();
    let body = text.strip_suffix(" .")?;
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let after = body[digits..].strip_prefix(' ')?;
    if digits == 0 || digits > 3 || !after.starts_with(char::is_uppercase) {
        return None;
    }
    Some(words.rearranged(&[
        Piece::Kept(0..digits),
        Piece::Kept(text.len() - 1..text.len()),
        Piece::Kept(digits..body.trim_end().len()),
    ]))
}
