//! Terms of Russian words: Snowball, with words that it must leave alone.

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use super::rules::RussianRules;

/// Snowball cuts letters that carry the meaning off shorter words.
const LONGEST_UNTOUCHED: usize = 3;

/// Letters before a fleeting vowel and its consonants.
const SHORTEST_ROOT: usize = 3;

/// The Russian stemmer.
#[derive(Clone)]
pub struct RussianStemmer {
    snowball: TextAnalyzer,
    rules: RussianRules,
}

impl RussianStemmer {
    pub fn new(rules: &RussianRules) -> Self {
        Self {
            snowball: TextAnalyzer::builder(RawTokenizer::default())
                .filter(Stemmer::new(Language::Russian))
                .build(),
            rules: rules.clone(),
        }
    }

    /// The terms of a word in its normal form.
    pub fn terms(&self, normal: &str) -> Vec<String> {
        let normal = self.rules.irregular.get(normal).map_or(normal, |word| word);
        let short = normal.chars().count() <= LONGEST_UNTOUCHED;
        if short || self.rules.protected.contains(normal) {
            return vec![normal.to_owned()];
        }
        let mut snowball = self.snowball.clone();
        let mut stream = snowball.token_stream(normal);
        let mut terms = Vec::new();
        while stream.advance() {
            terms.push(self.without_fleeting_vowel(&stream.token().text));
        }
        terms
    }

    /// The stem without a vowel that other forms of the word lose: one stem for
    /// all forms, whichever of them stands in the text.
    fn without_fleeting_vowel(&self, stem: &str) -> String {
        for (kept, lost) in &self.rules.fleeting {
            if let Some(root) = stem.strip_suffix(kept.as_str())
                && root.chars().count() >= SHORTEST_ROOT
            {
                return format!("{root}{lost}");
            }
        }
        stem.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::search::sample;

    #[track_caller]
    fn check(words: &str) {
        let analyzers = sample::analyzers();
        let words = analyzers.of(Language::Ru).analyze(words);
        for word in &words {
            assert_eq!(word.terms, words[0].terms, "of {}", word.normal);
        }
    }

    #[test]
    fn a_fleeting_vowel_does_not_part_the_forms() {
        check("справка справки справок справкам");
        check("коляска коляски колясок");
        check("участок участка участки");
    }

    #[test]
    fn irregular_plurals_are_one_word() {
        check("ребенок ребёнка дети детей детям детьми");
        check("человек люди людей людям");
        check("день дня дни дней");
    }
}
