//! Searcher: answers questions from an index.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use tantivy::directory::MmapDirectory;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Index, IndexReader, ReloadPolicy, TantivyError, Term};

use super::analyzer::{Analyzers, Rules};
use super::answer::{Answer, Facets, Hit, HitKind, Reading, Request, Understood};
use super::cards::{self, Card};
use super::columns::Columns;
use super::hits::Shown;
use super::interpreter::Interpreter;
use super::knowledge::Knowledge;
use super::papers::PaperIndex;
use super::places::{Named, PlaceIndex};
use super::question::Question;
use super::rank::{Ranking, Scored};
use super::schema::Fields;
use super::suggest::{Title, suggest};
use super::topics::TopicIndex;
use super::write::RULES;
use crate::error::Error;
use crate::language::Language;

/// Scores that differ by less than this share of the best one are a tie.
const TIE: f32 = 0.02;

/// A question that speaks so much of a topic is not for a paper.
const CLEARLY_A_TOPIC: f32 = 0.8;

/// An open index.
pub struct Searcher {
    reader: IndexReader,
    fields: Fields,
    interpreter: Interpreter,
    topics: TopicIndex,
    places: PlaceIndex,
    papers: PaperIndex,
    columns: Columns,
    cards: Vec<Card>,
    /// Places with an office.
    offices: HashSet<String>,
    /// Titles to suggest, by language.
    titles: [Vec<Title>; 2],
    folder: PathBuf,
}

