//! The command line as the contract says: exit codes, what is printed where,
//! and that a site which cannot be replaced stays as it was.

mod program;

use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::{TempDir, tempdir};
use walkdir::WalkDir;

use program::{Run, Server, build, command, finish, published, root, run, small_seeds, text};

/// Every file below a folder, by its path, with a hash of its bytes.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    WalkDir::new(folder)
        .follow_links(true)
        .into_iter()
        .map(|entry| entry.expect("the folder can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("it is below");
            let bytes = fs::read(entry.path()).expect("a file can be read");
            (path.to_owned(), Sha256::digest(bytes).to_vec())
        })
        .collect()
}

/// The tree without the search index, whose segments have names by chance.
fn tree_without_index(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let tree = tree(folder);
    let index = tree
        .keys()
        .find(|path| path.ends_with("meta.json"))
        .and_then(|path| path.parent())
        .expect("the site has an index")
        .to_owned();
    tree.into_iter()
        .filter(|(path, _)| !path.starts_with(&index))
        .collect()
}

/// A temporary folder with a site built from one act.
struct Site {
    folder: TempDir,
    seeds: TempDir,
}

impl Site {
    fn built() -> Self {
        let site = Self {
            folder: tempdir().expect("a temporary folder can be made"),
            seeds: small_seeds(),
        };
        let built = site.build(&[]);
        assert_eq!(built.code, 0, "{built:?}");
        site
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn build(&self, more: &[&str]) -> Run {
        build(self.seeds.path(), &self.out(), more)
    }

    fn add_seed(&self, name: &str, bytes: &[u8]) {
        fs::write(self.seeds.path().join(name), bytes).expect("a seed can be written");
    }
}

#[track_caller]
fn check_refused(site: &Site, more: &[&str], code: i32, named: &str) {
    let before = tree(&site.out());
    let refused = site.build(more);
    assert_eq!(refused.code, code, "{refused:?}");
    assert!(
        refused.stderr.contains(named),
        "{named} is not named: {refused:?}"
    );
    assert!(before.len() > 10, "the old site has pages");
    assert!(tree(&site.out()) == before, "the old site has changed");
}

/// Bytes without any pattern, the same in every run.
fn noise(length: usize) -> Vec<u8> {
    let mut state: u32 = 1;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    (0..length).map(|_| next()).collect()
}

fn catalogue(out: &Path) -> Value {
    let bytes = fs::read(out.join("data/catalogue.json")).expect("the catalogue was written");
    serde_json::from_slice(&bytes).expect("the catalogue is JSON")
}

#[test]
fn an_empty_file_is_named_and_the_old_site_stays() {
    let site = Site::built();
    site.add_seed("hollow.txt", b"");
    check_refused(&site, &[], 1, "hollow.txt");
}

#[test]
fn a_file_of_blanks_is_named_and_the_old_site_stays() {
    let site = Site::built();
    site.add_seed("blanks.txt", b" \n\t\n\n");
    check_refused(&site, &[], 1, "blanks.txt");
}

#[test]
fn bytes_that_are_no_text_are_named_and_the_old_site_stays() {
    let site = Site::built();
    site.add_seed("noise.txt", &noise(20_000));
    check_refused(&site, &[], 1, "noise.txt");
}

#[test]
fn a_text_that_is_no_act_is_named_and_the_old_site_stays() {
    let site = Site::built();
    let letter = "Уважаемые жители!\n\nПриглашаем вас на праздник весны в городской парк.\n";
    site.add_seed("letter.txt", letter.repeat(20).as_bytes());
    check_refused(&site, &[], 1, "letter.txt");
}

#[test]
fn every_broken_file_is_named_at_once() {
    let site = Site::built();
    site.add_seed("hollow.txt", b"");
    site.add_seed("noise.txt", &noise(20_000));
    check_refused(&site, &[], 1, "hollow.txt");
    check_refused(&site, &[], 1, "noise.txt");
}

#[test]
fn a_missing_folder_of_seeds_ends_with_two() {
    let site = Site::built();
    let before = tree(&site.out());
    let missing = site.folder.path().join("no-such-folder");
    let refused = build(&missing, &site.out(), &[]);
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.stderr.contains("no-such-folder"), "{refused:?}");
    assert!(tree(&site.out()) == before, "the old site has changed");
}

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_read_ends_with_two() {
    // The tests may run as root, who can read every file that exists.
    let site = Site::built();
    let link = site.seeds.path().join("dangling.txt");
    std::os::unix::fs::symlink("/nowhere/at/all", link).expect("a link can be made");
    check_refused(&site, &[], 2, "dangling.txt");
}

