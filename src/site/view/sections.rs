//! Sections: the questions that a service page answers, with fixed anchors.

use serde::Serialize;

use super::absence::Absence;
use super::facts::{Facts, Value};
use super::offices::{self, OfficeGroup};
use super::words::Words;
use crate::catalogue::model::Service;
use crate::error::Error;

/// One question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Section {
    /// Part of the addresses that stay.
    pub(crate) anchor: &'static str,
    pub(crate) heading: String,
    /// Values, under a sentence of the act where it has one.
    pub(crate) groups: Vec<Group>,
    /// Where the act sends the reader for what it does not list.
    pub(crate) references: Vec<Value>,
    pub(crate) offices: Vec<OfficeGroup>,
    /// Said when nothing else is.
    pub(crate) absence: Option<Absence>,
    /// True when the order of the values matters.
    pub(crate) ordered: bool,
}

/// Values that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Group {
    pub(crate) heading: Option<Words>,
    pub(crate) values: Vec<Value>,
}

/// All sections of a service, in the order of a citizen's questions.
pub(crate) fn sections_of(service: &Service, facts: Facts<'_>) -> Result<Vec<Section>, Error> {
    let make = SectionMaker { service, facts };
    Ok(vec![
        make.section("who", "recipients", facts.quotes(&service.recipients)?)?,
        make.location()?,
        make.section("hours", "hours", make.hours()?)?,
        make.documents()?,
        make.section("time", "time_limits", make.time_limits()?)?,
        make.section("fee", "fee", make.fee()?)?,
        make.section("result", "result", make.result()?)?,
        make.section(
            "refusal",
            "refusal_grounds",
            facts.quotes(&service.refusal_grounds)?,
        )?,
        make.steps()?,
        make.section("appeal", "appeal", facts.quotes(&service.appeal)?)?,
        make.section("basis", "legal_basis", make.basis()?)?,
    ])
}

struct SectionMaker<'a> {
    service: &'a Service,
    facts: Facts<'a>,
}

impl SectionMaker<'_> {
    /// A section of plain values; `fact` is the name by which the catalogue keeps
    /// references to other acts.
    fn section(
        &self,
        anchor: &'static str,
        fact: &str,
        values: Vec<Value>,
    ) -> Result<Section, Error> {
        let groups = match values.is_empty() {
            true => Vec::new(),
            false => vec![Group {
                heading: None,
                values,
            }],
        };
        let mut section = Section {
            anchor,
            heading: self.facts.phrases.text(&format!("section-{anchor}"))?,
            groups,
            references: Vec::new(),
            offices: Vec::new(),
            absence: None,
            ordered: false,
        };
        if let Some(reference) = self.service.references.get(fact) {
            section.references.push(self.facts.quote(reference)?);
        }
        self.say_absence(&mut section, fact)?;
        Ok(section)
    }

    fn say_absence(&self, section: &mut Section, fact: &str) -> Result<(), Error> {
        let says_something = !section.groups.is_empty()
            || !section.references.is_empty()
            || !section.offices.is_empty();
        section.absence = match says_something {
            true => None,
            false => Some(Absence::of(fact, self.facts.register, self.facts.phrases)?),
        };
        Ok(())
    }

    fn location(&self) -> Result<Section, Error> {
        let (service, facts) = (self.service, self.facts);
        let mut values = Vec::new();
        if let Some(provider) = &service.provider {
            let mut value = facts.quote(provider)?;
            value.label = Some(facts.phrases.text("fact-provider")?);
            values.push(value);
        }
        let mut ways = Vec::new();
        for channel in &service.channels {
            ways.push(facts.phrases.channel(*channel)?);
        }
        if !ways.is_empty() {
            let mut value = facts.plain(ways.join(", "));
            value.label = Some(facts.phrases.text("fact-channels")?);
            values.push(value);
        }
        values.extend(facts.quotes(&service.other_channels)?);
        let mut section = self.section("where", "offices", values)?;
        section.offices = offices::groups_of(service, facts)?;
        self.say_absence(&mut section, "offices")?;
        Ok(section)
    }

    fn hours(&self) -> Result<Vec<Value>, Error> {
        let general = self
            .service
            .hours
            .iter()
            .map(|hours| self.facts.hours(hours));
        let by_channel = self.service.hours_by_channel.iter();
        general
            .chain(by_channel.map(|hours| self.facts.channel_hours(hours)))
            .collect()
    }

    fn documents(&self) -> Result<Section, Error> {
        let mut section = self.section("documents", "documents", Vec::new())?;
        let page = self.facts.phrases.language;
        for document in &self.service.documents {
            let heading = document.group.as_ref().map(|group| Words::of(group, page));
            let value = self.facts.document(document)?;
            match section.groups.last_mut() {
                Some(last) if last.heading == heading => last.values.push(value),
                _ => section.groups.push(Group {
                    heading,
                    values: vec![value],
                }),
            }
        }
        if let Some(reference) = &self.service.documents_reference {
            section.references.push(self.facts.quote(reference)?);
        }
        self.say_absence(&mut section, "documents")?;
        Ok(section)
    }

    fn time_limits(&self) -> Result<Vec<Value>, Error> {
        let limits = self.service.time_limits.iter();
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
        let steps = self.service.steps.iter();
        let values = steps
            .map(|step| self.facts.step(step))
            .collect::<Result<_, _>>()?;
        let mut section = self.section("steps", "steps", values)?;
        section.ordered = true;
        Ok(section)
    }

    fn basis(&self) -> Result<Vec<Value>, Error> {
        let standard = self.service.standard.iter();
        let standard = standard.map(|standard| self.facts.standard(standard));
        let basis = self.service.legal_basis.iter();
        standard
            .chain(basis.map(|basis| self.facts.basis(basis)))
            .collect()
    }
}
