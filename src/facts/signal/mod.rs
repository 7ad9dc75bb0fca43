//! What the words of a short point tell where no phrase reads its sentence.
//!
//! Acts state who provides a service, in which form, for what money and what comes of
//! it in sentences of their own making. What stays the same are a few decisive words,
//! and the place: the first chapter speaks of nothing but the service as a whole. Who
//! receives it may be told by any point. Phrases come first; a signal only fills what
//! they leave open.

mod form;
mod ways;

use std::ops::Range;

use super::body::body;
use super::sentence::sentences;
use super::statement::{names_part, names_sum, trimmed, without_aside, without_phrase};
use super::{Found, RecipientFound, ServiceFacts};
use crate::catalogue::model::FeeKind;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// Letters of the longest sentence whose words alone say what it costs. Chosen by hand.
const SHORT: usize = 300;

/// Fills what phrases left open.
pub fn add(facts: &mut ServiceFacts, service: &Unit, lexicon: &Lexicon) {
    let general = general_points(service);
    if facts.provider.is_none() {
        facts.provider = find_provider(&general, lexicon);
    }
    if facts.form.is_none() {
        facts.form = general.iter().find_map(|unit| form::read(unit, lexicon));
    }
    if facts.result.is_none() {
        facts.result = general.iter().find_map(|unit| result_in(unit, lexicon));
    }
    if facts.fee.is_none() {
        facts.fee = general.iter().find_map(|unit| fee_in(unit, lexicon));
    }
    ways::add(facts, &general, lexicon);
    if facts.recipients.is_empty() {
        let first = body(service).into_iter();
        let mut points = first.filter(|unit| unit.role == Role::Point);
        facts
            .recipients
            .extend(points.find_map(|unit| recipient_in(unit, lexicon)));
    }
}

/// The points of the first chapter and the paragraphs under them.
fn general_points(service: &Unit) -> Vec<&Unit> {
    let first = service.children_with(Role::Chapter).next();
    let units = first.map(body).unwrap_or_default().into_iter();
    let says = |unit: &&Unit| matches!(unit.role, Role::Point | Role::Paragraph);
    units.filter(says).collect()
}

/// The words that a short form stands for: behind what is done, up to the bracket.
/// A short form that may be anybody's counts in the first point alone.
fn find_provider(general: &[&Unit], lexicon: &Lexicon) -> Option<Found> {
    let first = general.first().map(|unit| unit.lines.first);
    general.iter().find_map(|unit| {
        let text = unit.words.text();
        let short = lexicon.find_earliest("provider-short-form", text)?;
        if short.value != Some("own") && Some(unit.lines.first) != first {
            return None;
        }
        let before = unit.words.slice(0..short.range.start);
        let sentence = sentences(&before).pop()?;
        let deed = lexicon.find_earliest("provider-deed", sentence.text())?;
        let named = sentence.slice(deed.range.end..sentence.text().len());
        let named = behind_asides(&named, lexicon).trim();
        let named = trimmed(&without_phrase(&named, "provider-predicate", lexicon));
        let is_named = !named.is_empty() && !lexicon.says("no-provider", named.text());
        is_named.then(|| Found::new(named, unit))
    })
}

/// The words behind the last short form that they hold.
fn behind_asides(words: &Passage, lexicon: &Lexicon) -> Passage {
    let last = lexicon.find_all("aside", words.text()).pop();
    let start = last.map_or(0, |last| last.range.end);
    words.slice(start..words.text().len())
}

/// What a short sentence says on money: a word of charging, and whether it is denied.
pub fn fee_in(unit: &Unit, lexicon: &Lexicon) -> Option<(FeeKind, Found)> {
    sentences(&unit.words).into_iter().find_map(|sentence| {
        let text = sentence.text();
        if text.chars().count() > SHORT || lexicon.says("no-fee-signal", text) {
            return None;
        }
        let kind = charge_in(text, lexicon)?;
        let is_partial = || names_part(text, lexicon) || names_sum(&unit.words, lexicon);
        if kind == FeeKind::Free && is_partial() {
            return None;
        }
        Some((kind, Found::new(sentence, unit)))
    })
}

/// Whether words charge or say that nobody is charged; `None` where they do both, for
/// some pay then. What is charged inside the words that deny it is not.
fn charge_in(text: &str, lexicon: &Lexicon) -> Option<FeeKind> {
    let said = lexicon.find_all("fee-signal", text);
    let (paid, free): (Vec<_>, Vec<_>) = said.iter().partition(|said| said.value == Some("paid"));
    let is_denied = |range: &Range<usize>| {
        let mut around = free.iter().map(|free| &free.range);
        around.any(|free| free.start <= range.start && range.end <= free.end)
    };
    let is_paid = paid.iter().any(|paid| !is_denied(&paid.range));
    match (is_paid, free.is_empty()) {
        (true, true) => Some(FeeKind::Paid),
        (false, false) => Some(FeeKind::Free),
        _ => None,
    }
}

fn result_in(unit: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let words = sentences(&unit.words).into_iter().find_map(|sentence| {
        let text = sentence.text();
        let value = lexicon.find("result-signal", text)?.slot("value")?;
        let is_other = lexicon.says("no-result-signal", &text[..value.start]);
        (!is_other).then(|| sentence.slice(value))
    })?;
    let words = trimmed(&without_aside(&words, lexicon));
    (!words.is_empty()).then(|| Found::new(words, unit))
}

/// The people between two short forms, that of the provider and their own, or those for
/// whom a sentence says that the service is.
fn recipient_in(unit: &Unit, lexicon: &Lexicon) -> Option<RecipientFound> {
    let found = lexicon.find("recipients-signal", unit.words.text())?;
    let words = trimmed(&unit.words.slice(found.slot("value")?));
    let is_official = lexicon.says("no-recipient", words.text());
    let words = Found::new(words, unit);
    (!is_official).then_some(RecipientFound { words, group: None })
}

#[cfg(test)]
mod tests;
