//! Tables whose cells nothing marks, read by the columns that the header names.
//!
//! The cells may stand one under the other, with or without blank lines between
//! them, or share lines; the header may name its columns in any order. A table in
//! which a part fits no column, or a row has no name or cannot be reached, is not
//! sure and is none.

use super::column::ColumnKind;
use super::contact::awaits_number;
use super::cut::{Part, cut, has_postcode, signs};
use super::header::{Gapped, Header, find_header, heading, may_be_name, promises};
use super::order::{Layout, Place, Seat, Start, seats};
use super::run_together;
use super::whole::{CELL_GAP, whole_lines};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Lines, Role, Unit};
use crate::outline::tree::Builder;
use crate::passage::Passage;
use crate::repair::{RepairedLine, join_cell, join_prose};

/// One line in so many has a blank line before it where blank lines part cells.
const SHARE_OF_BLANKS: usize = 7;

/// Reads the content of an annex; `None` where no table of offices is sure.
pub(super) fn parse(lines: &[RepairedLine], builder: &Builder<'_>) -> Option<Vec<Unit>> {
    let lines = whole_lines(lines, builder);
    if lines.len() < 3 || !promises(&lines, builder.lexicon) {
        return None;
    }
    let mut parts: Vec<Vec<Part>> = lines
        .iter()
        .map(|(gap, line)| cut(*gap, line, builder.lexicon))
        .collect();
    keep_with_labels(&mut parts, builder.lexicon);
    let mut units = Vec::new();
    let mut from = 0;
    while from < lines.len() {
        let header = find_header(&lines[from..], &parts[from..], builder)?;
        let next = next_table(&lines, &parts, from + header.end, builder);
        units.push(table(
            &lines[from..next],
            &parts[from..next],
            header,
            builder,
        )?);
        from = next;
    }
    Some(units)
}

/// Figures begin a cell only where they stand alone, and the line before does not go on.
fn keep_with_labels(parts: &mut [Vec<Part>], lexicon: &Lexicon) {
    let mut is_open = false;
    for line in parts {
        let is_alone = line.len() == 1 && !is_open;
        for part in line.iter_mut() {
            part.signs.figures &= is_alone;
        }
        let last = line.last().map_or("", |last| last.words.text());
        is_open = awaits_number(last, lexicon);
    }
}

/// Where the next table begins: at a caption behind a blank line with a header
/// under it.
fn next_table(lines: &[Gapped], parts: &[Vec<Part>], from: usize, builder: &Builder<'_>) -> usize {
    let captions = (from + 1..lines.len()).filter(|at| {
        let text = lines[*at].1.words.text();
        lines[*at].0 > 0 && text.len() < 400 && builder.lexicon.says("office-caption", text)
    });
    captions
        .into_iter()
        .find(|at| {
            let until = lines.len().min(at + 30);
            find_header(&lines[*at..until], &parts[*at..until], builder).is_some()
        })
        .unwrap_or(lines.len())
}

fn table(
    lines: &[Gapped],
    parts: &[Vec<Part>],
    header: Header,
    builder: &Builder<'_>,
) -> Option<Unit> {
    let Header {
        first,
        end,
        places,
        cells,
    } = header;
    let caption = lines[..first].iter().map(|(_, line)| line);
    let caption = join_prose(caption, builder.vocabulary);
    let mut children = vec![heading(&cells, builder)];
    let (numbers, start) = column_numbers(lines, parts, end, builder);
    children.extend(numbers);
    let until = (start..lines.len())
        .find(|at| is_note(lines[*at].1.words.text(), builder))
        .unwrap_or(lines.len());
    let texts = |range: &[Gapped]| -> Vec<String> {
        range
            .iter()
            .map(|(_, line)| line.words.text().to_owned())
            .collect()
    };
    let printed = texts(&lines[first..end]);
    let mut body: Vec<usize> = Vec::new();
    let mut repeated: Vec<(u32, Unit)> = Vec::new();
    let mut at = start;
    while at < until {
        // A page may print the header again.
        if at + printed.len() <= until && texts(&lines[at..at + printed.len()]) == printed {
            let again: Vec<Passage> = lines[at..at + printed.len()]
                .iter()
                .map(|(_, line)| line.words.clone())
                .collect();
            repeated.push((lines[at].1.number, heading(&again, builder)));
            at += printed.len();
            continue;
        }
        body.push(at);
        at += 1;
    }
    let by_line = body.iter().flat_map(|at| parts[*at].iter().cloned());
    let mut rows = seated(by_line.collect(), &places, builder).or_else(|| {
        let body: Vec<&Gapped> = body.iter().map(|at| &lines[*at]).collect();
        seated(run_together::parts(&body, builder)?, &places, builder)
    })?;
    rows.extend(repeated);
    rows.sort_by_key(|(line, _)| *line);
    children.extend(rows.into_iter().map(|(_, unit)| unit));
    let notes = lines[until..].iter();
    children.extend(notes.map(|(_, line)| builder.unit(Role::Line, line.words.clone())));
    Some(builder.group(Role::Table, caption, children))
}

