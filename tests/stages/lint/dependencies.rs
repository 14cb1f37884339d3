//! What the product is built of: its licences, its sources, and what stays out.
//!
//! The rules stand in `deny.toml`, which cargo-deny reads too. That program takes minutes to build,
//! this reading of them none; a key that is not known here is an error, so that no rule stands in
//! the file unheld. Known weaknesses need a network, and are asked for by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kata_launcher::command;
use libtest_mimic::Failed;
use serde::Deserialize;
use spdx::{Expression, ParseMode};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Licenses {
    allow: Vec<String>,
    exceptions: Vec<Exception>,
    #[serde(rename = "unused-allowed-license")]
    _unused: Level,
}

/// What one crate may have beside the licences that all may have.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Bans {
    multiple_versions: Level,
    wildcards: Level,
    allow_wildcard_paths: bool,
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Sources {
    unknown_registry: Level,
    unknown_git: Level,
    allow_registry: Vec<String>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Level {
    Allow,
    Warn,
    Deny,
}

/// What cargo knows of a package.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// Where it came from; none for one of this folder.
    source: Option<String>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    req: String,
    path: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// What npm locked: a package by the folder it lies in.
#[derive(Deserialize)]
struct Locked {
    packages: BTreeMap<String, Shipped>,
}

#[derive(Deserialize)]
struct Shipped {
    license: Option<String>,
    /// Needed to build and to test, and not part of what is shipped.
    #[serde(default)]
    dev: bool,
}

/// Holds every crate of the workspace against the rules.
pub fn crates(root: &Path) -> Result<(), Failed> {
    let rules = rules(root)?;
    let output = command::cargo()
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let Metadata { packages } = serde_json::from_slice(&output.stdout)?;
    let faults = packages.iter().flat_map(|package| {
        let faults = [
            licence(&rules.licenses, &package.name, package.license.as_deref()),
            banned(&rules.bans, package),
            wildcard(&rules.bans, package),
            source(&rules.sources, package),
        ];
        faults
            .into_iter()
            .flatten()
            .map(|fault| format!("{} {}: {fault}", package.name, package.version))
    });
    told(faults.chain(doubles(&rules.bans, &packages)).collect())
}

/// Holds the licences of what the interface ships against the same rules.
pub fn interface(root: &Path, ui: &Path) -> Result<(), Failed> {
    let rules = rules(root)?;
    let text = fs::read_to_string(ui.join("package-lock.json"))?;
    let Locked { packages } = serde_json::from_str(&text)?;
    let faults = packages.iter().filter(|(_, package)| !package.dev);
    let faults = faults.filter_map(|(folder, package)| {
        let name = folder.rsplit("node_modules/").next().unwrap_or(folder);
        licence(&rules.licenses, name, package.license.as_deref())
            .map(|fault| format!("{name}: {fault}"))
    });
    told(faults.collect())
}

fn rules(root: &Path) -> Result<Rules, Failed> {
    let text = fs::read_to_string(root.join("deny.toml"))?;
    toml::from_str(&text).map_err(|error| format!("deny.toml: {error}").into())
}

fn told(faults: Vec<String>) -> Result<(), Failed> {
    match faults.as_slice() {
        [] => Ok(()),
        _ => Err(faults.join("\n").into()),
    }
}

fn licence(rules: &Licenses, name: &str, licence: Option<&str>) -> Option<String> {
    let Some(licence) = licence else {
        return Some("it has no licence".to_owned());
    };
    let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
        return Some(format!("its licence is not an expression: {licence}"));
    };
    let of_it = rules.exceptions.iter().filter(|one| one.name == name);
    let allowed: Vec<&String> = rules
        .allow
        .iter()
        .chain(of_it.flat_map(|one| &one.allow))
        .collect();
    let may = expression.evaluate(|wanted| allowed.contains(&&wanted.to_string()));
    (!may).then(|| format!("its licence is not allowed: {licence}"))
}

fn banned(rules: &Bans, package: &Package) -> Option<String> {
    let banned = rules.deny.iter().any(|one| one.name == package.name);
    banned.then(|| "it is to stay out".to_owned())
}

fn wildcard(rules: &Bans, package: &Package) -> Option<String> {
    let wild = package.dependencies.iter().find(|dependency| {
        dependency.req == "*" && !(rules.allow_wildcard_paths && dependency.path.is_some())
    });
    // What the crates of others ask for is theirs.
    let ours = package.source.is_none() && rules.wildcards == Level::Deny;
    wild.filter(|_| ours)
        .map(|dependency| format!("it takes any version of {}", dependency.name))
}

fn source(rules: &Sources, package: &Package) -> Option<String> {
    let source = package.source.as_deref()?;
    let (level, known) = match source.strip_prefix("registry+") {
        Some(registry) => (
            &rules.unknown_registry,
            rules.allow_registry.iter().any(|one| one == registry),
        ),
        None => (&rules.unknown_git, false),
    };
    (*level == Level::Deny && !known).then(|| format!("it comes from {source}"))
}

fn doubles(rules: &Bans, packages: &[Package]) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        let of_name = versions.entry(&package.name).or_default();
        of_name.push(&package.version);
    }
    let double = versions
        .iter()
        .filter(|(_, all)| all.len() > 1 && rules.multiple_versions == Level::Deny);
    double
        .map(|(name, all)| format!("{name} comes in versions {}", all.join(", ")))
        .collect()
}
