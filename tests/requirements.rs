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
    let recipients = service.recipients.iter().map(|one| one.words.clone());
    let recipients: Vec<_> = recipients.collect();
    for (name, values) in [
        ("other channel", &service.other_channels),
        ("recipient", &recipients),
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

#[test]
fn cells_in_columns_of_blanks_are_read() {
    check("rules-standard-in-columns.ru.txt");
}

#[test]
fn cells_that_run_together_are_read() {
    check("rules-standard-run-together.kk.txt");
}

#[test]
fn cells_between_bars_are_read() {
    check("rules-requirements-between-bars.ru.txt");
}

#[test]
fn cells_that_only_bars_between_them_part_are_read() {
    check("rules-requirements-parted-by-bars-alone.kk.txt");
}

#[test]
fn a_grid_of_bars_is_read_over_the_header_that_a_page_repeats() {
    check("rules-requirements-in-a-grid-torn-by-a-page.kk.txt");
}

#[test]
fn short_names_are_read_and_a_name_that_a_page_has_torn_is_whole() {
    check("rules-requirements-with-short-and-torn-names.ru.txt");
}

#[test]
fn cells_under_numbered_names_are_read_over_the_ends_of_pages() {
    check("rules-requirements-under-numbered-names-and-page-numbers.kk.txt");
}

#[test]
fn a_table_under_a_label_in_one_long_line_is_read() {
    check("rules-requirements-with-offices-behind-tabulators.kk.txt");
}

#[test]
fn each_table_of_a_text_describes_a_service() {
    check("rules-with-two-services.ru.txt");
}

#[test]
fn a_standard_says_the_same_in_points() {
    check("standard-with-points-of-2016.ru.txt");
}

/// A row of a table behind tabulators: number, name, lines of the content.
struct Row {
    number: String,
    name: String,
    content: Vec<String>,
}

/// How a row is printed.
type Layout = dyn Fn(&Row) -> String;

/// The act in three parts: before the first row, the rows, after the last row.
fn parts_of(act: &str) -> (String, Vec<Row>, String) {
    let first = act.find("\n\t1\n").expect("the table has a first row") + 1;
    let end = act[first..]
        .find("\nПриложение 2\n")
        .map(|end| first + end)
        .expect("another annex follows");
    let rows = act[first..end].split("\n\n").map(str::trim_end);
    let rows = rows.filter(|row| !row.is_empty()).map(|row| {
        let mut lines = row
            .lines()
            .map(|line| line.trim_start_matches('\t').to_owned());
        Row {
            number: lines.next().expect("a row has a number"),
            name: lines.next().expect("a row has a name"),
            content: lines.collect(),
        }
    });
    (
        act[..first].to_owned(),
        rows.collect(),
        act[end..].to_owned(),
    )
}

/// The facts of the act with its rows in another layout, without the lines.
fn facts_in_layout(layout: impl Fn(&Row) -> String) -> String {
    let name = "rules-requirements-behind-tabulators.ru.txt";
    let act = fs::read_to_string(root().join("tests/acts").join(name)).expect("the act is there");
    let (before, rows, after) = parts_of(&act);
    let rows: String = rows.iter().map(layout).collect();
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join(name), format!("{before}{rows}{after}"))
        .expect("the act can be written");
    let reading = qyzmet::reading::read(root(), folder.path()).expect("the act can be read");
    let services = &reading.library.catalogue.services;
    let printed = services.iter().map(print).collect::<String>();
    let lines = printed.lines().map(|line| match line.rfind(" [") {
        Some(end) if line.ends_with(']') => &line[..end],
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A cell as lines of at most so many letters.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Number, name and content beside each other, going on under themselves.
fn beside(row: &Row, name_width: usize, line: impl Fn(&str, &str, &str) -> String) -> String {
    let names = wrapped(&row.name, name_width);
    let contents: Vec<String> = row
        .content
        .iter()
        .flat_map(|line| wrapped(line, 60))
        .collect();
    let lines = (0..names.len().max(contents.len())).map(|at| {
        let number = if at == 0 { row.number.as_str() } else { "" };
        let name = names.get(at).map_or("", String::as_str);
        let content = contents.get(at).map_or("", String::as_str);
        line(number, name, content)
    });
    lines.collect()
}

/// Cells with blanks between.
fn in_columns(row: &Row) -> String {
    beside(row, 30, |number, name, content| {
        format!("{number:<4}{name:<34}{content}\n")
    })
}

/// Cells between bars.
fn in_grid(row: &Row) -> String {
    beside(row, 24, |number, name, content| {
        format!("| {number:<3} | {name:<26} | {content:<62} |\n")
    })
}

#[test]
fn the_layout_of_cells_does_not_change_what_is_read() {
    let expected = facts_in_layout(|row| {
        format!(
            "\n\t{}\n\t{}\n\t{}\n",
            row.number,
            row.name,
            row.content.join("\n")
        )
    });
    let layouts: [(&str, Box<Layout>); 8] = [
        (
            "one line with tabulators",
            Box::new(|row| format!("{}\t{}\t{}\n", row.number, row.name, row.content.join("\n"))),
        ),
        (
            "line by line",
            Box::new(|row| format!("{}\n{}\n{}\n", row.number, row.name, row.content.join("\n"))),
        ),
        (
            "wrapped lines",
            Box::new(|row| {
                let name = wrapped(&row.name, 24).join("\n");
                let lines = row.content.iter().flat_map(|line| wrapped(line, 70));
                let content = lines.collect::<Vec<_>>().join("\n");
                format!("{}\n{name}\n{content}\n", row.number)
            }),
        ),
        (
            "cells between blank lines",
            Box::new(|row| {
                format!(
                    "{}\n\n{}\n\n{}\n\n",
                    row.number,
                    row.name,
                    row.content.join("\n\n")
                )
            }),
        ),
        (
            "cells that run together",
            Box::new(|row| format!("{}. {} {}\n", row.number, row.name, row.content.join("\n"))),
        ),
        (
            "no numbers",
            Box::new(|row| format!("{}\n{}\n", row.name, row.content.join("\n"))),
        ),
        ("columns of blanks", Box::new(in_columns)),
        ("a grid of bars", Box::new(in_grid)),
    ];
    for (name, layout) in layouts {
        assert_eq!(facts_in_layout(layout), expected, "{name}");
    }
}
