//! The whole site of the sample, as it is written.

mod data;
mod facts;
mod hostile;
mod languages;
mod offices;
mod sharing;
mod snapshots;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use regex::Regex;
use walkdir::WalkDir;

use super::{Renderer, Written, sample, write};
use crate::catalogue::Library;
use crate::catalogue::model::Status;
use crate::content::interface::InterfaceTexts;
use crate::content::pages::ContentPages;
use crate::content::papers::Papers;
use crate::content::tile_map::TileMap;
use crate::content::topics::Topics;
use crate::diagnostic::Diagnostics;
use crate::language::Language;
use crate::search::answer::{Answer, Facets, Hit, HitKind, Request, Understood};

const BASE_URL: &str = "https://qyzmet.example";

/// The files of the sample's site by path.
static SITE: LazyLock<(BTreeMap<String, String>, Diagnostics)> = LazyLock::new(write_sample);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn texts() -> Arc<InterfaceTexts> {
    let texts = InterfaceTexts::load(root()).expect("the texts are there");
    assert_eq!(texts.diagnostics, Diagnostics::default());
    Arc::new(texts.output)
}

fn renderer() -> Renderer {
    Renderer::new(root(), texts()).expect("the templates parse")
}

fn write_sample() -> (BTreeMap<String, String>, Diagnostics) {
    write_library(&sample::library())
}

fn write_library(library: &Library) -> (BTreeMap<String, String>, Diagnostics) {
    let out = tempfile::tempdir().expect("there is a folder for temporary files");
    let pages = ContentPages::load(root()).expect("the pages are there");
    assert_eq!(pages.diagnostics, Diagnostics::default());
    let papers = Papers::load(root()).expect("the papers are there").output;
    let topics = Topics::load(root()).expect("the topics are there").output;
    let tile_map = TileMap::load(root()).expect("the map is there").output;
    let written = Written {
        pages: &pages.output,
        papers: &papers,
        topics: &topics,
        tile_map: &tile_map,
    };
    let found = write(library, written, &renderer(), root(), out.path(), BASE_URL)
        .expect("the site is written");
    (read_folder(out.path()), found)
}

fn read_folder(folder: &Path) -> BTreeMap<String, String> {
    WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("the folder can be walked"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).expect("it lies inside");
            let text = std::fs::read_to_string(entry.path()).expect("it is text");
            (name.to_string_lossy().into_owned(), text)
        })
        .collect()
}

fn page(path: &str) -> &'static str {
    SITE.0
        .get(path)
        .unwrap_or_else(|| panic!("there is no page {path}"))
}

