//! Facts: values of a service with the act's own words and their lines.

use serde::Serialize;

use super::words::{SourceLink, Words};
use crate::catalogue::model::{
    ChannelHours, Document, Fee, Hours, LegalBasis, Service, Source, Standard, Step, Text,
    TimeLimit, TimeLimitKind,
};
use crate::error::Error;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// One value on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Value {
    /// What the value is about, where a section holds several kinds.
    pub(crate) label: Option<String>,
    /// The value in the language of the page.
    pub(crate) plain: Option<String>,
    /// The act's own words.
    pub(crate) words: Option<Words>,
    /// What the value itself lists.
    pub(crate) items: Vec<Words>,
    pub(crate) source: Option<SourceLink>,
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
        Ok(Value {
            label: None,
            plain: None,
            words: Some(Words::of(text, self.phrases.language)),
            items: Vec::new(),
            source: Some(self.source(&text.source)?),
        })
    }

    /// Values that are the act's words alone, in order.
    pub(crate) fn quotes(&self, texts: &[Text]) -> Result<Vec<Value>, Error> {
        texts.iter().map(|text| self.quote(text)).collect()
    }

    /// A value of its own words.
    pub(crate) fn plain(&self, plain: String) -> Value {
        Value {
            label: None,
            plain: Some(plain),
            words: None,
            items: Vec::new(),
            source: None,
        }
    }

    pub(crate) fn fee(&self, fee: &Fee) -> Result<Value, Error> {
        let plain = self.phrases.fee(fee.kind, fee.amount)?;
        self.typed(plain, &fee.words)
    }

    pub(crate) fn time_limit(&self, limit: &TimeLimit) -> Result<Value, Error> {
        let plain = self.phrases.duration(limit.amount, limit.unit)?;
        let mut label = self.phrases.time_limit(limit.what)?;
        if let Some(channel) = limit.channel {
            label = format!("{label}, {}", self.phrases.channel(channel)?);
        }
        let mut value = self.typed(plain, &limit.words)?;
        value.label = Some(label);
        Ok(value)
    }

    /// The limits that count until the result.
    pub(crate) fn main_time_limits(&self, service: &Service) -> Result<Vec<Value>, Error> {
        let main = |limit: &&TimeLimit| limit.what == TimeLimitKind::Service;
        let limits = service.time_limits.iter().filter(main);
        limits
            .map(|limit| {
                let mut value = self.time_limit(limit)?;
                value.label = None;
                value.words = None;
                Ok(value)
            })
            .collect()
    }

    pub(crate) fn hours(&self, hours: &Hours) -> Result<Value, Error> {
        let Some(plain) = self.hours_phrase(hours)? else {
            return self.quote(&hours.words);
        };
        self.typed(plain, &hours.words)
    }

    pub(crate) fn channel_hours(&self, hours: &ChannelHours) -> Result<Value, Error> {
        let mut value = self.hours(&hours.hours)?;
        value.label = Some(self.phrases.channel(hours.channel)?);
        Ok(value)
    }

    pub(crate) fn document(&self, document: &Document) -> Result<Value, Error> {
        let mut value = self.quote(&document.words)?;
        let page = self.phrases.language;
        value.items = document
            .items
            .iter()
            .map(|item| Words::of(item, page))
            .collect();
        Ok(value)
    }

    pub(crate) fn step(&self, step: &Step) -> Result<Value, Error> {
        let mut value = self.quote(&step.words)?;
        value.plain = step
            .duration
            .map(|duration| self.phrases.duration(duration.amount, duration.unit))
            .transpose()?;
        Ok(value)
    }

    pub(crate) fn basis(&self, basis: &LegalBasis) -> Result<Value, Error> {
        let (on, number) = (basis.on.as_deref(), basis.number.as_deref());
        self.other_act(&basis.title, on, number, &basis.source)
    }

    pub(crate) fn standard(&self, standard: &Standard) -> Result<Value, Error> {
        let (on, number) = (standard.on.as_deref(), standard.number.as_deref());
        let mut value = self.other_act(&standard.title, on, number, &standard.source)?;
        value.label = Some(self.phrases.text("basis-standard")?);
        Ok(value)
    }

    fn other_act(
        &self,
        title: &str,
        on: Option<&str>,
        number: Option<&str>,
        source: &Source,
    ) -> Result<Value, Error> {
        let date = on.map(|on| self.phrases.date_of(on)).transpose()?;
        let plain = match (date, number) {
            (Some(date), Some(number)) => {
                let words = [("date", date.as_str()), ("number", number)];
                Some(self.phrases.text_with("basis-dated-numbered", &words)?)
            }
            (None, Some(number)) => {
                let words = [("number", number)];
                Some(self.phrases.text_with("basis-numbered", &words)?)
            }
            (Some(_), None) => on.map(|on| self.phrases.date(on)).transpose()?,
            (None, None) => None,
        };
        let page = self.phrases.language;
        let texts = self.register.library.texts_of(&source.act);
        let language = texts
            .filter(|text| text.path == source.path)
            .map(|text| text.language)
            .next()
            .unwrap_or(page);
        Ok(Value {
            label: None,
            plain,
            words: (!title.is_empty()).then(|| Words::new(title, language, page)),
            items: Vec::new(),
            source: Some(self.source(source)?),
        })
    }

    fn hours_phrase(&self, hours: &Hours) -> Result<Option<String>, Error> {
        let (Some(open), Some(close)) = (&hours.open, &hours.close) else {
            return Ok(None);
        };
        let mut phrase = format!("{open} – {close}");
        if let Some(days) = &hours.days {
            phrase = format!("{}, {phrase}", self.phrases.weekdays(days)?);
        }
        if let Some([from, to]) = &hours.pause {
            let words = [("from", from.as_str()), ("to", to.as_str())];
            let pause = self.phrases.text_with("hours-break", &words)?;
            phrase = format!("{phrase}, {pause}");
        }
        Ok(Some(phrase))
    }

    fn typed(&self, plain: String, words: &Text) -> Result<Value, Error> {
        let mut value = self.quote(words)?;
        value.plain = Some(plain);
        Ok(value)
    }

    fn source(&self, source: &Source) -> Result<SourceLink, Error> {
        SourceLink::new(source, self.register, self.phrases)
    }
}
