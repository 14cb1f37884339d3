//! Makes a board of any size for measuring and for trying things by hand:
//! `cargo run --release -p kata-api --example generate -- FILE [--teams 200] [--targets 2000]
//! [--experiments 100000] [--observations 1000000] [--seed 1]`

mod board;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use board::Size;
use kata_store::clock::{Clock, SystemClock};
use kata_store::open;

const USAGE: &str = "generate FILE [--teams 200] [--targets 2000] [--experiments 100000] \
                     [--observations 1000000] [--seed 1]";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = read(&words).and_then(|(file, size)| make(&file, size));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn read(words: &[String]) -> Result<(PathBuf, Size), String> {
    let mut size = Size {
        teams: 200,
        targets: 2_000,
        experiments: 100_000,
        observations: 1_000_000,
        seed: 1,
    };
    let mut file = None;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let Some(option) = word.strip_prefix("--") else {
            file = Some(PathBuf::from(word));
            continue;
        };
        let number: i64 = words
            .next()
            .and_then(|value| value.parse().ok())
            .filter(|number| *number >= 0)
            .ok_or_else(|| format!("{word} takes a whole number\n{USAGE}"))?;
        match option {
            "teams" => size.teams = number,
            "targets" => size.targets = number,
            "experiments" => size.experiments = number,
            "observations" => size.observations = number,
            "seed" => size.seed = number.unsigned_abs(),
            _ => return Err(format!("{word} is no option\n{USAGE}")),
        }
    }
    Ok((file.ok_or(USAGE)?, size))
}

fn make(file: &Path, size: Size) -> Result<(), String> {
    let start = Instant::now();
    let store = open::create(file, Arc::new(SystemClock)).map_err(|error| error.to_string())?;
    board::fill(&store, size, SystemClock.today()).map_err(|error| error.to_string())?;
    println!(
        "{} in {:.1} s",
        file.display(),
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kata_store::health;
    use kata_store::testing::Told;

    #[test]
    fn a_generated_board_is_sound_and_of_its_size() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("small.kata");
        let store = open::create(&path, Arc::new(SystemClock)).unwrap();
        let size = Size {
            teams: 3,
            targets: 7,
            experiments: 41,
            observations: 500,
            seed: 4,
        };
        board::fill(&store, size, SystemClock.today()).unwrap();
        let report = store.read(health::check).unwrap();
        assert_eq!(report.findings, []);
        let counts = store
            .read(|reader| {
                let count = |table: &str| {
                    let sql = format!("SELECT count(*) FROM {table}");
                    reader
                        .connection()
                        .query_row(&sql, [], |row| row.get::<_, i64>(0))
                };
                Ok([
                    count("team").told()?,
                    count("experiment").told()?,
                    count("observation").told()?,
                ])
            })
            .unwrap();
        assert_eq!(counts, [3, 41, 500]);
    }

    #[test]
    fn options_are_read() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let (file, size) = read(&words("a.kata --teams 3 --seed 9")).unwrap();
        assert_eq!(
            (file, size.teams, size.seed),
            (PathBuf::from("a.kata"), 3, 9)
        );
        assert!(read(&words("a.kata --teams many")).is_err());
        assert!(read(&words("--teams 3")).is_err());
    }
}
