//! Source: the acts as published, as text with line positions.

mod decode;
pub mod lines;
mod load;

use std::ops::Range;

pub use lines::LineIndex;
pub use load::load;

/// One file of an act, decoded and never edited.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// `seeds/<file>`, whichever folder was read.
    pub path: String,
    /// SHA-256 of the bytes as published, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The text.
    pub text: String,
    /// Where its lines begin.
    pub lines: LineIndex,
}

impl SourceFile {
    /// A file with the given text, as if it had been loaded.
    #[must_use]
    pub fn new(path: impl Into<String>, sha256: impl Into<String>, text: String) -> Self {
        let lines = LineIndex::new(&text);
        Self {
            path: path.into(),
            sha256: sha256.into(),
            text,
            lines,
        }
    }

    /// The text in the given bytes.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> &str {
        &self.text[range]
    }
}
