//! What the program was started with: `kata-board [--board FILE] [FILE] [--sample]`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// How to call the program, printed for `--help` and after a mistake.
pub const USAGE: &str = "Usage: kata-board [OPTIONS] [FILE]

  FILE, --board FILE   open this board
  --sample             open the sample board when no board is named
  --help               show this text
  --version            show the version";

/// What the person asked for on the command line.
#[derive(Debug, PartialEq)]
pub enum Request {
    /// Open the window.
    Start(Arguments),
    /// Print this and end.
    Say(String),
}

/// With what the window opens.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Arguments {
    /// The board to open, as it was written.
    pub board: Option<PathBuf>,
    /// Whether the sample board is wanted where no board is named.
    pub sample: bool,
}

impl Arguments {
    /// Makes a relative path one that holds wherever the program runs.
    pub fn seen_from(mut self, folder: &Path) -> Self {
        self.board = self.board.map(|board| folder.join(board));
        self
    }
}

/// Reads the arguments after the program's name.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Request, String> {
    let mut arguments = Arguments::default();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--help" | "-h") => return Ok(Request::Say(USAGE.to_owned())),
            Some("--version" | "-V") => {
                return Ok(Request::Say(format!(
                    "Kata Board {}",
                    env!("CARGO_PKG_VERSION")
                )));
            }
            Some("--sample") => arguments.sample = true,
            Some("--board") => {
                let file = words.next().ok_or("--board needs a file")?;
                take_board(&mut arguments, file)?;
            }
            Some(text) if text.starts_with("--board=") => {
                take_board(&mut arguments, OsString::from(&text["--board=".len()..]))?;
            }
            Some(text) if text.starts_with('-') => return Err(format!("Unknown option: {text}")),
            _ => take_board(&mut arguments, word)?,
        }
    }
    Ok(Request::Start(arguments))
}

fn take_board(arguments: &mut Arguments, file: OsString) -> Result<(), String> {
    if file.is_empty() {
        return Err("The board's file name is empty".to_owned());
    }
    match arguments.board.replace(PathBuf::from(file)) {
        None => Ok(()),
        Some(_) => Err("Only one board can be opened at a time".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(words: &[&str]) -> Arguments {
        match parse(words.iter().map(OsString::from)) {
            Ok(Request::Start(arguments)) => arguments,
            other => panic!("not a start: {other:?}"),
        }
    }

    fn refusal(words: &[&str]) -> String {
        parse(words.iter().map(OsString::from)).unwrap_err()
    }

    #[test]
    fn no_word_opens_no_board() {
        assert_eq!(start(&[]), Arguments::default());
    }

    #[test]
    fn a_board_is_named_in_three_ways() {
        let expected = Some(PathBuf::from("team.kata"));
        assert_eq!(start(&["team.kata"]).board, expected);
        assert_eq!(start(&["--board", "team.kata"]).board, expected);
        assert_eq!(start(&["--board=team.kata"]).board, expected);
    }

    #[test]
    fn the_sample_is_asked_for_beside_a_board() {
        let arguments = start(&["--sample", "team.kata"]);
        assert!(arguments.sample);
        assert!(arguments.board.is_some());
    }

    #[test]
    fn mistakes_are_refused_in_words() {
        assert!(refusal(&["--bord", "x"]).contains("--bord"));
        assert!(refusal(&["--board"]).contains("needs a file"));
        assert!(refusal(&["a.kata", "b.kata"]).contains("one board"));
        assert!(refusal(&[""]).contains("empty"));
    }

    #[test]
    fn a_relative_board_is_seen_from_the_folder() {
        let arguments = start(&["team.kata"]).seen_from(Path::new("/work"));
        assert_eq!(arguments.board, Some(PathBuf::from("/work/team.kata")));
    }
}
