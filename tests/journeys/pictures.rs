//! Pictures of any screen, for looking at while working on it.
//!
//! `KATA_PICTURES="#/teams; Seller Portal; Seller Portal > Experiments" cargo test -- picture`
//! writes one picture a screen, a size and a theme to `tests/output/pictures/`. A screen is a way
//! of steps from where the window opens: a step is a route (`#/…`) or the beginning of the name of
//! a link, tab or button. `KATA_PICTURES=1` is the first screen alone. `KATA_PICTURES_BOARD=FILE`
//! opens that board instead of the sample board.

use std::env;
use std::path::Path;

use libtest_mimic::Trial;

use super::beginnings;
use crate::stages::Programs;
use crate::support::{self, Desk, Outcome};

const SIZES: [(u32, u32); 3] = [(1280, 720), (1440, 900), (1920, 1080)];

pub fn trials(programs: &Programs) -> Vec<Trial> {
    let light = programs.clone();
    let dark = programs.clone();
    vec![
        Trial::test("picture::light", move || {
            support::run("picture::light", &light, in_light)
        }),
        Trial::test("picture::dark", move || {
            support::run("picture::dark", &dark, in_dark)
        }),
    ]
}

async fn in_light(desk: Desk) -> Outcome {
    take(desk, false).await
}

async fn in_dark(desk: Desk) -> Outcome {
    take(desk, true).await
}

async fn take(desk: Desk, dark: bool) -> Outcome {
    let theme = if dark { "dark" } else { "light" };
    let person = desk.person(theme);
    let person = if dark { person.dark() } else { person };
    let person = match env::var_os("KATA_PICTURES_BOARD") {
        Some(board) => person.board(Path::new(&board)),
        None => person.with("--sample"),
    };
    let app = person.open().await?;
    // Nothing is asked that would stand before what is looked at.
    beginnings::called(&app, "Mara Lindt").await?;
    app.reload().await?;
    for way in ways() {
        for step in way
            .split('>')
            .map(str::trim)
            .filter(|step| !step.is_empty())
        {
            match step.starts_with('#') {
                true => app.go(step).await?,
                false => app.follow(step).await?,
            }
        }
        for (width, height) in SIZES {
            app.resize(width, height).await?;
            let name = format!("{}-{width}x{height}-{theme}", file_name(&way));
            let path = app.picture(&name).await?;
            println!("{}", path.display());
        }
    }
    Ok(())
}

fn ways() -> Vec<String> {
    let wanted = env::var("KATA_PICTURES").unwrap_or_default();
    let wanted = if wanted == "1" { "" } else { &wanted };
    wanted.split(';').map(|way| way.trim().to_owned()).collect()
}

fn file_name(way: &str) -> String {
    let name: String = way
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    match name.trim_matches('-') {
        "" => "start".to_owned(),
        name => name.to_owned(),
    }
}
