//! Topics: which of them a question speaks of.
//!
//! People ask in everyday words, acts speak in their own: the names and everyday
//! words of topics join the two, and both languages. A question is compared with
//! each name as a whole, so that a name said in full counts more than its single
//! words scattered over many names.

use std::collections::{HashMap, HashSet};

use super::analyzer::{Analyzers, Rules, normalize};
use super::knowledge::TopicWords;
use super::question::{Question, QuestionWord, Role};
use super::weights::TopicWeights;
use crate::language::Language;

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
    count: TopicWeights,
}

#[derive(Debug)]
struct Phrase {
    topic: usize,
    /// Weight of all its words, squared.
    norm: f32,
}

/// How much a question speaks of each topic, up to 1.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    pub scores: Vec<f32>,
    /// How much of one of the names of the topic the question says.
    pub said: Vec<f32>,
}

impl TopicIndex {
    pub fn new(topics: &[TopicWords], rules: &Rules, analyzers: &Analyzers) -> Self {
        let mut index = Self {
            ids: topics.iter().map(|topic| topic.id.clone()).collect(),
            count: rules.weights.topic.clone(),
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
        for group in &rules.related {
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

    /// How much the question speaks of each topic.
    pub fn score(&self, question: &Question) -> Spoken {
        let mut names: HashMap<u32, (f32, f32)> = HashMap::new();
        let mut words_of = vec![0.0; self.ids.len()];
        let (mut norm, mut sum) = (0.0, 0.0);
        for word in &question.words {
            let share = match word.role {
                Role::Content => 1.0,
                Role::Asks => self.count.asks,
                Role::Place | Role::PlaceKind => continue,
            };
            let mut in_phrases: HashMap<u32, (f32, f32)> = HashMap::new();
            let mut in_topics: HashMap<usize, f32> = HashMap::new();
            let mut weight: f32 = 0.0;
            for candidate in &word.candidates {
                let key = (candidate.language, candidate.term.clone());
                let Some(postings) = self.postings.get(&key) else {
                    continue;
                };
                let of_term = self.weight(candidate.language, &candidate.term);
                weight = weight.max(of_term * share);
                for (phrase, _) in postings {
                    let topic = self.phrases[*phrase as usize].topic;
                    let (quality, said) = in_phrases.entry(*phrase).or_default();
                    raise(quality, candidate.quality);
                    raise(said, of_term * of_term * candidate.quality);
                    raise(in_topics.entry(topic).or_default(), candidate.quality);
                }
            }
            if weight == 0.0 {
                weight = self.count.unknown * share;
            }
            norm += weight * weight;
            sum += weight;
            for (phrase, (quality, said)) in in_phrases {
                let name = names.entry(phrase).or_default();
                name.0 += weight * weight * quality;
                name.1 += said;
            }
            for (topic, quality) in in_topics {
                words_of[topic] += weight * quality;
            }
        }
        self.compare(&names, &words_of, norm, sum)
    }

    /// Compares what was found of names and words with all of the question.
    fn compare(
        &self,
        names: &HashMap<u32, (f32, f32)>,
        words_of: &[f32],
        norm: f32,
        sum: f32,
    ) -> Spoken {
        let mut spoken = Spoken {
            scores: vec![0.0; self.ids.len()],
            said: vec![0.0; self.ids.len()],
        };
        if sum == 0.0 {
            return spoken;
        }
        for (phrase, (product, said)) in names {
            let phrase = &self.phrases[*phrase as usize];
            let cosine = product / (norm * phrase.norm).sqrt().max(f32::EPSILON);
            raise(&mut spoken.scores[phrase.topic], cosine.min(1.0));
            let share = said / phrase.norm.max(f32::EPSILON);
            raise(&mut spoken.said[phrase.topic], share.min(1.0));
        }
        for (score, words) in spoken.scores.iter_mut().zip(words_of) {
            *score = self.count.name * *score + (1.0 - self.count.name) * words / sum;
        }
        spoken
    }

    /// What topics get from topics that help in the same need.
    pub fn related(&self, scores: &[f32]) -> Vec<f32> {
        let mut related = vec![0.0; scores.len()];
        for (one, other) in &self.related {
            raise(&mut related[*other], scores[*one] * self.count.related);
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
