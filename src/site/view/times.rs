//! Times: how long a service and its steps take.

use std::cmp::Reverse;

use super::facts::{Facts, Value, said};
use super::words::Words;
use crate::catalogue::model::{Duration, Service, Step, TimeLimit, TimeLimitKind};
use crate::error::Error;

/// Minutes of a day.
const DAY: u64 = 24 * 60;

impl Facts<'_> {
    /// A limit with what it counts, for whom and in which case.
    pub(crate) fn time_limit(&self, limit: &TimeLimit) -> Result<Value, Error> {
        let plain = self.phrases.duration(limit.amount, limit.unit)?;
        let mut label = self.phrases.time_limit(limit.what)?;
        if let Some(channel) = limit.channel {
            label = format!("{label}, {}", self.phrases.channel(channel)?);
        }
        let mut value = self.typed(plain, &said(&limit.words, &limit.disputed))?;
        value.without_contradiction(limit);
        value.label = Some(label);
        value.condition = limit.condition.as_ref().map(|case| self.words(case));
        value.disputed = self.disputed(&limit.disputed, |limit| self.time_limit(limit))?;
        Ok(value)
    }

    /// The limits that count until the result, each once; with the act's words where two
    /// of them look alike.
    pub(crate) fn main_time_limits(&self, service: &Service) -> Result<Vec<Value>, Error> {
        let main = |limit: &&TimeLimit| limit.what == TimeLimitKind::Service;
        let mut values: Vec<Value> = Vec::new();
        let limits = service.time_limits.iter().filter(main);
        for limit in limits.flat_map(|limit| std::iter::once(limit).chain(&limit.disputed)) {
            let plain = self.phrases.duration(limit.amount, limit.unit)?;
            let mut value = self.typed(plain, &limit.words)?;
            value.without_contradiction(limit);
            if let Some(channel) = limit.channel {
                value.label = Some(self.phrases.channel(channel)?);
            }
            value.condition = limit.condition.as_ref().map(|case| self.words(case));
            // Acts repeat their limits; the section shows every place.
            let is_new = |one: &Value| one.plain != value.plain || one.names() != value.names();
            if values.iter().all(is_new) {
                values.push(value);
            }
        }
        // What holds for everybody stands first.
        values.sort_by_key(|value| value.condition.is_some());
        // Of several limits only the act's words tell when which of them counts.
        let are_told_apart: Vec<bool> = values
            .iter()
            .map(|value| value.is_told_apart(&values))
            .collect();
        for (value, is_told_apart) in values.iter_mut().zip(are_told_apart) {
            if is_told_apart && value.plain.is_some() {
                value.words = None;
                value.folded = None;
            }
        }
        Ok(values)
    }

    /// The amounts of time that a step sets, worded.
    pub(crate) fn durations(&self, step: &Step) -> Result<Vec<String>, Error> {
        let worded = |time: &Duration| self.phrases.duration(time.amount, time.unit);
        step.durations().map(worded).collect()
    }

    /// How long the longest step may take, where it is a matter of days and no limit for
    /// everybody reaches as far: minutes at a window would look like the time until the
    /// result.
    pub(crate) fn longest_step(&self, service: &Service) -> Result<Option<Value>, Error> {
        let limits = service.time_limits.iter();
        let promised = limits
            .filter(|limit| limit.what == TimeLimitKind::Service && limit.condition.is_none())
            .map(|limit| limit.unit.minutes(limit.amount))
            .max();
        let length = |time: &Duration| time.unit.minutes(time.amount);
        let steps = service.steps.iter();
        let longest = steps
            .flat_map(|step| step.durations().map(move |time| (step, time)))
            .min_by_key(|(_, time)| Reverse(length(time)))
            .filter(|(_, time)| length(time) >= DAY && promised < Some(length(time)));
        let Some((step, time)) = longest else {
            return Ok(None);
        };
        let worded = self.phrases.duration(time.amount, time.unit)?;
        let plain = self
            .phrases
            .text_with("longest-step", &[("time", &worded)])?;
        let mut value = self.short(plain, &step.words)?;
        if service.steps.iter().any(|other| other.route != step.route) {
            let route = [("route", step.route.as_str())];
            value.label = Some(self.phrases.text_with("route", &route)?);
        }
        Ok(Some(value))
    }
}

impl Value {
    /// Leaves the words of the act alone where they contradict themselves.
    fn without_contradiction(&mut self, limit: &TimeLimit) {
        if limit.is_contradictory {
            self.plain = None;
            self.words = self.words.take().or_else(|| self.folded.take());
        }
    }

    /// What the value is about and the case that it holds for.
    const fn names(&self) -> (Option<&String>, Option<&Words>) {
        (self.label.as_ref(), self.condition.as_ref())
    }

    /// Whether its names tell a limit from the others. One without a name beside named
    /// ones holds for something that only the act's words say, and so does one without a
    /// case beside those of cases.
    fn is_told_apart(&self, values: &[Self]) -> bool {
        let alike = values.iter().filter(|other| other.names() == self.names());
        let is_of_case = |other: &Self| other.label == self.label && other.condition.is_some();
        let stands_beside_case = self.condition.is_none() && values.iter().any(is_of_case);
        let is_named = self.names() != (None, None) || values.len() == 1;
        alike.count() == 1 && is_named && !stands_beside_case
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_without_a_name_beside_named_ones_needs_the_words_of_the_act() {
        let value = |label: Option<&str>| Value {
            label: label.map(str::to_owned),
            ..Value::default()
        };
        let (office, portal) = (value(Some("на месте")), value(Some("через портал")));
        let nameless = value(None);
        let all = [office.clone(), portal, nameless.clone()];
        assert!(office.is_told_apart(&all));
        assert!(!nameless.is_told_apart(&all));
        assert!(nameless.is_told_apart(std::slice::from_ref(&nameless)));
        assert!(!office.is_told_apart(&[office.clone(), office.clone()]));
    }

    #[test]
    fn the_case_that_a_limit_holds_for_tells_it_apart() {
        let by_akim = Value {
            condition: Some(Words {
                text: "при обращении к акиму".to_owned(),
                lang: None,
            }),
            ..Value::default()
        };
        let nameless = Value::default();
        assert!(by_akim.is_told_apart(&[nameless.clone(), by_akim.clone()]));
        assert!(!nameless.is_told_apart(&[nameless.clone(), by_akim.clone()]));
    }
}
