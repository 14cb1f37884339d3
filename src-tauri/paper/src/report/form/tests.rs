//! Every form of every board lies within its sheet, and no text lies on another.

use std::sync::Arc;

use kata_core::views::teams;
use kata_store::clock::FixedClock;
use kata_store::{Reader, Store, open};

use super::*;

const MARCH: i64 = 1_773_309_600_000;
const FORMS: [PaperForm; 3] = [PaperForm::Storyboard, PaperForm::Record, PaperForm::Card];

fn facts(team: &str) -> Facts {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("sample.kata");
    let store = open::create(&path, Arc::new(FixedClock::at(MARCH))).unwrap();
    kata_sample::write(&store).unwrap();
    let day = Day {
        on: store.clock().today(),
        utc_offset: 60,
    };
    look(&store, |look| {
        let teams = teams::get(look, kata_wire::Nothing {}).unwrap();
        let mut teams = teams.teams.iter().map(|row| &row.team.noun);
        let team = teams.find(|row| row.name == team).unwrap();
        let request: ReportGet =
            serde_json::from_value(serde_json::json!({ "teamId": team.id })).unwrap();
        read(look, &request, day, &Job::unwatched()).unwrap()
    })
}

fn look<R>(store: &Store, view: impl FnOnce(&Look<'_>) -> R) -> R {
    let today = store.clock().today();
    let view = |reader: Reader<'_>| {
        Ok(view(&Look {
            reader,
            today,
            utc_offset: 0,
            as_of_seq: 0,
        }))
    };
    store.read(view).unwrap()
}

/// Left, upper, right and lower edge of a text; its letters reach no further.
struct Area {
    edges: [f32; 4],
    text: String,
}

impl Area {
    fn overlaps(&self, other: &Area) -> bool {
        let [left, top, right, bottom] = self.edges;
        let [other_left, other_top, other_right, other_bottom] = other.edges;
        left < other_right && other_left < right && top < other_bottom && other_top < bottom
    }
}

fn areas(page: &[super::super::pdf::page::Mark], set: &Type) -> Vec<Area> {
    use super::super::pdf::page::Mark;
    let area = |mark: &Mark| match mark {
        Mark::Text {
            at: (x, y),
            text,
            style,
            ..
        } => {
            let wide = set.wrap.width(text.trim_end(), style.size, style.bold);
            let edges = [*x, y - 0.7 * style.size, x + wide, y + 0.2 * style.size];
            let text = text.clone();
            Some(Area { edges, text })
        }
        Mark::Picture {
            at: (x, y), width, ..
        } => Some(Area {
            edges: [*x, *y, x + width, y + width * 0.2],
            text: "a picture".to_owned(),
        }),
        Mark::Fill { .. } => None,
    };
    page.iter().filter_map(area).collect()
}

fn stands_alone(facts: &Facts) {
    let words = Words::english();
    let set = Type::new(String::new()).unwrap();
    for form in FORMS {
        let pages = pages(facts, form, &words).unwrap();
        let sheet = pages.sheet;
        for page in &pages.pages {
            let areas = areas(page, &set);
            for (i, area) in areas.iter().enumerate() {
                let [left, top, right, bottom] = area.edges;
                let inside = left >= sheet.margin - 1.0
                    && top >= sheet.margin - 1.0
                    && right <= sheet.width - sheet.margin + 1.0
                    && bottom <= sheet.end();
                assert!(inside, "{form:?}: {} {:?}", area.text, area.edges);
                let other = areas[i + 1..].iter().find(|other| area.overlaps(other));
                let other = other.map(|other| &other.text);
                assert_eq!(other, None, "{form:?}: lies on {}", area.text);
            }
        }
        if form == PaperForm::Storyboard {
            assert_eq!(pages.pages.len(), facts.boards.len());
        }
    }
}

fn text(pages: &Pages) -> String {
    use super::super::pdf::page::Mark;
    let marks = pages.pages.iter().flatten();
    let texts = marks.filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn the_sample_stands_alone_on_its_forms() {
    for team in ["Seller Portal", "Platform On-call"] {
        stands_alone(&facts(team));
    }
}

/// Texts of the greatest length, in every cell, and very many rows.
#[test]
fn whatever_is_written_stays_in_its_cell() {
    let mut facts = facts("Seller Portal");
    let long = "The line waits each morning until somebody finds the right code. ".repeat(60);
    let word = "x".repeat(1_000);
    let board = &mut facts.boards[0];
    for step in board.steps.iter_mut().chain(&mut board.storyboard.steps) {
        let noun = &mut step.experiment.noun;
        noun.step.clone_from(&word);
        noun.learned.clone_from(&long);
        noun.what_happened.clone_from(&long);
        step.obstacle_text = Some(word.clone());
    }
    let storyboard = &mut board.storyboard;
    let many = std::iter::repeat_n(storyboard.obstacles[0].clone(), 20);
    storyboard.obstacles.extend(many);
    for line in &mut storyboard.obstacles {
        line.obstacle.noun.text.clone_from(&long);
    }
    for text in [
        &mut storyboard.challenge.as_mut().unwrap().noun.statement,
        &mut storyboard
            .target_condition
            .as_mut()
            .unwrap()
            .noun
            .operating_pattern,
        &mut storyboard.focus_process.as_mut().unwrap().noun.scope,
    ] {
        text.clone_from(&long);
    }
    stands_alone(&facts);
    let words = Words::english();
    let record = text(&pages(&facts, PaperForm::Record, &words).unwrap());
    let told = record.matches("somebody").count();
    assert!(told >= 2 * 60 * facts.boards[0].steps.len(), "{told}");
    let storyboard = text(&pages(&facts, PaperForm::Storyboard, &words).unwrap());
    assert!(storyboard.contains(&words.plain("form-more")));
}

#[test]
fn many_steps_fold_and_the_newest_stay() {
    let mut facts = facts("Seller Portal");
    let board = &mut facts.boards[0];
    let last = board.storyboard.steps.last().unwrap().clone();
    for number in 7..60 {
        let mut step = last.clone();
        step.experiment.noun.number = number;
        board.storyboard.steps.push(step);
    }
    stands_alone(&facts);
    let said = text(&pages(&facts, PaperForm::Storyboard, &Words::english()).unwrap());
    assert!(said.contains("stand in the record of all steps") && said.contains("59"));
}
