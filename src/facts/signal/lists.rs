//! Lists that are told by what their entries are: papers, grounds for refusal.

use super::super::body::body;
use super::super::documents::more_papers;
use super::super::listing::{Entry, find_list};
use super::super::statement::{trimmed, without_phrase};
use super::super::{DocumentFound, Found};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// Entries of the shortest list that is told by its entries alone.
const LIST: usize = 2;

/// The papers of the first list whose announcement speaks of bringing or whose first
/// entry is what is applied with, and most of whose entries begin with a paper.
pub(super) fn find_papers(service: &Unit, lexicon: &Lexicon) -> Vec<DocumentFound> {
    let lists = lists(service, lexicon);
    let papers = lists.into_iter().find(|(point, entries)| {
        let begins = |entry: &&Entry<'_>| lexicon.says("paper-begins", entry.words.words.text());
        let papers = entries.iter().filter(begins).count();
        let is_announced = lexicon.says("papers-signal", point.words.text());
        let applies = || {
            let first = entries.first();
            first.is_some_and(|first| lexicon.says("application-begins", first.words.words.text()))
        };
        let other = lexicon.says("no-papers-signal", point.words.text());
        !other && papers * 2 > entries.len() && (is_announced || applies())
    });
    let Some((point, entries)) = papers else {
        return Vec::new();
    };
    let papers = entries.into_iter();
    papers
        .map(|Entry { words, group, .. }| DocumentFound { words, group })
        .chain(more_papers(point, service, lexicon))
        .collect()
}

/// The conditions of a list that is announced with a refusal and a word for reasons.
pub(super) fn find_grounds(service: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let lists = lists(service, lexicon).into_iter();
    let announces = |point: &Unit| lexicon.says("grounds-signal", point.words.text());
    let grounds = lists
        .filter(|(point, _)| announces(point))
        .map(|(_, entries)| entries)
        .next();
    let bare = |entry: Entry<'_>| {
        let words = without_phrase(&entry.words.words, "refusal-predicate", lexicon);
        Found::new(trimmed(&words), entry.unit)
    };
    grounds.into_iter().flatten().map(bare).collect()
}

/// The points of the body that announce a list, with its entries.
fn lists<'a>(service: &'a Unit, lexicon: &Lexicon) -> Vec<(&'a Unit, Vec<Entry<'a>>)> {
    let points = body(service)
        .into_iter()
        .filter(|unit| unit.role == Role::Point && unit.words.text().trim_end().ends_with(':'));
    points
        .map(|point| (point, find_list(point, lexicon)))
        .filter(|(_, entries)| entries.len() >= LIST)
        .collect()
}
