//! What is read of small made-up acts, one trait each, as a careful person reads
//! them. Every act had a wording or a layout that was once read wrong.

mod printing;

use std::fs;
use std::path::Path;

use qyzmet::content;
use qyzmet::reading::read_files;
use qyzmet::source::SourceFile;

#[test]
fn small_acts_say_what_a_reader_takes_from_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = content::load(root).expect("the content is there").output;
    let mut paths: Vec<_> = fs::read_dir(root.join("tests/acts/facts"))
        .expect("the folder is there")
        .map(|entry| entry.expect("the entry can be read").path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 20, "the acts are there");
    for path in paths {
        let text = fs::read_to_string(&path).expect("the act can be read");
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let file = SourceFile::new(format!("seeds/{name}"), "", text);
        let library = read_files(&[file], &content).output.library;
        insta::assert_snapshot!(name, printing::print(&library.catalogue));
    }
}
