//! Searcher: answers questions from an index.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use tantivy::directory::MmapDirectory;
use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{
    DocAddress, DocSet, Index, IndexReader, ReloadPolicy, SegmentReader, TantivyDocument,
    TantivyError, Term,
};

use super::analyzer::{Analyzers, Rules};
use super::answer::{Answer, Facets, Hit, HitKind, Request, Understood};
use super::columns::Columns;
use super::interpreter::Interpreter;
use super::knowledge::Knowledge;
use super::papers::PaperIndex;
use super::places::{Named, PlaceIndex};
use super::question::{Question, Role};
use super::rank::{Ranking, Scored};
use super::schema::Fields;
use super::snippet::make_snippet;
use super::suggest::{Title, suggest};
use super::topics::TopicIndex;
use super::write::{RULES, status_of};
use crate::error::Error;
use crate::language::Language;

/// Scores that differ by less than this share of the best one are a tie.
const TIE: f32 = 0.02;

/// Blocks of stored documents that stay unpacked: enough for the services that
/// people ask for most, some megabytes.
const CACHED_BLOCKS: usize = 192;

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
    /// Titles to suggest, by language.
    titles: [Vec<Title>; 2],
    folder: PathBuf,
}

/// Why a question was answered as it was.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Explanation {
    /// The words that count.
    pub words: Vec<WordExplanation>,
    /// The topics that the question speaks of, the likeliest first.
    pub topics: Vec<(String, f32)>,
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
            .doc_store_cache_num_blocks(CACHED_BLOCKS)
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
            columns,
            titles: [Vec::new(), Vec::new()],
            folder: folder.to_owned(),
        };
        searcher.titles = searcher.read_titles()?;
        Ok(searcher)
    }

    /// Answers a question. A question without words, and one that nothing matches,
    /// has no hits.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn search(&self, request: &Request) -> Result<Answer, Error> {
        let mut question = self.interpreter.read(&request.query);
        self.papers.add_names(&mut question);
        let place = self.places.find(&mut question, &self.topics);
        let understood = Understood {
            language: self.query_language(&question),
            corrected: question.corrected.clone(),
            place: place.as_ref().map(|place| place.id.to_owned()),
        };
        let wanted = request.language.or(understood.language);
        let mut scored = self.rank(&question, place.as_ref(), wanted)?;
        scored.retain(|one| self.passes(one, request));
        let order = self.sort(scored, wanted);
        let hits = order
            .iter()
            .skip(request.offset)
            .take(request.limit)
            .map(|scored| self.hit(scored, &question, wanted.unwrap_or(Language::Kk)))
            .collect::<Result<_, _>>()?;
        let facets = self.facets(&order);
        Ok(Answer {
            query: request.query.clone(),
            understood,
            total: order.len(),
            hits,
            facets,
        })
    }

    /// Says how a question was read.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn explain(&self, request: &Request) -> Result<Explanation, Error> {
        let mut question = self.interpreter.read(&request.query);
        self.places.find(&mut question, &self.topics);
        let mut words = Vec::new();
        for word in &question.words {
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
        let scores = self.topics.score(&question);
        let mut topics: Vec<(String, f32)> = self.topics.ids.iter().cloned().zip(scores).collect();
        topics.retain(|(_, score)| *score > 0.0);
        topics.sort_by(|a, b| b.1.total_cmp(&a.1));
        Ok(Explanation { words, topics })
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

    fn hit(&self, scored: &Scored, question: &Question, wanted: Language) -> Result<Hit, Error> {
        let failed = |error: TantivyError| index_error(&self.folder, &error);
        let searcher = self.reader.searcher();
        let document: TantivyDocument = searcher
            .doc(DocAddress::new(0, scored.doc))
            .map_err(failed)?;
        let facts = &self.columns.documents[scored.doc as usize];
        let language = if facts.is_in(wanted) {
            wanted
        } else {
            wanted.other()
        };
        let words = self.fields.words(language);
        let terms = question.terms(language);
        let starts: Vec<u32> = text(&document, words.starts)
            .split(' ')
            .filter_map(|start| start.parse().ok())
            .collect();
        let sentence = match searcher.segment_readers().first() {
            Some(segment) => {
                best_sentence(segment, words.body, scored.doc, &starts, question, language)
                    .map_err(failed)?
            }
            None => 0,
        };
        let passage = document
            .get_all(words.passages)
            .nth(sentence)
            .and_then(|value| value.as_str());
        let adopted = facts.adopted;
        Ok(Hit {
            kind: facts.kind,
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
            status: status_of(text(&document, self.fields.status)),
            year: u16::try_from(adopted / 10_000)
                .ok()
                .filter(|year| *year > 0),
            score: scored.score,
            snippet: make_snippet(passage, &terms, self.interpreter.analyzers.of(language)),
        })
    }

    /// The language of a question: the one in which more of its words have their
    /// surest meaning.
    fn query_language(&self, question: &Question) -> Option<Language> {
        let shown = question.words.iter().map(|word| &word.shown);
        if shown
            .into_iter()
            .any(|word| word.chars().any(is_only_kazakh))
        {
            return Some(Language::Kk);
        }
        let mut known = [0.0_f32; 2];
        for word in question
            .words
            .iter()
            .filter(|word| word.role != Role::Place)
        {
            for (sum, language) in known.iter_mut().zip(Language::ALL) {
                let own = word
                    .candidates
                    .iter()
                    .filter(|one| one.language == language);
                *sum += own.map(|one| one.quality).fold(0.0, f32::max);
            }
        }
        let [kk, ru] = known;
        if kk > ru + 0.1 {
            Some(Language::Kk)
        } else if ru > kk + 0.1 {
            Some(Language::Ru)
        } else {
            None
        }
    }

    fn count_documents(&self, field: Field, term: &str) -> Result<u64, Error> {
        self.reader
            .searcher()
            .doc_freq(&Term::from_field_text(field, term))
            .map_err(|error| index_error(&self.folder, &error))
    }

    /// The titles of services and topics, each once, in both languages.
    fn read_titles(&self) -> Result<[Vec<Title>; 2], Error> {
        let searcher = self.reader.searcher();
        let mut titles = [Vec::new(), Vec::new()];
        let mut known = std::collections::BTreeSet::new();
        for (doc, facts) in (0..).zip(&self.columns.documents) {
            if !matches!(facts.kind, HitKind::Service | HitKind::Topic) {
                continue;
            }
            let document: TantivyDocument = searcher
                .doc(DocAddress::new(0, doc))
                .map_err(|error| index_error(&self.folder, &error))?;
            for (titles, language) in titles.iter_mut().zip(Language::ALL) {
                let fields = self.fields.words(language);
                let title = text(&document, fields.stored_title).to_owned();
                if !title.is_empty() && known.insert((language, title.clone())) {
                    let url = text(&document, fields.url).to_owned();
                    titles.push(Title {
                        normal: normal_text(&title, &self.interpreter.analyzers),
                        suggestion: Suggestion { text: title, url },
                    });
                }
            }
        }
        Ok(titles)
    }
}

