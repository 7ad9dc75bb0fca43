//! Terms of Kazakh words: suffixes taken off layer by layer.
//!
//! The stemmer knows the shape of the language (suffixes stand in a fixed order,
//! the sound before them decides their form), the rules know its letters.

use super::rules::{KazakhRules, SuffixGroup};

/// The Kazakh stemmer.
#[derive(Clone)]
pub struct KazakhStemmer {
    rules: KazakhRules,
}

impl KazakhStemmer {
    pub fn new(rules: &KazakhRules) -> Self {
        Self {
            rules: rules.clone(),
        }
    }

    /// The terms of a word in its normal form.
    pub fn terms(&self, normal: &str) -> Vec<String> {
        if self.rules.protected.contains(normal) {
            return vec![normal.to_owned()];
        }
        let mut stem = normal;
        for layer in &self.rules.suffixes.layers {
            stem = self.strip(stem, &layer.groups);
            if self.rules.protected.contains(stem) {
                return vec![stem.to_owned()];
            }
        }
        vec![self.canonical(self.drop_final(stem))]
    }

    /// The word without the longest suffix that fits.
    fn strip<'a>(&self, word: &'a str, groups: &[SuffixGroup]) -> &'a str {
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
            .unwrap_or(word)
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
            assert_eq!(word.terms, [expected], "of {}", word.normal);
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

    #[test]
    fn protected_words_keep_their_letters() {
        check("үшін", "үшін");
        check("туралы", "туралы");
    }
}
