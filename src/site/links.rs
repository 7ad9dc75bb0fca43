//! Links: whether every address on the written pages leads somewhere.
//!
//! In: the files of the site. Out: a diagnostic per link to a page, file or anchor
//! that does not exist. Looks only at pages of this program, whose attributes are
//! always quoted and whose text never holds a raw quote.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use rayon::prelude::*;
use regex::Regex;

use super::write::Files;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"\s(href|src|action|id)="([^"]*)""#).expect("the expression is well-formed")
});

/// What a page offers and where it leads.
#[derive(Default)]
struct PageLinks {
    anchors: BTreeSet<String>,
    targets: BTreeSet<String>,
}

/// Reports every internal link that leads nowhere.
pub(super) fn check(files: &Files) -> Diagnostics {
    let pages: BTreeMap<&str, PageLinks> = files
        .par_iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), links_of(&String::from_utf8_lossy(bytes))))
        .collect();
    pages
        .iter()
        .flat_map(|(path, page)| page.targets.iter().map(move |target| (*path, target)))
        .filter(|(path, target)| !leads_somewhere(path, target, files, &pages))
        .map(|(path, target)| {
            let message = format!("{path} links to {target}, which does not exist");
            Diagnostic::new(Code::BrokenLink, message)
        })
        .collect()
}

fn links_of(html: &str) -> PageLinks {
    let mut links = PageLinks::default();
    for attribute in ATTRIBUTE.captures_iter(html) {
        let value = unescape(&attribute[2]);
        if &attribute[1] == "id" {
            links.anchors.insert(value);
        } else if value.starts_with(['/', '#']) {
            links.targets.insert(value);
        }
    }
    links
}

fn leads_somewhere(
    from: &str,
    target: &str,
    files: &Files,
    pages: &BTreeMap<&str, PageLinks>,
) -> bool {
    let (address, anchor) = target.split_once('#').unwrap_or((target, ""));
    let path = address.split_once('?').map_or(address, |(path, _)| path);
    let file = match path.trim_start_matches('/') {
        "" if path.is_empty() => from.to_owned(),
        path if path.is_empty() || path.ends_with('/') => format!("{path}index.html"),
        path => path.to_owned(),
    };
    let file = percent_decode_str(&file).decode_utf8_lossy();
    if anchor.is_empty() {
        return files.contains_key(file.as_ref());
    }
    let anchor = percent_decode_str(anchor).decode_utf8_lossy();
    pages
        .get(file.as_ref())
        .is_some_and(|page| page.anchors.contains(anchor.as_ref()))
}

/// Undoes the escaping that templates apply to attributes.
fn unescape(value: &str) -> String {
    value
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_links(page: &str, expected: &[&str]) {
        let files = Files::from([
            ("kk/index.html".to_owned(), page.as_bytes().to_vec()),
            (
                "kk/acts/a/index.html".to_owned(),
                br#"<p id="p-1">"#.to_vec(),
            ),
            ("static/qyzmet.css".to_owned(), Vec::new()),
        ]);
        let found = check(&files);
        let messages: Vec<_> = found.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(messages, expected);
    }

    #[test]
    fn links_to_pages_anchors_and_files_are_followed() {
        check_links(
            r##"<a href="/kk/">1</a><a href="/kk/acts/a/#p-1">2</a>
            <link href="/static/qyzmet.css"><a href="#top">3</a><h1 id="top">4</h1>"##,
            &[],
        );
    }

    #[test]
    fn a_link_to_a_missing_page_is_reported() {
        check_links(
            r#"<a href="/ru/?q=1">1</a>"#,
            &["kk/index.html links to /ru/?q=1, which does not exist"],
        );
    }

    #[test]
    fn a_link_to_a_missing_anchor_is_reported() {
        check_links(
            r#"<a href="/kk/acts/a/#p-2">1</a>"#,
            &["kk/index.html links to /kk/acts/a/#p-2, which does not exist"],
        );
    }
}
