//! Boundaries: words written together that are two, and written apart that are one.

use super::Interpreter;
use super::roles::Spelling;
use super::token::Token;

/// Letters of a word that may be two.
const SHORTEST_PAIR: usize = 8;

/// A longer one is a list rather than two words.
const LONGEST_PAIR: usize = 40;

/// Letters of each half.
const SHORTEST_HALF: usize = 4;

/// A shorter first half must be the name of something, before a long second half.
const SHORTEST_NAME: usize = 3;
const AFTER_SHORT_NAME: usize = 6;

/// Letters of a word that people may write apart.
const SHORTEST_JOINED: usize = 7;

impl Interpreter {
    /// Takes apart what was written together and joins what was written apart,
    /// where only so the index knows it.
    pub(super) fn split_and_join(&self, words: Vec<Token>) -> Vec<Token> {
        let mut done: Vec<Token> = Vec::new();
        for mut token in words {
            if let Some(before) = done.last_mut() {
                if let Some(joined) = self.join(before, &token) {
                    *before = joined;
                    continue;
                }
                self.add_joined(before, &mut token);
            }
            if token.stop || !token.candidates.is_empty() {
                done.push(token);
                continue;
            }
            if self.roles.asks(&Spelling::of(&token, &self.skeletons)) {
                done.push(token);
            } else if let Some(words) = self.split_clipped(&token.normal) {
                done.extend(words);
            } else if let Some(halves) = self.split(&token.normal) {
                done.extend(halves);
            } else if let Some(words) = self.segment(&token.normal) {
                done.extend(words);
            } else {
                done.push(token);
            }
        }
        done
    }

    /// One word for two of which the second alone means nothing.
    fn join(&self, before: &Token, token: &Token) -> Option<Token> {
        if token.stop || before.stop || !token.candidates.is_empty() {
            return None;
        }
        let joined = self.one(&format!("{}{}", before.normal, token.normal))?;
        (joined.quality() >= self.sure.skeleton).then_some(joined)
    }

    /// Two words with a meaning of their own may be one name written apart: both then
    /// stand for the name too.
    fn add_joined(&self, before: &mut Token, token: &mut Token) {
        let together = format!("{}{}", before.normal, token.normal);
        let long = together.chars().count() >= SHORTEST_JOINED;
        if before.stop || token.stop || !long || !self.is_named(&together) {
            return;
        }
        let joined = self.one(&together);
        for candidate in joined.into_iter().flat_map(|joined| joined.candidates) {
            for part in [&mut *before, &mut *token] {
                part.add(candidate.language, &candidate.term, candidate.quality);
            }
        }
    }

    /// The words of one whose first half is shortened: of a district or a town, it says
    /// only what the place says.
    fn split_clipped(&self, word: &str) -> Option<Vec<Token>> {
        let mut beginnings = self.abbreviations.clipped(word);
        beginnings.find_map(|(beginning, rest)| {
            let known = rest.chars().count() >= SHORTEST_HALF && self.is_word(rest);
            let rest = known.then(|| self.one(rest)).flatten()?;
            let mut words = self.expand(beginning);
            words.push(rest);
            Some(words)
        })
    }

    fn split(&self, word: &str) -> Option<[Token; 2]> {
        let letters: Vec<(usize, char)> = word.char_indices().collect();
        if letters.len() < SHORTEST_PAIR || letters.len() > LONGEST_PAIR {
            return None;
        }
        let mut best: Option<(usize, [Token; 2])> = None;
        for at in SHORTEST_NAME..=letters.len() - SHORTEST_HALF {
            let (left, right) = word.split_at(letters[at].0);
            let shorter = at.min(letters.len() - at);
            if best.as_ref().is_some_and(|(most, _)| *most >= shorter) {
                continue;
            }
            let fits = if at < SHORTEST_HALF {
                letters.len() - at >= AFTER_SHORT_NAME && self.is_named(left)
            } else {
                self.is_word(left)
            };
            if fits && self.is_word(right) {
                let halves = self.one(left).zip(self.one(right));
                best = halves
                    .map(|(left, right)| (shorter, [left, right]))
                    .or(best);
            }
        }
        best.map(|(_, halves)| halves)
    }

    /// True when the index holds the word in some spelling.
    pub(super) fn is_word(&self, text: &str) -> bool {
        let key = self.skeletons.fold(text);
        let mut words = self.vocabulary.of_skeleton(&key);
        words.any(|entry| self.skeletons.fold(&entry.word) == key)
    }

    /// True when a name in the index holds the word in this very spelling.
    fn is_named(&self, text: &str) -> bool {
        let key = self.skeletons.fold(text);
        let mut words = self.vocabulary.of_skeleton(&key);
        words.any(|entry| entry.naming && entry.word == text)
    }
}
