//! Villages: the one whose akim or akimat a question asks for.
//!
//! The tables of acts name them as they print them, most often as an adjective; people
//! say the bare name. Many villages have the names of everyday words, so that one is
//! looked for only beside a word for its akim.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::analyzer::normal_words;
use super::places::Named;
use super::question::{Question, QuestionWord, Role};
use super::reading::Interpreter;
use super::rules::{Letters, Rules, Seat};
use super::skeleton::Skeletons;
use super::vocabulary::Near;
use crate::catalogue::model::Bilingual;
use crate::language::Language;

/// A shorter word of a name is an initial.
const SHORTEST: usize = 3;

/// Letters of a name that may be typed with an error.
const SHORTEST_MISTYPED: usize = 6;

/// What the errors in a name may cost: the likeliest error.
const MOST_ERRORS: u32 = 2;

/// A village with the skeletons by which people may call it. They are kept with the
/// index: to fold every name anew would take long when it is opened.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Village {
    /// Ids of the places that hold it, itself first.
    pub within: Vec<String>,
    /// Skeletons of its names.
    pub keys: BTreeSet<String>,
}

impl Village {
    /// A village with these names; `within` begins with its own id.
    pub fn new(
        names: &Bilingual,
        within: Vec<String>,
        rules: &Rules,
        skeletons: &Skeletons,
    ) -> Self {
        let names = Language::ALL.map(|language| names.get(language));
        // What a name is told by stands last in it: initials come before.
        let words = names.iter().filter_map(|name| normal_words(name).pop());
        let mut all = BTreeSet::new();
        for word in words {
            // Both texts print the adjective of the language that named the village.
            let ends = Language::ALL.into_iter();
            let bare = ends.flat_map(|language| rules.office_words.bare_names(&word, language));
            let spellings = bare.chain(std::iter::once(word.as_str()));
            all.extend(spellings.flat_map(|name| keys(name, skeletons, &rules.letters)));
        }
        // The other names of the seat of a district are names of the village.
        let seats = rules
            .seats
            .iter()
            .filter(|seat| within.contains(&seat.place));
        for names in seats.map(|seat| names_of(seat, skeletons, &rules.letters)) {
            if !names.is_disjoint(&all) {
                all.extend(names);
                break;
            }
        }
        Self { within, keys: all }
    }

    fn id(&self) -> &str {
        self.within.first().map_or("", String::as_str)
    }
}

fn names_of(seat: &Seat, skeletons: &Skeletons, letters: &Letters) -> BTreeSet<String> {
    let names = seat.names.kk.iter().chain(&seat.names.ru);
    names
        .flat_map(|name| keys(name, skeletons, letters))
        .collect()
}

/// The villages of an index.
#[derive(Debug, Default)]
pub struct VillageIndex {
    villages: Vec<Village>,
    /// Villages by the skeleton of a word of the name.
    by_key: HashMap<String, BTreeSet<usize>>,
    near: Near,
    letters: Letters,
}

impl VillageIndex {
    pub fn new(villages: Vec<Village>, letters: &Letters) -> Self {
        let mut by_key: HashMap<String, BTreeSet<usize>> = HashMap::new();
        for (number, village) in villages.iter().enumerate() {
            for key in &village.keys {
                by_key.entry(key.clone()).or_default().insert(number);
            }
        }
        Self {
            near: Near::new(by_key.keys(), letters),
            villages,
            by_key,
            letters: letters.clone(),
        }
    }

