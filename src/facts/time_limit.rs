//! Limits of time that an applicant counts on: until the result, and in queues.

use super::channel::{self, part_channel};
use super::clause::limits_by_clause;
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
    let points = service.walk().filter(|unit| unit.role == Role::Point);
    let lists = points.filter(|point| lexicon.says("limits-heading", point.words.text()));
    let listed = lists
        .map(|point| {
            let entries = point.children.iter();
            entries
                .flat_map(|entry| limits_of(entry, lexicon))
                .collect::<Vec<_>>()
        })
        .find(|limits| !limits.is_empty());
    if let Some(limits) = listed {
        return limits;
    }
    let mut limits = spoken_limits(service, lexicon);
    limits.extend(table_limits(service, lexicon));
    distinct(limits)
}

/// The limits of the parts of a unit, sentence by sentence, each with the channel
/// that the part or the announcement over it begins with.
pub fn limits_of_parts(unit: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let mut limits = Vec::new();
    let mut announced = None;
    for part in &unit.children {
        let text = part.words.text();
        let own = part_channel(text, lexicon).filter(|own| {
            // A limit for several ways to apply is one for all of them.
            let before = find_duration(text, lexicon).map_or(text.len(), |(at, _)| at.start);
            let named = channel::named(&text[..before], lexicon);
            named.iter().all(|named| named == own)
        });
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
pub(super) fn sentences(words: &Passage) -> Vec<Passage> {
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
/// one, such as that of a step on the way. What extends a limit is none itself. An
/// entry that speaks of a queue in a sentence of its own has the limits of each.
fn limits_of(entry: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let sentences = sentences(&entry.words);
    let extends = |sentence: &Passage| lexicon.says("limit-extension", sentence.text());
    let is_queue = |sentence: &&Passage| lexicon.says("queue", sentence.text());
    let extended = sentences.iter().any(extends);
    let has_queue = sentences.iter().any(|sentence| is_queue(&sentence));
    if has_queue && !extended {
        let said = sentences.iter().flat_map(|sentence| {
            if is_queue(&sentence) {
                let clauses = limits_by_clause(sentence, entry, lexicon).into_iter();
                return clauses.map(|(_, limit)| limit).collect();
            }
            limits_in(sentence, entry, lexicon)
        });
        return said.collect();
    }
    let mut limits = limits_in(&entry.words, entry, lexicon);
    if extended {
        limits.truncate(1);
    }
    limits
}

pub(super) fn limits_in(words: &Passage, entry: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let text = words.text();
    let kinds = kinds_of(text, lexicon);
    let limits = |(channel, duration)| {
        kinds.iter().map(move |what| TimeLimitFound {
            words: Found::new(trimmed(words), entry),
            what: *what,
            duration,
            channel,
        })
    };
    let is_queue = kinds != [TimeLimitKind::Service];
    let by_channel = durations_by_channel(text, lexicon);
    if is_queue && !by_channel.is_empty() {
        let some = by_channel
            .into_iter()
            .map(|(channel, duration)| (Some(channel), duration));
        return some.flat_map(limits).collect();
    }
    let mut durations = durations_of(text, lexicon);
    if is_queue {
        durations.truncate(1);
    }
    let durations = durations.into_iter().map(|duration| (None, duration));
    durations.flat_map(limits).collect()
}

/// The limits of a sentence that gives one for each channel, as in "at the
/// provider 30 minutes, in the corporation 15 minutes"; empty for any other.
fn durations_by_channel(text: &str, lexicon: &Lexicon) -> Vec<(Channel, Duration)> {
    let mut limits = Vec::new();
    let mut from = 0;
    while let Some((at, duration)) = find_duration(&text[from..], lexicon) {
        let clause = &text[from..from + at.start];
        let clause = clause.rsplit([':', ',']).next().unwrap_or(clause).trim();
        let Some(channel) = part_channel(clause, lexicon) else {
            return Vec::new();
        };
        limits.push((channel, duration));
        from += at.end;
    }
    limits
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

/// What a text counts; one sentence may speak of both queues.
fn kinds_of(text: &str, lexicon: &Lexicon) -> &'static [TimeLimitKind] {
    let first = lexicon.find_earliest("queue", text);
    match first.and_then(|found| found.value) {
        Some("submit") => &[TimeLimitKind::QueueSubmit],
        Some("receive") => &[TimeLimitKind::QueueReceive],
        Some("both") => &[TimeLimitKind::QueueSubmit, TimeLimitKind::QueueReceive],
        Some(_) => &[TimeLimitKind::Other],
        None => &[TimeLimitKind::Service],
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
