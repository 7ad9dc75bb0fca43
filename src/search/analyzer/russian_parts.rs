//! Which parts of speech a short Russian word may be, by its end.
//!
//! Long stems belong to one word, whatever part of speech it is. Short ones often do
//! not: нос and носить, долг and долгий, парта and партия have nothing in common but
//! the stem that Snowball leaves. Each part of speech has terms of its own for them.

use std::collections::HashMap;

use crate::search::rules::{PartOfSpeech, RussianParts};

/// Stems with more letters belong to one word.
const SHORT_STEM: usize = 4;

/// The parts of speech by the ends of their words.
#[derive(Clone, Debug)]
pub struct PartsOfSpeech {
    rules: RussianParts,
    by_end: HashMap<String, Vec<PartOfSpeech>>,
}

impl PartsOfSpeech {
    pub fn new(rules: &RussianParts) -> Self {
        let mut by_end: HashMap<String, Vec<PartOfSpeech>> = HashMap::new();
        for row in &rules.ends {
            for end in &row.ends {
                by_end.entry(end.clone()).or_default().extend(&row.of);
            }
        }
        // A participle has the end of a verb and behind it that of an adjective.
        let adjectives = rules.ends.iter();
        let adjectives = adjectives.filter(|row| row.of.contains(&PartOfSpeech::Adjective));
        let adjectives: Vec<&String> = adjectives.flat_map(|row| &row.ends).collect();
        for participle in &rules.participles {
            for end in &adjectives {
                let parts = by_end.entry(format!("{participle}{end}")).or_default();
                parts.push(PartOfSpeech::Verb);
            }
        }
        for parts in by_end.values_mut() {
            parts.sort_unstable();
            parts.dedup();
        }
        Self {
            rules: rules.clone(),
            by_end,
        }
    }

    /// The terms of a word with the stem, one for each part of speech that its end
    /// tells of. `snowball` is the stem before its last letters were made alike.
    pub fn terms(&self, word: &str, snowball: &str, stem: &str) -> Vec<String> {
        if !is_short(stem) {
            return vec![stem.to_owned()];
        }
        let parts = |stem: &str| self.by_end.get(word.strip_prefix(stem)?);
        match parts(stem).or_else(|| parts(snowball)) {
            Some(parts) => parts.iter().map(|part| self.term(stem, *part)).collect(),
            None => vec![stem.to_owned()],
        }
    }

    /// The term of a stem that only forms of a part of speech have.
    pub fn term(&self, stem: &str, part: PartOfSpeech) -> String {
        let mark = match part {
            PartOfSpeech::Adjective => &self.rules.adjective_mark,
            PartOfSpeech::Verb => &self.rules.verb_mark,
            PartOfSpeech::NounInI => &self.rules.noun_in_i_mark,
            PartOfSpeech::Noun => return stem.to_owned(),
        };
        if is_short(stem) {
            format!("{stem}{mark}")
        } else {
            stem.to_owned()
        }
    }
}

fn is_short(stem: &str) -> bool {
    stem.chars().count() <= SHORT_STEM
}
