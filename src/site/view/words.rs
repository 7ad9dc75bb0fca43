//! Words: texts with the language that they are in, and where an act says them.

use serde::Serialize;

use crate::catalogue::model::{LocalText, Source, Text};
use crate::error::Error;
use crate::language::Language;
use crate::site::phrases::Phrases;
use crate::site::register::Register;

/// Text that may be in another language than the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Words {
    pub(crate) text: String,
    /// The language, where it is not that of the page.
    pub(crate) lang: Option<&'static str>,
}

impl Words {
    /// Words in the given language on a page in `page`.
    pub(crate) fn new(text: impl Into<String>, language: Language, page: Language) -> Self {
        Self {
            text: text.into(),
            lang: (language != page).then_some(language.code()),
        }
    }

    /// Words in the language of the page.
    pub(crate) fn own(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            lang: None,
        }
    }

    /// The words of an act, in the page's language where the act has them in it.
    pub(crate) fn of(text: &Text, page: Language) -> Self {
        let text = in_language(text, page);
        Self::new(&text.text, text.language, page)
    }

    /// A title in the page's language, where the act has it, else its own.
    pub(crate) fn title(titles: &LocalText, page: Language) -> Self {
        titles
            .prefer(page)
            .map_or_else(|| Self::own(""), |text| Self::of(text, page))
    }
}

/// A link to the lines of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct SourceLink {
    pub(crate) href: String,
    /// The unit in the act's own way of citing.
    pub(crate) unit: Option<Words>,
    /// The lines, worded for those who do not see the sign.
    pub(crate) lines: String,
}

impl SourceLink {
    /// The link from a page in the language of the phrases.
    pub(crate) fn new(
        source: &Source,
        register: &Register<'_>,
        phrases: Phrases<'_>,
    ) -> Result<Self, Error> {
        let page = phrases.language;
        let language = language_of(source, register);
        Ok(Self {
            href: register.source_href(source, page),
            unit: source
                .unit
                .as_ref()
                .map(|unit| Words::new(unit, language.unwrap_or(page), page)),
            lines: lines_phrase(source, phrases)?,
        })
    }
}

/// The same item in the page's language, where the act has it, else as it is.
pub(crate) fn in_language(text: &Text, page: Language) -> &Text {
    if text.language == page {
        return text;
    }
    let mut translations = text.translations.iter();
    translations
        .find(|translation| translation.language == page)
        .unwrap_or(text)
}

fn lines_phrase(source: &Source, phrases: Phrases<'_>) -> Result<String, Error> {
    let first = source.first_line.to_string();
    if source.first_line == source.last_line {
        return phrases.text_with("source-line", &[("line", &first)]);
    }
    let last = source.last_line.to_string();
    phrases.text_with("source-lines", &[("first", &first), ("last", &last)])
}

fn language_of(source: &Source, register: &Register<'_>) -> Option<Language> {
    let texts = register.library.texts_of(&source.act);
    texts
        .filter(|text| text.path == source.path)
        .map(|text| text.language)
        .next()
}
