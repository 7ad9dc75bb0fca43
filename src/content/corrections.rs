//! Corrections: what a maintainer sets right in what was read of an act.
//!
//! In: the files of `content/corrections`, each named after the id of its act.
//! Out: [`Corrections`]. Whether one fits what was read is the catalogue's matter.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use toml::Spanned;

use super::toml_file::{file_names, read_toml};
use crate::catalogue::model::Bilingual;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;
use crate::passage::Span;

const FOLDER: &str = "content/corrections";

/// The corrections of all acts.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// A file per act, by name.
    pub files: Vec<CorrectionFile>,
}

/// The corrections of one act.
#[derive(Clone, Debug)]
pub struct CorrectionFile {
    /// Id of the act: the name of the file.
    pub act: String,
    /// `content/corrections/<act>.toml`.
    pub path: String,
    /// The corrections in their order.
    pub corrections: Vec<WrittenCorrection>,
}

/// One correction as it was written.
#[derive(Clone, Debug)]
pub struct WrittenCorrection {
    /// Path to the value, as in `services/wheelchair/time_limits/1/amount`.
    pub at: Written<String>,
    /// What was read; `None` to add a value.
    pub was: Option<Written<Value>>,
    /// What is right; `None` to take the value out.
    pub now: Option<Written<Value>>,
    /// First and last line of the act that say so.
    pub lines: Option<Written<[u32; 2]>>,
    /// The text of the act that has the lines, where it has two.
    pub language: Option<Language>,
    /// The reason, for readers.
    pub because: Bilingual,
}

/// A value with its bytes in the file.
#[derive(Clone, Debug)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl Corrections {
    /// Reads the files of `content/corrections` under `root`; no folder is no
    /// correction.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] when a file or folder is there and cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let mut diagnostics = Diagnostics::default();
        let mut files = Vec::new();
        for name in file_names(root, FOLDER)? {
            let Some(act) = name.strip_suffix(".toml") else {
                continue;
            };
            let path = format!("{FOLDER}/{name}");
            let Some(file) = read_toml::<FileToml>(root, &path, &mut diagnostics)? else {
                continue;
            };
            let written = file.correction.into_iter();
            files.push(CorrectionFile {
                act: act.to_owned(),
                corrections: written
                    .filter_map(|correction| correction.checked(&path, &mut diagnostics))
                    .collect(),
                path,
            });
        }
        Ok(Warned {
            output: Self { files },
            diagnostics,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileToml {
    #[serde(default)]
    correction: Vec<CorrectionToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionToml {
    at: Spanned<String>,
    was: Option<Spanned<toml::Value>>,
    now: Option<Spanned<toml::Value>>,
    lines: Option<Spanned<[u32; 2]>>,
    language: Option<Language>,
    because: Spanned<Bilingual>,
}

impl CorrectionToml {
    fn checked(self, path: &str, diagnostics: &mut Diagnostics) -> Option<WrittenCorrection> {
        let mut refuse = |span, message: &str, hint: &str| {
            diagnostics.push(
                Diagnostic::new(Code::ContentMistake, message)
                    .at(path, span)
                    .hint(hint),
            );
        };
        let because = written(self.because);
        if because.value.kk.trim().is_empty() || because.value.ru.trim().is_empty() {
            refuse(
                because.span,
                "the correction lacks its reason in one language",
                "write `because` in both languages: readers see it",
            );
            return None;
        }
        let at = written(self.at);
        if self.was.is_none() && self.now.is_none() {
            refuse(
                at.span,
                "the correction says neither what was read nor what is right",
                "write `was` and `now` to change a value, `now` alone to add one, `was` alone to take one out",
            );
            return None;
        }
        Some(WrittenCorrection {
            at,
            was: self.was.map(written_json),
            now: self.now.map(written_json),
            lines: self.lines.map(written),
            language: self.language,
            because: because.value,
        })
    }
}

fn written<T>(value: Spanned<T>) -> Written<T> {
    let span = value.span();
    Written {
        span: Span::new(span.start, span.end),
        value: value.into_inner(),
    }
}

fn written_json(value: Spanned<toml::Value>) -> Written<Value> {
    let written = written(value);
    Written {
        value: json_of(written.value),
        span: written.span,
    }
}

/// The same value in JSON; a day or time becomes its text, as in the catalogue.
fn json_of(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(truth) => Value::from(truth),
        toml::Value::Datetime(time) => Value::from(time.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json_of).collect(),
        toml::Value::Table(values) => values
            .into_iter()
            .map(|(key, value)| (key, json_of(value)))
            .collect(),
    }
}
