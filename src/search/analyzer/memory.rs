//! Memory: the terms of words that were looked at before.
//!
//! Acts say the same few thousand words again and again, and a Kazakh word takes
//! many steps to analyze. What the terms of a word are depends on nothing but the
//! word and the rules of its analyzer.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Words that are remembered; more than the acts of several regions hold. Further
/// ones are analyzed each time, so that questions cannot make the memory grow.
const MOST: usize = 32_768;

/// The terms of words, shared by the copies of an analyzer.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    words: Arc<RwLock<HashMap<String, Vec<String>>>>,
}

impl Memory {
    /// Takes in words whose terms are known.
    pub(super) fn fill<'a>(&self, words: impl Iterator<Item = (&'a str, &'a [String])>) {
        let mut known = self.words.write().unwrap_or_else(PoisonError::into_inner);
        for (word, terms) in words.take(MOST) {
            known.insert(word.to_owned(), terms.to_vec());
        }
    }

    /// The terms of a word in its normal form; `analyze` finds those of a new one.
    pub(super) fn terms(
        &self,
        normal: &str,
        analyze: impl FnOnce(&str) -> Vec<String>,
    ) -> Vec<String> {
        // A thread that panicked left the words whole: each is put in at once.
        let known = self.words.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(terms) = known.get(normal) {
            return terms.clone();
        }
        let is_full = known.len() >= MOST;
        drop(known);
        let terms = analyze(normal);
        if !is_full {
            let mut words = self.words.write().unwrap_or_else(PoisonError::into_inner);
            words.insert(normal.to_owned(), terms.clone());
        }
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_analyzed_once() {
        let memory = Memory::default();
        let first = memory.terms("арбалар", |_| vec!["арба".to_owned()]);
        let again = memory.clone().terms("арбалар", |_| Vec::new());
        assert_eq!(
            (first, again),
            (vec!["арба".to_owned()], vec!["арба".to_owned()])
        );
    }
}
