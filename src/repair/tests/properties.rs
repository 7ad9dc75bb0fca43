//! What holds for every text: repair keeps its characters and their places, and repairing
//! twice changes nothing.

use std::path::Path;

use proptest::prelude::*;

use super::super::*;
use super::{repaired, rules};

/// Lines as damaged acts have them, and plain ones.
fn lines() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "согласно",
        "к",
        "настоящему",
        "регламенту.",
        "приложению 2",
        "№ 217",
        "года",
        "\"Об",
        "Стандарттың",
        "көзделген",
        "9-тармағында",
        "2-",
        "қосымшасында",
        ",",
        "-қосымшаларына",
        "с 09 до 18",
        "00",
        "часов00",
        "п о м о щ и",
        "(",
        ")",
        "1)",
        "қызметт і",
        "mail . ru",
        "@",
        "",
        "\u{a0}",
        "\t",
        "-",
        "15 Документом .",
        "Күш",
        "і ж",
        "бұйрығымен",
        "Законом",
        ";\"А б",
    ]);
    prop::collection::vec(
        (
            words,
            prop::sample::select(vec![" ", "  ", "", "\n", "\n\n "]),
        ),
        0..40,
    )
    .prop_map(|parts| {
        parts
            .into_iter()
            .map(|(word, gap)| format!("{word}{gap}"))
            .collect()
    })
}

/// Texts made of lines as real acts have them, with other numbers.
fn acts() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "      {}. Көрсетілетін қызметті алушы Стандарттың  көзделген тізбеге {}-тармағында",
        "сипаттау осы регламенттің  (кесте) келтірілген.{}-қосымшасында",
        "Мемлекеттік көрсетілетін қызмет осы регламенттің {}-\n\n сәйкес бөлімдердің қосымшасына",
        "Стандарттың , , -қосымшаларына сәйкес нысан бойынша {} {} {}",
        "министрінің 2015 жылғы {} сәуірдегі № {}  бекітілген \"бұйрығымен",
        "      {})  үйде оқытуға жұмсалған шығындарды өтеу\";\"Мүгедек балаларды",
        "А қ с у  қ а л а с ы ,  {} - ү й",
        "В соответствии с  Республики Казахстан от {} апреля 2013 года \"О Законом",
        "Правительства от {} марта 2014 года  \"Об утверждении стандартов № {}",
        "      {})  государственной услуги \"Выдача справок безработным регламент",
        "сопровождается блок-схемой согласно  к настоящему регламенту.приложению {}",
        "процедуры (действия)согласно к настоящемуприложению{}",
        "со , , Закона Республики Казахстан от {} статьями {} {}-1 {}",
        "с 09 до 1800 \n\nчасов, с перерывом с 13 до 14 00 00 \n\nчасов.00",
        "      {} Документом, подтверждающим сдачу .\nпредставления документов",
        "государственную услугу указаны в к Стандарту. приложении N {}",
        "{})ответственный исполнитель услугодателя– не более{} (пяти)минут",
        "телефон: 8 (718{}) 2{}, defence{}@mail . ru",
        "Күш\nі ж\n\nой\nылға\n\nн",
        "согласно приложению {} к настоящему регламенту;",
        "",
    ]);
    prop::collection::vec((line, 1..40_u32), 1..30).prop_map(|lines| {
        let lines = lines
            .iter()
            .map(|(line, number)| line.replace("{}", &number.to_string()));
        lines.collect::<Vec<_>>().join("\n")
    })
}

/// The repaired text with its indents, as a text of its own.
fn printed(text: &str) -> String {
    let file = SourceFile::new("seeds/act.txt", "", text.to_owned());
    let lines = repair(&file, rules()).output.lines;
    let lines = lines
        .iter()
        .map(|line| format!("{}{}", " ".repeat(line.indent.blanks), line.words.text()));
    lines.collect::<Vec<_>>().join("\n")
}

/// The characters of a text that are no blanks, sorted.
fn characters(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    characters.sort_unstable();
    characters
}

proptest! {
    #[test]
    fn repair_loses_no_character_and_keeps_every_line(text in lines()) {
        let read = repaired(&text);
        prop_assert_eq!(read.len(), text.split('\n').count());
        // A hyphen may be put in between a number and its noun.
        let mut kept = characters(&read.concat());
        let mut all = characters(&text);
        kept.retain(|c| *c != '-');
        all.retain(|c| *c != '-');
        prop_assert_eq!(kept, all);
    }

    #[test]
    fn repairing_twice_changes_nothing(text in acts()) {
        let once = printed(&text);
        prop_assert_eq!(printed(&once), once);
    }

    #[test]
    fn every_character_stands_for_itself_in_the_source(text in lines()) {
        let file = SourceFile::new("seeds/act.txt", "", text.clone());
        for line in repair(&file, rules()).output.lines {
            for (at, character) in line.words.text().char_indices() {
                let origin = line.words.span_of(at..at + character.len_utf8());
                if let Some(origin) = origin {
                    prop_assert_eq!(&text[origin.start..origin.end], character.to_string());
                }
            }
        }
    }
}

#[test]
fn repairing_the_acts_twice_changes_nothing() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    for entry in std::fs::read_dir(seeds).expect("the acts are there") {
        let path = entry.expect("the folder is readable").path();
        let once = printed(&std::fs::read_to_string(&path).expect("the acts are UTF-8"));
        let twice = printed(&once);
        for (once, twice) in once.lines().zip(twice.lines()) {
            assert_eq!(once, twice, "in {}", path.display());
        }
    }
}
