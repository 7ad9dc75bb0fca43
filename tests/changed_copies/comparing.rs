//! What two readings must have in common, and where they part.

use serde_json::Value;

/// Fails at the first place where the values differ, and names it.
#[track_caller]
pub fn check_same(read: &Value, expected: &Value, what: &str) {
    if let Some(difference) = first_difference(read, expected, "") {
        panic!("{what}: {difference}");
    }
}

fn first_difference(read: &Value, expected: &Value, at: &str) -> Option<String> {
    match (read, expected) {
        (Value::Object(left), Value::Object(right)) => {
            let keys: Vec<&String> = left.keys().collect();
            if keys != right.keys().collect::<Vec<_>>() {
                return Some(format!("{at}: {read} instead of {expected}"));
            }
            keys.into_iter()
                .find_map(|key| first_difference(&left[key], &right[key], &format!("{at}/{key}")))
        }
        (Value::Array(left), Value::Array(right)) => {
            let pairs = left.iter().zip(right).enumerate();
            pairs
                .into_iter()
                .find_map(|(index, (left, right))| {
                    first_difference(left, right, &format!("{at}/{index}"))
                })
                .or_else(|| {
                    (left.len() != right.len())
                        .then(|| format!("{at}: {} entries instead of {}", left.len(), right.len()))
                })
        }
        (Value::String(left), Value::String(right)) => (without_blanks(left)
            != without_blanks(right))
        .then(|| format!("{at}: {read} instead of {expected}")),
        _ => (read != expected).then(|| format!("{at}: {read} instead of {expected}")),
    }
}

/// What proves that a blank is missing between two words may stand in the part of
/// the act that a change took away, so blanks are no part of the comparison.
fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Calls `change` on every value of the tree that stands under a key.
pub fn change_under_keys(value: &mut Value, change: &mut impl FnMut(&str, &mut Value)) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries.iter_mut() {
                change(key, value);
                change_under_keys(value, change);
            }
        }
        Value::Array(items) => {
            for item in items {
                change_under_keys(item, change);
            }
        }
        _ => {}
    }
}

/// Takes keys out of the whole tree.
pub fn without_keys(value: &mut Value, unwanted: &[&str]) {
    match value {
        Value::Object(entries) => {
            entries.retain(|key, _| !unwanted.contains(&key.as_str()));
            entries
                .iter_mut()
                .for_each(|(_, value)| without_keys(value, unwanted));
        }
        Value::Array(items) => {
            for item in items {
                without_keys(item, unwanted);
            }
        }
        _ => {}
    }
}

/// Calls `change` on every string of the tree.
pub fn change_strings(value: &mut Value, change: &impl Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = change(text),
        Value::Array(items) => {
            for item in items {
                change_strings(item, change);
            }
        }
        Value::Object(entries) => {
            for (_, value) in entries.iter_mut() {
                change_strings(value, change);
            }
        }
        _ => {}
    }
}
