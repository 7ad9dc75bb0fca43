//! Steps of the procedure: the points that list the content of each of them.

use super::body::body;
use super::duration::find_duration;
use super::{Found, StepFound};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// The steps in the order of the act. The sequence that a later point repeats is
/// no list of its own, nor are the routes that other bodies serve.
pub fn find_steps(service: &Unit, lexicon: &Lexicon) -> Vec<StepFound> {
    let points = body(service)
        .into_iter()
        .filter(|unit| unit.role == Role::Point);
    points
        .filter_map(|point| Some((point, find_route(point, lexicon)?)))
        .flat_map(|(point, route)| steps_of(point, route, lexicon))
        .collect()
}

/// The route of a point that lists steps; `None` for any other point, and for
/// the routes that are no part of the provider's own procedure.
fn find_route(point: &Unit, lexicon: &Lexicon) -> Option<&'static str> {
    match lexicon.find("step-list", point.words.text())?.value? {
        "provider" => Some("provider"),
        "akim" => Some("akim"),
        _ => None,
    }
}

fn steps_of(point: &Unit, route: &'static str, lexicon: &Lexicon) -> Vec<StepFound> {
    let parts = whole_parts(point, lexicon);
    let is_step = |part: &&Part<'_>| !is_heading(part, lexicon);
    // Numbers lead: a paragraph between numbered steps adds to the step before.
    let is_numbered = parts.iter().any(|part| part.is_item && is_step(&part));
    parts
        .iter()
        .filter(is_step)
        .filter(|part| part.is_item || !is_numbered)
        .filter(|part| !lexicon.says("step-exception", part.words.text()))
        .map(|part| step(part, route, lexicon))
        .collect()
}

/// One item or paragraph of a list of steps.
struct Part<'a> {
    unit: &'a Unit,
    words: Passage,
    is_item: bool,
}

/// The items and paragraphs of a point, up to a list for another route. A
/// paragraph that a page break tore stops at a comma: the next one goes on.
fn whole_parts<'a>(point: &'a Unit, lexicon: &Lexicon) -> Vec<Part<'a>> {
    let units = body(point).into_iter();
    let own = units.take_while(|unit| !lexicon.says("step-list", unit.words.text()));
    let mut parts: Vec<Part<'a>> = Vec::new();
    for unit in own {
        let is_item = unit.role == Role::Item;
        if let Some(last) = parts.last_mut().filter(|_| !is_item)
            && last.words.text().ends_with(',')
        {
            last.words.push_inserted(" ");
            last.words.push(&unit.words);
            continue;
        }
        parts.push(Part {
            unit,
            words: unit.words.trim(),
            is_item,
        });
    }
    parts
}

/// A line over a group of steps.
fn is_heading(part: &Part<'_>, lexicon: &Lexicon) -> bool {
    let text = part.words.text();
    text.ends_with(':') || lexicon.says("step-heading", text)
}

fn step(part: &Part<'_>, route: &'static str, lexicon: &Lexicon) -> StepFound {
    let text = part.words.text();
    let end = text.trim_end_matches([';', '.', ',', ' ']).len();
    let words = part.words.slice(0..end);
    StepFound {
        actor: find_actor(words.text(), lexicon),
        duration: find_duration(words.text(), lexicon).map(|(_, duration)| duration),
        words: Found::new(words, part.unit),
        route,
    }
}

/// Who acts: the slot of the phrase, or the phrase as a whole. A phrase whose
/// value is `nobody` tells a step that names the deed alone.
fn find_actor(text: &str, lexicon: &Lexicon) -> String {
    lexicon
        .find("step-actor", text)
        .filter(|found| found.value != Some("nobody"))
        .map(|found| found.slot("actor").unwrap_or(found.range))
        .map(|range| text[range].trim().to_owned())
        .unwrap_or_default()
}
