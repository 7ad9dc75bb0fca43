//! Kinds of facts about a service, with the values that were read of each.

use serde::Serialize;

use crate::facts::{Found, ServiceFacts};

/// Declares the kinds once: name, name in data, the file of its phrases.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident, $id:literal, $file:literal;)+) => {
        /// A kind of fact about a service.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum FactKind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl FactKind {
            /// Every kind, in the order in which people ask for them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The kind as data files name it.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            /// The file under `content/patterns/<language>` whose phrases read it.
            #[must_use]
            pub const fn patterns(self) -> &'static str {
                match self {
                    $(Self::$name => $file,)+
                }
            }
        }
    };
}

kinds! {
    /// Who provides the service.
    Provider, "provider", "statements";
    /// Who may receive it.
    Recipients, "recipients", "lists";
    /// Where it is provided.
    Offices, "offices", "offices";
    /// When the provider is open.
    Hours, "hours", "lists";
    /// Ways to apply.
    Channels, "channels", "channels";
    /// Papers that the applicant brings.
    Documents, "documents", "lists";
    /// How long it takes.
    TimeLimits, "time_limits", "lists";
    /// What it costs.
    Fee, "fee", "statements";
    /// Its form.
    Form, "form", "statements";
    /// What the applicant receives.
    Result, "result", "statements";
    /// Why it may be refused.
    RefusalGrounds, "refusal_grounds", "lists";
    /// Steps of the procedure.
    Steps, "steps", "steps";
    /// How people apply, beside the papers.
    ApplicationProcess, "application_process", "application";
    /// Where and how to complain.
    Appeal, "appeal", "lists";
    /// Acts that the service rests on.
    LegalBasis, "legal_basis", "laws";
    /// The national standard that it follows.
    Standard, "standard", "laws";
}

impl FactKind {
    /// The kind that data files name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }

    /// The words by which the kind was read in a service; also those that leave it
    /// to another act.
    #[must_use]
    pub fn read_in(self, facts: &ServiceFacts) -> Vec<&Found> {
        let mut found: Vec<&Found> = match self {
            Self::Provider => facts.provider.iter().collect(),
            Self::Recipients => facts.recipients.iter().map(|one| &one.words).collect(),
            Self::Offices => facts.offices.iter().map(|row| &row.name).collect(),
            Self::Hours => facts.hours.iter().map(|hours| &hours.words).collect(),
            Self::Channels => facts.other_channels.iter().collect(),
            Self::Documents => documents(facts),
            Self::TimeLimits => facts.time_limits.iter().map(|limit| &limit.words).collect(),
            Self::Fee => facts.fee.iter().map(|(_, words)| words).collect(),
            Self::Form => facts.form.iter().collect(),
            Self::Result => facts.result.iter().collect(),
            Self::RefusalGrounds => facts.refusal_grounds.iter().collect(),
            Self::Steps => facts.steps.iter().map(|step| &step.words).collect(),
            Self::ApplicationProcess => {
                let told = facts.application_process.iter();
                told.map(|application| &application.words).collect()
            }
            Self::Appeal => facts.appeal.iter().collect(),
            Self::LegalBasis => facts.legal_basis.iter().map(|law| &law.words).collect(),
            Self::Standard => facts.standard.iter().map(|law| &law.words).collect(),
        };
        found.extend(facts.references.get(self.id()));
        found
    }

    /// How many values of the kind were read in a service.
    #[must_use]
    pub fn count_in(self, facts: &ServiceFacts) -> usize {
        match self {
            Self::Channels => facts.channels.len() + facts.other_channels.len(),
            kind => kind.read_in(facts).len(),
        }
    }
}

fn documents(facts: &ServiceFacts) -> Vec<&Found> {
    let listed = facts.documents.iter().map(|paper| &paper.words);
    listed.chain(&facts.documents_reference).collect()
}
