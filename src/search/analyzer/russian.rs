//! Terms of Russian words: Snowball, corrected where it parts the forms of one word
//! or joins different words.

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use super::russian_parts::PartsOfSpeech;
use super::russian_verbs::IrregularVerbs;
use crate::search::rules::{PartOfSpeech, RussianRules};

/// Snowball cuts letters that carry the meaning off shorter words.
const LONGEST_UNTOUCHED: usize = 3;

/// Letters that are left before an end is taken off.
const SHORTEST_ROOT: usize = 3;

/// Letters before a fleeting vowel and its consonants, and before a soft sign.
const SHORTEST_BEGINNING: usize = 2;

/// The Russian stemmer.
#[derive(Clone)]
pub struct RussianStemmer {
    snowball: TextAnalyzer,
    verbs: IrregularVerbs,
    parts: PartsOfSpeech,
    rules: RussianRules,
}

/// Terms in their order, none twice.
#[derive(Default)]
struct Terms(Vec<String>);

impl Terms {
    fn add(&mut self, term: String) {
        if !self.0.contains(&term) {
            self.0.push(term);
        }
    }
}

impl RussianStemmer {
    pub fn new(rules: &RussianRules) -> Self {
        Self {
            snowball: TextAnalyzer::builder(RawTokenizer::default())
                .filter(Stemmer::new(Language::Russian))
                .build(),
            verbs: IrregularVerbs::new(&rules.verbs),
            parts: PartsOfSpeech::new(&rules.parts),
            rules: rules.clone(),
        }
    }

    /// The terms of a word in its normal form, the likeliest first.
    pub fn terms(&self, normal: &str) -> Vec<String> {
        if let Some(noun) = self.known_noun(normal) {
            return vec![noun];
        }
        let word = self.dictionary_form(normal);
        let normal = word.as_str();
        let short = normal.chars().count() <= LONGEST_UNTOUCHED;
        if short || self.rules.protected.contains(normal) {
            return vec![normal.to_owned()];
        }
        let ends = &self.rules.ends;
        // The soft sign before the end belongs to the stem: another word has none.
        if let Some(stem) = without(normal, &ends.soft, SHORTEST_BEGINNING) {
            return vec![format!("{stem}{}", ends.soft_sign)];
        }
        let mut terms = Terms::default();
        if has_end(normal, &ends.of_nouns_and_prefixed_verbs) && !self.verbs.has_prefix(normal) {
            // баран and рукав are no verbs: those have a prefix with these ends.
            return vec![self.finish_noun(normal)];
        }
        let snowball = self.snowball(normal);
        let stem = if has_end(normal, &ends.of_nouns_that_gained) {
            self.finish_noun(&snowball)
        } else {
            self.finish(&snowball)
        };
        if has_end(normal, &ends.of_nouns_and_verbs) {
            terms.add(self.finish_noun(normal));
        }
        for term in self.parts.terms(normal, &snowball, &stem) {
            terms.add(term);
        }
        if let Some(stem) = without(normal, &ends.soft_or_not, SHORTEST_BEGINNING) {
            terms.add(format!("{stem}{}", ends.soft_sign));
        }
        // землями has the stem of земля, whatever verbs gain before their ends.
        if self.finish_noun(&snowball) != stem
            && has_end(&snowball, &self.rules.ends.gained_by_verbs)
        {
            terms.add(snowball);
        }
        terms.0.extend(self.without_plural_of_verb(normal));
        for rewritten in self.rewritten(normal) {
            terms.add(rewritten);
        }
        for stem in self.without_fleeting_vowel(normal) {
            terms.add(self.parts.term(&stem, PartOfSpeech::Adjective));
            terms.add(stem);
        }
        terms.0
    }

    /// True for a form of a word that the rules name.
    pub fn knows(&self, normal: &str) -> bool {
        self.known_noun(normal).is_some() || self.dictionary_form(normal) != normal
    }

    /// The form of a word that dictionaries hold, where the rules know it.
    fn dictionary_form(&self, normal: &str) -> String {
        if let Some(word) = self.rules.irregular.get(normal) {
            return word.clone();
        }
        let stems = self.rules.nouns.ends.iter().filter_map(|end| {
            let stem = normal.strip_suffix(end.as_str())?;
            (!end.is_empty()).then_some(stem)
        });
        let mut nouns = stems.filter_map(|stem| self.rules.stems.get(stem));
        if let Some(noun) = nouns.next() {
            return noun.clone();
        }
        self.verbs
            .infinitive(normal)
            .unwrap_or_else(|| normal.to_owned())
    }

