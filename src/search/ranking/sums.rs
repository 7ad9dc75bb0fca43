//! Sums: what the words of a question add up to in each document.

use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, TERMINATED, Term};

use super::Ranking;
use crate::search::answer::HitKind;
use crate::search::question::{Question, QuestionWord, Role};

/// Sums over the words of a question, one number for each document.
pub struct Sums {
    pub score: Vec<f32>,
    /// How much of the question each document explains.
    pub explained: Vec<f32>,
    /// The same for telling whether the question has an answer: what is done counts
    /// less than what it is done to, one word of a name less than the name.
    pub covered: Vec<f32>,
    /// Weight of all words that count for services, as they are scored and as they
    /// are covered; that of all words for offices.
    pub weight: f32,
    pub to_cover: f32,
    pub office_score: Vec<f32>,
    pub office_weight: f32,
    pub names_place: Vec<bool>,
    /// The best sum of the services of each topic.
    pub best_of_topic: Vec<f32>,
}

/// How much a word counts in a field and how much of it the field explains.
type FieldWeight = (f32, f32);

/// What a word does for a document.
#[derive(Clone, Copy, Default)]
struct Best {
    score: f32,
    explained: f32,
    covered: f32,
}

impl Best {
    fn raise(&mut self, to: Self) {
        self.score = self.score.max(to.score);
        self.explained = self.explained.max(to.explained);
        self.covered = self.covered.max(to.covered);
    }
}

impl Sums {
    fn new(documents: usize, topics: usize) -> Self {
        Self {
            score: vec![0.0; documents],
            explained: vec![0.0; documents],
            covered: vec![0.0; documents],
            weight: 0.0,
            to_cover: 0.0,
            office_score: vec![0.0; documents],
            office_weight: 0.0,
            names_place: vec![false; documents],
            best_of_topic: vec![0.0; topics],
        }
    }

    /// The score of a document by its words, up to 1.
    pub fn share(&self, at: usize) -> f32 {
        self.score[at] / self.weight.max(f32::EPSILON)
    }

    /// The share of the question that a document explains.
    pub fn explained(&self, at: usize) -> f32 {
        (self.explained[at] / self.weight.max(f32::EPSILON)).min(1.0)
    }

    /// The share of the question that some document covers.
    pub fn covered(&self) -> f32 {
        let most = self.covered.iter().copied().fold(0.0, f32::max);
        most / self.to_cover.max(f32::EPSILON)
    }
}

