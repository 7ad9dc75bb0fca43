//! Hours and reception times in a cell of a table.

use std::sync::LazyLock;

use regex::Regex;

use super::cells::trimmed;
use crate::content::patterns::Lexicon;
use crate::facts::hours::{
    TimeRange, break_words, days_apart, find_days, read_hours, time_ranges, without,
};
use crate::facts::{Found, HoursFound};
use crate::outline::model::Unit;
use crate::passage::Passage;

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b([01]?\d|2[0-4])(?:\s?[.:-]\s?|\s)([0-5]\d)\b").expect("tested below")
});
/// A range of hours without minutes between a dash.
static DASHED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b\d{1,2}\s?[-–]\s?\d{1,2}\b").expect("the expression is well formed")
});

/// Between these times lies a break that no word names.
const NOON: [&str; 2] = ["11:30", "15:00"];

/// The hours of a working day that a cell sets without any minutes: an export may have
/// lost those that stood above the line. Where the cell names other times beside them, it
/// must say for what.
pub(super) fn find_whole_hours(
    words: &Passage,
    unit: &Unit,
    lexicon: &Lexicon,
) -> Option<HoursFound> {
    let text = words.text();
    if TIME.is_match(text) || lexicon.says("round-the-clock", text) {
        return None;
    }
    let ranges = time_ranges(text, lexicon);
    let is_read = |at: usize| ranges.iter().any(|range| range.at.contains(&at));
    if DASHED.find_iter(text).any(|found| !is_read(found.start())) {
        return None;
    }
    let hours = read_hours(words, unit, lexicon)?;
    let hours = match ranges.as_slice() {
        [_] => hours,
        // The two halves of a day.
        [first, second]
            if hours
                .pause
                .as_ref()
                .is_some_and(|pause| pause[0] == first.times[1] && pause[1] == second.times[0]) =>
        {
            hours
        }
        [first, second] => {
            let (open, pause) = told_apart(text, first, second, lexicon)?;
            HoursFound {
                open: Some(open),
                pause,
                ..hours
            }
        }
        _ => return None,
    };
    hours.is_working_day().then_some(hours)
}

/// The hours that a cell sets: days, from and to, the break. `None` where it is
/// not a single pair of times with at most one break, or where it names days that no
/// phrase reads: hours without days would stand for every day.
pub(super) fn find_hours(words: Found, lexicon: &Lexicon) -> Option<HoursFound> {
    let text = words.words.text();
    let mut ranges = times(text);
    let apart = days_apart(text, &mut ranges, lexicon);
    let (open, pause) = match ranges.as_slice() {
        [only] => (only.times.clone(), None),
        [first, second] => told_apart(text, first, second, lexicon)?,
        _ => return None,
    };
    let days = lexicon
        .find("schedule-days", text)
        .and_then(|found| found.value.map(str::to_owned))
        .or_else(|| find_days(text, lexicon));
    let days = without(days, &apart);
    if days.is_none() && lexicon.says("weekday", text) {
        return None;
    }
    (open[0] < open[1]).then_some(HoursFound {
        words,
        days,
        open: Some(open),
        pause,
        apart,
    })
}

/// Words of a reception, where hours of every day stand before them in one cell: a column
/// that the header promises takes the times of the cell beside it. The words of the hours
/// come first.
pub(super) fn part_reception(words: &Passage, lexicon: &Lexicon) -> Option<(Passage, Passage)> {
    let text = words.text();
    let ranges = times(text);
    let [first, second] = ranges.as_slice() else {
        return None;
    };
    let between = text.get(first.at.end..second.at.start)?;
    let days = lexicon.find_all("weekday", between);
    let [day] = days.as_slice() else {
        return None;
    };
    let at = first.at.end + day.range.start;
    Some((
        trimmed(&words.slice(0..at)),
        trimmed(&words.slice(at..text.len())),
    ))
}

