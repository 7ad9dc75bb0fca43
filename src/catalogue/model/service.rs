//! Services: what an act promises about each of them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{LocalText, Source, Text, Weekdays};

/// A service as one act describes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Service {
    /// Act and topic, as in `kostanay-2010-215/prosthetics`.
    pub id: String,
    /// Id of the act.
    pub act: String,
    /// Place among the services of the act, counted from 1.
    pub ordinal: u32,
    /// Id of the topic; null when no topic claims the title.
    pub topic: Option<String>,
    /// What kind of text describes the service.
    pub kind: ServiceKind,
    /// The title in the languages of the act.
    pub titles: LocalText,
    /// The body that provides the service, as the act defines it.
    pub provider: Option<Text>,
    /// Form in which the service is provided.
    pub form: Option<Text>,
    /// What the applicant receives in the end.
    pub result: Option<Text>,
    /// Whether the service costs anything.
    pub fee: Option<Fee>,
    /// How long an applicant waits.
    pub time_limits: Vec<TimeLimit>,
    /// When the provider receives applicants.
    pub hours: Option<Hours>,
    /// Hours by channel, where the act tells them apart.
    pub hours_by_channel: Vec<ChannelHours>,
    /// Papers that the act lists, flat and in order.
    pub documents: Vec<Document>,
    /// Who may receive the service.
    pub recipients: Vec<Recipient>,
    /// Grounds for refusal, one entry per ground.
    pub refusal_grounds: Vec<Text>,
    /// Where and how to complain.
    pub appeal: Vec<Text>,
    /// How people apply, beside the papers (HSDS: `application_process`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub application_process: Vec<Application>,
    /// Where the act sends the reader for the list of papers.
    pub documents_reference: Option<Text>,
    /// Where the act sends the reader for other facts.
    pub references: References,
    /// Acts by which the service is provided.
    pub legal_basis: Vec<LegalBasis>,
    /// Ways to apply, from the closed set.
    pub channels: Vec<Channel>,
    /// What the act says of a way among them, where its list has an entry for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channel_words: Vec<ChannelWords>,
    /// Ways to apply that the closed set does not hold.
    pub other_channels: Vec<Text>,
    /// What happens inside, step by step.
    pub steps: Vec<Step>,
    /// The national standard that a regulation follows.
    pub standard: Option<Standard>,
    /// Offices that the act's tables name for this service.
    pub offices: Vec<OfficeReference>,
    /// Lines of the service in its act.
    pub source: Source,
}

/// Kind of the text that describes a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ServiceKind {
    /// Стандарт.
    Standard,
    /// Регламент.
    Regulation,
    /// Правила, қағидалар.
    Rules,
}

/// What an act says of one stage of applying.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Application {
    /// The act's words.
    #[serde(flatten)]
    pub words: Text,
    /// What they tell.
    pub stage: ApplicationStage,
}

/// A stage of applying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationStage {
    /// Where blanks are given, or that none are needed.
    Forms,
    /// Where papers are handed in.
    Submission,
    /// What confirms that they were.
    Receipt,
    /// How the answer is handed over.
    Delivery,
}

/// Whether the service is free of charge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fee {
    /// The act's words.
    #[serde(flatten)]
    pub words: Text,
    /// Free or paid.
    pub kind: FeeKind,
    /// Amount in tenge, where the act gives one.
    pub amount: Option<f64>,
    /// What the act's text in the other language says, where that differs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<Fee>,
}

/// Kind of a fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FeeKind {
    /// Nothing is charged.
    Free,
    /// Something is charged.
    Paid,
}

/// A limit of time that an applicant counts on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimeLimit {
    /// The act's words.
    #[serde(flatten)]
    pub words: Text,
    /// What the limit counts.
    pub what: TimeLimitKind,
    /// How many units.
    pub amount: u32,
    /// The unit.
    pub unit: TimeUnit,
    /// The channel that the limit holds for, where the act says so.
    pub channel: Option<Channel>,
    /// The words for the case that alone it holds for: one of the people or papers, or
    /// a way to apply that is no channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Text>,
    /// Whether figures and words of an amount in it say different numbers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_contradictory: bool,
    /// What the act's text in the other language says, where that differs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<TimeLimit>,
}

/// What an act says of a way to apply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChannelWords {
    /// The act's words.
    #[serde(flatten)]
    pub words: Text,
    /// The way.
    pub channel: Channel,
}

/// What a time limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimeLimitKind {
    /// Until the result.
    Service,
    /// In the queue, to hand in papers.
    QueueSubmit,
    /// In the queue, to receive the result.
    QueueReceive,
    /// Anything else that the act limits.
    Other,
}

/// Unit of a time limit or duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Minute.
    Minute,
    /// Hour.
    Hour,
    /// Day, when the act does not say which.
    Day,
    /// Calendar day.
    CalendarDay,
    /// Working day.
    WorkingDay,
    /// Week.
    Week,
    /// Month.
    Month,
    /// Year.
    Year,
}

