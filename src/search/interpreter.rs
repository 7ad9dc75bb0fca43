//! Interpreter: what a question says, however it was typed.
//!
//! The raw text is read as it stands and as every keyboard would have meant it;
//! the reading whose words the index knows best wins. A word is looked for as it
//! is, by its skeleton, by the skeletons of its stems, and last with typing
//! errors. The text of a question is data: no character has a meaning of its own.

use std::collections::{HashMap, HashSet};

use super::analyzer::{Analyzers, KazakhStemmer, Keyboard, Rules, Script, Word};
use super::keyboard;
use super::question::{Candidate, Question, QuestionWord, Role};
use super::skeleton::Skeletons;
use super::vocabulary::{Entry, Vocabulary};
use crate::language::Language;

/// A question has no more words than this; the rest is left out.
pub const MOST_WORDS: usize = 16;

/// Letters of a question that are looked at.
const MOST_LETTERS: usize = 400;

/// Terms that one word may stand for.
pub const MOST_CANDIDATES: usize = 12;

/// Words with typing errors that are looked for in one reading.
const MOST_MISTYPED: usize = 6;

/// How much better the reading of another keyboard must be than the text as typed.
const KEYBOARD_MARGIN: f32 = 0.1;

/// Stems with no more letters than this belong to many words.
const SHORT_STEM: usize = 3;

/// How sure a meaning is; chosen by hand.
mod quality {
    pub const LITERAL: f32 = 1.0;
    /// A short stem of a form that no text holds.
    pub const CHANCE: f32 = 0.4;
    pub const ROOT: f32 = 0.85;
    pub const SKELETON: f32 = 0.92;
    pub const BESIDE_LITERAL: f32 = 0.8;
    pub const STEM: f32 = 0.85;
    pub const BEGINNING: f32 = 0.72;
    /// What a typing error takes away, for each unit of its cost.
    pub const ERROR: f32 = 0.07;
    pub const MISTYPED: f32 = 0.8;
}

/// Reads questions.
pub struct Interpreter {
    pub analyzers: Analyzers,
    pub skeletons: Skeletons,
    pub vocabulary: Vocabulary,
    folded: KazakhStemmer,
    keyboards: Vec<Keyboard>,
    /// Abbreviations in normal form with what they mean.
    abbreviations: HashMap<String, [String; 2]>,
    stop_words: HashSet<String>,
    asks: HashSet<String>,
    kinds: HashSet<String>,
    adjective_ends: [Vec<String>; 2],
}

/// A shorter beginning of a word is no name of a place.
const SHORTEST_NAME: usize = 3;

/// A text as one keyboard means it.
struct Reading {
    words: Vec<Token>,
    /// How well the index knows its words.
    sure: f32,
}

/// A word of a reading.
#[derive(Clone)]
struct Token {
    normal: String,
    shown: String,
    /// Its terms, Kazakh first.
    terms: [Vec<String>; 2],
    candidates: Vec<Candidate>,
    stop: bool,
}

impl Interpreter {
    /// An interpreter for an index with the given words.
    pub fn new(rules: &Rules, vocabulary: Vec<Entry>) -> Self {
        let skeletons = Skeletons::new(&rules.letters);
        let fold_all = |words: &mut dyn Iterator<Item = &String>| -> HashSet<String> {
            words.map(|word| skeletons.fold(word)).collect()
        };
        let lists = &rules.office_words;
        let mut abbreviations = HashMap::new();
        for row in &rules.abbreviations {
            for short in row.kk.iter().chain(&row.ru) {
                let means = Language::ALL.map(|language| row.means.get(language).to_owned());
                abbreviations.insert(super::analyzer::normalize(short), means);
            }
        }
        Self {
            folded: KazakhStemmer::folded(&rules.kk, |text| skeletons.fold(text)),
            stop_words: fold_all(&mut rules.kk.stop_words.iter().chain(&rules.ru.stop_words)),
            asks: fold_all(&mut lists.asks.kk.iter().chain(&lists.asks.ru)),
            kinds: fold_all(&mut lists.kinds.kk.iter().chain(&lists.kinds.ru)),
            adjective_ends: [
                lists.adjective_ends.kk.clone(),
                lists.adjective_ends.ru.clone(),
            ],
            vocabulary: Vocabulary::new(vocabulary),
            analyzers: Analyzers::new(rules),
            keyboards: rules.keyboards.clone(),
            abbreviations,
            skeletons,
        }
    }

