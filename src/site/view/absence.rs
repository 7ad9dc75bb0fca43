//! Absence: what a page says where it has no value.
//!
//! That an act does not state a fact may only be said of facts that are read from
//! acts at all. Whether they are shows in the catalogue: a fact that no service of
//! any act has was not looked for, and the page leads to the text instead.

use serde::Serialize;

use crate::catalogue::model::Service;
use crate::error::Error;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// What is said in place of a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Absence {
    pub(crate) text: String,
    /// Where to look instead; `None` where the act says nothing.
    pub(crate) href: Option<&'static str>,
}

impl Absence {
    /// The absence of a fact, by its name in the catalogue.
    pub(crate) fn of(
        fact: &str,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        if register.is_read(fact) {
            return Ok(Self {
                text: phrases.text("absent")?,
                href: None,
            });
        }
        Ok(Self {
            text: phrases.text("not-read")?,
            href: Some("#text"),
        })
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
        ("steps", !service.steps.is_empty()),
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
