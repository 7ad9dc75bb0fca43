//! Knowledge: what a question is read with, beside the postings of the index.
//!
//! Written into the folder of the index, so that an open index needs neither the
//! catalogue nor the content it was built from.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::analyzer::Analyzers;
use super::papers::PaperIndex;
use super::places::PlaceIndex;
use super::reading::Interpreter;
use super::rules::Rules;
use super::skeleton::Skeletons;
use super::stored;
use super::topics::TopicIndex;
use super::villages::Village;
use super::vocabulary::{Entry, Gathered, Use};
use crate::catalogue::Library;
use crate::catalogue::model::{Bilingual, BilingualList, Place, PlaceKind};
use crate::error::Error;
use crate::language::Language;

/// The file in the folder of the index.
const FILE: &str = "knowledge.bin";

/// What a question is read with.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Knowledge {
    /// The words of the index.
    pub words: Vec<Entry>,
    /// The topics.
    pub topics: TopicIndex,
    /// The places.
    pub places: PlaceIndex,
    /// The papers.
    pub papers: PaperIndex,
    /// The villages that have an office.
    pub villages: Vec<Village>,
}

/// A topic with its names and everyday words.
#[derive(Debug, Clone)]
pub struct TopicWords {
    /// Id.
    pub id: String,
    /// Names and everyday words, each in its language.
    pub phrases: Vec<(Language, String)>,
}

/// A place with its names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PlaceNames {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: PlaceKind,
    /// Ids of the places that hold it, itself first.
    pub within: Vec<String>,
    /// Names of today.
    pub names: Vec<(Language, String)>,
    /// Names of the past and of its seat.
    pub former: Vec<(Language, String)>,
}

impl Knowledge {
    /// What a library and the words gathered from it say.
    pub fn gather(
        library: &Library,
        rules: &Rules,
        analyzers: &Analyzers,
        skeletons: &Skeletons,
        mut words: Gathered,
    ) -> Self {
        let topics = library.catalogue.topics.iter().map(|topic| {
            let mut phrases = both(&topic.names);
            if let Some(list) = library.everyday.topics.get(&topic.id) {
                phrases.extend(lists(list));
            }
            TopicWords {
                id: topic.id.clone(),
                phrases,
            }
        });
        let topics: Vec<_> = topics.collect();
        // Villages have the names of everyday words; they are found apart.
        let (villages, places): (Vec<&Place>, Vec<&Place>) = library
            .catalogue
            .places
            .iter()
            .partition(|place| place.kind == PlaceKind::VillageDistrict);
        let villages = villages.into_iter();
        let villages = villages
            .map(|place| Village::new(&place.names, within(library, place), rules, skeletons));
        let places = places.into_iter().map(|place| PlaceNames {
            id: place.id.clone(),
            kind: place.kind,
            within: within(library, place),
            names: both(&place.names),
            former: other_names(place, rules),
        });
        let places: Vec<_> = places.collect();
        let phrases = topics.iter().flat_map(|topic| &topic.phrases);
        let names = places
            .iter()
            .flat_map(|place| place.names.iter().chain(&place.former));
        let papers = rules.papers.rows.iter().flat_map(|paper| {
            let kk = paper.kk.iter().map(|name| (Language::Kk, name.clone()));
            kk.chain(paper.ru.iter().map(|name| (Language::Ru, name.clone())))
        });
        let papers: Vec<_> = papers.collect();
        for (language, phrase) in phrases.chain(names).chain(&papers) {
            for word in analyzers.of(*language).analyze(phrase) {
                let parts = word.normal.split('-').filter(|part| !part.is_empty());
                for (part, terms) in parts.zip(&word.parts) {
                    words.add(*language, part, terms.clone(), Use::Name);
                }
                let joined = word.normal.replace('-', "");
                words.add(*language, &joined, word.terms, Use::Name);
            }
        }
        let villages = villages.collect();
        let words = words.entries(skeletons);
        let interpreter = Interpreter::new(rules, words.clone());
        Self {
            villages,
            words,
            topics: TopicIndex::new(&topics, rules, analyzers),
            places: PlaceIndex::new(places, &interpreter),
            papers: PaperIndex::new(rules, analyzers),
        }
    }

    /// Reads the knowledge of an index.
    ///
    /// # Errors
    ///
    /// A file that is missing or that another program wrote.
    pub fn load(folder: &Path) -> Result<Self, Error> {
        stored::read(&folder.join(FILE))
    }

    /// Writes the knowledge into the folder of an index.
    ///
    /// # Errors
    ///
    /// A folder that cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        stored::write(self, &folder.join(FILE))
    }
}

fn both(names: &Bilingual) -> Vec<(Language, String)> {
    let named = |language| (language, names.get(language).to_owned());
    Language::ALL.into_iter().map(named).collect()
}

fn lists(lists: &BilingualList) -> Vec<(Language, String)> {
    let kk = lists.kk.iter().map(|name| (Language::Kk, name.clone()));
    let ru = lists.ru.iter().map(|name| (Language::Ru, name.clone()));
    kk.chain(ru).collect()
}

/// The names that people may still use, and those of the seat. Such a name takes the
/// endings of both languages, whichever it is from.
fn other_names(place: &Place, rules: &Rules) -> Vec<(Language, String)> {
    let seats = rules.seats.iter().filter(|seat| seat.place == place.id);
    let mut names: Vec<(Language, String)> = Vec::new();
    for list in seats.map(|seat| &seat.names).chain([&place.former_names]) {
        for name in list.kk.iter().chain(&list.ru) {
            for language in Language::ALL {
                let name = (language, name.clone());
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
    }
    names
}

/// The place and what holds it. The region of today counts too: people search by
/// today's map, acts speak of the map of their time.
fn within(library: &Library, place: &Place) -> Vec<String> {
    let mut ids = vec![place.id.clone()];
    ids.extend(
        place
            .id
            .split_once('/')
            .map(|(region, _)| region.to_owned()),
    );
    ids.extend(place.parent.clone());
    ids.extend(place.now_in.clone());
    let mut known: Vec<String> = Vec::new();
    for id in ids {
        let exists = library.catalogue.places.iter().any(|other| other.id == id);
        if exists && !known.contains(&id) {
            known.push(id);
        }
    }
    known
}
