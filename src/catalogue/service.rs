//! One service out of the texts of its act: the first language leads, the other
//! one stands beside it item by item.

use super::languages::{InText, Languages, Versions, join_words};
use super::model::{
    Application, Channel, ChannelHours, ChannelWords, Document, Fee, Hours, LegalBasis, LocalText,
    Recipient, References, Service, Standard, Step, Text, TimeLimit,
};
use super::words::Words;
use crate::content::Content;
use crate::diagnostic::Warned;
use crate::facts::{
    ApplicationFound, DocumentFound, Found, HoursFound, LawFound, RecipientFound, ServiceFacts,
    StepFound, TimeLimitFound,
};

/// Joins what the texts say. `pair` holds at least one text, the leading one
/// first; id and topic are left to the caller.
#[must_use]
pub fn join_service(act: &str, pair: &[InText<'_>], content: &Content) -> Warned<Service> {
    let (lead_words, lead) = &pair[0];
    let mut titles = LocalText::default();
    for (words, facts) in pair {
        titles.set(words.text(&facts.title));
    }
    let texts = Languages::new(pair);
    let output = Service {
        id: String::new(),
        act: act.to_owned(),
        ordinal: lead.ordinal,
        topic: None,
        kind: lead.kind,
        titles,
        provider: join_one(&texts, "provider", |facts| facts.provider.as_ref()),
        form: join_one(&texts, "form", |facts| facts.form.as_ref()),
        result: join_one(&texts, "result", |facts| facts.result.as_ref()),
        fee: join_fee(&texts),
        time_limits: join_time_limits(&texts),
        hours: join_hours(&texts),
        hours_by_channel: join_hours_by_channel(&texts, pair),
        documents: join_documents(&texts, content),
        recipients: join_recipients(&texts),
        refusal_grounds: join_many(&texts, "refusal grounds", |facts| &facts.refusal_grounds),
        appeal: join_many(&texts, "appeal", |facts| &facts.appeal),
        application_process: join_application(&texts),
        documents_reference: join_one(&texts, "reference for papers", |facts| {
            facts.documents_reference.as_ref()
        }),
        references: join_references(&texts, pair),
        legal_basis: join_legal_basis(&texts),
        channels: join_channels(pair),
        channel_words: join_channel_words(&texts, pair),
        other_channels: join_many(&texts, "other channels", |facts| &facts.other_channels),
        steps: join_steps(&texts),
        standard: join_standard(&texts),
        offices: Vec::new(),
        source: lead_words.source_of_unit(&lead.whole),
    };
    Warned {
        output,
        diagnostics: texts.into_diagnostics(),
    }
}

fn join_one<'a>(
    texts: &Languages<'a>,
    fact: &str,
    value: fn(&'a ServiceFacts) -> Option<&'a Found>,
) -> Option<Text> {
    let versions = texts.one(fact, value, |found| found)?;
    join_words(&versions, |found| found)
}

fn join_many<'a>(
    texts: &Languages<'a>,
    fact: &str,
    values: fn(&'a ServiceFacts) -> &'a [Found],
) -> Vec<Text> {
    let items = texts.many(fact, values, |found| found);
    items
        .iter()
        .filter_map(|versions| join_words(versions, |found| found))
        .collect()
}

fn join_fee(texts: &Languages<'_>) -> Option<Fee> {
    let versions = texts.one("fee", |facts| facts.fee.as_ref(), |(_, words)| words)?;
    let (fee, disputed) = texts.settle(
        "fee",
        &versions,
        |(_, words)| words,
        |(one, _), (other, _)| one != other,
        |words, (kind, _)| Fee {
            words,
            kind: *kind,
            amount: None,
            disputed: Vec::new(),
        },
    )?;
    Some(Fee { disputed, ..fee })
}

fn join_time_limits(texts: &Languages<'_>) -> Vec<TimeLimit> {
    let words = words_of::<TimeLimitFound>;
    let items = texts.many("time limits", |facts| &facts.time_limits, words);
    let typed = |limit: &TimeLimitFound| (limit.what, limit.duration, limit.channel);
    items
        .iter()
        .filter_map(|versions| {
            let (limit, disputed) = texts.settle(
                "time limit",
                versions,
                words,
                |one, other| typed(one) != typed(other),
                |words, limit| TimeLimit {
                    words,
                    what: limit.what,
                    amount: limit.duration.amount,
                    unit: limit.duration.unit,
                    channel: limit.channel,
                    condition: None,
                    is_contradictory: limit.is_contradictory,
                    disputed: Vec::new(),
                },
            )?;
            Some(TimeLimit {
                condition: join_optional(versions, |limit| limit.condition.as_ref()),
                disputed,
                ..limit
            })
        })
        .collect()
}

fn join_hours(texts: &Languages<'_>) -> Option<Hours> {
    let words = words_of::<HoursFound>;
    let versions = texts.one("hours", |facts| facts.hours.as_ref(), words)?;
    let typed = |hours: &HoursFound| (hours.osm(), hours.pause.clone());
    let (hours, disputed) = texts.settle(
        "hours",
        &versions,
        words,
        |one, other| typed(one) != typed(other),
        typed_hours,
    )?;
    Some(Hours { disputed, ..hours })
}

/// Hours of the act as the catalogue publishes them.
#[must_use]
pub fn typed_hours(words: Text, found: &HoursFound) -> Hours {
    let [open, close] = match found.open.clone() {
        Some(times) => times.map(Some),
        None => [None, None],
    };
    Hours {
        words,
        days: found.days.clone(),
        open,
        close,
        pause: found.pause.clone(),
        osm: Some(found.osm()),
        disputed: Vec::new(),
    }
}

/// Hours of the same channel pair with each other, in whatever order the texts name
/// the channels.
fn join_hours_by_channel<'a>(texts: &Languages<'a>, pair: &'a [InText<'_>]) -> Vec<ChannelHours> {
    let mut channels: Vec<Channel> = Vec::new();
    for (channel, _) in pair.iter().flat_map(|(_, facts)| &facts.hours_by_channel) {
        if !channels.contains(channel) {
            channels.push(*channel);
        }
    }
    let words = words_of::<HoursFound>;
    let typed = |hours: &HoursFound| (hours.osm(), hours.pause.clone());
    channels
        .into_iter()
        .filter_map(|channel| {
            let of_channel = |facts: &'a ServiceFacts| {
                let mut hours = facts.hours_by_channel.iter();
                hours.find_map(|(one, hours)| (*one == channel).then_some(hours))
            };
            let versions = texts.one("hours of a channel", of_channel, words)?;
            let (hours, disputed) = texts.settle(
                "hours of a channel",
                &versions,
                words,
                |one, other| typed(one) != typed(other),
                typed_hours,
            )?;
            Some(ChannelHours {
                hours: Hours { disputed, ..hours },
                channel,
            })
        })
        .collect()
}

