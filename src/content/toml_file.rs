//! TOML files of `content/`: read with a diagnostic for what is wrong in them.
//!
//! In: the project's root and a path under it. Out: the value, or `None` where
//! the file is missing or does not hold what it should.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::error::Error;
use crate::passage::Span;

/// Reads the TOML file at `path` under `root`, such as `content/places.toml`.
///
/// A missing file is no content: `None` without a diagnostic. A file that is not
/// UTF-8, not TOML or not of the wanted shape is `None` with a diagnostic at the
/// bytes that are wrong.
///
/// # Errors
///
/// [`Error::Read`] when the file is there and cannot be read.
pub fn read_toml<T: DeserializeOwned>(
    root: &Path,
    path: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Option<T>, Error> {
    let Some(text) = read_text(root, path, diagnostics)? else {
        return Ok(None);
    };
    match toml::from_str(&text) {
        Ok(value) => Ok(Some(value)),
        Err(error) => {
            diagnostics.push(syntax_diagnostic(path, &error));
            Ok(None)
        }
    }
}

/// Reads a file of UTF-8 text at `path` under `root`; as [`read_toml`] otherwise.
///
/// # Errors
///
/// [`Error::Read`] when the file is there and cannot be read.
pub fn read_text(
    root: &Path,
    path: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Option<String>, Error> {
    let file = root.join(path);
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::reading(&file)(error)),
    };
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            diagnostics.push(
                Diagnostic::new(
                    Code::ContentSyntax,
                    format!("the file is not UTF-8 after byte {valid}"),
                )
                .in_file(path)
                .hint("save the file as UTF-8"),
            );
            Ok(None)
        }
    }
}

/// The names of the folders in the folder at `path` under `root`, sorted; none
/// when it is missing.
///
/// # Errors
///
/// [`Error::Read`] when the folder is there and cannot be read.
pub fn folder_names(root: &Path, path: &str) -> Result<Vec<String>, Error> {
    names_in(root, path, Path::is_dir)
}

/// The names of the files in the folder at `path` under `root`; as
/// [`folder_names`] otherwise.
///
/// # Errors
///
/// [`Error::Read`] when the folder is there and cannot be read.
pub fn file_names(root: &Path, path: &str) -> Result<Vec<String>, Error> {
    names_in(root, path, Path::is_file)
}

fn names_in(root: &Path, path: &str, is_wanted: fn(&Path) -> bool) -> Result<Vec<String>, Error> {
    let folder = root.join(path);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::reading(&folder)(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(Error::reading(&folder))?;
        if is_wanted(&entry.path()) {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

fn syntax_diagnostic(path: &str, error: &toml::de::Error) -> Diagnostic {
    let message = error.message().lines().collect::<Vec<_>>().join("; ");
    let hint = if message.contains("unknown field") {
        "correct the misspelt name or take it out; the names that are known stand in the message"
    } else if message.contains("missing field") {
        "add the missing name; every entry needs it, texts in both languages"
    } else {
        "correct the line; the comments at the top of the file say what it may hold"
    };
    let diagnostic = Diagnostic::new(Code::ContentSyntax, message).hint(hint);
    match error.span() {
        Some(span) => diagnostic.at(path, Span::new(span.start, span.end)),
        None => diagnostic.in_file(path),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Shop {
        name: String,
    }

    fn read(text: &[u8]) -> (Option<Shop>, Diagnostics) {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::write(root.path().join("shop.toml"), text).expect("a file in it");
        let mut diagnostics = Diagnostics::default();
        let shop = read_toml(root.path(), "shop.toml", &mut diagnostics).expect("a readable file");
        (shop, diagnostics)
    }

    #[test]
    fn a_missing_file_is_no_content() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let mut diagnostics = Diagnostics::default();
        let shop = read_toml::<Shop>(root.path(), "shop.toml", &mut diagnostics);
        assert_eq!(shop.expect("no error"), None);
        assert_eq!(diagnostics, Diagnostics::default());
    }

    #[test]
    fn an_unknown_key_is_named_with_its_bytes() {
        let (shop, diagnostics) = read("name = \"нан\"\ncolour = 1\n".as_bytes());
        assert_eq!(shop, None);
        let expected = Diagnostic::new(
            Code::ContentSyntax,
            "unknown field `colour`, expected `name`",
        )
        .at("shop.toml", Span::new(16, 22))
        .hint("correct the misspelt name or take it out; the names that are known stand in the message");
        assert_eq!(diagnostics.iter().collect::<Vec<_>>(), [&expected]);
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_a_diagnostic() {
        let (shop, diagnostics) = read(b"name = \"\xff\"");
        assert_eq!(shop, None);
        let expected = Diagnostic::new(Code::ContentSyntax, "the file is not UTF-8 after byte 8")
            .in_file("shop.toml")
            .hint("save the file as UTF-8");
        assert_eq!(diagnostics.iter().collect::<Vec<_>>(), [&expected]);
    }
}
