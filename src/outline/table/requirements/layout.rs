//! Layout: the lines of an annex as the pieces of cells, in reading order.

use crate::content::patterns::Lexicon;
use crate::passage::Passage;
use crate::repair::{Indent, RepairedLine};

/// Blanks that part columns; words of a justified line stand closer.
const COLUMN_GAP: usize = 3;
/// How far the cells of a column may begin to the left of it.
const SLACK: usize = 2;
/// One line in so many must hold a gap for the table to be set in columns.
const SHARE_OF_GAPS: usize = 5;

/// Rows with a number that a table must have for all of its rows to have one.
const NUMBERED: usize = 4;
/// Blanks that stand for a cell of a grid: more than the slack of a column.
const GRID_STEP: usize = 10;

/// A part of a line that belongs to one cell.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) words: Passage,
    pub(super) line: u32,
    /// True where the layout shows that a cell begins.
    pub(super) begins_cell: bool,
    /// True after a blank line.
    pub(super) after_blank: bool,
    column: usize,
    /// True for a line that stands in no cell of a grid, as a caption does.
    is_outside: bool,
}

impl Segment {
    /// The segment as a line, for joining.
    pub(super) fn as_line(&self) -> RepairedLine {
        RepairedLine {
            number: self.line,
            words: self.words.clone(),
            indent: Indent::default(),
            furniture: false,
        }
    }

    /// The segment without its first bytes.
    pub(super) fn rest_from(&self, at: usize) -> Self {
        Self {
            words: self.words.slice(at..self.words.text().len()).trim(),
            ..self.clone()
        }
    }
}

/// The pieces of cells in the order in which a reader reads them: a cell to its
/// end, then the next one.
pub(super) fn segments(lines: &[RepairedLine], lexicon: &Lexicon) -> Vec<Segment> {
    let lines: Vec<(bool, &RepairedLine)> = with_gaps(lines);
    let filled = lines.len();
    let gapped = lines
        .iter()
        .filter(|(_, line)| split(line, false, false).len() > 1)
        .count();
    if let Some(columns) = grid_columns(&lines) {
        let rows = lines.iter().map(|(after_blank, line)| {
            let parts = split(line, *after_blank, true);
            in_grid(parts, line.indent.tabs, columns)
        });
        return by_column(rows.collect(), lexicon);
    }
    // Tabulators mark cells; where they stand, blanks set no columns.
    let tabbed = lines
        .iter()
        .filter(|(_, line)| line.words.text().contains('\t'));
    let is_tabbed = tabbed.count() * 2 >= gapped;
    let in_columns = !is_tabbed && gapped >= 2 && gapped * SHARE_OF_GAPS >= filled;
    let rows: Vec<Vec<Segment>> = lines
        .iter()
        .map(|(after_blank, line)| split(line, *after_blank, !in_columns))
        .collect();
    if in_columns {
        by_column(rows, lexicon)
    } else {
        rows.into_iter().flatten().collect()
    }
}

/// Segments that stand in one cell, by where cells begin.
pub(super) fn cells(segments: &[Segment]) -> Vec<&[Segment]> {
    let mut cells = Vec::new();
    let mut start = 0;
    for at in 1..=segments.len() {
        let begins = segments
            .get(at)
            .is_none_or(|segment| segment.begins_cell || segment.after_blank);
        if begins && start < at {
            cells.push(&segments[start..at]);
            start = at;
        }
    }
    cells
}

/// The columns of a table in which cells go on under themselves: a line that leaves
/// its first cells empty fills those that go on. `None` for any other layout.
fn grid_columns(lines: &[(bool, &RepairedLine)]) -> Option<usize> {
    let cells =
        |line: &RepairedLine| line.indent.tabs + 1 + line.words.text().matches('\t').count();
    let columns = lines.iter().map(|(_, line)| cells(line)).max()?;
    let is_whole = |line: &RepairedLine| cells(line) == columns;
    let rows = lines
        .iter()
        .filter(|(_, line)| !line.indent.has_tab() && is_whole(line));
    let below = lines
        .iter()
        .filter(|(_, line)| line.indent.has_tab() && is_whole(line));
    (columns > 1 && rows.take(NUMBERED).count() == NUMBERED && below.take(2).count() == 2)
        .then_some(columns)
}

/// The parts of a line in the columns of a grid. A line outside of it fills the last
/// column of none.
fn in_grid(parts: Vec<Segment>, tabs: usize, columns: usize) -> Vec<Segment> {
    let is_outside = tabs == 0 && parts.len() == 1 && columns > 1;
    let placed = parts.into_iter().zip(tabs..).map(|(part, cell)| Segment {
        column: cell * GRID_STEP,
        is_outside,
        ..part
    });
    placed.filter(|part| !part.words.is_empty()).collect()
}

