//! Small made-up acts, each in both languages or in two editions.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use super::Library;
use super::model::{Catalogue, Service};
use crate::content::{self, Content};
use crate::diagnostic::{Code, Warned};
use crate::language::Language;
use crate::reading::read_files;
use crate::source::SourceFile;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let content = content::load(root()).expect("the content is there");
    content.output
});

static BOTH: LazyLock<Warned<Library>> = LazyLock::new(|| read(&[KK, RU]));

const KK: (&str, &str) = ("two-services.kk.txt", "");
const RU: (&str, &str) = ("two-services.ru.txt", "");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads files of `tests/pairs`, each with more lines at its end.
fn read(files: &[(&str, &str)]) -> Warned<Library> {
    let files: Vec<SourceFile> = files
        .iter()
        .map(|(name, more)| {
            let path = root().join("tests/pairs").join(name);
            let text = fs::read_to_string(path).expect("the act is there");
            let sha256 = more.len().to_string();
            SourceFile::new(format!("seeds/{}{name}", more.len()), sha256, text + more)
        })
        .collect();
    let read = read_files(&files, &CONTENT);
    Warned {
        output: read.output.library,
        diagnostics: read.diagnostics,
    }
}

fn wheelchair(catalogue: &Catalogue) -> &Service {
    let id = "kostanay-2010-215/wheelchair";
    let service = catalogue.services.iter().find(|one| one.id == id);
    service.expect("the act has the service")
}

/// Codes, messages and lines of what was noticed.
fn noticed(read: &Warned<Library>, files: &[(&str, &str)]) -> Vec<(Code, String, String)> {
    let diagnostics = read.diagnostics.iter();
    diagnostics
        .map(|diagnostic| {
            let place = diagnostic.place.as_ref().expect("a file is named");
            let name = place
                .path
                .trim_start_matches("seeds/")
                .trim_start_matches(|c: char| c.is_ascii_digit());
            assert!(files.iter().any(|(file, _)| *file == name), "{name}");
            let text = fs::read_to_string(root().join("tests/pairs").join(name));
            let text = text.expect("the act is there");
            let words = place.span.map(|span| text[span.start..span.end].to_owned());
            (
                diagnostic.code,
                diagnostic.message.clone(),
                words.unwrap_or_default(),
            )
        })
        .collect()
}

#[test]
fn two_texts_with_one_issuer_date_and_number_are_one_act() {
    let catalogue = &BOTH.output.catalogue;
    let [act] = catalogue.acts.as_slice() else {
        panic!("one act was expected: {:?}", catalogue.acts);
    };
    let languages: Vec<_> = act.texts.iter().map(|text| text.language).collect();
    assert_eq!(languages, [Language::Kk, Language::Ru]);
    let titles: Vec<_> = catalogue
        .services
        .iter()
        .map(|service| {
            (
                service.id.as_str(),
                service.titles.kk.is_some(),
                service.titles.ru.is_some(),
            )
        })
        .collect();
    assert_eq!(
        titles,
        [
            ("kostanay-2010-215/wheelchair", true, true),
            ("kostanay-2010-215/unemployed-registration", true, true)
        ]
    );
}

#[test]
fn a_value_stands_once_and_carries_the_words_of_the_other_text() {
    let service = wheelchair(&BOTH.output.catalogue);
    let form = service.form.as_ref().expect("both texts say it");
    assert_eq!(
        (form.language, form.text.as_str()),
        (Language::Kk, "автоматтандырылмаған")
    );
    let translations: Vec<_> = form
        .translations
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(translations, ["не автоматизированная"]);
    assert_eq!(
        form.translations[0].source.path,
        "seeds/0two-services.ru.txt"
    );
}

#[test]
fn typed_values_that_differ_are_both_kept_each_with_its_own_words() {
    let limits = &wheelchair(&BOTH.output.catalogue).time_limits;
    let amounts: Vec<_> = limits
        .iter()
        .map(|limit| {
            let disputed: Vec<_> = limit
                .disputed
                .iter()
                .map(|one| (one.words.language, one.amount))
                .collect();
            (limit.words.language, limit.amount, disputed)
        })
        .collect();
    assert_eq!(
        amounts,
        [
            (Language::Kk, 15, vec![(Language::Ru, 10)]),
            (Language::Kk, 30, Vec::new())
        ]
    );
}

#[test]
fn an_item_without_a_counterpart_stays_an_entry_of_its_own() {
    let documents = &wheelchair(&BOTH.output.catalogue).documents;
    let words: Vec<_> = documents
        .iter()
        .map(|document| {
            (
                document.words.text.as_str(),
                document.words.translations.len(),
            )
        })
        .collect();
    assert_eq!(
        words,
        [
            ("өтініш", 1),
            ("жеке куәліктің көшірмесі", 1),
            ("копия пенсионного удостоверения", 0)
        ]
    );
}

