//! The page of a service.

use serde::Serialize;

use super::absence::Absence;
use super::cards;
use super::corrections::{self, CorrectionView};
use super::facts::{Facts, Value};
use super::messages::Messages;
use super::outline::{self, Block};
use super::papers;
use super::references;
use super::sections::{self, Section};
use super::share::{Message, Share};
use super::status::{Banner, StatusTag};
use super::words::Words;
use crate::catalogue::model::{Channel, Service, Text};
use crate::error::Error;
use crate::outline::model::{Role, Unit};
use crate::site::address;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// Longer annexes, such as tables of hundreds of offices, would make the page slow on
/// an old phone. Chosen by hand.
const LONGEST_ANNEX: usize = 4_000;

/// The page of a service as one act describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ServiceView {
    /// The name of the topic, else the act's own title.
    pub(crate) heading: Words,
    /// The act's own title, where the heading is another.
    pub(crate) own_title: Option<Words>,
    /// What people set right in the title.
    pub(crate) corrections: Vec<CorrectionView>,
    pub(crate) region: String,
    pub(crate) region_href: String,
    pub(crate) href: String,
    pub(crate) act: String,
    pub(crate) act_href: String,
    pub(crate) issuer: Words,
    pub(crate) status: StatusTag,
    pub(crate) banner: Option<Banner>,
    pub(crate) summary: Vec<Summary>,
    pub(crate) sections: Vec<Section>,
    /// Questions whose answers only the text gives.
    pub(crate) unread: Vec<Section>,
    pub(crate) text: Option<OwnText>,
    pub(crate) editions_href: String,
    /// How many other acts describe the same topic.
    pub(crate) other_editions: Option<String>,
    pub(crate) share: Option<Share>,
    /// The list of papers as a message; `None` where the act has no list.
    pub(crate) papers_message: Option<Message>,
}

/// A line of "in short".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Summary {
    pub(crate) label: String,
    /// The section that says more.
    pub(crate) anchor: &'static str,
    pub(crate) values: Vec<Value>,
    pub(crate) absence: Option<Absence>,
}

/// The text of the service in its act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct OwnText {
    /// The language, where it is not that of the page.
    pub(crate) lang: Option<&'static str>,
    pub(crate) href: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) annexes: Vec<AnnexView>,
}

/// An annex, folded away until it is wanted; a long one is only linked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct AnnexView {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) blocks: Vec<Block>,
}

impl ServiceView {
    pub(crate) fn new(
        service: &Service,
        register: &Register<'_>,
        base_url: &str,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let page = phrases.language;
        let act = register.act_of(service);
        let path = address::service_path(page, service);
        let facts = Facts { register, phrases };
        let title = cards::service_title(service, act, phrases)?;
        let topic = service.topic.as_deref().and_then(|id| phrases.topic(id));
        let (heading, own_title) = match topic {
            Some(topic) => (Words::own(topic), Some(title)),
            None => (title, None),
        };
        let segment = address::service_segment(service);
        let others = register.editions(segment).len() - 1;
        let (unread, sections): (Vec<_>, Vec<_>) = sections::sections_of(service, facts)?
            .into_iter()
            .partition(|section| {
                section.absence == Some(Absence::Unread) && section.corrections.is_empty()
            });
        let summary = summary_of(service, facts)?;
        let banner = Banner::of_service(service, register, phrases)?;
        let region = phrases.region(&act.region)?;
        let messages = Messages {
            region: &region,
            act: phrases.act(act)?,
            banner: banner.as_ref(),
        };
        let share = Share::new(&path, base_url, &heading, &messages.facts(&summary))?;
        let papers_message = share
            .as_ref()
            .and_then(|share| messages.papers(&heading, &sections, &share.url));
        Ok(Self {
            heading,
            own_title,
            corrections: corrections::of_service(service, &["titles", "kind"], facts)?,
            region,
            region_href: address::place_path(page, &act.region),
            href: path,
            act: phrases.act(act)?,
            act_href: address::act_path(page, &act.id),
            issuer: Words::issuer(act, page),
            status: StatusTag::new(act.status, phrases)?,
            banner,
            summary,
            sections,
            unread,
            text: OwnText::of(service, register, phrases),
            share,
            papers_message,
            editions_href: address::topic_path(page, segment),
            other_editions: match others {
                0 => None,
                others => Some(phrases.count("other-editions", others)?),
            },
        })
    }
}

