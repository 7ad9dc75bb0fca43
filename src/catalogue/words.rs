//! From words with a position to texts of the catalogue.

use super::model::{Source, Text};
use crate::facts::Found;
use crate::language::Language;
use crate::source::SourceFile;

/// Makes texts of one file of one act.
pub struct Words<'a> {
    /// Id of the act.
    pub act: &'a str,
    /// The file.
    pub file: &'a SourceFile,
    /// The language of its text.
    pub language: Language,
}

impl Words<'_> {
    /// The words as a text with its source.
    #[must_use]
    pub fn text(&self, found: &Found) -> Text {
        Text {
            text: found.words.text().to_owned(),
            language: self.language,
            source: self.source(found),
            translations: Vec::new(),
        }
    }

    /// The lines that say the words.
    #[must_use]
    pub fn source(&self, found: &Found) -> Source {
        let span = found.words.span();
        let lines = span.map_or(found.lines, |span| self.file.lines.lines_of(span));
        Source {
            first_line: lines.first,
            last_line: lines.last,
            ..self.source_of_unit(found)
        }
    }

    /// All lines of the unit that says the words.
    #[must_use]
    pub fn source_of_unit(&self, found: &Found) -> Source {
        Source {
            act: self.act.to_owned(),
            path: self.file.path.clone(),
            first_line: found.lines.first,
            last_line: found.lines.last,
            unit: found.citation.clone(),
            anchor: found.anchor.clone(),
        }
    }
}
