//! Register: a library by id, the way pages ask for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Library;
use crate::catalogue::model::{Act, Office, Place, PlaceKind, Service, Source};
use crate::content::papers::Papers;
use crate::content::tile_map::TileMap;
use crate::content::topics::Topics;
use crate::language::Language;
use crate::outline::model::{ActText, Unit};

use super::address;
use super::view::absence;
use super::written::Written;

/// Acts, services and offices of a library by id.
pub(crate) struct Register<'a> {
    pub(crate) library: &'a Library,
    pub(crate) papers: &'a Papers,
    pub(crate) topics: &'a Topics,
    pub(crate) tile_map: &'a TileMap,
    acts: BTreeMap<&'a str, &'a Act>,
    offices: BTreeMap<&'a str, &'a Office>,
    texts: BTreeMap<&'a str, Vec<&'a ActText>>,
    services_by_act: BTreeMap<&'a str, Vec<&'a Service>>,
    services_by_segment: BTreeMap<&'a str, Vec<&'a Service>>,
    acts_by_region: BTreeMap<&'a str, Vec<&'a Act>>,
    places: BTreeMap<&'a str, &'a Place>,
    offices_by_place: BTreeMap<&'a str, Vec<&'a Office>>,
    services_by_office: BTreeMap<&'a str, Vec<&'a Service>>,
    facts_read: BTreeSet<&'a str>,
}

impl<'a> Register<'a> {
    pub(crate) fn new(library: &'a Library, written: Written<'a>) -> Self {
        let mut register = Self {
            library,
            papers: written.papers,
            topics: written.topics,
            tile_map: written.tile_map,
            acts: BTreeMap::new(),
            offices: BTreeMap::new(),
            texts: BTreeMap::new(),
            services_by_act: BTreeMap::new(),
            services_by_segment: BTreeMap::new(),
            acts_by_region: BTreeMap::new(),
            places: BTreeMap::new(),
            offices_by_place: BTreeMap::new(),
            services_by_office: BTreeMap::new(),
            facts_read: BTreeSet::new(),
        };
        for act in &library.catalogue.acts {
            register.acts.insert(&act.id, act);
            let of_region = register.acts_by_region.entry(&act.region);
            of_region.or_default().push(act);
        }
        for place in &library.catalogue.places {
            register.places.insert(&place.id, place);
        }
        for office in &library.catalogue.offices {
            register.offices.insert(&office.id, office);
            let district = register.district_id(&office.place);
            let of_place = register.offices_by_place.entry(district);
            of_place.or_default().push(office);
        }
        for read in &library.texts {
            let of_act = register.texts.entry(&read.act);
            of_act.or_default().push(&read.text);
        }
        for service in &library.catalogue.services {
            let of_act = register.services_by_act.entry(&service.act);
            of_act.or_default().push(service);
            let segment = address::service_segment(service);
            let editions = register.services_by_segment.entry(segment);
            editions.or_default().push(service);
            register.facts_read.extend(absence::facts_of(service));
            for reference in &service.offices {
                let given = register.services_by_office.entry(&reference.office);
                let given = given.or_default();
                // A service names an office once per table.
                if given.last().is_none_or(|last| last.id != service.id) {
                    given.push(service);
                }
            }
        }
        register
    }

