//! Items that follow each other in one line, with the words that stand over a group
//! of them and the sentences behind the last one.

use std::ops::Range;

use super::super::super::marker::{MarkerKind, find_marker};
use crate::passage::Passage;
use crate::repair::quotes::CLOSING;

/// Letters of the shortest word that ends a sentence; a shorter one is an
/// abbreviation. Chosen by hand.
const WORD: usize = 4;

/// Parts words in which items follow each other: each number is one more than that
/// of the item before it, or begins anew behind a colon.
pub(super) fn parts(words: &Passage) -> Vec<Passage> {
    let text = words.text();
    let first = find_marker(text);
    let mut next = match &first {
        Some(marker) if marker.kind == MarkerKind::Item => marker.ordinal().map_or(1, |n| n + 1),
        _ => 1,
    };
    let kind = first.map(|marker| marker.kind);
    let mut cuts: Vec<usize> = vec![0];
    for (at, mark) in text.match_indices([';', ':', '.', ' ']) {
        let rest = &text[at + 1..];
        let item = rest.trim_start();
        let begins = text.len() - item.len();
        let from = cuts.last().copied().unwrap_or_default();
        if mark == " " {
            // Items may follow each other without a mark; a bracket may hold a number.
            if next > 1 && is_item(item, next) && is_outside_brackets(&text[from..at]) {
                cuts.push(begins);
                next += 1;
            }
            continue;
        }
        if rest.len() == item.len() {
            continue;
        }
        if kind == Some(MarkerKind::Dash) {
            let is_next = find_marker(item).is_some_and(|marker| marker.kind == MarkerKind::Dash);
            if mark == ";" && is_next {
                cuts.push(begins);
            }
        } else if kind == Some(MarkerKind::Point) {
            if mark != ":" && is_point(item, cuts.len() + 1) {
                cuts.push(begins);
            }
        } else if is_item(item, next) {
            cuts.push(begins);
            next += 1;
        } else if mark == ":" && next > 1 && item.starts_with("1)") {
            cuts.extend(sentence_before(text, from..at));
            cuts.push(begins);
            next = 2;
        }
    }
    // What follows the last item in its line says more about all of them.
    if next > 2 {
        let last = cuts.last().copied().unwrap_or_default();
        cuts.extend(sentence_behind(text, last));
    }
    let ends = cuts.iter().skip(1).copied().chain([text.len()]);
    cuts.iter()
        .zip(ends)
        .map(|(start, end)| words.slice(*start..end).trim())
        .filter(|part| !part.is_empty())
        .collect()
}

fn is_item(text: &str, number: u32) -> bool {
    text.strip_prefix(&format!("{number})"))
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || c.is_alphabetic()))
        && !is_reference(text)
}

/// Whether a number only names an item, alone or with the next one: what is said of it
/// follows behind a dash, as in `kinds 3) and 4) – 1 day`.
fn is_reference(text: &str) -> bool {
    let is_dash = |word: &&str| ["-", "–", "—"].contains(word);
    let is_number = |word: &&str| {
        word.strip_suffix(')').is_some_and(|figures| {
            !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let words: Vec<&str> = text.split_whitespace().skip(1).take(3).collect();
    match words.as_slice() {
        [dash, ..] if is_dash(dash) => true,
        [_, number, dash] => is_number(number) && is_dash(dash),
        _ => false,
    }
}

/// Whether words begin with the number of a point and a capital letter.
fn is_point(text: &str, number: usize) -> bool {
    let rest = text.strip_prefix(&format!("{number}. "));
    rest.is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase))
}

/// Whether every bracket of an item is closed, but for that of its number.
fn is_outside_brackets(item: &str) -> bool {
    let marker = find_marker(item).map_or(0, |marker| marker.len);
    let inside = &item[marker.min(item.len())..];
    inside.matches('(').count() <= inside.matches(')').count()
}

/// Where the words begin that end with a colon: behind the last mark of the item.
fn sentence_before(text: &str, range: Range<usize>) -> Option<usize> {
    let inside = &text[range.clone()];
    let marks = inside.rmatch_indices([';', '.']);
    let starts = marks.filter_map(|(at, mark)| match mark {
        // Behind a semicolon anything begins anew.
        ";" => Some(inside.len() - inside[at + 1..].trim_start().len()),
        _ => begins_sentence(inside, at),
    });
    starts.map(|at| range.start + at).next()
}

/// Where the first sentence behind an item begins.
fn sentence_behind(text: &str, from: usize) -> Option<usize> {
    let inside = &text[from..];
    let mut marks = inside.match_indices('.').filter(|(at, _)| {
        let before = &inside[..*at];
        let letters = before.chars().rev().take_while(|c| c.is_alphabetic());
        letters.count() >= WORD || before.ends_with(')') || before.ends_with(CLOSING)
    });
    marks
        .find_map(|(at, _)| begins_sentence(inside, at))
        .map(|at| from + at)
}

/// The place behind a mark and blanks where a capital letter stands.
fn begins_sentence(text: &str, mark: usize) -> Option<usize> {
    let rest = &text[mark + 1..];
    let sentence = rest.trim_start();
    let begins = sentence.len() < rest.len() && sentence.starts_with(char::is_uppercase);
    begins.then(|| text.len() - sentence.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        let read = parts(&Passage::verbatim(words, 0));
        let read: Vec<&str> = read.iter().map(Passage::text).collect();
        assert_eq!(read, expected, "in: {words}");
    }

    #[test]
    fn items_of_one_line_are_parted() {
        check("1) а; 2) б; 3) в.", &["1) а;", "2) б;", "3) в."]);
        check("ұсынады: 1) а; 2) б", &["ұсынады:", "1) а;", "2) б"]);
        check(
            "1) а (форма 2) б) 2) в 3) г",
            &["1) а (форма 2) б)", "2) в", "3) г"],
        );
        check(
            "1) виды 1) и 2) – 3 дня, виды 3) и 4) – 1 день; 2) портал",
            &[
                "1) виды 1) и 2) – 3 дня, виды 3) и 4) – 1 день;",
                "2) портал",
            ],
        );
        check("- а; - б; - в.", &["- а;", "- б;", "- в."]);
        check("1. А. 2. Б. 3. В.", &["1. А.", "2. Б.", "3. В."]);
        check(
            "смотри пункт 1) Закона; 3) в",
            &["смотри пункт 1) Закона; 3) в"],
        );
    }

    #[test]
    fn a_group_that_begins_anew_has_its_words_over_it() {
        check(
            "К услугодателю: 1) заявление; 2) фото 3 х 4 см. На портал: 1) запрос; 2) фото.",
            &[
                "К услугодателю:",
                "1) заявление;",
                "2) фото 3 х 4 см.",
                "На портал:",
                "1) запрос;",
                "2) фото.",
            ],
        );
    }

    #[test]
    fn the_words_over_a_group_may_begin_small_behind_a_semicolon() {
        check(
            "порталда: 1) сұрау салу; кеңсеге: 1) өтініш.",
            &["порталда:", "1) сұрау салу;", "кеңсеге:", "1) өтініш."],
        );
    }

    #[test]
    fn a_sentence_behind_the_last_item_is_none_of_them() {
        check(
            "1) заявление; 2) справка г. Алматы. Сведения услугодатель получает сам.",
            &[
                "1) заявление;",
                "2) справка г. Алматы.",
                "Сведения услугодатель получает сам.",
            ],
        );
        check(
            "1) өтініш; 2) куәлік. Талап етілмейді.",
            &["1) өтініш;", "2) куәлік.", "Талап етілмейді."],
        );
    }
}
