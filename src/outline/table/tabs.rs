//! Tables that mark their cells with tabulators.
//!
//! A cell begins with a tabulator; its further lines have none. After a blank
//! line a tabulator begins a row, otherwise the next cell of the same row; a
//! page break inside a row leaves several blank lines. A
//! line that holds nothing but a tabulator is an empty cell: in a column that
//! spans rows, all cells but the first are empty. A sub-heading between rows may
//! stand without a tabulator. Where blank lines stand inside cells and none between rows,
//! the numbers of the rows part them.

use super::column::{find_columns, is_subheading, promise_offices};
use crate::outline::model::{Lines, Role, Unit};
use crate::outline::tree::Builder;
use crate::passage::Passage;
use crate::repair::{RepairedLine, join_cell, join_prose};

/// Lines before the first cell that are a caption; more of them are a form.
const CAPTION: usize = 5;

/// Blank lines that a page break leaves between two lines.
const PAGE_BREAK: usize = 3;

/// Rows that must follow each other in number to part a table.
const NUMBERED: usize = 2;

/// Cells of the narrowest row of such a table.
const NARROWEST: usize = 3;

/// A row of cells, each with its lines.
type Row = Vec<Vec<RepairedLine>>;

/// Reads the content of an annex that marks its cells; `None` for anything else.
pub(super) fn parse(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    let first = lines
        .iter()
        .position(|line| line.indent.has_tab() && !line.furniture)?;
    let rows = parted_by_numbers(rows(&lines[first..], builder), builder);
    if begins_lines(&rows, builder) {
        return None;
    }
    // A form uses tabulators here and there; a table has several rows of several cells.
    let wide = rows.iter().filter(|row| row.len() > 2).count();
    if wide < 2 {
        return None;
    }
    let before: Vec<RepairedLine> = lines[..first]
        .iter()
        .filter(|line| line.has_words())
        .cloned()
        .collect();
    let mut units = Vec::new();
    let caption = if before.len() <= CAPTION {
        join_prose(&before, builder.vocabulary)
    } else {
        let lines = before.iter();
        units.extend(lines.map(|line| builder.unit(Role::Line, line.words.clone())));
        Passage::default()
    };
    let head = rows.iter().position(|row| is_number(row, builder));
    let head = head.unwrap_or_else(|| unnumbered_head(&rows, builder));
    let children = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| unit_of(row, at < head, builder))
        .collect();
    units.push(builder.group(Role::Table, caption, children));
    Some(units)
}

/// Whether a tabulator begins every line, and blank lines part the cells: then most numbers
/// stand alone.
fn begins_lines(rows: &[Row], builder: &Builder<'_>) -> bool {
    let numbered = rows.iter().filter(|row| is_number(row, builder));
    let (alone, others): (Vec<&Row>, Vec<&Row>) = numbered.partition(|row| row.len() == 1);
    alone.len() >= NUMBERED && alone.len() > others.len()
}

/// The only row of a table as the rows that its numbers begin: they follow each other at
/// one distance, up to the last cell, and so do the cells before the first of them.
fn parted_by_numbers(rows: Vec<Row>, builder: &Builder<'_>) -> Vec<Row> {
    let [row] = rows.as_slice() else {
        return rows;
    };
    let numbers: Vec<Option<usize>> = row
        .iter()
        .map(|cell| number_of(&words_of(cell, builder))?.parse().ok())
        .collect();
    let stands = |nth: usize, at: usize| numbers.get(at).copied().flatten() == Some(nth);
    let parts = |from: usize, width: usize| {
        let count = (row.len() - from) / width;
        from.is_multiple_of(width)
            && (row.len() - from).is_multiple_of(width)
            && count >= NUMBERED
            && (1..=count).all(|nth| stands(nth, from + (nth - 1) * width))
    };
    let starts = (1..row.len()).filter(|at| stands(1, *at));
    let widths = starts.flat_map(|from| (NARROWEST..=from).map(move |width| (from, width)));
    match widths
        .into_iter()
        .find(|(from, width)| parts(*from, *width))
    {
        Some((_, width)) => row.chunks(width).map(<[_]>::to_vec).collect(),
        None => rows,
    }
}

