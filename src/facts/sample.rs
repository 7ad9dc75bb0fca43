//! Made-up services for the tests of the finders.

use std::path::Path;
use std::sync::LazyLock;

use crate::content::patterns::{self, Lexicon, Patterns};
use crate::diagnostic::Diagnostics;
use crate::language::Language;
use crate::outline::model::{Lines, Role, Unit};
use crate::passage::Passage;

/// The phrases of the project, which must be in order.
static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let patterns = patterns::load(root).expect("the phrases can be read");
    assert_eq!(patterns.diagnostics, Diagnostics::default());
    patterns.output
});

/// The phrases of a language.
pub fn lexicon(language: Language) -> &'static Lexicon {
    PATTERNS.get(language)
}

/// A service with the given units.
pub fn service(children: Vec<Unit>) -> Unit {
    unit(Role::Service, "", children)
}

/// A point with the units under it.
pub fn point(words: &str, children: Vec<Unit>) -> Unit {
    unit(Role::Point, words, children)
}

/// A numbered item.
pub fn item(words: &str) -> Unit {
    unit(Role::Item, words, Vec::new())
}

/// A paragraph without a number.
pub fn paragraph(words: &str) -> Unit {
    unit(Role::Paragraph, words, Vec::new())
}

/// An annex with what stands in it.
pub fn annex(words: &str, children: Vec<Unit>) -> Unit {
    unit(Role::Annex, words, children)
}

/// A line of a table whose cells were not read.
pub fn line(words: &str) -> Unit {
    unit(Role::Line, words, Vec::new())
}

fn unit(role: Role, words: &str, children: Vec<Unit>) -> Unit {
    Unit {
        role,
        anchor: String::new(),
        citation: None,
        number: None,
        marker: None,
        words: Passage::verbatim(words, 0),
        lines: Lines { first: 1, last: 1 },
        children,
    }
}
