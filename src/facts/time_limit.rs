//! Limits of time that an applicant counts on: until the result, and in queues.

use super::duration::find_duration;
use super::statement::trimmed;
use super::{Found, TimeLimitFound};
use crate::catalogue::model::{Duration, TimeLimitKind};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// The limits of the point that lists them, else those of single sentences.
pub fn find_time_limits(service: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let mut points = service.walk().filter(|unit| unit.role == Role::Point);
    let list = points.find(|point| lexicon.says("limits-heading", point.words.text()));
    if let Some(point) = list {
        let entries = point.children.iter();
        return entries
            .flat_map(|entry| limits_of(entry, lexicon))
            .collect();
    }
    let sentences = service.walk().filter(|unit| {
        let text = unit.words.text();
        matches!(unit.role, Role::Point | Role::Paragraph | Role::Item)
            && lexicon.says("limit", text)
    });
    let limits = sentences.filter_map(|unit| limits_of(unit, lexicon).into_iter().next());
    distinct(limits.collect())
}

/// The limits of one entry. A queue has one limit; a service may have a second
/// one, such as the time by which the first is extended.
fn limits_of(entry: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let text = entry.words.text();
    let what = kind_of(text, lexicon);
    let limit = |duration| TimeLimitFound {
        words: Found::new(trimmed(&entry.words), entry),
        what,
        duration,
        channel: None,
    };
    let mut durations = durations_of(text, lexicon);
    if what != TimeLimitKind::Service {
        durations.truncate(1);
    }
    durations.into_iter().map(limit).collect()
}

fn durations_of(text: &str, lexicon: &Lexicon) -> Vec<Duration> {
    let mut durations = Vec::new();
    let mut from = 0;
    while let Some((at, duration)) = find_duration(&text[from..], lexicon) {
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

/// Acts repeat a limit for every way to apply; the first place stands for all.
fn distinct(limits: Vec<TimeLimitFound>) -> Vec<TimeLimitFound> {
    let mut kept: Vec<TimeLimitFound> = Vec::new();
    for limit in limits {
        let is_known =
            |other: &TimeLimitFound| (other.what, other.duration) == (limit.what, limit.duration);
        if !kept.iter().any(is_known) {
            kept.push(limit);
        }
    }
    kept
}
