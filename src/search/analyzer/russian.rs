//! Terms of Russian words: Snowball, corrected where it parts the forms of one word
//! or joins different words.

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use super::rules::{RussianEnds, RussianRules};

/// Snowball cuts letters that carry the meaning off shorter words.
const LONGEST_UNTOUCHED: usize = 3;

/// Letters that are left before an end is taken off.
const SHORTEST_ROOT: usize = 3;

/// Letters before a fleeting vowel and its consonants, and before a soft sign.
const SHORTEST_BEGINNING: usize = 2;

/// Stems with more letters belong to one word, whatever part of speech it is.
const SHORT_STEM: usize = 4;

/// The Russian stemmer.
#[derive(Clone)]
pub struct RussianStemmer {
    snowball: TextAnalyzer,
    rules: RussianRules,
}

impl RussianStemmer {
    pub fn new(rules: &RussianRules) -> Self {
        Self {
            snowball: TextAnalyzer::builder(RawTokenizer::default())
                .filter(Stemmer::new(Language::Russian))
                .build(),
            rules: rules.clone(),
        }
    }

    /// The terms of a word in its normal form, the likeliest first.
    pub fn terms(&self, normal: &str) -> Vec<String> {
        let normal = self.rules.irregular.get(normal).map_or(normal, |word| word);
        let short = normal.chars().count() <= LONGEST_UNTOUCHED;
        if short || self.rules.protected.contains(normal) {
            return vec![normal.to_owned()];
        }
        if let Some(noun) = self.known_noun(normal) {
            return vec![noun];
        }
        let ends = &self.rules.ends;
        // The soft sign before the end belongs to the stem: another word has none.
        if let Some(stem) = without(normal, &ends.soft, SHORTEST_BEGINNING) {
            return vec![format!("{stem}{}", ends.soft_sign)];
        }
        let snowball = self.snowball(normal);
        let stem = self.finish(&snowball);
        let mut terms = Vec::new();
        let mut add = |term: String| {
            if !terms.contains(&term) {
                terms.push(term);
            }
        };
        if ends
            .of_nouns_and_verbs
            .iter()
            .any(|end| normal.ends_with(end))
        {
            add(self.finish_noun(normal));
        }
        match part_of_speech(normal, &stem, ends) {
            Part::Adjective => add(format!("{stem}{}", ends.adjective_mark)),
            Part::Either => {
                add(stem.clone());
                add(format!("{stem}{}", ends.adjective_mark));
            }
            Part::Other => add(stem),
        }
        if let Some(stem) = without(normal, &ends.soft_or_not, SHORTEST_BEGINNING) {
            add(format!("{stem}{}", ends.soft_sign));
        }
        if let Some(stem) = self.without_plural_of_verb(normal) {
            add(stem);
        }
        terms
    }

    /// The noun in the list of those that Snowball takes for verbs.
    fn known_noun(&self, word: &str) -> Option<String> {
        let nouns = &self.rules.nouns;
        let stems = nouns
            .ends
            .iter()
            .filter_map(|end| word.strip_suffix(end.as_str()));
        stems
            .filter(|stem| nouns.stems.contains(*stem))
            .max_by_key(|stem| stem.len())
            .map(str::to_owned)
    }

    fn snowball(&self, word: &str) -> String {
        let mut snowball = self.snowball.clone();
        let mut stream = snowball.token_stream(word);
        if stream.advance() {
            stream.token().text.clone()
        } else {
            word.to_owned()
        }
    }

    /// One stem for all forms: without a vowel that some of them lose, without the
    /// consonant that some verbs gain, without the vowel before endings.
    fn finish(&self, stem: &str) -> String {
        let stem = self.finish_noun(stem);
        let stem = match without(&stem, &self.rules.ends.vowels, SHORTEST_ROOT) {
            Some(shorter) => shorter.to_owned(),
            None => stem,
        };
        replace_end(&stem, &self.rules.ends.gained, SHORTEST_BEGINNING).unwrap_or(stem)
    }

