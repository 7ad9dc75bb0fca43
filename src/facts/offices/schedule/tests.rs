use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::content::{self, Content};
use crate::language::Language;
use crate::outline::model::{Lines, Role};

/// Loading it takes longer than all that is read with it.
static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    content::load(root).expect("the content is there").output
});

fn cell(text: &str) -> Unit {
    Unit {
        role: Role::Cell,
        anchor: String::new(),
        citation: None,
        number: None,
        marker: None,
        words: Passage::verbatim(text, 0),
        lines: Lines { first: 1, last: 1 },
        children: Vec::new(),
    }
}

fn read(language: Language, text: &str) -> String {
    let lexicon = CONTENT.patterns.get(language);
    let unit = cell(text);
    let found = Found::new(unit.words.clone(), &unit);
    find_hours(found, lexicon)
        .or_else(|| find_whole_hours(&unit.words, &unit, lexicon))
        .map_or(String::new(), |hours| hours.osm())
}

#[track_caller]
fn check(language: Language, text: &str, expected: &str) {
    assert_eq!(read(language, text), expected, "{text}");
}

#[test]
fn a_break_has_a_word_beside_it_or_lies_at_noon() {
    for text in [
        "с 9.00 до 18.00, обед с 13.00 до 14.00",
        "перерыв с 13.00 до 14.00, прием с 9.00 до 18.00",
        "с 13.00 до 14.00 перерыв, с 9.00 до 18.00",
        "с 9.00 до 18.00 часов, с 13.00 до 14.00 часов",
        "с 9 до 18, обед с 13 до 14",
    ] {
        check(Language::Ru, text, "09:00-13:00,14:00-18:00");
    }
    for text in [
        "9.00-ден 18.00-ге дейін, түскі үзіліс 13.00-ден 14.00-ге дейін",
        "13.00-ден 14.00-ге дейін үзіліс, сағат 9.00-ден 18.00-ге дейін",
        "сағат 9.00-ден 18.00-ге дейін, 13.00-ден 14.00-ге дейін",
    ] {
        check(Language::Kk, text, "09:00-13:00,14:00-18:00");
    }
}

#[test]
fn times_of_something_else_are_no_break() {
    for text in [
        "прием документов с 10.00 до 12.00, ежедневно с 9.00 до 18.00",
        "ежедневно с 9.00 до 18.00, прием заявлений с 10.00 до 16.00",
        "ежедневно с 9.00 до 18.00, выдача справок с 16.00 до 18.00",
        "прием с 9 до 12, отдел работает с 9 до 18",
    ] {
        check(Language::Ru, text, "09:00-18:00");
    }
    for text in [
        "құжат қабылдау 10.00-12.00, күн сайын 9.00-18.00",
        "сағат 9-дан 18-ге дейін, анықтама беру сағат 16-дан 18-ге дейін",
    ] {
        check(Language::Kk, text, "09:00-18:00");
    }
}

#[test]
fn hours_that_do_not_say_which_are_those_of_the_office_are_none() {
    for text in [
        "зимой с 10.00 до 17.00, летом с 9.00 до 18.00",
        "с 10.00 до 14.00 в субботу, с 9.00 до 20.00 в рабочие дни",
        "выдача с 16.00 до 18.00; понедельник-пятница с 9.00 до 18.00",
        "до обеда с 10.00 до 12.00, с 9.00 до 18.00",
        "с 9.00 до 18.00, с 9.30 до 10.30",
        "с 9.00 до 18.00 обед, касса с 10.00 до 12.00, прием с 15.00",
        "с 9 до 18, в субботу с 10 до 14",
        "вторник с 9 до 18, прием начальником среда с 9 до 17",
        "круглосуточно, касса с 8 до 20 часов",
        "ежедневно с 9 до 18 часов, без перерыва, в пятницу с 9 до 17 часов",
        "с 9 до 18, касса 10-16",
    ] {
        check(Language::Ru, text, "");
    }
    for text in [
        "күн сайын сағат 9-дан 19-ға дейін, сенбі сағат 9-дан 13-ке дейін",
        "қыста 10.00-17.00, жазда 9.00-18.00",
        "сағат 9-дан 18-ге дейін, касса 10-16",
    ] {
        check(Language::Kk, text, "");
    }
}

#[test]
fn hours_of_every_day_before_the_day_of_a_reception_are_those_of_the_office() {
    let part = |language, text: &str| {
        let unit = cell(text);
        let parts = part_reception(&unit.words, CONTENT.patterns.get(language));
        parts.map(|(hours, reception)| [hours, reception].map(|part| part.text().to_owned()))
    };
    assert_eq!(
        part(
            Language::Ru,
            "ежедневно с 9.00 до 18.00 вторник с 15.00 до 17.00"
        ),
        Some(["ежедневно с 9.00 до 18.00", "вторник с 15.00 до 17.00"].map(str::to_owned))
    );
    assert_eq!(
        part(Language::Kk, "күн сайын 9.00-18.00, сейсенбі 15.00-17.00"),
        Some(["күн сайын 9.00-18.00", "сейсенбі 15.00-17.00"].map(str::to_owned))
    );
    let several = "с 9.00 до 18.00, понедельник-пятница вторник с 15.00 до 17.00";
    assert_eq!(part(Language::Ru, several), None);
}

#[test]
fn a_day_may_have_hours_of_its_own() {
    for text in [
        "с 9.00 до 19.00 часов без перерыва, в субботу с 9.00 до 13.00 часов, выходной - воскресенье",
        "понедельник - пятница с 9.00 до 19.00, суббота с 9.00 до 13.00",
    ] {
        check(Language::Ru, text, "Mo-Fr 09:00-19:00; Sa 09:00-13:00");
    }
    check(
        Language::Ru,
        "понедельник - пятница с 9.00 до 18.00, перерыв с 13.00 до 14.00, суббота с 10.00 до 12.00",
        "Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-12:00",
    );
    check(
        Language::Kk,
        "дүйсенбі - жұма 9.00-ден 19.00-ге дейін, сенбі 9.00-ден 13.00-ге дейін",
        "Mo-Fr 09:00-19:00; Sa 09:00-13:00",
    );
    // Which days the first hours are of is not said.
    check(
        Language::Ru,
        "с 9.00 до 19.00, в субботу с 9.00 до 13.00",
        "",
    );
    // A reception is none of the office's hours.
    check(
        Language::Ru,
        "понедельник - пятница с 9.00 до 18.00, прием граждан: вторник с 15.00 до 17.00",
        "",
    );
}
