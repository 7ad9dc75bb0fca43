//! Outline: the text of an act as a flat list of blocks.
//!
//! Templates do not recurse; the depth of a unit becomes a level of its block.
//! Nothing of the text is left out but the furniture of the page it was printed on.

use serde::Serialize;

use super::table::Table;
use crate::outline::model::{Role, Unit};

/// The smallest heading that HTML knows.
const DEEPEST_HEADING: u8 = 6;
/// How far items are moved in; deeper ones stay there.
const DEEPEST_ITEM: u8 = 3;

/// A unit, or several lines that stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Block {
    /// How the block looks: `heading`, `point`, `item`, `lines` ...
    pub(crate) kind: &'static str,
    /// Level of a heading, depth of an item.
    pub(crate) level: u8,
    /// Address of the block on its page.
    pub(crate) anchor: String,
    /// The marker as printed.
    pub(crate) marker: Option<String>,
    pub(crate) text: String,
    /// The lines of a table or form.
    pub(crate) lines: Vec<Line>,
    pub(crate) table: Option<Table>,
}

/// A line as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    pub(crate) anchor: String,
    pub(crate) text: String,
}

impl Block {
    /// Marker and words together, as in a list of contents.
    pub(crate) fn label(&self) -> String {
        match &self.marker {
            Some(marker) if self.text.is_empty() => marker.clone(),
            Some(marker) => format!("{marker} {}", self.text),
            None => self.text.clone(),
        }
    }

    /// True for a heading of exactly this level.
    pub(crate) fn is_heading(&self, level: u8) -> bool {
        self.kind == "heading" && self.level == level
    }
}

/// Flattens units; their headings begin at the given level.
pub(crate) fn flatten<'a>(units: impl IntoIterator<Item = &'a Unit>, heading: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    for unit in units {
        push_unit(&mut blocks, unit, heading, 1);
    }
    blocks
}

fn push_unit(blocks: &mut Vec<Block>, unit: &Unit, heading: u8, item: u8) {
    match unit.role {
        Role::Furniture => {}
        Role::Line => push_line(blocks, unit),
        Role::Table | Role::Requirements => return blocks.push(table_of(unit)),
        _ => blocks.push(block_of(unit, heading, item)),
    }
    let heading = match unit.role {
        role if is_heading(role) => DEEPEST_HEADING.min(heading + 1),
        _ => heading,
    };
    let item = match unit.role {
        Role::Item => DEEPEST_ITEM.min(item + 1),
        _ => item,
    };
    for child in &unit.children {
        push_unit(blocks, child, heading, item);
    }
}

fn block_of(unit: &Unit, heading: u8, item: u8) -> Block {
    let text = unit.words.text().trim().to_owned();
    let marker = Some(unit.printed_marker().to_owned()).filter(|marker| !marker.is_empty());
    let is_empty = text.is_empty() && marker.is_none();
    Block {
        // A heading without words would be read out as an empty heading.
        kind: if is_empty {
            "anchor"
        } else {
            kind_of(unit.role)
        },
        level: if is_heading(unit.role) { heading } else { item },
        anchor: unit.anchor.clone(),
        marker,
        text,
        lines: Vec::new(),
        table: None,
    }
}

fn table_of(unit: &Unit) -> Block {
    Block {
        kind: "table",
        level: 1,
        anchor: unit.anchor.clone(),
        marker: None,
        text: String::new(),
        lines: Vec::new(),
        table: Some(Table::of(unit)),
    }
}

fn push_line(blocks: &mut Vec<Block>, unit: &Unit) {
    let line = Line {
        anchor: unit.anchor.clone(),
        text: unit.words.text().trim_end().to_owned(),
    };
    if let Some(last) = blocks.last_mut()
        && last.kind == "lines"
    {
        last.lines.push(line);
        return;
    }
    blocks.push(Block {
        kind: "lines",
        level: 1,
        anchor: String::new(),
        marker: None,
        text: String::new(),
        lines: vec![line],
        table: None,
    });
}

const fn is_heading(role: Role) -> bool {
    matches!(
        role,
        Role::Service | Role::Attachment | Role::Chapter | Role::Annex | Role::Heading
    )
}

const fn kind_of(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::StatusMark => "status-mark",
        Role::Adoption => "adoption",
        Role::Note => "note",
        Role::Preamble => "preamble",
        Role::Signature => "signature",
        Role::Stamp => "stamp",
        Role::Service | Role::Attachment | Role::Chapter | Role::Annex | Role::Heading => "heading",
        Role::Point => "point",
        Role::Item => "item",
        Role::Line | Role::Furniture => "lines",
        // What the outline learns to tell apart is shown as plain text until pages
        // know a better form.
        _ => "paragraph",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::sample::{unit, unit_with};

    #[track_caller]
    fn check(units: &[Unit], expected: &[(&str, u8, &str)]) {
        let blocks = flatten(units, 2);
        let seen: Vec<_> = blocks
            .iter()
            .map(|block| (block.kind, block.level, block.anchor.as_str()))
            .collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn chapters_of_a_service_are_one_heading_below_it() {
        let chapter = unit_with(
            Role::Chapter,
            "c1",
            "1.",
            "Общие положения",
            vec![unit(Role::Point, "c1-p1", "1.", "Определение")],
        );
        let service = unit_with(Role::Service, "s1", "", "Стандарт", vec![chapter]);
        check(
            &[service],
            &[
                ("heading", 2, "s1"),
                ("heading", 3, "c1"),
                ("point", 1, "c1-p1"),
            ],
        );
    }

    #[test]
    fn items_of_items_are_moved_in() {
        let inner = unit(Role::Item, "p1-i1-1", "-", "копия");
        let item = unit_with(Role::Item, "p1-i1", "1)", "документы", vec![inner]);
        let point = unit_with(Role::Point, "p1", "1.", "Перечень", vec![item]);
        check(
            &[point],
            &[
                ("point", 1, "p1"),
                ("item", 1, "p1-i1"),
                ("item", 2, "p1-i1-1"),
            ],
        );
    }

    #[test]
    fn lines_stand_together_and_furniture_is_not_shown() {
        let units = [
            unit(Role::Line, "l1", "", "Наименование   Адрес"),
            unit(Role::Furniture, "f1", "", "стр. 2"),
            unit(Role::Line, "l2", "", "Отдел"),
        ];
        let blocks = flatten(&units, 2);
        let lines: Vec<_> = blocks.iter().map(|block| block.lines.len()).collect();
        assert_eq!(lines, [2]);
    }
}
