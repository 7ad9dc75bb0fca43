//! The project's own places, and small files with mistakes.

use std::fs;

use super::*;

fn own_places() -> Places {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = Places::load(root).expect("the project's own content");
    assert_eq!(places.diagnostics, Diagnostics::default());
    places.output
}

#[track_caller]
fn check_regions(language: Language, cases: &[(&str, Option<&str>)]) {
    let places = own_places();
    for (text, expected) in cases {
        let found = places.find_region(text, language);
        let found = found.map(|entry| entry.id.as_str());
        assert_eq!(found, *expected, "in: {text}");
    }
}

#[test]
fn a_body_names_its_region_in_russian() {
    check_regions(
        Language::Ru,
        &[
            ("акимат Жамбылской области", Some("zhambyl")),
            ("Акимата Алматинской области", Some("almaty-region")),
            ("акимат города Алматы", Some("almaty")),
            ("акимат г.Астаны", Some("astana")),
            ("маслихат города Нур-Султана", Some("astana")),
            ("Акимат Южно-Казахстанской области", Some("turkistan")),
            ("акимат города Шымкент", Some("shymkent")),
            ("акимат области Жетісу", Some("zhetysu")),
            ("акимат области Абай", Some("abai")),
            (
                "акимат Абайского района Карагандинской области",
                Some("karagandy"),
            ),
            (
                "акимат Жамбылского района Алматинской области",
                Some("almaty-region"),
            ),
            (
                "акимат города Семей Восточно-Казахстанской области",
                Some("east-kazakhstan"),
            ),
            (
                "Министр труда и социальной защиты населения",
                Some("republic"),
            ),
            ("Правительство Республики Казахстан", Some("republic")),
            ("акимат Меркенского района", Some("zhambyl")),
            ("акимат Актогайского района", None),
            ("акимат", None),
        ],
    );
}

#[test]
fn a_body_names_its_region_in_kazakh() {
    check_regions(
        Language::Kk,
        &[
            ("Қарағанды облысының әкімдігі", Some("karagandy")),
            ("Павлодар облыстық әкімдігі", Some("pavlodar")),
            ("Астана қаласы", Some("astana")),
            ("Алматы қаласының әкімдігі", Some("almaty")),
            ("Алматы облысының әкімдігі", Some("almaty-region")),
            ("Оңтүстік Қазақстан облысы әкімдігі", Some("turkistan")),
            (
                "Батыс Қазақстан облысының мәслихаты",
                Some("west-kazakhstan"),
            ),
            (
                "Қарағанды облысы Абай ауданының әкімдігі",
                Some("karagandy"),
            ),
            (
                "Алматы облысы Қапшағай қаласының әкімдігі",
                Some("almaty-region"),
            ),
            (
                "Қазақстан Республикасы Еңбек министрінің бұйрығы",
                Some("republic"),
            ),
            ("Шымкент қаласының әкімдігі", Some("shymkent")),
            ("Меркі ауданының әкімдігі", Some("zhambyl")),
            ("Ақтоғай ауданының әкімдігі", None),
        ],
    );
}

#[test]
fn districts_and_towns_are_found_within_a_region() {
    let places = own_places();
    let ids = |text: &str, language, region: &str| -> Vec<String> {
        let found = places.find_in_region(text, language, region);
        found.iter().map(|entry| entry.id.clone()).collect()
    };
    assert_eq!(
        ids("Отдел занятости г.Капшагай", Language::Ru, "almaty-region"),
        ["almaty-region/konaev"]
    );
    assert_eq!(
        ids("Лебяжі ауданының бөлімі", Language::Kk, "pavlodar"),
        ["pavlodar/akkuly"]
    );
    assert_eq!(
        ids("Балқаш қаласының бөлімі", Language::Kk, "karagandy"),
        ["karagandy/balkhash"]
    );
    assert_eq!(
        ids(
            "Алакольский район, город Учарал",
            Language::Ru,
            "almaty-region"
        ),
        ["almaty-region/alakol", "almaty-region/usharal"]
    );
}

#[test]
fn a_name_that_fits_several_places_has_rivals_until_the_region_is_known() {
    let places = own_places();
    let rivals = |region: Option<&str>| -> usize {
        let text = "Отдел занятости Актогайского района";
        places.rivals(text, Language::Ru, region).len()
    };
    assert!(rivals(None) > 1);
    assert_eq!(rivals(Some("pavlodar")), 0);
    let alone = places.rivals("Отдел занятости города Тараз", Language::Ru, None);
    assert_eq!(alone, Vec::<&PlaceEntry>::new());
}

#[test]
fn every_place_has_a_genitive_in_both_languages() {
    let places = own_places();
    let genitive = |id: &str| {
        let entry = places.get(id).expect("a place");
        let names = entry.genitive.as_ref().expect("a genitive");
        (names.kk.as_str(), names.ru.as_str())
    };
    assert_eq!(
        genitive("zhambyl/merke"),
        ("Меркі ауданының", "Меркенского района")
    );
    assert_eq!(
        genitive("zhambyl/taraz"),
        ("Тараз қаласының", "города Тараз")
    );
    assert_eq!(
        genitive("zhambyl"),
        ("Жамбыл облысының", "Жамбылской области")
    );
    assert_eq!(genitive("astana"), ("Астана қаласының", "города Астаны"));
    let without = places.all().iter().find(|entry| entry.genitive.is_none());
    assert_eq!(without, None);
}

#[test]
fn there_are_seventeen_regions_and_three_cities_with_codes_of_their_own() {
    let places = own_places();
    let codes: BTreeSet<_> = places
        .all()
        .iter()
        .filter(|entry| entry.kind == PlaceKind::Region)
        .filter_map(|entry| entry.iso.as_deref())
        .collect();
    assert_eq!(codes.len(), 20);
}

#[test]
fn an_editors_mistakes_are_named_at_their_place() {
    let root = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(root.path().join("content")).expect("a folder in it");
    let text = r#"
[kind_words]
region = { kk = ["облыс"], ru = ["област"] }
[[place]]
id = "a"
kind = "region"
names = { kk = "", ru = "А" }
[[place]]
id = "a"
kind = "region"
names = { kk = "А", ru = "А" }
now_in = "nowhere"
"#;
    fs::write(root.path().join(PATH), text).expect("a file in it");
    let diagnostics = Places::load(root.path())
        .expect("a readable file")
        .diagnostics;
    let found: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| {
            let place = diagnostic.place.as_ref().and_then(|place| place.span);
            let span = place.expect("a place in the file");
            (diagnostic.message.as_str(), &text[span.start..span.end])
        })
        .collect();
    assert_eq!(
        found,
        [
            ("the place a has no name in one language", "\"a\""),
            ("two places have the id a", "\"a\""),
            ("a lies in nowhere, which is no place", "\"nowhere\""),
        ]
    );
}
