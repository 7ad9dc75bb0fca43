//! Papers: kinds of documents that people bring, as people wrote them down.
//!
//! In: `content/vocabulary/papers.toml`. Out: [`Papers`], which tells the kinds of
//! papers that a line of an act speaks of.
//!
//! A kind is recognised by phrases (see [`super::stem::Phrase`]) and by its
//! abbreviations, which are whole words. Where phrases overlap the longer one
//! counts, so that "application" is not read out of "applicant's passport" once
//! the file lists such phrases under `ignore`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::phrase_index::PhraseIndex;
use super::stem::{Phrase, Stem, Word, words};
use super::toml_file::read_toml;
use crate::catalogue::model::{Bilingual, BilingualList};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;
use crate::passage::Span;

const PATH: &str = "content/vocabulary/papers.toml";

/// A kind of paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperKind {
    /// Id, as in the catalogue.
    pub id: String,
    /// Name in plain words.
    pub names: Bilingual,
    /// Abbreviations in use.
    pub abbreviations: BilingualList,
    /// What took its place, where something did.
    pub today: Option<Bilingual>,
}

/// All kinds of papers.
#[derive(Clone, Debug, Default)]
pub struct Papers {
    kinds: Vec<PaperKind>,
    /// Each with the index of its kind; `None` for one that is no paper.
    phrases: BTreeMap<Language, PhraseIndex<Option<usize>>>,
}

