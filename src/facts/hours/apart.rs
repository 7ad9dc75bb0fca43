//! Days with hours of their own beside those of the week, as Saturday has in many offices.

use super::days::{find_days, weekdays};
use super::{TimeRange, break_words};
use crate::catalogue::model::weekdays::{days_of, name_days};
use crate::content::patterns::{Lexicon, Match};
use crate::facts::DayApart;
use crate::facts::sentence::ends;

/// The places of Saturday and Sunday in the week.
const WEEKEND: [usize; 2] = [5, 6];

/// Takes the last ranges out of several that each stand right behind the name of a day of
/// the weekend, in one sentence with the range before: hours of these days alone. Times of a
/// working day beside those of the week are as a rule those of a reception, and so are times
/// that a word for one stands beside.
pub(in super::super) fn days_apart(
    text: &str,
    ranges: &mut Vec<TimeRange>,
    lexicon: &Lexicon,
) -> Vec<DayApart> {
    let mut apart: Vec<DayApart> = Vec::new();
    while let Some(day) = last_apart(text, ranges, lexicon) {
        ranges.pop();
        apart.insert(0, day);
    }
    apart
}

fn last_apart(text: &str, ranges: &[TimeRange], lexicon: &Lexicon) -> Option<DayApart> {
    let [.., before, last] = ranges else {
        return None;
    };
    let between = text.get(before.at.end..last.at.start)?;
    let clause = between
        .rfind([',', ';', '.', '('])
        .map(|at| &between[at + 1..])?;
    let behind = first_clause(text.get(last.at.end..)?);
    let is_of_office = ![&text[..last.at.start], behind]
        .iter()
        .any(|words| lexicon.says("other-times", words));
    let is_apart = is_of_office
        && !lexicon.says("weekday-range", clause)
        && !lexicon.says("days-off", between)
        && ends(between).next().is_none()
        && [clause, behind]
            .iter()
            .all(|words| break_words(words, lexicon).is_empty());
    let days = weekend_days(clause, lexicon).filter(|_| is_apart)?;
    // Days that are all that the text names have no week beside them.
    find_days(text, lexicon).filter(|all| without_days(all, &days).is_some())?;
    Some(DayApart {
        days,
        times: last.times.clone(),
    })
}

/// The days of the weekend that words name, where they name no others. A word for days off
/// names none: it may mean a break.
fn weekend_days(text: &str, lexicon: &Lexicon) -> Option<String> {
    let named = lexicon.find_all("weekday", text);
    let is_day = |found: &Match<'_, '_>| found.value.is_some_and(|day| !day.contains(','));
    let days = weekdays(text, lexicon);
    let is_weekend = !days.is_empty() && days.iter().all(|day| WEEKEND.contains(day));
    (is_weekend && named.iter().all(is_day)).then(|| name_days(&days))
}

/// The words up to the next mark that parts clauses.
fn first_clause(text: &str) -> &str {
    text.split_once([',', ';', '('])
        .map_or(text, |(first, _)| first)
}

/// Days without those that have hours of their own.
pub(in super::super) fn without(days: Option<String>, apart: &[DayApart]) -> Option<String> {
    let mut apart = apart.iter();
    apart.try_fold(days?, |days, one| without_days(&days, &one.days))
}

/// The days that are left of a range or list; `None` where none are.
fn without_days(days: &str, apart: &str) -> Option<String> {
    let (mut left, gone) = (days_of(days)?, days_of(apart)?);
    left.retain(|day| !gone.contains(day));
    (!left.is_empty()).then(|| name_days(&left))
}
