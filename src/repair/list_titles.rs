//! Displaced titles in the act's own list: a link whose words open a title
//! stands at the end of the line, the rest of the title before it.
//!
//! `2)  үйде оқытуға;"Мүгедек балаларды` is `2) "Мүгедек балаларды үйде
//! оқытуға";`. Guard: a list number, then a gap of two blanks or a lone stop,
//! then words that go on in small letters, then an opening quote before a
//! capital letter that nothing closes on the line unless the whole title is it.

use super::quotes::{CLOSING, OPENING};
use crate::passage::{Passage, Piece};

/// The line with its title in order, if that changes it.
pub(super) fn repair(words: &Passage) -> Option<Passage> {
    let text = words.text();
    let marker = marker_end(text)?;
    let after = &text[marker..];
    let rest = marker + after.len() - after.trim_start().len();
    let gap = rest - marker;
    let (quote, whole) = opening_quote(text, rest)?;
    let between = text[rest..quote].trim_end();
    let continues = between.starts_with(|c: char| c.is_lowercase() || c == '(');
    let lone_stop = matches!(between, ";" | "," | "." | ";,");
    if !(lone_stop && whole || gap >= 2 && continues && !whole) {
        return None;
    }
    let mut pieces = vec![
        Piece::Kept(0..marker),
        Piece::Kept(marker..marker + 1),
        Piece::Kept(quote..text.len()),
    ];
    if !lone_stop {
        pieces.push(Piece::Inserted(" "));
    }
    pieces.push(Piece::Kept(rest..rest + between.len()));
    Some(words.rearranged(&pieces))
}

/// The end of a list number `12)` or `12.` at the start, if a blank follows.
fn marker_end(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let end = digits + 1;
    let marker = text.as_bytes().get(digits)?;
    let blank = text.as_bytes().get(end)?;
    (digits > 0 && matches!(marker, b')' | b'.') && *blank == b' ').then_some(end)
}

/// The quote that opens the displaced words, and whether they are quoted whole.
fn opening_quote(text: &str, from: usize) -> Option<(usize, bool)> {
    let is_open = |at: usize| {
        let after = text[at..].chars().nth(1);
        let before = text[..at].chars().next_back();
        after.is_some_and(char::is_uppercase)
            && before.is_some_and(|c| matches!(c, ' ' | ';' | ',') || CLOSING.contains(&c))
    };
    let (quote, _) = text[from..]
        .char_indices()
        .map(|(at, c)| (from + at, c))
        .rfind(|(at, c)| OPENING.contains(c) && *at > from && is_open(*at))?;
    let inside = &text[quote..];
    match inside
        .char_indices()
        .skip(1)
        .find(|(_, c)| CLOSING.contains(c))
    {
        None => Some((quote, false)),
        Some((close, last)) if close + last.len_utf8() == inside.len() => Some((quote, true)),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = Passage::verbatim(text, 0);
        let read = repair(&words).unwrap_or(words);
        assert_eq!(read.text(), expected);
        assert_eq!(repair(&read), None, "a second time");
    }

    #[test]
    fn a_title_that_ends_on_its_line_is_put_together() {
        check(
            "2)  үйде оқытуға жұмсалған шығындарды өтеу\";\"Мүгедек балаларды",
            "2) \"Мүгедек балаларды үйде оқытуға жұмсалған шығындарды өтеу\";",
        );
    }

    #[test]
    fn a_title_that_goes_on_keeps_its_line_end() {
        check(
            "16)  (ұйымдарда) арнаулы әлеуметтік \"Медициналық-әлеуметтік мекемелерде",
            "16) \"Медициналық-әлеуметтік мекемелерде (ұйымдарда) арнаулы әлеуметтік",
        );
        check(
            "3)  помощи детям \"Назначение социальной",
            "3) \"Назначение социальной помощи детям",
        );
    }

    #[test]
    fn a_title_behind_its_own_stop_comes_before_it() {
        check(
            "1) ;\"Оралман мәртебесін беру\"",
            "1) \"Оралман мәртебесін беру\";",
        );
    }

    #[test]
    fn a_title_in_its_place_stays() {
        check(
            "1) \"Оралман мәртебесін беру\";",
            "1) \"Оралман мәртебесін беру\";",
        );
        check(
            "1) регламент \"Выдача справок",
            "1) регламент \"Выдача справок",
        );
        check(
            "1)  постановление \"О мерах\" по району",
            "1)  постановление \"О мерах\" по району",
        );
    }
}
