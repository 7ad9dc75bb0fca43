//! Facts: what the units of an act say, as typed values with their places.
//!
//! In: an [`ActText`]. Out: [`ActFacts`], which the catalogue joins. A finder
//! reads one kind of fact; it knows words only through the [`Lexicon`].

mod adoption;
mod amendment;
mod date;
mod statement;
mod title;

use jiff::civil::Date;

use crate::catalogue::model::{ActKind, FeeKind, ServiceKind};
use crate::content::patterns::Lexicon;
use crate::diagnostic::{Diagnostics, Warned};
use crate::outline::model::{ActText, Lines, Role, Unit};
use crate::passage::Passage;

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
    /// True when the title says that the act amends others.
    pub is_amending: bool,
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
    /// The service as a whole.
    pub whole: Found,
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
        .services()
        .map(|(ordinal, unit)| ServiceFacts {
            ordinal,
            title: title::find_title(unit, item_at(&listed, ordinal), lexicon),
            kind: title::find_kind(unit, lexicon),
            provider: statement::find_provider(unit, lexicon),
            form: statement::find_form(unit, lexicon),
            result: statement::find_result(unit, lexicon),
            fee: statement::find_fee(unit, lexicon),
            whole: Found::new(unit.words.clone(), unit),
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
