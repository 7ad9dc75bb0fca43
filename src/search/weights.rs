//! Weights: how much each sign counts when documents are compared with a question.
//!
//! The numbers stand in `content/search/weights.toml`, each with what it stands in
//! for and the questions that need it; `tests/weights.rs` asks them.

use serde::Deserialize;
use serde::de::IntoDeserializer;

/// All weights.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// How sure a meaning of a word is.
    pub meaning: MeaningWeights,
    /// How much a word counts in each field.
    pub field: FieldWeights,
    /// How much of a word each field explains.
    pub explains: FieldWeights,
    /// What topics count.
    pub topic: TopicWeights,
    /// What a place adds.
    pub place: PlaceWeights,
    /// What counts for offices.
    pub office: OfficeWeights,
    /// What makes an answer.
    pub answer: AnswerWeights,
}

/// How sure a meaning of a word is, up to 1.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeaningWeights {
    /// The word as it is typed.
    pub literal: f32,
    /// A short stem of a form that no text holds.
    pub chance: f32,
    /// A term of a word beside its first.
    pub root: f32,
    /// A word with the same skeleton.
    pub skeleton: f32,
    /// The same beside a word that is known as it is typed.
    pub beside_literal: f32,
    /// A word with the skeleton of a stem.
    pub stem: f32,
    /// A word that the typed one begins with.
    pub beginning: f32,
    /// A word with typing errors, before these are taken off.
    pub mistyped: f32,
    /// What a typing error takes off, for each unit of its cost.
    pub error: f32,
    /// The name of a paper in the other language.
    pub translated: f32,
    /// How many words of a question the words of an abbreviation count together.
    pub abbreviation: f32,
    /// How much better another keyboard must explain the text.
    pub keyboard: f32,
}

/// One number for each field.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldWeights {
    /// The title.
    pub title: f32,
    /// Names and everyday words of the topic.
    pub topic: f32,
    /// A word of these that is alone of its name, as a share.
    #[serde(default)]
    pub topic_alone: f32,
    /// Names of papers.
    pub papers: f32,
    /// The body.
    pub body: f32,
    /// A body beside what is done, as a share.
    #[serde(default)]
    pub body_beside_deed: f32,
    /// Anything, for a word that names what others give, as a share.
    #[serde(default)]
    pub elsewhere: f32,
    /// Tables and forms.
    pub annex: f32,
    /// These where an office is asked for.
    pub annex_of_offices: f32,
    /// The list of a service that holds the paper asked for.
    pub listed: f32,
    /// A title where a paper is asked for.
    pub title_for_paper: f32,
    /// A body where a paper is asked for.
    pub body_for_paper: f32,
    /// All words of the question in one sentence.
    pub together: f32,
}

/// What topics count.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicWeights {
    /// Share of the topic in the score of a service.
    pub share: f32,
    /// The same where a paper is asked for.
    pub share_for_paper: f32,
    /// Share of the best name beside all words of the topic.
    pub name: f32,
    /// A word in another form than the name has it, as a share.
    pub form: f32,
    /// A name whose words stand in another order, as a share.
    pub disordered: f32,
    /// Share of the score of a topic for related ones.
    pub related: f32,
    /// Weight of a word that no topic holds.
    pub unknown: f32,
    /// Weight of a word that asks for an office.
    pub asks: f32,
    /// Weight of a word by which a name is told from those of other topics.
    pub telling: f32,
    /// A question that says so much of the name of a topic is not for a paper.
    pub clear: f32,
    /// Share of the score of a service for one of its topic that does not list the
    /// paper asked for.
    pub listed_elsewhere: f32,
}

/// What a place adds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceWeights {
    /// A service of its region.
    pub region: f32,
    /// A service whose offices or texts name it.
    pub named: f32,
    /// The office of the place understood, of several with one name.
    pub understood: f32,
}

