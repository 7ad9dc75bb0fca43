//! Suggestions while a person types.

use super::searcher::Suggestion;

/// A title that can be suggested.
#[derive(Debug)]
pub struct Title {
    /// Its words in normal form, with single blanks.
    pub normal: String,
    /// What is suggested.
    pub suggestion: Suggestion,
}

/// Titles whose words begin with what was typed, those that begin with it first.
pub fn suggest(titles: &[Title], typed: &str, most: usize) -> Vec<Suggestion> {
    if typed.is_empty() {
        return Vec::new();
    }
    let inside = format!(" {typed}");
    let mut found: Vec<(bool, &Suggestion)> = Vec::new();
    for title in titles {
        let begins = title.normal.starts_with(typed);
        if begins || title.normal.contains(&inside) {
            found.push((!begins, &title.suggestion));
        }
    }
    found.sort_by(|a, b| (a.0, &a.1.text).cmp(&(b.0, &b.1.text)));
    found.dedup_by(|a, b| a.1.text == b.1.text);
    let found = found.into_iter().take(most);
    found.map(|(_, suggestion)| suggestion.clone()).collect()
}
