//! Displaced superscripts: raised minutes of hours that were moved to the end
//! of their line: `с 09 до 1800` / `часов, ... с 13 до 14 00 00` / `часов.00`.
//!
//! Guard: in neighbouring lines stand exactly as many minutes as hours; each
//! hour is a number up to 24 after a word that introduces an hour, or before an
//! ending that stands apart, as in `9 -ден 18 -ге дейін, 00 00`; each of the
//! minutes is a quarter of an hour, in its place or at the end of its line, and
//! the first line holds minutes that are no hour: `00`, `30`, `45`. Where the minutes
//! differ and lines do not hold as many of them as hours, nothing tells which are whose,
//! unless one way alone makes ranges that the text prints whole elsewhere.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::passage::Passage;

use super::content::SuperscriptsFile;
use super::letters::is_letter;
use super::line::{RepairedLine, next_with_words};

/// Lines that one schedule may take up.
const LINES_OF_A_SCHEDULE: usize = 6;

/// Words around hours in one language.
#[derive(Debug)]
pub(super) struct Superscripts {
    before_hour: Vec<String>,
    after_hour: Vec<String>,
}

impl Superscripts {
    pub fn new(file: &SuperscriptsFile) -> Self {
        Self {
            before_hour: file.before_hour.clone(),
            after_hour: file.after_hour.clone(),
        }
    }

    fn introduce(&self, word: &str) -> bool {
        self.before_hour.iter().any(|before| before == word)
    }

    /// The figures of an hour that its ending follows, as in `09-ден`.
    fn hour_with_ending(&self, token: &str) -> Option<usize> {
        let at = token.find('-')?;
        (is_hour(&token[..at]) && self.follow(&token[at..])).then_some(at)
    }

    fn follow(&self, word: &str) -> bool {
        let word = word.trim_end_matches([',', '.', ';']);
        self.after_hour.iter().any(|after| after == word)
    }
}

/// Hours and minutes of one line, as bytes of its words.
#[derive(Default)]
struct Times {
    hours: Vec<Range<usize>>,
    minutes: Vec<Range<usize>>,
}

/// Puts raised minutes back to their hours.
pub(super) fn repair(lines: &mut [RepairedLine], superscripts: &Superscripts) {
    let whole = whole_ranges(lines);
    let mut at = 0;
    while at < lines.len() {
        let candidate = !lines[at].furniture && holds_minutes(lines[at].words.text());
        let schedule = candidate
            .then(|| schedule_from(lines, at, superscripts))
            .flatten();
        at = match schedule {
            Some(schedule) => {
                let last = schedule.last().map_or(at, |(line, _)| *line);
                if let Some(minutes) = minutes_in_order(lines, &schedule, &whole) {
                    put_back(lines, &schedule, minutes);
                }
                last + 1
            }
            None => at + 1,
        };
    }
}

/// The lines from `first` on that hold as many minutes as hours.
fn schedule_from(
    lines: &[RepairedLine],
    first: usize,
    superscripts: &Superscripts,
) -> Option<Vec<(usize, Times)>> {
    let before = (first.saturating_sub(4)..first)
        .rev()
        .find(|line| !lines[*line].words.is_empty());
    let mut word = before.map_or("", |line| lines[line].words.text());
    word = word.split_whitespace().next_back().unwrap_or_default();
    let mut schedule = Vec::new();
    let (mut hours, mut minutes) = (0, 0);
    let mut at = first;
    let mut is_whole = false;
    for _ in 0..LINES_OF_A_SCHEDULE {
        let next = next_with_words(lines, at);
        let below = next.map_or("", |next| lines[next].words.text());
        let (times, last) = times_of(lines[at].words.text(), word, below, superscripts);
        word = last;
        hours += times.hours.len();
        minutes += times.minutes.len();
        let is_balanced = times.hours.len() == times.minutes.len();
        // Behind a whole schedule, a line goes on with it that has all of its minutes.
        if is_whole && (!is_balanced || times.hours.is_empty()) {
            return Some(schedule);
        }
        schedule.push((at, times));
        if hours == 0 || minutes > hours {
            return None;
        }
        is_whole = hours == minutes && hours > 1;
        match next {
            // One blank line may stand inside it.
            Some(next) if !is_whole || next <= at + 2 => at = next,
            _ => break,
        }
    }
    is_whole.then_some(schedule)
}

