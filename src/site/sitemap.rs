//! Files for search engines and browsers: sitemap, robots, search description.

use serde::Serialize;

use super::address;
use super::renderer::Renderer;
use super::subject::Subject;
use super::write::Files;
use crate::error::Error;
use crate::language::Language;

#[derive(Serialize)]
struct SitemapView {
    base_url: String,
    /// Paths of the same page in all languages, page by page.
    pages: Vec<Vec<Translation>>,
    search: Vec<Translation>,
}

#[derive(Serialize)]
struct Translation {
    code: &'static str,
    path: String,
}

/// `sitemap.xml`, `robots.txt` and `opensearch.xml`.
pub(super) fn files_of(
    subjects: &[Subject<'_>],
    base_url: &str,
    renderer: &Renderer,
) -> Result<Files, Error> {
    let pages = subjects
        .iter()
        .map(|subject| translations(|language| subject.path(language)));
    let view = SitemapView {
        base_url: base_url.trim_end_matches('/').to_owned(),
        pages: pages.collect(),
        search: translations(address::search_path),
    };
    let mut files = Files::new();
    for name in ["sitemap.xml", "robots.txt", "opensearch.xml"] {
        let file = renderer.render_bare(name, &view)?;
        files.insert(name.to_owned(), file.into_bytes());
    }
    Ok(files)
}

fn translations(path: impl Fn(Language) -> String) -> Vec<Translation> {
    Language::ALL
        .map(|language| Translation {
            code: language.code(),
            path: path(language),
        })
        .into()
}
