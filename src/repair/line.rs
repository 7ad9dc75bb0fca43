//! Lines of an act: what stands before the words, and the words.

use crate::language::Language;
use crate::passage::Passage;

/// A line of the source after repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairedLine {
    /// Number of the line in the source, counted from 1.
    pub number: u32,
    /// The words without blanks at their ends; empty for a blank line.
    pub words: Passage,
    /// What stood before the words.
    pub indent: Indent,
    /// Page furniture or a watermark: it keeps its words, but is no part of the
    /// act's text.
    pub furniture: bool,
}

impl RepairedLine {
    /// Whether words of the act stand on the line.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.furniture && !self.words.is_empty()
    }

    /// Whether nothing of the act stands on the line.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.has_words()
    }
}

/// What stands before the words of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Indent {
    /// Blanks, no-break ones included.
    pub blanks: usize,
    /// Tabulators among them.
    pub tabs: usize,
    /// Form feeds among them: pages that end before the line.
    pub pages: usize,
}

impl Indent {
    /// Whether a tabulator stands before the words.
    #[must_use]
    pub const fn has_tab(self) -> bool {
        self.tabs > 0
    }
}

/// The lines of a text as they are. A byte order mark and other characters
/// without width count as blanks.
pub(super) fn split(text: &str) -> Vec<RepairedLine> {
    let mut start = 0;
    text.split('\n')
        .zip(1..)
        .map(|(line, number)| {
            let words = line.trim_matches(is_blank);
            let lead = line.len() - line.trim_start_matches(is_blank).len();
            let passage = Passage::verbatim(words, start + lead);
            let before = if words.is_empty() { "" } else { &line[..lead] };
            start += line.len() + 1;
            RepairedLine {
                number,
                words: passage,
                indent: Indent {
                    blanks: before.chars().filter(|c| *c != '\t').count(),
                    tabs: line[..lead].matches('\t').count(),
                    pages: line[..lead].matches('\u{c}').count(),
                },
                furniture: false,
            }
        })
        .collect()
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}' || character == '\u{200b}'
}

/// The language of the letters: Kazakh when at least one letter in twenty is
/// one that only the Kazakh alphabet has. Kazakh texts have one in five,
/// Russian ones a few in names.
pub(super) fn language(lines: &[RepairedLine]) -> Language {
    let mut cyrillic = 0_usize;
    let mut kazakh = 0_usize;
    for line in lines.iter().filter(|line| !line.furniture) {
        for character in line.words.text().chars() {
            match character {
                'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і' | 'Ә' | 'Ғ' | 'Қ' | 'Ң'
                | 'Ө' | 'Ұ' | 'Ү' | 'Һ' | 'І' => kazakh += 1,
                '\u{400}'..='\u{52f}' => cyrillic += 1,
                _ => {}
            }
        }
    }
    if kazakh * 20 > cyrillic + kazakh {
        Language::Kk
    } else {
        Language::Ru
    }
}

/// The next line of the act's text after `at` that holds words, at most four
/// lines on: a page break is three blank lines.
pub(super) fn next_with_words(lines: &[RepairedLine], at: usize) -> Option<usize> {
    (at + 1..lines.len().min(at + 5)).find(|next| lines[*next].has_words())
}

#[cfg(test)]
pub(super) fn texts(lines: &[RepairedLine]) -> Vec<&str> {
    lines.iter().map(|line| line.words.text()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::Span;

    #[test]
    fn a_line_knows_what_stood_before_its_words() {
        let lines = split("\t а \n\u{a0} б");
        let before = |blanks, tabs| Indent {
            blanks,
            tabs,
            pages: 0,
        };
        assert_eq!(lines[0].indent, before(1, 1));
        assert_eq!(lines[1].indent, before(2, 0));
        assert_eq!(lines[0].words.span(), Some(Span::new(2, 4)));
        assert_eq!(texts(&lines), ["а", "б"]);
    }

    #[test]
    fn kazakh_names_do_not_make_a_russian_text_kazakh() {
        let lines = split("информационно-правовой системе Әділет в течение десяти дней");
        assert_eq!(language(&lines), Language::Ru);
    }

    #[test]
    fn kazakh_letters_make_a_text_kazakh() {
        assert_eq!(language(&split("қызметті көрсету тәртібі")), Language::Kk);
    }
}
