//! Papers that the applicant brings.
//!
//! The point that lists them announces the list and ends with a colon. Its items
//! are the papers; a paragraph that ends with a colon opens a group of them; any
//! other paragraph adds conditions and is no paper.

use std::collections::BTreeMap;

use super::listing::{Entry, find_list, split};
use super::statement::without_aside;
use super::{DocumentFound, Found};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// The listed papers, flat and in order.
pub fn find_documents(service: &Unit, lexicon: &Lexicon) -> Vec<DocumentFound> {
    let lists = points(service).filter(|point| is_list(point, lexicon));
    let listed: Vec<DocumentFound> = lists
        .map(find_list)
        .find(|entries| !entries.is_empty())
        .unwrap_or_default()
        .into_iter()
        .map(|Entry { words, group, .. }| DocumentFound { words, group })
        .collect();
    if listed.is_empty() {
        return find_inline(service, lexicon);
    }
    listed
}

/// The papers that the sentence on them names itself: what semicolons part, or
/// commas where it has no semicolon.
fn find_inline(service: &Unit, lexicon: &Lexicon) -> Vec<DocumentFound> {
    let named = points(service).find_map(|point| {
        let found = lexicon.find("documents-inline", point.words.text())?;
        let words = point.words.slice(found.slot("value")?);
        let mark = if words.text().contains(';') { ';' } else { ',' };
        let parts = split(&words, &[mark]).into_iter();
        Some(parts.map(|words| Found::new(words, point)).collect())
    });
    let papers: Vec<Found> = named.unwrap_or_default();
    papers
        .into_iter()
        .map(|words| DocumentFound { words, group: None })
        .collect()
}

/// Where the act sends the reader for the list of papers, when it lists none.
pub fn find_reference(service: &Unit, lexicon: &Lexicon) -> Option<Found> {
    if !find_documents(service, lexicon).is_empty() {
        return None;
    }
    let units = service
        .walk()
        .filter(|unit| matches!(unit.role, Role::Point | Role::Paragraph | Role::Item));
    units.into_iter().find_map(|unit| {
        let found = lexicon.find("documents-reference", unit.words.text())?;
        let words = unit.words.slice(found.slot("value")?);
        Some(Found::new(without_aside(&words, lexicon), unit))
    })
}

/// Where the act sends the reader for facts other than the papers.
pub fn find_references(service: &Unit, lexicon: &Lexicon) -> BTreeMap<String, Found> {
    let says = |unit: &&Unit| matches!(unit.role, Role::Point | Role::Item);
    service
        .walk()
        .filter(says)
        .filter_map(|unit| {
            let found = lexicon.find("reference", unit.words.text())?;
            let words = unit.words.slice(found.slot("value")?);
            Some((found.value?.to_owned(), Found::new(words, unit)))
        })
        .collect()
}

fn is_list(point: &Unit, lexicon: &Lexicon) -> bool {
    lexicon.says("documents-heading", point.words.text())
}

fn points(service: &Unit) -> impl Iterator<Item = &Unit> {
    service.walk().filter(|unit| unit.role == Role::Point)
}
