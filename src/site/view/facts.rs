//! Facts: values of a service with the act's own words and their lines.
//!
//! A typed value is worded in the language of the page. The act's words stand beside
//! it, folded away where they are long; they stay in their own language.

use std::cmp::Reverse;

use serde::Serialize;

use super::words::{SourceLink, Words, in_language};
use crate::catalogue::model::{
    Channel, ChannelHours, Duration, Fee, Hours, Service, Source, Status, Step, Text, TimeLimit,
    TimeLimitKind,
};
use crate::error::Error;
use crate::language::Language;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// Longer words of an act are folded away where a typed value says the same.
const LONGEST_BESIDE: usize = 100;

/// Words on a way to apply that say no more than its name.
const SHORTEST_WAY: usize = 3;

/// Longer words on a way to apply are folded away: for whom it is open must be seen.
const LONGEST_WAY: usize = 160;

/// Minutes of a day.
const DAY: u64 = 24 * 60;

/// One value on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Value {
    /// What the value is about, where a section holds several kinds.
    pub(crate) label: Option<String>,
    /// The act's words for the case that alone the value holds for.
    pub(crate) condition: Option<Words>,
    /// The value in the language of the page.
    pub(crate) plain: Option<String>,
    /// The act's own words.
    pub(crate) words: Option<Words>,
    /// The entries of the act's words, where they list several in one sentence.
    pub(crate) entries: Vec<String>,
    /// The act's own words, on demand.
    pub(crate) folded: Option<Words>,
    pub(crate) source: Option<SourceLink>,
    /// Hours of an act in force, from which a script tells whether it is open now.
    pub(crate) opening: Option<String>,
    /// What the act's text in the other language says instead.
    pub(crate) disputed: Vec<Value>,
}

/// Makes values for pages in one language.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a> {
    pub(crate) register: &'a Register<'a>,
    pub(crate) phrases: Phrases<'a>,
}

