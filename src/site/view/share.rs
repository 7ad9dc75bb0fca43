//! Sharing: a page as a short address, as a message that is ready to send, and as a
//! code that a telephone reads from paper.

use fast_qr::{ECL, QRBuilder, QRCode};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::words::Words;
use crate::error::Error;
use crate::site::short;

/// Readers need a margin of four modules around a code (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// What RFC 3986 lets stand in a query as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What a page needs to be sent and printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Share {
    /// The short address of the page, whole.
    pub(crate) url: String,
    /// The short address as a person reads it aloud.
    pub(crate) spoken: String,
    /// The short address as an image, an SVG element.
    pub(crate) code: String,
    /// The message with the facts of the page.
    pub(crate) message: Message,
}

/// A line of a message: words in the language of the page and of the act.
pub(crate) type Line = Vec<Words>;

/// A message in the language of the page with the addresses that send it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Message {
    /// What is sent, with the languages that a screen reader needs to know.
    pub(crate) lines: Vec<Line>,
    pub(crate) sms: String,
    pub(crate) whatsapp: String,
    pub(crate) mail: String,
}

impl Share {
    /// The page at `path` of the site at `base_url`; `lines` are the facts that the
    /// message tells. `None` for a site that does not know its own address: what is sent
    /// or printed must lead back from anywhere.
    ///
    /// # Errors
    ///
    /// When the address is too long for a code, which only a very long `base_url` makes.
    pub(crate) fn new(
        path: &str,
        base_url: &str,
        title: &Words,
        lines: &[Line],
    ) -> Result<Option<Self>, Error> {
        if base_url.is_empty() {
            return Ok(None);
        }
        let url = short_url(path, base_url);
        Ok(Some(Self {
            spoken: spoken(&url).to_owned(),
            code: code_of(&url)?,
            message: Message::new(title, lines, &url),
            url,
        }))
    }
}

impl Message {
    /// A message of a title, lines, and the address that they come from.
    pub(crate) fn new(title: &Words, lines: &[Line], url: &str) -> Self {
        let end = vec![Words::own(url)];
        let body: Vec<_> = lines.iter().chain([&end]).map(text_of).collect();
        let encoded = |text: &str| utf8_percent_encode(text, KEPT).to_string();
        let whole = encoded(&format!("{}\n{}", title.text, body.join("\n")));
        Self {
            sms: format!("sms:?body={whole}"),
            whatsapp: format!("https://wa.me/?text={whole}"),
            mail: format!(
                "mailto:?subject={}&body={}",
                encoded(&title.text),
                // RFC 6068 wants both characters at the ends of lines.
                encoded(&body.join("\r\n"))
            ),
            lines: [vec![title.clone()]]
                .into_iter()
                .chain(lines.iter().cloned())
                .chain([end])
                .collect(),
        }
    }
}

fn text_of(line: &Line) -> String {
    line.iter().map(|words| words.text.as_str()).collect()
}

/// The short address of a page, whole.
pub(crate) fn short_url(path: &str, base_url: &str) -> String {
    let base_url = base_url.trim_end_matches('/');
    format!("{base_url}{}", short::short_path(path))
}

/// An address without what everybody knows of it.
fn spoken(url: &str) -> &str {
    let bare = url.split_once("://").map_or(url, |(_, bare)| bare);
    bare.trim_end_matches('/')
}

/// The text as a code for telephones (ISO/IEC 18004), as an SVG element without a size
/// of its own. It is hidden from screen readers, because the address stands beside it.
fn code_of(text: &str) -> Result<String, Error> {
    let code = QRBuilder::new(text).ecl(ECL::M).build();
    let code = code.map_err(|error| Error::Template {
        message: format!("the address {text} does not fit into a code: {error}"),
    })?;
    let side = code.size + 2 * QUIET_ZONE;
    Ok(format!(
        "<svg class=\"code\" viewBox=\"0 0 {side} {side}\" aria-hidden=\"true\" focusable=\"false\">\
         <path class=\"code-paper\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{}\"/></svg>",
        modules_of(&code)
    ))
}

/// The dark modules as the data of a path, one rectangle for each run in a row.
fn modules_of(code: &QRCode) -> String {
    let mut data = String::new();
    for row in 0..code.size {
        let modules = &code[row];
        let mut column = 0;
        for run in modules.chunk_by(|one, other| one.value() == other.value()) {
            if run[0].value() {
                let (x, y) = (column + QUIET_ZONE, row + QUIET_ZONE);
                let wide = run.len();
                data.push_str(&format!("M{x} {y}h{wide}v1h-{wide}z"));
            }
            column += run.len();
        }
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_lines_and_letters() {
        let lines = [vec![Words::own("Мерзімі: "), Words::own("10 күн")]];
        let message = Message::new(&Words::own("Көмек & ақы"), &lines, "http://q.kz/s/a/");
        let shown: Vec<_> = message.lines.iter().map(text_of).collect();
        assert_eq!(
            shown,
            ["Көмек & ақы", "Мерзімі: 10 күн", "http://q.kz/s/a/"]
        );
        assert!(
            message.sms.starts_with("sms:?body=%D0%9A%D3%A9"),
            "{}",
            message.sms
        );
        assert!(!message.whatsapp.contains(" & "), "{}", message.whatsapp);
        assert!(message.mail.contains("%0D%0A"), "{}", message.mail);
    }

    #[test]
    fn an_address_is_read_aloud_without_its_scheme() {
        assert_eq!(
            spoken("https://qyzmet.example/s/abc/"),
            "qyzmet.example/s/abc"
        );
    }

    #[test]
    fn a_code_is_an_image_that_needs_no_style() {
        let code = code_of("https://qyzmet.example/s/abc/").expect("it fits");
        // Finder patterns open the first row on its left and end it on its right.
        assert!(code.contains("d=\"M4 4h7v1h-7z"), "{code}");
        assert!(!code.contains("style="), "{code}");
    }
}
