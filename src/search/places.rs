//! Places: which of them a question names.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use super::analyzer::Word;
use super::knowledge::PlaceNames;
use super::question::{Question, Role};
use super::reading::Interpreter;
use super::topics::TopicIndex;
use crate::catalogue::model::PlaceKind;
use crate::language::Language;

/// A meaning less sure than this is no name of a place.
const SURE: f32 = 0.55;

/// The places of an index.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct PlaceIndex {
    places: Vec<PlaceNames>,
    names: Vec<Name>,
    postings: BTreeMap<(Language, String), Vec<usize>>,
    /// Names of one word in normal form.
    spelt: BTreeSet<String>,
}

#[derive(Debug, Serialize, Deserialize)]
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
    pub fn new(places: Vec<PlaceNames>, interpreter: &Interpreter) -> Self {
        let analyzers = &interpreter.analyzers;
        let mut index = Self::default();
        for (number, place) in places.iter().enumerate() {
            let names = place.names.iter().map(|name| (name, false));
            let former = place.former.iter().map(|name| (name, true));
            for ((language, text), former) in names.chain(former) {
                let words = analyzers.of(*language).analyze(text).into_iter();
                let words: Vec<Word> = words
                    .filter(|word| !interpreter.is_place_kind(&word.normal))
                    .collect();
                if let [word] = words.as_slice() {
                    index.spelt.insert(word.normal.clone());
                }
                let words: Vec<Vec<String>> = words.iter().map(terms_of).collect();
                index.add(number, *language, former, words);
                for bare in bare_names(text, *language, interpreter) {
                    index.add(number, *language, former, bare);
                }
            }
        }
        index.places = places;
        index
    }

    /// True for a name of one word as it is spelt.
    fn is_spelt(&self, normal: &str) -> bool {
        self.spelt.contains(normal)
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
        let mut found: Vec<Found> = Vec::new();
        for (nth, word) in question.words.iter().enumerate() {
            let next = question.words.get(nth + 1);
            let is_called_place = next.is_some_and(|next| next.role == Role::PlaceKind);
            let is_spelt = self.is_spelt(&word.normal);
            if word.role != Role::Content || (word.is_elsewhere && !is_spelt) {
                continue;
            }
            let is_of_topic = topics.knows(word) && !is_called_place;
            if is_of_topic && !(asks && is_spelt) {
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
                    let answers = !asks || offices.contains(&place.id);
                    found.push(Found {
                        rank: (at.len(), answers, !name.former, order(place.kind)),
                        place: name.place,
                        at,
                    });
                }
            }
        }
        let mut of_place = self.keep_held(&mut found);
        // Of equal places the first one counts.
        let best = found
            .iter()
            .reduce(|best, one| match one.rank > best.rank {
                true => one,
                false => best,
            })?;
        // It may be named twice: by its name and by a former one, by its seat.
        let names = found.iter().filter(|one| one.place == best.place);
        of_place.extend(names.flat_map(|one| &one.at));
        for number in of_place {
            question.words[number].role = Role::Place;
        }
        let mut named = Named {
            id: &self.places[best.place].id,
            ..Named::default()
        };
        for one in found.iter().filter(|one| one.rank.0 == best.rank.0) {
            let place = &self.places[one.place];
            named.same.push(&place.id);
            named.within.extend(place.within.iter().map(String::as_str));
        }
        if !named.same.iter().any(|id| offices.contains(*id)) {
            // A town without an office of its own goes to that of its district.
            let districts = named.within.iter().filter(|id| id.contains('/'));
            named.same.extend(districts);
        }
        Some(named)
    }

    /// Where a question names a place and what holds it, such places are meant; gives the
    /// words for what holds them.
    fn keep_held(&self, found: &mut Vec<Found>) -> Vec<usize> {
        if found.windows(2).all(|pair| pair[0].at == pair[1].at) {
            return Vec::new();
        }
        let holds = |holder: &Found, held: &Found| {
            let id = &self.places[holder.place].id;
            let apart = holder.at.iter().all(|word| !held.at.contains(word));
            apart && holder.place != held.place && self.places[held.place].within.contains(id)
        };
        let mut of_holders: Vec<Vec<Found>> = Vec::new();
        for held in found.iter() {
            let holders = found.iter().filter(|one| holds(one, held));
            of_holders.push(holders.cloned().collect());
        }
        if of_holders.iter().all(Vec::is_empty) {
            return Vec::new();
        }
        let mut is_held = of_holders.iter().map(|holders| !holders.is_empty());
        found.retain(|_| is_held.next().unwrap_or(false));
        let words = of_holders.iter().flatten().flat_map(|holder| &holder.at);
        words.copied().collect()
    }
}

