//! The pages of a region and of a district or town.

use serde::Serialize;

use super::lists::ActServices;
use super::office;
use super::offices::OfficeCard;
use super::status::StaleNotice;
use crate::catalogue::model::{Act, Office, OfficeKind, Place};
use crate::error::Error;
use crate::language::Language;
use crate::site::address;
use crate::site::order::Order;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// A region with its districts, its own offices, its acts and their services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RegionView {
    pub(crate) id: String,
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) districts: Vec<DistrictLink>,
    pub(crate) notice: Option<StaleNotice>,
    pub(crate) offices: Vec<OfficeCard>,
    pub(crate) acts: Vec<ActServices>,
}

/// A district or town with offices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct DistrictLink {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) count: String,
}

/// A district or town with its offices and those of its villages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct DistrictView {
    pub(crate) name: String,
    /// Names that the place had before, in the language of the page.
    pub(crate) former_names: Option<String>,
    /// The region that holds the place today, where that is another one.
    pub(crate) now_in: Option<String>,
    pub(crate) notice: Option<StaleNotice>,
    pub(crate) offices: Vec<OfficeCard>,
    pub(crate) village_offices: Vec<OfficeCard>,
    pub(crate) acts: Vec<ActServices>,
}

impl RegionView {
    pub(crate) fn new(
        region: &str,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let acts = register.acts_of(region).iter();
        let offices = register.offices_of(region);
        let mut districts = register
            .districts()
            .filter(|place| register.region_of(&place.id) == region)
            .map(|place| DistrictLink::new(place, register, phrases))
            .collect::<Result<Vec<_>, _>>()?;
        let order = Order::of(phrases)?;
        districts.sort_by_cached_key(|district| order.key(&district.name));
        Ok(Self {
            id: region.to_owned(),
            href: address::place_path(phrases.language, region),
            name: phrases.region(region)?,
            districts,
            notice: StaleNotice::of(&acts_of(offices, register), phrases)?,
            offices: cards(offices.iter().copied(), phrases)?,
            acts: acts
                .map(|act| {
                    let services = register.services_of(&act.id);
                    ActServices::new(act, services, register, phrases)
                })
                .collect::<Result<_, _>>()?,
        })
    }
}

impl DistrictLink {
    fn new(place: &Place, register: &Register<'_>, phrases: Phrases<'_>) -> Result<Self, Error> {
        let offices = register.offices_of(&place.id).len();
        Ok(Self {
            href: address::place_path(phrases.language, &place.id),
            name: place.names.get(phrases.language).to_owned(),
            count: phrases.count("count-offices", offices)?,
        })
    }
}

impl DistrictView {
    pub(crate) fn new(
        place: &Place,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let page = phrases.language;
        let offices = register.offices_of(&place.id);
        let is_of_village = |office: &&Office| office.kind == OfficeKind::VillageAkimat;
        let own = offices.iter().copied();
        let services = office::services_of(offices, register);
        let former_names = match page {
            Language::Kk => &place.former_names.kk,
            Language::Ru => &place.former_names.ru,
        };
        Ok(Self {
            name: place.names.get(page).to_owned(),
            former_names: (!former_names.is_empty()).then(|| former_names.join(", ")),
            now_in: place
                .now_in
                .as_deref()
                .map(|region| phrases.region(region))
                .transpose()?,
            notice: StaleNotice::of(&acts_of(offices, register), phrases)?,
            offices: cards(own.clone().filter(|office| !is_of_village(office)), phrases)?,
            village_offices: cards(own.filter(is_of_village), phrases)?,
            acts: ActServices::of(&services, register, phrases)?,
        })
    }
}

fn acts_of<'a>(offices: &[&Office], register: &Register<'a>) -> Vec<&'a Act> {
    let services = office::services_of(offices, register);
    let mut acts: Vec<_> = services
        .iter()
        .map(|service| register.act_of(service))
        .collect();
    acts.dedup_by_key(|act| &act.id);
    acts
}

fn cards<'a>(
    offices: impl Iterator<Item = &'a Office>,
    phrases: Phrases<'_>,
) -> Result<Vec<OfficeCard>, Error> {
    let mut cards: Vec<_> = offices
        .map(|office| OfficeCard::new(office, phrases))
        .collect::<Result<_, _>>()?;
    let order = Order::of(phrases)?;
    cards.sort_by_cached_key(|card| order.key(&card.label.in_one_piece()));
    Ok(cards)
}
