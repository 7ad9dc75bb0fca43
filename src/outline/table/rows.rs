//! Rows out of pieces: the columns of a table whose cells the export wrote one
//! under the other, torn by page breaks.
//!
//! A row has one name. What stands behind a name belongs to its row until
//! something shows that the next row begins: its number, its name, the address
//! that a page break moved before the name, a second schedule. Nothing is
//! guessed: what comes to stand in no row with a name stays a line.

use super::cut::has_postcode;
use super::piece::{Piece, PieceKind};
use crate::content::patterns::Lexicon;
use crate::passage::Passage;
use crate::repair::quotes::{CLOSING, is_open};

/// A row that is being put together.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) index: u32,
    pub(super) number: Option<Passage>,
    pub(super) name: Passage,
    pub(super) address: Passage,
    pub(super) schedule: Passage,
    pub(super) contacts: Vec<Passage>,
    /// What stands behind a row that says all that rows say.
    pub(super) unread: Vec<Passage>,
    cut_name: bool,
    last: Option<PieceKind>,
}

impl Draft {
    fn at(index: u32) -> Self {
        Self {
            index,
            ..Self::default()
        }
    }

    /// Whether it may be the whole row.
    pub(super) const fn is_row(&self) -> bool {
        !self.name.is_empty() && (!self.address.is_empty() || !self.contacts.is_empty())
    }

    /// Whether its address is there and no more of it is to come.
    fn has_whole_address(&self) -> bool {
        !self.contacts.is_empty()
            && !self.address.is_empty()
            && !self.address.text().ends_with([',', '-', '('])
    }

    const fn is_empty(&self) -> bool {
        self.number.is_none()
            && self.name.is_empty()
            && self.address.is_empty()
            && self.schedule.is_empty()
            && self.contacts.is_empty()
            && self.unread.is_empty()
    }

    /// What it holds, in the order of its columns.
    pub(super) fn parts(self) -> Vec<Passage> {
        self.number
            .into_iter()
            .chain([self.name, self.address, self.schedule])
            .chain(self.contacts)
            .chain(self.unread)
            .filter(|part| !part.is_empty())
            .collect()
    }
}

/// Puts the pieces of the fragments of one table together.
pub(super) fn rows(fragments: &[Vec<Piece>], lexicon: &Lexicon) -> Vec<Draft> {
    let mut rows = Vec::new();
    let mut current = Draft::at(1);
    for (at, fragment) in fragments.iter().enumerate() {
        let next_begins = fragments.get(at + 1).is_some_and(|next| begins_row(next));
        for (nth, piece) in fragment.iter().enumerate() {
            let context = Context {
                next_is_name: fragment
                    .get(nth + 1)
                    .map_or(next_begins, |next| is_name(next.kind)),
                starts_fragment: nth == 0,
                is_whole: fragment.len() == 1,
                next_begins,
            };
            if opens_row(&current, piece, &context, lexicon) {
                let next = Draft::at(current.index + 1);
                rows.push(std::mem::replace(&mut current, next));
            }
            take(&mut current, piece, &context, lexicon);
        }
    }
    rows.push(current);
    rows.retain(|row| !row.is_empty());
    rows
}

/// What stands around a piece.
struct Context {
    next_is_name: bool,
    starts_fragment: bool,
    is_whole: bool,
    next_begins: bool,
}

const fn is_name(kind: PieceKind) -> bool {
    matches!(kind, PieceKind::Name | PieceKind::NameStart)
}

/// Whether a fragment begins with a name, with or without a number.
fn begins_row(fragment: &[Piece]) -> bool {
    match fragment {
        [first, ..] if is_name(first.kind) => true,
        [first, second, ..] if matches!(first.kind, PieceKind::Number(_)) => is_name(second.kind),
        _ => false,
    }
}

