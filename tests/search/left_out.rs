//! A weight of the ranking left out: how the judged questions fare without it.

use std::fs;
use std::path::Path;

use qyzmet::search::Searcher;

use super::judged::{Judged, ask, measure};

/// A weight as the file has it.
pub struct Weight {
    pub name: String,
    pub value: f64,
    pub instead: f64,
    pub questions: Vec<String>,
}

const FILE: &str = "rules/weights.toml";

/// The weights of an index, in the order of the file.
pub fn weights(index: &Path) -> Vec<Weight> {
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
pub fn without(index: &Path, weight: &Weight) -> Searcher {
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
pub fn grade(searcher: &Searcher, judged: &Judged) -> f64 {
    let hits = ask(searcher, judged);
    if judged.grades.is_empty() {
        return f64::from(u8::from(hits.is_empty()));
    }
    measure(&judged.grades, &hits).gain
}
