//! Diagnostics: what a reader of acts or content noticed, with a place and a hint.
//!
//! A diagnostic is data. [`report`] words it for a terminal, [`code`] lists every
//! kind, [`explanation`] holds a page for each.

pub mod code;
pub mod explanation;
pub mod report;

use std::collections::BTreeSet;
use std::ops::AddAssign;

use crate::passage::Span;

pub use code::Code;

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something worth knowing that needs no action.
    Note,
    /// Something that a maintainer should look at; the build goes on.
    Warning,
    /// Something that keeps the site from being published.
    Error,
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the reader knows it: `seeds/<file>` or `content/<file>`.
    pub path: String,
    /// Bytes of its text; `None` when the file as a whole is meant.
    pub span: Option<Span>,
}

/// One thing that was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code of its kind.
    pub code: Code,
    /// How serious it is here.
    pub severity: Severity,
    /// What was noticed: lower case, no full stop.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
    /// What to do next.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A diagnostic of the code's usual severity.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            place: None,
            hint: None,
        }
    }

    /// Names the file.
    #[must_use]
    pub fn in_file(mut self, path: impl Into<String>) -> Self {
        self.place = Some(Place {
            path: path.into(),
            span: None,
        });
        self
    }

    /// Names the bytes of a file's text.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>, span: Span) -> Self {
        self.place = Some(Place {
            path: path.into(),
            span: Some(span),
        });
        self
    }

    /// Code and place of one that speaks of words of a file.
    fn key(&self) -> Option<(Code, Place)> {
        let place = self.place.as_ref().filter(|place| place.span.is_some())?;
        Some((self.code, place.clone()))
    }

    /// Says what to do next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// Diagnostics in the order in which they were noticed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds those whose code and place no other one has: two phases may notice the
    /// same thing.
    pub fn add_new(&mut self, other: Self) {
        let known: BTreeSet<(Code, Place)> = self.0.iter().filter_map(Diagnostic::key).collect();
        let new = other.0.into_iter();
        let new = new.filter(|diagnostic| diagnostic.key().is_none_or(|key| !known.contains(&key)));
        self.0.extend(new);
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// The most serious severity among them.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.0.iter().map(|diagnostic| diagnostic.severity).max()
    }

    /// How many have the given severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// The same diagnostics with the most serious ones last.
    #[must_use]
    pub fn by_severity(&self) -> Self {
        let mut sorted = self.0.clone();
        sorted.sort_by_key(|diagnostic| diagnostic.severity);
        Self(sorted)
    }

    /// The same diagnostics with every warning as an error.
    #[must_use]
    pub fn strict(mut self) -> Self {
        for diagnostic in &mut self.0 {
            if diagnostic.severity == Severity::Warning {
                diagnostic.severity = Severity::Error;
            }
        }
        self
    }
}

impl AddAssign for Diagnostics {
    fn add_assign(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self(diagnostics.into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The output of a phase together with what it noticed.
#[derive(Clone, Debug)]
pub struct Warned<T> {
    /// What was read.
    pub output: T,
    /// What was noticed.
    pub diagnostics: Diagnostics,
}
