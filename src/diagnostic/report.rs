//! Diagnostics worded for people and programs.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::account::Account;
use crate::source::LineIndex;

/// Lines of a longer range are left out between its ends.
const MOST_LINES: u32 = 6;

/// Letters of a line before and after the place that are shown; the acts have
/// lines of thousands of letters.
const CONTEXT: usize = 60;

/// Letters of a marked range that are shown.
const MOST_LETTERS: usize = 120;

/// How a report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Letters only.
    Plain,
    /// With the colours of a terminal.
    Coloured,
}

/// Words every diagnostic with an excerpt of its file, as compilers do. `text_of`
/// gives the text of a file by its path; without it only the path is named.
#[must_use]
pub fn render_text<'a>(
    diagnostics: &Diagnostics,
    text_of: impl Fn(&str) -> Option<&'a str>,
    style: Style,
) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let mut report = String::new();
    for diagnostic in diagnostics {
        report.push_str(&render_one(diagnostic, &text_of, &renderer));
        report.push_str("\n\n");
    }
    report
}

/// The counts in one line: `1 error, 2 warnings, 3 notes`.
#[must_use]
pub fn render_summary(diagnostics: &Diagnostics) -> String {
    let counted = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Note, "note"),
    ];
    let parts: Vec<_> = counted
        .into_iter()
        .map(|(severity, name)| (diagnostics.count(severity), name))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}{}", if count == 1 { "" } else { "s" }))
        .collect();
    if parts.is_empty() {
        "nothing to report".to_owned()
    } else {
        parts.join(", ")
    }
}

/// All diagnostics and the accounts of the texts as one JSON object.
#[must_use]
pub fn render_json<'a>(
    diagnostics: &Diagnostics,
    coverage: &[Account],
    text_of: impl Fn(&str) -> Option<&'a str>,
) -> String {
    let list = ReportFile {
        coverage,
        diagnostics: diagnostics
            .iter()
            .map(|diagnostic| Entry::new(diagnostic, &text_of))
            .collect(),
    };
    let mut text = serde_json::to_string_pretty(&list).expect("a report is plain data");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct ReportFile<'a> {
    diagnostics: Vec<Entry<'a>>,
    coverage: &'a [Account],
}

#[derive(Serialize)]
struct Entry<'a> {
    code: Code,
    severity: Severity,
    message: &'a str,
    path: Option<&'a str>,
    first_line: Option<u32>,
    /// Of the first line, counted in letters from 1.
    column: Option<usize>,
    last_line: Option<u32>,
    excerpt: Option<String>,
    hint: Option<&'a str>,
}

impl<'a> Entry<'a> {
    fn new<'t>(diagnostic: &'a Diagnostic, text_of: &impl Fn(&str) -> Option<&'t str>) -> Self {
        let place = diagnostic.place.as_ref();
        let located = place.and_then(|place| locate(place, text_of));
        Self {
            code: diagnostic.code,
            severity: diagnostic.severity,
            message: &diagnostic.message,
            path: place.map(|place| place.path.as_str()),
            first_line: located.as_ref().map(|found| found.first_line),
            column: located.as_ref().map(Located::column),
            last_line: located.as_ref().map(|found| found.last_line),
            excerpt: located.map(|found| shorten(&found.text[found.at])),
            hint: diagnostic.hint.as_deref(),
        }
    }
}

/// A place with the text that it lies in.
struct Located<'a> {
    text: &'a str,
    at: Range<usize>,
    first_line: u32,
    last_line: u32,
    lines: LineIndex,
}

impl Located<'_> {
    /// Letters of the first line up to the place, and the place itself.
    fn column(&self) -> usize {
        let start = self.lines.start_of(self.first_line);
        self.text[start..self.at.start].chars().count() + 1
    }
}

fn locate<'a>(place: &Place, text_of: &impl Fn(&str) -> Option<&'a str>) -> Option<Located<'a>> {
    let span = place.span?;
    let text = text_of(&place.path)?;
    let start = boundary(text, span.start);
    let end = boundary(text, span.end.max(start));
    let lines = LineIndex::new(text);
    let found = lines.lines_of(crate::passage::Span::new(start, end));
    Some(Located {
        text,
        at: start..end,
        first_line: found.first,
        last_line: found.last,
        lines,
    })
}

