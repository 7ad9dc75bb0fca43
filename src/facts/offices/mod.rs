//! Offices: the rows of the tables in a service's annexes as typed values.
//!
//! In: the unit of a service with its tables. Out: one [`OfficeRow`] per printed
//! row that names an office and how to reach it. A row that does not is none:
//! it stays in the text. Which rows are the same office is not known here.

mod cells;
mod contact_point;
mod contacts;
mod phones;
mod schedule;

use super::body::body;
use super::{Found, HoursFound};
use crate::catalogue::model::OfficeRole;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::outline::table::cards::find_label;
use crate::outline::table::column::{ColumnKind, find_columns, promise_offices};
use crate::outline::table::contact::{ContactKind, find_contacts};
use cells::{Reader, split_room};

/// A row of a table of offices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeRow {
    /// Label of the annex that holds the table.
    pub table: String,
    /// Place of the table among those of the service.
    pub table_ordinal: usize,
    /// What the offices of the table do for the service.
    pub role: OfficeRole,
    /// Number as printed.
    pub number: Option<String>,
    /// The sub-heading over the row, such as a district.
    pub district: Option<Found>,
    /// Name as printed.
    pub name: Found,
    /// Address without contacts and room.
    pub address: Option<Found>,
    /// Room.
    pub room: Option<Found>,
    /// Phones.
    pub phones: Vec<PhoneFound>,
    /// Fax numbers.
    pub fax: Vec<PhoneFound>,
    /// Email addresses, without blanks.
    pub emails: Vec<Found>,
    /// Sites.
    pub websites: Vec<Found>,
    /// The head of the office.
    pub head: Option<Found>,
    /// Opening hours, maybe of a cell that spans the row.
    pub hours: Option<HoursFound>,
    /// Reception times.
    pub reception: Option<Found>,
}

/// A number with the words that print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneFound {
    /// The words.
    pub words: Found,
    /// The number in E.164 where a valid one follows.
    pub tel: Option<String>,
}

/// The offices that the tables of a service name, in the order of the text.
pub fn find_offices(service: &Unit, lexicon: &Lexicon) -> Vec<OfficeRow> {
    // A table stands in an annex, or in the point that announces it.
    let points = body(service)
        .into_iter()
        .filter(|unit| unit.role == Role::Point);
    let holders = points.chain(service.children_with(Role::Annex));
    let tables = holders.flat_map(|holder| {
        holder
            .children_with(Role::Table)
            .map(move |it| (holder, it))
    });
    let mut rows: Vec<OfficeRow> = tables
        .filter(|(_, table)| is_office_table(table, lexicon))
        .enumerate()
        .flat_map(|(ordinal, (annex, unit))| {
            let table = Table {
                unit,
                label: label(annex, unit, lexicon),
                ordinal,
                role: role(unit, lexicon),
                columns: columns(unit, lexicon),
                shared: shared(unit, lexicon),
                lexicon,
            };
            table.rows()
        })
        .collect();
    let points = contact_point::find_contact_points(service, rows.len(), lexicon);
    rows.extend(points);
    rows
}

/// Whether the header promises offices.
fn is_office_table(table: &Unit, lexicon: &Lexicon) -> bool {
    if is_list_of_offices(table, lexicon) {
        return true;
    }
    let header: Vec<&str> = table
        .children
        .iter()
        .take_while(|unit| unit.role == Role::Heading)
        .flat_map(Unit::walk)
        .map(|unit| unit.words.text())
        .collect();
    if promise_offices(header.iter().flat_map(|cell| kinds(cell, lexicon))) {
        return true;
    }
    let header = header.join(" ");
    let caption = table.words.text();
    lexicon.says("office-header", &header)
        || lexicon.says("office-header", &format!("{caption} {header}"))
}

/// Whether a table without a header is a list of offices.
fn is_list_of_offices(table: &Unit, lexicon: &Lexicon) -> bool {
    let names_office = |unit: &Unit| {
        let name = unit.children.first();
        unit.role == Role::Row
            && (unit.number.is_some() || is_labelled(unit, lexicon))
            && name.is_some_and(|name| lexicon.says("office-body", name.words.text()))
    };
    let reaches = |unit: &Unit| {
        let mut cells = unit.children.iter().skip(1);
        cells.any(|cell| !find_contacts(cell.words.text(), lexicon).is_empty())
    };
    !table.children.is_empty()
        && table
            .children
            .iter()
            .all(|unit| names_office(unit) && reaches(unit))
}

