//! Places: which of them a question names.

use std::collections::{HashMap, HashSet};

use super::analyzer::{Analyzers, Word};
use super::knowledge::PlaceNames;
use super::question::{Question, Role};
use super::reading::Interpreter;
use super::topics::TopicIndex;
use crate::catalogue::model::PlaceKind;
use crate::language::Language;

/// A meaning less sure than this is no name of a place.
const SURE: f32 = 0.55;

/// The places of an index.
#[derive(Debug, Default)]
pub struct PlaceIndex {
    places: Vec<PlaceNames>,
    names: Vec<Name>,
    postings: HashMap<(Language, String), Vec<usize>>,
}

#[derive(Debug)]
struct Name {
    place: usize,
    language: Language,
    former: bool,
    /// The terms of each word.
    words: Vec<Vec<String>>,
}

/// The place that a question names.
#[derive(Clone, Debug, Default)]
pub struct Named<'a> {
    /// The place itself, for the answer.
    pub id: &'a str,
    /// The place and what holds it, of every place that has the name.
    pub within: Vec<&'a str>,
    /// Every place that has the name.
    pub same: Vec<&'a str>,
}

impl PlaceIndex {
    pub fn new(places: Vec<PlaceNames>, interpreter: &Interpreter, analyzers: &Analyzers) -> Self {
        let mut index = Self::default();
        for (number, place) in places.iter().enumerate() {
            let names = place.names.iter().map(|name| (name, false));
            let former = place.former.iter().map(|name| (name, true));
            for ((language, text), former) in names.chain(former) {
                let words = analyzers.of(*language).analyze(text).into_iter();
                let words: Vec<Vec<String>> = words
                    .filter(|word| !interpreter.is_place_kind(&word.normal))
                    .map(|word| terms_of(&word))
                    .collect();
                index.add(number, *language, former, words);
                for bare in bare_names(text, *language, interpreter, analyzers) {
                    index.add(number, *language, former, bare);
                }
            }
        }
        index.places = places;
        index
    }

    fn add(&mut self, place: usize, language: Language, former: bool, words: Vec<Vec<String>>) {
        for term in words.first().into_iter().flatten() {
            let postings = self.postings.entry((language, term.clone()));
            postings.or_default().push(self.names.len());
        }
        self.names.push(Name {
            place,
            language,
            former,
            words,
        });
    }

    /// Finds the place that a question names and marks its words. A word that a
    /// topic knows is the topic's, unless a word for a kind of place follows it.
    ///
    /// Of places with one name, a question for an office means one that has an office.
    pub fn find(
        &self,
        question: &mut Question,
        topics: &TopicIndex,
        offices: &HashSet<String>,
    ) -> Option<Named<'_>> {
        let asks = question.asks_for_office();
        let mut best: Option<(Rank, usize, Vec<usize>)> = None;
        let mut same = Vec::new();
        for (nth, word) in question.words.iter().enumerate() {
            let next = question.words.get(nth + 1);
            let is_called_place = next.is_some_and(|next| next.role == Role::PlaceKind);
            if word.role != Role::Content || (topics.knows(word) && !is_called_place) {
                continue;
            }
            let surest = word.quality();
            for candidate in &word.candidates {
                if candidate.quality < SURE || candidate.quality + 0.25 < surest {
                    continue;
                }
                let key = (candidate.language, candidate.term.clone());
                for number in self.postings.get(&key).into_iter().flatten() {
                    let name = &self.names[*number];
                    let Some(at) = find_words(name, question) else {
                        continue;
                    };
                    let place = &self.places[name.place];
                    same.push((at.len(), name.place));
                    let answers = !asks || offices.contains(&place.id);
                    let rank = (at.len(), answers, !name.former, order(place.kind));
                    if best.as_ref().is_none_or(|(most, ..)| rank > *most) {
                        best = Some((rank, name.place, at));
                    }
                }
            }
        }
        let ((words, ..), place, at) = best?;
        for number in at {
            question.words[number].role = Role::Place;
        }
        let mut named = Named {
            id: &self.places[place].id,
            ..Named::default()
        };
        for (_, place) in same.iter().filter(|(length, _)| *length == words) {
            let place = &self.places[*place];
            named.same.push(&place.id);
            named.within.extend(place.within.iter().map(String::as_str));
        }
        Some(named)
    }
}

fn terms_of(word: &Word) -> Vec<String> {
    let terms = word.all_terms();
    terms.iter().map(|term| (*term).to_owned()).collect()
}

/// The terms of the names that an adjective of one word may be made of, each a name
/// of one word.
fn bare_names(
    text: &str,
    language: Language,
    interpreter: &Interpreter,
    analyzers: &Analyzers,
) -> Vec<Vec<Vec<String>>> {
    let words = analyzers.of(language).analyze(text).into_iter();
    let words: Vec<_> = words
        .filter(|word| !interpreter.is_place_kind(&word.normal))
        .collect();
    let [word] = words.as_slice() else {
        return Vec::new();
    };
    let bare = interpreter.bare_names(&word.normal, language).into_iter();
    bare.map(|name| {
        let words = analyzers.of(language).analyze(&name).into_iter();
        words.map(|word| terms_of(&word)).collect()
    })
    .collect()
}

/// Words of the name in the question, whether the place has what is asked for,
/// today's name or not, kind of place.
type Rank = (usize, bool, bool, u8);

/// A bare name is most often that of the town.
const fn order(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::Town => 3,
        PlaceKind::Region => 2,
        PlaceKind::District => 1,
        PlaceKind::VillageDistrict => 0,
    }
}

/// The words of the question that say the whole name.
fn find_words(name: &Name, question: &Question) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    for terms in &name.words {
        let at = question.words.iter().position(|word| {
            word.candidates.iter().any(|candidate| {
                candidate.language == name.language
                    && candidate.quality >= SURE
                    && terms.contains(&candidate.term)
            })
        })?;
        found.push(at);
    }
    (!found.is_empty()).then_some(found)
}
