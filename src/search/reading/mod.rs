//! Reading: what a question says, however it was typed.
//!
//! The raw text is read as it stands and as every keyboard would have meant it;
//! the reading whose words the index knows best wins. A word is looked for as it
//! is, by its skeleton, by the skeletons of its stems ([`meanings`]), as an
//! abbreviation ([`abbreviations`]), together with its neighbour or taken apart
//! ([`boundaries`]), and last with typing errors ([`mistyped`]). The text of a
//! question is data: no character has a meaning of its own.

mod abbreviations;
mod boundaries;
mod meanings;
mod mistyped;
mod roles;
mod segments;
#[cfg(test)]
mod tests;
mod token;
mod tongue;

use super::analyzer::{Analyzers, KazakhStemmer, Word};
use super::keyboard;
use super::question::{Question, QuestionWord, Role};
use super::rules::{Keyboard, Rules};
use super::skeleton::Skeletons;
use super::vocabulary::{Entry, Vocabulary};
use super::weights::MeaningWeights;
use crate::language::Language;
use abbreviations::Abbreviations;
use roles::{RoleWords, Spelling};
use token::{Reading, Token};

/// A question has no more words than this; the rest is left out.
pub const MOST_WORDS: usize = 16;

/// Letters of the shortest word that a hyphen may join to another.
const LEAST_PART: usize = 4;

/// Letters of a question that are looked at.
const MOST_LETTERS: usize = 400;

/// Terms that one word may stand for.
pub const MOST_CANDIDATES: usize = 12;

/// Reads questions.
pub struct Interpreter {
    pub analyzers: Analyzers,
    pub skeletons: Skeletons,
    pub vocabulary: Vocabulary,
    folded: KazakhStemmer,
    keyboards: Vec<Keyboard>,
    abbreviations: Abbreviations,
    roles: RoleWords,
    sure: MeaningWeights,
}

impl Interpreter {
    /// An interpreter for an index with the given words.
    pub fn new(rules: &Rules, vocabulary: Vec<Entry>) -> Self {
        let skeletons = Skeletons::new(&rules.letters);
        let analyzers = Analyzers::new(rules);
        // Of the words of the rules, which are analyzed when an index is opened, and of
        // questions, most are names.
        let names = vocabulary.iter().filter(|entry| entry.naming);
        analyzers.remember(names.map(Entry::known_terms));
        let (vocabulary, (folded, roles)) = rayon::join(
            || Vocabulary::new(vocabulary, &rules.letters),
            || {
                let folded = KazakhStemmer::folded(&rules.kk, |text| skeletons.fold(text));
                (folded, RoleWords::new(rules, &skeletons, &analyzers))
            },
        );
        Self {
            folded,
            roles,
            abbreviations: Abbreviations::new(rules),
            vocabulary,
            analyzers,
            keyboards: rules.keyboards.clone(),
            sure: rules.weights.meaning.clone(),
            skeletons,
        }
    }

    /// Reads a question.
    pub fn read(&self, text: &str) -> Question {
        let text: String = text.chars().take(MOST_LETTERS).collect();
        let mut typed = self.reading(&self.skeletons.read_apostrophes(&text));
        let literal = typed.literal();
        if typed.sure >= 1.0 {
            return self.question(typed, &literal);
        }
        let others = keyboard::readings(&text, &self.keyboards).into_iter();
        let others = others.map(|other| self.reading(&other));
        // Of equal readings the first keyboard counts.
        let best = others.reduce(|best, other| if other.sure > best.sure { other } else { best });
        match best {
            Some(mut other) if other.sure >= typed.sure + self.sure.keyboard => {
                self.correct(&mut other);
                self.question(other, &literal)
            }
            // No other keyboard explains the text: the errors are errors.
            _ => {
                self.correct(&mut typed);
                self.question(typed, &literal)
            }
        }
    }

