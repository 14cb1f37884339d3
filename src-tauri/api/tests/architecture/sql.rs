//! Who knows SQLite: the store alone, a table a file of it, and nothing of it goes out.

use std::collections::BTreeSet;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItemFn, Item, ItemFn, LitStr, Macro, Signature, Visibility};

use super::modules::{is_for_tests, sources};
use super::{FLOORS, read, root};

/// What a module says that is not for tests.
#[derive(Default)]
struct Said {
    /// Its texts.
    texts: Vec<String>,
    /// The nouns whose rows its questions answer.
    asked: Vec<String>,
    /// The names within the signatures of what it offers to other crates.
    offered: BTreeSet<String>,
}

impl Said {
    fn by(code: &str) -> Said {
        let mut said = Said::default();
        said.visit_file(&syn::parse_file(code).unwrap());
        said
    }

    fn tokens(&mut self, stream: TokenStream) {
        for token in stream {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    let text = syn::parse_str::<LitStr>(&literal.to_string());
                    self.texts.extend(text.map(|text| text.value()));
                }
                _ => {}
            }
        }
    }

    fn signature(&mut self, vis: &Visibility, signature: &Signature) {
        if matches!(vis, Visibility::Public(_)) {
            let mut names = Names::default();
            names.visit_signature(signature);
            self.offered.append(&mut names.0);
        }
    }
}

#[derive(Default)]
struct Names(BTreeSet<String>);

impl Visit<'_> for Names {
    fn visit_ident(&mut self, name: &proc_macro2::Ident) {
        self.0.insert(name.to_string());
    }
}

impl<'ast> Visit<'ast> for Said {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !attributes.iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.signature(&item.vis, &item.sig);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.signature(&item.vis, &item.sig);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.texts.push(text.value());
    }

    fn visit_macro(&mut self, made: &'ast Macro) {
        if made.path.is_ident("questions")
            && let Some(TokenTree::Ident(noun)) = made.tokens.clone().into_iter().next()
        {
            self.asked.push(noun.to_string());
        }
        self.tokens(made.tokens.clone());
    }

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
        .collect()
}

/// A statement, or a part of one, as this house writes them: its words in large letters.
fn looks_like_sql(text: &str) -> bool {
    let words = words(text);
    let has = |wanted: &[&str]| wanted.iter().any(|word| words.contains(word));
    let statement = has(&["SELECT", "INSERT", "UPDATE", "DELETE"]) && has(&["FROM", "INTO", "SET"]);
    statement || has(&["WHERE", "PRAGMA"])
}

/// The texts of a crate that look like SQL.
fn sql_in(modules: &[(String, String)]) -> Vec<String> {
    let said = modules.iter().flat_map(|(name, code)| {
        let texts = Said::by(code).texts.into_iter();
        texts.map(move |text| format!("{name}: {text}"))
    });
    said.filter(|text| looks_like_sql(text)).collect()
}

#[test]
fn no_sql_stands_outside_the_store() {
    for folder in FLOORS.into_iter().filter(|folder| *folder != "store") {
        let found = sql_in(&sources(&root().join(folder).join("src")));
        assert_eq!(found, Vec::<String>::new(), "{folder}");
    }
    let planted = |code: &str| sql_in(&[(String::new(), code.to_owned())]).len();
    for code in [
        r#"static ASKED: &str = "SELECT id FROM team";"#,
        r#"fn f() { ask("WHERE id = ?1"); }"#,
        r#"fn f() { ask(&format!("UPDATE {table} SET rank = ?1")); }"#,
        r#"macro_rules! ask { () => { "DELETE FROM team" } }"#,
    ] {
        assert_eq!(planted(code), 1, "{code}");
    }
    for code in [
        r#"/// SELECT id FROM team"#.to_owned() + "\nfn f() {}",
        r#"#[cfg(test)] mod tests { const ASKED: &str = "SELECT id FROM team"; }"#.to_owned(),
        r#"const HELP: &str = "Select a file from the folder.";"#.to_owned(),
    ] {
        assert_eq!(planted(&code), 0, "{code}");
    }
}

#[test]
fn no_manifest_but_the_stores_names_sqlite() {
    for folder in FLOORS.into_iter().filter(|folder| *folder != "store") {
        let manifest = read(&root().join(folder).join("Cargo.toml"));
        assert!(!manifest.contains("sqlite"), "{folder}");
    }
}

