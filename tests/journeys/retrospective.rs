//! Retrospectives: by one facilitator at a shared computer, and by three windows on one file.

use serde_json::json;
use thirtyfour::Key;

use super::beginnings::{self, Begun, called};
use crate::support::{App, Desk, Outcome, eventually};

const IMPROVEMENT: &str = "Improvement How the work went since the last time. What got in the way, what went differently, what helped.";

/// What the three people in the room write.
const NOTES: [(&str, [&str; 3]); 3] = [
    (
        "Mara Lindt",
        [
            "Approval came on Thursday",
            "The label was late",
            "Nobody told the tester",
        ],
    ),
    (
        "Ana",
        [
            "Waited for the board",
            "Two days without an answer",
            "The build runs by hand",
        ],
    ),
    (
        "Daniel",
        [
            "The spreadsheet was old",
            "I asked three times",
            "Dry run helped",
        ],
    ),
];

/// One computer, three people, nine notes: from preparing it to the next step, by keyboard alone.
pub async fn nine_notes_in_a_room(desk: Desk) -> Outcome {
    let begun = beginnings::checkout(&desk).await?;
    let mara = &begun.mara;
    prepare(mara).await?;
    mara.press(Key::Control + Key::Enter).await?;
    mara.see("heading", "Arrive: how are you here today?")
        .await?;
    come_in(mara, &["Ana", "Daniel"]).await?;

    in_turn(mara, Own::Arrive).await?;
    mara.read("Daniel is awake").await?;
    projects(mara).await?;
    mara.has_no_axe_violations().await?;
    on(mara, "The first time: nothing to look back on yet.").await?;
    mara.read("This is the team's first retrospective").await?;
    on(mara, "Write for yourself what you noticed.").await?;

    in_turn(mara, Own::Write).await?;
    // What was written behind the cover sheet is not on the screen, nor in the file.
    mara.read_no("Approval came on Thursday").await?;
    let file = std::fs::read(&begun.board)?;
    let found = file.windows(11).any(|part| part == b"on Thursday");
    assert!(!found, "a note is in the file before notes are shown");

    on(mara, "Group what belongs together.").await?;
    group(mara).await?;
    mara.has_no_axe_violations().await?;
    mara.picture("retro-group").await?;
    on(mara, "Vote for what to talk about.").await?;
    in_turn(mara, Own::Vote).await?;
    on(mara, "Talk about one topic at a time.").await?;
    mara.press("d").await?;
    mara.see("article", NOTES[0].1[0]).await?;
    mara.read("3 votes").await?;
    mara.has_no_axe_violations().await?;
    mara.press("o").await?;
    mara.see("link", "It stands among the obstacles of the storyboard")
        .await?;
    on(mara, "Agree on one next step, with what you expect.").await?;
    agree(mara).await?;
    on(mara, "Say what you take away.").await?;
    in_turn(mara, Own::Leave).await?;
    mara.read("Daniel asks the deputy").await?;
    mara.has_no_axe_violations().await?;
    mara.press(Key::Control + Key::Enter).await?;
    mara.see_focus("button", "End it").await?;
    mara.press(Key::Enter).await?;
    mara.see("region", "What came of it").await?;
    mara.has_no_axe_violations().await?;
    mara.picture("retro-ended").await?;
    ended(&begun).await
}

/// The second window shows what everybody may see, large and without a control.
async fn projects(app: &App) -> Outcome {
    let own = app.driver().window().await?;
    app.press("f").await?;
    let second = eventually("the second window", || async {
        let all = app.driver().windows().await?;
        Ok(all.into_iter().find(|one| *one != own))
    })
    .await?;
    app.driver().switch_to_window(second).await?;
    app.read("Daniel is awake").await?;
    app.has_no_axe_violations().await?;
    app.picture("retro-projection").await?;
    assert!(app.all("button", "Take turns").await?.is_empty());
    assert!(app.all("textbox", "In one word").await?.is_empty());
    app.driver().close_window().await?;
    app.driver().switch_to_window(own).await?;
    Ok(())
}

/// From the storyboard to a prepared session.
async fn prepare(app: &App) -> Outcome {
    app.press("v").await?;
    app.see("heading", "Comes up again").await?;
    app.has_no_axe_violations().await?;
    app.tab_to("button", "Prepare a retrospective").await?;
    app.press(Key::Enter).await?;
    app.see_focus("button", IMPROVEMENT).await?;
    app.has_no_axe_violations().await?;
    app.press(Key::Enter).await?;
    app.see("button", "Begin").await?;
    app.has_no_axe_violations().await
}

