//! Markers: the numbers and signs that begin points and items.

use crate::repair::quotes::OPENING;

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

    /// Whether the number may as well be a time of day at the end of a sentence on hours:
    /// `18.30`.
    #[must_use]
    pub fn may_be_time(&self) -> bool {
        let time = two_parts(self.number).filter(|(hour, minute)| {
            *hour <= HOURS && *minute >= FIRST_TIME && minute % STEP_OF_TIMES == 0
        });
        time.is_some()
    }

    /// Whether a number of chapter and point follows another one, maybe over points that
    /// were taken out.
    #[must_use]
    pub fn follows(&self, number: &str) -> bool {
        let (Some((chapter, point)), Some(last)) = (two_parts(self.number), two_parts(number))
        else {
            return false;
        };
        // So early no day begins: the number is no time of it.
        let taken_out = if chapter < FIRST_HOUR {
            point
        } else {
            TAKEN_OUT
        };
        last.0 == chapter && (last.1 + 1..=last.1 + taken_out + 1).contains(&point)
    }
}

/// The chapter and the point of a number in two parts.
fn two_parts(number: &str) -> Option<(u32, u32)> {
    let (chapter, point) = number.split_once('.')?;
    Some((chapter.parse().ok()?, point.parse().ok()?))
}

/// Figures of a number at the beginning of a line.
const FIGURES: usize = 3;
/// Figures behind the hyphen of an inserted number, as in `9-1`.
const INSERTED: usize = 2;
/// Figures of each part of a number in parts, as `2.1`.
const PART: usize = 2;
/// Parts of such a number.
const PARTS: usize = 3;
/// Hours of a day.
const HOURS: u32 = 24;
/// The hour before which nothing opens.
const FIRST_HOUR: u32 = 6;
/// Minutes in two figures, without a nought in front.
const FIRST_TIME: u32 = 10;
/// Minutes between the times that acts set.
const STEP_OF_TIMES: u32 = 5;
/// Points that may be missing between two that follow each other. Chosen by hand.
const TAKEN_OUT: u32 = 2;

/// The marker at the beginning of a line, if there is one.
#[must_use]
pub fn find_marker(line: &str) -> Option<Marker<'_>> {
    let first = line.chars().next()?;
    if first.is_ascii_digit() {
        return numbered(line);
    }
    if matches!(first, '-' | '–' | '—' | '•') {
        let (sign, rest) = line.split_at(first.len_utf8());
        let len = line.len() - rest.trim_start().len();
        return rest.starts_with(char::is_whitespace).then_some(Marker {
            kind: MarkerKind::Dash,
            printed: sign,
            number: "",
            len,
        });
    }
    let (letter, rest) = line.split_at(first.len_utf8());
    if rest.starts_with(')') && first.is_lowercase() {
        return closed_by(')', MarkerKind::Item, letter, line);
    }
    None
}

fn numbered(line: &str) -> Option<Marker<'_>> {
    if let Some(marker) = in_parts(line) {
        return Some(marker);
    }
    let number = number_at_start(line)?;
    closed_by('.', MarkerKind::Point, number, line)
        .filter(|marker| !continues_a_figure(&line[..marker.len], &line[marker.len..]))
        .or_else(|| closed_by(')', MarkerKind::Item, number, line))
        .or_else(|| bare(number, line))
}

/// A number of chapter and point with its full stop, `2.1.`, before a capital letter or
/// a quote. Days and times of day have noughts in front or no full stop behind.
fn in_parts(line: &str) -> Option<Marker<'_>> {
    let mut end = 0;
    let mut parts = 0;
    loop {
        let rest = &line[end..];
        let figures = figures_of(rest);
        if figures == 0 {
            break;
        }
        if figures > PART || rest.starts_with('0') {
            return None;
        }
        end += figures;
        if !line[end..].starts_with('.') {
            return None;
        }
        end += 1;
        parts += 1;
    }
    let words = line[end..].trim_start();
    let begins = words.starts_with(|c: char| c.is_uppercase() || OPENING.contains(&c));
    let is_apart = words.len() < line.len() - end;
    (begins && is_apart && (2..=PARTS).contains(&parts)).then(|| Marker {
        kind: MarkerKind::Point,
        printed: &line[..end],
        number: &line[..end - 1],
        len: line.len() - words.len(),
    })
}

/// A number that is short enough to count points: `12`, `9-1`.
fn number_at_start(line: &str) -> Option<&str> {
    let figures = figures_of(line);
    if !(1..=FIGURES).contains(&figures) {
        return None;
    }
    let inserted = line[figures..].strip_prefix('-').map_or(0, figures_of);
    match inserted {
        0 => Some(&line[..figures]),
        1..=INSERTED => Some(&line[..=figures + inserted]),
        _ => None,
    }
}

fn figures_of(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}

/// A number with its sign, maybe a blank between them, and the blanks behind it.
fn closed_by<'a>(
    sign: char,
    kind: MarkerKind,
    number: &'a str,
    line: &'a str,
) -> Option<Marker<'a>> {
    let rest = &line[number.len()..];
    let rest = rest.strip_prefix(char::is_whitespace).unwrap_or(rest);
    let rest = rest.strip_prefix(sign)?;
    let printed = line.len() - rest.len();
    Some(Marker {
        kind,
        printed: &line[..printed],
        number,
        len: line.len() - rest.trim_start().len(),
    })
}

fn bare<'a>(number: &'a str, line: &'a str) -> Option<Marker<'a>> {
    let rest = &line[number.len()..];
    let words = rest.trim_start();
    let mut letters = words.chars();
    let begins = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    let is_plain = !number.contains('-') && words.len() < rest.len();
    (begins && is_plain).then_some(Marker {
        kind: MarkerKind::BarePoint,
        printed: number,
        number,
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
    fn a_number_in_parts_marks_a_point() {
        check(
            "2.1. Қызмет барлық азаматтарға арналған.",
            Some((
                MarkerKind::Point,
                "2.1",
                "Қызмет барлық азаматтарға арналған.",
            )),
        );
        check("4.12. Жалоба", Some((MarkerKind::Point, "4.12", "Жалоба")));
        check(
            "1.2.3. \"Отдел\" принимает",
            Some((MarkerKind::Point, "1.2.3", "\"Отдел\" принимает")),
        );
        check("02.09. Прием", None);
        check("13.00. Перерыв", None);
        check("9.30 до 18.00", None);
        check("2.1. рабочих дня", None);
    }

    #[test]
    fn a_number_that_may_be_a_time_of_day_is_known() {
        let may_be_time = |line| find_marker(line).is_some_and(|marker| marker.may_be_time());
        assert!(may_be_time("18.30. Перерыв с 13.00 до 14.30."));
        assert!(may_be_time("2.15. Жалоба"));
        assert!(!may_be_time("2.5. Жалоба"));
        assert!(!may_be_time("2.14. Жалоба"));
        let follows = |number| find_marker("2.15. Жалоба").is_some_and(|it| it.follows(number));
        assert!(follows("2.14"));
        assert!(follows("2.13"));
        assert!(follows("2.7"));
        let late = |number| find_marker("8.30. Перерыв").is_some_and(|it| it.follows(number));
        assert!(late("8.28"));
        assert!(!late("8.2"));
        assert!(!follows("1.14"));
        assert!(!follows("2.15"));
        assert!(!follows("7"));
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
