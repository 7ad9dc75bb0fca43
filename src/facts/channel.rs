//! Ways to apply.

use super::body::body;
use super::{Found, statement};
use crate::catalogue::model::Channel;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// One way to apply, as the act names it.
struct Way<'a> {
    unit: &'a Unit,
    words: Passage,
}

/// The channels that the act names, without repetition.
///
/// The sentence on taking in applications lists them. An act without one has them
/// where it tells applicants to whom they apply; where it names a provider and
/// says no more, they apply to the provider.
pub fn find_channels(service: &Unit, lexicon: &Lexicon) -> Vec<Channel> {
    let ways = find_ways(service, lexicon);
    let mut channels: Vec<Channel> = if ways.is_empty() {
        let told = body(service).into_iter().flat_map(|unit| {
            let told = lexicon.find_all("applies-to", unit.words.text());
            told.into_iter().filter_map(|found| channel(found.value?))
        });
        let provider = statement::find_provider(service, lexicon);
        told.chain(provider.map(|_| Channel::Office)).collect()
    } else {
        let ways = ways.iter().filter(|way| !is_other(way, lexicon));
        ways.flat_map(|way| named(way.words.text(), lexicon))
            .collect()
    };
    channels.sort_unstable();
    channels.dedup();
    channels
}

/// Ways to apply outside the closed set, such as the akim of a village.
pub fn find_other_channels(service: &Unit, lexicon: &Lexicon) -> Vec<Found> {
    let ways = find_ways(service, lexicon);
    let others = ways.into_iter().filter(|way| is_other(way, lexicon));
    others
        .filter_map(|way| {
            let end = lexicon
                .find("way-end", way.words.text())
                .map_or(way.words.text().len(), |found| found.range.start);
            let words = statement::trimmed(&way.words.slice(0..end));
            (!words.is_empty()).then(|| Found::new(words, way.unit))
        })
        .collect()
}

/// What the sentence on taking in applications lists: the rest of the sentence,
/// or the items that follow it.
fn find_ways<'a>(service: &'a Unit, lexicon: &Lexicon) -> Vec<Way<'a>> {
    let units = body(service);
    let intake = units.iter().enumerate().find_map(|(at, unit)| {
        let found = lexicon.find("intake", unit.words.text())?;
        Some((at, *unit, found.range.end))
    });
    let Some((at, unit, end)) = intake else {
        return Vec::new();
    };
    let rest = statement::trimmed(&unit.words.slice(end..unit.words.text().len()));
    let inline = (!rest.is_empty()).then_some(Way { unit, words: rest });
    let items = units[at + 1..]
        .iter()
        .take_while(|unit| unit.role == Role::Item)
        .map(|unit| Way {
            unit,
            words: unit.words.trim(),
        });
    inline.into_iter().chain(items).collect()
}

fn is_other(way: &Way<'_>, lexicon: &Lexicon) -> bool {
    lexicon.says("other-channel", way.words.text())
}

fn named(text: &str, lexicon: &Lexicon) -> Vec<Channel> {
    let found = lexicon.find_all("channel", text);
    found
        .into_iter()
        .filter_map(|found| channel(found.value?))
        .collect()
}

fn channel(value: &str) -> Option<Channel> {
    match value {
        "office" => Some(Channel::Office),
        "portal" => Some(Channel::Portal),
        "service_centre" => Some(Channel::ServiceCentre),
        _ => None,
    }
}
