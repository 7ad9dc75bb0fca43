//! Stems of nouns.

use super::KazakhStemmer;

/// Known words with fewer letters are not believed to have a rare suffix.
const LEAST_WITH_RARE: usize = 3;

/// Letters of an end that is read both as a possessive and as the end of a noun.
const LEAST_BEFORE_POSSESSIVE: usize = 6;

/// Stems are stripped again only while so many letters are left.
const LEAST_AGAIN: usize = 4;

/// Other readings of a word that is not known.
const MOST_READINGS: usize = 5;

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
    /// True when no other suffix can be taken off.
    pub is_last: bool,
}

/// Terms in their order, none twice.
#[derive(Default)]
struct Terms(Vec<String>);

impl Terms {
    fn add(&mut self, term: String) {
        if !self.0.contains(&term) {
            self.0.push(term);
        }
    }
}

impl KazakhStemmer {
    /// The word with every choice of suffixes taken off, itself first.
    pub(super) fn noun_paths(&self, word: &str) -> Vec<Path> {
        let mut paths = vec![Path {
            stem: word.to_owned(),
            rare: false,
            is_last: false,
        }];
        let mut layers = vec![0];
        let mut at = 0;
        while at < paths.len() {
            let before = paths.len();
            for nth in layers[at]..self.noun_layers.len() {
                for one in self.sounds.strip(&paths[at].stem, &self.noun_layers[nth]) {
                    let rare = one.rare || paths[at].rare;
                    let twice = one.rare && paths[at].rare;
                    if !twice && !paths.iter().any(|path| path.stem == one.stem) {
                        paths.push(Path {
                            stem: one.stem,
                            rare,
                            is_last: false,
                        });
                        layers.push(nth + 1);
                    }
                }
            }
            paths[at].is_last = paths.len() == before;
            at += 1;
        }
        paths
    }

    /// The noun of a word: the longest known word on one of its paths, else what is
    /// left where no more suffixes can be taken off.
    pub(super) fn noun(&self, word: &str, paths: &[Path]) -> Noun {
        let terms = self.known_nouns(word, paths);
        if !terms.is_empty() {
            return Noun { terms, known: true };
        }
        let stem = self.without_suffixes(word);
        let mut terms = Terms::default();
        terms.add(self.finish_noun(&stem));
        // The end of a noun may look like a suffix: without it the bare word and
        // its forms meet.
        let mut shorter = stem.clone();
        loop {
            let again = self.without_suffixes(&shorter);
            if again == shorter || again.chars().count() < LEAST_AGAIN {
                break;
            }
            shorter = again;
        }
        terms.add(self.finish_noun(&shorter));
        if stem.chars().count() < LEAST_AGAIN {
            terms.add(self.finish_noun(word));
        }
        for other in self.other_readings(word, paths) {
            terms.add(other);
        }
        Noun {
            terms: terms.0,
            known: false,
        }
    }

    /// The known nouns that a word may be a form of, the longest first.
    fn known_nouns(&self, word: &str, paths: &[Path]) -> Vec<String> {
        let known = paths.iter().filter_map(|path| {
            let lemma = self.known_noun(&path.stem)?;
            let letters = lemma.chars().count();
            (!path.rare || letters >= LEAST_WITH_RARE).then_some((!path.rare, letters, lemma))
        });
        let known: Vec<_> = known.collect();
        let Some((usual, letters, longest)) = known.iter().max() else {
            return Vec::new();
        };
        let mut terms = Terms::default();
        terms.add(longest.clone());
        // Where a suffix begins with the last letter of another word, the form does
        // not tell which of the two it is.
        for (_, fewer, lemma) in known.iter().filter(|one| one.0 == *usual) {
            if fewer + 1 == *letters {
                terms.add(lemma.clone());
            }
        }
        if self.has_possessive_end(word, longest)
            && let Some(lemma) = self.known_noun(&without_last(longest, 1))
        {
            terms.add(lemma);
        }
        // A short word before a suffix is chance as often as it is the word.
        let suffix = word.chars().count().saturating_sub(*letters);
        let chance = *letters < LEAST_AGAIN && suffix > 1 && suffix < LEAST_AGAIN;
        if chance || (suffix == 1 && has_end(word, &self.ends.possessed_accusative)) {
            terms.add(self.finish_noun(word));
        }
        terms.0
    }

    /// True where the last letter of a lemma may be the first of a possessive.
    fn has_possessive_end(&self, word: &str, lemma: &str) -> bool {
        let mut ends = self.ends.possessive.iter();
        ends.any(|end| {
            let shared = without_last(end, 1);
            lemma.ends_with(&shared) && word.contains(end.as_str())
        })
    }

    /// Other choices of suffixes, and ends that two suffixes have in common, read as
    /// the other one.
    fn other_readings(&self, word: &str, paths: &[Path]) -> Vec<String> {
        let mut readings = Vec::new();
        if has_end(word, &self.ends.possessed_accusative) {
            readings.push(word.to_owned());
        }
        if has_end(word, &self.ends.accusative) {
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
        if has_end(stem, &self.ends.possessive) && stem.chars().count() >= LEAST_BEFORE_POSSESSIVE {
            readings.push(self.finish_noun(&without_last(stem, 2)));
        }
        // What follows a predicative or a case may be the end of the noun.
        let last = paths.iter().filter(|path| path.is_last && !path.rare);
        for path in last.filter(|path| self.sounds.is_stem(&path.stem)) {
            readings.push(self.finish_noun(&path.stem));
        }
        readings.truncate(MOST_READINGS);
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

fn has_end(word: &str, ends: &[String]) -> bool {
    ends.iter().any(|end| word.ends_with(end.as_str()))
}

fn without_last(word: &str, letters: usize) -> String {
    let all = word.chars().count();
    word.chars().take(all.saturating_sub(letters)).collect()
}
