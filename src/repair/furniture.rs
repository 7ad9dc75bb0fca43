//! Page furniture: watermarks and the lines that a printing site adds.
//!
//! Guard: a line of furniture is the whole line, word for word; some are it only
//! beside others; a watermark is
//! cut into at least three lines that spell exactly its words. A line that no one
//! wrote down is furniture where it comes back with nothing but its figures
//! changed and speaks of pages or of printing.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use super::content::FurnitureFile;
use super::line::RepairedLine;
use super::pages;

/// What furniture looks like.
#[derive(Debug)]
pub(super) struct Furniture {
    lines: Option<Regex>,
    /// The words with which its lines begin.
    first_words: BTreeSet<String>,
    beside: Option<Regex>,
    signs: Vec<String>,
    watermarks: Vec<String>,
    pages: Option<Regex>,
}

/// Bytes of the longest line that a page prints around its text.
const LONGEST: usize = 240;

impl Furniture {
    pub fn new(file: &FurnitureFile) -> Self {
        Self {
            lines: whole_line(&file.lines),
            first_words: file.lines.iter().map(|line| first_word(line)).collect(),
            beside: whole_line(&file.beside),
            signs: file.signs.clone(),
            watermarks: file
                .watermarks
                .iter()
                .map(|words| without_blanks(words))
                .collect(),
            pages: pages::counting(&file.pages),
        }
    }

    /// Whether a line may begin one of furniture.
    fn begins(&self, line: &str) -> bool {
        !line.is_empty() && self.first_words.contains(&first_word(line))
    }
}

fn first_word(line: &str) -> String {
    let mut words = line.split_whitespace();
    words.next().unwrap_or_default().to_owned()
}

/// An expression for any of the lines, from end to end; `#` is a date or a number.
fn whole_line(lines: &[String]) -> Option<Regex> {
    let alternatives: Vec<_> = lines
        .iter()
        .map(|line| {
            regex::escape(line)
                .replace("\\#", r"\d[\d.:/ -]*")
                .replace(' ', " +")
        })
        .collect();
    Regex::new(&format!("^(?:{})$", alternatives.join("|")))
        .ok()
        .filter(|_| !alternatives.is_empty())
}

/// Marks the lines that are furniture.
pub(super) fn mark(lines: &mut [RepairedLine], furniture: &Furniture) {
    let is = |whole: &Option<Regex>, line: &RepairedLine| {
        let text = line.words.text();
        !text.is_empty() && whole.as_ref().is_some_and(|whole| whole.is_match(text))
    };
    for line in &mut *lines {
        line.furniture = is(&furniture.lines, line);
    }
    mark_wrapped(lines, furniture);
    if let Some(counting) = &furniture.pages {
        pages::mark(lines, counting);
    }
    pages::mark_bare(lines);
    mark_footers(lines, furniture);
    for at in 0..lines.len() {
        for watermark in &furniture.watermarks {
            let cut: Vec<usize> = watermark_at(lines, at, watermark);
            for line in cut {
                lines[line].furniture = true;
            }
        }
    }
    // Down the page and up again: such lines stand in blocks.
    for at in (1..lines.len()).chain((1..lines.len()).rev()) {
        for (known, other) in [(at - 1, at), (at, at - 1)] {
            if lines[known].furniture && !lines[other].furniture {
                lines[other].furniture = is(&furniture.beside, &lines[other]);
            }
        }
    }
}

/// Lines of furniture that a page wrapped take up no more lines than this.
const MOST_WRAPPED: usize = 3;

/// Marks lines that only together are a line of furniture: the page was too narrow.
fn mark_wrapped(lines: &mut [RepairedLine], furniture: &Furniture) {
    let Some(whole) = &furniture.lines else {
        return;
    };
    for at in 0..lines.len() {
        if !furniture.begins(lines[at].words.text()) {
            continue;
        }
        let mut joined = lines[at].words.text().to_owned();
        for end in at + 1..lines.len().min(at + MOST_WRAPPED) {
            let words = lines[end].words.text();
            if words.is_empty() || joined.len() + words.len() > LONGEST {
                break;
            }
            joined.push(' ');
            joined.push_str(words);
            if whole.is_match(&joined) {
                for line in &mut lines[at..=end] {
                    line.furniture = true;
                }
                break;
            }
        }
    }
}

