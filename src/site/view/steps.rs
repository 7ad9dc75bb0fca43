//! Steps: what happens inside, along a line of time.

use serde::Serialize;

use super::facts::{Facts, Value};
use super::words::Words;
use crate::catalogue::model::{Service, Step};
use crate::error::Error;
use crate::language::Language;

/// The steps of one route of the application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Route {
    /// The route, where the act knows several or other ways to apply.
    pub(crate) heading: Option<String>,
    pub(crate) groups: Vec<StepGroup>,
}

/// Steps under one line of the act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct StepGroup {
    pub(crate) heading: Option<Words>,
    pub(crate) steps: Vec<StepView>,
}

/// A step: who acts, how long, and the act's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct StepView {
    pub(crate) actor: Option<Words>,
    pub(crate) durations: Vec<String>,
    pub(crate) value: Value,
}

/// The steps of a service by route, both in the order of the act.
pub(crate) fn routes_of(service: &Service, facts: Facts<'_>) -> Result<Vec<Route>, Error> {
    let mut ids: Vec<&str> = Vec::new();
    for step in &service.steps {
        if !ids.contains(&step.route.as_str()) {
            ids.push(&step.route);
        }
    }
    let ways = service.channels.len() + service.other_channels.len();
    let has_several = ids.len() > 1 || ways > 1;
    ids.into_iter()
        .map(|id| {
            let steps = service.steps.iter().filter(|step| step.route == id);
            Ok(Route {
                heading: match has_several {
                    true => Some(facts.phrases.text_with("route", &[("route", id)])?),
                    false => None,
                },
                groups: groups_of(steps, facts)?,
            })
        })
        .collect()
}

/// Steps by the line over them, in the order of the act: a line may come again.
fn groups_of<'a>(
    steps: impl Iterator<Item = &'a Step>,
    facts: Facts<'_>,
) -> Result<Vec<StepGroup>, Error> {
    let mut groups: Vec<StepGroup> = Vec::new();
    for step in steps {
        let heading = step.group.as_ref().map(|group| facts.words(group));
        let view = StepView::new(step, facts)?;
        match groups.last_mut() {
            Some(group) if group.heading == heading => group.steps.push(view),
            _ => groups.push(StepGroup {
                heading,
                steps: vec![view],
            }),
        }
    }
    Ok(groups)
}

impl StepView {
    fn new(step: &Step, facts: Facts<'_>) -> Result<Self, Error> {
        Ok(Self {
            actor: actor_of(step, facts.phrases.language),
            durations: facts.durations(step)?,
            value: Value {
                plain: None,
                ..facts.step(step)?
            },
        })
    }
}

/// Who acts, in the language of the page where the act says it in that language.
fn actor_of(step: &Step, page: Language) -> Option<Words> {
    let language = step.words.language;
    let translated = step.actor_translated.as_ref();
    match translated.filter(|_| language != page) {
        Some(actor) => Some(Words::own(actor)),
        None if step.actor.trim().is_empty() => None,
        None => Some(Words::new(&step.actor, language, page)),
    }
}
