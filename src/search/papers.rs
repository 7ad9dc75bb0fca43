//! Papers: a question for a paper in one language finds it in the other.

use std::collections::HashMap;

use super::analyzer::{Analyzers, Word};
use super::question::{Candidate, Question};
use crate::catalogue::model::BilingualList;
use crate::language::Language;

/// How sure the name of the other language is.
const TRANSLATED: f32 = 0.8;

/// Terms that one word may get from names of the other language.
const MOST_TRANSLATED: usize = 8;

/// The names of papers.
#[derive(Debug, Default)]
pub struct PaperIndex {
    names: Vec<Name>,
    /// Names by a term of their first word.
    postings: HashMap<(Language, String), Vec<usize>>,
}

#[derive(Debug)]
struct Name {
    language: Language,
    /// The terms of each word.
    words: Vec<Vec<String>>,
    /// The same paper in the other language, a name at a time.
    others: Vec<Vec<Vec<String>>>,
}

impl PaperIndex {
    pub fn new(papers: &[BilingualList], analyzers: &Analyzers) -> Self {
        let mut index = Self::default();
        for paper in papers {
            let names = [
                (Language::Kk, words_of(&paper.kk, Language::Kk, analyzers)),
                (Language::Ru, words_of(&paper.ru, Language::Ru, analyzers)),
            ];
            for (language, own) in &names {
                let others = names.iter().filter(|(other, _)| other != language);
                let others: Vec<_> = others.flat_map(|(_, names)| names.clone()).collect();
                for words in own {
                    for term in words.first().into_iter().flatten() {
                        let key = (*language, term.clone());
                        index
                            .postings
                            .entry(key)
                            .or_default()
                            .push(index.names.len());
                    }
                    index.names.push(Name {
                        language: *language,
                        words: words.clone(),
                        others: others.clone(),
                    });
                }
            }
        }
        index
    }

    /// Gives the words of a question that name a paper the words of its other
    /// names, and marks them.
    pub fn add_names(&self, question: &mut Question) {
        question.of_paper = vec![false; question.words.len()];
        let mut found: Vec<(&Name, Vec<usize>)> = Vec::new();
        for word in &question.words {
            for candidate in &word.candidates {
                let key = (candidate.language, candidate.term.clone());
                for number in self.postings.get(&key).into_iter().flatten() {
                    let name = &self.names[*number];
                    found.extend(find_words(name, question).map(|at| (name, at)));
                }
            }
        }
        // A longer name says more: "certificate of birth" is no "certificate".
        let longest = found.iter().map(|(_, at)| at.len()).max().unwrap_or(0);
        found.retain(|(_, at)| at.len() == longest);
        for (name, at) in found {
            for nth in &at {
                question.of_paper[*nth] = true;
            }
            for other in &name.others {
                translate(question, &at, other, name.language.other());
            }
        }
    }
}

/// The words of a name in one language stand for those of the other, each for the
/// one at the same place; the last one stands for what is left.
fn translate(question: &mut Question, at: &[usize], other: &[Vec<String>], language: Language) {
    for (nth, terms) in other.iter().enumerate() {
        let Some(word) = at.get(nth).or_else(|| at.last()) else {
            return;
        };
        let candidates = &mut question.words[*word].candidates;
        let translated = candidates
            .iter()
            .filter(|one| one.quality <= TRANSLATED)
            .count();
        for term in terms {
            let same = |one: &Candidate| one.language == language && one.term == *term;
            if translated < MOST_TRANSLATED && !candidates.iter().any(same) {
                candidates.push(Candidate {
                    language,
                    term: term.clone(),
                    quality: TRANSLATED,
                });
            }
        }
    }
}

fn words_of(names: &[String], language: Language, analyzers: &Analyzers) -> Vec<Vec<Vec<String>>> {
    let analyzer = analyzers.of(language);
    let name = |name: &String| -> Vec<Vec<String>> {
        let words = analyzer.analyze(name).into_iter();
        words
            .filter(|word| !analyzer.is_stop_word(&word.normal))
            .map(|word: Word| {
                word.all_terms()
                    .iter()
                    .map(|term| (*term).to_owned())
                    .collect()
            })
            .collect()
    };
    names.iter().map(name).collect()
}

fn find_words(name: &Name, question: &Question) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    for terms in &name.words {
        let at = question.words.iter().position(|word| {
            word.candidates.iter().any(|candidate| {
                candidate.language == name.language && terms.contains(&candidate.term)
            })
        })?;
        found.push(at);
    }
    (!found.is_empty()).then_some(found)
}
