//! Writing the index.

use std::fs;
use std::path::Path;

use tantivy::directory::MmapDirectory;
use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, TantivyDocument};

use super::analyzer::{Analyzers, Word};
use super::cards::{self, Card};
use super::document::{Document, documents};
use super::knowledge::Knowledge;
use super::rules::Rules;
use super::schema::{Fields, language_bit};
use super::skeleton::Skeletons;
use super::snippet::sentences;
use super::vocabulary::{Gathered, Use};
use crate::catalogue::Library;
use crate::catalogue::model::{Bilingual, Status};
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
    let mut gathered = Gathered::default();
    let mut cards = Vec::new();
    for document in documents(library) {
        let mut indexing = Indexing {
            analyzers: &analyzers,
            words: &mut gathered,
        };
        let mut card = Card::of(&document);
        writer
            .add_document(indexing.document(&document, &fields, &mut card))
            .map_err(failed)?;
        cards.push(card);
    }
    writer.finalize().map_err(failed)?;
    cards::write(&cards, folder)?;
    let skeletons = Skeletons::new(&rules.letters);
    Knowledge::gather(library, rules, &analyzers, &skeletons, gathered).write(folder)?;
    rules.write(&folder.join(RULES))
}

/// Turns documents into what the index keeps, and gathers their words.
struct Indexing<'a> {
    analyzers: &'a Analyzers,
    words: &'a mut Gathered,
}

impl Indexing<'_> {
    fn document(
        &mut self,
        document: &Document,
        fields: &Fields,
        card: &mut Card,
    ) -> TantivyDocument {
        let mut indexed = TantivyDocument::default();
        indexed.add_text(fields.kind, document.kind.as_str());
        let status = document.status.map(status_name);
        let optional = [
            (fields.topic, document.topic.as_deref()),
            (fields.region, document.region.as_deref()),
            (fields.status, status),
        ];
        for (field, value) in optional {
            if let Some(value) = value {
                indexed.add_text(field, value);
            }
        }
        let adopted = document.adopted.as_deref().map_or(0, day_number);
        indexed.add_u64(fields.adopted, adopted);
        let languages = document
            .words
            .iter()
            .fold(0, |bits, words| bits | language_bit(words.language));
        indexed.add_u64(fields.languages, languages);
        for kind in &document.paper_kinds {
            indexed.add_text(fields.paper, kind);
        }
        for place in &document.places {
            indexed.add_text(fields.place, place);
        }
        for language in Language::ALL {
            let of_language = fields.words(language);
            let names = |names: &[Bilingual]| -> Vec<String> {
                names
                    .iter()
                    .map(|name| name.get(language).to_owned())
                    .collect()
            };
            self.add_terms(
                &mut indexed,
                of_language.topic_words,
                language,
                &names(&document.topic_words),
                Use::Name,
            );
            self.add_terms(
                &mut indexed,
                of_language.papers,
                language,
                &names(&document.papers),
                Use::Name,
            );
        }
        for words in &document.words {
            let language = words.language;
            let of_language = fields.words(language);
            self.add_terms(
                &mut indexed,
                of_language.title,
                language,
                std::slice::from_ref(&words.title),
                Use::Title,
            );
            let mut body = Vec::new();
            let mut bare = Vec::new();
            for passage in &words.body {
                for sentence in sentences(&passage.text) {
                    if passage.is_bare {
                        bare.push(body.len());
                    }
                    body.push(sentence.to_owned());
                }
            }
            let starts = self.add_terms(&mut indexed, of_language.body, language, &body, Use::Text);
            self.add_terms(
                &mut indexed,
                of_language.annex,
                language,
                &words.annex,
                Use::Text,
            );
            card.set_body(language, &starts, body, &bare);
        }
        indexed
    }

    /// Adds the terms of passages and gives the positions at which they begin.
    fn add_terms(
        &mut self,
        indexed: &mut TantivyDocument,
        field: Field,
        language: Language,
        passages: &[String],
        used: Use,
    ) -> Vec<usize> {
        let mut tokens = Vec::new();
        let mut starts = Vec::new();
        let mut position = 0;
        for passage in passages {
            starts.push(position);
            for word in self.analyzers.of(language).analyze(passage) {
                let words = &mut *self.words;
                if word.normal.contains('-') {
                    let joined = word.normal.replace('-', "");
                    words.add(language, &joined, word.terms.clone(), used);
                    let parts = word.normal.split('-').filter(|part| !part.is_empty());
                    for (part, terms) in parts.zip(&word.parts) {
                        words.add(language, part, terms.clone(), used);
                    }
                } else {
                    words.add(language, &word.normal, word.terms.clone(), used);
                }
                position = push_word(&mut tokens, &word, position);
            }
            position += GAP;
        }
        if !tokens.is_empty() {
            let text = String::new();
            indexed.add_pre_tokenized_text(field, PreTokenizedString { text, tokens });
        }
        starts
    }
}

/// The word of the contract for a status.
pub const fn status_name(status: Status) -> &'static str {
    match status {
        Status::InForce => "in_force",
        Status::Repealed => "repealed",
    }
}

/// The status that a word of the contract names.
pub fn status_of(name: &str) -> Option<Status> {
    [Status::InForce, Status::Repealed]
        .into_iter()
        .find(|status| status_name(*status) == name)
}

/// `2008-04-25` as 20080425.
fn day_number(day: &str) -> u64 {
    let digits: String = day.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
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
