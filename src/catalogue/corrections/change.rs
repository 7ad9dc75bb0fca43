//! Change: one value of a tree of JSON is changed, added or taken out.

use serde_json::{Map, Value};

use super::Misfit;
use super::paths::{find_mut, place_of};
use crate::catalogue::model::Source;
use crate::content::corrections::{Written, WrittenCorrection};
use crate::language::Language;

/// The lines that say a value, and the language that they are in.
pub(super) type Said = Option<(Source, Language)>;

/// Fields of entries that are empty where nobody says them.
const EMPTY_LISTS: [(&str, &str); 2] = [("documents", "kinds"), ("documents", "items")];

/// Makes the correction in the tree at the path.
pub(super) fn change(
    tree: &mut Value,
    path: &[String],
    written: &WrittenCorrection,
    said: Said,
) -> Result<(), Misfit> {
    let misfit = |message: String, hint: &str| Misfit {
        span: written.at.span,
        message,
        hint: hint.to_owned(),
    };
    let nothing = || {
        misfit(
            format!("there is nothing at {}", written.at.value),
            "find the path among the `paths` of `qyzmet show ACT --stage facts`",
        )
    };
    let (last, parents) = path.split_last().ok_or_else(nothing)?;
    let parent = find_mut(tree, parents).ok_or_else(nothing)?;
    match (&written.was, &written.now) {
        (Some(was), now) => {
            let siblings = parent.clone();
            let current = find_mut(parent, std::slice::from_ref(last)).ok_or_else(nothing)?;
            if !fits(current, &was.value) {
                return Err(otherwise(current, &siblings, was, now.as_ref()));
            }
            match now {
                Some(now) => put(current, &now.value, said),
                None => take_out(parent, last),
            }
            Ok(())
        }
        (None, Some(now)) => {
            let field = parents.first().map_or(last, |field| field);
            let added = entry(field, &now.value, said);
            add(parent, last, added).ok_or_else(|| {
                misfit(
                    format!("a value cannot be added at {}", written.at.value),
                    "add a value where none was read, or behind the last of a list; say `was` to change one",
                )
            })
        }
        (None, None) => Err(nothing()),
    }
}

/// Whether a value is what the correction says that it was: a table compares the
/// fields that it names, and a text the words of an entry.
fn fits(current: &Value, was: &Value) -> bool {
    match (current, was) {
        (Value::Object(fields), Value::Object(named)) => named
            .iter()
            .all(|(name, was)| fits(fields.get(name).unwrap_or(&Value::Null), was)),
        (Value::Object(fields), Value::String(_)) => fields.get("text") == Some(was),
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (one, other) => one == other,
    }
}

/// Says what was read instead, and where the value of the correction stands now.
fn otherwise(
    current: &Value,
    siblings: &Value,
    was: &Written<Value>,
    now: Option<&Written<Value>>,
) -> Misfit {
    let shown = match current.get("text") {
        Some(text) => text,
        None => current,
    };
    let is_right = now.is_some_and(|now| fits(current, &now.value));
    let moved = siblings
        .as_array()
        .and_then(|items| items.iter().position(|item| fits(item, &was.value)));
    let hint = match (is_right, moved) {
        (true, _) => "what is read is right by now: take the correction out".to_owned(),
        (false, Some(at)) => format!("the value stands at place {} of its list", at + 1),
        (false, None) => "compare `was` with the act, and correct it or take it out".to_owned(),
    };
    Misfit {
        span: was.span,
        message: format!("the correction does not fit: {shown} was read"),
        hint,
    }
}

fn put(current: &mut Value, now: &Value, said: Said) {
    match (&mut *current, now) {
        (Value::Object(fields), Value::String(_)) if fields.contains_key("text") => {
            fields.insert("text".to_owned(), now.clone());
        }
        (Value::Object(fields), Value::Object(named)) => {
            for (name, now) in named {
                put(fields.entry(name).or_insert(Value::Null), now, None);
            }
        }
        _ => *current = now.clone(),
    }
    if let (Value::Object(fields), Some(said)) = (current, said) {
        say(fields, said);
    }
}

fn take_out(parent: &mut Value, last: &str) {
    match parent {
        Value::Object(fields) => {
            fields.remove(last);
        }
        Value::Array(items) => {
            if let Some(at) = place_of(last).filter(|at| *at < items.len()) {
                items.remove(at);
            }
        }
        _ => {}
    }
}

/// `None` where a value stands already, or the place is none of the list.
fn add(parent: &mut Value, last: &str, added: Value) -> Option<()> {
    match parent {
        Value::Object(fields) => {
            let slot = fields.entry(last).or_insert(Value::Null);
            slot.is_null().then(|| *slot = added)
        }
        Value::Array(items) => {
            let at = place_of(last).filter(|at| *at <= items.len())?;
            items.insert(at, added);
            Some(())
        }
        _ => None,
    }
}

/// A new entry of a field: words with their lines become a text.
fn entry(field: &str, now: &Value, said: Said) -> Value {
    let Some(said) = said else {
        return now.clone();
    };
    let mut fields = match now {
        Value::Object(fields) => fields.clone(),
        words => Map::from_iter([("text".to_owned(), words.clone())]),
    };
    for (_, list) in EMPTY_LISTS.iter().filter(|(of, _)| *of == field) {
        let list = fields.entry(*list);
        list.or_insert_with(|| Value::Array(Vec::new()));
    }
    say(&mut fields, said);
    Value::Object(fields)
}

fn say(fields: &mut Map<String, Value>, (source, language): (Source, Language)) {
    let source = serde_json::to_value(source).unwrap_or_default();
    fields.insert("source".to_owned(), source);
    if fields.contains_key("text") {
        fields.insert("language".to_owned(), Value::from(language.code()));
    }
}