    /// What stands for all forms of a word whose end Snowball leaves.
    fn rewritten(&self, normal: &str) -> Vec<String> {
        // подпись ends as a reflexive verb does, and is none.
        let word = self.verbs.without_reflexive(normal);
        let rules = self.rules.ends.rewrite.iter();
        let rewritten = rules.filter_map(|rule| {
            let stem = without(word, &rule.ends, rule.least)
                .or_else(|| without(normal, &rule.ends, rule.least))?;
            let stem = format!("{stem}{}", rule.to);
            let stem =
                replace_end(&stem, &self.rules.ends.gained, SHORTEST_BEGINNING).unwrap_or(stem);
            Some(
                self.parts
                    .term(&stem, rule.of.unwrap_or(PartOfSpeech::Noun)),
            )
        });
        rewritten.collect()
    }

    /// The stems that the other forms may have where a vowel stands before the last
    /// consonant of this one only: without it, and with a soft sign in its place.
    fn without_fleeting_vowel(&self, normal: &str) -> Vec<String> {
        let ends = &self.rules.ends;
        let sign = ends.soft_sign.chars().next();
        let stem = normal.strip_suffix(|letter| Some(letter) == sign);
        let mut letters: Vec<char> = stem.unwrap_or(normal).chars().collect();
        let Some(at) = letters.len().checked_sub(2) else {
            return Vec::new();
        };
        let fits = letters.len() > LONGEST_UNTOUCHED
            && ends.fleeting_vowels.contains(&letters[at])
            && !ends.vowel_letters.contains(&letters[at + 1])
            && !ends.vowel_letters.contains(&letters[at - 1]);
        if !fits {
            return Vec::new();
        }
        let softens = ends.softening_vowels.contains(&letters[at]);
        letters.remove(at);
        let without: String = letters.iter().collect();
        let mut stems = vec![without];
        if let Some(sign) = sign.filter(|_| softens) {
            letters.insert(at, sign);
            stems.push(letters.into_iter().collect());
        }
        stems
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
            .then(|| self.parts.term(before, PartOfSpeech::Verb))
    }
}

fn has_end(word: &str, ends: &[String]) -> bool {
    ends.iter().any(|end| word.ends_with(end.as_str()))
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
    fn a_verb_with_a_prefix_has_the_forms_of_the_verb() {
        check("отказать откажут откажет отказал");
        check("прийти придет пришел пришла");
        check("выдавать выдают выдает выдавал");
        check("помочь помогут поможет помогла");
    }

    #[test]
    fn a_participle_is_a_form_of_its_verb() {
        check("заполнить заполненный заполнил");
        check("требовать требует требующий требовал");
        check("болеть болеют болеющих болел");
    }

    #[test]
    fn a_vowel_that_comes_and_goes_does_not_part_the_forms() {
        check("кресло кресел креслами");
        check("ветер ветра ветром");
        check("огонь огня огнем");
    }

    #[test]
    fn a_noun_that_nobody_listed_has_the_stem_of_all_its_forms() {
        check("криминал криминала криминалу криминалом");
        check("баклан баклана баклану бакланы");
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
        check_apart("долг", "долгий");
    }

    #[test]
    fn a_short_verb_is_not_a_noun() {
        check_apart("нос", "носить");
        check_apart("порт", "портить");
        check_apart("губа", "губить");
        check("носить носит носил носила носящий носят ношу");
        check("кормить кормлю кормит кормил кормящая");
        check("толкать толкает толкал толкают");
    }

    #[test]
    fn a_noun_in_i_is_not_one_without() {
        check_apart("партия", "парта");
        check("партия партии партию партией партий партиями");
        check("знание знания знаний знанием знаниями");
    }

    #[test]
    fn a_consonant_that_changes_in_the_first_person_does_not_part_the_forms() {
        check("лететь лечу летит летел");
        check("косить кошу косит косил");
        check("кусать кусает кусал");
    }

    #[test]
    fn a_soft_sign_stands_where_a_vowel_stood() {
        check("спальня спален спальню");
        check("тюрьма тюрем тюрьме");
        check("кошелек кошелька кошельки");
        check("больной болен больного");
        check("умный умен умного");
    }
}
