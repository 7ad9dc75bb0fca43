//! Absence: what a page says where it has no value.
//!
//! A page never says that an act does not state a fact, since the reading may have
//! missed it: it says that the fact was not found, and leads to the text. A fact that
//! no service of any act has was not looked for, and is not said to be absent.

use serde::Serialize;

use crate::catalogue::model::Service;
use crate::error::Error;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// What stands in place of a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Absence {
    /// The fact was looked for and not found; this says so.
    NotFound(String),
    /// Nobody looked for the fact; the text of the act may state it.
    Unread,
}

impl Absence {
    /// The absence of a fact, by its name in the catalogue.
    pub(crate) fn of(
        fact: &str,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        match register.is_read(fact) {
            true => Ok(Self::NotFound(phrases.text("absent")?)),
            false => Ok(Self::Unread),
        }
    }
}

/// The names of the facts that the catalogue has of a service.
pub(crate) fn facts_of(service: &Service) -> impl Iterator<Item = &str> {
    let own = [
        ("provider", service.provider.is_some()),
        ("form", service.form.is_some()),
        ("result", service.result.is_some()),
        ("fee", service.fee.is_some()),
        ("time_limits", !service.time_limits.is_empty()),
        (
            "hours",
            service.hours.is_some() || !service.hours_by_channel.is_empty(),
        ),
        (
            "documents",
            !service.documents.is_empty() || service.documents_reference.is_some(),
        ),
        ("recipients", !service.recipients.is_empty()),
        ("refusal_grounds", !service.refusal_grounds.is_empty()),
        ("appeal", !service.appeal.is_empty()),
        (
            "steps",
            !service.steps.is_empty() || !service.application_process.is_empty(),
        ),
        (
            "legal_basis",
            !service.legal_basis.is_empty() || service.standard.is_some(),
        ),
        ("offices", !service.offices.is_empty()),
    ];
    let known = own.into_iter().filter(|(_, is_known)| *is_known);
    let references = service.references.keys().map(String::as_str);
    known.map(|(fact, _)| fact).chain(references)
}
