//! Lists under a point: items, groups of items, remarks.

use std::ops::Range;

use super::Found;
use super::statement::trimmed;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// Entries of the longest list that one sentence numbers.
const LONGEST_STRING: usize = 40;

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

/// The entries of the list under a point, flat and in order. An item of which nothing
/// is left but the note that it was taken out is none.
///
/// Items are entries, but for one that ends with a colon over paragraphs: it is the
/// sentence over a group of them. Paragraphs are entries where a list has no numbers: from
/// the announcement on, for as long as one ends with a semicolon and the next
/// begins with a small letter.
#[must_use]
pub fn find_list<'a>(point: &'a Unit, lexicon: &Lexicon) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    let mut group: Option<Found> = None;
    // A group that an item opened ends with the next item of its list.
    let mut of_item = false;
    let is_numbered = point.children_with(Role::Item).next().is_some();
    let mut goes_on = !is_numbered;
    for (at, child) in point.children.iter().enumerate() {
        let text = child.words.text().trim_end();
        if child.role == Role::Item && lexicon.says("excluded", text) {
            continue;
        }
        let next = point.children.get(at + 1);
        match child.role {
            Role::Item if text.ends_with(':') && next.is_some_and(is_under_item) => {
                group = Some(Found::new(trimmed(&child.words), child));
                of_item = child.number.is_some();
                goes_on = true;
                continue;
            }
            Role::Item => {
                if of_item && child.number.is_some() {
                    group = None;
                }
                entries.push(entry(child, group.as_ref()));
            }
            Role::Paragraph if text.ends_with(':') => {
                of_item = false;
                group = Some(Found::new(trimmed(&child.words), child));
                goes_on = true;
                continue;
            }
            Role::Paragraph if text.ends_with(';') && names_group(child, lexicon).is_some() => {
                entries.extend(names_group(child, lexicon));
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

/// A paragraph that names its group and the only paper in it: `at the centre – a request`.
fn names_group<'a>(unit: &'a Unit, lexicon: &Lexicon) -> Option<Entry<'a>> {
    let found = lexicon.find("group-with-entry", unit.words.text())?;
    let value = trimmed(&unit.words.slice(found.slot("value")?));
    let says = |kind| lexicon.says(kind, value.text());
    if !says("paper-entry") || says("no-paper-entry") {
        return None;
    }
    let part = |name| {
        Some(Found::new(
            trimmed(&unit.words.slice(found.slot(name)?)),
            unit,
        ))
    };
    Some(Entry {
        words: part("value")?,
        group: Some(part("group")?),
        unit,
    })
}

/// A paragraph or a dash under a numbered item.
fn is_under_item(unit: &Unit) -> bool {
    match unit.role {
        Role::Paragraph => !unit.words.text().trim_end().ends_with(':'),
        Role::Item => unit.number.is_none(),
        _ => false,
    }
}

fn entry<'a>(unit: &'a Unit, group: Option<&Found>) -> Entry<'a> {
    Entry {
        words: Found::new(trimmed(&unit.words), unit),
        group: group.cloned(),
        unit,
    }
}

/// The entries that a sentence strings together: what semicolons part, or commas
/// where it has no semicolon. Marks inside brackets part nothing, nor does a comma
/// behind which the words go on with the entry before it.
#[must_use]
pub fn strung_entries(words: &Passage, lexicon: &Lexicon) -> Vec<Passage> {
    if parts(words.text(), &[';']).len() > 1 {
        return joined_parts(words, &[';'], |_| false);
    }
    joined_parts(words, &[','], |part| {
        lexicon.says("list-continuation", part)
    })
}

/// What the marks part; a part behind a comma that goes on with the one before it
/// stays with it.
pub fn joined_parts(
    words: &Passage,
    marks: &[char],
    goes_on: impl Fn(&str) -> bool,
) -> Vec<Passage> {
    let text = words.text();
    if let Some(numbered) = numbered_parts(text) {
        let entries = numbered.into_iter().map(|at| trimmed(&words.slice(at)));
        return entries.filter(|entry| !entry.is_empty()).collect();
    }
    let mut entries: Vec<Range<usize>> = Vec::new();
    for part in parts(text, marks) {
        let is_behind_comma = text[..part.start].ends_with(',');
        let joins = is_behind_comma && goes_on(text[part.clone()].trim());
        match entries.last_mut().filter(|_| joins) {
            Some(entry) => entry.end = part.end,
            None => entries.push(part),
        }
    }
    let entries = entries.into_iter().map(|at| trimmed(&words.slice(at)));
    entries.filter(|entry| !entry.is_empty()).collect()
}

/// The entries of a list that a sentence numbers inside itself, `1) ...; 2) ...`,
/// without their numbers; `None` where the numbers do not count up from one.
fn numbered_parts(text: &str) -> Option<Vec<Range<usize>>> {
    let text = text.trim_end();
    let mut starts = Vec::new();
    let mut from = 0;
    for number in 1..=LONGEST_STRING {
        let mark = format!("{number}) ");
        let Some(at) = text[from..].find(&mark).map(|at| from + at) else {
            break;
        };
        let before = text[..at].trim_end();
        let opens = if number == 1 {
            before.is_empty()
        } else {
            before.ends_with([';', ','])
        };
        if !opens {
            break;
        }
        from = at + mark.len();
        starts.push((at, from));
    }
    let ends = starts.iter().skip(1).map(|(mark, _)| *mark);
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    let entries = starts.iter().zip(ends).map(|((_, from), end)| *from..end);
    (starts.len() > 1).then(|| entries.collect())
}

/// The parts of a text between the given marks, those inside brackets apart.
fn parts(text: &str, marks: &[char]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            // The bracket behind a list number closes nothing.
            ')' => depth = (depth - 1).max(0),
            sign if depth == 0 && marks.contains(&sign) => {
                parts.push(start..at);
                start = at + sign.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(start..text.len());
    parts
}
