//! Sections: the questions that a service page answers, with fixed anchors.

use serde::Serialize;

use super::absence::Absence;
use super::cards::ServiceCard;
use super::corrections::{self, CorrectionView};
use super::facts::{Facts, Value};
use super::laws::{self, LawView};
use super::offices::{self, OfficeGroup};
use super::papers::{self, PaperGroup};
use super::steps::{self, Route};
use super::words::Words;
use super::{references, refusals};
use crate::catalogue::model::{Service, Text, TimeLimitKind};
use crate::error::Error;
use crate::site::address;

/// One question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Section {
    /// Part of the addresses that stay.
    pub(crate) anchor: &'static str,
    pub(crate) heading: String,
    pub(crate) values: Vec<Value>,
    /// Values under sentences of the act.
    pub(crate) groups: Vec<ValueGroup>,
    pub(crate) papers: Vec<PaperGroup>,
    pub(crate) offices: Vec<OfficeGroup>,
    pub(crate) routes: Vec<Route>,
    pub(crate) laws: Vec<LawView>,
    /// Where the act sends the reader for what it does not list.
    pub(crate) references: Vec<Value>,
    /// Another act on the same topic that says what this one does not.
    pub(crate) elsewhere: Option<ServiceCard>,
    /// What people set right in the values of the section.
    pub(crate) corrections: Vec<CorrectionView>,
    /// Said when nothing else is.
    pub(crate) absence: Option<Absence>,
}

/// Values under one sentence of the act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ValueGroup {
    pub(crate) heading: Words,
    pub(crate) values: Vec<Value>,
}

/// All sections of a service, in the order of a citizen's questions.
pub(crate) fn sections_of(service: &Service, facts: Facts<'_>) -> Result<Vec<Section>, Error> {
    let make = SectionMaker { service, facts };
    let quotes = |texts| facts.quotes(texts);
    Ok(vec![
        make.recipients()?,
        make.location()?,
        make.plain("hours", "hours", make.hours()?)?,
        make.documents()?,
        make.plain("time", "time_limits", make.time_limits()?)?,
        make.plain("fee", "fee", make.fee()?)?,
        make.plain("result", "result", make.result()?)?,
        make.plain(
            "refusal",
            "refusal_grounds",
            refusals::grounds(service, facts)?,
        )?,
        make.steps()?,
        make.plain("appeal", "appeal", quotes(&service.appeal)?)?,
        make.basis()?,
    ])
}

/// The fields of the catalogue whose values a section shows.
fn fields_of(anchor: &str) -> &'static [&'static str] {
    match anchor {
        "who" => &["recipients"],
        "where" => &["provider", "channels", "other_channels", "offices"],
        "hours" => &["hours", "hours_by_channel"],
        "documents" => &["documents", "documents_reference"],
        "time" => &["time_limits"],
        "fee" => &["fee"],
        "result" => &["result", "form"],
        "refusal" => &["refusal_grounds"],
        "steps" => &["steps", "application_process"],
        "appeal" => &["appeal"],
        "basis" => &["legal_basis", "standard"],
        _ => &[],
    }
}

struct SectionMaker<'a> {
    service: &'a Service,
    facts: Facts<'a>,
}

