//! Cases: what a heading inside a list says of the limits under it.

use super::channel::named;
use super::statement::trimmed;
use super::{Found, duration::find_duration};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};

/// The headings over the entries of a list: one of a group of items, one that an item is.
#[derive(Debug, Default)]
pub(super) struct Cases {
    group: Option<Found>,
    item: Option<Found>,
}

impl Cases {
    /// Goes on to the next entry of the list.
    pub(super) fn enter(&mut self, entry: &Unit, lexicon: &Lexicon) {
        if entry.role == Role::Item {
            self.item = None;
        }
        let text = entry.words.text().trim_end();
        if !text.ends_with(':') || find_duration(text, lexicon).is_some() {
            return;
        }
        // A way to apply is no case, nor is the day from which the time counts.
        let is_case = named(text, lexicon).is_empty() && !lexicon.says("limit-start", text);
        let case = is_case.then(|| Found::new(trimmed(&entry.words), entry));
        if entry.role == Role::Item {
            self.item = case;
        } else {
            *self = Self {
                group: case,
                item: None,
            };
        }
    }

    /// The case of the entry, by the nearest heading over it.
    pub(super) fn around(&self) -> Option<Found> {
        self.item.clone().or_else(|| self.group.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{item, lexicon, paragraph};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(entries: &[Unit], expected: &[Option<&str>]) {
        let lexicon = lexicon(Language::Kk);
        let mut cases = Cases::default();
        let around = entries.iter().map(|entry| {
            cases.enter(entry, lexicon);
            cases.around().map(|case| case.words.text().to_owned())
        });
        let around: Vec<Option<String>> = around.collect();
        let around: Vec<Option<&str>> = around.iter().map(Option::as_deref).collect();
        assert_eq!(around, expected);
    }

    #[test]
    fn the_nearest_heading_is_the_case() {
        check(
            &[
                item("рұқсатты беру:"),
                paragraph("1-кезең – 8 жұмыс күні;"),
                item("рұқсатты қайта ресімдеу – 6 жұмыс күні;"),
                paragraph("ауыстыру шеңберінде:"),
                item("рұқсатты беру – 8 жұмыс күні;"),
            ],
            &[
                Some("рұқсатты беру"),
                Some("рұқсатты беру"),
                None,
                Some("ауыстыру шеңберінде"),
                Some("ауыстыру шеңберінде"),
            ],
        );
    }

    #[test]
    fn when_the_time_begins_is_no_case() {
        check(
            &[
                item("құжаттарды тапсырған сәттен бастап көрсету мерзімдері:"),
                paragraph("бөлімге өтініш білдіргенде – 10 күн;"),
                paragraph("портал арқылы:"),
            ],
            &[None, None, None],
        );
    }
}
