//! Facts: values of a service with the act's own words and their lines.
//!
//! A typed value is worded in the language of the page. The act's words stand beside
//! it, folded away where they are long; they stay in their own language.

use serde::Serialize;

use super::entries::entries_of;
use super::words::{SourceLink, Words, in_language};
use crate::catalogue::model::{
    Channel, ChannelHours, Fee, Hours, Service, Source, Status, Step, Text,
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

    /// Hours always show the act's words: they may say more than days and times,
    /// such as a day with hours of its own.
    pub(crate) fn hours(&self, hours: &Hours) -> Result<Value, Error> {
        let mut value = self.quote(&said(&hours.words, &hours.disputed))?;
        value.plain = self.phrases.hours(hours)?;
        value.disputed = self.disputed(&hours.disputed, |hours| self.hours(hours))?;
        Ok(value)
    }

    /// The hours of a service that has none but those of its offices: where all of them have
    /// the same, these; else where to look for them.
    pub(crate) fn hours_of_offices(&self, service: &Service) -> Result<Option<Value>, Error> {
        let is_said = service.hours.is_some() || !service.hours_by_channel.is_empty();
        let offices = service.offices.iter();
        let offices = offices.filter_map(|used| self.register.office(&used.office));
        let hours: Vec<Option<&Hours>> = offices.map(|office| office.hours.as_ref()).collect();
        let Some(first) = hours.iter().flatten().next().filter(|_| !is_said) else {
            return Ok(None);
        };
        let is_same = |other: &Option<&Hours>| other.is_some_and(|other| other.opens_as(first));
        if !hours.iter().all(is_same) {
            let plain = self.phrases.text("hours-of-offices")?;
            return Ok(Some(self.plain(plain)));
        }
        let mut value = self.short_hours(first)?;
        value.label = Some(self.phrases.text("hours-of-all-offices")?);
        Ok(Some(value))
    }

    /// Days and times alone, where the act gives them.
    pub(crate) fn short_hours(&self, hours: &Hours) -> Result<Value, Error> {
        // A day with hours of its own stands in the words of the act alone.
        let is_one_range = hours.osm.as_ref().is_none_or(|osm| !osm.contains(';'));
        let mut value = match self.phrases.hours(hours)?.filter(|_| is_one_range) {
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
        let channels = service.channels.iter();
        let mut ways: Vec<Value> = if service.channel_words.is_empty() {
            let names: Vec<_> = channels.map(named).collect::<Result<_, _>>()?;
            let all = (!names.is_empty()).then(|| self.plain(names.join(", ")));
            all.into_iter().collect()
        } else {
            let way = |channel: &Channel| {
                let mut said = service.channel_words.iter();
                match said.find(|said| said.channel == *channel) {
                    Some(said) => self.way(named(channel)?, &said.words),
                    None => Ok(self.plain(named(channel)?)),
                }
            };
            channels.map(way).collect::<Result<_, Error>>()?
        };
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

    pub(super) fn typed(&self, plain: String, words: &Text) -> Result<Value, Error> {
        let mut value = self.quote(words)?;
        value.plain = Some(plain);
        let is_long = |words: &Words| words.text.chars().count() > LONGEST_BESIDE;
        if value.words.as_ref().is_some_and(is_long) {
            value.folded = value.words.take();
        }
        Ok(value)
    }
}

/// The words that say a value: those of its own text alone, where the other text says
/// otherwise.
pub(super) fn said<T>(words: &Text, disputed: &[T]) -> Text {
    let mut words = words.clone();
    if !disputed.is_empty() {
        words.translations.clear();
    }
    words
}
