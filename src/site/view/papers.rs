//! Papers: what an applicant brings, as a checklist.
//!
//! A kind of paper is named in the language of the page; the act's own words stand
//! beside it.

use serde::Serialize;

use super::facts::{Facts, Value};
use super::words::Words;
use crate::catalogue::model::{Document, Service};
use crate::content::papers::PaperKind;
use crate::error::Error;

/// Papers under one sentence of the act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PaperGroup {
    pub(crate) heading: Option<Words>,
    pub(crate) papers: Vec<PaperView>,
}

/// An entry of the list of papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PaperView {
    /// Names of the kinds of papers that the entry speaks of.
    pub(crate) kinds: Vec<String>,
    /// Sentences on what took the place of such papers.
    pub(crate) today: Vec<String>,
    /// The act's words with their lines.
    pub(crate) value: Value,
    /// What the entry itself lists.
    pub(crate) items: Vec<Words>,
}

/// The papers of a service in the order of the act.
pub(crate) fn groups_of(service: &Service, facts: Facts<'_>) -> Result<Vec<PaperGroup>, Error> {
    lists_of(service)
        .map(|list| {
            let sentence = list.first().and_then(|document| document.group.as_ref());
            let papers = list.iter().map(|document| PaperView::new(document, facts));
            Ok(PaperGroup {
                heading: sentence.map(|sentence| facts.words(sentence)),
                papers: papers.collect::<Result<_, Error>>()?,
            })
        })
        .collect()
}

/// The papers under each sentence of the act.
fn lists_of(service: &Service) -> impl Iterator<Item = &[Document]> {
    let documents = &service.documents;
    documents.chunk_by(|one, next| one.group == next.group)
}

/// How many papers each list has. A list under a sentence of its own, such as one of
/// proofs of which any will do, is counted apart: nobody brings the sum of both.
pub(crate) fn counted(service: &Service, facts: Facts<'_>) -> Result<Vec<Value>, Error> {
    let lists = lists_of(service).enumerate();
    lists
        .map(|(at, list)| {
            let key = match at {
                0 => "count-documents",
                _ => "count-documents-apart",
            };
            Ok(facts.plain(facts.phrases.count(key, list.len())?))
        })
        .collect()
}

impl PaperView {
    fn new(document: &Document, facts: Facts<'_>) -> Result<Self, Error> {
        let page = facts.phrases.language;
        let kinds: Vec<&PaperKind> = document
            .kinds
            .iter()
            .filter_map(|id| facts.register.papers.get(id))
            .collect();
        let names = kinds.iter().map(|kind| kind.names.get(page).to_owned());
        // Of several papers it is said whose place another one took.
        let is_one = kinds.len() == 1;
        let mut today = Vec::new();
        for kind in &kinds {
            let Some(name) = kind.today.as_ref().map(|names| names.get(page)) else {
                continue;
            };
            let words = if is_one {
                facts.phrases.text_with("paper-today", &[("today", name)])?
            } else {
                let words = [("paper", kind.names.get(page)), ("today", name)];
                facts.phrases.text_with("paper-today-of", &words)?
            };
            if !today.contains(&words) {
                today.push(words);
            }
        }
        Ok(Self {
            kinds: names.collect(),
            today,
            value: facts.quote(&document.words)?,
            items: document
                .items
                .iter()
                .map(|item| facts.words(item))
                .collect(),
        })
    }
}
