//! The page of parts: everything that pages are made of, on a living example.

use serde::Serialize;

use super::offices::OfficeCard;
use super::service::ServiceView;
use super::status::StatusTag;
use crate::catalogue::model::{Service, Status};
use crate::error::Error;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// The colours of the style sheet, in the order of the page.
const COLOURS: [&str; 7] = ["paper", "sheet", "deep", "link", "warn", "good", "mark"];

/// The parts of pages; a part that no service of the catalogue shows is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct DesignView {
    pub(crate) colours: Vec<Colour>,
    pub(crate) tags: Vec<StatusTag>,
    pub(crate) example: Option<ServiceView>,
    pub(crate) offices: Vec<OfficeCard>,
}

/// A colour with what it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Colour {
    pub(crate) id: &'static str,
    pub(crate) name: String,
}

impl DesignView {
    pub(crate) fn new(
        register: &Register<'_>,
        base_url: &str,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let colours = COLOURS.into_iter().map(|id| {
            let name = phrases.text(&format!("design-colour-{id}"))?;
            Ok(Colour { id, name })
        });
        let tags = [Status::InForce, Status::Repealed].into_iter();
        let services = register.library.catalogue.services.iter();
        // Of equals the last is taken; any will do.
        let example = services.max_by_key(|service| parts_of(service));
        let office = example.and_then(|service| service.offices.first());
        let office = office.and_then(|one| register.office(&one.office));
        Ok(Self {
            colours: colours.collect::<Result<_, Error>>()?,
            tags: tags
                .map(|status| StatusTag::new(status, phrases))
                .collect::<Result<_, _>>()?,
            example: example
                .map(|service| ServiceView::new(service, register, base_url, phrases))
                .transpose()?,
            offices: office
                .map(|office| OfficeCard::new(office, phrases))
                .transpose()?
                .into_iter()
                .collect(),
        })
    }
}

/// How many parts of a page a service fills.
fn parts_of(service: &Service) -> usize {
    let filled = [
        !service.documents.is_empty(),
        !service.steps.is_empty(),
        !service.offices.is_empty(),
        !service.legal_basis.is_empty(),
        service.hours.is_some(),
        service.fee.is_some(),
    ];
    filled.into_iter().filter(|is_filled| *is_filled).count()
}
