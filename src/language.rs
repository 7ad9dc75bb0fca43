//! The two languages of the catalogue.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language in which acts are written and pages are shown.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Kazakh, the state language.
    Kk,
    /// Russian.
    Ru,
}

impl Language {
    /// Both languages, Kazakh first.
    pub const ALL: [Self; 2] = [Self::Kk, Self::Ru];

    /// The tag of BCP 47, as in `lang` attributes and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
        }
    }

    /// The language with the given tag, if it is one of the two.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The other of the two languages.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Kk => Self::Ru,
            Self::Ru => Self::Kk,
        }
    }
}
