//! Repair as a whole, with the words of the project's own content.

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

fn load() -> Warned<RepairRules> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    RepairRules::load(root).expect("content is readable")
}

fn rules() -> &'static RepairRules {
    static RULES: LazyLock<Warned<RepairRules>> = LazyLock::new(load);
    &RULES.output
}

fn repaired(text: &str) -> Vec<String> {
    let file = SourceFile::new("seeds/act.txt", "", text.to_owned());
    let lines = repair(&file, rules()).output.lines;
    lines
        .iter()
        .map(|line| line.words.text().to_owned())
        .collect()
}

/// Kazakh words that tell the language of a short text.
const KAZAKH: &str = "мемлекеттік көрсетілетін қызметтің құжаттары үшін";

#[track_caller]
fn check_russian(text: &str, expected: &[&str]) {
    assert_eq!(repaired(text), expected);
}

#[track_caller]
fn check_kazakh(text: &str, expected: &[&str]) {
    let read = repaired(&format!("{text}\n{KAZAKH}"));
    assert_eq!(&read[..read.len() - 1], expected);
}

#[test]
fn the_examples_of_the_content_are_repaired_as_they_say() {
    assert_eq!(load().diagnostics, Diagnostics::default());
}

#[test]
fn a_link_cut_by_the_line_end_goes_to_the_first_line() {
    check_kazakh(
        "сипаттау осы регламенттің 2-\n\n (кесте) келтірілген.қосымшасында",
        &[
            "сипаттау осы регламенттің 2-қосымшасында",
            "",
            "(кесте) келтірілген.",
        ],
    );
    check_kazakh(
        "немесе Стандарттың 10-1-\n\n көзделген негіздер бойынша бас тармағымен\nтарту",
        &[
            "немесе Стандарттың 10-1-тармағымен",
            "",
            "көзделген негіздер бойынша бас",
            "тарту",
        ],
    );
    check_russian(
        "приказом от 9 апреля 2015 года \n \"Об утверждении стандартов услуг в сфере № 319\nжилья\"",
        &[
            "приказом от 9 апреля 2015 года № 319",
            "\"Об утверждении стандартов услуг в сфере",
            "жилья\"",
        ],
    );
    check_kazakh(
        "облысы әкімдігінің 19.07.2017\n (ресми жарияланған күнінен кейін өткен N 231/5\nсоң",
        &[
            "облысы әкімдігінің 19.07.2017 N 231/5",
            "(ресми жарияланған күнінен кейін өткен",
            "соң",
        ],
    );
    check_kazakh(
        "министрінің 2015 жылғы 28 сәуірдегі № 279\n бекітілген \"Оралман мәртебесін беру\" бұйрығымен\nстандарты",
        &[
            "министрінің 2015 жылғы 28 сәуірдегі № 279 бұйрығымен",
            "бекітілген \"Оралман мәртебесін беру\"",
            "стандарты",
        ],
    );
    check_russian(
        "от 11 марта 2014 года № \n\n \"Об утверждении стандартов социальной 217\nзащиты\"",
        &[
            "от 11 марта 2014 года № 217",
            "",
            "\"Об утверждении стандартов социальной",
            "защиты\"",
        ],
    );
    check_russian(
        "процедуры согласно , приложениям 1 2 к \n\n регламенту.настоящему",
        &[
            "процедуры согласно приложениям 1, 2 к настоящему",
            "",
            "регламенту.",
        ],
    );
}

#[test]
fn what_is_approved_at_the_line_end_takes_the_act_that_approved_it() {
    check_russian(
        "стандарта государственной услуги, утвержденного\nМинистра культуры Республики Казахстан от 7 мая 2016 приказом\nгода № 99",
        &[
            "стандарта государственной услуги, утвержденного приказом",
            "Министра культуры Республики Казахстан от 7 мая 2016",
            "года № 99",
        ],
    );
    check_russian(
        "на основании Закона \"Об охране\" и\n Министра культуры от 7 мая 2016 года № 99 \"О приказа\nправилах\"",
        &[
            "на основании Закона \"Об охране\" и приказа",
            "Министра культуры от 7 мая 2016 года № 99 \"О",
            "правилах\"",
        ],
    );
    // The noun belongs to its own line: nothing is missing before it.
    check_russian(
        "стандарта государственной услуги, утвержденного\nМинистром культуры и введенного в действие с приказом",
        &[
            "стандарта государственной услуги, утвержденного",
            "Министром культуры и введенного в действие с приказом",
        ],
    );
}

