//! Changed copies of the acts, and what must then be read from them.
//!
//! Each kind of change knows by general rules where it applies, and what it
//! changed. What must be read follows from the reading of the unchanged act,
//! with the same change made to it, and from what the change itself knows.

mod act;
mod chance;
mod comparing;
mod numbers;
mod reading;
mod regions;
mod removal;
mod renaming;
mod status;

use serde_json::{Value, json};

use act::Act;
use chance::Chance;
use comparing::{change_strings, change_under_keys, check_same, without_keys};
use numbers::Numbers;
use reading::{Entry, entry_of, original, read, titles};
use removal::{Shortened, count_services, without_service};
use renaming::Renaming;
use status::in_force;

#[test]
fn every_stamp_of_approval_begins_a_service() {
    let original = original();
    for act in &original.acts {
        let entry = entry_of(&original.catalogue, act);
        assert_eq!(entry.services.len(), count_services(act), "{}", act.file);
    }
}

#[test]
fn renamed_files_in_another_order_give_the_same_catalogue() {
    let original = original();
    for seed in 1..=2 {
        let mut names: Vec<usize> = (0..original.acts.len()).collect();
        while names.is_sorted() {
            Chance::new(seed).shuffle(&mut names);
        }
        let renamed: Vec<Act> = original
            .acts
            .iter()
            .zip(&names)
            .map(|(act, number)| Act {
                file: format!("{number} мәтін.txt"),
                ..act.clone()
            })
            .collect();

        let mut catalogue = read(&renamed);
        change_strings(&mut catalogue, &|text| {
            let moved = renamed.iter().position(|act| act.path() == text);
            moved.map_or_else(|| text.to_owned(), |index| original.acts[index].path())
        });
        check_same(&catalogue, &original.catalogue, &format!("seed {seed}"));
    }
}

#[test]
fn a_removed_service_leaves_the_others_as_they_were() {
    let original = original();
    for seed in 1..=4 {
        let mut chance = Chance::new(seed);
        let removed: Vec<usize> = original
            .acts
            .iter()
            .map(|act| chance.below(count_services(act)))
            .collect();
        let copies: Vec<Shortened> = original
            .acts
            .iter()
            .zip(&removed)
            .map(|(act, index)| without_service(act, *index))
            .collect();
        let acts: Vec<Act> = copies.iter().map(|copy| copy.act.clone()).collect();

        let catalogue = read(&acts);
        for ((act, copy), index) in original.acts.iter().zip(&copies).zip(&removed) {
            let what = format!("seed {seed}, {} without service {}", act.file, index + 1);
            assert!(copy.cut() > 50, "{what}: {} lines were cut", copy.cut());

            let mut expected = entry_of(&original.catalogue, act);
            let gone = expected.services.remove(*index);
            forget_amendments_of(&mut expected, &gone);
            let mut read = entry_of(&catalogue, &copy.act);
            assert_eq!(titles(&read), titles(&expected), "{what}");
            number_anew(&mut expected);
            move_lines(&mut expected, copy);
            // An anchor may hold the number of its service.
            check_entries(&mut read, &mut expected, &["anchor", "sha256"], &what);
        }
    }
}

#[test]
fn a_renamed_region_and_its_renamed_districts_are_followed() {
    let original = original();
    let mut districts = 0;
    for seed in 1..=3 {
        let mut chance = Chance::new(seed);
        let renamings: Vec<Renaming> = original
            .acts
            .iter()
            .map(|act| Renaming::draw(act, &mut chance))
            .collect();
        let copies: Vec<Act> = original
            .acts
            .iter()
            .zip(&renamings)
            .map(|(act, renaming)| renamed_copy(act, renaming))
            .collect();

        let catalogue = read(&copies);
        for ((act, copy), renaming) in original.acts.iter().zip(&copies).zip(&renamings) {
            districts += renaming.districts;
            let what = format!("seed {seed}, {} moved to {}", act.file, renaming.to.id);
            let mut read = entry_of(&catalogue, copy);
            assert_eq!(read.act["region"], renaming.to.id, "{what}");
            let issuer = &read.act["issuer"];
            for (language, name) in [("kk", renaming.to.kazakh), ("ru", renaming.to.russian)] {
                let printed = issuer[language].as_str().expect("an issuer is a text");
                assert!(printed.contains(name), "{what}: {printed}");
            }

            let mut expected = entry_of(&original.catalogue, act);
            rename_entry(&mut expected, renaming);
            // The id of an office is made of its place, and no place list holds
            // the made-up districts. A copy keeps the name of a district that a line
            // end of an address cuts.
            let other = &["office", "sha256", "address"];
            check_entries(&mut read, &mut expected, other, &what);
        }
    }
    assert!(districts > 60, "only {districts} districts were renamed");
}

