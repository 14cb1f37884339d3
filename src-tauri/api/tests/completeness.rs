//! Every row that a command touches stands in the log of its operation: asked of SQLite itself, by
//! the update hook of the connection that writes, for every command of the table that writes, and
//! for those that pass between the app and the board as well.

mod private;
mod watched;

use std::collections::BTreeSet;

use kata_api::table::{COMMANDS, Scope};
use serde_json::Value;

use self::watched::Watched;
use crate::support::requests::{Rows, kind_of, request};

/// Every command that writes, with the row and the words it is tried with, in an order in which
/// each of them changes something.
const STORY: &[(&str, usize, usize)] = &[
    ("person_create", 0, 1),
    ("team_create", 0, 2),
    ("membership_create", 0, 3),
    ("focus_process_create", 0, 4),
    ("focus_process_create", 0, 5),
    ("metric_create", 0, 6),
    ("metric_create", 0, 7),
    ("challenge_create", 0, 8),
    ("current_condition_create", 0, 9),
    ("target_condition_create", 0, 10),
    ("target_condition_create", 0, 11),
    ("obstacle_create", 0, 12),
    ("obstacle_create", 0, 13),
    ("observation_add", 0, 14),
    ("observation_import", 0, 16),
    ("experiment_create", 0, 0),
    ("experiment_create", 0, 1),
    ("experiment_create", 0, 14),
    ("experiment_create", 0, 15),
    ("person_edit", 0, 20),
    ("team_edit", 0, 21),
    ("membership_edit", 0, 1),
    ("focus_process_edit", 0, 23),
    ("metric_edit", 0, 24),
    ("challenge_edit", 0, 26),
    ("current_condition_edit", 0, 25),
    ("target_condition_edit", 0, 30),
    ("obstacle_edit", 0, 27),
    ("observation_edit", 0, 29),
    ("focus_process_move", 1, 0),
    ("metric_move", 1, 0),
    ("obstacle_move", 1, 0),
    ("obstacle_address", 0, 0),
    ("obstacle_move_to", 0, 1),
    ("target_condition_activate", 0, 0),
    ("target_condition_close", 0, 0),
    ("experiment_seal", 0, 0),
    ("experiment_seal", 1, 0),
    ("experiment_seal", 2, 0),
    ("experiment_finish", 0, 0),
    ("experiment_edit", 0, 8),
    ("experiment_evaluate", 0, 0),
    ("experiment_abandon", 1, 0),
    ("experiment_could_not_run", 2, 0),
    ("experiment_remove", 3, 0),
    ("experiment_restore", 3, 0),
    ("coaching_cycle_begin", 0, 0),
    ("coaching_cycle_edit", 0, 0),
    ("coaching_cycle_unknown", 0, 1),
    ("coaching_cycle_clock", 0, 2),
    ("coaching_cycle_finish", 0, 0),
    ("coaching_cycle_begin", 1, 0),
    ("coaching_cycle_break_off", 1, 0),
    ("coaching_cycle_remove", 0, 0),
    ("coaching_cycle_restore", 0, 0),
    ("attachment_add", 0, 1),
    ("attachment_edit", 0, 2),
    ("attachment_remove", 0, 0),
    ("attachment_restore", 0, 0),
    ("baseline_window_create", 0, 1),
    ("baseline_window_edit", 0, 2),
    ("baseline_window_remove", 0, 0),
    ("baseline_window_restore", 0, 0),
    ("slo_create", 0, 1),
    ("slo_edit", 0, 4),
    ("bad_day_create", 0, 1),
    ("bad_day_edit", 0, 2),
    ("bad_day_remove", 0, 0),
    ("bad_day_restore", 0, 0),
    ("slo_remove", 0, 0),
    ("slo_restore", 0, 0),
    ("toil_ledger_begin", 0, 1),
    ("toil_ledger_edit", 0, 2),
    ("toil_category_create", 0, 1),
    ("toil_category_create", 0, 2),
    ("toil_category_edit", 0, 3),
    ("toil_category_move", 1, 0),
    ("toil_week_create", 0, 1),
    ("toil_week_edit", 0, 4),
    ("toil_week_remove", 0, 0),
    ("toil_week_restore", 0, 0),
    ("toil_category_remove", 0, 0),
    ("toil_category_restore", 0, 0),
    ("retrospective_create", 0, 1),
    ("retrospective_edit", 0, 3),
    ("retrospective_begin", 0, 0),
    ("retrospective_clock", 0, 2),
    ("retrospective_hand_over", 0, 0),
    ("timeline_event_create", 0, 1),
    ("timeline_event_create", 0, 2),
    ("timeline_event_edit", 0, 3),
    ("timeline_event_move", 1, 0),
    ("timeline_event_remove", 0, 0),
    ("timeline_event_restore", 0, 0),
    ("retrospective_advance", 0, 3),
    ("retro_note_create", 0, 2),
    ("retro_note_edit", 0, 4),
    ("topic_create", 0, 1),
    ("topic_create", 0, 2),
    ("topic_create", 0, 3),
    ("topic_edit", 0, 2),
    ("topic_move", 1, 0),
    ("retro_notes_group", 0, 0),
    ("topic_merge", 1, 0),
    ("topic_obstacle", 0, 0),
    ("retro_note_remove", 0, 0),
    ("retro_note_restore", 0, 0),
    ("topic_remove", 2, 0),
    ("topic_restore", 2, 0),
    ("obstacle_review_put", 0, 1),
    ("retrospective_advance", 0, 5),
    ("retrospective_discuss", 0, 0),
    ("retrospective_next_step", 0, 0),
    ("retrospective_close", 0, 1),
    ("retrospective_remove", 0, 0),
    ("retrospective_restore", 0, 0),
    ("waiver_create", 0, 1),
    ("waiver_edit", 0, 2),
    ("waiver_remove", 0, 0),
    ("waiver_restore", 0, 0),
    ("observation_remove", 0, 0),
    ("observation_restore", 0, 0),
    ("obstacle_remove", 0, 0),
    ("obstacle_restore", 0, 0),
    ("target_condition_remove", 1, 0),
    ("target_condition_restore", 1, 0),
    ("current_condition_remove", 0, 0),
    ("current_condition_restore", 0, 0),
    ("challenge_remove", 0, 0),
    ("challenge_restore", 0, 0),
    ("metric_remove", 0, 0),
    ("metric_restore", 0, 0),
    ("focus_process_remove", 0, 0),
    ("focus_process_restore", 0, 0),
    ("membership_remove", 0, 0),
    ("membership_restore", 0, 0),
    ("team_remove", 0, 0),
    ("team_restore", 0, 0),
    ("person_remove", 0, 0),
    ("person_restore", 0, 0),
    ("undo", 0, 0),
    ("redo", 0, 0),
];

