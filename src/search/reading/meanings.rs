//! Meanings: the terms that a word may stand for.

use std::collections::BTreeMap;

use super::token::Token;
use super::{Interpreter, MOST_CANDIDATES};
use crate::language::Language;
use crate::repair::letters::is_letter;
use crate::search::rules::Script;

/// Stems with no more letters than this belong to many words.
const SHORT_STEM: usize = 3;

/// Letters of the end of a word that may be an unknown ending.
const MOST_CUT: usize = 3;

/// Letters that are left without it.
const LEAST_LEFT: usize = 5;

/// A shortened word has so many letters at least.
const LEAST_SHORTENED: usize = 2;

/// Words that a shortened one may stand for.
const MOST_COMPLETIONS: usize = 4;

impl Interpreter {
    /// Looks for the terms of a word as it is.
    pub(super) fn find_terms(&self, token: &mut Token) {
        for (nth_language, language) in Language::ALL.into_iter().enumerate() {
            for nth in 0..token.terms[nth_language].len() {
                let term = token.terms[nth_language][nth].clone();
                if !self.vocabulary.is_known(language, &term) {
                    continue;
                }
                let chance = term.chars().count() <= SHORT_STEM && term != token.normal;
                let quality = match nth {
                    _ if chance && (nth > 0 || !self.is_spelt(language, &token.normal)) => {
                        self.sure.chance
                    }
                    0 => self.sure.literal,
                    _ => self.sure.root,
                };
                token.add(language, &term, quality);
            }
        }
    }

    /// Looks for a word as it is, by its skeleton and by those of its stems.
    pub(super) fn find(&self, token: &mut Token) {
        self.find_terms(token);
        if token.normal.chars().all(|letter| letter.is_ascii_digit()) {
            return;
        }
        let skeleton = self.skeletons.fold(&token.normal);
        let sure = if token.candidates.is_empty() {
            self.sure.skeleton
        } else {
            self.sure.beside_literal
        };
        self.add_words(token, &skeleton, sure, true);
        if !token.candidates.is_empty() {
            return;
        }
        for stem in self.stems(token, &skeleton) {
            self.add_words(token, &stem, self.sure.stem, false);
        }
        let letters: Vec<char> = skeleton.chars().collect();
        for cut in 1..=MOST_CUT {
            let left = letters.len().saturating_sub(cut);
            if left >= LEAST_LEFT && token.candidates.is_empty() {
                let beginning: String = letters[..left].iter().collect();
                self.add_words(token, &beginning, self.sure.beginning, false);
            }
        }
    }

    /// The skeletons of the stems that a word may have.
    fn stems(&self, token: &Token, skeleton: &str) -> Vec<String> {
        let mut stems = self.folded.terms(skeleton);
        for term in self.analyzers.of(Language::Ru).analyze(skeleton) {
            stems.extend(term.terms);
        }
        stems.extend(token.terms.iter().flatten().cloned());
        stems
            .into_iter()
            .map(|stem| self.skeletons.fold(&stem))
            .collect()
    }

    /// Adds the terms of the words with a skeleton.
    pub(super) fn add_words(&self, token: &mut Token, skeleton: &str, quality: f32, whole: bool) {
        let was_empty = token.candidates.is_empty();
        let mut most = 0;
        for entry in self.vocabulary.of_skeleton(skeleton) {
            for (nth, term) in entry.terms.iter().enumerate() {
                if whole || self.skeletons.fold(term) == skeleton {
                    let part = if nth == 0 { 1.0 } else { self.sure.root };
                    token.add(entry.language, term, quality * part);
                }
            }
            // A word in another alphabet is shown as some form that readers know.
            let shorter = token.shown == token.normal || entry.word.len() < token.shown.len();
            if most == 0 && shorter && is_latin(&token.normal) {
                token.shown.clone_from(&entry.word);
            }
            let better = 1 + entry.count + if entry.naming { 1_000 } else { 0 };
            if was_empty && better > most && self.skeletons.fold(&entry.word) == skeleton {
                most = better;
                token.shown.clone_from(&entry.word);
            }
        }
    }

    /// Completes a word that was shortened with a full stop: what it may stand for
    /// are the commonest words that begin so.
    pub(super) fn complete(&self, token: &mut Token) {
        let letters = token.normal.chars().count();
        if letters < LEAST_SHORTENED {
            token.stop = true;
            return;
        }
        if token.stop || token.quality() > self.sure.beginning {
            return;
        }
        let mut counts: BTreeMap<(Language, &str), (u32, &str)> = BTreeMap::new();
        for entry in self
            .vocabulary
            .beginning_with(&self.skeletons.fold(&token.normal))
        {
            let Some(term) = entry.terms.first() else {
                continue;
            };
            if entry.word.starts_with(&token.normal) {
                let of_term = counts.entry((entry.language, term));
                of_term.or_insert((0, &entry.word)).0 += 1 + entry.count;
            }
        }
        let mut likely: Vec<_> = counts.into_iter().collect();
        likely.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
        token
            .candidates
            .truncate(MOST_CANDIDATES - MOST_COMPLETIONS);
        for ((language, term), (_, word)) in likely.into_iter().take(MOST_COMPLETIONS) {
            if token.shown == token.normal {
                word.clone_into(&mut token.shown);
            }
            token.add(language, term, self.sure.stem);
        }
    }

    /// True when a text of the language holds the word in this very form.
    fn is_spelt(&self, language: Language, normal: &str) -> bool {
        let skeleton = self.skeletons.fold(normal);
        let mut words = self.vocabulary.of_skeleton(&skeleton);
        words.any(|entry| entry.language == language && entry.word == normal)
    }
}

/// True for a word without Cyrillic letters.
pub(super) fn is_latin(word: &str) -> bool {
    !word.chars().any(|letter| Script::Cyrillic.holds(letter)) && word.chars().any(is_letter)
}