    /// Reads a question.
    pub fn read(&self, text: &str) -> Question {
        let text: String = text.chars().take(MOST_LETTERS).collect();
        let typed = self.reading(&self.skeletons.read_apostrophes(&text));
        let literal: Vec<String> = typed.words.iter().map(|word| word.normal.clone()).collect();
        let mut best = typed;
        let complete = best.sure >= 1.0;
        let others = if complete {
            Vec::new()
        } else {
            keyboard::readings(&text, &self.keyboards)
        };
        let mut readings: Vec<Reading> = others.iter().map(|other| self.reading(other)).collect();
        let surest = readings
            .iter()
            .map(|reading| reading.sure)
            .fold(0.0, f32::max);
        if surest < best.sure + KEYBOARD_MARGIN {
            // No other keyboard explains the text: the errors are errors.
            self.correct(&mut best);
        }
        let other = readings
            .drain(..)
            .find(|reading| reading.sure >= surest && surest >= best.sure + KEYBOARD_MARGIN);
        if let Some(mut other) = other {
            self.correct(&mut other);
            best = other;
        }
        self.question(best, &literal)
    }

    /// Reads a question as it was typed: nothing but the terms of its own words.
    pub fn read_as_typed(&self, text: &str) -> Question {
        let text: String = text.chars().take(MOST_LETTERS).collect();
        let kk = self.analyzers.of(Language::Kk).analyze(&text);
        let ru = self.analyzers.of(Language::Ru).analyze(&text);
        let mut words: Vec<Token> = Vec::new();
        for (kk, ru) in kk.into_iter().zip(ru).take(MOST_WORDS) {
            let terms = [&kk, &ru].map(|word| word.all_terms().into_iter().map(str::to_owned));
            let [of_kk, of_ru] = terms.map(Iterator::collect);
            words.push(self.typed(kk.normal, [of_kk, of_ru]));
        }
        let literal: Vec<String> = words.iter().map(|word| word.normal.clone()).collect();
        self.question(Reading { words, sure: 1.0 }, &literal)
    }

    fn typed(&self, normal: String, terms: [Vec<String>; 2]) -> Token {
        let listed = Language::ALL
            .iter()
            .any(|language| self.analyzers.of(*language).is_stop_word(&normal));
        let mut token = Token {
            shown: normal.clone(),
            stop: listed,
            normal,
            terms,
            candidates: Vec::new(),
        };
        if !token.stop {
            self.find_terms(&mut token);
        }
        token
    }

    fn question(&self, reading: Reading, literal: &[String]) -> Question {
        let shown: Vec<String> = reading
            .words
            .iter()
            .map(|word| word.shown.clone())
            .collect();
        let corrected = (shown != literal).then(|| shown.join(" "));
        let words = reading
            .words
            .into_iter()
            .filter(|word| !word.stop)
            .map(|word| QuestionWord {
                role: self.role(&word),
                normal: word.normal,
                shown: word.shown,
                candidates: word.candidates,
            })
            .collect();
        Question {
            words,
            corrected,
            of_paper: Vec::new(),
        }
    }

    /// The language of a question: the one in which more of its words have their
    /// surest meaning; where both know them all, the one that uses them more.
    pub fn language_of(&self, question: &Question) -> Option<Language> {
        let mut shown = question.words.iter().map(|word| &word.shown);
        if shown.any(|word| word.chars().any(is_only_kazakh)) {
            return Some(Language::Kk);
        }
        let mut known = [0.0_f32; 2];
        let mut used = [0_u32; 2];
        for word in question
            .words
            .iter()
            .filter(|word| word.role != Role::Place)
        {
            let sums = known.iter_mut().zip(&mut used).zip(Language::ALL);
            for ((known, used), language) in sums {
                let own = word
                    .candidates
                    .iter()
                    .filter(|one| one.language == language);
                *known += own.map(|one| one.quality).fold(0.0, f32::max);
                let skeleton = self.skeletons.fold(&word.shown);
                let entries = self.vocabulary.of_skeleton(&skeleton);
                let spelt =
                    entries.filter(|one| one.language == language && one.word == word.shown);
                *used += spelt.map(|one| one.count).sum::<u32>();
            }
        }
        let ([kk, ru], [uses_kk, uses_ru]) = (known, used);
        if kk > ru + 0.1 || (kk > ru - 0.1 && uses_kk > uses_ru) {
            Some(Language::Kk)
        } else if ru > kk + 0.1 || uses_ru > uses_kk {
            Some(Language::Ru)
        } else {
            None
        }
    }

