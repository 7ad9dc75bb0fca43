//! Columns: what the order of hits and the facets need of each document, in
//! memory.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::SegmentReader;
use tantivy::columnar::StrColumn;

use super::answer::{Facets, HitKind};
use super::schema::{language_bit, names};
use crate::catalogue::model::Status;
use crate::language::Language;

/// What is known of every document, by its number.
#[derive(Debug, Default)]
pub struct Columns {
    pub documents: Vec<DocumentFacts>,
    /// How many of them are services.
    pub services: usize,
    /// How many of these list papers.
    pub listing_services: usize,
    pub topic_ids: Vec<String>,
    regions: Vec<String>,
    places: Vec<String>,
    papers: Vec<String>,
}

/// What is known of a document.
#[derive(Clone, Debug)]
pub struct DocumentFacts {
    pub kind: HitKind,
    pub topic: Option<usize>,
    pub region: Option<usize>,
    pub status: Option<Status>,
    /// Day of its act as a number; 0 without one.
    pub adopted: u64,
    languages: u64,
    places: Vec<usize>,
    /// The kinds of papers that it lists.
    papers: Vec<usize>,
}

impl DocumentFacts {
    /// True when its title is in the language.
    pub const fn is_in(&self, language: Language) -> bool {
        self.languages & language_bit(language) != 0
    }
}

impl Columns {
    /// Reads the columns of a segment.
    ///
    /// # Errors
    ///
    /// An index that cannot be read.
    pub fn read(segment: &SegmentReader) -> tantivy::Result<Self> {
        let fast = segment.fast_fields();
        let kind = Strings::read(fast.str(names::KIND)?);
        let topic = Strings::read(fast.str(names::TOPIC)?);
        let region = Strings::read(fast.str(names::REGION)?);
        let status = Strings::read(fast.str(names::STATUS)?);
        let place = Strings::read(fast.str(names::PLACE)?);
        let adopted = fast.u64(names::ADOPTED)?;
        let languages = fast.u64(names::LANGUAGES)?;
        let paper = Strings::read(fast.str(names::PAPER)?);
        let documents: Vec<DocumentFacts> = (0..segment.max_doc())
            .map(|doc| DocumentFacts {
                kind: kind
                    .name(doc)
                    .and_then(|name| HitKind::ALL.into_iter().find(|kind| kind.as_str() == name))
                    .unwrap_or(HitKind::Act),
                topic: topic.all(doc).first().copied(),
                region: region.all(doc).first().copied(),
                status: status.name(doc).and_then(super::write::status_of),
                adopted: adopted.first(doc).unwrap_or(0),
                languages: languages.first(doc).unwrap_or(0),
                places: place.all(doc),
                papers: paper.all(doc),
            })
            .collect();
        let is_service = |document: &&DocumentFacts| document.kind == HitKind::Service;
        let services = documents.iter().filter(is_service);
        Ok(Self {
            services: services.clone().count(),
            listing_services: services
                .filter(|service| !service.papers.is_empty())
                .count(),
            documents,
            topic_ids: topic.names,
            regions: region.names,
            places: place.names,
            papers: paper.names,
        })
    }

    /// The region of a document.
    pub fn region(&self, at: usize) -> Option<&str> {
        let region = self.documents.get(at)?.region?;
        self.regions.get(region).map(String::as_str)
    }

    /// The places of a document.
    pub fn places(&self, at: usize) -> impl Iterator<Item = &str> {
        let places = self.documents.get(at).map(|document| &document.places);
        places
            .into_iter()
            .flatten()
            .filter_map(|place| self.places.get(*place).map(String::as_str))
    }

    /// True for each document that lists one of the kinds of papers.
    pub fn listing(&self, kinds: &BTreeSet<String>) -> Vec<bool> {
        let wanted: Vec<bool> = self
            .papers
            .iter()
            .map(|kind| kinds.contains(kind))
            .collect();
        let lists = |document: &DocumentFacts| document.papers.iter().any(|paper| wanted[*paper]);
        self.documents.iter().map(lists).collect()
    }

    /// The places in which documents of a kind are.
    pub fn places_of(&self, kind: HitKind) -> std::collections::HashSet<String> {
        let documents = self.documents.iter().enumerate();
        let of_kind = documents.filter(|(_, document)| document.kind == kind);
        of_kind
            .flat_map(|(at, _)| self.places(at))
            .map(str::to_owned)
            .collect()
    }

    /// Counts over documents.
    pub fn facets(&self, found: impl Iterator<Item = usize>) -> Facets {
        let mut facets = Facets::default();
        let mut count = |counts: fn(&mut Facets) -> &mut BTreeMap<String, usize>, name: &str| {
            *counts(&mut facets).entry(name.to_owned()).or_default() += 1;
        };
        for at in found {
            let Some(document) = self.documents.get(at) else {
                continue;
            };
            count(|facets| &mut facets.kind, document.kind.as_str());
            if let Some(region) = self.region(at) {
                count(|facets| &mut facets.region, region);
            }
            if let Some(topic) = document.topic.and_then(|topic| self.topic_ids.get(topic)) {
                count(|facets| &mut facets.topic, topic);
            }
            if let Some(status) = document.status {
                count(
                    |facets| &mut facets.status,
                    super::write::status_name(status),
                );
            }
        }
        facets
    }
}

/// A column of strings with their names.
struct Strings {
    column: Option<StrColumn>,
    names: Vec<String>,
}

impl Strings {
    fn read(column: Option<StrColumn>) -> Self {
        let mut names = Vec::new();
        if let Some(column) = &column {
            for ord in 0..column.num_terms() {
                let mut name = String::new();
                // An unreadable name stays empty.
                let _ = column.ord_to_str(ord as u64, &mut name);
                names.push(name);
            }
        }
        Self { column, names }
    }

    fn all(&self, doc: u32) -> Vec<usize> {
        let column = self.column.iter();
        column
            .flat_map(|column| column.term_ords(doc))
            .filter_map(|ord| usize::try_from(ord).ok())
            .collect()
    }

    fn name(&self, doc: u32) -> Option<&str> {
        let ord = self.all(doc).first().copied()?;
        self.names.get(ord).map(String::as_str)
    }
}
