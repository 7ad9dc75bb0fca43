//! Rank: how well each document answers a question.
//!
//! A document scores by its own words (title before papers before body before
//! annexes), by its topic and by its place. Each word of the question counts by how
//! much it tells documents apart; a question most of whose weight no document
//! explains has no answer, rather than a poor one.

use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, SegmentReader, TERMINATED, Term};

use super::answer::HitKind;
use super::columns::Columns;
use super::places::Named;
use super::question::{Question, QuestionWord, Role};
use super::schema::Fields;
use crate::language::Language;

/// Weights of the fields and how much of a word they explain. All numbers here
/// were chosen by hand on questions of many kinds.
const TITLE: (f32, f32) = (1.0, 1.0);
const TOPIC: (f32, f32) = (0.85, 1.0);
const PAPERS: (f32, f32) = (0.75, 0.75);
const BODY: (f32, f32) = (0.5, 0.6);
const ANNEX: (f32, f32) = (0.12, 0.3);

/// The same for a word of a paper that is asked for: what counts is who lists it.
const PAPER_IN_TITLE: (f32, f32) = (0.4, 0.6);
const PAPER_IN_BODY: (f32, f32) = (0.7, 0.9);

/// An annex explains more where an office is asked for: it lists them.
const ANNEX_OF_OFFICES: (f32, f32) = (0.3, 0.6);

/// Share of the topic in the score of a service.
const TOPIC_SHARE: f32 = 0.6;

/// The same where a paper is asked for: most topics want the same papers.
const TOPIC_OF_PAPER: f32 = 0.1;

/// Share of the score of a service that lists a paper for others of its topic.
const LISTED_ELSEWHERE: f32 = 0.4;

/// What a place adds: a service of its region, one whose offices or texts name it.
const IN_REGION: f32 = 0.3;
const NAMES_PLACE: f32 = 0.15;

/// What is left of the score of a service that explains nothing of the question.
const INCOMPLETE: f32 = 0.4;

/// Words of a question said together in one sentence explain nearly as much as a
/// title. This many words are looked for, so many others may stand among them.
const TOGETHER: (f32, f32) = (0.8, 0.95);
const MOST_TOGETHER: usize = 4;
const AMONG: u32 = 2;

/// What is left of the score of a service where the office of a place is asked for.
const OFFICE_SHARE: f32 = 0.2;

/// What the place that the answer names adds to its office, so that of two places with
/// one name the one that is said to be understood comes first.
const FIRST_PLACE: f32 = 0.05;

/// What the language wanted adds.
const OWN_LANGUAGE: f32 = 0.1;

/// Weight of words that ask for an office, for what is no office.
const ASKS: f32 = 0.2;

/// Share of the weight of a question that some document must explain.
const EXPLAINED: f32 = 0.48;

/// Documents that score less than this share of the best are noise.
const NOISE: f32 = 0.3;

/// Weight of a word that stands in no document, as a share of the rarest word.
const UNKNOWN: f32 = 0.8;

/// Weight of the commonest word.
const LEAST: f32 = 0.08;

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
    /// How much the question speaks of each topic, by number of the topic in the
    /// columns.
    pub topics: &'a [f32],
    /// What each topic gets from related ones.
    pub related: &'a [f32],
    /// True when the question is for a paper rather than for a topic.
    pub for_paper: bool,
    pub place: Option<&'a Named<'a>>,
    pub wanted: Option<Language>,
}

/// Sums over the words of a question, one number for each document.
struct Sums {
    score: Vec<f32>,
    explained: Vec<f32>,
    /// Weight of all words that count for services, and for offices.
    weight: f32,
    office_score: Vec<f32>,
    office_weight: f32,
    names_place: Vec<bool>,
    /// The best sum of the services of each topic.
    best_of_topic: Vec<f32>,
}

