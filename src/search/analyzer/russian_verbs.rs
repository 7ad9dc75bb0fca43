//! Russian verbs whose forms begin otherwise than their infinitive.
//!
//! Snowball takes ends off and knows nothing of the letters before them: пишу and
//! писать have no stem in common. Such verbs are few, but prefixes make many of each.

use std::collections::HashMap;

use crate::search::rules::RussianVerbs;

/// A shorter word is no form of them.
const SHORTEST_FORM: usize = 3;

/// A prefix with fewer letters keeps its vowel: до, по.
const SHORTEST_PREFIX: usize = 2;

/// The verbs, by what their forms begin with.
#[derive(Clone, Debug, Default)]
pub struct IrregularVerbs {
    rules: RussianVerbs,
    /// Infinitives by their stems of today.
    today: HashMap<String, String>,
    /// Infinitives by their stems of the past.
    past: HashMap<String, String>,
}

impl IrregularVerbs {
    pub fn new(rules: &RussianVerbs) -> Self {
        let mut today = HashMap::new();
        let mut past = HashMap::new();
        for (infinitive, stems) in &rules.today {
            for stem in stems {
                today.insert(stem.clone(), infinitive.clone());
            }
            for end in &rules.infinitive {
                if let Some(stem) = infinitive.strip_suffix(end.as_str()) {
                    past.insert(stem.to_owned(), infinitive.clone());
                }
            }
        }
        for (stem, infinitive) in &rules.was {
            past.insert(stem.clone(), infinitive.clone());
        }
        Self {
            rules: rules.clone(),
            today,
            past,
        }
    }

    /// The infinitive of a form, with the prefix of the form.
    pub fn infinitive(&self, normal: &str) -> Option<String> {
        let word = self.without_reflexive(normal);
        if word.chars().count() < SHORTEST_FORM {
            return None;
        }
        if let Some(infinitive) = self.without_prefix(word) {
            return Some(infinitive.to_owned());
        }
        let prefixes = self.rules.prefixes.iter().filter_map(|prefix| {
            let rest = word.strip_prefix(prefix.as_str())?;
            Some((prefix, rest))
        });
        let mut known = prefixes.filter_map(|(prefix, rest)| {
            let infinitive = self.without_prefix(rest)?;
            Some(format!("{}{infinitive}", without_vowel(prefix)))
        });
        known.next()
    }

    /// The form without what makes it reflexive.
    pub fn without_reflexive<'a>(&self, normal: &'a str) -> &'a str {
        let mut ends = self.rules.reflexive.iter();
        let rest = ends.find_map(|end| normal.strip_suffix(end.as_str()));
        // What is left of a form ends in a letter that a form can end in.
        rest.filter(|rest| rest.chars().count() > 3)
            .unwrap_or(normal)
    }

    /// True for a word that begins as verbs with a prefix do.
    pub fn has_prefix(&self, normal: &str) -> bool {
        let prefixes = self.rules.sure_prefixes.iter();
        let mut rests = prefixes.filter_map(|prefix| normal.strip_prefix(prefix.as_str()));
        rests.any(|rest| rest.chars().count() > SHORTEST_FORM)
    }

    fn without_prefix(&self, form: &str) -> Option<&String> {
        if let Some(infinitive) = self.rules.forms.get(form) {
            return Some(infinitive);
        }
        if let Some((infinitive, _)) = self.rules.today.get_key_value(form) {
            return Some(infinitive);
        }
        let today = self.rules.present.iter().find_map(|end| {
            let stem = form.strip_suffix(end.as_str())?;
            self.today.get(stem)
        });
        today.or_else(|| {
            let ends = self.rules.past.iter();
            ends.filter(|end| !end.is_empty() || self.rules.was.contains_key(form))
                .find_map(|end| {
                    let stem = form.strip_suffix(end.as_str())?;
                    self.past.get(stem)
                })
        })
    }
}

/// Prefixes take a vowel before some consonants: разберёт is a form of разобрать.
fn without_vowel(prefix: &str) -> &str {
    match prefix.strip_suffix('о') {
        Some(rest) if rest.chars().count() >= SHORTEST_PREFIX => rest,
        Some(rest @ ("с" | "в")) => rest,
        _ => prefix,
    }
}
