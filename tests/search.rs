//! How well the search answers judged questions.
//!
//! The questions stand in `tests/search/queries.tsv`; a service counts with its
//! grade. `cargo test --test search -- --nocapture` prints the table.

use std::collections::BTreeMap;

use qyzmet::search::answer::Request;

#[path = "search/judged.rs"]
mod judged;

use judged::{Measured, ask, measure, questions, searcher};

#[test]
fn judged_questions_are_answered_well() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let searcher = searcher(folder.path());
    let mut groups: BTreeMap<String, Measured> = BTreeMap::new();
    let mut unanswerable = (0, 0);
    for judged in questions() {
        let hits = ask(&searcher, &judged);
        if judged.grades.is_empty() {
            unanswerable.0 += 1;
            unanswerable.1 += usize::from(hits.is_empty());
            if !hits.is_empty() {
                println!(
                    "not there: {}: {:?}",
                    judged.query,
                    &hits[..hits.len().min(4)]
                );
            }
            continue;
        }
        let measured = measure(&judged.grades, &hits);
        if measured.gain < 0.8 {
            println!(
                "{:.3} {}: {:?}",
                measured.gain,
                judged.query,
                &hits[..hits.len().min(4)]
            );
        }
        let names = [
            "all".to_owned(),
            judged.kind,
            judged.language.code().to_owned(),
        ];
        for name in names {
            groups.entry(name).or_default().add(measured);
        }
    }
    for (name, measured) in &groups {
        measured.print(name);
    }
    println!(
        "none: {} of {} without hits",
        unanswerable.1, unanswerable.0
    );
    for (name, measured) in &groups {
        let mean = measured.gain / measured.questions;
        let floor = if name == "all" { 0.95 } else { 0.88 };
        assert!(mean >= floor, "nDCG@10 of {name} is {mean:.3}");
    }
    let first = groups["all"].first / groups["all"].questions;
    assert!(first >= 0.93, "the first hit is right in {first:.3}");
    assert!(
        unanswerable.1 * 100 >= unanswerable.0 * 85,
        "{unanswerable:?}"
    );
}

#[test]
fn no_question_is_too_much() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let searcher = searcher(folder.path());
    let long = [
        "жіғ".repeat(3_400),
        "ъ ".repeat(5_000),
        "-".repeat(10_000),
        "\u{0}\u{1b}\u{7f}".repeat(3_300),
        "\u{200f}\u{202e}".repeat(5_000),
        "\"AND OR NOT (title:*)~2^9\" ".repeat(400),
        "справка қызмет көмек protez ;bkm` ".repeat(300),
    ];
    for query in long {
        let request = Request {
            query,
            limit: 20,
            ..Request::default()
        };
        let explained = searcher.explain(&request).expect("the index is whole");
        let terms = explained.words.len();
        assert!(terms <= 16 * 24, "{terms} terms");
        let started = std::time::Instant::now();
        searcher.search(&request).expect("the index is whole");
        // Generous: tests run unoptimised and beside others.
        assert!(
            started.elapsed().as_millis() < 2_000,
            "{:?}",
            started.elapsed()
        );
    }
}
