use std::path::Path;

use super::*;
use crate::content::patterns;
use crate::language::Language;
use crate::outline::model::Lines;

#[track_caller]
fn check_fee(language: Language, text: &str, expected: Option<FeeKind>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let patterns = patterns::load(root).expect("the patterns are there").output;
    let unit = Unit {
        role: Role::Point,
        anchor: String::new(),
        citation: None,
        number: None,
        marker: None,
        words: Passage::verbatim(text, 0),
        lines: Lines { first: 1, last: 1 },
        children: Vec::new(),
    };
    let fee = fee_in(&unit, patterns.get(language)).map(|(kind, _)| kind);
    assert_eq!(fee, expected, "{text}");
}

#[test]
fn what_a_part_of_the_people_does_not_pay_is_not_free() {
    for text in [
        "С родителей плата не взимается, с прочих лиц плата 300 тенге.",
        "С родителей плата не взимается. Прочие вносят 300 тенге.",
        "С пенсионеров плата не взимается.",
    ] {
        check_fee(Language::Ru, text, None);
    }
    for text in [
        "Зейнеткерлерден ақы алынбайды.",
        "Ақы алынбайды. Қалғандары 200 теңге төлейді.",
    ] {
        check_fee(Language::Kk, text, None);
    }
}

#[test]
fn what_no_applicant_pays_is_free() {
    for text in [
        "Денег с родителей не требуют.",
        "С получателей услуги плата не взимается.",
    ] {
        check_fee(Language::Ru, text, Some(FeeKind::Free));
    }
    for text in ["Алушылардан ақы алынбайды.", "Алушыдан ақы сұралмайды."]
    {
        check_fee(Language::Kk, text, Some(FeeKind::Free));
    }
}
