//! Topics: which of them a question speaks of.
//!
//! People ask in everyday words, acts speak in their own: the names and everyday
//! words of topics join the two, and both languages. A question is compared with
//! each name as a whole, so that a name said in full counts more than its single
//! words scattered over many names.

use std::collections::{HashMap, HashSet};

use super::analyzer::{Analyzers, normalize};
use super::knowledge::TopicWords;
use super::question::{Question, QuestionWord, Role};
use crate::language::Language;

/// Share of the score of a topic that its related topics get.
const RELATED: f32 = 0.34;

/// How much the best name counts beside all words of the topic together.
const NAME: f32 = 0.55;

/// Weight of a word that no topic holds.
const UNKNOWN: f32 = 2.2;

/// Weight of words that ask for an office.
const ASKS: f32 = 0.25;

/// The topics of an index.
#[derive(Debug, Default)]
pub struct TopicIndex {
    pub ids: Vec<String>,
    phrases: Vec<Phrase>,
    /// Phrases that hold a term, with the place of the word in the phrase.
    postings: HashMap<(Language, String), Vec<(u32, u16)>>,
    /// How much a term tells topics apart.
    weights: HashMap<(Language, String), f32>,
    related: Vec<(usize, usize)>,
}

#[derive(Debug)]
struct Phrase {
    topic: usize,
    /// Weight of all its words, squared.
    norm: f32,
}

impl TopicIndex {
    pub fn new(topics: &[TopicWords], groups: &[Vec<String>], analyzers: &Analyzers) -> Self {
        let mut index = Self {
            ids: topics.iter().map(|topic| topic.id.clone()).collect(),
            ..Self::default()
        };
        let mut topics_of: HashMap<(Language, String), HashSet<usize>> = HashMap::new();
        let mut analysed = Vec::new();
        for (number, topic) in topics.iter().enumerate() {
            for (language, text) in &topic.phrases {
                let analyzer = analyzers.of(*language);
                let words = analyzer.analyze(text).into_iter();
                let words: Vec<Vec<String>> = words
                    .filter(|word| !analyzer.is_stop_word(&normalize(&word.normal)))
                    .map(|word| {
                        word.all_terms()
                            .iter()
                            .map(|term| (*term).to_owned())
                            .collect()
                    })
                    .collect();
                for term in words.iter().flatten() {
                    let key = (*language, term.clone());
                    topics_of.entry(key).or_default().insert(number);
                }
                analysed.push((number, *language, words));
            }
        }
        for (key, of) in topics_of {
            index.weights.insert(key, rarity(topics.len(), of.len()));
        }
        for (topic, language, words) in analysed {
            let number = u32::try_from(index.phrases.len()).unwrap_or(u32::MAX);
            let mut norm = 0.0;
            for (nth, terms) in (0..).zip(&words) {
                let weight = terms
                    .first()
                    .map_or(0.0, |term| index.weight(language, term));
                norm += weight * weight;
                for term in terms {
                    let key = (language, term.clone());
                    index.postings.entry(key).or_default().push((number, nth));
                }
            }
            index.phrases.push(Phrase { topic, norm });
        }
        for group in groups {
            let numbers = group
                .iter()
                .filter_map(|id| index.ids.iter().position(|known| known == id));
            let numbers: Vec<usize> = numbers.collect();
            for one in &numbers {
                let others = numbers.iter().filter(|other| *other != one);
                index.related.extend(others.map(|other| (*one, *other)));
            }
        }
        index
    }

    /// True when a name of a topic holds one of the surest meanings of the word.
    pub fn knows(&self, word: &QuestionWord) -> bool {
        let best = word.quality();
        word.candidates.iter().any(|candidate| {
            let key = (candidate.language, candidate.term.clone());
            candidate.quality >= best && self.postings.contains_key(&key)
        })
    }

    /// How much the question speaks of each topic, up to 1.
    pub fn score(&self, question: &Question) -> Vec<f32> {
        let mut names: HashMap<u32, f32> = HashMap::new();
        let mut words_of = vec![0.0; self.ids.len()];
        let (mut norm, mut sum) = (0.0, 0.0);
        for word in &question.words {
            let share = match word.role {
                Role::Content => 1.0,
                Role::Asks => ASKS,
                Role::Place | Role::PlaceKind => continue,
            };
            let mut in_phrases: HashMap<u32, f32> = HashMap::new();
            let mut in_topics: HashMap<usize, f32> = HashMap::new();
            let mut weight: f32 = 0.0;
            for candidate in &word.candidates {
                let key = (candidate.language, candidate.term.clone());
                let Some(postings) = self.postings.get(&key) else {
                    continue;
                };
                weight = weight.max(self.weight(candidate.language, &candidate.term) * share);
                for (phrase, _) in postings {
                    let topic = self.phrases[*phrase as usize].topic;
                    raise(in_phrases.entry(*phrase).or_default(), candidate.quality);
                    raise(in_topics.entry(topic).or_default(), candidate.quality);
                }
            }
            if weight == 0.0 {
                weight = UNKNOWN * share;
            }
            norm += weight * weight;
            sum += weight;
            for (phrase, quality) in in_phrases {
                *names.entry(phrase).or_default() += weight * weight * quality;
            }
            for (topic, quality) in in_topics {
                words_of[topic] += weight * quality;
            }
        }
        if sum == 0.0 {
            return words_of;
        }
        let mut best = vec![0.0; self.ids.len()];
        for (phrase, product) in names {
            let phrase = &self.phrases[phrase as usize];
            let cosine = product / (norm * phrase.norm).sqrt().max(f32::EPSILON);
            raise(&mut best[phrase.topic], cosine.min(1.0));
        }
        let own: Vec<f32> = best
            .iter()
            .zip(&words_of)
            .map(|(name, words)| NAME * name + (1.0 - NAME) * words / sum)
            .collect();
        own
    }

    /// What topics get from topics that help in the same need.
    pub fn related(&self, scores: &[f32]) -> Vec<f32> {
        let mut related = vec![0.0; scores.len()];
        for (one, other) in &self.related {
            raise(&mut related[*other], scores[*one] * RELATED);
        }
        related
    }

    fn weight(&self, language: Language, term: &str) -> f32 {
        let key = (language, term.to_owned());
        self.weights.get(&key).copied().unwrap_or(0.0)
    }
}

fn raise(value: &mut f32, to: f32) {
    *value = value.max(to);
}

/// How much a term that stands in some of all topics tells them apart.
#[allow(clippy::cast_precision_loss)]
fn rarity(all: usize, some: usize) -> f32 {
    // Topics are counted in hundreds, so the casts are exact.
    (1.0 + all as f32 / some.max(1) as f32).ln()
}
