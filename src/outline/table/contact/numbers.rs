//! Phone and fax numbers: by the words before them, or whole with their code.

use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use regex::Regex;

use super::{ContactKind, Label, expression, is_free};
use crate::content::patterns::Lexicon;
use crate::repair::letters::is_letter_or_digit;

/// Figures of a number without its code.
const LOCAL: RangeInclusive<usize> = 5..=7;

static DIGITS: LazyLock<Regex> = LazyLock::new(|| expression(r"^[\s:.,;№+0-9()–/-]*[0-9]"));
/// A whole number with trunk prefix and code: that of a mobile phone in groups, or another.
const WHOLE: &str = r"(?:\+7|8)[ -]?\(?[0-9]{3}\)?[ -][0-9]{3}[ -][0-9]{2}[ -][0-9]{2}|(?:\+7|8)[ -]?(?:\(\s?[0-9]{3,5}\s?\)|[0-9]{3,5})[ -]?[0-9][0-9-]{3,8}";
/// A whole number and, behind it, whole numbers or some of the same code.
static FULL_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    expression(&format!(
        r"(?:{WHOLE})(?:\s?[,;]\s?(?:{WHOLE}|[0-9][0-9-]{{3,8}}[0-9]))*"
    ))
});

/// Whole numbers. The trunk prefix is no end of a word or number; a boundary in
/// the expression would say so too, but keeps the fast engine from reading it.
pub(super) fn full_numbers(text: &str) -> Vec<Range<usize>> {
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(number) = FULL_NUMBER.find_at(text, from) {
        let before = text[..number.start()].chars().next_back();
        let is_inside = before.is_some_and(|sign| is_letter_or_digit(sign) || sign == '_');
        if is_inside && number.as_str().starts_with('8') {
            from = number.start() + 1;
        } else {
            let range = number.start()..whole_end(text, number.range());
            from = range.end;
            numbers.push(range);
        }
    }
    numbers
}

/// The end of numbers that does not cut one: of those behind the first, what is cut stays
/// outside; the first one takes in the figures that are left.
fn whole_end(text: &str, range: Range<usize>) -> usize {
    let left = text[range.end..].bytes();
    let left = left.take_while(|sign| sign.is_ascii_digit() || *sign == b'-');
    let figures: Vec<u8> = left.collect();
    let Some(last) = figures.iter().rposition(u8::is_ascii_digit) else {
        return range.end;
    };
    let numbers = &text[range.clone()];
    match numbers.rfind([',', ';']) {
        Some(mark) => range.start + numbers[..mark].trim_end().len(),
        None => range.end + last + 1,
    }
}

/// Numbers behind the words for phone and fax.
pub(super) fn labelled_numbers(text: &str, labels: &[Label]) -> Vec<(ContactKind, Range<usize>)> {
    let mut numbers: Vec<(ContactKind, Range<usize>)> = Vec::new();
    for (label, kind) in labels {
        let Some(kind) = *kind else { continue };
        let rest = &text[label.end..];
        let Some(digits) = DIGITS.find(rest) else {
            continue;
        };
        let blank = rest.len() - rest.trim_start_matches([' ', ':', '.', ',', '№']).len();
        // The word for a code stands in the bracket of the code.
        let open = text[label.clone()].rfind('(');
        let start = open.map_or(label.end + blank, |open| label.start + open);
        let range = start..label.end + digits.end();
        let count = text[range.clone()]
            .bytes()
            .filter(u8::is_ascii_digit)
            .count();
        if count >= 5 && is_free(&numbers, &range) {
            numbers.push((kind, range));
        }
    }
    numbers
}

/// Whether words begin with as many figures as a number of phones has without its code.
/// With `0` and `1` postcodes begin.
#[must_use]
pub fn begins_with_number(text: &str) -> bool {
    let is_figure = |c: char| c.is_ascii_digit() || c == '-';
    let end = text.find(|c| !is_figure(c)).unwrap_or(text.len());
    let figures = text[..end].bytes().filter(u8::is_ascii_digit).count();
    let behind = text[end..].chars().next();
    LOCAL.contains(&figures)
        && !text.starts_with(['0', '1', '-'])
        && behind.is_none_or(|sign| " ,;(".contains(sign))
}

/// Whether the next line goes on with a number or brings an announced one: a text ends with
/// the word for a contact, with a code in brackets, or with the mark before more figures.
pub(in super::super) fn awaits_number(text: &str, lexicon: &Lexicon) -> bool {
    let text = text.trim_end();
    let labels = lexicon.find_all("contact-label", text);
    let ends = |rest: &str| rest.trim_matches(['.', ':']).is_empty();
    text.ends_with([')', ',', '-', '–'])
        || labels.iter().any(|label| ends(&text[label.range.end..]))
}

/// The numbers that a text begins with, where the first word behind them is one for fax:
/// a cell of phones says of its other numbers alone what they are.
pub(super) fn numbers_before_fax(text: &str, labels: &[Label]) -> Option<Range<usize>> {
    let (label, _) = labels
        .first()
        .filter(|(_, kind)| *kind == Some(ContactKind::Fax))?;
    let before = text[..label.start].trim_end_matches([' ', '\n', ',', ';', '(']);
    let is_figures = |c: char| c.is_ascii_digit() || " +-–(),;/".contains(c);
    let count = before.bytes().filter(u8::is_ascii_digit).count();
    (count >= 5 && before.chars().all(is_figures)).then(|| {
        let blank = before.len() - before.trim_start().len();
        blank..before.len()
    })
}
