//! How people apply, beside the papers: where blanks are given, where papers are handed
//! in, what confirms it, how the answer is handed over.
//!
//! Standards tell each in a point of its own, whose first words say which. A point that
//! was read for another fact, such as the list of papers, tells nothing here.

use std::collections::BTreeSet;

use super::statement::{first_sentence, whole_point};
use super::{Found, ServiceFacts};
use crate::catalogue::model::ApplicationStage;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// What an act says of one stage of applying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationFound {
    /// The words of the point.
    pub words: Found,
    /// What they tell.
    pub stage: ApplicationStage,
}

/// The points of a service that tell how people apply.
pub fn find_application(
    service: &Unit,
    facts: &ServiceFacts,
    lexicon: &Lexicon,
) -> Vec<ApplicationFound> {
    let told = told_elsewhere(facts);
    let chapters = service.children_with(Role::Chapter);
    let chapters = chapters.filter(|chapter| !lexicon.says("appeal-chapter", chapter.words.text()));
    let points = std::iter::once(service).chain(chapters);
    let points = points.flat_map(|unit| unit.children_with(Role::Point));
    points
        .filter(|point| !point.walk().any(|unit| told.contains(unit.anchor.as_str())))
        .filter_map(|point| {
            let stage = stage_of(point, lexicon)?;
            let words = whole_point(point);
            Some(ApplicationFound { words, stage })
        })
        .collect()
}

fn stage_of(point: &Unit, lexicon: &Lexicon) -> Option<ApplicationStage> {
    let found = lexicon.find("application", point.words.text())?;
    match found.value? {
        "forms" => Some(ApplicationStage::Forms),
        // A receipt is also given where papers are refused.
        "receipt" if !lexicon.says("refusal-word", first_sentence(&point.words).text()) => {
            Some(ApplicationStage::Receipt)
        }
        "delivery" => Some(ApplicationStage::Delivery),
        // A list under a point on handing in is one of papers or of those who take them.
        "submission" if point.children.is_empty() => Some(ApplicationStage::Submission),
        _ => None,
    }
}

/// The units that tell papers, grounds, steps, fee, complaints and hours.
fn told_elsewhere(facts: &ServiceFacts) -> BTreeSet<&str> {
    let documents = facts.documents.iter().map(|document| &document.words);
    let steps = facts.steps.iter().map(|step| &step.words);
    let limits = facts.time_limits.iter().map(|limit| &limit.words);
    let found = documents
        .chain(steps)
        .chain(limits)
        .chain(&facts.refusal_grounds)
        .chain(&facts.appeal)
        .chain(&facts.documents_reference)
        .chain(facts.references.values())
        .chain(facts.hours.iter().map(|hours| &hours.words))
        .chain(facts.fee.iter().map(|(_, words)| words))
        .chain(&facts.result)
        .chain(&facts.provider)
        .chain(&facts.other_channels);
    found.map(|found| found.anchor.as_str()).collect()
}
