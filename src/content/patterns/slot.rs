//! Slots: the parts of a phrase that carry a value.

use super::form::FormError;
use crate::language::Language;

/// The kinds of slots and what each of them reads.
#[derive(Clone, Debug)]
pub struct Slots {
    date: String,
}

impl Slots {
    /// The slots of a language; `months` are the stems of its twelve months.
    #[must_use]
    pub fn new(language: Language, months: &[String]) -> Self {
        let months = months
            .iter()
            .map(|stem| regex::escape(stem))
            .collect::<Vec<_>>()
            .join("|");
        let numeric = r"\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{4}|\d{4}\.\d{1,2}\.\d{1,2}";
        let day = "(?:[\"«“]\\s?)?\\d{1,2}(?:\\s?[\"»”])?";
        // The order of the parts is the languages' own: day first in Russian,
        // year first in Kazakh.
        let worded = match language {
            Language::Ru => format!(r"{day}\s+(?:{months})\p{{L}}*\s+\d{{4}}"),
            Language::Kk => format!(r"\d{{4}}\s+\p{{L}}+\s+{day}\s*(?:{months})\p{{L}}*"),
        };
        Self {
            date: format!("{numeric}|{worded}"),
        }
    }

    /// The expression of a slot written as `kind` or `name:kind`.
    pub(super) fn expression(&self, slot: &str) -> Result<String, FormError> {
        let (name, kind) = slot.split_once(':').unwrap_or((slot, slot));
        let expression = match kind {
            "date" => &self.date,
            // Numbers of acts: 122, 32/08, 136-V, А-9/406, 329-Ө-М.
            "number" => r"(?:\p{Lu}{1,3}-)?\d+(?:\s?[/-]\s?[\d\p{L}]+)*",
            "amount" => r"\d+",
            "time" => r"\d{1,2}\s?[.:-]\s?\d{2}|\d{1,2}",
            "word" => r"\p{L}[\p{L}-]*",
            "text" => ".+?",
            "rest" => ".+",
            "sentence" => r"[^.;]+",
            "words" => r#"[\p{L}\s"«»“”-]+?"#,
            "unquoted" => r#"[^"«»“”]+?"#,
            "phrase" => r#"[^.;:"«»“”()]+?"#,
            "quoted" => "[\"«“][^\"«»“”]+[\"»”]",
            _ => return Err(FormError::UnknownSlot(slot.to_owned())),
        };
        let group = name.replace('-', "_");
        Ok(format!("(?P<{group}>{expression})"))
    }
}
