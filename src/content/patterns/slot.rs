//! Slots: the parts of a phrase that carry a value.

use super::form::FormError;
use super::number::Numbers;
use crate::language::Language;

/// A number repeated in words behind its figures, as in `10 (десяти)`. Acts print
/// the next word with and without a blank behind the bracket.
pub(super) const REPEATED: &str = r"(?:\s*\([^()]{1,40}\))?";

/// The kinds of slots and what each of them reads.
#[derive(Clone, Debug)]
pub struct Slots {
    date: String,
    count: String,
}

impl Slots {
    /// The slots of a language; `months` are the stems of its twelve months,
    /// `numbers` its words for numbers.
    #[must_use]
    pub fn new(language: Language, months: &[String], numbers: &Numbers) -> Self {
        let months = months
            .iter()
            .map(|stem| regex::escape(stem))
            .collect::<Vec<_>>()
            .join("|");
        // 02.09.2010, 2010.09.02, 2010.02.09. with its last full stop, 02.09.10 г.
        let numeric = r"\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?\d{4}|\d{4}\.\d{1,2}\.\d{1,2}\.?|\d{1,2}\.\d{1,2}\.\d{2}(?:\s?\p{L}\.|\.\s?\p{L}\.?)";
        let day = "(?:[\"«“„]\\s?)?\\d{1,2}(?:\\s?[\"»”“])?";
        // The order of the parts is the languages' own: day first in Russian,
        // year first in Kazakh.
        let worded = match language {
            Language::Ru => format!(r"{day}\s+(?:{months})\p{{L}}*\s+\d{{4}}"),
            // 2010 ж. 02.09 names the day before the month.
            Language::Kk => format!(
                r"\d{{4}}\s+\p{{L}}+\.?\s+{day}\s*(?:{months})\p{{L}}*|\d{{4}}\s?\p{{L}}\.\s?\d{{2}}\.\d{{2}}"
            ),
        };
        Self {
            date: format!("{numeric}|{worded}"),
            count: count(numbers),
        }
    }

    /// The expression of a slot written as `kind` or `name:kind`.
    pub(super) fn expression(&self, slot: &str) -> Result<String, FormError> {
        let (name, kind) = slot.split_once(':').unwrap_or((slot, slot));
        let expression = match kind {
            "date" => &self.date,
            // 10, 1-го, 10 (десяти), десяти.
            "count" => &self.count,
            // Numbers of acts: 122, 32/08, 136-V, А-9/406, 329-Ө-М, VIII-3/2, 5С-7/2,
            // ҚР АБВ-12/2020, 71 н/қ, С 43-4.
            "number" => {
                r"(?:(?:\p{Lu}{2,4}\s)?\p{Lu}{1,4}\s?[-/]?\s?)?\d+\p{L}{0,2}(?:\s?[/-]\s?[\d\p{L}]+)*(?:\s\p{L}/\p{L})?"
            }
            "amount" | "figures" => r"\d+",
            // 9.00, 9-00, 9 00.
            "time" => r"\d{1,2}\s?[.:-]\s?\d{2}|\d{1,2}\s(?:00|15|30|45)|\d{1,2}",
            "word" => r"\p{L}[\p{L}-]*",
            "text" => ".+?",
            "rest" => ".+",
            // The stop inside an address, as in www.egov.kz, ends no sentence.
            "sentence" => r"(?:[^.;]|\.[a-z])+",
            "words" => r#"[\p{L}\s"«»“”„-]+?"#,
            // Who adopts an act: the words of `words` with commas, dashes and the sign of
            // who acts for another.
            "body" => r#"(?:[\p{L}\s"«»“”„,–—-]|\p{L}\.\s?\p{L}\.)+?"#,
            // Who acts: words, also in brackets and quotes, up to the first mark.
            "name" => r#"[\p{L}\s"«»“”„()/-]+?"#,
            // Names with commas between them, also with their variants in brackets.
            "official" => r"[\p{L}\s,()-]+?",
            "unquoted" => r#"[^"«»“”„]+?"#,
            "phrase" => r#"[^.;:"«»“”„()]+?"#,
            // The title of an act, with the titles that it quotes.
            "title" => r"[^;:]+?",
            // Words without quotes and figures: what stands between two acts.
            "plain" => r"[\p{L}\s-]+?",
            "quoted" => "[\"«“„][^\"«»“”„]+[\"»”“]",
            _ => return Err(FormError::UnknownSlot(slot.to_owned())),
        };
        let group = name.replace('-', "_");
        Ok(format!("(?P<{group}>{expression})"))
    }
}

/// Figures up to three digits, with the ending of an ordinal, or words.
fn count(numbers: &Numbers) -> String {
    let figures = r"[1-9]\d{0,2}(?:\s?[-‐‑–]\s?\p{L}{1,3})?";
    let words = numbers.words().map(regex::escape).collect::<Vec<_>>();
    let words = match words.join("|") {
        words if words.is_empty() => String::new(),
        words => format!(r"|(?:{words})(?:\s+(?:{words}))?"),
    };
    format!("(?:{figures}{words}){REPEATED}")
}
