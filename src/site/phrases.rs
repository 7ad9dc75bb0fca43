//! Phrases: typed values worded in the language of a page.

use fluent_bundle::FluentArgs;
use jiff::civil::Date;

use crate::catalogue::model::{
    Act, ActKind, ApplicationStage, Channel, FeeKind, Hours, OfficeKind, OfficeRole, Status,
    TimeLimitKind, TimeUnit,
};
use crate::content::interface::InterfaceTexts;
use crate::error::Error;
use crate::language::Language;

use super::names::Names;
use super::order::Order;

/// The id of what a ministry adopted for the whole country.
const REPUBLIC: &str = "republic";
/// Minutes of an hour.
const HOUR: u32 = 60;

/// Wordings in one language.
#[derive(Clone, Copy)]
pub(crate) struct Phrases<'a> {
    texts: &'a InterfaceTexts,
    names: &'a Names,
    pub(crate) language: Language,
}

impl<'a> Phrases<'a> {
    pub(crate) const fn new(
        texts: &'a InterfaceTexts,
        names: &'a Names,
        language: Language,
    ) -> Self {
        Self {
            texts,
            names,
            language,
        }
    }

    /// A message without arguments.
    pub(crate) fn text(&self, key: &str) -> Result<String, Error> {
        self.format(key, &FluentArgs::new())
    }

    /// A message with arguments that are words.
    pub(crate) fn text_with(&self, key: &str, words: &[(&str, &str)]) -> Result<String, Error> {
        let mut arguments = FluentArgs::new();
        for (name, word) in words {
            arguments.set(*name, *word);
        }
        self.format(key, &arguments)
    }

    /// A message that counts something.
    pub(crate) fn count(&self, key: &str, count: usize) -> Result<String, Error> {
        let mut arguments = FluentArgs::new();
        arguments.set("count", count);
        self.format(key, &arguments)
    }

    /// A day in the long style of law.
    pub(crate) fn date(&self, date: &str) -> Result<String, Error> {
        self.worded_date("date-long", date)
    }

    /// A day in the form that stands before what it dates.
    pub(crate) fn date_of(&self, date: &str) -> Result<String, Error> {
        self.worded_date("date-of", date)
    }

    /// Kind, day and number of an act, as acts are cited.
    pub(crate) fn act(&self, act: &Act) -> Result<String, Error> {
        let kind = match act.kind {
            ActKind::Resolution => "resolution",
            ActKind::Order => "order",
            ActKind::Decision => "decision",
        };
        let date = self.date_of(&act.adopted)?;
        let words = [
            ("kind", kind),
            ("date", date.as_str()),
            ("number", &act.number),
        ];
        self.text_with("act-cited", &words)
    }

    /// The name of a region; the whole country has one too.
    pub(crate) fn region(&self, id: &str) -> Result<String, Error> {
        match self.names.place(id, self.language) {
            Some(name) => Ok(name.to_owned()),
            None if id == REPUBLIC => self.text("region-republic"),
            None => Ok(id.to_owned()),
        }
    }

    /// What to sort a region by: the whole country comes before its parts, these stand as
    /// the alphabet has their names.
    pub(crate) fn region_key(&self, id: &str) -> Result<(bool, Vec<(u8, u32)>), Error> {
        let order = Order::of(*self)?;
        Ok((id != REPUBLIC, order.key(&self.region(id)?)))
    }

