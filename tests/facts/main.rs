//! What is read of small made-up acts, one trait each, as a careful person reads
//! them. Every act had a wording or a layout that was once read wrong.

mod printing;

use std::fs;
use std::path::Path;

use qyzmet::catalogue::model::Catalogue;
use qyzmet::content;
use qyzmet::reading::{self, read_files};
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

/// The catalogue of all acts under `seeds/`.
fn seeds() -> Catalogue {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = reading::read(root, &root.join("seeds")).expect("the seeds are there");
    read.library.catalogue
}

#[test]
fn hours_are_opening_hours_that_other_programs_read() {
    let catalogue = seeds();
    let services = catalogue.services.iter().flat_map(|service| {
        let channels = service.hours_by_channel.iter().map(|one| &one.hours);
        service.hours.iter().chain(channels)
    });
    let offices = catalogue
        .offices
        .iter()
        .filter_map(|office| office.hours.as_ref());
    let mut read = 0;
    for hours in services.chain(offices) {
        let osm = hours.osm.as_deref().expect("hours have their expression");
        opening_hours_syntax::parse(osm).unwrap_or_else(|error| panic!("{osm}: {error}"));
        read += 1;
    }
    assert!(read > 100, "the seeds give hours, {read} of them");
}

#[test]
fn the_acts_as_published_say_what_a_reader_takes_from_them() {
    let catalogue = seeds();
    for act in &catalogue.acts {
        let mut alone = catalogue.clone();
        alone.acts.retain(|one| one.id == act.id);
        alone.services.retain(|service| service.act == act.id);
        // The tables of offices have tests of their own; here they would hide the rest.
        for service in &mut alone.services {
            service.offices.clear();
        }
        insta::assert_snapshot!(act.id.as_str(), printing::print(&alone));
    }
}
