//! Terms of Kazakh words: suffixes taken off layer by layer.
//!
//! The stemmer knows the shape of the language (suffixes stand in a fixed order,
//! the sound before them decides their form), the rules know its letters and the
//! words whose ends only look like suffixes. A word may be a form of a noun
//! ([`nouns`]), of a verb ([`verbs`]) or of either.

mod nouns;
mod strip;
mod verbs;

use std::collections::{BTreeMap, HashSet};

use super::suffixes::{Ends, Suffixes};
use crate::search::rules::KazakhRules;
use strip::{Sounds, Strips};

/// The Kazakh stemmer.
#[derive(Clone)]
pub struct KazakhStemmer {
    sounds: Sounds,
    noun_layers: Vec<Strips>,
    /// Person, tense, negation and voice.
    verb_layers: [Strips; 4],
    ends: Ends,
    dropped_vowels: BTreeMap<String, String>,
    nouns: HashSet<String>,
    verbs: HashSet<String>,
}

impl KazakhStemmer {
    /// A stemmer that follows the given rules.
    pub fn new(rules: &KazakhRules) -> Self {
        Self::with(&rules.suffixes, &rules.nouns, &rules.verbs)
    }

    /// A stemmer for words whose letters are folded to skeletons.
    pub fn folded(rules: &KazakhRules, fold: impl Fn(&str) -> String) -> Self {
        let words = |words: &std::collections::BTreeSet<String>| {
            words.iter().map(|word| fold(word)).collect()
        };
        Self::with(
            &rules.suffixes.folded(&fold),
            &words(&rules.nouns),
            &words(&rules.verbs),
        )
    }

    fn with(
        suffixes: &Suffixes,
        nouns: &std::collections::BTreeSet<String>,
        verbs: &std::collections::BTreeSet<String>,
    ) -> Self {
        let layer = |name: &String| -> Strips {
            let named = suffixes.layers.iter().find(|layer| layer.name == *name);
            named.map(Strips::new).unwrap_or_default()
        };
        let mut of_verbs = suffixes.verb.iter().map(layer);
        Self {
            sounds: Sounds::new(suffixes),
            noun_layers: suffixes.noun.iter().map(layer).collect(),
            verb_layers: std::array::from_fn(|_| of_verbs.next().unwrap_or_default()),
            ends: suffixes.ends.clone(),
            dropped_vowels: suffixes.dropped_vowels.clone(),
            nouns: nouns.iter().cloned().collect(),
            verbs: verbs.iter().cloned().collect(),
        }
    }

    /// The terms of a word in its normal form: its noun stem and, where it looks
    /// like a form of a verb, the root of the verb.
    pub fn terms(&self, normal: &str) -> Vec<String> {
        if self.nouns.contains(normal) {
            let noun = std::iter::once(normal.to_owned());
            return noun.chain(self.bare_verb(normal)).collect();
        }
        let paths = self.noun_paths(normal);
        let noun = self.noun(normal, &paths);
        let verb = self.verb(normal, &paths);
        if verb.known && !noun.known && !verb.noun {
            return verb.terms;
        }
        let mut terms = noun.terms;
        if verb.known || !noun.known {
            for term in verb.terms {
                if !terms.contains(&term) {
                    terms.push(term);
                }
            }
        }
        terms
    }
}

impl KazakhStemmer {
    /// True for a form of a word in the list of words.
    pub fn knows(&self, normal: &str) -> bool {
        if self.nouns.contains(normal) || self.verbs.contains(normal) {
            return true;
        }
        let paths = self.noun_paths(normal);
        self.noun(normal, &paths).known || self.verb(normal, &paths).known
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::search::sample;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let analyzers = sample::analyzers();
        for word in analyzers.of(Language::Kk).analyze(words) {
            assert_eq!(word.terms[0], expected, "of {}", word.normal);
        }
    }

    #[test]
    fn every_case_of_a_noun_has_one_term() {
        check("қаланың қаланы қалаға қалада қаладан қаламен қала", "қала");
    }

    #[test]
    fn every_case_of_a_possessed_noun_has_one_term() {
        check(
            "қаласы қаласын қаласына қаласында қаласынан қалалары",
            "қала",
        );
    }

    #[test]
    fn the_last_consonant_is_the_same_with_and_without_suffix() {
        check("кітап кітабы кітаптың кітабында", "кітап");
        check("құқық құқығы құқықтар құқығынан", "құқық");
        check("көмек көмегі көмекке", "көмек");
    }

    #[test]
    fn a_final_vowel_that_looks_like_a_suffix_does_not_part_the_forms() {
        check(
            "жәрдемақы жәрдемақысы жәрдемақыларын жәрдемақының",
            "жәрдемақы",
        );
    }

    #[test]
    fn an_attributive_is_the_noun() {
        check("қаладағы", "қала");
        check("тармағындағы", "тармақ");
    }

    #[track_caller]
    fn check_root(words: &str, expected: &str) {
        let analyzers = sample::analyzers();
        for word in analyzers.of(Language::Kk).analyze(words) {
            let found = word.terms.iter().any(|term| term == expected);
            assert!(found, "of {}: {:?}", word.normal, word.terms);
        }
    }

    #[test]
    fn forms_of_a_verb_share_its_root() {
        check_root(
            "көрсету көрсеткен көрсететін көрсетіп көрсете көрсетеді көрсетті көрсетпейді көрсетпеген көрсетілу көрсетсе",
            "көрсет",
        );
        check_root(
            "төлеу төлеген төлейтін төлеп төлей төледі төлейді төлемейді төлену төлесе",
            "төле",
        );
        check_root(
            "тіркеу тіркеуге тіркеуден тіркелген тіркейді тіркелу тіркелмеген",
            "тірке",
        );
    }

    #[test]
    fn a_dropped_vowel_does_not_part_the_forms() {
        check("ауыл аулы аулына ауылы ауылдар", "ауыл");
        check("орын орны орнына орындар", "орын");
    }

    #[test]
    fn protected_words_keep_their_letters() {
        check("үшін", "үшін");
        check("туралы", "туралы");
    }

    #[test]
    fn a_noun_is_no_converb() {
        let analyzers = sample::analyzers();
        for word in analyzers
            .of(Language::Kk)
            .analyze("кітап кітаптары кітабына")
        {
            assert_eq!(word.terms, ["кітап"], "of {}", word.normal);
        }
    }
}
