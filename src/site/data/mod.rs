//! Data files: the catalogue for other programs, for spreadsheets and as linked
//! data.

mod cpsv;
mod tables;

use serde::Serialize;

use super::names::Names;
use super::phrases::Phrases;
use super::register::Register;
use super::write::Files;
use crate::catalogue::model::Catalogue;
use crate::content::interface::InterfaceTexts;
use crate::error::Error;
use crate::language::Language;

/// What data files are made of.
pub(super) struct Sources<'a> {
    pub(super) register: &'a Register<'a>,
    pub(super) texts: &'a InterfaceTexts,
    pub(super) names: &'a Names,
    pub(super) base_url: &'a str,
}

impl<'a> Sources<'a> {
    fn catalogue(&self) -> &'a Catalogue {
        &self.register.library.catalogue
    }

    fn phrases(&self, language: Language) -> Phrases<'a> {
        Phrases::new(self.texts, self.names, language)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.trim_end_matches('/'))
    }
}

/// The catalogue with its schema, as tables, and after CPSV-AP.
pub(super) fn files_of(sources: &Sources<'_>) -> Result<Files, Error> {
    let schema = schemars::schema_for!(Catalogue);
    let mut files = Files::from([
        (
            "data/catalogue.json".to_owned(),
            json_of(sources.catalogue())?,
        ),
        ("data/catalogue.schema.json".to_owned(), json_of(&schema)?),
        (
            "data/cpsv-ap.jsonld".to_owned(),
            json_of(&cpsv::graph_of(sources)?)?,
        ),
    ]);
    for (name, bytes) in tables::tables_of(sources)? {
        files.insert(format!("data/{name}.csv"), bytes);
    }
    Ok(files)
}

fn json_of(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut json = serde_json::to_vec_pretty(value).map_err(|error| Error::Template {
        message: error.to_string(),
    })?;
    json.push(b'\n');
    Ok(json)
}
