//! Tables of an act with their real cells.

use serde::Serialize;

use crate::outline::model::{Role, Unit};

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Table {
    pub(crate) anchor: String,
    pub(crate) caption: String,
    pub(crate) columns: usize,
    pub(crate) rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Row {
    pub(crate) anchor: String,
    /// `header`, `heading` over the rows that follow, or `cells`.
    pub(crate) kind: &'static str,
    pub(crate) cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Cell {
    pub(crate) anchor: String,
    pub(crate) text: String,
    /// Paragraphs and items, where the cell holds several; then it has no text.
    pub(crate) parts: Vec<Part>,
}

/// A paragraph or item of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Part {
    pub(crate) anchor: String,
    pub(crate) text: String,
}

impl Table {
    /// The table in a unit of that role.
    pub(crate) fn of(unit: &Unit) -> Self {
        let units = unit.children.iter();
        let mut rows: Vec<_> = units
            .filter(|child| child.role != Role::Furniture)
            .map(Row::of)
            .collect();
        let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for header in rows.iter_mut().filter(|row| row.kind == "header") {
            // The column of the numbers may have no name.
            if header.cells.len() + 1 == columns {
                header.cells.insert(0, Cell::plain(""));
            }
        }
        Self {
            anchor: unit.anchor.clone(),
            caption: unit.words.text().trim().to_owned(),
            columns,
            rows,
        }
    }
}

impl Row {
    /// Rows and headers have cells; anything else that stands in a table takes up
    /// its whole width.
    fn of(unit: &Unit) -> Self {
        let kind = match unit.role {
            Role::Row => "cells",
            _ if unit.children.is_empty() => "heading",
            _ => "header",
        };
        let cells = match kind {
            "heading" => vec![Cell::plain(&text_of(unit))],
            _ => cells_of(unit),
        };
        Self {
            anchor: unit.anchor.clone(),
            kind,
            cells,
        }
    }
}

impl Cell {
    fn plain(text: &str) -> Self {
        Self {
            anchor: String::new(),
            text: text.to_owned(),
            parts: Vec::new(),
        }
    }

    /// Everything that is addressed in a cell keeps its address.
    fn of(unit: &Unit) -> Self {
        let is_parted = unit.words.is_empty() && !unit.children.is_empty();
        let parts = unit.children.iter().filter(|_| is_parted);
        Self {
            anchor: unit.anchor.clone(),
            text: if is_parted {
                String::new()
            } else {
                text_of(unit)
            },
            parts: parts
                .map(|part| Part {
                    anchor: part.anchor.clone(),
                    text: text_of(part),
                })
                .collect(),
        }
    }
}

fn cells_of(row: &Unit) -> Vec<Cell> {
    let number = row.marker.iter().map(|marker| Cell::plain(marker.text()));
    let own = Some(row.words.text().trim()).filter(|words| !words.is_empty());
    let cells = row.children.iter().map(Cell::of);
    number.chain(own.map(Cell::plain)).chain(cells).collect()
}

/// All words of a unit, whatever stands under it.
fn text_of(unit: &Unit) -> String {
    let parts = unit.walk().flat_map(|part| {
        let marker = part.printed_marker().trim();
        [marker.to_owned(), part.words.text().trim().to_owned()]
    });
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::sample::{unit, unit_with};

    fn cell(words: &str) -> Unit {
        unit(Role::Cell, "", "", words)
    }

    #[test]
    fn the_header_of_numbered_rows_gets_a_cell_over_the_numbers() {
        let header = vec![cell("Название"), cell("Адрес")];
        let row = vec![cell("Отдел"), cell("ул. Абая, 1")];
        let table = unit_with(
            Role::Table,
            "t",
            "",
            "Перечень",
            vec![
                unit_with(Role::Heading, "h", "", "", header),
                unit(Role::Heading, "g", "", "Район"),
                unit_with(Role::Row, "r", "1.", "", row),
            ],
        );
        let table = Table::of(&table);
        let rows: Vec<_> = table
            .rows
            .iter()
            .map(|row| {
                let texts = row.cells.iter().map(|cell| cell.text.as_str());
                (row.kind, texts.collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(
            rows,
            [
                ("header", vec!["", "Название", "Адрес"]),
                ("heading", vec!["Район"]),
                ("cells", vec!["1.", "Отдел", "ул. Абая, 1"]),
            ]
        );
        assert_eq!((table.caption.as_str(), table.columns), ("Перечень", 3));
    }
}
