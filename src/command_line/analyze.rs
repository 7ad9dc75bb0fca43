//! `qyzmet analyze`: the terms that words become.

use std::fmt::Write;

use clap::Args;
use serde_json::json;

use super::folders::Folders;
use super::{Outcome, output, parse_language};
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::language::Language;
use crate::search::{Analyzers, Rules};

/// Shows the index terms of words, one JSON line for each
///
/// Without a language, the terms of both count, the Kazakh ones first: questions
/// are read in both.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    qyzmet analyze кресло-арбаларды мүгедектерге --language kk\n  \
    qyzmet analyze справками --language ru")]
pub struct Analyze {
    #[command(flatten)]
    folders: Folders,

    /// The words
    #[arg(required = true, value_name = "WORD")]
    words: Vec<String>,

    /// Language of the words: kk or ru
    #[arg(long, value_name = "kk|ru", value_parser = parse_language)]
    language: Option<Language>,
}

impl Analyze {
    pub fn run(self) -> Result<Outcome, Error> {
        let rules = Rules::load(&self.folders.root.join("content/search"))?;
        if rules.diagnostics.worst() == Some(Severity::Error) {
            output::report(&rules.diagnostics, |_| None);
            return Ok(Outcome::Refused);
        }
        let analyzers = Analyzers::new(&rules.output);
        let languages = self
            .language
            .map_or(Language::ALL.to_vec(), |language| vec![language]);
        let mut lines = String::new();
        for word in &self.words {
            let terms = find_terms(word, &languages, &analyzers);
            let _ = writeln!(lines, "{}", json!({"word": word, "terms": terms}));
        }
        output::print(&lines)?;
        Ok(Outcome::Done)
    }
}

fn find_terms(word: &str, languages: &[Language], analyzers: &Analyzers) -> Vec<String> {
    let mut terms = Vec::new();
    for language in languages {
        for found in analyzers.of(*language).analyze(word) {
            for term in found.all_terms() {
                if !terms.iter().any(|known| known == term) {
                    terms.push(term.to_owned());
                }
            }
        }
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    #[track_caller]
    fn check(word: &str, languages: &[Language], expected: &[&str]) {
        let terms = find_terms(word, languages, &sample::analyzers());
        assert_eq!(terms, expected, "of {word}");
    }

    #[test]
    fn a_russian_word_shows_its_terms() {
        check("справками", &[Language::Ru], &["справк"]);
    }

    #[test]
    fn a_kazakh_word_shows_its_terms() {
        check("кітаптары", &[Language::Kk], &["кітап"]);
    }

    #[test]
    fn without_a_language_both_readings_are_shown() {
        check("коляски", &Language::ALL, &["коляски", "коляск"]);
    }
}
