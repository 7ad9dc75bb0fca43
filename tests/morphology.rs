//! How well words of both languages become terms.
//!
//! The vectors stand in `tests/search/morphology.*.tsv`: a row `same` holds forms of
//! one word, a row `apart` two words that look alike and have nothing in common.
//! `cargo test --test morphology -- --nocapture` prints the figures and the losses.

use std::collections::BTreeSet;
use std::path::Path;

use qyzmet::language::Language;
use qyzmet::search::{Analyzers, Rules};

/// What the vectors of a language show.
#[derive(Default)]
struct Figures {
    pairs: usize,
    sharing: usize,
    unrelated: usize,
    merged: usize,
    words: usize,
    losses: Vec<String>,
}

impl Figures {
    fn sharing(&self) -> f64 {
        share(self.sharing, self.pairs)
    }

    fn merged(&self) -> f64 {
        share(self.merged, self.unrelated)
    }
}

fn share(some: usize, all: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).expect("a small number"));
    number(some) / number(all.max(1))
}

fn terms(analyzers: &Analyzers, language: Language, word: &str) -> BTreeSet<String> {
    let found = analyzers.of(language).analyze(word);
    let terms = found.iter().flat_map(|word| word.all_terms());
    terms.map(str::to_owned).collect()
}

fn measure(language: Language) -> Figures {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = Rules::load(&root.join("content/search")).expect("the rules are there");
    let analyzers = Analyzers::new(&rules.output);
    let name = format!("tests/search/morphology.{}.tsv", language.code());
    let text = std::fs::read_to_string(root.join(name)).expect("the vectors are there");
    let mut figures = Figures::default();
    for row in text.lines().filter(|row| !row.starts_with('#')) {
        let (kind, words) = row.split_once('\t').expect("kind and words");
        let forms: Vec<_> = words
            .split(' ')
            .map(|word| (word, terms(&analyzers, language, word)))
            .collect();
        match kind {
            "same" => figures.add_same(&forms),
            "apart" => figures.add_apart(&forms),
            other => panic!("no such kind of row: {other}"),
        }
    }
    figures
}

type Form<'a> = (&'a str, BTreeSet<String>);

impl Figures {
    fn add_same(&mut self, forms: &[Form<'_>]) {
        self.words += 1;
        let mut lost = BTreeSet::new();
        for (nth, (word, terms)) in forms.iter().enumerate() {
            for (other, others) in &forms[nth + 1..] {
                self.pairs += 1;
                if terms.is_disjoint(others) {
                    lost.insert(format!("{word} {terms:?} {other} {others:?}"));
                } else {
                    self.sharing += 1;
                }
            }
        }
        if let Some(first) = lost.first() {
            self.losses
                .push(format!("{:3} apart, such as {first}", lost.len()));
        }
    }

    fn add_apart(&mut self, forms: &[Form<'_>]) {
        let [(one, terms), (other, others)] = forms else {
            panic!("two words are apart, not {}", forms.len());
        };
        self.unrelated += 1;
        if !terms.is_disjoint(others) {
            self.merged += 1;
            self.losses
                .push(format!("merged: {one} {terms:?} {other} {others:?}"));
        }
    }
}

#[track_caller]
fn check(language: Language, least_sharing: f64, most_merged: f64) {
    let figures = measure(language);
    for loss in &figures.losses {
        println!("{loss}");
    }
    let (sharing, merged) = (figures.sharing(), figures.merged());
    println!(
        "{}: {} words, {sharing:.4} of {} pairs share a term, {merged:.4} of {} unrelated pairs do",
        language.code(),
        figures.words,
        figures.pairs,
        figures.unrelated
    );
    assert!(figures.words >= 300, "only {} words", figures.words);
    assert!(sharing >= least_sharing, "{sharing:.4} share a term");
    assert!(merged <= most_merged, "{merged:.4} are merged");
}

#[test]
fn forms_of_a_kazakh_word_share_a_term() {
    check(Language::Kk, 0.92, 0.05);
}

#[test]
fn forms_of_a_russian_word_share_a_term() {
    check(Language::Ru, 0.94, 0.08);
}
