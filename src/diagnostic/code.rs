//! The stable codes of diagnostics, with a severity and an explanation each.

use serde::{Serialize, Serializer};

use super::Severity;

/// Declares the codes once: name, printed code, severity, explanation.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident, $code:literal, $severity:ident;)+) => {
        /// Kind of a diagnostic.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code, in the order of its definition.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The code as printed; it never changes its meaning.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// How serious the kind usually is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)+
                }
            }

            /// What it means and what to do.
            #[must_use]
            pub fn explanation(self) -> String {
                match self {
                    $(Self::$name => concat!($($doc, "\n",)+).trim().replace("\n ", "\n"),)+
                }
            }
        }
    };
}

codes! {
    /// The file holds no text. Put the text of the act in, or take the file out.
    EmptyFile, "empty-file", Error;
    /// The bytes are no text in UTF-8, UTF-16 or Windows-1251. Save the file as
    /// UTF-8.
    UndecodableFile, "undecodable-file", Error;
    /// The file holds more than four gigabytes of text. No act does; put each act
    /// into a file of its own.
    HugeFile, "huge-file", Error;
    /// The text is not that of an act: neither an issuer with a date and a number
    /// nor the words that adopt it were found in its first lines.
    NoAct, "no-act", Error;
    /// The act names no region or body that `content/places.toml` knows.
    UnknownRegion, "unknown-region", Warning;
    /// A name fits several places, and neither the region nor the words beside it
    /// tell which. Nothing is chosen for an act; an office is placed at the first.
    AmbiguousPlace, "ambiguous-place", Warning;
    /// The text names a day that no calendar has. It is left out of the catalogue.
    ImpossibleDate, "impossible-date", Warning;
    /// The letters of the text say one language, its words another.
    LanguageDisagrees, "language-disagrees", Warning;
    /// The act approves no service. It has its entry and its page.
    NoServices, "no-services", Note;
    /// The list of the act's first point and its attachments name different
    /// numbers of services.
    ListDisagrees, "list-disagrees", Warning;
    /// An attachment has a heading that no title pattern reads. Add a pattern to
    /// `content/patterns/<language>/titles.toml`.
    UnreadTitle, "unread-title", Warning;
    /// A heading promises a fact, such as the fee or the papers, but no pattern read
    /// one under it, nor a reference to where it stands.
    UnreadHeading, "unread-heading", Warning;
    /// An item of a list of papers, limits or grounds was not read, while others of
    /// its list were.
    UnreadItem, "unread-item", Warning;
    /// A row in a table of offices gives no office: it has a name alone, or none.
    UnreadRow, "unread-row", Warning;
    /// A cell of an office speaks of days and times that no phrase reads.
    UnreadSchedule, "unread-schedule", Warning;
    /// The text says that the act lost force, but no phrase reads by which act.
    UnreadRepeal, "unread-repeal", Warning;
    /// A note names a day and seems to speak of an amendment that no phrase reads.
    UnreadNote, "unread-note", Warning;
    /// A paragraph is too long for one: no phrase was looked for in it. Part it where
    /// the act as published begins a new line.
    UnsearchedText, "unsearched-text", Warning;
    /// A line in a table of rows became part of no row.
    UnreadLine, "unread-line", Warning;
    /// A line of the file stands in no unit of the act. This is a mistake of the
    /// program.
    LostLine, "lost-line", Warning;
    /// The numbers of points, items, rows or annexes leave one out.
    NumberingJumps, "numbering-jumps", Note;
    /// A number of points, items, rows or annexes comes again or goes back.
    NumberingRepeats, "numbering-repeats", Note;
    /// An amount of time says one number in figures and another in words. The figures
    /// are kept, and pages show the act's words.
    AmountDisagrees, "amount-disagrees", Note;
    /// The hours of a service or an office leave out a usual working day. They are
    /// kept as the act says.
    ShortWeek, "short-week", Note;
    /// No phone was read for an office.
    OfficeWithoutPhone, "office-without-phone", Note;
    /// A printed phone or fax number is none that can be called.
    InvalidPhone, "invalid-phone", Note;
    /// A printed email address is none that can be written to.
    InvalidEmail, "invalid-email", Note;
    /// A printed site has no address that can be opened.
    InvalidWebsite, "invalid-website", Note;
    /// Tables print different addresses or phones for the same office.
    OfficesDisagree, "offices-disagree", Note;
    /// No topic in `content/topics` claims the title of the service.
    NoTopic, "no-topic", Warning;
    /// Several topics claim the title of the service; the first by id counts.
    SeveralTopics, "several-topics", Warning;
    /// Two files hold the same act in the same language. The later edition counts.
    SameActTwice, "same-act-twice", Warning;
    /// The texts of an act in both languages pair item by item, but one of them has
    /// what the other has not. It stays an entry of its own.
    UnpairedItem, "unpaired-item", Warning;
    /// The texts of an act in both languages give a value differently. Pages show
    /// both.
    TextsDisagree, "texts-disagree", Warning;
    /// A file under `content` cannot be read as what it should be.
    ContentSyntax, "content-syntax", Error;
    /// A file under `content` contradicts itself or another one.
    ContentMistake, "content-mistake", Error;
    /// A correction under `content/corrections` does not fit what was read. Compare
    /// it with the `paths` of `qyzmet show ACT --stage facts`.
    CorrectionMisfit, "correction-misfit", Error;
    /// A file of `content/corrections` is named after an act that is not among the
    /// seeds.
    CorrectionUnused, "correction-unused", Warning;
    /// An example of a phrase pattern is not read as it says.
    PatternExample, "pattern-example", Error;
    /// An interface text exists in one language only.
    MissingText, "missing-text", Error;
    /// A page of the site leads to a page or an anchor that does not exist. This
    /// is a mistake of the program or of a page under `content/pages`.
    BrokenLink, "broken-link", Error;
    /// Two pages of the site would have the same address.
    AddressTwice, "address-twice", Error;
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_codes_are_printed_alike() {
        let printed: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(printed.len(), Code::ALL.len());
    }

    #[test]
    fn every_code_is_explained_in_a_whole_sentence() {
        for code in Code::ALL {
            let explanation = code.explanation();
            assert!(
                explanation.ends_with('.'),
                "{}: {explanation}",
                code.as_str()
            );
        }
    }
}
