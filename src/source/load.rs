//! Loading the seeds: every file of a folder, decoded.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::SourceFile;
use super::decode::{Undecodable, decode};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned};
use crate::error::Error;

/// Bytes of the longest text: passages count places in four bytes.
const LONGEST_TEXT: usize = u32::MAX as usize - 1;

/// Reads every file under `folder`, sorted by name; hidden files are left out.
///
/// An empty file, bytes that are no text and more than a passage can count become
/// diagnostics.
///
/// # Errors
///
/// A missing folder and a file that the system does not let us read.
pub fn load(folder: &Path) -> Result<Warned<Vec<SourceFile>>, Error> {
    if !folder.is_dir() {
        return Err(Error::MissingFolder {
            path: folder.to_owned(),
        });
    }
    let mut diagnostics = Diagnostics::default();
    let mut output = Vec::new();
    for path in list(folder)? {
        let bytes = fs::read(&path).map_err(Error::reading(&path))?;
        let name = name_of(folder, &path);
        match decode(&bytes) {
            Ok(text) if text.trim().is_empty() => diagnostics.push(
                Diagnostic::new(Code::EmptyFile, "the file holds no text")
                    .in_file(name)
                    .hint("put the text of the act into it, or take the file out of the folder"),
            ),
            Ok(text) if text.len() > LONGEST_TEXT => diagnostics.push(
                Diagnostic::new(
                    Code::HugeFile,
                    "the file holds more than four gigabytes of text",
                )
                .in_file(name)
                .hint("put each act into a file of its own"),
            ),
            Ok(text) => output.push(SourceFile::new(name, digest(&bytes), text)),
            Err(Undecodable { at }) => diagnostics.push(
                Diagnostic::new(
                    Code::UndecodableFile,
                    format!("the bytes are no text: {}", describe(&bytes, at)),
                )
                .in_file(name)
                .hint("save the file as UTF-8 text"),
            ),
        }
    }
    Ok(Warned {
        output,
        diagnostics,
    })
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut paths = Vec::new();
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    for entry in entries.into_iter().filter_entry(|entry| !is_hidden(entry)) {
        let entry = entry.map_err(|error| Error::Read {
            path: error.path().unwrap_or(folder).to_owned(),
            source: error.into(),
        })?;
        if entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    Ok(paths)
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

/// The file as the catalogue names it, whichever folder it was read from.
fn name_of(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    format!("seeds/{}", parts.join("/"))
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn describe(bytes: &[u8], at: usize) -> String {
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    format!("line {line}, byte {at} is {:#04x}", bytes[at])
}
