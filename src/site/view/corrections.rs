//! Corrections: what people set right in what was read, beside the value, with the
//! reason.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::facts::{Facts, Value};
use crate::catalogue::model::{
    Act, Channel, ChannelHours, Correction, Document, Fee, Hours, Office, Service, Status, Step,
    Text, TimeLimit,
};
use crate::error::Error;

/// A correction as readers see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct CorrectionView {
    pub(crate) because: String,
    /// What was read; `None` where a value was added.
    pub(crate) was: Option<Value>,
    /// What is right; `None` where a value was taken out.
    pub(crate) now: Option<Value>,
}

/// The corrections of a service in the given fields, or in what it says of them
/// elsewhere.
pub(crate) fn of_service(
    service: &Service,
    fields: &[&str],
    facts: Facts<'_>,
) -> Result<Vec<CorrectionView>, Error> {
    views(facts, |correction| {
        correction.service.as_deref() == Some(&service.id) && fields.contains(&field_of(correction))
    })
}

/// The corrections of an office.
pub(crate) fn of_office(office: &Office, facts: Facts<'_>) -> Result<Vec<CorrectionView>, Error> {
    views(facts, |correction| {
        correction.office.as_deref() == Some(&office.id)
    })
}

/// The corrections of an act itself.
pub(crate) fn of_act(act: &Act, facts: Facts<'_>) -> Result<Vec<CorrectionView>, Error> {
    views(facts, |correction| {
        correction.act == act.id && correction.service.is_none() && correction.office.is_none()
    })
}

/// The field that a correction is about; a reference speaks of another one.
fn field_of(correction: &Correction) -> &str {
    match correction.fact.as_str() {
        "references" => correction.at.rsplit('/').next().unwrap_or_default(),
        fact => fact,
    }
}

fn views(
    facts: Facts<'_>,
    is_wanted: impl Fn(&Correction) -> bool,
) -> Result<Vec<CorrectionView>, Error> {
    let all = facts.register.library.catalogue.corrections.iter();
    all.filter(|correction| is_wanted(correction))
        .map(|correction| {
            let page = facts.phrases.language;
            Ok(CorrectionView {
                because: correction.because.get(page).to_owned(),
                was: worded(&correction.fact, &correction.was, facts)?,
                now: worded(&correction.fact, &correction.now, facts)?,
            })
        })
        .collect()
}

/// The entry of a field in the language of the page; `None` where there is none, or
/// nothing that a reader could make sense of.
fn worded(fact: &str, entry: &Json, facts: Facts<'_>) -> Result<Option<Value>, Error> {
    let phrases = facts.phrases;
    let value = match fact {
        "time_limits" => typed(entry, |limit: TimeLimit| facts.time_limit(&limit)),
        "fee" => typed(entry, |fee: Fee| facts.fee(&fee)),
        "hours" => typed(entry, |hours: Hours| facts.hours(&hours)),
        "hours_by_channel" => typed(entry, |hours: ChannelHours| facts.channel_hours(&hours)),
        "documents" => typed(entry, |document: Document| paper(&document, facts)),
        "steps" => typed(entry, |step: Step| facts.step(&step)),
        "channels" => typed(entry, |channel: Channel| {
            Ok(facts.plain(phrases.channel(channel)?))
        }),
        "adopted" => typed(entry, |day: String| Ok(facts.plain(phrases.date(&day)?))),
        "status" => typed(entry, |status: Status| {
            Ok(facts.plain(phrases.status(status)?))
        }),
        "number" => typed(entry, |number: String| Ok(facts.plain(number))),
        "registered" | "repealed" | "standard" | "legal_basis" => dated(entry, facts).transpose(),
        _ => typed(entry, |text: Text| facts.quote(&text)),
    };
    value.transpose()
}

fn typed<T: DeserializeOwned>(
    entry: &Json,
    word: impl Fn(T) -> Result<Value, Error>,
) -> Option<Result<Value, Error>> {
    serde_json::from_value(entry.clone()).ok().map(word)
}

fn dated(entry: &Json, facts: Facts<'_>) -> Result<Option<Value>, Error> {
    let field = |name: &str| entry.get(name).and_then(Json::as_str);
    let dated = facts.phrases.dated(field("on"), field("number"))?;
    Ok(dated.map(|dated| facts.plain(dated)))
}

fn paper(document: &Document, facts: Facts<'_>) -> Result<Value, Error> {
    let mut value = facts.quote(&document.words)?;
    let papers = facts.register.papers;
    let kinds = document.kinds.iter().filter_map(|id| papers.get(id));
    let names: Vec<&str> = kinds
        .map(|kind| kind.names.get(facts.phrases.language))
        .collect();
    value.plain = (!names.is_empty()).then(|| names.join(", "));
    Ok(value)
}
