//! Words of acts that would break a careless page.

use std::collections::BTreeMap;

use regex::Regex;
use serde_json::Value;

use super::{sample, write_library};
use crate::catalogue::Library;
use crate::diagnostic::Diagnostics;

/// The sample with the same words everywhere that an act speaks.
fn library_of(words: &str) -> Library {
    let mut library = sample::library();
    let mut catalogue = serde_json::to_value(&library.catalogue).expect("it is JSON");
    replace(&mut catalogue, words);
    library.catalogue = serde_json::from_value(catalogue).expect("it is a catalogue");
    library
}

fn replace(value: &mut Value, words: &str) {
    match value {
        Value::Object(entries) => {
            let is_text = entries.contains_key("language") && entries.contains_key("source");
            let is_source = entries.contains_key("first_line");
            for (key, entry) in entries.iter_mut() {
                let is_said = match key.as_str() {
                    "text" => is_text,
                    "unit" => is_source,
                    key => matches!(key, "actor" | "number" | "url"),
                };
                match entry {
                    Value::String(text) if is_said => {
                        words.clone_into(text);
                    }
                    entry => replace(entry, words),
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| replace(entry, words)),
        _ => {}
    }
}

/// Every tag of a page: an element that the templates do not know would stand here.
fn elements(html: &str) -> Vec<String> {
    let tag = Regex::new(r"<([^/\s>]+)").expect("well-formed");
    let mut names: Vec<_> = tag
        .captures_iter(html)
        .map(|found| found[1].to_owned())
        .collect();
    names.sort();
    names.dedup();
    names
}

fn pages_of(words: &str) -> (BTreeMap<String, String>, Diagnostics) {
    let (mut files, found) = write_library(&library_of(words));
    files.retain(|path, _| path.ends_with(".html"));
    (files, found)
}

/// Pages with hostile words are built of the same elements as those with plain ones.
#[track_caller]
fn check(words: &str) {
    let (plain, _) = pages_of("plain words");
    let (hostile, found) = pages_of(words);
    assert_eq!(found, Diagnostics::default(), "every link leads somewhere");
    let paths = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&hostile), paths(&plain));
    let data = Regex::new(r#"(?s)<script type="application/ld\+json">(.*?)</script>"#);
    let data = data.expect("well-formed");
    let empty = Regex::new(r"<(h[1-6]|a|summary|title)(?:\s[^>]*)?>\s*</").expect("well-formed");
    for (path, html) in &hostile {
        let strange: Vec<_> = elements(html)
            .into_iter()
            .filter(|name| !elements(&plain[path]).contains(name))
            // Words of another length or without letters are shown by other means.
            .filter(|name| {
                !["details", "summary", "blockquote", "q", "span"].contains(&name.as_str())
            })
            .collect();
        assert_eq!(strange, <[&str; 0]>::default(), "on {path}");
        assert!(!html.contains("href=\"javascript:"), "on {path}");
        for linked in data.captures_iter(html) {
            serde_json::from_str::<Value>(&linked[1]).expect("linked data is JSON");
        }
        assert!(!empty.is_match(html), "nothing to read in {path}");
    }
}

#[test]
fn a_script_in_the_words_of_an_act_is_shown_as_words() {
    check("<script>alert(1)</script></script><!--<img src=x onerror=alert(2)>");
}

#[test]
fn quotes_and_signs_end_no_attribute() {
    check("\"><svg onload=alert(1)> ' onfocus='alert(2) &quot; javascript:alert(3)");
}

#[test]
fn marks_of_templates_are_words() {
    check("{{ view }} {% raw %} {# words #} { $count }");
}

#[test]
fn five_thousand_letters_are_shown() {
    check(&"ұзақ сөйлем ".repeat(417));
}

#[test]
fn a_word_without_a_break_is_shown() {
    check(&"ы".repeat(1000));
}

#[test]
fn a_value_without_words_leaves_no_empty_heading_and_no_empty_link() {
    check("");
}
