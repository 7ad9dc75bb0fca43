//! Offices: where to go, grouped by what an office does for the service.

use serde::Serialize;

use super::facts::{Facts, Value};
use super::words::{SourceLink, Words};
use crate::catalogue::model::{Office, OfficeRole, Service};
use crate::error::Error;

/// Offices of one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct OfficeGroup {
    pub(crate) heading: String,
    pub(crate) count: String,
    pub(crate) offices: Vec<OfficeView>,
}

/// An office with what one needs to reach it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct OfficeView {
    /// Name in the language of the page.
    pub(crate) label: String,
    /// Name as the act prints it.
    pub(crate) printed: Words,
    pub(crate) address: Option<Words>,
    pub(crate) room: Option<Words>,
    pub(crate) phones: Vec<PhoneView>,
    pub(crate) emails: Vec<String>,
    pub(crate) hours: Option<Value>,
    pub(crate) reception: Option<Words>,
    pub(crate) source: Option<SourceLink>,
}

/// A number as printed and as dialled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PhoneView {
    pub(crate) printed: String,
    pub(crate) tel: Option<String>,
}

/// The offices that the tables of a service name, each once per role.
pub(crate) fn groups_of(service: &Service, facts: Facts<'_>) -> Result<Vec<OfficeGroup>, Error> {
    let roles = [
        (OfficeRole::Provider, "office-role-provider"),
        (OfficeRole::Akimat, "office-role-akimat"),
        (OfficeRole::ServiceCentre, "office-role-service-centre"),
        (OfficeRole::Higher, "office-role-higher"),
        (OfficeRole::Other, "office-role-other"),
    ];
    let mut groups = Vec::new();
    for (role, key) in roles {
        let mut seen: Vec<&str> = Vec::new();
        let mut offices = Vec::new();
        for reference in service.offices.iter().filter(|one| one.role == role) {
            if seen.contains(&reference.office.as_str()) {
                continue;
            }
            seen.push(&reference.office);
            if let Some(office) = facts.register.office(&reference.office) {
                offices.push(OfficeView::new(office, facts)?);
            }
        }
        if !offices.is_empty() {
            groups.push(OfficeGroup {
                heading: facts.phrases.text(key)?,
                count: facts.phrases.count("count-offices", offices.len())?,
                offices,
            });
        }
    }
    Ok(groups)
}

impl OfficeView {
    fn new(office: &Office, facts: Facts<'_>) -> Result<Self, Error> {
        let page = facts.phrases.language;
        let words = |text: &Option<_>| text.as_ref().map(|text| Words::of(text, page));
        let printed = office.names.prefer(page);
        let source = printed
            .map(|text| SourceLink::new(&text.source, facts.register, facts.phrases))
            .transpose()?;
        Ok(Self {
            label: office.labels.get(page).to_owned(),
            printed: Words::title(&office.names, page),
            address: words(&office.address),
            room: words(&office.room),
            phones: office
                .phones
                .iter()
                .map(|phone| PhoneView {
                    printed: phone.words.text.clone(),
                    tel: phone.tel.clone(),
                })
                .collect(),
            emails: office.emails.iter().map(|mail| mail.text.clone()).collect(),
            hours: office
                .hours
                .as_ref()
                .map(|hours| facts.hours(hours))
                .transpose()?,
            reception: words(&office.reception),
            source,
        })
    }
}
