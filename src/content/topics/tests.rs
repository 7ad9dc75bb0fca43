//! The project's own topics, and small ones with mistakes.

use std::fs;

use super::*;

fn own_topics() -> Warned<Topics> {
    Topics::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project's own content")
}

/// Topics with one pattern each.
fn topics(patterns: &[(&str, &str)]) -> Topics {
    let topics = patterns.iter().map(|(id, line)| Topic {
        id: (*id).to_owned(),
        names: Bilingual {
            kk: String::new(),
            ru: String::new(),
        },
        life_events: Vec::new(),
        synonyms: BilingualList::default(),
        summaries: BTreeMap::new(),
        patterns: BTreeMap::from([(Language::Ru, vec![Pattern::parse(line).expect("a pattern")])]),
    });
    Topics {
        topics: topics.collect(),
        life_events: BTreeMap::new(),
    }
}

#[test]
fn every_example_of_every_topic_is_read_as_it_says() {
    assert_eq!(own_topics().diagnostics, Diagnostics::default());
}

#[test]
fn every_topic_has_examples_of_both_kinds_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for topic in own_topics().output.all() {
        let path = format!("{FOLDER}/{}/topic.toml", topic.id);
        let file = read_toml::<TopicToml>(root, &path, &mut Diagnostics::default());
        let file = file.expect("a readable file").expect("a topic");
        for lists in [&file.examples, &file.counter_examples] {
            for (language, titles) in lists.by_language() {
                assert_ne!(titles.len(), 0, "{path} in {language:?}");
            }
        }
    }
}

#[test]
fn every_topic_has_a_summary_of_three_to_six_sentences_in_both_languages() {
    for topic in own_topics().output.all() {
        let languages: Vec<_> = topic.summaries.keys().copied().collect();
        assert_eq!(languages, Language::ALL, "{}", topic.id);
        for summary in topic.summaries.values() {
            let sentences = summary.matches(['.', '!', '?']).count();
            assert!((3..=6).contains(&sentences), "{sentences} in: {summary}");
        }
    }
}

#[test]
fn the_pattern_with_the_most_parts_wins() {
    let topics = topics(&[("aid", "помощ"), ("housing", "жилищн помощ")]);
    let claim = topics.claim("Назначение жилищной помощи", Language::Ru);
    assert_eq!(claim.topics(), ["housing"]);
}

#[test]
fn equally_specific_topics_both_claim() {
    let topics = topics(&[("aid", "помощ"), ("housing", "жилищн|жиль")]);
    let claim = topics.claim("Назначение жилищной помощи", Language::Ru);
    assert_eq!(claim.topics(), ["aid", "housing"]);
}

#[test]
fn an_unwanted_word_keeps_a_topic_away() {
    let topics = topics(&[("prosthetics", "протез !зуб|стоматолог")]);
    let claim = topics.claim("Протезирование зубов", Language::Ru);
    assert_eq!(claim.topics(), Vec::<&str>::new());
}

#[test]
fn the_nearest_topics_are_named_where_none_claims() {
    let topics = topics(&[
        ("benefit", "пособ дет"),
        ("housing", "жилищн помощ"),
        ("third", "помощ адрес социальн"),
    ]);
    let Claim::None { nearest } = topics.claim("Материальная помощь", Language::Ru)
    else {
        panic!("no topic should claim this");
    };
    let nearest: Vec<_> = nearest.iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(nearest, ["housing", "third"]);
}

#[test]
fn an_editors_mistakes_are_named_at_their_place() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join(FOLDER).join("aid");
    fs::create_dir_all(&folder).expect("a folder in it");
    let text = r#"
names = { kk = "Көмек", ru = "Помощь" }
life_events = ["winter"]
titles = { ru = ["!помощ", "помощ"] }
examples = { ru = ["Назначение пособия"] }
"#;
    fs::write(folder.join("topic.toml"), text).expect("a file in it");
    fs::write(folder.join("ru.md"), "Помощь.\n").expect("a file in it");
    let diagnostics = Topics::load(root.path())
        .expect("readable files")
        .diagnostics;
    let found: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| (diagnostic.code, diagnostic.message.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (Code::ContentMistake, "there is no life event winter"),
            (
                Code::ContentMistake,
                "the pattern wants no word, so that it would claim every title"
            ),
            (
                Code::MissingText,
                "the summary exists in the other language only"
            ),
            (Code::PatternExample, "no topic claims this title"),
        ]
    );
}
