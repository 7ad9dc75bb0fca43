//! Whether the texts of both languages and the templates fit each other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;
use walkdir::WalkDir;

use super::TextFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::error::Error;
use crate::passage::Span;

/// A call of `text` in a template. Keys are literals, so that they can be checked
/// without rendering.
static TEXT_CALL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"\btext\(\s*key\s*=\s*"([^"]*)""#).expect("the expression is well-formed")
});

/// Reports what one language has and the other lacks.
pub(super) fn compare(one: &TextFile, other: &TextFile) -> Diagnostics {
    let mut diagnostics = find_missing(one, other);
    diagnostics += find_missing(other, one);
    diagnostics
}

fn find_missing(here: &TextFile, there: &TextFile) -> Diagnostics {
    let known = keys(there);
    here.definitions
        .iter()
        .filter(|(key, _)| !known.contains(key.as_str()))
        .map(|(key, span)| {
            let message = format!(
                "the interface text `{key}` has no counterpart in {}",
                there.path
            );
            Diagnostic::new(Code::MissingText, message)
                .at(&here.path, *span)
                .hint(format!(
                    "add `{key} = …` in {} to {}",
                    there.language.code(),
                    there.path
                ))
        })
        .collect()
}

/// Reports the keys that templates under `<root>/templates` ask for in vain.
pub(super) fn check_templates(root: &Path, texts: &TextFile) -> Result<Diagnostics, Error> {
    let known = keys(texts);
    let folder = root.join("templates");
    if !folder.is_dir() {
        return Err(Error::MissingFolder { path: folder });
    }
    let mut diagnostics = Diagnostics::default();
    for entry in WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::Read {
            path: folder.clone(),
            source: error.into(),
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let source = fs::read_to_string(entry.path()).map_err(Error::reading(entry.path()))?;
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        diagnostics += check_template(&path.to_string_lossy(), &source, &known);
    }
    Ok(diagnostics)
}

fn check_template(path: &str, source: &str, known: &BTreeSet<&str>) -> Diagnostics {
    TEXT_CALL
        .captures_iter(source)
        .filter_map(|call| call.get(1))
        .filter(|key| !known.contains(key.as_str()))
        .map(|key| {
            let message = format!("the template asks for an unknown text `{}`", key.as_str());
            Diagnostic::new(Code::MissingText, message)
                .at(path, Span::new(key.start(), key.end()))
                .hint("add it to content/i18n in both languages")
        })
        .collect()
}

fn keys(file: &TextFile) -> BTreeSet<&str> {
    file.definitions
        .iter()
        .map(|(key, _)| key.as_str())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_that_asks_for_an_unknown_text_is_named_with_the_place() {
        let found = check_template(
            "templates/home.html",
            r#"{{ text(key="known") }} {{ text(key="lost", n=1) }}"#,
            &BTreeSet::from(["known"]),
        );
        let expected = Diagnostic::new(
            Code::MissingText,
            "the template asks for an unknown text `lost`",
        )
        .at("templates/home.html", Span::new(37, 41))
        .hint("add it to content/i18n in both languages");
        assert_eq!(found, Diagnostics::from_iter([expected]));
    }
}
