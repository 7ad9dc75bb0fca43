//! Building units: anchors, lines and citations in one place.

use std::collections::HashMap;

use super::marker::{Marker, MarkerKind, find_marker};
use super::model::{Lines, Role, Unit};
use crate::content::patterns::Lexicon;
use crate::passage::Passage;
use crate::repair::{RepairedLine, Vocabulary};
use crate::source::LineIndex;

/// Builds units of one text.
pub struct Builder<'a> {
    lines: &'a LineIndex,
    /// The words of the text's language.
    pub lexicon: &'a Lexicon,
    /// The words of the text itself, as evidence for joining lines.
    pub vocabulary: &'a Vocabulary,
}

impl<'a> Builder<'a> {
    /// A builder for the text with the given lines.
    #[must_use]
    pub const fn new(
        lines: &'a LineIndex,
        lexicon: &'a Lexicon,
        vocabulary: &'a Vocabulary,
    ) -> Self {
        Self {
            lines,
            lexicon,
            vocabulary,
        }
    }

    /// A unit without a number. Its anchor is set by [`Self::finish`].
    #[must_use]
    pub fn unit(&self, role: Role, words: Passage) -> Unit {
        let lines = words.span().map_or(Lines { first: 1, last: 1 }, |span| {
            self.lines.lines_of(span)
        });
        Unit {
            role,
            anchor: String::new(),
            citation: None,
            number: None,
            marker: None,
            words,
            lines,
            children: Vec::new(),
        }
    }

    /// A unit whose words begin with a marker.
    #[must_use]
    pub fn marked(&self, role: Role, words: &Passage, marker: &Marker<'_>) -> Unit {
        let rest = words.slice(marker.len..words.text().len());
        let mut unit = self.unit(role, words.clone());
        unit.words = rest;
        unit.marker = Some(words.slice(0..marker.len).trim());
        unit.number = Some(marker.number.to_owned()).filter(|number| !number.is_empty());
        unit
    }

    /// A unit whose lines are those of its words and of what it holds.
    #[must_use]
    pub fn group(&self, role: Role, words: Passage, children: Vec<Unit>) -> Unit {
        let mut unit = self.unit(role, words);
        let lines = children.iter().map(|child| child.lines);
        if unit.words.is_empty()
            && let Some(lines) = lines.reduce(Lines::cover)
        {
            unit.lines = lines;
        }
        unit.children = children;
        unit
    }

    /// A row of a table with its printed number.
    #[must_use]
    pub fn row(&self, number: Option<Passage>, cells: Vec<Unit>) -> Unit {
        let mut unit = self.group(Role::Row, Passage::default(), cells);
        if let Some(marker) = number {
            unit.lines = unit
                .lines
                .cover(self.unit(Role::Cell, marker.clone()).lines);
            unit.number = Some(marker.text().trim_end_matches(['.', ' ']).to_owned());
            unit.marker = Some(marker);
        }
        unit
    }

    /// An item or a paragraph, by how its words begin.
    #[must_use]
    pub fn item_or_paragraph(&self, words: &Passage) -> Unit {
        match find_marker(words.text()) {
            Some(marker) if matches!(marker.kind, MarkerKind::Item | MarkerKind::Dash) => {
                self.marked(Role::Item, words, &marker)
            }
            _ => self.unit(Role::Paragraph, words.clone()),
        }
    }

    /// The page furniture among lines, which no other unit keeps.
    pub fn furniture(&self, lines: &[RepairedLine]) -> Vec<Unit> {
        lines
            .iter()
            .filter(|line| line.furniture && !line.words.is_empty())
            .map(|line| self.unit(Role::Furniture, line.words.clone()))
            .collect()
    }

    /// Sets anchors, citations and the lines of parents.
    #[must_use]
    pub fn finish(&self, mut units: Vec<Unit>) -> Vec<Unit> {
        let mut taken = Taken::default();
        let mut service = 0;
        for (at, unit) in units.iter_mut().enumerate() {
            let wanted = match (unit.role, &unit.number) {
                (Role::Service | Role::Attachment, _) => {
                    service += 1;
                    format!("s{service}")
                }
                (Role::Point, Some(number)) => format!("p{number}"),
                _ => format!("h{}", at + 1),
            };
            self.name(unit, &wanted, "", &mut taken);
        }
        units
    }

    fn name(&self, unit: &mut Unit, wanted: &str, above: &str, taken: &mut Taken) {
        unit.anchor = taken.unique(wanted);
        unit.citation = self.citation(unit, above);
        let citation = unit.citation.clone().unwrap_or_else(|| above.to_owned());
        let scope = match unit.role {
            // Points are counted through all chapters, so the chapter is no part of their name.
            Role::Chapter => unit
                .anchor
                .split("-c")
                .next()
                .unwrap_or_default()
                .to_owned(),
            _ => unit.anchor.clone(),
        };
        let mut plain = 0;
        let mut rows = 0;
        let mut tables = 0;
        for child in &mut unit.children {
            let wanted = match (child.role, &child.number) {
                (Role::Chapter, Some(number)) => format!("{scope}-c{number}"),
                (Role::Point, Some(number)) => format!("{scope}-p{number}"),
                (Role::Item, Some(number)) => format!("{scope}-{}", ascii(number)),
                (Role::Annex, Some(number)) => format!("{scope}-x{number}"),
                (Role::Annex, None) => format!("{scope}-x"),
                (Role::Table | Role::Requirements, _) => {
                    tables += 1;
                    format!("{scope}-t{tables}")
                }
                (Role::Row, _) => {
                    rows += 1;
                    format!("{scope}-r{rows}")
                }
                (Role::Line | Role::Heading, _) => {
                    plain += 1;
                    format!("{scope}-l{plain}")
                }
                _ => {
                    plain += 1;
                    format!("{scope}-a{plain}")
                }
            };
            self.name(child, &wanted, &citation, taken);
            unit.lines = unit.lines.cover(child.lines);
        }
    }

    /// How the act cites the unit; items and paragraphs are cited under their point.
    fn citation(&self, unit: &Unit, above: &str) -> Option<String> {
        let kind = match unit.role {
            Role::Chapter => "chapter",
            Role::Point => "point",
            Role::Item => "item",
            Role::Annex => "annex",
            _ => return (!above.is_empty()).then(|| above.to_owned()),
        };
        let Some(number) = &unit.number else {
            return (!above.is_empty()).then(|| above.to_owned());
        };
        let form = self.lexicon.citation(kind)?;
        Some(
            form.replace("{n}", number)
                .replace("{above}", above)
                .trim()
                .to_owned(),
        )
    }
}

/// Letters that number items stand in addresses as their code points.
fn ascii(number: &str) -> String {
    number
        .chars()
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() || c == '-' => c.to_string(),
            c => format!("u{:x}", u32::from(c)),
        })
        .collect()
}

/// The anchors of a text, each with the next number for a copy of it. A text that
/// repeats a number a thousand times must not try a thousand names for each.
#[derive(Default)]
struct Taken(HashMap<String, usize>);

impl Taken {
    fn unique(&mut self, wanted: &str) -> String {
        let mut copy = self.0.get(wanted).copied().unwrap_or(1);
        let mut anchor = wanted.to_owned();
        while self.0.contains_key(&anchor) {
            copy += 1;
            anchor = format!("{wanted}_{copy}");
        }
        self.0.insert(anchor.clone(), 1);
        if anchor != wanted {
            self.0.insert(wanted.to_owned(), copy);
        }
        anchor
    }
}
