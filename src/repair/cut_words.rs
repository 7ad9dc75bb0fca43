//! Words with a blank inside, where the file itself proves it.
//!
//! Guard for `қызметт і`: all parts but one are one or two letters and no words
//! of the language, the joined word occurs elsewhere, and one of the parts
//! occurs nowhere but here.

use crate::passage::{Passage, Piece};

use super::letters::{is_letter, is_letter_or_digit};
use super::line::RepairedLine;
use super::vocabulary::Vocabulary;

/// A word is cut into at most this many parts.
const PARTS: usize = 4;

/// What a token may be in a word that is cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A part of one or two letters.
    Short,
    /// A short word of the language, which is no part of another one.
    Word,
    /// Anything longer, or no letters at all.
    Long,
}

impl Kind {
    fn of(token: &str, short_words: &[String]) -> Self {
        let core = token.trim_matches(is_mark);
        if !is_short(core) || !core.chars().all(is_letter) {
            return Self::Long;
        }
        if short_words.contains(&core.to_lowercase()) {
            return Self::Word;
        }
        Self::Short
    }
}

/// The line with its words joined, if that changes it.
pub(super) fn repair(
    words: &Passage,
    short_words: &[String],
    vocabulary: &Vocabulary,
) -> Option<Passage> {
    let text = words.text();
    let mut kinds = text.split(' ').map(|token| Kind::of(token, short_words));
    if !kinds.any(|kind| kind == Kind::Short) {
        return None;
    }
    let tokens: Vec<(&str, Kind)> = text
        .split(' ')
        .map(|token| (token, Kind::of(token, short_words)))
        .collect();
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut first = 0;
    while first < tokens.len() {
        let parts = (2..=PARTS.min(tokens.len() - first))
            .rev()
            .find(|parts| is_cut(&tokens[first..first + parts], vocabulary))
            .unwrap_or(1);
        for (token, _) in &tokens[first + 1..first + parts] {
            let at = token.as_ptr().addr() - text.as_ptr().addr();
            pieces.push(Piece::Kept(from..at - 1));
            from = at;
        }
        first += parts;
    }
    if pieces.is_empty() {
        return None;
    }
    pieces.push(Piece::Kept(from..text.len()));
    Some(words.rearranged(&pieces))
}

/// Joins the first two parts of lines that go on with a word cut by a hyphen:
/// `тұтыну-` / `шы лардың`. Guard: the whole word occurs elsewhere, no less
/// often than its last part.
pub(super) fn repair_after_hyphens(lines: &mut [RepairedLine], vocabulary: &Vocabulary) {
    for at in 1..lines.len() {
        let left = lines[at - 1].words.text();
        let text = lines[at].words.text();
        let Some(head) = left.strip_suffix('-').filter(|_| !lines[at].furniture) else {
            continue;
        };
        let mut parts = text.splitn(3, ' ');
        let (Some(first), Some(last)) = (parts.next(), parts.next()) else {
            continue;
        };
        let head = head.rsplit(' ').next().unwrap_or_default();
        let last = last.trim_end_matches(is_mark);
        let letters = [head, first, last]
            .iter()
            .all(|part| part.chars().all(is_letter));
        let whole = vocabulary.count(&format!("{head}{first}{last}"));
        if letters
            && !head.is_empty()
            && is_short(first)
            && whole > 1
            && whole >= vocabulary.count(last)
        {
            let blank = first.len();
            lines[at].words = lines[at]
                .words
                .rearranged(&[Piece::Kept(0..blank), Piece::Kept(blank + 1..text.len())]);
        }
    }
}

/// Whether the tokens are the parts of one word.
fn is_cut(tokens: &[(&str, Kind)], vocabulary: &Vocabulary) -> bool {
    let is = |kind: Kind| tokens.iter().filter(move |token| token.1 == kind).count();
    if is(Kind::Long) > 1 || is(Kind::Word) > 0 {
        return false;
    }
    // Brackets and stops may stand before the first part and after the last.
    let last = tokens.len() - 1;
    let mut parts = [""; PARTS];
    for (index, (part, (token, _))) in parts.iter_mut().zip(tokens).enumerate() {
        *part = *token;
        if index == 0 {
            *part = part.trim_start_matches(is_mark);
        }
        if index == last {
            *part = part.trim_end_matches(is_mark);
        }
    }
    let parts = &parts[..tokens.len()];
    let letters = |part: &&str| !part.is_empty() && part.chars().all(is_letter);
    if !parts.iter().all(letters) {
        return false;
    }
    if parts[1..]
        .iter()
        .any(|part| part.starts_with(char::is_uppercase))
    {
        return false;
    }
    let rare = parts.windows(2).any(|pair| {
        let together = vocabulary.count_pair(pair[0], pair[1]);
        vocabulary.count(pair[0]) <= together || vocabulary.count(pair[1]) <= together
    });
    rare && vocabulary.count(&parts.concat()) >= 2
}

fn is_mark(c: char) -> bool {
    !is_letter_or_digit(c)
}

fn is_short(part: &str) -> bool {
    !part.is_empty() && part.chars().nth(2).is_none()
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    #[track_caller]
    fn check(file: &str, text: &str, expected: &str) {
        let vocabulary = Vocabulary::of(&split(&format!("{file}\n{text}")));
        let words = Passage::verbatim(text, 0);
        let short_words = ["и", "у"].map(String::from);
        let read = repair(&words, &short_words, &vocabulary).unwrap_or(words);
        assert_eq!(read.text(), expected);
    }

    #[test]
    fn a_cut_word_is_joined_when_the_file_has_it_whole() {
        check("қызметті\nқызметті", "қызметт і", "қызметті");
        check("Ертіс\nЕртіс", "Ерт і с ауылы,", "Ертіс ауылы,");
        check("услуги\nуслуги", "(услуг и)", "(услуг и)");
        check("помощи\nпомощи", "помо щи.", "помощи.");
    }

    #[test]
    fn a_blank_in_the_rest_of_a_cut_word_goes() {
        let mut lines = split("тұтынушылардың\nтұтынушылардың\nбарлық тұтыну-\nшы лардың саны");
        let vocabulary = Vocabulary::of(&lines);
        repair_after_hyphens(&mut lines, &vocabulary);
        assert_eq!(lines[3].words.text(), "шылардың саны");
    }

    #[test]
    fn a_short_word_stays_apart() {
        check("чему\nчему\nчем\nу", "чем у", "чем у");
        check("сними\nснег", "с ними", "с ними");
    }
}
