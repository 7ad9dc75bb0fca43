//! Columns: what the cells of a header promise, by their words.
//!
//! Knows the kinds of cells of a table of offices, not where any of them stands:
//! acts print the head before the address and behind it, one kind in a cell and
//! several.

use std::ops::Range;

use crate::content::patterns::Lexicon;

/// What a column of a table of offices holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnKind {
    /// The number of the row.
    Number,
    /// The district or town that the office works for.
    District,
    /// The name of the office.
    Name,
    /// The address.
    Address,
    /// The area code of the phones.
    Code,
    /// Phones and fax numbers.
    Phone,
    /// Email addresses.
    Email,
    /// Sites.
    Website,
    /// Contacts of any kind.
    Contacts,
    /// Opening hours.
    Hours,
    /// When the head receives citizens.
    Reception,
    /// The head of the office.
    Head,
    /// The room.
    Room,
}

impl ColumnKind {
    fn of(value: Option<&str>) -> Option<Self> {
        Some(match value? {
            "number" => Self::Number,
            "district" => Self::District,
            "name" => Self::Name,
            "address" => Self::Address,
            "code" => Self::Code,
            "phone" => Self::Phone,
            "email" => Self::Email,
            "website" => Self::Website,
            "contacts" => Self::Contacts,
            "hours" => Self::Hours,
            "reception" => Self::Reception,
            "head" => Self::Head,
            "room" => Self::Room,
            _ => return None,
        })
    }

    /// Whether it says how to reach an office.
    #[must_use]
    pub const fn reaches(self) -> bool {
        matches!(
            self,
            Self::Address | Self::Phone | Self::Email | Self::Website | Self::Contacts
        )
    }

    /// Whether it holds nothing but contacts.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        matches!(
            self,
            Self::Phone | Self::Email | Self::Website | Self::Contacts
        )
    }
}

/// A column that the words of a header name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub kind: ColumnKind,
    /// Bytes of the words that say so.
    pub range: Range<usize>,
}

/// The columns that a header names, in its order. Of words that begin at one
/// place the longest say what is meant: an `email address` is no address.
#[must_use]
pub fn find_columns(text: &str, lexicon: &Lexicon) -> Vec<Column> {
    let mut found = lexicon.find_all("office-column", text);
    found.sort_by_key(|found| (found.range.start, usize::MAX - found.range.end));
    let mut end = 0;
    found.retain(|found| {
        let is_free = found.range.start >= end;
        if is_free {
            end = found.range.end;
        }
        is_free
    });
    let named = found.into_iter().filter_map(|found| {
        let kind = ColumnKind::of(found.value)?;
        let range = found.range;
        Some(Column { kind, range })
    });
    named.collect()
}

/// Whether words are a sub-heading over rows: the district or town that they belong
/// to, or the kind of the bodies under it.
pub fn is_subheading(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.says("district-heading", text) || lexicon.says("group-heading", text)
}

/// Whether columns promise offices: what they are called and how to reach them.
pub fn promise_offices(kinds: impl IntoIterator<Item = ColumnKind>) -> bool {
    let kinds: Vec<ColumnKind> = kinds.into_iter().collect();
    kinds.contains(&ColumnKind::Name) && kinds.iter().any(|kind| kind.reaches())
}
