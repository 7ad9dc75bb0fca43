//! Steps that the rules tell in their points: who does what, and how long it may
//! take.

use super::super::body::body;
use super::super::duration::find_duration;
use super::super::statement::trimmed;
use super::super::title::is_alike;
use super::super::{Found, StepFound};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// The steps of the chapters on how the service is provided, in order. A chapter
/// that names another service tells nothing of this one.
pub(super) fn find_steps(service: &Unit, title: &Found, lexicon: &Lexicon) -> Vec<StepFound> {
    let chapters = service.children_with(Role::Chapter).filter(|chapter| {
        let heading = chapter.words.text();
        lexicon
            .find("provision-chapter", heading)
            .is_some_and(|found| {
                let named = found.slot("title").map(|range| &heading[range]);
                named.is_none_or(|named| is_alike(named, title.words.text()))
            })
    });
    chapters
        .flat_map(|chapter| chapter.children_with(Role::Point))
        .flat_map(|point| steps_of(point, lexicon))
        .collect()
}

/// The steps of a point: its own words, or its items where it only says who acts.
fn steps_of(point: &Unit, lexicon: &Lexicon) -> Vec<StepFound> {
    let announced = lexicon
        .find("rules-actor", point.words.text())
        .filter(|found| found.value == Some("announced"))
        .and_then(|found| found.slot("actor"))
        .map(|range| point.words.text()[range].to_owned());
    std::iter::once(point)
        .chain(body(point))
        .filter_map(|unit| step(unit, announced.as_deref(), lexicon))
        .collect()
}

/// A step names who acts and a time; anything else explains.
fn step(unit: &Unit, announced: Option<&str>, lexicon: &Lexicon) -> Option<StepFound> {
    let words = trimmed(&unit.words);
    let text = words.text();
    if lexicon.says("no-actor", text) {
        return None;
    }
    let (_, duration) = find_duration(text, lexicon)?;
    let own = lexicon
        .find("rules-actor", text)
        .and_then(|found| found.slot("actor"))
        .map(|range| text[range].trim().to_owned());
    let actor = own.or_else(|| announced.map(str::to_owned))?;
    Some(StepFound {
        words: Found::new(words, unit),
        actor,
        duration: Some(duration),
        route: "provider",
    })
}
