//! Links of the search page: other readings, other parts and other pages of an
//! answer. They are plain addresses, so that they work without a script.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::catalogue::model::Status;
use crate::error::Error;
use crate::search::answer::{Answer, HitKind, Reading, Request};
use crate::site::address;
use crate::site::phrases::Phrases;

/// A link with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct SearchLink {
    pub(crate) href: String,
    pub(crate) label: String,
    /// True for what is shown already.
    pub(crate) chosen: bool,
}

/// What an answer can be narrowed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Filter {
    pub(crate) name: String,
    pub(crate) choices: Vec<SearchLink>,
}

/// The link to the query as it was typed; `None` where nothing was corrected.
pub(super) fn as_typed(answer: &Answer, phrases: Phrases<'_>) -> Option<SearchLink> {
    answer.understood.corrected.as_ref()?;
    let request = Request {
        reading: Reading::Typed,
        ..from_first(&answer.request)
    };
    Some(SearchLink {
        href: href(&request, phrases),
        label: answer.query.clone(),
        chosen: false,
    })
}

/// The hits before and after those shown.
pub(super) fn pages(answer: &Answer, phrases: Phrases<'_>) -> [Option<String>; 2] {
    let request = &answer.request;
    let at = |offset| {
        let request = Request {
            offset,
            ..request.clone()
        };
        href(&request, phrases)
    };
    let next = request.offset + request.limit;
    let before = (request.offset > 0).then(|| at(request.offset.saturating_sub(request.limit)));
    let after = (request.limit > 0 && next < answer.total).then(|| at(next));
    [before, after]
}

/// Filters by kind, region and status, each where it would part the hits.
pub(super) fn filters(answer: &Answer, phrases: Phrases<'_>) -> Result<Vec<Filter>, Error> {
    let facets = &answer.facets;
    let request = &answer.request;
    let mut filters = Vec::new();
    let kinds = HitKind::ALL.into_iter().map(|kind| {
        let narrowed = Request {
            kinds: vec![kind],
            ..request.clone()
        };
        Ok((kind.as_str(), kind_name(kind, phrases)?, narrowed))
    });
    let any = Request {
        kinds: Vec::new(),
        ..request.clone()
    };
    let kinds = kinds.collect::<Result<Vec<_>, Error>>()?;
    filters.extend(filter(
        "search-by-kind",
        &facets.kind,
        kinds,
        request,
        &any,
        phrases,
    )?);
    let mut keyed = facets
        .region
        .keys()
        .map(|region| Ok((phrases.region_key(region)?, region)))
        .collect::<Result<Vec<_>, Error>>()?;
    keyed.sort_unstable();
    let regions = keyed.into_iter().map(|(_, region)| {
        let narrowed = Request {
            regions: vec![region.clone()],
            ..request.clone()
        };
        Ok((region.as_str(), phrases.region(region)?, narrowed))
    });
    let any = Request {
        regions: Vec::new(),
        ..request.clone()
    };
    let regions = regions.collect::<Result<Vec<_>, Error>>()?;
    filters.extend(filter(
        "search-by-region",
        &facets.region,
        regions,
        request,
        &any,
        phrases,
    )?);
    let statuses = [
        (Status::InForce, "in_force", "status-in-force"),
        (Status::Repealed, "repealed", "status-repealed"),
    ];
    let statuses = statuses.into_iter().map(|(status, name, key)| {
        let narrowed = Request {
            statuses: vec![status],
            ..request.clone()
        };
        Ok((name, phrases.text(key)?, narrowed))
    });
    let any = Request {
        statuses: Vec::new(),
        ..request.clone()
    };
    let statuses = statuses.collect::<Result<Vec<_>, Error>>()?;
    filters.extend(filter(
        "search-by-status",
        &facets.status,
        statuses,
        request,
        &any,
        phrases,
    )?);
    Ok(filters)
}

/// Ways on for who found nothing: needs, places, the telephone.
pub(super) fn ways_on(phrases: Phrases<'_>) -> Result<Vec<SearchLink>, Error> {
    let language = phrases.language;
    let ways = [
        (address::home_path(language), "search-way-events"),
        (address::services_path(language), "search-way-services"),
        (address::places_path(language), "search-way-places"),
        ("tel:1414".to_owned(), "search-way-phone"),
    ];
    let links = ways.into_iter().map(|(href, key)| {
        Ok(SearchLink {
            href,
            label: phrases.text(key)?,
            chosen: false,
        })
    });
    links.collect()
}

/// The name of a kind of hit.
pub(super) fn kind_name(kind: HitKind, phrases: Phrases<'_>) -> Result<String, Error> {
    phrases.text(match kind {
        HitKind::Service => "kind-service",
        HitKind::Office => "kind-office",
        HitKind::Topic => "kind-topic",
        HitKind::Act => "kind-act",
    })
}

/// A filter with a choice for each value that some hit has; `None` where it would
/// part nothing and nothing was chosen.
fn filter(
    name: &str,
    counts: &BTreeMap<String, usize>,
    values: Vec<(&str, String, Request)>,
    current: &Request,
    any: &Request,
    phrases: Phrases<'_>,
) -> Result<Option<Filter>, Error> {
    let mut choices = Vec::new();
    for (id, label, narrowed) in values {
        if let Some(count) = counts.get(id) {
            let narrowed = from_first(&narrowed);
            choices.push(SearchLink {
                href: href(&narrowed, phrases),
                label: format!("{label} ({count})"),
                chosen: narrowed == from_first(current),
            });
        }
    }
    let chosen = choices.iter().any(|choice| choice.chosen);
    if chosen {
        let all = SearchLink {
            href: href(&from_first(any), phrases),
            label: phrases.text("search-all")?,
            chosen: false,
        };
        choices.insert(0, all);
    }
    let parts = chosen || choices.len() > 1;
    let name = phrases.text(name)?;
    Ok(parts.then_some(Filter { name, choices }))
}

/// The same question from its first hit on.
fn from_first(request: &Request) -> Request {
    Request {
        offset: 0,
        ..request.clone()
    }
}

/// The address of the search page that asks a question.
fn href(request: &Request, phrases: Phrases<'_>) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let mut pairs = vec![format!("q={}", encoded(&request.query))];
    if request.reading == Reading::Typed {
        pairs.push("reading=typed".to_owned());
    }
    pairs.extend(
        request
            .kinds
            .iter()
            .map(|kind| format!("kind={}", kind.as_str())),
    );
    pairs.extend(
        request
            .regions
            .iter()
            .map(|region| format!("region={}", encoded(region))),
    );
    pairs.extend(request.statuses.iter().map(|status| {
        let name = match status {
            Status::InForce => "in_force",
            Status::Repealed => "repealed",
        };
        format!("status={name}")
    }));
    if request.offset > 0 {
        pairs.push(format!("offset={}", request.offset));
    }
    format!(
        "{}?{}",
        address::search_path(phrases.language),
        pairs.join("&")
    )
}
