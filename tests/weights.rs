//! What a weight of the ranking is for.
//!
//! `content/search/weights.toml` names questions beside a weight. Here each weight is
//! left out in turn, and its questions must be answered worse. `cargo bench --bench
//! weights` prints the judged questions that lose without a weight, to choose from.

use std::collections::BTreeMap;

#[path = "search/judged.rs"]
#[allow(dead_code)]
mod judged;

#[path = "search/left_out.rs"]
mod left_out;

use judged::{Judged, questions, searcher};
use left_out::{grade, weights, without};

/// Weights that have questions; there is one more with every question that is added.
const PROVED: usize = 42;

#[test]
fn the_questions_of_a_weight_need_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let whole = searcher(folder.path());
    let judged: BTreeMap<String, Judged> = questions()
        .into_iter()
        .map(|one| (one.query.clone(), one))
        .collect();
    let weights = weights(folder.path());
    let proved = weights.iter().filter(|weight| !weight.questions.is_empty());
    assert!(
        proved.count() >= PROVED,
        "weights have lost their questions"
    );
    for weight in weights {
        if weight.questions.is_empty() {
            continue;
        }
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
