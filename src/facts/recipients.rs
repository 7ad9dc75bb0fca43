//! Who may receive the service.

use super::body::body;
use super::listing::{find_list, joined_parts};
use super::statement::{trimmed, without_aside, without_phrase};
use super::{Found, RecipientFound, shape};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// The recipients, one entry each: the list of the point on them, else the
/// sentence that names them, with those that go on under its point.
pub fn find_recipients(service: &Unit, lexicon: &Lexicon) -> Vec<RecipientFound> {
    let points = || service.walk().filter(|unit| unit.role == Role::Point);
    let list = points().find(|point| {
        lexicon.says("recipients-heading", point.words.text()) || ends_in_list(point, lexicon)
    });
    if let Some(point) = list {
        return listed_recipients(point, lexicon);
    }
    let units = body(service);
    let says: Vec<_> = units
        .iter()
        .copied()
        .filter(|unit| matches!(unit.role, Role::Point | Role::Paragraph))
        .collect();
    let first = says.iter().enumerate().find_map(|(at, unit)| {
        let found = told_recipients(unit, "recipients", lexicon)?;
        Some((at, found))
    });
    let Some((at, first)) = first.map(|(at, told)| (at, strung_recipients(told, lexicon))) else {
        // Where no sentence names them, the definition of the short form may.
        let mut terms = units
            .iter()
            .filter(|unit| matches!(unit.role, Role::Item | Role::Paragraph));
        let defined =
            terms.find_map(|unit| told_recipients(unit, "recipients-definition", lexicon));
        if let Some(defined) = defined {
            return vec![defined];
        }
        let list = points().find(|point| shape::lists_people(point, lexicon));
        return list.map_or_else(Vec::new, |point| listed_recipients(point, lexicon));
    };
    let paragraphs = says[at + 1..]
        .iter()
        .take_while(|unit| unit.role == Role::Paragraph);
    let others = paragraphs.filter_map(|unit| told_recipients(unit, "recipients-also", lexicon));
    first.into_iter().chain(others).collect()
}

/// What commas part, where each part names people of its own; none where one of them only
/// says more of those before it.
fn strung_people(words: &Passage, lexicon: &Lexicon) -> Vec<Passage> {
    let mut parts = joined_parts(words, &[','], |_| false);
    if !parts
        .iter()
        .all(|part| lexicon.says("recipient-people", part.text()))
    {
        parts.clear();
    }
    parts
}

/// The recipients that semicolons part, under the words before a colon, or commas
/// between people; one entry where nothing parts them.
fn strung_recipients(told: RecipientFound, lexicon: &Lexicon) -> Vec<RecipientFound> {
    let words = &told.words.words;
    let start = words.text().find(": ").map_or(0, |at| at + 1);
    let listed = words.slice(start..words.text().len());
    let mut parts = joined_parts(&listed, &[';'], |_| false);
    if parts.len() < 2 && start == 0 {
        parts = strung_people(&listed, lexicon);
    }
    if parts.len() < 2 {
        return vec![told];
    }
    let over = (start > 0).then(|| Found {
        words: trimmed(&words.slice(0..start)),
        ..told.words.clone()
    });
    let recipients = parts.into_iter().map(|words| RecipientFound {
        words: Found {
            words,
            ..told.words.clone()
        },
        group: over.clone(),
    });
    recipients.collect()
}

/// Whether a point says to whom the service is given only together with the first
/// entry under it: "The service is given: to citizens; to foreigners".
fn ends_in_list(point: &Unit, lexicon: &Lexicon) -> bool {
    let Some(opening) = point.words.text().trim_end().strip_suffix(':') else {
        return false;
    };
    let first = point.children.first();
    let Some(first) = first.filter(|unit| matches!(unit.role, Role::Item | Role::Paragraph)) else {
        return false;
    };
    let whole = format!("{opening} {}.", trimmed(&first.words).text());
    let found = lexicon.find("recipients", &whole);
    found
        .and_then(|found| found.slot("value"))
        .is_some_and(|value| value.start > opening.len())
}

/// The entries of a list. Where the point holds several lists, each is under the
/// sentence over it, and the point itself is the one over the first.
fn listed_recipients(point: &Unit, lexicon: &Lexicon) -> Vec<RecipientFound> {
    let entries = find_list(point, lexicon);
    let has_groups = entries.iter().any(|entry| entry.group.is_some());
    let first_group = has_groups.then(|| Found::new(trimmed(&point.words), point));
    entries
        .into_iter()
        .map(|entry| {
            let words = without_aside(&entry.unit.words, lexicon);
            let words = without_phrase(&words, "recipients-predicate", lexicon);
            RecipientFound {
                words: Found::new(trimmed(&words), entry.unit),
                group: entry.group.or_else(|| first_group.clone()),
            }
        })
        .collect()
}

fn told_recipients(unit: &Unit, kind: &str, lexicon: &Lexicon) -> Option<RecipientFound> {
    let found = lexicon.find(kind, unit.words.text())?;
    let words = unit.words.slice(found.slot("value")?);
    let words = trimmed(&without_aside(&words, lexicon));
    // A short form names no one.
    if lexicon.says("recipients-short", words.text()) {
        return None;
    }
    Some(RecipientFound {
        words: Found::new(words, unit),
        group: None,
    })
}
