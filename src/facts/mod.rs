//! Facts: what the units of an act say, as typed values with their places.
//!
//! In: an [`ActText`]. Out: [`ActFacts`], which the catalogue joins. A finder
//! reads one kind of fact; it knows words only through the [`Lexicon`].

mod act_title;
mod adoption;
mod amendment;
mod appeal;
mod application_process;
mod body;
mod channel;
mod clause;
mod date;
mod documents;
pub mod duration;
mod headings;
mod hours;
mod law;
mod limit_case;
mod listing;
mod named_body;
pub mod offices;
mod promised;
mod recipients;
mod refusal;
mod requirements;
#[cfg(test)]
mod sample;
pub mod sentence;
mod shape;
mod signal;
mod statement;
mod step;
mod table_limit;
mod time_limit;
mod title;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::catalogue::model::{ActKind, Channel, Duration, FeeKind, ServiceKind, TimeLimitKind};
use crate::content::patterns::Lexicon;
use crate::diagnostic::{Diagnostics, Warned};
use crate::outline::model::{ActText, Lines, Role, Unit};
use crate::passage::Passage;

pub use application_process::ApplicationFound;
pub use hours::osm_hours;

/// Words of an act with the unit that says them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words.
    pub words: Passage,
    /// Anchor of the unit.
    pub anchor: String,
    /// The unit as the act cites it.
    pub citation: Option<String>,
    /// Lines of the unit, for words that the unit as a whole says.
    pub lines: Lines,
}

impl Found {
    /// The given words of a unit.
    #[must_use]
    pub fn new(words: Passage, unit: &Unit) -> Self {
        Self {
            words,
            anchor: unit.anchor.clone(),
            citation: unit.citation.clone(),
            lines: unit.lines,
        }
    }
}

/// What one text says of its act and its services.
#[derive(Clone, Debug, PartialEq)]
pub struct ActFacts {
    /// The act itself.
    pub head: ActHead,
    /// The services, in the order of the text.
    pub services: Vec<ServiceFacts>,
    /// Notes on amendments, in the order of the text.
    pub amendments: Vec<AmendmentNote>,
}

/// Who adopted the act, when and under which number.
#[derive(Clone, Debug, PartialEq)]
pub struct ActHead {
    /// Title, empty when the text has none.
    pub title: Option<Found>,
    /// Kind of the act.
    pub kind: ActKind,
    /// The body that adopted it, as printed.
    pub issuer: Found,
    /// The words that name body, day and number.
    pub citation: Found,
    /// Day of adoption.
    pub adopted: Date,
    /// Number as printed, without blanks.
    pub number: String,
    /// Day and number of registration.
    pub registered: Option<(Date, String)>,
    /// The repealing act.
    pub repeal: Option<RepealNote>,
    /// True when the text says in any way that the act lost force.
    pub is_repealed: bool,
    /// True when the title, or the first point where there is none, says that the act
    /// amends others.
    pub is_amending: bool,
    /// True when the title says that the act takes force from others.
    pub is_repealing: bool,
}

/// What a text says of the act that repealed it.
#[derive(Clone, Debug, PartialEq)]
pub struct RepealNote {
    /// Day of the repealing act.
    pub on: Date,
    /// Its number.
    pub number: String,
    /// The words that speak of the repeal.
    pub words: Found,
    /// How the repeal takes effect.
    pub commencement: Option<Found>,
}

/// A note on an amendment.
#[derive(Clone, Debug, PartialEq)]
pub struct AmendmentNote {
    /// Ordinal of the service; `None` for the act itself.
    pub service: Option<u32>,
    /// The unit that was changed, as the note names it.
    pub unit: String,
    /// Day of the amending act.
    pub on: Date,
    /// Its number.
    pub number: String,
    /// The note.
    pub words: Found,
}

