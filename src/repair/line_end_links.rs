//! Links that a line end cuts, or whose gap is a line end.
//!
//! The next line then begins with one or two blanks (the gap), and the words of the
//! link stand at its end: `регламенттің 2-` / ` (кесте) келтірілген.қосымшасында`.
//! The words go to the end of the first line. Guard: that blank, the noun of a
//! link at the end of the second line, and a first line that ends with the
//! number, or with a word that governs a link. The blank is dispensable where the
//! first line ends with a word that needs the name of an act.

use std::ops::Range;

use crate::passage::{Passage, Piece};

use super::letters::is_letter;
use super::line::{RepairedLine, next_with_words};
use super::links::LinkWords;

/// Blanks that a link leaves in its place; at a line end one of them may be lost.
const GAP: usize = 2;

/// Moves the words of cut links to the line that they belong to.
pub(super) fn repair(lines: &mut [RepairedLine], links: &LinkWords) {
    for at in 0..lines.len() {
        if !lines[at].has_words() {
            continue;
        }
        let Some(next) = next_with_words(lines, at) else {
            continue;
        };
        let first = lines[at].words.text();
        let second = lines[next].words.text();
        let has_gap = (1..=GAP).contains(&lines[next].indent.blanks);
        let cut = has_gap.then(|| {
            cut_number(first, second, links)
                .or_else(|| cut_sign(first, second))
                .or_else(|| cut_words(first, second, links))
                .or_else(|| sign_behind_date(first, second, links))
                .or_else(|| act_behind_number(first, second, links))
                .or_else(|| gap_at_line_end(first, second, links))
        });
        let Some(cut) = cut
            .flatten()
            .or_else(|| lost_act(first, second, has_gap, links))
        else {
            continue;
        };
        let rest = rest_without(&lines[next].words, &cut.moved);
        let moved = lines[next].words.slice(cut.moved);
        let mut words = lines[at].words.clone();
        words.push_inserted(cut.joint);
        words.push(&moved);
        lines[at].words = words;
        lines[next].words = rest;
        lines[next].indent.blanks = 0;
    }
}

/// What of the second line goes to the first, and what joins it there.
struct CutLink {
    moved: Range<usize>,
    joint: &'static str,
}

/// `Стандарттың 10-1-` / ` көзделген негіздер тармағымен`.
fn cut_number(first: &str, second: &str, links: &LinkWords) -> Option<CutLink> {
    let number = first.split_whitespace().next_back()?;
    let ends_with_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || c == '-');
    let noun = links.noun_at_end.as_ref()?.find(second)?;
    if !ends_with_number || noun.start() == 0 {
        return None;
    }
    let hyphens = (number.ends_with('-'), noun.as_str().starts_with('-'));
    let before = &second[..noun.start()];
    let digit_before = before.ends_with(|c: char| c.is_ascii_digit());
    (!digit_before).then_some(CutLink {
        moved: noun.start()..second.len(),
        joint: if hyphens == (false, false) { "-" } else { "" },
    })
}

/// `2014 года №` / ` "Об утверждении ... социальной 217`.
fn cut_sign(first: &str, second: &str) -> Option<CutLink> {
    let sign = first.split_whitespace().next_back()?;
    let start = second.rfind(' ')? + 1;
    let number = &second[start..];
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || is_letter(c) || "-/".contains(c));
    (matches!(sign, "№" | "N") && is_number).then_some(CutLink {
        moved: start..second.len(),
        joint: " ",
    })
}

/// `приложениям 1, 2 к` / ` регламенту.настоящему`.
fn cut_words(first: &str, second: &str, links: &LinkWords) -> Option<CutLink> {
    let last = first.split_whitespace().next_back()?;
    let cut = links
        .cut
        .iter()
        .find(|cut| cut.left == last && second.ends_with(cut.right.as_str()))?;
    let start = second.len() - cut.right.len();
    (start > 0).then_some(CutLink {
        moved: start..second.len(),
        joint: " ",
    })
}

/// `9 апреля 2015 года` / ` "Об утверждении стандартов № 319`: the number of an act
/// whose date ends the first line, and that has none right before it.
fn sign_behind_date(first: &str, second: &str, links: &LinkWords) -> Option<CutLink> {
    let (start, end) = links.sign_at_end(second)?;
    let is_lost = links.ends_with_date(first) && !links.ends_with_date(&second[..start]);
    is_lost.then_some(CutLink {
        moved: start..end,
        joint: " ",
    })
}

/// `2015 жылғы 28 сәуірдегі № 279` / ` бекітілген "Оралман бұйрығымен`: what kind of act it
/// is stands behind its number.
fn act_behind_number(first: &str, second: &str, links: &LinkWords) -> Option<CutLink> {
    let (before, number) = first.trim_end().rsplit_once(' ')?;
    let is_number = number.starts_with(|c: char| c.is_ascii_digit());
    let (start, end) = links.bare_at_end(second)?;
    let is_lost = is_number && before.ends_with(['№', 'N']) && !links.governs(&second[..start]);
    is_lost.then_some(CutLink {
        moved: start..end,
        joint: " ",
    })
}

/// `осы регламенттің` / ` (диаграмма) берілген.3-қосымшасында`. A conjunction before
/// the link joins the words around it as often as it governs: `стандарттың` /
/// ` сәйкес бас тартады және 2-қосымшасына`.
fn gap_at_line_end(first: &str, second: &str, links: &LinkWords) -> Option<CutLink> {
    let (start, end) = links.numbered_at_end(second)?;
    let before = &second[..start];
    let is_only_joined =
        ends_with_conjunction(before, links) && !ends_with_conjunction(first, links);
    let belongs_here = links.governs(first) && (!links.governs(before) || is_only_joined);
    belongs_here.then_some(CutLink {
        moved: start..end,
        joint: " ",
    })
}

/// `стандарта, утвержденного` / `Министра от 7 апреля 2015 приказом`: the first line
/// cannot do without the name of an act, or the second begins behind a gap with the
/// body whose act is gone: `законом и` / ` Правительства от 6 мая "О постановления`. Where the blank of the gap is gone too, the
/// noun must stand behind a figure, which governs none.
fn lost_act(first: &str, second: &str, has_gap: bool, links: &LinkWords) -> Option<CutLink> {
    // The first line nearly always answers, and is cheap to ask.
    let lacks_act =
        links.lacks_act(first) || has_gap && links.begins_with_body(second) && links.governs(first);
    if !lacks_act {
        return None;
    }
    let (start, end) = links.bare_at_end(second)?;
    let before = second[..start].trim_end();
    let is_stray = has_gap || before.ends_with(|c: char| c.is_ascii_digit());
    let is_lost = is_stray && !links.governs(before);
    is_lost.then_some(CutLink {
        moved: start..end,
        joint: " ",
    })
}

fn ends_with_conjunction(words: &str, links: &LinkWords) -> bool {
    let last = words.split_whitespace().next_back();
    last.is_some_and(|last| links.between.iter().any(|between| between == last))
}

/// The second line without the words that were moved.
fn rest_without(words: &Passage, moved: &Range<usize>) -> Passage {
    words
        .rearranged(&[
            Piece::Kept(0..moved.start),
            Piece::Kept(moved.end..words.text().len()),
        ])
        .trim()
}
