//! Papers: a question for a paper in one language finds it in the other.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::analyzer::{Analyzer, Analyzers, Word};
use super::question::{Candidate, Question, QuestionWord};
use super::rules::Rules;
use crate::language::Language;

/// Terms that one word may get from names of the other language.
pub const MOST_TRANSLATED: usize = 8;

/// The names of papers.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct PaperIndex {
    names: Vec<Name>,
    /// How sure the name of the other language is, which the rules of the index say.
    #[serde(skip)]
    translated: f32,
    /// Names by a term of their first word.
    postings: BTreeMap<(Language, String), Vec<usize>>,
    /// Terms of the words for people for whom something is.
    holders: [BTreeSet<String>; 2],
}

#[derive(Debug, Serialize, Deserialize)]
struct Name {
    language: Language,
    words: Vec<NameWord>,
    /// The same paper in the other language, a name at a time.
    others: Vec<Vec<NameWord>>,
    /// The kinds of papers that it may be.
    kinds: Vec<String>,
}

/// A word of the name of a paper.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct NameWord {
    terms: Vec<String>,
    /// True for what any paper may be, such as a certificate.
    is_deed: bool,
}

impl PaperIndex {
    pub fn new(rules: &Rules, analyzers: &Analyzers) -> Self {
        let mut index = Self::default().counting(rules);
        let terms_in = |kk: &[String], ru: &[String]| {
            [(Language::Kk, kk), (Language::Ru, ru)]
                .map(|(language, words)| terms_of(words, analyzers.of(language)))
        };
        let deeds = terms_in(&rules.deeds.kk, &rules.deeds.ru);
        index.holders = terms_in(&rules.papers.holders.kk, &rules.papers.holders.ru);
        let sorts = terms_in(&rules.papers.sorts.kk, &rules.papers.sorts.ru);
        for paper in &rules.papers.rows {
            let names = [(Language::Kk, &paper.kk), (Language::Ru, &paper.ru)];
            let names = names.map(|(language, names)| {
                let deeds = &deeds[language as usize];
                (language, words_of(names, analyzers.of(language), deeds))
            });
            for (language, own) in &names {
                let others = names.iter().filter(|(other, _)| other != language);
                let others: Vec<_> = others.flat_map(|(_, names)| names.clone()).collect();
                for words in own {
                    let words = widened(words, &sorts[*language as usize]);
                    for term in words.first().into_iter().flat_map(|word| &word.terms) {
                        let key = (*language, term.clone());
                        index
                            .postings
                            .entry(key)
                            .or_default()
                            .push(index.names.len());
                    }
                    index.names.push(Name {
                        language: *language,
                        words,
                        others: others.clone(),
                        kinds: paper.kinds.clone(),
                    });
                }
            }
        }
        index
    }

    /// The index as it counts with these rules.
    #[must_use]
    pub fn counting(mut self, rules: &Rules) -> Self {
        self.translated = rules.weights.meaning.translated;
        self
    }

    /// Gives the words of a question that name a paper the words of its other
    /// names, and marks them and the words for people whose paper it is.
    pub fn add_names(&self, question: &mut Question) {
        for word in &mut question.words {
            word.is_holder = self.is_holder(word);
        }
        let mut found: Vec<(&Name, Vec<usize>)> = Vec::new();
        for (nth, word) in question.words.iter().enumerate() {
            for candidate in &word.candidates {
                let key = (candidate.language, candidate.term.clone());
                for number in self.postings.get(&key).into_iter().flatten() {
                    let name = &self.names[*number];
                    found.extend(find_words(name, nth, question).map(|at| (name, at)));
                }
            }
        }
        // A longer name says more: "certificate of birth" is no "certificate". Beside it
        // another paper may be named.
        let places: Vec<Vec<usize>> = found.iter().map(|(_, at)| at.clone()).collect();
        let is_part = |at: &Vec<usize>| {
            let mut longer = places.iter().filter(|other| other.len() > at.len());
            longer.any(|other| at.iter().all(|nth| other.contains(nth)))
        };
        found.retain(|(_, at)| !is_part(at));
        // Names at one place are of one paper, whatever kinds it may be of.
        let mut papers: BTreeMap<Vec<usize>, BTreeSet<String>> = BTreeMap::new();
        for (name, mut at) in found.clone() {
            at.sort_unstable();
            papers
                .entry(at)
                .or_default()
                .extend(name.kinds.iter().cloned());
        }
        for (number, (at, kinds)) in papers.into_iter().enumerate() {
            for nth in at {
                question.words[nth].papers.push(number);
            }
            question.papers.push(kinds);
        }
        for (name, at) in found {
            // A kind is found where it is listed, in whatever language.
            if name.kinds.is_empty() {
                for other in &name.others {
                    self.translate(question, name, &at, other);
                }
            }
        }
    }

    fn is_holder(&self, word: &QuestionWord) -> bool {
        let best = word.quality();
        let mut surest = word.candidates.iter().filter(|one| one.quality >= best);
        surest.any(|one| self.holders[one.language as usize].contains(&one.term))
    }

    /// The words of a name in one language stand for those of the other: what any
    /// paper may be for the like, the rest in order; the last one stands for what is
    /// left. The order alone does not tell: Kazakh names end with the certificate that
    /// Russian ones begin with.
    fn translate(&self, question: &mut Question, name: &Name, at: &[usize], other: &[NameWord]) {
        let language = name.language.other();
        for is_deed in [true, false] {
            let like = at.iter().zip(&name.words);
            let like = like.filter(|(_, word)| word.is_deed == is_deed);
            let mut like: Vec<usize> = like.map(|(at, _)| *at).collect();
            if like.is_empty() {
                like = at.to_vec();
            }
            let others = other.iter().filter(|word| word.is_deed == is_deed);
            for (nth, translated) in others.enumerate() {
                if let Some(word) = like.get(nth).or_else(|| like.last()) {
                    self.add_terms(&mut question.words[*word], language, translated);
                }
            }
        }
    }

