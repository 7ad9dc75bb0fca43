//! Query: what a question asks of the index.
//!
//! The text of a question is data. It is cut into words, each word is analysed in
//! both languages, and the query is built from the terms by hand: no character
//! has a meaning of its own. Words and terms are bounded, so that no question, whatever
//! it holds, costs more than another.

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::analyzer::{Analyzers, Word};
use super::answer::Request;
use super::schema::Fields;
use super::write::status_name;
use crate::language::Language;

/// A question has no more words than this; the rest is left out.
const MOST_WORDS: usize = 24;

/// Letters of a question that are looked at.
const MOST_LETTERS: usize = 2_000;

/// Terms that one word may become in one language.
const MOST_TERMS_OF_A_WORD: usize = 8;

/// Weights of the fields; chosen by hand on a few questions.
const TITLE_WEIGHT: f32 = 4.0;
const TOPIC_WEIGHT: f32 = 2.0;
const BODY_WEIGHT: f32 = 1.0;
const ANNEX_WEIGHT: f32 = 0.1;

/// Share of the weaker readings of a word that counts beside the best one.
const TIE_BREAKER: f32 = 0.1;

/// A question cut into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The words that count.
    pub words: Vec<QuestionWord>,
}

/// One word of a question with its readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionWord {
    /// Its normal form.
    pub normal: String,
    /// How each language reads it.
    pub readings: Vec<Reading>,
}

/// A word as one language reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The language.
    pub language: Language,
    /// Terms of which one is enough.
    pub terms: Vec<String>,
    /// Terms of the parts of a compound, which must all match.
    pub parts: Vec<Vec<String>>,
}

impl Question {
    /// Cuts a question into words.
    #[must_use]
    pub fn read(text: &str, analyzers: &Analyzers) -> Self {
        let text: String = text.chars().take(MOST_LETTERS).collect();
        let mut words: Vec<(bool, QuestionWord)> = Vec::new();
        let kk = analyzers.of(Language::Kk).analyze(&text);
        let ru = analyzers.of(Language::Ru).analyze(&text);
        for (kk, ru) in kk.into_iter().zip(ru) {
            if words.len() == MOST_WORDS {
                break;
            }
            if words.iter().any(|(_, word)| word.normal == kk.normal) {
                continue;
            }
            let weightless = Language::ALL
                .iter()
                .any(|language| analyzers.of(*language).is_stop_word(&kk.normal));
            let normal = kk.normal.clone();
            let readings = vec![
                Reading::new(Language::Kk, kk),
                Reading::new(Language::Ru, ru),
            ];
            words.push((weightless, QuestionWord { normal, readings }));
        }
        if words.iter().any(|(weightless, _)| !weightless) {
            words.retain(|(weightless, _)| !weightless);
        }
        Self {
            words: words.into_iter().map(|(_, word)| word).collect(),
        }
    }

    /// Every term of the question in a language.
    pub fn terms(&self, language: Language) -> impl Iterator<Item = &str> {
        self.words
            .iter()
            .flat_map(|word| &word.readings)
            .filter(move |reading| reading.language == language)
            .flat_map(Reading::all_terms)
    }

    /// The query for documents that match at least `matching` of the words and
    /// pass the filters of the request.
    #[must_use]
    pub fn query(&self, matching: usize, request: &Request, fields: &Fields) -> BooleanQuery {
        let words = self.words.iter().map(|word| word.query(fields)).collect();
        let words = BooleanQuery::union_with_minimum_required_clauses(words, matching);
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(words))];
        let statuses = request.statuses.iter().map(|status| status_name(*status));
        let kinds = request.kinds.iter().map(|kind| kind.as_str());
        let regions = request.regions.iter().map(String::as_str);
        clauses.extend(any_of(fields.region, regions));
        clauses.extend(any_of(fields.status, statuses));
        clauses.extend(any_of(fields.kind, kinds));
        BooleanQuery::new(clauses)
    }
}

impl QuestionWord {
    fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let mut alternatives = Vec::new();
        for reading in &self.readings {
            let words = fields.words(reading.language);
            let weighted = [
                (words.title, TITLE_WEIGHT),
                (words.topic_name, TOPIC_WEIGHT),
                (words.body, BODY_WEIGHT),
                (words.annex, ANNEX_WEIGHT),
            ];
            for (field, weight) in weighted {
                alternatives.extend(
                    reading
                        .terms
                        .iter()
                        .map(|term| one_term(field, term, weight)),
                );
                alternatives.extend(all_parts(field, &reading.parts, weight));
            }
        }
        Box::new(DisjunctionMaxQuery::with_tie_breaker(
            alternatives,
            TIE_BREAKER,
        ))
    }
}

