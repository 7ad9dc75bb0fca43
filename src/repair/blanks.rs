//! Blanks: one between words, none before a comma or inside an address.
//!
//! A gap that is wider than a word (a signature after its office) is layout and
//! stays; joining lines to a paragraph makes it one blank.

use crate::passage::{Passage, Piece};

use super::letters::is_letter_or_digit;

/// From this width on a gap is layout.
const LAYOUT_GAP: usize = 8;

/// The line with single blanks, if that changes it.
pub(super) fn repair(words: &Passage) -> Option<Passage> {
    without_extra(words, LAYOUT_GAP)
}

/// The words with single blanks, whatever the width of the gaps.
pub(super) fn single(words: &Passage) -> Option<Passage> {
    without_extra(words, usize::MAX)
}

fn without_extra(words: &Passage, layout_gap: usize) -> Option<Passage> {
    let text = words.text();
    if !has_extra(text) {
        return None;
    }
    let mut pieces = Vec::new();
    let mut from = 0;
    for gap in gaps(text) {
        let width = text[gap.clone()].chars().count();
        // A tabulator parts cells, and two of them say that one between is empty.
        let is_layout =
            width >= layout_gap || layout_gap < usize::MAX && text[gap.clone()].contains('\t');
        if is_layout {
            continue;
        }
        let wanted = usize::from(!closes_up(&text[..gap.start], &text[gap.end..]));
        let kept = text[gap.clone()]
            .chars()
            .take(wanted)
            .map(char::len_utf8)
            .sum::<usize>();
        if kept == gap.len() {
            continue;
        }
        pieces.push(Piece::Kept(from..gap.start + kept));
        from = gap.end;
    }
    if pieces.is_empty() {
        return None;
    }
    pieces.push(Piece::Kept(from..text.len()));
    Some(words.rearranged(&pieces))
}

/// A cheap test for what the rule may change.
fn has_extra(text: &str) -> bool {
    text.contains('@')
        || text
            .as_bytes()
            .windows(2)
            .any(|pair| BEFORE[usize::from(pair[0])] & AFTER[usize::from(pair[1])] != 0)
}

/// A blank, and an opening bracket, as the first of two bytes.
static BEFORE: [u8; 256] = bytes(&[(b" \t", 1), (b"(", 2)]);
/// What makes an extra blank out of a blank before it, and out of a bracket: the
/// first byte of a no-break blank stands among the first.
static AFTER: [u8; 256] = bytes(&[(b" \t", 3), (b",;.:)\xc2", 1)]);

/// A table of bytes with their marks.
const fn bytes(marks: &[(&[u8], u8)]) -> [u8; 256] {
    let mut table = [0; 256];
    let mut row = 0;
    while row < marks.len() {
        let (bytes, mark) = marks[row];
        let mut at = 0;
        while at < bytes.len() {
            table[bytes[at] as usize] = mark;
            at += 1;
        }
        row += 1;
    }
    table
}

/// Runs of blanks between words.
fn gaps(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_whitespace)?;
        let end = text.len() - text[start..].trim_start().len();
        rest = end;
        Some(start..end)
    })
}

/// Whether two sides of a blank belong together without it.
fn closes_up(left: &str, right: &str) -> bool {
    if left.ends_with('(') {
        return true;
    }
    let mut after = right.chars();
    match after.next() {
        Some(',' | ';' | ')') => true,
        // A stop before a letter or digit may begin something: `.kz`, `.5`.
        Some('.' | ':') => {
            after.next().is_none_or(|c| !is_letter_or_digit(c)) || splits_address(left, right)
        }
        _ => splits_address(left, right),
    }
}

/// Whether a blank stands inside an email address: `TRS2008@ topmail.kz`,
/// `Moinkum_ akimat@mail.ru`, `defence6@mail . ru`.
fn splits_address(left: &str, right: &str) -> bool {
    let before = left.split_whitespace().next_back().unwrap_or_default();
    let after = right.split_whitespace().next().unwrap_or_default();
    let is_part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"@._-".contains(&b))
    };
    if !is_part(before) || !is_part(after) {
        return false;
    }
    before.ends_with('@')
        || after.starts_with('@')
        || (before.ends_with('_') && right.contains('@'))
        || (before.contains('@')
            && !before.rsplit('@').next().unwrap_or_default().contains('.')
            && after.starts_with('.'))
        || (before == "." && left.contains('@') && is_zone(after))
        || (before.contains('@') && before.ends_with('.') && is_zone(after))
}

fn is_zone(part: &str) -> bool {
    (2..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = Passage::verbatim(text, 0);
        let read = repair(&words).unwrap_or(words);
        assert_eq!(read.text(), expected);
        assert_eq!(repair(&read), None, "a second time");
    }

    #[test]
    fn a_justified_line_gets_single_blanks() {
        check(
            "нарочно  или  же  направляется  по  почте .",
            "нарочно или же направляется по почте.",
        );
        check(
            "4 )  инвалиды от  общего  заболевания ;",
            "4) инвалиды от общего заболевания;",
        );
    }

    #[test]
    fn a_bracket_stands_close_to_its_words() {
        check("1 ( бір ) сағат", "1 (бір) сағат");
    }

    #[test]
    fn an_email_address_has_no_blanks() {
        check("defence6@mail . ru", "defence6@mail.ru");
        check("TRS2008@ topmail.kz", "TRS2008@topmail.kz");
        check("iIi_ akimat @mail.ru", "iIi_akimat@mail.ru");
        check(
            "72163 Moinkum_ akimat@mail.ru",
            "72163 Moinkum_akimat@mail.ru",
        );
    }

    #[test]
    fn the_gap_before_a_signature_stays() {
        check(
            "Аким области               Б. Жексембин",
            "Аким области               Б. Жексембин",
        );
    }
}
