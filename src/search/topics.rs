//! Topics: which of them a question speaks of.
//!
//! People ask in everyday words, acts speak in their own: the names and everyday
//! words of topics join the two, and both languages. A question is compared with
//! each name as a whole, so that a name said in full counts more than its single
//! words scattered over many names.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::analyzer::{Analyzers, normalize};
use super::knowledge::TopicWords;
use super::question::{Question, QuestionWord, Role, bit};
use super::rules::Rules;
use super::weights::TopicWeights;
use crate::language::Language;

/// A meaning less sure than this says no name for sure.
const SURE: f32 = 0.7;

/// Who says so many words of what is wanted tells a story.
const LEAST_OF_STORY: usize = 5;

/// The topics of an index.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct TopicIndex {
    pub ids: Vec<String>,
    phrases: Vec<Phrase>,
    /// Phrases that hold a term, with the place of the word in the phrase.
    postings: [BTreeMap<String, Vec<(u32, u16)>>; 2],
    /// How much a term tells topics apart.
    weights: [BTreeMap<String, f32>; 2],
    related: Vec<(usize, usize)>,
    /// What topics count, which the rules of the index say.
    #[serde(skip)]
    count: TopicWeights,
}

#[derive(Debug, Serialize, Deserialize)]
struct Phrase {
    topic: usize,
    /// Its words as they are written, with their weights.
    words: Vec<(String, f32)>,
    /// Weight of all its words, squared.
    norm: f32,
}

/// What a question says of a phrase.
#[derive(Clone, Copy, Default)]
struct Said {
    /// Weight of the words that both have.
    product: f32,
    /// Weight of these words in the phrase.
    share: f32,
    /// Where the next word would stand.
    next: u16,
    /// True when the words stand in another order.
    disordered: bool,
    /// The words of the question that say it surely, and those of the phrase that they
    /// say, as bits.
    by: u64,
    of: u64,
}

/// What one word of a question does for a phrase.
#[derive(Clone, Copy, Default)]
struct Held {
    /// Its weight in the phrase, by how sure it is meant.
    product: f32,
    share: f32,
    /// Where it stands after the words before it.
    next: Option<u16>,
    /// The words of the phrase that it surely says, as bits.
    of: u64,
}

/// How much a question speaks of each topic, up to 1.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    pub scores: Vec<f32>,
    /// How much of one of the names of the topic the question says.
    pub said: Vec<f32>,
    /// How well the question as a whole fits the nearest of all names.
    pub named: f32,
    /// The words of the question that surely say a whole name, as bits; none where they
    /// say no name.
    pub sure: u64,
}