/// Guests come to this computer.
async fn come_in(app: &App, names: &[&str]) -> Outcome {
    app.tab_to("button", "Add people at this computer").await?;
    app.press(Key::Enter).await?;
    app.see_focus("textbox", "Name").await?;
    for name in names {
        app.press(*name).await?;
        app.press(Key::Enter).await?;
        app.see("button", &format!("{name} Not ready yet")).await?;
    }
    app.press(Key::Escape).await
}

/// What somebody does behind the cover sheet.
#[derive(Clone, Copy)]
enum Own {
    Arrive,
    Write,
    Vote,
    Leave,
}

async fn own(app: &App, what: Own, name: &str, notes: [&str; 3]) -> Outcome {
    match what {
        Own::Arrive => {
            app.see_focus("textbox", "In one word").await?;
            app.press(format!("{name} is awake")).await
        }
        Own::Write => {
            app.see_focus("textbox", "Note: Got in the way").await?;
            for note in notes {
                app.press(note).await?;
                app.press(Key::Enter).await?;
                app.see("textbox", &format!("Your note: {note}")).await?;
            }
            Ok(())
        }
        Own::Vote => {
            app.tab_to("button", "Vote for Approval came on Thursday")
                .await?;
            app.press(Key::Enter).await?;
            app.read("1 of 1 placed").await
        }
        Own::Leave => {
            app.see_focus("textbox", "What do you take away?").await?;
            app.press(format!("{name} asks the deputy")).await
        }
    }
}

/// Everybody at this computer, one after the other, behind the cover sheet.
async fn in_turn(app: &App, what: Own) -> Outcome {
    app.see("button", "Take turns").await?;
    app.press("b").await?;
    for (name, notes) in NOTES {
        app.see_focus("button", &format!("I am {name}")).await?;
        app.press(Key::Enter).await?;
        own(app, what, name, notes).await?;
        app.press(Key::Control + Key::Enter).await?;
    }
    app.read("Everybody here has had their turn.").await
}

/// The group goes on to the next phase.
async fn on(app: &App, says: &str) -> Outcome {
    app.press(Key::Control + Key::Enter).await?;
    app.see("heading", says).await
}

/// The first note begins a topic, the second goes to it by its number, two that are chosen go with
/// it.
async fn group(app: &App) -> Outcome {
    app.read("9 notes left").await?;
    app.tab_to("button", &card("Approval came on Thursday", "Mara Lindt"))
        .await?;
    app.press("m").await?;
    app.press("n").await?;
    app.read("8 notes left").await?;
    app.see_focus("textbox", "Title of the topic").await?;
    app.press(Key::Enter).await?;
    app.tab_to("button", &card("Waited for the board", "Ana"))
        .await?;
    app.press("m").await?;
    app.press("1").await?;
    app.read("7 notes left").await?;
    app.press(Key::Control + "z").await?;
    app.read("8 notes left").await?;
    app.press("m").await?;
    app.press("1").await?;
    app.read("7 notes left").await?;
    for note in ["The label was late", "Nobody told the tester"] {
        app.tab_to("button", &card(note, "Mara Lindt")).await?;
        app.press(" ").await?;
    }
    app.read("2 notes chosen").await?;
    app.press("m").await?;
    app.press("1").await?;
    app.read("5 notes left").await
}

/// A note on the wall, as it is heard.
fn card(note: &str, author: &str) -> String {
    format!("{note} Got in the way, {author}")
}

/// The next step is planned as an experiment.
async fn agree(app: &App) -> Outcome {
    app.see("radio", "Approval came on Thursday from today")
        .await?;
    app.press("n").await?;
    app.read("Still needed").await?;
    app.see_focus(
        "button",
        "Which one change do you try? Or what do you go and see?",
    )
    .await?;
    app.write(
        "Which one change do you try? Or what do you go and see?",
        "Ask the deputy on Tuesdays",
    )
    .await?;
    app.write(
        "Anyone can tell whether a number came true. Which one do you expect, and why?",
        "Approval within two days",
    )
    .await?;
    app.write("How quickly can we go and see?", "31 Dec 2199")
        .await?;
    app.read("Has a prediction and a day to look").await
}

