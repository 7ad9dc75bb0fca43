//! Limits of time that an applicant counts on: until the result, and in queues.

use std::ops::Range;

use super::channel::{self, part_channel};
use super::clause::limits_by_clause;
use super::duration::{find_contradiction, find_duration, find_durations};
use super::limit_case::Cases;
use super::promised::{spoken_limits, told_limits};
use super::sentence::sentences;
use super::statement::trimmed;
use super::table_limit::table_limits;
use super::{Found, TimeLimitFound, shape};
use crate::catalogue::model::{Channel, Duration, TimeLimitKind};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// The limits of the point that lists them, else those of single sentences.
pub fn find_time_limits(service: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let points = service.walk().filter(|unit| unit.role == Role::Point);
    let lists = points.filter(|point| lexicon.says("limits-heading", point.words.text()));
    let by_shape = service
        .walk()
        .filter(|unit| unit.role == Role::Point && shape::lists_limits(unit, lexicon));
    let listed = lists
        .chain(by_shape)
        .map(|point| listed_limits(point, lexicon))
        .find(|limits| !limits.is_empty());
    let is_service = |limit: &TimeLimitFound| limit.what == TimeLimitKind::Service;
    let mut limits = if let Some(mut limits) = listed {
        // What lists only how long the service takes leaves the queues to other points.
        if limits.iter().all(is_service) {
            let mut queues = spoken_limits(service, lexicon);
            queues.retain(|limit| !is_service(limit));
            limits.extend(distinct(queues));
        }
        limits
    } else {
        let mut limits = spoken_limits(service, lexicon);
        limits.extend(table_limits(service, lexicon));
        distinct(limits)
    };
    let has_service = limits.iter().any(is_service);
    let has_queue = limits.iter().any(|limit| !is_service(limit));
    if !has_service || !has_queue {
        let mut told = told_limits(service, lexicon);
        told.retain(|limit| {
            !(if is_service(limit) {
                has_service
            } else {
                has_queue
            })
        });
        limits.extend(distinct(told));
    }
    limits
}

/// The limits of the entries under a point, each with the channel that the entry
/// or the one that announces it begins with.
fn listed_limits(point: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let mut limits = Vec::new();
    let mut announced = None;
    let mut cases = Cases::default();
    for entry in &point.children {
        cases.enter(entry, lexicon);
        let text = entry.words.text();
        let own = own_channel(text, lexicon);
        if text.trim_end().ends_with(':') {
            announced = own;
        } else if entry.role == Role::Item {
            announced = None;
        }
        limits.extend(limits_of(entry, lexicon).into_iter().map(|limit| {
            let channel = limit.channel.or(own).or(announced);
            TimeLimitFound {
                channel,
                condition: limit.condition.or_else(|| cases.around()),
                ..limit
            }
        }));
    }
    limits
}

/// The channel that a part begins with. A limit for several ways to apply is one
/// for all of them.
pub(super) fn own_channel(text: &str, lexicon: &Lexicon) -> Option<Channel> {
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
            let Some(sentence) = without_asides(&sentence, lexicon) else {
                continue;
            };
            for mut limit in limits_said(&sentence, part, lexicon) {
                limit.channel = limit.channel.or(own).or(announced);
                limits.push(limit);
            }
        }
    }
    limits
}

/// The limits of a sentence; one on a queue sets one for each channel that
/// it names, else in each of its clauses.
fn limits_said(sentence: &Passage, part: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let whole = limits_in(sentence, part, lexicon);
    let by_channel = whole.len() > 1 && whole.iter().all(|limit| limit.channel.is_some());
    if by_channel || !lexicon.says("queue", sentence.text()) {
        return whole;
    }
    let clauses = limits_by_clause(sentence, part, lexicon).into_iter();
    clauses.map(|(_, limit)| limit).collect()
}

/// A sentence without the clauses on time that nobody waits for; `None` where it
/// sets no limit beside them.
pub(super) fn without_asides(sentence: &Passage, lexicon: &Lexicon) -> Option<Passage> {
    let mut rest = sentence.clone();
    while let Some(aside) = lexicon.find("limit-aside", rest.text()) {
        let text = rest.text();
        let clause = clause_around(text, aside.range);
        let sets_limit = find_duration(&text[..clause.start], lexicon).is_some();
        if !sets_limit || clause.is_empty() {
            return None;
        }
        let mut kept = rest.slice(0..clause.start);
        kept = kept.slice(0..kept.text().trim_end().len());
        kept.push(&rest.slice(clause.end..text.len()));
        rest = kept;
    }
    Some(rest)
}

/// The bracket or the part between commas that holds the range.
fn clause_around(text: &str, range: Range<usize>) -> Range<usize> {
    let before = &text[..range.start];
    let behind = &text[range.end..];
    let bracket = before.rfind('(').filter(|at| !before[*at..].contains(')'));
    if let Some(start) = bracket {
        let end = behind.find(')').map_or(text.len(), |at| range.end + at + 1);
        return start..end;
    }
    let start = before.rfind(',').unwrap_or(0);
    let end = behind.find(',').map_or(text.len(), |at| range.end + at);
    start..end
}

