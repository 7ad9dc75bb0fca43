//! Mistyped: words with typing errors.

use super::Interpreter;
use super::token::Reading;
use crate::language::Language;

/// Words with typing errors that are looked for in one reading.
const MOST_MISTYPED: usize = 6;

/// What the errors of a word may cost, by its letters.
const fn most_errors(letters: usize) -> Option<u32> {
    match letters {
        0..=3 => None,
        4 => Some(2),
        5..=6 => Some(3),
        7..=8 => Some(5),
        _ => Some(6),
    }
}

impl Interpreter {
    /// True for a word of one of the languages of which the texts hold nothing.
    fn is_spelt_right(&self, normal: &str) -> bool {
        let mut languages = Language::ALL.into_iter();
        languages.any(|language| self.analyzers.of(language).knows(normal))
    }

    /// Looks for words with typing errors.
    pub(super) fn correct(&self, reading: &mut Reading) {
        let mut left = MOST_MISTYPED;
        for token in &mut reading.words {
            let digits = token.normal.chars().any(|letter| letter.is_ascii_digit());
            let sure = token.quality() > self.sure.beginning || self.is_spelt_right(&token.normal);
            if token.stop || token.is_frame || sure || digits || left == 0 {
                continue;
            }
            left -= 1;
            let skeleton = self.skeletons.fold(&token.normal);
            let Some(most) = most_errors(skeleton.chars().count()) else {
                continue;
            };
            let found = self.vocabulary.similar(&skeleton, most);
            let Some(least) = found.first().map(|(cost, _)| *cost) else {
                continue;
            };
            // Costs are below 10, so the cast is exact.
            #[allow(clippy::cast_precision_loss)]
            let quality = self.sure.mistyped - self.sure.error * least as f32;
            for (_, key) in found.iter().filter(|(cost, _)| *cost == least) {
                self.add_words(token, key, quality, false);
                self.add_words(token, key, quality, true);
            }
        }
        reading.judge();
    }
}
