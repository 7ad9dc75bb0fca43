//! The catalogue against its published schema, and every reference in it
//! against what it refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value;

use qyzmet::reading::{self, Reading};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn reading() -> &'static Reading {
    static READING: OnceLock<Reading> = OnceLock::new();
    READING.get_or_init(|| reading::read(root(), &root().join("seeds")).expect("seeds can be read"))
}

fn catalogue() -> Value {
    serde_json::to_value(&reading().library.catalogue).expect("a catalogue is JSON")
}

fn list<'a>(catalogue: &'a Value, key: &str) -> &'a Vec<Value> {
    catalogue[key].as_array().expect("it is a list")
}

fn ids(catalogue: &Value, key: &str) -> Vec<String> {
    let id = |entry: &Value| entry["id"].as_str().expect("an id is a text").to_owned();
    list(catalogue, key).iter().map(id).collect()
}

/// Every source in a tree, with the place where it stands.
fn collect_sources<'a>(value: &'a Value, at: &str, sources: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Object(entries) => {
            if entries.contains_key("first_line") {
                sources.push((at.to_owned(), value));
            }
            for (key, value) in entries {
                collect_sources(value, &format!("{at}/{key}"), sources);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect_sources(item, &format!("{at}/{index}"), sources);
            }
        }
        _ => {}
    }
}

fn sources(catalogue: &Value) -> Vec<(String, &Value)> {
    let mut sources = Vec::new();
    collect_sources(catalogue, "", &mut sources);
    assert!(sources.len() > 100, "only {} sources", sources.len());
    sources
}