impl Ranking<'_> {
    /// The documents that answer the question, in no order.
    ///
    /// # Errors
    ///
    /// An index that can no longer be read.
    pub fn score(&self, question: &Question) -> tantivy::Result<Vec<Scored>> {
        let asks = question.asks_for_office();
        let mut sums = self.add_up(question, asks)?;
        if sums.weight == 0.0 && self.place.is_none() {
            return Ok(Vec::new());
        }
        if sums.weight > 0.0 && !self.is_explained(question, &sums, asks) {
            return Ok(Vec::new());
        }
        sums.weight = sums.weight.max(f32::EPSILON);
        let mut scored: Vec<Scored> = (0..)
            .zip(&self.columns.documents)
            .map(|(doc, document)| {
                let score = match document.kind {
                    HitKind::Service => self.of_service(doc, &sums, asks),
                    HitKind::Office => self.of_office(doc, &sums, asks),
                    HitKind::Topic => 0.45 * self.of_service(doc, &sums, asks),
                    HitKind::Act => 0.3 * sums.score[doc as usize] / sums.weight,
                };
                Scored { doc, score }
            })
            .collect();
        let best = scored.iter().map(|one| one.score).fold(0.0, f32::max);
        scored.retain(|one| one.score > 0.05 && one.score >= best * NOISE);
        Ok(scored)
    }

    fn is_explained(&self, question: &Question, sums: &Sums, asks: bool) -> bool {
        let explained = sums.explained.iter().copied().fold(0.0, f32::max);
        let only_office = asks && question.words.iter().all(|word| word.role != Role::Content);
        only_office || explained / sums.weight >= EXPLAINED
    }

    fn of_service(&self, doc: u32, sums: &Sums, asks: bool) -> f32 {
        let at = doc as usize;
        let document = &self.columns.documents[at];
        let own = sums.score[at] / sums.weight;
        let topic = document.topic.and_then(|topic| self.topics.get(topic));
        // A service without a topic has nothing but its own words.
        let topic = topic.copied().unwrap_or(own);
        let share = if self.for_paper {
            TOPIC_OF_PAPER
        } else {
            TOPIC_SHARE
        };
        let mut score = share * topic + (1.0 - share) * own;
        // Who explains half of the question is half an answer.
        let explained = (sums.explained[at] / sums.weight).min(1.0);
        score *= INCOMPLETE + (1.0 - INCOMPLETE) * explained;
        let related = document.topic.and_then(|topic| self.related.get(topic));
        score = score.max(related.copied().unwrap_or(0.0));
        if self.for_paper {
            // Acts that do not list the paper may still want it: their standard does.
            let listed = document
                .topic
                .and_then(|topic| sums.best_of_topic.get(topic));
            score = score.max(LISTED_ELSEWHERE * listed.copied().unwrap_or(0.0) / sums.weight);
        }
        if asks && self.place.is_some() {
            // Who asks for an office wants the services of that office, all alike.
            score *= OFFICE_SHARE;
        }
        if score < 0.05 && !asks && sums.weight > f32::EPSILON {
            return 0.0;
        }
        if self.wanted.is_some_and(|wanted| document.is_in(wanted)) {
            score += OWN_LANGUAGE;
        }
        if self.is_in_region(at) {
            score += IN_REGION;
        }
        if self.is_in_place(at) || (sums.names_place[at] && self.is_in_region(at)) {
            score += NAMES_PLACE;
        }
        score
    }

    /// An office is an answer where its place is named, or where the question asks
    /// for an office by name.
    fn of_office(&self, doc: u32, sums: &Sums, asks: bool) -> f32 {
        let at = doc as usize;
        let own = sums.office_score[at] / sums.office_weight.max(f32::EPSILON);
        let here = self.is_in_place(at) || (self.place.is_none() && own > 0.75);
        match (asks, here) {
            (true, true) if self.is_the_place(at) => 0.6 + own + FIRST_PLACE,
            (true, true) => 0.6 + own,
            (true, false) => 0.3 * own,
            (false, true) => 0.25 + 0.4 * own,
            (false, false) => 0.0,
        }
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

    fn add_up(&self, question: &Question, asks: bool) -> tantivy::Result<Sums> {
        let all = self.columns.documents.len();
        let mut sums = Sums {
            score: vec![0.0; all],
            explained: vec![0.0; all],
            weight: 0.0,
            office_score: vec![0.0; all],
            office_weight: 0.0,
            names_place: vec![false; all],
            best_of_topic: vec![0.0; self.topics.len()],
        };
        let words: Vec<(usize, &QuestionWord)> = question.words.iter().enumerate().collect();
        let together = self.find_together(question)?;
        let mut best = vec![(0.0_f32, 0.0_f32); all];
        for (nth, word) in words {
            best.fill((0.0, 0.0));
            let of_paper = self.for_paper && question.of_paper.get(nth) == Some(&true);
            let weights = self.weights(asks, of_paper);
            let found = self.find(word, weights, &mut best)?;
            if word.role == Role::Content && (of_paper || !self.for_paper) {
                for doc in &together {
                    let (score, explained) = &mut best[*doc as usize];
                    *score = score.max(TOGETHER.0);
                    *explained = explained.max(TOGETHER.1);
                }
            }
            if word.role == Role::Place {
                for (names, (score, _)) in sums.names_place.iter_mut().zip(&best) {
                    *names |= *score > 0.0;
                }
                continue;
            }
            let weight = self.weight(found);
            let share = match word.role {
                Role::Content => 1.0,
                Role::Asks => ASKS,
                Role::Place | Role::PlaceKind => 0.0,
            };
            sums.weight += weight * share;
            if word.role != Role::PlaceKind {
                sums.office_weight += weight;
            }
            for (at, (score, explained)) in best.iter().enumerate() {
                if *score > 0.0 {
                    sums.score[at] += weight * share * score;
                    sums.explained[at] += weight * share * explained;
                    sums.office_score[at] += weight * score;
                }
            }
        }
        for (at, document) in self.columns.documents.iter().enumerate() {
            let topic = document
                .topic
                .and_then(|topic| sums.best_of_topic.get_mut(topic));
            if let (Some(best), HitKind::Service) = (topic, document.kind) {
                *best = best.max(sums.score[at]);
            }
        }
        Ok(sums)
    }

    /// The weights of title, topic, papers, body and annex.
    const fn weights(&self, asks: bool, of_paper: bool) -> [(f32, f32); 5] {
        let annex = if asks { ANNEX_OF_OFFICES } else { ANNEX };
        if of_paper {
            [PAPER_IN_TITLE, PAPER_IN_TITLE, TITLE, PAPER_IN_BODY, annex]
        } else {
            [TITLE, TOPIC, PAPERS, BODY, annex]
        }
    }

    /// The best that a word does for each document; gives how many services hold it.
    fn find(
        &self,
        word: &QuestionWord,
        [title, topic, papers, body, annex]: [(f32, f32); 5],
        best: &mut [(f32, f32)],
    ) -> tantivy::Result<usize> {
        for candidate in &word.candidates {
            let words = self.fields.words(candidate.language);
            let weighted = [
                (words.title, title),
                (words.topic_words, topic),
                (words.papers, papers),
                (words.body, body),
                (words.annex, annex),
            ];
            for (field, (weight, explains)) in weighted {
                self.each_document(field, &candidate.term, |doc, count| {
                    // The second occurrence says less than the first.
                    let often = if field == words.body {
                        saturation(count)
                    } else {
                        1.0
                    };
                    let score = weight * candidate.quality * often;
                    let explained = explains * candidate.quality;
                    if let Some((most, all)) = best.get_mut(doc as usize) {
                        *most = most.max(score);
                        *all = all.max(explained);
                    }
                })?;
            }
        }
        let documents = self.columns.documents.iter().zip(best.iter());
        let holding = documents
            .filter(|(document, (score, _))| document.kind == HitKind::Service && *score > ANNEX.0);
        Ok(holding.count())
    }

    /// Documents with a sentence that says all words of the question together.
    fn find_together(&self, question: &Question) -> tantivy::Result<Vec<u32>> {
        let words = question.words.iter().enumerate();
        let words = words.filter(|(nth, word)| {
            let of_paper = question.of_paper.get(*nth) == Some(&true);
            word.role == Role::Content && (of_paper || !self.for_paper)
        });
        let words: Vec<&QuestionWord> = words.map(|(_, word)| word).collect();
        if words.len() < 2 || words.len() > MOST_TOGETHER {
            return Ok(Vec::new());
        }
        // Positions are costly to read; few documents hold all the words.
        let mut held = vec![0_u32; self.columns.documents.len()];
        for (nth, word) in words.iter().enumerate() {
            for candidate in &word.candidates {
                let body = self.fields.words(candidate.language).body;
                self.each_document(body, &candidate.term, |doc, _| {
                    if let Some(held) = held.get_mut(doc as usize) {
                        *held |= 1 << nth;
                    }
                })?;
            }
        }
        let holds_all = |held: &u32| held.count_ones() as usize == words.len();
        let holding = (0..).zip(&held).filter(|(_, held)| holds_all(held));
        let mut places: Vec<(u32, Vec<(u32, usize)>)> =
            holding.map(|(doc, _)| (doc, Vec::new())).collect();
        let mut positions = Vec::new();
        for (nth, word) in words.iter().enumerate() {
            for candidate in &word.candidates {
                let body = self.fields.words(candidate.language).body;
                let term = Term::from_field_text(body, &candidate.term);
                let index = self.segment.inverted_index(body)?;
                let option = IndexRecordOption::WithFreqsAndPositions;
                let Some(mut postings) = index.read_postings(&term, option)? else {
                    continue;
                };
                for (doc, found) in &mut places {
                    if postings.doc() < *doc {
                        postings.seek(*doc);
                    }
                    if postings.doc() == *doc {
                        postings.positions(&mut positions);
                        found.extend(positions.iter().map(|position| (*position, nth)));
                    }
                }
            }
        }
        let together = places.into_iter().filter_map(|(doc, mut places)| {
            places.sort_unstable();
            stand_together(&places, words.len()).then_some(doc)
        });
        Ok(together.collect())
    }

    fn each_document(
        &self,
        field: Field,
        term: &str,
        mut see: impl FnMut(u32, u32),
    ) -> tantivy::Result<()> {
        let term = Term::from_field_text(field, term);
        let index = self.segment.inverted_index(field)?;
        let Some(mut postings) = index.read_postings(&term, IndexRecordOption::WithFreqs)? else {
            return Ok(());
        };
        while postings.doc() != TERMINATED {
            see(postings.doc(), postings.term_freq());
            postings.advance();
        }
        Ok(())
    }

    /// How much a word tells services apart that some of them hold.
    #[allow(clippy::cast_precision_loss)]
    fn weight(&self, holding: usize) -> f32 {
        let services = self.columns.services as f32;
        let rarest = ((services + 1.0) / 1.5).ln();
        if holding == 0 {
            return (rarest * UNKNOWN).max(LEAST);
        }
        ((services + 1.0) / (holding as f32 + 0.5)).ln().max(LEAST)
    }
}

/// True when all words stand within a few positions.
fn stand_together(places: &[(u32, usize)], words: usize) -> bool {
    let reach = u32::try_from(words).unwrap_or(u32::MAX) - 1 + AMONG;
    places.iter().enumerate().any(|(at, (first, _))| {
        let near = places[at..]
            .iter()
            .take_while(|(position, _)| position - first <= reach);
        let seen = near.fold(0_u32, |seen, (_, word)| seen | 1 << word);
        seen.count_ones() as usize == words
    })
}

#[allow(clippy::cast_precision_loss)]
fn saturation(count: u32) -> f32 {
    let count = count as f32;
    0.6 + 0.4 * (count / (count + 2.0))
}
