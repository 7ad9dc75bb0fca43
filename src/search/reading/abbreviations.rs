//! Abbreviations: the words that they stand for.

use std::collections::HashMap;

use super::token::Token;
use super::{Interpreter, terms_of};
use crate::language::Language;
use crate::search::analyzer::{Word, normalize};
use crate::search::rules::Rules;

/// Letters of an abbreviation that may have an ending.
const LEAST_WITH_ENDING: usize = 3;

/// A shortened word has no more letters than this before its full stop.
const LONGEST_SHORTENED: usize = 6;

/// Abbreviations in normal form with what they mean.
pub struct Abbreviations {
    means: HashMap<String, Meaning>,
    endings: Vec<String>,
    clipped: Vec<String>,
}

/// What an abbreviation means.
#[derive(Clone)]
struct Meaning {
    /// The language that shortens its words so.
    language: Language,
    words: [String; 2],
    /// Every abbreviation of these words: a text may hold another one.
    shorts: Vec<(Language, String)>,
    /// True when it names a kind of office.
    is_office: bool,
}

impl Abbreviations {
    pub fn new(rules: &Rules) -> Self {
        let mut means = HashMap::new();
        for row in &rules.abbreviations.rows {
            // An abbreviation of both languages is shown in Russian, where it is from.
            let languages = [(Language::Kk, &row.kk), (Language::Ru, &row.ru)];
            let normal = |(language, shorts): (Language, &Vec<String>)| {
                let shorts = shorts.iter();
                let shorts = shorts.map(|short| (language, normalize(short)));
                shorts.collect::<Vec<_>>()
            };
            let all: Vec<_> = languages.into_iter().flat_map(normal).collect();
            for (language, shorts) in languages {
                for short in shorts {
                    let meaning = Meaning {
                        language,
                        words: Language::ALL.map(|language| row.means.get(language).to_owned()),
                        shorts: all.clone(),
                        is_office: row.office,
                    };
                    means.insert(normalize(short), meaning);
                }
            }
        }
        let endings = &rules.abbreviations.endings;
        let clipped = &rules.abbreviations.clipped;
        Self {
            means,
            clipped: clipped.kk.iter().chain(&clipped.ru).cloned().collect(),
            endings: endings.kk.iter().chain(&endings.ru).cloned().collect(),
        }
    }

    /// True for an abbreviation in its bare form.
    pub fn holds(&self, normal: &str) -> bool {
        self.means.contains_key(normal)
    }

    /// True for what may follow an abbreviation.
    pub fn is_ending(&self, part: &str) -> bool {
        self.endings.iter().any(|ending| ending == part)
    }

    /// The shortened words that a word begins with, each with the rest of the word.
    pub fn clipped<'a>(&'a self, word: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let clipped = self.clipped.iter();
        clipped.filter_map(move |short| Some((short.as_str(), word.strip_prefix(short.as_str())?)))
    }

    fn find(&self, normal: &str) -> Option<&Meaning> {
        self.means.get(normal)
    }

    fn find_with_ending(&self, normal: &str) -> Option<&Meaning> {
        let stems = self.endings.iter().filter_map(|ending| {
            let stem = normal.strip_suffix(ending.as_str())?;
            (stem.chars().count() >= LEAST_WITH_ENDING).then_some(stem)
        });
        stems.filter_map(|stem| self.find(stem)).next()
    }
}

/// True for a word that a full stop shortens.
pub fn is_dotted(text: &str, word: &Word) -> bool {
    let after = text.get(word.at.end..).unwrap_or_default();
    after.starts_with('.') && word.normal.chars().count() <= LONGEST_SHORTENED
}

impl Interpreter {
    /// The words that an abbreviation stands for, both languages side by side;
    /// nothing for one that names something itself, unless that is an office.
    pub(super) fn expand(&self, normal: &str) -> Vec<Token> {
        let meaning = match self.abbreviations.find(normal) {
            Some(meaning) if meaning.is_office || !self.is_name(normal) => meaning,
            Some(_) => return Vec::new(),
            None => match self.abbreviations.find_with_ending(normal) {
                Some(meaning) if !self.is_known(normal) => meaning,
                _ => return Vec::new(),
            },
        };
        let [kk, ru] = Language::ALL.map(|language| {
            let means = &meaning.words[usize::from(language == Language::Ru)];
            self.analyzers.of(language).analyze(means)
        });
        let longest = kk.len().max(ru.len());
        // Abbreviations have a handful of words, so the cast is exact.
        #[allow(clippy::cast_precision_loss)]
        let share = (self.sure.abbreviation / longest.max(1) as f32).min(1.0);
        let tokens = (0..longest).map(|nth| {
            let terms = |words: &[Word]| words.get(nth).map_or_else(Vec::new, terms_of);
            let [first, second] = match meaning.language {
                Language::Kk => [&kk, &ru],
                Language::Ru => [&ru, &kk],
            };
            let word = first.get(nth).or_else(|| second.get(nth));
            let normal = word.map(|word| word.normal.clone()).unwrap_or_default();
            let mut token = self.token(normal, [terms(&kk), terms(&ru)]);
            for (language, short) in &meaning.shorts {
                if self.vocabulary.is_known(*language, short) {
                    token.add(*language, short, self.sure.skeleton);
                }
            }
            token.is_short = true;
            token.is_office_name = meaning.is_office;
            token.share = share;
            token
        });
        tokens.collect()
    }

    /// Whether a word stands so in a name: of a topic, a place, a paper or a service.
    pub(super) fn is_name(&self, normal: &str) -> bool {
        let skeleton = self.skeletons.fold(normal);
        let mut names = self.vocabulary.of_skeleton(&skeleton);
        names.any(|entry| entry.naming && entry.word == normal)
    }

    fn is_known(&self, normal: &str) -> bool {
        let skeleton = self.skeletons.fold(normal);
        let mut words = self.vocabulary.of_skeleton(&skeleton);
        words.any(|entry| entry.word == normal)
    }
}
