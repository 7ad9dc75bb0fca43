//! `qyzmet check`: everything that was noticed, and nothing written.

use clap::{Args, ValueEnum};

use super::folders::Folders;
use super::progress::Progress;
use super::workshop::{Strictness, Workshop};
use super::{Outcome, output};
use crate::account::table::render_accounts;
use crate::diagnostic::explanation::{index, page};
use crate::diagnostic::report::{render_json, render_summary};
use crate::diagnostic::{Code, Severity};
use crate::error::Error;

/// Says what is wrong with acts and content, and publishes nothing
///
/// Reads everything, renders every page into a folder that is thrown away, and
/// shows all diagnostics with the lines that they speak of. A table at the end says
/// of each act how much of it was read: lines by what they hold, facts by kind, and
/// what was not read.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    qyzmet check\n  \
    qyzmet check --explain unread-heading\n  \
    qyzmet check --seeds ~/new-acts --format json | jq '.diagnostics[].code'")]
pub struct Check {
    #[command(flatten)]
    folders: Folders,

    /// Make warnings errors
    #[arg(long)]
    strict: bool,

    /// How to show the diagnostics: text on standard error, JSON on standard output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Explain a code and check nothing; without a code, list all of them
    #[arg(long, value_name = "CODE", num_args = 0..=1, value_parser = parse_code)]
    explain: Option<Option<Code>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Check {
    pub fn run(self) -> Result<Outcome, Error> {
        match self.explain {
            Some(code) => {
                output::print(&explain(code))?;
                Ok(Outcome::Done)
            }
            None => self.check(),
        }
    }

    fn check(self) -> Result<Outcome, Error> {
        let progress = Progress::start("reading acts and content");
        let strict = Strictness::asked(self.strict);
        let mut workshop = Workshop::open(&self.folders, strict)?;
        if !workshop.has_errors() {
            progress.next("trying pages and index");
            let folder = tempfile::tempdir().map_err(Error::writing(&std::env::temp_dir()))?;
            workshop.write(&self.folders.root, folder.path(), None)?;
        }
        drop(progress);
        let accounts = &workshop.reading().accounts;
        match self.format {
            Format::Text => {
                workshop.report(Severity::Note);
                let table = render_accounts(accounts);
                let summary = render_summary(&workshop.diagnostics);
                output::print(&format!("{table}{summary}\n"))?;
            }
            Format::Json => {
                let text_of = |path: &str| workshop.text_of(path);
                output::print(&render_json(&workshop.diagnostics, accounts, text_of))?;
            }
        }
        Ok(if workshop.has_errors() {
            Outcome::Refused
        } else {
            Outcome::Done
        })
    }
}

/// The page of a code, or the list of all codes.
fn explain(code: Option<Code>) -> String {
    match code {
        Some(code) => page(code).map_or_else(|| format!("{}\n", code.explanation()), str::to_owned),
        None => index(),
    }
}

fn parse_code(printed: &str) -> Result<Code, String> {
    let mut codes = Code::ALL.iter().copied();
    codes
        .find(|code| code.as_str() == printed)
        .ok_or_else(|| "is no code; `qyzmet check --explain` lists them".to_owned())
}
