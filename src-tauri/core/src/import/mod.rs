//! Numbers from outside: a pasted column or a CSV file becomes observations of a metric, or reasons
//! line by line why it does not.
//!
//! `table` cuts the text into cells, `number` and `day` read one cell, `reading` decides how the
//! whole text is meant (guessed from all of it, or told), `lines` reads every line that way,
//! `already` compares with what was measured before. Everything here is pure: no file, no clock.

pub mod already;
pub mod day;
pub mod lines;
pub mod number;
pub mod reading;
pub mod table;

/// Bytes that a text has at most.
pub const TEXT_LIMIT: usize = 20 * 1024 * 1024;
/// Lines that are read at most.
pub const LINE_LIMIT: usize = 200_000;
/// Columns of a line at most; a line of more is no table of numbers.
pub const COLUMN_LIMIT: usize = 200;

/// A file's bytes as text: UTF-8, UTF-16 where its first bytes say so, else the Windows code page
/// of western Europe, which is what spreadsheets there still write.
pub fn decode(bytes: &[u8]) -> String {
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
        String::from_utf16_lossy(&units.collect::<Vec<_>>())
    };
    match bytes {
        [0xFF, 0xFE, ..] => utf16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf16(u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec())
            .unwrap_or_else(|_| bytes.iter().map(|byte| western(*byte)).collect()),
    }
}

/// A byte of Windows-1252. It is Latin 1 but for the block that holds the euro and the quotes; of
/// that block only what numbers and names are written with.
fn western(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x82 => '‚',
        0x84 => '„',
        0x85 => '…',
        0x8A => 'Š',
        0x8E => 'Ž',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        0x9A => 'š',
        0x9E => 'ž',
        0x81..=0x9F => '\u{FFFD}',
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_in_the_encoding_it_was_written_in() {
        assert_eq!(decode("Zahl;40 %".as_bytes()), "Zahl;40 %");
        assert_eq!(decode(b"M\xFCller;12,5 \x80"), "Müller;12,5 €");
        assert_eq!(decode(b"\xFF\xFE4\x002\x00"), "\u{feff}42");
        assert_eq!(decode(b"\xFE\xFF\x004\x002"), "\u{feff}42");
    }
}
