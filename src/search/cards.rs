//! Cards: what a hit shows of each document.
//!
//! The index keeps the postings only. What people see stands in a file of its own
//! and is read at once when the index is opened: to unpack a stored document with
//! all its text for each hit took most of the time of a question.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::contact::Contact;
use super::document::{Document, ListedPaper};
use super::stored;
use crate::catalogue::model::Status;
use crate::error::Error;
use crate::language::Language;

/// The file in the folder of the index.
const FILE: &str = "cards.bin";

/// Words of a sentence that says something for itself.
const WHOLE: usize = 6;

/// What is shown of a document.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Card {
    pub id: String,
    pub act: Option<String>,
    pub ordinal: Option<u32>,
    pub topic: Option<String>,
    pub region: Option<String>,
    pub status: Option<Status>,
    /// Titles, Kazakh first; empty where there is none.
    pub titles: [String; 2],
    /// Paths of its page, Kazakh first.
    pub urls: [String; 2],
    /// The papers to bring in the words of the act.
    papers: Vec<ListedPaper>,
    /// Where an office is and which numbers it answers.
    contact: Option<Contact>,
    bodies: [Body; 2],
}

/// The sentences of a body.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Body {
    /// Positions at which they begin.
    starts: Vec<u32>,
    sentences: Vec<String>,
    /// Numbers of those that say nothing for themselves, in order.
    bare: Vec<u32>,
}

impl Card {
    /// The card of a document, without its body.
    pub fn of(document: &Document) -> Self {
        let title = |language| {
            let words = document
                .words
                .iter()
                .find(|words| words.language == language);
            words.map(|words| words.title.clone()).unwrap_or_default()
        };
        Self {
            id: document.id.clone(),
            act: document.act.clone(),
            ordinal: document.ordinal,
            topic: document.topic.clone(),
            region: document.region.clone(),
            status: document.status,
            titles: Language::ALL.map(title),
            urls: document.urls.clone(),
            papers: document.listed.clone(),
            contact: document.contact.clone(),
            bodies: Default::default(),
        }
    }

    /// Gives the card its body in a language.
    pub fn set_body(
        &mut self,
        language: Language,
        starts: &[usize],
        sentences: Vec<String>,
        bare: &[usize],
    ) {
        let small = |numbers: &[usize]| -> Vec<u32> {
            let numbers = numbers.iter();
            numbers
                .filter_map(|number| u32::try_from(*number).ok())
                .collect()
        };
        self.bodies[place(language)] = Body {
            starts: small(starts),
            sentences,
            bare: small(bare),
        };
    }

    /// The title in a language.
    pub fn title(&self, language: Language) -> &str {
        &self.titles[place(language)]
    }

    /// The path of the page in a language.
    pub fn url(&self, language: Language) -> &str {
        &self.urls[place(language)]
    }

    /// Where an office is and how to call it.
    pub fn contact(&self, language: Language) -> Option<&str> {
        self.contact.as_ref()?.line(language)
    }

    /// True for an office with a number that somebody dials.
    pub fn answers(&self, dialled: &str) -> bool {
        let contact = self.contact.as_ref();
        contact.is_some_and(|contact| contact.answers(dialled))
    }

    /// The papers of some kinds in the words of the act.
    pub fn papers<'a>(
        &'a self,
        kinds: &BTreeSet<&str>,
        language: Language,
    ) -> impl Iterator<Item = &'a str> {
        let listed = self.papers.iter().filter(move |paper| {
            let mut own = paper.kinds.iter();
            paper.language == language && own.any(|kind| kinds.contains(kind.as_str()))
        });
        listed.map(|paper| paper.text.as_str())
    }

    /// The number of the sentence that holds a position of the body.
    pub fn sentence_at(&self, language: Language, position: u32) -> usize {
        let starts = &self.bodies[place(language)].starts;
        starts
            .partition_point(|start| *start <= position)
            .saturating_sub(1)
    }

    /// True for a sentence that says nothing for itself.
    pub fn is_bare(&self, language: Language, number: usize) -> bool {
        let bare = &self.bodies[place(language)].bare;
        u32::try_from(number).is_ok_and(|number| bare.binary_search(&number).is_ok())
    }

    /// The number of the sentence that says best what the document is about where no
    /// word of a question tells: the first whole one.
    pub fn opening(&self, language: Language) -> usize {
        let sentences = &self.bodies[place(language)].sentences;
        let said = |least: usize| {
            let mut numbers = 0..sentences.len();
            numbers.find(|number| {
                let words = sentences[*number].split_whitespace().count();
                !self.is_bare(language, *number) && words >= least
            })
        };
        said(WHOLE).or_else(|| said(1)).unwrap_or(0)
    }

    /// A sentence of the body.
    pub fn sentence(&self, language: Language, number: usize) -> Option<&str> {
        let sentences = &self.bodies[place(language)].sentences;
        sentences.get(number).map(String::as_str)
    }
}

/// Writes the cards into the folder of an index.
///
/// # Errors
///
/// A file that cannot be written.
pub fn write(cards: &[Card], folder: &Path) -> Result<(), Error> {
    stored::write(cards, &folder.join(FILE))
}

/// Reads the cards of an index.
///
/// # Errors
///
/// A file that is missing or not what [`write`] wrote.
pub fn load(folder: &Path) -> Result<Vec<Card>, Error> {
    stored::read(&folder.join(FILE))
}

const fn place(language: Language) -> usize {
    match language {
        Language::Kk => 0,
        Language::Ru => 1,
    }
}