#[test]
fn every_row_that_a_command_touches_stands_in_its_log_entry() {
    let board = Watched::new();
    let mut rows = Rows::new();
    for (command, which, word) in STORY {
        let params = request(command, &rows, *which, *word).unwrap();
        let done = board.does(command, params);
        let [operation] = &done.operations[..] else {
            panic!("{command} is one operation, and not {:?}", done.operations);
        };
        let op = &done.answer["op"];
        assert!(op.is_null() || *op == operation.op, "{command}");
        if let Value::String(id) = &done.answer["id"] {
            let of_kind = rows.entry(kind_of(command).to_owned()).or_default();
            if !of_kind.contains(id) {
                of_kind.push(id.clone());
            }
        }
    }
    let tried = STORY.iter().map(|(command, ..)| *command);
    all_are_tried(&[Scope::Write], &tried.collect());
}

/// A command that is new in the table is given a place in a story here.
fn all_are_tried(scopes: &[Scope], tried: &BTreeSet<&str>) {
    let commands = COMMANDS.iter();
    let commands = commands.filter(|command| scopes.contains(&command.scope));
    let names = commands.map(|command| command.name);
    let untried: Vec<_> = names.filter(|name| !tried.contains(name)).collect();
    assert!(untried.is_empty(), "give these a place: {untried:?}");
}
