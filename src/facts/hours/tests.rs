use std::path::Path;

use super::*;
use crate::content::patterns;
use crate::language::Language;
use crate::outline::model::Lines;

#[track_caller]
fn check(language: Language, text: &str, expected: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let patterns = patterns::load(root).expect("the patterns are there").output;
    let unit = Unit {
        role: Role::Point,
        anchor: String::new(),
        citation: None,
        number: None,
        marker: None,
        words: Passage::verbatim(text, 0),
        lines: Lines { first: 1, last: 1 },
        children: Vec::new(),
    };
    let hours = read_hours(&unit.words, &unit, patterns.get(language));
    assert_eq!(
        hours.map(|hours| hours.osm()).unwrap_or_default(),
        expected,
        "{text}"
    );
}

#[test]
fn a_break_splits_the_day() {
    let expected = "Mo-Fr 09:00-13:00,14:00-18:00";
    check(
        Language::Ru,
        "ежедневно с 9:00 до 18:00 часов, кроме выходных, обеденный перерыв с 13:00 до 14:00 часов.",
        expected,
    );
    check(
        Language::Kk,
        "күн сайын (сенбі және жексенбі күндерінен басқа күндері) сағат 13.00-ден 14.00-ге дейінгі түскі ас үзілісімен, сағат 9.00-ден 18.00-ге дейін ұсынылады.",
        expected,
    );
}

#[test]
fn a_break_lies_inside_the_day_on_whichever_side_its_word_stands() {
    check(
        Language::Kk,
        "күн сайын сағат 9.00-ден 18.30-ға дейін, түскі үзіліс 13.00-ден 14.30-ға дейін",
        "09:00-13:00,14:30-18:30",
    );
    check(
        Language::Ru,
        "с 13.00 до 14.00 часов перерыв, с 9.00 до 18.00 часов",
        "09:00-13:00,14:00-18:00",
    );
}

#[test]
fn a_working_day_that_the_act_leaves_out_stays_left_out() {
    check(
        Language::Kk,
        "жұма, сенбі және жексенбіден басқа күндері сағат 9.00-ден 18.00-ге дейін, сағат 13.00-ден 14.00-ге дейін үзілісімен көрсетіледі.",
        "Mo-Th 09:00-13:00,14:00-18:00",
    );
    check(
        Language::Ru,
        "кроме пятницы, субботы и воскресенья, с 9 до 18 часов",
        "Mo-Th 09:00-18:00",
    );
}

#[test]
fn days_may_be_named_as_a_range() {
    check(
        Language::Ru,
        "с понедельника по пятницу с 9.00 до 18.30 часов, перерыв с 13.00 до 14.30",
        "Mo-Fr 09:00-13:00,14:30-18:30",
    );
    check(
        Language::Kk,
        "дүйсенбіден жұмаға дейін сағат 9.00-ден 18.30-ға дейін",
        "Mo-Fr 09:00-18:30",
    );
}

#[test]
fn daily_hours_name_no_days() {
    check(
        Language::Ru,
        "ежедневно с 9.00 до 18.00 часов",
        "09:00-18:00",
    );
    check(
        Language::Kk,
        "күн сайын сағат 9.00-ден 18.00-ге дейін",
        "09:00-18:00",
    );
}

#[test]
fn named_days_count_before_their_number() {
    check(
        Language::Kk,
        "аптасына алты күн: дүйсенбі – жұма күндері сағат 9.00-ден 18.00-ге дейін, сенбі күні сағат 9.00-ден 13.00-ге дейін",
        "Mo-Fr 09:00-18:00; Sa 09:00-13:00",
    );
    check(
        Language::Ru,
        "шесть дней в неделю: с понедельника по пятницу с 9.00 до 18.00, суббота с 9.00 до 13.00",
        "Mo-Fr 09:00-18:00; Sa 09:00-13:00",
    );
}

#[test]
fn days_off_beside_a_number_of_days_leave_the_others() {
    check(
        Language::Ru,
        "пять дней в неделю, кроме воскресенья и понедельника, с 9:00 до 18:00 часов без обеденного перерыва",
        "Tu-Sa 09:00-18:00",
    );
    check(
        Language::Ru,
        "шесть дней в неделю, кроме воскресенья, с 9.00 до 18.00",
        "Mo-Sa 09:00-18:00",
    );
    check(
        Language::Kk,
        "аптасына бес күн, жексенбі мен дүйсенбіден басқа, сағат 9.00-ден 18.00-ге дейін",
        "Tu-Sa 09:00-18:00",
    );
}

#[test]
fn single_days_before_the_time_are_the_days() {
    check(
        Language::Ru,
        "Дни приема: понедельник, среда и пятница с 10.00 до 17.00 часов",
        "Mo,We,Fr 10:00-17:00",
    );
    check(
        Language::Kk,
        "Жұмыс күндері: сейсенбі, бейсенбі сағат 9.00-ден 12.00-ге дейін",
        "Tu,Th 09:00-12:00",
    );
}

#[test]
fn minutes_may_be_words_of_their_own() {
    check(
        Language::Ru,
        "с понедельника по пятницу, с 8 часов 30 минут до 18 часов, перерыв с 12 часов до 13 часов 30 минут",
        "Mo-Fr 08:30-12:00,13:30-18:00",
    );
}

#[test]
fn an_impossible_time_is_no_time() {
    check(Language::Ru, "с 25 до 30 лет", "");
}

#[test]
fn a_day_of_the_weekend_may_have_hours_of_its_own() {
    check(
        Language::Ru,
        "понедельник - пятница с 9.00 до 18.00 часов, перерыв с 13.00 до 14.00 часов, суббота с 9.00 до 13.00 часов.",
        "Mo-Fr 09:00-13:00,14:00-18:00; Sa 09:00-13:00",
    );
    check(
        Language::Ru,
        "шесть дней в неделю, кроме воскресенья, с 9.00 до 19.00, в субботу с 9.00 до 13.00.",
        "Mo-Fr 09:00-19:00; Sa 09:00-13:00",
    );
    check(
        Language::Kk,
        "дүйсенбіден бастап жұманы қоса алғанда сағат 9.00-ден 18.00-ге дейін, сенбі күні сағат 10.00-ден 13.00-ге дейін азаматтарды қабылдайды",
        "Mo-Fr 09:00-18:00",
    );
    check(
        Language::Kk,
        "дүйсенбіден бастап жұманы қоса алғанда сағат 9.00-ден 18.00-ге дейін, жұма күні сағат 10.00-ден 13.00-ге дейін",
        "Mo-Fr 09:00-18:00",
    );
    check(
        Language::Ru,
        "понедельник – пятница с 9.00 до 18.00, суббота с 9.00 до 14.00, воскресенье с 10.00 до 13.00",
        "Mo-Fr 09:00-18:00; Sa 09:00-14:00; Su 10:00-13:00",
    );
    check(
        Language::Kk,
        "дүйсенбіден жұмаға дейін 9.00-ден 18.00-ге дейін, түскі демалыс 13.00-ден 14.00-ге дейін",
        "Mo-Fr 09:00-13:00,14:00-18:00",
    );
    check(
        Language::Ru,
        "понедельник – суббота с 9.00 до 19.00, в субботу с 13.00 до 14.00 перерыв",
        "Mo-Sa 09:00-13:00,14:00-19:00",
    );
    check(
        Language::Ru,
        "понедельник - пятница с 9.00 до 18.00 часов. Запись на курсы: суббота с 9.00 до 13.00 часов.",
        "Mo-Fr 09:00-18:00",
    );
}
