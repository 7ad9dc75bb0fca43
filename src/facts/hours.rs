//! Opening hours.

mod apart;
mod days;

use std::ops::Range;

pub(super) use apart::{days_apart, without};
pub(super) use days::find_days;

use super::channel::part_channel;
use super::sentence::{ends, sentences};
use super::{Found, HoursFound};
use crate::catalogue::model::Channel;
use crate::content::patterns::{Lexicon, Match};
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;
use days::days_before;

/// Hours of the shortest working day of an office that receives people.
const WORKING_DAY: u8 = 6;

impl HoursFound {
    /// Whether the time between opening and closing is that of a working day.
    pub(super) fn is_working_day(&self) -> bool {
        let hour = |time: &str| time.get(..2).and_then(|hour| hour.parse::<u8>().ok());
        let Some([open, close]) = &self.open else {
            return false;
        };
        let (open, close) = (hour(open), hour(close));
        open.zip(close)
            .is_some_and(|(open, close)| open >= 7 && close >= open + WORKING_DAY)
    }

    /// The hours as an expression of the OpenStreetMap `opening_hours` syntax.
    #[must_use]
    pub fn osm(&self) -> String {
        match &self.open {
            Some([open, close]) => {
                let week = osm_hours(self.days.as_deref(), [open, close], self.pause.as_ref());
                let days = self.apart.iter().map(|day| {
                    let [from, to] = &day.times;
                    osm_hours(Some(&day.days), [from, to], None)
                });
                let rules: Vec<String> = std::iter::once(week).chain(days).collect();
                rules.join("; ")
            }
            None => "24/7".to_owned(),
        }
    }
}

/// Days and times as an expression of the OpenStreetMap `opening_hours` syntax.
#[must_use]
pub fn osm_hours(
    days: Option<&str>,
    [open, close]: [&str; 2],
    pause: Option<&[String; 2]>,
) -> String {
    let times = match pause {
        Some([from, to]) => format!("{open}-{from},{to}-{close}"),
        None => format!("{open}-{close}"),
    };
    match days {
        Some(days) => format!("{} {times}", osm_days(days)),
        None => times,
    }
}

/// `mon-fri,sun` as `Mo-Fr,Su`.
fn osm_days(days: &str) -> String {
    let mut out = String::new();
    for part in days.split_inclusive([',', '-']) {
        let (day, mark) = match part.strip_suffix([',', '-']) {
            Some(day) => (day, &part[day.len()..]),
            None => (part, ""),
        };
        let mut letters = day.chars().take(2);
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.extend(letters);
        out.push_str(mark);
    }
    out
}

/// The hours of the provider: the first point on hours that names a range of
/// time, else the first paragraph of one.
pub fn find_hours(service: &Unit, lexicon: &Lexicon) -> Option<HoursFound> {
    let units = |role| {
        let units = service.walk().filter(move |unit| unit.role == role);
        units.filter(|unit| lexicon.says("hours-heading", unit.words.text()))
    };
    units(Role::Point)
        .find_map(|point| {
            read_hours(&point.words, point, lexicon)
                .or_else(|| hours_of_office(point, lexicon))
                .or_else(|| read_item(point, lexicon))
        })
        .or_else(|| {
            units(Role::Paragraph)
                .filter(|unit| !lexicon.says("hours-elsewhere", unit.words.text()))
                .find_map(|unit| read_hours(&unit.words, unit, lexicon))
        })
        .or_else(|| told_hours(service, lexicon))
}

/// Hours that no known words announce: the point names days or a break, and a range
/// that is a working day.
fn told_hours(service: &Unit, lexicon: &Lexicon) -> Option<HoursFound> {
    let points = service.walk().filter(|unit| unit.role == Role::Point);
    points
        .filter(|point| !lexicon.says("hours-of-other", point.words.text()))
        .filter_map(|point| read_hours(&point.words, point, lexicon))
        .find(|hours| hours.is_working_day() && (hours.days.is_some() || hours.pause.is_some()))
}

/// The hours of the provider among those of each way to apply.
fn hours_of_office(point: &Unit, lexicon: &Lexicon) -> Option<HoursFound> {
    let channels = hours_of_parts(point, lexicon);
    channels
        .into_iter()
        .find_map(|(channel, hours)| (channel == Channel::Office).then_some(hours))
}