fn summary_of(service: &Service, facts: Facts<'_>) -> Result<Vec<Summary>, Error> {
    let one = |text: &Option<_>| facts.quotes(text.as_slice());
    let fees = service.fee.iter();
    let fees = fees.flat_map(|fee| std::iter::once(fee).chain(&fee.disputed));
    let fee = fees.map(|fee| {
        let plain = facts.phrases.fee(fee.kind, fee.amount)?;
        facts.short(plain, &fee.words)
    });
    let hours = service.hours.iter();
    let hours = hours.flat_map(|hours| std::iter::once(hours).chain(&hours.disputed));
    let hours = hours.map(|hours| {
        let mut value = facts.short_hours(hours)?;
        // Where the act gives hours for each way to apply, these are the provider's.
        if !service.hours_by_channel.is_empty() {
            value.label = Some(facts.phrases.channel(Channel::Office)?);
        }
        // Its doors say nothing to those who apply elsewhere.
        let applies_there =
            service.channels.is_empty() || service.channels.contains(&Channel::Office);
        value.opening = value.opening.filter(|_| applies_there);
        Ok(value)
    });
    let by_office = facts.hours_of_offices(service).transpose();
    let documents = match service.documents.len() {
        0 => referred(service.documents_reference.as_slice(), facts)?,
        _ => papers::counted(service, facts)?,
    };
    let entries = [
        ("provider", "where", one(&service.provider)?),
        (
            "hours",
            "hours",
            hours.chain(by_office).collect::<Result<_, _>>()?,
        ),
        ("documents", "documents", documents),
        ("time_limits", "time", facts.main_time_limits(service)?),
        ("fee", "fee", fee.collect::<Result<_, Error>>()?),
        ("result", "result", one(&service.result)?),
        ("form", "result", one(&service.form)?),
    ];
    let mut lines = entries
        .into_iter()
        .map(|(fact, anchor, values)| summary(service, fact, anchor, values, facts))
        .collect::<Result<Vec<_>, _>>()?;
    lines.retain(|line| line.absence != Some(Absence::Unread));
    // A step is no limit: where the act sets none, that stays said.
    for line in lines.iter_mut().filter(|line| line.anchor == "time") {
        line.values.extend(facts.longest_step(service)?);
    }
    Ok(lines)
}

fn summary(
    service: &Service,
    fact: &str,
    anchor: &'static str,
    mut values: Vec<Value>,
    facts: Facts<'_>,
) -> Result<Summary, Error> {
    if values.is_empty()
        && let Some(reference) = service.references.get(fact)
    {
        values.extend(referred(std::slice::from_ref(reference), facts)?);
    }
    let absence = match values.is_empty() {
        true => Some(Absence::of(fact, facts.register, facts.phrases)?),
        false => None,
    };
    let key = format!("fact-{}", fact.replace('_', "-"));
    Ok(Summary {
        label: facts.phrases.text(&key)?,
        anchor,
        values,
        absence,
    })
}

/// The act's words that send the reader to another document; alone, they would look like
/// the answer.
fn referred(told: &[Text], facts: Facts<'_>) -> Result<Vec<Value>, Error> {
    let quotes = told.iter().map(|one| references::quote(one, facts));
    quotes
        .map(|value| {
            let mut value = value?;
            value.plain = Some(facts.phrases.text("reference-short")?);
            Ok(value)
        })
        .collect()
}

/// The number of bytes of a unit with everything under it.
fn length_of(unit: &Unit) -> usize {
    unit.walk().map(|unit| unit.words.text().len()).sum()
}

impl OwnText {
    fn of(service: &Service, register: &Register<'_>, phrases: Phrases<'_>) -> Option<Self> {
        let page = phrases.language;
        let (text, unit) = register.service_shown(service, page)?;
        let act = address::act_path(page, &service.act);
        let is_annex = |child: &&Unit| child.role == Role::Annex;
        let annexes = unit.children.iter().filter(is_annex).map(|annex| {
            let label = outline::flatten([annex], 3).first().map(Block::label);
            let blocks = match length_of(annex) > LONGEST_ANNEX {
                true => Vec::new(),
                false => outline::flatten(&annex.children, 3),
            };
            AnnexView {
                label: label.unwrap_or_default(),
                href: format!("{act}#{}", annex.anchor),
                blocks,
            }
        });
        Some(Self {
            lang: (text.language != page).then_some(text.language.code()),
            href: format!("{act}#{}", unit.anchor),
            blocks: outline::flatten(unit.children.iter().filter(|child| !is_annex(child)), 3),
            annexes: annexes.collect(),
        })
    }
}
