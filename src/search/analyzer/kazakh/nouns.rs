//! Stems of nouns.

use super::KazakhStemmer;

/// Known words with fewer letters are not believed to have a rare suffix.
const LEAST_WITH_RARE: usize = 3;

/// Letters of an end that is read both as a possessive and as the end of a noun.
const LEAST_BEFORE_POSSESSIVE: usize = 6;

/// Stems are stripped again only while so many letters are left.
const LEAST_AGAIN: usize = 4;

/// The noun that a word is a form of.
pub struct Noun {
    /// Its terms, the likeliest first.
    pub terms: Vec<String>,
    /// True when it stands in the list of words.
    pub known: bool,
}

/// A word without some suffixes of nouns.
pub struct Path {
    pub stem: String,
    pub rare: bool,
}

impl KazakhStemmer {
    /// The word with every choice of suffixes taken off, itself first.
    pub(super) fn noun_paths(&self, word: &str) -> Vec<Path> {
        let mut paths = vec![Path {
            stem: word.to_owned(),
            rare: false,
        }];
        let mut layers = vec![0];
        let mut at = 0;
        while at < paths.len() {
            for nth in layers[at]..self.noun_layers.len() {
                for one in self.sounds.strip(&paths[at].stem, &self.noun_layers[nth]) {
                    let rare = one.rare || paths[at].rare;
                    let twice = one.rare && paths[at].rare;
                    if !twice && !paths.iter().any(|path| path.stem == one.stem) {
                        paths.push(Path {
                            stem: one.stem,
                            rare,
                        });
                        layers.push(nth + 1);
                    }
                }
            }
            at += 1;
        }
        paths
    }

    /// The noun of a word: the longest known word on one of its paths, else what is
    /// left without the longest suffixes.
    pub(super) fn noun(&self, word: &str, paths: &[Path]) -> Noun {
        let known = paths.iter().filter_map(|path| {
            let lemma = self.known_noun(&path.stem)?;
            let letters = lemma.chars().count();
            (!path.rare || letters >= LEAST_WITH_RARE).then_some((!path.rare, letters, lemma))
        });
        if let Some((_, _, lemma)) = known.max() {
            return Noun {
                terms: vec![lemma],
                known: true,
            };
        }
        let stem = self.without_suffixes(word);
        let mut terms = vec![self.finish_noun(&stem)];
        let mut add = |term: String| {
            if !terms.contains(&term) {
                terms.push(term);
            }
        };
        // The end of a noun may look like a suffix: without it the bare word and
        // its forms meet.
        let mut shorter = stem;
        loop {
            let again = self.without_suffixes(&shorter);
            if again == shorter || again.chars().count() < LEAST_AGAIN {
                break;
            }
            shorter = again;
        }
        add(self.finish_noun(&shorter));
        for other in self.other_readings(word) {
            add(other);
        }
        Noun {
            terms,
            known: false,
        }
    }

    /// Ends that two suffixes have in common, read as the other one.
    fn other_readings(&self, word: &str) -> Vec<String> {
        let mut readings = Vec::new();
        let has_end = |ends: &[String]| ends.iter().any(|end| word.ends_with(end.as_str()));
        if has_end(&self.ends.possessed_accusative) {
            readings.push(word.to_owned());
        }
        if has_end(&self.ends.accusative) {
            // The accusative of a vowel and the possessive after `н` are spelt alike.
            let shorter: String = without_last(word, 1);
            if self.sounds.is_stem(&shorter) {
                let stem = self.strip_all(&shorter, &self.noun_layers[2..]);
                readings.push(self.finish_noun(&stem));
            }
        }
        let case = self.noun_layers.get(1);
        let stem = case.and_then(|case| self.sounds.strip_longest(word, case));
        let stem = stem.as_deref().unwrap_or(word);
        let doubtful = self.ends.possessive.iter().any(|end| stem.ends_with(end));
        if doubtful && stem.chars().count() >= LEAST_BEFORE_POSSESSIVE {
            readings.push(self.finish_noun(&without_last(stem, 2)));
        }
        readings
    }

    fn without_suffixes(&self, word: &str) -> String {
        self.strip_all(word, &self.noun_layers)
    }

    fn strip_all(&self, word: &str, layers: &[super::strip::Strips]) -> String {
        let mut stem = word.to_owned();
        for layer in layers {
            if let Some(shorter) = self.sounds.strip_longest(&stem, layer) {
                stem = shorter;
            }
            if self.known_noun(&stem).is_some() {
                break;
            }
        }
        stem
    }

    fn finish_noun(&self, stem: &str) -> String {
        let whole = self.dropped_vowels.get(stem);
        whole.cloned().unwrap_or_else(|| self.sounds.finish(stem))
    }

    fn known_noun(&self, stem: &str) -> Option<String> {
        if self.nouns.contains(stem) {
            return Some(stem.to_owned());
        }
        let canonical = self.sounds.canonical(stem);
        if self.nouns.contains(&canonical) {
            return Some(canonical);
        }
        let whole = self.dropped_vowels.get(stem)?;
        self.nouns.contains(whole).then(|| whole.clone())
    }
}

fn without_last(word: &str, letters: usize) -> String {
    let all = word.chars().count();
    word.chars().take(all.saturating_sub(letters)).collect()
}
