//! Joining: the lines of a paragraph or of a table cell as one passage.

use crate::passage::Passage;

use super::blanks;
use super::letters::{is_letter, is_letter_or_digit};
use super::line::RepairedLine;
use super::vocabulary::Vocabulary;

/// Bytes of the longest word or address that a line end may cut.
const LONGEST_WORD: usize = 400;

/// Joins the lines of a paragraph of running text. A hyphen at the end of a line
/// is a real one and stays, unless the file shows the word without it.
#[must_use]
pub fn join_prose<'a>(
    lines: impl IntoIterator<Item = &'a RepairedLine>,
    vocabulary: &Vocabulary,
) -> Passage {
    join(lines, |left, right| {
        let hyphen = Hyphen::between(left, right);
        let soft =
            vocabulary.count(&hyphen.joined) > 0 && vocabulary.count(&hyphen.hyphenated) == 0;
        soft && hyphen.between_letters
    })
}

/// Joins the lines of a table cell. A hyphen at the end of a line is a soft one
/// and goes, unless it stands in an address or after a digit, or the file shows
/// the word with it.
#[must_use]
pub fn join_cell<'a>(
    lines: impl IntoIterator<Item = &'a RepairedLine>,
    vocabulary: &Vocabulary,
) -> Passage {
    join(lines, |left, right| {
        let hyphen = Hyphen::between(left, right);
        let joined = vocabulary.count(&hyphen.joined);
        let compound = joined == 0
            && hyphen
                .parts
                .iter()
                .all(|part| is_compound_part(part, vocabulary));
        let hard =
            compound || hyphen.joins_names() || vocabulary.count(&hyphen.hyphenated) > joined;
        hyphen.between_letters && !hard
    })
}

/// Whether a word goes on from the end of a line to the next line of the cell: a
/// page may leave blank lines in the middle of it.
#[must_use]
pub fn cuts_word(line: &RepairedLine, next: &RepairedLine) -> bool {
    let begins_small = |text: &str| {
        let first = text.chars().next();
        first.is_some_and(|first| first.is_lowercase() && !first.is_ascii())
    };
    let left = line.words.text().trim_end();
    let cut = left
        .strip_suffix('-')
        .and_then(|word| word.chars().next_back());
    cut.is_some_and(is_letter_or_digit) && begins_small(next.words.text().trim_start())
}

/// A word that a hyphen at the end of a line parts.
struct Hyphen {
    joined: String,
    hyphenated: String,
    parts: [String; 2],
    /// Both sides of the hyphen are letters, in no address.
    between_letters: bool,
}

impl Hyphen {
    fn between(left: &str, right: &str) -> Self {
        let is_mark = |c: char| !is_letter_or_digit(c);
        let left = last_word(left.trim_end_matches('-'));
        let right = right.split_whitespace().next().unwrap_or_default();
        let between_letters = left.ends_with(is_letter)
            && right.starts_with(is_letter)
            && !is_address(left)
            && !right.is_ascii();
        let left = left.trim_start_matches(is_mark);
        let right = right.trim_end_matches(is_mark);
        Self {
            joined: format!("{left}{right}"),
            hyphenated: format!("{left}-{right}"),
            parts: [left.to_owned(), right.to_owned()],
            between_letters,
        }
    }

    /// Whether a capital letter follows a small one, as in no word that was cut.
    fn joins_names(&self) -> bool {
        let [left, right] = &self.parts;
        left.ends_with(char::is_lowercase) && right.starts_with(char::is_uppercase)
    }
}

/// Whether a part can be one of the words of a compound such as `ата-анасы`.
fn is_compound_part(part: &str, vocabulary: &Vocabulary) -> bool {
    part.chars().nth(2).is_some() && vocabulary.count(part) > 1
}

