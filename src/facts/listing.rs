//! Lists under a point: items, groups of items, remarks.

use super::Found;
use super::statement::trimmed;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The words, without the mark that ends the item.
    pub words: Found,
    /// The sentence over its group.
    pub group: Option<Found>,
    /// The unit that holds it.
    pub unit: &'a Unit,
}

/// The entries of the list under a point, flat and in order.
///
/// Items are entries. Paragraphs are entries where a list has no numbers: from
/// the announcement on, for as long as one ends with a semicolon and the next
/// begins with a small letter.
#[must_use]
pub fn find_list(point: &Unit) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    let mut group: Option<Found> = None;
    let is_numbered = point.children_with(Role::Item).next().is_some();
    let mut goes_on = !is_numbered;
    for child in &point.children {
        let text = child.words.text().trim_end();
        match child.role {
            Role::Item => entries.push(entry(child, group.as_ref())),
            Role::Paragraph if text.ends_with(':') => {
                group = Some(Found::new(trimmed(&child.words), child));
                goes_on = true;
                continue;
            }
            Role::Paragraph if goes_on && !text.starts_with(char::is_uppercase) => {
                entries.push(entry(child, group.as_ref()));
                goes_on = text.ends_with(';');
                continue;
            }
            Role::Paragraph => {
                group = None;
            }
            _ => {}
        }
        goes_on = false;
    }
    entries
}

fn entry<'a>(unit: &'a Unit, group: Option<&Found>) -> Entry<'a> {
    Entry {
        words: Found::new(trimmed(&unit.words), unit),
        group: group.cloned(),
        unit,
    }
}

/// The parts of a sentence between the given marks, those inside brackets apart.
#[must_use]
pub fn split(words: &Passage, marks: &[char]) -> Vec<Passage> {
    let text = words.text();
    let mut parts = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            sign if depth == 0 && marks.contains(&sign) => {
                parts.push(trimmed(&words.slice(start..at)));
                start = at + sign.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(trimmed(&words.slice(start..text.len())));
    parts.retain(|part| !part.is_empty());
    parts
}
