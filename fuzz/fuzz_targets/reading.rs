//! Any text from source to catalogue: no panic, no endless work, and every line
//! that a unit names is one of the file.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qyzmet::content::{self, Content};
use qyzmet::reading::read_files;
use qyzmet::source::SourceFile;

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    content::load(root).expect("the content is there").output
});

fuzz_target!(|text: &str| {
    let file = SourceFile::new("seeds/act.txt", "", text.to_owned());
    let read = read_files(std::slice::from_ref(&file), &CONTENT);
    let last = u32::try_from(file.lines.len()).expect("a number of lines");
    for text in &read.output.library.texts {
        for unit in text.text.walk() {
            assert!(unit.lines.first <= unit.lines.last && unit.lines.last <= last);
        }
    }
});
