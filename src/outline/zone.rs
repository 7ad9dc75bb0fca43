//! Zones: where the attachments of an act begin, and the annexes inside them.
//!
//! An attachment begins with a stamp: a few short lines that name the approving
//! act with its date and number. An annex begins with a label that names the
//! attachment it belongs to.

use std::ops::Range;

use super::marker::find_marker;
use super::tree::Builder;
use crate::repair::{RepairedLine, join_prose, quotes};

/// Lines with words that a stamp or label may take up.
const WINDOW: usize = 8;
/// Lines with words that the title over a Kazakh label may take up.
const TITLE_WINDOW: usize = 14;
/// Signs of a line that can be part of a label; running text is longer.
const LABEL_LINE: usize = 120;
/// Signs of a label that stands whole in one line, as in a cell of its own.
const LABEL_CELL: usize = 600;

/// Where attachments begin, in order: the stamps, and the headings of services that
/// no stamp stands over, before which the range is empty.
#[must_use]
pub fn find_attachments(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Range<usize>> {
    let (chapters, stamp_words) = marked_lines(lines, builder);
    let stamps = find_stamps(lines, &stamp_words, builder);
    let headings = find_bare_headings(lines, &chapters, builder);
    if stamps.is_empty() {
        return headings;
    }
    let mut found = stamps.clone();
    for heading in headings {
        let at = heading.start;
        let before = stamps.partition_point(|stamp| stamp.start <= at);
        let Some(stamp) = before.checked_sub(1).map(|before| &stamps[before]) else {
            continue;
        };
        let is_body = stamp.end < at && chapters.any(stamp.end..at);
        // The heading of the next stamp belongs to that stamp.
        let next = stamps.partition_point(|stamp| stamp.start < at);
        let until = stamps.get(next).map_or(lines.len(), |stamp| stamp.start);
        if is_body && chapters.any(at..until) {
            found.push(heading);
        }
    }
    found.sort_by_key(|attachment| attachment.start);
    found
}

/// The lines that head chapters, and the short lines with a word that a stamp begins
/// with: one walk over the lines, which are read once for both.
fn marked_lines(lines: &[RepairedLine], builder: &Builder<'_>) -> (Chapters, Vec<usize>) {
    let mut counts = vec![0];
    let mut stamp_words = Vec::new();
    let mut count = 0;
    for (at, line) in lines.iter().enumerate() {
        let says = |kind| builder.lexicon.says(kind, line.words.text());
        count += usize::from(says("chapter-number") || says("first-chapter"));
        counts.push(count);
        if says("stamp-word") && (is_short(line) || is_whole(line, "stamp", builder)) {
            stamp_words.push(at);
        }
    }
    (Chapters(counts), stamp_words)
}

/// The lines that head chapters: each line with the number of those before it.
struct Chapters(Vec<usize>);

impl Chapters {
    /// Whether one of the lines heads a chapter: then an attachment has begun in them,
    /// and its heading is behind.
    fn any(&self, lines: Range<usize>) -> bool {
        self.0[lines.start] < self.0[lines.end]
    }
}

/// The stamps among the lines, in order.
fn find_stamps(
    lines: &[RepairedLine],
    stamp_words: &[usize],
    builder: &Builder<'_>,
) -> Vec<Range<usize>> {
    let mut stamps: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for at in stamp_words.iter().copied() {
        if at < from {
            continue;
        }
        if let Some(stamp) = stamp_around(lines, at, from, builder) {
            from = stamp.end;
            // An attachment may be an annex and approved as well; both say where it begins.
            match stamps.last_mut() {
                Some(last)
                    if lines[last.end..stamp.start]
                        .iter()
                        .all(RepairedLine::is_blank) =>
                {
                    last.end = stamp.end;
                }
                _ => stamps.push(stamp),
            }
        }
    }
    stamps
}

/// Where attachments begin whose stamps are lost: at headings of services over a
/// first chapter. Each range is empty, before its heading.
fn find_bare_headings(
    lines: &[RepairedLine],
    chapters: &Chapters,
    builder: &Builder<'_>,
) -> Vec<Range<usize>> {
    let begins = |at: usize| at == 0 || lines[at - 1].is_blank();
    (0..lines.len())
        .filter(|at| begins(*at) && lines[*at].has_words() && is_short(&lines[*at]))
        .filter(|at| heads_a_service(lines, *at, chapters, builder))
        .map(|at| at..at)
        .collect()
}

/// Whether the lines from `at` up to a chapter name a service.
fn heads_a_service(
    lines: &[RepairedLine],
    at: usize,
    chapters: &Chapters,
    builder: &Builder<'_>,
) -> bool {
    let mut end = at + 1;
    let later = (end..lines.len()).filter(|next| lines[*next].has_words());
    for next in later.take(WINDOW + 1) {
        if chapters.any(next..next + 1) {
            let heading = text_of(lines, &(at..end), builder);
            return builder.lexicon.says("service-title", &heading);
        }
        if !is_short(&lines[next]) {
            return false;
        }
        end = next + 1;
    }
    false
}

/// The annex labels among the lines, in order.
#[must_use]
pub fn find_annex_labels(lines: &[RepairedLine], builder: &Builder<'_>) -> Vec<Range<usize>> {
    let mut labels: Vec<Range<usize>> = Vec::new();
    let mut tables = 0;
    for at in 0..lines.len() {
        let line = &lines[at];
        let from = labels.last().map_or(0, |label| label.end);
        if at < from {
            continue;
        }
        // Where no annex has a label, a table behind the text may have one.
        let is_first = labels.len() == tables;
        if is_first && builder.lexicon.says("table-label", line.words.text()) {
            labels.push(at..at + 1);
            tables += 1;
            continue;
        }
        if !builder.lexicon.says("annex-label", line.words.text()) {
            continue;
        }
        if !is_short(line) {
            // A label in a cell of its own is no running text.
            let in_cell = line.indent.has_tab() && line.words.text().len() <= 2 * LABEL_CELL;
            if in_cell || is_whole_label(line, builder) {
                labels.push(at..at + 1);
            }
            continue;
        }
        let start = title_above(lines, at, from, builder).unwrap_or(at);
        let end = title_below(lines, at, builder).unwrap_or(at + 1);
        labels.push(start..end);
    }
    labels
}

/// Whether a line that is longer than others of labels is one nevertheless: with the
/// title of its attachment in quotes, from end to end.
fn is_whole_label(line: &RepairedLine, builder: &Builder<'_>) -> bool {
    let begins_title = line.words.text().starts_with(quotes::OPENING);
    is_whole(line, "annex-title", builder)
        || begins_title && is_whole(line, "annex-title-end", builder)
}

/// The shortest window of lines around `at` that reads as a stamp from its
/// first to its last word, with the lines right above it that go on naming the
/// issuer.
fn stamp_around(
    lines: &[RepairedLine],
    at: usize,
    from: usize,
    builder: &Builder<'_>,
) -> Option<Range<usize>> {
    let is_stamp = |window: &Range<usize>| {
        builder
            .lexicon
            .says("stamp", &text_of(lines, window, builder))
            && !is_inside_prose(lines, window, builder)
    };
    let starts = starts_before(lines, at, from);
    let ends = ends_after(lines, at);
    // What the widest window cannot hold, no narrower one does.
    let widest = *starts.last()?..*ends.last()?;
    if !builder
        .lexicon
        .may_say("stamp", &text_of(lines, &widest, builder))
    {
        return None;
    }
    let mut stamp = starts
        .into_iter()
        .flat_map(|start| ends.iter().map(move |end| start..*end))
        .find(is_stamp)?;
    while stamp.start > from
        && lines[stamp.start - 1].has_words()
        && is_stamp(&(stamp.start - 1..stamp.end))
    {
        stamp.start -= 1;
    }
    Some(stamp)
}

/// True when lines that read as a stamp are a piece of running text, as a standard
/// that a sentence cites: the sentence goes on around them.
fn is_inside_prose(lines: &[RepairedLine], window: &Range<usize>, builder: &Builder<'_>) -> bool {
    let words = |at: usize| lines.get(at).filter(|line| line.has_words());
    let begins_small =
        |at: usize| words(at).is_some_and(|line| line.words.text().starts_with(char::is_lowercase));
    let above = window.start.checked_sub(1).and_then(words);
    let is_closed = |text: &str| text.ends_with(['.', ';', ':']) || text.ends_with(quotes::CLOSING);
    let goes_on = above.is_some_and(|line| !is_closed(line.words.text()));
    let (first, below) = (begins_small(window.start), begins_small(window.end));
    match goes_on {
        true => first || below || is_sentence_below(lines, window.end, builder),
        false => first && below,
    }
}

/// Whether the lines right below a line end a sentence: a heading ends without a stop.
fn is_sentence_below(lines: &[RepairedLine], from: usize, builder: &Builder<'_>) -> bool {
    let begins = |line: &&RepairedLine| {
        let says = |kind| builder.lexicon.says(kind, line.words.text());
        line.is_blank() || find_marker(line.words.text()).is_some() || says("chapter-number")
    };
    let below = lines[from..].iter().take(WINDOW);
    let mut block = below.take_while(|line| !begins(line));
    block.any(|line| line.words.text().ends_with(['.', ';']))
}

/// For a label that stands under the title of its attachment: where the title
/// begins. A title that lost its opening quote begins with a capital letter.
fn title_above(
    lines: &[RepairedLine],
    at: usize,
    from: usize,
    builder: &Builder<'_>,
) -> Option<usize> {
    quoted_title_above(lines, at, from, builder).or_else(|| block_above(lines, at, from, builder))
}

/// The line from which the lines above a label read as a title in quotes, also
/// one that lost its opening quote.
fn quoted_title_above(
    lines: &[RepairedLine],
    at: usize,
    from: usize,
    builder: &Builder<'_>,
) -> Option<usize> {
    let begins = |start: &usize, kind: &str| {
        // The label may stand in the last line of the title.
        [at, at + 1].iter().any(|end| {
            let text = text_of(lines, &(*start..*end), builder);
            builder.lexicon.says(kind, &text)
        })
    };
    let starts = starts_above(lines, at, from);
    let quoted = starts.iter().find(|start| begins(start, "annex-title"));
    let unopened = || {
        starts.iter().find(|start| {
            let text = lines[**start].words.text();
            text.starts_with(char::is_uppercase) && begins(start, "annex-title-unopened")
        })
    };
    quoted.or_else(unopened).copied()
}

/// The lines over a label that its title may begin with, from the nearest on.
fn starts_above(lines: &[RepairedLine], at: usize, from: usize) -> Vec<usize> {
    let above = (from..at).rev().filter(|line| lines[*line].has_words());
    above
        .take_while(|line| is_short(&lines[*line]))
        .take(TITLE_WINDOW)
        .collect()
}

/// The lines that stand right above a label and end as the name of an attachment
/// does, back to the blank line before them.
fn block_above(
    lines: &[RepairedLine],
    at: usize,
    from: usize,
    builder: &Builder<'_>,
) -> Option<usize> {
    let is_title_line = |line: &&RepairedLine| line.has_words() && is_short(line);
    let block = lines[from..at].iter().rev().take_while(is_title_line);
    let start = at - block.count();
    let last = lines.get(at.checked_sub(1)?)?;
    // The label may stand in the last line of the title.
    let ends_title = [last, &lines[at]]
        .iter()
        .any(|line| builder.lexicon.says("annex-title-end", line.words.text()));
    let is_set_off = start == from || lines[start - 1].is_blank();
    (ends_title && is_set_off && at - start <= TITLE_WINDOW).then_some(start)
}

/// For a label that stands over the title of its attachment: where the title
/// ends.
fn title_below(lines: &[RepairedLine], at: usize, builder: &Builder<'_>) -> Option<usize> {
    let ends = ends_after(lines, at).into_iter();
    let ends: Vec<usize> = ends
        .take_while(|end| !begins_content(&lines[end - 1], builder))
        .collect();
    let is_title = |end: &usize| {
        builder
            .lexicon
            .says("annex-title", &text_of(lines, &(at..*end), builder))
    };
    // Behind a whole label and a blank line begins the caption, also where it ends in quotes
    // as a title does.
    let stands_apart = |end: &&usize| lines.get(**end).is_some_and(RepairedLine::is_blank);
    let begins_caption = |end: &&usize| {
        let next = lines[**end..].iter().find(|line| line.has_words());
        next.is_some_and(|line| line.words.text().starts_with(char::is_uppercase))
    };
    let mut apart = ends.iter().filter(stands_apart).filter(begins_caption);
    let whole = apart.find(|end| is_title(end)).copied();
    whole.or_else(|| ends.into_iter().rev().find(is_title))
}

/// A cell, the number of a row, a note, the caption of a table: what no title
/// goes over.
fn begins_content(line: &RepairedLine, builder: &Builder<'_>) -> bool {
    let says = |kind| builder.lexicon.says(kind, line.words.text());
    let text = line.words.text().trim_end_matches('.');
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    line.indent.has_tab() || is_number || says("note") || says("requirements-caption")
}

fn starts_before(lines: &[RepairedLine], at: usize, from: usize) -> Vec<usize> {
    let earlier = (from..at).rev().filter(|line| lines[*line].has_words());
    std::iter::once(at)
        .chain(
            earlier
                .take_while(|line| is_short(&lines[*line]))
                .take(WINDOW),
        )
        .collect()
}

fn ends_after(lines: &[RepairedLine], at: usize) -> Vec<usize> {
    let later = (at + 1..lines.len()).filter(|line| lines[*line].has_words());
    std::iter::once(at + 1)
        .chain(
            later
                .take_while(|line| is_short(&lines[*line]))
                .take(WINDOW)
                .map(|line| line + 1),
        )
        .collect()
}

fn is_short(line: &RepairedLine) -> bool {
    let text = line.words.text();
    // Counting is needed only where bytes do not decide.
    text.len() <= LABEL_LINE || text.len() <= 4 * LABEL_LINE && text.chars().count() <= LABEL_LINE
}

/// Whether a line too long for a part of a label is a whole one.
fn is_whole(line: &RepairedLine, kind: &str, builder: &Builder<'_>) -> bool {
    let text = line.words.text();
    text.chars().count() <= LABEL_CELL && builder.lexicon.says(kind, text)
}

fn text_of(lines: &[RepairedLine], window: &Range<usize>, builder: &Builder<'_>) -> String {
    let lines = lines[window.clone()].iter().filter(|line| line.has_words());
    join_prose(lines, builder.vocabulary).text().to_owned()
}