impl Papers {
    /// Reads `content/vocabulary/papers.toml` under `root`; a missing file is no
    /// kind of paper.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] when the file is there and cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let mut diagnostics = Diagnostics::default();
        let mut output = Self::default();
        if let Some(file) = read_toml::<PapersToml>(root, PATH, &mut diagnostics)? {
            diagnose(&file, &mut diagnostics);
            output.take(&file, &mut diagnostics);
            output.check_examples(&file.example, &mut diagnostics);
        }
        Ok(Warned {
            output,
            diagnostics,
        })
    }

    /// All kinds in the order of the file.
    #[must_use]
    pub fn all(&self) -> &[PaperKind] {
        &self.kinds
    }

    /// The kind with the given id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&PaperKind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// Ids of the kinds of papers that a text names, each once, in the order of
    /// the text; empty when it names none that is known.
    #[must_use]
    pub fn kinds_of(&self, text: &str, language: Language) -> Vec<&str> {
        let words = words(text);
        let mut kinds: Vec<&str> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some((phrase, kind)) = self.longest_at(&words, at, language) else {
                at += 1;
                continue;
            };
            if let Some(kind) = kind {
                let id = self.kinds[*kind].id.as_str();
                if !kinds.contains(&id) {
                    kinds.push(id);
                }
            }
            at += phrase.len();
        }
        kinds
    }

    /// The longest phrase at a word, with its kind.
    fn longest_at(
        &self,
        words: &[Word],
        at: usize,
        language: Language,
    ) -> Option<&(Phrase, Option<usize>)> {
        self.phrases
            .get(&language)?
            .begun_by(&words[at])
            .filter(|(phrase, _)| phrase.names_across_commas_at(words, at))
            .max_by_key(|(phrase, _)| (phrase.len(), phrase.weight()))
    }

    fn take(&mut self, file: &PapersToml, diagnostics: &mut Diagnostics) {
        self.take_phrases(None, &file.ignore, diagnostics);
        for paper in &file.paper {
            let kind = self.kinds.len();
            self.take_phrases(Some(kind), &paper.phrases, diagnostics);
            self.take_phrases(Some(kind), &paper.abbreviations.whole_words(), diagnostics);
            self.kinds.push(PaperKind {
                id: paper.id.get_ref().clone(),
                names: paper.names.clone(),
                abbreviations: paper.abbreviations.plain(),
                today: paper.today.clone(),
            });
        }
    }

    fn take_phrases(
        &mut self,
        kind: Option<usize>,
        lists: &SpannedLists,
        diagnostics: &mut Diagnostics,
    ) {
        for (language, lines) in lists.by_language() {
            for line in lines {
                match Phrase::parse(line.get_ref()) {
                    Some(phrase) => {
                        let phrases = self.phrases.entry(language).or_default();
                        phrases.push(phrase, kind);
                    }
                    None => diagnostics.push(
                        mistake(line, format!("{:?} is not made of stems", line.get_ref()))
                            .hint("write beginnings of words with blanks between them: `a b|c`"),
                    ),
                }
            }
        }
    }

    fn check_examples(&self, examples: &[ExampleToml], diagnostics: &mut Diagnostics) {
        for example in examples {
            let found = self.kinds_of(example.text.get_ref(), example.language);
            if found == example.kinds {
                continue;
            }
            let span = example.text.span();
            let message = match found.as_slice() {
                [] => "no paper is read out of this example".to_owned(),
                kinds => format!("this example is read as {}", kinds.join(", ")),
            };
            diagnostics.push(
                Diagnostic::new(Code::PatternExample, message)
                    .at(PATH, Span::new(span.start, span.end))
                    .hint("correct the phrases of the papers, or the example"),
            );
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PapersToml {
    #[serde(default)]
    ignore: SpannedLists,
    #[serde(default)]
    paper: Vec<PaperToml>,
    #[serde(default)]
    example: Vec<ExampleToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaperToml {
    id: Spanned<String>,
    names: Bilingual,
    #[serde(default)]
    abbreviations: SpannedLists,
    #[serde(default)]
    phrases: SpannedLists,
    today: Option<Bilingual>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleToml {
    language: Language,
    text: Spanned<String>,
    kinds: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpannedLists {
    #[serde(default)]
    kk: Vec<Spanned<String>>,
    #[serde(default)]
    ru: Vec<Spanned<String>>,
}

impl SpannedLists {
    const fn by_language(&self) -> [(Language, &Vec<Spanned<String>>); 2] {
        [(Language::Kk, &self.kk), (Language::Ru, &self.ru)]
    }

    fn plain(&self) -> BilingualList {
        let plain = |list: &[Spanned<String>]| {
            let texts = list.iter().map(|text| text.get_ref().clone());
            texts.collect()
        };
        BilingualList {
            kk: plain(&self.kk),
            ru: plain(&self.ru),
        }
    }

    /// The same texts as stems that are whole words.
    fn whole_words(&self) -> Self {
        let whole = |list: &[Spanned<String>]| {
            let texts = list
                .iter()
                .map(|text| Spanned::new(text.span(), format!("{}.", text.get_ref())));
            texts.collect()
        };
        Self {
            kk: whole(&self.kk),
            ru: whole(&self.ru),
        }
    }
}

/// What the file says that cannot be so.
fn diagnose(file: &PapersToml, diagnostics: &mut Diagnostics) {
    let mut ids = BTreeSet::new();
    for paper in &file.paper {
        let id = paper.id.get_ref();
        if !ids.insert(id) {
            diagnostics.push(
                mistake(&paper.id, format!("two kinds of papers have the id {id}"))
                    .hint("give one of them another id, or take it out"),
            );
        }
        let names = [Some(&paper.names), paper.today.as_ref()];
        let mut texts = names.into_iter().flatten();
        if texts.any(|names| names.kk.trim().is_empty() || names.ru.trim().is_empty()) {
            diagnostics.push(
                mistake(
                    &paper.id,
                    format!("the paper {id} lacks a text in one language"),
                )
                .hint("write `names` and `today` in both languages"),
            );
        }
        let abbreviations = paper.abbreviations.by_language();
        for (_, list) in abbreviations {
            for text in list
                .iter()
                .filter(|text| Stem::parse(text.get_ref()).is_none())
            {
                diagnostics.push(
                    mistake(text, format!("{:?} is no single word", text.get_ref()))
                        .hint("write the abbreviation without blanks, or add it to `phrases`"),
                );
            }
        }
    }
}

fn mistake(value: &Spanned<String>, message: String) -> Diagnostic {
    let span = value.span();
    Diagnostic::new(Code::ContentMistake, message).at(PATH, Span::new(span.start, span.end))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn own_papers() -> Warned<Papers> {
        Papers::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project's own content")
    }

    #[test]
    fn every_example_is_read_as_it_says() {
        assert_eq!(own_papers().diagnostics, Diagnostics::default());
    }

    #[test]
    fn a_line_may_name_several_papers_in_its_order() {
        let papers = own_papers().output;
        assert_eq!(
            papers.kinds_of(
                "дети - копии паспорта, пенсионного удостоверения и программы, паспорта родителя",
                Language::Ru
            ),
            ["identity-document", "pension-certificate"]
        );
    }

    #[test]
    fn an_applicant_is_no_application() {
        let papers = own_papers().output;
        assert_eq!(
            papers.kinds_of(
                "өтініш берушінің жеке басын куәландыратын құжат",
                Language::Kk
            ),
            ["identity-document"]
        );
    }

    #[test]
    fn an_example_that_is_read_otherwise_is_named_at_its_place() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir_all(root.path().join("content/vocabulary")).expect("a folder in it");
        let text = r#"
[[paper]]
id = "application"
names = { kk = "Өтініш", ru = "Заявление" }
phrases = { ru = ["заявлен"] }
[[example]]
language = "ru"
text = "паспорт"
kinds = ["application"]
"#;
        fs::write(root.path().join(PATH), text).expect("a file in it");
        let papers = Papers::load(root.path()).expect("a readable file");
        let at = text.find("\"паспорт\"").expect("the example");
        let expected =
            Diagnostic::new(Code::PatternExample, "no paper is read out of this example")
                .at(PATH, Span::new(at, at + "\"паспорт\"".len()))
                .hint("correct the phrases of the papers, or the example");
        assert_eq!(papers.diagnostics.iter().collect::<Vec<_>>(), [&expected]);
    }
}