fn join<'a>(
    lines: impl IntoIterator<Item = &'a RepairedLine>,
    drops_hyphen: impl Fn(&str, &str) -> bool,
) -> Passage {
    let mut passage = Passage::default();
    let mut quotes = 0;
    for line in lines.into_iter().filter(|line| !line.furniture) {
        let right = line.words.text();
        if right.is_empty() {
            continue;
        }
        let left = passage.text();
        if left.is_empty() {
            // The first line stands as it is.
        } else if ends_with_hyphen(left) {
            if drops_hyphen(left, right) {
                passage.truncate(left.len() - 1);
            }
        } else if !attaches(left, right, quotes % 2 == 1) {
            passage.push_inserted(" ");
        }
        passage.push(&line.words);
        quotes += right.matches('"').count();
    }
    blanks::single(&passage).unwrap_or(passage)
}

fn ends_with_hyphen(left: &str) -> bool {
    let before = left
        .strip_suffix('-')
        .and_then(|left| left.chars().next_back());
    before.is_some_and(is_letter_or_digit)
}

/// Whether the next line follows without a blank. `in_quotes` tells whether a
/// quote is open before it.
fn attaches(left: &str, right: &str, in_quotes: bool) -> bool {
    let mut first = right.chars();
    let begins = match first.next() {
        Some(',' | ';' | '.' | ')' | ':' | '/' | '!' | '?' | '»' | '”') => true,
        Some('"') => closes(first.next(), in_quotes),
        Some('-') => {
            left.ends_with(|c: char| c.is_ascii_digit()) && first.next().is_some_and(is_letter)
        }
        _ => false,
    };
    begins || ends_open(left, right) || continues_address(left, right)
}

/// Whether a quote at the start of a line closes what is open before it.
fn closes(after: Option<char>, in_quotes: bool) -> bool {
    match after {
        Some(c) => !is_letter_or_digit(c) && c != '"',
        None => in_quotes,
    }
}

/// A bracket, an opening quote or a stroke at the end of a line.
fn ends_open(left: &str, right: &str) -> bool {
    let Some(last) = left.chars().next_back() else {
        return false;
    };
    let before = left[..left.len() - last.len_utf8()].chars().next_back();
    match last {
        '(' | '«' | '„' => true,
        // A quote with a blank before it opens, whatever was left open before.
        '"' => before.is_none_or(|c| matches!(c, ' ' | '(' | '«' | '„')),
        '/' => before.is_some_and(|c| c != ' ') && right.starts_with(char::is_lowercase),
        _ => false,
    }
}

/// An email address or a site that the line end cuts.
fn continues_address(left: &str, right: &str) -> bool {
    // Nearly every line begins with a letter that no address has.
    let is_word = |c: char| !c.is_ascii() && is_letter(c);
    if right.starts_with(is_word) && !left.trim_end().ends_with('_') {
        return false;
    }
    let left = last_word(left);
    let right = right.split_whitespace().next().unwrap_or_default();
    let is_part = !right.is_empty()
        && right
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"@._-/".contains(&b))
        && right.starts_with(|c: char| c.is_ascii_lowercase() || c == '@' || c.is_ascii_digit());
    let open = left.ends_with(['.', '@', '_', '-']);
    let zone = (2..=4).contains(&right.len()) && right.bytes().all(|b| b.is_ascii_lowercase());
    if zone && left.is_ascii() && left.ends_with('.') && left.contains(is_letter) {
        return true;
    }
    is_part && (right.starts_with('@') && left.is_ascii() || is_address(left) && open)
        || left.ends_with('_') && left.is_ascii() && right.contains('@') && left.len() > 1
}

/// The last word of what was joined so far. Nothing that is longer is a word, and
/// looking for the beginning of a text without blanks line by line takes for ever.
fn last_word(text: &str) -> &str {
    let mut from = text.len().saturating_sub(LONGEST_WORD);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let word = text[from..].split_whitespace().next_back();
    word.unwrap_or_default()
}

fn is_address(token: &str) -> bool {
    token.contains('@') || token.contains("www") || token.contains("://")
}

#[cfg(test)]
mod tests {
    use super::super::line::split;
    use super::*;

    #[track_caller]
    fn check_prose(text: &str, expected: &str) {
        let lines = split(text);
        assert_eq!(join_prose(&lines, &Vocabulary::of(&lines)).text(), expected);
    }

    #[track_caller]
    fn check_cell(file: &str, text: &str, expected: &str) {
        let vocabulary = Vocabulary::of(&split(&format!("{file}\n{text}")));
        assert_eq!(join_cell(&split(text), &vocabulary).text(), expected);
    }

