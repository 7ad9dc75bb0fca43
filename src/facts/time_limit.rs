//! Limits of time that an applicant counts on: until the result, and in queues.

use super::channel::{self, part_channel};
use super::duration::find_duration;
use super::promised::spoken_limits;
use super::statement::trimmed;
use super::table_limit::table_limits;
use super::{Found, TimeLimitFound};
use crate::catalogue::model::{Channel, Duration, TimeLimitKind};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// The limits of the point that lists them, else those of single sentences.
pub fn find_time_limits(service: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let mut points = service.walk().filter(|unit| unit.role == Role::Point);
    let list = points.find(|point| lexicon.says("limits-heading", point.words.text()));
    if let Some(point) = list {
        return listed_limits(point, lexicon);
    }
    let mut limits = spoken_limits(service, lexicon);
    limits.extend(table_limits(service, lexicon));
    distinct(limits)
}

/// The limits of the entries under a point, each with the channel that the entry
/// or the one that announces it begins with.
fn listed_limits(point: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let mut limits = Vec::new();
    let mut announced = None;
    for entry in &point.children {
        let text = entry.words.text();
        let own = own_channel(text, lexicon);
        if text.trim_end().ends_with(':') {
            announced = own;
        } else if entry.role == Role::Item {
            announced = None;
        }
        limits.extend(limits_of(entry, lexicon).into_iter().map(|limit| {
            let channel = limit.channel.or(own).or(announced);
            TimeLimitFound { channel, ..limit }
        }));
    }
    limits
}

/// The channel that a part begins with. A limit for several ways to apply is one
/// for all of them.
fn own_channel(text: &str, lexicon: &Lexicon) -> Option<Channel> {
    part_channel(text, lexicon).filter(|own| {
        let before = find_duration(text, lexicon).map_or(text.len(), |(at, _)| at.start);
        let named = channel::named(&text[..before], lexicon);
        named.iter().all(|named| named == own)
    })
}

/// The limits of the parts of a unit, sentence by sentence, each with the channel
/// that the part or the announcement over it begins with.
pub fn limits_of_parts(unit: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let mut limits = Vec::new();
    let mut announced = None;
    for part in &unit.children {
        let text = part.words.text();
        let own = own_channel(text, lexicon);
        if text.trim_end().ends_with(':') {
            announced = own;
            continue;
        }
        for sentence in sentences(&part.words) {
            if lexicon.says("limit-aside", sentence.text()) {
                continue;
            }
            for mut limit in limits_in(&sentence, part, lexicon) {
                limit.channel = limit.channel.or(own).or(announced);
                limits.push(limit);
            }
        }
    }
    limits
}

/// The sentences of a text.
fn sentences(words: &Passage) -> Vec<Passage> {
    let text = words.text();
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', ';']) {
        let end = at + mark.len();
        let rest = &text[end..];
        let next = rest.trim_start();
        let ends = rest.len() > next.len() && (mark == ";" || next.starts_with(char::is_uppercase));
        if ends {
            sentences.push(words.slice(start..end).trim());
            start = text.len() - next.len();
        }
    }
    sentences.push(words.slice(start..text.len()).trim());
    sentences
}

/// The limits of one entry. A queue has one limit; a service may have a second
/// one, such as that of a step on the way. A sentence that extends a limit sets
/// one of its own; what else the entry says around it is no limit.
fn limits_of(entry: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let sentences = sentences(&entry.words);
    let extends = |sentence: &Passage| lexicon.says("limit-extension", sentence.text());
    if !sentences.iter().any(extends) {
        return limits_in(&entry.words, entry, lexicon);
    }
    let rest = sentences
        .iter()
        .skip(1)
        .filter(|sentence| extends(sentence));
    let spoken = sentences.iter().take(1).chain(rest);
    spoken
        .filter_map(|sentence| limits_in(sentence, entry, lexicon).into_iter().next())
        .collect()
}

pub(super) fn limits_in(words: &Passage, entry: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let text = words.text();
    let what = kind_of(text, lexicon);
    let limit = |duration| TimeLimitFound {
        words: Found::new(trimmed(words), entry),
        what,
        duration,
        channel: None,
    };
    let by_channel = durations_by_channel(text, lexicon);
    if what != TimeLimitKind::Service && !by_channel.is_empty() || by_channel.len() > 1 {
        let limits = by_channel.into_iter();
        return limits
            .map(|(channel, duration)| TimeLimitFound {
                channel: Some(channel),
                ..limit(duration)
            })
            .collect();
    }
    let mut durations = durations_of(text, lexicon);
    if what != TimeLimitKind::Service {
        durations.truncate(1);
    }
    durations.into_iter().map(limit).collect()
}

/// The limits of a sentence that gives one for each channel, as in "at the
/// provider 30 minutes, in the corporation 15 minutes"; empty for any other.
fn durations_by_channel(text: &str, lexicon: &Lexicon) -> Vec<(Channel, Duration)> {
    let mut limits = Vec::new();
    let mut from = 0;
    while let Some((at, duration)) = find_duration(&text[from..], lexicon) {
        let clause = &text[from..from + at.start];
        let Some(channel) = clause_channel(clause, lexicon) else {
            return Vec::new();
        };
        limits.push((channel, duration));
        from += at.end;
    }
    limits
}

/// The one channel that a clause before an amount of time names.
fn clause_channel(clause: &str, lexicon: &Lexicon) -> Option<Channel> {
    let last = clause.rsplit([':', ',']).next().unwrap_or(clause).trim();
    part_channel(last, lexicon).or_else(|| {
        let mut named = channel::named(clause, lexicon);
        named.dedup();
        match named.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    })
}

/// No limit names more amounts of time; looking for the next one starts anew.
const MOST_DURATIONS: usize = 32;

fn durations_of(text: &str, lexicon: &Lexicon) -> Vec<Duration> {
    let mut durations = Vec::new();
    let mut from = 0;
    while durations.len() < MOST_DURATIONS
        && let Some((at, duration)) = find_duration(&text[from..], lexicon)
    {
        from += at.end;
        durations.push(duration);
    }
    durations
}

fn kind_of(text: &str, lexicon: &Lexicon) -> TimeLimitKind {
    let first = lexicon.find_earliest("queue", text);
    match first.and_then(|found| found.value) {
        Some("submit") => TimeLimitKind::QueueSubmit,
        Some("receive") => TimeLimitKind::QueueReceive,
        Some(_) => TimeLimitKind::Other,
        None => TimeLimitKind::Service,
    }
}

/// Acts repeat a limit in text and table; the first place stands for all of the
/// same way to apply.
fn distinct(limits: Vec<TimeLimitFound>) -> Vec<TimeLimitFound> {
    let mut kept: Vec<TimeLimitFound> = Vec::new();
    for limit in limits {
        let is_known = |other: &TimeLimitFound| {
            (other.what, other.duration, other.channel)
                == (limit.what, limit.duration, limit.channel)
        };
        if !kept.iter().any(is_known) {
            kept.push(limit);
        }
    }
    kept
}