fn terms_of(word: &Word) -> Vec<String> {
    let terms = word.all_terms();
    terms.iter().map(|term| (*term).to_owned()).collect()
}

/// The terms of the names that an adjective of one word may be made of, each a name
/// of one word.
fn bare_names(text: &str, language: Language, interpreter: &Interpreter) -> Vec<Vec<Vec<String>>> {
    let analyzer = interpreter.analyzers.of(language);
    let words = analyzer.analyze(text).into_iter();
    let words: Vec<_> = words
        .filter(|word| !interpreter.is_place_kind(&word.normal))
        .collect();
    let [word] = words.as_slice() else {
        return Vec::new();
    };
    let bare = interpreter.bare_names(&word.normal, language).into_iter();
    bare.map(|name| {
        let words = analyzer.analyze(&name).into_iter();
        words.map(|word| terms_of(&word)).collect()
    })
    .collect()
}

/// A place whose name the question says.
#[derive(Clone)]
struct Found {
    rank: Rank,
    place: usize,
    /// The words that say it.
    at: Vec<usize>,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::analyzer::Analyzers;
    use crate::search::rules::Rules;
    use crate::search::sample;
    use crate::search::skeleton::Skeletons;
    use crate::search::vocabulary::{Gathered, Use};

    fn place(id: &str, kind: PlaceKind, name: &str) -> PlaceNames {
        let region = id.split('/').next().unwrap_or(id);
        let mut within = vec![id.to_owned()];
        if region != id {
            within.push(region.to_owned());
        }
        PlaceNames {
            id: id.to_owned(),
            kind,
            within,
            names: vec![(Language::Ru, name.to_owned())],
            former: Vec::new(),
        }
    }

    #[track_caller]
    fn check(text: &str, offices: &[&str], expected: &[&str]) {
        let rules: Rules = sample::rules();
        let places = vec![
            place("east", PlaceKind::Region, "Восточная область"),
            place("east/aktogay", PlaceKind::District, "Актогайский район"),
            place("west", PlaceKind::Region, "Западная область"),
            place("west/aktogay", PlaceKind::District, "Актогайский район"),
            place("west/oral", PlaceKind::Town, "Орал"),
        ];
        let skeletons = Skeletons::new(&rules.letters);
        let analyzers = Analyzers::new(&rules);
        let mut words = Gathered::default();
        for place in &places {
            for (language, name) in &place.names {
                for word in analyzers.of(*language).analyze(name) {
                    words.add(*language, &word.normal, word.terms, Use::Name);
                }
            }
        }
        let interpreter = Interpreter::new(&rules, words.entries(&skeletons));
        let index = PlaceIndex::new(places, &interpreter);
        let topics = TopicIndex::new(&[], &rules, &analyzers);
        let offices = offices.iter().map(|id| (*id).to_owned()).collect();
        let mut question = interpreter.read(text);
        let found = index.find(&mut question, &topics, &offices);
        let found = found.map(|named| named.same).unwrap_or_default();
        assert_eq!(found, expected, "in: {text}");
    }

    #[test]
    fn all_names_of_a_place_are_names_of_it() {
        let rules: Rules = sample::rules();
        let mut town = place("west/oral", PlaceKind::Town, "Орал");
        town.former = vec![(Language::Ru, "Яицк".to_owned())];
        let analyzers = Analyzers::new(&rules);
        let mut words = Gathered::default();
        for (language, name) in town.names.iter().chain(&town.former) {
            for word in analyzers.of(*language).analyze(name) {
                words.add(*language, &word.normal, word.terms, Use::Name);
            }
        }
        let skeletons = Skeletons::new(&rules.letters);
        let interpreter = Interpreter::new(&rules, words.entries(&skeletons));
        let index = PlaceIndex::new(vec![town], &interpreter);
        let topics = TopicIndex::new(&[], &rules, &analyzers);
        let mut question = interpreter.read("адрес Орал Яицк");
        let found = index.find(&mut question, &topics, &HashSet::new());
        assert_eq!(found.map(|named| named.id), Some("west/oral"));
        let roles: Vec<Role> = question.words.iter().map(|word| word.role).collect();
        assert_eq!(roles, [Role::Asks, Role::Place, Role::Place]);
    }

    #[test]
    fn the_region_tells_which_of_two_districts_is_meant() {
        let offices = ["east/aktogay", "west/aktogay"];
        check("Актогайский район", &offices, &offices);
        for text in [
            "Актогайский район Западной области",
            "Западная область, Актогайский район",
        ] {
            check(text, &offices, &["west/aktogay"]);
        }
    }
}