/// The rows of a table whose parts fit its columns.
fn seated(
    mut body: Vec<Part>,
    places: &[Place],
    builder: &Builder<'_>,
) -> Option<Vec<(u32, Unit)>> {
    let starts = row_starts(&mut body, builder.lexicon);
    let numbered = starts.iter().any(|start| *start != Start::No);
    let places = with_number(places.to_vec(), numbered);
    let layout = layout(&body, &starts);
    if layout.blanks {
        spread_names(&mut body, builder);
    }
    let seats = seats(&body, &places, &starts, layout)?;
    rows(&body, &seats, &places, builder)
}

/// Rows with numbers have a column for them, whatever the header says.
fn with_number(mut places: Vec<Place>, numbered: bool) -> Vec<Place> {
    let has = places.iter().any(|place| place.kind == ColumnKind::Number);
    if numbered && !has {
        let cell = usize::MAX;
        places.insert(
            0,
            Place {
                kind: ColumnKind::Number,
                cell,
            },
        );
    }
    places
}

fn is_note(text: &str, builder: &Builder<'_>) -> bool {
    text.starts_with('*') || builder.lexicon.says("note", text)
}

/// A row that counts the columns, `1 2 3 4`, in a line or in lines of its own.
fn column_numbers(
    lines: &[Gapped],
    parts: &[Vec<Part>],
    end: usize,
    builder: &Builder<'_>,
) -> (Option<Unit>, usize) {
    let mut cells: Vec<Passage> = Vec::new();
    let mut at = end;
    while let Some((_, line)) = lines.get(at) {
        let words: Vec<&str> = line.words.text().split_whitespace().collect();
        let counts = |(word, nth): (&&str, usize)| word.parse() == Ok(nth);
        if !words.iter().zip(cells.len() + 1..).all(counts) {
            break;
        }
        let mut from = 0;
        for word in words {
            let start = from + line.words.text()[from..].find(word).unwrap_or(0);
            from = start + word.len();
            cells.push(line.words.slice(start..from));
        }
        at += 1;
    }
    // The number of the first row is no number of a column.
    let is_row =
        at - end <= 1 && cells.len() < 3 || parts.get(at).and_then(|line| line.first()).is_none();
    if is_row {
        return (None, end);
    }
    (Some(heading(&cells, builder)), at)
}

/// For each part whether a row begins with it, by the numbers of rows. Behind a page, the
/// number of a row may stand before the rest of a name: it becomes a part of its own.
fn row_starts(parts: &mut Vec<Part>, lexicon: &Lexicon) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::with_capacity(parts.len());
    let mut expected = 1;
    let mut at = 0;
    while at < parts.len() {
        if let Some((number, rest)) = torn_number(&parts[at..], expected, lexicon) {
            parts.splice(at..=at, [number, rest]);
        }
        starts.push(Start::No);
        let part = &parts[at];
        at += 1;
        let Some(number) = part.signs.number else {
            continue;
        };
        let names = parts.get(at).is_some_and(may_be_name);
        let sure = parts.get(at).is_some_and(|next| next.signs.name);
        let after_heading = at > 1 && parts[at - 2].district;
        let counts = number == expected
            || number == expected + 1 && sure && expected > 1
            || number == 1 && after_heading;
        if part.starts_line && names && counts {
            starts[at - 1] = match part.gap {
                0..=CELL_GAP => Start::Row,
                _ => Start::RowOrTorn,
            };
            expected = number + 1;
        }
    }
    starts
}

/// The number of a row before words with a small letter, where a page ended before it and
/// no row further on has that number.
fn torn_number(parts: &[Part], expected: u32, lexicon: &Lexicon) -> Option<(Part, Part)> {
    let part = parts.first()?;
    if part.gap <= CELL_GAP || !part.starts_line {
        return None;
    }
    let text = part.words.text();
    let (figures, _) = text.split_once(' ')?;
    let is_expected = figures.trim_end_matches(['.', ')']).parse() == Ok(expected);
    let behind = figures.len() + 1;
    let is_small = text[behind..].starts_with(char::is_lowercase);
    let mut others = parts.iter().zip(&parts[1..]);
    let comes_later = others.any(|(part, next)| {
        part.starts_line && part.signs.number == Some(expected) && may_be_name(next)
    });
    if !is_expected || !is_small || comes_later {
        return None;
    }
    let of = |words: Passage| Part {
        signs: signs(words.text(), lexicon),
        district: false,
        words,
        ..part.clone()
    };
    let number = Part {
        ends_line: false,
        ..of(part.words.slice(0..figures.len()))
    };
    let rest = Part {
        gap: 0,
        starts_line: false,
        ..of(part.words.slice(behind..text.len()))
    };
    Some((number, rest))
}

