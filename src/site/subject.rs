//! Subjects: what the pages of the site are about.

use crate::catalogue::model::{Act, Office, Place, Service};
use crate::content::pages::ContentPages;
use crate::language::Language;

use super::address;
use super::register::Register;

/// What a page is about, whatever its language.
#[derive(Clone, Copy)]
pub(crate) enum Subject<'a> {
    /// Where a language begins.
    Home,
    /// All services.
    Services,
    /// All editions of a topic, by the segment of their addresses.
    Topic(&'a str),
    /// A service as one act describes it.
    Service(&'a Service),
    /// All acts.
    Acts,
    /// The whole text of an act.
    Act(&'a Act),
    /// All regions.
    Places,
    /// A region that acts speak of.
    Region(&'a str),
    /// A district or town that has offices.
    District(&'a Place),
    /// An office.
    Office(&'a Office),
    /// What was adopted, amended and repealed, by date.
    Changes,
    /// The parts that pages are made of.
    Design,
    /// The search page without a question.
    Search,
    /// A page that people wrote.
    Written(&'a str),
}

impl<'a> Subject<'a> {
    /// Everything that gets a page, in the order of the catalogue.
    pub(crate) fn all(register: &Register<'a>, pages: &'a ContentPages) -> Vec<Self> {
        let catalogue = &register.library.catalogue;
        let mut subjects = vec![Self::Home, Self::Services, Self::Acts, Self::Places];
        subjects.extend(register.segments().map(Self::Topic));
        subjects.extend(catalogue.services.iter().map(Self::Service));
        subjects.extend(catalogue.acts.iter().map(Self::Act));
        subjects.extend(register.regions().map(|(region, _)| Self::Region(region)));
        subjects.extend(register.districts().map(Self::District));
        subjects.extend(catalogue.offices.iter().map(Self::Office));
        subjects.extend([Self::Changes, Self::Design, Self::Search]);
        subjects.extend(pages.names().map(Self::Written));
        subjects
    }

    /// The address of the page in a language.
    pub(crate) fn path(&self, language: Language) -> String {
        match self {
            Self::Home => address::home_path(language),
            Self::Services => address::services_path(language),
            Self::Topic(segment) => address::topic_path(language, segment),
            Self::Service(service) => address::service_path(language, service),
            Self::Acts => address::acts_path(language),
            Self::Act(act) => address::act_path(language, &act.id),
            Self::Places => address::places_path(language),
            Self::Region(region) => address::place_path(language, region),
            Self::District(place) => address::place_path(language, &place.id),
            Self::Office(office) => address::office_path(language, &office.id),
            Self::Changes => address::changes_path(language),
            Self::Design => address::design_path(language),
            Self::Search => address::search_path(language),
            Self::Written(name) => address::content_path(language, name),
        }
    }
}
