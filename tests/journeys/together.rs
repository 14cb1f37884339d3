//! Two people with the same file open, on two computers.

use serde_json::json;

use crate::support::{App, Desk, Outcome};

/// What one person writes appears at the other's, who did nothing for it.
pub async fn a_team_appears(desk: Desk) -> Outcome {
    let board = desk.board("operations.kata");
    let mara = desk.person("mara").open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.call("board_create", json!({ "path": board })).await?;
    add_team(&mara, "Checkout").await?;

    let ana = desk.person("ana").board(&board).open().await?;
    ana.see("link", "Checkout").await?;
    add_team(&mara, "Seller Portal").await?;
    ana.see("link", "Seller Portal").await
}

async fn called(app: &App, name: &str) -> Outcome {
    app.call("prefs_edit", json!({ "name": name }))
        .await
        .map(drop)
}

async fn add_team(app: &App, name: &str) -> Outcome {
    app.call("team_create", json!({ "fields": { "name": name } }))
        .await
        .map(drop)
}
