//! Displaced numbers: the number of a list item or the full stop of a point
//! that was moved to the end of its line.
//!
//! Guard for items (`Оформление документов 1)`): an indented line that begins
//! with a capital letter, or ends behind the semicolon of an item
//! (`копия паспорта;4)`), no bracket that the end could close, and the number
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
        if !line.has_words() || line.indent.blanks < 2 {
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
    let before = body.trim_end_matches(|c: char| c.is_ascii_digit());
    let start = before.len();
    // Behind the stop of an item in a list that has begun, nothing else can stand.
    let is_behind_stop = before.ends_with(';') && expected > 1;
    let is_apart = before.ends_with(' ') && text.starts_with(char::is_uppercase);
    let is_next = body[start..].parse() == Ok(expected);
    if !is_next || !is_behind_stop && !is_apart || text.contains('(') {
        return None;
    }
    Some(words.rearranged(&[
        Piece::Kept(start..text.len()),
        Piece::Inserted(" "),
        Piece::Kept(0..before.trim_end().len()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: u32, repaired: Option<&str>) {
        let words = Passage::verbatim(line, 0);
        let item = displaced_item(&words, expected);
        assert_eq!(item.as_ref().map(Passage::text), repaired, "in: {line}");
    }

    #[test]
    fn the_number_of_an_item_may_end_its_line() {
        check("Выдача справок 2)", 2, Some("2) Выдача справок"));
        check("копия паспорта;4)", 4, Some("4) копия паспорта;"));
        check("копия паспорта;5)", 4, None);
        check("копия паспорта 4)", 4, None);
        check("копия паспорта (пункт 3;4)", 4, None);
        check("копия паспорта;1)", 1, None);
    }
}