#[test]
fn a_port_in_use_ends_with_two_and_is_named() {
    let site = Site::built();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = taken.local_addr().expect("it has an address").to_string();
    let refused = run(
        "serve",
        site.seeds.path(),
        &["--out", text(&site.out()), "--address", &address],
    );
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.stderr.contains(&address), "{refused:?}");
}

#[test]
fn an_unknown_argument_ends_with_two_and_shows_the_usage() {
    let refused = finish(command("build").arg("--no-such-thing"));
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.stderr.contains("Usage:"), "{refused:?}");
}

#[test]
fn strict_makes_a_warning_an_error() {
    let site = Site::built();
    let same = fs::read(&published()[0]).expect("a seed can be read");
    site.add_seed("the-same-again.txt", &same);
    check_refused(&site, &["--strict"], 1, "the-same-again.txt");

    let warned = site.build(&[]);
    assert_eq!(warned.code, 0, "{warned:?}");
    assert!(warned.stderr.contains("warning"), "{warned:?}");
}

#[test]
fn other_encodings_of_an_act_read_the_same() {
    let act = published()
        .into_iter()
        .map(|path| fs::read_to_string(path).expect("a seed is UTF-8"))
        .find(|text| !encoding_rs::WINDOWS_1251.encode(text).2)
        .expect("an act has only letters that Windows-1251 has");
    let little: Vec<u8> = utf_16(&act).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = utf_16(&act).flat_map(u16::to_be_bytes).collect();
    let windows = encoding_rs::WINDOWS_1251.encode(&act).0.into_owned();
    let with_mark = format!("\u{feff}{act}").into_bytes();

    let utf_8 = read_encoded(act.as_bytes());
    assert_eq!(utf_8["acts"].as_array().map(Vec::len), Some(1));
    for (encoding, bytes) in [
        ("UTF-16, little end first", little),
        ("UTF-16, big end first", big),
        ("Windows-1251", windows),
        ("UTF-8 with a mark", with_mark),
    ] {
        assert!(read_encoded(&bytes) == utf_8, "{encoding}");
    }
}

/// UTF-16 with the mark that files begin with.
fn utf_16(text: &str) -> impl Iterator<Item = u16> {
    std::iter::once(0xfeff).chain(text.encode_utf16())
}

/// The catalogue of one file, without the hash of its bytes.
fn read_encoded(bytes: &[u8]) -> Value {
    let seeds = tempdir().expect("a temporary folder can be made");
    fs::write(seeds.path().join("act.txt"), bytes).expect("a seed can be written");
    let reading = qyzmet::reading::read(root(), seeds.path()).expect("the folders can be read");
    let mut catalogue =
        serde_json::to_value(&reading.library.catalogue).expect("a catalogue is JSON");
    catalogue["acts"][0]["texts"][0]["sha256"] = Value::Null;
    catalogue
}

#[test]
fn two_builds_differ_in_nothing_but_the_index() {
    let folder = tempdir().expect("a temporary folder can be made");
    let (first, second) = (folder.path().join("first"), folder.path().join("b/second"));
    let seeds = root().join("seeds");
    for out in [&first, &second] {
        let built = build(&seeds, out, &[]);
        assert_eq!(built.code, 0, "{built:?}");
        assert_eq!(
            built.stderr.matches('\u{1b}').count(),
            0,
            "colours in a file"
        );
        assert_eq!(built.stdout.matches('\r').count(), 0, "progress in a file");
        assert_eq!(built.stderr.matches('\r').count(), 0, "progress in a file");
    }
    let (first, second) = (tree_without_index(&first), tree_without_index(&second));
    assert!(first.len() > 120, "only {} files", first.len());
    let differing: Vec<_> = first
        .iter()
        .filter(|(path, hash)| second.get(*path) != Some(hash))
        .collect();
    assert!(differing.is_empty(), "{differing:?}");
    assert_eq!(first.len(), second.len());
}