    fn finish_noun(&self, stem: &str) -> String {
        replace_end(stem, &self.rules.fleeting, SHORTEST_BEGINNING)
            .unwrap_or_else(|| stem.to_owned())
    }

    /// Snowball does not know the plural of verbs after hushing consonants.
    fn without_plural_of_verb(&self, word: &str) -> Option<String> {
        let ends = &self.rules.ends;
        let before = without(word, &ends.plural_of_verbs, SHORTEST_BEGINNING - 1)?;
        before
            .ends_with(ends.hushing.as_slice())
            .then(|| before.to_owned())
    }
}

/// What the end of a word tells of its part of speech.
enum Part {
    Adjective,
    Either,
    Other,
}

/// Only short stems need telling apart: longer ones belong to one word.
fn part_of_speech(word: &str, stem: &str, ends: &RussianEnds) -> Part {
    let has = |ends: &[String]| {
        let mut before = ends.iter().map(|end| word.strip_suffix(end.as_str()));
        before.any(|before| before == Some(stem))
    };
    if stem.chars().count() > SHORT_STEM {
        Part::Other
    } else if has(&ends.of_adjectives) {
        Part::Adjective
    } else if has(&ends.of_nouns_and_adjectives) {
        Part::Either
    } else {
        Part::Other
    }
}

/// The word without the longest of the ends that leaves so many letters.
fn without<'a>(word: &'a str, ends: &[String], least: usize) -> Option<&'a str> {
    let left = ends
        .iter()
        .filter_map(|end| word.strip_suffix(end.as_str()));
    left.filter(|left| left.chars().count() >= least)
        .min_by_key(|left| left.len())
}

fn replace_end(
    stem: &str,
    ends: &std::collections::BTreeMap<String, String>,
    least: usize,
) -> Option<String> {
    ends.iter().find_map(|(from, to)| {
        let before = stem.strip_suffix(from.as_str())?;
        (before.chars().count() >= least).then(|| format!("{before}{to}"))
    })
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::search::sample;

    #[track_caller]
    fn check(words: &str) {
        let analyzers = sample::analyzers();
        let words = analyzers.of(Language::Ru).analyze(words);
        for word in &words {
            let shared = word.terms.iter().any(|term| words[0].terms.contains(term));
            assert!(shared, "of {}: {:?}", word.normal, word.terms);
        }
    }

    #[test]
    fn a_fleeting_vowel_does_not_part_the_forms() {
        check("справка справки справок справкам");
        check("коляска коляски колясок");
        check("участок участка участки");
    }

    #[test]
    fn irregular_plurals_are_one_word() {
        check("ребенок ребёнка дети детей детям детьми");
        check("человек люди людей людям");
        check("день дня дни дней");
    }

    #[test]
    fn a_noun_that_ends_like_a_verb_keeps_its_end() {
        check("портал портала порталы порталам");
        check("кредит кредита кредитам");
        check("система систем системам");
    }

    #[test]
    fn the_forms_of_a_verb_meet() {
        check("решать решает решая решали");
        check("составить составлю составит составив");
        check("учить учат учил");
    }

    #[track_caller]
    fn check_apart(one: &str, other: &str) {
        let analyzers = sample::analyzers();
        let terms = |word: &str| analyzers.of(Language::Ru).analyze(word)[0].terms.clone();
        let others = terms(other);
        let shared = terms(one).into_iter().any(|term| others.contains(&term));
        assert!(!shared, "{one} and {other}: {others:?}");
    }

    #[test]
    fn a_soft_stem_is_not_a_hard_one() {
        check_apart("статья", "стать");
        check_apart("платье", "плата");
        check_apart("печенье", "печень");
    }

    #[test]
    fn a_short_adjective_is_not_a_noun() {
        check_apart("сыр", "сырые");
    }
}
