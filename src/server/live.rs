//! Live: what the server answers from, exchanged when a new build is published.
//!
//! A build changes places with the old one under the server's feet. Files are read
//! anew for each request; the index and what pages need of the catalogue are opened
//! once, and opened again when the record of the build is another file.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use super::SearchPage;
use crate::error::Error;
use crate::publish::RECORD;
use crate::search::Searcher;

/// How often the server looks for a new build.
const EVERY: Duration = Duration::from_secs(1);

/// What is opened of a build.
pub struct Opened {
    /// The open index.
    pub searcher: Searcher,
    /// The search page.
    pub pages: Box<dyn SearchPage + Send + Sync>,
}

/// The build that is served now.
pub struct Live {
    record: PathBuf,
    open: Box<dyn Fn() -> Result<Opened, Error> + Send + Sync>,
    now: RwLock<Arc<Opened>>,
    /// The record of the build that was opened last.
    seen: Mutex<Option<Seen>>,
}

/// A file, as the system tells it from another one of the same name.
type Seen = (u64, u64, i64, i64);

impl Live {
    /// Opens the build in a folder.
    ///
    /// # Errors
    ///
    /// Those of `open`.
    pub fn new(
        site: &Path,
        open: impl Fn() -> Result<Opened, Error> + Send + Sync + 'static,
    ) -> Result<Self, Error> {
        let record = site.join(RECORD);
        let seen = see(&record);
        Ok(Self {
            now: RwLock::new(Arc::new(open()?)),
            seen: Mutex::new(seen),
            open: Box::new(open),
            record,
        })
    }

    /// What is served now. Who holds it answers from it to the end.
    #[must_use]
    pub fn now(&self) -> Arc<Opened> {
        // Nothing panics while it holds the lock.
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Opens a build that was published since; true when there was one. A build that
    /// cannot be opened is left alone: the old one goes on.
    ///
    /// # Errors
    ///
    /// Those of the function that opens builds.
    pub fn renew(&self) -> Result<bool, Error> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let found = see(&self.record);
            if found.is_none() || found == *seen {
                return Ok(false);
            }
            *seen = found;
            let opened = (self.open)()?;
            if see(&self.record) == found {
                let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
                *now = Arc::new(opened);
                return Ok(true);
            }
            // Yet another build came while this one was being opened.
        }
    }

    /// Looks for new builds for as long as the server runs.
    pub async fn watch(self: Arc<Self>) {
        let mut clock = tokio::time::interval(EVERY);
        loop {
            clock.tick().await;
            let live = Arc::clone(&self);
            match tokio::task::spawn_blocking(move || live.renew()).await {
                Ok(Ok(true)) => tracing::info!("a new build is served"),
                Ok(Ok(false)) => {}
                Ok(Err(error)) => tracing::warn!(%error, "a new build cannot be served"),
                Err(error) => tracing::error!(%error, "a new build was not opened"),
            }
        }
    }
}

fn see(record: &Path) -> Option<Seen> {
    let file = fs::metadata(record).ok()?;
    Some((file.dev(), file.ino(), file.mtime(), file.mtime_nsec()))
}
