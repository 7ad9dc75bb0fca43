//! Whether words name a body that a text has named before.
//!
//! A table says `кітапхана – дүйсенбіден бастап` of the provider that another row
//! calls `аудандық кітапханалар`: the same words in another case or number.

use crate::content::patterns::Lexicon;

/// Letters that words in another case or number have in common, where both have
/// as many.
const STEM: usize = 5;

/// Whether the beginning of a part names the body, and nothing else.
///
/// Every word before the first mark must be one of the body's own; words that
/// only lead to it, such as "through", do not count.
pub fn names_body(part: &str, body: &str, lexicon: &Lexicon) -> bool {
    let clause = part.split([',', ';', ':', '–', '—', '(']).next();
    let clause = clause.unwrap_or_default();
    let own: Vec<Vec<char>> = words(body).collect();
    let mut named = 0;
    for word in words(clause) {
        let printed: String = word.iter().collect();
        if lexicon.says("way-word", &printed) {
            continue;
        }
        if !own.iter().any(|known| is_one_word(known, &word)) {
            return false;
        }
        named += 1;
    }
    named > 0
}

fn words(text: &str) -> impl Iterator<Item = Vec<char>> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().chars().collect())
}

/// Whether two words differ in their endings only. The last letter of a short
/// stem may belong to the ending.
fn is_one_word(one: &[char], other: &[char]) -> bool {
    let shared = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let shorter = one.len().min(other.len());
    one == other || (shorter > 3 && shared + 1 >= shorter.min(STEM))
}

#[cfg(test)]
mod tests {
    use super::super::sample::lexicon;
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(language: Language, part: &str, body: &str, expected: bool) {
        assert_eq!(
            names_body(part, body, lexicon(language)),
            expected,
            "{part}"
        );
    }

    #[test]
    fn a_body_is_named_by_its_own_words_in_another_number() {
        let libraries = "Облыстық және аудандық кітапханалар";
        check(Language::Kk, "кітапхана арқылы;", libraries, true);
        check(
            Language::Kk,
            "кітапхана – дүйсенбіден бастап",
            libraries,
            true,
        );
        check(Language::Kk, "Мемлекеттік корпорация", libraries, false);
        let schools = "Организации среднего образования";
        check(Language::Ru, "через организацию образования", schools, true);
        check(Language::Ru, "организация здравоохранения", schools, false);
        check(Language::Ru, "через", schools, false);
        check(Language::Kk, "ұйым арқылы", "Спорт ұйымдары", true);
        check(Language::Ru, "школа – с 8.00 часов", "Школы района", true);
    }
}
