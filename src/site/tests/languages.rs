//! What is in another language than the page is marked.

use std::collections::BTreeSet;

use regex::Regex;
use serde_json::Value;

use super::{SITE, sample};

/// The elements of the main part that hold text of their own, with the language of
/// each: that of the innermost element which names one.
fn texts_in(html: &str, language: &str) -> Vec<String> {
    let main = html.find("<main").expect("every page has a main part");
    let end = html.find("</main>").expect("the main part ends");
    let tag = Regex::new(r"<(/?)([a-z0-9]+)([^>]*)>").expect("well-formed");
    let lang = Regex::new(r#"\slang="([a-z]+)""#).expect("well-formed");
    let html = &html[main..end];
    let mut open: Vec<(String, String)> = Vec::new();
    let mut texts = Vec::new();
    let mut at = 0;
    for found in tag.captures_iter(html) {
        let whole = found.get(0).expect("a match is whole");
        let current = open.last().map_or(language, |(_, code)| code.as_str());
        if current == language {
            texts.push(html[at..whole.start()].trim().to_owned());
        }
        at = whole.end();
        let name = &found[2];
        if &found[1] == "/" {
            let (opened, _) = open.pop().expect("every element is opened");
            assert_eq!(opened, name, "elements are nested");
        } else if !["input", "br", "path", "meta", "link"].contains(&name) {
            let code = lang.captures(&found[3]).map(|found| found[1].to_owned());
            let code = code.unwrap_or_else(|| current.to_owned());
            open.push((name.to_owned(), code));
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// Everything that the acts of one language say in the sample.
fn words_of(value: &Value, language: &str, words: &mut BTreeSet<String>) {
    if let Value::Object(object) = value {
        let text = object.get("text").and_then(Value::as_str);
        let is_of_language = object.get("language").and_then(Value::as_str) == Some(language);
        let has_letters = |text: &&str| text.chars().any(|c| ('а'..='я').contains(&c));
        words.extend(
            text.filter(|_| is_of_language)
                .filter(has_letters)
                .map(str::to_owned),
        );
        let plain = object.get("title").or_else(|| object.get("actor"));
        if language == "ru" {
            words.extend(plain.and_then(Value::as_str).map(str::to_owned));
        }
    }
    match value {
        Value::Object(object) => object
            .values()
            .for_each(|one| words_of(one, language, words)),
        Value::Array(list) => list.iter().for_each(|one| words_of(one, language, words)),
        _ => {}
    }
}

#[track_caller]
fn check_marked(page_language: &str, act_language: &str) {
    let catalogue = serde_json::to_value(sample::library().catalogue).expect("it is JSON");
    let mut words = BTreeSet::new();
    words_of(&catalogue, act_language, &mut words);
    assert!(words.len() > 3, "the sample has such words");
    let pages = SITE.0.iter().filter(|(path, _)| {
        path.starts_with(&format!("{page_language}/")) && path.ends_with(".html")
    });
    let unmarked: Vec<_> = pages
        .flat_map(|(path, html)| {
            let texts = texts_in(html, page_language);
            let words = &words;
            texts
                .into_iter()
                .filter(move |text| words.iter().any(|word| text.contains(word.as_str())))
                .map(move |text| format!("{path}: {text}"))
        })
        .collect();
    assert_eq!(unmarked, <[&str; 0]>::default());
}

#[test]
fn words_of_russian_acts_are_marked_on_kazakh_pages() {
    check_marked("kk", "ru");
}

#[test]
fn words_of_kazakh_acts_are_marked_on_russian_pages() {
    check_marked("ru", "kk");
}
