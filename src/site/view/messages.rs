//! Messages: the facts of a service as lines that staff send to a resident.
//!
//! A message says what the page says, the status of the act before everything else.

use super::facts::Value;
use super::office::{Number, OfficePage, Printed};
use super::papers::PaperView;
use super::sections::Section;
use super::service::Summary;
use super::share::{Line, Message};
use super::status::Banner;
use super::words::Words;
use crate::error::Error;
use crate::site::phrases::Phrases;

/// Longer values would make a message that nobody reads; the address leads to the rest.
/// Papers are never cut: one that is left out costs a journey.
const LONGEST_VALUE: usize = 160;

/// What every message about a service begins with.
pub(super) struct Messages<'a> {
    pub(super) region: &'a str,
    pub(super) act: String,
    pub(super) banner: Option<&'a Banner>,
}

impl Messages<'_> {
    /// The lines of "in short".
    pub(super) fn facts(&self, summary: &[Summary]) -> Vec<Line> {
        let mut lines = self.head();
        for line in summary.iter().filter(|line| !line.values.is_empty()) {
            let mut values = Line::new();
            for value in &line.values {
                if !values.is_empty() {
                    values.push(Words::own("; "));
                }
                values.extend(summary_words(value));
            }
            lines.push(labelled(&line.label, values));
        }
        lines
    }

    /// The list of papers, numbered; `None` where the sections hold none.
    pub(super) fn papers(&self, title: &Words, sections: &[Section], url: &str) -> Option<Message> {
        let section = sections.iter().find(|section| !section.papers.is_empty())?;
        let mut lines = self.head();
        lines.push(labelled(&section.heading, Line::new()));
        let mut number = 0;
        for group in &section.papers {
            lines.extend(group.heading.as_ref().map(|words| vec![quoted(words)]));
            for paper in &group.papers {
                number += 1;
                lines.push(numbered(number, paper_words(paper)));
            }
        }
        let url = format!("{url}#{}", section.anchor);
        Some(Message::new(title, &lines, &url))
    }

    fn head(&self) -> Vec<Line> {
        let mut lines = vec![vec![Words::own(format!("{}, {}", self.region, self.act))]];
        lines.extend(self.banner.map(|banner| vec![Words::own(&banner.text)]));
        lines
    }
}

/// How to reach an office, as lines of a message.
pub(super) fn of_office(view: &OfficePage, phrases: Phrases<'_>) -> Result<Vec<Line>, Error> {
    let places: Vec<_> = view
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    let mut lines = vec![vec![Words::own(places.join(", "))]];
    lines.extend(
        view.notice
            .as_ref()
            .map(|notice| vec![Words::own(&notice.text)]),
    );
    let numbers = |numbers: &[Number]| {
        let printed = numbers
            .iter()
            .map(|number| number.phone.printed.text.clone());
        let printed = printed.collect::<Vec<_>>().join(", ");
        (!printed.is_empty()).then(|| vec![Words::own(printed)])
    };
    let words = |one: Option<&Printed>| one.map(|one| vec![quoted(&one.words)]);
    let facts = [
        ("office-address", words(view.addresses.first())),
        ("office-room", words(view.room.as_ref())),
        ("office-phone", numbers(&view.phones)),
        ("office-fax", numbers(&view.fax)),
        ("fact-hours", view.hours.as_ref().map(value_words)),
        ("office-reception", words(view.reception.as_ref())),
    ];
    for (key, value) in facts {
        if let Some(value) = value {
            lines.push(labelled(&phrases.text(key)?, value));
        }
    }
    Ok(lines)
}

/// A value after what it is about.
fn labelled(label: &str, mut value: Line) -> Line {
    value.insert(0, Words::own(format!("{label}: ")));
    value
}

/// An entry of a list after its number.
fn numbered(number: usize, mut entry: Line) -> Line {
    entry.insert(0, Words::own(format!("{number}. ")));
    entry
}

/// A value of "in short", with the act's words where the page shows them beside it.
fn summary_words(value: &Value) -> Line {
    let mut line = value_words(value);
    let words = value.words.as_ref().or(value.folded.as_ref());
    if let Some(words) = words.filter(|_| value.plain.is_some()) {
        line.push(Words::own(": "));
        line.push(quoted(&shortened(words)));
    }
    line
}

fn value_words(value: &Value) -> Line {
    let said = match &value.plain {
        Some(plain) => Words::own(plain),
        None => {
            let words = value.words.as_ref().or(value.folded.as_ref());
            words.map_or_else(|| Words::own(""), |words| quoted(&shortened(words)))
        }
    };
    let label = value.label.as_ref();
    let label = label.map(|label| Words::own(format!(" ({label})")));
    let mut line: Line = [said].into_iter().chain(label).collect();
    if let Some(condition) = &value.condition {
        line.push(Words::own(" – "));
        line.push(quoted(condition));
    }
    line
}

/// A paper in the words of the act. Words of the other language follow the name of the
/// kind of paper, where it has one.
fn paper_words(paper: &PaperView) -> Line {
    let kinds = paper.kinds.join("; ");
    match &paper.value.words {
        Some(words) if words.lang.is_some() && !kinds.is_empty() => {
            labelled(&kinds, vec![quoted(words)])
        }
        Some(words) => vec![quoted(words)],
        None => vec![Words::own(kinds)],
    }
}

/// Words of the other language stand in quotation marks.
fn quoted(words: &Words) -> Words {
    match words.lang {
        Some(lang) => Words {
            text: format!("«{}»", words.text),
            lang: Some(lang),
        },
        None => words.clone(),
    }
}

/// The beginning of a value, cut between words.
fn shortened(words: &Words) -> Words {
    if words.text.chars().count() <= LONGEST_VALUE {
        return words.clone();
    }
    let cut: String = words.text.chars().take(LONGEST_VALUE).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    let text = cut[..end].trim_end_matches([',', ';', ' ']);
    Words {
        text: format!("{text}…"),
        lang: words.lang,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_cut_between_words() {
        let value = "сөз ".repeat(100);
        let short = shortened(&Words::own(value)).text;
        assert!(short.ends_with("сөз…"), "{short}");
        assert!(short.chars().count() <= LONGEST_VALUE + 1);
        assert_eq!(shortened(&Words::own("қысқа сөз")).text, "қысқа сөз");
    }

    #[test]
    fn words_of_the_other_language_stand_in_quotation_marks() {
        let foreign = Words {
            text: "заявление".into(),
            lang: Some("ru"),
        };
        assert_eq!(quoted(&foreign).text, "«заявление»");
        assert_eq!(quoted(&foreign).lang, Some("ru"));
        assert_eq!(quoted(&Words::own("өтініш")), Words::own("өтініш"));
    }
}
