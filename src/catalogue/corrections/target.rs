//! Target: the act, service or office that a correction speaks of.

use std::fmt::Display;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Misfit;
use super::change::Said;
use super::paths::{self, FIXED};
use crate::catalogue::Library;
use crate::catalogue::model::{Catalogue, Source};
use crate::content::corrections::WrittenCorrection;

/// An entry of the catalogue and the path inside it.
pub(super) struct Target {
    subject: Subject,
    pub(super) path: Vec<String>,
}

/// Places in the lists of the catalogue.
#[derive(Clone, Copy)]
enum Subject {
    Act(usize),
    Service(usize),
    Office(usize),
}

impl Target {
    /// The entry that the correction names.
    pub(super) fn find(
        library: &Library,
        act: &str,
        written: &WrittenCorrection,
    ) -> Result<Self, Misfit> {
        let catalogue = &library.catalogue;
        let at = &written.at;
        let misfit = |message: String, hint: String| Misfit {
            span: at.span,
            message,
            hint,
        };
        let (kind, rest) = at.value.split_once('/').unwrap_or((&at.value, ""));
        let found = match kind {
            "act" => {
                let mut acts = catalogue.acts.iter();
                let place = acts.position(|one| one.id == act);
                place.map(|place| (Subject::Act(place), rest))
            }
            "services" => find_service(catalogue, act, rest),
            "offices" => find_office(catalogue, act, rest),
            _ => None,
        };
        let Some((subject, rest)) = found else {
            return Err(misfit(
                format!("the act has no {}", at.value),
                format!("begin with {}", beginnings(catalogue, act)),
            ));
        };
        let path: Vec<String> = rest.split('/').map(str::to_owned).collect();
        if let Some(fixed) = path.iter().find(|part| FIXED.contains(&part.as_str())) {
            return Err(misfit(
                format!("`{fixed}` cannot be corrected"),
                "correct the value itself; ids, topics and lines follow from the text and content"
                    .to_owned(),
            ));
        }
        Ok(Self { subject, path })
    }

    pub(super) fn service(&self, library: &Library) -> Option<String> {
        match self.subject {
            Subject::Service(at) => Some(library.catalogue.services[at].id.clone()),
            _ => None,
        }
    }

    pub(super) fn office(&self, library: &Library) -> Option<String> {
        match self.subject {
            Subject::Office(at) => Some(library.catalogue.offices[at].id.clone()),
            _ => None,
        }
    }

    pub(super) fn to_json(&self, library: &Library) -> Result<Value, Misfit> {
        let catalogue = &library.catalogue;
        let json = match self.subject {
            Subject::Act(at) => serde_json::to_value(&catalogue.acts[at]),
            Subject::Service(at) => serde_json::to_value(&catalogue.services[at]),
            Subject::Office(at) => serde_json::to_value(&catalogue.offices[at]),
        };
        Ok(json.unwrap_or_default())
    }

    /// Puts the corrected entry in place of the old one, when it is one.
    pub(super) fn put(
        &self,
        library: &mut Library,
        after: &Value,
        written: &WrittenCorrection,
    ) -> Result<(), Misfit> {
        let catalogue = &mut library.catalogue;
        match self.subject {
            Subject::Act(at) => replace(&mut catalogue.acts[at], after, written),
            Subject::Service(at) => replace(&mut catalogue.services[at], after, written),
            Subject::Office(at) => replace(&mut catalogue.offices[at], after, written),
        }
    }

    /// The path of the whole entry of a field: of an item, where it is a list.
    pub(super) fn entry_path(&self, before: &Value, after: &Value) -> Vec<String> {
        let field = &self.path[..1];
        let is_list = [before, after]
            .iter()
            .any(|tree| matches!(paths::find(tree, field), Some(Value::Array(_))));
        let length = if is_list { 2 } else { 1 };
        self.path.iter().take(length).cloned().collect()
    }
}

fn find_service<'a>(catalogue: &Catalogue, act: &str, rest: &'a str) -> Option<(Subject, &'a str)> {
    let (name, rest) = rest.split_once('/')?;
    let id = format!("{act}/{name}");
    let at = catalogue.services.iter().position(|one| one.id == id)?;
    Some((Subject::Service(at), rest))
}

