//! No page shows words of the other language as if they were of its own.
//!
//! The test goes by origin, not by guessing: before the site is written, every letter
//! that comes from one language (its acts, its interface texts, its content) is replaced
//! by a letter of neither. On the pages of the other language that letter may then stand
//! only where the page marks the language, and nothing else may stand there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use regex::{Captures, Regex};
use serde_json::Value;

use qyzmet::catalogue::Library;
use qyzmet::content::interface::InterfaceTexts;
use qyzmet::content::pages::ContentPages;
use qyzmet::content::papers::Papers;
use qyzmet::content::tile_map::TileMap;
use qyzmet::content::topics::Topics;
use qyzmet::language::Language;
use qyzmet::outline::model::Unit;
use qyzmet::passage::Passage;
use qyzmet::reading;
use qyzmet::site::{self, Renderer, Written};

/// As many bytes as a Cyrillic letter, so that no position moves.
const STRANGE: char = 'α';

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// The text with every Cyrillic letter replaced.
fn estranged(text: &str) -> String {
    text.chars()
        .map(|letter| if is_cyrillic(letter) { STRANGE } else { letter })
        .collect()
}

fn estrange(value: &mut Value) {
    if let Value::String(text) = value {
        *text = estranged(text);
    }
}

/// Replaces what comes from one language in a part of the catalogue. `paths` are the
/// files of the acts in that language.
fn estrange_catalogue(value: &mut Value, code: &str, paths: &BTreeSet<String>) {
    if let Value::Object(entries) = value {
        let of_language = |entry: &Value| {
            let path = entry.get("path").and_then(Value::as_str);
            path.is_some_and(|path| paths.contains(path))
        };
        if entries.get("language").and_then(Value::as_str) == Some(code)
            && let Some(text) = entries.get_mut("text")
        {
            estrange(text);
        }
        if entries.contains_key("kk") && entries.contains_key("ru") {
            entries.get_mut(code).map(estrange_names);
        }
        // What the catalogue keeps as plain words beside the lines that say them.
        if entries.get("source").is_some_and(of_language) {
            for key in ["title", "actor", "unit"] {
                entries.get_mut(key).map(estrange);
            }
        }
        if of_language(&Value::Object(entries.clone())) {
            entries.get_mut("unit").map(estrange);
        }
    }
    match value {
        Value::Object(entries) => {
            for entry in entries.values_mut() {
                estrange_catalogue(entry, code, paths);
            }
        }
        Value::Array(entries) => {
            for entry in entries {
                estrange_catalogue(entry, code, paths);
            }
        }
        _ => {}
    }
}

/// A name, or a list of former names.
fn estrange_names(value: &mut Value) {
    match value {
        Value::Array(names) => names.iter_mut().for_each(estrange),
        name => estrange(name),
    }
}

fn estrange_unit(unit: &mut Unit) {
    unit.words = Passage::verbatim(&estranged(unit.words.text()), 0);
    unit.marker = unit
        .marker
        .take()
        .map(|marker| Passage::verbatim(&estranged(marker.text()), 0));
    unit.children.iter_mut().for_each(estrange_unit);
}

/// Labels and issuers are made of words in both languages. Where the only words are those
/// of the act, they stand in the other language too, and come from it all the same.
fn estrange_printed(library: &mut Library, language: Language) {
    let other = language.other();
    for office in &mut library.catalogue.offices {
        let only = (office.names.get(other).is_none())
            .then(|| office.names.get(language))
            .flatten();
        let Some(printed) = only.map(|name| name.text.clone()) else {
            continue;
        };
        let label = office.labels.get(other).to_owned();
        let new = match label.rsplit_once(": ") {
            _ if label == printed => estranged(&label),
            Some((composed, village)) if printed.contains(village) => {
                format!("{composed}: {}", estranged(village))
            }
            _ => continue,
        };
        match other {
            Language::Kk => office.labels.kk = new,
            Language::Ru => office.labels.ru = new,
        }
    }
    for act in &mut library.catalogue.acts {
        if act.issuer.kk == act.issuer.ru && act.issuer_printed.language == language {
            act.issuer.kk = estranged(&act.issuer.kk);
            act.issuer.ru = estranged(&act.issuer.ru);
        }
    }
}

fn estranged_library(language: Language) -> Library {
    let reading = reading::read(root(), &root().join("seeds")).expect("seeds can be read");
    let mut library = reading.library;
    estrange_printed(&mut library, language);
    let texts = library.catalogue.acts.iter().flat_map(|act| &act.texts);
    let paths = texts.filter(|text| text.language == language);
    let paths = paths.map(|text| text.path.clone()).collect();
    let mut catalogue = serde_json::to_value(&library.catalogue).expect("a catalogue is JSON");
    estrange_catalogue(&mut catalogue, language.code(), &paths);
    library.catalogue = serde_json::from_value(catalogue).expect("it is still a catalogue");
    for read in &mut library.texts {
        if read.text.language == language {
            read.text.units.iter_mut().for_each(estrange_unit);
        }
    }
    library
}

