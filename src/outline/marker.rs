//! Markers: the numbers and signs that begin points and items.

use std::sync::LazyLock;

use regex::Regex;

/// Kind of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkerKind {
    /// `12.`, a point or a chapter.
    Point,
    /// `12` without a full stop before a capital letter.
    BarePoint,
    /// `2)`, an item.
    Item,
    /// A dash.
    Dash,
}

/// A marker at the beginning of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker<'a> {
    /// What it marks.
    pub kind: MarkerKind,
    /// As printed, with punctuation.
    pub printed: &'a str,
    /// The number without punctuation; empty for a dash.
    pub number: &'a str,
    /// Bytes of the line up to the words.
    pub len: usize,
}

impl Marker<'_> {
    /// The number as a figure; `9-1` counts as 9.
    #[must_use]
    pub fn ordinal(&self) -> Option<u32> {
        let figures = self.number.split('-').next()?;
        figures.parse().ok()
    }
}

static POINT: LazyLock<Regex> = LazyLock::new(|| expression(r"^(\d{1,3}(?:-\d{1,2})?)\s?\.\s*"));
static BARE: LazyLock<Regex> = LazyLock::new(|| expression(r"^(\d{1,3})\s+\p{Lu}\p{Ll}"));
static ITEM: LazyLock<Regex> =
    LazyLock::new(|| expression(r"^(\d{1,3}(?:-\d{1,2})?|\p{L})\s?\)\s*"));
static DASH: LazyLock<Regex> = LazyLock::new(|| expression(r"^[-–—•]\s+"));

fn expression(source: &str) -> Regex {
    Regex::new(source).expect("the expression is tested below")
}

/// The marker at the beginning of a line, if there is one.
#[must_use]
pub fn find_marker(line: &str) -> Option<Marker<'_>> {
    let first = line.chars().next()?;
    if first.is_ascii_digit() {
        return numbered(line);
    }
    if matches!(first, '-' | '–' | '—' | '•') {
        let found = DASH.find(line)?;
        return Some(Marker {
            kind: MarkerKind::Dash,
            printed: found.as_str().trim(),
            number: "",
            len: found.end(),
        });
    }
    let second = line[first.len_utf8()..].chars().next()?;
    if first.is_lowercase() && second == ')' {
        return with_number(&ITEM, MarkerKind::Item, line);
    }
    None
}

fn numbered(line: &str) -> Option<Marker<'_>> {
    with_number(&POINT, MarkerKind::Point, line)
        .filter(|marker| !continues_a_figure(&line[..marker.len], &line[marker.len..]))
        .or_else(|| with_number(&ITEM, MarkerKind::Item, line))
        .or_else(|| bare(line))
}

fn with_number<'a>(regex: &Regex, kind: MarkerKind, line: &'a str) -> Option<Marker<'a>> {
    let captures = regex.captures(line)?;
    let whole = captures.get(0)?;
    Some(Marker {
        kind,
        printed: whole.as_str().trim(),
        number: captures.get(1)?.as_str(),
        len: whole.end(),
    })
}

fn bare(line: &str) -> Option<Marker<'_>> {
    let number = BARE.captures(line)?.get(1)?;
    let words = line[number.end()..].trim_start();
    Some(Marker {
        kind: MarkerKind::BarePoint,
        printed: number.as_str(),
        number: number.as_str(),
        len: line.len() - words.len(),
    })
}

/// `9.` before `00` is a time of day, before `07.2015` a date.
fn continues_a_figure(marker: &str, rest: &str) -> bool {
    marker.ends_with('.') && rest.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(MarkerKind, &str, &str)>) {
        let found = find_marker(line);
        let read = found.map(|marker| (marker.kind, marker.number, &line[marker.len..]));
        assert_eq!(read, expected, "{line}");
    }

    #[test]
    fn points_and_items_are_told_apart() {
        check("12. Перечень", Some((MarkerKind::Point, "12", "Перечень")));
        check(
            "9-1. Құжаттар",
            Some((MarkerKind::Point, "9-1", "Құжаттар")),
        );
        check(
            "3)максимально",
            Some((MarkerKind::Item, "3", "максимально")),
        );
        check("а) паспорт", Some((MarkerKind::Item, "а", "паспорт")));
        check("- өтініш", Some((MarkerKind::Dash, "", "өтініш")));
        check(
            "1.Государственная",
            Some((MarkerKind::Point, "1", "Государственная")),
        );
    }

    #[test]
    fn a_number_without_a_full_stop_needs_a_capital_letter() {
        check(
            "15 Документом",
            Some((MarkerKind::BarePoint, "15", "Документом")),
        );
        check("15 рабочих дней", None);
        check(
            "1. 18 жасқа дейінгі",
            Some((MarkerKind::Point, "1", "18 жасқа дейінгі")),
        );
    }

    #[test]
    fn times_dates_and_years_are_no_markers() {
        check("9.00-18.30", None);
        check("27.07.2015 № 158", None);
        check("2008 жылғы", None);
    }
}
