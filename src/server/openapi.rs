//! The description of the API, made from the types that it answers with.

use axum::Json;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::api::Suggestions;
use super::parameters::{HIGHEST_LIMIT, USUAL_LIMIT};
use super::problem::Problem;
use crate::search::answer::Answer;

/// `GET /api/v1/openapi.json`.
pub async fn document() -> Json<Value> {
    Json(describe())
}

fn describe() -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut generator = settings.into_generator();
    let answer = generator.subschema_for::<Answer>();
    let suggestions = generator.subschema_for::<Suggestions>();
    let problem = generator.subschema_for::<Problem>();
    let bad = json!({
        "description": "A parameter has a value that it cannot have.",
        "content": {"application/problem+json": {"schema": problem}},
    });
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Qyzmet",
            "description": "Search in a bilingual catalogue of public services.",
            "version": "1",
        },
        "paths": {
            "/api/v1/search": {"get": {
                "summary": "Find services, offices, topics and acts.",
                "parameters": search_parameters(),
                "responses": {"200": ok("The hits, best first; none when nothing matches.", &answer), "400": bad},
            }},
            "/api/v1/suggest": {"get": {
                "summary": "Titles that continue what a person types.",
                "parameters": [query_parameter(), language_parameter()],
                "responses": {"200": ok("The titles.", &suggestions), "400": bad},
            }},
        },
        "components": {"schemas": generator.take_definitions(true)},
    })
}

fn ok(description: &str, schema: &schemars::Schema) -> Value {
    json!({"description": description, "content": {"application/json": {"schema": schema}}})
}

fn search_parameters() -> Value {
    let list = |name: &str, description: &str, items: Value| {
        json!({
            "name": name,
            "in": "query",
            "description": description,
            "explode": true,
            "schema": {"type": "array", "items": items},
        })
    };
    let number = |name: &str, description: &str, schema: Value| json!({"name": name, "in": "query", "description": description, "schema": schema});
    json!([
        query_parameter(),
        language_parameter(),
        json!({
            "name": "reading",
            "in": "query",
            "description": "As the question was meant, or as it was typed.",
            "schema": {"enum": ["meant", "typed"], "default": "meant"},
        }),
        list("region", "Only these regions.", json!({"type": "string"})),
        list(
            "status",
            "Only these statuses.",
            json!({"enum": ["in_force", "repealed"]})
        ),
        list(
            "kind",
            "Only these kinds of hits.",
            json!({"enum": ["service", "office", "topic", "act"]})
        ),
        number(
            "limit",
            "How many hits.",
            json!({"type": "integer", "minimum": 1, "maximum": HIGHEST_LIMIT, "default": USUAL_LIMIT})
        ),
        number(
            "offset",
            "How many hits to skip.",
            json!({"type": "integer", "minimum": 0, "default": 0})
        ),
    ])
}

fn query_parameter() -> Value {
    json!({
        "name": "q",
        "in": "query",
        "required": true,
        "description": "What the person types, in Kazakh or Russian.",
        "schema": {"type": "string"},
    })
}

fn language_parameter() -> Value {
    json!({
        "name": "language",
        "in": "query",
        "description": "Language of the pages wanted.",
        "schema": {"enum": ["kk", "ru"]},
    })
}