#[test]
fn a_gap_at_the_line_end_takes_the_link_of_the_next_line() {
    check_kazakh(
        "диаграммасы осы регламенттің \n\n (диаграмма) берілген.3-қосымшасында",
        &[
            "диаграммасы осы регламенттің 3-қосымшасында",
            "",
            "(диаграмма) берілген.",
        ],
    );
}

#[test]
fn a_conjunction_does_not_keep_a_link_from_its_gap() {
    check_kazakh(
        "көрсетілетін қызметті беруші стандарттың\n\n сәйкес нысан бойынша қабылдамайды және 2-қосымшасына\nқолхат береді",
        &[
            "көрсетілетін қызметті беруші стандарттың 2-қосымшасына",
            "",
            "сәйкес нысан бойынша қабылдамайды және",
            "қолхат береді",
        ],
    );
    check_kazakh(
        "мәліметтер осы бұйрықтың 1 және\n\n сәйкес беріледі стандарттың және 2-қосымшасына",
        &[
            "мәліметтер осы бұйрықтың 1 және",
            "",
            "сәйкес беріледі стандарттың және 2-қосымшасына",
        ],
    );
}

#[test]
fn a_noun_that_follows_its_number_on_the_next_line_stays_there() {
    check_kazakh(
        "Стандарттың 10-\n\n тармағында\nкөзделген",
        &["Стандарттың 10-", "", "тармағында", "көзделген"],
    );
}

#[test]
fn several_links_of_one_phrase_get_their_numbers() {
    check_kazakh(
        "Стандарттың  немесе -қосымшаларына сәйкес нысан бойынша 1 2",
        &["Стандарттың 1 немесе 2-қосымшаларына сәйкес нысан бойынша"],
    );
    check_kazakh(
        "хабарламаны Стандарттың , -тармақтарымен көзделген негіздер 10 10-1",
        &["хабарламаны Стандарттың 10, 10-1-тармақтарымен көзделген негіздер"],
    );
}

#[test]
fn raised_minutes_go_to_their_hours() {
    check_russian(
        "воскресенья) с 08 до 1730 \n\nчасов, с перерывом на обед с 12 до 13 30 30 \n\nчасов.30",
        &[
            "воскресенья) с 08 30 до 17 30",
            "",
            "часов, с перерывом на обед с 12 30 до 13 30",
            "",
            "часов.",
        ],
    );
    check_russian(
        "воскресенья) с 09 до 1800 \n\nчасов, с перерывом на обед с 13 до 14 00 00 \n\nчасов.00",
        &[
            "воскресенья) с 09 00 до 18 00",
            "",
            "часов, с перерывом на обед с 13 00 до 14 00",
            "",
            "часов.",
        ],
    );
    check_russian(
        "с 08 до 17 часов, с 30 00\nперерывом с 12 до 13 часов.00 15",
        &[
            "с 08 30 до 17 00 часов, с",
            "перерывом с 12 00 до 13 15 часов.",
        ],
    );
    check_russian(
        "воскресенья) с\n08 до 17 часов, перерыв с 12 30 30 30\nдо 13 часов 30",
        &[
            "воскресенья) с",
            "08 30 до 17 30 часов, перерыв с 12 30",
            "до 13 30 часов",
        ],
    );
}

#[test]
fn a_number_that_begins_with_a_letter_goes_to_its_gap() {
    check_kazakh(
        "14.03.2018  (ресми жарияланған күнінен бастап қолданысқа № А-3/118",
        &["14.03.2018 № А-3/118 (ресми жарияланған күнінен бастап қолданысқа"],
    );
}

#[test]
fn a_link_goes_before_the_stop_that_begins_its_line() {
    check_russian("от 14.05.2010\n; № 193", &["от 14.05.2010", "№ 193;"]);
}

