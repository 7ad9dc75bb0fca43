//! One page of every kind as reviewed snapshots.
//!
//! The whole page is kept for home, the service and the pages outside of the languages;
//! of the others the part that is their own.

use regex::Regex;

use super::page;

/// The page without the dots of its code and the letters of its messages, which other
/// tests read.
fn readable(html: &str) -> String {
    let dots = Regex::new(r#"d="M4 4h7[^"]*""#).expect("well-formed");
    let letters = r#"href="(https://wa\.me/\?text=|sms:\?body=|mailto:\?subject=)[^"]*""#;
    let letters = Regex::new(letters).expect("well-formed");
    let html = dots.replace_all(html, r#"d="...""#);
    letters.replace_all(&html, r#"href="$1...""#).into_owned()
}

#[track_caller]
fn check(name: &str, html: &str) {
    let html = readable(html);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, html);
    });
}

fn main_part(path: &str) -> &'static str {
    let html = page(path);
    let start = html.find("<main").expect("every page has a main part");
    let end = html.find("</main>").expect("the main part ends");
    &html[start..end]
}

#[test]
fn whole_pages_look_as_they_were_reviewed() {
    check("home", page("kk/index.html"));
    check(
        "service",
        page("ru/services/prosthetics/kostanay-2008-915/index.html"),
    );
    check("chooser", page("index.html"));
    check("not-found", page("404.html"));
}

#[test]
fn every_kind_of_page_looks_as_it_was_reviewed() {
    let kinds = [
        ("services", "ru/services/index.html"),
        ("topic", "kk/services/prosthetics/index.html"),
        (
            "service-in-the-other-language",
            "kk/services/prosthetics/kostanay-2008-915/index.html",
        ),
        (
            "service-that-refers",
            "ru/services/prosthetics/aktobe-2018-77/index.html",
        ),
        (
            "service-without-a-topic",
            "kk/services/otyn-satyp-alu/aktobe-2018-77/index.html",
        ),
        ("acts", "kk/acts/index.html"),
        ("act", "ru/acts/kostanay-2008-915/index.html"),
        ("places", "kk/places/index.html"),
        ("region", "ru/places/kostanay/index.html"),
        ("district", "kk/places/kostanay/auliekol/index.html"),
        (
            "office",
            "ru/offices/kostanay/auliekol/employment/index.html",
        ),
        ("changes", "kk/changes/index.html"),
        ("search", "ru/search/index.html"),
        ("design", "ru/about/design/index.html"),
        ("help", "kk/help/index.html"),
    ];
    for (name, path) in kinds {
        check(name, main_part(path));
    }
}
