//! The search page: the same search for people, without JavaScript.

use std::time::Instant;

use axum::extract::{Query, RawQuery, State as Extract};
use axum::http::{StatusCode, Uri};
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::State;
use super::api::{Pairs, timed};
use super::metrics::Endpoint;
use super::parameters::Parameters;
use crate::error::Error;
use crate::language::Language;

/// `GET /kk/search/`.
pub async fn in_kazakh(state: Extract<State>, pairs: Query<Pairs>) -> Response {
    respond(&state, &pairs, Language::Kk)
}

/// `GET /ru/search/`.
pub async fn in_russian(state: Extract<State>, pairs: Query<Pairs>) -> Response {
    respond(&state, &pairs, Language::Ru)
}

/// Addresses of pages end with a slash; the question must survive the redirect.
pub async fn with_slash(uri: Uri, RawQuery(query): RawQuery) -> Redirect {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    Redirect::permanent(&format!("{}/{query}", uri.path()))
}

fn respond(state: &State, pairs: &Pairs, language: Language) -> Response {
    let started = Instant::now();
    match render(state, pairs, language) {
        Ok(page) => {
            let response = timed(started, Html(page));
            state.metrics.count_time(Endpoint::Page, started.elapsed());
            response
        }
        Err(error) => {
            tracing::error!(%error, "the search page was not rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn render(state: &State, pairs: &Pairs, language: Language) -> Result<String, Error> {
    let opened = state.live.now();
    let answer = match Parameters::read_leniently(pairs) {
        Some(mut request) => {
            request.language = Some(language);
            let answer = opened.searcher.search(&request)?;
            state.metrics.count(&answer);
            Some(answer)
        }
        None => None,
    };
    opened.pages.search_page(language, answer.as_ref())
}
