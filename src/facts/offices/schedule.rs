//! Hours and reception times in a cell of a table.

use std::sync::LazyLock;

use regex::Regex;

use crate::content::patterns::Lexicon;
use crate::facts::hours::{find_days, read_hours};
use crate::facts::{Found, HoursFound};
use crate::outline::model::Unit;
use crate::passage::Passage;

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b([01]?\d|2[0-4])(?:\s?[.:-]\s?|\s)([0-5]\d)\b").expect("tested below")
});

/// The hours of a working day that a cell sets without any minutes: an export may have
/// lost those that stood above the line.
pub(super) fn find_whole_hours(
    words: &Passage,
    unit: &Unit,
    lexicon: &Lexicon,
) -> Option<HoursFound> {
    if TIME.is_match(words.text()) {
        return None;
    }
    read_hours(words, unit, lexicon).filter(HoursFound::is_working_day)
}

/// The hours that a cell sets: days, from and to, the break. `None` where it is
/// not a single pair of times with at most one break, or where it names days that no
/// phrase reads: hours without days would stand for every day.
pub(super) fn find_hours(words: Found, lexicon: &Lexicon) -> Option<HoursFound> {
    let text = words.words.text();
    let times: Vec<String> = TIME
        .captures_iter(text)
        .map(|time| format!("{:0>2}:{}", &time[1], &time[2]))
        .collect();
    let (open, pause) = match times.as_slice() {
        [from, to] => ([from.clone(), to.clone()], None),
        [from, to, pause, end] => (
            [from.clone(), to.clone()],
            Some([pause.clone(), end.clone()]),
        ),
        _ => return None,
    };
    let holds = |open: &[String; 2], pause: &[String; 2]| {
        open[0] <= pause[0] && pause[0] < pause[1] && pause[1] <= open[1]
    };
    // The break may stand before the hours that hold it.
    let (open, pause) = match pause {
        Some(first) if !holds(&open, &first) && holds(&first, &open) => (first, Some(open)),
        pause => (open, pause),
    };
    let in_order = open[0] < open[1] && pause.as_ref().is_none_or(|pause| holds(&open, pause));
    let days = lexicon
        .find("schedule-days", text)
        .and_then(|found| found.value.map(str::to_owned))
        .or_else(|| find_days(text, lexicon));
    if days.is_none() && lexicon.says("weekday", text) {
        return None;
    }
    in_order.then_some(HoursFound {
        words,
        days,
        open: Some(open),
        pause,
    })
}