/// The sentence of a body in which most words of the question stand; the first
/// sentence when none does.
fn best_sentence(
    segment: &SegmentReader,
    body: Field,
    doc: u32,
    starts: &[u32],
    question: &Question,
    language: Language,
) -> tantivy::Result<usize> {
    let index = segment.inverted_index(body)?;
    let mut counts: std::collections::BTreeMap<usize, u64> = std::collections::BTreeMap::new();
    let mut positions = Vec::new();
    for (nth, word) in question.words.iter().enumerate() {
        for candidate in word
            .candidates
            .iter()
            .filter(|one| one.language == language)
        {
            let term = Term::from_field_text(body, &candidate.term);
            let option = IndexRecordOption::WithFreqsAndPositions;
            let Some(mut postings) = index.read_postings(&term, option)? else {
                continue;
            };
            if postings.doc() < doc {
                postings.seek(doc);
            }
            if postings.doc() != doc {
                continue;
            }
            postings.positions(&mut positions);
            for position in &positions {
                let sentence = starts
                    .partition_point(|start| start <= position)
                    .saturating_sub(1);
                // One bit for each word, of which there are fewer than 64.
                *counts.entry(sentence).or_default() |= 1 << nth.min(63);
            }
        }
    }
    let mut best = (0, 0);
    for (sentence, words) in counts {
        if words.count_ones() > best.1 {
            best = (sentence, words.count_ones());
        }
    }
    Ok(best.0)
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
#[path = "searcher_tests.rs"]
mod tests;