impl TimeUnit {
    /// Minutes of the given number of units, roughly: to tell the longer of two times.
    /// Five working days take a week.
    #[must_use]
    pub const fn minutes(self, amount: u32) -> u64 {
        let one = match self {
            Self::Minute => 1,
            Self::Hour => 60,
            Self::Day | Self::CalendarDay => 24 * 60,
            Self::WorkingDay => 7 * 24 * 60 / 5,
            Self::Week => 7 * 24 * 60,
            Self::Month => 30 * 24 * 60,
            Self::Year => 365 * 24 * 60,
        };
        one * amount as u64
    }
}

/// Opening hours, literally what the act says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Hours {
    /// The act's words.
    #[serde(flatten)]
    pub words: Text,
    /// Days, null where the act names none.
    pub days: Option<Weekdays>,
    /// Opening time, `HH:MM`.
    pub open: Option<String>,
    /// Closing time, `HH:MM`.
    pub close: Option<String>,
    /// Break, from and to.
    #[serde(rename = "break")]
    pub pause: Option<[String; 2]>,
    /// The same as an expression of the OpenStreetMap `opening_hours` syntax.
    pub osm: Option<String>,
    /// What the act's text in the other language says, where that differs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<Hours>,
}

impl Hours {
    /// Whether these hours are the same as others, in whatever words.
    #[must_use]
    pub fn opens_as(&self, other: &Self) -> bool {
        self.osm == other.osm
            && self.days == other.days
            && (&self.open, &self.close) == (&other.open, &other.close)
            && self.pause == other.pause
    }
}

/// Hours of one channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChannelHours {
    /// The hours.
    #[serde(flatten)]
    pub hours: Hours,
    /// The channel.
    pub channel: Channel,
}

/// A way to apply.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// At the provider itself.
    Office,
    /// On the portal of electronic government.
    Portal,
    /// At a public service centre of the State corporation.
    ServiceCentre,
}

/// A paper that the applicant brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// The act's words.
    #[serde(flatten)]
    pub words: Text,
    /// Ids of the kinds of papers that the entry names.
    pub kinds: Vec<String>,
    /// The sentence over the group that the entry belongs to.
    pub group: Option<Text>,
    /// What the entry itself lists.
    pub items: Vec<Text>,
}

/// People who may receive a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Recipient {
    /// The act's words.
    #[serde(flatten)]
    pub words: Text,
    /// The sentence over the group that the entry belongs to, where the act names
    /// several groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Text>,
}

/// Facts that are left to another act, by the name of the fact.
pub type References = BTreeMap<String, Text>;

/// An act by which the service is provided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LegalBasis {
    /// Title of that act, without quotes.
    pub title: String,
    /// Day of that act, `YYYY-MM-DD`.
    pub on: Option<String>,
    /// Number of that act.
    pub number: Option<String>,
    /// The lines that name it.
    pub source: Source,
    /// The same in the other language of the act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<LegalBasis>,
}

/// One step of the procedure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Step {
    /// The act's words.
    #[serde(flatten)]
    pub words: Text,
    /// Who acts.
    pub actor: String,
    /// The same in the other language of the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_translated: Option<String>,
    /// How long the step may take; the first amount of time, where the words set several.
    pub duration: Option<Duration>,
    /// The other amounts of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_durations: Vec<Duration>,
    /// The line over the group that the step belongs to, where the act parts its steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Text>,
    /// The way that the application takes, such as `provider` or `akim`.
    pub route: String,
    /// What the act's text in the other language says, where that differs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<Step>,
}

impl Step {
    /// The amounts of time that the words set, in their order.
    pub fn durations(&self) -> impl Iterator<Item = &Duration> {
        self.duration.iter().chain(&self.further_durations)
    }
}

/// An amount of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Duration {
    /// How many units.
    pub amount: u32,
    /// The unit.
    pub unit: TimeUnit,
}

/// The national act whose standard a regulation follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Standard {
    /// Title of the standard.
    pub title: String,
    /// Day of the act that approved it, `YYYY-MM-DD`.
    pub on: Option<String>,
    /// Number of that act.
    pub number: Option<String>,
    /// The lines that name it.
    pub source: Source,
    /// The same in the other language of the act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<Standard>,
}

/// An office that a table of the service names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OfficeReference {
    /// Id of the office.
    pub office: String,
    /// What the office does for the service.
    pub role: OfficeRole,
    /// Label of the annex that holds the table.
    pub table: String,
    /// The address that this table prints; tables may disagree on an office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
}

/// What an office does for a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OfficeRole {
    /// Provides the service.
    Provider,
    /// Akimat of the district, city or rural district.
    Akimat,
    /// Stands above the provider.
    Higher,
    /// Receives applications for the provider.
    ServiceCentre,
    /// Anything else.
    Other,
}
