//! The page of an office.

use serde::Serialize;

use super::corrections::{self, CorrectionView};
use super::facts::{Facts, Value};
use super::lists::ActServices;
use super::messages;
use super::offices::{OfficeLabel, PhoneView, href_of};
use super::share::Share;
use super::status::StaleNotice;
use super::words::{SourceLink, Words};
use crate::catalogue::mail;
use crate::catalogue::model::{Act, Office, Phone, Service, Text};
use crate::error::Error;
use crate::site::address;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// The page of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct OfficePage {
    /// The name in one piece, for titles.
    pub(crate) label: String,
    pub(crate) heading: OfficeLabel,
    pub(crate) kind: String,
    /// Village, district and region, the smallest first.
    pub(crate) places: Vec<PlaceLink>,
    /// What stands on the page when all its acts are repealed.
    pub(crate) notice: Option<StaleNotice>,
    /// Names as acts print them.
    pub(crate) names: Vec<Printed>,
    /// Addresses as acts print them, the first form first.
    pub(crate) addresses: Vec<Printed>,
    pub(crate) room: Option<Printed>,
    pub(crate) phones: Vec<Number>,
    pub(crate) fax: Vec<Number>,
    pub(crate) emails: Vec<Link>,
    pub(crate) websites: Vec<Link>,
    pub(crate) head: Option<Printed>,
    pub(crate) hours: Option<Value>,
    pub(crate) reception: Option<Printed>,
    /// What people set right in these values.
    pub(crate) corrections: Vec<CorrectionView>,
    pub(crate) acts: Vec<ActServices>,
    pub(crate) share: Option<Share>,
}

/// A place that holds the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PlaceLink {
    pub(crate) name: String,
    pub(crate) href: Option<String>,
}

/// Words as an act prints them, with their lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Printed {
    pub(crate) words: Words,
    pub(crate) source: SourceLink,
}

/// A number with its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Number {
    pub(crate) phone: PhoneView,
    pub(crate) source: SourceLink,
}

/// An address of the net as printed, with its target where it is a safe one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Link {
    pub(crate) printed: String,
    pub(crate) href: Option<String>,
    pub(crate) source: SourceLink,
}

impl OfficePage {
    pub(crate) fn new(
        office: &Office,
        register: &Register<'_>,
        base_url: &str,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let facts = Facts { register, phrases };
        let page = phrases.language;
        let names = [office.names.get(page), office.names.get(page.other())];
        let names = names.into_iter().flatten().chain(&office.name_variants);
        let addresses = office.address.iter().chain(&office.address_variants);
        let one = |text: &Option<Text>| {
            let text = text.as_ref();
            text.map(|text| Printed::new(text, facts)).transpose()
        };
        let emails = office
            .emails
            .iter()
            .map(|email| Link::new(email, mail_target(&email.text), facts));
        let websites = office
            .websites
            .iter()
            .map(|website| Link::new(&website.words, web_target(&website.url), facts));
        let mut view = Self {
            label: office.labels.get(page).to_owned(),
            heading: OfficeLabel::of(office, page),
            kind: phrases.office_kind(office.kind)?,
            places: places_of(office, register, phrases)?,
            notice: StaleNotice::of(&acts_of(office, register), phrases)?,
            names: printed(names, facts)?,
            addresses: printed(addresses, facts)?,
            room: one(&office.room)?,
            phones: numbers(&office.phones, facts)?,
            fax: numbers(&office.fax, facts)?,
            emails: emails.collect::<Result<_, _>>()?,
            websites: websites.collect::<Result<_, _>>()?,
            head: one(&office.head)?,
            hours: office
                .hours
                .as_ref()
                .map(|hours| facts.hours(hours))
                .transpose()?,
            reception: one(&office.reception)?,
            corrections: corrections::of_office(office, facts)?,
            acts: ActServices::of(register.services_at(&office.id), register, phrases)?,
            share: None,
        };
        let lines = messages::of_office(&view, phrases)?;
        let path = address::office_path(page, &office.id);
        view.share = Share::new(&path, base_url, &Words::own(&view.label), &lines)?;
        Ok(view)
    }
}

/// The acts whose tables name an office.
pub(crate) fn acts_of<'a>(office: &Office, register: &Register<'a>) -> Vec<&'a Act> {
    let mut acts: Vec<&Act> = Vec::new();
    for service in register.services_at(&office.id) {
        let act = register.act_of(service);
        if acts.last().is_none_or(|last| last.id != act.id) {
            acts.push(act);
        }
    }
    acts
}

/// The services of several offices by act, each once.
pub(crate) fn services_of<'a>(offices: &[&Office], register: &Register<'a>) -> Vec<&'a Service> {
    let mut services: Vec<&Service> = Vec::new();
    for office in offices {
        for service in register.services_at(&office.id) {
            if services.iter().all(|one| one.id != service.id) {
                services.push(service);
            }
        }
    }
    services.sort_by_key(|service| (&service.act, service.ordinal));
    services
}

fn places_of(
    office: &Office,
    register: &Register<'_>,
    phrases: Phrases<'_>,
) -> Result<Vec<PlaceLink>, Error> {
    // A village stands in the name of its office already, in the act's language.
    let district = register.district_id(&office.place);
    let region = register.region_of(&office.place);
    let mut ids = vec![district, region];
    ids.dedup();
    ids.retain(|id| register.place(id).is_some());
    ids.into_iter()
        .map(|id| {
            Ok(PlaceLink {
                name: phrases.region(id)?,
                href: href_of(id, register, phrases),
            })
        })
        .collect()
}

impl Printed {
    fn new(text: &Text, facts: Facts<'_>) -> Result<Self, Error> {
        Ok(Self {
            words: facts.words(text),
            source: facts.source_of(text)?,
        })
    }
}

/// Each wording once, whatever the number of tables that print it.
fn printed<'a>(
    texts: impl Iterator<Item = &'a Text>,
    facts: Facts<'_>,
) -> Result<Vec<Printed>, Error> {
    let mut seen: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    for text in texts {
        if !seen.contains(&text.text.as_str()) {
            seen.push(&text.text);
            all.push(Printed::new(text, facts)?);
        }
    }
    Ok(all)
}

fn numbers(phones: &[Phone], facts: Facts<'_>) -> Result<Vec<Number>, Error> {
    phones
        .iter()
        .map(|phone| {
            Ok(Number {
                phone: PhoneView::new(phone, facts.phrases.language),
                source: facts.source_of(&phone.words)?,
            })
        })
        .collect()
}

impl Link {
    fn new(printed: &Text, href: Option<String>, facts: Facts<'_>) -> Result<Self, Error> {
        Ok(Self {
            printed: printed.text.clone(),
            href,
            source: facts.source_of(printed)?,
        })
    }
}

/// Only an address that can be written to becomes a link.
pub(super) fn mail_target(printed: &str) -> Option<String> {
    mail::can_be_written_to(printed).then(|| format!("mailto:{printed}"))
}

fn web_target(url: &str) -> Option<String> {
    let has_scheme = url.starts_with("https://") || url.starts_with("http://");
    let is_plain = url.bytes().all(|byte| byte.is_ascii_graphic());
    (has_scheme && is_plain).then(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_can_be_written_to_become_links() {
        let link = mail_target("merke@example.kz");
        assert_eq!(link.as_deref(), Some("mailto:merke@example.kz"));
        assert_eq!(mail_target("a@b.kz?subject=x"), None);
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert_eq!(web_target("javascript:alert(1)"), None);
        assert_eq!(
            web_target("http://example.kz").as_deref(),
            Some("http://example.kz")
        );
    }
}
