//! Corrections: what people set right in what was read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Bilingual;

/// A correction that was made, so that readers see it beside the value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Correction {
    /// Id of the act.
    pub act: String,
    /// Id of the service; null where the act itself or an office is corrected.
    pub service: Option<String>,
    /// Id of the office; null where the act itself or a service is corrected.
    pub office: Option<String>,
    /// Path to the value, as in `services/wheelchair/time_limits/1/amount`.
    pub at: String,
    /// Name of the field that holds the value, such as `time_limits`.
    pub fact: String,
    /// The whole entry of the field as it was read; null where none was.
    pub was: Value,
    /// The whole entry as it is right; null where there is none.
    pub now: Value,
    /// The reason.
    pub because: Bilingual,
}
