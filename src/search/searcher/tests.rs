//! Tests of the searcher on the sample library.

use proptest::prelude::*;

use super::*;
use crate::catalogue::model::Status;
use crate::search::papers::MOST_TRANSLATED;
use crate::search::reading::{MOST_CANDIDATES, MOST_WORDS};
use crate::search::sample;

fn ask(request: &Request) -> Answer {
    let sample = sample::index();
    sample.searcher.search(request).expect("the index is whole")
}

#[track_caller]
fn check(query: &str, language: Language, expected: &[&str]) {
    let answer = ask(&sample::request(query, language));
    let ids: Vec<_> = answer.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(ids, expected, "for: {query}");
}

#[test]
fn a_russian_title_is_found_in_another_form() {
    check(
        "кресло-коляска",
        Language::Ru,
        &[
            "turkistan-2014-215/wheelchair",
            "kostanay-2008-117/wheelchair",
            "wheelchair",
        ],
    );
    check(
        "коляски",
        Language::Ru,
        &[
            "turkistan-2014-215/wheelchair",
            "kostanay-2008-117/wheelchair",
            "wheelchair",
        ],
    );
}

#[test]
fn a_kazakh_title_is_found_in_another_form() {
    check(
        "кресло-арба",
        Language::Kk,
        &[
            "kostanay-2008-117/wheelchair",
            "turkistan-2014-215/wheelchair",
            "wheelchair",
        ],
    );
    check(
        "арбасына",
        Language::Kk,
        &[
            "kostanay-2008-117/wheelchair",
            "turkistan-2014-215/wheelchair",
            "wheelchair",
        ],
    );
}

#[test]
fn a_question_finds_the_other_language_too() {
    check(
        "кресло-арба",
        Language::Ru,
        &[
            "turkistan-2014-215/wheelchair",
            "kostanay-2008-117/wheelchair",
            "wheelchair",
        ],
    );
}

#[test]
fn words_of_the_body_are_found() {
    check(
        "удостоверение",
        Language::Ru,
        &["turkistan-2014-215/benefit"],
    );
    check("куәлік", Language::Kk, &["kostanay-2008-117/wheelchair"]);
}

#[test]
fn a_word_that_only_a_form_holds_is_no_answer() {
    check("форма", Language::Ru, &[]);
}

#[test]
fn words_of_the_act_itself_find_the_act() {
    check("маслихат", Language::Ru, &["turkistan-2014-215"]);
}

#[test]
fn a_question_that_nothing_matches_has_no_hits() {
    check("борщ", Language::Ru, &[]);
    check("?! ...", Language::Kk, &[]);
    check("", Language::Kk, &[]);
    check("коляска борщ сметана", Language::Ru, &[]);
}

#[test]
fn one_word_that_nothing_matches_does_not_spoil_two_others() {
    check(
        "назначение пособия борщ",
        Language::Ru,
        &["turkistan-2014-215/benefit"],
    );
}

#[test]
fn a_hit_says_what_the_contract_promises() {
    let answer = ask(&sample::request("коляска", Language::Ru));
    let hit = Hit {
        score: answer.hits[0].score,
        kind: HitKind::Service,
        id: "turkistan-2014-215/wheelchair".to_owned(),
        act: Some("turkistan-2014-215".to_owned()),
        ordinal: Some(2),
        topic: Some("wheelchair".to_owned()),
        title: "Обеспечение инвалидов кресло-колясками".to_owned(),
        language: Language::Ru,
        url: "/ru/services/wheelchair/turkistan-2014-215/".to_owned(),
        region: Some("turkistan".to_owned()),
        status: Some(Status::Repealed),
        year: Some(2014),
        snippet: "Инвалид получает <mark>кресло-коляску</mark> за 10 дней.".to_owned(),
    };
    assert_eq!(answer.hits[0], hit);
}

#[test]
fn facets_count_all_hits_beyond_the_page() {
    let mut request = sample::request("кресло", Language::Kk);
    request.limit = 1;
    let answer = ask(&request);
    let regions: Vec<_> = answer.facets.region.into_iter().collect();
    let expected = [("kostanay".to_owned(), 1), ("turkistan".to_owned(), 1)];
    assert_eq!((answer.hits.len(), answer.total), (1, 3));
    assert_eq!(regions, expected);
}

#[test]
fn filters_leave_only_what_they_name() {
    let mut request = sample::request("кресло", Language::Kk);
    request.regions = vec!["turkistan".to_owned()];
    let ids: Vec<_> = ask(&request).hits.into_iter().map(|hit| hit.id).collect();
    assert_eq!(ids, ["turkistan-2014-215/wheelchair"]);
    request.statuses = vec![Status::InForce];
    assert_eq!(ask(&request).total, 0);
    let mut request = sample::request("кресло", Language::Kk);
    request.kinds = vec![HitKind::Topic];
    let ids: Vec<_> = ask(&request).hits.into_iter().map(|hit| hit.id).collect();
    assert_eq!(ids, ["wheelchair"]);
}