/// The hours of the provider in a list that gives those of every way to apply.
fn read_item(point: &Unit, lexicon: &Lexicon) -> Option<HoursFound> {
    let says_provider = |unit: &&Unit| lexicon.says("hours-of", unit.words.text());
    let mut items = point.children.iter().filter(says_provider);
    items.find_map(|item| read_hours(&item.words, item, lexicon))
}

/// The hours of each channel: the items of the point on hours.
pub fn find_hours_by_channel(service: &Unit, lexicon: &Lexicon) -> Vec<(Channel, HoursFound)> {
    let points = service.walk().filter(|unit| unit.role == Role::Point);
    points
        .filter(|point| lexicon.says("hours-heading", point.words.text()))
        .map(|point| hours_of_parts(point, lexicon))
        .find(|hours| !hours.is_empty())
        .unwrap_or_default()
}

/// The hours of the parts of a unit that begin with the name of a channel. A
/// part that names none goes on with the one before it.
pub fn hours_of_parts(unit: &Unit, lexicon: &Lexicon) -> Vec<(Channel, HoursFound)> {
    let mut hours: Vec<(Channel, HoursFound)> = Vec::new();
    let mut open: Option<Channel> = None;
    for part in &unit.children {
        for words in by_channel(&part.words, lexicon) {
            open = part_channel(words.text(), lexicon).or(open);
            let Some(channel) = open.filter(|open| hours.iter().all(|(known, _)| known != open))
            else {
                continue;
            };
            let read = read_hours(&words, part, lexicon)
                .or_else(|| read_round_the_clock(&words, part, lexicon));
            hours.extend(read.map(|read| (channel, read)));
        }
    }
    hours
}

/// A part cut before each of its sentences that begins with the name of a channel.
fn by_channel(words: &Passage, lexicon: &Lexicon) -> Vec<Passage> {
    let mut parts: Vec<Passage> = Vec::new();
    for sentence in sentences(words) {
        match parts.last_mut() {
            Some(last) if part_channel(sentence.text(), lexicon).is_none() => {
                last.push_inserted(" ");
                last.push(&sentence);
            }
            _ => parts.push(sentence),
        }
    }
    match parts.len() {
        1 => vec![words.clone()],
        _ => parts,
    }
}

/// Hours of what never closes, such as a portal.
pub fn read_round_the_clock(words: &Passage, unit: &Unit, lexicon: &Lexicon) -> Option<HoursFound> {
    let found = lexicon.find("round-the-clock", words.text())?;
    Some(HoursFound {
        words: Found::new(sentence(words, found.range.end), unit),
        days: None,
        open: None,
        pause: None,
        apart: Vec::new(),
    })
}

/// Reads hours from words of a unit: the first range of time that is no break.
///
/// `None` when the words name no range. Literally what the words say: a usual
/// working day that they leave out stays left out.
pub fn read_hours(words: &Passage, unit: &Unit, lexicon: &Lexicon) -> Option<HoursFound> {
    let text = words.text();
    let mut ranges = time_ranges(text, lexicon);
    let end = ranges.iter().map(|range| range.at.end).max()?;
    let apart = days_apart(text, &mut ranges, lexicon);
    let between = join_halves(text, &mut ranges, lexicon);
    let pause = find_break(text, &ranges, lexicon).or(between.as_ref());
    let open = ranges.iter().find(|range| Some(*range) != pause)?;
    let days = find_days(text, lexicon).or_else(|| days_before(&text[..open.at.start], lexicon));
    Some(HoursFound {
        words: Found::new(sentence(words, end), unit),
        days: without(days, &apart),
        open: Some(open.times.clone()),
        pause: pause.map(|pause| pause.times.clone()),
        apart,
    })
}

/// The ranges of time that a text names, in its order.
pub(super) fn time_ranges(text: &str, lexicon: &Lexicon) -> Vec<TimeRange> {
    let mut ranges: Vec<TimeRange> = lexicon
        .find_all("time-range", text)
        .iter()
        .filter_map(|found| TimeRange::read(found, text))
        .collect();
    // Of two phrases that read the same range, the longer one has read its minutes.
    ranges.reverse();
    ranges.dedup_by_key(|range| range.at.start);
    ranges.reverse();
    ranges
}

