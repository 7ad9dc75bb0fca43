//! `qyzmet coverage`: what has a name of its own in `content/`, and what to look at.

use std::fmt::Write;

use clap::Args;

use super::folders::Folders;
use super::workshop::{Strictness, Workshop};
use super::{Outcome, output};
use crate::catalogue::coverage::{Coverage, Doubt, coverage_of};
use crate::diagnostic::Severity;
use crate::error::Error;

/// Counts papers with a kind, services with a topic, and offices
///
/// Lists the papers and services that lack one, and the offices that may be one or
/// two.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  qyzmet coverage\n  qyzmet coverage --seeds ~/new-acts")]
pub struct CoverageVerb {
    #[command(flatten)]
    folders: Folders,
}

impl CoverageVerb {
    pub fn run(self) -> Result<Outcome, Error> {
        let workshop = Workshop::open(&self.folders, Strictness::Usual)?;
        workshop.report(Severity::Error);
        let catalogue = &workshop.reading().library.catalogue;
        output::print(&shown(&coverage_of(catalogue)))?;
        Ok(if workshop.has_errors() {
            Outcome::Refused
        } else {
            Outcome::Done
        })
    }
}

fn shown(coverage: &Coverage<'_>) -> String {
    let mut shown = String::new();
    let mut line = |text: String| {
        let _ = writeln!(shown, "{text}");
    };
    let named = coverage.papers - coverage.papers_without_kind.len();
    let (papers, share) = (coverage.papers, percent(named, coverage.papers));
    line(format!(
        "papers: {named} of {papers} have a kind of their own ({share} %)"
    ));
    for (service, document) in &coverage.papers_without_kind {
        let source = &document.words.source;
        let words = document.words.text.replace('\n', " ");
        line(format!(
            "  {}:{} {} {words}",
            source.path, source.first_line, service.id
        ));
    }
    let named = coverage.services - coverage.services_without_topic.len();
    line(format!(
        "services: {named} of {} have a topic",
        coverage.services
    ));
    for service in &coverage.services_without_topic {
        line(format!("  {}", service.id));
    }
    let (rows, offices) = (coverage.office_rows, coverage.offices);
    line(format!(
        "offices: {rows} rows of tables are {offices} offices"
    ));
    for doubt in &coverage.doubtful {
        line(match doubt {
            Doubt::SameName(one, other) => {
                format!("  one table prints the name twice: {one}, {other}")
            }
            Doubt::NearName(one, other) => {
                format!("  the names are nearly the same: {one}, {other}")
            }
            Doubt::SamePhone(one, other) => format!("  a phone is the same: {one}, {other}"),
            Doubt::SeveralAddresses(one) => format!("  tables print several addresses: {one}"),
        });
    }
    shown
}

/// Rounded down, so that a hundred means all.
fn percent(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(100)
}