/// What stands in the file is what the group did.
async fn ended(begun: &Begun) -> Outcome {
    let request = json!({ "teamId": begun.team });
    let list = begun
        .mara
        .ask(&begun.board, "retrospectives_get", request)
        .await?;
    let session = &list["past"][0]["retrospective"]["id"];
    let request = json!({ "id": session });
    let view = begun
        .mara
        .ask(&begun.board, "retrospective_get", request)
        .await?;
    let mut texts: Vec<_> = view["notes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|line| line["note"]["text"].as_str())
        .collect();
    texts.sort_unstable();
    let mut written: Vec<_> = NOTES.iter().flat_map(|(_, notes)| *notes).collect();
    written.sort_unstable();
    assert_eq!(texts, written);
    assert_eq!(view["topics"][0]["votes"], 3);
    assert_eq!(
        view["nextStep"]["experiment"]["step"],
        "Ask the deputy on Tuesdays"
    );
    assert_eq!(
        view["answers"]["takeaways"].as_array().map(Vec::len),
        Some(3)
    );
    begun.mara.checks(&begun.board).await
}

/// Three people, three windows, one file: each writes at their own computer, and all see the same
/// wall.
pub async fn three_windows_hold_one(desk: Desk) -> Outcome {
    let begun = beginnings::checkout(&desk).await?;
    let mara = &begun.mara;
    prepare(mara).await?;
    mara.press(Key::Control + Key::Enter).await?;
    mara.see("heading", "Arrive: how are you here today?")
        .await?;
    let ana = join(&desk, &begun, "ana", "Ana Petrov").await?;
    let daniel = join(&desk, &begun, "daniel", "Daniel Osei").await?;
    mara.read("3 people in the session").await?;
    on(mara, "The first time: nothing to look back on yet.").await?;
    on(mara, "Write for yourself what you noticed.").await?;
    for (app, note) in [
        (mara, "The label was late"),
        (&ana, "The label came late"),
        (&daniel, "I asked three times"),
    ] {
        app.see("heading", "Write for yourself what you noticed.")
            .await?;
        app.tab_to("textbox", "Note: Got in the way").await?;
        app.press(note).await?;
        app.press(Key::Enter).await?;
        app.see("textbox", &format!("Your note: {note}")).await?;
    }
    mara.read_no("I asked three times").await?;
    on(mara, "Group what belongs together.").await?;
    for app in [mara, &ana, &daniel] {
        for note in [
            "The label was late",
            "The label came late",
            "I asked three times",
        ] {
            app.read(note).await?;
        }
    }
    // Two people group the same notes; both windows end with the same wall.
    ana.click("button", "Make a topic of them").await?;
    mara.read("1 note left").await?;
    daniel
        .tab_to("button", &card("I asked three times", "Daniel Osei"))
        .await?;
    daniel.press("m").await?;
    daniel.press("n").await?;
    mara.read("3 of 3 notes grouped").await?;
    ana.read("3 of 3 notes grouped").await?;

    on(mara, "Vote for what to talk about.").await?;
    for app in [mara, &ana, &daniel] {
        app.see("heading", "Vote for what to talk about.").await?;
        app.tab_to("button", &card("The label was late", "Mara Lindt"))
            .await?;
        app.press("+").await?;
        app.read("1 of 1 placed").await?;
    }
    daniel.read_no("3 votes").await?;
    on(mara, "Talk about one topic at a time.").await?;
    for app in [mara, &ana, &daniel] {
        app.read("3 votes").await?;
    }
    // The facilitator's computer goes; somebody else takes the lead.
    mara.kill();
    ana.tab_to("button", "Take the lead").await?;
    ana.press(Key::Enter).await?;
    ana.see("button", "Begin with the first topic").await?;
    ana.press("d").await?;
    // Its title is the note that came into the file first, whosever that was.
    let view = session_of(&ana, &begun).await?;
    let title = view["topics"][0]["topic"]["title"].as_str();
    daniel.see("article", title.unwrap_or_default()).await?;
    ana.picture("retro-three-discuss").await?;
    eventually("the lead in the file", || async {
        let view = session_of(&ana, &begun).await?;
        Ok((view["facilitator"] == "Ana Petrov").then_some(()))
    })
    .await?;
    ana.checks(&begun.board).await
}

async fn join(desk: &Desk, begun: &Begun, name: &str, called_as: &str) -> Outcome<App> {
    let app = desk.person(name).size(1280, 720).open().await?;
    called(&app, called_as).await?;
    app.call("board_open", json!({ "path": begun.board }))
        .await?;
    app.reload().await?;
    app.see("region", "Storyboard of Checkout").await?;
    app.press("v").await?;
    app.follow("Improvement").await?;
    app.click("button", "Come in").await?;
    app.see("button", "I am ready").await?;
    Ok(app)
}

async fn session_of(app: &App, begun: &Begun) -> Outcome<serde_json::Value> {
    let request = json!({ "teamId": begun.team });
    let list = app.ask(&begun.board, "retrospectives_get", request).await?;
    let request = json!({ "id": list["running"][0]["id"] });
    app.ask(&begun.board, "retrospective_get", request).await
}
