//! Days: on which days of the week an office is open, by the words of the act.

use crate::catalogue::model::weekdays::{WEEK, days_of, name_days};
use crate::content::patterns::{Lexicon, Match};

/// Days that the text names: a range of them, or the week without its days off.
pub(in super::super) fn find_days(text: &str, lexicon: &Lexicon) -> Option<String> {
    let read = |found: &Match<'_, '_>| {
        if let Some(days) = found.value {
            return Some(days.to_owned());
        }
        let day = |slot| {
            // A word for several days, as "days off", is no end of a range.
            match weekdays(&text[found.slot(slot)?], lexicon).as_slice() {
                [day] => Some(*day),
                _ => None,
            }
        };
        Some(format!("{}-{}", WEEK[day("from")?], WEEK[day("to")?]))
    };
    // "Six days a week: Monday to Friday from 9.00": names say more than a number.
    let ranges = lexicon.find_all("weekday-range", text);
    let is_named =
        |found: &&Match<'_, '_>| !weekdays(&text[found.range.clone()], lexicon).is_empty();
    let (named, counted): (Vec<_>, Vec<_>) = ranges.iter().partition(is_named);
    if let Some(days) = named.into_iter().find_map(read) {
        return Some(days);
    }
    let off = days_off(text, lexicon);
    let open: Vec<usize> = (0..WEEK.len()).filter(|day| !off.contains(day)).collect();
    let left = (!off.is_empty() && !open.is_empty()).then(|| name_days(&open));
    // "Five days a week but for Sunday and Monday": the days that are left count where
    // they are as many as the number says.
    match counted.into_iter().find_map(read) {
        Some(days) => left
            .filter(|_| days_of(&days).is_some_and(|days| days.len() == open.len()))
            .or(Some(days)),
        None => left,
    }
}

/// Days that stand right before the time, one by one.
pub(super) fn days_before(text: &str, lexicon: &Lexicon) -> Option<String> {
    let clause = &text[text.rfind(['.', ';', '(', ':']).map_or(0, |at| at + 1)..];
    let days = weekdays(clause, lexicon);
    (!days.is_empty()).then(|| name_days(&days))
}

/// Days that the words around an exclusion name.
fn days_off(text: &str, lexicon: &Lexicon) -> Vec<usize> {
    let Some(word) = lexicon.find("days-off", text) else {
        return Vec::new();
    };
    let clause = match word.value {
        Some("before") => {
            let rest = &text[word.range.end..];
            &rest[..rest.find(['.', ';', ')', ':']).unwrap_or(rest.len())]
        }
        _ => {
            let rest = &text[..word.range.start];
            &rest[rest.rfind(['.', ';', '(', ':']).map_or(0, |at| at + 1)..]
        }
    };
    weekdays(clause, lexicon)
}

/// The days that words name one by one, in the order of the week.
pub(super) fn weekdays(text: &str, lexicon: &Lexicon) -> Vec<usize> {
    let found = lexicon.find_all("weekday", text);
    let names = found
        .iter()
        .filter_map(|found| found.value)
        .flat_map(|names| names.split(','));
    let mut days: Vec<usize> = names
        .filter_map(|name| WEEK.iter().position(|day| *day == name))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}
