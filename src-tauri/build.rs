//! Prepares what the window embeds: the list of allowed commands and, when the interface was not
//! built yet, a page that says how to start.

use std::error::Error;
use std::fs;
use std::path::Path;

use tauri_build::{AppManifest, Attributes};

const PLACEHOLDER: &str = "<!doctype html>
<html lang=\"en\">
<head><meta charset=\"utf-8\"><title>Kata Board</title></head>
<body><main><h1>Kata Board</h1>
<p>The interface was not built yet. Start with <code>cargo run</code> in the project's folder.</p>
</main></body>
</html>
";

fn main() -> Result<(), Box<dyn Error>> {
    // `generate_context!` fails without this folder, so `cargo check` would need Node.
    let dist = Path::new("../ui/dist");
    if !dist.join("index.html").exists() {
        fs::create_dir_all(dist)?;
        fs::write(dist.join("index.html"), PLACEHOLDER)?;
    }
    println!("cargo::rerun-if-changed=../ui/dist");
    tauri_build::try_build(Attributes::new().app_manifest(AppManifest::new().commands(&["rpc"])))?;
    Ok(())
}
