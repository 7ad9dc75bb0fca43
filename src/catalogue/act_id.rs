//! The id of an act: region, year and number, the same for ever.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::slug::slug;

/// The id of an act: `kostanay-2010-215`. A district is named where one of its
/// bodies issued the act.
#[must_use]
pub fn act_id(region: &str, district: Option<&str>, adopted: Date, number: &str) -> String {
    // A district may have lain in another region when other acts were passed.
    let district = district.and_then(|id| id.split('/').next_back());
    let district = district.map_or_else(String::new, |name| format!("{name}-"));
    format!("{region}-{district}{}-{}", adopted.year(), slug(number))
}

/// Tells acts with the same id apart by `-2`, `-3` in their order.
pub fn make_unique(ids: &mut [String]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for id in ids {
        let copy = seen.entry(id.clone()).or_default();
        *copy += 1;
        if *copy > 1 {
            id.push_str(&format!("-{copy}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: &str, expected: &str) {
        let id = act_id("kostanay", None, jiff::civil::date(2010, 6, 3), number);
        assert_eq!(id, expected);
    }

    #[test]
    fn numbers_become_latin_letters_digits_and_hyphens() {
        check("32/8", "kostanay-2010-32-8");
        check("А-9/406", "kostanay-2010-a-9-406");
        check("329-Ө-М", "kostanay-2010-329-o-m");
    }

    #[test]
    fn a_district_is_named_behind_the_region_of_the_act() {
        let on = jiff::civil::date(2023, 5, 3);
        let id = act_id("ulytau", Some("karagandy/shet"), on, "11");
        assert_eq!(id, "ulytau-shet-2023-11");
    }

    #[test]
    fn acts_with_the_same_id_are_counted() {
        let mut ids = ["a", "b", "a"].map(str::to_owned);
        make_unique(&mut ids);
        assert_eq!(ids, ["a", "b", "a-2"]);
    }
}
