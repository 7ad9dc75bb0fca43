//! Searcher: answers questions from an index.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::Path;

use tantivy::directory::MmapDirectory;
use tantivy::schema::{Field, Value};
use tantivy::{Index, IndexReader, ReloadPolicy, TantivyDocument, TantivyError, Term};

use super::analyzer::{Analyzers, Rules};
use super::answer::{Answer, Hit, HitKind, Request, Understood};
use super::collect::{AllHits, Collected, Found};
use super::query::{Question, QuestionWord};
use super::schema::{Fields, language_bit};
use super::snippet::make_snippet;
use super::write::RULES;
use crate::catalogue::model::Status;
use crate::error::Error;
use crate::language::Language;

/// Scores that differ by less than this share of the best one are a tie.
const TIE: f32 = 0.02;

/// An open index.
pub struct Searcher {
    reader: IndexReader,
    fields: Fields,
    analyzers: Analyzers,
    folder: std::path::PathBuf,
}

/// Why a question was answered as it was.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Explanation {
    /// The words that count.
    pub words: Vec<WordExplanation>,
    /// How many of them a hit matches at least.
    pub matching: usize,
}

/// A word of a question as one language reads it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct WordExplanation {
    /// The word in its normal form.
    pub word: String,
    /// The language.
    pub language: Language,
    /// A term that it becomes.
    pub term: String,
    /// How many titles hold the term.
    pub titles: u64,
    /// How many bodies hold the term.
    pub bodies: u64,
}

/// A title that continues what a person types.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Suggestion {
    /// The title.
    pub text: String,
    /// Path of its page.
    pub url: String,
}

