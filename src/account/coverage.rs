//! Coverage: how much of a text was read, in numbers.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{FactKind, View};
use crate::diagnostic::{Code, Diagnostics};
use crate::language::Language;
use crate::outline::model::{Role, Unit};

/// What was read of one text and what was not, in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    /// Id of the act; null for an earlier edition, which the catalogue leaves out.
    pub act: Option<String>,
    /// `seeds/<file>`.
    pub path: String,
    /// Language of the text.
    pub language: Language,
    /// Lines of the file.
    pub lines: Lines,
    /// Services of the text.
    pub services: usize,
    /// Every kind of fact.
    pub facts: Vec<FactCount>,
    /// Points of services.
    pub points: usize,
    /// Numbers of points from which no fact was read, the most frequent first.
    pub unread_points: Vec<UnreadPoint>,
    /// Headings that promise a fact that was not read.
    pub unread_headings: usize,
    /// Lines of annexes that stand as printed, because no table was read there.
    pub unread_lines: Vec<LineRange>,
}

/// Lines of a file by what they hold; a line counts for the first unit on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Lines {
    /// All lines.
    pub total: usize,
    /// Lines of each kind.
    #[serde(flatten)]
    pub kinds: BTreeMap<LineKind, usize>,
}

/// What a line holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// Title, adoption, preamble, signature, stamps.
    Head,
    /// Notes of the publisher.
    Notes,
    /// Headings of services, chapters, annexes.
    Headings,
    /// Points.
    Points,
    /// Items and paragraphs under points.
    Items,
    /// Rows of tables with their headers.
    Tables,
    /// Lines of annexes that stand as printed.
    AsPrinted,
    /// Page furniture.
    Furniture,
    /// Lines without words.
    Blank,
    /// Lines that no unit holds.
    Lost,
}

impl LineKind {
    /// Every kind, in the order of an act.
    pub const ALL: [Self; 10] = [
        Self::Head,
        Self::Notes,
        Self::Headings,
        Self::Points,
        Self::Items,
        Self::Tables,
        Self::AsPrinted,
        Self::Furniture,
        Self::Blank,
        Self::Lost,
    ];

    /// The kind for a person.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Head => "head, stamps",
            Self::Notes => "notes",
            Self::Headings => "headings",
            Self::Points => "points",
            Self::Items => "items, paragraphs",
            Self::Tables => "tables",
            Self::AsPrinted => "as printed",
            Self::Furniture => "page furniture",
            Self::Blank => "blank",
            Self::Lost => "lost",
        }
    }

    const fn of(role: Role) -> Self {
        match role {
            Role::Title
            | Role::StatusMark
            | Role::Adoption
            | Role::Preamble
            | Role::Signature
            | Role::Stamp => Self::Head,
            Role::Note => Self::Notes,
            Role::Service | Role::Attachment | Role::Chapter | Role::Annex => Self::Headings,
            Role::Point => Self::Points,
            Role::Item | Role::Paragraph => Self::Items,
            Role::Heading | Role::Table | Role::Requirements | Role::Row | Role::Cell => {
                Self::Tables
            }
            Role::Line => Self::AsPrinted,
            Role::Furniture => Self::Furniture,
        }
    }
}

/// How often a kind of fact was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FactCount {
    /// The kind.
    pub kind: FactKind,
    /// Services that have it.
    pub services: usize,
    /// Values in all.
    pub values: usize,
}

/// A number of points without a fact, over all services of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnreadPoint {
    /// The number as printed.
    pub number: String,
    /// Services in which the point carries no fact.
    pub services: usize,
}

/// Lines of the file, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LineRange {
    /// First line, counted from 1.
    pub first: u32,
    /// Last line.
    pub last: u32,
}

