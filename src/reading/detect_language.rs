//! The language of a text: what its letters say, confirmed by its words.

use std::sync::LazyLock;

use lingua::{LanguageDetector, LanguageDetectorBuilder};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::language::Language;
use crate::repair::letters::is_letter;
use crate::source::SourceFile;

/// Letters of Kazakh that Russian does not have.
const KAZAKH: &str = "әіңғүұқөһӘІҢҒҮҰҚӨҺ";
/// One letter of Kazakh among so many makes a text Kazakh. Kazakh prose has one
/// in five; Russian acts have them in quoted names only.
const SHARE: usize = 25;
/// Letters that the words of a text are judged by.
const SAMPLE: usize = 4_000;

/// The language of a file's text.
pub fn detect(file: &SourceFile) -> Warned<Language> {
    let language = by_letters(&file.text);
    let mut diagnostics = Diagnostics::default();
    let sample: String = file
        .text
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .take(SAMPLE)
        .collect();
    if by_words(&sample).is_some_and(|words| words != language) {
        diagnostics.push(
            Diagnostic::new(
                Code::LanguageDisagrees,
                format!(
                    "the letters of the text are those of `{}`, its words are not",
                    language.code()
                ),
            )
            .in_file(file.path.clone())
            .hint("check that the file holds the text of one act in one language"),
        );
    }
    Warned {
        output: language,
        diagnostics,
    }
}

fn by_letters(text: &str) -> Language {
    let (mut letters, mut kazakh) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| is_letter(*c)) {
        letters += 1;
        kazakh += usize::from(!is_russian(c) && KAZAKH.contains(c));
    }
    if kazakh * SHARE > letters {
        Language::Kk
    } else {
        Language::Ru
    }
}

/// Most letters of an act are in the Russian alphabet; asking for them first
/// spares the search among the Kazakh ones.
const fn is_russian(letter: char) -> bool {
    matches!(letter, 'А'..='я')
}

fn by_words(sample: &str) -> Option<Language> {
    match detector().detect_language_of(sample)? {
        lingua::Language::Kazakh => Some(Language::Kk),
        lingua::Language::Russian => Some(Language::Ru),
    }
}

fn detector() -> &'static LanguageDetector {
    static DETECTOR: LazyLock<LanguageDetector> = LazyLock::new(|| {
        let languages = [lingua::Language::Kazakh, lingua::Language::Russian];
        LanguageDetectorBuilder::from_languages(&languages).build()
    });
    &DETECTOR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Language) {
        let file = SourceFile::new("seeds/a.txt", "", text.to_owned());
        let detected = detect(&file);
        assert_eq!(detected.output, expected, "{text}");
        assert_eq!(detected.diagnostics, Diagnostics::default(), "{text}");
    }

    #[test]
    fn letters_and_words_agree_on_the_language() {
        check(
            "Мемлекеттік қызмет көрсету регламентін бекіту туралы қаулы қабылданды.",
            Language::Kk,
        );
        check(
            "Об утверждении регламента государственной услуги для граждан.",
            Language::Ru,
        );
    }

    #[test]
    fn a_kazakh_name_in_a_russian_text_does_not_change_its_language() {
        check(
            "Отдел занятости и социальных программ находится по адресу: село Үшарал, улица Тәуелсіздік, дом 12, график работы с девяти до восемнадцати часов, перерыв на обед с тринадцати до четырнадцати часов.",
            Language::Ru,
        );
    }
}