impl Searcher {
    /// Opens the index in a folder that [`write_index`](super::write_index) wrote.
    ///
    /// # Errors
    ///
    /// A folder that holds no such index.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let failed = |error: TantivyError| index_error(folder, &error);
        let rules = Rules::load(&folder.join(RULES))?.output;
        let directory = MmapDirectory::open(folder).map_err(|error| failed(error.into()))?;
        let index = Index::open(directory).map_err(failed)?;
        let (schema, fields) = Fields::define();
        if index.schema() != schema {
            return Err(Error::Index {
                path: folder.to_owned(),
                message: "another version of the program built it".to_owned(),
            });
        }
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(failed)?;
        Ok(Self {
            reader,
            fields,
            analyzers: Analyzers::new(&rules),
            folder: folder.to_owned(),
        })
    }

    /// Answers a question. A question without words, and one that nothing matches,
    /// has no hits.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn search(&self, request: &Request) -> Result<Answer, Error> {
        let question = Question::read(&request.query, &self.analyzers);
        let (_, collected) = self.collect(&question, request)?;
        let understood = Understood {
            language: self.query_language(&request.query, &question)?,
            ..Understood::default()
        };
        let wanted = request.language.or(understood.language);
        let order = sort(collected.found, wanted);
        let hits = order
            .iter()
            .skip(request.offset)
            .take(request.limit)
            .map(|found| self.hit(found, &question, wanted.unwrap_or(Language::Kk)))
            .collect::<Result<_, _>>()?;
        Ok(Answer {
            query: request.query.clone(),
            understood,
            total: order.len(),
            hits,
            facets: collected.facets,
        })
    }

    /// Says how a question was read.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn explain(&self, request: &Request) -> Result<Explanation, Error> {
        let question = Question::read(&request.query, &self.analyzers);
        let (matching, _) = self.collect(&question, request)?;
        let mut words = Vec::new();
        for word in &question.words {
            for reading in &word.readings {
                let fields = self.fields.words(reading.language);
                for term in reading.all_terms() {
                    words.push(WordExplanation {
                        word: word.normal.clone(),
                        language: reading.language,
                        term: term.to_owned(),
                        titles: self.count_documents(fields.title, term)?,
                        bodies: self.count_documents(fields.body, term)?,
                    });
                }
            }
        }
        Ok(Explanation { words, matching })
    }

    /// Titles of services and topics whose words begin with what was typed, those
    /// whose title begins with it first.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn suggest(
        &self,
        typed: &str,
        language: Language,
        most: usize,
    ) -> Result<Vec<Suggestion>, Error> {
        let typed = normal_text(typed, &self.analyzers);
        if typed.is_empty() {
            return Ok(Vec::new());
        }
        let mut found: Vec<(bool, Suggestion)> = Vec::new();
        for document in self.all_documents()? {
            let kind = text(&document, self.fields.kind);
            if kind != HitKind::Service.as_str() && kind != HitKind::Topic.as_str() {
                continue;
            }
            let title = text(&document, self.fields.words(language).stored_title);
            let normal = normal_text(title, &self.analyzers);
            let inside = normal.contains(&format!(" {typed}"));
            let known = found.iter().any(|(_, other)| other.text == title);
            if !title.is_empty() && !known && (normal.starts_with(&typed) || inside) {
                let url = text(&document, self.fields.words(language).url).to_owned();
                let text = title.to_owned();
                found.push((!normal.starts_with(&typed), Suggestion { text, url }));
            }
        }
        found.sort_by(|a, b| (a.0, &a.1.text).cmp(&(b.0, &b.1.text)));
        Ok(found
            .into_iter()
            .take(most)
            .map(|(_, found)| found)
            .collect())
    }

    /// The hits that match all words; when there are none, those that match one
    /// word less, down to half of the words.
    fn collect(&self, question: &Question, request: &Request) -> Result<(usize, Collected), Error> {
        let all = question.words.len();
        for matching in (all.div_ceil(2).max(1)..=all).rev() {
            let query = question.query(matching, request, &self.fields);
            let collected = self
                .reader
                .searcher()
                .search(&query, &AllHits)
                .map_err(|error| index_error(&self.folder, &error))?;
            if !collected.found.is_empty() {
                return Ok((matching, collected));
            }
        }
        Ok((all, Collected::default()))
    }

    fn hit(&self, found: &Found, question: &Question, wanted: Language) -> Result<Hit, Error> {
        let document: TantivyDocument = self
            .reader
            .searcher()
            .doc(found.address)
            .map_err(|error| index_error(&self.folder, &error))?;
        let language = if found.languages & language_bit(wanted) == 0 {
            wanted.other()
        } else {
            wanted
        };
        let words = self.fields.words(language);
        let passages = document
            .get_all(words.passages)
            .filter_map(|value| value.as_str());
        let terms: BTreeSet<&str> = question.terms(language).collect();
        let kind = text(&document, self.fields.kind);
        let adopted = document
            .get_first(self.fields.adopted)
            .and_then(|value| value.as_u64())
            .filter(|day| *day > 0);
        Ok(Hit {
            kind: HitKind::ALL
                .into_iter()
                .find(|known| known.as_str() == kind)
                .unwrap_or(HitKind::Service),
            id: text(&document, self.fields.id).to_owned(),
            act: optional(&document, self.fields.act),
            ordinal: document
                .get_first(self.fields.ordinal)
                .and_then(|value| value.as_u64())
                .and_then(|ordinal| u32::try_from(ordinal).ok()),
            topic: optional(&document, self.fields.topic),
            title: text(&document, words.stored_title).to_owned(),
            language,
            url: text(&document, self.fields.words(wanted).url).to_owned(),
            region: optional(&document, self.fields.region),
            status: status(text(&document, self.fields.status)),
            year: adopted.and_then(|day| u16::try_from(day / 10_000).ok()),
            score: found.score,
            snippet: make_snippet(passages, &terms, self.analyzers.of(language)),
        })
    }

    /// The language of a question: that of its letters, else the only language in
    /// whose texts its words stand.
    fn query_language(&self, text: &str, question: &Question) -> Result<Option<Language>, Error> {
        if question.words.is_empty() {
            return Ok(None);
        }
        if text.chars().any(is_only_kazakh) {
            return Ok(Some(Language::Kk));
        }
        let mut known = [0, 0];
        for word in &question.words {
            for (count, language) in known.iter_mut().zip(Language::ALL) {
                *count += usize::from(self.is_known(word, language)?);
            }
        }
        let [kk, ru] = known;
        Ok(match kk.cmp(&ru) {
            std::cmp::Ordering::Greater => Some(Language::Kk),
            std::cmp::Ordering::Less => Some(Language::Ru),
            std::cmp::Ordering::Equal => None,
        })
    }

    /// True when the texts of a language hold the word, or all parts of a compound.
    fn is_known(&self, word: &QuestionWord, language: Language) -> Result<bool, Error> {
        for reading in &word.readings {
            if reading.language != language {
                continue;
            }
            if self.is_any_known(&reading.terms, language)? {
                return Ok(true);
            }
            let mut known = !reading.parts.is_empty();
            for part in &reading.parts {
                known = known && self.is_any_known(part, language)?;
            }
            if known {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_any_known(&self, terms: &[String], language: Language) -> Result<bool, Error> {
        let fields = self.fields.words(language);
        for term in terms {
            let titles = self.count_documents(fields.title, term)?;
            if titles + self.count_documents(fields.body, term)? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn count_documents(&self, field: Field, term: &str) -> Result<u64, Error> {
        self.reader
            .searcher()
            .doc_freq(&Term::from_field_text(field, term))
            .map_err(|error| index_error(&self.folder, &error))
    }

    fn all_documents(&self) -> Result<Vec<TantivyDocument>, Error> {
        let searcher = self.reader.searcher();
        let mut documents = Vec::new();
        for segment in searcher.segment_readers() {
            let store = segment
                .get_store_reader(1)
                .map_err(|error| index_error(&self.folder, &error.into()))?;
            for document in store.iter(segment.alive_bitset()) {
                documents.push(document.map_err(|error| index_error(&self.folder, &error))?);
            }
        }
        Ok(documents)
    }
}

/// Best first. Among ties the wanted language comes before the other, acts in
/// force before repealed ones, newer before older.
fn sort(mut found: Vec<Found>, wanted: Option<Language>) -> Vec<Found> {
    let best = found.iter().map(|hit| hit.score).fold(0.0, f32::max);
    found.sort_by_cached_key(|hit| {
        let foreign = wanted.is_some_and(|wanted| hit.languages & language_bit(wanted) == 0);
        (
            Reverse(step(hit.score, best)),
            foreign,
            hit.repealed,
            Reverse(hit.adopted),
            hit.address,
        )
    });
    found
}

/// The score in steps of a tie.
fn step(score: f32, best: f32) -> u32 {
    if best <= 0.0 {
        return 0;
    }
    let steps = (score / best / TIE).round().clamp(0.0, 1.0 / TIE);
    // Between 0 and 50, so the cast is exact.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let steps = steps as u32;
    steps
}

fn is_only_kazakh(letter: char) -> bool {
    letter
        .to_lowercase()
        .any(|letter| matches!(letter, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і'))
}

fn status(name: &str) -> Option<Status> {
    [Status::InForce, Status::Repealed]
        .into_iter()
        .find(|status| super::write::status_name(*status) == name)
}

/// A text as its words in normal form, with single blanks between them.
fn normal_text(text: &str, analyzers: &Analyzers) -> String {
    let words = analyzers.of(Language::Kk).analyze(text).into_iter();
    words.map(|word| word.normal).collect::<Vec<_>>().join(" ")
}

fn text(document: &TantivyDocument, field: Field) -> &str {
    document
        .get_first(field)
        .and_then(|value| value.as_str())
        .unwrap_or_default()
}

fn optional(document: &TantivyDocument, field: Field) -> Option<String> {
    let value = text(document, field);
    (!value.is_empty()).then(|| value.to_owned())
}

fn index_error(folder: &Path, error: &TantivyError) -> Error {
    Error::Index {
        path: folder.to_owned(),
        message: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::sample;

    fn ask(request: &Request) -> Answer {
        let sample = sample::index();
        sample.searcher.search(request).expect("the index is whole")
    }

    #[track_caller]
    fn check(query: &str, language: Language, expected: &[&str]) {
        let answer = ask(&sample::request(query, language));
        let ids: Vec<_> = answer.hits.iter().map(|hit| hit.id.as_str()).collect();
        assert_eq!(ids, expected, "for: {query}");
    }

    #[test]
    fn a_russian_title_is_found_in_another_form() {
        check(
            "кресло-коляска",
            Language::Ru,
            &[
                "zhambyl-2014-357/wheelchair",
                "karagandy-2008-32-08/wheelchair",
                "wheelchair",
            ],
        );
        check(
            "коляски",
            Language::Ru,
            &[
                "zhambyl-2014-357/wheelchair",
                "karagandy-2008-32-08/wheelchair",
                "wheelchair",
            ],
        );
    }

    #[test]
    fn a_kazakh_title_is_found_in_another_form() {
        check(
            "кресло-арба",
            Language::Kk,
            &[
                "karagandy-2008-32-08/wheelchair",
                "zhambyl-2014-357/wheelchair",
                "wheelchair",
            ],
        );
        check(
            "арбасына",
            Language::Kk,
            &[
                "karagandy-2008-32-08/wheelchair",
                "zhambyl-2014-357/wheelchair",
                "wheelchair",
            ],
        );
    }

    #[test]
    fn a_question_finds_the_other_language_too() {
        check(
            "кресло-арба",
            Language::Ru,
            &[
                "karagandy-2008-32-08/wheelchair",
                "zhambyl-2014-357/wheelchair",
                "wheelchair",
            ],
        );
    }

    #[test]
    fn words_of_the_body_are_found() {
        check("удостоверение", Language::Ru, &["zhambyl-2014-357/benefit"]);
        check("куәлік", Language::Kk, &["karagandy-2008-32-08/wheelchair"]);
    }

    #[test]
    fn words_of_an_annex_are_found() {
        check("заявление", Language::Ru, &["zhambyl-2014-357/wheelchair"]);
    }

    #[test]
    fn words_of_the_act_itself_find_the_act() {
        check("маслихат", Language::Ru, &["zhambyl-2014-357"]);
    }

    #[test]
    fn a_question_that_nothing_matches_has_no_hits() {
        check("борщ", Language::Ru, &[]);
        check("?! ...", Language::Kk, &[]);
        check("", Language::Kk, &[]);
        check("коляска борщ сметана", Language::Ru, &[]);
    }

    #[test]
    fn one_word_that_nothing_matches_does_not_spoil_two_others() {
        check(
            "назначение пособия борщ",
            Language::Ru,
            &["zhambyl-2014-357/benefit"],
        );
    }

    #[test]
    fn a_hit_says_what_the_contract_promises() {
        let answer = ask(&sample::request("коляска", Language::Kk));
        let hit = Hit {
            score: answer.hits[0].score,
            kind: HitKind::Service,
            id: "zhambyl-2014-357/wheelchair".to_owned(),
            act: Some("zhambyl-2014-357".to_owned()),
            ordinal: Some(2),
            topic: Some("wheelchair".to_owned()),
            title: "Обеспечение инвалидов кресло-колясками".to_owned(),
            language: Language::Ru,
            url: "/kk/services/wheelchair/zhambyl-2014-357/".to_owned(),
            region: Some("zhambyl".to_owned()),
            status: Some(Status::Repealed),
            year: Some(2014),
            snippet: "Инвалид получает <mark>кресло-коляску</mark> за 10 дней.".to_owned(),
        };
        assert_eq!(answer.hits[0], hit);
    }

    #[test]
    fn facets_count_all_hits_beyond_the_page() {
        let mut request = sample::request("кресло", Language::Kk);
        request.limit = 1;
        let answer = ask(&request);
        let regions: Vec<_> = answer.facets.region.into_iter().collect();
        let expected = [("karagandy".to_owned(), 1), ("zhambyl".to_owned(), 1)];
        assert_eq!((answer.hits.len(), answer.total), (1, 3));
        assert_eq!(regions, expected);
    }

    #[test]
    fn filters_leave_only_what_they_name() {
        let mut request = sample::request("кресло", Language::Kk);
        request.regions = vec!["zhambyl".to_owned()];
        let ids: Vec<_> = ask(&request).hits.into_iter().map(|hit| hit.id).collect();
        assert_eq!(ids, ["zhambyl-2014-357/wheelchair"]);
        request.statuses = vec![Status::InForce];
        assert_eq!(ask(&request).total, 0);
        let mut request = sample::request("кресло", Language::Kk);
        request.kinds = vec![HitKind::Topic];
        let ids: Vec<_> = ask(&request).hits.into_iter().map(|hit| hit.id).collect();
        assert_eq!(ids, ["wheelchair"]);
    }

    #[test]
    fn the_language_of_a_question_is_told_by_letters_or_by_texts() {
        let language = |query| {
            ask(&sample::request(query, Language::Ru))
                .understood
                .language
        };
        assert_eq!(language("мүгедек"), Some(Language::Kk));
        assert_eq!(language("арба"), Some(Language::Kk));
        assert_eq!(language("пособие"), Some(Language::Ru));
        assert_eq!(language("zzz"), None);
    }

    fn found(score: f32, languages: u64, repealed: bool, adopted: u64, doc: u32) -> Found {
        Found {
            score,
            address: tantivy::DocAddress::new(0, doc),
            languages,
            repealed,
            adopted,
        }
    }

    #[test]
    fn ties_go_by_language_then_force_then_age() {
        let hits = vec![
            found(1.0, 2, false, 20200101, 0),
            found(1.0, 1, true, 20200101, 1),
            found(1.0, 1, true, 20210101, 2),
            found(1.0, 1, false, 20100101, 3),
            found(1.5, 2, true, 20010101, 4),
        ];
        let order: Vec<_> = sort(hits, Some(Language::Kk))
            .into_iter()
            .map(|hit| hit.address.doc_id)
            .collect();
        assert_eq!(order, [4, 3, 2, 1, 0]);
    }

    #[test]
    fn a_title_is_suggested_by_the_beginning_of_a_word() {
        let sample = sample::index();
        let suggest = |typed, language| {
            let found = sample.searcher.suggest(typed, language, 10);
            let found = found.expect("the index is whole");
            found.into_iter().map(|one| one.url).collect::<Vec<_>>()
        };
        assert_eq!(
            suggest("кресло", Language::Ru),
            [
                "/ru/services/wheelchair/",
                "/ru/services/wheelchair/zhambyl-2014-357/"
            ]
        );
        assert_eq!(suggest("ресло", Language::Ru), [""; 0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_question_breaks_the_search(query in "\\PC{0,200}|[\\x00-\\x20\\u{200f}\\u{202e}\\-*:\"(){}\\[\\]^~+а-яәіңғүұқөһ]{0,300}") {
            let answer = ask(&sample::request(&query, Language::Kk));
            prop_assert!(answer.hits.len() <= answer.total);
        }
    }

    #[test]
    fn odd_questions_have_an_answer() {
        let odd = [
            "ж".repeat(10_000),
            "\u{200f}\u{202e}\u{0}\u{1b}".to_owned(),
            "-".repeat(5_000),
            "а-".repeat(5_000),
        ];
        for query in odd {
            assert_eq!(ask(&sample::request(&query, Language::Ru)).total, 0);
        }
    }
}
