//! Pages that are lists: home, services, acts, regions, topics.

use serde::Serialize;

use super::cards::{ActCard, ServiceCard};
use super::words::Words;
use crate::catalogue::model::Act;
use crate::error::Error;
use crate::site::address;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// Where a language begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct HomeView {
    pub(crate) covered: String,
    pub(crate) regions: Vec<RegionCard>,
    pub(crate) acts: Vec<ActCard>,
}

/// A region that acts speak of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RegionCard {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) services: String,
    pub(crate) acts: String,
}

/// A region with its acts and their services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RegionView {
    pub(crate) id: String,
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) acts: Vec<ActServices>,
}

/// An act with its services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ActServices {
    pub(crate) act: ActCard,
    pub(crate) services: Vec<ServiceCard>,
}

/// All editions of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TopicView {
    pub(crate) name: Words,
    pub(crate) editions: Vec<ServiceCard>,
}

impl HomeView {
    pub(crate) fn new(register: &Register<'_>, phrases: Phrases<'_>) -> Result<Self, Error> {
        let services = register.library.catalogue.services.len();
        Ok(Self {
            covered: phrases.count("home-covered", services)?,
            regions: regions(register, phrases)?,
            acts: acts(register, phrases)?,
        })
    }
}

/// All acts.
pub(crate) fn acts(register: &Register<'_>, phrases: Phrases<'_>) -> Result<Vec<ActCard>, Error> {
    let acts = register.library.catalogue.acts.iter();
    acts.map(|act| ActCard::new(act, register, phrases))
        .collect()
}

/// The regions that acts speak of, with counts.
pub(crate) fn regions(
    register: &Register<'_>,
    phrases: Phrases<'_>,
) -> Result<Vec<RegionCard>, Error> {
    register
        .regions()
        .map(|(region, acts)| {
            let services = acts.iter().map(|act| register.services_of(&act.id).len());
            Ok(RegionCard {
                href: address::place_path(phrases.language, region),
                name: phrases.region(region)?,
                services: phrases.count("count-services", services.sum())?,
                acts: phrases.count("count-acts", acts.len())?,
            })
        })
        .collect()
}

/// The regions with their acts and services.
pub(crate) fn services_by_region(
    register: &Register<'_>,
    phrases: Phrases<'_>,
) -> Result<Vec<RegionView>, Error> {
    register
        .regions()
        .map(|(region, _)| RegionView::new(region, register, phrases))
        .collect()
}

impl RegionView {
    pub(crate) fn new(
        region: &str,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let acts = register.acts_of(region).iter();
        Ok(Self {
            id: region.to_owned(),
            href: address::place_path(phrases.language, region),
            name: phrases.region(region)?,
            acts: acts
                .map(|act| ActServices::new(act, register, phrases))
                .collect::<Result<_, _>>()?,
        })
    }
}

impl ActServices {
    fn new(act: &Act, register: &Register<'_>, phrases: Phrases<'_>) -> Result<Self, Error> {
        let services = register.services_of(&act.id).iter();
        Ok(Self {
            act: ActCard::new(act, register, phrases)?,
            services: services
                .map(|service| ServiceCard::new(service, register, phrases))
                .collect::<Result<_, _>>()?,
        })
    }
}

impl TopicView {
    pub(crate) fn new(
        segment: &str,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let editions = register.editions(segment);
        let first = editions.first();
        let topic = first.and_then(|service| phrases.topic(service.topic.as_deref()?));
        let name = match (topic, first) {
            (Some(topic), _) => Words::own(topic),
            (None, Some(service)) => Words::title(&service.titles, phrases.language),
            (None, None) => Words::own(segment),
        };
        Ok(Self {
            name,
            editions: editions
                .iter()
                .map(|service| ServiceCard::new(service, register, phrases))
                .collect::<Result<_, _>>()?,
        })
    }
}