/// The limits of one entry. A queue has one limit; a service may have a second
/// one, such as that of a step on the way. A sentence that extends a limit sets
/// one of its own; what else the entry says around it is no limit. An entry that
/// speaks of a queue in a sentence of its own has the limits of each sentence.
fn limits_of(entry: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let sentences = sentences(&entry.words);
    let extends = |sentence: &Passage| lexicon.says("limit-extension", sentence.text());
    let is_queue = |sentence: &Passage| lexicon.says("queue", sentence.text());
    if !sentences.iter().any(extends) {
        if !sentences.iter().any(is_queue) {
            return limits_in(&entry.words, entry, lexicon);
        }
        let said = sentences.iter().flat_map(|sentence| {
            if is_queue(sentence) {
                let clauses = limits_by_clause(sentence, entry, lexicon).into_iter();
                return clauses.map(|(_, limit)| limit).collect();
            }
            limits_in(sentence, entry, lexicon)
        });
        return said.collect();
    }
    let rest = sentences
        .iter()
        .skip(1)
        .filter(|sentence| extends(sentence));
    // Somebody is told of the extension within a time of its own.
    let rest = rest.filter_map(|sentence| without_asides(sentence, lexicon));
    let spoken = sentences.iter().take(1).cloned().chain(rest);
    // A clause behind the first limit may say when it is longer.
    spoken
        .flat_map(|sentence| limits_by_clause(&sentence, entry, lexicon))
        .map(|(_, limit)| limit)
        .collect()
}

pub(super) fn limits_in(words: &Passage, entry: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let text = words.text();
    let kinds = kinds_of(text, lexicon);
    let condition = &find_condition(words, entry, lexicon);
    let is_contradictory = find_contradiction(text, lexicon).is_some();
    let limits = |(channel, duration)| {
        kinds.iter().map(move |what| TimeLimitFound {
            words: Found::new(trimmed(words), entry),
            what: *what,
            duration,
            channel,
            condition: condition.clone(),
            is_contradictory,
        })
    };
    let is_queue = kinds != [TimeLimitKind::Service];
    let by_channel = durations_by_channel(text, lexicon);
    if is_queue && !by_channel.is_empty() || by_channel.len() > 1 {
        let some = by_channel
            .into_iter()
            .map(|(channel, duration)| (Some(channel), duration));
        return some.flat_map(limits).collect();
    }
    let durations = limits_set(text, lexicon);
    let [queue] = kinds else {
        // One amount of time stands for both queues.
        let first = durations.into_iter().take(1);
        return first
            .flat_map(|(_, duration)| limits((None, duration)))
            .collect();
    };
    if !is_queue {
        let all = durations.into_iter();
        return all
            .flat_map(|(_, duration)| limits((None, duration)))
            .collect();
    }
    queue_limits(*queue, durations, text, lexicon)
        .into_iter()
        .flat_map(|(what, duration)| {
            limits((None, duration)).map(move |limit| TimeLimitFound { what, ..limit })
        })
        .collect()
}

/// The limits of a sentence on one queue: the first amount of time is that of the
/// queue, a second one may be that of the other.
fn queue_limits(
    what: TimeLimitKind,
    durations: Vec<(usize, Duration)>,
    text: &str,
    lexicon: &Lexicon,
) -> Vec<(TimeLimitKind, Duration)> {
    let mut limits = Vec::new();
    let mut from = 0;
    for (at, duration) in durations {
        let clause = &text[from..at];
        let queue = if limits.is_empty() {
            Some(what)
        } else {
            other_queue(text, clause, lexicon).filter(|queue| *queue != what)
        };
        limits.extend(queue.map(|what| (what, duration)));
        from = at;
    }
    limits.truncate(2);
    limits
}

/// What a clause counts that names another queue and leaves out the word for
/// waiting: that word stands at either end of the phrase on the first queue.
fn other_queue(text: &str, clause: &str, lexicon: &Lexicon) -> Option<TimeLimitKind> {
    let first = lexicon.find_earliest("queue", text)?;
    let phrase = &text[first.range];
    let word = |edge: Option<&str>| edge.unwrap_or_default().to_owned();
    let before = word(phrase.split_whitespace().next());
    let behind = word(phrase.split_whitespace().next_back());
    [format!("{before} {clause}"), format!("{clause} {behind}")]
        .iter()
        .filter_map(|whole| match kinds_of(whole, lexicon) {
            [kind] => Some(*kind),
            _ => None,
        })
        .find(|kind| {
            matches!(
                kind,
                TimeLimitKind::QueueSubmit | TimeLimitKind::QueueReceive
            )
        })
}

/// The words for the case that alone a limit holds for, where they set a single one. A
/// channel is no such case.
fn find_condition(words: &Passage, entry: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let text = words.text();
    let range = lexicon.find("limit-case", text)?.slot("case")?;
    let is_single = limits_set(text, lexicon).len() == 1;
    let is_channel = !channel::named(&text[range.clone()], lexicon).is_empty();
    (is_single && !is_channel).then(|| Found::new(trimmed(&words.slice(range)), entry))
}