/// A copy of `content/` in which the words of one language are strange.
fn estranged_content(language: Language, to: &Path) {
    let code = language.code();
    let names = Regex::new(r#"\{ kk = "[^"]*", ru = "[^"]*""#).expect("well-formed");
    let own = Regex::new(&format!(r#"{code} = "[^"]*""#)).expect("well-formed");
    let from = root().join("content");
    for entry in walkdir::WalkDir::new(&from) {
        let entry = entry.expect("the content can be walked");
        let name = entry.path().strip_prefix(&from).expect("it lies inside");
        let target = to.join("content").join(name);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target).expect("a folder can be made");
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("content is text");
        let file = name.to_string_lossy();
        let is_own = [
            format!("{code}.ftl"),
            format!("{code}.md"),
            format!(".{code}.md"),
        ]
        .iter()
        .any(|end| file.ends_with(end));
        let text = match is_own {
            // Links are no words.
            true => estranged(&text),
            false if file.ends_with(".toml") => names
                .replace_all(&text, |both: &Captures<'_>| {
                    own.replace_all(&both[0], |one: &Captures<'_>| estranged(&one[0]))
                        .into_owned()
                })
                .into_owned(),
            false => text,
        };
        fs::write(target, text).expect("a file can be written");
    }
}

/// The pages of a site in which everything of one language is strange.
fn estranged_site(language: Language) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    estranged_content(language, folder.path());
    let content = folder.path();
    // The interface texts are held against the templates that use them.
    let templates = content.join("templates");
    std::os::unix::fs::symlink(root().join("templates"), templates).expect("a link can be made");
    let library = estranged_library(language);
    let texts = Arc::new(InterfaceTexts::load(content).expect("texts").output);
    let pages = ContentPages::load(content).expect("pages").output;
    let papers = Papers::load(content).expect("papers").output;
    let topics = Topics::load(content).expect("topics").output;
    let tile_map = TileMap::load(content).expect("map").output;
    let written = Written {
        pages: &pages,
        papers: &papers,
        topics: &topics,
        tile_map: &tile_map,
    };
    let renderer = Renderer::new(root(), texts).expect("the templates parse");
    let renderer = renderer.with_catalogue(&library.catalogue);
    let out = content.join("public");
    let base = "https://qyzmet.example";
    site::write(&library, written, &renderer, root(), &out, base).expect("the site is written");
    let folder = out.join(language.other().code());
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("the site can be walked"))
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "html"))
        .map(|entry| {
            let name = entry.path().strip_prefix(&out).expect("it lies inside");
            let html = fs::read_to_string(entry.path()).expect("a page is text");
            (name.to_string_lossy().into_owned(), html)
        })
        .collect()
}

/// Elements that have no end tag.
const VOID: [&str; 5] = ["br", "input", "link", "meta", "path"];

/// Every piece of text of a page, and every attribute that is read out, with the language
/// that the page says it has.
fn pieces(html: &str) -> Vec<(String, String)> {
    let tag = Regex::new(r"(?s)<(/?)([a-z][a-z0-9]*)([^>]*)>").expect("well-formed");
    let lang = Regex::new(r#"\slang="([a-z]+)""#).expect("well-formed");
    let read_out = r#"\s(?:content|aria-label|title|alt|placeholder|data-[a-z]+)="([^"]*)""#;
    let read_out = Regex::new(read_out).expect("well-formed");
    let mut open: Vec<(String, String)> = Vec::new();
    let mut found = Vec::new();
    let mut at = 0;
    for part in tag.captures_iter(html) {
        let whole = part.get(0).expect("a match is whole");
        if whole.start() < at {
            continue;
        }
        let (name, language) = open.last().cloned().unwrap_or_default();
        if name != "script" {
            found.push((language.clone(), html[at..whole.start()].to_owned()));
        }
        at = whole.end();
        let name = part[2].to_owned();
        if &part[1] == "/" {
            let (opened, _) = open.pop().expect("every element is opened");
            assert_eq!(opened, name, "elements are nested");
            continue;
        }
        let own = lang.captures(&part[3]).map(|lang| lang[1].to_owned());
        let own = own.unwrap_or(language);
        for text in read_out.captures_iter(&part[3]) {
            found.push((own.clone(), text[1].to_owned()));
        }
        if !VOID.contains(&name.as_str()) {
            open.push((name, own));
        }
    }
    found
}

/// The language that every page of the site offers in its own words.
fn is_switch(text: &str) -> bool {
    ["Қазақша", "Русский"].contains(&text)
}

/// Addresses of the net are no words of a language, even where a slip of the act put a
/// Cyrillic letter into one.
fn is_address(text: &str) -> bool {
    !text.contains(char::is_whitespace) && (text.contains('@') || text.starts_with("www."))
}

/// The title and the description of a page have no parts that could carry a language. The
/// name of a village that only an act gives stands there as it does in the heading, where
/// it is marked.
fn is_head_of_office(path: &str, html: &str, text: &str) -> bool {
    let head = html.split("</head>").next().unwrap_or_default();
    path.contains("/offices/") && head.contains(text)
}

#[track_caller]
fn check(strange: Language) {
    let page_language = strange.other();
    let pages = estranged_site(strange);
    assert!(pages.len() > 300, "only {} pages", pages.len());
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    let mut marked = 0;
    for (path, html) in &pages {
        for (language, text) in pieces(html) {
            let text = text.trim();
            if is_address(text) || is_head_of_office(path, html, text) {
                continue;
            }
            let is_strange = text.contains(STRANGE);
            let is_own = text.chars().any(is_cyrillic);
            marked += usize::from(is_strange && language == strange.code());
            let is_wrong = match language == page_language.code() {
                true => is_strange,
                false => is_own && !is_switch(text),
            };
            if is_wrong {
                wrong
                    .entry(text.chars().take(200).collect())
                    .or_insert_with(|| format!("{path} ({language})"));
            }
        }
    }
    assert!(marked > 1000, "only {marked} marked pieces");
    let wrong: Vec<_> = wrong
        .iter()
        .map(|(text, path)| format!("{path}: {text}"))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} texts in the wrong language, such as:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}

#[test]
fn kazakh_pages_mark_whatever_comes_from_russian() {
    check(Language::Ru);
}

#[test]
fn russian_pages_mark_whatever_comes_from_kazakh() {
    check(Language::Kk);
}
