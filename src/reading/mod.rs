//! Reading: from the folders of a project to its library.
//!
//! The phases from repair to facts are pure functions of one file, run on all
//! files at once; the catalogue joins what they read.

mod detect_language;

use std::path::Path;

use rayon::prelude::*;

use crate::catalogue::{Library, ReadAct, assemble};
use crate::content::Content;
use crate::diagnostic::{Diagnostics, Warned};
use crate::error::Error;
use crate::facts::find_facts;
use crate::source::{self, SourceFile};
use crate::{content, outline, repair};

pub use detect_language::detect as detect_language;

/// Everything that a build or a check needs.
pub struct Reading {
    /// What was read.
    pub library: Library,
    /// What people wrote.
    pub content: Content,
    /// The seeds, for excerpts in diagnostics.
    pub files: Vec<SourceFile>,
    /// What was noticed, in the order of the phases and files.
    pub diagnostics: Diagnostics,
}

/// Reads the content under `root` and the acts in `seeds`.
///
/// # Errors
///
/// A folder that is missing, a file that cannot be read.
pub fn read(root: &Path, seeds: &Path) -> Result<Reading, Error> {
    let content = content::load(root)?;
    let sources = source::load(seeds)?;
    let mut diagnostics = content.diagnostics;
    diagnostics += sources.diagnostics;
    let library = read_files(&sources.output, &content.output);
    diagnostics += library.diagnostics;
    Ok(Reading {
        library: library.output,
        content: content.output,
        files: sources.output,
        diagnostics,
    })
}

/// Reads acts that are already loaded: no input, no output.
#[must_use]
pub fn read_files(files: &[SourceFile], content: &Content) -> Warned<Library> {
    let read: Vec<_> = files
        .par_iter()
        .map(|file| read_file(file, content))
        .collect();
    let mut diagnostics = Diagnostics::default();
    let mut acts = Vec::new();
    for act in read {
        diagnostics += act.diagnostics;
        acts.extend(act.output);
    }
    let library = assemble(acts, content);
    diagnostics += library.diagnostics;
    Warned {
        output: library.output,
        diagnostics,
    }
}

fn read_file<'a>(file: &'a SourceFile, content: &Content) -> Warned<Option<ReadAct<'a>>> {
    let language = detect_language::detect(file);
    let mut diagnostics = language.diagnostics;
    let lexicon = content.patterns.get(language.output);
    let repaired = repair::repair(file, &content.repair);
    diagnostics += repaired.diagnostics;
    let text = outline::parse(file, &repaired.output, lexicon);
    let facts = find_facts(&text, lexicon);
    diagnostics += facts.diagnostics;
    Warned {
        output: facts.output.map(|facts| ReadAct { file, text, facts }),
        diagnostics,
    }
}
