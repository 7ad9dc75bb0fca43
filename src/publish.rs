//! Publishing: a finished build takes the place of the old one in one step.
//!
//! A build grows in a sibling folder, `<out>.building`. Only when it is whole does
//! it change places with `<out>`; the old build stays as `<out>.previous`. A
//! record of the inputs lies in every build, so that `serve` can tell whether it
//! is still true, and so that no folder of someone else is ever replaced.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::error::Error;

/// Where the record lies in a build.
pub const RECORD: &str = "data/build.json";

/// Version of the layout of a build; another one means another build.
const FORMAT: u32 = 1;

/// Folders under the root that a build reads, next to the seeds.
const FOLDERS: [&str; 3] = ["content", "static", "templates"];

/// What a build was made from. It names neither the time nor the machine: the same
/// input gives the same record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Version of the layout of a build.
    pub format: u32,
    /// Version of the program.
    pub program: String,
    /// Address under which the site is published, when given.
    pub base_url: Option<String>,
    /// SHA-256 of every file that was read, by its path under the root.
    pub inputs: BTreeMap<String, String>,
}

impl Record {
    /// Hashes everything that a build reads. Seeds are named `seeds/<file>`,
    /// whichever folder they lie in; hidden files are left out.
    ///
    /// # Errors
    ///
    /// A missing folder of seeds, or a file that the system does not let us read.
    pub fn of_inputs(root: &Path, seeds: &Path, base_url: Option<&str>) -> Result<Self, Error> {
        if !seeds.is_dir() {
            return Err(Error::MissingFolder {
                path: seeds.to_owned(),
            });
        }
        let mut inputs = BTreeMap::new();
        hash_folder(seeds, "seeds", &mut inputs)?;
        for name in FOLDERS {
            let folder = root.join(name);
            if folder.is_dir() {
                hash_folder(&folder, name, &mut inputs)?;
            }
        }
        Ok(Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            base_url: base_url.map(str::to_owned),
            inputs,
        })
    }

    /// The record of a build; `None` when the folder holds no build.
    #[must_use]
    pub fn find(out: &Path) -> Option<Self> {
        let text = fs::read_to_string(out.join(RECORD)).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Writes the record into a build.
    ///
    /// # Errors
    ///
    /// What the system says of the file.
    pub fn write(&self, build: &Path) -> Result<(), Error> {
        let path = build.join(RECORD);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Error::writing(folder))?;
        }
        let mut text = serde_json::to_string_pretty(self).expect("a record is plain data");
        text.push('\n');
        fs::write(&path, text).map_err(Error::writing(&path))
    }
}

/// Fills a folder beside `out` and, when `fill` succeeds, puts it in the place of
/// `out`. The build that was there stays as `<out>.previous`. `fill` must write a
/// [`Record`].
///
/// # Errors
///
/// Those of `fill`, and what the system says of the folders. Whatever the error,
/// the old build is untouched.
pub fn publish<T>(out: &Path, fill: impl FnOnce(&Path) -> Result<T, Error>) -> Result<T, Error> {
    refuse_foreign(out)?;
    let previous = sibling(out, "previous");
    refuse_foreign(&previous)?;
    let building = sibling(out, "building");
    if let Some(parent) = out.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(Error::writing(parent))?;
    }
    let _lock = lock(out)?;
    // What a build left that was killed.
    remove(&building)?;
    fs::create_dir(&building).map_err(Error::writing(&building))?;
    let unfinished = Unfinished(&building);
    let filled = fill(&building)?;
    remove(&previous)?;
    exchange(&building, out, &previous)?;
    std::mem::forget(unfinished);
    Ok(filled)
}

/// Removes the folder of a build that failed.
struct Unfinished<'a>(&'a Path);

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        // The error that got us here matters more than one of cleaning up.
        let _ = fs::remove_dir_all(self.0);
    }
}

/// Puts `building` in the place of `out`, which moves to `previous`. Linux can
/// exchange two folders in one step, so that `out` never misses; where the file
/// system cannot, there is a moment without it.
fn exchange(building: &Path, out: &Path, previous: &Path) -> Result<(), Error> {
    if !out.exists() {
        return fs::rename(building, out).map_err(Error::writing(out));
    }
    match renameat_with(CWD, building, CWD, out, RenameFlags::EXCHANGE) {
        // The old build bears the name of the new one now.
        Ok(()) => fs::rename(building, previous).map_err(Error::writing(previous)),
        Err(_) => {
            fs::rename(out, previous).map_err(Error::writing(out))?;
            fs::rename(building, out).map_err(|source| {
                // Without the new build the old one must come back.
                let _ = fs::rename(previous, out);
                Error::Write {
                    path: out.to_owned(),
                    source,
                }
            })
        }
    }
}

/// An error when something lies at the path that is neither a build nor empty.
fn refuse_foreign(path: &Path) -> Result<(), Error> {
    let is_free = match fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if is_free || Record::find(path).is_some() {
        return Ok(());
    }
    Err(Error::ForeignFolder {
        path: path.to_owned(),
    })
}

/// Holds the right to build into `out` until it is dropped.
fn lock(out: &Path) -> Result<File, Error> {
    let path = sibling(out, "lock");
    let file = File::create(&path).map_err(Error::writing(&path))?;
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(file),
        Err(error) if error == rustix::io::Errno::WOULDBLOCK => Err(Error::AnotherBuild {
            path: out.to_owned(),
        }),
        Err(error) => Err(Error::Write {
            path,
            source: error.into(),
        }),
    }
}