/// What counts for offices.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeWeights {
    /// Weight of a word that asks for an office, for what is none.
    pub asks: f32,
    /// Share of the score of services where the office of a place is asked for.
    pub services: f32,
    /// An office of the place where an office is asked for.
    pub asked: f32,
    /// An office of the place where none is asked for.
    pub unasked: f32,
    /// Share of its words then.
    pub unasked_words: f32,
    /// Share of a word that only says that it is an office.
    pub kind: f32,
    /// Share of its words where another place is asked for.
    pub elsewhere: f32,
    /// Share of the question that the name of an office without a place explains.
    pub by_name: f32,
}

/// What makes an answer.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerWeights {
    /// Share of a question that some document must explain.
    pub explained: f32,
    /// Weight of a word that says what is done, for that share.
    pub deed: f32,
    /// What is left of what explains a question for what people do themselves.
    pub own_deed: f32,
    /// Weight of a word that says for whom something is, beside what it is.
    pub holder: f32,
    /// Weight of a word that frames what is wanted.
    pub frame: f32,
    /// Weight of a word beside the name of a topic, for telling whether the question has
    /// an answer.
    pub beside_name: f32,
    /// Weight of a word for what others give, for the same.
    pub elsewhere: f32,
    /// Documents that score less than this share of the best are noise.
    pub noise: f32,
    /// So is whatever scores less than this.
    pub least: f32,
    /// Weight of a word that no document holds, as a share of the rarest.
    pub unknown_word: f32,
    /// Weight of the commonest word.
    pub common_word: f32,
    /// What is left of the score of a service that explains nothing.
    pub incomplete: f32,
    /// What the language wanted adds.
    pub own_language: f32,
    /// Share of the score of a topic.
    pub topic: f32,
    /// Share of the score of an act.
    pub act: f32,
    /// Scores that differ by less than this share of the best are a tie.
    pub tie: f32,
    /// A paper that so many of the services list tells nothing of what is wanted.
    pub everyday_paper: f32,
}

/// The file as people write it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightFile {
    weight: Vec<WeightRow>,
}

/// A weight with what it is for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WeightRow {
    /// Group and name.
    name: String,
    value: f32,
    // What follows is for people and for the test of the weights.
    #[serde(rename = "why")]
    _why: String,
    #[serde(rename = "instead")]
    _instead: f32,
    #[serde(default, rename = "questions")]
    _questions: Vec<String>,
}

impl WeightFile {
    /// The weights of the file, or what is wrong with it.
    pub fn weights(&self) -> Result<Weights, String> {
        let mut groups = toml::Table::new();
        for row in &self.weight {
            let Some((group, name)) = row.name.split_once('.') else {
                return Err(format!("`{}` names no group", row.name));
            };
            let group = groups
                .entry(group)
                .or_insert_with(|| toml::Table::new().into());
            let known = group
                .as_table_mut()
                .and_then(|group| group.insert(name.to_owned(), f64::from(row.value).into()));
            if known.is_some() {
                return Err(format!("`{}` stands here twice", row.name));
            }
        }
        let table = toml::Value::Table(groups);
        Weights::deserialize(table.into_deserializer()).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let file: WeightFile = toml::from_str(text).expect("rows");
        let message = file.weights().expect_err("a mistake");
        let first = message.lines().next().unwrap_or_default();
        assert_eq!(first, expected);
    }

    #[test]
    fn a_weight_that_nobody_knows_is_a_mistake() {
        let row = "[[weight]]\nname = \"place.moon\"\nvalue = 1.0\ninstead = 0.0\nwhy = \"\"\n";
        check(
            row,
            "unknown field `moon`, expected one of `region`, `named`, `understood`",
        );
    }

    #[test]
    fn a_weight_has_one_value() {
        let row = "[[weight]]\nname = \"place.region\"\nvalue = 1.0\ninstead = 0.0\nwhy = \"\"\n";
        check(&format!("{row}{row}"), "`place.region` stands here twice");
    }
}