    /// The names that an adjective may be made of: people say Мерке for the district
    /// Меркенский. Which end it took, the word does not tell, so there may be several.
    pub fn bare_names(&self, normal: &str, language: Language) -> Vec<String> {
        let ends = &self.adjective_ends[language as usize];
        let bare = ends
            .iter()
            .filter_map(|end| normal.strip_suffix(end.as_str()));
        bare.filter(|name| name.chars().count() >= SHORTEST_NAME)
            .map(str::to_owned)
            .collect()
    }

    /// True for a word that says what kind of place a name is.
    pub fn is_place_kind(&self, normal: &str) -> bool {
        self.kinds.contains(&self.skeletons.fold(normal))
    }

    fn role(&self, word: &Token) -> Role {
        let is_in = |set: &HashSet<String>| {
            set.contains(&self.skeletons.fold(&word.shown))
                || set.contains(&self.skeletons.fold(&word.normal))
        };
        if is_in(&self.kinds) {
            Role::PlaceKind
        } else if is_in(&self.asks) {
            Role::Asks
        } else {
            Role::Content
        }
    }

    fn reading(&self, text: &str) -> Reading {
        let kk = self.analyzers.of(Language::Kk).analyze(text);
        let ru = self.analyzers.of(Language::Ru).analyze(text);
        let mut words: Vec<Token> = Vec::new();
        for (kk, ru) in kk.into_iter().zip(ru) {
            for token in self.tokens(kk, ru) {
                let known = words.iter().any(|word| word.normal == token.normal);
                if !known && words.len() < MOST_WORDS {
                    words.push(token);
                }
            }
        }
        let mut words = self.split_and_join(words);
        words.truncate(2 * MOST_WORDS);
        let mut reading = Reading { words, sure: 0.0 };
        reading.judge();
        reading
    }

    /// The words that a word of the text stands for: itself, the parts of a
    /// compound that nobody joins, the words of an abbreviation.
    fn tokens(&self, kk: Word, ru: Word) -> Vec<Token> {
        if kk.parts.is_empty() {
            let expanded = self.expand(&kk.normal);
            if !expanded.is_empty() {
                return expanded;
            }
            return vec![self.token(kk.normal, [kk.terms, ru.terms])];
        }
        let joined = kk.normal.replace('-', "");
        let whole = self.token(joined, [kk.terms, ru.terms]);
        if whole.quality() >= quality::SKELETON {
            return vec![whole];
        }
        let parts = kk.normal.split('-').filter(|part| !part.is_empty());
        let terms = kk.parts.into_iter().zip(ru.parts);
        let mut tokens = Vec::new();
        for (part, (kk, ru)) in parts.zip(terms) {
            let expanded = self.expand(part);
            if !expanded.is_empty() {
                // What follows an abbreviation is its ending.
                return expanded;
            }
            tokens.push(self.token(part.to_owned(), [kk, ru]));
        }
        tokens
    }

    fn token(&self, normal: String, terms: [Vec<String>; 2]) -> Token {
        let mut token = Token {
            shown: normal.clone(),
            stop: self.is_stop_word(&normal),
            normal,
            terms,
            candidates: Vec::new(),
        };
        if !token.stop {
            self.find(&mut token);
        }
        token
    }

    fn is_stop_word(&self, normal: &str) -> bool {
        let listed = Language::ALL
            .iter()
            .any(|language| self.analyzers.of(*language).is_stop_word(normal));
        listed
            || ((is_latin(normal) || normal.chars().count() >= 4)
                && self.stop_words.contains(&self.skeletons.fold(normal)))
    }

    /// The words that an abbreviation stands for, both languages side by side;
    /// nothing for one that names something itself.
    fn expand(&self, normal: &str) -> Vec<Token> {
        let Some(means) = self.abbreviations.get(normal) else {
            return Vec::new();
        };
        let skeleton = self.skeletons.fold(normal);
        let mut names = self.vocabulary.of_skeleton(&skeleton);
        if names.any(|entry| entry.naming && entry.word == normal) {
            return Vec::new();
        }
        let [kk, ru] = Language::ALL.map(|language| {
            let at = usize::from(language == Language::Ru);
            self.analyzers.of(language).analyze(&means[at])
        });
        let mut tokens = Vec::new();
        for nth in 0..kk.len().max(ru.len()) {
            let terms = |words: &[Word]| -> Vec<String> {
                let word = words.get(nth);
                word.map_or_else(Vec::new, |word| {
                    word.all_terms()
                        .iter()
                        .map(|term| (*term).to_owned())
                        .collect()
                })
            };
            let normal = kk
                .get(nth)
                .or_else(|| ru.get(nth))
                .map(|word| word.normal.clone());
            tokens.push(self.token(normal.unwrap_or_default(), [terms(&kk), terms(&ru)]));
        }
        tokens
    }