/// The hours and minutes of a line, and the last word that is none of them. `below`
/// is the line that follows.
fn times_of<'t>(
    text: &'t str,
    before: &'t str,
    below: &str,
    superscripts: &Superscripts,
) -> (Times, &'t str) {
    let mut times = Times::default();
    let mut word = before;
    let trailing = trailing_minutes(text);
    for token in text.split_whitespace() {
        let start = token.as_ptr().addr() - text.as_ptr().addr();
        let end = start + token.len();
        let mut behind = text[end..]
            .split_whitespace()
            .chain(below.split_whitespace());
        let next = behind.find(|word| !is_minutes(word)).unwrap_or_default();
        if let Some(hour) = superscripts.hour_with_ending(token) {
            times.hours.push(start..start + hour);
            word = token;
            continue;
        }
        let is_told = superscripts.introduce(word) || superscripts.follow(next);
        let at_end = start >= trailing && is_minutes(token) && !(is_told && is_hour(token));
        if token == "00" || at_end {
            times.minutes.push(start..end);
            continue;
        }
        if is_told && is_hour(token) {
            times.hours.push(start..end);
        } else if token.is_char_boundary(token.len().saturating_sub(2)) {
            let (left, right) = token.split_at(token.len().saturating_sub(2));
            let glued = start + token.len() >= trailing && is_minutes(right);
            if glued && is_told && is_hour(left) {
                times.hours.push(start..start + left.len());
                times.minutes.push(start + left.len()..end);
            } else if (glued || right == "00") && ends_with_letter(left) {
                times.minutes.push(start + left.len()..end);
            }
        }
        word = token;
    }
    (times, word)
}

/// Where the minutes at the end of a line begin.
fn trailing_minutes(text: &str) -> usize {
    let mut end = text.len();
    while let Some(token) = text[..end].split_whitespace().next_back() {
        if !is_minutes(token) {
            break;
        }
        end = token.as_ptr().addr() - text.as_ptr().addr();
    }
    text[..end].trim_end().len()
}

fn ends_with_letter(left: &str) -> bool {
    left.trim_end_matches(['.', ',', ';']).ends_with(is_letter)
}

/// Whether a text holds minutes that cannot be an hour.
fn holds_minutes(text: &str) -> bool {
    ["00", "30", "45"]
        .iter()
        .any(|minutes| text.contains(minutes))
}

fn is_minutes(token: &str) -> bool {
    matches!(token, "00" | "15" | "30" | "45")
}

fn is_hour(token: &str) -> bool {
    token.len() <= 2 && token.parse::<u8>().is_ok_and(|hour| hour <= 24)
}

/// An hour and its minutes, as printed, without a leading zero.
type Time = (String, String);

/// The ranges that a text prints whole: each time with the next one, as in
/// `13:00 до 14:30`.
fn whole_ranges(lines: &[RepairedLine]) -> BTreeSet<[Time; 2]> {
    let lines = lines.iter().filter(|line| !line.furniture);
    let times: Vec<Time> = lines
        .flat_map(|line| whole_times(line.words.text()))
        .collect();
    let ranges = times.windows(2);
    ranges.map(|two| [two[0].clone(), two[1].clone()]).collect()
}

/// The times that a text prints whole, as in `14:30` and `14.30`.
fn whole_times(text: &str) -> impl Iterator<Item = Time> + '_ {
    text.match_indices([':', '.']).filter_map(|(at, _)| {
        let before = &text[..at];
        let letters = before.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let (hour, behind) = (&before[letters.len()..], &text[at + 1..]);
        let minutes = behind.get(..2).filter(|minutes| is_minutes(minutes))?;
        let ends = !behind[2..].starts_with(|sign: char| sign.is_ascii_digit());
        (is_hour(hour) && ends).then(|| time(hour, minutes))
    })
}

fn time(hour: &str, minutes: &str) -> Time {
    let hour = hour.trim_start_matches('0').to_owned();
    (hour, minutes.to_owned())
}

