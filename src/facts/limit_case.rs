//! Cases: what the headings inside a list say of the limits under them.

use super::Found;
use super::channel::named;
use super::duration::find_duration;
use super::headings::{Headings, Level};
use super::statement::trimmed;
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::passage::Passage;

/// The case of each entry of a list, while the list is read.
#[derive(Debug, Default)]
pub(super) struct Cases {
    headings: Headings,
    /// Whether a heading of the list has named one: then entries name theirs before a dash.
    are_named: bool,
}

impl Cases {
    /// Goes on to the next entry of the list.
    pub(super) fn enter(&mut self, entry: &Unit, lexicon: &Lexicon) {
        let text = entry.words.text().trim_end();
        let is_item = entry.role == Role::Item;
        let is_heading = text.ends_with(':') && find_duration(text, lexicon).is_none();
        let is_stage = lexicon.says("step-heading", text);
        let level = match (is_stage, is_item) {
            (true, _) => Level::Stage,
            (false, true) => Level::Item,
            (false, false) => Level::Group,
        };
        let is_entry = is_item || is_stage;
        if is_entry || is_heading {
            self.headings.end(level);
        }
        let case = match (is_heading, is_entry && self.are_named) {
            (true, _) => Some(trimmed(&entry.words)),
            (false, true) => before_dash(&entry.words, lexicon),
            (false, false) => None,
        };
        // A way to apply is no case, nor is the day from which the time counts.
        let is_case = |case: &Passage| {
            named(case.text(), lexicon).is_empty() && !lexicon.says("limit-start", case.text())
        };
        if let Some(case) = case.filter(is_case) {
            self.are_named = true;
            self.headings.open(level, Found::new(case, entry));
        }
    }

    /// The case of the entry.
    pub(super) fn around(&self) -> Option<Found> {
        self.headings.words()
    }
}

/// The words of an entry before the dash and the amount of time behind it.
fn before_dash(words: &Passage, lexicon: &Lexicon) -> Option<Passage> {
    let (duration, _) = find_duration(words.text(), lexicon)?;
    let before = words.text()[..duration.start].trim_end();
    let case = before.strip_suffix(['–', '—', '-'])?.trim_end();
    let is_case = !case.is_empty() && !lexicon.says("queue", case);
    is_case.then(|| trimmed(&words.slice(0..case.len())))
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
    fn headings_and_words_before_a_dash_are_the_case() {
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
                Some("рұқсатты беру: 1-кезең"),
                Some("рұқсатты қайта ресімдеу"),
                Some("ауыстыру шеңберінде"),
                Some("ауыстыру шеңберінде: рұқсатты беру"),
            ],
        );
    }

    #[test]
    fn without_a_heading_that_names_a_case_none_has_one() {
        check(&[item("анықтама беру – 8 жұмыс күні;")], &[None]);
    }

    #[test]
    fn a_stage_is_a_part_of_its_case() {
        check(
            &[
                item("рұқсатты беру:"),
                paragraph("1-кезең: хабарлама – 8 (сегіз) жұмыс күні ішінде;"),
                paragraph("2-кезең: рұқсат – 11 (он бір) жұмыс күні ішінде;"),
                item("рұқсатты қайта ресімдеу – 6 (алты) жұмыс күні;"),
            ],
            &[
                Some("рұқсатты беру"),
                Some("рұқсатты беру: 1-кезең: хабарлама"),
                Some("рұқсатты беру: 2-кезең: рұқсат"),
                Some("рұқсатты қайта ресімдеу"),
            ],
        );
    }

    #[test]
    fn what_the_time_is_for_is_no_case() {
        check(
            &[
                paragraph("рұқсатты беру:"),
                item("мемлекеттік қызмет көрсету – 8 жұмыс күні;"),
                item("кезекте күту – 15 минут;"),
            ],
            &[
                Some("рұқсатты беру"),
                Some("рұқсатты беру"),
                Some("рұқсатты беру"),
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