#[test]
fn the_language_of_a_question_is_told_by_letters_or_by_texts() {
    let language = |query| {
        ask(&sample::request(query, Language::Ru))
            .understood
            .language
    };
    assert_eq!(language("мүгедек"), Some(Language::Kk));
    assert_eq!(language("арба"), Some(Language::Kk));
    assert_eq!(language("пособие"), Some(Language::Ru));
    assert_eq!(language("zzz"), None);
}

#[test]
fn a_title_is_suggested_by_the_beginning_of_a_word() {
    let sample = sample::index();
    let suggest = |typed, language| {
        let found = sample.searcher.suggest(typed, language, 10);
        found.into_iter().map(|one| one.url).collect::<Vec<_>>()
    };
    assert_eq!(
        suggest("кресло", Language::Ru),
        [
            "/ru/services/wheelchair/",
            "/ru/services/wheelchair/turkistan-2014-215/"
        ]
    );
    assert_eq!(suggest("ресло", Language::Ru), [""; 0]);
}

/// Words that a question may have after those written together are taken apart, each
/// with its own terms and those of the names of papers.
const MOST_TERMS: usize = 2 * MOST_WORDS * (MOST_CANDIDATES + MOST_TRANSLATED);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_question_breaks_the_search(query in "\\PC{0,200}|[\\x00-\\x20\\u{200f}\\u{202e}\\-*:\"(){}\\[\\]^~+а-яәіңғүұқөһ]{0,300}") {
        let answer = ask(&sample::request(&query, Language::Kk));
        prop_assert!(answer.hits.len() <= answer.total);
        let searcher = &sample::index().searcher;
        let explained = searcher.explain(&sample::request(&query, Language::Kk));
        let terms = explained.expect("the index is whole").words.len();
        prop_assert!(terms <= MOST_TERMS, "{terms} terms");
    }
}

#[test]
fn odd_questions_have_an_answer() {
    let odd = [
        "ж".repeat(10_000),
        "\u{200f}\u{202e}\u{0}\u{1b}".to_owned(),
        "-".repeat(5_000),
        "а-".repeat(5_000),
    ];
    for query in odd {
        assert_eq!(ask(&sample::request(&query, Language::Ru)).total, 0);
    }
}

#[test]
fn a_hit_without_a_word_of_the_question_shows_a_whole_sentence() {
    let answer = ask(&sample::request("назначение", Language::Ru));
    assert_eq!(answer.hits[0].snippet, "Нужно удостоверение личности.");
}

#[test]
fn a_corrected_word_is_marked() {
    let answer = ask(&sample::request("каляска", Language::Ru));
    assert_eq!(
        answer.hits[0].snippet,
        "Инвалид получает <mark>кресло-коляску</mark> за 10 дней."
    );
}

#[test]
fn without_a_language_the_one_of_the_question_leads() {
    let mut request = sample::request("кресло-коляска", Language::Ru);
    request.language = None;
    assert_eq!(ask(&request).hits[0].language, Language::Ru);
    request.query = "кресло-арба".to_owned();
    assert_eq!(ask(&request).hits[0].language, Language::Kk);
}

#[test]
fn a_number_finds_the_office_that_answers_it() {
    for query in ["8 (72533) 4-12-34", "+77253341234", "41234", "5-12-34"] {
        let answer = ask(&sample::request(query, Language::Ru));
        let ids: Vec<_> = answer.hits.iter().map(|hit| hit.id.as_str()).collect();
        assert_eq!(ids, ["turkistan/kentau/employment"], "for: {query}");
        assert_eq!(answer.understood.corrected, None, "for: {query}");
    }
}

#[test]
fn a_number_that_no_office_has_finds_nothing() {
    check("8 (72533) 4-12-35", Language::Ru, &[]);
}

#[test]
fn the_hit_of_an_office_says_where_it_is_and_how_to_call_it() {
    let answer = ask(&sample::request("отдел занятости Кентау", Language::Ru));
    let hit = answer.hits.first().expect("the office is found");
    assert_eq!(hit.id, "turkistan/kentau/employment");
    assert_eq!(
        hit.snippet,
        "улица Абая, 5 · 8 (72533) 4-12-34 · +77253351234"
    );
}

#[test]
fn the_hit_for_a_paper_shows_the_paper_as_the_act_lists_it() {
    let answer = ask(&sample::request("трудовая книжка", Language::Ru));
    let hit = answer.hits.first().expect("the service is found");
    assert_eq!(hit.id, "turkistan-2014-215/benefit");
    assert_eq!(
        hit.snippet,
        "копия <mark>трудовой</mark> <mark>книжки</mark> заявителя"
    );
}

#[test]
fn a_note_on_an_amendment_does_not_open_a_document() {
    let answer = ask(&sample::request("кресло-арба", Language::Kk));
    let hit = answer.hits.first().expect("the service is found");
    assert_eq!(hit.id, "kostanay-2008-117/wheelchair");
    assert_eq!(hit.snippet, "Жеке басын куәландыратын куәлік керек.");
}
