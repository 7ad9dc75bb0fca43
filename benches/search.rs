//! Time of one question, by kind of question.
//!
//! `cargo bench --bench search`. The index is built once from the project itself.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use qyzmet::language::Language;
use qyzmet::search::answer::Request;
use qyzmet::search::{Rules, Searcher, write_index};

/// A question of each kind.
const QUESTIONS: &[&str] = &[
    "кресло-арбалар беру",
    "жилищная помощь",
    "как получить жилищную помощь",
    "санатоий путевка",
    "zhumyssyz tirkeu",
    "cfyfnjhbq",
    "т9рғын 8й к-мег3",
    "санаторий Тараз",
    "телефон отдела занятости Мерке",
    "трудовая книжка",
    "вывоз снега с улицы",
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
];

fn main() {
    divan::main();
}

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("qyzmet-bench-{}", std::process::id()))
}

fn searcher() -> &'static Searcher {
    static SEARCHER: OnceLock<Searcher> = OnceLock::new();
    SEARCHER.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let reading = qyzmet::reading::read(root, &root.join("seeds")).expect("a whole project");
        let rules = Rules::load(&root.join("content/search")).expect("the rules are there");
        let folder = folder();
        write_index(&reading.library, &rules.output, &folder).expect("the index is written");
        Searcher::open(&folder).expect("the index is there")
    })
}

#[divan::bench(args = QUESTIONS)]
fn search(question: &str) -> usize {
    let request = Request {
        query: question.to_owned(),
        language: Some(Language::Ru),
        limit: 20,
        ..Request::default()
    };
    let answer = searcher().search(&request).expect("the index is whole");
    answer.total
}

#[divan::bench]
fn search_of_ten_thousand_letters() -> usize {
    search(&"жіғ".repeat(3_400))
}

#[divan::bench]
fn suggest() -> usize {
    searcher().suggest("жұм", Language::Kk, 10).len()
}

/// Opening the index, as the server does when it starts.
#[divan::bench]
fn open(bencher: divan::Bencher<'_, '_>) {
    searcher();
    let folder = folder();
    bencher.bench(|| Searcher::open(&folder).expect("the index is there"));
}

#[divan::bench]
fn search_of_operators() -> usize {
    search("\"AND OR NOT (title:*)~2^9\" [a TO b] \\ /.*/")
}