/// What a text says of one service.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceFacts {
    /// Place among the services, counted from 1.
    pub ordinal: u32,
    /// Title without quotes.
    pub title: Found,
    /// Kind of the text.
    pub kind: ServiceKind,
    /// Who provides the service.
    pub provider: Option<Found>,
    /// Form of the service.
    pub form: Option<Found>,
    /// Result of the service.
    pub result: Option<Found>,
    /// Fee.
    pub fee: Option<(FeeKind, Found)>,
    /// Limits of time that an applicant counts on.
    pub time_limits: Vec<TimeLimitFound>,
    /// When the provider receives applicants.
    pub hours: Option<HoursFound>,
    /// Hours by channel, where the text tells channels apart.
    pub hours_by_channel: Vec<(Channel, HoursFound)>,
    /// Papers that the applicant brings.
    pub documents: Vec<DocumentFound>,
    /// Who may receive the service.
    pub recipients: Vec<RecipientFound>,
    /// Grounds for refusal.
    pub refusal_grounds: Vec<Found>,
    /// Where and how to complain.
    pub appeal: Vec<Found>,
    /// How people apply, beside the papers.
    pub application_process: Vec<ApplicationFound>,
    /// Where the act sends the reader for the papers.
    pub documents_reference: Option<Found>,
    /// Where the act sends the reader for other facts, by the name of the fact.
    pub references: BTreeMap<String, Found>,
    /// Acts by which the service is provided.
    pub legal_basis: Vec<LawFound>,
    /// The national standard that the text follows.
    pub standard: Option<LawFound>,
    /// Ways to apply.
    pub channels: Vec<ChannelFound>,
    /// Ways to apply outside the closed set.
    pub other_channels: Vec<Found>,
    /// Steps of the procedure.
    pub steps: Vec<StepFound>,
    /// Offices that the tables of the annexes print.
    pub offices: Vec<offices::OfficeRow>,
    /// The service as a whole.
    pub whole: Found,
}

/// A way to apply from the closed set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelFound {
    /// The way.
    pub channel: Channel,
    /// What the text says of it, where its list has an entry for it.
    pub words: Option<Found>,
}

impl ChannelFound {
    /// A way that the text only names.
    const fn named(channel: Channel) -> Self {
        let words = None;
        Self { channel, words }
    }
}

/// A limit of time with the words that set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLimitFound {
    /// The words.
    pub words: Found,
    /// What the limit counts.
    pub what: TimeLimitKind,
    /// How long.
    pub duration: Duration,
    /// The channel that the limit holds for.
    pub channel: Option<Channel>,
    /// The words for the case that alone it holds for: one of the people or papers, or
    /// a way to apply that is no channel.
    pub condition: Option<Found>,
    /// Whether figures and words of an amount in it say different numbers.
    pub is_contradictory: bool,
}

/// Hours with the words that set them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursFound {
    /// The words.
    pub words: Found,
    /// Days as a range or list, as in `mon-fri`.
    pub days: Option<String>,
    /// Opening and closing time, `HH:MM`; `None` for round the clock.
    pub open: Option<[String; 2]>,
    /// The break, from and to.
    pub pause: Option<[String; 2]>,
    /// Days with hours of their own, as Saturday has in many offices.
    pub apart: Vec<DayApart>,
}

/// Days with hours of their own beside those of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayApart {
    /// Days as a range or list, as in `sat`.
    pub days: String,
    /// From and to, `HH:MM`.
    pub times: [String; 2],
}

/// A paper that an act lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFound {
    /// The words of the item.
    pub words: Found,
    /// The sentence over its group.
    pub group: Option<Found>,
}

/// People who may receive a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientFound {
    /// The words that name them.
    pub words: Found,
    /// The sentence over their group.
    pub group: Option<Found>,
}

/// An act that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawFound {
    /// The words that name it.
    pub words: Found,
    /// Its title, without quotes.
    pub title: String,
    /// Its day.
    pub on: Option<Date>,
    /// Its number.
    pub number: Option<String>,
}

/// A step of the procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepFound {
    /// The words.
    pub words: Found,
    /// Who acts; empty when the words name nobody.
    pub actor: String,
    /// How long the step and its parts may take, in the order of the words.
    pub durations: Vec<Duration>,
    /// The line over its group.
    pub group: Option<Found>,
    /// The way that the application takes.
    pub route: &'static str,
}

