//! Offices as entries of a list: grouped by what they do for a service and where.

use std::collections::BTreeSet;

use serde::Serialize;

use super::facts::Facts;
use super::office::mail_target;
use super::words::Words;
use crate::catalogue::model::{Office, OfficeRole, Phone, PlaceKind, Service, Text};
use crate::error::Error;
use crate::language::Language;
use crate::site::address;
use crate::site::order::Order;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// In a longer list an office shows its name and telephone alone, so that the page stays
/// light enough for an old phone; its own page says the rest. Chosen by hand.
const LONGEST_LIST: usize = 60;

/// Offices of one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct OfficeGroup {
    pub(crate) role: OfficeRole,
    pub(crate) heading: String,
    pub(crate) count: String,
    pub(crate) places: Vec<PlaceGroup>,
}

/// Offices of one district, folded away until it is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PlaceGroup {
    pub(crate) name: String,
    /// The page of the place, where it has one.
    pub(crate) href: Option<String>,
    pub(crate) count: String,
    pub(crate) offices: Vec<OfficeCard>,
}

/// An office with what one needs to reach it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct OfficeCard {
    pub(crate) href: String,
    /// Where the office stands on its page; `None` where it stands there already, and in
    /// a long list.
    pub(crate) anchor: Option<String>,
    /// The label in one piece.
    pub(crate) name: String,
    pub(crate) label: OfficeLabel,
    pub(crate) address: Option<Words>,
    pub(crate) room: Option<Words>,
    pub(crate) phones: Vec<PhoneView>,
    pub(crate) emails: Vec<EmailView>,
    /// Days and times in the language of the page, else the words of the act.
    pub(crate) hours: Option<Words>,
    pub(crate) reception: Option<Words>,
}

/// The name of an office on a page: composed in the language of the page, but for
/// what only the act's language has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct OfficeLabel {
    pub(crate) words: Words,
    /// The name of the village as the act prints it.
    pub(crate) village: Option<Words>,
}

/// A number as printed and as dialled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PhoneView {
    pub(crate) printed: Words,
    pub(crate) tel: Option<String>,
}

/// A mail address as printed, and the link where it can be written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct EmailView {
    pub(crate) printed: Words,
    pub(crate) href: Option<String>,
}

/// An office as a service lists it.
#[derive(Clone, Copy)]
struct Listed<'a> {
    office: &'a Office,
    /// The address that the service's own table prints.
    address: Option<&'a Text>,
}

impl Listed<'_> {
    fn card(&self, phrases: Phrases<'_>) -> Result<OfficeCard, Error> {
        let mut card = OfficeCard::new(self.office, phrases)?;
        if let Some(address) = self.address {
            card.address = Some(Words::of(address, phrases.language));
        }
        Ok(card)
    }
}

/// The offices that the tables of a service name, each once per role.
pub(crate) fn groups_of(service: &Service, facts: Facts<'_>) -> Result<Vec<OfficeGroup>, Error> {
    let Facts { register, phrases } = facts;
    let roles = [
        OfficeRole::Provider,
        OfficeRole::Akimat,
        OfficeRole::ServiceCentre,
        OfficeRole::Higher,
        OfficeRole::Other,
    ];
    let mut groups: Vec<OfficeGroup> = Vec::new();
    let mut anchors = BTreeSet::new();
    for role in roles {
        let mut offices: Vec<Listed<'_>> = Vec::new();
        for reference in service.offices.iter().filter(|one| one.role == role) {
            let known = register.office(&reference.office).map(|office| Listed {
                office,
                address: reference.address.as_ref(),
            });
            let is_new =
                |new: &Listed<'_>| offices.iter().all(|one| one.office.id != new.office.id);
            let new = known.filter(is_new);
            offices.extend(new);
        }
        if offices.is_empty() {
            continue;
        }
        let mut places = by_place(&offices, register, phrases)?;
        let cards = places.iter_mut().flat_map(|place| &mut place.offices);
        for card in cards {
            // An office may serve in two roles; an anchor leads to one place.
            card.anchor = card.anchor.take().filter(|one| anchors.insert(one.clone()));
            if offices.len() > LONGEST_LIST {
                card.shorten();
            }
        }
        groups.push(OfficeGroup {
            role,
            heading: phrases.office_role(role)?,
            count: phrases.count("count-offices", offices.len())?,
            places,
        });
    }
    Ok(groups)
}

