//! Writing the index.

use std::fs;
use std::path::Path;

use tantivy::directory::MmapDirectory;
use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, TantivyDocument};

use super::analyzer::{Analyzer, Analyzers, Rules, Word};
use super::document::{Document, documents};
use super::schema::{Fields, language_bit};
use crate::catalogue::Library;
use crate::catalogue::model::Status;
use crate::error::Error;
use crate::language::Language;

/// The folder of an index that holds the rules it was built with: a question must
/// pass through the same rules as the texts.
pub const RULES: &str = "rules";

/// Memory that the writer starts with; it takes more when a library needs it.
const MEMORY: usize = 50_000_000;

/// Positions between two passages, so that no phrase spans them.
const GAP: usize = 8;

/// Writes the index of a library into a folder, which must be empty or missing.
///
/// The index has one segment, written by one thread in the order of the
/// catalogue: the same library gives the same postings.
///
/// # Errors
///
/// A folder that cannot be written.
pub fn write_index(library: &Library, rules: &Rules, folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(Error::writing(folder))?;
    let failed = |error: tantivy::TantivyError| Error::Index {
        path: folder.to_owned(),
        message: error.to_string(),
    };
    let (schema, fields) = Fields::define();
    let directory = MmapDirectory::open(folder).map_err(|error| failed(error.into()))?;
    let mut writer = Index::builder()
        .schema(schema)
        .single_segment_index_writer(directory, MEMORY)
        .map_err(failed)?;
    let analyzers = Analyzers::new(rules);
    for document in documents(library) {
        writer
            .add_document(index_document(&document, &fields, &analyzers))
            .map_err(failed)?;
    }
    writer.finalize().map_err(failed)?;
    rules.write(&folder.join(RULES))
}

fn index_document(document: &Document, fields: &Fields, analyzers: &Analyzers) -> TantivyDocument {
    let mut indexed = TantivyDocument::default();
    indexed.add_text(fields.kind, document.kind.as_str());
    indexed.add_text(fields.id, &document.id);
    let status = document.status.map(status_name);
    let optional = [
        (fields.act, document.act.as_deref()),
        (fields.topic, document.topic.as_deref()),
        (fields.region, document.region.as_deref()),
        (fields.status, status),
    ];
    for (field, value) in optional {
        if let Some(value) = value {
            indexed.add_text(field, value);
        }
    }
    if let Some(ordinal) = document.ordinal {
        indexed.add_u64(fields.ordinal, u64::from(ordinal));
    }
    let adopted = document.adopted.as_deref().map_or(0, day_number);
    indexed.add_u64(fields.adopted, adopted);
    let languages = document
        .words
        .iter()
        .fold(0, |bits, words| bits | language_bit(words.language));
    indexed.add_u64(fields.languages, languages);
    for (language, url) in Language::ALL.into_iter().zip(&document.urls) {
        indexed.add_text(fields.words(language).url, url);
    }
    if let Some(names) = &document.topic_names {
        for language in Language::ALL {
            let name = names.get(language).to_owned();
            let field = fields.words(language).topic_name;
            add_terms(&mut indexed, field, analyzers.of(language), [&name]);
        }
    }
    for words in &document.words {
        let of_language = fields.words(words.language);
        let analyzer = analyzers.of(words.language);
        indexed.add_text(of_language.stored_title, &words.title);
        add_terms(&mut indexed, of_language.title, analyzer, [&words.title]);
        add_terms(&mut indexed, of_language.body, analyzer, &words.body);
        add_terms(&mut indexed, of_language.annex, analyzer, &words.annex);
        for passage in &words.body {
            indexed.add_text(of_language.passages, passage);
        }
    }
    indexed
}

/// The word of the contract for a status.
pub const fn status_name(status: Status) -> &'static str {
    match status {
        Status::InForce => "in_force",
        Status::Repealed => "repealed",
    }
}

/// `2008-04-25` as 20080425.
fn day_number(day: &str) -> u64 {
    let digits: String = day.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

fn add_terms<'a>(
    indexed: &mut TantivyDocument,
    field: Field,
    analyzer: &Analyzer,
    passages: impl IntoIterator<Item = &'a String>,
) {
    let mut tokens = Vec::new();
    let mut position = 0;
    for passage in passages {
        for word in analyzer.analyze(passage) {
            position = push_word(&mut tokens, &word, position);
        }
        position += GAP;
    }
    if !tokens.is_empty() {
        let text = String::new();
        indexed.add_pre_tokenized_text(field, PreTokenizedString { text, tokens });
    }
}

/// Adds the terms of a word and gives the position of the next word. The joined
/// form of a compound stands where its first part stands.
fn push_word(tokens: &mut Vec<Token>, word: &Word, position: usize) -> usize {
    let mut push = |position: usize, terms: &[String]| {
        tokens.extend(terms.iter().map(|term| Token {
            offset_from: 0,
            offset_to: 0,
            position,
            text: term.clone(),
            position_length: 1,
        }));
    };
    push(position, &word.terms);
    for (nth, part) in word.parts.iter().enumerate() {
        push(position + nth, part);
    }
    position + word.parts.len().max(1)
}
