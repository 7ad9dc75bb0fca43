//! What a text must hold is never more than what a phrase reads.

use std::path::Path;
use std::sync::LazyLock;

use super::*;

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    load(root).expect("the patterns are there").output
});

/// Every phrase of a language, asked for with and without a look at the words
/// that the text holds.
#[track_caller]
fn check_all_kinds(lexicon: &Lexicon, text: &str) {
    for (name, kind) in &lexicon.kinds {
        let expected = kind.phrases.iter().find_map(|phrase| phrase.find(text, 0));
        let found = lexicon.find(name, text);
        let read = [found, expected].map(|found| found.map(|found| (found.range, found.value)));
        assert_eq!(read[0], read[1], "{name} in {text}");
    }
}

#[test]
fn the_words_that_a_text_holds_hide_no_phrase() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/acts");
    for file in std::fs::read_dir(folder).expect("the acts are there") {
        let path = file.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a text");
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for lexicon in [&PATTERNS.kk, &PATTERNS.ru] {
            lines.iter().for_each(|line| check_all_kinds(lexicon, line));
            for window in lines.chunks(4) {
                check_all_kinds(lexicon, &window.join("  "));
                check_all_kinds(lexicon, &window.join("\n").to_uppercase());
            }
        }
    }
}

#[test]
fn rows_of_blanks_and_other_shapes_of_signs_hide_no_phrase() {
    for text in [
        "УСЛУГА\u{a0} ОКАЗЫВАЕТСЯ \t БЕСПЛАТНО",
        "срок — не более 10\u{a0}(десяти) минут",
        "қызмет  көрсету  мерзімі – 15 (он бес)күнтізбелік күн",
        "2015 жылғы “28” наурыздағы №\u{a0}46",
        "26.03.2014г. N 217",
    ] {
        check_all_kinds(&PATTERNS.ru, text);
        check_all_kinds(&PATTERNS.kk, text);
    }
}

#[test]
fn a_remembered_text_is_never_taken_for_another() {
    let mut text = "услуга оказывается бесплатно".to_owned();
    assert!(PATTERNS.ru.says("fee", &text));
    text.replace_range(.., "услуга оказывается постоянно");
    assert!(!PATTERNS.ru.says("fee", &text));
    assert!(!PATTERNS.kk.says("fee", "услуга оказывается бесплатно"));
}