/// Makes of the hours before a break and those after it one range, and the break
/// itself: `с 9.00 до 13.00 и с 14.00 до 18.00`.
fn join_halves(text: &str, ranges: &mut Vec<TimeRange>, lexicon: &Lexicon) -> Option<TimeRange> {
    let [first, second, ..] = ranges.as_slice() else {
        return None;
    };
    if find_break_word(text, lexicon).is_some() {
        return None;
    }
    let between = text.get(first.at.end..second.at.start).unwrap_or_default();
    let [opens, leaves] = first.times.clone();
    let [returns, closes] = second.times.clone();
    let goes_on = leaves < returns && lexicon.says("hours-joint", between.trim());
    if !goes_on {
        return None;
    }
    let at = first.at.start..second.at.end;
    let pause = TimeRange {
        at: second.at.clone(),
        times: [leaves, returns],
    };
    let times = [opens, closes];
    ranges.splice(0..2, [TimeRange { at, times }]);
    Some(pause)
}

/// A range of time in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TimeRange {
    /// Bytes of the words that name it.
    pub(super) at: Range<usize>,
    /// From and to.
    pub(super) times: [String; 2],
}

impl TimeRange {
    fn read(found: &Match<'_, '_>, text: &str) -> Option<Self> {
        let from = read_time(&text[found.slot("from")?])?;
        let to = read_time(&text[found.slot("to")?])?;
        (from < to).then(|| Self {
            at: found.range.clone(),
            times: [from, to],
        })
    }

    /// True when the range lies between the ends of the other.
    fn is_inside(&self, other: &Self) -> bool {
        other.times[0] < self.times[0] && self.times[1] < other.times[1]
    }
}

/// `9`, `9.00`, `09:00` or `9-00` as `09:00`.
fn read_time(printed: &str) -> Option<String> {
    let mut parts = printed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let hour: u8 = parts.next()?.parse().ok()?;
    let minute: u8 = parts.next().unwrap_or("0").parse().ok()?;
    (hour <= 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// The break: the range inside another one, where the text speaks of a break at
/// all; else the nearest one on the side on which the language puts the word.
fn find_break<'a>(text: &str, ranges: &'a [TimeRange], lexicon: &Lexicon) -> Option<&'a TimeRange> {
    let word = find_break_word(text, lexicon)?;
    let inside = ranges
        .iter()
        .find(|range| ranges.iter().any(|other| range.is_inside(other)));
    if inside.is_some() {
        return inside;
    }
    match word.value {
        Some("before") => ranges
            .iter()
            .find(|range| range.at.start >= word.range.start),
        _ => ranges
            .iter()
            .rev()
            .find(|range| range.at.end <= word.range.start),
    }
}

/// The first word that speaks of a break.
fn find_break_word<'a>(text: &'a str, lexicon: &'a Lexicon) -> Option<Match<'a, 'a>> {
    break_words(text, lexicon).into_iter().next()
}

/// The words that speak of a break, apart from those that say there is none.
pub(super) fn break_words<'a>(text: &'a str, lexicon: &'a Lexicon) -> Vec<Match<'a, 'a>> {
    let mut none = lexicon.find_all("no-break", text);
    none.extend(lexicon.find_all("half-day", text));
    let is_denied = |word: &Match<'_, '_>| {
        none.iter()
            .any(|none| none.range.start <= word.range.start && word.range.end <= none.range.end)
    };
    let mut words = lexicon.find_all("break", text);
    words.retain(|word| !is_denied(word));
    words
}

/// The words up to the end of the sentence that holds the last range; hours go on behind a
/// semicolon.
fn sentence(words: &Passage, end: usize) -> Passage {
    let text = words.text();
    let stops = ends(&text[end..]).map(|stop| end + stop);
    let stop = stops.into_iter().find(|stop| text[..*stop].ends_with('.'));
    words.slice(0..stop.unwrap_or(text.len())).trim()
}

#[cfg(test)]
mod tests;
