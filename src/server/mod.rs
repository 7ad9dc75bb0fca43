//! Server: the site's files, the search page and the API over HTTP.
//!
//! [`router`] is a plain service that tests can ask without a socket; [`bind`] and
//! [`serve`] put it on an address. The server knows the site only as a folder and
//! what is [`Opened`] of it; [`Live`] opens it anew when a build is published.

mod api;
mod files;
mod headers;
mod live;
mod metrics;
mod openapi;
mod parameters;
mod problem;
mod search_page;
#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::error::Error;
use crate::language::Language;
use crate::search::answer::Answer;
pub use live::{Live, Opened};
pub use metrics::Metrics;

/// No question takes this long; a client that reads slowly gets its files anyway,
/// because only the answer's beginning is waited for.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Nothing is ever sent to the server, so bodies are refused early.
const LARGEST_BODY: usize = 16 * 1024;

/// Renders the page with the answer to a search.
pub trait SearchPage {
    /// The page in a language; without an answer only the form.
    ///
    /// # Errors
    ///
    /// A template that does not work.
    fn search_page(&self, language: Language, answer: Option<&Answer>) -> Result<String, Error>;
}

/// What the server answers from.
#[derive(Clone)]
pub struct State {
    /// Folder of the built site.
    pub site: PathBuf,
    /// What was opened of it.
    pub live: Arc<Live>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
}

impl State {
    /// A state that serves what `open` opens of a site.
    ///
    /// # Errors
    ///
    /// Those of `open`.
    pub fn new(
        site: PathBuf,
        open: impl Fn() -> Result<Opened, Error> + Send + Sync + 'static,
    ) -> Result<Self, Error> {
        Ok(Self {
            live: Arc::new(Live::new(&site, open)?),
            metrics: Arc::default(),
            site,
        })
    }
}

/// Everything that the server answers.
pub fn router(state: State) -> Router {
    let files = files::service(&state.site);
    Router::new()
        .route("/api/v1/search", get(api::search))
        .route("/api/v1/suggest", get(api::suggest))
        .route("/api/v1/openapi.json", get(openapi::document))
        .route(
            "/api/{*rest}",
            axum::routing::any(problem::no_such_endpoint),
        )
        .route("/healthz", get(api::health))
        .route("/metrics", get(metrics::show))
        .route("/kk/search/", get(search_page::in_kazakh))
        .route("/ru/search/", get(search_page::in_russian))
        .route("/kk/search", get(search_page::with_slash))
        .route("/ru/search", get(search_page::with_slash))
        .fallback_service(files)
        .method_not_allowed_fallback(problem::method_not_allowed)
        .with_state(state)
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            TIMEOUT,
        ))
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(CompressionLayer::new())
        .layer(axum::middleware::map_response(headers::complete))
}

/// Takes an address such as `127.0.0.1:8080`.
///
/// # Errors
///
/// An address that is in use, or that the system does not give.
pub async fn bind(address: &str) -> Result<TcpListener, Error> {
    TcpListener::bind(address).await.map_err(|source| {
        let address = address.to_owned();
        match source.kind() {
            io::ErrorKind::AddrInUse => Error::AddressInUse { address },
            _ => Error::Serve { address, source },
        }
    })
}

/// The address that was taken, with the port that the system chose for port 0.
///
/// # Errors
///
/// What the system says of the socket.
pub fn local_address(listener: &TcpListener) -> Result<SocketAddr, Error> {
    listener.local_addr().map_err(|source| Error::Serve {
        address: "the address".to_owned(),
        source,
    })
}

/// Answers until the process is asked to end (Ctrl-C or SIGTERM), then finishes
/// what it has begun.
///
/// # Errors
///
/// What the system says of the socket.
pub async fn serve(listener: TcpListener, router: Router) -> Result<(), Error> {
    let address = local_address(&listener)?;
    axum::serve(listener, router)
        .with_graceful_shutdown(asked_to_end())
        .await
        .map_err(|source| Error::Serve {
            address: address.to_string(),
            source,
        })
}

async fn asked_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            // Without the signal, Ctrl-C still ends the server.
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate => {}
    }
}