    /// True when a text of the language holds the word in this very form.
    fn is_spelt(&self, language: Language, normal: &str) -> bool {
        let skeleton = self.skeletons.fold(normal);
        let mut words = self.vocabulary.of_skeleton(&skeleton);
        words.any(|entry| entry.language == language && entry.word == normal)
    }

    /// Looks for the terms of a word as it is.
    fn find_terms(&self, token: &mut Token) {
        for (language, terms) in Language::ALL.into_iter().zip(&token.terms) {
            for (nth, term) in terms.iter().enumerate() {
                if self.vocabulary.is_known(language, term) {
                    let chance = term.chars().count() <= SHORT_STEM && *term != token.normal;
                    let quality = match nth {
                        _ if chance && !self.is_spelt(language, &token.normal) => quality::CHANCE,
                        0 => quality::LITERAL,
                        _ => quality::ROOT,
                    };
                    add(&mut token.candidates, language, term, quality);
                }
            }
        }
    }

    /// Looks for a word as it is, by its skeleton and by those of its stems.
    fn find(&self, token: &mut Token) {
        self.find_terms(token);
        if token.normal.chars().all(|letter| letter.is_ascii_digit()) {
            return;
        }
        let literal = !token.candidates.is_empty();
        let skeleton = self.skeletons.fold(&token.normal);
        let sure = if literal {
            quality::BESIDE_LITERAL
        } else {
            quality::SKELETON
        };
        self.add_words(token, &skeleton, sure, true);
        if !token.candidates.is_empty() {
            return;
        }
        let mut stems = self.folded.terms(&skeleton);
        for term in self.analyzers.of(Language::Ru).analyze(&skeleton) {
            stems.extend(term.terms);
        }
        stems.extend(
            token
                .terms
                .iter()
                .flatten()
                .map(|term| self.skeletons.fold(term)),
        );
        for stem in stems {
            self.add_words(token, &self.skeletons.fold(&stem), quality::STEM, false);
        }
        let letters: Vec<char> = skeleton.chars().collect();
        for cut in 1..=3 {
            let left = letters.len().saturating_sub(cut);
            if left >= 5 && token.candidates.is_empty() {
                let beginning: String = letters[..left].iter().collect();
                self.add_words(token, &beginning, quality::BEGINNING, false);
            }
        }
    }

    /// Adds the terms of the words with a skeleton.
    fn add_words(&self, token: &mut Token, skeleton: &str, quality: f32, whole: bool) {
        let was_empty = token.candidates.is_empty();
        let mut most = 0;
        for entry in self.vocabulary.of_skeleton(skeleton) {
            for (nth, term) in entry.terms.iter().enumerate() {
                let same = whole || self.skeletons.fold(term) == skeleton;
                if same {
                    let quality = if nth == 0 {
                        quality
                    } else {
                        quality * quality::ROOT
                    };
                    add(&mut token.candidates, entry.language, term, quality);
                }
            }
            // A word in another alphabet is shown as some form that readers know.
            let shorter = token.shown == token.normal || entry.word.len() < token.shown.len();
            if most == 0 && shorter && is_latin(&token.normal) {
                token.shown.clone_from(&entry.word);
            }
            let better = entry.count + if entry.naming { 1_000 } else { 0 };
            if was_empty && better > most && self.skeletons.fold(&entry.word) == skeleton {
                most = better;
                token.shown.clone_from(&entry.word);
            }
        }
    }

    /// Takes apart what was written together and joins what was written apart,
    /// where only so the index knows it.
    fn split_and_join(&self, words: Vec<Token>) -> Vec<Token> {
        let mut done: Vec<Token> = Vec::new();
        for token in words {
            if token.stop || !token.candidates.is_empty() {
                done.push(token);
                continue;
            }
            let joined = done.last().and_then(|before| {
                let together = format!("{}{}", before.normal, token.normal);
                let unknown = before.candidates.is_empty() && !before.stop;
                self.one(&together)
                    .filter(|_| unknown)
                    .filter(|joined| joined.quality() >= quality::SKELETON)
            });
            if let Some(joined) = joined {
                done.pop();
                done.push(joined);
                continue;
            }
            match self.split(&token.normal) {
                Some(halves) => done.extend(halves),
                None => done.push(token),
            }
        }
        done
    }

