//! A service taken out: its attachment, and its item in the list of the act.

use std::ops::Range;

use regex::Regex;

use qyzmet::language::Language;

use super::act::Act;

/// An act without one of its services.
pub struct Shortened {
    pub act: Act,
    /// Line of the copy by line of the original, both counted from 1; `None`
    /// for a line that was cut.
    lines: Vec<Option<u64>>,
    /// The items of the list that got another number: their lines in the
    /// original, counted from 0, and the number that they had.
    renumbered: Vec<(Range<usize>, usize)>,
}

impl Shortened {
    /// Where a line of the original stands in the copy.
    pub fn line(&self, original: u64) -> Option<u64> {
        let index = usize::try_from(original).expect("a line fits") - 1;
        self.lines[index]
    }

    /// The number that an item of the list had, by a line of it, when the copy
    /// gives it the one before.
    pub fn old_number(&self, original: u64) -> Option<usize> {
        let index = usize::try_from(original).expect("a line fits") - 1;
        let mut items = self.renumbered.iter();
        items.find_map(|(lines, number)| lines.contains(&index).then_some(*number))
    }

    /// How many lines were cut.
    pub fn cut(&self) -> usize {
        self.lines.iter().filter(|line| line.is_none()).count()
    }
}

/// How many services the act approves: one for each stamp.
pub fn count_services(act: &Act) -> usize {
    sections(&lines_of(act), act.language).len()
}

/// Takes out the service with this index.
pub fn without_service(act: &Act, index: usize) -> Shortened {
    let mut lines = lines_of(act);
    let sections = sections(&lines, act.language);
    let items = list_items(&lines[..sections[0].start]);
    assert_eq!(
        items.len(),
        sections.len(),
        "the list of {} and its stamps",
        act.file
    );

    renumber(&mut lines, &items[index + 1..], index + 1);
    let kept = |line: &usize| !sections[index].contains(line) && !items[index].contains(line);
    let mut next = 0;
    let map = (0..lines.len())
        .map(|line| {
            kept(&line).then(|| {
                next += 1;
                next
            })
        })
        .collect();
    let rest: Vec<String> = (0..lines.len())
        .filter(kept)
        .map(|line| lines[line].clone())
        .collect();
    Shortened {
        act: act.with_text(rest.join("\n")),
        lines: map,
        renumbered: items.into_iter().zip(1..).skip(index + 1).collect(),
    }
}

fn lines_of(act: &Act) -> Vec<String> {
    act.text.split('\n').map(str::to_owned).collect()
}

/// The attachments, each from its stamp of approval to the next one.
fn sections(lines: &[String], language: Language) -> Vec<Range<usize>> {
    let starts: Vec<usize> = match language {
        Language::Ru => russian_stamps(lines),
        Language::Kk => kazakh_stamps(lines),
    };
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| *start..end)
        .collect()
}

/// A Russian stamp begins with its verb, which may be letter-spaced.
fn russian_stamps(lines: &[String]) -> Vec<usize> {
    let stamp = Regex::new("^утвержден[оаы]?(постановлением)?$").expect("the pattern is right");
    positions(lines, |line| {
        stamp.is_match(&without_blanks(line).to_lowercase())
    })
}

/// A Kazakh stamp ends with its verb and begins with the body that approves.
fn kazakh_stamps(lines: &[String]) -> Vec<usize> {
    let verbs = positions(lines, |line| {
        without_blanks(line).to_lowercase() == "бекітілді"
    });
    verbs
        .into_iter()
        .map(|verb| {
            (0..verb)
                .rev()
                .find(|line| lines[*line].trim().ends_with("әкімдігінің"))
                .expect("a stamp names a body")
        })
        .collect()
}

/// The items of the act's own list. A number stands before its item, or at the
/// end of its first line where the export put it.
fn list_items(header: &[String]) -> Vec<Range<usize>> {
    let opening = Regex::new("Утвердить прилагаемые|Қоса беріліп отырған").expect("right");
    let closing = Regex::new(r"^\s*2\.\s|бекітілсін\.").expect("right");
    let first = positions(header, |line| opening.is_match(line))[0] + 1;
    let end = first + positions(&header[first..], |line| closing.is_match(line))[0];

    let mut starts: Vec<usize> = Vec::new();
    for (line, words) in header.iter().enumerate().take(end).skip(first) {
        if marker(starts.len() + 1).is_match(words) {
            starts.push(line);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([end]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| *start..end)
        .collect()
}

/// Closes up the numbers of the items that follow a cut one.
fn renumber(lines: &mut [String], items: &[Range<usize>], first: usize) {
    for (item, number) in items.iter().zip(first..) {
        let line = &mut lines[item.start];
        let changed = marker(number + 1).replace(
            line,
            format!("${{before}}${{before_end}}{number})${{after}}${{after_end}}"),
        );
        *line = changed.into_owned();
    }
}

fn marker(number: usize) -> Regex {
    let pattern = format!(
        r"^(?<before>\s*){number}\)(?<after>\s)|(?<before_end>\s){number}\)(?<after_end>\s*)$"
    );
    Regex::new(&pattern).expect("the pattern is right")
}

fn positions(lines: &[String], holds: impl Fn(&str) -> bool) -> Vec<usize> {
    (0..lines.len())
        .filter(|index| holds(&lines[*index]))
        .collect()
}

fn without_blanks(line: &str) -> String {
    line.split_whitespace().collect()
}
