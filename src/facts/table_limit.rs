//! Limits of time that the tables of procedures add up.
//!
//! The last row of such a table holds one amount of time for the whole service;
//! a word for a total or the number of the row stands before it.

use std::ops::Range;

use super::duration::{find_contradiction, find_duration};
use super::statement::trimmed;
use super::{Found, TimeLimitFound};
use crate::catalogue::model::{Channel, Duration, TimeLimitKind, TimeUnit};
use crate::content::patterns::Lexicon;
use crate::outline::model::{Role, Unit};
use crate::repair::letters::is_letter;

/// What stands in the first cell of a line of a table.
enum Line {
    /// Totals.
    Totals(Vec<Total>),
    /// The head of a row whose cells follow on lines of their own.
    Head,
    /// Anything else.
    Other,
}

/// A total with the bytes of its words.
type Total = (Range<usize>, Duration);

/// The totals of the tables in the annexes of a service.
pub fn table_limits(service: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let annexes = service.children_with(Role::Annex);
    annexes
        .flat_map(|annex| totals_of(annex, lexicon))
        .collect()
}

fn totals_of(annex: &Unit, lexicon: &Lexicon) -> Vec<TimeLimitFound> {
    let mut limits = Vec::new();
    // Without another word, a table tells what the provider's own staff does.
    let mut channel = Some(Channel::Office);
    // A way to apply outside the closed set is a condition of the totals under it.
    let mut condition: Option<Found> = None;
    let mut follows_head = false;
    for unit in annex.walk().filter(|unit| unit.role == Role::Line) {
        let words = unit.words.trim();
        let text = words.text();
        if lexicon.says("table-other-route", text) {
            channel = None;
            // The mark of the line is no part of it.
            let start = text.find(is_letter).unwrap_or_default();
            let end = text.find(':').unwrap_or(text.len());
            let named = trimmed(&words.slice(start..end.max(start)));
            condition = Some(Found::new(named, unit));
        } else if let Some(case) = lexicon
            .find("table-case", text)
            .and_then(|found| found.slot("case"))
        {
            condition = Some(Found::new(trimmed(&words.slice(case)), unit));
        } else if text.ends_with(':') && !lexicon.says("limit-start", text) {
            condition = None;
        }
        let line = read(text, lexicon);
        let alone = follows_head.then(|| all_totals(text, lexicon)).flatten();
        let alone = alone.or_else(|| last_cell(text, lexicon));
        follows_head = matches!(line, Line::Head);
        let totals = match line {
            Line::Totals(totals) => totals,
            Line::Head | Line::Other => alone.unwrap_or_default(),
        };
        limits.extend(totals.into_iter().map(|(range, duration)| TimeLimitFound {
            is_contradictory: find_contradiction(&text[range.clone()], lexicon).is_some(),
            words: Found::new(trimmed(&words.slice(range)), unit),
            what: TimeLimitKind::Service,
            duration,
            channel,
            condition: condition.clone(),
        }));
    }
    limits
}

fn read(text: &str, lexicon: &Lexicon) -> Line {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, cells) = text.split_at(digits);
    let cells = cells.trim_start_matches('.').trim();
    let rest = lexicon
        .find("total-head", cells)
        .map_or(cells, |found| cells[found.range.end..].trim());
    if number.is_empty() && rest.len() == cells.len() {
        return Line::Other;
    }
    if rest.is_empty() {
        return Line::Head;
    }
    if let Some(total) = whole(rest, lexicon) {
        // The number of the row is no part of what the row says.
        return Line::Totals(vec![(text.len() - cells.len()..text.len(), total)]);
    }
    worded(number, rest, lexicon).map_or(Line::Other, |total| {
        // The number of the row is no part of what the row says.
        Line::Totals(vec![(text.len() - rest.len()..text.len(), total)])
    })
}

/// The total in the last cell of rows behind tabulators, where the cell before it that
/// holds words ends with those for a total.
fn last_cell(text: &str, lexicon: &Lexicon) -> Option<Vec<Total>> {
    let (before, cell) = text.rsplit_once('\t')?;
    let named = before.trim_end();
    let name = named.rsplit('\t').next().unwrap_or(named);
    if !lexicon.says("total-tail", name) {
        return None;
    }
    let total = whole(cell.trim(), lexicon)?;
    let start = text.len() - cell.trim_start().len();
    Some(vec![(start..text.len(), total)])
}

/// The amounts of time that are all of the words: one, or one for each stage where
/// all of them count days. Shorter ones are the cells of steps.
fn all_totals(text: &str, lexicon: &Lexicon) -> Option<Vec<Total>> {
    if let Some(total) = whole(text, lexicon) {
        return Some(vec![(0..text.len(), total)]);
    }
    let counts_days =
        |duration: &Duration| !matches!(duration.unit, TimeUnit::Minute | TimeUnit::Hour);
    let mut totals = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (range, duration) = find_duration(rest, lexicon)?;
        if range.start != 0 || !counts_days(&duration) {
            return None;
        }
        let start = text.len() - rest.len();
        totals.push((start..start + range.end, duration));
        rest = rest[range.end..].trim_start();
    }
    Some(totals)
}

/// The amount of time that is all of the words, but for those on when it begins.
fn whole(text: &str, lexicon: &Lexicon) -> Option<Duration> {
    let (range, duration) = find_duration(text, lexicon)?;
    let rest = text.get(range.end..)?.trim();
    let is_all = rest.trim_matches([' ', '.', ';']).is_empty() || lexicon.says("total-from", rest);
    (range.start == 0 && is_all).then_some(duration)
}