/// Rows of the header where no row has a number: the first one, where it names the
/// columns of a table of offices.
fn unnumbered_head(rows: &[Row], builder: &Builder<'_>) -> usize {
    let cells = rows.first().into_iter().flatten();
    let words = cells.map(|cell| words_of(cell, builder));
    let kinds = words.flat_map(|words| find_columns(words.text(), builder.lexicon));
    usize::from(promise_offices(kinds.map(|column| column.kind)))
}

fn rows(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut after_blank = true;
    let mut blanks = 0;
    for line in lines.iter().filter(|line| !line.furniture) {
        if line.indent.has_tab() {
            let goes_on = !after_blank || blanks >= PAGE_BREAK && is_torn(&rows, line, builder);
            match rows.last_mut() {
                Some(row) if goes_on => row.push(vec![line.clone()]),
                _ => rows.push(vec![vec![line.clone()]]),
            }
            after_blank = false;
            blanks = 0;
        } else if line.words.is_empty() {
            after_blank = true;
            blanks += 1;
        } else if after_blank && is_between_rows(&rows, line, builder) {
            rows.push(vec![vec![line.clone()]]);
        } else {
            if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                cell.push(line.clone());
            }
            after_blank = false;
            blanks = 0;
        }
    }
    rows
}

/// Whether a page break has torn the last row: it has a number and fewer cells than
/// others have, and the line behind the break begins no row of its own.
fn is_torn(rows: &[Row], line: &RepairedLine, builder: &Builder<'_>) -> bool {
    let widest = rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_short = |row: &Row| row.len() > 1 && row.len() < widest && is_number(row, builder);
    rows.last().is_some_and(is_short) && number_of(&line.words).is_none()
}

/// Whether a line without a tabulator is a sub-heading: the row before it is whole.
fn is_between_rows(rows: &[Row], line: &RepairedLine, builder: &Builder<'_>) -> bool {
    let widest = rows.iter().map(Vec::len).max().unwrap_or_default();
    let is_whole = rows.last().is_some_and(|row| row.len() == widest);
    let is_alone = rows.last().is_some_and(|row| row.len() == 1);
    (is_whole || is_alone) && is_subheading(line.words.text(), builder.lexicon)
}

fn words_of(cell: &[RepairedLine], builder: &Builder<'_>) -> Passage {
    join_cell(cell, builder.vocabulary)
}

/// Whether a row begins with a number, so that the header stands before it.
fn is_number(row: &[Vec<RepairedLine>], builder: &Builder<'_>) -> bool {
    let first = row.first().map(|cell| words_of(cell, builder));
    first.is_some_and(|first| number_of(&first).is_some())
}

fn number_of(cell: &Passage) -> Option<&str> {
    let number = cell.text().trim_end_matches('.');
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && number.len() <= 4).then_some(number)
}

fn unit_of(row: &[Vec<RepairedLine>], in_head: bool, builder: &Builder<'_>) -> Option<Unit> {
    let mut cells: Vec<Unit> = row.iter().map(|cell| cell_of(cell, builder)).collect();
    let filled = cells.iter().filter(|cell| !cell.words.is_empty()).count();
    if filled == 0 {
        return None;
    }
    let is_column_numbers = filled > 2
        && cells
            .iter()
            .zip(1_u32..)
            .all(|(cell, nth)| number_of(&cell.words) == Some(nth.to_string().as_str()));
    if filled == 1 && !in_head {
        cells.retain(|cell| !cell.words.is_empty());
        let mut heading = cells.remove(0);
        heading.role = Role::Heading;
        return Some(heading);
    }
    if in_head || is_column_numbers {
        return Some(builder.group(Role::Heading, Passage::default(), cells));
    }
    let number = cells
        .first()
        .and_then(|cell| number_of(&cell.words))
        .is_some()
        .then(|| cells.remove(0).words);
    Some(builder.row(number, cells))
}

fn cell_of(cell: &[RepairedLine], builder: &Builder<'_>) -> Unit {
    let words = words_of(cell, builder);
    let is_empty = words.is_empty();
    let mut unit = builder.unit(Role::Cell, words);
    if is_empty && let Some(line) = cell.first() {
        unit.lines = Lines {
            first: line.number,
            last: line.number,
        };
    }
    unit
}