/// Offices by district, the districts by name.
fn by_place(
    offices: &[Listed<'_>],
    register: &Register<'_>,
    phrases: Phrases<'_>,
) -> Result<Vec<PlaceGroup>, Error> {
    let mut ids: Vec<&str> = Vec::new();
    for listed in offices {
        let id = district_of(listed.office, register);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let mut groups = ids
        .into_iter()
        .map(|id| {
            let here = offices
                .iter()
                .filter(|listed| district_of(listed.office, register) == id);
            let cards: Vec<_> = here
                .map(|listed| listed.card(phrases))
                .collect::<Result<_, _>>()?;
            Ok(PlaceGroup {
                name: phrases.region(id)?,
                href: href_of(id, register, phrases),
                count: phrases.count("count-offices", cards.len())?,
                offices: cards,
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let order = Order::of(phrases)?;
    groups.sort_by_cached_key(|group| order.key(&group.name));
    Ok(groups)
}

fn district_of<'a>(office: &'a Office, register: &'a Register<'_>) -> &'a str {
    register.district_id(&office.place)
}

/// The page of a district or region, where it has one.
pub(crate) fn href_of(
    place: &str,
    register: &Register<'_>,
    phrases: Phrases<'_>,
) -> Option<String> {
    let has_page = match register.place(place)?.kind {
        PlaceKind::Region => !register.acts_of(place).is_empty(),
        _ => !register.offices_of(place).is_empty(),
    };
    has_page.then(|| address::place_path(phrases.language, place))
}

impl OfficeCard {
    pub(crate) fn new(office: &Office, phrases: Phrases<'_>) -> Result<Self, Error> {
        let page = phrases.language;
        let words = |text: &Option<_>| text.as_ref().map(|text| Words::of(text, page));
        let label = OfficeLabel::of(office, page);
        Ok(Self {
            href: address::office_path(page, &office.id),
            anchor: Some(address::office_anchor(&office.id)),
            name: label.in_one_piece(),
            label,
            address: words(&office.address),
            room: words(&office.room),
            phones: office
                .phones
                .iter()
                .map(|phone| PhoneView::new(phone, page))
                .collect(),
            emails: office
                .emails
                .iter()
                .map(|email| EmailView {
                    href: mail_target(&email.text),
                    printed: Words::of(email, page),
                })
                .collect(),
            hours: hours_words(office, phrases)?,
            reception: words(&office.reception),
        })
    }

    /// Name and telephone alone.
    fn shorten(&mut self) {
        self.anchor = None;
        self.address = None;
        self.room = None;
        self.emails.clear();
        self.hours = None;
        self.reception = None;
    }
}

fn hours_words(office: &Office, phrases: Phrases<'_>) -> Result<Option<Words>, Error> {
    let Some(hours) = &office.hours else {
        return Ok(None);
    };
    // Times without days are told by the words of the act, which may say "daily".
    let has_days = hours.days.is_some();
    let plain = phrases.hours(hours)?.filter(|_| has_days);
    Ok(Some(plain.map_or_else(
        || Words::of(&hours.words, phrases.language),
        Words::own,
    )))
}

impl OfficeLabel {
    /// The label as one text.
    pub(crate) fn in_one_piece(&self) -> String {
        match &self.village {
            Some(village) => format!("{} {}", self.words.text, village.text),
            None => self.words.text.clone(),
        }
    }

    /// The label of an office on a page.
    ///
    /// Labels are made of a kind and a place, which have names in both languages, and
    /// of printed words: the whole name where kind or place is not known, or the name
    /// of the village at the end. An act in one language has those in that language.
    pub(crate) fn of(office: &Office, page: Language) -> Self {
        let label = office.labels.get(page);
        let whole = Self {
            words: Words::own(label),
            village: None,
        };
        if office.names.get(page).is_some() {
            return whole;
        }
        let Some(printed) = office.names.get(page.other()) else {
            return whole;
        };
        let foreign = |words: &str| Words::new(words, printed.language, page);
        if label == printed.text {
            return Self {
                words: foreign(label),
                village: None,
            };
        }
        match label.rsplit_once(": ") {
            Some((composed, village)) if printed.text.contains(village) => Self {
                words: Words::own(format!("{composed}:")),
                village: Some(foreign(village)),
            },
            _ => whole,
        }
    }
}

impl PhoneView {
    pub(crate) fn new(phone: &Phone, page: Language) -> Self {
        Self {
            printed: Words::of(&phone.words, page),
            tel: phone.tel.clone(),
        }
    }
}