/// `6 (twenty) days`: where figures and words disagree, the figures are the number
/// of the row, and those of the amount are gone. The words still say it.
fn worded(number: &str, rest: &str, lexicon: &Lexicon) -> Option<Duration> {
    let (words, unit) = rest.strip_prefix('(')?.split_once(')')?;
    let duration = whole(&format!("{} {}", words.trim(), unit.trim()), lexicon)?;
    let row: u32 = number.parse().ok()?;
    let agree = lexicon.numbers.parse(words.trim()) == Some(row);
    (!agree).then_some(duration)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{annex, lexicon, line, service};
    use super::*;
    use crate::language::Language;

    #[track_caller]
    fn check(lines: &[&str], expected: &[(u32, Option<Channel>)]) {
        let lines = lines.iter().map(|words| line(words)).collect();
        let service = service(vec![annex("2-қосымша", lines)]);
        let limits = table_limits(&service, lexicon(Language::Kk));
        let read: Vec<_> = limits
            .iter()
            .map(|limit| (limit.duration.amount, limit.channel))
            .collect();
        assert_eq!(read, expected);
    }

    const OFFICE: Option<Channel> = Some(Channel::Office);

    #[test]
    fn a_total_may_stand_in_the_last_cell_of_its_row_and_say_when_it_begins() {
        check(
            &[
                "1\tТіркеу\tМаман\t10 минут Мемлекеттік қызметті көрсетудің жалпы мерзімі\t\t\t1 (бір) жұмыс күні",
            ],
            &[(1, OFFICE)],
        );
        check(&["1\tТіркеу\tМаман\t10 минут"], &[]);
        check(
            &[
                "Мемлекеттік қызметті көрсету мерзімі",
                "3 (үш) жұмыс күні ішінде",
            ],
            &[(3, OFFICE)],
        );
    }

    #[test]
    fn a_table_tells_for_which_case_its_total_holds() {
        let lines = [
            "2) рұқсатты ұзарту мәселесі бойынша көрсетілетін қызметті берушіге өтініш берген кезде:",
            "Орындау мерзімдері:",
            "6 (жиырма) жұмыс күні",
        ];
        let lines = lines.iter().map(|words| line(words)).collect();
        let service = service(vec![annex("1-қосымша", lines)]);
        let limits = table_limits(&service, lexicon(Language::Kk));
        let [limit] = limits.as_slice() else {
            panic!("one limit, not {limits:?}");
        };
        let case = limit.condition.as_ref().map(|case| case.words.text());
        assert_eq!(case, Some("рұқсатты ұзарту"));
        assert_eq!(limit.words.words.text(), "(жиырма) жұмыс күні");
        assert!(!limit.is_contradictory);
    }

    #[test]
    fn the_last_row_of_a_table_is_a_total_in_all_its_layouts() {
        let cells = "5 Орындау мерзімдері 30 минут 4 (төрт) жұмыс күні";
        check(
            &[cells, "25 минут", "6 9 (тоғыз) жұмыс күні"],
            &[(9, OFFICE)],
        );
        check(&["Барлығы 25 (жиырма бес) минут"], &[(25, OFFICE)]);
        check(&["6.", "9 (тоғыз) жұмыс күні"], &[(9, OFFICE)]);
        check(
            &[
                "6 Мемлекеттік қызметті көрсету мерзімі",
                "9 (тоғыз) жұмыс күні",
            ],
            &[(9, OFFICE)],
        );
    }

    #[test]
    fn the_words_of_a_total_leave_the_number_of_the_row() {
        let lines = vec![line("6 22 (жиырма екі) жұмыс күні")];
        let service = service(vec![annex("2-қосымша", lines)]);
        let limits = table_limits(&service, lexicon(Language::Kk));
        let words: Vec<_> = limits
            .iter()
            .map(|limit| limit.words.words.text())
            .collect();
        assert_eq!(words, ["22 (жиырма екі) жұмыс күні"]);
    }

    #[test]
    fn a_total_of_another_way_keeps_the_words_that_name_it() {
        let lines = [
            "6 7 (жеті) жұмыс күні",
            "2) әкімге өтініш берген кезде:",
            "6 22 (жиырма екі) жұмыс күні",
        ];
        let service = service(vec![annex("2-қосымша", lines.map(line).into())]);
        let limits = table_limits(&service, lexicon(Language::Kk));
        let read: Vec<_> = limits
            .iter()
            .map(|limit| {
                let condition = limit.condition.as_ref();
                let condition = condition.map(|condition| condition.words.text());
                (limit.words.words.text(), limit.channel, condition)
            })
            .collect();
        let akim = Some("әкімге өтініш берген кезде");
        assert_eq!(
            read,
            [
                ("7 (жеті) жұмыс күні", OFFICE, None),
                ("22 (жиырма екі) жұмыс күні", None, akim)
            ]
        );
    }

    #[test]
    fn stages_have_a_total_each_where_they_count_days() {
        let stages = "7 (жеті) жұмыс күні 12 (он екі) жұмыс күні";
        check(&["6.", stages], &[(7, OFFICE), (12, OFFICE)]);
        check(&["6.", "2 сағат 1 сағат"], &[]);
        check(&["Орындау мерзімдері", stages], &[]);
    }

    #[test]
    fn a_row_number_that_hides_the_figures_leaves_the_words() {
        check(&["6 (тоғыз) жұмыс күні"], &[(9, OFFICE)]);
    }

    #[test]
    fn cells_are_no_totals() {
        check(&["5 (бес) жұмыс күні", "25 минут", "2 сағат 1 сағат"], &[]);
        check(&["6 (алты) сағат 40 (қырық) минут"], &[]);
    }

    #[test]
    fn the_table_for_an_akim_is_not_that_of_the_office() {
        let head = "2) Ауыл әкіміне өтініш білдірген кезде:";
        check(&[head, "6 22 (жиырма екі) жұмыс күні"], &[(22, None)]);
    }
}