#[test]
fn a_build_over_an_old_site_leaves_nothing_of_it() {
    let site = Site::built();
    let services = catalogue(&site.out())["services"].clone();
    let stray = site.out().join("ru/services/stray/index.html");
    fs::create_dir_all(stray.parent().expect("it has a parent")).expect("a folder can be made");
    fs::write(&stray, "old").expect("a page can be written");
    let built = site.build(&[]);
    assert_eq!(built.code, 0, "{built:?}");
    assert!(!stray.exists(), "a page of the old site is left");
    assert!(catalogue(&site.out())["services"] == services);
    let mut beside: Vec<_> = fs::read_dir(site.folder.path())
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry can be read").file_name())
        .collect();
    beside.sort();
    // The lock of the folder, and the site before this one to go back to.
    assert_eq!(beside, ["public", "public.lock", "public.previous"]);
}

#[test]
fn serve_builds_the_site_that_is_missing() {
    let folder = tempdir().expect("a temporary folder can be made");
    let seeds = small_seeds();
    let out = folder.path().join("public");
    let server = Server::start(seeds.path(), &out);
    let served = ureq::get(format!("{}/data/catalogue.json", server.address))
        .call()
        .expect("the server answers")
        .body_mut()
        .read_to_string()
        .expect("the answer is text");
    let served: Value = serde_json::from_str(&served).expect("the catalogue is JSON");
    assert!(
        served == catalogue(&out),
        "the served catalogue is the built one"
    );
}

#[test]
fn check_says_in_json_what_it_noticed_and_writes_nothing() {
    let seeds = small_seeds();
    fs::write(seeds.path().join("hollow.txt"), "").expect("a seed can be written");
    let before = tree(seeds.path());
    let checked = run("check", seeds.path(), &["--format", "json"]);
    assert_eq!(checked.code, 1, "{checked:?}");
    assert!(tree(seeds.path()) == before, "check has written");
    let json: Value = serde_json::from_str(&checked.stdout).expect("it is JSON");
    let noticed = json.to_string();
    assert!(noticed.contains("empty-file"), "{noticed}");
    assert!(noticed.contains("seeds/hollow.txt"), "{noticed}");
}

#[test]
fn check_finds_no_error_in_the_acts_as_published() {
    let checked = run("check", &root().join("seeds"), &[]);
    assert_eq!(checked.code, 0, "{checked:?}");
    assert_eq!(
        checked.stderr.matches('\u{1b}').count(),
        0,
        "colours in a file"
    );
}

#[test]
fn search_finds_the_service_whose_title_is_typed() {
    let reading = qyzmet::reading::read(root(), &root().join("seeds")).expect("it can be read");
    for service in reading.library.catalogue.services.iter().step_by(20) {
        let title = [&service.titles.kk, &service.titles.ru]
            .into_iter()
            .flatten()
            .next()
            .expect("a service has a title");
        let found = run("search", &root().join("seeds"), &[title.text.as_str()]);
        assert_eq!(found.code, 0, "{found:?}");
        assert!(
            found.stdout.contains(&service.id) || found.stdout.contains(&title.text),
            "{} is not among {}",
            service.id,
            found.stdout
        );
    }
}

#[test]
fn analyze_prints_a_line_of_json_for_each_word() {
    let words = ["протезы", "мүгедектерге"];
    let analyzed = finish(command("analyze").args(words));
    assert_eq!(analyzed.code, 0, "{analyzed:?}");
    let lines: Vec<Value> = analyzed
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect();
    let printed: Vec<&Value> = lines.iter().map(|line| &line["word"]).collect();
    assert_eq!(printed, words.each_ref());
    for line in &lines {
        let terms = line["terms"].as_array().expect("terms are a list");
        assert!(!terms.is_empty(), "{line}");
    }
}

#[test]
fn help_names_every_verb() {
    let helped = finish(Command::new(env!("CARGO_BIN_EXE_qyzmet")).arg("--help"));
    assert_eq!(helped.code, 0, "{helped:?}");
    for verb in ["build", "serve", "check", "show", "search", "analyze"] {
        assert!(helped.stdout.contains(verb), "{verb} is not in {helped:?}");
    }
}

