//! Facts of a service on its page.

use super::{SERVICE, page, texts_of, write_library};
use crate::catalogue::Library;
use crate::catalogue::model::{
    Channel, ChannelWords, Duration, LegalBasis, Service, Standard, TimeUnit,
};
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
            "Перечень документов для такой же услуги есть в этом акте, но ваш может отличаться: Костанайская область, \
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

/// What "in short" says of the time on a page.
fn times_in_short(html: &str) -> Vec<String> {
    let summary = r#"(?s)<section class="summary".*?</section>"#;
    let summary = regex::Regex::new(summary).expect("the pattern is well-formed");
    let summary = summary.find(html).expect("the page has a summary").as_str();
    let row = r##"(?s)<a href="#time">.*?</div>"##;
    texts_of(summary, &format!("({row})"))
}

#[test]
fn a_limit_for_one_case_alone_stands_behind_the_others_and_says_its_case() {
    let html = page_with("ru", |service| {
        let mut late = service.time_limits[0].clone();
        let mut case = late.words.clone();
        case.text = "в случае утери документов".to_owned();
        late.amount = 20;
        late.condition = Some(case);
        service.time_limits.insert(0, late);
    });
    let said = times_in_short(&html).join(" ");
    let (usual, late) = (said.find("10 рабочих дней"), said.find("20 рабочих дней"));
    assert!(usual.is_some() && usual < late, "in: {said}");
    assert!(
        said.contains("20 рабочих дней – в случае утери документов"),
        "in: {said}"
    );
}

#[test]
fn the_longest_step_is_named_where_the_limits_are_shorter() {
    let with_step = |days: u32| {
        let html = page_with("ru", |service| {
            service.time_limits[0].amount = 15;
            service.time_limits[0].unit = TimeUnit::Minute;
            service.steps[0].further_durations = vec![Duration {
                amount: days,
                unit: TimeUnit::WorkingDay,
            }];
        });
        times_in_short(&html).join(" ")
    };
    assert!(with_step(20).contains("самый долгий шаг: 20 рабочих дней"));
    let html = page_with("ru", |service| {
        service.time_limits.clear();
        service.steps[0].duration = Some(Duration {
            amount: 7,
            unit: TimeUnit::WorkingDay,
        });
    });
    let said = times_in_short(&html).join(" ");
    assert!(
        said.contains("В тексте акта не найдено самый долгий шаг: 7 рабочих дней"),
        "in: {said}"
    );
    // Another way has other steps.
    let html = page_with("ru", |service| {
        service.time_limits.clear();
        service.steps[0].route = "akim".to_owned();
        service.steps[0].duration = Some(Duration {
            amount: 7,
            unit: TimeUnit::WorkingDay,
        });
    });
    let said = times_in_short(&html).join(" ");
    assert!(
        said.contains("Через акима сельского округа: самый долгий шаг: 7 рабочих дней"),
        "in: {said}"
    );
    // As many calendar days are over before the working days are.
    let html = page_with("ru", |service| {
        service.time_limits[0].unit = TimeUnit::CalendarDay;
        let amount = service.time_limits[0].amount;
        service.steps[0].further_durations = vec![Duration {
            amount,
            unit: TimeUnit::WorkingDay,
        }];
    });
    assert!(times_in_short(&html).join(" ").contains("самый долгий шаг"));
    let html = page_with("ru", |_| {});
    assert!(!html.contains("самый долгий шаг"));
}

#[test]
fn a_ground_that_is_part_of_a_sentence_is_shown_with_all_of_it() {
    let html = page_with("ru", |service| {
        let ground = &mut service.refusal_grounds[0];
        ground.text = "инвалидам".to_owned();
        ground.source.anchor = "s1-p6".to_owned();
        let again = ground.clone();
        service.refusal_grounds.push(again);
    });
    let refusal = section_of(&html, "refusal");
    assert_eq!(refusal.matches("Услуга оказывается инвалидам.").count(), 1);
    // A step says more than when it is refused.
    let html = page_with("ru", |service| {
        let ground = &mut service.refusal_grounds[0];
        ground.text = "инвалидам".to_owned();
        ground.source.anchor = "s1-p6".to_owned();
        service.steps[0].words.source.anchor = "s1-p6".to_owned();
    });
    assert!(!section_of(&html, "refusal").contains("Услуга оказывается"));
    // Words that the act says nowhere, as a correction sets them, stand alone.
    let html = page_with("ru", |service| {
        service.refusal_grounds[0].text = "нет печати".to_owned();
    });
    assert!(section_of(&html, "refusal").contains("нет печати"));
}

