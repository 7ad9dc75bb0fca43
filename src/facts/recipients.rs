//! Who may receive the service.

use super::Found;
use super::body::body;
use super::listing::find_list;
use super::statement::{trimmed, without_phrase};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// The recipients, one entry each: the list of the point on them, else the
/// sentence that names them.
pub fn find_recipients(service: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let points = || service.walk().filter(|unit| unit.role == Role::Point);
    let list = points().find(|point| lexicon.says("recipients-heading", point.words.text()));
    if let Some(point) = list {
        let entries = find_list(point).into_iter();
        return entries
            .map(|entry| {
                let words = without_phrase(&entry.unit.words, "recipients-predicate", lexicon);
                Found::new(trimmed(&words), entry.unit)
            })
            .collect();
    }
    // Where no sentence names them, the definition of the short form may.
    let sentence = find_named(
        "recipients",
        &[Role::Point, Role::Paragraph],
        service,
        lexicon,
    );
    sentence
        .or_else(|| {
            find_named(
                "recipients-definition",
                &[Role::Item, Role::Paragraph],
                service,
                lexicon,
            )
        })
        .into_iter()
        .collect()
}

fn find_named(kind: &str, roles: &[Role], service: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let units = body(service).into_iter();
    let mut units = units.filter(|unit| roles.contains(&unit.role));
    units.find_map(|unit| {
        let found = lexicon.find(kind, unit.words.text())?;
        let words = trimmed(&unit.words.slice(found.slot("value")?));
        Some(Found::new(words, unit))
    })
}
