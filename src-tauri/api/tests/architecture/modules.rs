//! The modules of a crate and which of them use which, learned from its sources.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, Macro, UseTree, Visibility};

type Names = Vec<String>;

/// The modules of one crate, by their path from its root.
pub struct Crate(BTreeMap<Names, Paths>);

/// The paths that a module names, as it writes them.
#[derive(Default)]
struct Paths {
    /// All of them.
    named: BTreeSet<Names>,
    /// What it hands on under its own name: the last part of each, and the whole.
    handed_on: BTreeMap<String, Names>,
}

impl Crate {
    /// The crate whose sources lie in a folder.
    pub fn read(folder: &Path) -> Crate {
        Crate::of(&sources(folder))
    }

    /// The crate that these modules are: path with `::`, and text.
    pub fn of(files: &[(String, String)]) -> Crate {
        let mut modules = BTreeMap::new();
        for (name, text) in files {
            let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let mut paths = Paths::default();
            paths.visit_file(&file);
            modules.insert(parts(name), paths);
        }
        Crate(modules)
    }

    /// The circles between modules of one folder.
    pub fn circles(&self) -> Vec<String> {
        let mut graphs: BTreeMap<&[String], BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
        for (from, paths) in &self.0 {
            for path in &paths.named {
                let Some(to) = self.target(from, path) else {
                    continue;
                };
                let shared = from
                    .iter()
                    .zip(to)
                    .take_while(|(one, other)| one == other)
                    .count();
                if let (Some(one), Some(other)) = (from.get(shared), to.get(shared)) {
                    let graph = graphs.entry(&from[..shared]).or_default();
                    graph.entry(one).or_default().insert(other);
                }
            }
        }
        graphs.values().filter_map(circle).collect()
    }

    /// The names of the crates that are used.
    pub fn outside(&self) -> BTreeSet<&str> {
        let all = self.0.values().flat_map(|paths| &paths.named);
        all.filter_map(|path| path.first())
            .map(String::as_str)
            .collect()
    }

    /// Whether a path with these names one behind the other is used.
    pub fn names(&self, names: &[&str]) -> bool {
        !self.modules_that_name(names).is_empty()
    }

    /// The modules below the root in which a path has these names one behind the other.
    pub fn modules_that_name(&self, names: &[&str]) -> BTreeSet<&str> {
        let has = |path: &Names| path.windows(names.len()).any(|part| part == names);
        let modules = self
            .0
            .iter()
            .filter(|(_, paths)| paths.named.iter().any(has));
        modules
            .map(|(module, _)| module.first().map_or("", String::as_str))
            .collect()
    }

    /// The module that a path leads to, as module `from` writes it; none outside the crate.
    fn target(&self, from: &[String], path: &[String]) -> Option<&[String]> {
        let mut at = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "self" => from.to_vec(),
            "super" => from[..from.len().checked_sub(1)?].to_vec(),
            _ => return None,
        };
        let mut rest: Vec<String> = path[1..].to_vec();
        while let Some(name) = rest.first().cloned() {
            if name == "super" {
                at.pop();
                rest.remove(0);
                continue;
            }
            let deeper = [at.clone(), vec![name.clone()]].concat();
            if self.0.contains_key(&deeper) {
                at = deeper;
                rest.remove(0);
                continue;
            }
            // What a module hands on is followed to where it comes from.
            let handed_on = self.0.get(&at).and_then(|paths| paths.handed_on.get(&name));
            match handed_on {
                Some(path)
                    if self
                        .0
                        .contains_key(&[at.clone(), vec![path[0].clone()]].concat()) =>
                {
                    rest.splice(0..1, path.iter().cloned());
                }
                _ => break,
            }
        }
        self.0
            .get_key_value(&at)
            .map(|(module, _)| module.as_slice())
    }
}

/// The modules below a folder, but those that are tests: path with `::`, and text.
pub fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(folder, &mut Vec::new(), &mut files);
    assert!(!files.is_empty(), "{} has sources", folder.display());
    files
}

fn parts(name: &str) -> Names {
    name.split("::")
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn collect(folder: &Path, module: &mut Names, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let own = ["mod", "lib", "main"].contains(&name.as_str());
        if !own {
            module.push(name.clone());
        }
        if path.is_dir() {
            collect(&path, module, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") && name != "tests" {
            files.push((module.join("::"), super::read(&path)));
        }
        if !own {
            module.pop();
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !attributes.iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut found = Vec::new();
        leaves(&item.tree, &mut Vec::new(), &mut found);
        for (name, path) in found {
            if !matches!(item.vis, Visibility::Inherited) {
                let begin = usize::from(path[0] == "self");
                self.handed_on.insert(name, path[begin..].to_vec());
            }
            self.named.insert(path);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|part| part.ident.to_string());
        self.named.insert(names.collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, made: &'ast Macro) {
        tokens(made.tokens.clone(), &mut self.named);
        visit::visit_macro(self, made);
    }

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// Whether an attribute leaves an item out of the program.
pub fn is_for_tests(attribute: &Attribute) -> bool {
    let list = attribute.meta.require_list().ok();
    let said = list
        .filter(|list| list.path.is_ident("cfg"))
        .map(|list| list.tokens.to_string());
    said.is_some_and(|said| said == "test" || said.contains("testing"))
}

/// The leaves of a `use`: the name that each has here, and its whole path.
fn leaves(tree: &UseTree, before: &mut Names, found: &mut Vec<(String, Names)>) {
    let leaf = |name: &syn::Ident| [before.clone(), vec![name.to_string()]].concat();
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            leaves(&path.tree, before, found);
            before.pop();
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                leaves(tree, before, found);
            }
        }
        UseTree::Name(name) if name.ident == "self" => {
            found.push((before.last().cloned().unwrap_or_default(), before.clone()));
        }
        UseTree::Name(name) => found.push((name.ident.to_string(), leaf(&name.ident))),
        UseTree::Rename(name) => found.push((name.rename.to_string(), leaf(&name.ident))),
        UseTree::Glob(_) => found.push(("*".to_owned(), before.clone())),
    }
}

/// The paths within the tokens of a macro.
fn tokens(stream: TokenStream, named: &mut BTreeSet<Names>) {
    let mut path: Names = Vec::new();
    let mut colons = 0;
    for token in stream {
        match token {
            TokenTree::Ident(name) if path.is_empty() || colons == 2 => {
                path.push(name.to_string());
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => colons += 1,
            other => {
                named.insert(std::mem::take(&mut path));
                colons = 0;
                match other {
                    TokenTree::Group(group) => tokens(group.stream(), named),
                    TokenTree::Ident(name) => path.push(name.to_string()),
                    _ => {}
                }
            }
        }
    }
    named.insert(path);
}

/// A circle in a graph, from its first name round to it again.
fn circle(graph: &BTreeMap<&str, BTreeSet<&str>>) -> Option<String> {
    graph.keys().find_map(|start| {
        let mut way = vec![*start];
        let mut seen = BTreeSet::new();
        leads_back(graph, start, &mut way, &mut seen).then(|| way.join(" → "))
    })
}

fn leads_back<'n>(
    graph: &BTreeMap<&'n str, BTreeSet<&'n str>>,
    start: &str,
    way: &mut Vec<&'n str>,
    seen: &mut BTreeSet<&'n str>,
) -> bool {
    let here = *way.last().unwrap();
    for next in graph.get(here).into_iter().flatten() {
        way.push(next);
        if *next == start || (seen.insert(next) && leads_back(graph, start, way, seen)) {
            return true;
        }
        way.pop();
    }
    false
}
