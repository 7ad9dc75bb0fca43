//! The judged questions that lose when a weight of the ranking is left out.
//!
//! `cargo bench --bench weights` prints, for each weight of
//! `content/search/weights.toml`, what all questions lose together and the three that
//! lose most, to choose the weight's own questions from.

#[path = "../tests/search/judged.rs"]
#[allow(dead_code)]
mod judged;
#[path = "../tests/search/left_out.rs"]
#[allow(dead_code)]
mod left_out;

use judged::{questions, searcher};
use left_out::{grade, weights, without};

fn main() {
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
