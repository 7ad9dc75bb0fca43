//! Rows told by their place: a number that follows, a label, what is required.
//!
//! The labels of acts vary more than phrases can list. Where the number or the caption
//! of the table confirms a row, a few words of its label say what it requires, and a
//! label without any still begins a row.

use super::super::super::tree::Builder;
use super::layout::Segment;
use super::name::{RowStart, Sign, cell_end, joined, number_at};
use crate::passage::Passage;

/// The row that begins at a segment, by what stands around it; `None` where none does.
pub(super) fn row_by_place<'a>(
    segments: &[Segment],
    at: usize,
    rows: &[RowStart<'a>],
    is_captioned: bool,
    builder: &Builder<'a>,
) -> Option<RowStart<'a>> {
    let last = rows.last();
    short_row_at(segments, at, last, builder)
        .or_else(|| {
            is_captioned
                .then(|| labelled_row_at(segments, at, rows, builder))
                .flatten()
        })
        .or_else(|| last.and_then(|last| other_row_at(segments, at, last)))
}

/// A row with a name so short that it may stand anywhere, as `Срок` does: its number
/// confirms it, and nothing else stands in its cell.
fn short_row_at<'a>(
    segments: &[Segment],
    at: usize,
    last: Option<&RowStart<'_>>,
    builder: &Builder<'a>,
) -> Option<RowStart<'a>> {
    let (number, name_at, byte) = number_at(segments, at);
    let nth = ordinal(number.as_ref()?)?;
    let before = last.and_then(|last| ordinal(last.number.as_ref()?));
    let name = segments.get(name_at)?.rest_from(byte).words;
    let found = builder.lexicon.find("requirement-short", name.text())?;
    (nth == 1 || before.is_some_and(|before| before + 1 == nth)).then(|| RowStart {
        sign: Sign::Name,
        kind: found.value.unwrap_or_default(),
        from: at,
        number,
        name,
        content: (name_at + 1, 0),
    })
}

/// A row whose name no phrase reads, told by its cells: the number that follows that
/// of the row before, the name, what is required.
fn other_row_at<'a>(segments: &[Segment], at: usize, last: &RowStart<'_>) -> Option<RowStart<'a>> {
    let first = &segments[at];
    let (name, content) = (segments.get(at + 1)?, segments.get(at + 2)?);
    let in_cells = name.begins_cell && content.begins_cell && name.line == first.line;
    let follows = ordinal(&first.words)? == ordinal(last.number.as_ref()?)? + 1;
    (in_cells && follows && content.line == first.line).then(|| RowStart {
        sign: Sign::Place,
        kind: "",
        from: at,
        number: Some(first.words.clone()),
        name: name.words.clone(),
        content: (at + 2, 0),
    })
}

/// A row under the caption of a table of requirements: a label in a cell of its own, with
/// the number that follows, or in a table without numbers with words that say what is
/// required.
fn labelled_row_at<'a>(
    segments: &[Segment],
    at: usize,
    rows: &[RowStart<'a>],
    builder: &Builder<'a>,
) -> Option<RowStart<'a>> {
    let (number, name_at, byte) = number_at(segments, at);
    // What is required stands beside its label, however many lines either takes up.
    let line = segments[at].line;
    let end = cell_end(segments, at, name_at).filter(|end| segments[*end].line == line)?;
    let mut window = vec![segments.get(name_at)?.rest_from(byte)];
    window.extend_from_slice(segments.get(name_at + 1..end)?);
    let name = joined(&window, builder);
    let label = builder.lexicon.find("requirement-label", name.text());
    let kind = label.and_then(|found| found.value).unwrap_or_default();
    let before = rows.last().map(|last| last.number.as_ref());
    let is_next = match (&number, before) {
        (Some(number), None) => ordinal(number) == Some(1),
        (Some(number), Some(before)) => {
            let before = before.and_then(ordinal);
            before.is_some_and(|before| ordinal(number) == Some(before + 1))
        }
        (None, before) => !kind.is_empty() && before.flatten().is_none(),
    };
    if !is_next || name.text().ends_with([':', ';']) {
        return None;
    }
    // What a second label of the kind stands for is a row of its own as well.
    let is_new = rows.iter().all(|known| known.kind != kind);
    Some(RowStart {
        sign: Sign::Place,
        kind: if is_new { kind } else { "" },
        from: at,
        number,
        name,
        content: (end, 0),
    })
}

fn ordinal(number: &Passage) -> Option<u32> {
    number.text().trim_end_matches(['.', ')', ' ']).parse().ok()
}
