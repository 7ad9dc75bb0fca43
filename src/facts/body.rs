//! The part of a service that speaks of it: chapters and points, without annexes
//! and the publisher's notes.

use crate::outline::model::{Role, Unit};

/// The units of a service, parents before children.
pub fn body(service: &Unit) -> Vec<&Unit> {
    let mut units = Vec::new();
    collect(service, &mut units);
    units
}

fn collect<'a>(unit: &'a Unit, units: &mut Vec<&'a Unit>) {
    let spoken = |child: &&Unit| !matches!(child.role, Role::Annex | Role::Note | Role::Furniture);
    for child in unit.children.iter().filter(spoken) {
        units.push(child);
        collect(child, units);
    }
}