/// The nearest boundary of a character at or before a byte: a report must not
/// panic because a file changed while it was read.
fn boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

fn render_one<'a>(
    diagnostic: &Diagnostic,
    text_of: &impl Fn(&str) -> Option<&'a str>,
    renderer: &Renderer,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);
    if let Some(place) = &diagnostic.place {
        group = match locate(place, text_of) {
            Some(found) => group.element(excerpt(&found, &place.path)),
            None => group.element(Origin::path(place.path.as_str())),
        };
    }
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    renderer.render(&[group])
}

/// The lines of a place with the place marked.
fn excerpt<'a>(
    found: &Located<'_>,
    path: &'a str,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let last = found.last_line.min(found.first_line + MOST_LINES - 1);
    let mut source = String::new();
    let mut mark: Option<Range<usize>> = None;
    for line in found.first_line..=last {
        let bytes = line_bytes(found, line);
        let wanted = found.at.start.max(bytes.start)..found.at.end.min(bytes.end).max(bytes.start);
        let (shown, marked) = shorten_line(found.text, &bytes, &wanted);
        let start = source.len();
        source.push_str(&shown);
        source.push('\n');
        let here = start + marked.start..start + marked.end;
        mark = Some(mark.map_or(here.clone(), |mark| mark.start..here.end));
    }
    Snippet::source(source)
        .line_start(usize::try_from(found.first_line).unwrap_or(usize::MAX))
        .path(path)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(mark.unwrap_or(0..0)))
}

/// The bytes of a line, without its line break.
fn line_bytes(found: &Located<'_>, line: u32) -> Range<usize> {
    let start = found.lines.start_of(line);
    let rest = &found.text[start..];
    let length = rest.find('\n').unwrap_or(rest.len());
    let length = rest[..length].trim_end_matches('\r').len();
    start..start + length
}

/// The part of a line around the wanted bytes, and where these stand in it.
fn shorten_line(text: &str, line: &Range<usize>, wanted: &Range<usize>) -> (String, Range<usize>) {
    let wanted_start = wanted.start.clamp(line.start, line.end);
    let wanted_end = wanted.end.clamp(wanted_start, line.end);
    let before = last_letters(&text[line.start..wanted_start], CONTEXT);
    let inside = first_letters(&text[wanted_start..wanted_end], MOST_LETTERS);
    let is_whole = inside.len() == wanted_end - wanted_start;
    let after = if is_whole {
        first_letters(&text[wanted_end..line.end], CONTEXT)
    } else {
        ""
    };
    let mut shown = String::new();
    if before.len() < wanted_start - line.start {
        shown.push('…');
    }
    shown.push_str(before);
    let start = shown.len();
    shown.push_str(inside);
    let end = shown.len();
    shown.push_str(after);
    if wanted_start + inside.len() + after.len() < line.end {
        shown.push('…');
    }
    // Characters that move the cursor or the writing direction would spoil the
    // columns; each becomes a blank of as many bytes, so that the mark stays.
    let clean = shown
        .chars()
        .map(|letter| match letter {
            letter if letter.is_control() => " ".repeat(letter.len_utf8()),
            letter => letter.to_string(),
        })
        .collect();
    (clean, start..end)
}

fn first_letters(text: &str, most: usize) -> &str {
    text.char_indices()
        .nth(most)
        .map_or(text, |(end, _)| &text[..end])
}

fn last_letters(text: &str, most: usize) -> &str {
    text.char_indices()
        .rev()
        .nth(most.saturating_sub(1))
        .map_or(text, |(start, _)| &text[start..])
}

