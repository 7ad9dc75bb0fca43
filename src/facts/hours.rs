//! Opening hours.

use super::HoursFound;
use crate::content::patterns::Lexicon;
use crate::outline::model::Unit;

impl HoursFound {
    /// The hours as an expression of the OpenStreetMap `opening_hours` syntax.
    #[must_use]
    pub fn osm(&self) -> String {
        let [open, close] = &self.open;
        let times = match &self.pause {
            Some([from, to]) => format!("{open}-{from},{to}-{close}"),
            None => format!("{open}-{close}"),
        };
        match &self.days {
            Some(days) => format!("{} {times}", osm_days(days)),
            None => times,
        }
    }
}

/// `mon-fri,sun` as `Mo-Fr,Su`.
fn osm_days(days: &str) -> String {
    let mut out = String::new();
    for part in days.split_inclusive([',', '-']) {
        let (day, mark) = match part.strip_suffix([',', '-']) {
            Some(day) => (day, &part[day.len()..]),
            None => (part, ""),
        };
        let mut letters = day.chars().take(2);
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.extend(letters);
        out.push_str(mark);
    }
    out
}

/// The hours of the provider.
pub fn find_hours(_service: &Unit, _lexicon: &Lexicon) -> Option<HoursFound> {
    None
}
