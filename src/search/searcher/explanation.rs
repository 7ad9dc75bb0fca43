//! Explanation: why a question was answered as it was.

use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, TantivyError, Term};

use super::{Read, Searcher, index_error};
use crate::error::Error;
use crate::language::Language;
use crate::search::answer::Request;
use crate::search::ranking::Scored;

/// Why a question was answered as it was.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Explanation {
    /// The language of the question, as far as it can be told.
    pub language: Option<Language>,
    /// The words searched, when they differ from those typed.
    pub corrected: Option<String>,
    /// Id of the place that the question names.
    pub place: Option<String>,
    /// The words that count.
    pub words: Vec<WordExplanation>,
    /// The topics that the question speaks of, the likeliest first.
    pub topics: Vec<(String, f32)>,
    /// The results asked for, in their order.
    pub results: Vec<ResultExplanation>,
}

/// Why a result stands where it does.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ResultExplanation {
    /// Its id.
    pub id: String,
    /// Its score.
    pub score: f32,
    /// The words of the question that it holds.
    pub matched: Vec<Match>,
}

/// A word of the question that stands in a field of a document.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Match {
    /// The word.
    pub word: String,
    /// The term found.
    pub term: String,
    /// The field that holds it.
    pub field: &'static str,
    /// How sure the term is, up to 1.
    pub quality: f32,
}

/// A term that a word of a question may stand for.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct WordExplanation {
    /// The word in its normal form.
    pub word: String,
    /// The language.
    pub language: Language,
    /// A term that it may stand for.
    pub term: String,
    /// How sure that is, up to 1.
    pub quality: f32,
    /// How many titles hold the term.
    pub titles: u64,
    /// How many bodies hold the term.
    pub bodies: u64,
}

impl Searcher {
    /// Says how a question was read and why each result stands where it does.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn explain(&self, request: &Request) -> Result<Explanation, Error> {
        let read = self.read(request);
        let mut words = Vec::new();
        for word in &read.question.words {
            for candidate in word.meanings() {
                let fields = self.fields.words(candidate.language);
                words.push(WordExplanation {
                    word: word.shown.clone(),
                    language: candidate.language,
                    term: candidate.term.clone(),
                    quality: candidate.quality,
                    titles: self.count_documents(fields.title, &candidate.term)?,
                    bodies: self.count_documents(fields.body, &candidate.term)?,
                });
            }
        }
        let scores = self.topics.score(&read.question, false).scores;
        let mut topics: Vec<(String, f32)> = self.topics.ids.iter().cloned().zip(scores).collect();
        topics.retain(|(_, score)| *score > 0.0);
        topics.sort_by(|a, b| b.1.total_cmp(&a.1));
        let order = self.order(&read, request)?;
        let shown = order.iter().skip(request.offset).take(request.limit);
        let results = shown.map(|scored| self.explain_result(*scored, &read));
        Ok(Explanation {
            language: read.language,
            corrected: read.question.corrected.clone(),
            place: read.place.as_ref().map(|place| place.id.to_owned()),
            words,
            topics,
            results: results.collect::<Result<_, _>>()?,
        })
    }

    /// Why a document has its score: which words stand in which of its fields.
    fn explain_result(&self, scored: Scored, read: &Read<'_>) -> Result<ResultExplanation, Error> {
        let mut matched = Vec::new();
        for word in &read.question.words {
            for candidate in word.meanings() {
                for (field, name) in self.fields.words(candidate.language).searched() {
                    if self.holds(field, &candidate.term, scored.doc)? {
                        matched.push(Match {
                            word: word.shown.clone(),
                            term: candidate.term.clone(),
                            field: name,
                            quality: candidate.quality,
                        });
                    }
                }
            }
        }
        let card = self.cards.get(scored.doc as usize);
        Ok(ResultExplanation {
            id: card.map(|card| card.id.clone()).unwrap_or_default(),
            score: scored.score,
            matched,
        })
    }

    fn holds(&self, field: Field, term: &str, doc: u32) -> Result<bool, Error> {
        let failed = |error: TantivyError| index_error(&self.folder, &error);
        let searcher = self.reader.searcher();
        let Some(segment) = searcher.segment_readers().first() else {
            return Ok(false);
        };
        let index = segment.inverted_index(field).map_err(failed)?;
        let term = Term::from_field_text(field, term);
        let postings = index.read_postings(&term, IndexRecordOption::Basic);
        let postings = postings.map_err(|error| failed(error.into()))?;
        Ok(postings.is_some_and(|mut postings| {
            if postings.doc() < doc {
                postings.seek(doc);
            }
            postings.doc() == doc
        }))
    }

    fn count_documents(&self, field: Field, term: &str) -> Result<u64, Error> {
        self.reader
            .searcher()
            .doc_freq(&Term::from_field_text(field, term))
            .map_err(|error| index_error(&self.folder, &error))
    }
}