#[test]
fn changed_numbers_dates_and_phones_are_followed() {
    let original = original();
    for seed in 1..=3 {
        let numbers = Numbers::draw(&mut Chance::new(seed));
        let mut phones = 0;
        let mut copies: Vec<Act> = Vec::new();
        for act in &original.acts {
            let copy = numbers.apply(&act.text);
            // The act names its own date in every stamp.
            let stamps = count_services(act);
            assert!(copy.dates > stamps, "{}: {} dates", act.file, copy.dates);
            assert!(
                copy.numbers > stamps,
                "{}: {} numbers",
                act.file,
                copy.numbers
            );
            phones += copy.phones;
            copies.push(act.with_text(copy.text));
        }
        assert!(phones > 1500, "only {phones} phones were changed");

        let catalogue = read(&copies);
        for (act, copy) in original.acts.iter().zip(&copies) {
            let what = format!("seed {seed}, {}", act.file);
            let before = entry_of(&original.catalogue, act);
            let read = entry_of(&catalogue, copy);
            assert_eq!(titles(&read), titles(&before), "{what}");
            check_same(
                &facts_with_numbers(&read.act, str::to_owned, str::to_owned),
                &facts_with_numbers(
                    &before.act,
                    |number| numbers.number(number),
                    |date| numbers.date(date),
                ),
                &what,
            );
            assert_eq!(
                read.act["id"],
                renumbered_id(&before.act, &numbers),
                "{what}"
            );
            check_no_old_number(&read, &before, &what);
        }
    }
}

#[test]
fn an_act_whose_status_is_taken_away_is_in_force() {
    let original = original();
    let copies: Vec<Act> = original
        .acts
        .iter()
        .map(|act| {
            let copy = in_force(act);
            assert!(copy.marks >= 1, "{}: no mark was cut", act.file);
            assert_eq!(copy.sentences, 2, "{}: sentence and note", act.file);
            copy.act
        })
        .collect();

    let catalogue = read(&copies);
    for (act, copy) in original.acts.iter().zip(&copies) {
        let mut expected = entry_of(&original.catalogue, act);
        assert_eq!(expected.act["status"], "repealed", "{}", act.file);
        expected.act["status"] = json!("in_force");
        expected.act["repealed"] = Value::Null;
        let mut read = entry_of(&catalogue, copy);
        // The lines that say what the act is no longer hold its repeal.
        for entry in [&mut read, &mut expected] {
            entry.act["source"] = Value::Null;
        }
        // Units of the head are counted, and one is gone.
        check_entries(&mut read, &mut expected, &["anchor", "sha256"], &act.file);
    }
}

#[test]
fn all_changes_at_once_are_followed() {
    let original = original();
    for seed in 1..=3 {
        let mut chance = Chance::new(seed);
        for act in &original.acts {
            let what = format!("seed {seed}, {}", act.file);
            let removed = chance.below(count_services(act));
            let renaming = Renaming::draw(act, &mut chance);
            let numbers = Numbers::draw(&mut chance);
            let shortened = without_service(act, removed).act;
            let renamed = renamed_copy(&shortened, &renaming);
            let renumbered = renamed.with_text(numbers.apply(&renamed.text).text);
            let copy = in_force(&renumbered).act;
            let read = entry_of(&read(std::slice::from_ref(&copy)), &copy);

            let before = entry_of(&original.catalogue, act);
            let mut expected = titles(&before);
            expected.remove(removed);
            for title in &mut expected {
                *title = renaming.apply(title).0;
            }
            assert_eq!(titles(&read), expected, "{what}");
            let id = renumbered_id(&before.act, &numbers);
            let id = id.replacen(renaming.from.id, renaming.to.id, 1);
            assert_eq!(read.act["id"], id, "{what}");
            assert_eq!(read.act["region"], renaming.to.id, "{what}");
            assert_eq!(read.act["status"], "in_force", "{what}");
            assert_eq!(read.act["repealed"], Value::Null, "{what}");
        }
    }
}

#[test]
fn an_act_alone_is_read_as_among_others() {
    let original = original();
    for act in &original.acts {
        let mut alone = entry_of(&read(std::slice::from_ref(act)), act);
        let mut among = entry_of(&original.catalogue, act);
        check_entries(&mut alone, &mut among, &[], &act.file);
    }
}

/// Compares two entries without the keys that the change says nothing about.
#[track_caller]
fn check_entries(read: &mut Entry, expected: &mut Entry, unwanted: &[&str], what: &str) {
    for entry in [&mut *read, &mut *expected] {
        without_keys(&mut entry.act, unwanted);
        for service in &mut entry.services {
            without_keys(service, unwanted);
        }
    }
    check_same(&read.act, &expected.act, what);
    check_same(
        &Value::from(read.services.clone()),
        &Value::from(expected.services.clone()),
        what,
    );
}

/// The notes that stood in a removed service went with it.
fn forget_amendments_of(entry: &mut Entry, service: &Value) {
    let amendments = &mut entry.act["amendments"];
    let amendments = amendments.as_array_mut().expect("amendments are a list");
    amendments.retain(|amendment| amendment["service"] != service["id"]);
}

