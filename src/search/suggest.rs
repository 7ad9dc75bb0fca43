//! Suggestions while a person types.

use std::collections::HashSet;

use super::analyzer::normal_words;
use super::answer::HitKind;
use super::cards::Card;
use super::columns::Columns;
use crate::language::Language;

/// A title that continues what a person types.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Suggestion {
    /// The title.
    pub text: String,
    /// Path of its page.
    pub url: String,
}

/// The titles of services and topics, by language.
#[derive(Debug, Default)]
pub struct Suggester([Vec<Title>; 2]);

/// A title that can be suggested.
#[derive(Debug)]
struct Title {
    /// Its words in normal form, with single blanks.
    normal: String,
    suggestion: Suggestion,
}

impl Suggester {
    /// Each title once, in both languages.
    pub fn new(columns: &Columns, cards: &[Card]) -> Self {
        let mut titles = [Vec::new(), Vec::new()];
        let mut known = HashSet::new();
        for (facts, card) in columns.documents.iter().zip(cards) {
            if !matches!(facts.kind, HitKind::Service | HitKind::Topic) {
                continue;
            }
            for (titles, language) in titles.iter_mut().zip(Language::ALL) {
                let title = card.title(language);
                if !title.is_empty() && known.insert((language, title)) {
                    titles.push(Title {
                        normal: normal_text(title),
                        suggestion: Suggestion {
                            text: title.to_owned(),
                            url: card.url(language).to_owned(),
                        },
                    });
                }
            }
        }
        Self(titles)
    }

    /// Titles whose words begin with what was typed, those that begin with it first.
    pub fn suggest(&self, typed: &str, language: Language, most: usize) -> Vec<Suggestion> {
        let typed = normal_text(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let inside = format!(" {typed}");
        let mut found: Vec<(bool, &Suggestion)> = Vec::new();
        for title in &self.0[usize::from(language == Language::Ru)] {
            let begins = title.normal.starts_with(&typed);
            if begins || title.normal.contains(&inside) {
                found.push((!begins, &title.suggestion));
            }
        }
        found.sort_by(|a, b| (a.0, &a.1.text).cmp(&(b.0, &b.1.text)));
        found.dedup_by(|a, b| a.1.text == b.1.text);
        let found = found.into_iter().take(most);
        found.map(|(_, suggestion)| suggestion.clone()).collect()
    }
}

/// A text as its words in normal form, with single blanks between them.
fn normal_text(text: &str) -> String {
    normal_words(text).join(" ")
}
