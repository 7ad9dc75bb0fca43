//! Paths: where a value stands in the JSON of an act, a service or an office.
//!
//! A path is made of the names of fields and, in a list, of places counted from 1.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalogue::Library;

/// Fields that follow from others or tell where a value comes from.
pub(super) const FIXED: [&str; 11] = [
    "id",
    "act",
    "ordinal",
    "topic",
    "source",
    "path",
    "sha256",
    "place",
    "language",
    "translations",
    "anchor",
];

/// The values that can be corrected, by their paths. The words of an act stand
/// for the entry that they say.
pub type Paths = BTreeMap<String, Value>;

/// The paths of the values of an act, its services and their offices.
#[must_use]
pub fn paths_of(library: &Library, act: &str) -> Paths {
    let catalogue = &library.catalogue;
    let mut paths = Paths::new();
    let mut add = |prefix: String, value: serde_json::Result<Value>| {
        collect(prefix, &value.unwrap_or_default(), &mut paths);
    };
    for one in catalogue.acts.iter().filter(|one| one.id == act) {
        add("act".to_owned(), serde_json::to_value(one));
    }
    let services = catalogue.services.iter().filter(|one| one.act == act);
    for service in services.clone() {
        let name = service.id.rsplit('/').next().unwrap_or_default();
        add(format!("services/{name}"), serde_json::to_value(service));
    }
    let named = |id: &str| {
        let mut references = services.clone().flat_map(|service| &service.offices);
        references.any(|reference| reference.office == id)
    };
    for office in catalogue.offices.iter().filter(|office| named(&office.id)) {
        add(
            format!("offices/{}", office.id),
            serde_json::to_value(office),
        );
    }
    paths
}

fn collect(path: String, value: &Value, paths: &mut Paths) {
    match value {
        Value::Object(fields) => {
            if let Some(text) = fields.get("text") {
                paths.insert(path.clone(), text.clone());
            }
            let open = |(name, _): &(&String, &Value)| {
                name.as_str() != "text" && !FIXED.contains(&name.as_str())
            };
            for (name, value) in fields.iter().filter(open) {
                collect(format!("{path}/{name}"), value, paths);
            }
        }
        // Where the first item of an empty list would stand.
        Value::Array(items) if items.is_empty() => {
            paths.insert(format!("{path}/1"), Value::Null);
        }
        Value::Array(items) => {
            for (at, item) in (1..).zip(items) {
                collect(format!("{path}/{at}"), item, paths);
            }
        }
        value => {
            paths.insert(path, value.clone());
        }
    }
}

/// The value at a path.
pub(super) fn find<'a>(tree: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(tree, |value, part| match value {
        Value::Object(fields) => fields.get(part),
        Value::Array(items) => items.get(place_of(part)?),
        _ => None,
    })
}

/// The value at a path, to be changed.
pub(super) fn find_mut<'a>(tree: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    path.iter().try_fold(tree, |value, part| match value {
        Value::Object(fields) => fields.get_mut(part),
        Value::Array(items) => items.get_mut(place_of(part)?),
        _ => None,
    })
}

/// `1` is the first place of a list.
pub(super) fn place_of(part: &str) -> Option<usize> {
    part.parse::<usize>().ok()?.checked_sub(1)
}
