//! Files for search engines and browsers: sitemap, robots, search description.

use serde::Serialize;

use super::address;
use super::renderer::Renderer;
use super::subject::Subject;
use super::write::Files;
use crate::error::Error;
use crate::language::Language;

#[derive(Serialize)]
struct SitemapView<'a> {
    base_url: &'a str,
    /// Paths of the same page in all languages, page by page.
    pages: Vec<Vec<Translation>>,
}

/// How a browser's address bar searches the site in a language.
#[derive(Serialize)]
struct OpenSearchView<'a> {
    base_url: &'a str,
    language: &'static str,
    path: String,
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
    let base_url = base_url.trim_end_matches('/');
    let view = SitemapView {
        base_url,
        pages: pages.collect(),
    };
    let mut files = Files::new();
    for name in ["sitemap.xml", "robots.txt"] {
        let file = renderer.render_bare(name, &view)?;
        files.insert(name.to_owned(), file.into_bytes());
    }
    for language in Language::ALL {
        let view = OpenSearchView {
            base_url,
            language: language.code(),
            path: address::search_path(language),
        };
        let file = renderer.render_bare("opensearch.xml", &view)?.into_bytes();
        // A browser takes one address of a description: each language has its own.
        // The one without a language is that of the first.
        if language == Language::ALL[0] {
            files.insert("opensearch.xml".to_owned(), file.clone());
        }
        files.insert(format!("{}/opensearch.xml", language.code()), file);
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
