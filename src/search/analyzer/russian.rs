//! Terms of Russian words: Snowball, with words that it must leave alone.

use std::collections::BTreeSet;

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use super::rules::RussianRules;

/// Snowball cuts letters that carry the meaning off shorter words.
const LONGEST_UNTOUCHED: usize = 3;

/// The Russian stemmer.
#[derive(Clone)]
pub struct RussianStemmer {
    snowball: TextAnalyzer,
    protected: BTreeSet<String>,
}

impl RussianStemmer {
    pub fn new(rules: &RussianRules) -> Self {
        Self {
            snowball: TextAnalyzer::builder(RawTokenizer::default())
                .filter(Stemmer::new(Language::Russian))
                .build(),
            protected: rules.protected.clone(),
        }
    }

    /// The terms of a word in its normal form.
    pub fn terms(&self, normal: &str) -> Vec<String> {
        let short = normal.chars().count() <= LONGEST_UNTOUCHED;
        if short || self.protected.contains(normal) {
            return vec![normal.to_owned()];
        }
        let mut snowball = self.snowball.clone();
        let mut stream = snowball.token_stream(normal);
        let mut terms = Vec::new();
        while stream.advance() {
            terms.push(stream.token().text.clone());
        }
        terms
    }
}
