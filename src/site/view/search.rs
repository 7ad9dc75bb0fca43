//! The search page: a form, and the answer when something was asked.

use serde::Serialize;

use super::search_links::{self, Filter, SearchLink};
use super::status::StatusTag;
use super::words::Words;
use crate::error::Error;
use crate::search::answer::{Answer, Hit};
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
    /// The query as it was typed, where something else was searched.
    pub(crate) typed: Option<SearchLink>,
    pub(crate) filters: Vec<Filter>,
    /// Addresses of the hits before and after.
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
    /// Ways on, where nothing was found.
    pub(crate) ways: Vec<SearchLink>,
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
        let first = answer.request.offset == 0;
        let shown = match first && answer.hits.len() < answer.total {
            true => Some(phrases.count("search-shown", answer.hits.len())?),
            false => None,
        };
        let [before, after] = search_links::pages(answer, phrases);
        let ways = match answer.total {
            0 => search_links::ways_on(phrases)?,
            _ => Vec::new(),
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
            typed: search_links::as_typed(answer, phrases),
            filters: search_links::filters(answer, phrases)?,
            before,
            after,
            ways,
        })
    }
}

impl HitView {
    fn new(hit: &Hit, phrases: Phrases<'_>) -> Result<Self, Error> {
        let title = Words::new(&hit.title, hit.language, phrases.language);
        let topic = hit.topic.as_deref().and_then(|id| phrases.topic(id));
        Ok(Self {
            href: hit.url.clone(),
            kind: search_links::kind_name(hit.kind, phrases)?,
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
