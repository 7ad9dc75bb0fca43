//! References: where an act leaves a fact to another document.

use super::facts::{Facts, Value};
use crate::catalogue::model::Text;
use crate::error::Error;
use crate::language::Language;

/// The words of a reference, with the Russian word before them that governs their case:
/// `в пункте 11 Стандарта`, `согласно пункту 7`.
pub(crate) fn quote(reference: &Text, facts: Facts<'_>) -> Result<Value, Error> {
    let governed = governor_of(reference, facts).map(|governor| Text {
        text: format!("{governor} {}", reference.text),
        ..reference.clone()
    });
    facts.quote(governed.as_ref().unwrap_or(reference))
}

/// The word right before a reference in its sentence. Kazakh puts the case into the words.
fn governor_of<'a>(reference: &Text, facts: Facts<'a>) -> Option<&'a str> {
    if reference.language != Language::Ru || !reference.translations.is_empty() {
        return None;
    }
    let words = facts.register.unit(&reference.source)?.words.text();
    // Which of several places says it, the reference does not tell.
    if words.matches(&reference.text).count() > 1 {
        return None;
    }
    let before = words[..words.find(&reference.text)?].strip_suffix(' ')?;
    let word = before.rsplit(' ').next()?;
    let is_word = !word.is_empty() && word.chars().all(char::is_lowercase);
    is_word.then_some(word)
}
