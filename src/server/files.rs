//! Files of the built site.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use tower::util::BoxCloneSyncService;
use tower::{ServiceExt, service_fn};
use tower_http::services::ServeDir;

use super::problem;
use crate::language::Language;

/// Serves the folder; what it does not hold is the page `404.html` with status 404,
/// in the language of the path where there is one.
pub fn service(site: &Path) -> BoxCloneSyncService<Request, Response, Infallible> {
    let missing = site.to_owned();
    let not_found = service_fn(move |request: Request| {
        let site = missing.clone();
        async move { Ok::<_, Infallible>(not_found(&site, request.uri().path()).await) }
    });
    let files = ServeDir::new(site).fallback(not_found.clone());
    let service = service_fn(move |request: Request| {
        let files = files.clone();
        let not_found = not_found.clone();
        async move {
            // The index lies in the site's folder under a hidden name.
            if is_hidden(request.uri().path()) {
                return not_found.oneshot(request).await;
            }
            let response = files.oneshot(request).await?.map(Body::new);
            if response.status() == StatusCode::METHOD_NOT_ALLOWED {
                return Ok(problem::method_not_allowed().await.into_response());
            }
            Ok(response)
        }
    });
    BoxCloneSyncService::new(service)
}

fn is_hidden(path: &str) -> bool {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    decoded.split('/').any(|segment| segment.starts_with('.'))
}

async fn not_found(site: &Path, path: &str) -> Response {
    for page in not_found_pages(site, path) {
        if let Ok(html) = tokio::fs::read_to_string(&page).await {
            return (StatusCode::NOT_FOUND, Html(html)).into_response();
        }
    }
    StatusCode::NOT_FOUND.into_response()
}

fn not_found_pages(site: &Path, path: &str) -> Vec<PathBuf> {
    let first = path.trim_start_matches('/').split('/').next();
    let language = first.and_then(Language::from_code);
    let in_language = language.map(|language| site.join(language.code()).join("404.html"));
    in_language
        .into_iter()
        .chain([site.join("404.html")])
        .collect()
}
