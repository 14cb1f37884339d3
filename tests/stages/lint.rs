//! The form of the Rust code: formatting, clippy's advice and links in documentation.

use kata_launcher::{Project, command};
use libtest_mimic::Trial;

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
    ]
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
