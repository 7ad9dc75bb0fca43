//! Days of the week as the catalogue writes them: `mon-fri,sun`.

/// Days of the week as a range or list: `mon-fri`, `mon-fri,sun`.
pub type Weekdays = String;

/// The days of the week, Monday first.
pub const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The places in the week of the days that a range or list names; `None` where it is none.
#[must_use]
pub fn days_of(named: &str) -> Option<Vec<usize>> {
    let at = |name: &str| WEEK.iter().position(|day| *day == name);
    let mut days = Vec::new();
    for part in named.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let range = at(first)?..=at(last)?;
        if range.is_empty() {
            return None;
        }
        days.extend(range);
    }
    Some(days)
}

/// Days, given by their places in the order of the week, as ranges and single days.
#[must_use]
pub fn name_days(days: &[usize]) -> Weekdays {
    let runs = days.chunk_by(|day, next| day + 1 == *next);
    let names = runs.filter_map(|run| match run {
        [day] => Some(WEEK[*day].to_owned()),
        [first, .., last] => Some(format!("{}-{}", WEEK[*first], WEEK[*last])),
        [] => None,
    });
    names.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_named() {
        for (named, days) in [
            ("mon-fri", vec![0, 1, 2, 3, 4]),
            ("mon-wed,fri", vec![0, 1, 2, 4]),
            ("sun", vec![6]),
        ] {
            assert_eq!(days_of(named).as_ref(), Some(&days));
            assert_eq!(name_days(&days), named);
        }
    }

    #[test]
    fn what_names_no_days_is_none() {
        for named in ["", "mon-", "fri-mon", "mon-fri-sun", "monday", "mon, fri"] {
            assert_eq!(days_of(named), None, "in: {named}");
        }
    }
}
