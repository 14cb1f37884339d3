//! Texts as the board keeps them: NFC, line breaks as `\n`, no control characters, bounded.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::error::DomainError;

/// Characters a title takes (one line).
pub const TITLE_LIMIT: usize = 200;
/// Characters a text takes.
pub const TEXT_LIMIT: usize = 20_000;

/// Brings a text into the form the board keeps, or says why it cannot.
///
/// # Errors
/// [`DomainError::TextTooLong`] and [`DomainError::TextControl`].
pub fn normalise(field: &'static str, text: &str, limit: usize) -> Result<String, DomainError> {
    // Counting a 10 MB paste is cheap; normalising it is not, so the bound comes first.
    let length = text.chars().count();
    if length > limit {
        return Err(DomainError::TextTooLong {
            field,
            limit,
            length,
        });
    }
    let unix = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    };
    if unix.chars().any(is_forbidden) {
        return Err(DomainError::TextControl { field });
    }
    let normal = if is_nfc(&unix) {
        unix
    } else {
        unix.nfc().collect()
    };
    Ok(normal)
}

/// Control characters and the marks that reverse the direction of text around them.
fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composes_and_unifies_line_breaks() {
        assert_eq!(
            normalise("text", "Mu\u{0308}he\r\nzwei\rdrei", 100).unwrap(),
            "Mühe\nzwei\ndrei"
        );
    }

    #[test]
    fn refuses_control_and_direction_marks() {
        for bad in ["a\u{0}b", "a\u{7}b", "a\u{202E}b", "a\u{9b}b"] {
            assert_eq!(
                normalise("text", bad, 100),
                Err(DomainError::TextControl { field: "text" }),
                "{bad:?}"
            );
        }
    }

    #[test]
    fn counts_characters_not_bytes() {
        assert!(normalise("text", &"ü".repeat(200), TITLE_LIMIT).is_ok());
        assert_eq!(
            normalise("text", &"ü".repeat(201), TITLE_LIMIT),
            Err(DomainError::TextTooLong {
                field: "text",
                limit: 200,
                length: 201
            })
        );
    }
}
