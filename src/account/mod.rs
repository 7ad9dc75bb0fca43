//! The account of a text: what was read of it and what was not.
//!
//! In: the outline of one text and the facts that were read from it. Out: an
//! [`Account`] for the table that `check` ends with, and diagnostics for what
//! looks unread or odd. Nothing here reads a fact: the account only holds what
//! was read against what the text prints.

mod amounts;
mod coverage;
mod dates;
mod fact_kind;
mod lines;
mod notes;
mod numbering;
mod offices;
mod promises;
mod repeats;
mod schedules;
pub mod table;
mod unsearched;

use std::ops::Range;

use crate::content::patterns::Lexicon;
use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::facts::ActFacts;
use crate::outline::model::{ActText, Unit};
use crate::passage::{Passage, Span};
use crate::source::SourceFile;

pub use coverage::{Account, FactCount, LineKind, LineRange, Lines, UnreadPoint};
pub use fact_kind::FactKind;

/// Holds what was read of a text against what it prints.
#[must_use]
pub fn take_account(
    file: &SourceFile,
    text: &ActText,
    facts: &ActFacts,
    lexicon: &Lexicon,
) -> Warned<Account> {
    let view = View {
        file,
        text,
        facts,
        lexicon,
    };
    let mut diagnostics = promises::check(&view);
    diagnostics += notes::check(&view);
    diagnostics += dates::check(&view);
    diagnostics += amounts::check(&view);
    diagnostics += schedules::check(&view);
    diagnostics += offices::check(&view);
    diagnostics += numbering::check(&view);
    diagnostics += lines::check(&view);
    diagnostics += unsearched::check(&view);
    let account = coverage::count(&view, &diagnostics);
    Warned {
        output: account,
        diagnostics: repeats::fold(&diagnostics),
    }
}

/// One text with what was read from it.
struct View<'a> {
    file: &'a SourceFile,
    text: &'a ActText,
    facts: &'a ActFacts,
    lexicon: &'a Lexicon,
}

impl View<'_> {
    /// A diagnostic about words of the text.
    fn about(&self, code: Code, message: impl Into<String>, words: &Passage) -> Diagnostic {
        self.located(Diagnostic::new(code, message), words.span())
    }

    /// A diagnostic about some bytes of words of the text.
    fn about_part(
        &self,
        code: Code,
        message: impl Into<String>,
        words: &Passage,
        part: Range<usize>,
    ) -> Diagnostic {
        self.located(Diagnostic::new(code, message), words.span_of(part))
    }

    fn located(&self, diagnostic: Diagnostic, span: Option<Span>) -> Diagnostic {
        match span {
            Some(span) => diagnostic.at(self.file.path.clone(), span),
            None => diagnostic.in_file(self.file.path.clone()),
        }
    }

    /// A file of phrases of the text's language.
    fn patterns(&self, file: &str) -> String {
        format!(
            "content/patterns/{}/{file}.toml",
            self.lexicon.language.code()
        )
    }
}

/// A unit as a maintainer would name it: by its citation, else by its number.
fn name_of(unit: &Unit) -> String {
    match (&unit.citation, &unit.number) {
        (Some(citation), _) => format!("`{citation}`"),
        (None, Some(number)) => format!("`{number}`"),
        (None, None) => format!("`#{}`", unit.anchor),
    }
}
