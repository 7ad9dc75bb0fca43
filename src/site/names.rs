//! Names of regions and topics: what a search page needs of the catalogue.

use std::collections::BTreeMap;

use crate::catalogue::model::{Bilingual, Catalogue};
use crate::language::Language;

/// Names of regions and topics by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    places: BTreeMap<String, Bilingual>,
    topics: BTreeMap<String, Bilingual>,
}

impl Names {
    /// The names in a catalogue.
    pub(crate) fn of(catalogue: &Catalogue) -> Self {
        let places = catalogue.places.iter();
        let topics = catalogue.topics.iter();
        Self {
            places: places
                .map(|place| (place.id.clone(), place.names.clone()))
                .collect(),
            topics: topics
                .map(|topic| (topic.id.clone(), topic.names.clone()))
                .collect(),
        }
    }

    /// The name of a place.
    pub(crate) fn place(&self, id: &str, language: Language) -> Option<&str> {
        self.places.get(id).map(|names| names.get(language))
    }

    /// The name of a topic.
    pub(crate) fn topic(&self, id: &str, language: Language) -> Option<&str> {
        self.topics.get(id).map(|names| names.get(language))
    }
}
