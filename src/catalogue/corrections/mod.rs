//! Corrections: what maintainers set right in what was read.
//!
//! In: a finished [`Library`] and the files of `content/corrections`. Out: the
//! same library with the values set right, a record of each correction for the
//! pages, and an error for each that does not fit.
//!
//! A correction is made on the JSON of an act, a service or an office, which is
//! then read back as that type: so every value of the catalogue can be corrected,
//! and none can become what the catalogue does not allow. The corrections of a
//! file follow each other; each sees what the ones before it left.

mod change;
mod check;
mod paths;
mod target;

use serde_json::Value;

use super::Library;
use super::model::Correction;
use crate::content::corrections::{CorrectionFile, Corrections, WrittenCorrection};
use crate::content::papers::Papers;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::passage::Span;

pub use paths::{Paths, paths_of};
use target::Target;

/// Why a correction does not fit.
struct Misfit {
    span: Span,
    message: String,
    hint: String,
}

/// Makes all corrections of the acts that are there.
pub fn correct(library: &mut Library, corrections: &Corrections, papers: &Papers) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    for file in &corrections.files {
        let acts = &library.catalogue.acts;
        if !acts.iter().any(|act| act.id == file.act) {
            let ids: Vec<&str> = acts.iter().map(|act| act.id.as_str()).collect();
            let message = format!("no act has the id {}", file.act);
            diagnostics.push(
                Diagnostic::new(Code::CorrectionUnused, message)
                    .in_file(&file.path)
                    .hint(format!(
                        "name the file after one of the acts: {}",
                        ids.join(", ")
                    )),
            );
            continue;
        }
        for written in &file.corrections {
            match correct_one(library, file, written, papers) {
                Ok(correction) => library.catalogue.corrections.push(correction),
                Err(misfit) => diagnostics.push(
                    Diagnostic::new(Code::CorrectionMisfit, misfit.message)
                        .at(&file.path, misfit.span)
                        .hint(misfit.hint),
                ),
            }
        }
    }
    diagnostics
}

fn correct_one(
    library: &mut Library,
    file: &CorrectionFile,
    written: &WrittenCorrection,
    papers: &Papers,
) -> Result<Correction, Misfit> {
    let target = Target::find(library, &file.act, written)?;
    check::check_formats(written, papers)?;
    let source = target::source_of(library, &file.act, written)?;
    let before = target.to_json(library)?;
    let mut after = before.clone();
    change::change(&mut after, &target.path, written, source)?;
    check::complete(&mut after, &before, &target.path);
    target.put(library, &after, written)?;
    let entry = target.entry_path(&before, &after);
    Ok(Correction {
        act: file.act.clone(),
        service: target.service(library),
        office: target.office(library),
        at: written.at.value.clone(),
        fact: target.path.first().cloned().unwrap_or_default(),
        was: entry_of(&before, &entry, &after),
        now: entry_of(&after, &entry, &before),
        because: written.because.clone(),
    })
}

/// The entry at a path; null in a list that the correction made longer or
/// shorter, where the other list alone has the entry.
fn entry_of(tree: &Value, path: &[String], other: &Value) -> Value {
    let list = |tree: &Value| {
        let (_, parents) = path.split_last()?;
        Some(paths::find(tree, parents)?.as_array()?.len())
    };
    if list(tree) < list(other) {
        return Value::Null;
    }
    paths::find(tree, path).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests;
