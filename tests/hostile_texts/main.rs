//! Bad input neither panics nor hangs: damaged and made-up texts, wrong bytes, shapes
//! with traps. That time grows no faster than these is what `cargo bench --bench growth`
//! checks.
//!
//! `QYZMET_ROUNDS` sets how many damaged texts are read (200 when it is not set);
//! a failure names the seed of its text.

mod chance;
mod damage;
mod shapes;

use std::path::Path;
use std::sync::LazyLock;

use qyzmet::content::{self, Content};
use qyzmet::reading::read_files;
use qyzmet::source::{self, SourceFile};

use chance::Chance;
use shapes::SHAPES;

/// Damaged texts that are read when nothing else is asked for.
const ROUNDS: u64 = 200;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let loaded = content::load(root()).expect("the content is there");
    loaded.output
});

static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folders = ["seeds", "tests/acts"].map(|folder| root().join(folder));
    let mut texts = Vec::new();
    for folder in folders {
        let loaded = source::load(&folder).expect("the folder is there");
        texts.extend(loaded.output.into_iter().map(|file| file.text));
    }
    texts
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rounds() -> u64 {
    let asked = std::env::var("QYZMET_ROUNDS").ok();
    asked
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(ROUNDS)
}

/// Reads a text and holds what every reading promises: whatever was read stands
/// on lines that the file has.
#[track_caller]
fn check(text: String, what: &str) {
    let file = SourceFile::new("seeds/act.txt", "", text);
    let last = u32::try_from(file.lines.len()).expect("a number of lines");
    let read = read_files(std::slice::from_ref(&file), &CONTENT);
    for text in &read.output.library.texts {
        for unit in text.text.walk() {
            let lines = unit.lines;
            assert!(
                1 <= lines.first && lines.first <= lines.last && lines.last <= last,
                "{what}: lines {}-{} of {last}",
                lines.first,
                lines.last
            );
            let span = unit.words.span();
            assert!(
                span.is_none_or(|span| span.end <= file.text.len()),
                "{what}"
            );
        }
    }
    for diagnostic in &read.diagnostics {
        assert!(!diagnostic.message.is_empty(), "{what}");
    }
}

#[test]
fn damaged_texts_are_read() {
    for seed in 1..=rounds() {
        let mut chance = Chance::new(seed);
        let text = &TEXTS[chance.below(TEXTS.len())];
        let other = &TEXTS[chance.below(TEXTS.len())];
        let mut text = damage::piece(text, &mut chance).to_owned();
        let other = damage::piece(other, &mut chance);
        for _ in 0..1 + chance.below(3) {
            let damage = damage::ALL[chance.below(damage::ALL.len())];
            text = damage(&text, other, &mut chance);
        }
        check(text, &format!("seed {seed}"));
    }
}

#[test]
fn the_head_of_an_act_stays_readable_over_any_text() {
    let head = SHAPES[0].before.concat();
    for seed in 1..=rounds() / 4 {
        let mut chance = Chance::new(seed);
        let text = &TEXTS[chance.below(TEXTS.len())];
        let piece = damage::piece(text, &mut chance);
        let damage = damage::ALL[chance.below(damage::ALL.len())];
        check(
            format!("{head}{}", damage(piece, piece, &mut chance)),
            &format!("seed {seed}"),
        );
    }
}

#[test]
fn every_shape_is_read_in_small() {
    for shape in SHAPES {
        check(shape.text(6_000), shape.name);
    }
}

/// Writes files into a folder and reads the folder, as a build does.
#[track_caller]
fn check_bytes(files: &[(String, Vec<u8>)]) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("the folder is ours");
    }
    let loaded = source::load(folder.path()).expect("the files can be read");
    let noticed = loaded.diagnostics.iter().count();
    assert_eq!(loaded.output.len() + noticed, files.len());
    let read = read_files(&loaded.output, &CONTENT);
    assert!(read.output.library.catalogue.acts.len() <= loaded.output.len());
}

#[test]
fn bytes_of_every_encoding_are_a_text_or_a_diagnostic() {
    let files: Vec<_> = (1..=rounds() / 4)
        .map(|seed| {
            let mut chance = Chance::new(seed);
            let text = &TEXTS[chance.below(TEXTS.len())];
            let text = damage::piece(text, &mut chance);
            (format!("{seed}.txt"), damage::bytes_of(text, &mut chance))
        })
        .collect();
    check_bytes(&files);
}