/// Whether the cells behind the name say of themselves what they hold.
fn is_labelled(row: &Unit, lexicon: &Lexicon) -> bool {
    let mut cells = row.children.iter().skip(1);
    !row.children.is_empty() && cells.all(|cell| find_label(cell.words.text(), lexicon).is_some())
}

/// What a cell of a header names.
fn kinds(cell: &str, lexicon: &Lexicon) -> Vec<ColumnKind> {
    let columns = find_columns(cell, lexicon).into_iter();
    columns.map(|column| column.kind).collect()
}

/// What the columns of a table hold, without that of the numbers. Empty for a cell
/// that names nothing known.
fn columns(table: &Unit, lexicon: &Lexicon) -> Vec<Vec<ColumnKind>> {
    let heading = table
        .children
        .iter()
        .find(|unit| unit.role == Role::Heading && !unit.children.is_empty());
    let cells = heading.into_iter().flat_map(|unit| &unit.children);
    let mut columns: Vec<Vec<ColumnKind>> = cells
        .map(|cell| kinds(cell.words.text(), lexicon))
        .collect();
    // The cell of the numbers may be glued to those behind it.
    if let Some(first) = columns.first_mut()
        && first.first() == Some(&ColumnKind::Number)
    {
        first.remove(0);
        if first.is_empty() {
            columns.remove(0);
        }
    }
    columns
}

/// For each of these columns whether its header goes on a cell: the one before it
/// ends with a comma.
fn shared(table: &Unit, lexicon: &Lexicon) -> Vec<bool> {
    let heading = table
        .children
        .iter()
        .find(|unit| unit.role == Role::Heading && !unit.children.is_empty());
    let cells = heading.map_or(&[][..], |unit| &unit.children);
    let is_number =
        |cell: &Unit| kinds(cell.words.text(), lexicon).first() == Some(&ColumnKind::Number);
    let numbers = usize::from(cells.first().is_some_and(is_number));
    let goes_on = |at: usize| at > 0 && cells[at - 1].words.text().ends_with(',');
    (numbers..cells.len()).map(goes_on).collect()
}

/// The label of the annex as printed, without the title of its service. A further
/// table of an annex, whose own label is lost, goes by its caption.
fn label(annex: &Unit, table: &Unit, lexicon: &Lexicon) -> String {
    let first = annex.children_with(Role::Table).next();
    let is_first = first.is_some_and(|first| first.anchor == table.anchor);
    if !is_first && !table.words.is_empty() {
        return table.words.text().to_owned();
    }
    let text = annex.words.text();
    match lexicon.find("annex-number", text) {
        Some(found) => text[found.range].trim().to_owned(),
        None => annex.citation.clone().unwrap_or_else(|| text.to_owned()),
    }
}

/// The role that a phrase of the patterns stands for.
fn role_of(value: Option<&str>) -> OfficeRole {
    match value {
        Some("provider") => OfficeRole::Provider,
        Some("akimat") => OfficeRole::Akimat,
        Some("service_centre") => OfficeRole::ServiceCentre,
        Some("higher") => OfficeRole::Higher,
        _ => OfficeRole::Other,
    }
}

/// What the offices do for the service, by the caption, else by the first name.
fn role(table: &Unit, lexicon: &Lexicon) -> OfficeRole {
    let first = table.children_with(Role::Row).next();
    let first = first.and_then(|row| row.children.first());
    let header = table.children.first();
    let header = header.into_iter().flat_map(Unit::walk);
    let texts = std::iter::once(&table.words)
        .chain(header.map(|unit| &unit.words))
        .chain(first.map(|cell| &cell.words));
    let mut values = texts.filter_map(|words| lexicon.find("office-role", words.text())?.value);
    role_of(values.next())
}

/// A table of offices.
struct Table<'a> {
    unit: &'a Unit,
    label: String,
    ordinal: usize,
    role: OfficeRole,
    /// What each column holds, as the header says.
    columns: Vec<Vec<ColumnKind>>,
    /// Whether each column shares its cell with the one before it.
    shared: Vec<bool>,
    lexicon: &'a Lexicon,
}

