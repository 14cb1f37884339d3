//! A notification of the system. It can stand on a locked screen, so the page sends no words of a
//! board but the names of teams, and none of them acts as markup.

use kata_wire::{IpcError, Nothing, Notice};
use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt;

use crate::failure;

/// Longer than what any system shows.
const MOST_CHARACTERS: usize = 400;

/// Shows a notification.
pub fn show(app: &AppHandle, notice: &Notice) -> Result<Nothing, IpcError> {
    app.notification()
        .builder()
        .title(plain(&notice.title))
        .body(plain(&notice.body))
        .show()
        .map_err(|error| failure::system("show a notification", &error))?;
    Ok(Nothing {})
}

/// Some systems read the text as markup, and the name of a team was written by anyone who has the
/// file: it must not become a link.
fn plain(text: &str) -> String {
    let without = |character| match character {
        '<' => '‹',
        '>' => '›',
        other => other,
    };
    text.chars().take(MOST_CHARACTERS).map(without).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_team_is_markup_and_none_is_endless() {
        assert_eq!(plain("R&D <a href='x'>"), "R&D ‹a href='x'›");
        assert_eq!(plain(&"x".repeat(1000)).len(), MOST_CHARACTERS);
    }
}
