//! The command line: verbs, options and what a person reads about them.
//!
//! Results go to standard output, diagnostics and progress to standard error.
//! Every verb ends in an [`Outcome`] or an [`Error`]; `main` turns them into exit
//! codes.

mod analyze;
mod build;
mod check;
mod coverage;
mod folders;
mod output;
mod progress;
mod search;
mod serve;
mod show;
mod workshop;

use clap::{Parser, Subcommand};

use crate::error::Error;
use crate::language::Language;

/// Turns the texts of regulations into a bilingual catalogue of public services.
///
/// Run without a verb in the project's folder, it builds the site when that is
/// needed and serves it on http://127.0.0.1:8080.
#[derive(Debug, Parser)]
#[command(
    name = "qyzmet",
    version,
    after_help = "Examples:\n  \
        qyzmet                                 build what is missing and serve it\n  \
        qyzmet build --strict                  build; refuse when there are warnings\n  \
        qyzmet check --seeds ~/new-acts        read other acts and say what is wrong\n  \
        qyzmet search справка --language ru    ask the index of the built site\n\n\
        Exit codes: 0 done; 1 a text or content is wrong, nothing was published;\n\
        2 the surroundings are wrong (a folder, a file, a template, a port)."
)]
pub struct CommandLine {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Build(build::Build),
    Serve(serve::Serve),
    Check(check::Check),
    Coverage(coverage::CoverageVerb),
    Show(show::Show),
    Search(search::Search),
    Analyze(analyze::Analyze),
}

/// How a command ended that its surroundings let work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it was asked for.
    Done,
    /// The acts or the content have errors; nothing was published.
    Refused,
}

impl CommandLine {
    /// Does what the command line asks for.
    ///
    /// # Errors
    ///
    /// When folders, files, templates, ports or disks are not as they must be.
    pub fn run(self) -> Result<Outcome, Error> {
        match self.verb.unwrap_or_else(Verb::usual) {
            Verb::Build(verb) => verb.run(),
            Verb::Serve(verb) => verb.run(),
            Verb::Check(verb) => verb.run(),
            Verb::Coverage(verb) => verb.run(),
            Verb::Show(verb) => verb.run(),
            Verb::Search(verb) => verb.run(),
            Verb::Analyze(verb) => verb.run(),
        }
    }
}

impl Verb {
    /// `qyzmet` alone serves, with the defaults that `serve` declares.
    fn usual() -> Self {
        CommandLine::parse_from(["qyzmet", "serve"])
            .verb
            .expect("serve is a verb and needs no argument")
    }
}

fn parse_language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "must be kk or ru".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_declaration_of_the_options_is_sound() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn without_a_verb_the_site_is_served() {
        assert!(matches!(Verb::usual(), Verb::Serve(_)));
    }
}
