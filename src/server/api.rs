//! The API: answers in JSON.

use std::time::Instant;

use axum::Json;
use axum::extract::{Query, State as Extract};
use axum::http::{HeaderValue, header::HeaderName};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use super::State;
use super::metrics::Endpoint;
use super::parameters::{Parameters, Suggest};
use super::problem::Problem;
use crate::language::Language;
use crate::search::Suggestion;

/// How many titles are suggested.
const SUGGESTIONS: usize = 8;

/// Pairs of the query string, in order.
pub type Pairs = Vec<(String, String)>;

/// What `/api/v1/suggest` answers.
#[derive(Serialize, JsonSchema)]
pub struct Suggestions {
    /// Titles with the paths of their pages.
    pub suggestions: Vec<Suggestion>,
}

/// `GET /api/v1/search`.
pub async fn search(
    Extract(state): Extract<State>,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Problem> {
    let started = Instant::now();
    let request = Parameters::read(&pairs)?.into_request()?;
    let answer = state.live.now().searcher.search(&request)?;
    state.metrics.count(&answer);
    let response = timed(started, Json(answer));
    state
        .metrics
        .count_time(Endpoint::Search, started.elapsed());
    Ok(response)
}

/// `GET /api/v1/suggest`.
pub async fn suggest(
    Extract(state): Extract<State>,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Problem> {
    let started = Instant::now();
    let Suggest { typed, language } = Suggest::read(&pairs)?;
    let language = language.unwrap_or(Language::Kk);
    let opened = state.live.now();
    let suggestions = opened.searcher.suggest(&typed, language, SUGGESTIONS);
    let response = timed(started, Json(Suggestions { suggestions }));
    state
        .metrics
        .count_time(Endpoint::Suggest, started.elapsed());
    Ok(response)
}

/// `GET /healthz`: the server answers and its index is open.
pub async fn health() -> Json<serde_json::Value> {
    Json(serde_json::json!({"status": "ok"}))
}

/// Adds the time spent, in milliseconds.
pub fn timed(started: Instant, response: impl IntoResponse) -> Response {
    let spent = started.elapsed().as_secs_f64() * 1_000.0;
    let mut response = response.into_response();
    if let Ok(value) = HeaderValue::from_str(&format!("search;dur={spent:.3}")) {
        let name = HeaderName::from_static("server-timing");
        response.headers_mut().insert(name, value);
    }
    response
}
