//! Searcher: answers questions from an index.
//!
//! It opens what [`write_index`](super::write_index) wrote and joins the parts: the
//! question is read, its papers and its place are found, all documents are ranked,
//! those asked for are shown. Why an answer is as it is stands in [`explanation`].

mod explanation;
mod order;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexReader, ReloadPolicy, TantivyError};

use super::answer::{Answer, Facets, Hit, HitKind, Reading, Request, Understood};
use super::cards::{self, Card};
use super::columns::Columns;
use super::contact::dialled;
use super::hits::Shown;
use super::knowledge::Knowledge;
use super::papers::PaperIndex;
use super::places::{Named, PlaceIndex};
use super::question::Question;
use super::ranking::{Ranking, Scored};
use super::reading::Interpreter;
use super::rules::Rules;
use super::schema::Fields;
use super::suggest::{Suggester, Suggestion};
use super::topics::TopicIndex;
use super::villages::VillageIndex;
use super::weights::Weights;
use super::write::RULES;
use crate::error::Error;
use crate::language::Language;
pub use explanation::{Explanation, Match, ResultExplanation, WordExplanation};

/// An open index.
pub struct Searcher {
    reader: IndexReader,
    fields: Fields,
    interpreter: Interpreter,
    topics: TopicIndex,
    places: PlaceIndex,
    villages: VillageIndex,
    papers: PaperIndex,
    columns: Columns,
    cards: Vec<Card>,
    /// Places with an office.
    offices: HashSet<String>,
    /// Regions with an office.
    covered: HashSet<String>,
    suggester: Suggester,
    weights: Weights,
    folder: PathBuf,
}

/// The regions of places: their ids begin with that of their region.
fn regions_of(places: &HashSet<String>) -> HashSet<String> {
    let regions = places.iter().filter_map(|id| id.split('/').next());
    regions.map(str::to_owned).collect()
}

/// A question as it was read, with what the answer needs of it.
struct Read<'a> {
    question: Question,
    /// The offices with the number that the question is.
    dialled: Vec<u32>,
    place: Option<Named<'a>>,
    /// The language of the question.
    language: Option<Language>,
    /// The language wanted for the answer.
    wanted: Option<Language>,
}

impl Searcher {
    /// Opens the index in a folder that [`write_index`](super::write_index) wrote.
    ///
    /// # Errors
    ///
    /// A folder that holds no such index.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let failed = |error: TantivyError| index_error(folder, &error);
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
        let (knowledge, (rules, cards)) = rayon::join(
            || Knowledge::load(folder),
            || rayon::join(|| Rules::load(&folder.join(RULES)), || cards::load(folder)),
        );
        let (knowledge, rules, cards) = (knowledge?, rules?.output, cards?);
        let (interpreter, (suggester, villages)) = rayon::join(
            || Interpreter::new(&rules, knowledge.words),
            || {
                let villages = VillageIndex::new(knowledge.villages, &rules.letters);
                (Suggester::new(&columns, &cards), villages)
            },
        );
        let offices = columns.places_of(HitKind::Office);
        Ok(Self {
            villages,
            suggester,
            topics: knowledge.topics.counting(&rules),
            places: knowledge.places,
            papers: knowledge.papers.counting(&rules),
            weights: rules.weights,
            reader,
            fields,
            interpreter,
            covered: regions_of(&offices),
            offices,
            columns,
            cards,
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
        let dialled = self.offices_with(&request.query);
        let mut question = match request.reading {
            // Figures that a telephone has are not letters of another keyboard.
            Reading::Meant if dialled.is_empty() => self.interpreter.read(&request.query),
            _ => self.interpreter.read_as_typed(&request.query),
        };
        self.papers.add_names(&mut question);
        question.keep_names_of_papers();
        let mut place = self.places.find(&mut question, &self.topics, &self.offices);
        let is_covered = place.as_ref().is_some_and(|place| self.is_covered(place));
        let known = place.as_ref().filter(|_| is_covered);
        let village = self.villages.find(&mut question, known, &self.interpreter);
        place = village.or(place);
        question.leave_out_office_names();
        question.weigh_holders(self.weights.answer.holder);
        question.weigh_frames(self.weights.answer.frame);
        let language = self.interpreter.language_of(&question);
        Read {
            wanted: request.language.or(language),
            question,
            dialled,
            place,
            language,
        }
    }

    /// The offices with the number that a text is.
    fn offices_with(&self, text: &str) -> Vec<u32> {
        let Some(number) = dialled(text) else {
            return Vec::new();
        };
        let cards = (0..).zip(&self.cards);
        let answering = cards.filter(|(_, card)| card.answers(&number));
        answering.map(|(doc, _)| doc).collect()
    }

    /// All documents that answer, best first.
    fn order(&self, read: &Read<'_>, request: &Request) -> Result<Vec<Scored>, Error> {
        let mut scored = if read.dialled.is_empty() {
            self.rank(&read.question, read.place.as_ref(), read.wanted)?
        } else {
            let offices = read.dialled.iter();
            offices
                .map(|doc| Scored {
                    doc: *doc,
                    score: 1.0,
                })
                .collect()
        };
        scored.retain(|one| self.passes(one, request));
        Ok(order::sort(
            scored,
            read.wanted,
            &self.columns,
            self.weights.answer.tie,
        ))
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

    /// Titles of services and topics whose words begin with what was typed, those
    /// whose title begins with it first.
    #[must_use]
    pub fn suggest(&self, typed: &str, language: Language, most: usize) -> Vec<Suggestion> {
        self.suggester.suggest(typed, language, most)
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
        let mut spoken = self.topics.score(question, false);
        // An office may be called after what a paper is of: the department of education.
        let asks_here = place.is_some() && question.asks_for_office();
        let for_paper =
            !asks_here && question.is_for_paper() && spoken.named < self.weights.topic.clear;
        if for_paper {
            // What the paper is for is said beside its name.
            spoken = self.topics.score(question, true);
        }
        let in_columns = |scores: &[f32]| -> Vec<f32> {
            let ids = self.columns.topic_ids.iter();
            let of_id = |id| self.topics.ids.iter().position(|known| known == id);
            ids.map(|id| of_id(id).map_or(0.0, |at| scores[at]))
                .collect()
        };
        let topics = in_columns(&spoken.scores);
        let said = in_columns(&spoken.said);
        let related = in_columns(&self.topics.related(&spoken.scores));
        let papers = question.papers.iter();
        let listing: Vec<_> = papers.map(|kinds| self.columns.listing(kinds)).collect();
        let ranking = Ranking {
            segment,
            fields: &self.fields,
            columns: &self.columns,
            weights: &self.weights,
            topics: &topics,
            said: &said,
            related: &related,
            sure: spoken.sure,
            for_paper,
            listing: &listing,
            place,
            is_uncovered: place.is_some_and(|place| !self.is_covered(place)),
            wanted,
        };
        ranking
            .score(question)
            .map_err(|error| index_error(&self.folder, &error))
    }

    /// True for a place in a region with an office.
    fn is_covered(&self, place: &Named<'_>) -> bool {
        let mut within = place.within.iter();
        within.any(|id| self.covered.contains(*id))
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
}

fn index_error(folder: &Path, error: &TantivyError) -> Error {
    Error::Index {
        path: folder.to_owned(),
        message: error.to_string(),
    }
}