/// Counts one text. The diagnostics are those of the account, before repeats are
/// said once.
pub(super) fn count(view: &View<'_>, diagnostics: &Diagnostics) -> Account {
    let services: Vec<&Unit> = view.text.services().map(|(_, unit)| unit).collect();
    let (points, unread_points) = count_points(&services, view);
    let headings = diagnostics.iter();
    Account {
        act: None,
        path: view.file.path.clone(),
        language: view.text.language,
        lines: count_lines(view),
        services: services.len(),
        facts: FactKind::ALL
            .iter()
            .map(|kind| count_facts(*kind, view))
            .collect(),
        points,
        unread_points,
        unread_headings: headings
            .filter(|diagnostic| diagnostic.code == Code::UnreadHeading)
            .count(),
        unread_lines: unread_lines(view),
    }
}

fn count_facts(kind: FactKind, view: &View<'_>) -> FactCount {
    let counts = view.facts.services.iter().map(|facts| kind.count_in(facts));
    let counts: Vec<usize> = counts.filter(|count| *count > 0).collect();
    FactCount {
        kind,
        services: counts.len(),
        values: counts.iter().sum(),
    }
}

fn count_lines(view: &View<'_>) -> Lines {
    let index = &view.file.lines;
    let mut kinds: Vec<Option<LineKind>> = vec![None; index.len() + 1];
    for unit in view.text.walk() {
        let kind = LineKind::of(unit.role);
        for words in unit.marker.iter().chain([&unit.words]) {
            for span in words.origins() {
                let lines = index.lines_of(span);
                for line in lines.first..=lines.last {
                    let slot = usize::try_from(line)
                        .ok()
                        .and_then(|line| kinds.get_mut(line));
                    if let Some(slot) = slot {
                        slot.get_or_insert(kind);
                    }
                }
            }
        }
    }
    let mut lines = Lines::default();
    for (line, kind) in view.file.text.lines().zip(kinds.into_iter().skip(1)) {
        let kind = match kind {
            _ if line.trim().is_empty() => LineKind::Blank,
            Some(kind) => kind,
            None => LineKind::Lost,
        };
        lines.total += 1;
        *lines.kinds.entry(kind).or_default() += 1;
    }
    lines
}

/// All points of the services, and those that carry no fact by their number.
fn count_points(services: &[&Unit], view: &View<'_>) -> (usize, Vec<UnreadPoint>) {
    let mut points = 0;
    let mut unread: BTreeMap<&str, usize> = BTreeMap::new();
    for (service, facts) in services.iter().zip(&view.facts.services) {
        let kinds = FactKind::ALL.iter();
        let anchors: BTreeSet<&str> = kinds
            .flat_map(|kind| kind.read_in(facts))
            .map(|found| found.anchor.as_str())
            .collect();
        for point in service.walk().filter(|unit| unit.role == Role::Point) {
            points += 1;
            let is_read = point
                .walk()
                .any(|unit| anchors.contains(unit.anchor.as_str()));
            if let (false, Some(number)) = (is_read, point.number.as_deref()) {
                *unread.entry(number).or_default() += 1;
            }
        }
    }
    let mut unread: Vec<UnreadPoint> = unread
        .into_iter()
        .map(|(number, services)| UnreadPoint {
            number: number.to_owned(),
            services,
        })
        .collect();
    unread.sort_by_key(|point| (ordinal(&point.number), point.number.clone()));
    (points, unread)
}

fn ordinal(number: &str) -> u32 {
    let figures = number.split('-').next().unwrap_or_default();
    figures.parse().unwrap_or(u32::MAX)
}

/// Lines of annexes that stand as printed, neighbours joined.
fn unread_lines(view: &View<'_>) -> Vec<LineRange> {
    let mut ranges: Vec<LineRange> = Vec::new();
    for annex in view.text.walk().filter(|unit| unit.role == Role::Annex) {
        let mut lines = annex.walk().filter(|unit| unit.role == Role::Line);
        let Some(first) = lines.next() else { continue };
        let mut range = LineRange {
            first: first.lines.first,
            last: first.lines.last,
        };
        for line in lines {
            // A blank line or two between lines does not part them.
            if line.lines.first <= range.last + 3 {
                range.last = range.last.max(line.lines.last);
            } else {
                ranges.push(range);
                range = LineRange {
                    first: line.lines.first,
                    last: line.lines.last,
                };
            }
        }
        ranges.push(range);
    }
    ranges
}
