//! `qyzmet search`: what the endpoint would answer, and why.

use std::path::PathBuf;

use clap::Args;

use super::folders::Folders;
use super::workshop::{INDEX, Strictness, Workshop};
use super::{Outcome, output, parse_language};
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::language::Language;
use crate::search::answer::Request;
use crate::search::{Rules, Searcher, write_index};

/// Answers a question as the server would, in JSON
///
/// Reads the acts afresh, so that the answer shows what the next build will find.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    qyzmet search кресло-арба\n  \
    qyzmet search \"справка безработному\" --language ru --explain")]
pub struct Search {
    #[command(flatten)]
    folders: Folders,

    /// The question
    query: String,

    /// Language of the pages wanted: kk or ru
    #[arg(long, value_name = "kk|ru", value_parser = parse_language)]
    language: Option<Language>,

    /// How many hits
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    limit: usize,

    /// Ask the index of this built site instead
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Also say how the question was read: its words, their terms, how many titles
    /// and bodies hold them
    #[arg(long)]
    explain: bool,
}

impl Search {
    pub fn run(self) -> Result<Outcome, Error> {
        if let Some(out) = &self.out {
            let searcher = Searcher::open(&out.join(INDEX))?;
            return self.answer(&searcher);
        }
        let workshop = Workshop::open(&self.folders, Strictness::Usual)?;
        if workshop.has_errors() {
            workshop.report(Severity::Error);
            return Ok(Outcome::Refused);
        }
        let folder = tempfile::tempdir().map_err(Error::writing(&std::env::temp_dir()))?;
        let rules = Rules::load(&self.folders.root.join("content/search"))?.output;
        write_index(&workshop.reading().library, &rules, folder.path())?;
        self.answer(&Searcher::open(folder.path())?)
    }

    fn answer(&self, searcher: &Searcher) -> Result<Outcome, Error> {
        let request = Request {
            query: self.query.clone(),
            language: self.language,
            limit: self.limit,
            ..Request::default()
        };
        let mut answer = serde_json::json!(searcher.search(&request)?);
        if self.explain {
            answer["explanation"] = serde_json::json!(searcher.explain(&request)?);
        }
        output::print(&format!("{answer:#}\n"))?;
        Ok(Outcome::Done)
    }
}
