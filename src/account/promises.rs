//! Headings that promise a fact which nothing read.
//!
//! The phrases of kind `promise` say which words of a heading promise which
//! fact. A promise is kept when the fact, or a reference to where it stands, was
//! read from the unit or from what stands under it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{FactKind, View, name_of};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::facts::ServiceFacts;
use crate::outline::model::{Role, Unit};

/// Letters of a heading that are looked at. A promise stands at the start of a
/// point, while a point may run over a page.
const HEADING: usize = 300;

/// A diagnostic for every promise that is not kept.
pub(super) fn check(view: &View<'_>) -> Diagnostics {
    let services = view.text.services().zip(&view.facts.services);
    services
        .flat_map(|((_, unit), facts)| Promised::of(view, facts).unkept(unit))
        .collect()
}

/// The promises of one service.
struct Promised<'a> {
    view: &'a View<'a>,
    /// Anchors of the units from which each kind of fact was read.
    read: BTreeMap<FactKind, BTreeSet<&'a str>>,
}

impl<'a> Promised<'a> {
    fn of(view: &'a View<'a>, facts: &'a ServiceFacts) -> Self {
        let anchors = |kind: FactKind| {
            let read = kind.read_in(facts).into_iter();
            read.map(|found| found.anchor.as_str()).collect()
        };
        let kinds = FactKind::ALL.iter();
        Self {
            view,
            read: kinds.map(|kind| (*kind, anchors(*kind))).collect(),
        }
    }

    /// True when the kind was read from the unit or from what stands under it.
    fn is_read(&self, kind: FactKind, unit: &Unit) -> bool {
        let anchors = self.read.get(&kind);
        let holds = |unit: &Unit| anchors.is_some_and(|it| it.contains(unit.anchor.as_str()));
        unit.walk().any(holds)
    }

    fn unkept(&self, service: &Unit) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for child in &service.children {
            self.collect(child, &mut diagnostics);
        }
        diagnostics
    }

    fn collect(&self, unit: &Unit, diagnostics: &mut Vec<Diagnostic>) {
        match unit.role {
            Role::Annex => diagnostics.extend(self.annex(unit)),
            Role::Chapter => {
                diagnostics.extend(self.look(unit, unit));
                for child in &unit.children {
                    self.collect(child, diagnostics);
                }
            }
            Role::Point => {
                diagnostics.extend(self.look(unit, unit));
                diagnostics.extend(self.items(unit));
            }
            _ => {}
        }
    }

    /// The heading of an annex may be its label, a line under it or the caption of
    /// its table; what it promises may stand anywhere in the annex.
    fn annex(&self, annex: &Unit) -> Option<Diagnostic> {
        let headings = annex
            .children
            .iter()
            .take_while(|unit| matches!(unit.role, Role::Line | Role::Heading | Role::Table));
        std::iter::once(annex)
            .chain(headings.take(3))
            .find_map(|heading| self.look(heading, annex))
    }

    /// Items of a promised list that were not read while others of it were: their
    /// wording is what no phrase knows.
    fn items(&self, point: &Unit) -> Vec<Diagnostic> {
        let kind = match self.promise(point) {
            Some((kind, _)) if is_list(kind) => kind,
            _ => return Vec::new(),
        };
        let is_read = |unit: &&Unit| self.is_read(kind, unit);
        let items: Vec<&Unit> = point.children_with(Role::Item).collect();
        if !items.iter().any(is_read) {
            return Vec::new();
        }
        // An item that announces others says nothing itself.
        let announces = |item: &Unit| item.words.text().trim_end().ends_with(':');
        let unread = items
            .iter()
            .filter(|item| !is_read(item) && !announces(item));
        unread
            .map(|item| {
                let message = format!(
                    "nothing was read from {}, an item of the promised `{}`",
                    name_of(item),
                    kind.id()
                );
                let diagnostic = self.view.about(Code::UnreadItem, message, &item.words);
                diagnostic.hint(format!(
                    "add the wording of the item, with an example, to {}",
                    self.view.patterns(kind.patterns())
                ))
            })
            .collect()
    }

    /// What the first words of a unit promise, and where they do.
    fn promise(&self, unit: &Unit) -> Option<(FactKind, Range<usize>)> {
        let text = unit.words.text();
        let end = text.char_indices().nth(HEADING);
        let end = end.map_or(text.len(), |(at, _)| at);
        let found = self.view.lexicon.find("promise", &text[..end])?;
        Some((FactKind::from_id(found.value?)?, found.range))
    }

    fn look(&self, heading: &Unit, whole: &Unit) -> Option<Diagnostic> {
        let (kind, range) = self.promise(heading)?;
        // A point that speaks of offices sends the reader to an annex.
        let is_elsewhere = kind == FactKind::Offices && whole.role != Role::Annex;
        if is_elsewhere || self.keeps(whole, kind) {
            return None;
        }
        let message = format!(
            "the heading of {} promises `{}`, but nothing was read under it",
            name_of(whole),
            kind.id()
        );
        let diagnostic = self
            .view
            .about_part(Code::UnreadHeading, message, &heading.words, range);
        Some(diagnostic.hint(format!(
            "add the wording of what stands under it, with an example, to {}",
            self.view.patterns(kind.patterns())
        )))
    }

    /// A fact that a service has once may be read from any of the places that say
    /// it, so it keeps every promise of the service; lists keep their own.
    fn keeps(&self, whole: &Unit, kind: FactKind) -> bool {
        let is_single = matches!(
            kind,
            FactKind::Provider
                | FactKind::Form
                | FactKind::Fee
                | FactKind::Hours
                | FactKind::Result
                | FactKind::Standard
        );
        if is_single {
            return self.read.get(&kind).is_some_and(|it| !it.is_empty());
        }
        self.is_read(kind, whole)
    }
}

/// Kinds of which every item of a list is one. A list of steps holds ways that
/// the catalogue does not follow.
const fn is_list(kind: FactKind) -> bool {
    matches!(
        kind,
        FactKind::Documents
            | FactKind::TimeLimits
            | FactKind::RefusalGrounds
            | FactKind::Recipients
    )
}