/// Reads the facts of one text; `None`, with a diagnostic, when the text is that
/// of no act.
#[must_use]
pub fn find_facts(text: &ActText, lexicon: &Lexicon) -> Warned<Option<ActFacts>> {
    let mut diagnostics = Diagnostics::default();
    let Some(head) = adoption::find_head(text, lexicon, &mut diagnostics) else {
        return Warned {
            output: None,
            diagnostics,
        };
    };
    let listed = listed_items(text);
    let services = text
        .described_services()
        .map(|(ordinal, unit, table)| {
            let mut service = read_points(ordinal, unit, item_at(&listed, ordinal), lexicon);
            // What a table of requirements says counts before what points say.
            if let Some(table) = table {
                requirements::add(&mut service, unit, table, lexicon);
                // What a table lists itself is left to nobody else.
                if !service.refusal_grounds.is_empty() {
                    service.references.remove("refusal_grounds");
                }
            } else if service.kind == ServiceKind::Rules {
                add_told(&mut service, unit, lexicon);
                if !service.refusal_grounds.is_empty() {
                    service.references.remove("refusal_grounds");
                }
            }
            service
        })
        .collect();
    let amendments = amendment::find_amendments(text, lexicon, &mut diagnostics);
    Warned {
        output: Some(ActFacts {
            head,
            services,
            amendments,
        }),
        diagnostics,
    }
}

/// What rules without a table tell in the sentences of their chapters.
fn add_told(service: &mut ServiceFacts, unit: &Unit, lexicon: &Lexicon) {
    if service.steps.is_empty() {
        service.steps = requirements::told_steps(unit, &service.title, lexicon);
    }
    let (channels, others) = channel::find_addressed(unit, lexicon);
    if !channels.is_empty() {
        service.channels = channels.into_iter().map(ChannelFound::named).collect();
        service.other_channels = others;
    }
}

/// What the points of a text say of a service.
fn read_points(
    ordinal: u32,
    unit: &Unit,
    listed: Option<&Unit>,
    lexicon: &Lexicon,
) -> ServiceFacts {
    let mut facts = ServiceFacts {
        ordinal,
        title: title::find_title(unit, listed, lexicon),
        kind: title::find_kind(unit, lexicon),
        provider: statement::find_provider(unit, lexicon),
        form: statement::find_form(unit, lexicon),
        result: statement::find_result(unit, lexicon),
        fee: statement::find_fee(unit, lexicon),
        time_limits: time_limit::find_time_limits(unit, lexicon),
        hours: hours::find_hours(unit, lexicon),
        hours_by_channel: hours::find_hours_by_channel(unit, lexicon),
        documents: documents::find_documents(unit, lexicon),
        recipients: recipients::find_recipients(unit, lexicon),
        refusal_grounds: refusal::find_refusal_grounds(unit, lexicon),
        appeal: appeal::find_appeal(unit, lexicon),
        application_process: Vec::new(),
        documents_reference: documents::find_reference(unit, lexicon),
        references: documents::find_references(unit, lexicon),
        legal_basis: law::find_legal_basis(unit, lexicon),
        standard: law::find_standard(unit, lexicon),
        channels: channel::find_channels(unit, lexicon),
        other_channels: channel::find_other_channels(unit, lexicon),
        steps: step::find_steps(unit, lexicon),
        offices: offices::find_offices(unit, lexicon),
        whole: Found::new(unit.words.clone(), unit),
    };
    signal::add(&mut facts, unit, lexicon);
    facts.application_process = application_process::find_application(unit, &facts, lexicon);
    facts
}

/// The items of the act's first point: the list of what the act approves.
fn listed_items(text: &ActText) -> Vec<&Unit> {
    let first = text.units.iter().find(|unit| unit.role == Role::Point);
    first
        .map(|point| point.children_with(Role::Item).collect())
        .unwrap_or_default()
}

fn item_at<'a>(items: &[&'a Unit], ordinal: u32) -> Option<&'a Unit> {
    let at = usize::try_from(ordinal).ok()?.checked_sub(1)?;
    items.get(at).copied()
}
