//! Status: whether an act is in force, in a tag and in a banner.

use serde::Serialize;

use super::words::{SourceLink, Words};
use crate::catalogue::model::{Act, Status};
use crate::error::Error;
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
        }))
    }
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
