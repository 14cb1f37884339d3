//! The journeys: what people do, in the real window. A line in `trials` makes one a test.

mod axe;
mod beginnings;
mod coaching;
mod drafts;
mod heard;
mod layout;
pub mod measure;
mod numbers;
mod palette;
pub mod pictures;
mod progress;
mod retrospective;
mod start;
mod step;

mod target;
mod team;
mod together;
mod undo;
mod vanished;

use std::future::Future;

use libtest_mimic::Trial;

use crate::stages::Programs;
use crate::support::{self, Desk, Outcome};

/// Every journey, named `journey::file::function`.
pub fn trials(programs: &Programs) -> Vec<Trial> {
    macro_rules! trials {
        ($($file:ident::$journey:ident,)*) => {
            vec![$(trial(programs, concat!(stringify!($file), "::", stringify!($journey)), $file::$journey)),*]
        };
    }
    trials![
        start::welcome,
        start::dark,
        start::sample,
        start::two_people,
        team::a_team_and_its_storyboard,
        step::seal_and_result,
        step::adopt_with_evidence,
        target::close_and_draft_the_next,
        numbers::sixty_weeks_and_one_more,
        palette::by_words_and_by_name,
        progress::by_keys_alone,
        together::a_team_appears,
        together::focus_stays,
        together::same_field,
        coaching::two_windows_turn_together,
        coaching::not_known_yet,
        coaching::seller_portal_by_keyboard,
        retrospective::nine_notes_in_a_room,
        retrospective::three_windows_hold_one,
        drafts::survive_a_crash,
        undo::names_the_operation,
        vanished::share_gone,
        heard::the_storyboard,
        layout::storyboard_in_light,
        layout::storyboard_in_dark,
        layout::many_steps_fold_into_what_has_room,
        layout::longer_words_on_every_screen,
        layout::longer_words_where_numbers_are_written,
        layout::long_words_of_people,
        layout::a_press_meets_what_it_was_aimed_at,
        axe::every_screen_in_light,
        axe::every_screen_in_dark,
        axe::tab_reaches_everything,
    ]
}

fn trial<F>(programs: &Programs, name: &str, journey: fn(Desk) -> F) -> Trial
where
    F: Future<Output = Outcome> + Send + 'static,
{
    let name = format!("journey::{name}");
    let programs = programs.clone();
    Trial::test(name.clone(), move || {
        support::run(&name, &programs, journey)
    })
}
