//! Every weight of the ranking has questions that need it.
//!
//! `content/search/weights.toml` names them beside the weight. Here each weight is
//! left out in turn, and the questions must be answered worse.
//! `cargo test --test weights -- --ignored --nocapture` prints for each weight the
//! judged questions that lose without it, to choose from.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use qyzmet::search::Searcher;

#[path = "search/judged.rs"]
#[allow(dead_code)]
mod judged;

use judged::{Judged, ask, measure, questions, searcher};

/// A weight as the file has it.
struct Weight {
    name: String,
    value: f64,
    instead: f64,
    questions: Vec<String>,
}

const FILE: &str = "rules/weights.toml";

fn weights(index: &Path) -> Vec<Weight> {
    let text = fs::read_to_string(index.join(FILE)).expect("the weights are there");
    let file: toml::Table = toml::from_str(&text).expect("the weights are TOML");
    let rows = file["weight"].as_array().expect("rows of weights");
    rows.iter()
        .map(|row| Weight {
            name: row["name"].as_str().expect("a name").to_owned(),
            value: row["value"].as_float().expect("a number"),
            instead: row["instead"].as_float().expect("a number"),
            questions: row["questions"]
                .as_array()
                .expect("questions")
                .iter()
                .map(|question| question.as_str().expect("a question").to_owned())
                .collect(),
        })
        .collect()
}

/// The index with another value of a weight.
fn without(index: &Path, weight: &Weight) -> Searcher {
    let path = index.join(FILE);
    let whole = fs::read_to_string(&path).expect("the weights are there");
    let row = format!("name = \"{}\"\nvalue = {:?}\n", weight.name, weight.value);
    assert!(whole.contains(&row), "no row: {row}");
    let changed = format!("name = \"{}\"\nvalue = {:?}\n", weight.name, weight.instead);
    fs::write(&path, whole.replace(&row, &changed)).expect("the weights are written");
    let searcher = Searcher::open(index).expect("the index is there");
    fs::write(&path, whole).expect("the weights are written");
    searcher
}

/// How well a question is answered, up to 1.
fn grade(searcher: &Searcher, judged: &Judged) -> f64 {
    let hits = ask(searcher, judged);
    if judged.grades.is_empty() {
        return f64::from(u8::from(hits.is_empty()));
    }
    measure(&judged.grades, &hits).gain
}

#[test]
fn every_weight_has_questions_that_need_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let whole = searcher(folder.path());
    let judged: BTreeMap<String, Judged> = questions()
        .into_iter()
        .map(|one| (one.query.clone(), one))
        .collect();
    for weight in weights(folder.path()) {
        let changed = without(folder.path(), &weight);
        for question in &weight.questions {
            let one = &judged[question];
            let (with, without) = (grade(&whole, one), grade(&changed, one));
            assert!(
                with > without,
                "{}: {question} is answered {with:.3} with it and {without:.3} without",
                weight.name
            );
        }
    }
}

#[test]
#[ignore = "prints what to choose from"]
fn print_the_questions_that_need_each_weight() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let whole = searcher(folder.path());
    let judged = questions();
    for weight in weights(folder.path()) {
        let changed = without(folder.path(), &weight);
        let mut losses: Vec<(f64, &str)> = judged
            .iter()
            .map(|one| {
                (
                    grade(&whole, one) - grade(&changed, one),
                    one.query.as_str(),
                )
            })
            .collect();
        losses.sort_by(|a, b| b.0.total_cmp(&a.0));
        let sum: f64 = losses.iter().map(|(loss, _)| loss).sum();
        println!("{}\t{sum:.3}", weight.name);
        for (loss, query) in losses.iter().take(3).filter(|(loss, _)| *loss > 0.0) {
            println!("\t{loss:.3}\t{query}");
        }
    }
}