impl Facts<'_> {
    /// A value that is the act's words alone.
    pub(crate) fn quote(&self, text: &Text) -> Result<Value, Error> {
        let words = self.words(text);
        Ok(Value {
            entries: entries_of(&words.text),
            words: Some(words),
            source: Some(self.source_of(text)?),
            ..Value::default()
        })
    }

    /// Values that are the act's words alone, in order.
    pub(crate) fn quotes(&self, texts: &[Text]) -> Result<Vec<Value>, Error> {
        texts.iter().map(|text| self.quote(text)).collect()
    }

    /// A value of its own words.
    pub(crate) fn plain(&self, plain: String) -> Value {
        Value {
            plain: Some(plain),
            ..Value::default()
        }
    }

    pub(crate) fn fee(&self, fee: &Fee) -> Result<Value, Error> {
        let plain = self.phrases.fee(fee.kind, fee.amount)?;
        let mut value = self.typed(plain, &said(&fee.words, &fee.disputed))?;
        value.disputed = self.disputed(&fee.disputed, |fee| self.fee(fee))?;
        Ok(value)
    }

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
            // Acts repeat their limits, those for one case under every way to apply; the
            // section shows every place.
            let is_same_case =
                |one: &Value| value.condition.is_some() && one.condition == value.condition;
            let is_new = |one: &Value| {
                one.plain != value.plain || (one.names() != value.names() && !is_same_case(one))
            };
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

    /// Hours always show the act's words: they may say more than days and times,
    /// such as a day with hours of its own.
    pub(crate) fn hours(&self, hours: &Hours) -> Result<Value, Error> {
        let mut value = self.quote(&said(&hours.words, &hours.disputed))?;
        value.plain = self.phrases.hours(hours)?;
        value.disputed = self.disputed(&hours.disputed, |hours| self.hours(hours))?;
        Ok(value)
    }

    /// Where to look for the hours of a service that has none but those of its offices.
    pub(crate) fn hours_of_offices(&self, service: &Service) -> Result<Option<Value>, Error> {
        let is_said = service.hours.is_some() || !service.hours_by_channel.is_empty();
        let offices = service.offices.iter();
        let mut offices = offices.filter_map(|used| self.register.office(&used.office));
        if is_said || !offices.any(|office| office.hours.is_some()) {
            return Ok(None);
        }
        let plain = self.phrases.text("hours-of-offices")?;
        Ok(Some(self.plain(plain)))
    }

    /// Days and times alone, where the act gives them.
    pub(crate) fn short_hours(&self, hours: &Hours) -> Result<Value, Error> {
        let mut value = match self.phrases.hours(hours)? {
            Some(plain) => self.short(plain, &hours.words)?,
            None => self.quote(&hours.words)?,
        };
        value.opening = self.opening(hours);
        Ok(value)
    }

    /// Hours that may be held against the clock: those of an act in force alone.
    fn opening(&self, hours: &Hours) -> Option<String> {
        let act = self.register.act(&hours.words.source.act)?;
        let is_current = act.status == Status::InForce;
        hours.osm.clone().filter(|_| is_current)
    }

    /// The ways to apply: in one line, or each with what the act says of it.
    pub(crate) fn channels(&self, service: &Service) -> Result<Vec<Value>, Error> {
        let named = |channel: &Channel| self.phrases.channel(*channel);
        let mut ways = Vec::new();
        for channel in &service.channels {
            let mut said = service.channel_words.iter();
            let said = said.find(|said| said.channel == *channel);
            ways.push(match said {
                Some(said) => self.way(named(channel)?, &said.words)?,
                None => self.plain(named(channel)?),
            });
        }
        if service.channel_words.is_empty() && !ways.is_empty() {
            let names: Vec<_> = service
                .channels
                .iter()
                .map(named)
                .collect::<Result<_, _>>()?;
            ways = vec![self.plain(names.join(", "))];
        }
        let label = self.phrases.text("fact-channels")?;
        for way in &mut ways {
            way.label = Some(label.clone());
        }
        Ok(ways)
    }

    /// A way to apply with what the act says of it. A word or two only name it again.
    fn way(&self, plain: String, words: &Text) -> Result<Value, Error> {
        let mut way = self.quote(words)?;
        way.plain = Some(plain);
        way.words = way
            .words
            .filter(|words| words.text.split(' ').count() > SHORTEST_WAY);
        let is_long = |words: &Words| words.text.chars().count() > LONGEST_WAY;
        if way.words.as_ref().is_some_and(is_long) {
            way.folded = way.words.take();
        }
        Ok(way)
    }

    pub(crate) fn channel_hours(&self, hours: &ChannelHours) -> Result<Value, Error> {
        let mut value = self.hours(&hours.hours)?;
        value.label = Some(self.phrases.channel(hours.channel)?);
        Ok(value)
    }

    pub(crate) fn step(&self, step: &Step) -> Result<Value, Error> {
        let mut value = self.quote(&said(&step.words, &step.disputed))?;
        let durations = self.durations(step)?;
        value.plain = (!durations.is_empty()).then(|| durations.join(", "));
        value.disputed = self.disputed(&step.disputed, |step| self.step(step))?;
        Ok(value)
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
        self.short(plain, &step.words).map(Some)
    }

    /// A typed value with a link to its lines, without the act's words.
    pub(crate) fn short(&self, plain: String, words: &Text) -> Result<Value, Error> {
        Ok(Value {
            plain: Some(plain),
            source: Some(self.source_of(words)?),
            ..Value::default()
        })
    }

    /// The words of an act, in the page's language where the act has them in it.
    pub(crate) fn words(&self, text: &Text) -> Words {
        Words::of(text, self.phrases.language)
    }

    /// Words that the catalogue keeps with their lines, but without their language.
    pub(crate) fn words_at(&self, words: &str, source: &Source) -> Words {
        Words::new(words, self.language_at(source), self.phrases.language)
    }

    /// The same entry in the page's language, where the act has it, else as it is.
    pub(crate) fn in_page_language<'b, T>(
        &self,
        entry: &'b T,
        translations: &'b [T],
        source: impl Fn(&T) -> &Source,
    ) -> &'b T {
        let page = self.phrases.language;
        let mut all = std::iter::once(entry).chain(translations);
        all.find(|one| self.language_at(source(one)) == page)
            .unwrap_or(entry)
    }

    fn language_at(&self, source: &Source) -> Language {
        let mut texts = self.register.library.texts_of(&source.act);
        texts
            .find(|text| text.path == source.path)
            .map_or(self.phrases.language, |text| text.language)
    }

    /// The link to the lines of the words that a page shows.
    pub(crate) fn source_of(&self, text: &Text) -> Result<SourceLink, Error> {
        self.source(&in_language(text, self.phrases.language).source)
    }

    pub(crate) fn source(&self, source: &Source) -> Result<SourceLink, Error> {
        SourceLink::new(source, self.register, self.phrases)
    }

    /// What the other text of the act says instead.
    pub(crate) fn disputed<T>(
        &self,
        values: &[T],
        word: impl Fn(&T) -> Result<Value, Error>,
    ) -> Result<Vec<Value>, Error> {
        values.iter().map(word).collect()
    }

    fn typed(&self, plain: String, words: &Text) -> Result<Value, Error> {
        let mut value = self.quote(words)?;
        value.plain = Some(plain);
        let is_long = |words: &Words| words.text.chars().count() > LONGEST_BESIDE;
        if value.words.as_ref().is_some_and(is_long) {
            value.folded = value.words.take();
        }
        Ok(value)
    }
}

/// The entries of a text that numbers with brackets part, with what stands before the
/// first; none where it does not list.
fn entries_of(text: &str) -> Vec<String> {
    let is_number = |word: &str| {
        let figures = word.strip_suffix(')');
        figures.is_some_and(|figures| {
            !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let mut entries = vec![String::new()];
    for word in text.split(' ') {
        if is_number(word) {
            entries.push(String::new());
        }
        if let Some(entry) = entries.last_mut() {
            if !entry.is_empty() {
                entry.push(' ');
            }
            entry.push_str(word);
        }
    }
    let numbered = entries.len() - 1;
    entries.retain(|entry| !entry.is_empty());
    match numbered {
        0 | 1 => Vec::new(),
        _ => entries,
    }
}

/// The words that say a value: those of its own text alone, where the other text says
/// otherwise.
fn said<T>(words: &Text, disputed: &[T]) -> Text {
    let mut words = words.clone();
    if !disputed.is_empty() {
        words.translations.clear();
    }
    words
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
    /// ones holds for something that only the act's words say.
    fn is_told_apart(&self, values: &[Self]) -> bool {
        let alike = values.iter().filter(|other| other.names() == self.names());
        alike.count() == 1 && (self.names() != (None, None) || values.len() == 1)
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
    fn the_entries_of_a_sentence_that_lists_stand_apart() {
        let listed = "услугодателем: 1) справка; 2) отказ";
        assert_eq!(
            entries_of(listed),
            ["услугодателем:", "1) справка;", "2) отказ"]
        );
        assert_eq!(entries_of("1) справка; 2) отказ").len(), 2);
        assert_eq!(entries_of("справка по форме 1) закона"), [""; 0]);
        assert_eq!(entries_of("справка (форма 2)"), [""; 0]);
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
