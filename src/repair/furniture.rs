//! Page furniture: watermarks and the lines that a printing site adds.
//!
//! Guard: a line of furniture is the whole line, word for word; a watermark is
//! cut into at least three lines that spell exactly its words.

use regex::Regex;

use super::content::FurnitureFile;
use super::line::RepairedLine;
use super::pages;

/// What furniture looks like.
#[derive(Debug)]
pub(super) struct Furniture {
    lines: Option<Regex>,
    watermarks: Vec<String>,
    pages: Option<Regex>,
}

impl Furniture {
    pub fn new(file: &FurnitureFile) -> Self {
        let alternatives: Vec<_> = file
            .lines
            .iter()
            .map(|line| {
                regex::escape(line)
                    .replace("\\#", r"\d[\d.:/ -]*")
                    .replace(' ', " +")
            })
            .collect();
        Self {
            lines: Regex::new(&format!("^(?:{})$", alternatives.join("|")))
                .ok()
                .filter(|_| !alternatives.is_empty()),
            watermarks: file
                .watermarks
                .iter()
                .map(|words| without_blanks(words))
                .collect(),
            pages: pages::counting(&file.pages),
        }
    }
}

/// Marks the lines that are furniture.
pub(super) fn mark(lines: &mut [RepairedLine], furniture: &Furniture) {
    for line in &mut *lines {
        line.furniture = !line.words.is_empty()
            && furniture
                .lines
                .as_ref()
                .is_some_and(|whole| whole.is_match(line.words.text()));
    }
    if let Some(counting) = &furniture.pages {
        pages::mark(lines, counting);
    }
    for at in 0..lines.len() {
        for watermark in &furniture.watermarks {
            let cut: Vec<usize> = watermark_at(lines, at, watermark);
            for line in cut {
                lines[line].furniture = true;
            }
        }
    }
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
    fn a_line_of_furniture_is_the_whole_line() {
        assert_eq!(
            furniture_in(" Дата редакции 07.07.2009\nбанк актов\nбанк актов области"),
            [1, 2]
        );
    }
}
