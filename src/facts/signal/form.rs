//! The form of a service, in a short sentence of which nothing else is left.

use super::super::Found;
use super::super::sentence::sentences;
use super::super::statement::trimmed;
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;
use crate::passage::Passage;

/// The form that a point names in its first sentence.
pub(super) fn read(unit: &Unit, lexicon: &Lexicon) -> Option<Found> {
    let sentence = sentences(&unit.words).into_iter().next()?;
    let form = form_in(&sentence, lexicon)?;
    // A sentence may say the form in its own words first and name it behind a colon.
    let named = sentence.text().rfind(": ").and_then(|colon| {
        let named = sentence.slice(colon + 1..sentence.text().len());
        form_in(&named, lexicon)
    });
    Some(Found::new(named.unwrap_or(form), unit))
}

/// The words on the form, where all others only say that a service is provided. Small
/// words that join them stay with them.
fn form_in(sentence: &Passage, lexicon: &Lexicon) -> Option<Passage> {
    let text = sentence.text();
    let is_sign = |c: char| !c.is_alphabetic() && c != '-';
    let mut range: Option<std::ops::Range<usize>> = None;
    let mut joined = None;
    for part in text.split(char::is_whitespace) {
        let word = part.trim_matches(is_sign);
        if word.is_empty() || word == "-" {
            continue;
        }
        let start = part.as_ptr().addr() - text.as_ptr().addr();
        let end = start + part.len();
        // Two words behind a stroke are two forms.
        let says = |kind| {
            word.split('/')
                .map(|word| word.trim_matches(is_sign))
                .all(|word| lexicon.says(kind, word))
        };
        if says("form-word") {
            let from = range.map_or(joined.unwrap_or(start), |range| range.start);
            range = Some(from..end);
            joined = None;
        } else if says("form-joint") {
            joined = joined.or(Some(start));
        } else if says("form-frame") {
            // What a small word before the verb denies is no form of the service.
            let before = text[joined.unwrap_or(start)..start].split_whitespace();
            if before
                .into_iter()
                .any(|word| lexicon.says("form-denied", word))
            {
                return None;
            }
            joined = None;
        } else {
            return None;
        }
    }
    let form = trimmed(&sentence.slice(range?));
    (!form.is_empty()).then_some(form)
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{lexicon, point};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, words: &str, expected: Option<&str>) {
        let read = read(&point(words, Vec::new()), lexicon(language));
        let read = read.as_ref().map(|found| found.words.text());
        assert_eq!(read, expected, "in: {words}");
    }

    #[test]
    fn a_sentence_of_words_on_the_form_tells_it() {
        let ru = |words, expected| check(Language::Ru, words, Some(expected));
        ru("Оказывается услуга исключительно на бумаге.", "на бумаге");
        ru("Вид оказания услуги: бумажный.", "бумажный");
        ru(
            "Предоставляется и в электронном (частично автоматизированном) виде, и в бумажном.",
            "и в электронном (частично автоматизированном) виде, и в бумажном",
        );
        ru(
            "Услуга носит частично автоматизированный характер: форма предоставления - частично автоматизированная.",
            "частично автоматизированная",
        );
        let kk = |words, expected| check(Language::Kk, words, Some(expected));
        kk("Қызмет қағаз нысанында көрсетіледі.", "қағаз нысанында");
        kk(
            "Ұсынылатын мемлекеттік қызметтің нысаны – ішінара автоматтандырылған.",
            "ішінара автоматтандырылған",
        );
        kk(
            "Мемлекеттік қызмет қағаз түрінде ғана көрсетіледі.",
            "қағаз түрінде",
        );
        kk(
            "Көрсетілу нысаны – электрондық (ішінара автоматтандырылған) және (немесе) қағаз жүзінде.",
            "электрондық (ішінара автоматтандырылған) және (немесе) қағаз жүзінде",
        );
    }

    #[test]
    fn what_speaks_of_anything_else_tells_no_form() {
        let ru = |words| check(Language::Ru, words, None);
        ru("Справка выдается на бумаге.");
        ru("Результат предоставляется в бумажном виде.");
        ru("Услуга оказывается отделом.");
        ru("Государственная услуга не оказывается в электронном виде.");
        ru("В электронном виде услуга не предоставляется.");
        ru("Услуга оказывается не только в электронном виде.");
        check(Language::Kk, "Анықтама қағаз түрінде беріледі.", None);
    }
}
