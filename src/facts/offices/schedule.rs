//! Hours and reception times in a cell of a table.

use std::sync::LazyLock;

use regex::Regex;

use crate::content::patterns::Lexicon;
use crate::facts::hours::find_days;
use crate::facts::{Found, HoursFound};

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b([01]?\d|2[0-4])(?:\s?[.:-]\s?|\s)([0-5]\d)\b").expect("tested below")
});

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
    let in_order = open[0] < open[1]
        && pause
            .as_ref()
            .is_none_or(|[from, to]| open[0] <= *from && from < to && *to <= open[1]);
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
