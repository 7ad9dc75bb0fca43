//! Tokens: the words of a question while it is read.

use crate::language::Language;
use crate::search::question::Candidate;

use super::MOST_CANDIDATES;

/// A word of a reading.
#[derive(Clone)]
pub struct Token {
    pub normal: String,
    pub shown: String,
    /// Its terms, Kazakh first.
    pub terms: [Vec<String>; 2],
    pub candidates: Vec<Candidate>,
    pub stop: bool,
    /// True for a word that only frames a question.
    pub is_frame: bool,
    /// True for a word that the text says again further on.
    pub is_repeated: bool,
    /// True when it comes from an abbreviation.
    pub is_short: bool,
    /// True when it comes from an abbreviation that names a kind of office.
    pub is_office_name: bool,
    /// What it counts beside a word of its own.
    pub share: f32,
}

/// A text as one keyboard means it.
pub struct Reading {
    pub words: Vec<Token>,
    /// How well the index knows its words.
    pub sure: f32,
}

impl Token {
    pub fn new(normal: String, terms: [Vec<String>; 2]) -> Self {
        Self {
            shown: normal.clone(),
            normal,
            terms,
            candidates: Vec::new(),
            stop: false,
            is_frame: false,
            is_repeated: false,
            is_short: false,
            is_office_name: false,
            share: 1.0,
        }
    }

    /// How sure its best meaning is.
    pub fn quality(&self) -> f32 {
        let qualities = self.candidates.iter().map(|candidate| candidate.quality);
        qualities.fold(0.0, f32::max)
    }

    /// Adds a meaning, or makes a known one surer.
    pub fn add(&mut self, language: Language, term: &str, quality: f32) {
        let same = |known: &&mut Candidate| known.language == language && known.term == term;
        if let Some(known) = self.candidates.iter_mut().find(same) {
            known.quality = known.quality.max(quality);
        } else if self.candidates.len() < MOST_CANDIDATES {
            self.candidates.push(Candidate {
                language,
                term: term.to_owned(),
                quality,
            });
        }
    }
}

impl Reading {
    pub fn of(words: Vec<Token>) -> Self {
        let mut reading = Self { words, sure: 0.0 };
        reading.judge();
        reading
    }

    /// Its words as they were typed.
    pub fn literal(&self) -> Vec<String> {
        let words = self.words.iter();
        words.map(|word| word.normal.clone()).collect()
    }

    /// Finds the share of its letters that stand in known words.
    pub fn judge(&mut self) {
        let (mut known, mut all) = (0.0, 0.0);
        for word in &self.words {
            // No word has more letters than 64, so the cast is exact.
            #[allow(clippy::cast_precision_loss)]
            let letters = word.normal.chars().count() as f32;
            all += letters;
            let is_known = word.stop || word.is_frame;
            known += letters * if is_known { 1.0 } else { word.quality() };
        }
        self.sure = if all > 0.0 { known / all } else { 0.0 };
    }
}
