//! Terms of Kazakh words: suffixes taken off layer by layer.
//!
//! The stemmer knows the shape of the language (suffixes stand in a fixed order,
//! the sound before them decides their form), the rules know its letters.

use super::rules::{KazakhRules, Layer, SuffixGroup, Suffixes};

/// Roots with fewer letters need a long suffix to be believed.
const SHORT_ROOT: usize = 4;

/// Letters of a suffix that few other words end in.
const LONG_SUFFIX: usize = 3;

/// The Kazakh stemmer.
#[derive(Clone)]
pub struct KazakhStemmer {
    rules: KazakhRules,
}

impl KazakhStemmer {
    /// A stemmer that follows the given rules.
    pub fn new(rules: &KazakhRules) -> Self {
        Self {
            rules: rules.clone(),
        }
    }

    /// A stemmer for words whose letters are folded to skeletons.
    pub fn folded(rules: &KazakhRules, fold: impl Fn(&str) -> String) -> Self {
        let fold_letters = |letters: &str| -> String {
            letters
                .chars()
                .map(|letter| fold(&letter.to_string()))
                .collect()
        };
        let fold_letter = |letter: char| fold(&letter.to_string()).chars().next().unwrap_or(letter);
        let fold_layers = |layers: &[Layer]| -> Vec<Layer> {
            layers
                .iter()
                .map(|layer| Layer {
                    name: layer.name.clone(),
                    groups: layer
                        .groups
                        .iter()
                        .map(|group| SuffixGroup {
                            after: fold_letters(&group.after),
                            suffixes: group.suffixes.iter().map(|suffix| fold(suffix)).collect(),
                        })
                        .collect(),
                })
                .collect()
        };
        let suffixes = &rules.suffixes;
        let dropped = suffixes.dropped_vowels.iter();
        Self {
            rules: KazakhRules {
                suffixes: Suffixes {
                    vowels: fold_letters(&suffixes.vowels),
                    shortest_stem: suffixes.shortest_stem,
                    drop_final: fold_letters(&suffixes.drop_final),
                    canonical: suffixes
                        .canonical
                        .iter()
                        .map(|(from, to)| (fold_letter(*from), fold_letter(*to)))
                        .collect(),
                    dropped_vowels: dropped.map(|(from, to)| (fold(from), fold(to))).collect(),
                    layers: fold_layers(&suffixes.layers),
                    verb_layers: fold_layers(&suffixes.verb_layers),
                },
                protected: rules.protected.iter().map(|word| fold(word)).collect(),
                stop_words: rules.stop_words.iter().map(|word| fold(word)).collect(),
            },
        }
    }

    /// The terms of a word in its normal form: its noun stem and, where it looks
    /// like a form of a verb, the root of the verb.
    pub fn terms(&self, normal: &str) -> Vec<String> {
        if self.rules.protected.contains(normal) {
            return vec![normal.to_owned()];
        }
        let mut stem = normal;
        for layer in &self.rules.suffixes.layers {
            stem = self.strip(stem, &layer.groups).unwrap_or(stem);
            if self.rules.protected.contains(stem) {
                return vec![stem.to_owned()];
            }
        }
        let noun = self.canonical(self.drop_final(stem));
        let noun = self.with_vowel(noun);
        let root = self.verb_root(stem, 1);
        // The end of a participle may look like a case.
        let root = root.or_else(|| self.verb_root(normal, LONG_SUFFIX));
        let mut terms = vec![noun];
        for other in self.without_case(normal).into_iter().chain(root) {
            if !terms.contains(&other) {
                terms.push(other);
            }
        }
        terms
    }

    /// The stem when what looks like a case is the end of the noun and a possessive:
    /// the accusative of a vowel and the possessive after `н` are spelt alike.
    fn without_case(&self, word: &str) -> Option<String> {
        let (case, rest) = self.rules.suffixes.layers.split_first()?;
        let (possessive, rest) = rest.split_first()?;
        let with_case = self.strip(word, &case.groups)?;
        let mut stem = self.strip(word, &possessive.groups)?;
        // Only the case whose consonant may belong to the noun.
        let one_letter = stem.chars().count() == with_case.chars().count() + 1;
        if !one_letter || !stem.ends_with('н') {
            return None;
        }
        for layer in rest {
            stem = self.strip(stem, &layer.groups).unwrap_or(stem);
        }
        Some(self.canonical(self.drop_final(stem)))
    }

    /// The root of a word with a suffix of a verb that has so many letters at least.
    fn verb_root(&self, word: &str, shortest: usize) -> Option<String> {
        let (first, rest) = self.rules.suffixes.verb_layers.split_first()?;
        let mut root = self.strip(word, &first.groups)?;
        let (letters, left) = (word.chars().count(), root.chars().count());
        // A short suffix after a short root is chance more often than a verb.
        let suffix = letters - left;
        if suffix < shortest || (left < SHORT_ROOT && suffix < LONG_SUFFIX) {
            return None;
        }
        for layer in rest {
            root = self.strip(root, &layer.groups).unwrap_or(root);
        }
        Some(self.canonical(self.drop_final(root)))
    }

    /// The word without the longest suffix that fits.
    fn strip<'a>(&self, word: &'a str, groups: &[SuffixGroup]) -> Option<&'a str> {
        groups
            .iter()
            .flat_map(|group| {
                group
                    .suffixes
                    .iter()
                    .filter_map(|suffix| word.strip_suffix(suffix.as_str()))
                    .filter(|stem| stem.ends_with(|last| group.after.contains(last)))
            })
            .filter(|stem| self.is_stem(stem))
            .min_by_key(|stem| stem.len())
    }

    /// The word that this stem becomes when it loses its last vowel.
    fn with_vowel(&self, stem: String) -> String {
        let dropped = &self.rules.suffixes.dropped_vowels;
        dropped.get(&stem).cloned().unwrap_or(stem)
    }

    fn drop_final<'a>(&self, word: &'a str) -> &'a str {
        word.strip_suffix(|last| self.rules.suffixes.drop_final.contains(last))
            .filter(|stem| self.is_stem(stem))
            .unwrap_or(word)
    }

    fn canonical(&self, stem: &str) -> String {
        let mut letters: Vec<char> = stem.chars().collect();
        if let Some(last) = letters.last_mut()
            && let Some(canonical) = self.rules.suffixes.canonical.get(last)
            && letters.len() >= self.rules.suffixes.shortest_stem
        {
            let end = letters.len() - 1;
            letters[end] = *canonical;
        }
        letters.into_iter().collect()
    }

    fn is_stem(&self, stem: &str) -> bool {
        stem.chars().count() >= self.rules.suffixes.shortest_stem
            && stem
                .chars()
                .any(|letter| self.rules.suffixes.vowels.contains(letter))
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
            "жәрдемақ",
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
            "төлеу төлеген төлейтін төлеп төлей төлейді төлемейді төлену төлесе",
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
}