fn join_documents(texts: &Languages<'_>, content: &Content) -> Vec<Document> {
    let words = words_of::<DocumentFound>;
    let items = texts.many("papers", |facts| &facts.documents, words);
    items
        .iter()
        .filter_map(|versions| {
            Some(Document {
                words: join_words(versions, words)?,
                kinds: kinds_of(versions, content),
                group: join_optional(versions, |document| document.group.as_ref()),
                items: Vec::new(),
            })
        })
        .collect()
}

/// The kinds of papers that the first text names which names any.
fn kinds_of(versions: &Versions<'_, &DocumentFound>, content: &Content) -> Vec<String> {
    let kinds = versions.iter().map(|(text, document)| {
        let words = document.words.words.text();
        content.papers.kinds_of(words, text.language)
    });
    let mut named = kinds.filter(|kinds| !kinds.is_empty());
    let named = named.next().unwrap_or_default();
    named.into_iter().map(str::to_owned).collect()
}

fn join_recipients(texts: &Languages<'_>) -> Vec<Recipient> {
    let words = words_of::<RecipientFound>;
    let items = texts.many("recipients", |facts| &facts.recipients, words);
    items
        .iter()
        .filter_map(|versions| {
            Some(Recipient {
                words: join_words(versions, words)?,
                group: join_optional(versions, |recipient| recipient.group.as_ref()),
            })
        })
        .collect()
}

/// Words that not every item has, in every text that has them: the sentence over a
/// group, the case that a limit holds for.
fn join_optional<'a, T>(
    versions: &Versions<'a, &'a T>,
    group: fn(&'a T) -> Option<&'a Found>,
) -> Option<Text> {
    let groups: Versions<'_, &Found> = versions
        .iter()
        .filter_map(|(text, entry)| Some((*text, group(entry)?)))
        .collect();
    join_words(&groups, |group| group)
}

/// What each text leaves to another act, by the name of the fact.
fn join_references<'a>(texts: &Languages<'a>, pair: &'a [InText<'_>]) -> References {
    let names = pair.iter().flat_map(|(_, facts)| facts.references.keys());
    names
        .filter_map(|fact| {
            let name = format!("reference for {fact}");
            let versions = texts.one(&name, |facts| facts.references.get(fact), |found| found)?;
            Some((fact.clone(), join_words(&versions, |found| found)?))
        })
        .collect()
}

