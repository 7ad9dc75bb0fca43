//! The outline of small made-up acts, one trait each, and of the seeds as a whole.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use qyzmet::content::{self, Content};
use qyzmet::language::Language;
use qyzmet::outline::model::{ActText, Unit};
use qyzmet::source::{self, SourceFile};
use qyzmet::{outline, repair};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn content() -> Content {
    content::load(root()).expect("the content is there").output
}

/// Files of acts name their language before their last ending.
fn parse(file: &SourceFile, content: &Content) -> ActText {
    let language = if file.path.contains(".kk.") {
        Language::Kk
    } else {
        Language::Ru
    };
    let repaired = repair::repair(file, &content.repair).output;
    outline::parse(file, &repaired, content.patterns.get(language))
}

fn print(unit: &Unit, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let marker = unit.printed_marker();
    let words = unit.words.text();
    let lines = format!("{}-{}", unit.lines.first, unit.lines.last);
    let citation = unit.citation.as_deref().unwrap_or("-");
    writeln!(
        out,
        "{indent}{:?} #{} {lines} ({citation}) [{marker}] {words}",
        unit.role, unit.anchor
    )
    .expect("writing to a string cannot fail");
    for child in &unit.children {
        print(child, depth + 1, out);
    }
}

#[test]
fn small_acts_have_the_outline_that_a_reader_sees() {
    let content = content();
    let mut names: Vec<_> = fs::read_dir(root().join("tests/acts"))
        .expect("the folder is there")
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.is_file())
        .collect();
    names.sort();
    assert!(names.len() >= 7, "the acts are there");
    for path in names {
        let text = fs::read_to_string(&path).expect("the act can be read");
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let file = SourceFile::new(format!("seeds/{name}"), "", text);
        let mut out = String::new();
        for unit in &parse(&file, &content).units {
            print(unit, 0, &mut out);
        }
        insta::assert_snapshot!(name, out);
    }
}

/// How often each byte of a file stands in a unit.
fn coverage(file: &SourceFile, text: &ActText) -> Vec<u8> {
    let mut times = vec![0_u8; file.text.len()];
    for unit in text.walk() {
        for passage in std::iter::once(&unit.words).chain(&unit.marker) {
            for span in passage.origins() {
                times[span.start..span.end]
                    .iter_mut()
                    .for_each(|count| *count += 1);
            }
        }
    }
    times
}

/// Joining the lines of a cell dissolves the hyphen that a line end put into a
/// word; it is the only character that no unit keeps.
fn is_line_end_hyphen(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    rest.starts_with('-') && rest[1..].trim_start_matches([' ', '\r']).starts_with('\n')
}

/// Every character but blanks stands in one unit; the hyphens that line ends put into
/// the words of a cell may stand in none.
#[track_caller]
fn check_lossless(file: &SourceFile, content: &Content) {
    let times = coverage(file, &parse(file, content));
    let wrong: Vec<String> = file
        .text
        .char_indices()
        .filter(|(at, c)| !c.is_whitespace() && times[*at] != 1)
        .filter(|(at, _)| times[*at] > 1 || !is_line_end_hyphen(&file.text, *at))
        .map(|(at, c)| format!("line {}: `{c}` {} times", file.lines.line_of(at), times[at]))
        .take(5)
        .collect();
    assert_eq!(wrong, Vec::<String>::new(), "{}", file.path);
}

#[test]
fn every_character_of_the_seeds_belongs_to_exactly_one_unit() {
    let content = content();
    let seeds = source::load(&root().join("seeds"))
        .expect("the seeds are there")
        .output;
    assert_eq!(seeds.len(), 5);
    for file in &seeds {
        check_lossless(file, &content);
    }
}

#[test]
fn every_character_of_small_acts_belongs_to_exactly_one_unit() {
    let content = content();
    let acts = source::load(&root().join("tests/acts"))
        .expect("the acts are there")
        .output;
    assert!(acts.len() >= 13, "the acts are there");
    for file in &acts {
        check_lossless(file, &content);
    }
}

#[test]
fn anchors_of_a_text_are_unique() {
    let content = content();
    for file in &source::load(&root().join("seeds"))
        .expect("the seeds are there")
        .output
    {
        let text = parse(file, &content);
        let mut anchors: Vec<&str> = text.walk().map(|unit| unit.anchor.as_str()).collect();
        let count = anchors.len();
        anchors.sort_unstable();
        anchors.dedup();
        assert_eq!(anchors.len(), count, "{}", file.path);
    }
}
