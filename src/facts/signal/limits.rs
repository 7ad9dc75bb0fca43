//! Limits of time that sentences set in words of their own.
//!
//! A sentence on a queue speaks of what an applicant waits for wherever it stands. One
//! on the service does where it counts from the day on which somebody applied, and no
//! worker acts in it.

use super::super::TimeLimitFound;
use super::super::body::body;
use super::super::clause::limits_by_clause;
use super::super::duration::find_duration;
use super::super::sentence::sentences;
use crate::catalogue::model::TimeLimitKind;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// Adds the limits of the kinds that no phrase read.
pub(super) fn add(limits: &mut Vec<TimeLimitFound>, service: &Unit, lexicon: &Lexicon) {
    let is_service = |limit: &TimeLimitFound| limit.what == TimeLimitKind::Service;
    let has_service = limits.iter().any(is_service);
    let has_queue = limits.iter().any(|limit| !is_service(limit));
    if has_service && has_queue {
        return;
    }
    for unit in spoken(service, lexicon) {
        for sentence in sentences(&unit.words) {
            let text = sentence.text();
            if find_duration(text, lexicon).is_none() || lexicon.says("limit-aside", text) {
                continue;
            }
            let is_queue = lexicon.says("queue", text);
            let is_wait = || {
                let says = |kind| lexicon.says(kind, text);
                (says("wait-for") && says("wait-from") || says("wait-more")) && !says("no-wait")
            };
            if if is_queue {
                has_queue
            } else {
                has_service || !is_wait()
            } {
                continue;
            }
            let said = limits_by_clause(&sentence, unit, lexicon).into_iter();
            for (_, limit) in said.filter(|(_, limit)| is_service(limit) != is_queue) {
                let is_known = |known: &TimeLimitFound| {
                    (known.what, known.duration, known.channel)
                        == (limit.what, limit.duration, limit.channel)
                };
                if !limits.iter().any(is_known) {
                    limits.push(limit);
                }
            }
        }
    }
}

/// The points and paragraphs of the chapters on the service itself.
fn spoken<'a>(service: &'a Unit, lexicon: &Lexicon) -> Vec<&'a Unit> {
    let chapters = service.children_with(Role::Chapter);
    let own = chapters.filter(|chapter| !lexicon.says("appeal-chapter", chapter.words.text()));
    let says = |unit: &&Unit| matches!(unit.role, Role::Point | Role::Paragraph);
    let listed = |point: &Unit| point.words.text().trim_end().ends_with(':');
    let points = own.flat_map(|chapter| chapter.children_with(Role::Point));
    points
        .flat_map(|point| {
            let below = body(point).into_iter().filter(move |_| !listed(point));
            std::iter::once(point)
                .chain(below)
                .filter(says)
                .collect::<Vec<_>>()
        })
        .collect()
}