impl Reading {
    fn new(language: Language, word: Word) -> Self {
        let mut left = MOST_TERMS_OF_A_WORD;
        let mut take = |mut terms: Vec<String>| {
            terms.truncate(left);
            left -= terms.len();
            terms
        };
        Self {
            language,
            terms: take(word.terms),
            parts: word.parts.into_iter().map(take).collect(),
        }
    }

    /// The terms of the word and of its parts.
    pub fn all_terms(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().flatten();
        self.terms.iter().chain(parts).map(String::as_str)
    }
}

fn one_term(field: Field, term: &str, weight: f32) -> Box<dyn Query> {
    let term = Term::from_field_text(field, term);
    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
    Box::new(BoostQuery::new(Box::new(query), weight))
}

/// A compound is also found where its parts stand apart, if all of them do. The
/// parts share the weight: a compound is one word.
fn all_parts(field: Field, parts: &[Vec<String>], weight: f32) -> Option<Box<dyn Query>> {
    if parts.is_empty() || parts.iter().any(Vec::is_empty) {
        return None;
    }
    let share = weight / f32::from(u16::try_from(parts.len()).unwrap_or(u16::MAX));
    let parts = parts
        .iter()
        .map(|terms| -> Box<dyn Query> {
            let terms = terms.iter().map(|term| one_term(field, term, share));
            Box::new(DisjunctionMaxQuery::new(terms.collect()))
        })
        .collect();
    Some(Box::new(BooleanQuery::intersection(parts)))
}

/// A filter that changes no score; nothing for an empty list.
fn any_of<'a>(
    field: Field,
    values: impl Iterator<Item = &'a str>,
) -> Option<(Occur, Box<dyn Query>)> {
    let values: Vec<Box<dyn Query>> = values
        .map(|value| -> Box<dyn Query> {
            let term = Term::from_field_text(field, value);
            Box::new(TermQuery::new(term, IndexRecordOption::Basic))
        })
        .collect();
    if values.is_empty() {
        return None;
    }
    let filter = ConstScoreQuery::new(Box::new(BooleanQuery::union(values)), 0.0);
    Some((Occur::Must, Box::new(filter)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::sample;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let question = Question::read(text, &sample::analyzers());
        let words: Vec<_> = question.words.into_iter().map(|word| word.normal).collect();
        assert_eq!(words, expected, "in: {text}");
    }

    #[test]
    fn operators_of_query_languages_are_not_words() {
        check(
            "title:\"кресло\" AND NOT (әкім* OR ~2) +арба^5",
            &[
                "title",
                "кресло",
                "and",
                "not",
                "әкім",
                "or",
                "2",
                "арба",
                "5",
            ],
        );
    }

    #[test]
    fn russian_words_without_meaning_of_their_own_do_not_count() {
        check("какие документы нужны", &["документы"]);
    }

    #[test]
    fn kazakh_words_without_meaning_of_their_own_do_not_count() {
        check("қандай құжаттар керек", &["құжаттар"]);
    }

    #[test]
    fn a_question_of_such_words_only_keeps_them() {
        check("как и где", &["как", "и", "где"]);
    }

    #[test]
    fn a_repeated_word_counts_once() {
        check("арба Арба АРБА", &["арба"]);
    }

    const MOST_TERMS: usize = MOST_WORDS * MOST_TERMS_OF_A_WORD * 2;

    fn count_terms(text: &str) -> usize {
        let question = Question::read(text, &sample::analyzers());
        let terms = |language| question.terms(language).count();
        terms(Language::Kk) + terms(Language::Ru)
    }

    #[test]
    fn a_question_of_ten_thousand_words_has_few_terms() {
        let text: String = (0..10_000).map(|nth| format!("слово-{nth} ")).collect();
        assert!(count_terms(&text) <= MOST_TERMS);
    }

    proptest! {
        #[test]
        fn no_question_has_more_terms_than_the_limit(text in "\\PC{0,400}|[\\x00-\\x20\\u{200f}\\u{202e}\\-а-яәіңғүұқөһa-z0-9]{0,4000}") {
            prop_assert!(count_terms(&text) <= MOST_TERMS);
        }
    }
}
