//! Laws: the acts by which a service is provided.

use serde::Serialize;

use super::facts::Facts;
use super::words::{SourceLink, Words};
use crate::catalogue::model::{LegalBasis, Service, Source};
use crate::error::Error;

/// An act as another act cites it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct LawView {
    /// What the act is to the service, where it is more than a basis.
    pub(crate) label: Option<String>,
    pub(crate) title: Option<Words>,
    /// Day and number.
    pub(crate) dated: Option<String>,
    pub(crate) source: SourceLink,
}

/// The standard of a service first, then the acts in its own order.
pub(crate) fn laws_of(service: &Service, facts: Facts<'_>) -> Result<Vec<LawView>, Error> {
    let mut laws = Vec::new();
    if let Some(standard) = &service.standard {
        let standard = facts.in_page_language(standard, &standard.translations, |one| &one.source);
        let dated = (standard.on.as_deref(), standard.number.as_deref());
        let mut law = law_of(&standard.title, dated, &standard.source, facts)?;
        law.label = Some(facts.phrases.text("basis-standard")?);
        laws.push(law);
    }
    let is_standard = |basis: &&LegalBasis| {
        service.standard.as_ref().is_some_and(|standard| {
            (&standard.title, &standard.on, &standard.number)
                == (&basis.title, &basis.on, &basis.number)
        })
    };
    for basis in service
        .legal_basis
        .iter()
        .filter(|basis| !is_standard(basis))
    {
        let basis = facts.in_page_language(basis, &basis.translations, |one| &one.source);
        let dated = (basis.on.as_deref(), basis.number.as_deref());
        laws.push(law_of(&basis.title, dated, &basis.source, facts)?);
    }
    Ok(laws)
}

fn law_of(
    title: &str,
    (on, number): (Option<&str>, Option<&str>),
    source: &Source,
    facts: Facts<'_>,
) -> Result<LawView, Error> {
    Ok(LawView {
        label: None,
        title: (!title.trim().is_empty()).then(|| facts.words_at(title, source)),
        dated: match (on, number) {
            // Behind a title a day alone needs a word that joins it.
            (Some(on), None) => Some(facts.phrases.dated_law(on)?),
            _ => facts.phrases.dated(on, number)?,
        },
        source: facts.source(source)?,
    })
}