fn layout(parts: &[Part], starts: &[Start]) -> Layout {
    let inside = parts
        .iter()
        .zip(starts)
        .filter(|(part, start)| part.starts_line && **start == Start::No);
    let inside: Vec<&Part> = inside.map(|(part, _)| part).collect();
    let gaps = inside.iter().filter(|part| part.gap > 0).count();
    Layout {
        blanks: gaps * SHARE_OF_BLANKS >= inside.len() && gaps > 0,
    }
}

/// Lines that stand together are one cell: the word for a body in one of them tells
/// of those before it that they are a name, unless they hold a postcode. A line end may
/// cut that word.
fn spread_names(parts: &mut [Part], builder: &Builder<'_>) {
    for at in 1..parts.len() {
        let (last, next) = (&parts[at - 1], &parts[at]);
        let is_cut = next.starts_line && next.gap == 0 && last.words.text().ends_with('-');
        let whole =
            is_cut.then(|| join_cell(&[last.as_line(), next.as_line()], builder.vocabulary));
        let is_name = whole.is_some_and(|whole| builder.lexicon.says("office-body", whole.text()));
        parts[at].signs.name |= is_name;
    }
    for at in (1..parts.len()).rev() {
        let next = &parts[at];
        let goes_on = next.signs.name && next.starts_line && next.gap == 0;
        let part = &mut parts[at - 1];
        let is_address = has_postcode(part.words.text());
        let signs = &mut part.signs;
        let is_words = signs.contact.is_none() && signs.number.is_none() && !signs.schedule;
        signs.name |= goes_on && is_words && !is_address;
    }
}

/// The rows and sub-headings with their first lines; `None` where a row says too
/// little.
fn rows(
    parts: &[Part],
    seats: &[Seat],
    places: &[Place],
    builder: &Builder<'_>,
) -> Option<Vec<(u32, Unit)>> {
    let mut units: Vec<(u32, Unit)> = Vec::new();
    let mut open: Vec<(usize, &Part)> = Vec::new();
    let mut found = 0;
    let ends = seats.iter().map(Some).chain([None]);
    for (at, seat) in ends.enumerate() {
        let opens = !matches!(
            seat,
            Some(Seat::Cell {
                opens_row: false,
                ..
            })
        );
        if opens && !open.is_empty() {
            units.push((open[0].1.line, row(&open, places, builder)?));
            found += 1;
            open.clear();
        }
        match seat {
            Some(Seat::Heading) => {
                let unit = builder.unit(Role::Heading, parts[at].words.clone());
                units.push((parts[at].line, unit));
            }
            Some(Seat::Cell { column, .. }) => open.push((*column, &parts[at])),
            None => {}
        }
    }
    (found > 0).then_some(units)
}

fn row(parts: &[(usize, &Part)], places: &[Place], builder: &Builder<'_>) -> Option<Unit> {
    let line = parts.first()?.1.line;
    let mut number = None;
    let mut cells = Vec::new();
    let mut has_name = false;
    let mut is_reached = false;
    for (column, place) in places.iter().enumerate() {
        let lines: Vec<RepairedLine> = parts
            .iter()
            .filter(|(at, _)| *at == column)
            .map(|(_, part)| part.as_line())
            .collect();
        let words = join_cell(&lines, builder.vocabulary);
        if place.kind == ColumnKind::Number {
            number = Some(words).filter(|words| !words.is_empty());
            continue;
        }
        has_name |= place.kind == ColumnKind::Name && !words.is_empty();
        is_reached |= place.kind.reaches() && !words.is_empty();
        cells.push(cell(words, line, builder));
    }
    (has_name && is_reached).then(|| builder.row(number, cells))
}

/// A cell; an empty one stands in the line of its row.
pub(super) fn cell(words: Passage, line: u32, builder: &Builder<'_>) -> Unit {
    let is_empty = words.is_empty();
    let mut unit = builder.unit(Role::Cell, words);
    if is_empty {
        unit.lines = Lines {
            first: line,
            last: line,
        };
    }
    unit
}
