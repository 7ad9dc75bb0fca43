//! Metrics: how much is asked and how fast it is answered, as text for Prometheus.
//!
//! Counts only. What people ask is never kept.

use std::time::Duration;

use axum::extract::State as Extract;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use super::State;
use crate::language::Language;
use crate::search::answer::Answer;

/// The form of the text.
const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Seconds that answers are sorted by.
const BUCKETS: [f64; 10] = [
    0.000_1, 0.000_25, 0.000_5, 0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.1,
];

type Labels = [(&'static str, &'static str); 1];

/// What is counted.
pub struct Metrics {
    registry: Registry,
    queries: Family<Labels, Counter>,
    unanswered: Family<Labels, Counter>,
    seconds: Family<Labels, Histogram, fn() -> Histogram>,
}

/// What was asked.
#[derive(Clone, Copy, Debug)]
pub enum Endpoint {
    /// `/api/v1/search`.
    Search,
    /// `/api/v1/suggest`.
    Suggest,
    /// The search page.
    Page,
}

impl Endpoint {
    const ALL: [Self; 3] = [Self::Search, Self::Suggest, Self::Page];

    const fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Suggest => "suggest",
            Self::Page => "page",
        }
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let queries = Family::<Labels, Counter>::default();
        let unanswered = Family::<Labels, Counter>::default();
        let new: fn() -> Histogram = || Histogram::new(BUCKETS);
        let seconds = Family::<Labels, Histogram, fn() -> Histogram>::new_with_constructor(new);
        // A series that begins with the first question would hide that question.
        for language in LANGUAGES {
            drop(queries.get_or_create(&[("language", language)]));
            drop(unanswered.get_or_create(&[("language", language)]));
        }
        for endpoint in Endpoint::ALL {
            drop(seconds.get_or_create(&[("endpoint", endpoint.name())]));
        }
        let mut registry = Registry::with_prefix("qyzmet");
        registry.register(
            "queries",
            "Questions asked, by the language they were understood in",
            queries.clone(),
        );
        registry.register(
            "queries_without_hits",
            "Questions that nothing answered, by the language they were understood in",
            unanswered.clone(),
        );
        registry.register_with_unit(
            "answer",
            "Time from a question to its answer",
            Unit::Seconds,
            seconds.clone(),
        );
        Self {
            registry,
            queries,
            unanswered,
            seconds,
        }
    }
}

/// Languages that questions are understood in.
const LANGUAGES: [&str; 3] = ["kk", "ru", "unknown"];

impl Metrics {
    /// Counts an answer.
    pub fn count(&self, answer: &Answer) {
        let language = answer.understood.language;
        let labels = [("language", language.map_or("unknown", Language::code))];
        self.queries.get_or_create(&labels).inc();
        if answer.total == 0 {
            self.unanswered.get_or_create(&labels).inc();
        }
    }

    /// Counts the time that an answer took.
    pub fn count_time(&self, endpoint: Endpoint, spent: Duration) {
        let seconds = self.seconds.get_or_create(&[("endpoint", endpoint.name())]);
        seconds.observe(spent.as_secs_f64());
    }
}

/// `GET /metrics`.
pub async fn show(Extract(state): Extract<State>) -> Response {
    let mut text = String::new();
    match encode(&mut text, &state.metrics.registry) {
        Ok(()) => ([(header::CONTENT_TYPE, KIND)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