impl Ranking<'_> {
    pub(super) fn add_up(&self, question: &Question, asks: bool) -> tantivy::Result<Sums> {
        let all = self.columns.documents.len();
        let mut sums = Sums::new(all, self.topics.len());
        let together = self.find_together(question)?;
        let mut best = vec![Best::default(); all];
        let is_deed = |(word, of_paper): (&QuestionWord, &bool)| word.is_deed && !of_paper;
        let has_deed = question.words.iter().zip(&question.of_paper).any(is_deed);
        for (nth, word) in question.words.iter().enumerate() {
            let beside_deed = has_deed && !self.for_paper && !word.is_deed;
            best.fill(Best::default());
            let is_named = question.of_paper.get(nth) == Some(&true);
            let of_paper = self.for_paper && is_named;
            let weights = if of_paper {
                self.field_weights_for_paper(word, !question.papers.is_empty())
            } else {
                self.field_weights(asks)
            };
            self.find(word, weights, beside_deed, &mut best)?;
            let found = self.count_services(&best);
            if word.role == Role::Content && (of_paper || !self.for_paper) {
                for doc in &together {
                    best[*doc as usize].raise(Best {
                        score: self.weights.field.together,
                        explained: self.weights.explains.together,
                        covered: self.weights.explains.together,
                    });
                }
            }
            if is_named {
                self.raise_listing(&mut best);
            }
            self.add_word(word, found, &best, &mut sums);
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

    fn add_word(&self, word: &QuestionWord, found: usize, best: &[Best], sums: &mut Sums) {
        if word.role == Role::Place {
            for (names, best) in sums.names_place.iter_mut().zip(best) {
                *names |= best.score > 0.0;
            }
            return;
        }
        let weight = self.weight(found);
        let share = match word.role {
            Role::Content => word.share,
            Role::Asks => self.weights.office.asks * word.share,
            Role::Place | Role::PlaceKind => 0.0,
        };
        let deed = if word.is_deed {
            self.weights.answer.deed
        } else {
            1.0
        };
        sums.weight += weight * share;
        sums.to_cover += weight * share * deed;
        if word.role != Role::PlaceKind {
            sums.office_weight += weight;
        }
        for (at, best) in best.iter().enumerate() {
            if best.score > 0.0 {
                sums.score[at] += weight * share * best.score;
                sums.explained[at] += weight * share * best.explained;
                sums.covered[at] += weight * share * deed * best.covered;
                sums.office_score[at] += weight * best.score;
            }
        }
    }

    /// The weights of title, topic, papers, body and annex for a word of the name of a
    /// paper. What any paper may be, such as a certificate, does not count as a word:
    /// a service that gives one is not the service that asks for the paper.
    fn field_weights_for_paper(&self, word: &QuestionWord, is_kind: bool) -> [FieldWeight; 5] {
        let (field, explains) = (&self.weights.field, &self.weights.explains);
        let none = (0.0, 0.0);
        let body = (field.body_for_paper, explains.body_for_paper);
        let annex = (field.annex, explains.annex);
        let papers = if is_kind {
            none
        } else {
            (field.title, explains.title)
        };
        if word.is_deed {
            return [none, none, papers, annex, none];
        }
        let title = (field.title_for_paper, explains.title_for_paper);
        [title, title, papers, body, annex]
    }

    /// The weights of title, topic, papers, body and annex.
    fn field_weights(&self, asks: bool) -> [FieldWeight; 5] {
        let (field, explains) = (&self.weights.field, &self.weights.explains);
        let annex = if asks {
            (field.annex_of_offices, explains.annex_of_offices)
        } else {
            (field.annex, explains.annex)
        };
        [
            (field.title, explains.title),
            (field.topic, explains.topic),
            (field.papers, explains.papers),
            (field.body, explains.body),
            annex,
        ]
    }

    /// The best that a word does for each document.
    fn find(
        &self,
        word: &QuestionWord,
        [title, topic, papers, body, annex]: [FieldWeight; 5],
        beside_deed: bool,
        best: &mut [Best],
    ) -> tantivy::Result<()> {
        for candidate in word.meanings() {
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
                    let explained = explains * candidate.quality;
                    let said = if field == words.topic_words {
                        self.said(doc)
                    } else if field == words.body && beside_deed {
                        self.weights.explains.body_beside_deed
                    } else {
                        1.0
                    };
                    if let Some(best) = best.get_mut(doc as usize) {
                        best.raise(Best {
                            score: weight * candidate.quality * often,
                            explained,
                            covered: explained * said,
                        });
                    }
                })?;
            }
        }
        Ok(())
    }

    /// How many services hold a word.
    fn count_services(&self, best: &[Best]) -> usize {
        let annex = self.weights.field.annex;
        let documents = self.columns.documents.iter().zip(best);
        let holding = documents
            .filter(|(document, best)| document.kind == HitKind::Service && best.score > annex);
        holding.count()
    }

    /// A word of the name of a paper is found where the paper is listed.
    fn raise_listing(&self, best: &mut [Best]) {
        let (field, explains) = (&self.weights.field, &self.weights.explains);
        let (score, explained) = if self.for_paper {
            (field.listed, explains.listed)
        } else {
            (field.papers, explains.papers)
        };
        let listing = best.iter_mut().zip(self.listing);
        for (best, _) in listing.filter(|(_, lists)| **lists) {
            // Of services that list it, one whose text names it comes first.
            let score = score + (1.0 - score) * best.score;
            best.raise(Best {
                score,
                explained,
                covered: explained,
            });
        }
    }

    /// How much a word of a name of the topic explains: a name is made of several, and
    /// one of them may be there for something else.
    fn said(&self, doc: u32) -> f32 {
        let document = self.columns.documents.get(doc as usize);
        let topic = document.and_then(|document| document.topic);
        let said = topic.and_then(|topic| self.said.get(topic));
        let alone = self.weights.explains.topic_alone;
        alone + (1.0 - alone) * said.copied().unwrap_or(1.0)
    }

    pub(super) fn each_document(
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
        let weights = &self.weights.answer;
        let services = self.columns.services as f32;
        let rarest = ((services + 1.0) / 1.5).ln();
        let weight = match holding {
            0 => rarest * weights.unknown_word,
            _ => ((services + 1.0) / (holding as f32 + 0.5)).ln(),
        };
        weight.max(weights.common_word)
    }
}

#[allow(clippy::cast_precision_loss)]
fn saturation(count: u32) -> f32 {
    let count = count as f32;
    0.6 + 0.4 * (count / (count + 2.0))
}
