//! Loading and testing the phrases.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use regex_automata::meta::Regex;

use super::file::{Example, PatternFile, PhraseEntry};
use super::form::{FormError, compile};
use super::held::{Automaton, Questions};
use super::required::{Choice, requirements};
use super::slot::Slots;
use super::{Dates, Kind, Lexicon, Numbers, Patterns, Phrase};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;
use crate::passage::Span;

/// Loads the phrases of both languages and runs their examples.
///
/// # Errors
///
/// A folder or file that cannot be read. Mistakes in the files are diagnostics.
pub fn load(root: &Path) -> Result<Warned<Patterns>, Error> {
    let kk = load_lexicon(root, Language::Kk)?;
    let ru = load_lexicon(root, Language::Ru)?;
    let mut diagnostics = kk.diagnostics;
    diagnostics += ru.diagnostics;
    Ok(Warned {
        output: Patterns {
            kk: kk.output,
            ru: ru.output,
        },
        diagnostics,
    })
}

fn load_lexicon(root: &Path, language: Language) -> Result<Warned<Lexicon>, Error> {
    let folder = root.join("content/patterns").join(language.code());
    let mut diagnostics = Diagnostics::default();
    let mut files = Vec::new();
    for path in list(&folder)? {
        let text = fs::read_to_string(&path).map_err(Error::reading(&path))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("content/patterns/{}/{name}", language.code());
        match toml::from_str::<PatternFile>(&text) {
            Ok(file) => files.push((name, file)),
            Err(error) => diagnostics.push(syntax(name, &error)),
        }
    }
    let months: Vec<String> = files
        .iter()
        .flat_map(|(_, file)| file.months.clone())
        .collect();
    let entries: Vec<_> = files
        .iter()
        .flat_map(|(_, file)| file.number.clone())
        .collect();
    let numbers = Numbers::new(&entries);
    let slots = Slots::new(language, &months, &numbers);
    let citations = files
        .iter()
        .flat_map(|(_, file)| file.citations.clone())
        .collect();
    let entries: Vec<(&str, &PhraseEntry)> = files
        .iter()
        .flat_map(|(name, file)| file.phrase.iter().map(|entry| (name.as_str(), entry)))
        .collect();
    // Building hundreds of expressions is most of the work of loading content.
    let built: Vec<_> = entries
        .par_iter()
        .map(|(name, entry)| build_and_test(name, entry, &slots))
        .collect();
    let mut kinds: BTreeMap<String, Vec<Built>> = BTreeMap::new();
    for ((_, entry), phrase) in entries.into_iter().zip(built) {
        diagnostics += phrase.diagnostics;
        if let Some(phrase) = phrase.output {
            kinds.entry(entry.reads.clone()).or_default().push(phrase);
        }
    }
    let mut questions = Questions::default();
    let kinds = kinds
        .into_iter()
        .map(|(name, phrases)| (name, kind(phrases, &mut questions)))
        .collect();
    let output = Lexicon {
        language,
        dates: Dates::new(months),
        numbers,
        citations,
        kinds,
        words: Automaton::new(&questions),
    };
    Ok(Warned {
        output,
        diagnostics,
    })
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::reading(folder))? {
        let path = entry.map_err(Error::reading(folder))?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// A phrase with what a text must hold for it to stand in it.
struct Built {
    phrase: Phrase,
    required: Vec<Choice>,
}

/// The phrases of one kind, with the questions that tell whether a text may hold
/// them.
fn kind(phrases: Vec<Built>, questions: &mut Questions) -> Kind {
    let rarest: Option<Vec<&Choice>> = phrases.iter().map(|built| built.required.first()).collect();
    let question = rarest.map(|choices| {
        let mut words: Choice = choices.into_iter().flatten().cloned().collect();
        words.sort();
        words.dedup();
        questions.ask(&words)
    });
    let phrases = phrases.into_iter().map(|built| Phrase {
        needs: built
            .required
            .iter()
            .map(|choice| questions.ask(choice))
            .collect(),
        ..built.phrase
    });
    Kind {
        phrases: phrases.collect(),
        question,
    }
}

fn build_and_test(name: &str, entry: &PhraseEntry, slots: &Slots) -> Warned<Option<Built>> {
    match build(entry, slots) {
        Ok(built) => Warned {
            diagnostics: test(name, entry, &built.phrase),
            output: Some(built),
        },
        Err(error) => Warned {
            output: None,
            diagnostics: [
                Diagnostic::new(Code::ContentSyntax, error.to_string()).at(name, span(&entry.form))
            ]
            .into_iter()
            .collect(),
        },
    }
}

fn build(entry: &PhraseEntry, slots: &Slots) -> Result<Built, FormError> {
    let expression = compile(entry.form.get_ref(), slots)?;
    let regex = Regex::new(&expression).map_err(|error| FormError::Regex(error.to_string()))?;
    // The expression was just read; without its structure the phrase is looked
    // for in every text.
    let structure = regex_syntax::parse(&expression);
    let required = structure.map(|structure| requirements(&structure));
    Ok(Built {
        phrase: Phrase {
            regex,
            needs: Vec::new(),
            value: entry.value.clone(),
        },
        required: required.unwrap_or_default(),
    })
}

fn test(path: &str, entry: &PhraseEntry, phrase: &Phrase) -> Diagnostics {
    let wrong = entry.examples.iter().filter_map(|example| {
        let complaint = complaint(example.get_ref(), phrase)?;
        Some(failed(path, span(example), complaint))
    });
    let read = entry.counter_examples.iter().filter_map(|example| {
        phrase.find(example.get_ref(), 0)?;
        let complaint = "the phrase reads its counter-example".to_owned();
        Some(failed(path, span(example), complaint))
    });
    wrong.chain(read).collect()
}

fn complaint(example: &Example, phrase: &Phrase) -> Option<String> {
    let Some(found) = phrase.find(&example.text, 0) else {
        return Some("the phrase does not read its example".to_owned());
    };
    example.slots.iter().find_map(|(name, expected)| {
        let read = found.slot(name).map(|range| &example.text[range]);
        (read != Some(expected.as_str())).then(|| match read {
            Some(read) => format!("the slot `{name}` reads `{read}`, not `{expected}`"),
            None => format!("the slot `{name}` reads nothing, not `{expected}`"),
        })
    })
}

fn failed(path: &str, span: Span, complaint: String) -> Diagnostic {
    Diagnostic::new(Code::PatternExample, complaint)
        .at(path, span)
        .hint("mend the form or the example, so that they say the same")
}

fn syntax(path: String, error: &toml::de::Error) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::ContentSyntax, error.message().to_owned());
    match error.span() {
        Some(span) => diagnostic.at(path, Span::new(span.start, span.end)),
        None => diagnostic.in_file(path),
    }
}

fn span<T>(value: &toml::Spanned<T>) -> Span {
    Span::new(value.span().start, value.span().end)
}
