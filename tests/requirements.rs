//! What is read from made-up acts of today's kind, whose facts stand in a table
//! of requirements: every fact of each act, as reviewed snapshots.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use qyzmet::catalogue::model::{Catalogue, Hours, Service, Text};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The catalogue of one act of `tests/acts`.
fn read(name: &str) -> Catalogue {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let act = root().join("tests/acts").join(name);
    fs::copy(act, folder.path().join(name)).expect("the act can be copied");
    let reading = qyzmet::reading::read(root(), folder.path()).expect("the act can be read");
    reading.library.catalogue
}

/// Words with the lines that say them.
fn words(text: &Text) -> String {
    let source = &text.source;
    format!("{} [{}-{}]", text.text, source.first_line, source.last_line)
}

fn hours(hours: &Hours) -> String {
    let osm = hours.osm.as_deref().unwrap_or("-");
    format!("{osm}: {}", words(&hours.words))
}

/// Every fact of a service, a line each.
fn print(service: &Service) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: String| {
        writeln!(out, "{name}: {value}").expect("writing to a string cannot fail");
    };
    line("service", format!("{} {:?}", service.id, service.kind));
    for title in service.titles.kk.iter().chain(&service.titles.ru) {
        line("title", words(title));
    }
    for (name, value) in [
        ("provider", &service.provider),
        ("form", &service.form),
        ("result", &service.result),
        ("documents reference", &service.documents_reference),
    ] {
        value.iter().for_each(|value| line(name, words(value)));
    }
    if let Some(fee) = &service.fee {
        line("fee", format!("{:?}: {}", fee.kind, words(&fee.words)));
    }
    line("channels", format!("{:?}", service.channels));
    for (name, values) in [
        ("other channel", &service.other_channels),
        ("recipient", &service.recipients),
        ("refusal", &service.refusal_grounds),
        ("appeal", &service.appeal),
    ] {
        values.iter().for_each(|value| line(name, words(value)));
    }
    for limit in &service.time_limits {
        let value = (limit.what, limit.amount, limit.unit, limit.channel);
        line("limit", format!("{value:?}: {}", words(&limit.words)));
    }
    if let Some(found) = &service.hours {
        line("hours", hours(found));
    }
    for found in &service.hours_by_channel {
        line(
            "hours by channel",
            format!("{:?} {}", found.channel, hours(&found.hours)),
        );
    }
    for document in &service.documents {
        let group = document.group.as_ref().map_or("-", |group| &group.text);
        line("document", format!("<{group}> {}", words(&document.words)));
    }
    for (fact, reference) in &service.references {
        line("reference", format!("{fact}: {}", words(reference)));
    }
    for step in &service.steps {
        let duration = step
            .duration
            .map(|duration| (duration.amount, duration.unit));
        let value = format!("<{}> {duration:?} {}", step.actor, words(&step.words));
        line("step", value);
    }
    for law in &service.legal_basis {
        line(
            "law",
            format!("{:?} {:?} {}", law.on, law.number, law.title),
        );
    }
    out
}

#[track_caller]
fn check(name: &str) {
    let catalogue = read(name);
    let mut out = String::new();
    for act in &catalogue.acts {
        writeln!(out, "act: {} {:?}", act.id, act.kind).expect("writing to a string cannot fail");
        for amendment in &act.amendments {
            let service = amendment.service.as_deref().unwrap_or("-");
            let value = format!(
                "{service} {} {} {}",
                amendment.unit, amendment.on, amendment.number
            );
            writeln!(out, "amendment: {value}").expect("writing to a string cannot fail");
        }
    }
    for service in &catalogue.services {
        out.push('\n');
        out.push_str(&print(service));
    }
    insta::assert_snapshot!(name, out);
}

#[test]
fn cells_behind_tabulators_are_read() {
    check("rules-requirements-behind-tabulators.ru.txt");
}

#[test]
fn cells_that_run_line_by_line_are_read() {
    check("rules-requirements-line-by-line.kk.txt");
}
