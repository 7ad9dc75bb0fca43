//! Content of a row as one text or as a list of entries.

use super::super::Found;
use super::super::listing::joined_parts;
use super::super::statement::{trimmed, without_aside};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// All words of a cell, with the markers of its items.
pub(super) fn whole(cell: &Unit) -> Passage {
    joined(cell.children.iter())
}

/// The result, up to what speaks of the form in which it is given.
pub(super) fn result(cell: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let parts = cell.children.iter();
    let own = parts.take_while(|part| !lexicon.says("result-end", part.words.text()));
    let words = until_form(&joined(own), lexicon);
    let words = trimmed(&without_aside(&words, lexicon));
    (!words.is_empty()).then(|| Found::new(words, cell))
}

/// The words up to the sentence on the form in which a result is given.
fn until_form(words: &Passage, lexicon: &Lexicon) -> Passage {
    let text = words.text();
    let ends = text.match_indices(". ").map(|(at, mark)| at + mark.len());
    let end = ends
        .clone()
        .find(|at| lexicon.says("result-end", &text[*at..]));
    words.slice(0..end.unwrap_or(text.len()))
}

/// The items of a cell, else its paragraphs, without what only announces them.
pub(super) fn entries(cell: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let is_numbered = cell.children_with(Role::Item).next().is_some();
    let parts = cell.children.iter().filter(|part| match part.role {
        Role::Item => true,
        Role::Paragraph => !is_numbered && !part.words.text().trim_end().ends_with(':'),
        _ => false,
    });
    parts
        .flat_map(|part| {
            let words = strung(&without_aside(&part.words, lexicon)).into_iter();
            words.map(move |words| Found::new(trimmed(&words), part))
        })
        .filter(|found| !found.words.is_empty())
        .filter(|found| !lexicon.says("none-listed", found.words.text()))
        .collect()
}

/// What semicolons part in words that list without numbers, one line for all.
pub(super) fn strung(words: &Passage) -> Vec<Passage> {
    let inner = words.text().trim_end_matches([';', ' ']);
    joined_parts(&words.slice(0..inner.len()), &[';'], |_| false)
}

fn joined<'a>(parts: impl Iterator<Item = &'a Unit>) -> Passage {
    let mut words = Passage::default();
    for part in parts {
        if !words.is_empty() {
            words.push_inserted(" ");
        }
        if let Some(marker) = &part.marker {
            words.push(marker);
            words.push_inserted(" ");
        }
        words.push(&part.words);
    }
    words.trim()
}
