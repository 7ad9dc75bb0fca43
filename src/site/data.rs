//! Data files: the catalogue and its schema, for other programs.

use serde::Serialize;

use super::write::Files;
use crate::catalogue::model::Catalogue;
use crate::error::Error;

/// `data/catalogue.json` and the schema that it follows.
pub(super) fn files_of(catalogue: &Catalogue) -> Result<Files, Error> {
    let schema = schemars::schema_for!(Catalogue);
    Ok(Files::from([
        ("data/catalogue.json".to_owned(), json_of(catalogue)?),
        ("data/catalogue.schema.json".to_owned(), json_of(&schema)?),
    ]))
}

fn json_of(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut json = serde_json::to_vec_pretty(value).map_err(|error| Error::Template {
        message: error.to_string(),
    })?;
    json.push(b'\n');
    Ok(json)
}
