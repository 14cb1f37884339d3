//! Places that the documents name are there.

use std::fs;
use std::path::Path;

use libtest_mimic::Failed;

use super::width;

/// What the name of a file ends with.
const ENDINGS: [&str; 10] = [
    "css", "ftl", "js", "json", "md", "rs", "sql", "svelte", "toml", "ts",
];

/// Names the places in every document that are not there.
pub fn named(root: &Path) -> Result<(), Failed> {
    let mut gone = Vec::new();
    for path in width::files(root)? {
        if !path.ends_with(".md") {
            continue;
        }
        let text = fs::read_to_string(root.join(&path))?;
        let folder = Path::new(&path).parent().unwrap_or(Path::new(""));
        let found = places(&text).filter(|place| !is_there(root, folder, place));
        gone.extend(found.map(|place| format!("{path}: {place}")));
    }
    match gone.as_slice() {
        [] => Ok(()),
        _ => Err(format!("no such place\n{}", gone.join("\n")).into()),
    }
}

/// What stands between two marks of code and is the name of a folder, or of a file in one.
fn places(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split('`').skip(1).step_by(2);
    code.filter(|code| {
        let is_file = code
            .rsplit('.')
            .next()
            .is_some_and(|end| ENDINGS.contains(&end));
        let words = code.contains([' ', '\n', '(', '{', '$', '=', ':', '"', '*', '@']);
        code.contains('/') && !words && (code.ends_with('/') || is_file)
    })
}

/// From the top, or from the document's own folder; what stands for any name is not looked at.
fn is_there(root: &Path, folder: &Path, place: &str) -> bool {
    let known = place.split('<').next().unwrap_or_default();
    let known = match place.contains('<') {
        true => known.rsplit_once('/').map_or("", |(above, _)| above),
        false => known,
    };
    let from = [
        root.to_owned(),
        root.join(folder),
        root.join(folder).join("src"),
    ];
    from.iter().any(|from| from.join(known).exists())
}
