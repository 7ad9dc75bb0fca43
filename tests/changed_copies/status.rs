//! The status taken away: an act that is still in force.

use std::cell::Cell;

use regex::{Captures, Regex};

use qyzmet::language::Language;

use super::act::Act;

/// An act whose text does not say that it lost force.
pub struct InForce {
    pub act: Act,
    pub marks: usize,
    /// Sentences that name the repealing act, with those of the notes.
    pub sentences: usize,
}

/// Cuts the mark, also where the export printed it over a page in pieces, the
/// sentence and the note. Line ends stay, so every line keeps its number.
pub fn in_force(act: &Act) -> InForce {
    let (mark, sentence) = match act.language {
        Language::Ru => (
            "Утративший силу",
            r"(?s)(?:Сноска\.\s*)?Утратил[оиа]? силу\s+[Пп]остановлением.{1,120}?(?:№|N)\s*\d[\d/]*(?:\s*\([^)]*\))?\.?",
        ),
        Language::Kk => (
            "Күшін жойған|Күші жойылған",
            r"(?s)(?:Ескерту\.\s*)?Күші жойылды\s*-.{1,260}?қаулысымен\.?",
        ),
    };
    let pieces: Vec<String> = mark.split('|').map(in_pieces).collect();
    let (text, marks) = blank(
        &act.text,
        &format!("(?m)^[ \t]*(?:{})[ \t]*$", pieces.join("|")),
    );
    let (text, sentences) = blank(&text, sentence);
    InForce {
        act: act.with_text(text),
        marks,
        sentences,
    }
}

/// The words with a blank or a line end between any two letters.
fn in_pieces(words: &str) -> String {
    let letters = words.chars().filter(|letter| letter.is_alphabetic());
    let letters: Vec<String> = letters.map(String::from).collect();
    letters.join("[ \n]{0,2}")
}

/// Takes the matches out and leaves their line ends.
fn blank(text: &str, pattern: &str) -> (String, usize) {
    let pattern = Regex::new(pattern).expect("the pattern is right");
    let count = Cell::new(0);
    let blanked = pattern.replace_all(text, |found: &Captures<'_>| {
        count.set(count.get() + 1);
        "\n".repeat(found[0].matches('\n').count())
    });
    (blanked.into_owned(), count.get())
}
