//! Interface texts: the words of the site itself, in both languages.
//!
//! In: `content/i18n/{kk,ru}.ftl` in the Fluent syntax, and the templates that ask
//! for texts by key. Out: [`InterfaceTexts`].
//!
//! There is no default text and no fallback to the other language: what one
//! language lacks, or a template asks for in vain, is an error of the content.

mod check;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::parser::ParserError;
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;
use crate::passage::Span;

/// A text that was asked for and cannot be given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// No message has the key.
    #[error("there is no interface text `{key}` in {}", language.code())]
    Missing {
        /// The key.
        key: String,
        /// The language asked for.
        language: Language,
    },
    /// The message needs something that it was not given.
    #[error("the interface text `{key}` in {} cannot be worded: {reason}", language.code())]
    Unworded {
        /// The key.
        key: String,
        /// The language asked for.
        language: Language,
        /// What the message lacks.
        reason: String,
    },
}

/// The texts of the interface in both languages.
pub struct InterfaceTexts {
    kk: FluentBundle<FluentResource>,
    ru: FluentBundle<FluentResource>,
}

impl InterfaceTexts {
    /// Reads the texts under `<root>/content/i18n` and checks that both languages
    /// have the same messages and that the templates ask for no other.
    ///
    /// # Errors
    ///
    /// When a file or folder cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let mut diagnostics = Diagnostics::default();
        let mut read = Vec::new();
        for language in Language::ALL {
            let file = TextFile::load(root, language)?;
            diagnostics += file.diagnostics();
            read.push(file);
        }
        let [kk, ru] = <[TextFile; 2]>::try_from(read)
            .unwrap_or_else(|_| unreachable!("one file was read per language"));
        diagnostics += check::compare(&kk, &ru);
        diagnostics += check::check_templates(root, &kk)?;
        Ok(Warned {
            output: Self {
                kk: kk.into_bundle(),
                ru: ru.into_bundle(),
            },
            diagnostics,
        })
    }

    /// Words a message.
    ///
    /// # Errors
    ///
    /// When there is no such message, or when it needs other arguments.
    pub fn format(
        &self,
        language: Language,
        key: &str,
        arguments: &FluentArgs<'_>,
    ) -> Result<String, TextError> {
        let bundle = match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        };
        let pattern = bundle
            .get_message(key)
            .and_then(|message| message.value())
            .ok_or_else(|| TextError::Missing {
                key: key.to_owned(),
                language,
            })?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(TextError::Unworded {
                key: key.to_owned(),
                language,
                reason: error.to_string(),
            }),
        }
    }
}

/// One file of texts as read.
struct TextFile {
    language: Language,
    path: String,
    resource: FluentResource,
    errors: Vec<ParserError>,
    /// Where each message is defined, in the order of the file.
    definitions: Vec<(String, Span)>,
}

impl TextFile {
    fn load(root: &Path, language: Language) -> Result<Self, Error> {
        let path = format!("content/i18n/{}.ftl", language.code());
        let file = root.join(&path);
        let source = fs::read_to_string(&file).map_err(Error::reading(&file))?;
        Ok(Self::parse(language, path, source))
    }

    fn parse(language: Language, path: String, source: String) -> Self {
        let definitions = find_definitions(&source);
        let (resource, errors) = match FluentResource::try_new(source) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        Self {
            language,
            path,
            resource,
            errors,
            definitions,
        }
    }

    /// Mistakes that the file shows by itself: bad syntax, a message twice.
    fn diagnostics(&self) -> Diagnostics {
        let mut diagnostics: Diagnostics = self
            .errors
            .iter()
            .map(|error| {
                let span = Span::new(error.pos.start, error.pos.end);
                Diagnostic::new(Code::ContentSyntax, error.kind.to_string())
                    .at(&self.path, span)
                    .hint(
                        "the syntax is that of Fluent: `key = text`, continued lines are indented",
                    )
            })
            .collect();
        let mut seen = BTreeMap::new();
        for (key, span) in &self.definitions {
            if seen.insert(key, span).is_some() {
                diagnostics.push(
                    Diagnostic::new(
                        Code::ContentSyntax,
                        format!("the interface text `{key}` stands twice"),
                    )
                    .at(&self.path, *span)
                    .hint("keep one of the two"),
                );
            }
        }
        diagnostics
    }

    fn into_bundle(self) -> FluentBundle<FluentResource> {
        let code = self.language.code();
        let language: LanguageIdentifier = code.parse().expect("the codes are tags of BCP 47");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks that isolate directions only matter beside scripts that run
        // from right to left, and would end up in titles and addresses.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(self.resource);
        bundle
    }
}

/// Finds the keys of the messages: a message begins at the start of a line, all
/// that continues it is indented.
fn find_definitions(source: &str) -> Vec<(String, Span)> {
    let mut start = 0;
    let mut definitions = Vec::new();
    for line in source.split_inclusive('\n') {
        if let Some(key) = key_of(line) {
            definitions.push((key.to_owned(), Span::new(start, start + key.len())));
        }
        start += line.len();
    }
    definitions
}

fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let mut letters = key.chars();
    let first_is_letter = letters.next()?.is_ascii_alphabetic();
    let others_fit = letters.all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (first_is_letter && others_fit).then_some(key)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn file(language: Language, source: &str) -> TextFile {
        TextFile::parse(
            language,
            format!("{}.ftl", language.code()),
            source.to_owned(),
        )
    }

    fn messages(diagnostics: &Diagnostics) -> Vec<(Code, &str, Span)> {
        diagnostics
            .iter()
            .map(|diagnostic| {
                let place = diagnostic.place.as_ref().unwrap();
                (
                    diagnostic.code,
                    diagnostic.message.as_str(),
                    place.span.unwrap(),
                )
            })
            .collect()
    }

    #[test]
    fn a_text_of_one_language_only_is_missing_in_the_other() {
        let kk = file(Language::Kk, "about = Біз туралы\nfee = Құны\n");
        let ru = file(Language::Ru, "about = О нас\n");
        assert_eq!(
            messages(&check::compare(&kk, &ru)),
            [(
                Code::MissingText,
                "the interface text `fee` has no counterpart in ru.ftl",
                Span::new(28, 31)
            )]
        );
    }

    #[test]
    fn a_text_that_stands_twice_is_an_error_at_the_second_place() {
        let kk = file(Language::Kk, "fee = a\nfee = b\n");
        assert_eq!(
            messages(&kk.diagnostics()),
            [(
                Code::ContentSyntax,
                "the interface text `fee` stands twice",
                Span::new(8, 11)
            )]
        );
    }

    #[test]
    fn a_slip_of_the_syntax_is_an_error_with_its_place() {
        let kk = file(Language::Kk, "fee = { $amount\nabout = a\n");
        let found: Vec<_> = kk.diagnostics().iter().map(|one| one.code).collect();
        assert_eq!(found, [Code::ContentSyntax]);
    }

    #[test]
    fn an_argument_that_was_not_given_is_an_error_not_a_gap() {
        let texts = InterfaceTexts {
            kk: file(Language::Kk, "sum = { $amount } теңге").into_bundle(),
            ru: file(Language::Ru, "").into_bundle(),
        };
        let error = texts.format(Language::Kk, "sum", &FluentArgs::new());
        assert_eq!(
            error.unwrap_err().to_string(),
            "the interface text `sum` in kk cannot be worded: Resolver error: Unknown variable: $amount"
        );
        let error = texts.format(Language::Ru, "sum", &FluentArgs::new());
        assert_eq!(
            error.unwrap_err().to_string(),
            "there is no interface text `sum` in ru"
        );
    }
}