#[test]
fn a_body_behind_a_gap_shows_that_the_name_of_its_act_is_gone() {
    check_russian(
        "\"О жилищных отношениях\",  Правительства постановления",
        &["\"О жилищных отношениях\", постановления Правительства"],
    );
}

#[test]
fn raised_minutes_stood_before_the_endings_that_stand_apart() {
    check_kazakh(
        "басқа, 9 -ден 18 -ге дейін, 00 00\nүзіліс 13 -ден 14 -ге дейін00 00",
        &[
            "басқа, 9 00-ден 18 00-ге дейін,",
            "үзіліс 13 00-ден 14 00-ге дейін",
        ],
    );
    check_kazakh(
        "басқа, 9 -ден 1800 00\n-ге дейін, үзіліс 13 -ден 14 -ге 00 00\nдейін",
        &[
            "басқа, 9 00-ден 18 00",
            "-ге дейін, үзіліс 13 00-ден 14 00-ге",
            "дейін",
        ],
    );
}

#[test]
fn a_schedule_in_a_narrow_cell_goes_on_in_the_next_line() {
    check_russian(
        "пятницу с 09 до 00\n18 часов, обед с 13 00 00\nдо 14 часов 00",
        &[
            "пятницу с 09 00 до",
            "18 00 часов, обед с 13 00",
            "до 14 00 часов",
        ],
    );
}

#[test]
fn hours_in_their_place_stay() {
    check_russian("с 08 до 17 часов00 30 00", &["с 08 до 17 часов00 30 00"]);
    check_russian(
        "с 9 до 18 лет, не более 30",
        &["с 9 до 18 лет, не более 30"],
    );
    check_russian("с 09.00 до 18.00 часов", &["с 09.00 до 18.00 часов"]);
    check_russian("с 09 00 до 18 00 часов", &["с 09 00 до 18 00 часов"]);
    check_russian(
        "до 5 000 000 тенге с 1 января",
        &["до 5 000 000 тенге с 1 января"],
    );
}

#[test]
fn a_list_number_at_the_end_of_its_line_comes_first() {
    check_russian(
        "      1. Утвердить прилагаемые стандарты: \n       Оформление документов 1) \nпомощи;\n       Выдача справок 2) ",
        &[
            "1. Утвердить прилагаемые стандарты:",
            "1) Оформление документов",
            "помощи;",
            "2) Выдача справок",
        ],
    );
}

#[test]
fn a_reference_to_an_item_at_the_line_end_is_no_list_number() {
    check_russian(
        "      1. Список:\n      Лица из подпункта 7)\nпункта 1",
        &["1. Список:", "Лица из подпункта 7)", "пункта 1"],
    );
}

#[test]
fn the_stop_of_a_point_comes_after_its_number() {
    check_russian(
        "      15 Документом, подтверждающим сдачу .\nпредставления, является талон",
        &[
            "15. Документом, подтверждающим сдачу",
            "представления, является талон",
        ],
    );
}

#[test]
fn latin_look_alikes_become_cyrillic_in_words_only() {
    check_kazakh("Cтандарт көрсетiлетiн XXI", &["Стандарт көрсетілетін XXI"]);
    check_kazakh(
        "аkimat07@mail.ru www.osak_акимат.kz",
        &["аkimat07@mail.ru www.osak_акимат.kz"],
    );
    check_russian("пoсобие по I группе", &["пособие по I группе"]);
}

#[test]
fn undamaged_lines_stay() {
    for line in [
        "согласно приложению 2 к настоящему регламенту.",
        "предусмотренных пунктом 16 Стандарта, и к услугам",
        "в соответствии с Законом Республики Казахстан от 23 января 2001 года",
        "постановление акимата от 25 апреля 2008 года \"О мерах\" N 122",
        "Стандарттың 9-тармағында көзделген тізбеге сәйкес",
        "№ 279 бұйрығымен бекітілген \"Оралман мәртебесін беру\"",
        "1 2 3 4 5",
        "в п. 1 и в п. 2 с учётом ст. 5",
    ] {
        assert_eq!(repaired(line), [line]);
    }
}

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
