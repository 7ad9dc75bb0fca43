//! Ways to apply that lists and sentences of the first chapter name.

use super::super::channel::{named, part_channel};
use super::super::sentence::sentences;
use super::super::{ChannelFound, ServiceFacts};
use crate::catalogue::model::Channel;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// Adds what the first chapter names where no sentence on applying names a way. Where
/// nothing does, who has a provider applies to it.
pub(super) fn add(facts: &mut ServiceFacts, general: &[&Unit], lexicon: &Lexicon) {
    if !facts.channels.is_empty() || !facts.other_channels.is_empty() {
        return;
    }
    let listed = general
        .iter()
        .find_map(|unit| listed(unit, general, lexicon));
    let mut channels = listed.unwrap_or_else(|| told(general, lexicon));
    if let Some(provider) = facts.provider.as_ref().filter(|_| channels.is_empty()) {
        // Service centres may be the provider themselves.
        let own = part_channel(provider.words.text(), lexicon);
        channels.push(own.unwrap_or(Channel::Office));
    }
    channels.sort_unstable();
    channels.dedup();
    facts.channels = channels.into_iter().map(ChannelFound::named).collect();
}

/// The ways of a list that is announced as where people apply, each of whose entries names
/// one. Lists of hours and of limits name them too.
fn listed(unit: &Unit, general: &[&Unit], lexicon: &Lexicon) -> Option<Vec<Channel>> {
    let text = unit.words.text().trim_end();
    let says = |kind| lexicon.says(kind, text);
    let is_other = says("hours-heading") || says("limits-heading");
    if !text.ends_with(':') || is_other || !says("ways-signal") {
        return None;
    }
    let entries = entries(unit, general);
    let channels: Option<Vec<Channel>> = entries
        .iter()
        .map(|entry| {
            let text = entry.words.text();
            part_channel(text, lexicon)
                .or_else(|| named(text, lexicon).first().copied())
                .or_else(|| lexicon.says("own-place", text).then_some(Channel::Office))
        })
        .collect();
    channels.filter(|channels| !channels.is_empty())
}

/// What stands under words that end with a colon: their children, or behind a paragraph
/// the items that follow it.
fn entries<'a>(unit: &'a Unit, general: &[&'a Unit]) -> Vec<&'a Unit> {
    let is_entry = |unit: &&Unit| matches!(unit.role, Role::Item | Role::Paragraph);
    if unit.role == Role::Point {
        return unit.children.iter().filter(is_entry).collect();
    }
    let holds = |point: &&&Unit| point.children.iter().any(|child| std::ptr::eq(child, unit));
    let Some(point) = general.iter().find(holds) else {
        return Vec::new();
    };
    let children = point.children.iter();
    let behind = children
        .skip_while(|child| !std::ptr::eq(*child, unit))
        .skip(1);
    behind.take_while(is_entry).collect()
}

/// The ways that sentences on applying name.
fn told(general: &[&Unit], lexicon: &Lexicon) -> Vec<Channel> {
    let applies = |unit: &&&Unit| lexicon.says("applies-signal", unit.words.text());
    let told = general.iter().filter(applies);
    let sentences = told.flat_map(|unit| sentences(&unit.words));
    let own = sentences.filter(|sentence| !lexicon.says("applies-of-other", sentence.text()));
    own.flat_map(|sentence| {
        let text = sentence.text();
        let takes = |kind| lexicon.says(kind, text);
        let own = (takes("own-place") || takes("applies-also")).then_some(Channel::Office);
        named(text, lexicon).into_iter().chain(own)
    })
    .collect()
}