/// The limits of a sentence that gives one for each channel, as in "at the
/// provider 30 minutes, in the corporation 15 minutes"; empty for any other.
fn durations_by_channel(text: &str, lexicon: &Lexicon) -> Vec<(Channel, Duration)> {
    let mut limits = Vec::new();
    let mut ends_with_channel = false;
    let mut from = 0;
    while let Some((at, duration)) = find_duration(&text[from..], lexicon) {
        let clause = &text[from..from + at.start];
        let last = clause.rsplit([':', ',']).next().unwrap_or(clause).trim();
        let first = part_channel(last, lexicon);
        let inside = || {
            only_channel(clause, lexicon)
                .or_else(|| last_channel(last, lexicon).filter(|_| limits.is_empty()))
        };
        let Some(channel) = first.or_else(inside) else {
            return Vec::new();
        };
        ends_with_channel |= first.is_none();
        limits.push((channel, duration));
        from += at.end;
    }
    // A single limit is that of the sentence, whatever its words end with.
    if ends_with_channel && limits.len() == 1 {
        limits.clear();
    }
    limits
}

/// The one channel that a clause before an amount of time names.
fn only_channel(clause: &str, lexicon: &Lexicon) -> Option<Channel> {
    let mut named = channel::named(clause, lexicon);
    named.dedup();
    match named.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Words at the end of a clause in which a channel is looked for.
const LAST_WORDS: usize = 3;

/// The channel that the last words of a clause name.
fn last_channel(clause: &str, lexicon: &Lexicon) -> Option<Channel> {
    let starts = clause.match_indices(' ').rev().take(LAST_WORDS);
    let mut ends = starts.map(|(at, _)| clause[at..].trim_start());
    ends.find_map(|end| part_channel(end, lexicon))
}

/// The amounts of time in a text, each with the byte where it begins, without those that
/// only say when another one holds, as in "for up to six months – 5 working days".
fn limits_set(text: &str, lexicon: &Lexicon) -> Vec<(usize, Duration)> {
    let durations = find_durations(text, lexicon);
    if durations.len() < 2 {
        return durations;
    }
    let conditions = lexicon.find_all("limit-condition", text);
    let sets_limit = |(at, _): &&(usize, Duration)| {
        conditions
            .iter()
            .all(|condition| !condition.range.contains(at))
    };
    let kept: Vec<_> = durations.iter().filter(sets_limit).copied().collect();
    if kept.is_empty() { durations } else { kept }
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

/// Acts repeat a limit in text and table; the first place stands for all of the same way
/// to apply. One for everybody is another than one for some case, and so are two entries
/// of one list that say different things.
fn distinct(limits: Vec<TimeLimitFound>) -> Vec<TimeLimitFound> {
    let mut kept: Vec<TimeLimitFound> = Vec::new();
    for limit in limits {
        let is_known = |other: &TimeLimitFound| {
            (other.what, other.duration, other.channel)
                == (limit.what, limit.duration, limit.channel)
                && case_of(other) == case_of(&limit)
                && !are_entries(&other.words, &limit.words)
        };
        if !kept.iter().any(is_known) {
            kept.push(limit);
        }
    }
    kept
}

fn case_of(limit: &TimeLimitFound) -> Option<&str> {
    limit.condition.as_ref().map(|case| case.words.text())
}

/// Whether words stand in two entries of one point.
fn are_entries(one: &Found, other: &Found) -> bool {
    let (Some((point, _)), Some((other_point, _))) =
        (one.anchor.rsplit_once('-'), other.anchor.rsplit_once('-'))
    else {
        return false;
    };
    // The anchor of an entry is that of its point with a part more.
    let is_same_point = point == other_point && point.contains("-p");
    is_same_point && one.anchor != other.anchor && one.words.text() != other.words.text()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{lexicon, paragraph, point, service};
    use super::*;
    use crate::catalogue::model::TimeUnit;
    use crate::language::Language;

    #[test]
    fn a_list_of_limits_of_the_service_leaves_queues_to_other_points() {
        let service = service(vec![
            point(
                "Документы сдаются работнику центра. Максимально допустимое время ожидания для сдачи документов – 20 минут.",
                Vec::new(),
            ),
            point(
                "Срок оказания государственной услуги:",
                vec![paragraph("в остальных случаях – 30 рабочих дней.")],
            ),
        ]);
        let limits = find_time_limits(&service, lexicon(Language::Ru));
        let read: Vec<_> = limits
            .iter()
            .map(|limit| (limit.what, limit.duration.amount, limit.duration.unit))
            .collect();
        assert_eq!(
            read,
            [
                (TimeLimitKind::Service, 30, TimeUnit::WorkingDay),
                (TimeLimitKind::QueueSubmit, 20, TimeUnit::Minute),
            ]
        );
    }
}
