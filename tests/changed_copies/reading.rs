//! What the program reads from a folder of acts.

use std::sync::OnceLock;

use serde_json::Value;

use super::act::{Act, folder_of, published, root};

/// The acts as published, with what is read from them.
pub struct Original {
    pub acts: Vec<Act>,
    pub catalogue: Value,
}

/// What an act and its services became in a catalogue.
#[derive(Clone, Debug)]
pub struct Entry {
    pub act: Value,
    pub services: Vec<Value>,
}

/// The acts as published, read once for all tests.
pub fn original() -> &'static Original {
    static ORIGINAL: OnceLock<Original> = OnceLock::new();
    ORIGINAL.get_or_init(|| {
        let acts = published();
        let catalogue = read(&acts);
        Original { acts, catalogue }
    })
}

/// The catalogue of a folder that holds these acts and nothing else.
pub fn read(acts: &[Act]) -> Value {
    let folder = folder_of(acts);
    let reading =
        qyzmet::reading::read(root(), folder.path()).expect("folder and content can be read");
    serde_json::to_value(&reading.library.catalogue).expect("a catalogue is JSON")
}

/// The entry that was read from the act's file.
#[track_caller]
pub fn entry_of(catalogue: &Value, act: &Act) -> Entry {
    let acts = catalogue["acts"].as_array().expect("acts are a list");
    let path = Value::from(act.path());
    let entry = acts
        .iter()
        .find(|entry| entry["texts"][0]["path"] == path)
        .unwrap_or_else(|| panic!("no act was read from {}", act.file));
    let services = catalogue["services"]
        .as_array()
        .expect("services are a list");
    Entry {
        act: entry.clone(),
        services: services
            .iter()
            .filter(|service| service["act"] == entry["id"])
            .cloned()
            .collect(),
    }
}

/// The titles of the services, in their order.
pub fn titles(entry: &Entry) -> Vec<String> {
    let title = |service: &Value| {
        let titles = service["titles"].as_object().expect("titles by language");
        let title = titles.values().next().expect("a service has a title");
        title["text"]
            .as_str()
            .expect("a title is a text")
            .to_owned()
    };
    entry.services.iter().map(title).collect()
}