fn remove(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::Write {
            path: folder.to_owned(),
            source: error,
        }),
        _ => Ok(()),
    }
}

/// `public` with the given ending: `public.previous`.
fn sibling(out: &Path, ending: &str) -> PathBuf {
    let mut name = out.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".");
    name.push(ending);
    out.with_file_name(name)
}

fn hash_folder(
    folder: &Path,
    name: &str,
    hashes: &mut BTreeMap<String, String>,
) -> Result<(), Error> {
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    let visible = entries.into_iter().filter_entry(|entry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    });
    for entry in visible {
        let entry = entry.map_err(|error| Error::Read {
            path: error.path().unwrap_or(folder).to_owned(),
            source: error.into(),
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = fs::read(entry.path()).map_err(Error::reading(entry.path()))?;
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = format!("{name}/{}", below.to_string_lossy());
        hashes.insert(path, hex(&Sha256::digest(&bytes)));
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    struct Ground(tempfile::TempDir);

    impl Ground {
        fn new() -> Self {
            let ground = Self(tempfile::tempdir().unwrap());
            fs::create_dir(ground.path("seeds")).unwrap();
            fs::write(ground.path("seeds/act.txt"), "акт").unwrap();
            ground
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn record(&self) -> Record {
            Record::of_inputs(self.0.path(), &self.path("seeds"), None).unwrap()
        }

        fn publish(&self, page: &str) -> Result<(), Error> {
            publish(&self.path("public"), |folder| {
                fs::write(folder.join("index.html"), page).unwrap();
                self.record().write(folder)
            })
        }

        fn page(&self, folder: &str) -> Option<String> {
            fs::read_to_string(self.path(folder).join("index.html")).ok()
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(self.0.path()).unwrap();
            let mut names: Vec<_> = entries
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        }
    }

    #[test]
    fn the_old_build_stays_beside_the_new_one() {
        let ground = Ground::new();
        for page in ["first", "second", "third"] {
            ground.publish(page).unwrap();
        }
        let pages = [ground.page("public"), ground.page("public.previous")];
        assert_eq!(pages, [Some("third".to_owned()), Some("second".to_owned())]);
        let names = ["public", "public.lock", "public.previous", "seeds"];
        assert_eq!(ground.names(), names);
    }

    #[test]
    fn a_failed_build_leaves_no_trace() {
        let ground = Ground::new();
        ground.publish("first").unwrap();
        let failed: Result<(), Error> = publish(&ground.path("public"), |folder| {
            fs::write(folder.join("index.html"), "half").unwrap();
            Err(Error::Template {
                message: "broken".to_owned(),
            })
        });
        assert_eq!(
            failed.unwrap_err().to_string(),
            "a template does not work: broken"
        );
        assert_eq!(ground.page("public"), Some("first".to_owned()));
        assert_eq!(ground.names(), ["public", "public.lock", "seeds"]);
    }

    #[test]
    fn what_a_killed_build_left_does_not_get_into_the_next_one() {
        let ground = Ground::new();
        fs::create_dir(ground.path("public.building")).unwrap();
        fs::write(ground.path("public.building/stale.html"), "").unwrap();
        ground.publish("first").unwrap();
        assert!(!ground.path("public/stale.html").exists());
    }

    #[test]
    fn a_folder_of_someone_else_is_never_replaced() {
        let ground = Ground::new();
        fs::create_dir(ground.path("public")).unwrap();
        fs::write(ground.path("public/thesis.txt"), "important").unwrap();
        let error = ground.publish("first").unwrap_err();
        assert!(matches!(error, Error::ForeignFolder { path } if path == ground.path("public")));
        assert_eq!(ground.names(), ["public", "seeds"]);
    }

    #[test]
    fn an_empty_folder_may_be_filled() {
        let ground = Ground::new();
        fs::create_dir(ground.path("public")).unwrap();
        ground.publish("first").unwrap();
        assert_eq!(ground.page("public"), Some("first".to_owned()));
    }

    #[test]
    fn two_builds_do_not_mix() {
        let ground = Ground::new();
        let error = publish(&ground.path("public"), |_| ground.publish("second")).unwrap_err();
        assert!(matches!(error, Error::AnotherBuild { .. }), "{error}");
    }

    #[test]
    fn a_record_names_inputs_by_hash_and_nothing_of_the_machine() {
        let ground = Ground::new();
        fs::create_dir(ground.path("content")).unwrap();
        fs::write(ground.path("content/places.toml"), "").unwrap();
        fs::write(ground.path("content/.hidden"), "").unwrap();
        let record = ground.record();
        record.write(&ground.path("public")).unwrap();
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let akt = hex(&Sha256::digest("акт".as_bytes()));
        let inputs = [
            ("content/places.toml".to_owned(), empty.to_owned()),
            ("seeds/act.txt".to_owned(), akt),
        ];
        assert_eq!(record.inputs, BTreeMap::from(inputs));
        assert_eq!(Record::find(&ground.path("public")), Some(record));
    }

    #[test]
    fn a_changed_seed_changes_the_record() {
        let ground = Ground::new();
        let before = ground.record();
        fs::write(ground.path("seeds/act.txt"), "другой").unwrap();
        assert_ne!(ground.record(), before);
    }

    #[test]
    fn missing_seeds_are_an_error() {
        let ground = Ground::new();
        let error = Record::of_inputs(&ground.path(""), &ground.path("none"), None).unwrap_err();
        assert!(matches!(error, Error::MissingFolder { path } if path == ground.path("none")));
    }
}
