//! Open data of the sample.

use serde_json::Value;

use super::page;

#[track_caller]
fn check_table(name: &str, expected: &[&str]) {
    let table = page(&format!("data/{name}.csv"));
    let table = table
        .strip_prefix('\u{feff}')
        .expect("spreadsheets know UTF-8 by it");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let firsts: Vec<String> = reader
        .records()
        .map(|row| row.expect("rows are of one length")[0].to_owned())
        .collect();
    assert_eq!(firsts, expected);
}

#[test]
fn a_table_has_a_row_per_entry_of_the_catalogue() {
    check_table("acts", &["aktobe-2018-77", "kostanay-2008-915"]);
    check_table(
        "services",
        &[
            "kostanay-2008-915/prosthetics",
            "aktobe-2018-77/prosthetics",
            "aktobe-2018-77/otyn-satyp-alu",
        ],
    );
    check_table("documents", &["kostanay-2008-915/prosthetics"; 3]);
}

#[test]
fn services_are_described_after_the_profile_in_both_languages() {
    let data: Value = serde_json::from_str(page("data/cpsv-ap.jsonld")).expect("it is JSON");
    let nodes = data["@graph"].as_array().expect("it is a graph");
    let service = nodes
        .iter()
        .find(|node| node["dct:identifier"] == "kostanay-2008-915/prosthetics")
        .expect("the service is in it");
    assert_eq!(
        service["dct:title"],
        serde_json::json!([
            {"@language": "kk", "@value": "Протездік көмек"},
            {"@language": "ru", "@value": "Протезная помощь"},
        ])
    );
    assert_eq!(
        service["adms:status"]["@id"],
        "http://purl.org/adms/status/Deprecated"
    );
    assert_eq!(
        service.get("cv:processingTime"),
        None,
        "working days have no duration"
    );
    assert_eq!(service["cpsv:hasInput"].as_array().map(Vec::len), Some(3));
}
