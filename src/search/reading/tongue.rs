//! Tongue: the language of a question.

use super::Interpreter;
use crate::language::Language;
use crate::search::question::{Question, QuestionWord, Role};

/// How much surer the words must be in one language than in the other.
const MARGIN: f32 = 0.1;

impl Interpreter {
    /// The language of a question: the one in which more of its words have their
    /// surest meaning; where both know them all, the one whose texts use them more.
    pub fn language_of(&self, question: &Question) -> Option<Language> {
        let mut shown = question.words.iter().map(|word| &word.shown);
        if shown.any(|word| word.chars().any(is_only_kazakh)) {
            return Some(Language::Kk);
        }
        let words = question.words.iter();
        let words: Vec<_> = words.filter(|word| word.role != Role::Place).collect();
        let [kk, ru] = Language::ALL.map(|language| known(&words, language));
        let [uses_kk, uses_ru] = Language::ALL.map(|language| self.uses(&words, language));
        if kk > ru + MARGIN || (kk > ru - MARGIN && uses_kk > uses_ru) {
            Some(Language::Kk)
        } else if ru > kk + MARGIN || uses_ru > uses_kk {
            Some(Language::Ru)
        } else {
            None
        }
    }

    /// How often the texts of a language hold the words as they are spelt.
    fn uses(&self, words: &[&QuestionWord], language: Language) -> u32 {
        let of_word = |word: &&QuestionWord| -> u32 {
            let skeleton = self.skeletons.fold(&word.shown);
            let entries = self.vocabulary.of_skeleton(&skeleton);
            let spelt = entries.filter(|one| one.language == language && one.word == word.shown);
            spelt.map(|one| one.count).sum()
        };
        words.iter().map(of_word).sum()
    }
}

/// How sure the words are in a language.
fn known(words: &[&QuestionWord], language: Language) -> f32 {
    let of_word = |word: &&QuestionWord| {
        let own = word.candidates.iter();
        let own = own.filter(|one| one.language == language);
        own.map(|one| one.quality).fold(0.0, f32::max)
    };
    words.iter().map(of_word).sum()
}

/// True for the letters that Russian does not have.
fn is_only_kazakh(letter: char) -> bool {
    letter
        .to_lowercase()
        .any(|letter| matches!(letter, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і'))
}
