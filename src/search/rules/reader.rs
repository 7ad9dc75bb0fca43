//! Reading the files of rules: a mistake is a diagnostic, the rest goes on.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::error::Error;
use crate::passage::Span;
use crate::search::analyzer::normalize;
use crate::search::weights::{WeightFile, Weights};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordList {
    words: BTreeSet<String>,
}

/// The files of a folder as they are read.
pub(super) struct Reader<'a> {
    folder: &'a Path,
    /// Their names and texts.
    pub(super) files: Vec<(&'static str, String)>,
    /// The mistakes in them.
    pub(super) diagnostics: Diagnostics,
}

impl<'a> Reader<'a> {
    pub(super) fn new(folder: &'a Path) -> Self {
        Self {
            folder,
            files: Vec::new(),
            diagnostics: Diagnostics::default(),
        }
    }

    /// What a file says; none where it has a mistake.
    pub(super) fn read<T: DeserializeOwned>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, Error> {
        let path = self.folder.join(name);
        let text = fs::read_to_string(&path).map_err(Error::reading(&path))?;
        let parsed = toml::from_str(&text);
        self.files.push((name, text));
        match parsed {
            Ok(value) => Ok(Some(value)),
            Err(error) => {
                self.diagnostics.push(syntax_mistake(name, &error));
                Ok(None)
            }
        }
    }

    pub(super) fn read_weights(&mut self, name: &'static str) -> Result<Weights, Error> {
        let file: WeightFile = self.read(name)?.unwrap_or_default();
        let read = file.weights();
        if let Err(message) = &read {
            let path = format!("content/search/{name}");
            let mistake = Diagnostic::new(Code::ContentMistake, message.clone());
            self.diagnostics.push(mistake.in_file(path));
        }
        Ok(read.unwrap_or_default())
    }

    /// The words of a file in their normal form.
    pub(super) fn read_words(&mut self, name: &'static str) -> Result<BTreeSet<String>, Error> {
        let list: Option<WordList> = self.read(name)?;
        let words = list.map(|list| list.words).unwrap_or_default();
        Ok(normal(&words))
    }
}

/// Words in their normal form.
pub(super) fn normal(words: &BTreeSet<String>) -> BTreeSet<String> {
    words.iter().map(|word| normalize(word)).collect()
}

fn syntax_mistake(name: &str, error: &toml::de::Error) -> Diagnostic {
    let path = format!("content/search/{name}");
    let diagnostic = Diagnostic::new(Code::ContentSyntax, error.message().to_owned());
    match error.span() {
        Some(span) => diagnostic.at(path, Span::new(span.start, span.end)),
        None => diagnostic.in_file(path),
    }
}