/// Types of SQLite's that a signature must not have: what goes out of the store is its own.
const INSIDE: [&str; 11] = [
    "rusqlite",
    "Connection",
    "Transaction",
    "Statement",
    "CachedStatement",
    "Row",
    "Rows",
    "Params",
    "ToSql",
    "FromSql",
    "ToSqlOutput",
];

fn offered_by(code: &str) -> Vec<String> {
    let offered = Said::by(code).offered;
    let inside = INSIDE.iter().filter(|name| offered.contains(**name));
    inside.map(|name| (*name).to_owned()).collect()
}

#[test]
fn the_store_hands_out_no_connection_and_takes_no_statement() {
    for (module, code) in sources(&root().join("store/src")) {
        if module != "testing" {
            assert_eq!(offered_by(&code), Vec::<String>::new(), "{module}");
        }
    }
    let planted = "impl Reader<'_> { pub fn ask(&self, read: impl Fn(&Row<'_>)) {} }";
    assert_eq!(offered_by(planted), ["Row"]);
    let own = "pub(crate) fn ask(connection: &Connection) {}";
    assert!(offered_by(own).is_empty());
}

/// The tables that the migrations make.
fn tables() -> BTreeSet<String> {
    let files = std::fs::read_dir(root().join("store/src/migrations")).unwrap();
    let made = files.flat_map(|file| {
        let sql = read(&file.unwrap().path());
        let parts: Vec<_> = sql
            .split("CREATE TABLE ")
            .skip(1)
            .map(str::to_owned)
            .collect();
        parts.into_iter().map(|part| words(&part)[0].to_owned())
    });
    made.collect()
}

/// Of many tables alike: what a row is called, whether it is removed, what of it can be searched.
const ASKED_OF_MANY: [&str; 4] = [
    "searchable",
    "tables::place",
    "tables::removed",
    "tables::title",
];

/// Where a module asks a table that has a file of its own.
fn strangers(module: &str, code: &str, tables: &BTreeSet<String>) -> Vec<String> {
    let own = module.strip_prefix("tables::").unwrap_or_default();
    let said = Said::by(code);
    let mut found = Vec::new();
    for text in &said.texts {
        for pair in words(text).windows(2) {
            let (word, table) = (pair[0], pair[1]);
            let asks = ["FROM", "INTO", "UPDATE"].contains(&word) && table != own;
            let joins = word == "JOIN" && own.is_empty();
            if (asks || joins) && tables.contains(table) {
                found.push(format!("{module}: {word} {table}"));
            }
        }
    }
    for noun in &said.asked {
        if noun.to_lowercase() != own.replace('_', "") {
            found.push(format!("{module}: rows of {noun}"));
        }
    }
    found
}

/// A table is asked in its own file; another question joins it, or has in brackets what that file
/// has for it. So one reads in one place what is asked of a table, and changes it there.
#[test]
fn a_table_is_asked_in_its_own_file() {
    let tables = tables();
    assert!(tables.len() > 30, "{tables:?}");
    for (module, code) in sources(&root().join("store/src")) {
        if !ASKED_OF_MANY.contains(&module.as_str()) && !module.starts_with("outbox") {
            assert_eq!(strangers(&module, &code, &tables), Vec::<String>::new());
        }
    }
    let planted = |module: &str, code: &str| strangers(module, code, &tables);
    let other = r#"const ASKED: &str = "SELECT id FROM team t";"#;
    assert_eq!(
        planted("tables::metric", other),
        ["tables::metric: FROM team"]
    );
    assert_eq!(planted("feed", other), ["feed: FROM team"]);
    assert_eq!(planted("tables::team", other), Vec::<String>::new());
    let rows = r#"questions! { Team all() -> all = ""; }"#;
    assert_eq!(
        planted("tables::metric", rows),
        ["tables::metric: rows of Team"]
    );
    let joined =
        r#"const ASKED: &str = "SELECT m.id FROM metric m JOIN team t ON t.id = m.team_id";"#;
    assert_eq!(planted("tables::metric", joined), Vec::<String>::new());
}

/// A table has a file, and a file has a table.
#[test]
fn every_table_has_a_file_of_questions() {
    let folder = root().join("store/src/tables");
    let without: Vec<_> = tables()
        .into_iter()
        .filter(|table| !Path::new(&folder).join(format!("{table}.rs")).exists())
        .collect();
    assert_eq!(without, Vec::<String>::new());
}