    #[test]
    fn lines_are_joined_with_one_blank_over_page_breaks() {
        check_prose("көрсетілетін \n\n\n\nқызмет", "көрсетілетін қызмет");
        check_prose(
            "Аким области             Б. Ким\nот руки",
            "Аким области Б. Ким от руки",
        );
    }

    #[test]
    fn punctuation_at_the_start_of_a_line_follows_at_once() {
        check_prose(
            "мекемесі (\nбұдан әрі\n) береді\n;",
            "мекемесі (бұдан әрі) береді;",
        );
        check_prose(
            "услугополучателя и\n/или представителя",
            "услугополучателя и/или представителя",
        );
        check_prose(
            "услугополучателя и/\nили представителя",
            "услугополучателя и/или представителя",
        );
    }

    #[test]
    fn quotes_go_to_the_words_that_they_stand_at() {
        check_prose(
            "учреждением \"\nУправление\n\" акимата",
            "учреждением \"Управление\" акимата",
        );
        check_prose(
            "оны \"\nОралман журналында\" \nтіркейді",
            "оны \"Оралман журналында\" тіркейді",
        );
        check_prose(
            "беру\"\n\"Оралман мәртебесін беру\"",
            "беру\" \"Оралман мәртебесін беру\"",
        );
        check_prose(
            "\"Әділет\nпортал \"\nЕ-лицензиялау",
            "\"Әділет портал \"Е-лицензиялау",
        );
        check_prose("сельского \n\"Ауыл\"", "сельского \"Ауыл\"");
    }

    #[test]
    fn a_hyphen_at_a_line_end_stays_in_prose() {
        check_prose("сағат 18.00-\nге дейін", "сағат 18.00-ге дейін");
        check_prose("протезно-\n\nортопедической", "протезно-ортопедической");
        check_prose("Стандарттың 10-\n тармағында", "Стандарттың 10-тармағында");
        check_prose("27\n-үй", "27-үй");
    }

    #[test]
    fn a_hyphen_at_a_line_end_goes_from_prose_when_the_file_has_the_word_without() {
        check_prose(
            "уполномоченного\nуполномочен-\nного",
            "уполномоченного уполномоченного",
        );
    }

    #[test]
    fn a_dash_at_a_line_end_stays_a_dash() {
        check_prose(
            "қызмет (бұдан әрі -\nқызмет)",
            "қызмет (бұдан әрі - қызмет)",
        );
    }

    #[test]
    fn a_hyphen_at_a_line_end_goes_from_a_cell() {
        check_cell("", "мемлекеттік ме-\nкемесі", "мемлекеттік мекемесі");
        check_cell("", "уполномочен-\nного", "уполномоченного");
    }

    #[test]
    fn a_compound_keeps_its_hyphen_in_a_cell() {
        check_cell("мекен-жайы", "мекен-\nжайы", "мекен-жайы");
        check_cell(
            "санаторно-курортным",
            "санаторно-\nкурортным",
            "санаторно-курортным",
        );
        check_cell("ата ата\nанасы анасы", "ата-\nанасы", "ата-анасы");
        check_cell("", "көшесі, 27-\nүй", "көшесі, 27-үй");
    }

    #[test]
    fn an_address_that_the_line_end_cuts_is_joined() {
        check_cell("", "sobes_balkhash@mail.\nru", "sobes_balkhash@mail.ru");
        check_cell(
            "",
            "www.abay-akimat-\nkaraganda.kz",
            "www.abay-akimat-karaganda.kz",
        );
        check_cell("", "utzszn_baizak@\ntopmail.kz", "utzszn_baizak@topmail.kz");
        check_cell(
            "",
            "zhambyl.rotzszn@mail.\nonline.kz",
            "zhambyl.rotzszn@mail.online.kz",
        );
        check_cell("", "www karaganda-akimat.\nkz", "www karaganda-akimat.kz");
    }

    #[test]
    fn two_addresses_stay_two() {
        check_cell(
            "",
            "www.satpaev.kz\nsatpaev@mail.ru",
            "www.satpaev.kz satpaev@mail.ru",
        );
    }
}
