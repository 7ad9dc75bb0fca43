//! Offices on pages of their own, of their places and of services.

use super::{SERVICE, page, texts_of};

const OFFICE: &str = "offices/kostanay/auliekol/employment/index.html";

#[test]
fn the_page_of_an_office_has_all_that_acts_print_of_it() {
    let line = "§ (строки 40–42 акта)";
    let entries = texts_of(page(&format!("ru/{OFFICE}")), r"(?s)<div><dt>(.*?)</div>");
    let expected = [
        format!("Адрес село Аулиеколь, улица Исмаилова, 169 {line}"),
        format!("Кабинет кабинет 4 {line}"),
        format!("Телефон 8 (726-32) 2-25-51 {line} 2-1 {line}"),
        format!("Факс 8 (726-32) 2-25-52 {line}"),
        format!("Электронная почта auliekol@example.kz {line} auliekol@ mail {line}"),
        format!("Сайт auliekol.example.kz {line} &quot;onclick=alert(1) {line}"),
        "Часы работы понедельник – пятница, 09:00 – 18:00, перерыв 13:00 – 14:00 Слова акта: \
         ежедневно с 9.00 до 18.00 § п. 9 (строки 40–42 акта)"
            .to_owned(),
        format!("Руководитель Заведующий отделом {line}"),
        format!("Часы приёма вторник с 10.00 до 12.00 {line}"),
        format!(
            "Название в актах Отдел занятости Аулиекольского района {line} \
             Аулиекольский районный отдел занятости {line}"
        ),
    ];
    assert_eq!(entries, expected);
}

#[test]
fn only_numbers_and_addresses_that_work_are_links() {
    let links = texts_of(
        page(&format!("kk/{OFFICE}")),
        // Messages that are ready to send have a question mark.
        r#"<a href="((?:tel|mailto|https?|javascript):[^"?]*)""#,
    );
    assert_eq!(
        links,
        [
            "tel:+77263222551",
            "tel:+77263222552",
            "mailto:auliekol@example.kz",
            "http://auliekol.example.kz"
        ]
    );
}

#[test]
fn an_office_known_from_repealed_acts_only_says_so() {
    let notice = r#"(?s)<div class="banner">(.*?)</div>"#;
    let expected = "Бұл мәліметтер алынған актінің күші жойылған. \
                    Мекемелер, жұмыс уақыты және телефондар өзгерген болуы мүмкін.";
    for path in [OFFICE, "places/kostanay/auliekol/index.html"] {
        assert_eq!(texts_of(page(&format!("kk/{path}")), notice), [expected]);
    }
}

#[test]
fn a_district_lists_its_offices_and_those_of_its_villages() {
    let html = page("ru/places/kostanay/auliekol/index.html");
    assert_eq!(
        texts_of(html, r#"(?s)<p class="office-name"><a[^>]*>(.*?)</a>"#),
        [
            "Акимат Аулиекольского района",
            "Отдел занятости, Аулиекольский район",
            "Акимат Сарымолдаевского сельского округа"
        ]
    );
    let region = page("ru/places/kostanay/index.html");
    assert_eq!(
        texts_of(region, r#"(?s)<a class="tile"[^>]*>(.*?)</a>"#),
        ["Аулиекольский район 3 учреждения"]
    );
}

#[test]
fn a_service_names_each_of_its_offices_once_per_role() {
    let html = page(&format!("kk/{SERVICE}"));
    assert_eq!(
        texts_of(html, r#"(?s)<p class="office-name"><a[^>]*>(.*?)</a>"#),
        [
            "Әулиекөл ауданының жұмыспен қамту бөлімі",
            "Әулиекөл ауданының әкімдігі",
            "Сарымолдаев ауылдық округінің әкімдігі"
        ]
    );
}

#[test]
fn linked_data_gives_no_hours_of_a_repealed_act() {
    let data = r#"<script type="application/ld\+json">(.*?)</script>"#;
    let data = &texts_of(page(&format!("ru/{OFFICE}")), data)[0];
    let data: serde_json::Value = serde_json::from_str(data).expect("it is JSON");
    let expected = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "GovernmentOffice",
        "address": "село Аулиеколь, улица Исмаилова, 169",
        "areaServed": {"@type": "AdministrativeArea", "name": "Костанайская область"},
        "description": "Акт, из которого взяты эти сведения, утратил силу. \
                        Учреждения, часы работы и телефоны могли измениться.",
        "email": ["auliekol@example.kz", "auliekol@ mail"],
        "name": "Отдел занятости, Аулиекольский район",
        "telephone": ["+77263222551"],
        "url": "https://qyzmet.example/ru/offices/kostanay/auliekol/employment/",
    });
    assert_eq!(data, expected);
}
