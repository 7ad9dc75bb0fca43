//! Numbers as acts write them: in figures, in words, in both.

use super::file::NumberEntry;

/// The words of a language for numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Words with their values, the longest first, so that a word is never
    /// taken for a shorter one that it begins with.
    words: Vec<(String, u32)>,
}

impl Numbers {
    /// The numbers of a language as its files list them.
    #[must_use]
    pub(super) fn new(entries: &[NumberEntry]) -> Self {
        let mut words: Vec<_> = entries
            .iter()
            .flat_map(|entry| entry.words.iter().map(|word| (word.clone(), entry.value)))
            .collect();
        words.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then(one.cmp(other)));
        Self { words }
    }

    /// Every word for a number, the longest first.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    /// Reads a number in figures, in words or in both; figures lead. Words add
    /// up, as `twenty five` does.
    #[must_use]
    pub fn parse(&self, text: &str) -> Option<u32> {
        let text = text.trim_start();
        let figures = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if figures > 0 {
            return text[..figures].parse().ok();
        }
        let text = text.to_lowercase();
        let printed = text.split('(').next().unwrap_or_default();
        printed.split_whitespace().try_fold(None, |sum, word| {
            let value = self.value(word)?;
            Some(Some(sum.unwrap_or(0) + value))
        })?
    }

    /// Whether figures and the words in brackets behind them are different numbers.
    #[must_use]
    pub fn contradict(&self, text: &str) -> bool {
        let spelled = text
            .split_once('(')
            .and_then(|(_, rest)| rest.split_once(')'));
        let begins_with_figure = text.trim_start().starts_with(|c: char| c.is_ascii_digit());
        spelled
            .filter(|_| begins_with_figure)
            .and_then(|(words, _)| self.parse(words))
            .is_some_and(|words| self.parse(text) != Some(words))
    }

    fn value(&self, printed: &str) -> Option<u32> {
        let found = self.words.iter().find(|(word, _)| word == printed);
        found.map(|(_, value)| *value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(value: u32, words: &[&str]) -> NumberEntry {
        NumberEntry {
            value,
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        }
    }

    #[track_caller]
    fn check(text: &str, expected: Option<u32>) {
        let numbers = Numbers::new(&[
            entry(5, &["пять", "пяти", "бес"]),
            entry(10, &["десяти", "он"]),
            entry(20, &["двадцати"]),
        ]);
        assert_eq!(numbers.parse(text), expected, "{text}");
    }

    #[test]
    fn figures_lead_and_words_add_up_in_both_languages() {
        check("15 (он бес)", Some(15));
        check("он бес", Some(15));
        check("двадцати пяти", Some(25));
        check("Пяти (5)", Some(5));
        check("2-х", Some(2));
    }

    #[test]
    fn figures_and_words_that_differ_contradict_each_other() {
        let numbers = Numbers::new(&[entry(10, &["он"]), entry(5, &["бес"])]);
        assert!(numbers.contradict("6 (он бес)"));
        assert!(!numbers.contradict("15 (он бес)"));
        assert!(!numbers.contradict("15 (рабочих)"));
        assert!(!numbers.contradict("он бес (6)"));
    }

    #[test]
    fn words_that_are_no_numbers_are_none() {
        check("несколько", None);
        check("", None);
    }
}
