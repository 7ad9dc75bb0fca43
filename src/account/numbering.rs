//! Numbers of points, items, rows and annexes that jump or repeat.
//!
//! The number is the act's: the outline keeps it as printed. A jump says either
//! that the act counts so or that a unit was lost, and only a person can tell.

use super::View;
use crate::diagnostic::{Code, Diagnostics};
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// A note for every number that does not follow the one before it.
pub(super) fn check(view: &View<'_>) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    compare(
        &with_role(&view.text.units, Role::Point),
        view,
        &mut diagnostics,
    );
    for unit in view.text.walk() {
        match unit.role {
            Role::Service | Role::Attachment => {
                compare(&points_of(unit), view, &mut diagnostics);
                compare(
                    &with_role(&unit.children, Role::Annex),
                    view,
                    &mut diagnostics,
                );
            }
            Role::Point => compare(
                &with_role(&unit.children, Role::Item),
                view,
                &mut diagnostics,
            ),
            Role::Table => compare(
                &with_role(&unit.children, Role::Row),
                view,
                &mut diagnostics,
            ),
            _ => {}
        }
    }
    diagnostics
}

/// Points are counted through all chapters of a text.
fn points_of(attachment: &Unit) -> Vec<&Unit> {
    let mut points = Vec::new();
    for child in &attachment.children {
        match child.role {
            Role::Point => points.push(child),
            Role::Chapter => points.extend(child.children_with(Role::Point)),
            _ => {}
        }
    }
    points
}

fn with_role(units: &[Unit], role: Role) -> Vec<&Unit> {
    units.iter().filter(|unit| unit.role == role).collect()
}

/// How a number stands to the one before it.
enum Step {
    Follows,
    Jumps,
    Repeats,
}

/// The hint of both codes: only a person can tell the two cases apart.
const HINT: &str = "compare the lines between with the act as it was published: it may count so, or a line may be lost";

fn compare(units: &[&Unit], view: &View<'_>, diagnostics: &mut Diagnostics) {
    let mut before: Option<Number> = None;
    for unit in units {
        let Some((number, marker)) = read(unit) else {
            // A row that lost its number still counts.
            before = before.map(Number::next);
            continue;
        };
        let last = before.replace(number);
        let Some(last) = last else { continue };
        let kind = kind(unit.role);
        let diagnostic = match number.after(last) {
            Step::Follows => continue,
            Step::Jumps => view.about(
                Code::NumberingJumps,
                format!(
                    "the numbering of {kind} jumps from {} to {}",
                    last.first, number.first
                ),
                marker,
            ),
            Step::Repeats => view.about(
                Code::NumberingRepeats,
                format!(
                    "the numbering of {kind} has {} after {}",
                    number.first, last.first
                ),
                marker,
            ),
        };
        diagnostics.push(diagnostic.hint(HINT));
    }
}

fn read(unit: &Unit) -> Option<(Number, &Passage)> {
    let number = Number::read(unit.number.as_deref()?)?;
    Some((number, unit.marker.as_ref().unwrap_or(&unit.words)))
}

/// A number as acts print it: `9`, or `9-1` for what was put in later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    first: u32,
    second: u32,
}

impl Number {
    fn read(printed: &str) -> Option<Self> {
        let (first, second) = printed.split_once('-').unwrap_or((printed, "0"));
        Some(Self {
            first: first.trim().parse().ok()?,
            second: second.trim().parse().ok()?,
        })
    }

    const fn next(self) -> Self {
        Self {
            first: self.first.saturating_add(1),
            second: 0,
        }
    }

    /// A list may begin anew: groups of items and parts of tables do.
    fn after(self, before: Self) -> Step {
        let begins = self.first == 1 && before.first != 1;
        let inserted = self.first == before.first && self.second > before.second;
        if begins || inserted || self.first == before.first.saturating_add(1) {
            Step::Follows
        } else if self.first > before.first {
            Step::Jumps
        } else {
            Step::Repeats
        }
    }
}

const fn kind(role: Role) -> &'static str {
    match role {
        Role::Item => "items",
        Role::Row => "rows",
        Role::Annex => "annexes",
        _ => "points",
    }
}
