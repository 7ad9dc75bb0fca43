//! Snippets: the sentence of a body that answers a question best.

use std::collections::BTreeSet;
use std::ops::Range;

use super::analyzer::{Analyzer, Word};

/// Longest snippet, in letters.
const LONGEST: usize = 240;

/// Letters kept before the first marked word of a long sentence.
const BEFORE: usize = 80;

/// The sentence with the most different terms of the question, as HTML with
/// `<mark>` as its only element. Without any, the beginning of the first passage.
pub fn make_snippet<'a>(
    passages: impl IntoIterator<Item = &'a str>,
    terms: &BTreeSet<&str>,
    analyzer: &Analyzer,
) -> String {
    let mut best: Option<(usize, &str, Vec<Range<usize>>)> = None;
    for sentence in passages.into_iter().flat_map(sentences) {
        let words = analyzer.analyze(sentence);
        let (count, marks) = find_marks(&words, terms);
        if best.as_ref().is_none_or(|(most, ..)| count > *most) {
            best = Some((count, sentence, marks));
        }
    }
    best.map(|(_, sentence, marks)| render(sentence, &marks))
        .unwrap_or_default()
}

/// How many terms of the question stand among the words, and where.
fn find_marks(words: &[Word], terms: &BTreeSet<&str>) -> (usize, Vec<Range<usize>>) {
    let mut matched = BTreeSet::new();
    let mut marks = Vec::new();
    for word in words {
        let found: Vec<&str> = word
            .all_terms()
            .into_iter()
            .filter_map(|term| terms.get(term).copied())
            .collect();
        if !found.is_empty() {
            marks.push(word.at.clone());
            matched.extend(found);
        }
    }
    marks.dedup();
    (matched.len(), marks)
}

/// A sentence ends with a full stop, a question or exclamation mark or a semicolon
/// before a blank and a capital letter, a digit or a quotation mark.
pub fn sentences(passage: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, letter) in passage.char_indices() {
        if !matches!(letter, '.' | '?' | '!' | ';') {
            continue;
        }
        let end = at + letter.len_utf8();
        let rest = &passage[end..];
        let next = rest.trim_start().chars().next();
        let begins = next.is_some_and(|next| {
            letter == ';' || next.is_uppercase() || matches!(next, '«' | '"' | '“' | '„')
        });
        if rest.starts_with(char::is_whitespace) && begins && end - start > 20 {
            found.push(passage[start..end].trim());
            start = end;
        }
    }
    let rest = passage[start..].trim();
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

fn render(sentence: &str, marks: &[Range<usize>]) -> String {
    let window = cut(sentence, marks.first());
    let mut html = String::new();
    if window.start > 0 {
        html.push_str("… ");
    }
    let mut at = window.start;
    for mark in marks {
        if mark.start < at || mark.end > window.end {
            continue;
        }
        escape(&sentence[at..mark.start], &mut html);
        html.push_str("<mark>");
        escape(&sentence[mark.clone()], &mut html);
        html.push_str("</mark>");
        at = mark.end;
    }
    escape(&sentence[at..window.end], &mut html);
    if window.end < sentence.len() {
        html.push_str(" …");
    }
    html
}

/// The bytes of a sentence to show: all of a short one, else the words around the
/// first mark.
fn cut(sentence: &str, first: Option<&Range<usize>>) -> Range<usize> {
    let letters: Vec<(usize, char)> = sentence.char_indices().collect();
    if letters.len() <= LONGEST {
        return 0..sentence.len();
    }
    let byte = |letter: usize| letters.get(letter).map_or(sentence.len(), |(at, _)| *at);
    let marked = first.map_or(0, |mark| {
        letters.partition_point(|(at, _)| *at < mark.start)
    });
    let mut from = marked.saturating_sub(BEFORE).min(letters.len() - LONGEST);
    if from > 0 {
        from = (from..marked)
            .find(|letter| letters[*letter].1.is_whitespace())
            .map_or(from, |blank| blank + 1);
    }
    let to = (from + LONGEST).min(letters.len());
    let to = if to < letters.len() {
        (marked + 1..to)
            .rev()
            .find(|letter| letters[*letter].1.is_whitespace())
            .unwrap_or(to)
    } else {
        to
    };
    byte(from)..byte(to)
}

fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            letter if letter.is_control() => html.push(' '),
            letter => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::search::sample;

    #[track_caller]
    fn check(language: Language, passages: &[&str], query: &str, expected: &str) {
        let analyzers = sample::analyzers();
        let analyzer = analyzers.of(language);
        let words = analyzer.analyze(query);
        let terms = words.iter().flat_map(Word::all_terms).collect();
        let snippet = make_snippet(passages.iter().copied(), &terms, analyzer);
        assert_eq!(snippet, expected);
    }

    #[test]
    fn the_russian_sentence_with_most_words_is_shown() {
        check(
            Language::Ru,
            &["Услуга оказывается бесплатно. Кресла-коляски выдаются инвалидам первой группы."],
            "коляска инвалиду",
            "<mark>Кресла-коляски</mark> выдаются <mark>инвалидам</mark> первой группы.",
        );
    }

    #[test]
    fn the_kazakh_sentence_with_most_words_is_shown() {
        check(
            Language::Kk,
            &["Қызмет тегін көрсетіледі. Кресло-арбалар мүгедектерге беріледі."],
            "арба мүгедек",
            "<mark>Кресло-арбалар</mark> <mark>мүгедектерге</mark> беріледі.",
        );
    }

    #[test]
    fn the_text_of_an_act_is_never_html() {
        check(
            Language::Ru,
            &["Форма <b>заявления</b> & \"справки\""],
            "справка",
            "Форма &lt;b&gt;заявления&lt;/b&gt; &amp; &quot;<mark>справки</mark>&quot;",
        );
    }

    #[test]
    fn a_long_sentence_is_cut_around_the_word() {
        let passage = format!("{}справка{}", "слово ".repeat(100), " конец".repeat(100));
        let analyzers = sample::analyzers();
        let terms = BTreeSet::from(["справк"]);
        let snippet = make_snippet([passage.as_str()], &terms, analyzers.of(Language::Ru));
        let expected = format!(
            "… {}<mark>справка</mark>{} …",
            "слово ".repeat(13),
            " конец".repeat(25)
        );
        assert_eq!(snippet, expected);
    }

    #[test]
    fn without_a_match_the_body_begins() {
        check(Language::Ru, &["Начало.", "Конец."], "другое", "Начало.");
    }

    #[test]
    fn without_a_body_there_is_no_snippet() {
        check(Language::Kk, &[], "арба", "");
    }
}