impl SectionMaker<'_> {
    fn empty(&self, anchor: &'static str) -> Result<Section, Error> {
        Ok(Section {
            anchor,
            heading: self.facts.phrases.text(&format!("section-{anchor}"))?,
            values: Vec::new(),
            groups: Vec::new(),
            papers: Vec::new(),
            offices: Vec::new(),
            routes: Vec::new(),
            laws: Vec::new(),
            references: Vec::new(),
            elsewhere: None,
            corrections: Vec::new(),
            absence: None,
        })
    }

    /// A section of values alone; `fact` is its name in the catalogue.
    fn plain(
        &self,
        anchor: &'static str,
        fact: &str,
        values: Vec<Value>,
    ) -> Result<Section, Error> {
        let mut section = self.empty(anchor)?;
        section.values = values;
        self.finish(section, fact)
    }

    /// Adds where the act sends the reader, and what is said when nothing else is.
    fn finish(&self, mut section: Section, fact: &str) -> Result<Section, Error> {
        let fields = fields_of(section.anchor);
        section.corrections = corrections::of_service(self.service, fields, self.facts)?;
        if let Some(reference) = self.service.references.get(fact) {
            section
                .references
                .push(references::quote(reference, self.facts)?);
        }
        let is_silent = section.values.is_empty()
            && section.groups.is_empty()
            && section.papers.is_empty()
            && section.offices.is_empty()
            && section.routes.is_empty()
            && section.laws.is_empty()
            && section.references.is_empty();
        if is_silent {
            let absence = Absence::of(fact, self.facts.register, self.facts.phrases)?;
            section.absence = Some(absence);
        }
        Ok(section)
    }

    fn recipients(&self) -> Result<Section, Error> {
        let mut section = self.empty("who")?;
        for recipient in &self.service.recipients {
            let value = self.facts.quote(&recipient.words)?;
            let Some(group) = &recipient.group else {
                section.values.push(value);
                continue;
            };
            let heading = self.facts.words(group);
            match section.groups.last_mut() {
                Some(last) if last.heading == heading => last.values.push(value),
                _ => section.groups.push(ValueGroup {
                    heading,
                    values: vec![value],
                }),
            }
        }
        self.finish(section, "recipients")
    }

    fn location(&self) -> Result<Section, Error> {
        let (service, facts) = (self.service, self.facts);
        let mut section = self.empty("where")?;
        if let Some(provider) = &service.provider {
            let mut value = facts.quote(provider)?;
            value.label = Some(facts.phrases.text("fact-provider")?);
            section.values.push(value);
        }
        section.values.extend(facts.channels(service)?);
        for channel in &service.other_channels {
            let mut value = facts.quote(channel)?;
            value.label = Some(facts.phrases.text("fact-other-channels")?);
            section.values.push(value);
        }
        section.offices = offices::groups_of(service, facts)?;
        self.finish(section, "offices")
    }

    fn hours(&self) -> Result<Vec<Value>, Error> {
        let general = self
            .service
            .hours
            .iter()
            .map(|hours| self.facts.hours(hours));
        // The hours of the provider may also stand among those of the channels.
        let is_general = |words: &Text| {
            let general = self.service.hours.as_ref();
            general.is_some_and(|hours| hours.words == *words)
        };
        let by_channel = self.service.hours_by_channel.iter();
        let by_channel = by_channel.filter(|hours| !is_general(&hours.hours.words));
        let by_office = self.facts.hours_of_offices(self.service).transpose();
        general
            .chain(by_channel.map(|hours| self.facts.channel_hours(hours)))
            .chain(by_office)
            .collect()
    }

    fn documents(&self) -> Result<Section, Error> {
        let mut section = self.empty("documents")?;
        section.papers = papers::groups_of(self.service, self.facts)?;
        if let Some(reference) = &self.service.documents_reference {
            section
                .references
                .push(references::quote(reference, self.facts)?);
        }
        if section.papers.is_empty() {
            section.elsewhere = self.listed_elsewhere()?;
        }
        self.finish(section, "documents")
    }

    /// The edition of the topic that lists papers: one of the same region first, then one
    /// in force, then the newest.
    fn listed_elsewhere(&self) -> Result<Option<ServiceCard>, Error> {
        let Facts { register, phrases } = self.facts;
        let own = register.act_of(self.service);
        let editions = register.editions(address::service_segment(self.service));
        let newest = editions
            .iter()
            .filter(|edition| !edition.documents.is_empty())
            .map(|edition| (register.act_of(edition), edition))
            .min_by_key(|(act, _)| {
                let is_elsewhere = act.region != own.region;
                (is_elsewhere, act.status, std::cmp::Reverse(&act.adopted))
            });
        newest
            .map(|(_, edition)| ServiceCard::new(edition, register, phrases))
            .transpose()
    }

    fn time_limits(&self) -> Result<Vec<Value>, Error> {
        let mut limits: Vec<_> = self.service.time_limits.iter().collect();
        // How long one waits at a window is no answer to when the result is there.
        limits.sort_by_key(|limit| limit.what != TimeLimitKind::Service);
        let limits = limits.into_iter();
        limits.map(|limit| self.facts.time_limit(limit)).collect()
    }

    fn fee(&self) -> Result<Vec<Value>, Error> {
        let fee = self.service.fee.iter();
        fee.map(|fee| self.facts.fee(fee)).collect()
    }

    fn result(&self) -> Result<Vec<Value>, Error> {
        let mut values = self.facts.quotes(self.service.result.as_slice())?;
        if let Some(form) = &self.service.form {
            let mut value = self.facts.quote(form)?;
            value.label = Some(self.facts.phrases.text("fact-form")?);
            values.push(value);
        }
        Ok(values)
    }

    fn steps(&self) -> Result<Section, Error> {
        let mut section = self.empty("steps")?;
        for application in &self.service.application_process {
            let mut value = self.facts.quote(&application.words)?;
            value.label = Some(self.facts.phrases.application_stage(application.stage)?);
            section.values.push(value);
        }
        section.routes = steps::routes_of(self.service, self.facts)?;
        self.finish(section, "steps")
    }

    fn basis(&self) -> Result<Section, Error> {
        let mut section = self.empty("basis")?;
        section.laws = laws::laws_of(self.service, self.facts)?;
        self.finish(section, "legal_basis")
    }
}
