//! The form of the code: formatting, clippy's advice, links in documentation, the width of lines,
//! the places that documents name, and what may be built in.

mod dependencies;
mod places;
mod width;

use kata_launcher::{Project, command};
use libtest_mimic::{Failed, Trial};

pub fn trials(project: &Project) -> Vec<Trial> {
    vec![
        cargo(
            project,
            "lint::fmt",
            &["fmt", "--all", "--check", "--", "-l"],
            "",
        ),
        cargo(
            project,
            "lint::clippy",
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--quiet",
                "--",
                "-D",
                "warnings",
            ],
            "",
        ),
        cargo(
            project,
            "lint::doc",
            &[
                "doc",
                "--workspace",
                "--no-deps",
                "--document-private-items",
                "--quiet",
            ],
            // The documents are for people inside the project, who see private items too.
            "-D warnings -A rustdoc::private-intra-doc-links",
        ),
        ours(project, "lint::width", |project| {
            width::lines(project.root())
        }),
        ours(project, "lint::places", |project| {
            places::named(project.root())
        }),
        ours(project, "lint::dependencies", |project| {
            dependencies::crates(project.root())
        }),
        ours(project, "lint::dependencies_of_the_interface", |project| {
            dependencies::interface(project.root(), &project.ui())
        }),
    ]
}

fn ours(project: &Project, name: &str, check: fn(&Project) -> Result<(), Failed>) -> Trial {
    let project = project.clone();
    Trial::test(name, move || check(&project))
}

fn cargo(project: &Project, name: &str, words: &'static [&str], rustdoc: &'static str) -> Trial {
    let root = project.root().to_owned();
    Trial::test(name, move || {
        let mut command = command::cargo();
        command
            .args(words)
            .current_dir(root)
            .env("RUSTDOCFLAGS", rustdoc);
        super::run(&mut command)
    })
}