    /// The name of a topic.
    pub(crate) fn topic(&self, id: &str) -> Option<&'a str> {
        self.names.topic(id, self.language)
    }

    /// An amount of time: of many minutes, the whole hours are named.
    pub(crate) fn duration(&self, amount: u32, unit: TimeUnit) -> Result<String, Error> {
        let (hours, minutes) = (amount / HOUR, amount % HOUR);
        if unit == TimeUnit::Minute && hours > 0 && minutes > 0 {
            let hours = self.duration(hours, TimeUnit::Hour)?;
            let minutes = self.duration(minutes, TimeUnit::Minute)?;
            return Ok(format!("{hours} {minutes}"));
        }
        let key = match unit {
            TimeUnit::Minute => "duration-minutes",
            TimeUnit::Hour => "duration-hours",
            TimeUnit::Day => "duration-days",
            TimeUnit::CalendarDay => "duration-calendar-days",
            TimeUnit::WorkingDay => "duration-working-days",
            TimeUnit::Week => "duration-weeks",
            TimeUnit::Month => "duration-months",
            TimeUnit::Year => "duration-years",
        };
        self.count(key, amount as usize)
    }

    /// Whether an act is in force.
    pub(crate) fn status(&self, status: Status) -> Result<String, Error> {
        self.text(match status {
            Status::InForce => "status-in-force",
            Status::Repealed => "status-repealed",
        })
    }

    /// What a time limit counts.
    pub(crate) fn time_limit(&self, what: TimeLimitKind) -> Result<String, Error> {
        self.text(match what {
            TimeLimitKind::Service => "time-service",
            TimeLimitKind::QueueSubmit => "time-queue-submit",
            TimeLimitKind::QueueReceive => "time-queue-receive",
            TimeLimitKind::Other => "time-other",
        })
    }

    /// A way to apply.
    pub(crate) fn channel(&self, channel: Channel) -> Result<String, Error> {
        self.text(match channel {
            Channel::Office => "channel-office",
            Channel::Portal => "channel-portal",
            Channel::ServiceCentre => "channel-service-centre",
        })
    }

    /// What words on applying tell.
    pub(crate) fn application_stage(&self, stage: ApplicationStage) -> Result<String, Error> {
        self.text(match stage {
            ApplicationStage::Forms => "application-forms",
            ApplicationStage::Submission => "application-submission",
            ApplicationStage::Receipt => "application-receipt",
            ApplicationStage::Delivery => "application-delivery",
        })
    }

    /// What kind of office it is.
    pub(crate) fn office_kind(&self, kind: OfficeKind) -> Result<String, Error> {
        self.text(match kind {
            OfficeKind::Employment => "office-kind-employment",
            OfficeKind::Akimat => "office-kind-akimat",
            OfficeKind::VillageAkimat => "office-kind-village-akimat",
            OfficeKind::ServiceCentre => "office-kind-service-centre",
            OfficeKind::Department => "office-kind-department",
            OfficeKind::Other => "office-kind-other",
        })
    }

    /// What an office does for a service, over a list of such offices.
    pub(crate) fn office_role(&self, role: OfficeRole) -> Result<String, Error> {
        self.text(match role {
            OfficeRole::Provider => "office-role-provider",
            OfficeRole::Akimat => "office-role-akimat",
            OfficeRole::ServiceCentre => "office-role-service-centre",
            OfficeRole::Higher => "office-role-higher",
            OfficeRole::Other => "office-role-other",
        })
    }

    /// Day and number of an act whose kind is not known, where there are any.
    pub(crate) fn dated(
        &self,
        on: Option<&str>,
        number: Option<&str>,
    ) -> Result<Option<String>, Error> {
        let phrase = match (on, number) {
            (Some(on), Some(number)) => {
                let date = self.date_of(on)?;
                let words = [("date", date.as_str()), ("number", number)];
                self.text_with("basis-dated-numbered", &words)?
            }
            (None, Some(number)) => self.text_with("basis-numbered", &[("number", number)])?,
            (Some(on), None) => self.date(on)?,
            (None, None) => return Ok(None),
        };
        Ok(Some(phrase))
    }

    /// The day of a law behind its title.
    pub(crate) fn dated_law(&self, on: &str) -> Result<String, Error> {
        self.text_with("basis-dated", &[("date", &self.date(on)?)])
    }

    /// Whether and how much one pays.
    pub(crate) fn fee(&self, kind: FeeKind, amount: Option<f64>) -> Result<String, Error> {
        match (kind, amount) {
            (FeeKind::Free, _) => self.text("fee-free"),
            (FeeKind::Paid, None) => self.text("fee-paid"),
            (FeeKind::Paid, Some(amount)) => {
                self.text_with("fee-amount", &[("amount", &amount.to_string())])
            }
        }
    }

    /// Days of the week such as `mon-fri,sun`.
    pub(crate) fn weekdays(&self, days: &str) -> Result<String, Error> {
        let mut ranges = Vec::new();
        for range in days.split(',') {
            let mut ends = Vec::new();
            for day in range.split('-') {
                ends.push(self.text_with("weekday", &[("day", day)])?);
            }
            ranges.push(ends.join(" – "));
        }
        Ok(ranges.join(", "))
    }

    /// Days, times and the break; `None` where the act gives none that are typed.
    pub(crate) fn hours(&self, hours: &Hours) -> Result<Option<String>, Error> {
        let days = hours.days.as_deref();
        let days = days.map(|days| self.weekdays(days)).transpose()?;
        let times = match (&hours.open, &hours.close) {
            (Some(open), Some(close)) => Some(format!("{open} – {close}")),
            _ => None,
        };
        let pause = hours.pause.as_ref().map(|[from, to]| {
            let words = [("from", from.as_str()), ("to", to.as_str())];
            self.text_with("hours-break", &words)
        });
        let parts: Vec<_> = [days, times, pause.transpose()?]
            .into_iter()
            .flatten()
            .collect();
        Ok((!parts.is_empty()).then(|| parts.join(", ")))
    }

    fn worded_date(&self, key: &str, date: &str) -> Result<String, Error> {
        let date: Date = date.parse().map_err(|error| Error::Template {
            message: format!("`{date}` is no date: {error}"),
        })?;
        let mut arguments = FluentArgs::new();
        arguments.set("day", i64::from(date.day()));
        arguments.set("month", i64::from(date.month()));
        arguments.set("year", i64::from(date.year()));
        self.format(key, &arguments)
    }

    fn format(&self, key: &str, arguments: &FluentArgs<'_>) -> Result<String, Error> {
        self.texts
            .format(self.language, key, arguments)
            .map_err(|error| Error::Template {
                message: error.to_string(),
            })
    }
}
