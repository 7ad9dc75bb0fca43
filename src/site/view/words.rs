//! Words: texts with the language that they are in, and where an act says them.

use serde::Serialize;

use crate::catalogue::model::{Act, LocalText, Service, Source, Text};
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
        let text = text.into();
        // Numbers and signs are no words of any language.
        let is_foreign = language != page && text.chars().any(char::is_alphabetic);
        Self {
            text,
            lang: is_foreign.then_some(language.code()),
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

    /// The body that issued an act. One that has no name in the language of the page
    /// stands as the act prints it.
    pub(crate) fn issuer(act: &Act, page: Language) -> Self {
        let name = act.issuer.get(page);
        let printed = in_language(&act.issuer_printed, page).language;
        // A name that was composed differs from language to language.
        let language = match act.issuer.kk == act.issuer.ru {
            true => printed,
            false => page,
        };
        Self::new(name, language, page)
    }

    /// The name of a service: that of its topic in the language of the page, else the
    /// title that its act gives it.
    pub(crate) fn service(service: &Service, phrases: Phrases<'_>) -> Self {
        let topic = service.topic.as_deref().and_then(|id| phrases.topic(id));
        topic.map_or_else(|| Self::title(&service.titles, phrases.language), Self::own)
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

/// The language of the text that a value was read from.
pub(crate) fn language_of(source: &Source, register: &Register<'_>) -> Option<Language> {
    let texts = register.library.texts_of(&source.act);
    texts
        .filter(|text| text.path == source.path)
        .map(|text| text.language)
        .next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str, language: Language, translations: Vec<Text>) -> Text {
        Text {
            text: words.to_owned(),
            language,
            source: Source {
                act: "act".to_owned(),
                path: "seeds/act.txt".to_owned(),
                first_line: 1,
                last_line: 1,
                unit: None,
                anchor: String::new(),
            },
            translations,
        }
    }

    #[test]
    fn a_page_shows_the_words_that_the_act_has_in_its_language() {
        let kazakh = text("өтініш", Language::Kk, Vec::new());
        let words = text("заявление", Language::Ru, vec![kazakh]);
        assert_eq!(Words::of(&words, Language::Kk), Words::own("өтініш"));
        assert_eq!(Words::of(&words, Language::Ru), Words::own("заявление"));
    }

    #[test]
    fn numbers_are_of_no_language() {
        let words = text("8 (726-32) 2-25-51", Language::Ru, Vec::new());
        assert_eq!(Words::of(&words, Language::Kk).lang, None);
    }
}
