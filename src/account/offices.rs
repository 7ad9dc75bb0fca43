//! Rows of offices: no phone, numbers that nobody can call, addresses that do not
//! parse, schedules that were not read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::View;
use crate::catalogue::mail;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::facts::Found;
use crate::facts::offices::{OfficeRow, PhoneFound};
use crate::outline::model::{Role, Unit};

static WEBSITE: LazyLock<Regex> = LazyLock::new(|| {
    expression(r"^(?i)(?:[\p{L}\d](?:[\p{L}\d_-]*[\p{L}\d])?\.)+\p{L}{2,}(?:[:/?#]\S*)?$")
});

fn expression(source: &str) -> Regex {
    Regex::new(source).expect("the expression is tested below")
}

/// A diagnostic for every contact of the offices that people could not use.
pub(super) fn check(view: &View<'_>) -> Diagnostics {
    let rows = view.facts.services.iter().flat_map(|facts| &facts.offices);
    rows.flat_map(|row| check_row(row, view))
        .chain(unread_rows(view))
        .collect()
}

/// Rows of a table of offices out of which no office was read, and cells of
/// schedules that no phrase reads.
fn unread_rows(view: &View<'_>) -> Vec<Diagnostic> {
    let rows = view.facts.services.iter().flat_map(|facts| &facts.offices);
    let offices: BTreeMap<&str, &OfficeRow> =
        rows.map(|row| (row.name.anchor.as_str(), row)).collect();
    let tables = view.text.walk().filter(|unit| unit.role == Role::Table);
    let rows = tables.flat_map(|table| {
        let rows: Vec<&Unit> = table.children_with(Role::Row).collect();
        let has_offices = rows
            .iter()
            .any(|row| offices.contains_key(row.anchor.as_str()));
        if has_offices { rows } else { Vec::new() }
    });
    rows.filter_map(|row| match offices.get(row.anchor.as_str()) {
        Some(office) => unread_schedule(row, office, view),
        None => unread_row(row, view),
    })
    .collect()
}

fn unread_row(row: &Unit, view: &View<'_>) -> Option<Diagnostic> {
    let cell = row.children.iter().find(|cell| !cell.words.is_empty())?;
    let message = format!("no office was read from the row of `{}`", cell.words.text());
    let diagnostic = view.about(Code::UnreadRow, message, &cell.words);
    Some(diagnostic.hint(format!(
        "if the row names an office, add its wording to {}",
        view.patterns("offices")
    )))
}

fn unread_schedule(row: &Unit, office: &OfficeRow, view: &View<'_>) -> Option<Diagnostic> {
    if office.hours.is_some() || office.reception.is_some() {
        return None;
    }
    let mut cells = row.children.iter().skip(1);
    let cell = cells.find(|cell| view.lexicon.says("schedule", cell.words.text()))?;
    let message = format!(
        "the schedule of \"{}\" was not read",
        office.name.words.text()
    );
    let diagnostic = view.about(Code::UnreadSchedule, message, &cell.words);
    Some(diagnostic.hint(format!(
        "add how it writes its days to {}; times stand as pairs, such as 9.00-18.00",
        view.patterns("offices")
    )))
}

fn check_row(row: &OfficeRow, view: &View<'_>) -> Vec<Diagnostic> {
    let numbers = row.phones.iter().chain(&row.fax);
    let mut diagnostics: Vec<Diagnostic> = numbers
        .filter_map(|number| invalid_number(number, view))
        .collect();
    let emails = row.emails.iter();
    let bad_emails = emails.filter(|email| !mail::can_be_written_to(email.words.text()));
    diagnostics.extend(bad_emails.map(|email| {
        let message = format!(
            "`{}` is no address that can be written to",
            email.words.text()
        );
        as_printed(Code::InvalidEmail, message, email, view)
    }));
    let sites = row.websites.iter();
    let bad_sites = sites.filter(|site| !is_website(site.words.text()));
    diagnostics.extend(bad_sites.map(|site| {
        let message = format!("`{}` is no address of a site", site.words.text());
        as_printed(Code::InvalidWebsite, message, site, view)
    }));
    if row.phones.is_empty() {
        let name = row.name.words.text();
        let message = format!("no phone was read for \"{name}\"");
        let diagnostic = view.about(Code::OfficeWithoutPhone, message, &row.name.words);
        diagnostics.push(diagnostic.hint(format!(
            "if the row prints one, add how its label is written to {}",
            view.patterns("offices")
        )));
    }
    diagnostics
}

fn invalid_number(number: &PhoneFound, view: &View<'_>) -> Option<Diagnostic> {
    if number.tel.is_some() {
        return None;
    }
    let printed = number.words.words.text();
    let message = format!("no number that can be called follows from `{printed}`");
    let diagnostic = view.about(Code::InvalidPhone, message, &number.words.words);
    Some(diagnostic.hint(
        "the page shows it as printed, without a link; compare it with the act as it was published",
    ))
}

fn as_printed(code: Code, message: String, found: &Found, view: &View<'_>) -> Diagnostic {
    view.about(code, message, &found.words)
        .hint("compare it with the act as it was published; the page shows it as printed")
}

/// Whether a printed site can be opened. `www` alone is no name of a site.
fn is_website(printed: &str) -> bool {
    let without_scheme = ["https://", "http://"]
        .iter()
        .find_map(|scheme| printed.strip_prefix(scheme))
        .unwrap_or(printed);
    let name = ["www.", "www ", "WWW."]
        .iter()
        .find_map(|start| without_scheme.strip_prefix(start))
        .unwrap_or(without_scheme);
    WEBSITE.is_match(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_that_can_be_opened_are_told_from_others() {
        for good in [
            "www.akimat.kz",
            "http://akimat.gov.kz/ru?id=1",
            "әкімдік.қаз",
            "www akimat.kz",
        ] {
            assert!(is_website(good), "{good}");
        }
        for bad in ["akimat", "www.akimat", "www..kz", "akimat. kz"] {
            assert!(!is_website(bad), "{bad}");
        }
    }
}