/// The office with the longest id, since ids are paths too.
fn find_office<'a>(catalogue: &Catalogue, act: &str, rest: &'a str) -> Option<(Subject, &'a str)> {
    let services = catalogue.services.iter().filter(|one| one.act == act);
    let named: Vec<&str> = services
        .flat_map(|service| &service.offices)
        .map(|reference| reference.office.as_str())
        .collect();
    let inside = |id: &str| rest.strip_prefix(id)?.strip_prefix('/');
    let offices = catalogue.offices.iter().enumerate();
    offices
        .filter(|(_, office)| named.contains(&office.id.as_str()))
        .filter_map(|(at, office)| Some((office.id.len(), at, inside(&office.id)?)))
        .max()
        .map(|(_, at, rest)| (Subject::Office(at), rest))
}

fn beginnings(catalogue: &Catalogue, act: &str) -> String {
    let services = catalogue.services.iter().filter(|one| one.act == act);
    let names: Vec<_> = services
        .filter_map(|service| service.id.rsplit('/').next())
        .map(|name| format!("services/{name}/"))
        .collect();
    format!(
        "act/, offices/<id of an office of the act>/ or one of {}",
        names.join(", ")
    )
}

fn replace<T: Serialize + DeserializeOwned>(
    entry: &mut T,
    after: &Value,
    written: &WrittenCorrection,
) -> Result<(), Misfit> {
    let misfit = |message: &dyn Display, hint: &str| Misfit {
        span: match &written.now {
            Some(now) => now.span,
            None => written.at.span,
        },
        message: format!("the corrected value is not one of the catalogue: {message}"),
        hint: hint.to_owned(),
    };
    let corrected: T = serde_json::from_value(after.clone()).map_err(|error| {
        misfit(
            &error,
            "give the fields that other entries have; a new value with words needs the `lines` that say them",
        )
    })?;
    let kept = serde_json::to_value(&corrected).unwrap_or_default();
    if let Some(name) = lost(after, &kept) {
        return Err(misfit(
            &format!("it has no `{name}`"),
            "compare with the `paths` of `qyzmet show ACT --stage facts`",
        ));
    }
    *entry = corrected;
    Ok(())
}

/// The name of a field that the catalogue does not know.
fn lost<'a>(after: &'a Value, kept: &Value) -> Option<&'a str> {
    match (after, kept) {
        (Value::Object(after), Value::Object(kept)) => {
            after.iter().find_map(|(name, value)| match kept.get(name) {
                Some(kept) => lost(value, kept),
                None if value.is_null() || value.as_array().is_some_and(Vec::is_empty) => None,
                None => Some(name.as_str()),
            })
        }
        (Value::Array(after), Value::Array(kept)) => after
            .iter()
            .zip(kept)
            .find_map(|(after, kept)| lost(after, kept)),
        _ => None,
    }
}

/// The lines that the correction names, with their unit.
pub(super) fn source_of(
    library: &Library,
    act: &str,
    written: &WrittenCorrection,
) -> Result<Said, Misfit> {
    let Some(lines) = &written.lines else {
        return Ok(None);
    };
    let misfit = |message: String, hint: &str| Misfit {
        span: lines.span,
        message,
        hint: hint.to_owned(),
    };
    let [first, last] = lines.value;
    let wanted = |language| written.language.is_none_or(|wanted| wanted == language);
    let mut texts = library.texts_of(act);
    let text = texts.find(|text| wanted(text.language)).ok_or_else(|| {
        misfit(
            "the act has no text in that language".to_owned(),
            "leave `language` out",
        )
    })?;
    let unit = text
        .walk()
        .filter(|unit| unit.lines.first <= first && first <= unit.lines.last)
        .min_by_key(|unit| unit.lines.last - unit.lines.first);
    match unit {
        Some(unit) if first <= last => Ok(Some((
            Source {
                act: act.to_owned(),
                path: text.path.clone(),
                first_line: first,
                last_line: last,
                unit: unit.citation.clone(),
                anchor: unit.anchor.clone(),
            },
            text.language,
        ))),
        _ => Err(misfit(
            format!("the act says nothing in lines {first} to {last}"),
            "name the first and the last line of the file, counted from 1",
        )),
    }
}