impl Table<'_> {
    fn rows(&self) -> Vec<OfficeRow> {
        let mut rows = Vec::new();
        let mut district: Option<Found> = None;
        let mut hours: Option<HoursFound> = None;
        for unit in &self.unit.children {
            match unit.role {
                Role::Heading if !unit.words.is_empty() => {
                    district = Some(Found::new(unit.words.clone(), unit));
                }
                Role::Row => {
                    let Some(mut row) = self.row(unit) else {
                        continue;
                    };
                    // A cell of hours spans the rows below it, whose own cells are empty.
                    if row.hours.is_some() {
                        hours.clone_from(&row.hours);
                    } else if self.leaves_hours_empty(unit) {
                        row.hours.clone_from(&hours);
                    }
                    match &row.district {
                        Some(own) => district = Some(own.clone()),
                        None => row.district.clone_from(&district),
                    }
                    rows.push(row);
                }
                _ => {}
            }
        }
        rows
    }

    /// Whether the cell of hours is empty; where the columns are not sure, any cell.
    fn leaves_hours_empty(&self, row: &Unit) -> bool {
        let names_hours = |kinds: &[ColumnKind]| kinds.contains(&ColumnKind::Hours);
        let mut cells = row.children.iter().zip(0..);
        if self.agrees(row) && self.columns.iter().any(|kinds| names_hours(kinds)) {
            return cells.any(|(cell, at)| {
                let is_empty = cell.words.is_empty() && names_hours(&self.columns[at]);
                is_empty && !self.holds_other(row, at)
            });
        }
        !self.agrees(row) && cells.any(|(cell, _)| cell.words.is_empty())
    }

    /// Whether the printed cell of a column is the one before, and that says something.
    fn holds_other(&self, row: &Unit, at: usize) -> bool {
        let is_shared = self.shared.get(at).is_some_and(|shared| *shared);
        is_shared && at > 0 && !row.children[at - 1].words.is_empty()
    }

    /// Whether the cells of a row stand under those of the header: there are as many,
    /// no contact stands under a column of another kind, and no times under one of contacts.
    fn agrees(&self, row: &Unit) -> bool {
        let fits = |(cell, kinds): (&Unit, &Vec<ColumnKind>)| {
            let contacts = find_contacts(cell.words.text(), self.lexicon);
            let email = contacts
                .iter()
                .any(|contact| contact.kind == ContactKind::Email);
            let holds_contacts = kinds.is_empty() || kinds.iter().any(|kind| kind.reaches());
            let is_timed = contacts.is_empty() && self.lexicon.says("schedule", cell.words.text());
            let holds_numbers = !kinds.is_empty() && kinds.iter().all(|kind| kind.is_contact());
            (!email || holds_contacts) && !(is_timed && holds_numbers)
        };
        row.children.len() == self.columns.len() && row.children.iter().zip(&self.columns).all(fits)
    }

    fn row(&self, unit: &Unit) -> Option<OfficeRow> {
        let agrees = self.agrees(unit);
        let is_labelled = self.columns.is_empty() && is_labelled(unit, self.lexicon);
        let promises = |kind| self.columns.iter().flatten().any(|named| *named == kind);
        // What a header names tells times that are no hours.
        let times = match promises(ColumnKind::Reception) && !promises(ColumnKind::Hours) {
            true => &[ColumnKind::Reception][..],
            false => &[],
        };
        let is_timed = |cell: &Unit| self.lexicon.says("schedule", cell.words.text());
        let mut reader = Reader::new(unit, self.lexicon);
        for (at, cell) in unit.children.iter().enumerate() {
            let kinds = self.columns.get(at).filter(|_| agrees);
            let kinds = match kinds {
                Some(kinds) => kinds.as_slice(),
                None if at > 0 && is_timed(cell) => times,
                None => &[],
            };
            match kinds {
                _ if cell.words.is_empty() => {}
                _ if is_labelled && at > 0 => reader.read_labelled(cell),
                [] => reader.read(cell),
                kinds => reader.read_as(cell, kinds),
            }
        }
        let mut texts = reader.texts.into_iter();
        let name = reader.name.or_else(|| texts.next())?;
        let (address, room) = reader
            .address
            .or_else(|| texts.next())
            .map_or((None, None), |text| split_room(&text, unit, self.lexicon));
        let room = room.or(reader.room);
        let contacts = reader.contacts;
        let can_be_reached = address.is_some()
            || !(contacts.phones.is_empty()
                && contacts.emails.is_empty()
                && contacts.websites.is_empty());
        can_be_reached.then(|| OfficeRow {
            table: self.label.clone(),
            table_ordinal: self.ordinal,
            role: self.role,
            number: unit.number.clone(),
            district: reader.district,
            name: Found::new(name, unit),
            address,
            room,
            phones: contacts.phones,
            fax: contacts.fax,
            emails: contacts.emails,
            websites: contacts.websites,
            head: reader.head,
            hours: reader.hours,
            reception: reader.reception,
        })
    }
}

#[cfg(test)]
mod tests;
