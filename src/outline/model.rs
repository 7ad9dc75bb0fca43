//! The outline of an act: a tree of units that holds all of its text.

use std::slice;

use crate::language::Language;
use crate::passage::Passage;

/// The structure of one text of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActText {
    /// `seeds/<file>`.
    pub path: String,
    /// SHA-256 of the file as published, in lower-case hexadecimal digits.
    pub sha256: String,
    /// Language of the text.
    pub language: Language,
    /// Units in the order of the act: header, resolution, services.
    pub units: Vec<Unit>,
}

impl ActText {
    /// The services of the act with their ordinals, counted from 1.
    pub fn services(&self) -> impl Iterator<Item = (u32, &Unit)> {
        self.described_services()
            .map(|(ordinal, unit, _)| (ordinal, unit))
    }

    /// The services with the tables of requirements that describe them. A text with
    /// several tables describes a service with each of them.
    pub fn described_services(&self) -> impl Iterator<Item = (u32, &Unit, Option<&Unit>)> {
        self.units
            .iter()
            .filter(|unit| unit.role == Role::Service)
            .flat_map(|unit| {
                let mut tables: Vec<Option<&Unit>> = unit.requirements().map(Some).collect();
                if tables.is_empty() {
                    tables.push(None);
                }
                tables.into_iter().map(move |table| (unit, table))
            })
            .zip(1..)
            .map(|((unit, table), ordinal)| (ordinal, unit, table))
    }

    /// Every unit, parents before children, in the order of the act.
    pub fn walk(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().flat_map(Unit::walk)
    }
}

/// A unit of an act: its own words and the units under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What the unit is.
    pub role: Role,
    /// Address of the unit on the page of its act, unique in the text.
    pub anchor: String,
    /// The unit in the act's own way of citing, such as `п. 12`.
    pub citation: Option<String>,
    /// Number as printed, without punctuation: `12`, `1`, `9-1`.
    pub number: Option<String>,
    /// The marker as printed, with punctuation: `12.`, `1)`, `-`.
    pub marker: Option<Passage>,
    /// The unit's own words, without marker and without the units under it.
    pub words: Passage,
    /// Lines of the file that the unit and everything under it takes up.
    pub lines: Lines,
    /// Units under it.
    pub children: Vec<Unit>,
}

impl Unit {
    /// The unit and everything under it, parents before children.
    pub fn walk(&self) -> Walk<'_> {
        Walk {
            left: vec![slice::from_ref(self).iter()],
        }
    }

    /// The marker as printed, empty where there is none.
    #[must_use]
    pub fn printed_marker(&self) -> &str {
        self.marker.as_ref().map_or("", Passage::text)
    }

    /// The tables of requirements in its annexes, in order; without any, those between its
    /// points.
    pub fn requirements(&self) -> impl Iterator<Item = &Self> {
        let in_annexes = self
            .children_with(Role::Annex)
            .flat_map(|annex| annex.children_with(Role::Requirements));
        let mut in_annexes = in_annexes.peekable();
        let in_text = match in_annexes.peek() {
            Some(_) => None,
            None => Some(self.walk()),
        };
        let in_text = in_text.into_iter().flatten();
        in_annexes.chain(in_text.filter(|unit| unit.role == Role::Requirements))
    }

    /// The units under it with the given role.
    pub fn children_with(&self, role: Role) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |unit| unit.role == role)
    }
}

/// The units under one, parents before children.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    /// What is left on every level, the deepest last.
    left: Vec<slice::Iter<'a, Unit>>,
}

impl<'a> Iterator for Walk<'a> {
    type Item = &'a Unit;

    fn next(&mut self) -> Option<&'a Unit> {
        loop {
            match self.left.last_mut()?.next() {
                Some(unit) => {
                    self.left.push(unit.children.iter());
                    return Some(unit);
                }
                None => self.left.pop(),
            };
        }
    }
}

/// Lines of a file, counted from 1, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lines {
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
}

impl Lines {
    /// The smallest range that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Title of the act.
    Title,
    /// The word by which the publisher marks the state of the act, such as
    /// `Утративший силу` or `Обновленный`.
    StatusMark,
    /// Who adopted the act, when, under which number; registration and repeal.
    Adoption,
    /// A note of the publisher: repeal, amendment, spelling.
    Note,
    /// The words before the first point of the resolution.
    Preamble,
    /// Who signed.
    Signature,
    /// The stamp of approval over an attachment.
    Stamp,
    /// An attachment that describes a service; its words are the heading.
    Service,
    /// An attachment that describes no service; its words are the heading.
    Attachment,
    /// A chapter; its words are the heading.
    Chapter,
    /// A numbered point.
    Point,
    /// A numbered or dashed item of a point.
    Item,
    /// A paragraph without a number.
    Paragraph,
    /// An annex; its words are the label with the lines that belong to it.
    Annex,
    /// A heading inside an annex or a table. The header of a table has no words of
    /// its own but cells.
    Heading,
    /// A table; its words are the caption.
    Table,
    /// A table of requirements for a service: each row names a requirement and says
    /// what is required. Its words are the caption.
    Requirements,
    /// A row of a table; its marker is the number, its children are the cells.
    Row,
    /// A cell of a table; empty where a cell above spans the row.
    Cell,
    /// A line of a table or form whose cells were not read.
    Line,
    /// Page furniture and watermarks, kept so that no character is lost.
    Furniture,
}