#[test]
fn what_the_texts_say_differently_is_named_at_its_words() {
    assert_eq!(
        noticed(&BOTH, &[KK, RU]),
        [
            (
                Code::TextsDisagree,
                "the texts of the act give the time limit differently".to_owned(),
                "срок оказания государственной услуги с момента сдачи необходимых документов: 10 рабочих дней".to_owned()
            ),
            (
                Code::UnpairedItem,
                "one text of the act gives 3 entries of papers, the other one 2".to_owned(),
                "копия пенсионного удостоверения".to_owned()
            ),
        ]
    );
}

#[test]
fn a_service_that_one_text_alone_has_keeps_its_place() {
    let kazakh = fs::read_to_string(root().join("tests/pairs/two-services.kk.txt"));
    let kazakh = kazakh.expect("the act is there");
    let second = kazakh
        .rfind("Қостанай облысы әкімдігінің")
        .expect("a second stamp");
    let short = SourceFile::new("seeds/short.kk.txt", "", kazakh[..second].to_owned());
    let russian = fs::read_to_string(root().join("tests/pairs/two-services.ru.txt"));
    let whole = SourceFile::new("seeds/whole.ru.txt", "", russian.expect("the act is there"));
    let read = read_files(&[short, whole], &CONTENT);
    let services = &read.output.library.catalogue.services;
    assert_eq!(services.len(), 2);
    assert_eq!(services[1].titles.kk, None);
    let messages: Vec<_> = read
        .diagnostics
        .iter()
        .map(|one| one.message.as_str())
        .collect();
    assert!(
        messages.contains(&"only one text of the act has this service"),
        "{messages:?}"
    );
}

#[test]
fn of_two_texts_in_one_language_the_later_edition_counts() {
    let later = (RU.0, "\n      3. Исключен постановлением.\n");
    for files in [[RU, later], [later, RU]] {
        let read = read(&files);
        let act = &read.output.catalogue.acts[0];
        let paths: Vec<_> = act.texts.iter().map(|text| text.path.as_str()).collect();
        assert_eq!(
            paths,
            [format!("seeds/{}two-services.ru.txt", later.1.len())]
        );
        let twice: Vec<_> = read
            .diagnostics
            .iter()
            .filter(|one| one.code == Code::SameActTwice)
            .map(|one| one.place.as_ref().expect("a file is named").path.as_str())
            .collect();
        assert_eq!(twice, ["seeds/0two-services.ru.txt"]);
    }
}

/// An annex with a table of one office.
fn annex_with_office(service: &str, address: &str) -> String {
    format!(
        "\nПриложение 1\nк стандарту государственной услуги\n\"{service}\"\n\n\
         №\tНаименование\tАдрес\tТелефон\n\
         1\tОтдел занятости и социальных программ Аулиекольского района\t{address}\t8 (71453) 2-10-20\n"
    )
}

#[test]
fn a_service_keeps_the_address_that_its_own_table_prints() {
    let path = root().join("tests/pairs").join(RU.0);
    let text = fs::read_to_string(path).expect("the act is there");
    let (first, last) = text.rsplit_once("\nУтвержден").expect("two attachments");
    let wheelchair = annex_with_office(
        "Оформление документов на инвалидов для предоставления им кресла-коляски",
        "село Аулиеколь, улица Мира, 5",
    );
    let unemployed = annex_with_office(
        "Регистрация и постановка на учет безработных граждан",
        "село Аулиеколь, улица Мира, 7",
    );
    let text = format!("{first}{wheelchair}\nУтвержден{last}{unemployed}");
    let file = SourceFile::new("seeds/offices.txt", "", text);
    let library = read_files(&[file], &CONTENT).output.library;
    let addresses: Vec<_> = library
        .catalogue
        .services
        .iter()
        .flat_map(|service| &service.offices)
        .map(|office| office.address.as_ref().map(|address| address.text.as_str()))
        .collect();
    let expected = [
        "село Аулиеколь, улица Мира, 5",
        "село Аулиеколь, улица Мира, 7",
    ];
    assert_eq!(addresses, expected.map(Some));
}

#[test]
fn a_settlement_with_the_name_of_a_town_of_its_region_is_another_place() {
    let annex = "\n1-қосымша\n\nN\tАтауы\tМекенжайы\tТелефоны\n\
         1\t\"Қостанай кенті әкімінің аппараты\" мемлекеттік мекемесі\tҚостанай облысы, Қостанай кенті, Абай көшесі, 5\t8 (71455) 2-10-20\n";
    let catalogue = read(&[(KK.0, annex)]).output.catalogue;
    let places: Vec<_> = catalogue
        .offices
        .iter()
        .map(|office| (office.id.as_str(), office.place.as_str()))
        .collect();
    let village = "kostanay/kostanay-village";
    assert_eq!(
        places,
        [(format!("{village}/village-akimat").as_str(), village)]
    );
    assert!(catalogue.places.iter().any(|place| place.id == village));
}
