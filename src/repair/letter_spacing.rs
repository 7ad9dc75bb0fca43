//! Letter-spaced words: justified lines whose letters stand apart.
//!
//! One blank stands between the letters of a word, two or more between words.
//! Guard: three single letters in a row, or a line of nothing but single
//! characters with a gap of two blanks; numbers of columns (`1 2 3`) have
//! neither. A line may be letter-spaced in part.

use crate::passage::{Passage, Piece};

use super::letters::is_letter;

/// A token between blanks and its place in the line.
#[derive(Clone, Copy)]
struct Token<'a> {
    at: usize,
    text: &'a str,
    /// Blanks before it.
    gap: usize,
}

impl Token<'_> {
    fn is_single(&self) -> bool {
        self.text.chars().nth(1).is_none()
    }

    fn is_letter(&self) -> bool {
        self.is_single() && self.text.starts_with(is_letter)
    }

    /// The last letter of a spaced word, with the mark behind it.
    fn is_last_letter(&self) -> bool {
        let mut signs = self.text.chars();
        let is_letter = signs.next().is_some_and(char::is_lowercase);
        self.gap == 1 && is_letter && matches!(signs.as_str(), "." | "," | ";" | ":")
    }

    fn is_digit(&self) -> bool {
        self.is_single() && self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The line with its letters joined to words, if that changes it.
pub(super) fn repair(words: &Passage) -> Option<Passage> {
    let text = words.text();
    if !has_single_in_row(text) {
        return None;
    }
    let tokens = tokens_of(text);
    let runs = spaced_runs(&tokens);
    if runs.is_empty() {
        return None;
    }
    let mut pieces = Vec::new();
    let mut runs = runs.into_iter().peekable();
    for (index, token) in tokens.iter().enumerate() {
        while runs.next_if(|(_, last)| *last < index).is_some() {}
        let inside = runs.peek().is_some_and(|(first, _)| *first < index);
        let blank = match token.gap {
            0 => "",
            1 if inside && belongs(tokens[index - 1], *token) => "",
            1 => " ",
            // A gap of two blanks between words of a spaced run is one blank.
            _ if inside => " ",
            gap => &text[token.at - gap..token.at],
        };
        match blank {
            "" => {}
            " " if token.gap > 0 => pieces.push(Piece::Kept(token.at - 1..token.at)),
            _ => pieces.push(Piece::Kept(token.at - token.gap..token.at)),
        }
        pieces.push(Piece::Kept(token.at..token.at + token.text.len()));
    }
    Some(words.rearranged(&pieces))
}

/// A cheap test for what every letter-spaced line has: a character between two
/// blanks, or two at the start.
fn has_single_in_row(text: &str) -> bool {
    let mut singles = 0;
    let mut length = 0;
    for character in text.chars().chain([' ']) {
        if character != ' ' {
            length += 1;
            continue;
        }
        match length {
            0 => {}
            1 => singles += 1,
            _ => singles = 0,
        }
        if singles >= 2 {
            return true;
        }
        length = 0;
    }
    false
}

fn tokens_of(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut end = 0;
    for token in text.split(' ').filter(|token| !token.is_empty()) {
        let at = token.as_ptr().addr() - text.as_ptr().addr();
        tokens.push(Token {
            at,
            text: token,
            gap: at - end,
        });
        end = at + token.len();
    }
    tokens
}

/// Runs of single characters (first and last token) that are spaced words.
fn spaced_runs(tokens: &[Token<'_>]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut first = 0;
    while first < tokens.len() {
        if !tokens[first].is_single() {
            first += 1;
            continue;
        }
        let mut last = first;
        while last + 1 < tokens.len() && continues(tokens, last + 1) {
            last += 1;
        }
        if longest_row(&tokens[first..=last]) >= 3
            && tokens.get(last + 1).is_some_and(Token::is_last_letter)
        {
            last += 1;
        }
        let whole = first == 0 && last + 1 == tokens.len();
        if is_spaced(&tokens[first..=last], whole) {
            runs.push((first, last));
        }
        first = last + 1;
    }
    runs
}

/// Single characters continue a run, and so do a number, or a number with its
/// hyphen, between them: `2 7- ү й`.
fn continues(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].is_single()
}

fn is_spaced(run: &[Token<'_>], whole: bool) -> bool {
    let gap = run[1..].iter().any(|token| token.gap > 1);
    let letters = run.iter().filter(|token| token.is_letter()).count();
    if longest_row(run) >= 3 || (whole && gap && letters > 0) {
        return true;
    }
    // A hyphen with single blanks joins what stands beside it: `8 - 7 2 6 3 5`,
    // `2 5 - ү й`, `- ү й`.
    let hyphen = run.iter().any(|token| token.text == "-");
    whole && run.len() >= 3 && hyphen && (letters != 1)
}

/// The most letters with single blanks between them; a hyphen between letters
/// belongs to their word.
fn longest_row(run: &[Token<'_>]) -> usize {
    let mut longest = 0;
    let mut row = 0;
    for token in run {
        row = match (token.is_letter(), token.gap) {
            (true, 1) => row + 1,
            (true, _) => 1,
            (false, 1) if token.text == "-" => row,
            (false, _) => 0,
        };
        longest = longest.max(row);
    }
    longest
}

/// Whether a character belongs to the word before it. A number and a word that
/// begins with a capital letter stay two: a row number before a name. So do a
/// comma and the word after it.
fn belongs(before: Token<'_>, token: Token<'_>) -> bool {
    let after_mark = matches!(before.text, "," | ";" | ":") && token.is_letter();
    !(after_mark
        || before.is_digit() && token.is_letter() && token.text.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = Passage::verbatim(text, 0);
        let read = repair(&words).unwrap_or(words);
        assert_eq!(read.text(), expected);
        assert_eq!(repair(&read), None, "a second time");
    }

    #[test]
    fn two_blanks_part_the_words_of_a_spaced_line() {
        check("п о м о щ и  д е т я м ;", "помощи детям;");
        check("А қ с у  қ а л а с ы ,", "Ақсу қаласы,");
    }

    #[test]
    fn digits_of_a_spaced_line_are_joined_too() {
        check(
            "д о к у м е н т о в :  1 0  д н е й ;",
            "документов: 10 дней;",
        );
        check("к ө ш е с і ,  2 5 - ү й", "көшесі, 25-үй");
        check("7 .  С р о к  у с л у г и :", "7. Срок услуги:");
        check("3  ( ү ш )", "3 (үш)");
        check("8 7  А - ү й і ,", "87 А-үйі,");
        check("1 1 8 - ү й", "118-үй");
    }

    #[test]
    fn a_telephone_number_of_single_digits_is_joined() {
        check("8 - 7 2 6 3 5 - 2 1 5 0 0 ,", "8-72635-21500,");
    }

    #[test]
    fn part_of_a_line_can_be_spaced() {
        check("5 А к и м а т", "5 Акимат");
        check(", у л и ц а", ", улица");
        check("бөлім  к е ң с е", "бөлім  кеңсе");
        check("услуга п л а т н а я.", "услуга платная.");
    }

    #[test]
    fn a_hyphen_belongs_to_the_spaced_word() {
        check("А Ж - ғ а", "АЖ-ға");
        check("- ү й", "-үй");
        check("1 0 -", "10-");
    }

    #[test]
    fn numbers_of_columns_stay_apart() {
        check("1 2 3 4 5", "1 2 3 4 5");
        check("2 3 2", "2 3 2");
    }

    #[test]
    fn short_words_stay_apart() {
        check("Приложение N 1 к Стандарту", "Приложение N 1 к Стандарту");
        check("о п. 5 и в п. 6", "о п. 5 и в п. 6");
    }
}
