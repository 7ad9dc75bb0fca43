//! Catalogue: acts, services and places joined across texts.
//!
//! In: the outlines and facts of all texts, and what people wrote. Out: a
//! [`Library`], the only thing that pages and index read.

mod act_id;
mod assemble;
pub mod corrections;
pub mod coverage;
mod disagreement;
mod editions;
mod issuer;
mod languages;
mod list;
pub mod mail;
pub mod model;
mod offices;
mod pairs;
mod service;
pub mod slug;
pub mod topics;
mod villages;
mod words;

use std::collections::BTreeMap;

use model::{Bilingual, BilingualList, Catalogue};

use crate::facts::ActFacts;
use crate::outline::model::{ActText, Unit};
use crate::source::SourceFile;

pub use assemble::assemble;

/// One text with the facts that were read from it.
#[derive(Clone, Debug)]
pub struct ReadAct<'a> {
    /// The file.
    pub file: &'a SourceFile,
    /// Its outline.
    pub text: ActText,
    /// Its facts.
    pub facts: ActFacts,
}

/// The catalogue with the whole texts that its acts were read from.
#[derive(Clone, Debug)]
pub struct Library {
    /// What `catalogue.json` holds.
    pub catalogue: Catalogue,
    /// The texts, by id of their act and by language.
    pub texts: Vec<ReadText>,
    /// What people call things, for the index.
    pub everyday: EverydayWords,
}

/// What people call topics and papers: words that no act needs to hold.
#[derive(Clone, Debug, Default)]
pub struct EverydayWords {
    /// Everyday and older words for a topic, by its id.
    pub topics: BTreeMap<String, BilingualList>,
    /// Names of the kinds of papers, by id.
    pub papers: BTreeMap<String, Bilingual>,
}

/// One text of an act with the id that the act got.
#[derive(Clone, Debug)]
pub struct ReadText {
    /// Id of the act.
    pub act: String,
    /// The text's outline.
    pub text: ActText,
}

impl Library {
    /// The texts of an act, sorted by language.
    pub fn texts_of<'a>(&'a self, act: &'a str) -> impl Iterator<Item = &'a ActText> {
        self.texts
            .iter()
            .filter(move |read| read.act == act)
            .map(|read| &read.text)
    }

    /// The unit that holds a service in a text, by the ordinal of the service.
    #[must_use]
    pub fn service_unit(text: &ActText, ordinal: u32) -> Option<&Unit> {
        text.services()
            .find_map(|(at, unit)| (at == ordinal).then_some(unit))
    }
}

#[cfg(test)]
mod tests;
