//! Diagnostics of made-up acts: the examples of `content/diagnostics`, each of which
//! gives its code or does not, and tables of offices.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use qyzmet::account::Account;
use qyzmet::content::{self, Content};
use qyzmet::diagnostic::{Code, Diagnostics, explanation};
use qyzmet::reading::read_files;
use qyzmet::source::SourceFile;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let content = content::load(root()).expect("the content is there");
    assert_eq!(content.diagnostics, Diagnostics::default());
    content.output
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(texts: &[String]) -> (Diagnostics, Vec<Account>) {
    let files: Vec<SourceFile> = (1..)
        .zip(texts)
        .map(|(number, text)| SourceFile::new(format!("seeds/{number}.txt"), "", text.clone()))
        .collect();
    let read = read_files(&files, &CONTENT);
    (read.diagnostics, read.output.accounts)
}

fn codes(diagnostics: &Diagnostics) -> Vec<&'static str> {
    let mut codes: Vec<_> = diagnostics.iter().map(|it| it.code.as_str()).collect();
    codes.sort_unstable();
    codes
}

/// A Russian act with one service of the given points.
fn russian(points: &str) -> String {
    format!(
        "Об утверждении стандарта государственной услуги\n\n\
Постановление акимата Костанайской области от 3 июня 2010 года № 215. Зарегистрировано Департаментом юстиции Костанайской области 5 июля 2010 года № 3730\n\n      \
Акимат Костанайской области ПОСТАНОВЛЯЕТ:\n\n      \
1. Утвердить прилагаемый стандарт государственной услуги \"Выдача справок безработным гражданам\".\n\n      \
2. Настоящее постановление вводится в действие.\n\n\
Утвержден\nпостановлением акимата\nКостанайской области\nот 3 июня 2010 года № 215\n\n\
Стандарт государственной услуги\n\"Выдача справок безработным гражданам\"\n\n\
1. Общие положения\n\n{points}\n"
    )
}

/// A Kazakh act with one service of the given points.
fn kazakh(points: &str) -> String {
    format!(
        "Қостанай облысы әкімдігінің 2010 жылғы 3 маусымдағы № 215 қаулысы. \
Қостанай облысының Әділет департаментінде 2010 жылғы 5 шілдеде № 3730 тіркелді\n\n\
Мемлекеттік қызмет көрсету стандартын бекіту туралы\n\n\
Қазақстан Республикасының Заңына сәйкес Қостанай облысының әкімдігі ҚАУЛЫ ЕТЕДІ:\n\n\
1. Қоса беріліп отырған \"Жұмыссыз азаматтарға анықтама беру\" стандарты бекітілсін.\n\n\
2. Қаулы ресми жарияланған күннен бастап күшіне енеді.\n\n\
Қостанай облысының әкімі Н. Серіков\n \
Қостанай облысы әкімдігінің\n2010 жылғы 3 маусымдағы\n\nN 215 қаулысымен\nБЕКІТІЛДІ\n\n\
\"Жұмыссыз азаматтарға анықтама беру\" мемлекеттік қызметін көрсету\nстандарты\n\n\
1. Жалпы ережелер\n\n{points}\n"
    )
}

/// A Kazakh act with a table of offices.
fn kazakh_offices(rows: &str) -> String {
    kazakh(&format!(
        "1. Мемлекеттік қызмет ақысыз көрсетіледі.\n\n\
\"Жұмыссыз азаматтарға\nанықтама беру\"\n\nмемлекеттік қызмет\nкөрсету стандартына\n\n1-қосымша\n\n\
Р/с\n№\n\nБөлімнің атауы Байланыс деректері\n\n{rows}"
    ))
}

