//! Ranking: how well each document answers a question.
//!
//! A document scores by its own words (title before papers before body before
//! annexes), by its topic and by its place. Each word of the question counts by how
//! much it tells documents apart ([`sums`]); words said together in one sentence
//! count more ([`together`]). A question most of whose weight no document explains
//! has no answer, rather than a poor one ([`coverage`]). The numbers are
//! [`Weights`]; this module knows which sign each stands for.

mod coverage;
mod offices;
mod services;
mod sums;
mod together;

use tantivy::SegmentReader;

use super::answer::HitKind;
use super::columns::Columns;
use super::places::Named;
use super::question::Question;
use super::schema::Fields;
use super::weights::Weights;
use crate::language::Language;

/// A document with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    /// Its number in the index.
    pub doc: u32,
    /// Its score.
    pub score: f32,
}

/// What is asked of all documents.
pub struct Ranking<'a> {
    pub segment: &'a SegmentReader,
    pub fields: &'a Fields,
    pub columns: &'a Columns,
    pub weights: &'a Weights,
    /// How much the question speaks of each topic, by number of the topic in the
    /// columns.
    pub topics: &'a [f32],
    /// How much of one of the names of each topic the question says.
    pub said: &'a [f32],
    /// What each topic gets from related ones.
    pub related: &'a [f32],
    /// The words of the question that surely say a name of a topic, as bits.
    pub sure: u64,
    /// True when the question is for a paper rather than for a topic.
    pub for_paper: bool,
    /// For each paper of the question, true for each document that lists it.
    pub listing: &'a [Vec<bool>],
    pub place: Option<&'a Named<'a>>,
    /// True when the place that is named is in a region without offices.
    pub is_uncovered: bool,
    pub wanted: Option<Language>,
}

impl Ranking<'_> {
    /// The documents that answer the question, in no order.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn score(&self, question: &Question) -> tantivy::Result<Vec<Scored>> {
        let asks = question.asks_for_office();
        let sums = self.add_up(question, asks)?;
        if !self.is_answerable(question, &sums, asks) {
            return Ok(Vec::new());
        }
        let weights = &self.weights.answer;
        let documents = (0..).zip(&self.columns.documents);
        let mut scored: Vec<Scored> = documents
            .map(|(doc, document)| {
                let at = doc as usize;
                let score = match document.kind {
                    HitKind::Service => self.of_service(at, &sums, asks),
                    HitKind::Office => self.of_office(at, &sums, asks),
                    HitKind::Topic => weights.topic * self.of_service(at, &sums, asks),
                    HitKind::Act => weights.act * sums.share(at),
                };
                Scored { doc, score }
            })
            .collect();
        let best = scored.iter().map(|one| one.score).fold(0.0, f32::max);
        let least = weights.least.max(best * weights.noise);
        scored.retain(|one| one.score > weights.least && one.score >= least);
        Ok(scored)
    }

    fn is_in_region(&self, at: usize) -> bool {
        let region = self.columns.region(at);
        self.place
            .is_some_and(|place| region.is_some_and(|region| place.within.contains(&region)))
    }

    /// Of places with one name, the one that the answer understands.
    fn is_the_place(&self, at: usize) -> bool {
        let mut places = self.columns.places(at);
        self.place
            .is_some_and(|named| places.any(|place| place == named.id))
    }

    fn is_in_place(&self, at: usize) -> bool {
        let mut places = self.columns.places(at);
        self.place
            .is_some_and(|named| places.any(|place| named.same.contains(&place)))
    }
}