    /// An act by its id.
    pub(crate) fn act(&self, id: &str) -> Option<&'a Act> {
        self.acts.get(id).copied()
    }

    /// The act of a service.
    pub(crate) fn act_of(&self, service: &Service) -> &'a Act {
        self.acts
            .get(service.act.as_str())
            .expect("a service belongs to an act of its catalogue")
    }

    /// True when some service of the catalogue has the fact.
    pub(crate) fn is_read(&self, fact: &str) -> bool {
        self.facts_read.contains(fact)
    }

    /// An office, where the catalogue holds it.
    pub(crate) fn office(&self, id: &str) -> Option<&'a Office> {
        self.offices.get(id).copied()
    }

    /// The services whose tables name an office, by act.
    pub(crate) fn services_at(&self, office: &str) -> &[&'a Service] {
        self.services_by_office
            .get(office)
            .map_or(&[], Vec::as_slice)
    }

    /// The offices of a district or town with its villages, or those of a region
    /// itself.
    pub(crate) fn offices_of(&self, place: &str) -> &[&'a Office] {
        self.offices_by_place.get(place).map_or(&[], Vec::as_slice)
    }

    /// A place, where the catalogue holds it.
    pub(crate) fn place(&self, id: &str) -> Option<&'a Place> {
        self.places.get(id).copied()
    }

    /// The districts and towns that have offices, by id.
    pub(crate) fn districts(&self) -> impl Iterator<Item = &'a Place> {
        self.offices_by_place
            .keys()
            .filter_map(|id| self.place(id))
            .filter(|place| place.kind != PlaceKind::Region)
    }

    /// The region that a place belongs to.
    pub(crate) fn region_of<'b>(&self, place: &'b str) -> &'b str {
        place.split('/').next().unwrap_or(place)
    }

    /// The page on which the offices of a place stand: that of its district, where
    /// the place is a village.
    pub(crate) fn district_id(&self, place: &'a str) -> &'a str {
        match self.place(place) {
            Some(Place {
                kind: PlaceKind::VillageDistrict,
                parent: Some(parent),
                ..
            }) => parent,
            Some(_) => place,
            // An id is a path: region, district, village.
            None => place
                .match_indices('/')
                .nth(1)
                .map_or(place, |(end, _)| &place[..end]),
        }
    }

    /// The services of an act, in its order.
    pub(crate) fn services_of(&self, act: &str) -> &[&'a Service] {
        self.services_by_act.get(act).map_or(&[], Vec::as_slice)
    }

    /// The editions of a topic, by act.
    pub(crate) fn editions(&self, segment: &str) -> &[&'a Service] {
        self.services_by_segment
            .get(segment)
            .map_or(&[], Vec::as_slice)
    }

    /// The segments under which services live, sorted.
    pub(crate) fn segments(&self) -> impl Iterator<Item = &'a str> {
        self.services_by_segment.keys().copied()
    }

    /// The regions that acts speak of, with their acts, sorted by id.
    pub(crate) fn regions(&self) -> impl Iterator<Item = (&'a str, &[&'a Act])> {
        self.acts_by_region
            .iter()
            .map(|(region, acts)| (*region, acts.as_slice()))
    }

    /// The acts of a region.
    pub(crate) fn acts_of(&self, region: &str) -> &[&'a Act] {
        self.acts_by_region.get(region).map_or(&[], Vec::as_slice)
    }

    /// The text of an act that a page in the given language shows: the one in that
    /// language, else the one there is.
    pub(crate) fn text_shown(&self, act: &str, language: Language) -> Option<&'a ActText> {
        let texts = self.texts.get(act)?;
        texts
            .iter()
            .find(|text| text.language == language)
            .or_else(|| texts.first())
            .copied()
    }

    /// The unit that a value was read from.
    pub(crate) fn unit(&self, source: &Source) -> Option<&'a Unit> {
        let texts = self.texts.get(source.act.as_str())?;
        let text = texts.iter().find(|text| text.path == source.path)?;
        text.walk().find(|unit| unit.anchor == source.anchor)
    }

    /// The text and the unit of a service that a page in the given language shows.
    pub(crate) fn service_shown(
        &self,
        service: &Service,
        language: Language,
    ) -> Option<(&'a ActText, &'a Unit)> {
        let text = self.text_shown(&service.act, language)?;
        let unit = Library::service_unit(text, service.ordinal)?;
        Some((text, unit))
    }

    /// The address of the lines that a value was read from. An act with two texts
    /// shows each on the page of its own language.
    pub(crate) fn source_href(&self, source: &Source, language: Language) -> String {
        let shown = self.text_shown(&source.act, language);
        let language = match shown {
            Some(text) if text.path != source.path => text.language.other(),
            _ => language,
        };
        let act = address::act_path(language, &source.act);
        if source.anchor.is_empty() {
            act
        } else {
            format!("{act}#{}", source.anchor)
        }
    }
}