/// The pairs of times of a text; none where one time is left over.
fn times(text: &str) -> Vec<TimeRange> {
    let found: Vec<(usize, usize, String)> = TIME
        .captures_iter(text)
        .filter_map(|time| {
            let whole = time.get(0)?;
            let printed = format!("{:0>2}:{}", &time[1], &time[2]);
            Some((whole.start(), whole.end(), printed))
        })
        .collect();
    if !found.len().is_multiple_of(2) {
        return Vec::new();
    }
    let pairs = found.chunks(2).filter_map(|pair| match pair {
        [(start, _, from), (_, end, to)] => Some(TimeRange {
            at: *start..*end,
            times: [from.clone(), to.clone()],
        }),
        _ => None,
    });
    pairs.collect()
}

/// The hours of two ranges of time, one inside the other, with the break where the inner
/// one is that. `None` where nothing says what the inner one is.
fn told_apart(
    text: &str,
    first: &TimeRange,
    second: &TimeRange,
    lexicon: &Lexicon,
) -> Option<([String; 2], Option<[String; 2]>)> {
    let (outer, inner) = match (holds(first, second), holds(second, first)) {
        (true, _) => (first, second),
        // The break may stand before the hours that hold it.
        (false, true) => (second, first),
        (false, false) => return None,
    };
    let leaves_parts = outer.times[0] < inner.times[0] && inner.times[1] < outer.times[1];
    if leaves_parts && is_break(text, outer, inner, lexicon) {
        return Some((outer.times.clone(), Some(inner.times.clone())));
    }
    is_of_other(text, outer, inner, lexicon).then(|| (outer.times.clone(), None))
}

fn holds(outer: &TimeRange, inner: &TimeRange) -> bool {
    outer.times[0] <= inner.times[0]
        && inner.times[0] < inner.times[1]
        && inner.times[1] <= outer.times[1]
}

/// Whether the inner times are a break: a word for one stands beside them, or no other word
/// stands between two ranges of which one lies at noon.
fn is_break(text: &str, outer: &TimeRange, inner: &TimeRange, lexicon: &Lexicon) -> bool {
    let words = break_words(text, lexicon);
    if words.is_empty() {
        let start = inner.at.start.min(outer.at.start);
        let (end, next) = match start == outer.at.start {
            true => (outer.at.end, inner.at.start),
            false => (inner.at.end, outer.at.start),
        };
        let between = text.get(end..next).unwrap_or_default().trim();
        return NOON[0] <= inner.times[0].as_str()
            && inner.times[1].as_str() <= NOON[1]
            && !lexicon.says("no-break", text)
            && (between.is_empty() || lexicon.says("break-joint", between));
    }
    words.iter().any(|word| {
        let word = &word.range;
        if inner.at.start < word.end && word.start < inner.at.end {
            return true;
        }
        let is_before = word.end <= inner.at.start;
        let between = match is_before {
            true => word.end..inner.at.start,
            false => inner.at.end..word.start,
        };
        let parts = outer.at.start < between.end && between.start < outer.at.end;
        let between = text.get(between).unwrap_or_default();
        !parts
            && !lexicon.says("other-times", between)
            && (is_before || !between.contains([',', ';']))
    })
}

/// Whether words before the inner times say that something else goes on then than the work
/// of the office, and none say so of the outer ones. A day between them would need hours of
/// its own.
fn is_of_other(text: &str, outer: &TimeRange, inner: &TimeRange, lexicon: &Lexicon) -> bool {
    let is_behind = outer.at.start < inner.at.start;
    let (of_outer, of_inner, beside) = match is_behind {
        true => (
            0..outer.at.start,
            outer.at.end..inner.at.start,
            outer.at.end..text.len(),
        ),
        false => (
            inner.at.end..outer.at.start,
            0..inner.at.start,
            0..outer.at.start,
        ),
    };
    let says = |kind, range| lexicon.says(kind, text.get(range).unwrap_or_default());
    says("other-times", of_inner) && !says("other-times", of_outer) && !says("weekday", beside)
}

#[cfg(test)]
mod tests;