/// The ways to apply of all texts, in the order of the leading one.
fn join_channels(pair: &[InText<'_>]) -> Vec<Channel> {
    let mut channels = Vec::new();
    for found in pair.iter().flat_map(|(_, facts)| &facts.channels) {
        if !channels.contains(&found.channel) {
            channels.push(found.channel);
        }
    }
    channels
}

/// What the texts say of the ways to apply.
fn join_channel_words<'a>(texts: &Languages<'a>, pair: &'a [InText<'_>]) -> Vec<ChannelWords> {
    join_channels(pair)
        .into_iter()
        .filter_map(|channel| {
            let of_channel = |facts: &'a ServiceFacts| {
                let mut found = facts.channels.iter();
                let found = found.find(|found| found.channel == channel)?;
                found.words.as_ref()
            };
            let versions = texts.one("words on a way to apply", of_channel, |found| found)?;
            let words = join_words(&versions, |found| found)?;
            Some(ChannelWords { words, channel })
        })
        .collect()
}

fn join_application(texts: &Languages<'_>) -> Vec<Application> {
    let words = words_of::<ApplicationFound>;
    let items = texts.many("application", |facts| &facts.application_process, words);
    items
        .iter()
        .filter_map(|versions| {
            Some(Application {
                stage: versions.first()?.1.stage,
                words: join_words(versions, words)?,
            })
        })
        .collect()
}

fn join_steps(texts: &Languages<'_>) -> Vec<Step> {
    let words = words_of::<StepFound>;
    let items = texts.many("steps", |facts| &facts.steps, words);
    items
        .iter()
        .filter_map(|versions| {
            let (step, disputed) = texts.settle(
                "duration of a step",
                versions,
                words,
                |one, other| one.durations != other.durations,
                |words, step| Step {
                    words,
                    actor: step.actor.clone(),
                    actor_translated: None,
                    duration: step.durations.first().copied(),
                    further_durations: step.durations.iter().skip(1).copied().collect(),
                    group: None,
                    route: step.route.to_owned(),
                    disputed: Vec::new(),
                },
            )?;
            let translated = versions.get(1).map(|(_, step)| step.actor.clone());
            Some(Step {
                actor_translated: translated.filter(|actor| !actor.is_empty()),
                group: join_optional(versions, |step| step.group.as_ref()),
                disputed,
                ..step
            })
        })
        .collect()
}

fn join_legal_basis(texts: &Languages<'_>) -> Vec<LegalBasis> {
    let words = words_of::<LawFound>;
    let items = texts.many("legal basis", |facts| &facts.legal_basis, words);
    items
        .iter()
        .filter_map(|versions| {
            let mut laws = versions.iter().map(|(text, law)| legal_basis(text, law));
            let mut lead = laws.next()?;
            lead.translations = laws.collect();
            Some(lead)
        })
        .collect()
}

fn legal_basis(words: &Words<'_>, law: &LawFound) -> LegalBasis {
    LegalBasis {
        title: law.title.clone(),
        on: law.on.map(|date| date.to_string()),
        number: law.number.clone(),
        source: words.source(&law.words),
        translations: Vec::new(),
    }
}

fn join_standard(texts: &Languages<'_>) -> Option<Standard> {
    let versions = texts.one("standard", |facts| facts.standard.as_ref(), words_of)?;
    let mut standards = versions.iter().map(|(text, law)| standard(text, law));
    let mut lead = standards.next()?;
    lead.translations = standards.collect();
    Some(lead)
}

fn standard(words: &Words<'_>, law: &LawFound) -> Standard {
    Standard {
        title: law.title.clone(),
        on: law.on.map(|date| date.to_string()),
        number: law.number.clone(),
        source: words.source(&law.words),
        translations: Vec::new(),
    }
}

/// A fact with the words that say it.
trait Said {
    fn words(&self) -> &Found;
}

fn words_of<T: Said>(fact: &T) -> &Found {
    fact.words()
}

impl Said for TimeLimitFound {
    fn words(&self) -> &Found {
        &self.words
    }
}

impl Said for RecipientFound {
    fn words(&self) -> &Found {
        &self.words
    }
}

impl Said for HoursFound {
    fn words(&self) -> &Found {
        &self.words
    }
}

impl Said for DocumentFound {
    fn words(&self) -> &Found {
        &self.words
    }
}

impl Said for ApplicationFound {
    fn words(&self) -> &Found {
        &self.words
    }
}

impl Said for StepFound {
    fn words(&self) -> &Found {
        &self.words
    }
}

impl Said for LawFound {
    fn words(&self) -> &Found {
        &self.words
    }
}
