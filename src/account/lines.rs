//! Lines that nothing took: those that no unit holds, and those inside a table of
//! rows that became part of no row.

use super::View;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::outline::model::{Role, Unit};
use crate::passage::Span;

/// A warning for every run of lines that no unit holds and for every line of a
/// table that no row took.
pub(super) fn check(view: &View<'_>) -> Diagnostics {
    let lost = lost_lines(view);
    let left = view.text.walk().filter(|unit| unit.role == Role::Table);
    let left = left.flat_map(|table| left_by_rows(table, view));
    lost.into_iter().chain(left).collect()
}

/// Lines of a table that has rows. A form or a chart has none, and its lines
/// stand as they were printed.
fn left_by_rows(table: &Unit, view: &View<'_>) -> Vec<Diagnostic> {
    if table.children_with(Role::Row).next().is_none() {
        return Vec::new();
    }
    let children = table.children.iter();
    let runs = children.fold(Vec::<Vec<&Unit>>::new(), |mut runs, child| {
        match runs.last_mut() {
            Some(run) if child.role == Role::Line => run.push(child),
            _ => runs.push(vec![child]),
        }
        runs
    });
    runs.iter().filter_map(|run| left_line(run, view)).collect()
}

/// A diagnostic for lines that follow each other behind a row.
fn left_line(run: &[&Unit], view: &View<'_>) -> Option<Diagnostic> {
    let lines: Vec<&&Unit> = run
        .iter()
        .filter(|line| line.role == Role::Line && line.words.text().contains(char::is_alphanumeric))
        .collect();
    let first = lines.first()?;
    let quoted = first_letters(first.words.text());
    let message = match lines.len() {
        1 => format!("no row took the line `{quoted}`"),
        count => format!("no row took {count} lines from `{quoted}` on"),
    };
    let spans = lines.iter().filter_map(|line| line.words.span());
    let diagnostic = view.located(
        Diagnostic::new(Code::UnreadLine, message),
        spans.reduce(Span::cover),
    );
    Some(diagnostic.hint(
        "it stands in the text of the act, but in no office and no cell; compare the rows around it",
    ))
}

/// Letters of a line that a message quotes.
const QUOTED: usize = 60;

fn first_letters(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Lines whose words stand in no unit at all. The outline loses nothing, so this
/// is a mistake of the program when it happens.
fn lost_lines(view: &View<'_>) -> Vec<Diagnostic> {
    let mut taken = vec![false; view.file.lines.len() + 1];
    for unit in view.text.walk() {
        for words in std::iter::once(&unit.words).chain(&unit.marker) {
            for span in words.origins() {
                let lines = view.file.lines.lines_of(span);
                mark(&mut taken, lines.first, lines.last);
            }
        }
    }
    (1..)
        .zip(view.file.text.split('\n'))
        .filter(|(number, line)| !line.trim().is_empty() && !is_taken(&taken, *number))
        .map(|(number, line)| {
            let start = view.file.lines.start_of(number);
            let span = Span::new(start, start + line.trim_end().len());
            let message = "no unit of the act holds this line";
            view.located(Diagnostic::new(Code::LostLine, message), Some(span))
                .hint("report it with the text: it is a mistake of the program")
        })
        .collect()
}

fn mark(taken: &mut [bool], first: u32, last: u32) {
    for line in first..=last {
        if let Some(line) = usize::try_from(line)
            .ok()
            .and_then(|line| taken.get_mut(line))
        {
            *line = true;
        }
    }
}

fn is_taken(taken: &[bool], line: u32) -> bool {
    usize::try_from(line).is_ok_and(|line| taken.get(line).copied().unwrap_or(false))
}
