//! What journeys begin with, arranged through the command table instead of by hand.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::support::{App, Desk, Outcome};

/// Mara's window with her team's board open, and the ids of what stands on it.
pub struct Begun {
    pub mara: App,
    pub board: PathBuf,
    pub team: String,
    pub challenge: String,
    pub obstacle: String,
}

impl Begun {
    /// The storyboard as it stands in the file.
    pub async fn storyboard(&self) -> Outcome<Value> {
        let request = json!({ "teamId": self.team });
        self.mara.ask(&self.board, "storyboard_get", request).await
    }
}

/// What this person is called on every board.
pub async fn called(app: &App, name: &str) -> Outcome {
    app.call("prefs_edit", json!({ "name": name }))
        .await
        .map(drop)
}

/// A team with a challenge, a number of seven calls and two obstacles, the first of them addressed.
pub async fn checkout(desk: &Desk) -> Outcome<Begun> {
    // A folder of its own: it stands for a share, which may go away.
    let board = desk.board("share/operations.kata");
    fs::create_dir(desk.board("share"))?;
    let mara = desk.person("mara").size(1280, 720).open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.call("board_create", json!({ "path": board })).await?;
    let team = made(
        &mara,
        "team_create",
        json!({ "fields": { "name": "Checkout" } }),
    )
    .await?;
    let process = made(
        &mara,
        "focus_process_create",
        json!({ "teamId": team, "fields": { "name": "Answering questions" } }),
    )
    .await?;
    let statement = "Sellers run their shops without calling us.";
    let challenge = made(
        &mara,
        "challenge_create",
        json!({ "focusProcessId": process, "fields": { "statement": statement } }),
    )
    .await?;
    let metric = made(
        &mara,
        "metric_create",
        json!({ "teamId": team, "fields": {
            "name": "Calls per seller", "unit": "calls", "good": "down", "metricKind": "outcome" } }),
    )
    .await?;
    mara.call(
        "observation_add",
        json!({ "metricId": metric, "observations": [{ "value": 7 }] }),
    )
    .await?;
    made(
        &mara,
        "current_condition_create",
        json!({ "focusProcessId": process, "fields": { "outcomeMetricId": metric } }),
    )
    .await?;
    let mut obstacles = Vec::new();
    for text in [
        "Sellers do not see yesterday's figures.",
        "Nobody logs the calls.",
    ] {
        let request = json!({ "focusProcessId": process, "fields": { "text": text } });
        obstacles.push(made(&mara, "obstacle_create", request).await?);
    }
    let obstacle = obstacles.swap_remove(0);
    mara.call("obstacle_address", json!({ "id": obstacle }))
        .await?;
    mara.reload().await?;
    mara.see("region", "Storyboard of Checkout").await?;
    Ok(Begun {
        mara,
        board,
        team,
        challenge,
        obstacle,
    })
}

async fn made(app: &App, command: &str, request: Value) -> Outcome<String> {
    let answer = app.call(command, request).await?;
    let id = answer["id"].as_str();
    Ok(id
        .ok_or_else(|| format!("{command} answers without an id: {answer}"))?
        .to_owned())
}

/// What stands on the sample board that journeys speak of.
pub struct Sample {
    pub mara: App,
    pub board: PathBuf,
    pub challenge: Value,
    pub process: Value,
}

/// Mara's window with the storyboard of the sample's first team, in a file that others can write.
pub async fn sample(desk: &Desk, size: (u32, u32)) -> Outcome<Sample> {
    let board = desk.board("sample.kata");
    let mara = desk.person("mara").size(size.0, size.1).open().await?;
    called(&mara, "Mara Lindt").await?;
    mara.kata(&["new", &board.display().to_string(), "--sample"])
        .await?;
    mara.call("board_open", json!({ "path": board })).await?;
    mara.reload().await?;
    mara.follow("Seller Portal").await?;
    mara.see("link", "Step 6: open").await?;
    let teams = mara.ask(&board, "teams_get", json!({})).await?;
    let team = teams["teams"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|row| row["team"]["name"] == "Seller Portal")
        .ok_or("the sample has its team")?;
    let request = json!({ "focusProcessId": team["focusProcessId"] });
    let mut storyboard = mara.ask(&board, "storyboard_get", request).await?;
    Ok(Sample {
        mara,
        board,
        challenge: storyboard["challenge"]["id"].take(),
        process: team["focusProcessId"].clone(),
    })
}

impl Sample {
    /// The storyboard of the sample's first team as it stands in the file.
    pub async fn board(&self) -> Outcome<Value> {
        let request = json!({ "focusProcessId": self.process });
        self.mara.ask(&self.board, "storyboard_get", request).await
    }

    /// Somebody else writes another challenge, in a process of their own.
    pub async fn write_challenge(&self, statement: &str) -> Outcome {
        let request =
            json!({ "id": self.challenge, "fields": { "statement": statement } }).to_string();
        let board = self.board.display().to_string();
        let words = [
            "call",
            "challenge_edit",
            &request,
            "--board",
            &board,
            "--as",
            "Ana Petrov",
        ];
        self.mara.kata(&words).await.map(drop)
    }
}