const QOSTANAI: &str = "1.\n\"Рудный қаласының жұмыспен қамту және әлеуметтік\nбағдарламалар бөлімі\" мемлекеттік мекемесі\n\n\
Рудный қаласы,\nЛенин көшесі, 25-үй\nтелефон: 8(71431) 32333\nrudny@mail.ru\n\n\
2. \"Арқалық қаласының жұмыспен қамту және әлеуметтік\nбағдарламалар бөлімі\" мемлекеттік мекемесі\n\n\
Арқалық қаласы,\nАбай көшесі, 8-үй,\nтелефон: 8(71430)70455\narqalyq@mail.ru\n";

/// A fenced example of a page.
struct Example {
    code: &'static str,
    text: String,
    is_quiet: bool,
}

/// The acts that the page of a code shows.
fn examples(code: &'static str, page: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut blocks = page.split("\n```");
    while let (Some(before), Some(block)) = (blocks.next(), blocks.next()) {
        let is_quiet = before.trim_end().ends_with("This does not:");
        let (kind, body) = block.split_once('\n').expect("a block has lines");
        let text = match kind {
            "act" => body.to_owned(),
            "ru-service" => russian(body),
            "kk-service" => kazakh(body),
            _ => continue,
        };
        examples.push(Example {
            code,
            text,
            is_quiet,
        });
    }
    examples
}

