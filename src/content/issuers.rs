//! Bodies that issue acts, from `content/issuers.toml`.

use std::path::Path;

use serde::Deserialize;

use super::toml_file::read_toml;
use crate::catalogue::model::{Bilingual, BilingualList};
use crate::diagnostic::{Diagnostics, Warned};
use crate::error::Error;
use crate::language::Language;

/// The bodies that are known by name in both languages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issuers {
    #[serde(default)]
    nominative: Rewrites,
    #[serde(default)]
    issuer: Vec<Issuer>,
}

/// What is replaced in a name, by language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rewrites {
    kk: Vec<[String; 2]>,
    ru: Vec<[String; 2]>,
}

impl Rewrites {
    fn get(&self, language: Language) -> &[[String; 2]] {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
        }
    }
}

/// One kind of body.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// Id of the kind.
    pub id: String,
    stems: BilingualList,
    names: Option<Bilingual>,
}

impl Issuers {
    /// Loads the bodies.
    ///
    /// # Errors
    ///
    /// A file that cannot be read.
    pub fn load(root: &Path) -> Result<Warned<Self>, Error> {
        let mut diagnostics = Diagnostics::default();
        let read = read_toml(root, "content/issuers.toml", &mut diagnostics)?;
        Ok(Warned {
            output: read.unwrap_or_default(),
            diagnostics,
        })
    }

    /// The kind of body that printed words name.
    #[must_use]
    pub fn kind_of(&self, printed: &str, language: Language) -> Option<&Issuer> {
        let printed = printed.to_lowercase();
        self.issuer.iter().find(|issuer| {
            let stems = match language {
                Language::Kk => &issuer.stems.kk,
                Language::Ru => &issuer.stems.ru,
            };
            printed
                .split_whitespace()
                .any(|word| stems.iter().any(|stem| word.starts_with(stem.as_str())))
        })
    }

    /// The name of a body, of a place whose name is given in the genitive; `None`
    /// for a body that has only the name that acts print, or whose place is not known.
    #[must_use]
    pub fn compose(&self, issuer: &Issuer, genitive: Option<&Bilingual>) -> Option<Bilingual> {
        let names = issuer.names.as_ref()?;
        let name = |language| {
            let name = names.get(language);
            match genitive {
                Some(genitive) => Some(name.replace("{place}", genitive.get(language))),
                None => (!name.contains("{place}")).then(|| name.to_owned()),
            }
        };
        Some(Bilingual {
            kk: name(Language::Kk)?,
            ru: name(Language::Ru)?,
        })
    }

    /// A printed name as it stands alone.
    #[must_use]
    pub fn stand_alone(&self, printed: &str, language: Language) -> String {
        let mut rewrites = self.nominative.get(language).iter();
        rewrites
            .find_map(|[genitive, nominative]| {
                let rest = printed.strip_prefix(genitive.as_str())?;
                Some(format!("{nominative}{rest}"))
            })
            .unwrap_or_else(|| printed.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(place: &Bilingual, printed: &str, language: Language, expected: [&str; 2]) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let issuers = Issuers::load(root).expect("the file is there").output;
        let kind = issuers
            .kind_of(printed, language)
            .expect("the body is known");
        let names = issuers
            .compose(kind, Some(place))
            .expect("the body has names");
        assert_eq!([names.kk, names.ru], expected);
    }

    fn place(kk: &str, ru: &str) -> Bilingual {
        Bilingual {
            kk: kk.to_owned(),
            ru: ru.to_owned(),
        }
    }

    #[test]
    fn a_body_is_named_in_both_languages() {
        check(
            &place(
                "Солтүстік Қазақстан облысының",
                "Северо-Казахстанской области",
            ),
            "акимата Северо-Казахстанской области",
            Language::Ru,
            [
                "Солтүстік Қазақстан облысының әкімдігі",
                "Акимат Северо-Казахстанской области",
            ],
        );
        check(
            &place("Алматы қаласының", "города Алматы"),
            "Алматы қаласының мәслихаты",
            Language::Kk,
            ["Алматы қаласының мәслихаты", "Маслихат города Алматы"],
        );
    }

    #[test]
    fn the_government_has_a_name_without_a_place() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let issuers = Issuers::load(root).expect("the file is there").output;
        let composed = |printed| {
            let kind = issuers.kind_of(printed, Language::Ru)?;
            issuers.compose(kind, None).map(|names| names.ru)
        };
        let government = composed("Правительства Республики Казахстан");
        assert_eq!(
            government.as_deref(),
            Some("Правительство Республики Казахстан")
        );
        assert_eq!(composed("акимата области"), None);
    }

    #[test]
    fn a_minister_stands_alone_in_the_nominative() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let issuers = Issuers::load(root).expect("the file is there").output;
        let alone = issuers.stand_alone("Министра труда Республики Казахстан", Language::Ru);
        assert_eq!(alone, "Министр труда Республики Казахстан");
    }

    #[test]
    fn an_akim_is_no_akimat() {
        check(
            &place("Абай облысының", "области Абай"),
            "аким области Абай",
            Language::Ru,
            ["Абай облысының әкімі", "Аким области Абай"],
        );
    }
}