fn shorten(text: &str) -> String {
    let text = text.trim();
    let first = first_letters(text, MOST_LETTERS);
    if first.len() < text.len() {
        format!("{first}…")
    } else {
        first.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::Span;

    const TEXT: &str = "Приказ\nоб услугах\nот 31 февраля\n";

    fn report(text: &str, diagnostic: Diagnostic) -> String {
        let diagnostics = Diagnostics::from_iter([diagnostic]);
        render_text(&diagnostics, |_| Some(text), Style::Plain)
    }

    fn date() -> Diagnostic {
        let start = TEXT.find("31").expect("the day is there");
        let span = Span::new(start, start + "31 февраля".len());
        Diagnostic::new(Code::ImpossibleDate, "no calendar has this day")
            .at("seeds/act.txt", span)
            .hint("correct the act")
    }

    #[test]
    fn a_place_in_a_russian_text_is_marked_under_its_letters() {
        let expected = "\
warning[impossible-date]: no calendar has this day
  ╭▸ seeds/act.txt:3:4
  │
3 │ от 31 февраля
  │    ━━━━━━━━━━
  │
  ╰ help: correct the act

";
        assert_eq!(report(TEXT, date()), expected);
    }

    #[test]
    fn a_place_in_a_kazakh_text_is_marked_under_its_letters() {
        let text = "Қаулы\nәкімдіктің қызметі\n";
        let start = text.find("қызметі").expect("the word is there");
        let span = Span::new(start, start + "қызметі".len());
        let diagnostic = Diagnostic::new(Code::UnreadTitle, "no pattern").at("seeds/a.txt", span);
        let expected = "\
warning[unread-title]: no pattern
  ╭▸ seeds/a.txt:2:12
  │
2 │ әкімдіктің қызметі
  ╰╴           ━━━━━━━

";
        assert_eq!(report(text, diagnostic), expected);
    }

    #[test]
    fn a_line_of_thousands_of_letters_is_cut_around_the_place() {
        let text = format!("{}31 февраля{}", "слово ".repeat(900), " слово".repeat(900));
        let start = text.find("31").expect("the day is there");
        let span = Span::new(start, start + "31 февраля".len());
        let diagnostic = Diagnostic::new(Code::ImpossibleDate, "no such day").at("a", span);
        let report = report(&text, diagnostic);
        let widest = report.lines().map(|line| line.chars().count()).max();
        assert_eq!(widest, Some(2 * CONTEXT + "31 февраля".chars().count() + 6));
    }

    #[test]
    fn a_file_as_a_whole_is_named() {
        let diagnostic =
            Diagnostic::new(Code::EmptyFile, "the file holds no text").in_file("seeds/a.txt");
        let expected = "error[empty-file]: the file holds no text\n ─▸ seeds/a.txt\n\n";
        assert_eq!(report("", diagnostic), expected);
    }

    #[test]
    fn json_names_lines_and_excerpt() {
        let diagnostics = Diagnostics::from_iter([date()]);
        let json: serde_json::Value =
            serde_json::from_str(&render_json(&diagnostics, &[], |_| Some(TEXT)))
                .expect("it is JSON");
        let expected = serde_json::json!({"diagnostics": [{
            "code": "impossible-date",
            "severity": "warning",
            "message": "no calendar has this day",
            "path": "seeds/act.txt",
            "first_line": 3,
            "column": 4,
            "last_line": 3,
            "excerpt": "31 февраля",
            "hint": "correct the act",
        }], "coverage": []});
        assert_eq!(json, expected);
    }

    #[test]
    fn a_place_beyond_the_text_does_not_break_the_report() {
        let diagnostic = Diagnostic::new(Code::NoAct, "no act").at("a", Span::new(3, 900));
        assert!(report("Қа", diagnostic).starts_with("error[no-act]: no act"));
    }

    #[test]
    fn the_summary_counts_what_there_is() {
        let mut diagnostics = Diagnostics::default();
        assert_eq!(render_summary(&diagnostics), "nothing to report");
        diagnostics.push(date());
        diagnostics.push(Diagnostic::new(Code::EmptyFile, "the file holds no text"));
        diagnostics.push(date());
        assert_eq!(render_summary(&diagnostics), "1 error, 2 warnings");
    }
}