    /// Finds the village that a question names and marks its words. `known` is the
    /// place with offices that the question names: of villages with one name, one that
    /// it holds is meant. Its own name is that of a village where a word says so.
    pub fn find(
        &self,
        question: &mut Question,
        known: Option<&Named<'_>>,
        interpreter: &Interpreter,
    ) -> Option<Named<'_>> {
        if !question.words.iter().any(|word| word.names_head) {
            return None;
        }
        let is_said = question.words.iter().any(|word| word.names_village);
        let may_name = |word: &QuestionWord| match word.role {
            Role::Content => !word.names_head && !word.names_village,
            Role::Place => is_said || known.is_none(),
            Role::Asks | Role::PlaceKind => false,
        };
        let words = question.words.iter().enumerate();
        let words = words.filter(|(_, word)| may_name(word));
        let found: Vec<(usize, BTreeSet<usize>)> = words
            .map(|(nth, word)| (nth, self.named(&word.normal, interpreter)))
            .filter(|(_, villages)| !villages.is_empty())
            .collect();
        let within = |village: &usize| {
            let place = known.map(|known| &known.same);
            let holds = |same: &Vec<&str>| {
                let mut within = self.villages[*village].within.iter();
                within.any(|id| same.contains(&id.as_str()))
            };
            place.is_none_or(holds)
        };
        let fits = |(nth, villages): &(usize, BTreeSet<usize>)| {
            let is_place = question.words[*nth].role == Role::Place;
            let villages = villages.iter().copied();
            let near: Vec<usize> = villages.clone().filter(within).collect();
            let villages = match near.is_empty() && is_place {
                true => villages.collect(),
                false => near,
            };
            (!villages.is_empty()).then_some((*nth, villages))
        };
        let (nth, villages) = found.iter().find_map(fits)?;
        question.words[nth].role = Role::Place;
        for (other, named) in &found {
            if villages.iter().any(|village| named.contains(village)) {
                question.words[*other].role = Role::Place;
            }
        }
        let villages: Vec<&Village> = villages.iter().map(|one| &self.villages[*one]).collect();
        let within = villages.iter().flat_map(|village| &village.within);
        Some(Named {
            id: villages.first().map_or("", |village| village.id()),
            within: within.map(String::as_str).collect(),
            same: villages.iter().map(|village| village.id()).collect(),
        })
    }

    /// The villages that a word may name, in whatever form it has.
    fn named(&self, word: &str, interpreter: &Interpreter) -> BTreeSet<usize> {
        let mut forms = vec![word.to_owned()];
        for language in Language::ALL {
            let words = interpreter.analyzers.of(language).analyze(word).into_iter();
            forms.extend(words.flat_map(|word| word.terms));
        }
        let keys: BTreeSet<String> = forms
            .iter()
            .flat_map(|form| keys(form, &interpreter.skeletons, &self.letters))
            .collect();
        let villages = |key: &String| self.by_key.get(key).into_iter().flatten().copied();
        let spelt: BTreeSet<usize> = keys.iter().flat_map(villages).collect();
        if !spelt.is_empty() {
            return spelt;
        }
        let long = keys
            .iter()
            .filter(|key| key.chars().count() >= SHORTEST_MISTYPED);
        let near = long.flat_map(|key| self.near.similar(key, MOST_ERRORS));
        near.flat_map(|(_, key)| villages(&key).collect::<Vec<_>>())
            .collect()
    }
}

/// The skeletons by which a name is known: the whole and without a vowel at its end,
/// which endings and adjectives take away.
fn keys(name: &str, skeletons: &Skeletons, letters: &Letters) -> Vec<String> {
    let key = skeletons.fold(name);
    let shorter = key.strip_suffix(letters.vowels.as_slice());
    let keys = shorter.into_iter().chain(std::iter::once(key.as_str()));
    keys.filter(|key| key.chars().count() >= SHORTEST)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;
    use crate::search::vocabulary::{Gathered, Use};

    fn village(district: &str, name: &str, rules: &Rules) -> Village {
        let within = [&format!("{district}/{name}"), district, "turkistan"];
        let names = Bilingual {
            kk: name.to_owned(),
            ru: name.to_owned(),
        };
        let skeletons = Skeletons::new(&rules.letters);
        Village::new(
            &names,
            within.map(str::to_owned).to_vec(),
            rules,
            &skeletons,
        )
    }

    #[track_caller]
    fn check(text: &str, known: Option<&str>, expected: &[&str]) {
        let rules = sample::rules();
        let mut words = Gathered::default();
        for word in ["аким", "акимат"] {
            words.add(Language::Ru, word, vec![word.to_owned()], Use::Name);
        }
        let skeletons = Skeletons::new(&rules.letters);
        let interpreter = Interpreter::new(&rules, words.entries(&skeletons));
        let villages = vec![
            village("turkistan/a", "Боролдайский", &rules),
            village("turkistan/a", "Бартогайского", &rules),
            village("turkistan/b", "Бартогай", &rules),
            village("turkistan/b", "Н. Нұрмақов", &rules),
        ];
        let index = VillageIndex::new(villages, &rules.letters);
        let known = known.map(|id| Named {
            id,
            within: vec![id],
            same: vec![id],
        });
        let mut question = interpreter.read(text);
        let found = index.find(&mut question, known.as_ref(), &interpreter);
        let found = found.map(|named| named.same).unwrap_or_default();
        assert_eq!(found, expected, "in: {text}");
    }

    #[test]
    fn the_bare_name_finds_the_adjective_in_any_form() {
        for text in [
            "аким Боролдая",
            "әкімі Боролдайдың",
            "акимат Боролдайского округа",
        ] {
            check(text, None, &["turkistan/a/Боролдайский"]);
        }
        check("Нұрмақов әкімі", None, &["turkistan/b/Н. Нұрмақов"]);
    }

    #[test]
    fn the_likeliest_error_in_a_name_is_forgiven() {
        check("Боралдай әкімдігі", None, &["turkistan/a/Боролдайский"]);
        check("Баралдуй әкімдігі", None, &[]);
    }

    #[test]
    fn without_a_word_for_its_akim_a_village_is_not_meant() {
        check("коляска Боролдай", None, &[]);
    }

    #[test]
    fn of_villages_with_one_name_the_one_in_the_district_is_meant() {
        let both = ["turkistan/a/Бартогайского", "turkistan/b/Бартогай"];
        check("аким Бартогая", None, &both);
        check("аким Бартогая", Some("turkistan/b"), &both[1..]);
        check("аким Боролдая", Some("turkistan/b"), &[]);
    }
}
