//! Corrections of a small act.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::json;

use super::*;
use crate::content;
use crate::content::Content;
use crate::reading::read_files;
use crate::source::SourceFile;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = content::load(root).expect("the content is there");
    assert_eq!(content.diagnostics, Diagnostics::default());
    content.output
});

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let text = include_str!("../../../tests/pairs/two-services.ru.txt");
    let file = SourceFile::new("seeds/act.txt", "", text.to_owned());
    read_files(&[file], &CONTENT).output.library
});

/// The act with the corrections that a file of this name and text makes.
fn corrected(name: &str, text: &str) -> (Library, Vec<Diagnostic>, String) {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join("content/corrections");
    fs::create_dir_all(&folder).expect("a folder in it");
    fs::write(folder.join(name), text).expect("a file in it");
    let corrections = Corrections::load(root.path()).expect("a readable file");
    let mut library = LIBRARY.clone();
    let mut diagnostics = corrections.diagnostics;
    diagnostics += correct(&mut library, &corrections.output, &CONTENT.papers);
    let all = diagnostics.iter().cloned().collect();
    (library, all, text.to_owned())
}

fn correction(lines: &str) -> String {
    format!("[[correction]]\n{lines}\nbecause = {{ kk = \"Себебі\", ru = \"Причина\" }}\n")
}

/// What stands at a path once the correction is made.
#[track_caller]
fn check(lines: &str, path: &str, expected: &Value) {
    let (library, diagnostics, _) = corrected("kostanay-2010-215.toml", &correction(lines));
    assert_eq!(diagnostics, []);
    let paths = paths_of(&library, "kostanay-2010-215");
    assert_eq!(paths.get(path), Some(expected), "{lines}");
    assert_eq!(library.catalogue.corrections.len(), 1);
}

/// What is said of a correction that does not fit: the bytes it names, the message
/// and the hint.
#[track_caller]
fn check_misfit(lines: &str, named: &str, message: &str, hint: &str) {
    let (library, diagnostics, text) = corrected("kostanay-2010-215.toml", &correction(lines));
    let [diagnostic] = diagnostics.as_slice() else {
        panic!("one diagnostic was expected: {diagnostics:?}");
    };
    let span = diagnostic.place.as_ref().and_then(|place| place.span);
    let span = span.expect("a line is named");
    assert_eq!(&text[span.start..span.end], named);
    assert_eq!(diagnostic.message, message);
    assert_eq!(diagnostic.hint.as_deref(), Some(hint));
    assert_eq!(diagnostic.severity, crate::diagnostic::Severity::Error);
    assert_eq!(library.catalogue, LIBRARY.catalogue);
}

#[test]
fn a_value_is_changed() {
    check(
        "at = \"services/wheelchair/time_limits/1/amount\"\nwas = 10\nnow = 15",
        "services/wheelchair/time_limits/1/amount",
        &json!(15),
    );
    check(
        "at = \"services/wheelchair/documents/2\"\nwas = \"копия удостоверения личности\"\nnow = \"копия паспорта\"",
        "services/wheelchair/documents/2",
        &json!("копия паспорта"),
    );
    check(
        "at = \"act/adopted\"\nwas = 2010-06-03\nnow = 2010-06-04",
        "act/adopted",
        &json!("2010-06-04"),
    );
}

#[test]
fn several_fields_of_an_entry_are_changed_at_once() {
    check(
        "at = \"services/wheelchair/time_limits/1\"\nwas = { amount = 10, unit = \"working_day\" }\nnow = { amount = 1, unit = \"month\" }",
        "services/wheelchair/time_limits/1/unit",
        &json!("month"),
    );
}

#[test]
fn hours_that_are_changed_stay_of_one_piece() {
    check(
        "at = \"services/wheelchair/hours\"\nwas = { close = \"18:00\" }\nnow = { close = \"18:30\" }",
        "services/wheelchair/hours/osm",
        &json!("Mo-Fr 09:00-13:00,14:00-18:30"),
    );
}

#[test]
fn a_value_is_added_with_the_lines_that_say_it() {
    check(
        "at = \"services/unemployed-registration/result\"\nnow = \"справка\"\nlines = [57, 57]",
        "services/unemployed-registration/result",
        &json!("справка"),
    );
    check(
        "at = \"services/wheelchair/documents/4\"\nnow = { text = \"справка\", kinds = [\"application\"] }\nlines = [49, 53]",
        "services/wheelchair/documents/4/kinds/1",
        &json!("application"),
    );
    check(
        "at = \"services/wheelchair/channels/1\"\nnow = \"portal\"",
        "services/wheelchair/channels/1",
        &json!("portal"),
    );
}

#[test]
fn the_lines_of_an_added_value_name_their_unit() {
    let lines = "at = \"services/wheelchair/documents/1\"\nnow = \"анкета\"\nlines = [49, 49]";
    let (library, _, _) = corrected("kostanay-2010-215.toml", &correction(lines));
    let document = &library.catalogue.services[0].documents[0];
    assert_eq!(document.words.source.first_line, 49);
    assert_eq!(document.words.source.unit.as_deref(), Some("пп. 3) п. 6"));
    assert_eq!(library.catalogue.services[0].documents.len(), 4);
}

#[test]
fn a_value_is_taken_out() {
    check(
        "at = \"services/wheelchair/fee\"\nwas = { kind = \"free\" }",
        "services/wheelchair/fee",
        &Value::Null,
    );
    check(
        "at = \"services/wheelchair/documents/2\"\nwas = \"копия удостоверения личности\"",
        "services/wheelchair/documents/2",
        &json!("копия пенсионного удостоверения"),
    );
}

