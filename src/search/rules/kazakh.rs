//! Rules for Kazakh words.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::search::analyzer::Suffixes;

/// Rules for Kazakh words.
#[derive(Clone, Debug, Default)]
pub struct KazakhRules {
    /// The suffixes.
    pub suffixes: Suffixes,
    /// Nouns and other words at which the stemmer stops.
    pub nouns: BTreeSet<String>,
    /// Roots of verbs at which it stops.
    pub verbs: BTreeSet<String>,
    /// Words that carry no meaning of their own.
    pub stop_words: BTreeSet<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KazakhWords {
    pub(super) nouns: BTreeSet<String>,
    pub(super) verbs: BTreeSet<String>,
}
