//! The page of changes: what was adopted, amended and repealed, by date, as the acts
//! themselves say it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cards::title_of;
use super::words::{self, SourceLink, Words};
use crate::catalogue::model::{Act, Amendment, Source, Status};
use crate::catalogue::slug::slug;
use crate::error::Error;
use crate::site::address;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// All changes that acts speak of, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ChangesView {
    pub(crate) years: Vec<ChangesOfYear>,
    pub(crate) feed: &'static str,
}

/// The changes of a year, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ChangesOfYear {
    pub(crate) year: String,
    pub(crate) changes: Vec<Change>,
}

/// Something that happened to an act on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Change {
    /// Part of the address; it stays as long as the act says the same.
    pub(crate) anchor: String,
    /// The day, `YYYY-MM-DD`.
    pub(crate) on: String,
    pub(crate) date: String,
    pub(crate) kind: ChangeKind,
    /// What happened, in the language of the page.
    pub(crate) label: String,
    pub(crate) act_href: String,
    pub(crate) act: String,
    pub(crate) title: Words,
    pub(crate) region: String,
    pub(crate) amended: Vec<Amended>,
    pub(crate) source: SourceLink,
}

/// What happened to an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChangeKind {
    /// The act was passed.
    Adopted,
    /// Another act changed some of its units.
    Amended,
    /// Another act took its force away.
    Repealed,
}

/// The units of a service, or of the act itself, that an amendment changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Amended {
    /// The service; `None` for the act itself.
    pub(crate) service: Option<AmendedService>,
    pub(crate) units: Vec<AmendedUnit>,
}

/// A service with a link to its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct AmendedService {
    pub(crate) href: String,
    pub(crate) name: Words,
}

/// A unit that an amendment changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct AmendedUnit {
    pub(crate) unit: Words,
    pub(crate) source: SourceLink,
}

impl ChangesView {
    pub(crate) fn new(register: &Register<'_>, phrases: Phrases<'_>) -> Result<Self, Error> {
        let changes = changes(register, phrases)?;
        let years = changes
            .chunk_by(|one, other| year_of(one) == year_of(other))
            .map(|of_year| ChangesOfYear {
                year: year_of(&of_year[0]).to_owned(),
                changes: of_year.to_vec(),
            });
        Ok(Self {
            years: years.collect(),
            feed: address::FEED,
        })
    }
}

/// All changes that acts speak of, the newest first.
pub(crate) fn changes(register: &Register<'_>, phrases: Phrases<'_>) -> Result<Vec<Change>, Error> {
    let mut changes = Vec::new();
    for act in &register.library.catalogue.acts {
        changes.extend(
            ChangeMaker {
                act,
                register,
                phrases,
            }
            .all()?,
        );
    }
    changes.sort_by(|one, other| {
        let newest = (&other.on, other.kind).cmp(&(&one.on, one.kind));
        newest.then_with(|| one.anchor.cmp(&other.anchor))
    });
    Ok(changes)
}

fn year_of(change: &Change) -> &str {
    change.on.split('-').next().unwrap_or(&change.on)
}

/// Makes the changes of one act.
struct ChangeMaker<'a> {
    act: &'a Act,
    register: &'a Register<'a>,
    phrases: Phrases<'a>,
}

impl ChangeMaker<'_> {
    fn all(&self) -> Result<Vec<Change>, Error> {
        let act = self.act;
        let adopted = self.phrases.text("change-adopted")?;
        let source = self.source(&act.source)?;
        let mut changes = vec![self.change(
            ChangeKind::Adopted,
            &act.adopted,
            "adopted",
            adopted,
            source,
        )?];
        let mut by_amending_act: BTreeMap<_, Vec<&Amendment>> = BTreeMap::new();
        for amendment in &act.amendments {
            let amending = (amendment.on.as_str(), amendment.number.as_str());
            by_amending_act.entry(amending).or_default().push(amendment);
        }
        for ((on, number), amendments) in by_amending_act {
            let label = self.labelled("change-amended", on, number)?;
            let source = self.source(&amendments[0].source)?;
            let anchor = format!("amended-{on}-{}", slug(number));
            let mut change = self.change(ChangeKind::Amended, on, &anchor, label, source)?;
            change.amended = self.amended(&amendments)?;
            changes.push(change);
        }
        if let (Status::Repealed, Some(repeal)) = (act.status, &act.repealed) {
            let label = self.labelled("change-repealed", &repeal.on, &repeal.number)?;
            let source = self.source(&repeal.source)?;
            changes.push(self.change(
                ChangeKind::Repealed,
                &repeal.on,
                "repealed",
                label,
                source,
            )?);
        }
        Ok(changes)
    }

    fn change(
        &self,
        kind: ChangeKind,
        on: &str,
        anchor: &str,
        label: String,
        source: SourceLink,
    ) -> Result<Change, Error> {
        let (act, phrases) = (self.act, self.phrases);
        Ok(Change {
            anchor: format!("{}-{anchor}", act.id),
            on: on.to_owned(),
            date: phrases.date(on)?,
            kind,
            label,
            act_href: address::act_path(phrases.language, &act.id),
            act: phrases.act(act)?,
            title: title_of(act, phrases)?,
            region: phrases.region(&act.region)?,
            amended: Vec::new(),
            source,
        })
    }

    /// The units by the service that they belong to, in the order of the act.
    fn amended(&self, amendments: &[&Amendment]) -> Result<Vec<Amended>, Error> {
        let services = self.register.services_of(&self.act.id);
        let place_of = |amendment: &&Amendment| {
            let id = amendment.service.as_deref();
            services
                .iter()
                .position(|service| Some(service.id.as_str()) == id)
        };
        let mut sorted = amendments.to_vec();
        sorted.sort_by_key(|amendment| (place_of(amendment), amendment.source.first_line));
        sorted
            .chunk_by(|one, other| one.service == other.service)
            .map(|of_service| {
                let service = place_of(&of_service[0]).map(|at| services[at]);
                let units = of_service.iter().map(|amendment| self.unit(amendment));
                Ok(Amended {
                    service: service.map(|service| AmendedService {
                        href: address::service_path(self.phrases.language, service),
                        name: Words::service(service, self.phrases),
                    }),
                    units: units.collect::<Result<_, Error>>()?,
                })
            })
            .collect()
    }

    fn unit(&self, amendment: &Amendment) -> Result<AmendedUnit, Error> {
        let language = words::language_of(&amendment.source, self.register);
        let page = self.phrases.language;
        Ok(AmendedUnit {
            unit: Words::new(&amendment.unit, language.unwrap_or(page), page),
            source: self.source(&amendment.source)?,
        })
    }

    /// What another act did, with its day and number.
    fn labelled(&self, key: &str, on: &str, number: &str) -> Result<String, Error> {
        let date = self.phrases.date_of(on)?;
        self.phrases
            .text_with(key, &[("date", date.as_str()), ("number", number)])
    }

    fn source(&self, source: &Source) -> Result<SourceLink, Error> {
        SourceLink::new(source, self.register, self.phrases)
    }
}
