//! Pieces: what the lines between two blank lines of a table hold, by kind.
//!
//! A piece is told by its content alone: a number that may begin a row, the
//! name of an office, a contact, a schedule; what is left is address. The
//! pieces of a fragment hold all of its characters.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::contact::{ContactKind, find_contacts};
use super::cut::{Person, row_number, signs};
use crate::content::patterns::Lexicon;
use crate::outline::tree::Builder;
use crate::passage::Passage;
use crate::repair::letters::is_letter_or_digit;
use crate::repair::{RepairedLine, cuts_word, join_cell};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// A number that may begin a row.
    Number(u32),
    /// The name of an office.
    Name,
    /// The beginning of a name that the page cuts.
    NameStart,
    /// A phone, a fax number, an email address, a site.
    Contact,
    /// Hours, reception times, the head of the office.
    Schedule,
    /// Anything else: a part of an address.
    Text,
}

/// A part of a fragment.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    pub(super) words: Passage,
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(\d{1,3})(?:\s?\.)?(?:\s+|$)").expect("the expression is well formed")
});

/// Lines that stand together: between blank lines, and from a line that is moved
/// in, with which a page begins.
pub(super) fn fragments(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Passage> {
    let mut groups: Vec<Vec<&RepairedLine>> = Vec::new();
    let mut gap = true;
    let mut expected = 1;
    for line in lines.iter().filter(|line| !line.furniture) {
        if line.words.is_empty() {
            gap = true;
            continue;
        }
        // Rows may follow each other without a blank line.
        let opens_row = opens_row(line, expected, builder.lexicon);
        expected += u32::from(opens_row);
        match groups.last_mut() {
            Some(group)
                if !opens_row && (!gap && line.indent.blanks == 0 || goes_on(group, line)) =>
            {
                group.push(line);
            }
            _ => groups.push(vec![line]),
        }
        gap = false;
    }
    groups
        .iter()
        .map(|group| join_cell(group.iter().copied(), builder.vocabulary))
        .collect()
}

/// Whether a line begins with the number of the next row and words for a body behind it.
fn opens_row(line: &RepairedLine, expected: u32, lexicon: &Lexicon) -> bool {
    let text = line.words.text();
    row_number(text) == Some(expected) && lexicon.says("office-body", text)
}

fn goes_on(group: &[&RepairedLine], line: &RepairedLine) -> bool {
    group.last().is_some_and(|last| cuts_word(last, line))
}

/// The pieces of a fragment, in its order.
pub(super) fn pieces(fragment: &Passage, lexicon: &Lexicon) -> Vec<Piece> {
    let text = fragment.text();
    let mut cuts: Vec<(PieceKind, Range<usize>)> = Vec::new();
    let mut at = 0;
    if let Some(found) = NUMBER.captures(text)
        && let Some(whole) = found.get(0)
        && !text[whole.end()..].starts_with(|c: char| c.is_ascii_digit() || c == '(')
    {
        let number = found.get(1).and_then(|digits| digits.as_str().parse().ok());
        if let Some(number) = number {
            cuts.push((PieceKind::Number(number), 0..whole.end()));
            at = whole.end();
        }
    }
    if at == 0
        && let Some(kind) = kind_alone(text, lexicon)
    {
        return vec![Piece {
            kind,
            words: fragment.trim(),
        }];
    }
    let behind_link = link_over_name(&text[at..], lexicon).filter(|_| at > 0);
    if let Some(link) = behind_link {
        cuts.push((PieceKind::Contact, at..at + link));
        at += link;
    }
    if let Some(name) = lexicon.find("office-name", &text[at..]) {
        cuts.push((PieceKind::Name, at..at + name.range.end));
        at += name.range.end;
    } else if lexicon.says("office-name-start", &text[at..]) {
        cuts.push((PieceKind::NameStart, at..text.len()));
        at = text.len();
    }
    for contact in find_contacts(&text[at..], lexicon) {
        let zone = at + contact.zone.start..at + contact.zone.end;
        cuts.push((PieceKind::Contact, zone));
    }
    let mut cuts = with_rest(text, cuts, lexicon);
    if behind_link.is_some() {
        // The link belongs to the contacts behind the name.
        cuts[1..].rotate_left(1);
    }
    cuts.into_iter()
        .map(|(kind, range)| Piece {
            kind,
            words: fragment.slice(range).trim(),
        })
        .filter(|piece| !piece.words.is_empty())
        .collect()
}

/// What a fragment is that holds a number without a label, or the head of an office, and
/// nothing else.
fn kind_alone(text: &str, lexicon: &Lexicon) -> Option<PieceKind> {
    let signs = signs(text, lexicon);
    if signs.name || signs.address {
        return None;
    }
    match (signs.contact, signs.person) {
        (Some(ContactKind::Phone), _) => Some(PieceKind::Contact),
        (None, Person::Sure) => Some(PieceKind::Schedule),
        _ => None,
    }
}

/// The end of a site or an email address before the name of an office: links that the
/// export moved to the beginning of their row.
fn link_over_name(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let contacts = find_contacts(text, lexicon);
    let link = contacts.first().filter(|link| link.range.start == 0)?;
    let is_link = matches!(link.kind, ContactKind::Website | ContactKind::Email);
    let end = text.len() - text[link.range.end..].trim_start().len();
    let name = lexicon.find("office-name", &text[end..])?;
    (is_link && name.range.start == 0).then_some(end)
}

/// The cuts with what stands between them; signs without letters and digits go
/// with the cut before them.
fn with_rest(
    text: &str,
    cuts: Vec<(PieceKind, Range<usize>)>,
    lexicon: &Lexicon,
) -> Vec<(PieceKind, Range<usize>)> {
    let mut whole: Vec<(PieceKind, Range<usize>)> = Vec::new();
    let mut at = 0;
    let end = (PieceKind::Text, text.len()..text.len());
    for (kind, range) in cuts.into_iter().chain([end]) {
        let rest = &text[at..range.start];
        if rest.contains(is_letter_or_digit) {
            rests(at..range.start, text, &mut whole, lexicon);
        } else if !rest.trim().is_empty() {
            match whole.last_mut() {
                Some(last) => last.1.end = range.start,
                None => whole.push((PieceKind::Text, at..range.start)),
            }
        }
        at = range.end;
        if !range.is_empty() {
            whole.push((kind, range));
        }
    }
    whole
}

/// What is no contact: address or schedule. Where a page break cuts the columns,
/// an address stands behind an open bracket of the schedule.
fn rests(
    range: Range<usize>,
    text: &str,
    whole: &mut Vec<(PieceKind, Range<usize>)>,
    lexicon: &Lexicon,
) {
    let words = &text[range.clone()];
    if !lexicon.says("schedule", words) {
        whole.push((PieceKind::Text, range));
        return;
    }
    let open = words
        .rfind('(')
        .filter(|open| !words[*open..].contains(')'));
    // So does one where no time has been named yet.
    let from = open.unwrap_or_default();
    let address = lexicon
        .find_earliest("address-start", &words[from..])
        .map(|found| from + found.range.start)
        .filter(|at| {
            let before = &words[..*at];
            let is_untimed = || !before.contains(|c: char| c.is_ascii_digit());
            let ends_times = || lexicon.says("times-end", before.trim_end());
            open.is_some() || *at > 0 && (is_untimed() || ends_times())
        })
        .map(|at| range.start + at);
    match address {
        Some(address) => {
            whole.push((PieceKind::Schedule, range.start..address));
            whole.push((PieceKind::Text, address..range.end));
        }
        None => whole.push((PieceKind::Schedule, range)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_lines;
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(fragment: &str, expected: &[(PieceKind, &str)]) {
        with_lines(Language::Kk, fragment, |lines, builder| {
            let pieces = pieces(&lines[0].words, builder.lexicon);
            let read: Vec<_> = pieces
                .iter()
                .map(|piece| (piece.kind, piece.words.text()))
                .collect();
            assert_eq!(read, expected, "in: {fragment}");
        });
    }

    #[test]
    fn a_link_that_stands_before_the_name_belongs_behind_it() {
        let name = "«Абай ауданының бөлімі» мемлекеттік мекемесі";
        let row = [
            (PieceKind::Number(6), "6"),
            (PieceKind::Name, name),
            (PieceKind::Contact, "www.abai.kz"),
        ];
        check(&format!("6 www.abai.kz {name}"), &row);
        check(&format!("6 {name} www.abai.kz"), &row);
    }
}
