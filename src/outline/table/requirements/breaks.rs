//! Line breaks that an export prints as marks inside a cell: `1) один;<br>2) два`.

use std::sync::LazyLock;

use regex::Regex;

use crate::passage::Passage;

static BREAK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)<br\s?/?>").expect("tested below"));

/// The lines between the marks of a paragraph; the marks go to `breaks`.
pub(super) fn parts(words: &Passage, breaks: &mut Passage) -> Vec<Passage> {
    let text = words.text();
    let mut lines = Vec::new();
    let mut start = 0;
    for mark in BREAK.find_iter(text) {
        lines.push(words.slice(start..mark.start()).trim());
        breaks.push(&words.slice(mark.range()));
        start = mark.end();
    }
    lines.push(words.slice(start..text.len()).trim());
    lines.retain(|line| !line.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_ends_a_line() {
        let mut breaks = Passage::default();
        let words = Passage::verbatim("для лицензии:<br>заявление;<BR/> справка<br>", 0);
        let lines = parts(&words, &mut breaks);
        let lines: Vec<&str> = lines.iter().map(Passage::text).collect();
        assert_eq!(lines, ["для лицензии:", "заявление;", "справка"]);
        assert_eq!(breaks.text(), "<br><BR/><br>");
    }
}