/// A question as it was read, with what the answer needs of it.
struct Read<'a> {
    question: Question,
    place: Option<Named<'a>>,
    /// The language of the question.
    language: Option<Language>,
    /// The language wanted for the answer.
    wanted: Option<Language>,
}

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
        let reader: IndexReader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(failed)?;
        let columns = match reader.searcher().segment_readers().first() {
            Some(segment) => Columns::read(segment).map_err(failed)?,
            None => Columns::default(),
        };
        let knowledge = Knowledge::load(folder)?;
        let interpreter = Interpreter::new(&rules, knowledge.words);
        let analyzers = &interpreter.analyzers;
        let topics = TopicIndex::new(&knowledge.topics, &rules.related, analyzers);
        let places = PlaceIndex::new(knowledge.places, &interpreter, analyzers);
        let papers = PaperIndex::new(&rules.papers, analyzers);
        let mut searcher = Self {
            papers,
            reader,
            fields,
            topics,
            places,
            interpreter,
            offices: columns.places_of(HitKind::Office),
            columns,
            cards: cards::load(folder)?,
            titles: [Vec::new(), Vec::new()],
            folder: folder.to_owned(),
        };
        searcher.titles = searcher.titles();
        Ok(searcher)
    }

    /// Answers a question. A question without words, and one that nothing matches,
    /// has no hits.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn search(&self, request: &Request) -> Result<Answer, Error> {
        let read = self.read(request);
        let order = self.order(&read, request)?;
        let shown: Vec<Scored> = order
            .iter()
            .skip(request.offset)
            .take(request.limit)
            .copied()
            .collect();
        Ok(Answer {
            request: request.clone(),
            query: request.query.clone(),
            understood: Understood {
                language: read.language,
                corrected: read.question.corrected.clone(),
                place: read.place.as_ref().map(|place| place.id.to_owned()),
            },
            total: order.len(),
            hits: self.hits(&shown, &read)?,
            facets: self.facets(&order),
        })
    }

    fn read(&self, request: &Request) -> Read<'_> {
        let mut question = match request.reading {
            Reading::Meant => self.interpreter.read(&request.query),
            Reading::Typed => self.interpreter.read_as_typed(&request.query),
        };
        self.papers.add_names(&mut question);
        let place = self.places.find(&mut question, &self.topics, &self.offices);
        let language = self.interpreter.language_of(&question);
        Read {
            wanted: request.language.or(language),
            question,
            place,
            language,
        }
    }

    /// All documents that answer, best first.
    fn order(&self, read: &Read<'_>, request: &Request) -> Result<Vec<Scored>, Error> {
        let mut scored = self.rank(&read.question, read.place.as_ref(), read.wanted)?;
        scored.retain(|one| self.passes(one, request));
        Ok(self.sort(scored, read.wanted))
    }

    fn hits(&self, scored: &[Scored], read: &Read<'_>) -> Result<Vec<Hit>, Error> {
        let searcher = self.reader.searcher();
        let Some(segment) = searcher.segment_readers().first() else {
            return Ok(Vec::new());
        };
        let shown = Shown {
            segment,
            fields: &self.fields,
            columns: &self.columns,
            cards: &self.cards,
            analyzers: &self.interpreter.analyzers,
            question: &read.question,
            wanted: read.wanted.unwrap_or(Language::Kk),
        };
        let hits = shown.hits(scored);
        hits.map_err(|error| index_error(&self.folder, &error))
    }

    /// Says how a question was read and why each result stands where it does.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn explain(&self, request: &Request) -> Result<Explanation, Error> {
        let read = self.read(request);
        let mut words = Vec::new();
        for word in &read.question.words {
            for candidate in &word.candidates {
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
        let scores = self.topics.score(&read.question);
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
            for candidate in &word.candidates {
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
        let typed = normal_text(typed, &self.interpreter.analyzers);
        let titles = &self.titles[usize::from(language == Language::Ru)];
        Ok(suggest(titles, &typed, most))
    }

    fn rank(
        &self,
        question: &Question,
        place: Option<&Named<'_>>,
        wanted: Option<Language>,
    ) -> Result<Vec<Scored>, Error> {
        let searcher = self.reader.searcher();
        let Some(segment) = searcher.segment_readers().first() else {
            return Ok(Vec::new());
        };
        let by_topic = self.topics.score(question);
        let spoken_of = by_topic.iter().copied().fold(0.0, f32::max);
        let for_paper = question.is_for_paper() && spoken_of < CLEARLY_A_TOPIC;
        let in_columns = |scores: &[f32]| -> Vec<f32> {
            let ids = self.columns.topic_ids.iter();
            let of_id = |id| self.topics.ids.iter().position(|known| known == id);
            ids.map(|id| of_id(id).map_or(0.0, |at| scores[at]))
                .collect()
        };
        let topics = in_columns(&by_topic);
        let related = in_columns(&self.topics.related(&by_topic));
        let ranking = Ranking {
            segment,
            fields: &self.fields,
            columns: &self.columns,
            topics: &topics,
            related: &related,
            for_paper,
            place,
            wanted,
        };
        ranking
            .score(question)
            .map_err(|error| index_error(&self.folder, &error))
    }

    fn passes(&self, scored: &Scored, request: &Request) -> bool {
        let at = scored.doc as usize;
        let document = &self.columns.documents[at];
        let region = self.columns.region(at);
        let in_region = |wanted: &String| region == Some(wanted.as_str());
        (request.kinds.is_empty() || request.kinds.contains(&document.kind))
            && (request.regions.is_empty() || request.regions.iter().any(in_region))
            && (request.statuses.is_empty()
                || document
                    .status
                    .is_some_and(|status| request.statuses.contains(&status)))
    }

    fn facets(&self, order: &[Scored]) -> Facets {
        self.columns
            .facets(order.iter().map(|scored| scored.doc as usize))
    }

    /// Best first. Among ties the wanted language comes before the other, acts in
    /// force before repealed ones, newer before older.
    fn sort(&self, mut found: Vec<Scored>, wanted: Option<Language>) -> Vec<Scored> {
        let best = found.iter().map(|hit| hit.score).fold(0.0, f32::max);
        found.sort_by_cached_key(|hit| {
            let document = &self.columns.documents[hit.doc as usize];
            let foreign = wanted.is_some_and(|wanted| !document.is_in(wanted));
            let repealed = document.status == Some(crate::catalogue::model::Status::Repealed);
            (
                Reverse(step(hit.score, best)),
                foreign,
                repealed,
                Reverse(document.adopted),
                hit.doc,
            )
        });
        found
    }

    fn count_documents(&self, field: Field, term: &str) -> Result<u64, Error> {
        self.reader
            .searcher()
            .doc_freq(&Term::from_field_text(field, term))
            .map_err(|error| index_error(&self.folder, &error))
    }

    /// The titles of services and topics, each once, in both languages.
    fn titles(&self) -> [Vec<Title>; 2] {
        let mut titles = [Vec::new(), Vec::new()];
        let mut known = std::collections::HashSet::new();
        for (facts, card) in self.columns.documents.iter().zip(&self.cards) {
            if !matches!(facts.kind, HitKind::Service | HitKind::Topic) {
                continue;
            }
            for (titles, language) in titles.iter_mut().zip(Language::ALL) {
                let title = card.title(language);
                if !title.is_empty() && known.insert((language, title)) {
                    titles.push(Title {
                        normal: normal_text(title, &self.interpreter.analyzers),
                        suggestion: Suggestion {
                            text: title.to_owned(),
                            url: card.url(language).to_owned(),
                        },
                    });
                }
            }
        }
        titles
    }
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

/// A text as its words in normal form, with single blanks between them.
fn normal_text(text: &str, analyzers: &Analyzers) -> String {
    let words = analyzers.of(Language::Kk).analyze(text).into_iter();
    words.map(|word| word.normal).collect::<Vec<_>>().join(" ")
}

fn index_error(folder: &Path, error: &TantivyError) -> Error {
    Error::Index {
        path: folder.to_owned(),
        message: error.to_string(),
    }
}

#[cfg(test)]
#[path = "searcher_tests.rs"]
mod tests;
