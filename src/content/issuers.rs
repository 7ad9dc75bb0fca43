//! Bodies that issue acts, from `content/issuers.toml`.

use std::path::Path;

use serde::Deserialize;

use super::high_offices::{Acting, HighOffices, Joining, Office};
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
    joining: Joining,
    #[serde(default)]
    acting: Acting,
    #[serde(default)]
    issuer: Vec<Issuer>,
    #[serde(default)]
    republic: BilingualList,
    #[serde(default)]
    office: Vec<Office>,
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
    /// Stems of which one must begin another word of the name.
    with: Option<BilingualList>,
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
        let holds = |stems: &BilingualList| {
            let stems = match language {
                Language::Kk => &stems.kk,
                Language::Ru => &stems.ru,
            };
            printed
                .split_whitespace()
                .any(|word| stems.iter().any(|stem| word.starts_with(stem.as_str())))
        };
        self.issuer
            .iter()
            .find(|issuer| holds(&issuer.stems) && issuer.with.as_ref().is_none_or(holds))
    }

    /// The names of an office of the state, or of two of them; `None` for one that is
    /// not known by name.
    #[must_use]
    pub fn office(&self, printed: &str, language: Language) -> Option<Bilingual> {
        let offices = HighOffices {
            offices: &self.office,
            acting: &self.acting,
            joining: &self.joining,
            republic: &self.republic,
        };
        offices.name(&self.stand_alone(printed, language), language)
    }

    /// The name of a body of a place, whose name is given in the genitive; `None`
    /// for a body that has only the name that acts print.
    #[must_use]
    pub fn compose(&self, issuer: &Issuer, genitive: &Bilingual) -> Option<Bilingual> {
        let names = issuer.names.as_ref()?;
        let name = |language| {
            names
                .get(language)
                .replace("{place}", genitive.get(language))
        };
        Some(Bilingual {
            kk: name(Language::Kk),
            ru: name(Language::Ru),
        })
    }

    /// A printed name as it stands alone, with the second office behind a dash or
    /// behind the word for "and".
    #[must_use]
    pub fn stand_alone(&self, printed: &str, language: Language) -> String {
        let mut name = self.nominative(printed, language);
        let joining = self.joining.get(language);
        for between in [" - ", " – ", " — ", &format!(" {joining}")] {
            let second = name.match_indices(between).find_map(|(at, _)| {
                let at = at + between.len();
                let second = self.nominative(&name[at..], language);
                (second != name[at..]).then_some((at, second))
            });
            if let Some((at, second)) = second {
                name.truncate(at);
                name.push_str(&second);
            }
        }
        name
    }

    fn nominative(&self, printed: &str, language: Language) -> String {
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
        let names = issuers.compose(kind, place).expect("the body has names");
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
    fn a_minister_stands_alone_in_the_nominative() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let issuers = Issuers::load(root).expect("the file is there").output;
        let alone = issuers.stand_alone("Министра труда Республики Казахстан", Language::Ru);
        assert_eq!(alone, "Министр труда Республики Казахстан");
    }

    #[track_caller]
    fn check_office(printed: &str, language: Language, expected: Option<[&str; 2]>) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let issuers = Issuers::load(root).expect("the file is there").output;
        let name = issuers.office(printed, language);
        let name = name.as_ref().map(|name| [name.kk.as_str(), &name.ru]);
        assert_eq!(name, expected, "{printed}");
    }

    #[test]
    fn offices_of_the_state_are_named_in_both_languages() {
        let government = [
            "Қазақстан Республикасының Үкіметі",
            "Правительство Республики Казахстан",
        ];
        let (kk, ru) = (Language::Kk, Language::Ru);
        check_office("Правительства Республики Казахстан", ru, Some(government));
        check_office("Қазақстан Республикасы Үкіметі", kk, Some(government));
        check_office("ҚР Үкіметі", kk, Some(government));
        let bank = [
            "Қазақстан Республикасының Ұлттық Банкінің Басқармасы",
            "Правление Национального Банка Республики Казахстан",
        ];
        check_office(
            "Правления Национального Банка Республики Казахстан",
            ru,
            Some(bank),
        );
        check_office(
            "Қазақстан Республикасы Ұлттық Банкі Басқармасы",
            kk,
            Some(bank),
        );
        check_office("Министра рыболовства", ru, None);
        check_office("Аппарата Правительства Республики Казахстан", ru, None);
    }

    #[test]
    fn one_who_acts_for_a_minister_is_named_in_both_languages() {
        let acting = [
            "Қазақстан Республикасының Әділет министрінің м.а.",
            "И.о. Министра юстиции Республики Казахстан",
        ];
        check_office(
            "и.о. Министра юстиции Республики Казахстан",
            Language::Ru,
            Some(acting),
        );
        check_office(
            "исполняющего обязанности Министра юстиции РК",
            Language::Ru,
            Some(acting),
        );
        check_office(
            "Қазақстан Республикасы Әділет министрінің м.а.",
            Language::Kk,
            Some(acting),
        );
        check_office(
            "ҚР Әділет министрінің міндетін атқарушы",
            Language::Kk,
            Some(acting),
        );
    }

    #[test]
    fn two_offices_are_named_in_both_languages() {
        let one_person = [
            "Қазақстан Республикасы Премьер-Министрінің орынбасары – Қазақстан Республикасының Қаржы министрі",
            "Заместитель Премьер-Министра Республики Казахстан – Министр финансов Республики Казахстан",
        ];
        let printed = "Заместителя Премьер-Министра - Министра финансов Республики Казахстан";
        check_office(printed, Language::Ru, Some(one_person));
        let printed = "Қазақстан Республикасы Премьер-Министрінің орынбасары – Қазақстан Республикасы Қаржы министрі";
        check_office(printed, Language::Kk, Some(one_person));
        let two = [
            "Қазақстан Республикасының Қаржы министрі және Қазақстан Республикасының Әділет министрі",
            "Министр финансов Республики Казахстан и Министр юстиции Республики Казахстан",
        ];
        let printed =
            "Министра финансов Республики Казахстан и Министра юстиции Республики Казахстан";
        check_office(printed, Language::Ru, Some(two));
    }

    #[test]
    fn the_akim_of_a_village_district_is_another_than_the_one_of_the_district() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let issuers = Issuers::load(root).expect("the file is there").output;
        let kind = |printed, language| issuers.kind_of(printed, language).map(|it| it.id.as_str());
        let ru = "акима Тихого сельского округа Северного района";
        assert_eq!(kind(ru, Language::Ru), Some("village-akim"));
        let kk = "Солтүстік ауданы Тыныш ауылдық округінің әкімі";
        assert_eq!(kind(kk, Language::Kk), Some("village-akim"));
        assert_eq!(kind("акима Северного района", Language::Ru), Some("akim"));
        assert_eq!(kind("Кентау қаласының әкімі", Language::Kk), Some("akim"));
        assert_eq!(
            kind("Ақтөбе облысының әкімді", Language::Kk),
            Some("akimat")
        );
        assert_eq!(
            issuers.stand_alone(ru, Language::Ru),
            "Аким Тихого сельского округа Северного района"
        );
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