/// The minutes in the order of their hours: that of the text where all are the same or
/// each line holds its own, else the one order that the text proves.
fn minutes_in_order(
    lines: &[RepairedLine],
    schedule: &[(usize, Times)],
    whole: &BTreeSet<[Time; 2]>,
) -> Option<Vec<Passage>> {
    let slices = |ranges: fn(&Times) -> &Vec<Range<usize>>| -> Vec<Passage> {
        let all = schedule.iter().flat_map(|(line, times)| {
            let words = &lines[*line].words;
            ranges(times).iter().map(|range| words.slice(range.clone()))
        });
        all.collect()
    };
    let minutes = slices(|times| &times.minutes);
    let is_same = minutes.windows(2).all(|two| two[0].text() == two[1].text());
    let holds_its_own = |(_, times): &(usize, Times)| times.hours.len() == times.minutes.len();
    if is_same || schedule.iter().all(holds_its_own) {
        return Some(minutes);
    }
    let hours = slices(|times| &times.hours);
    let mut orders = Vec::new();
    prove(&hours, &minutes, whole, Vec::new(), &mut orders);
    match orders.as_slice() {
        [only] => Some(only.iter().map(|nth| minutes[*nth].clone()).collect()),
        _ => None,
    }
}

/// Adds the orders of the minutes in which every range with other minutes than `00` is
/// printed whole elsewhere. Minutes that look the same make no other order.
fn prove(
    hours: &[Passage],
    minutes: &[Passage],
    whole: &BTreeSet<[Time; 2]>,
    order: Vec<usize>,
    orders: &mut Vec<Vec<usize>>,
) {
    if order.len() == hours.len() {
        orders.push(order);
        return;
    }
    let at = |nth: usize, own: usize| time(hours[nth].text(), minutes[own].text());
    let mut tried = BTreeSet::new();
    for (nth, own) in minutes.iter().enumerate() {
        if order.contains(&nth) || !tried.insert(own.text().to_owned()) {
            continue;
        }
        let is_proved = match order.last() {
            // The second time of a range closes it.
            Some(first) if order.len() % 2 == 1 => {
                let range = [at(order.len() - 1, *first), at(order.len(), nth)];
                range.iter().all(|(_, minutes)| minutes == "00") || whole.contains(&range)
            }
            _ => true,
        };
        if is_proved {
            let longer = order.iter().copied().chain([nth]).collect();
            prove(hours, minutes, whole, longer, orders);
        }
    }
}

/// Writes every hour with its minutes after it, one blank between.
fn put_back(lines: &mut [RepairedLine], schedule: &[(usize, Times)], minutes: Vec<Passage>) {
    let mut minutes = minutes.into_iter();
    let rewritten: Vec<_> = schedule
        .iter()
        .map(|(line, times)| (*line, rewrite(&lines[*line].words, times, &mut minutes)))
        .collect();
    for (line, words) in rewritten {
        if words.text() != lines[line].words.text() {
            lines[line].words = words;
        }
    }
}

fn rewrite(words: &Passage, times: &Times, minutes: &mut impl Iterator<Item = Passage>) -> Passage {
    let text = words.text();
    let mut read = Passage::default();
    let mut from = 0;
    let mut stops: Vec<_> = times
        .hours
        .iter()
        .map(|range| (range, true))
        .chain(times.minutes.iter().map(|range| (range, false)))
        .collect();
    stops.sort_by_key(|(range, _)| range.start);
    for (range, is_hour) in stops {
        if is_hour {
            read.push(&words.slice(from..range.end));
            if let Some(own) = minutes.next() {
                read.push_inserted(" ");
                read.push(&own);
            }
        } else {
            let left = text[from..range.start].trim_end_matches(' ').len();
            read.push(&words.slice(from..from + left));
        }
        from = range.end;
        // An ending that stood apart goes with the minutes again.
        let behind = text[from..].strip_prefix(" -");
        if is_hour && behind.is_some_and(|behind| behind.starts_with(is_letter)) {
            from += 1;
        }
    }
    read.push(&words.slice(from..text.len()));
    read.trim()
}
