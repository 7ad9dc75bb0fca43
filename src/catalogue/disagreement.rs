//! Tables that print different contacts for the same office.
//!
//! In: the rows of every table with the office that each of them is. Out: a
//! diagnostic for each office whose tables disagree on the address or on the
//! phones. The catalogue keeps what every table prints; which of them is right,
//! the acts do not say.

use std::collections::BTreeMap;

use super::model::OfficeReference;
use super::slug::slug;
use super::words::Words;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::facts::offices::OfficeRow;
use crate::passage::Passage;

/// What the tables print, by office.
#[derive(Default)]
pub struct Disagreements {
    printed: BTreeMap<String, Vec<Printed>>,
}

/// What one row prints of an office.
struct Printed {
    place: Place,
    address: Option<Shown>,
    /// The numbers that can be called, sorted.
    phones: Vec<String>,
}

/// Words as printed, and the letters and figures that make them differ.
struct Shown {
    text: String,
    key: String,
}

/// Where a row stands.
struct Place {
    path: String,
    words: Passage,
    line: u32,
}

impl Disagreements {
    /// Notes the rows of one service with the offices that they are.
    pub fn note(&mut self, offices: &[OfficeReference], rows: &[OfficeRow], words: &Words<'_>) {
        for (office, row) in offices.iter().zip(rows) {
            let printed = self.printed.entry(office.office.clone()).or_default();
            printed.push(Printed::of(row, words));
        }
    }

    /// The diagnostics, by office.
    pub fn finish(self) -> Diagnostics {
        let offices = self.printed.iter();
        offices
            .flat_map(|(office, printed)| {
                let addresses = differing(printed, |row| {
                    row.address.as_ref().map(|shown| shown.key.clone())
                });
                let phones = differing(printed, |row| {
                    (!row.phones.is_empty()).then(|| row.phones.join(", "))
                });
                let address = addresses.map(|(first, other)| {
                    let shown = |row: &Printed| {
                        let address = row.address.as_ref();
                        address.map_or_else(String::new, |shown| shown.text.clone())
                    };
                    disagree(
                        office,
                        "address",
                        (first, shown(first)),
                        (other, shown(other)),
                    )
                });
                let phone = phones.map(|(first, other)| {
                    let shown = |row: &Printed| row.phones.join(", ");
                    disagree(
                        office,
                        "phones",
                        (first, shown(first)),
                        (other, shown(other)),
                    )
                });
                address.into_iter().chain(phone)
            })
            .collect()
    }
}

impl Printed {
    fn of(row: &OfficeRow, words: &Words<'_>) -> Self {
        let phones = row.phones.iter().filter_map(|phone| phone.tel.clone());
        let mut phones: Vec<String> = phones.collect();
        phones.sort();
        phones.dedup();
        Self {
            place: Place {
                path: words.file.path.clone(),
                words: row.name.words.clone(),
                line: words.source(&row.name).first_line,
            },
            address: row.address.as_ref().map(|found| Shown {
                text: found.words.text().to_owned(),
                key: slug(found.words.text()),
            }),
            phones,
        }
    }
}

/// The first row that prints anything and the first that prints something else.
fn differing(
    printed: &[Printed],
    key: impl Fn(&Printed) -> Option<String>,
) -> Option<(&Printed, &Printed)> {
    let mut rows = printed.iter().filter_map(|row| Some((row, key(row)?)));
    let (first, first_key) = rows.next()?;
    let (other, _) = rows.find(|(_, other)| *other != first_key)?;
    Some((first, other))
}

fn disagree(
    office: &str,
    what: &str,
    (first, first_shown): (&Printed, String),
    (other, other_shown): (&Printed, String),
) -> Diagnostic {
    let message = format!("the tables disagree on the {what} of `{office}`");
    let diagnostic = Diagnostic::new(Code::OfficesDisagree, message);
    let diagnostic = match other.place.words.span() {
        Some(span) => diagnostic.at(other.place.path.clone(), span),
        None => diagnostic.in_file(other.place.path.clone()),
    };
    diagnostic.hint(format!(
        "here `{other_shown}`, but `{first_shown}` in {} line {}; both are shown",
        first.place.path, first.place.line
    ))
}