impl TopicIndex {
    pub fn new(topics: &[TopicWords], rules: &Rules, analyzers: &Analyzers) -> Self {
        let mut index = Self {
            ids: topics.iter().map(|topic| topic.id.clone()).collect(),
            ..Self::default()
        }
        .counting(rules);
        let mut topics_of: HashMap<(Language, String), HashSet<usize>> = HashMap::new();
        let mut analysed = Vec::new();
        for (number, topic) in topics.iter().enumerate() {
            for (language, text) in &topic.phrases {
                let analyzer = analyzers.of(*language);
                let words = analyzer.analyze(text).into_iter();
                let words: Vec<(String, Vec<String>)> = words
                    .filter(|word| !analyzer.is_stop_word(&normalize(&word.normal)))
                    .map(|word| {
                        let terms = word.all_terms().into_iter();
                        let terms = terms.map(str::to_owned).collect();
                        (word.normal, terms)
                    })
                    .collect();
                for term in words.iter().flat_map(|(_, terms)| terms) {
                    let key = (*language, term.clone());
                    topics_of.entry(key).or_default().insert(number);
                }
                analysed.push((number, *language, words));
            }
        }
        for ((language, term), of) in topics_of {
            let rarity = rarity(topics.len(), of.len());
            index.weights[language as usize].insert(term, rarity);
        }
        for (topic, language, words) in analysed {
            let number = u32::try_from(index.phrases.len()).unwrap_or(u32::MAX);
            let mut norm = 0.0;
            let mut weighted = Vec::with_capacity(words.len());
            for (nth, (form, terms)) in (0..).zip(words) {
                let weight = terms
                    .first()
                    .map_or(0.0, |term| index.weight(language, term));
                norm += weight * weight;
                weighted.push((form, weight));
                for term in terms {
                    let postings = index.postings[language as usize].entry(term);
                    postings.or_default().push((number, nth));
                }
            }
            index.phrases.push(Phrase {
                topic,
                words: weighted,
                norm,
            });
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

    /// The index as it counts with these rules.
    #[must_use]
    pub fn counting(mut self, rules: &Rules) -> Self {
        self.count = rules.weights.topic.clone();
        self
    }

    /// True when a name of a topic holds one of the surest meanings of the word.
    pub fn knows(&self, word: &QuestionWord) -> bool {
        let best = word.quality();
        word.candidates.iter().any(|candidate| {
            let postings = &self.postings[candidate.language as usize];
            candidate.quality >= best && postings.contains_key(&candidate.term)
        })
    }

    /// How much the question speaks of each topic; `beside_paper` leaves out the name of
    /// a paper and whose it is.
    pub fn score(&self, question: &Question, beside_paper: bool) -> Spoken {
        let mut names: HashMap<u32, Said> = HashMap::new();
        let mut words_of = vec![0.0; self.ids.len()];
        let (mut norm, mut sum) = (0.0, 0.0);
        for (nth, word) in question.words.iter().enumerate() {
            let of_paper = word.is_holder || word.is_of_paper();
            if beside_paper && of_paper {
                continue;
            }
            let share = match word.role {
                Role::Content => word.share,
                Role::Asks => self.count.asks * word.share,
                Role::Place | Role::PlaceKind => continue,
            };
            let mut in_topics = vec![0.0; self.ids.len()];
            let (of_word, held) = self.find(word, &names, &mut in_topics);
            let weight = if of_word > 0.0 {
                of_word
            } else {
                self.count.unknown
            } * share;
            norm += weight * weight;
            sum += weight;
            for (phrase, held) in held {
                let said = names.entry(phrase).or_default();
                said.product += weight * held.product;
                said.share += held.share;
                if held.of != 0 && !word.is_frame {
                    said.by |= bit(nth);
                    said.of |= held.of;
                }
                said.disordered |= held.next.is_none();
                said.next = held.next.map_or(said.next, |at| at + 1);
            }
            for (words, quality) in words_of.iter_mut().zip(in_topics) {
                *words += weight * quality;
            }
        }
        let mut spoken = self.compare(&names, &words_of, norm, sum);
        spoken.sure = self.sure(question, &names, &spoken.scores);
        spoken
    }

    /// The words that say a whole name of several words or an abbreviation of one, one of
    /// them a word of few topics that says what is wanted. In a story that names nothing
    /// of what others give a name of one word will do, that of the topic it speaks of
    /// most: the rest is how it came to that.
    fn sure(&self, question: &Question, names: &HashMap<u32, Said>, scores: &[f32]) -> u64 {
        let of = |by: u64| {
            let words = question.words.iter().enumerate();
            words.filter(move |(nth, _)| by & bit(*nth) != 0)
        };
        let telling = |by: u64, phrase: &Phrase| {
            let rarest = phrase.words.iter().map(|(_, weight)| *weight);
            rarest.fold(0.0, f32::max) >= self.count.telling
                && of(by).any(|(_, word)| !word.is_deed && !word.is_elsewhere && !word.is_people)
        };
        let is_name = |by: u64| of(by).count() > 1 || of(by).any(|(_, word)| word.is_short);
        let whole = names.iter().filter_map(|(number, said)| {
            let phrase = &self.phrases[*number as usize];
            let whole = said.of.count_ones() as usize == phrase.words.len();
            (whole && telling(said.by, phrase)).then_some((phrase.topic, said.by))
        });
        let whole: Vec<(usize, u64)> = whole.collect();
        let sure = whole.iter().filter(|(_, by)| is_name(*by));
        let sure = sure.fold(0, |words, (_, by)| words | by);
        if sure != 0 || !is_story(question) {
            return sure;
        }
        let most = whole.iter().map(|(topic, _)| *topic);
        let most = most.max_by(|one, other| {
            let of_both = scores[*one].total_cmp(&scores[*other]);
            of_both.then(other.cmp(one))
        });
        let meant = whole.iter().filter(|(topic, _)| Some(*topic) == most);
        meant.fold(0, |words, (_, by)| words | by)
    }

    /// The phrases that hold a word, and how much the word tells topics apart. A word in
    /// another form than the phrase has it says a little less.
    fn find(
        &self,
        word: &QuestionWord,
        names: &HashMap<u32, Said>,
        in_topics: &mut [f32],
    ) -> (f32, HashMap<u32, Held>) {
        let mut found: HashMap<u32, Held> = HashMap::new();
        let (mut best, mut weight): (f32, f32) = (0.0, 0.0);
        for candidate in &word.candidates {
            let postings = &self.postings[candidate.language as usize];
            let Some(postings) = postings.get(&candidate.term) else {
                continue;
            };
            let of_term = self.weight(candidate.language, &candidate.term);
            // The surest meaning tells how much the word says.
            if candidate.quality > best {
                (best, weight) = (candidate.quality, of_term);
            } else if candidate.quality >= best {
                weight = weight.max(of_term);
            }
            for (number, at) in postings {
                let phrase = &self.phrases[*number as usize];
                let (form, of_phrase) = &phrase.words[usize::from(*at)];
                let of_form = if *form == word.shown {
                    1.0
                } else {
                    self.count.form
                };
                let held = found.entry(*number).or_default();
                raise(&mut held.product, of_phrase * candidate.quality * of_form);
                raise(&mut held.share, of_phrase * of_phrase);
                if candidate.quality >= SURE {
                    held.of |= bit(usize::from(*at));
                }
                let next = names.get(number).map_or(0, |said| said.next);
                if *at >= next && held.next.is_none_or(|known| *at < known) {
                    held.next = Some(*at);
                }
                raise(&mut in_topics[phrase.topic], candidate.quality);
            }
        }
        (weight, found)
    }

    /// Compares what was found of names and words with all of the question.
    fn compare(&self, names: &HashMap<u32, Said>, words_of: &[f32], norm: f32, sum: f32) -> Spoken {
        let mut spoken = Spoken {
            scores: vec![0.0; self.ids.len()],
            said: vec![0.0; self.ids.len()],
            named: 0.0,
            sure: 0,
        };
        if sum == 0.0 {
            return spoken;
        }
        for (number, said) in names {
            let phrase = &self.phrases[*number as usize];
            let mut cosine = said.product / (norm * phrase.norm).sqrt().max(f32::EPSILON);
            if said.disordered {
                cosine *= self.count.disordered;
            }
            raise(&mut spoken.scores[phrase.topic], cosine.min(1.0));
            raise(&mut spoken.named, cosine.min(1.0));
            let share = said.share / phrase.norm.max(f32::EPSILON);
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
        let weights = &self.weights[language as usize];
        weights.get(term).copied().unwrap_or(0.0)
    }
}

fn raise(value: &mut f32, to: f32) {
    *value = value.max(to);
}

/// True for many words of what is wanted, none of them for what others give.
fn is_story(question: &Question) -> bool {
    let wanted = question
        .words
        .iter()
        .filter(|word| word.role == Role::Content);
    wanted.count() >= LEAST_OF_STORY && !question.words.iter().any(|word| word.is_elsewhere)
}

/// How much a term that stands in some of all topics tells them apart.
#[allow(clippy::cast_precision_loss)]
fn rarity(all: usize, some: usize) -> f32 {
    // Topics are counted in hundreds, so the casts are exact.
    (1.0 + all as f32 / some.max(1) as f32).ln()
}