    fn add_terms(&self, word: &mut QuestionWord, language: Language, translated: &NameWord) {
        for term in &translated.terms {
            let same = |one: &Candidate| one.language == language && one.term == *term;
            if word.translated.len() < MOST_TRANSLATED && !word.meanings().any(same) {
                word.translated.push(Candidate {
                    language,
                    term: term.clone(),
                    quality: self.translated,
                });
            }
        }
    }
}

/// The first term of each word.
fn terms_of(words: &[String], analyzer: &Analyzer) -> BTreeSet<String> {
    let words = words.iter().flat_map(|word| analyzer.analyze(word));
    words
        .filter_map(|word| word.terms.into_iter().next())
        .collect()
}

fn words_of(names: &[String], analyzer: &Analyzer, deeds: &BTreeSet<String>) -> Vec<Vec<NameWord>> {
    let name = |name: &String| -> Vec<NameWord> {
        let words = analyzer.analyze(name).into_iter();
        let words = words.filter(|word| !analyzer.is_stop_word(&word.normal));
        words
            .map(|word: Word| NameWord {
                is_deed: word.terms.first().is_some_and(|term| deeds.contains(term)),
                terms: word.all_terms().into_iter().map(str::to_owned).collect(),
            })
            .collect()
    };
    names.iter().map(name).collect()
}

/// The words of a name in which any sort of paper may stand for another one, as people say
/// paper for a certificate.
fn widened(name: &[NameWord], sorts: &BTreeSet<String>) -> Vec<NameWord> {
    let mut name = name.to_vec();
    for word in &mut name {
        if word.terms.first().is_some_and(|term| sorts.contains(term)) {
            let others = sorts.iter().filter(|sort| !word.terms.contains(sort));
            let others: Vec<String> = others.cloned().collect();
            word.terms.extend(others);
        }
    }
    name
}

/// Where the words of a name stand whose first word is the given one of the question: of
/// several places of another word the nearest counts, for papers may share their words.
fn find_words(name: &Name, first: usize, question: &Question) -> Option<Vec<usize>> {
    let mut found = vec![first];
    for NameWord { terms, .. } in name.words.iter().skip(1) {
        let says = |word: &QuestionWord| {
            word.candidates.iter().any(|candidate| {
                candidate.language == name.language && terms.contains(&candidate.term)
            })
        };
        let words = question.words.iter().enumerate();
        let places = words.filter(|(at, word)| !found.contains(at) && says(word));
        let (at, _) = places.min_by_key(|(at, _)| at.abs_diff(first))?;
        found.push(at);
    }
    // The words of a name stand together; among many of them another word may stand. Where
    // a word stands that the question repeats, its first place does not tell.
    let fixed = found.iter().filter(|at| !question.words[**at].is_repeated);
    let fixed: Vec<usize> = fixed.copied().collect();
    let span = fixed.iter().max().zip(fixed.iter().min());
    let among = span.map_or(0, |(last, first)| {
        (last - first + 1).saturating_sub(fixed.len())
    });
    (among + 2 <= found.len().max(2)).then_some(found)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::search::knowledge::Knowledge;
    use crate::search::reading::Interpreter;
    use crate::search::sample;

    #[track_caller]
    fn check(text: &str, kinds: &[&str]) {
        let sample = sample::index();
        let rules = sample::rules();
        let knowledge = Knowledge::load(sample.folder.path()).expect("the index is whole");
        let interpreter = Interpreter::new(&rules, knowledge.words);
        let mut question = interpreter.read(text);
        PaperIndex::new(&rules, &interpreter.analyzers).add_names(&mut question);
        let found: Vec<_> = question.kinds().into_iter().collect();
        assert_eq!(found, kinds, "in: {text}");
    }

    #[test]
    fn a_paper_is_known_by_its_names_in_both_languages() {
        check("справка о составе семьи", &["family-composition"]);
        check("отбасы құрамы туралы анықтама", &["family-composition"]);
        check("копия домовой книги", &["house-book"]);
        check("үй кітабының көшірмесі", &["house-book"]);
    }

    #[test]
    fn one_sort_of_paper_stands_for_another() {
        check("бумага о прописке", &["residence-proof"]);
        check("отбасы құрамы туралы қағаз", &["family-composition"]);
        // Who asks for the papers of a service asks for none of them.
        check("документы инвалида", &[]);
    }

    #[test]
    fn a_question_may_name_several_papers() {
        let kinds = ["education-document", "military-id"];
        check("военный билет, диплом, аттестат", &kinds);
        check("әскери билет, диплом", &kinds);
        let kinds = ["archive-certificate", "disability-certificate"];
        check("справка об инвалидности, архивная справка", &kinds);
        check("архивная справка, справка об инвалидности", &kinds);
    }

    #[test]
    fn an_abbreviation_may_be_in_the_name_of_a_paper() {
        check("справка МСЭ", &["disability-certificate"]);
        check("МӘС анықтамасы", &["disability-certificate"]);
    }

    #[test]
    fn the_words_of_a_name_stand_together() {
        check("справку получателя адресной помощи", &[]);
    }

    #[test]
    fn every_kind_is_a_kind_of_the_vocabulary() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/vocabulary/papers.toml");
        let text = std::fs::read_to_string(path).expect("the vocabulary is there");
        for kind in sample::rules()
            .papers
            .rows
            .iter()
            .flat_map(|row| &row.kinds)
        {
            assert!(text.contains(&format!("\nid = \"{kind}\"\n")), "no {kind}");
        }
    }
}
