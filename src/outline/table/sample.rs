//! Lines of made-up annexes for the tests of the tables, as the phases before
//! repair them.

use std::path::Path;
use std::sync::LazyLock;

use crate::content::{self, Content};
use crate::language::Language;
use crate::outline::model::{Role, Unit};
use crate::outline::tree::Builder;
use crate::repair::{self, RepairedLine};
use crate::source::SourceFile;

/// Loading it takes longer than all that is read with it.
static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    content::load(root).expect("the content is there").output
});

/// Reads the lines of an annex with the phrases of a language.
pub(super) fn with_lines<T>(
    language: Language,
    annex: &str,
    read: impl FnOnce(&[RepairedLine], &Builder<'_>) -> T,
) -> T {
    let file = SourceFile::new("seeds/annex.txt".to_owned(), "", annex.to_owned());
    let repaired = repair::repair(&file, &CONTENT.repair).output;
    let lexicon = CONTENT.patterns.get(language);
    let builder = Builder::new(&file.lines, lexicon, &repaired.vocabulary);
    read(&repaired.lines, &builder)
}

/// The units of a table, a line each: headings behind `=`, lines behind `-`, rows
/// with their numbers.
pub(super) fn print(tables: &[Unit]) -> Vec<String> {
    let mut printed = Vec::new();
    for table in tables {
        printed.push(format!("# {}", table.words.text()));
        for unit in &table.children {
            let mut parts = vec![unit.words.text()];
            parts.extend(unit.children.iter().map(|cell| cell.words.text()));
            parts.retain(|part| !part.is_empty() || unit.role == Role::Row);
            let words = parts.join(" | ");
            printed.push(match unit.role {
                Role::Heading => format!("= {words}"),
                Role::Row => {
                    let number = unit.number.as_deref().unwrap_or_default();
                    format!("{number}{words}")
                }
                _ => format!("- {words}"),
            });
        }
    }
    printed
}
