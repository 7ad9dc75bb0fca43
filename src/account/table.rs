//! The accounts of all texts as a table for a person.

use std::fmt::Write;

use super::{Account, FactCount, LineKind};

/// Width of the column of lines.
const LEFT: usize = 36;
/// Ranges of lines that are named one by one.
const MOST_RANGES: usize = 8;
/// The widest line, in characters.
const WIDTH: usize = 100;

/// The accounts, one block each: lines by what they hold beside facts by kind, and
/// below them what was not read.
#[must_use]
pub fn render_accounts(accounts: &[Account]) -> String {
    let mut table = String::new();
    for account in accounts {
        render_account(account, &mut table);
        table.push('\n');
    }
    table
}

fn render_account(account: &Account, table: &mut String) {
    let act = account.act.as_deref().unwrap_or("not in the catalogue");
    let language = account.language.code();
    let _ = writeln!(table, "{act} ({language}) {}", account.path);
    let lines = line_column(account);
    let facts = fact_column(account);
    for row in 0..lines.len().max(facts.len()) {
        let left = lines.get(row).map_or("", String::as_str);
        let right = facts.get(row).map_or("", String::as_str);
        let line = format!("  {left:<LEFT$}{right}");
        let _ = writeln!(table, "{}", line.trim_end());
    }
    for line in unread(account) {
        let _ = writeln!(table, "  {line}");
    }
}

fn line_column(account: &Account) -> Vec<String> {
    let row = |label: &str, count: usize| format!("{label:<20}{count:>8}");
    let mut column = vec![row("lines", account.lines.total)];
    column.extend(LineKind::ALL.iter().filter_map(|kind| {
        let count = *account.lines.kinds.get(kind)?;
        Some(row(&format!("  {}", kind.label()), count))
    }));
    column
}

fn fact_column(account: &Account) -> Vec<String> {
    let heading = format!("{:<20}{:>12}{:>10}", "facts", "in services", "values");
    let rows = account
        .facts
        .iter()
        .map(|count| fact_row(count, account.services));
    std::iter::once(heading).chain(rows).collect()
}

fn fact_row(count: &FactCount, services: usize) -> String {
    let label = count.kind.id().replace('_', " ");
    let of = format!("{} of {services}", count.services);
    format!("  {label:<18}{of:>12}{:>10}", count.values)
}

/// What was not read, in lines that fit the width.
fn unread(account: &Account) -> Vec<String> {
    let mut lines = Vec::new();
    if account.unread_headings > 0 {
        lines.push(format!(
            "headings whose promise was not read: {}",
            account.unread_headings
        ));
    }
    let read_from: usize = account
        .unread_points
        .iter()
        .map(|point| point.services)
        .sum();
    if read_from > 0 {
        let names = account
            .unread_points
            .iter()
            .map(|point| match point.services {
                1 => point.number.clone(),
                services => format!("{} ({services}x)", point.number),
            });
        let start = format!("points without a fact, {read_from} of {}: ", account.points);
        lines.extend(wrap(&start, names));
    }
    if !account.unread_lines.is_empty() {
        let all = &account.unread_lines;
        let names = all.iter().take(MOST_RANGES).map(|range| {
            if range.first == range.last {
                range.first.to_string()
            } else {
                format!("{}-{}", range.first, range.last)
            }
        });
        let more = all.len().saturating_sub(MOST_RANGES);
        let rest = (more > 0).then(|| format!("{more} more"));
        lines.extend(wrap("annexes as printed, lines: ", names.chain(rest)));
    }
    lines
}

/// Names behind a start, with commas, broken where the width ends.
fn wrap(start: &str, names: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = start.to_owned();
    let mut is_first = true;
    for name in names {
        if !is_first {
            line.push(',');
            if line.chars().count() + name.chars().count() + 4 > WIDTH {
                lines.push(std::mem::replace(&mut line, "   ".to_owned()));
            }
            line.push(' ');
        }
        line.push_str(&name);
        is_first = false;
    }
    lines.push(line);
    lines
}
