//! The rules as compiled from content, once for all files.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;
use crate::passage::Passage;

use super::content::{
    FurnitureFile, LettersFile, LinksFile, RunTogetherFile, ShortWordsFile, SuperscriptsFile,
    WordsExample, WordsFile,
};
use super::furniture::Furniture;
use super::known_words::{self, KnownWords};
use super::line::{RepairedLine, split};
use super::link_figures;
use super::links::{self, LinkWords};
use super::look_alikes::LookAlikes;
use super::minutes::Superscripts;
use super::run_together::{self, WordEnds};
use super::several_links;
use super::vocabulary::Vocabulary;

/// What repair knows of both languages.
#[derive(Debug)]
pub struct RepairRules {
    pub(super) furniture: Furniture,
    kk: LanguageRules,
    ru: LanguageRules,
}

/// What repair knows of one language.
#[derive(Debug)]
pub(super) struct LanguageRules {
    pub look_alikes: LookAlikes,
    pub links: LinkWords,
    pub superscripts: Superscripts,
    /// Words of one and two letters.
    pub short_words: Vec<String>,
    pub word_ends: WordEnds,
    pub known_words: KnownWords,
    /// Words that stand behind a dash with a blank on both its sides.
    pub behind_dash: Vec<String>,
}

impl RepairRules {
    /// Reads the rules' words from `content` under the given root. A file that
    /// is missing or wrong gives a diagnostic and counts as empty.
    ///
    /// # Errors
    ///
    /// Fails when a file is there and cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let mut diagnostics = Diagnostics::default();
        let furniture: FurnitureFile =
            read(root, "content/repair/furniture.toml", &mut diagnostics)?;
        let letters: LettersFile = read(root, "content/repair/letters.toml", &mut diagnostics)?;
        let short: ShortWordsFile =
            read(root, "content/repair/short-words.toml", &mut diagnostics)?;
        let mut language = |language, short_words| {
            LanguageRules::load(root, language, &letters, short_words, &mut diagnostics)
        };
        let rules = Self {
            furniture: Furniture::new(&furniture),
            kk: language(Language::Kk, short.kk)?,
            ru: language(Language::Ru, short.ru)?,
        };
        Ok(Warned {
            output: rules,
            diagnostics,
        })
    }

    pub(super) const fn of(&self, language: Language) -> &LanguageRules {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        }
    }
}

impl LanguageRules {
    fn load(
        root: &Path,
        language: Language,
        letters: &LettersFile,
        short_words: Vec<String>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Self, Error> {
        let folder = format!("content/repair/{}", language.code());
        let path = format!("{folder}/links.toml");
        let links: LinksFile = read(root, &path, diagnostics)?;
        let superscripts: SuperscriptsFile =
            read(root, &format!("{folder}/superscripts.toml"), diagnostics)?;
        let words = LinkWords::new(&links);
        check_examples(&links, &words, &path, diagnostics);
        let path = format!("{folder}/run-together.toml");
        // A language may do without the rule.
        let together: RunTogetherFile = if root.join(&path).exists() {
            read(root, &path, diagnostics)?
        } else {
            RunTogetherFile::default()
        };
        let word_ends = WordEnds::new(&together);
        check_words(
            &together.examples,
            &path,
            diagnostics,
            |lines, vocabulary| {
                run_together::repair(lines, &word_ends, vocabulary);
            },
        );
        let path = format!("{folder}/words.toml");
        let words_file: WordsFile = read(root, &path, diagnostics)?;
        let known_words = KnownWords::new(&words_file);
        check_words(
            &words_file.examples,
            &path,
            diagnostics,
            |lines, vocabulary| {
                known_words::repair(lines, &known_words, vocabulary);
            },
        );
        Ok(Self {
            look_alikes: LookAlikes::new(letters, language),
            links: words,
            superscripts: Superscripts::new(&superscripts),
            short_words,
            word_ends,
            known_words,
            behind_dash: together.behind_dash,
        })
    }
}

/// Runs the examples of a file of link words.
fn check_examples(links: &LinksFile, words: &LinkWords, path: &str, diagnostics: &mut Diagnostics) {
    for example in &links.examples {
        let damaged = Passage::verbatim(&example.damaged, 0);
        let vocabulary = Vocabulary::default();
        let moved = links::repair(&damaged, words, &vocabulary).unwrap_or(damaged);
        let moved = link_figures::repair(&moved, words).unwrap_or(moved);
        let moved = several_links::repair(&moved, words).unwrap_or(moved);
        let read = super::blanks::repair(&moved).unwrap_or(moved);
        compare(
            &example.damaged,
            read.text(),
            &example.repaired,
            path,
            diagnostics,
        );
    }
}

/// Runs the examples of a file of words, each in a file with its own words.
fn check_words(
    examples: &[WordsExample],
    path: &str,
    diagnostics: &mut Diagnostics,
    repair: impl Fn(&mut [RepairedLine], &Vocabulary),
) {
    for example in examples {
        let words = &example.words;
        let mut lines = split(&format!("{words}\n{words}\n{}", example.damaged));
        let vocabulary = Vocabulary::of(&lines);
        repair(&mut lines, &vocabulary);
        let read = lines.last().map_or("", |line| line.words.text());
        compare(&example.damaged, read, &example.repaired, path, diagnostics);
    }
}

fn compare(damaged: &str, read: &str, repaired: &str, path: &str, diagnostics: &mut Diagnostics) {
    if read != repaired {
        diagnostics.push(
            Diagnostic::new(
                Code::PatternExample,
                format!("\"{damaged}\" is repaired to \"{read}\""),
            )
            .in_file(path)
            .hint(format!("it should become \"{repaired}\"")),
        );
    }
}

fn read<T: DeserializeOwned + Default>(
    root: &Path,
    path: &str,
    diagnostics: &mut Diagnostics,
) -> Result<T, Error> {
    let full = root.join(path);
    if !full.exists() {
        diagnostics.push(
            Diagnostic::new(Code::ContentMistake, "the file is missing")
                .in_file(path)
                .hint("repair needs the words in it; take it from an earlier version"),
        );
        return Ok(T::default());
    }
    let text = fs::read_to_string(&full).map_err(Error::reading(&full))?;
    match toml::from_str(&text) {
        Ok(value) => Ok(value),
        Err(error) => {
            let diagnostic = Diagnostic::new(Code::ContentSyntax, error.message());
            diagnostics.push(match error.span() {
                Some(span) => diagnostic.at(path, crate::passage::Span::new(span.start, span.end)),
                None => diagnostic.in_file(path),
            });
            Ok(T::default())
        }
    }
}