    fn split(&self, word: &str) -> Option<[Token; 2]> {
        let letters: Vec<(usize, char)> = word.char_indices().collect();
        if letters.len() < 8 || letters.len() > 40 {
            return None;
        }
        let mut best: Option<(usize, [Token; 2])> = None;
        for at in 4..=letters.len() - 4 {
            let (left, right) = word.split_at(letters[at].0);
            let shorter = at.min(letters.len() - at);
            if best.as_ref().is_some_and(|(most, _)| *most >= shorter) {
                continue;
            }
            let whole = |half: &str| {
                let key = self.skeletons.fold(half);
                let mut words = self.vocabulary.of_skeleton(&key);
                words.any(|entry| self.skeletons.fold(&entry.word) == key)
            };
            if whole(left) && whole(right) {
                let halves = self.one(left).zip(self.one(right));
                best = halves
                    .map(|(left, right)| (shorter, [left, right]))
                    .or(best);
            }
        }
        best.map(|(_, halves)| halves)
    }

    /// The token of a single word.
    fn one(&self, text: &str) -> Option<Token> {
        let kk = self
            .analyzers
            .of(Language::Kk)
            .analyze(text)
            .into_iter()
            .next()?;
        let ru = self
            .analyzers
            .of(Language::Ru)
            .analyze(text)
            .into_iter()
            .next()?;
        Some(self.token(kk.normal, [kk.terms, ru.terms]))
    }

    /// Looks for words with typing errors.
    fn correct(&self, reading: &mut Reading) {
        let mut left = MOST_MISTYPED;
        for token in &mut reading.words {
            let digits = token.normal.chars().any(|letter| letter.is_ascii_digit());
            if token.stop || token.quality() > quality::BEGINNING || digits || left == 0 {
                continue;
            }
            left -= 1;
            let skeleton = self.skeletons.fold(&token.normal);
            let most = match skeleton.chars().count() {
                0..=3 => continue,
                4 => 2,
                5..=6 => 3,
                7..=8 => 5,
                _ => 6,
            };
            let found = self.vocabulary.similar(&skeleton, most);
            let Some(least) = found.first().map(|(cost, _)| *cost) else {
                continue;
            };
            // Costs are below 10, so the cast is exact.
            #[allow(clippy::cast_precision_loss)]
            let quality = quality::MISTYPED - quality::ERROR * least as f32;
            for (_, key) in found.iter().filter(|(cost, _)| *cost == least) {
                self.add_words(token, key, quality, false);
                self.add_words(token, key, quality, true);
            }
        }
        reading.judge();
    }
}

impl Token {
    fn quality(&self) -> f32 {
        let qualities = self.candidates.iter().map(|candidate| candidate.quality);
        qualities.fold(0.0, f32::max)
    }
}

impl Reading {
    /// The share of its letters that stand in known words.
    fn judge(&mut self) {
        let (mut known, mut all) = (0.0, 0.0);
        for word in &self.words {
            // No word has more letters than 64, so the cast is exact.
            #[allow(clippy::cast_precision_loss)]
            let letters = word.normal.chars().count() as f32;
            all += letters;
            known += letters * if word.stop { 1.0 } else { word.quality() };
        }
        self.sure = if all > 0.0 { known / all } else { 0.0 };
    }
}

/// True for the letters that Russian does not have.
fn is_only_kazakh(letter: char) -> bool {
    letter
        .to_lowercase()
        .any(|letter| matches!(letter, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і'))
}

/// True for a word without Cyrillic letters.
fn is_latin(word: &str) -> bool {
    !word.chars().any(|letter| Script::Cyrillic.holds(letter))
        && word.chars().any(char::is_alphabetic)
}

/// Adds a meaning, or makes a known one surer.
fn add(candidates: &mut Vec<Candidate>, language: Language, term: &str, quality: f32) {
    let same = |known: &&mut Candidate| known.language == language && known.term == term;
    if let Some(known) = candidates.iter_mut().find(same) {
        known.quality = known.quality.max(quality);
    } else if candidates.len() < MOST_CANDIDATES {
        candidates.push(Candidate {
            language,
            term: term.to_owned(),
            quality,
        });
    }
}
