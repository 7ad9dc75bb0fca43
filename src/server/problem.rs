//! Problems: errors as documents of RFC 9457.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::Error;

/// An error that a program can read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problem {
    /// Kind of the problem; `about:blank` says that the status is all there is.
    #[serde(rename = "type")]
    pub kind: String,
    /// The status in words.
    pub title: String,
    /// The status.
    pub status: u16,
    /// What is wrong with this request.
    pub detail: String,
    /// The parameter that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
}

impl Problem {
    /// A parameter with a value that it cannot have.
    #[must_use]
    pub fn bad_parameter(name: &str, detail: &str) -> Self {
        Self {
            parameter: Some(name.to_owned()),
            ..Self::new(StatusCode::BAD_REQUEST, format!("{name} {detail}"))
        }
    }

    fn new(status: StatusCode, detail: String) -> Self {
        Self {
            kind: "about:blank".to_owned(),
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            detail,
            parameter: None,
        }
    }
}

impl From<Error> for Problem {
    /// The cause goes to the log of the server: paths are nothing for clients.
    fn from(error: Error) -> Self {
        tracing::error!(%error, "a question was not answered");
        let detail = "the server could not answer".to_owned();
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, detail)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self)).into_response();
        let kind = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }
}

/// For paths under `/api/` that are none.
pub async fn no_such_endpoint() -> Problem {
    let detail = "there is no such endpoint; /api/v1/openapi.json lists them".to_owned();
    Problem::new(StatusCode::NOT_FOUND, detail)
}

/// For methods other than GET and HEAD.
pub async fn method_not_allowed() -> Problem {
    let detail = "only GET and HEAD are allowed".to_owned();
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail)
}
