//! Pages that are lists: home, services, acts, regions.

use serde::Serialize;

use super::cards::{ActCard, ServiceCard};
use super::place::RegionView;
use super::tile_map::TileMapView;
use crate::catalogue::model::{Act, Service};
use crate::error::Error;
use crate::site::address;
use crate::site::order::Order;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// Where a language begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct HomeView {
    pub(crate) covered: String,
    pub(crate) services_href: String,
    pub(crate) life_events: Vec<LifeEvent>,
    pub(crate) map: TileMapView,
    pub(crate) acts: Vec<ActCard>,
}

/// Something that happens in a life, with the topics that it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct LifeEvent {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) topics: Vec<TopicLink>,
}

/// A topic with a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TopicLink {
    pub(crate) href: String,
    pub(crate) name: String,
}

/// A region that acts speak of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RegionCard {
    pub(crate) id: String,
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) services: String,
    pub(crate) acts: String,
}

/// An act with its services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ActServices {
    pub(crate) act: ActCard,
    pub(crate) services: Vec<ServiceCard>,
}

impl HomeView {
    pub(crate) fn new(register: &Register<'_>, phrases: Phrases<'_>) -> Result<Self, Error> {
        let services = register.library.catalogue.services.len();
        Ok(Self {
            covered: phrases.count("home-covered", services)?,
            services_href: address::services_path(phrases.language),
            life_events: life_events(register, phrases)?,
            map: TileMapView::new(register, phrases)?,
            acts: acts(register, phrases)?,
        })
    }
}

/// The life events that lead to a topic with services, by name.
fn life_events(register: &Register<'_>, phrases: Phrases<'_>) -> Result<Vec<LifeEvent>, Error> {
    let page = phrases.language;
    let events = register.topics.life_events().iter();
    let mut events: Vec<_> = events
        .map(|(id, names)| LifeEvent {
            id: id.clone(),
            name: names.get(page).to_owned(),
            topics: topics_of(id, register, phrases),
        })
        .filter(|event| !event.topics.is_empty())
        .collect();
    let order = Order::of(phrases)?;
    events.sort_by_cached_key(|event| order.key(&event.name));
    Ok(events)
}

fn topics_of(event: &str, register: &Register<'_>, phrases: Phrases<'_>) -> Vec<TopicLink> {
    let page = phrases.language;
    let topics = register.library.catalogue.topics.iter();
    topics
        .filter(|topic| topic.life_events.iter().any(|one| one == event))
        .filter(|topic| !register.editions(&topic.id).is_empty())
        .map(|topic| TopicLink {
            href: address::topic_path(page, &topic.id),
            name: topic.names.get(page).to_owned(),
        })
        .collect()
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
    ordered(register, phrases)?
        .into_iter()
        .map(|(region, acts)| {
            let services = acts.iter().map(|act| register.services_of(&act.id).len());
            Ok(RegionCard {
                id: region.to_owned(),
                href: address::place_path(phrases.language, region),
                name: phrases.region(region)?,
                services: phrases.count("count-services", services.sum())?,
                acts: phrases.count("count-acts", acts.len())?,
            })
        })
        .collect()
}

/// The regions that acts speak of, with their acts: the whole country first, then as
/// the alphabet has their names.
fn ordered<'a>(
    register: &'a Register<'_>,
    phrases: Phrases<'_>,
) -> Result<Vec<(&'a str, &'a [&'a Act])>, Error> {
    let mut keyed = register
        .regions()
        .map(|(region, acts)| Ok((phrases.region_key(region)?, (region, acts))))
        .collect::<Result<Vec<_>, Error>>()?;
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(keyed.into_iter().map(|(_, region)| region).collect())
}

/// The regions with their acts and services.
pub(crate) fn services_by_region(
    register: &Register<'_>,
    phrases: Phrases<'_>,
) -> Result<Vec<RegionView>, Error> {
    ordered(register, phrases)?
        .into_iter()
        .map(|(region, _)| RegionView::new(region, register, phrases))
        .collect()
}

impl ActServices {
    /// The services of an act.
    pub(crate) fn new(
        act: &Act,
        services: &[&Service],
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let services = services.iter();
        Ok(Self {
            act: ActCard::new(act, register, phrases)?,
            services: services
                .map(|service| ServiceCard::new(service, register, phrases))
                .collect::<Result<_, _>>()?,
        })
    }

    /// Services, sorted by act, under their acts.
    pub(crate) fn of(
        services: &[&Service],
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Vec<Self>, Error> {
        services
            .chunk_by(|one, other| one.act == other.act)
            .map(|of_act| Self::new(register.act_of(of_act[0]), of_act, register, phrases))
            .collect()
    }
}
