//! Numbers of pages, with what a printing site sets over each of them.
//!
//! `стр. 1` or `– 1 –` ends a line that comes again with the next number on every
//! page; the lines right above it are the same each time.
//!
//! Guard: the line ends as a count of pages does (`content/repair/furniture.toml`),
//! is the same each time but for figures, and counts on by one; there are two of
//! them at least. A number alone is that of a page where a form feed stands before it or
//! right behind it.

use regex::Regex;

use super::line::RepairedLine;

/// The longest line that counts pages, in characters.
const LONGEST: usize = 80;
/// Lines over a number that may belong to it.
const OVER: usize = 5;

/// The most figures of the number of a page.
const PAGE: usize = 4;

/// A number of a page: its line, and the number.
type Page = (usize, u32);

/// How lines end that count pages; `#` in a form stands for the number.
pub(super) fn counting(forms: &[String]) -> Option<Regex> {
    let forms: Vec<String> = forms
        .iter()
        .map(|form| {
            let form = regex::escape(form).replace(' ', " ?");
            let form = form.replacen("\\#", r"(?P<page>\d{1,4})", 1);
            form.replace("\\#", r"\d{1,4}")
        })
        .collect();
    // Each alternative has a group of its own; the first that took part is the number.
    let forms: Vec<String> = (0..)
        .zip(&forms)
        .map(|(nth, form)| form.replace("?P<page>", &format!("?P<page{nth}>")))
        .collect();
    let whole = format!(r"(?:^|\s)(?:{})$", forms.join("|"));
    Regex::new(&whole).ok().filter(|_| !forms.is_empty())
}

/// Marks the numbers of pages, and what stands over each of them.
pub(super) fn mark(lines: &mut [RepairedLine], counting: &Regex) {
    let pages: Vec<Page> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, page_of(line, counting)?)))
        .collect();
    for run in runs(&pages, lines) {
        let at: Vec<usize> = run.iter().map(|page| page.0).collect();
        let over = lines_over(&at, lines);
        for page in at {
            for line in &mut lines[page - over..=page] {
                line.furniture = true;
            }
        }
    }
}

/// Marks the numbers that stand alone where pages end.
pub(super) fn mark_bare(lines: &mut [RepairedLine]) {
    let pages: Vec<Page> = (0..lines.len())
        .filter_map(|at| Some((at, bare_page(lines, at)?)))
        .collect();
    for (at, _) in runs(&pages, lines).into_iter().flatten() {
        lines[at].furniture = true;
    }
}

fn bare_page(lines: &[RepairedLine], at: usize) -> Option<u32> {
    let begins_page = |line: &RepairedLine| line.indent.pages > 0;
    let is_at_end = begins_page(&lines[at]) || lines.get(at + 1).is_some_and(begins_page);
    let number = lines[at].words.text();
    let is_number = number.len() <= PAGE && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_at_end && is_number).then(|| number.parse().ok())?
}

fn page_of(line: &RepairedLine, counting: &Regex) -> Option<u32> {
    let text = line.words.text();
    // Most lines end with a letter and hold no figure.
    if text.len() > 2 * LONGEST || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = counting.captures(text)?;
    let page = found.iter().skip(1).flatten().next()?;
    page.as_str().parse().ok()
}

/// Pages that follow each other and are printed alike, two and more.
fn runs(pages: &[Page], lines: &[RepairedLine]) -> Vec<Vec<Page>> {
    let mut runs: Vec<Vec<Page>> = Vec::new();
    for page in pages {
        let follows =
            |last: &Page| page.1 == last.1 + 1 && shape(&lines[page.0]) == shape(&lines[last.0]);
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(follows) => run.push(*page),
            _ => runs.push(vec![*page]),
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// How many lines over all of the numbers are the same each time.
fn lines_over(pages: &[usize], lines: &[RepairedLine]) -> usize {
    (1..=OVER)
        .take_while(|above| {
            let at = |page: &usize| page.checked_sub(*above).map(|at| &lines[at]);
            let shapes: Vec<Option<String>> =
                pages.iter().map(|page| at(page).map(shape)).collect();
            let first = shapes.first().cloned().flatten();
            first.is_some_and(|first| {
                !first.is_empty() && shapes.iter().all(|shape| shape.as_ref() == Some(&first))
            })
        })
        .count()
}

/// The words of a line, its figures alike.
fn shape(line: &RepairedLine) -> String {
    let figure = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let shape: String = line.words.text().chars().map(figure).collect();
    let mut parts = shape.split_whitespace();
    let mut out = String::with_capacity(shape.len());
    for part in parts.by_ref() {
        let mut last = ' ';
        out.extend(part.chars().filter(|c| {
            let repeats = *c == '0' && last == '0';
            last = *c;
            !repeats
        }));
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    #[track_caller]
    fn check(text: &str, furniture: &[u32]) {
        let forms = ["– # –", "стр. #", "# бет"].map(str::to_owned);
        let counting = counting(&forms).expect("the forms are right");
        let mut lines = split(text);
        mark(&mut lines, &counting);
        let marked: Vec<u32> = lines
            .iter()
            .filter(|line| line.furniture)
            .map(|line| line.number)
            .collect();
        assert_eq!(marked, furniture, "in: {text}");
    }

    #[test]
    fn pages_that_count_on_are_furniture_with_the_lines_over_them() {
        check(
            "а\n\nБанк актов\nот 01.02.2024\n– 9 –\nб\n\nБанк актов\nот 01.02.2024\n– 10 –\nв",
            &[3, 4, 5, 8, 9, 10],
        );
        check("«Заң» – 1 бет\nа\n«Заң» – 2 бет\nб", &[1, 3]);
    }

    #[test]
    fn a_number_alone_is_one_of_a_page_beside_a_form_feed() {
        let bare = |text: &str| {
            let mut lines = split(text);
            mark_bare(&mut lines);
            let marked = lines.iter().filter(|line| line.furniture);
            marked.map(|line| line.number).collect::<Vec<_>>()
        };
        assert_eq!(bare("а\n\n   2\n\u{c}б\n\n   3\n\u{c}в"), [3, 6]);
        assert_eq!(bare("а\n\u{c}2\nб\n\u{c}3\nв"), [2, 4]);
        assert_eq!(bare("а\n2\nб\n3\nв"), [0; 0]);
        assert_eq!(bare("а\n2\n\u{c}б\n7\n\u{c}в"), [0; 0]);
    }

    #[test]
    fn a_number_that_counts_nothing_on_stays() {
        check("см. стр. 4\nа\nсм. стр. 4", &[]);
        check("– 7 –\nа", &[]);
        check("книга, стр. 1\nа\nтетрадь, стр. 2", &[]);
    }
}
