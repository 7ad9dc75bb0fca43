//! The feed of changes, for readers of news and other programs (Atom, RFC 4287).
//!
//! One feed serves both languages: each entry names the change in Kazakh and in
//! Russian. Its times are the days that acts name, so the same catalogue gives the
//! same feed.

use serde::Serialize;

use super::address;
use super::names::Names;
use super::phrases::Phrases;
use super::register::Register;
use super::renderer::Renderer;
use super::view::changes::{self, Change};
use super::write::Files;
use crate::error::Error;
use crate::language::Language;

/// The changes of long ago stand on the page; a feed is for news.
const LONGEST: usize = 50;

#[derive(Serialize)]
struct FeedView {
    base_url: String,
    path: &'static str,
    /// The day of the newest change; `None` where there is none.
    updated: Option<String>,
    pages: Vec<Page>,
    entries: Vec<Entry>,
}

/// The page of changes in a language.
#[derive(Serialize)]
struct Page {
    code: &'static str,
    path: String,
    title: String,
}

/// A change in every language, Kazakh first.
#[derive(Serialize)]
struct Entry {
    id: String,
    on: String,
    texts: Vec<EntryText>,
}

#[derive(Serialize)]
struct EntryText {
    code: &'static str,
    page: String,
    change: Change,
}

/// `changes.xml`.
pub(super) fn files_of(
    register: &Register<'_>,
    names: &Names,
    base_url: &str,
    renderer: &Renderer,
) -> Result<Files, Error> {
    let mut pages = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    for language in Language::ALL {
        let phrases = Phrases::new(&renderer.texts, names, language);
        pages.push(Page {
            code: language.code(),
            path: address::changes_path(language),
            title: phrases.text("changes-title")?,
        });
        let changes = changes::changes(register, phrases)?
            .into_iter()
            .take(LONGEST);
        for (at, change) in changes.enumerate() {
            if entries.len() == at {
                entries.push(Entry {
                    id: change.anchor.clone(),
                    on: change.on.clone(),
                    texts: Vec::new(),
                });
            }
            // Both languages have the same changes in the same order.
            entries[at].texts.push(EntryText {
                code: language.code(),
                page: address::changes_path(language),
                change,
            });
        }
    }
    let view = FeedView {
        base_url: base_url.trim_end_matches('/').to_owned(),
        path: address::FEED,
        updated: entries.first().map(|entry| entry.on.clone()),
        pages,
        entries,
    };
    let feed = renderer.render_bare("changes.xml", &view)?;
    let file = address::FEED.trim_start_matches('/').to_owned();
    Ok(Files::from([(file, feed.into_bytes())]))
}