/// Marks the lines that come back with other figures and speak of pages.
fn mark_footers(lines: &mut [RepairedLine], furniture: &Furniture) {
    let mut shapes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(shape) = footer_shape(line.words.text(), &furniture.signs) {
            shapes.entry(shape).or_default().push(at);
        }
    }
    let repeated = shapes.into_values().filter(|places| places.len() > 1);
    for at in repeated.flatten() {
        lines[at].furniture = true;
    }
}

/// A line that may stand on every page, each number as one sign; `None` for a line
/// without figures or without a word of printing.
fn footer_shape(text: &str, signs: &[String]) -> Option<String> {
    let has_figure = text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_figure || text.len() > LONGEST {
        return None;
    }
    let is_sign = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        signs.contains(&word.to_lowercase())
    };
    if !text.split_whitespace().any(is_sign) {
        return None;
    }
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let shape = text
        .split(|c: char| c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("#");
    let count = numbers.filter(|number| !number.is_empty()).count();
    Some(format!("{count} {shape}"))
}

/// The lines from `at` on that together spell the watermark, none if they do
/// not or if fewer than three do.
fn watermark_at(lines: &[RepairedLine], at: usize, watermark: &str) -> Vec<usize> {
    let mut rest = watermark;
    let mut cut = Vec::new();
    // The words of a watermark may have a blank line between any two pieces.
    for (line, found) in lines.iter().enumerate().skip(at).take(2 * watermark.len()) {
        let words = found.words.text();
        if words.is_empty() && !cut.is_empty() {
            continue;
        }
        if words.is_empty() || !rest.starts_with(words.split(' ').next().unwrap_or_default()) {
            return Vec::new();
        }
        let Some(left) = rest.strip_prefix(without_blanks(words).as_str()) else {
            return Vec::new();
        };
        cut.push(line);
        rest = left;
        if rest.is_empty() {
            break;
        }
    }
    if rest.is_empty() && cut.len() >= 3 {
        cut
    } else {
        Vec::new()
    }
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    fn furniture_in(text: &str) -> Vec<u32> {
        let furniture = Furniture::new(&FurnitureFile {
            lines: vec!["Дата редакции #".into(), "банк актов".into()],
            beside: vec!["#.#.#".into(), "Республики".into()],
            signs: vec!["стр".into(), "бет".into()],
            watermarks: vec!["Күші жойылған".into(), "Утратил силу".into()],
            pages: Vec::new(),
        });
        let mut lines = split(text);
        mark(&mut lines, &furniture);
        lines
            .iter()
            .filter(|line| line.furniture)
            .map(|line| line.number)
            .collect()
    }

    #[test]
    fn a_line_of_furniture_that_was_wrapped_is_furniture() {
        assert_eq!(furniture_in("текст\nбанк\nактов\nтекст"), [2, 3]);
        assert!(furniture_in("банк\n\nактов").is_empty());
        assert!(furniture_in("банк\nактов и решений").is_empty());
    }

    #[test]
    fn a_watermark_cut_into_lines_is_furniture() {
        assert_eq!(
            furniture_in("мәнін\n\nКүш\nі ж\n\nой\nылға\n\nн\nбекітеді"),
            [3, 4, 6, 7, 9]
        );
        assert_eq!(furniture_in("Утра\nтил\nсилу\nрешение"), [1, 2, 3]);
    }

    #[test]
    fn the_words_of_a_watermark_on_one_line_are_the_acts_own() {
        assert_eq!(
            furniture_in("Күші жойылған\nУтратил\nсилу"),
            Vec::<u32>::new()
        );
    }

    #[test]
    fn a_line_that_comes_back_with_other_figures_and_speaks_of_pages_is_furniture() {
        assert_eq!(
            furniture_in(
                "Сайт 12.03.2023 стр. 3\nзаявление\nСайт 12.03.2023 стр. 11\nстр. 5 формы"
            ),
            [1, 3]
        );
        assert_eq!(
            furniture_in("өтініш 2024 1 бет\nкөшірмесі 2\nөтініш 2024 2 бет\nкөшірмесі 3"),
            [1, 3]
        );
    }

    #[test]
    fn words_of_the_act_are_furniture_only_right_beside_it() {
        assert_eq!(
            furniture_in("Республики\nбанк актов\n12.05.2020\n\nРеспублики\n12.05.2020"),
            [1, 2, 3]
        );
    }

    #[test]
    fn a_line_of_furniture_is_the_whole_line() {
        assert_eq!(
            furniture_in(" Дата редакции 07.07.2009\nбанк актов\nбанк актов области"),
            [1, 2]
        );
    }
}
