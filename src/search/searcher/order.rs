//! Order: hits by score, and by what people prefer where scores are alike.

use std::cmp::Reverse;

use crate::catalogue::model::Status;
use crate::language::Language;
use crate::search::columns::Columns;
use crate::search::ranking::Scored;

/// Best first. Among ties, which differ by less than `tie` of the best score, the
/// wanted language comes before the other, acts in force before repealed ones, newer
/// before older.
pub fn sort(
    mut found: Vec<Scored>,
    wanted: Option<Language>,
    columns: &Columns,
    tie: f32,
) -> Vec<Scored> {
    let best = found.iter().map(|hit| hit.score).fold(0.0, f32::max);
    found.sort_by_cached_key(|hit| {
        let document = &columns.documents[hit.doc as usize];
        let foreign = wanted.is_some_and(|wanted| !document.is_in(wanted));
        let repealed = document.status == Some(Status::Repealed);
        (
            Reverse(step(hit.score, best, tie)),
            foreign,
            repealed,
            Reverse(document.adopted),
            hit.doc,
        )
    });
    found
}

/// The score in steps of a tie.
fn step(score: f32, best: f32, tie: f32) -> u32 {
    if best <= 0.0 || tie <= 0.0 {
        return 0;
    }
    let steps = (score / best / tie).round().clamp(0.0, 1.0 / tie);
    // Steps are counted in hundreds at the most, so the cast is exact.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let steps = steps as u32;
    steps
}