fn opens_row(current: &Draft, piece: &Piece, context: &Context, lexicon: &Lexicon) -> bool {
    if current.is_empty() {
        return false;
    }
    match piece.kind {
        PieceKind::Name | PieceKind::NameStart => !current.name.is_empty(),
        PieceKind::Number(number) => {
            number == current.index + 1
                && !current.name.is_empty()
                && (context.next_is_name || !current.contacts.is_empty())
        }
        PieceKind::Text => {
            context.starts_fragment
                && context.is_whole
                && context.next_begins
                && current.is_row()
                && current.has_whole_address()
        }
        PieceKind::Schedule => {
            lexicon.says("reception-start", piece.words.text())
                && has_reception(current, lexicon)
                && !current.contacts.is_empty()
        }
        PieceKind::Contact => false,
    }
}

fn has_reception(current: &Draft, lexicon: &Lexicon) -> bool {
    lexicon.says("reception-start", current.schedule.text())
}

fn take(current: &mut Draft, piece: &Piece, context: &Context, lexicon: &Lexicon) {
    let mut kind = piece.kind;
    if let PieceKind::Number(number) = kind {
        let is_first = current.number.is_none() && current.name.is_empty();
        let fits = number == current.index || current.index == 1;
        let begins = context.next_is_name || is_first || current.cut_name;
        // A page may print the number of a row under its name.
        let is_below = number == current.index
            && context.is_whole
            && !current.name.is_empty()
            && current.address.is_empty()
            && current.contacts.is_empty();
        if current.number.is_none() && fits && (begins || is_below) {
            current.index = number;
            current.number = Some(piece.words.clone());
            return;
        }
        kind = PieceKind::Text;
    }
    if kind == PieceKind::Text {
        kind = text_kind(current, piece, lexicon);
    }
    match kind {
        PieceKind::Name | PieceKind::NameStart => {
            append(&mut current.name, &piece.words);
            current.cut_name = is_open(current.name.text()) && piece.kind != PieceKind::Name;
        }
        PieceKind::Schedule => append(&mut current.schedule, &piece.words),
        PieceKind::Contact => current.contacts.push(piece.words.clone()),
        PieceKind::Text | PieceKind::Number(_)
            if context.starts_fragment && current.has_whole_address() =>
        {
            current.unread.push(piece.words.clone());
        }
        PieceKind::Text | PieceKind::Number(_) => append(&mut current.address, &piece.words),
    }
    current.last = Some(kind);
}

/// What a text continues: a name that the page cut, an unfinished schedule.
fn text_kind(current: &Draft, piece: &Piece, lexicon: &Lexicon) -> PieceKind {
    let text = piece.words.text();
    if current.cut_name && closes(current.name.text(), text, lexicon) {
        return PieceKind::NameStart;
    }
    // Behind a whole address, what goes on after a time is where the head receives.
    let goes_on = current.has_whole_address() && text.ends_with([',', ';']);
    let unfinished = goes_on || current.schedule.text().ends_with([',', ':']);
    if unfinished && current.last == Some(PieceKind::Schedule) && !has_postcode(text) {
        return PieceKind::Schedule;
    }
    PieceKind::Text
}

/// Whether a text closes the quote of a name, and says behind it at most what kind of
/// body that is.
fn closes(name: &str, text: &str, lexicon: &Lexicon) -> bool {
    let Some(at) = text.rfind(CLOSING) else {
        return false;
    };
    let behind = text[at..].trim_start_matches(CLOSING).trim();
    let is_kind = behind.is_empty() || lexicon.says("office-body", behind) && !behind.contains(',');
    is_kind && !is_open(&format!("{name} {text}"))
}

fn append(cell: &mut Passage, words: &Passage) {
    // A line end cut the word.
    let cuts = cell.text().ends_with('-') && words.text().starts_with(char::is_lowercase);
    if cuts {
        *cell = cell.slice(0..cell.text().len() - 1);
    } else if !cell.is_empty() {
        cell.push_inserted(" ");
    }
    cell.push(words);
}
