//! Where the words of a text stand.

use std::ops::Range;

use super::normal::{is_hyphen, is_invisible};
use crate::repair::letters::is_letter_or_digit;

/// The bytes of every word: letters, digits and what combines with them; a hyphen
/// belongs to a word when it stands between two letters or digits.
pub fn find_words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut current: Option<Range<usize>> = None;
    let mut hyphen_pending = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if is_letter_or_digit(letter) {
            match &mut current {
                Some(word) => word.end = end,
                None => current = Some(at..end),
            }
            hyphen_pending = false;
        } else if is_hyphen(letter) && current.is_some() && !hyphen_pending {
            hyphen_pending = true;
        } else if !belongs_inside(letter) || current.is_none() {
            found.extend(current.take());
            hyphen_pending = false;
        }
    }
    found.extend(current);
    found
}

/// Characters that do not end a word although they are neither letters nor digits.
fn belongs_inside(letter: char) -> bool {
    is_invisible(letter) || unicode_normalization::char::is_combining_mark(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words: Vec<_> = find_words(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(words, expected, "in: {text:?}");
    }

    #[test]
    fn a_hyphen_joins_only_between_letters() {
        check(
            "кресло-коляска - аты-жөні, -лар сурдо-, а--б",
            &["кресло-коляска", "аты-жөні", "лар", "сурдо", "а", "б"],
        );
    }

    #[test]
    fn a_soft_hyphen_does_not_end_a_word() {
        check("про\u{ad}тез", &["про\u{ad}тез"]);
    }

    #[test]
    fn a_combining_breve_does_not_end_a_word() {
        check("и\u{306}од", &["и\u{306}од"]);
    }

    #[test]
    fn punctuation_holds_no_word() {
        check("?! -- \u{200f}\u{202e} \u{0} «»", &[]);
    }
}
