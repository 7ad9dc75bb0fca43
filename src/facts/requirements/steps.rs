//! Steps that the rules tell in their points: who does what, and how long it may
//! take.

use super::super::body::body;
use super::super::statement::trimmed;
use super::super::title::is_alike;
use super::super::{Found, StepFound, step};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// The steps of the chapters on how the service is provided, in order. A chapter
/// that names another service tells nothing of this one.
pub fn told_steps(service: &Unit, title: &Found, lexicon: &Lexicon) -> Vec<StepFound> {
    let chapters = service.children_with(Role::Chapter).filter(|chapter| {
        let heading = chapter.words.text();
        lexicon
            .find("provision-chapter", heading)
            .is_some_and(|found| {
                let named = found.slot("title").map(|range| &heading[range]);
                named.is_none_or(|named| is_alike(named, title.words.text()))
            })
    });
    let told = chapters.flat_map(|chapter| chapter.children_with(Role::Point));
    // Short rules have no chapters.
    let has_chapters = service.children_with(Role::Chapter).next().is_some();
    let alone = service.children_with(Role::Point).filter(|_| !has_chapters);
    told.chain(alone)
        .flat_map(|point| steps_of(point, lexicon))
        .collect()
}

/// How a point announces the items under it.
struct Announced {
    /// Who acts, where the point says nothing else.
    actor: Option<String>,
    /// True when the point says that its items are the steps.
    is_list: bool,
}

impl Announced {
    fn by(point: &Unit, lexicon: &Lexicon) -> Self {
        let text = point.words.text();
        let is_list = step::find_route(point, lexicon) == Some("provider")
            || lexicon.says("steps-announced", text);
        let actor = lexicon
            .find("rules-actor", text)
            .filter(|found| !is_list && found.value == Some("announced"))
            .and_then(|found| found.slot("actor"))
            .map(|range| text[range].to_owned());
        Self { actor, is_list }
    }
}

/// The steps of a point: its own words, or its items where it only says who acts.
fn steps_of(point: &Unit, lexicon: &Lexicon) -> Vec<StepFound> {
    let announced = Announced::by(point, lexicon);
    std::iter::once(point)
        .chain(body(point))
        .filter_map(|unit| told_step(unit, &announced, lexicon))
        .collect()
}

/// A step names who acts and a time, be it only the day of an event; what stands in
/// a list of steps is one without a time too. Anything else explains.
fn told_step(unit: &Unit, announced: &Announced, lexicon: &Lexicon) -> Option<StepFound> {
    let words = trimmed(&unit.words);
    let text = words.text();
    if lexicon.says("no-step", text) {
        return None;
    }
    let durations = step::step_durations(text, lexicon);
    // What a list of steps gives a time of its own is one, whoever acts.
    let is_timed = announced.is_list && unit.role == Role::Item && !durations.is_empty();
    // Whom a list says to be told something does not act.
    let is_passive =
        announced.is_list && unit.role == Role::Item && lexicon.says("step-passive", text);
    let actor = if is_passive {
        String::new()
    } else {
        find_actor(text, announced, is_timed, lexicon)?
    };
    let is_step = !durations.is_empty()
        || lexicon.says("step-day", text)
        || (announced.is_list && unit.role == Role::Item);
    is_step.then(|| StepFound {
        words: Found::new(words, unit),
        actor,
        durations,
        group: None,
        route: "provider",
    })
}

/// Who acts: named behind the condition of the step, at its beginning, or by the
/// point around it. The applicant and those who only pass papers on do no step of
/// the provider.
fn find_actor(
    text: &str,
    announced: &Announced,
    is_timed: bool,
    lexicon: &Lexicon,
) -> Option<String> {
    let named = |kind| {
        let range = lexicon.find(kind, text)?.slot("actor")?;
        let is_other = lexicon.says("other-actor", &text[range.start..]);
        (!is_other).then(|| text[range].trim().to_owned())
    };
    if lexicon.says("conditioned-actor", text) {
        return named("conditioned-actor");
    }
    // A list of the steps counts those who pass papers on among the actors.
    let only_passes = !announced.is_list && lexicon.says("other-actor", text);
    if only_passes || lexicon.says("no-actor", text) {
        return None;
    }
    let in_list = || {
        let actor = announced.is_list.then(|| step::find_actor(text, lexicon))?;
        (!actor.is_empty()).then_some(actor)
    };
    named("rules-actor")
        .or_else(in_list)
        .or_else(|| announced.actor.clone())
        .or_else(|| is_timed.then(String::new))
}
