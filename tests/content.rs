//! Content as editors change it: mistakes are named with file, line and hint, and
//! what is taken out leaves a site that still builds.

mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::{TempDir, tempdir};
use walkdir::WalkDir;

use program::{Run, finish, root, text};

/// A copy of the project's content and templates with one small act.
struct Project {
    folder: TempDir,
}

impl Project {
    fn new() -> Self {
        let folder = tempdir().expect("a temporary folder can be made");
        let project = Self { folder };
        for name in ["content", "templates", "static"] {
            copy(&root().join(name), &project.path(name));
        }
        fs::create_dir(project.path("seeds")).expect("a folder can be made");
        let act = root().join("tests/pairs/two-services.ru.txt");
        fs::copy(act, project.path("seeds/act.txt")).expect("the act can be copied");
        project
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, content).expect("the file can be written");
    }

    fn replace(&self, name: &str, old: &str, new: &str) {
        let content = fs::read_to_string(self.path(name)).expect("the file is there");
        assert!(content.contains(old), "{old} is not in {name}");
        self.write(name, &content.replacen(old, new, 1));
    }

    fn run(&self, verb: &str, more: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qyzmet"));
        let command = command.arg(verb).args(["--root", text(self.folder.path())]);
        finish(command.args(more).stdin(Stdio::null()))
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.expect("the folder can be read");
        let name = entry.path().strip_prefix(from).expect("it is below");
        let target = to.join(name);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder can be made");
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// The project's content with one mistake: the code of the error, the line that it
/// names, and that it has a hint. Nothing is published.
#[track_caller]
fn check_mistake(change: impl Fn(&Project), code: &str, path: &str, line: &str) {
    let project = Project::new();
    change(&project);
    let run = project.run("check", &["--format", "json"]);
    assert_eq!(run.code, 1, "{run:?}");
    let report: Value = serde_json::from_str(&run.stdout).expect("the report is JSON");
    let all = report["diagnostics"].as_array().expect("they are a list");
    let errors: Vec<&Value> = all
        .iter()
        .filter(|one| one["severity"] == "error")
        .collect();
    let [error] = errors.as_slice() else {
        panic!("one error was expected: {errors:?}");
    };
    assert_eq!(error["code"], code, "{error}");
    assert!(error["hint"].is_string(), "{error}");
    assert_eq!(error["path"], path, "{error}");
    let number = error["first_line"].as_u64().expect("a line is named");
    let content = fs::read_to_string(project.path(path)).expect("the file is there");
    let number = usize::try_from(number).expect("a small number");
    let named = content
        .lines()
        .nth(number - 1)
        .expect("the file has the line");
    assert_eq!(named, line, "{error}");
}

const WHEELCHAIR: &str = "content/topics/wheelchair/topic.toml";
const CORRECTIONS: &str = "content/corrections/kostanay-2010-215.toml";

fn first_line_with(path: &str, start: &str) -> String {
    let content = fs::read_to_string(root().join(path)).expect("the file is there");
    let mut lines = content.lines();
    let line = lines.find(|line| line.starts_with(start));
    line.expect("there is such a line").to_owned()
}

#[test]
fn an_unknown_key_is_named() {
    let old = first_line_with(WHEELCHAIR, "life_events");
    check_mistake(
        |project| project.replace(WHEELCHAIR, &old, &format!("colour = \"red\"\n{old}")),
        "content-syntax",
        WHEELCHAIR,
        "colour = \"red\"",
    );
}

#[test]
fn a_missing_translation_is_named() {
    let names = first_line_with("content/vocabulary/papers.toml", "names");
    check_mistake(
        |project| {
            project.replace(
                "content/vocabulary/papers.toml",
                &names,
                "names = { kk = \"\", ru = \"Заявление\" }",
            );
        },
        "content-mistake",
        "content/vocabulary/papers.toml",
        &first_line_with("content/vocabulary/papers.toml", "id"),
    );
}

#[test]
fn a_place_in_a_region_that_there_is_not_is_named() {
    let parent = first_line_with("content/places.toml", "parent");
    check_mistake(
        |project| project.replace("content/places.toml", &parent, "parent = \"nowhere\""),
        "content-mistake",
        "content/places.toml",
        "parent = \"nowhere\"",
    );
}

#[test]
fn a_day_that_no_calendar_has_is_named() {
    let correction = "[[correction]]\nat = \"act/adopted\"\nwas = \"2010-06-03\"\nnow = \"2010-06-31\"\nbecause = { kk = \"Күн\", ru = \"День\" }\n";
    check_mistake(
        |project| project.write(CORRECTIONS, correction),
        "correction-misfit",
        CORRECTIONS,
        "now = \"2010-06-31\"",
    );
}

#[test]
fn a_correction_that_no_longer_fits_is_named() {
    let correction = "[[correction]]\nat = \"services/wheelchair/time_limits/1/amount\"\nwas = 20\nnow = 15\nbecause = { kk = \"Сан\", ru = \"Число\" }\n";
    check_mistake(
        |project| project.write(CORRECTIONS, correction),
        "correction-misfit",
        CORRECTIONS,
        "was = 20",
    );
}

#[test]
fn two_topics_that_claim_one_title_are_an_error_at_the_example() {
    let project = Project::new();
    let folder = project.path("content/topics/wheelchair");
    copy(&folder, &project.path("content/topics/chair-on-wheels"));
    let run = project.run("check", &[]);
    assert_eq!(run.code, 1, "{run:?}");
    let expected = "this title is claimed by chair-on-wheels, wheelchair";
    assert!(run.stderr.contains(expected), "{}", run.stderr);
}

/// Takes something out of the content and builds the site all the same.
#[track_caller]
fn check_removal(remove: impl Fn(&Project)) {
    let project = Project::new();
    remove(&project);
    let out = project.path("public");
    let run = project.run("build", &["--out", text(&out)]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(out.join("ru/index.html").is_file());
}

#[test]
fn without_a_topic_the_site_is_built() {
    check_removal(|project| {
        fs::remove_dir_all(project.path("content/topics/wheelchair")).expect("it can be removed");
    });
}

#[test]
fn without_any_topic_the_site_is_built() {
    check_removal(|project| {
        fs::remove_dir_all(project.path("content/topics")).expect("it can be removed");
    });
}

#[test]
fn without_places_the_site_is_built() {
    check_removal(|project| {
        fs::remove_file(project.path("content/places.toml")).expect("it can be removed");
    });
}

#[test]
fn without_papers_the_site_is_built() {
    check_removal(|project| {
        fs::remove_file(project.path("content/vocabulary/papers.toml")).expect("it can be removed");
    });
}

#[test]
fn coverage_says_how_many_papers_have_a_kind_and_which_have_none() {
    let project = Project::new();
    project.replace(
        "seeds/act.txt",
        "копия пенсионного удостоверения",
        "дневник",
    );
    let run = project.run("coverage", &[]);
    assert_eq!(
        run.stdout,
        "papers: 2 of 3 have a kind of their own (66 %)\n  \
         seeds/act.txt:49 kostanay-2010-215/wheelchair дневник\n\
         services: 2 of 2 have a topic\n\
         offices: 0 rows of tables are 0 offices\n"
    );
}
