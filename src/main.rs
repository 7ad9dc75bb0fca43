//! The command line of Qyzmet. Exit codes are decided here and nowhere else.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use qyzmet::command_line::{CommandLine, Outcome};

/// The acts or the content are wrong: nothing was published.
const REFUSED: u8 = 1;

/// The surroundings are wrong. Clap ends with the same code for wrong usage.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(log_filter())
        .with_writer(std::io::stderr)
        .without_time()
        .init();
    match CommandLine::parse().run() {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Refused) => ExitCode::from(REFUSED),
        Err(error) => {
            // When standard error is closed, the exit code still tells.
            let _ = writeln!(std::io::stderr(), "error: {}", with_causes(&error));
            ExitCode::from(FAILED)
        }
    }
}

/// Warnings, unless the variable `QYZMET_LOG` asks for more.
fn log_filter() -> tracing_subscriber::EnvFilter {
    tracing_subscriber::EnvFilter::try_from_env("QYZMET_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"))
}

fn with_causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
