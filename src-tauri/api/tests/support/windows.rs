//! Windows that stay open while somebody writes: each shows one answer, and hears of what concerns
//! it.

use std::collections::BTreeSet;

use kata_api::table::{Command, Scope, find};
use kata_domain::ids::SessionId;
use kata_store::feed::Feed;
use kata_wire::Wrote;
use serde_json::Value;
use uuid::Uuid;

use super::Person;

/// Open windows.
pub struct Windows {
    feed: Feed,
    open: Vec<Window>,
}

/// One of them.
struct Window {
    command: &'static Command,
    request: Value,
    shows: Result<Value, &'static str>,
    team: Value,
}

impl Windows {
    /// None yet; they hear of what is written from here on.
    pub fn of(person: &Person) -> Windows {
        let workspace = person.session.workspace().unwrap();
        let stranger = SessionId(Uuid::now_v7());
        Windows {
            feed: Feed::open(workspace.store(), stranger).unwrap(),
            open: Vec::new(),
        }
    }

    /// The commands whose answers are not of one team: their windows hear of every team.
    pub fn of_several_teams(&self) -> BTreeSet<&'static str> {
        let several = self.open.iter().filter(|window| window.team.is_null());
        several.map(|window| window.command.name).collect()
    }

    /// A command has run: after a read its window stays open, after a write each window that shows
    /// something else from now on was told.
    pub fn see(&mut self, person: &Person, command: &str, request: &Value, answer: &Value) {
        let Some(command) = find(command) else { return };
        let asked =
            |window: &Window| window.command.name == command.name && window.request == *request;
        if command.scope == Scope::Read && !self.open.iter().any(asked) {
            self.open.push(Window {
                command,
                request: request.clone(),
                team: team_of(answer),
                shows: Ok(without_place(answer.clone())),
            });
        }
        while let Ok(Some(batch)) = self.feed.poll() {
            for window in &mut self.open {
                let told = batch.wrote.iter().any(|wrote| window.hears_of(wrote));
                let changed = window.look_again(person);
                assert!(
                    told || !changed,
                    "{} {request} changed {} {} of {}, which was told {:?}",
                    command.name,
                    window.command.name,
                    window.request,
                    window.team,
                    batch.wrote
                );
            }
        }
    }
}

impl Window {
    /// As a window decides it.
    fn hears_of(&self, wrote: &Wrote) -> bool {
        let team = wrote.team_id.map(|team| team.to_string());
        let elsewhere = team.is_some_and(|team| !self.team.is_null() && self.team != *team);
        self.command.reads().contains(&wrote.entity) && !elsewhere
    }

    /// Asks again, and says whether the answer is another one.
    fn look_again(&mut self, person: &Person) -> bool {
        let answer = person.tries(self.command.name, self.request.clone());
        if let Ok(answer) = &answer {
            self.team = team_of(answer);
        }
        let shows = answer.map(without_place).map_err(|error| error.code);
        let changed = shows != self.shows;
        self.shows = shows;
        changed
    }
}

/// The team whose rows an answer shows; null where it shows those of several.
fn team_of(answer: &Value) -> Value {
    let places = ["/teamId", "/team/id"];
    let team = places.iter().find_map(|place| answer.pointer(place));
    team.cloned().unwrap_or_default()
}

/// An answer without how far into the log it was read.
fn without_place(answer: Value) -> Value {
    match answer {
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(name, _)| name != "asOfSeq");
            fields
                .map(|(name, value)| (name, without_place(value)))
                .collect()
        }
        Value::Array(items) => items.into_iter().map(without_place).collect(),
        other => other,
    }
}
