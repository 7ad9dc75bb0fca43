//! Sums: what the words of a question add up to in each document.

use tantivy::postings::Postings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, TERMINATED, Term};

use super::Ranking;
use crate::search::answer::HitKind;
use crate::search::question::{Question, QuestionWord, Role, bit};

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
    /// True when some word is for more than an office.
    pub is_for_more: bool,
    /// The best sum of the services of each topic.
    pub best_of_topic: Vec<f32>,
}

/// A word less sure than this is not in the name of an office.
const SURE: f32 = 0.75;

/// How much a word counts in a field and how much of it the field explains.
type FieldWeight = (f32, f32);

/// Where a word of what is wanted may stand by chance.
#[derive(Clone, Copy)]
enum Chance {
    /// Nowhere.
    None,
    /// In a text, beside what is done.
    Body,
    /// In texts, tables and lists of papers, where an office is asked for.
    Office,
    /// Anywhere: it names what others give.
    All,
}

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
            is_for_more: false,
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

    /// The share of the question that one of some documents covers.
    pub fn covered(&self, counts: impl Fn(usize) -> bool) -> f32 {
        let covered = (0..).zip(&self.covered);
        let covered = covered.filter(|(at, _)| counts(*at));
        let most = covered.map(|(_, covered)| *covered).fold(0.0, f32::max);
        most / self.to_cover.max(f32::EPSILON)
    }
}

impl Ranking<'_> {
    pub(super) fn add_up(&self, question: &Question, asks: bool) -> tantivy::Result<Sums> {
        let all = self.columns.documents.len();
        let mut sums = Sums::new(all, self.topics.len());
        let together = self.find_together(question)?;
        let mut best = vec![Best::default(); all];
        let is_deed = |word: &QuestionWord| word.is_deed && !word.is_of_paper();
        let asks_here = asks && self.place.is_some();
        let has_deed = question.words.iter().any(is_deed);
        for (nth, word) in question.words.iter().enumerate() {
            let of_sure = self.sure & bit(nth) != 0;
            let chance = if self.for_paper {
                Chance::None
            } else if word.is_elsewhere && !of_sure {
                Chance::All
            } else if asks_here && word.role == Role::Content {
                Chance::Office
            } else if has_deed && !word.is_deed {
                Chance::Body
            } else {
                Chance::None
            };
            best.fill(Best::default());
            let is_named = word.is_of_paper();
            let of_paper = self.for_paper && is_named;
            let weights = if of_paper {
                let mut papers = word
                    .papers
                    .iter()
                    .filter_map(|nth| question.papers.get(*nth));
                self.field_weights_for_paper(word, papers.any(|kinds| !kinds.is_empty()))
            } else {
                self.field_weights(asks)
            };
            self.find(word, weights, chance, &mut best)?;
            let found = self.count_services(&best);
            let may_be_meant = !matches!(chance, Chance::All);
            if word.role == Role::Content && may_be_meant && (of_paper || !self.for_paper) {
                for doc in &together {
                    best[*doc as usize].raise(Best {
                        score: self.weights.field.together,
                        explained: self.weights.explains.together,
                        covered: self.weights.explains.together,
                    });
                }
            }
            if is_named && !asks_here && (self.for_paper || !word.is_elsewhere) {
                self.raise_listing(word, &mut best);
            }
            sums.is_for_more |=
                self.is_uncovered && found > 0 && !word.is_frame && self.is_for_more(word, &best);
            self.add_word(word, found, self.sure != 0 && !of_sure, &best, &mut sums);
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

    /// True for a word of what is wanted that no name of an office holds.
    fn is_for_more(&self, word: &QuestionWord, best: &[Best]) -> bool {
        let documents = self.columns.documents.iter().zip(best);
        let mut offices = documents.filter(|(document, _)| document.kind == HitKind::Office);
        let title = self.weights.field.title * SURE;
        word.role == Role::Content && !offices.any(|(_, best)| best.score >= title)
    }

    fn add_word(
        &self,
        word: &QuestionWord,
        found: usize,
        beside_name: bool,
        best: &[Best],
        sums: &mut Sums,
    ) {
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
        // What is asked of an office that is here explains itself.
        let to_cover = match word.role {
            Role::Asks if self.place.is_some() && !self.is_uncovered => 0.0,
            _ => share * self.to_cover(word, beside_name),
        };
        sums.weight += weight * share;
        sums.to_cover += weight * to_cover;
        let of_office = match word.role {
            Role::Asks => weight * self.weights.office.kind,
            _ => weight,
        };
        if word.role != Role::PlaceKind {
            sums.office_weight += of_office;
        }
        for (at, best) in best.iter().enumerate() {
            if best.score > 0.0 {
                sums.score[at] += weight * share * best.score;
                sums.explained[at] += weight * share * best.explained;
                sums.covered[at] += weight * to_cover * best.covered;
                sums.office_score[at] += of_office * best.score;
            }
        }
    }

    /// What a word counts for telling whether the question has an answer: what is done
    /// less than what it is done to, a story around the name of what is wanted little,
    /// what others give in any case.
    fn to_cover(&self, word: &QuestionWord, beside_name: bool) -> f32 {
        let weights = &self.weights.answer;
        let signs = [
            (word.is_deed, weights.deed),
            (beside_name, weights.beside_name),
            (word.is_elsewhere && !self.for_paper, weights.elsewhere),
        ];
        let seen = signs.iter().filter(|(is_seen, _)| *is_seen);
        seen.map(|(_, weight)| weight).product()
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
        chance: Chance,
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
            for (field, (weight, explained)) in weighted {
                self.each_document(field, &candidate.term, |doc, count| {
                    // The second occurrence says less than the first.
                    let often = if field == words.body {
                        saturation(count)
                    } else {
                        1.0
                    };
                    let explained = explained * candidate.quality;
                    let is_body = field == words.body && !self.is_office(doc);
                    let explains = &self.weights.explains;
                    let said = match chance {
                        Chance::All => explains.elsewhere,
                        _ if field == words.topic_words => self.said(doc),
                        Chance::Body | Chance::Office if is_body => explains.body_beside_deed,
                        Chance::Office if field == words.annex => explains.body_beside_deed,
                        Chance::Office if field == words.papers => explains.elsewhere,
                        _ => 1.0,
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

    fn is_office(&self, doc: u32) -> bool {
        let document = self.columns.documents.get(doc as usize);
        document.is_some_and(|document| document.kind == HitKind::Office)
    }

    /// How many services hold a word.
    fn count_services(&self, best: &[Best]) -> usize {
        let annex = self.weights.field.annex;
        let documents = self.columns.documents.iter().zip(best);
        let holding = documents
            .filter(|(document, best)| document.kind == HitKind::Service && best.score > annex);
        holding.count()
    }

    /// A word of the name of a paper is found where that paper is listed.
    fn raise_listing(&self, word: &QuestionWord, best: &mut [Best]) {
        let (field, explains) = (&self.weights.field, &self.weights.explains);
        let (score, explained) = if self.for_paper {
            (field.listed, explains.listed)
        } else {
            (field.papers, explains.papers)
        };
        let listing = word.papers.iter().filter_map(|nth| self.listing.get(*nth));
        let listing: Vec<&Vec<bool>> = listing.collect();
        let is_listing = |at: usize| listing.iter().any(|lists| lists.get(at) == Some(&true));
        for (_, best) in best
            .iter_mut()
            .enumerate()
            .filter(|(at, _)| is_listing(*at))
        {
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
