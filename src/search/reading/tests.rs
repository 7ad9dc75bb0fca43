//! Tests of how questions are read.

use proptest::prelude::*;

use super::{Interpreter, MOST_CANDIDATES, MOST_WORDS};
use crate::search::knowledge::Knowledge;
use crate::search::question::{Question, Role};
use crate::search::sample;

fn read(text: &str) -> Question {
    let sample = sample::index();
    let knowledge = Knowledge::load(sample.folder.path()).expect("the index is whole");
    Interpreter::new(&sample::rules(), knowledge.words).read(text)
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let words: Vec<_> = read(text)
        .words
        .into_iter()
        .map(|word| word.shown)
        .collect();
    assert_eq!(words, expected, "in: {text}");
}

#[test]
fn operators_of_query_languages_are_not_words() {
    check(
        "title:\"кресло\" (әкім* ~2) +арба^5",
        &["title", "кресло", "әкім", "2", "арба", "5"],
    );
}

#[test]
fn words_without_meaning_of_their_own_do_not_count() {
    check("какие документы нужны", &[]);
    check("қандай құжаттар керек", &[]);
    check("как получить кресло", &["кресло"]);
}

#[test]
fn a_repeated_word_counts_once() {
    check("арба Арба АРБА", &["арба"]);
}

#[test]
fn a_keyboard_that_was_not_switched_is_read() {
    check("rjkzcrf", &["коляска"]);
    check("v8utltr fh,f", &["мүгедек", "арба"]);
    check("м8гедек", &["мүгедек"]);
}

#[test]
fn latin_letters_are_read() {
    check("kolyaska", &["коляска"]);
    check("múgedekke", &["мүгедекке"]);
}

#[test]
fn typing_errors_are_corrected_and_said() {
    let question = read("кресло каляска");
    assert_eq!(question.corrected.as_deref(), Some("кресло коляска"));
    assert_eq!(read("кресло коляска").corrected, None);
}

#[test]
fn words_written_together_are_taken_apart() {
    check("государственногопособия", &["государственного", "пособия"]);
    check(
        "удостоверениедляпособия10",
        &["удостоверение", "пособия", "10"],
    );
    check("абракадабразаборный", &["абракадабразаборный"]);
}

#[test]
fn a_shortened_word_is_taken_from_the_next_one() {
    check("соцпособия", &["социальная", "пособия"]);
    // What a district is called says the name of the district.
    check("райпособия", &["пособия"]);
    check("соцзабава", &["соцзабава"]);
}

#[test]
fn an_abbreviation_of_an_institution_does_not_ask_for_an_office() {
    assert!(!read("МСУ").asks_for_office());
    assert!(read("ОЗиСП").asks_for_office());
    assert!(read("телефон собеса").asks_for_office());
}

#[test]
fn what_is_asked_of_an_office_tells_nothing_where_none_is_named() {
    let is_asked = |text: &str| -> Vec<bool> {
        let words = read(text).words.into_iter();
        words.map(|word| word.role == Role::Asks).collect()
    };
    assert_eq!(is_asked("кабинет акима"), [true, true]);
    assert_eq!(is_asked("әкімнің нешінші кабинеті"), [true, true, true]);
    assert_eq!(is_asked("личный кабинет"), [false, false]);
}

#[test]
fn a_kind_of_place_is_known_by_its_first_and_last_letters() {
    let words = read("Отырарский р-н").words;
    assert_eq!(words.last().map(|word| word.role), Some(Role::PlaceKind));
    assert_eq!(words.len(), 2);
}

#[test]
fn words_that_frame_a_question_are_told_from_what_is_wanted() {
    let is_frame = |text: &str| -> Vec<bool> {
        let words = read(text).words.into_iter();
        words.map(|word| word.is_frame).collect()
    };
    assert_eq!(is_frame("работаю врачом"), [true, false]);
    assert_eq!(
        is_frame("до скольки лет платят пособие"),
        [true, true, false]
    );
    assert_eq!(is_frame("неше жасқа дейін төленеді"), [true, true]);
    assert_eq!(is_frame("ищу работу"), [false, false]);
}

#[test]
fn what_others_give_is_told_in_any_form() {
    let is_elsewhere = |text: &str| read(text).words.iter().any(|word| word.is_elsewhere);
    for text in [
        "кредитом",
        "в ипотеку",
        "несиеге",
        "пәтерді",
        "тариф на сотовый телефон",
    ] {
        assert!(is_elsewhere(text), "in: {text}");
    }
    for text in ["пособие", "мүгедекке арба", "сотовый телефон акима"]
    {
        assert!(!is_elsewhere(text), "in: {text}");
    }
}

#[test]
fn words_written_apart_are_joined() {
    check("удосто верение", &["удостоверение"]);
}

#[test]
fn an_ending_after_a_hyphen_is_no_word() {
    check("пособие-ге", &["пособие"]);
}

#[test]
fn a_shortened_word_is_completed() {
    check("назн. пособия", &["назначение", "пособия"]);
}

#[test]
fn what_people_pay_for_themselves_is_told_from_help() {
    for text in ["оплатить свет", "жарық ақысын төлеу"] {
        assert!(read(text).is_own_deed, "in: {text}");
    }
    for text in ["помощь, чтобы оплатить свет", "балаға ақша төлеу"]
    {
        assert!(!read(text).is_own_deed, "in: {text}");
    }
}

#[test]
fn the_words_of_an_abbreviation_count_less_than_words_of_their_own() {
    let question = read("МСЭ");
    let shares: f32 = question.words.iter().map(|word| word.share).sum();
    assert!(question.words.len() > 1 && shares < 1.6, "{shares}");
}

fn count_terms(text: &str) -> usize {
    let question = read(text);
    question
        .words
        .iter()
        .map(|word| word.candidates.len())
        .sum()
}

#[test]
fn a_question_of_ten_thousand_words_has_few_terms() {
    let text: String = (0..10_000).map(|nth| format!("слово-{nth} ")).collect();
    assert!(count_terms(&text) <= 2 * MOST_WORDS * MOST_CANDIDATES);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_question_has_more_terms_than_the_limit(text in "\\PC{0,400}|[\\x00-\\x20\\u{200f}\\u{202e}\\-а-яәіңғүұқөһa-z0-9]{0,4000}") {
        prop_assert!(count_terms(&text) <= 2 * MOST_WORDS * MOST_CANDIDATES);
    }
}