#[test]
fn check_ends_with_a_table_of_what_was_read() {
    let checked = run("check", small_seeds().path(), &[]);
    assert_eq!(checked.code, 0, "{checked:?}");
    let widest = checked
        .stdout
        .lines()
        .map(|line| line.chars().count())
        .max();
    assert!(
        widest.is_some_and(|widest| widest <= 100),
        "{}",
        checked.stdout
    );
    let table: Vec<String> = checked
        .stdout
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert!(table[1].starts_with("lines 1256 facts in services values"));
    assert!(
        table
            .iter()
            .any(|line| line.ends_with("documents 2 of 2 14"))
    );
    assert_eq!(table.last().map(String::as_str), Some("4 notes"));
}

#[test]
fn check_in_json_accounts_for_every_act() {
    let checked = run("check", &root().join("seeds"), &["--format", "json"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    let json: Value = serde_json::from_str(&checked.stdout).expect("it is JSON");
    let coverage = json["coverage"].as_array().expect("the coverage is a list");
    assert_eq!(coverage.len(), published().len());
    for account in coverage {
        assert!(account["act"].is_string(), "{account}");
        assert!(account["lines"]["lost"].is_null(), "{account}");
        let facts = account["facts"].as_array().expect("the facts are a list");
        assert_eq!(facts.len(), 16, "{account}");
    }
    let places = json["diagnostics"].as_array().expect("a list");
    for noticed in places
        .iter()
        .filter(|noticed| noticed["first_line"].is_number())
    {
        assert!(noticed["column"].is_number(), "{noticed}");
        assert!(noticed["hint"].is_string(), "{noticed}");
    }
}

#[test]
fn strict_check_makes_warnings_errors() {
    let seeds = small_seeds();
    let same = fs::read(&published()[0]).expect("a seed can be read");
    fs::write(seeds.path().join("the-same-again.txt"), same).expect("a seed can be written");
    assert_eq!(run("check", seeds.path(), &[]).code, 0);
    let strict = run("check", seeds.path(), &["--strict", "--format", "json"]);
    assert_eq!(strict.code, 1, "{strict:?}");
    let json: Value = serde_json::from_str(&strict.stdout).expect("it is JSON");
    let severities: Vec<_> = json["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|noticed| noticed["code"] == "same-act-twice")
        .map(|noticed| noticed["severity"].clone())
        .collect();
    assert_eq!(severities, ["error"]);
}

#[test]
fn check_explains_codes() {
    let explain = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qyzmet"));
        finish(command.arg("check").arg("--explain").args(more))
    };
    let one = explain(&["unread-heading"]);
    assert_eq!(one.code, 0, "{one:?}");
    assert!(one.stdout.starts_with("# unread-heading\n"), "{one:?}");
    let all = explain(&[]);
    assert_eq!(all.code, 0, "{all:?}");
    assert!(
        all.stdout
            .contains("| [unread-heading](unread-heading.md) | warning |"),
        "{all:?}"
    );
    let unknown = explain(&["no-such-code"]);
    assert_eq!(unknown.code, 2, "{unknown:?}");
}

#[test]
fn show_names_the_rule_that_repaired_a_line() {
    let seeds = tempdir().expect("a temporary folder can be made");
    let act = "Об утверждении стандарта\n\n\
        Постановление акимата Костанайской области от 3 июня 2010 года № 215\n\n      \
        Акимат Костанайской области ПОСТАНОВЛЯЕТ:\n\n      \
        1. У т в е р д и т ь прилагаемый стандарт.\n";
    fs::write(seeds.path().join("act.txt"), act).expect("a seed can be written");
    let arguments = [
        "show",
        "kostanay-2010-215",
        "--stage",
        "repaired",
        "--root",
        text(root()),
        "--seeds",
        text(seeds.path()),
    ];
    let shown = finish(Command::new(env!("CARGO_BIN_EXE_qyzmet")).args(arguments));
    assert_eq!(shown.code, 0, "{shown:?}");
    let expected = "\
seeds/act.txt (ru)
     7  published       1. У т в е р д и т ь прилагаемый стандарт.
        letter-spacing  1. Утвердить прилагаемый стандарт.
lines changed: letter-spacing 1
";
    assert_eq!(shown.stdout, expected);
}
