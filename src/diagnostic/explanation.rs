//! A page for every code: what it means, a text that gives it, what to do.
//!
//! The pages stand in `content/diagnostics`, where people read them too; their
//! examples are tests.

use std::fmt::Write;

use super::{Code, Severity};

/// Pages by printed code.
macro_rules! pages {
    ($($code:literal)+) => {
        &[$(($code, include_str!(concat!("../../content/diagnostics/", $code, ".md"))),)+]
    };
}

static PAGES: &[(&str, &str)] = pages!(
    "address-twice" "ambiguous-place" "amount-disagrees" "broken-link" "content-mistake" "content-syntax" "correction-misfit"
    "correction-unused" "empty-file" "huge-file"
    "impossible-date" "invalid-email" "invalid-phone" "invalid-website" "language-disagrees"
    "list-disagrees" "lost-line" "missing-text" "no-act" "no-services" "no-topic"
    "numbering-jumps" "numbering-repeats" "office-without-phone" "offices-disagree"
    "pattern-example" "same-act-twice" "several-topics" "short-week" "texts-disagree"
    "undecodable-file"
    "unknown-region" "unpaired-item" "unread-heading" "unread-item" "unread-line" "unread-note"
    "unread-repeal" "unread-row" "unread-schedule" "unread-title" "unsearched-text"
);

/// The page of a code, in Markdown; `None` where nobody has written one yet.
#[must_use]
pub fn page(code: Code) -> Option<&'static str> {
    let mut pages = PAGES.iter();
    pages.find_map(|(name, page)| (*name == code.as_str()).then_some(*page))
}

/// The list of all codes with their severity and a sentence each, in Markdown.
#[must_use]
pub fn index() -> String {
    let mut list = "# Diagnostics\n\n\
        Every code that `qyzmet check` may show. `qyzmet check --explain CODE` prints the page of one of them.\n\n\
        | code | severity | meaning |\n|---|---|---|\n"
        .to_owned();
    for code in Code::ALL {
        let name = code.as_str();
        let meaning = code.explanation().replace('\n', " ");
        let severity = severity(code.severity());
        let _ = writeln!(list, "| [{name}]({name}.md) | {severity} | {meaning} |");
    }
    list
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_page_that_says_what_to_do() {
        for code in Code::ALL {
            let name = code.as_str();
            let page = page(*code).unwrap_or_else(|| {
                panic!("write content/diagnostics/{name}.md and name it in this file")
            });
            assert!(page.starts_with(&format!("# {name}\n")), "{name}");
            assert!(page.contains("\n## What to do\n\n"), "{name}");
        }
    }

    #[test]
    fn every_page_is_that_of_a_code() {
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        let strays = PAGES.iter().filter(|(name, _)| !codes.contains(name));
        assert_eq!(strays.count(), 0);
    }
}
