//! The search page: a form, and the answer when something was asked.

use serde::Serialize;

use super::status::StatusTag;
use super::words::Words;
use crate::error::Error;
use crate::search::answer::{Answer, Hit, HitKind};
use crate::site::phrases::Phrases;

/// The search page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct SearchView {
    pub(crate) query: String,
    /// None before anything was asked.
    pub(crate) found: Option<Found>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Found {
    pub(crate) total: String,
    /// The words searched, when they differ from the query.
    pub(crate) corrected: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) hits: Vec<HitView>,
    /// How many of all hits are shown, where these are not all.
    pub(crate) shown: Option<String>,
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct HitView {
    pub(crate) href: String,
    pub(crate) kind: String,
    pub(crate) title: Words,
    pub(crate) topic: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) year: Option<String>,
    pub(crate) status: Option<StatusTag>,
    /// HTML with `<mark>` as its only element, as the search made it.
    pub(crate) snippet: String,
}

impl SearchView {
    pub(crate) fn new(answer: Option<&Answer>, phrases: Phrases<'_>) -> Result<Self, Error> {
        Ok(Self {
            query: answer.map_or_else(String::new, |answer| answer.query.clone()),
            found: answer
                .map(|answer| Found::new(answer, phrases))
                .transpose()?,
        })
    }
}

impl Found {
    fn new(answer: &Answer, phrases: Phrases<'_>) -> Result<Self, Error> {
        let place = answer.understood.place.as_deref();
        let shown = match answer.hits.len() < answer.total {
            true => Some(phrases.count("search-shown", answer.hits.len())?),
            false => None,
        };
        Ok(Self {
            total: phrases.count("search-total", answer.total)?,
            corrected: answer.understood.corrected.clone(),
            place: place.map(|place| phrases.region(place)).transpose()?,
            hits: answer
                .hits
                .iter()
                .map(|hit| HitView::new(hit, phrases))
                .collect::<Result<_, _>>()?,
            shown,
        })
    }
}

impl HitView {
    fn new(hit: &Hit, phrases: Phrases<'_>) -> Result<Self, Error> {
        let title = Words::new(&hit.title, hit.language, phrases.language);
        let topic = hit.topic.as_deref().and_then(|id| phrases.topic(id));
        Ok(Self {
            href: hit.url.clone(),
            kind: phrases.text(match hit.kind {
                HitKind::Service => "kind-service",
                HitKind::Office => "kind-office",
                HitKind::Topic => "kind-topic",
                HitKind::Act => "kind-act",
            })?,
            topic: topic.filter(|_| title.lang.is_some()).map(str::to_owned),
            title,
            region: hit
                .region
                .as_deref()
                .map(|region| phrases.region(region))
                .transpose()?,
            year: hit.year.map(|year| year.to_string()),
            status: hit
                .status
                .map(|status| StatusTag::new(status, phrases))
                .transpose()?,
            snippet: hit.snippet.clone(),
        })
    }
}
