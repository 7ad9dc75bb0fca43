//! Roots of verbs.

use super::KazakhStemmer;
use super::nouns::Path;

/// Roots with fewer letters need a long suffix to be believed.
const SHORT_ROOT: usize = 4;

/// Letters of a suffix that few other words end in.
const LONG_SUFFIX: usize = 3;

/// Roots with fewer letters are not believed to have a suffix of one letter.
const ROOT_BEFORE_LETTER: usize = 5;

/// Readings of a form whose verb is not known.
const MOST_ROOTS: usize = 3;

/// A personal form has so many letters after its root at least.
const PERSONAL: usize = 4;

/// The verb that a word is a form of.
#[derive(Default)]
pub struct Verb {
    /// Its terms, the likeliest first; none for a word that is no verb.
    pub terms: Vec<String>,
    /// True when it stands in the list of words.
    pub known: bool,
    /// True when the form may be a noun as well, or is too short to tell.
    pub noun: bool,
}

struct Root {
    text: String,
    /// Letters of what follows it.
    suffix: usize,
    rare: bool,
    noun: bool,
    /// True when a negation may be left in it.
    negated: bool,
}

impl KazakhStemmer {
    /// The verb of a word: the longest known root on one of its paths, else those
    /// that are believed.
    pub(super) fn verb(&self, word: &str, paths: &[Path]) -> Verb {
        let roots = self.roots(word, paths);
        let known = roots.iter().flat_map(|root| {
            let lemmas = match self.known_verb(&root.text) {
                Some(lemma) => vec![lemma],
                None => self.known_voices(&root.text),
            };
            lemmas
                .into_iter()
                .map(move |lemma| (lemma.chars().count(), lemma, root))
        });
        // Of equal roots the first path counts: the fewest suffixes.
        let mut best: Option<(usize, String, &Root)> = None;
        for one in known {
            if best.as_ref().is_none_or(|best| one.0 > best.0) {
                best = Some(one);
            }
        }
        if let Some((_, lemma, root)) = best {
            return Verb {
                terms: vec![self.root_term(lemma)],
                known: true,
                noun: root.noun || root.suffix < LONG_SUFFIX,
            };
        }
        let believed = self.believed(&roots);
        let mut terms: Vec<String> = Vec::new();
        let mut add = |term: String| {
            if !terms.contains(&term) {
                terms.push(term);
            }
        };
        for root in &believed {
            add(self.unknown_root_term(self.sounds.finish(&root.text)));
        }
        for root in &believed {
            if let Some(voiceless) = self.without_voice(&root.text) {
                add(voiceless);
            }
        }
        Verb {
            terms,
            known: false,
            noun: believed.iter().any(|root| root.noun),
        }
    }

    /// The roots that a form of an unknown verb may have, the shortest first.
    fn believed<'a>(&self, roots: &'a [Root]) -> Vec<&'a Root> {
        let mut believed: Vec<&Root> = Vec::new();
        for root in roots {
            let known = believed.iter().any(|other| other.text == root.text);
            if !known && !root.negated && self.is_believed(root) {
                believed.push(root);
            }
        }
        // Where a suffix took a letter of the root with it, another one fits too.
        if believed
            .iter()
            .any(|root| self.sounds.is_root_end(&root.text))
        {
            believed.retain(|root| self.sounds.is_root_end(&root.text));
        }
        believed.sort_by_key(|root| root.text.len());
        believed.truncate(MOST_ROOTS);
        believed
    }

    /// A known verb said without any suffix, as commands are.
    pub(super) fn bare_verb(&self, word: &str) -> Option<String> {
        self.verbs
            .contains(word)
            .then(|| self.root_term(word.to_owned()))
    }

    fn roots(&self, word: &str, paths: &[Path]) -> Vec<Root> {
        let [person, tense, negation, _] = &self.verb_layers;
        let mut roots = Vec::new();
        let mut add = |stem: &str, follows: usize, nominal: bool, personal: bool| {
            for one in self.sounds.strip(stem, tense) {
                if nominal && !one.noun {
                    continue;
                }
                let suffix = follows + one.letters;
                let rare = one.rare && !(personal && suffix >= PERSONAL);
                let negations = self.sounds.strip(&one.stem, negation);
                let negated = negations.iter().any(|one| self.sounds.is_stem(&one.stem));
                for negated in negations {
                    roots.push(Root {
                        text: negated.stem,
                        suffix: suffix + negated.letters,
                        rare,
                        noun: one.noun,
                        negated: false,
                    });
                }
                roots.push(Root {
                    text: one.stem,
                    suffix,
                    rare,
                    noun: one.noun,
                    negated,
                });
            }
        };
        let letters = word.chars().count();
        for path in paths {
            let follows = letters.saturating_sub(path.stem.chars().count());
            add(&path.stem, follows, path.stem != word, false);
        }
        for personal in self.sounds.strip(word, person) {
            add(&personal.stem, personal.letters, false, true);
        }
        roots
    }

    fn is_believed(&self, root: &Root) -> bool {
        let letters = root.text.chars().count();
        let chance = !root.noun
            && (root.suffix == 1 && letters < ROOT_BEFORE_LETTER
                || root.suffix < LONG_SUFFIX
                    && letters < SHORT_ROOT
                    && !self.sounds.is_closed(&root.text));
        !root.rare && !chance && self.sounds.is_stem(&root.text)
    }

    fn known_voices(&self, root: &str) -> Vec<String> {
        let voices = self.sounds.strip(root, &self.verb_layers[3]).into_iter();
        let sure = voices.filter(|one| one.letters > 1 || self.sounds.is_stem(&one.stem));
        sure.filter_map(|one| self.known_verb(&one.stem)).collect()
    }

    fn without_voice(&self, root: &str) -> Option<String> {
        let stem = self.sounds.strip_longest(root, &self.verb_layers[3])?;
        let letters = stem.chars().count();
        let taken = root.chars().count() - letters;
        let sure = letters >= SHORT_ROOT || taken > 1 && self.sounds.is_stem(&stem);
        sure.then(|| self.unknown_root_term(self.sounds.finish(&stem)))
    }

    /// The known verb with this root, whose last letters may have changed.
    fn known_verb(&self, root: &str) -> Option<String> {
        let known = |text: String| self.verbs.contains(&text).then_some(text);
        known(root.to_owned())
            .or_else(|| known(self.sounds.canonical(root)))
            .or_else(|| known(self.dropped_vowels.get(root)?.clone()))
            .or_else(|| {
                let mut finals = self.ends.of_roots.iter();
                finals.find_map(|end| known(format!("{root}{end}")))
            })
            .or_else(|| {
                // Between vowels the last `п` is heard and spelt as `у`.
                let (spoken, spelt) = &self.ends.changed;
                let before = root.strip_suffix(spoken.as_str())?;
                known(format!("{before}{spelt}"))
            })
    }

    /// The same for a verb that is not in the list: few letters are as likely a noun
    /// that is not in the list either.
    fn unknown_root_term(&self, root: String) -> String {
        if root.chars().count() < SHORT_ROOT {
            format!("{root}-")
        } else {
            self.root_term(root)
        }
    }

    /// The term of a root: one that is also a noun is told apart by a hyphen.
    fn root_term(&self, root: String) -> String {
        if self.nouns.contains(&root) {
            format!("{root}-")
        } else {
            root
        }
    }
}
