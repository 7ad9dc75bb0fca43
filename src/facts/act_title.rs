//! The title of an act, without the quotation marks around it.

use crate::passage::Passage;
use crate::repair::quotes::MARKS;

/// The title as it stands alone: without a pair of marks around the whole of it, and
/// without a closing mark that nothing opens. Marks inside it stay, also where one
/// closes several titles at once.
pub fn act_title(words: &Passage) -> Passage {
    let text = words.text().trim();
    let marks = marks_of(text);
    let last = text.chars().next_back().filter(|last| MARKS.contains(last));
    let (Some(last), Some((_, Mark::Closes))) = (last, marks.last()) else {
        return words.trim();
    };
    let mut depth = 0_i32;
    let depths: Vec<i32> = marks
        .iter()
        .map(|(_, mark)| {
            depth += if *mark == Mark::Opens { 1 } else { -1 };
            depth
        })
        .collect();
    let (end, inner) = (depths.last().copied(), &depths[..depths.len() - 1]);
    let opens_first = marks[0].0 == 0 && marks[0].1 == Mark::Opens;
    let is_around = opens_first && end == Some(0) && inner.iter().all(|depth| *depth > 0);
    let is_stray = end == Some(-1) && inner.iter().all(|depth| *depth >= 0);
    let words = words.trim();
    let first = text.chars().next().map_or(0, char::len_utf8);
    let close = text.len() - last.len_utf8();
    match (is_around, is_stray) {
        (true, _) => words.slice(first..close).trim(),
        (_, true) => words.slice(0..close).trim(),
        _ => words,
    }
}

/// What a quotation mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
}

/// The quotation marks of a text with their places: a mark before a word opens, one
/// behind a word closes.
fn marks_of(text: &str) -> Vec<(usize, Mark)> {
    let marks = text.char_indices().filter(|(_, sign)| MARKS.contains(sign));
    marks
        .map(|(at, sign)| {
            let before = text[..at].chars().next_back();
            let stands_free = before
                .is_none_or(|sign| sign.is_whitespace() || sign == '(' || "«“„".contains(sign));
            let opens = match sign {
                '«' | '“' | '„' => true,
                '»' | '”' => false,
                _ => stands_free,
            };
            (at, if opens { Mark::Opens } else { Mark::Closes })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str, expected: &str) {
        assert_eq!(act_title(&Passage::verbatim(printed, 0)).text(), expected);
    }

    #[test]
    fn marks_around_the_whole_title_go() {
        check("\"2012 жылғы бюджет туралы\"", "2012 жылғы бюджет туралы");
        check(
            "«\"Ордер беру\" регламенті туралы»",
            "\"Ордер беру\" регламенті туралы",
        );
        check("«О помощи»", "О помощи");
    }

    #[test]
    fn a_closing_mark_that_nothing_opens_goes() {
        check(
            "\"Ордер беру\" регламентін бекіту туралы\"",
            "\"Ордер беру\" регламентін бекіту туралы",
        );
        check("О помощи\"", "О помощи");
    }

    #[test]
    fn marks_of_titles_inside_stay() {
        check(
            "О внесении изменений в решение \"Об утверждении регламента \"Выдача справок\"",
            "О внесении изменений в решение \"Об утверждении регламента \"Выдача справок\"",
        );
        check(
            "\"Ордер беру\" және \"Анықтама беру\"",
            "\"Ордер беру\" және \"Анықтама беру\"",
        );
        check(
            "О правилах \"Выдача справок\"",
            "О правилах \"Выдача справок\"",
        );
    }
}