/// The lines with words, each with whether a blank line stands before it.
fn with_gaps(lines: &[RepairedLine]) -> Vec<(bool, &RepairedLine)> {
    let mut after_blank = true;
    let mut filled = Vec::new();
    for line in lines.iter().filter(|line| !line.furniture) {
        if line.words.is_empty() {
            after_blank = true;
        } else {
            filled.push((after_blank, line));
            after_blank = false;
        }
    }
    filled
}

/// Parts a line at tabulators, and at wide gaps unless those are no columns.
/// How wide a gap was stands in the source: repair leaves one blank of it.
fn split(line: &RepairedLine, after_blank: bool, only_tabs: bool) -> Vec<Segment> {
    let text = line.words.text();
    let mut parts: Vec<Segment> = Vec::new();
    let mut start = 0;
    let mut column = line.indent.blanks;
    let mut push = |range: std::ops::Range<usize>, column: usize| {
        let is_first = parts.is_empty();
        parts.push(Segment {
            words: line.words.slice(range).trim(),
            line: line.number,
            begins_cell: !is_first || line.indent.has_tab(),
            after_blank: is_first && after_blank,
            column,
            is_outside: false,
        });
    };
    let mut at = 0;
    while let Some(gap) = text[at..].find(char::is_whitespace) {
        let from = at + gap;
        let to = text.len() - text[from..].trim_start().len();
        let width = width_in_source(&line.words, from, to);
        let has_tab = text[from..to].contains('\t');
        if has_tab || (!only_tabs && width >= COLUMN_GAP) {
            push(start..from, column);
            column += text[start..from].chars().count() + width;
            start = to;
        }
        at = to;
    }
    push(start..text.len(), column);
    parts
}

/// Bytes of the source between the words on both sides of a gap.
fn width_in_source(words: &Passage, from: usize, to: usize) -> usize {
    let before = words.span_of(0..from).map(|span| span.end);
    let after = words.span_of(to..words.text().len()).map(|span| span.start);
    match (before, after) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => to - from,
    }
}

/// Puts the columns of each row one after the other.
fn by_column(lines: Vec<Vec<Segment>>, lexicon: &Lexicon) -> Vec<Segment> {
    let Some(last_column) = last_column(&lines) else {
        return lines.into_iter().flatten().collect();
    };
    let mut ordered = Vec::new();
    let mut content: Vec<Segment> = Vec::new();
    let mut has_rows = false;
    // Where rows have numbers, a line of a name that begins with a capital letter
    // opens none.
    let numbers = lines
        .iter()
        .filter_map(|line| line.first())
        .filter(|first| is_number(first.words.text()));
    let is_numbered = numbers.count() >= NUMBERED;
    for line in lines {
        let opens = line.first().is_some_and(|first| {
            let text = first.words.text();
            first.column + SLACK < last_column
                && if is_numbered {
                    text.starts_with(|c: char| c.is_ascii_digit())
                } else {
                    begins_row(first, lexicon)
                }
        });
        let is_outside = line.first().is_some_and(|first| first.is_outside);
        if opens || is_outside {
            close(&mut ordered, &mut content);
        }
        has_rows |= opens;
        for mut segment in line {
            if segment.column + SLACK >= last_column {
                segment.begins_cell = content.is_empty();
                content.push(segment);
            } else {
                // The name of a row goes on.
                segment.begins_cell &= opens || is_outside || !has_rows;
                ordered.push(segment);
            }
        }
    }
    close(&mut ordered, &mut content);
    ordered
}

fn close(ordered: &mut Vec<Segment>, content: &mut Vec<Segment>) {
    ordered.append(content);
}

/// Where most lines with several parts begin their last one.
fn last_column(lines: &[Vec<Segment>]) -> Option<usize> {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    let parted = lines.iter().filter(|line| line.len() > 1);
    for last in parted.filter_map(|line| line.last()) {
        *counts.entry(last.column).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map(|(column, _)| column)
}

/// The number of a row, alone.
fn is_number(text: &str) -> bool {
    let figures = text.trim_end_matches(['.', ')']);
    (1..=2).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number, or the first words of a requirement, at the left edge.
fn begins_row(segment: &Segment, lexicon: &Lexicon) -> bool {
    let text = segment.words.text();
    text.starts_with(|c: char| c.is_ascii_digit())
        || (text.starts_with(char::is_uppercase) && lexicon.says("requirement-start", text))
}