#[test]
fn examples_of_the_pages_give_their_code_or_do_not() {
    let examples: Vec<Example> = Code::ALL
        .iter()
        .filter_map(|code| Some(examples(code.as_str(), explanation::page(*code)?)))
        .flatten()
        .collect();
    assert!(examples.len() > 25, "only {} examples", examples.len());
    let wrong: Vec<String> = examples
        .iter()
        .filter_map(|example| {
            let (diagnostics, _) = read(std::slice::from_ref(&example.text));
            let codes = codes(&diagnostics);
            let is_right = codes.contains(&example.code) != example.is_quiet;
            let expected = if example.is_quiet { "not " } else { "" };
            (!is_right).then(|| format!("{expected}{}: {codes:?}\n{}", example.code, example.text))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_list_of_the_pages_is_that_of_the_program() {
    let list = fs::read_to_string(root().join("content/diagnostics/README.md"));
    assert_eq!(
        list.unwrap_or_default(),
        explanation::index(),
        "write it anew: cargo run -- check --explain > content/diagnostics/README.md"
    );
}

#[track_caller]
fn check_offices(rows: &str, expected: &[&str]) {
    let (diagnostics, _) = read(&[kazakh_offices(rows)]);
    assert_eq!(codes(&diagnostics), expected, "{diagnostics:?}");
}

#[test]
fn a_whole_table_of_offices_gives_nothing_to_say() {
    check_offices(QOSTANAI, &[]);
}

#[test]
fn an_office_without_a_phone_is_named() {
    let rows = QOSTANAI.replace("телефон: 8(71430)70455\n", "");
    check_offices(&rows, &["office-without-phone"]);
}

#[test]
fn contacts_that_nobody_can_use_are_named() {
    check_offices(
        &QOSTANAI.replace("8(71430)70455", "8(71430)7045512"),
        &["invalid-phone"],
    );
    // The first letter is Cyrillic.
    check_offices(
        &QOSTANAI.replace("arqalyq@", "аrqalyq@"),
        &["invalid-email"],
    );
}

#[test]
fn a_site_that_cannot_be_opened_is_named() {
    check_offices(&QOSTANAI.replace("arqalyq@mail.ru", "www.arqalyq.kz"), &[]);
    check_offices(
        &QOSTANAI.replace("arqalyq@mail.ru", "www.arqalyq"),
        &["invalid-website"],
    );
}

#[test]
fn lines_behind_the_last_row_are_named_once() {
    let rows = format!("{QOSTANAI}\nЖұмыссыз азаматтарға\nанықтама\n\nберу туралы\n");
    check_offices(&rows, &["unread-line"]);
}

#[test]
fn attachments_that_the_list_does_not_name_are_named() {
    let act = russian("      1. Государственная услуга оказывается бесплатно.");
    let listed = act.replace(
        "1. Утвердить прилагаемый стандарт государственной услуги \"Выдача справок безработным гражданам\".",
        "1. Утвердить прилагаемые:\n\n      1) стандарт государственной услуги \"Выдача справок безработным гражданам\";\n\n      2) стандарт государственной услуги \"Регистрация граждан\".",
    );
    assert_eq!(codes(&read(&[act]).0), Vec::<&str>::new());
    assert_eq!(codes(&read(&[listed]).0), ["list-disagrees"]);
}

#[test]
fn an_attachment_that_is_no_service_is_named() {
    let act = russian("      1. Государственная услуга оказывается бесплатно.");
    let other = act.replace("Стандарт государственной услуги", "Положение об отделе");
    let codes = codes(&read(&[other]).0);
    assert_eq!(codes, ["no-services", "unread-title"]);
}

#[test]
fn the_same_act_twice_is_named() {
    let act = russian("      1. Государственная услуга оказывается бесплатно.");
    let (diagnostics, accounts) = read(&[act.clone(), act]);
    assert_eq!(codes(&diagnostics), ["same-act-twice"]);
    let counted = accounts.iter().filter(|account| account.act.is_some());
    assert_eq!(counted.count(), 1, "the other text is not in the catalogue");
}

#[test]
fn tables_that_disagree_on_an_office_are_named_with_both_forms() {
    let other = kazakh_offices(&QOSTANAI.replace("Абай көшесі, 8-үй", "Абай көшесі, 11-үй"));
    let other = other.replace("№ 215", "№ 216").replace("N 215", "N 216");
    let (diagnostics, _) = read(&[kazakh_offices(QOSTANAI), other]);
    let said: Vec<_> = diagnostics
        .iter()
        .filter(|it| it.code == Code::OfficesDisagree)
        .map(|it| it.hint.clone().unwrap_or_default())
        .collect();
    assert_eq!(said.len(), 1, "{diagnostics:?}");
    for form in ["8-үй", "11-үй"] {
        assert!(said[0].contains(form), "{said:?}");
    }
}

#[test]
fn what_two_phases_notice_is_said_once() {
    let note = "      1. Государственная услуга оказывается бесплатно.\n\n      \
        Сноска. Пункт 1 в редакции постановления акимата Костанайской области от 31.06.2012 № 77.";
    let (diagnostics, _) = read(&[russian(note)]);
    let dates = diagnostics
        .iter()
        .filter(|it| it.code == Code::ImpossibleDate);
    assert_eq!(dates.count(), 1, "{diagnostics:?}");
}

#[test]
fn what_a_text_repeats_is_said_once() {
    let point =
        "      1. Государственная услуга оказывается по решению от 31 июня 2009 года № 12.\n\n";
    let twice = format!("{point}{}", point.replace("1. ", "2. "));
    let (diagnostics, _) = read(&[russian(&twice)]);
    let said: Vec<_> = diagnostics
        .iter()
        .filter(|it| it.code == Code::ImpossibleDate)
        .map(|it| it.message.as_str())
        .collect();
    assert_eq!(
        said,
        ["no calendar has the day `31 июня 2009`, 2 times in this text"]
    );
}

#[test]
fn the_account_counts_what_was_read() {
    let (_, accounts) = read(&[russian(
        "      1. Государственная услуга оказывается бесплатно.\n\n      2. Отдел размещается в здании.",
    )]);
    let account = &accounts[0];
    assert_eq!(account.act.as_deref(), Some("kostanay-2010-215"));
    assert_eq!((account.services, account.points), (1, 2));
    let unread: Vec<_> = account.unread_points.iter().map(|it| &it.number).collect();
    assert_eq!(unread, ["2"]);
    let read: Vec<_> = account
        .facts
        .iter()
        .filter(|count| count.services > 0)
        .map(|count| count.kind.id())
        .collect();
    assert_eq!(read, ["fee"]);
    let counted: usize = account.lines.kinds.values().sum();
    assert_eq!(counted, account.lines.total, "every line counts once");
}
