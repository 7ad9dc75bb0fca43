//! Facts of a service on its page.

use super::{SERVICE, page, texts_of, write_library};
use crate::catalogue::Library;
use crate::catalogue::model::{Channel, Service};
use crate::site::sample;

#[track_caller]
fn check_section(path: &str, anchor: &str, element: &str, expected: &[&str]) {
    let html = section_of(page(path), anchor);
    assert_eq!(texts_of(html, element), expected, "on {path}");
}

fn section_of<'a>(html: &'a str, anchor: &str) -> &'a str {
    let section = format!(r#"(?s)<section class="answer" id="{anchor}".*?</section>"#);
    let section = regex::Regex::new(&section).expect("the pattern is well-formed");
    section
        .find(html)
        .expect("there is such a section")
        .as_str()
}

const ENTRY: &str = r"(?s)<li>(.*?)</li>";

#[test]
fn papers_are_named_in_the_language_of_the_page_beside_the_words_of_the_act() {
    let replaced = "Қазір оның орнына: Жеке сәйкестендіру нөмірі (ЖСН)";
    check_section(
        &format!("kk/{SERVICE}"),
        "documents",
        ENTRY,
        &[
            "Өтініш заявление § п. 12 (актінің 40–42-жолдары)",
            "Жеке басты куәландыратын құжат копия документа &quot;личности&quot; \
             § п. 12 (актінің 40–42-жолдары)",
            &format!(
                "Салық төлеушінің тіркеу нөмірі РНН &lt;b&gt; § п. 12 (актінің 40–42-жолдары) \
                 {replaced}"
            ),
        ],
    );
    check_section(
        &format!("ru/{SERVICE}"),
        "documents",
        r"(?s)<h3[^>]*>(.*?)</h3>",
        &["Для получения услуги представляются:"],
    );
}

#[test]
fn steps_have_an_actor_and_a_duration_where_the_act_gives_one() {
    check_section(
        &format!("kk/{SERVICE}"),
        "steps",
        ENTRY,
        &[
            "канцелярия 20 минут принимает документы § п. 2 (актінің 40–42-жолдары)",
            "руководитель рассматривает документы § п. 2 (актінің 40–42-жолдары)",
        ],
    );
}

#[test]
fn the_legal_basis_is_cited_with_day_and_number() {
    check_section(
        &format!("ru/{SERVICE}"),
        "basis",
        ENTRY,
        &["О социальной защите инвалидов от 13 апреля 2005 года № 39 § п. 3 (строки 40–42 акта)"],
    );
}

#[test]
fn time_limits_say_what_they_count() {
    let limit = "Актінің сөзі: в течение указанного срока § п. 7 (актінің 40–42-жолдары)";
    check_section(
        &format!("kk/{SERVICE}"),
        "time",
        ENTRY,
        &[
            &format!("Қызмет көрсету мерзімі: 10 жұмыс күні {limit}"),
            &format!("Құжат тапсыру кезегінде күту: 40 минут {limit}"),
        ],
    );
}

#[test]
fn an_act_that_leaves_the_papers_out_leads_to_one_that_lists_them() {
    check_section(
        "ru/services/prosthetics/aktobe-2018-77/index.html",
        "documents",
        r#"(?s)<p class="elsewhere">(.*?)</p>"#,
        &[
            "Перечень документов для этой же услуги есть в другом акте: Костанайская область, \
           постановление от 25 апреля 2008 года № 915 Утратил силу",
        ],
    );
}

#[test]
fn a_correction_stands_in_its_section_with_the_reason_in_both_languages() {
    let note = r#"(?s)<div class="reference correction">(.*?)</div>"#;
    assert_eq!(
        texts_of(page(&format!("ru/{SERVICE}")), note),
        ["Исправлено вручную. В тексте акта число разорвано. \
             Программа прочитала так: Ожидание в очереди при сдаче документов: 4 минуты \
             Слова акта: в течение указанного срока § п. 7 (строки 40–42 акта) \
             Правильно: Ожидание в очереди при сдаче документов: 40 минут \
             Слова акта: в течение указанного срока § п. 7 (строки 40–42 акта)"]
    );
    assert_eq!(texts_of(page(&format!("kk/{SERVICE}")), note).len(), 1);
}

/// The page of the service when something of it is otherwise.
fn page_with(language: &str, change: impl Fn(&mut Service)) -> String {
    let mut library: Library = sample::library();
    let services = library.catalogue.services.iter_mut();
    services
        .filter(|service| service.act == "kostanay-2008-915")
        .for_each(change);
    let (files, _) = write_library(&library);
    files[&format!("{language}/{SERVICE}")].clone()
}

#[test]
fn hours_that_only_the_offices_have_are_not_said_to_be_missing() {
    let html = page_with("ru", |service| {
        service.hours = None;
        service.hours_by_channel.clear();
    });
    assert_eq!(
        texts_of(section_of(&html, "hours"), ENTRY),
        ["У каждого учреждения свои: смотрите «Куда обращаться»"]
    );
}

#[test]
fn steps_name_their_way_where_there_are_others() {
    let headings = |channels: &[Channel]| {
        let html = page_with("ru", |service| service.channels = channels.to_vec());
        texts_of(section_of(&html, "steps"), r"(?s)<h3[^>]*>(.*?)</h3>")
    };
    assert_eq!(headings(&[Channel::Office]), [""; 0]);
    assert_eq!(
        headings(&[Channel::Office, Channel::Portal]),
        ["Через орган, который оказывает услугу"]
    );
}
