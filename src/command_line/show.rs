//! `qyzmet show`: what was read of an act, stage by stage.

use std::collections::BTreeMap;
use std::fmt::Write;

use clap::{Args, ValueEnum};

use super::folders::Folders;
use super::workshop::{Strictness, Workshop};
use super::{Outcome, output};
use crate::catalogue::Library;
use crate::catalogue::corrections::paths_of;
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::outline::model::{ActText, Unit};
use crate::reading::Reading;
use crate::repair::{self, Change};

/// Letters of a unit that the outline shows.
const MOST_LETTERS: usize = 100;

/// Shows what was read of an act, with the lines of its file
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    qyzmet show ACT\n  \
    qyzmet show ACT --stage repaired | less\n  \
    qyzmet show ACT --stage facts | jq '.services[].titles'\n  \
    qyzmet show ACT --stage facts | jq .paths | grep time_limits")]
pub struct Show {
    #[command(flatten)]
    folders: Folders,

    /// Id of the act
    act: String,

    /// How far the text has come
    #[arg(long, value_enum, default_value_t = Stage::Outline)]
    stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Stage {
    /// The file as published, with line numbers
    Source,
    /// The lines that repair changed: as published, and what each rule made of them
    Repaired,
    /// The structure of the act as a tree
    Outline,
    /// The act and its services as they stand in the catalogue, in JSON, with the
    /// paths by which corrections name their values
    Facts,
}

impl Show {
    pub fn run(self) -> Result<Outcome, Error> {
        let workshop = Workshop::open(&self.folders, Strictness::Usual)?;
        let reading = workshop.reading();
        let acts = &reading.library.catalogue.acts;
        if !acts.iter().any(|act| act.id == self.act) {
            // An act may be missing because its file has an error.
            workshop.report(Severity::Error);
            let ids: Vec<_> = acts.iter().map(|act| act.id.as_str()).collect();
            return Err(Error::UnknownAct {
                act: self.act,
                known: ids.join(", "),
            });
        }
        let shown = match self.stage {
            Stage::Source => show_source(reading, &self.act),
            Stage::Repaired => show_repaired(reading, &self.act),
            Stage::Outline => show_texts(&reading.library, &self.act, show_outline),
            Stage::Facts => show_facts(&reading.library, &self.act),
        };
        output::print(&shown)?;
        Ok(Outcome::Done)
    }
}

fn show_source(reading: &Reading, act: &str) -> String {
    let mut shown = String::new();
    for text in reading.library.texts_of(act) {
        let _ = writeln!(shown, "{}", text.path);
        let file = reading.files.iter().find(|file| file.path == text.path);
        let lines = file.into_iter().flat_map(|file| file.text.lines());
        for (number, line) in (1..).zip(lines) {
            let _ = writeln!(shown, "{number:>6}  {line}");
        }
    }
    shown
}

fn show_texts(library: &Library, act: &str, show: fn(&ActText, &mut String)) -> String {
    let mut shown = String::new();
    for text in library.texts_of(act) {
        let _ = writeln!(shown, "{} ({})", text.path, text.language.code());
        show(text, &mut shown);
    }
    shown
}

/// Every line that a rule changed: first as published, then what each rule left,
/// so that the last one is what the outline reads.
fn show_repaired(reading: &Reading, act: &str) -> String {
    let mut shown = String::new();
    for text in reading.library.texts_of(act) {
        let Some(file) = reading.files.iter().find(|file| file.path == text.path) else {
            continue;
        };
        let _ = writeln!(shown, "{} ({})", text.path, text.language.code());
        let mut changes = repair::trace(file, &reading.content.repair);
        changes.sort_by_key(|change| change.line);
        let published: Vec<&str> = file.text.lines().collect();
        let mut last = None;
        for change in &changes {
            if last != Some(change.line) {
                let at = usize::try_from(change.line).unwrap_or(usize::MAX);
                let line = published
                    .get(at.saturating_sub(1))
                    .map_or("", |line| line.trim());
                let _ = writeln!(shown, "{:>6}  {:<15} {line}", change.line, "published");
                last = Some(change.line);
            }
            let _ = writeln!(shown, "{:>6}  {:<15} {}", "", change.rule, change.words);
        }
        let _ = writeln!(shown, "{}", count_rules(&changes));
    }
    shown
}

/// How many lines each rule changed.
fn count_rules(changes: &[Change]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for change in changes {
        *counts.entry(change.rule).or_default() += 1;
    }
    let counts: Vec<String> = counts
        .iter()
        .map(|(rule, lines)| format!("{rule} {lines}"))
        .collect();
    match counts.is_empty() {
        true => "no rule changed a line".to_owned(),
        false => format!("lines changed: {}", counts.join(", ")),
    }
}

fn show_outline(text: &ActText, shown: &mut String) {
    for unit in &text.units {
        show_unit(unit, 0, shown);
    }
}

fn show_unit(unit: &Unit, depth: usize, shown: &mut String) {
    let indent = "  ".repeat(depth);
    let mut line = format!("{:>11}  {indent}{:?}", lines_of(unit), unit.role);
    for part in [unit.printed_marker(), &first_letters(unit)] {
        if !part.is_empty() {
            line.push(' ');
            line.push_str(part);
        }
    }
    let _ = writeln!(shown, "{line}  #{}", unit.anchor);
    for child in &unit.children {
        show_unit(child, depth + 1, shown);
    }
}

fn lines_of(unit: &Unit) -> String {
    let lines = unit.lines;
    if lines.first == lines.last {
        lines.first.to_string()
    } else {
        format!("{}-{}", lines.first, lines.last)
    }
}

fn first_letters(unit: &Unit) -> String {
    let words = unit.words.text().replace('\n', " ");
    match words.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

fn show_facts(library: &Library, act: &str) -> String {
    let catalogue = &library.catalogue;
    let facts = serde_json::json!({
        "act": catalogue.acts.iter().find(|known| known.id == act),
        "services": catalogue
            .services
            .iter()
            .filter(|service| service.act == act)
            .collect::<Vec<_>>(),
        "paths": paths_of(library, act),
    });
    format!("{facts:#}\n")
}
