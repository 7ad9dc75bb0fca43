//! Reading: from the folders of a project to its library.
//!
//! The phases from repair to facts are pure functions of one file, run on all
//! files at once; the catalogue joins what they read.

mod detect_language;

use std::path::Path;

use rayon::prelude::*;

use crate::account::{Account, take_account};
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
    /// What was read of each text and what was not, in the order of the files.
    pub accounts: Vec<Account>,
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
    let read = read_files(&sources.output, &content.output);
    diagnostics += read.diagnostics;
    let Acts { library, accounts } = read.output;
    Ok(Reading {
        library,
        accounts,
        content: content.output,
        files: sources.output,
        diagnostics,
    })
}

/// What was read of acts.
#[derive(Clone, Debug)]
pub struct Acts {
    /// The catalogue with the texts that it was read from.
    pub library: Library,
    /// What was read of each file and what was not, in the order of the files.
    pub accounts: Vec<Account>,
}

/// Reads acts that are already loaded: no input, no output.
#[must_use]
pub fn read_files(files: &[SourceFile], content: &Content) -> Warned<Acts> {
    let read: Vec<_> = files
        .par_iter()
        .map(|file| read_file(file, content))
        .collect();
    let mut diagnostics = Diagnostics::default();
    let mut acts = Vec::new();
    let mut accounts = Vec::new();
    for file in read {
        diagnostics += file.diagnostics;
        if let Some((act, account)) = file.output {
            acts.push(act);
            accounts.push(account);
        }
    }
    let library = assemble(acts, content);
    diagnostics += library.diagnostics;
    for account in &mut accounts {
        account.act = act_of(&library.output, &account.path);
    }
    Warned {
        output: Acts {
            library: library.output,
            accounts,
        },
        diagnostics,
    }
}

/// The id of the act that a file holds a text of.
fn act_of(library: &Library, path: &str) -> Option<String> {
    let mut acts = library.catalogue.acts.iter();
    let act = acts.find(|act| act.texts.iter().any(|text| text.path == path))?;
    Some(act.id.clone())
}

fn read_file<'a>(
    file: &'a SourceFile,
    content: &Content,
) -> Warned<Option<(ReadAct<'a>, Account)>> {
    let language = detect_language::detect(file);
    let mut diagnostics = language.diagnostics;
    let lexicon = content.patterns.get(language.output);
    let repaired = repair::repair(file, &content.repair);
    diagnostics += repaired.diagnostics;
    let text = outline::parse(file, &repaired.output, lexicon);
    let facts = find_facts(&text, lexicon);
    diagnostics += facts.diagnostics;
    let Some(facts) = facts.output else {
        return Warned {
            output: None,
            diagnostics,
        };
    };
    let account = take_account(file, &text, &facts, lexicon);
    diagnostics.add_new(account.diagnostics);
    Warned {
        output: Some((ReadAct { file, text, facts }, account.output)),
        diagnostics,
    }
}
