//! Judged questions: what is asked, what should be found, and how well it was.

use std::collections::BTreeMap;
use std::path::Path;

use qyzmet::language::Language;
use qyzmet::search::answer::{HitKind, Request};
use qyzmet::search::{Rules, Searcher, write_index};

/// A judged question.
pub struct Judged {
    pub language: Language,
    pub kind: String,
    pub query: String,
    /// Grades by `act:ordinal`.
    pub grades: BTreeMap<String, u32>,
}

/// Measures of some questions.
#[derive(Clone, Copy, Default)]
pub struct Measured {
    pub questions: f64,
    pub gain: f64,
    pub reciprocal_rank: f64,
    pub recall: f64,
    pub first: f64,
}

pub fn questions() -> Vec<Judged> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search/queries.tsv");
    let text = std::fs::read_to_string(path).expect("the questions are there");
    let lines = text.lines().skip(1);
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let grades = cells[5].split(',').filter(|cell| !cell.is_empty());
            Judged {
                language: Language::from_code(cells[2]).expect("kk or ru"),
                kind: cells[3].to_owned(),
                query: cells[4].to_owned(),
                grades: grades
                    .map(|cell| {
                        let (service, grade) = cell.rsplit_once(':').expect("service and grade");
                        (service.to_owned(), grade.parse().expect("a number"))
                    })
                    .collect(),
            }
        })
        .collect()
}

/// An index of the project in a folder.
pub fn searcher(folder: &Path) -> Searcher {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let reading = qyzmet::reading::read(root, &root.join("seeds")).expect("the project is whole");
    let rules = Rules::load(&root.join("content/search")).expect("the rules are there");
    write_index(&reading.library, &rules.output, folder).expect("the index is written");
    Searcher::open(folder).expect("the index is there")
}

/// The services found, best first; for a question without an answer, whatever is.
pub fn ask(searcher: &Searcher, judged: &Judged) -> Vec<String> {
    let request = Request {
        query: judged.query.clone(),
        language: Some(judged.language),
        limit: 50,
        ..Request::default()
    };
    let answer = searcher.search(&request).expect("the index is whole");
    let wanted = |kind| kind == HitKind::Service || judged.grades.is_empty();
    let hits = answer.hits.into_iter().filter(|hit| wanted(hit.kind));
    hits.map(|hit| {
        let ordinal = hit.ordinal.unwrap_or_default();
        format!("{}:{ordinal}", hit.act.unwrap_or_default())
    })
    .collect()
}

fn gain(grade: u32, rank: usize) -> f64 {
    let rank = u32::try_from(rank).expect("a rank below ten");
    (f64::from(2_u32.pow(grade)) - 1.0) / f64::from(rank + 2).log2()
}

pub fn measure(grades: &BTreeMap<String, u32>, hits: &[String]) -> Measured {
    let grade = |hit: &String| grades.get(hit).copied().unwrap_or(0);
    let top = hits.iter().take(10).enumerate();
    let found: f64 = top.map(|(rank, hit)| gain(grade(hit), rank)).sum();
    let mut ideal: Vec<u32> = grades.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let ideal = ideal.iter().take(10).enumerate();
    let ideal: f64 = ideal.map(|(rank, grade)| gain(*grade, rank)).sum();
    let good: Vec<usize> = (0..hits.len().min(10))
        .filter(|rank| grade(&hits[*rank]) >= 2)
        .collect();
    let wanted = grades.values().filter(|grade| **grade >= 2).count().min(10);
    let number = |count: usize| f64::from(u32::try_from(count).expect("a small number"));
    Measured {
        questions: 1.0,
        gain: found / ideal,
        reciprocal_rank: good.first().map_or(0.0, |rank| 1.0 / number(rank + 1)),
        recall: number(good.len()) / number(wanted),
        first: f64::from(u8::from(good.first() == Some(&0))),
    }
}

impl Measured {
    pub fn add(&mut self, other: Self) {
        self.questions += other.questions;
        self.gain += other.gain;
        self.reciprocal_rank += other.reciprocal_rank;
        self.recall += other.recall;
        self.first += other.first;
    }

    pub fn print(self, name: &str) {
        let mean = |sum: f64| sum / self.questions;
        println!(
            "{name:20}{:5}  nDCG@10 {:.3}  MRR {:.3}  recall {:.3}  first {:.3}",
            self.questions,
            mean(self.gain),
            mean(self.reciprocal_rank),
            mean(self.recall),
            mean(self.first)
        );
    }
}
