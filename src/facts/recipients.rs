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
    let units = body(service);
    let said = |kind: &str, unit: &Unit| {
        let found = lexicon.find(kind, unit.words.text())?;
        let words = trimmed(&unit.words.slice(found.slot("value")?));
        Some(Found::new(words, unit))
    };
    let sentence = units
        .iter()
        .filter(|unit| matches!(unit.role, Role::Point | Role::Paragraph))
        .find_map(|unit| said("recipients", unit));
    let defined = || {
        let mut items = units.iter().filter(|unit| unit.role == Role::Item);
        items.find_map(|item| said("recipients-definition", item))
    };
    sentence.or_else(defined).into_iter().collect()
}
