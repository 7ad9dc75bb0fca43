//! Bytes to text: UTF-8, UTF-16 and Windows-1251.

use std::str;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// Bytes that are no text in any encoding that acts are saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecodable {
    /// The first byte that is not UTF-8.
    pub at: usize,
}

/// Decodes a file: by its byte order mark, as UTF-8, else by what its bytes say.
///
/// # Errors
///
/// [`Undecodable`] when no encoding gives a text without control characters.
pub fn decode(bytes: &[u8]) -> Result<String, Undecodable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..]).ok_or(Undecodable { at: 0 });
    }
    match str::from_utf8(bytes) {
        Ok(text) if is_text(text) => return Ok(text.to_owned()),
        Ok(_) => {}
        Err(error) => {
            return guess(bytes).ok_or(Undecodable {
                at: error.valid_up_to(),
            });
        }
    }
    let at = bytes.iter().position(|byte| *byte < b'\t').unwrap_or(0);
    guess(bytes).ok_or(Undecodable { at })
}

/// Without a mark, UTF-16 shows by a zero or 0x04 in every second byte, and
/// Windows-1251 by a text that is mostly Cyrillic letters.
fn guess(bytes: &[u8]) -> Option<String> {
    [UTF_16LE, UTF_16BE, WINDOWS_1251]
        .into_iter()
        .filter_map(|encoding| decode_as(encoding, bytes))
        .find(|text| is_mostly_cyrillic(text))
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    if encoding != UTF_8 && encoding != WINDOWS_1251 && !bytes.len().is_multiple_of(2) {
        return None;
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    is_text(&text).then(|| text.into_owned())
}

/// Control characters other than those that lay out a text never stand in one.
fn is_text(text: &str) -> bool {
    text.chars()
        .all(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}'))
}

fn is_mostly_cyrillic(text: &str) -> bool {
    let (mut cyrillic, mut letters) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        cyrillic += usize::from(matches!(c, '\u{400}'..='\u{52f}'));
    }
    let common = text.chars().filter(|c| *c == ' ' || *c == '\n').count();
    letters > 0 && cyrillic * 2 > letters && common * 40 > letters
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const TEXT: &str = "Акимат области постановляет утвердить регламент.\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_same_text_is_read_from_every_encoding() {
        let (windows, _, _) = WINDOWS_1251.encode(TEXT);
        let mut marked = vec![0xff, 0xfe];
        marked.extend(utf16(TEXT, u16::to_le_bytes));
        for bytes in [
            TEXT.as_bytes().to_vec(),
            windows.into_owned(),
            utf16(TEXT, u16::to_le_bytes),
            utf16(TEXT, u16::to_be_bytes),
            marked,
        ] {
            assert_eq!(decode(&bytes).unwrap(), TEXT);
        }
    }

    #[test]
    fn bytes_that_are_no_text_name_the_first_bad_one() {
        assert_eq!(decode(b"abc\x00\xff\xfe\x01"), Err(Undecodable { at: 4 }));
        assert_eq!(
            decode(b"\x7fELF\x02\x01\x01\x00"),
            Err(Undecodable { at: 4 })
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(decode("\u{feff}қала".as_bytes()).unwrap(), "қала");
    }
}
