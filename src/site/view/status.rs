//! Status: whether an act is in force, in a tag and in a banner.

use std::cmp::Reverse;

use serde::Serialize;

use super::cards::ServiceCard;
use super::words::{SourceLink, Words};
use crate::catalogue::model::{Act, Service, Status};
use crate::error::Error;
use crate::site::address;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// A short sign beside a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct StatusTag {
    /// `in_force` or `repealed`.
    pub(crate) status: Status,
    pub(crate) label: String,
}

impl StatusTag {
    pub(crate) fn new(status: Status, phrases: Phrases<'_>) -> Result<Self, Error> {
        let label = phrases.status(status)?;
        Ok(Self { status, label })
    }
}

/// What stands on every page of a repealed act.
///
/// It says which act repealed it and what may have changed since. It gives no day
/// on which the act lost force, because acts do not name it, and it never says
/// that the service is unavailable, because the act does not know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Banner {
    pub(crate) text: String,
    pub(crate) advice: String,
    /// The act's own words on how the repeal takes effect.
    pub(crate) commencement: Option<Words>,
    pub(crate) source: Option<SourceLink>,
    /// The newest act on the same service in the region, where that is another one.
    pub(crate) newest: Option<ServiceCard>,
    /// Said on the page of a service when there is none.
    pub(crate) no_newer: Option<String>,
}

impl Banner {
    /// The banner of an act; `None` for an act in force.
    pub(crate) fn of(
        act: &Act,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Option<Self>, Error> {
        if act.status == Status::InForce {
            return Ok(None);
        }
        let advice = phrases.text("banner-advice")?;
        let Some(repeal) = &act.repealed else {
            return Ok(Some(Self {
                text: phrases.text("banner-repealed")?,
                advice,
                commencement: None,
                source: None,
                newest: None,
                no_newer: None,
            }));
        };
        let date = phrases.date_of(&repeal.on)?;
        let words = [("date", date.as_str()), ("number", &repeal.number)];
        Ok(Some(Self {
            text: phrases.text_with("banner-repealed-by", &words)?,
            advice,
            commencement: repeal
                .commencement
                .as_ref()
                .map(|text| Words::of(text, phrases.language)),
            source: Some(SourceLink::new(&repeal.source, register, phrases)?),
            newest: None,
            no_newer: None,
        }))
    }

    /// The banner on the page of a service, which also leads to the newest act on it.
    pub(crate) fn of_service(
        service: &Service,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Option<Self>, Error> {
        let act = register.act_of(service);
        let Some(mut banner) = Self::of(act, register, phrases)? else {
            return Ok(None);
        };
        match newest_edition(service, register) {
            Some(newest) => banner.newest = Some(ServiceCard::new(newest, register, phrases)?),
            None => banner.no_newer = Some(phrases.text("banner-no-newer")?),
        }
        Ok(Some(banner))
    }
}

/// The newest edition of the same service in the region, one in force first; `None`
/// where no other act of the catalogue is newer.
fn newest_edition<'a>(service: &Service, register: &Register<'a>) -> Option<&'a Service> {
    let act = register.act_of(service);
    let editions = register.editions(address::service_segment(service)).iter();
    let newer = editions
        .map(|edition| (register.act_of(edition), *edition))
        .filter(|(other, _)| other.region == act.region && other.adopted > act.adopted);
    newer
        .min_by_key(|(other, _)| (other.status, Reverse(&other.adopted)))
        .map(|(_, edition)| edition)
}

/// What stands where all offices come from acts that are repealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct StaleNotice {
    pub(crate) text: String,
    pub(crate) advice: String,
}

impl StaleNotice {
    /// The notice; `None` when one of the acts is in force, or when there is none.
    pub(crate) fn of(acts: &[&Act], phrases: Phrases<'_>) -> Result<Option<Self>, Error> {
        if acts.is_empty() || acts.iter().any(|act| act.status == Status::InForce) {
            return Ok(None);
        }
        Ok(Some(Self {
            text: phrases.count("stale-acts", acts.len())?,
            advice: phrases.text("banner-advice")?,
        }))
    }
}