    /// Reads a question as it was typed: nothing but the terms of its own words.
    pub fn read_as_typed(&self, text: &str) -> Question {
        let text: String = text.chars().take(MOST_LETTERS).collect();
        let words = self.analyze(&text).into_iter().take(MOST_WORDS);
        let words = words.map(|(kk, ru)| {
            let terms = [terms_of(&kk), terms_of(&ru)];
            let mut token = Token::new(kk.normal, terms);
            token.stop = self.is_listed_stop_word(&token.normal);
            if !token.stop {
                self.find_terms(&mut token);
            }
            token
        });
        let reading = Reading::of(words.collect());
        let literal = reading.literal();
        self.question(reading, &literal)
    }

    fn question(&self, reading: Reading, literal: &[String]) -> Question {
        let shown = reading.words.iter().map(|word| word.shown.clone());
        let shown: Vec<String> = shown.collect();
        let corrected = (shown != literal).then(|| shown.join(" "));
        let words = reading.words.into_iter();
        let words = words.map(|word| {
            let spelt = Spelling::of(&word, &self.skeletons);
            (word, spelt)
        });
        let words: Vec<(Token, Spelling)> = words.collect();
        let is_own_deed = self.roles.is_own_deed(&words);
        let counted = || words.iter().filter(|(word, _)| !word.stop);
        let is_asking =
            |(word, spelt): &&(Token, Spelling)| self.roles.of(word, spelt) == Role::Asks;
        let asks = counted().any(|word| is_asking(&word));
        let mut asking = counted().filter(is_asking);
        let names_office = asking.any(|(word, spelt)| !self.roles.asks_beside(word, spelt));
        // The mobile telephone of a head is asked of an office, its tariff of nobody here.
        let is_elsewhere = |word: &Token, spelt: &Spelling| {
            let is_asked = names_office && self.roles.asks_beside(word, spelt);
            !word.is_frame && !is_asked && self.roles.is_elsewhere(word, spelt)
        };
        let role = |word: &Token, spelt: &Spelling| match self.roles.of(word, spelt) {
            Role::Content
                if asks && self.roles.asks_beside(word, spelt) && !is_elsewhere(word, spelt) =>
            {
                Role::Asks
            }
            role => role,
        };
        let words = words.into_iter().filter(|(word, _)| !word.stop);
        let words = words.map(|(word, spelt)| QuestionWord {
            role: role(&word, &spelt),
            is_deed: self.roles.is_deed(&word, &spelt),
            is_frame: word.is_frame,
            is_repeated: word.is_repeated,
            is_elsewhere: is_elsewhere(&word, &spelt),
            is_people: self.roles.is_people(&word, &spelt),
            names_head: self.roles.names_head(&word, &spelt),
            names_village: self.roles.names_village(&word, &spelt),
            is_holder: false,
            is_short: self.abbreviations.holds(&word.normal),
            is_office_name: word.is_office_name,
            share: word.share,
            normal: word.normal,
            shown: word.shown,
            candidates: word.candidates,
            translated: Vec::new(),
            papers: Vec::new(),
        });
        Question {
            words: words.collect(),
            is_own_deed,
            corrected,
            ..Question::default()
        }
    }

    /// The names that an adjective may be made of: people say Мерке for the district
    /// Меркенский. Which end it took, the word does not tell, so there may be several.
    pub fn bare_names(&self, normal: &str, language: Language) -> Vec<String> {
        self.roles.bare_names(normal, language)
    }

    /// True for a word that says what kind of place a name is.
    pub fn is_place_kind(&self, normal: &str) -> bool {
        self.roles.is_place_kind(normal, &self.skeletons)
    }

    fn reading(&self, text: &str) -> Reading {
        let mut words: Vec<Token> = Vec::new();
        for (kk, ru) in self.analyze(text) {
            let dotted = abbreviations::is_dotted(text, &kk);
            for token in self.tokens(kk, ru, dotted) {
                let known = words.iter_mut().find(|word| word.normal == token.normal);
                if let Some(known) = known {
                    known.is_repeated = true;
                } else if words.len() < MOST_WORDS {
                    words.push(token);
                }
            }
        }
        let mut words = self.split_and_join(words);
        words.truncate(2 * MOST_WORDS);
        Reading::of(words)
    }

