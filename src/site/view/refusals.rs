//! Refusals: the grounds on which an applicant may be refused.

use super::facts::{Facts, Value};
use crate::catalogue::model::{Service, Step, Text};
use crate::error::Error;
use crate::facts::sentence::sentences;
use crate::outline::model::Role;

/// The longest sentence that is shown for one of its grounds, in characters.
const LONGEST: usize = 1000;

/// The grounds of a service. One that is a part of a sentence is shown with all of it:
/// alone it may name people to whom the refusal does not apply, or not say who refuses.
pub(crate) fn grounds(service: &Service, facts: Facts<'_>) -> Result<Vec<Value>, Error> {
    let mut shown: Vec<Text> = Vec::new();
    for ground in &service.refusal_grounds {
        let anchor = &ground.source.anchor;
        let is_in_step = |step: &Step| step.words.source.anchor == *anchor;
        // A step says what is done before and how long that takes.
        let whole = match service.steps.iter().any(is_in_step) {
            true => None,
            false => sentence_around(ground, facts),
        };
        let whole = whole.unwrap_or_else(|| ground.clone());
        if shown.iter().all(|other| other.text != whole.text) {
            shown.push(whole);
        }
    }
    facts.quotes(&shown)
}

/// The sentence that holds words of an act among others. An entry of a list that begins with
/// them says of itself all that it has to say.
fn sentence_around(text: &Text, facts: Facts<'_>) -> Option<Text> {
    let unit = facts.register.unit(&text.source)?;
    let is_entry = unit.role == Role::Item && unit.words.text().starts_with(&text.text);
    if is_entry || !text.translations.is_empty() {
        return None;
    }
    let sentences = sentences(&unit.words).into_iter();
    let mut around = sentences.filter(|sentence| sentence.text().contains(&text.text));
    let sentence = around.next()?.text().to_owned();
    // Words before a colon announce a list, and the ground is one of many.
    let is_shown = sentence.chars().count() <= LONGEST && !sentence.contains(':');
    let mut whole = text.clone();
    whole.text = sentence;
    whole.source.first_line = unit.lines.first;
    whole.source.last_line = unit.lines.last;
    is_shown.then_some(whole)
}
