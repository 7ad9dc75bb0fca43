//! One service out of the texts of its act: the first language leads, the other
//! one stands beside it item by item.

use super::model::{
    Document, Fee, Hours, LegalBasis, LocalText, Service, Standard, Step, Text, TimeLimit,
};
use super::words::Words;
use crate::content::Content;
use crate::facts::{Found, HoursFound, LawFound, ServiceFacts};

/// What one text says of the service, with the maker of its texts.
pub type InText<'a> = (Words<'a>, &'a ServiceFacts);

/// Joins what the texts say. `pair` holds at least one text, the leading one
/// first; id and topic are left to the caller.
#[must_use]
pub fn join_service(act: &str, pair: &[InText<'_>], content: &Content) -> Service {
    let (lead_words, lead) = &pair[0];
    let mut titles = LocalText::default();
    for (words, facts) in pair {
        titles.set(words.text(&facts.title));
    }
    let one = |value: fn(&ServiceFacts) -> Option<&Found>| join_one(pair, value);
    let many = |values: fn(&ServiceFacts) -> Vec<&Found>| join_many(pair, values);
    Service {
        id: String::new(),
        act: act.to_owned(),
        ordinal: lead.ordinal,
        topic: None,
        kind: lead.kind,
        titles,
        provider: one(|facts| facts.provider.as_ref()),
        form: one(|facts| facts.form.as_ref()),
        result: one(|facts| facts.result.as_ref()),
        fee: fee(pair),
        time_limits: time_limits(pair),
        hours: hours(pair),
        hours_by_channel: Vec::new(),
        documents: documents(pair, content),
        recipients: many(|facts| facts.recipients.iter().collect()),
        refusal_grounds: many(|facts| facts.refusal_grounds.iter().collect()),
        appeal: many(|facts| facts.appeal.iter().collect()),
        documents_reference: one(|facts| facts.documents_reference.as_ref()),
        references: references(lead_words, lead),
        legal_basis: lead
            .legal_basis
            .iter()
            .map(|law| legal_basis(lead_words, law))
            .collect(),
        channels: lead.channels.clone(),
        other_channels: many(|facts| facts.other_channels.iter().collect()),
        steps: steps(pair),
        standard: lead.standard.as_ref().map(|law| standard(lead_words, law)),
        offices: Vec::new(),
        source: lead_words.source_of_unit(&lead.whole),
    }
}

/// A value that each text says once.
fn join_one(pair: &[InText<'_>], value: fn(&ServiceFacts) -> Option<&Found>) -> Option<Text> {
    let texts = pair
        .iter()
        .filter_map(|(words, facts)| Some(words.text(value(facts)?)));
    join_languages(texts.collect())
}

/// Values that each text lists: items pair by their order, and an item without a
/// counterpart stays an entry of its own.
fn join_many(pair: &[InText<'_>], values: fn(&ServiceFacts) -> Vec<&Found>) -> Vec<Text> {
    let lists: Vec<(&Words<'_>, Vec<&Found>)> = pair
        .iter()
        .map(|(words, facts)| (words, values(facts)))
        .collect();
    let longest = lists.iter().map(|(_, found)| found.len()).max();
    (0..longest.unwrap_or(0))
        .filter_map(|at| {
            let texts = lists
                .iter()
                .filter_map(|(words, found)| found.get(at).map(|found| words.text(found)));
            join_languages(texts.collect())
        })
        .collect()
}

/// One text that carries the same item in the other language.
fn join_languages(mut texts: Vec<Text>) -> Option<Text> {
    if texts.is_empty() {
        return None;
    }
    let mut lead = texts.remove(0);
    lead.translations = texts;
    Some(lead)
}

fn fee(pair: &[InText<'_>]) -> Option<Fee> {
    let words = join_one(pair, |facts| facts.fee.as_ref().map(|(_, found)| found))?;
    let kind = pair
        .iter()
        .find_map(|(_, facts)| facts.fee.as_ref().map(|(kind, _)| *kind))?;
    Some(Fee {
        words,
        kind,
        amount: None,
    })
}

fn time_limits(pair: &[InText<'_>]) -> Vec<TimeLimit> {
    let texts = join_many(pair, |facts| {
        facts.time_limits.iter().map(|limit| &limit.words).collect()
    });
    let longest = pair
        .iter()
        .map(|(_, facts)| &facts.time_limits)
        .max_by_key(|limits| limits.len());
    texts
        .into_iter()
        .zip(longest.into_iter().flatten())
        .map(|(words, limit)| TimeLimit {
            words,
            what: limit.what,
            amount: limit.duration.amount,
            unit: limit.duration.unit,
            channel: limit.channel,
        })
        .collect()
}

fn hours(pair: &[InText<'_>]) -> Option<Hours> {
    let words = join_one(pair, |facts| facts.hours.as_ref().map(|hours| &hours.words))?;
    let found = pair.iter().find_map(|(_, facts)| facts.hours.as_ref())?;
    Some(typed_hours(words, found))
}

/// Hours of the act as the catalogue publishes them.
#[must_use]
pub fn typed_hours(words: Text, found: &HoursFound) -> Hours {
    let [open, close] = found.open.clone();
    Hours {
        words,
        days: found.days.clone(),
        open: Some(open),
        close: Some(close),
        pause: found.pause.clone(),
        osm: Some(found.osm()),
    }
}

fn documents(pair: &[InText<'_>], content: &Content) -> Vec<Document> {
    let texts = join_many(pair, |facts| {
        facts
            .documents
            .iter()
            .map(|document| &document.words)
            .collect()
    });
    let groups: Vec<Option<Text>> = pair
        .iter()
        .max_by_key(|(_, facts)| facts.documents.len())
        .map(|(words, facts)| {
            let groups = facts
                .documents
                .iter()
                .map(|document| document.group.as_ref());
            groups
                .map(|group| group.map(|found| words.text(found)))
                .collect()
        })
        .unwrap_or_default();
    texts
        .into_iter()
        .zip(groups)
        .map(|(words, group)| Document {
            kinds: content
                .papers
                .kinds_of(&words.text, words.language)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            words,
            group,
            items: Vec::new(),
        })
        .collect()
}

fn references(words: &Words<'_>, facts: &ServiceFacts) -> super::model::References {
    let references = facts.references.iter();
    references
        .map(|(fact, found)| (fact.clone(), words.text(found)))
        .collect()
}

fn steps(pair: &[InText<'_>]) -> Vec<Step> {
    let texts = join_many(pair, |facts| {
        facts.steps.iter().map(|step| &step.words).collect()
    });
    let longest = pair
        .iter()
        .map(|(_, facts)| &facts.steps)
        .max_by_key(|steps| steps.len());
    texts
        .into_iter()
        .zip(longest.into_iter().flatten())
        .map(|(words, step)| Step {
            words,
            actor: step.actor.clone(),
            duration: step.duration,
            route: step.route.to_owned(),
        })
        .collect()
}

fn legal_basis(words: &Words<'_>, law: &LawFound) -> LegalBasis {
    LegalBasis {
        title: law.title.clone(),
        on: law.on.map(|date| date.to_string()),
        number: law.number.clone(),
        source: words.source(&law.words),
    }
}

fn standard(words: &Words<'_>, law: &LawFound) -> Standard {
    Standard {
        title: law.title.clone(),
        on: law.on.map(|date| date.to_string()),
        number: law.number.clone(),
        source: words.source(&law.words),
    }
}
