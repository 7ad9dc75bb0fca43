//! Catalogue: acts, services and places joined across texts.
//!
//! In: the outlines and facts of all texts, and what people wrote. Out: a
//! [`Library`], the only thing that pages and index read.

pub mod model;
pub mod slug;
pub mod topics;

use model::Catalogue;

use crate::outline::model::{ActText, Unit};

/// The catalogue with the whole texts that its acts were read from.
#[derive(Clone, Debug)]
pub struct Library {
    /// What `catalogue.json` holds.
    pub catalogue: Catalogue,
    /// The texts, by id of their act and by language.
    pub texts: Vec<ReadText>,
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
