//! Amounts of time, for every finder that reads one.

use std::ops::Range;

use crate::catalogue::model::{Duration, TimeUnit};
use crate::content::patterns::{Lexicon, Match};

/// The first amount of time in a text, with its bytes.
///
/// Hours and minutes that follow each other are one amount. A time of day and the
/// end of a range (`9.00`, `3-5`) are no amounts.
#[must_use]
pub fn find_duration(text: &str, lexicon: &Lexicon) -> Option<(Range<usize>, Duration)> {
    let found = lexicon.find_all("duration", text);
    let mut amounts = found.iter().filter_map(|found| read(found, text, lexicon));
    let (range, first) = amounts.next()?;
    let joined = amounts.next().and_then(|(next, second)| {
        let gap = text.get(range.end..next.start)?;
        let duration = hours_and_minutes(first, second).filter(|_| gap.trim().is_empty())?;
        Some((range.start..next.end, duration))
    });
    Some(joined.unwrap_or((range, first)))
}

/// The bytes of the first amount of time whose figures and words say different numbers.
#[must_use]
pub fn find_contradiction(text: &str, lexicon: &Lexicon) -> Option<Range<usize>> {
    let found = lexicon.find_all("duration", text);
    let mut amounts = found.iter().filter_map(|found| found.slot("amount"));
    amounts.find(|amount| lexicon.numbers.contradict(&text[amount.clone()]))
}

/// No text names more amounts of time; looking for the next one starts anew.
const MOST_DURATIONS: usize = 32;

/// The amounts of time in a text, each with the byte where it begins.
#[must_use]
pub fn find_durations(text: &str, lexicon: &Lexicon) -> Vec<(usize, Duration)> {
    let mut durations = Vec::new();
    let mut from = 0;
    while durations.len() < MOST_DURATIONS
        && let Some((at, duration)) = find_duration(&text[from..], lexicon)
    {
        // "In three days (three working days)": the bracket only says which days.
        let is_restated = durations
            .last()
            .is_some_and(|(_, last): &(usize, Duration)| {
                last.amount == duration.amount && last.unit == TimeUnit::Day
            })
            && text[..from + at.start].ends_with('(');
        if is_restated {
            durations.pop();
        }
        durations.push((from + at.start, duration));
        from += at.end;
    }
    durations
}

fn read(found: &Match<'_, '_>, text: &str, lexicon: &Lexicon) -> Option<(Range<usize>, Duration)> {
    let amount = found.slot("amount")?;
    if continues_figures(&text[..amount.start]) {
        return None;
    }
    let duration = Duration {
        amount: lexicon.numbers.parse(&text[amount.clone()])?,
        unit: unit(found.value?)?,
    };
    Some((amount.start..found.range.end, duration))
}

/// True when the text ends like `9.` or `3-`: what follows is a part of a time, a
/// range or a date.
fn continues_figures(before: &str) -> bool {
    let mut signs = before.chars().rev();
    let last = signs.next();
    last.is_some_and(|sign| ".:,-–/".contains(sign))
        && signs.next().is_some_and(|sign| sign.is_ascii_digit())
}

fn unit(value: &str) -> Option<TimeUnit> {
    Some(match value {
        "minute" => TimeUnit::Minute,
        "hour" => TimeUnit::Hour,
        "day" => TimeUnit::Day,
        "calendar_day" => TimeUnit::CalendarDay,
        "working_day" => TimeUnit::WorkingDay,
        "week" => TimeUnit::Week,
        "month" => TimeUnit::Month,
        "year" => TimeUnit::Year,
        _ => return None,
    })
}

fn hours_and_minutes(first: Duration, second: Duration) -> Option<Duration> {
    let is_pair = first.unit == TimeUnit::Hour && second.unit == TimeUnit::Minute;
    is_pair.then(|| Duration {
        amount: first.amount * 60 + second.amount,
        unit: TimeUnit::Minute,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::lexicon;
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, text: &str, expected: Option<(&str, u32, TimeUnit)>) {
        let found = find_duration(text, lexicon(language));
        let read = found.map(|(range, found)| (&text[range], found.amount, found.unit));
        assert_eq!(read, expected, "in: {text}");
    }

    #[test]
    fn figures_words_and_both_give_the_same_amount() {
        let ten = |words| Some((words, 10, TimeUnit::Minute));
        check(Language::Ru, "не более 10 минут", ten("10 минут"));
        check(Language::Ru, "не более десяти минут", ten("десяти минут"));
        check(Language::Ru, "– 10 (десяти)минут.", ten("10 (десяти)минут"));
        check(Language::Kk, "– 10 (он) минут.", ten("10 (он) минут"));
        check(Language::Kk, "он минут ішінде", ten("он минут"));
    }

    #[test]
    fn ordinals_and_days_keep_their_kind() {
        let day = |words| Some((words, 1, TimeUnit::WorkingDay));
        check(
            Language::Ru,
            "в течение 1-го рабочего дня",
            day("1-го рабочего дня"),
        );
        check(
            Language::Kk,
            "1 ( бір) жұмыс күні",
            day("1 ( бір) жұмыс күні"),
        );
        let days = Some(("15 күнтізбелік күн", 15, TimeUnit::CalendarDay));
        check(Language::Kk, "15 күнтізбелік күн", days);
    }

    #[test]
    fn the_first_of_two_amounts_counts() {
        let first = Some(("2 сағат", 2, TimeUnit::Hour));
        check(
            Language::Kk,
            "– 2 сағат, бұл ретте – 30 (отыз) минут",
            first,
        );
    }

    #[test]
    fn hours_with_minutes_are_one_amount() {
        let whole = Some(("7 (жеті) сағат 40 (қырық) минут", 460, TimeUnit::Minute));
        check(Language::Kk, "– 7 (жеті) сағат 40 (қырық) минут;", whole);
    }

    #[test]
    fn times_of_day_dates_and_ranges_are_no_amounts() {
        check(Language::Ru, "с 9.00 до 18.00 часов", None);
        check(Language::Ru, "от 11 марта 2014 года № 217", None);
        check(Language::Ru, "3-5 минут", None);
        check(Language::Kk, "2015 жылғы 28 шілдедегі", None);
    }
}