/// The elements that a pattern finds, tags and blanks taken out.
fn texts_of(html: &str, pattern: &str) -> Vec<String> {
    let element = Regex::new(pattern).expect("the pattern is well-formed");
    let tag = Regex::new("<[^>]*>").expect("the pattern is well-formed");
    let end = Regex::new("</(?:p|h[1-6]|li|d[dt])>").expect("the pattern is well-formed");
    element
        .captures_iter(html)
        .map(|found| {
            let text = end.replace_all(&found[1], " ");
            let text = tag.replace_all(&text, "");
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

const SERVICE: &str = "services/prosthetics/kostanay-2008-915/index.html";

#[test]
fn every_link_of_the_site_leads_somewhere() {
    assert_eq!(SITE.1, Diagnostics::default());
}

#[test]
fn the_site_has_a_page_per_subject_and_language() {
    let of_language = |code: &str| -> Vec<_> {
        let prefix = format!("{code}/");
        SITE.0
            .keys()
            .filter_map(|path| path.strip_prefix(&prefix))
            .map(str::to_owned)
            .collect()
    };
    let expected = [
        "about/design/index.html",
        "about/index.html",
        "accessibility/index.html",
        "acts/aktobe-2018-77/index.html",
        "acts/index.html",
        "acts/kostanay-2008-915/index.html",
        "changes/index.html",
        "help/index.html",
        "index.html",
        "offices/kostanay/auliekol/akimat/index.html",
        "offices/kostanay/auliekol/employment/index.html",
        "offices/kostanay/auliekol/sarymoldaev/akimat/index.html",
        "opensearch.xml",
        "places/aktobe/index.html",
        "places/index.html",
        "places/kostanay/auliekol/index.html",
        "places/kostanay/index.html",
        "search/index.html",
        "services/index.html",
        "services/otyn-satyp-alu/aktobe-2018-77/index.html",
        "services/otyn-satyp-alu/index.html",
        "services/prosthetics/aktobe-2018-77/index.html",
        "services/prosthetics/index.html",
        "services/prosthetics/kostanay-2008-915/index.html",
    ];
    assert_eq!(of_language("kk"), expected);
    assert_eq!(of_language("ru"), expected);
}

#[test]
fn the_same_library_gives_the_same_bytes() {
    assert_eq!(write_sample().0, SITE.0);
}

#[track_caller]
fn check_banner(path: &str, expected: &[&str]) {
    let banner = r#"(?s)<section class="banner"[^>]*>(.*?)</section>"#;
    assert_eq!(texts_of(page(path), banner), expected, "on {path}");
}

#[test]
fn pages_of_a_repealed_act_say_so_in_their_own_language() {
    let kk = "Бұл актінің күші жойылған (2010 жылғы 2 қыркүйектегі № 254 актімен). \
              § (актінің 40–42-жолдары) Осы актінің күшін жойған акт қашан қолданысқа енеді: \
              вводится в действие по истечении десяти календарных дней \
              Мекемелер, жұмыс уақыты және телефондар өзгерген болуы мүмкін.";
    let ru = "Этот акт утратил силу. Его отменил акт от 2 сентября 2010 года № 254. \
              § (строки 40–42 акта) Когда вступает в силу отменяющий акт: \
              вводится в действие по истечении десяти календарных дней \
              Учреждения, часы работы и телефоны могли измениться.";
    let no_newer_kk = "Осы өңірде бұл қызмет туралы жаңарақ акт каталогта жоқ.";
    let no_newer_ru = "В каталоге нет более нового акта этого региона об этой услуге.";
    check_banner(&format!("kk/{SERVICE}"), &[&format!("{kk} {no_newer_kk}")]);
    check_banner(&format!("ru/{SERVICE}"), &[&format!("{ru} {no_newer_ru}")]);
    check_banner("kk/acts/kostanay-2008-915/index.html", &[kk]);
    check_banner("ru/acts/kostanay-2008-915/index.html", &[ru]);
}

#[test]
fn the_banner_of_a_service_leads_to_the_newest_act_of_the_region() {
    let mut library = sample::library();
    for act in &mut library.catalogue.acts {
        act.region = "kostanay".to_owned();
    }
    let (files, _) = write_library(&library);
    let links = texts_of(
        &files[&format!("ru/{SERVICE}")],
        r#"(?s)<section class="banner".*?в этом регионе: <a href="([^"]*)""#,
    );
    assert_eq!(links, ["/ru/services/prosthetics/aktobe-2018-77/"]);
}

fn region_names(library: &Library, path: &str) -> Vec<String> {
    let (files, _) = write_library(library);
    texts_of(&files[path], r#"<span class="tile-name">(.*?)</span>"#)
}

#[test]
fn regions_stand_as_the_alphabet_of_the_page_has_them() {
    let mut library = sample::library();
    for place in &mut library.catalogue.places {
        match place.id.as_str() {
            "aktobe" => place.names.kk = "Ұлытау облысы".to_owned(),
            "kostanay" => place.names.kk = "Әулие облысы".to_owned(),
            _ => {}
        }
    }
    assert_eq!(
        region_names(&library, "kk/places/index.html"),
        ["Әулие облысы", "Ұлытау облысы"]
    );
}

#[test]
fn the_whole_country_comes_before_its_regions() {
    let mut library = sample::library();
    for act in &mut library.catalogue.acts {
        if act.region == "kostanay" {
            act.region = "republic".to_owned();
        }
    }
    assert_eq!(
        region_names(&library, "ru/places/index.html"),
        ["Республика Казахстан", "Актюбинская область"]
    );
}

#[test]
fn pages_of_an_act_in_force_have_no_banner() {
    check_banner("kk/acts/aktobe-2018-77/index.html", &[]);
    check_banner("ru/services/prosthetics/aktobe-2018-77/index.html", &[]);
}

#[track_caller]
fn check_summary(path: &str, expected: &[&str]) {
    let summary = r#"(?s)<section class="summary".*?<dl>(.*?)</dl>"#;
    let html = Regex::new(summary).expect("the pattern is well-formed");
    let list = &html.captures(page(path)).expect("there is a summary")[1];
    assert_eq!(
        texts_of(list, "(?s)<div>(.*?)</div>"),
        expected,
        "on {path}"
    );
}

#[test]
fn typed_facts_are_worded_in_the_language_of_the_page() {
    check_summary(
        &format!("kk/{SERVICE}"),
        &[
            "Қызметті көрсететін орган отделы занятости § п. 4 (актінің 40–42-жолдары)",
            "Жұмыс уақыты дүйсенбі – жұма, 09:00 – 18:00, үзіліс 13:00 – 14:00 \
             § п. 9 (актінің 40–42-жолдары)",
            "Құжаттар 3 тармақтан тұратын тізім",
            "Мерзімі 10 жұмыс күні § п. 7 (актінің 40–42-жолдары)",
            "Ақысы Тегін § п. 8 (актінің 40–42-жолдары)",
            "Нәтижесі согласие или отказ § п. 5 (актінің 40–42-жолдары)",
            "Көрсету нысаны не автоматизированная § п. 2 (актінің 40–42-жолдары)",
        ],
    );
}

#[test]
fn what_was_not_found_is_said_and_what_the_act_leaves_to_another_is_shown() {
    check_summary(
        "ru/services/prosthetics/aktobe-2018-77/index.html",
        &[
            "Кто оказывает В тексте акта не найдено",
            "Часы работы В тексте акта не найдено",
            "Документы Сказано в другом документе Слова акта: стандарттың 9-тармағында \
             § 1-т. (строки 40–42 акта)",
            "Срок Сказано в другом документе Слова акта: стандарттың 4-тармағына сәйкес \
             § 1-т. (строки 40–42 акта)",
            "Стоимость В тексте акта не найдено",
            "Результат В тексте акта не найдено",
            "Форма оказания В тексте акта не найдено",
        ],
    );
}

#[test]
fn every_section_has_its_lasting_anchor() {
    let html = page(&format!("ru/{SERVICE}"));
    let answered = texts_of(html, r#"<section class="answer" id="([^"]*)""#);
    let expected = [
        "who",
        "where",
        "hours",
        "documents",
        "time",
        "fee",
        "result",
        "refusal",
        "steps",
        "basis",
    ];
    assert_eq!(answered, expected);
    let unread = texts_of(html, r#"<li id="([^"]*)""#);
    assert_eq!(unread, ["appeal"]);
}

#[test]
fn only_of_facts_that_are_read_a_page_says_that_they_were_not_found() {
    let path = "ru/services/otyn-satyp-alu/aktobe-2018-77/index.html";
    let absent = texts_of(page(path), r#"(?s)<p class="absent">(.*?)</p>"#);
    assert_eq!(
        absent,
        ["В тексте акта не найдено Проверить по тексту акта"; 10]
    );
    // No service of the sample has a way to complain.
    let unread = texts_of(page(path), r#"(?s)<ul class="unread">(.*?)</ul>"#);
    assert_eq!(unread, ["Как пожаловаться"]);
}

#[test]
fn hostile_words_of_an_act_stay_words() {
    let title = texts_of(
        page("ru/acts/kostanay-2008-915/index.html"),
        "<h1>(.*?)</h1>",
    );
    let expected = "Об утверждении стандартов &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;";
    assert_eq!(title, [expected]);
    let scripts: Vec<_> = SITE
        .0
        .iter()
        .filter(|(path, html)| path.ends_with(".html") && html.contains("<script>"))
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(scripts, <[&str; 0]>::default());
}

#[test]
fn words_in_the_other_language_are_marked() {
    let own_title = r#"<p class="own-title">.*?<q([^>]*)>"#;
    let kk = Regex::new(own_title).expect("the pattern is well-formed");
    let marks: Vec<_> = ["kk", "ru"]
        .iter()
        .map(|code| {
            let html = page(match *code {
                "kk" => "kk/services/prosthetics/kostanay-2008-915/index.html",
                _ => "ru/services/prosthetics/kostanay-2008-915/index.html",
            });
            kk.captures(html).expect("the title is there")[1].to_owned()
        })
        .collect();
    assert_eq!(marks, [r#" lang="ru""#, ""]);
}

#[test]
fn the_language_switch_stays_on_the_page() {
    let link = r#"<li[^>]*><a href="([^"]*)" lang="..""#;
    assert_eq!(
        texts_of(page(&format!("kk/{SERVICE}")), link),
        [
            "/kk/services/prosthetics/kostanay-2008-915/",
            "/ru/services/prosthetics/kostanay-2008-915/"
        ]
    );
}

fn answer() -> Answer {
    Answer {
        request: Request::default(),
        query: "протез \"көмек\"".to_owned(),
        understood: Understood {
            language: Some(Language::Ru),
            corrected: Some("протез помощь".to_owned()),
            place: Some("kostanay".to_owned()),
        },
        total: 21,
        hits: vec![Hit {
            kind: HitKind::Service,
            id: "kostanay-2008-915/prosthetics".to_owned(),
            act: Some("kostanay-2008-915".to_owned()),
            ordinal: Some(1),
            topic: Some("prosthetics".to_owned()),
            title: "Протезная <помощь>".to_owned(),
            language: Language::Ru,
            url: "/kk/services/prosthetics/kostanay-2008-915/".to_owned(),
            region: Some("kostanay".to_owned()),
            status: Some(Status::Repealed),
            year: Some(2008),
            score: 1.0,
            snippet: "на <mark>протез</mark> &amp; помощь".to_owned(),
        }],
        facets: Facets::default(),
    }
}

#[test]
fn the_search_page_shows_what_was_found() {
    let renderer = renderer().with_catalogue(&sample::library().catalogue);
    let html = renderer
        .search_page(Language::Kk, Some(&answer()))
        .expect("the page renders");
    assert_eq!(
        texts_of(
            &html,
            r#"(?s)<section class="results"[^>]*>(.*?)</section>"#
        ),
        [
            "Нәтижелер 21 нәтиже табылды. Мына сөз бойынша ізделді: протез помощь \
          Дәл осыны іздеу: «протез &quot;көмек&quot;» Сұраудағы жер атауы: Қостанай облысы Протездік көмек Протезная &lt;помощь&gt; \
          Қызмет, Қостанай облысы, 2008 Күші жойылған на протез &amp; помощь \
          Алғашқы 1 нәтиже көрсетілді. Сұрауды нақтылап көріңіз."
        ]
    );
    let switch = texts_of(&html, r#"<a href="([^"]*)" lang="ru" hreflang"#);
    let query = "%D0%BF%D1%80%D0%BE%D1%82%D0%B5%D0%B7%20%22%D0%BA%D3%A9%D0%BC%D0%B5%D0%BA%22";
    assert_eq!(switch, [format!("/ru/search/?q={query}")]);
}

#[test]
fn the_empty_search_page_of_the_server_asks_nothing() {
    let html = renderer()
        .search_page(Language::Ru, None)
        .expect("the page renders");
    assert_eq!(texts_of(&html, r#"<input [^>]*value="([^"]*)""#), [""]);
    assert_eq!(texts_of(&html, "<h1>(.*?)</h1>"), ["Поиск"]);
}

#[test]
fn the_published_catalogue_follows_its_schema() {
    let parse = |path| serde_json::from_str(page(path)).expect("it is JSON");
    let schema: serde_json::Value = parse("data/catalogue.schema.json");
    let catalogue: serde_json::Value = parse("data/catalogue.json");
    let errors: Vec<_> = jsonschema::validator_for(&schema)
        .expect("it is a schema")
        .iter_errors(&catalogue)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, <[&str; 0]>::default());
}

#[test]
fn the_sitemap_names_every_page_with_its_translation() {
    let pages = SITE.0.keys().filter(|path| path.ends_with("index.html"));
    // Short addresses only lead on to pages that are named.
    let pages = pages.filter(|path| !path.starts_with("s/"));
    assert_eq!(
        texts_of(page("sitemap.xml"), "<loc>(.*?)</loc>").len(),
        pages.count()
    );
    assert_eq!(
        texts_of(page("sitemap.xml"), r#"hreflang="kk" href="([^"]*)""#)[..2],
        ["https://qyzmet.example/kk/", "https://qyzmet.example/kk/"]
    );
}

#[test]
fn no_word_of_the_interface_mixes_alphabets() {
    let mixed = Regex::new(r"\p{Cyrillic}[A-Za-z]|[A-Za-z]\p{Cyrillic}").expect("well-formed");
    for file in ["content/i18n/kk.ftl", "content/i18n/ru.ftl"] {
        let text = std::fs::read_to_string(root().join(file)).expect("the file is there");
        let found: Vec<_> = mixed.find_iter(&text).map(|word| word.as_str()).collect();
        assert_eq!(found, <[&str; 0]>::default(), "in {file}");
    }
}