#[test]
fn the_catalogue_is_what_its_schema_says() {
    let schema = schemars::schema_for!(qyzmet::catalogue::model::Catalogue);
    let validator = jsonschema::validator_for(schema.as_value()).expect("the schema is a schema");
    let catalogue = catalogue();
    let errors: Vec<String> = validator
        .iter_errors(&catalogue)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_is_no_catalogue() {
    let schema = schemars::schema_for!(qyzmet::catalogue::model::Catalogue);
    let validator = jsonschema::validator_for(schema.as_value()).expect("the schema is a schema");
    for (at, wrong) in [
        ("/acts/0/status", Value::from("unknown")),
        ("/acts/0/texts", Value::Null),
        ("/services/0/ordinal", Value::from("first")),
        ("/services/0/titles/ru/source", Value::Null),
        ("/services/0/titles/kk/source", Value::Null),
        ("/format", Value::Null),
    ] {
        let mut catalogue = catalogue();
        let Some(value) = catalogue.pointer_mut(at) else {
            continue;
        };
        *value = wrong;
        assert!(!validator.is_valid(&catalogue), "{at}");
    }
}

#[test]
fn every_list_is_sorted_by_ids_that_differ() {
    let catalogue = catalogue();
    for key in ["acts", "offices", "topics", "places"] {
        let ids = ids(&catalogue, key);
        let sorted: Vec<String> = ids
            .iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .cloned()
            .collect();
        assert_eq!(ids, sorted, "{key}");
    }
    let services = ids(&catalogue, "services");
    let different: BTreeSet<&String> = services.iter().collect();
    assert_eq!(different.len(), services.len());
}

#[test]
fn services_stand_in_the_order_of_their_acts_and_count_from_one() {
    let catalogue = catalogue();
    let mut expected: BTreeMap<&str, u64> = BTreeMap::new();
    let mut acts: Vec<&str> = Vec::new();
    for service in list(&catalogue, "services") {
        let act = service["act"].as_str().expect("it is a text");
        let ordinal = expected.entry(act).or_default();
        *ordinal += 1;
        assert_eq!(service["ordinal"], *ordinal, "{}", service["id"]);
        if acts.last() != Some(&act) {
            acts.push(act);
        }
    }
    assert!(acts.is_sorted(), "{acts:?}");
    assert_eq!(acts, ids(&catalogue, "acts"));
}

#[test]
fn every_reference_leads_to_its_entry() {
    let catalogue = catalogue();
    let known = |key: &str| -> BTreeSet<String> { ids(&catalogue, key).into_iter().collect() };
    let (acts, topics) = (known("acts"), known("topics"));
    let (offices, places, services) = (known("offices"), known("places"), known("services"));
    let check = |value: &Value, known: &BTreeSet<String>, from: &Value| {
        if let Some(id) = value.as_str() {
            assert!(known.contains(id), "{id}, named by {from}, is not there");
        }
    };
    for service in list(&catalogue, "services") {
        check(&service["act"], &acts, &service["id"]);
        check(&service["topic"], &topics, &service["id"]);
        for office in list(service, "offices") {
            check(&office["office"], &offices, &service["id"]);
        }
    }
    for act in list(&catalogue, "acts") {
        if act["region"] != "republic" {
            check(&act["region"], &places, &act["id"]);
        }
        for amendment in list(act, "amendments") {
            check(&amendment["service"], &services, &act["id"]);
        }
    }
    for office in list(&catalogue, "offices") {
        check(&office["place"], &places, &office["id"]);
    }
    for place in list(&catalogue, "places") {
        check(&place["parent"], &places, &place["id"]);
        check(&place["now_in"], &places, &place["id"]);
    }
}

#[test]
fn every_source_names_lines_that_its_file_has() {
    let catalogue = catalogue();
    let mut lengths: BTreeMap<String, u64> = BTreeMap::new();
    for (at, source) in sources(&catalogue) {
        let path = source["path"].as_str().expect("a path is a text");
        let length = *lengths.entry(path.to_owned()).or_insert_with(|| {
            let text = fs::read_to_string(root().join(path)).expect("the file is in seeds");
            text.lines().count() as u64
        });
        let line = |key: &str| source[key].as_u64().expect("a line is a number");
        let (first, last) = (line("first_line"), line("last_line"));
        assert!(
            1 <= first && first <= last && last <= length,
            "{at}: {source}"
        );
    }
}

#[test]
fn every_source_is_of_its_own_act_and_file() {
    let catalogue = catalogue();
    let paths: BTreeMap<&str, BTreeSet<&str>> = list(&catalogue, "acts")
        .iter()
        .map(|act| {
            let texts = list(act, "texts").iter();
            (
                act["id"].as_str().expect("an id is a text"),
                texts
                    .map(|text| text["path"].as_str().expect("a path is a text"))
                    .collect(),
            )
        })
        .collect();
    for (at, source) in sources(&catalogue) {
        let act = source["act"].as_str().expect("an id is a text");
        let path = source["path"].as_str().expect("a path is a text");
        assert!(paths[act].contains(path), "{at}: {source}");
    }
}

#[test]
fn every_source_names_a_unit_of_the_outline_that_holds_its_lines() {
    let catalogue = catalogue();
    let mut units: BTreeMap<(&str, &str), (u64, u64)> = BTreeMap::new();
    for text in &reading().library.texts {
        for unit in text.text.walk() {
            let lines = (u64::from(unit.lines.first), u64::from(unit.lines.last));
            let twice = units.insert((&text.text.path, &unit.anchor), lines);
            assert_eq!(twice, None, "{} of {}", unit.anchor, text.text.path);
        }
    }
    for (at, source) in sources(&catalogue) {
        let path = source["path"].as_str().expect("a path is a text");
        let anchor = source["anchor"].as_str().expect("an anchor is a text");
        let lines = units
            .get(&(path, anchor))
            .unwrap_or_else(|| panic!("{at}: there is no unit for {source}"));
        let line = |key: &str| source[key].as_u64().expect("a line is a number");
        assert!(
            lines.0 <= line("first_line") && line("first_line") <= lines.1,
            "{at}: the unit has lines {lines:?}, not those of {source}"
        );
    }
}
