//! The acts as published, and a folder with changed copies of them.

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;
use tempfile::TempDir;

use qyzmet::language::Language;

/// The text of an act in one file.
#[derive(Clone)]
pub struct Act {
    pub file: String,
    pub text: String,
    pub language: Language,
}

impl Act {
    /// The path by which the catalogue names the file.
    pub fn path(&self) -> String {
        format!("seeds/{}", self.file)
    }

    /// The same file with another text.
    pub fn with_text(&self, text: String) -> Self {
        Self {
            text,
            ..self.clone()
        }
    }
}

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The acts in `seeds/`, by file name.
pub fn published() -> Vec<Act> {
    let entries = fs::read_dir(root().join("seeds")).expect("seeds can be listed");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    paths.sort();
    paths.iter().map(|path| load(path)).collect()
}

/// A new folder that holds these acts and nothing else.
pub fn folder_of(acts: &[Act]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for act in acts {
        fs::write(folder.path().join(&act.file), &act.text).expect("a copy can be written");
    }
    folder
}

fn load(path: &Path) -> Act {
    let text = fs::read_to_string(path).expect("a seed is UTF-8");
    let file = path.file_name().expect("a file has a name");
    Act {
        file: file.to_str().expect("the name is UTF-8").to_owned(),
        language: language_of(&text),
        text,
    }
}

/// Letters that only Kazakh has are every tenth letter of a Kazakh text, and in
/// a Russian one they stand in a name at most.
fn language_of(text: &str) -> Language {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let kazakh = Regex::new("(?i)[әіңғүұқөһ]").expect("the pattern is right");
    if kazakh.find_iter(text).count() * 50 > letters {
        Language::Kk
    } else {
        Language::Ru
    }
}