/// Ordinals close up where a service is gone.
fn number_anew(entry: &mut Entry) {
    for (service, ordinal) in entry.services.iter_mut().zip(1..) {
        service["ordinal"] = Value::from(ordinal);
    }
}

/// Sources follow their lines, and the numbers in the list of the act.
fn move_lines(entry: &mut Entry, copy: &Shortened) {
    let mut change = |_: &str, value: &mut Value| {
        let Some(line) = value.get("first_line").and_then(Value::as_u64) else {
            return;
        };
        if let (Some(number), Some(unit)) = (copy.old_number(line), value["unit"].as_str()) {
            let unit = unit.replacen(&format!("{number})"), &format!("{})", number - 1), 1);
            value["unit"] = Value::from(unit);
        }
        for key in ["first_line", "last_line"] {
            let line = value[key].as_u64().expect("a line is a number");
            value[key] = Value::from(copy.line(line));
        }
    };
    change_under_keys(&mut entry.act, &mut change);
    for service in &mut entry.services {
        change_under_keys(service, &mut change);
    }
}

fn renamed_copy(act: &Act, renaming: &Renaming) -> Act {
    let (text, times) = renaming.apply(&act.text);
    // The region is named in every stamp.
    assert!(
        times > count_services(act) + renaming.districts,
        "{}: only {times} names were replaced",
        act.file
    );
    let joined: String = text
        .chars()
        .filter(|character| character.is_alphabetic())
        .collect();
    let rest = joined.matches(renaming.from.russian).count();
    assert_eq!(rest, 0, "{}: the old region is still named", act.file);
    act.with_text(text)
}

/// An entry with the new names everywhere, and the ids that follow from them.
fn rename_entry(entry: &mut Entry, renaming: &Renaming) {
    let old_id = entry.act["id"]
        .as_str()
        .expect("an id is a text")
        .to_owned();
    let rest = old_id
        .strip_prefix(renaming.from.id)
        .expect("an id begins with its region");
    let new_id = format!("{}{rest}", renaming.to.id);
    let issuer = entry.act["issuer"].clone();

    let rename = |text: &str| match text.strip_prefix(old_id.as_str()) {
        Some(rest) => format!("{new_id}{rest}"),
        None => renaming.apply(text).0,
    };
    change_strings(&mut entry.act, &rename);
    for service in &mut entry.services {
        change_strings(service, &rename);
    }
    entry.act["region"] = Value::from(renaming.to.id);
    entry.act["issuer"] = issuer;
    change_strings(&mut entry.act["issuer"], &|label| {
        renaming.apply_to_label(label)
    });
}

/// What an act says in numbers and dates.
fn facts_with_numbers(
    act: &Value,
    number: impl Fn(&str) -> String,
    date: impl Fn(&str) -> String,
) -> Value {
    let changed = |value: &Value, change: &dyn Fn(&str) -> String| {
        value
            .as_str()
            .map_or(Value::Null, |text| change(text).into())
    };
    let pair = |value: &Value| json!({"on": changed(&value["on"], &date), "number": changed(&value["number"], &number)});
    let amendments = act["amendments"].as_array().expect("amendments are a list");
    json!({
        "adopted": changed(&act["adopted"], &date),
        "number": changed(&act["number"], &number),
        "registered": pair(&act["registered"]),
        "status": act["status"],
        "repealed": pair(&act["repealed"]),
        "amendments": amendments.iter().map(pair).collect::<Vec<_>>(),
    })
}

/// The id that the act gets with its new year and number.
fn renumbered_id(act: &Value, numbers: &Numbers) -> String {
    let text = |key: &str| act[key].as_str().expect("it is a text");
    let (adopted, region) = (text("adopted"), text("region"));
    let number = text("id")
        .strip_prefix(&format!("{region}-{}-", &adopted[..4]))
        .expect("an id is made of region, year and number");
    let year = &numbers.date(adopted)[..4];
    format!("{region}-{year}-{}", numbers.number(number))
}

/// The act's own numbers and dates are nowhere in its new entry.
fn check_no_old_number(read: &Entry, before: &Entry, what: &str) {
    let written = |value: &Value| value.as_str().map(str::to_owned);
    let old: Vec<String> = [
        &before.act["number"],
        &before.act["registered"]["number"],
        &before.act["repealed"]["number"],
        &before.act["adopted"],
        &before.act["registered"]["on"],
        &before.act["repealed"]["on"],
    ]
    .into_iter()
    .filter_map(written)
    .collect();
    assert_eq!(old.len(), 6, "{what}: the act has all its numbers");

    let mut entry = read.clone();
    let mut check = |key: &str, value: &mut Value| {
        if matches!(key, "number" | "on" | "adopted") {
            let value = value.as_str().unwrap_or_default();
            assert!(!old.iter().any(|old| old == value), "{what}: still {value}");
        }
    };
    change_under_keys(&mut entry.act, &mut check);
    for service in &mut entry.services {
        change_under_keys(service, &mut check);
    }
}