#[test]
fn a_correction_is_recorded_with_the_whole_entry_and_its_reason() {
    let lines = "at = \"services/wheelchair/time_limits/1/amount\"\nwas = 10\nnow = 15";
    let (library, _, _) = corrected("kostanay-2010-215.toml", &correction(lines));
    let record = &library.catalogue.corrections[0];
    let id = "kostanay-2010-215/wheelchair";
    assert_eq!(record.service.as_deref(), Some(id));
    assert_eq!(record.fact, "time_limits");
    assert_eq!(
        (&record.was["amount"], &record.now["amount"]),
        (&json!(10), &json!(15))
    );
    assert_eq!(record.because.kk, "Себебі");
}

#[test]
fn an_item_that_is_added_or_taken_out_has_one_side_only() {
    let lines =
        "at = \"services/wheelchair/documents/3\"\nwas = \"копия пенсионного удостоверения\"";
    let (library, _, _) = corrected("kostanay-2010-215.toml", &correction(lines));
    let record = &library.catalogue.corrections[0];
    assert_eq!(record.was["text"], json!("копия пенсионного удостоверения"));
    assert_eq!(record.now, Value::Null);
}

#[test]
fn a_correction_that_no_longer_fits_says_what_was_read() {
    check_misfit(
        "at = \"services/wheelchair/time_limits/1/amount\"\nwas = 20\nnow = 15",
        "20",
        "the correction does not fit: 10 was read",
        "compare `was` with the act, and correct it or take it out",
    );
    check_misfit(
        "at = \"services/wheelchair/time_limits/1/amount\"\nwas = 20\nnow = 10",
        "20",
        "the correction does not fit: 10 was read",
        "what is read is right by now: take the correction out",
    );
    check_misfit(
        "at = \"services/wheelchair/documents/1\"\nwas = \"копия удостоверения личности\"",
        "\"копия удостоверения личности\"",
        "the correction does not fit: \"заявление\" was read",
        "the value stands at place 2 of its list",
    );
}

#[test]
fn a_path_that_leads_nowhere_is_named() {
    check_misfit(
        "at = \"services/wheelchair/time_limits/7/amount\"\nwas = 10\nnow = 15",
        "\"services/wheelchair/time_limits/7/amount\"",
        "there is nothing at services/wheelchair/time_limits/7/amount",
        "find the path among the `paths` of `qyzmet show ACT --stage facts`",
    );
    check_misfit(
        "at = \"services/weelchair/fee\"\nwas = \"x\"",
        "\"services/weelchair/fee\"",
        "the act has no services/weelchair/fee",
        "begin with act/, offices/<id of an office of the act>/ or one of services/wheelchair/, services/unemployed-registration/",
    );
    check_misfit(
        "at = \"services/wheelchair/id\"\nwas = \"x\"",
        "\"services/wheelchair/id\"",
        "`id` cannot be corrected",
        "correct the value itself; ids, topics and lines follow from the text and content",
    );
}

#[test]
fn a_value_that_the_catalogue_does_not_know_is_refused() {
    check_misfit(
        "at = \"act/adopted\"\nwas = 2010-06-03\nnow = \"2010-06-31\"",
        "\"2010-06-31\"",
        "`2010-06-31` cannot stand in `adopted`",
        "write the day as year, month and day: 2015-08-31",
    );
    check_misfit(
        "at = \"services/wheelchair/documents/1/kinds/1\"\nwas = \"application\"\nnow = \"letter\"",
        "\"letter\"",
        "`letter` cannot stand in `kinds`",
        "name a kind of content/vocabulary/papers.toml",
    );
    check_misfit(
        "at = \"services/wheelchair/time_limits/1\"\nwas = { amount = 10 }\nnow = { amout = 15 }",
        "{ amout = 15 }",
        "the corrected value is not one of the catalogue: it has no `amout`",
        "compare with the `paths` of `qyzmet show ACT --stage facts`",
    );
    check_misfit(
        "at = \"services/unemployed-registration/result\"\nnow = \"справка\"\nlines = [900, 901]",
        "[900, 901]",
        "the act says nothing in lines 900 to 901",
        "name the first and the last line of the file, counted from 1",
    );
}

#[test]
fn a_reason_in_one_language_is_a_mistake_with_its_line() {
    let text = "[[correction]]\nat = \"act/number\"\nwas = \"215\"\nnow = \"216\"\nbecause = { kk = \"Себебі\", ru = \"\" }\n";
    let (_, diagnostics, text) = corrected("kostanay-2010-215.toml", text);
    let at = text.find("{ kk").expect("the reason");
    let expected = Diagnostic::new(
        Code::ContentMistake,
        "the correction lacks its reason in one language",
    )
    .at(
        "content/corrections/kostanay-2010-215.toml",
        Span::new(at, text.len() - 1),
    )
    .hint("write `because` in both languages: readers see it");
    assert_eq!(diagnostics, [expected]);
}

#[test]
fn corrections_of_an_act_that_is_not_there_are_a_warning() {
    let lines = "at = \"act/number\"\nwas = \"215\"\nnow = \"216\"";
    let (_, diagnostics, _) = corrected("kostanay-2010-15.toml", &correction(lines));
    let expected = Diagnostic::new(Code::CorrectionUnused, "no act has the id kostanay-2010-15")
        .in_file("content/corrections/kostanay-2010-15.toml")
        .hint("name the file after one of the acts: kostanay-2010-215");
    assert_eq!(diagnostics, [expected]);
}