    /// The words of a text as each language reads them.
    fn analyze(&self, text: &str) -> Vec<(Word, Word)> {
        let [kk, ru] = Language::ALL.map(|language| self.analyzers.of(language).analyze(text));
        kk.into_iter().zip(ru).collect()
    }

    /// The words that a word of the text stands for: itself, the parts of a
    /// compound that nobody joins, the words of an abbreviation.
    fn tokens(&self, kk: Word, ru: Word, dotted: bool) -> Vec<Token> {
        if kk.parts.is_empty() {
            let expanded = self.expand(&kk.normal);
            if !expanded.is_empty() {
                return expanded;
            }
            let mut token = self.token(kk.normal, [kk.terms, ru.terms]);
            if dotted {
                self.complete(&mut token);
            }
            return vec![token];
        }
        let words = self.parts(&kk.normal, kk.parts.into_iter().zip(ru.parts));
        let whole = self.token(kk.normal.replace('-', ""), [kk.terms, ru.terms]);
        // A kind of place may be shortened to its first and last letters (р-н).
        let is_known = whole.quality() >= self.sure.skeleton || self.is_place_kind(&whole.normal);
        match is_known && !self.are_joined_for_once(&whole, &words) {
            true => vec![whole],
            false => words,
        }
    }

    /// The parts of a compound, each with its terms in both languages.
    fn parts(
        &self,
        normal: &str,
        terms: impl Iterator<Item = (Vec<String>, Vec<String>)>,
    ) -> Vec<Token> {
        let parts = normal.split('-').filter(|part| !part.is_empty());
        let mut tokens: Vec<Token> = Vec::new();
        for (part, (kk, ru)) in parts.zip(terms) {
            let expanded = self.expand(part);
            if !expanded.is_empty() {
                // What follows an abbreviation is its ending.
                return expanded;
            }
            // So is what follows another short word.
            if tokens.is_empty() || !self.abbreviations.is_ending(part) {
                tokens.push(self.token(part.to_owned(), [kk, ru]));
            }
        }
        tokens
    }

    /// Whether a hyphen joins two words for once, as a child and what it has: the index
    /// knows both as words of their own, and no name holds the compound.
    fn are_joined_for_once(&self, whole: &Token, words: &[Token]) -> bool {
        let is_word = |word: &Token| {
            let is_long = word.normal.chars().count() >= LEAST_PART;
            is_long && !word.is_short && word.quality() >= 1.0
        };
        words.len() == 2 && words.iter().all(is_word) && !self.is_name(&whole.normal)
    }

    fn token(&self, normal: String, terms: [Vec<String>; 2]) -> Token {
        let mut token = Token::new(normal, terms);
        token.stop = self.is_stop_word(&token.normal);
        if !token.stop {
            self.find(&mut token);
            let spelt = Spelling::of(&token, &self.skeletons);
            token.is_frame = self.roles.is_frame(&token, &spelt);
        }
        token
    }

    /// The token of a single word.
    fn one(&self, text: &str) -> Option<Token> {
        let (kk, ru) = self.analyze(text).into_iter().next()?;
        Some(self.token(kk.normal, [kk.terms, ru.terms]))
    }

    fn is_listed_stop_word(&self, normal: &str) -> bool {
        let mut languages = Language::ALL.into_iter();
        languages.any(|language| self.analyzers.of(language).is_stop_word(normal))
    }

    fn is_stop_word(&self, normal: &str) -> bool {
        self.is_listed_stop_word(normal) || self.roles.is_stop_word(normal, &self.skeletons)
    }
}

fn terms_of(word: &Word) -> Vec<String> {
    let terms = word.all_terms().into_iter();
    terms.map(str::to_owned).collect()
}