#[test]
fn the_word_that_governs_a_reference_is_quoted_with_it() {
    let refusal = |words: &str| {
        let html = page_with("ru", |service| {
            let mut reference = service.refusal_grounds.remove(0);
            reference.text = words.to_owned();
            reference.source.anchor = "s1-p4".to_owned();
            let fact = "refusal_grounds".to_owned();
            service.references.insert(fact, reference);
        });
        section_of(&html, "refusal").to_owned()
    };
    assert!(refusal("отделы занятости").contains("предоставляют отделы занятости"));
    // A word at the beginning of the sentence governs nothing.
    assert!(!refusal("предоставляют отделы").contains("Услугу предоставляют"));
}

#[test]
fn hours_that_all_offices_have_are_named() {
    let html = page_with("ru", |service| {
        service.hours = None;
        service.hours_by_channel.clear();
        service.offices.truncate(1);
    });
    let said = texts_of(section_of(&html, "hours"), ENTRY).join(" ");
    assert!(said.contains("во всех учреждениях"), "in: {said}");
}

#[test]
fn many_minutes_are_hours_and_minutes() {
    for (amount, worded) in [
        (460, "7 часов 40 минут"),
        (45, "45 минут"),
        (120, "120 минут"),
    ] {
        let html = page_with("ru", |service| {
            service.time_limits[0].amount = amount;
            service.time_limits[0].unit = TimeUnit::Minute;
        });
        let said = times_in_short(&html).join(" ");
        assert!(said.contains(worded), "in: {said}");
    }
}

#[test]
fn an_amount_that_contradicts_itself_is_shown_in_the_words_of_the_act() {
    let html = page_with("ru", |service| {
        let limit = &mut service.time_limits[0];
        limit.is_contradictory = true;
        limit.words.text = "в течение 10 (двадцати) рабочих дней".to_owned();
    });
    let said = times_in_short(&html).join(" ");
    assert!(
        said.contains("в течение 10 (двадцати) рабочих дней"),
        "in: {said}"
    );
    assert!(!said.contains("10 рабочих дней"), "in: {said}");
}

#[test]
fn a_way_to_apply_says_for_whom_it_is_open() {
    let html = page_with("ru", |service| {
        service.channels = vec![Channel::Office, Channel::Portal];
        let mut words = service.time_limits[0].words.clone();
        words.text = "веб-портал для инвалидов первой группы".to_owned();
        let channel = Channel::Portal;
        service.channel_words = vec![ChannelWords { words, channel }];
    });
    let said = texts_of(section_of(&html, "where"), ENTRY);
    assert!(
        said.iter().any(|entry| entry.starts_with(
            "Как обратиться: на портале «электронного правительства» \
             Слова акта: веб-портал для инвалидов первой группы"
        )),
        "in: {said:?}"
    );
    assert!(
        said.iter()
            .any(|entry| entry.starts_with("Как обратиться: в самом органе"))
    );
}

#[test]
fn the_standard_of_a_service_is_no_further_basis() {
    let laws = |titles: &[&str]| {
        let html = page_with("ru", |service| {
            let standard = service.legal_basis[0].clone();
            service.standard = Some(Standard {
                title: standard.title.clone(),
                on: standard.on.clone(),
                number: standard.number.clone(),
                source: standard.source.clone(),
                translations: Vec::new(),
            });
            service.legal_basis = titles
                .iter()
                .map(|title| LegalBasis {
                    title: (*title).to_owned(),
                    ..standard.clone()
                })
                .collect();
        });
        texts_of(section_of(&html, "basis"), ENTRY).len()
    };
    let own = sample::library().catalogue.services;
    let own = own
        .iter()
        .find(|service| service.act == "kostanay-2008-915");
    let title = &own.expect("the sample has the service").legal_basis[0].title;
    assert_eq!(laws(&[title]), 1);
    assert_eq!(laws(&[title, "О занятости"]), 2);
}

#[test]
fn steps_stand_under_the_lines_of_the_act() {
    let html = page_with("ru", |service| {
        let mut group = service.time_limits[0].words.clone();
        group.text = "выдача разрешения".to_owned();
        service.steps[1].group = Some(group);
    });
    let steps = section_of(&html, "steps");
    assert_eq!(
        texts_of(steps, r"(?s)<h3[^>]*>(.*?)</h3>"),
        ["выдача разрешения"]
    );
    assert_eq!(
        texts_of(steps, r#"(?s)<ol class="steps">(.*?)</ol>"#).len(),
        2
    );
}

#[test]
fn lists_of_papers_under_sentences_of_their_own_are_counted_apart() {
    let html = page_with("ru", |service| {
        let mut proof = service.documents[0].clone();
        let mut sentence = proof.words.clone();
        sentence.text = "Один из документов:".to_owned();
        proof.group = Some(sentence);
        service.documents.push(proof);
    });
    for counted in ["Список из 3 пунктов", "Отдельный список из 1 пункта"]
    {
        assert!(html.contains(counted), "no {counted}");
    }
}
