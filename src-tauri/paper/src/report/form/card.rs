//! The five questions on a card for the pocket: A6, the reflection on its back.

use super::column::{Column, Type};
use crate::report::pdf::page::{Pages, Sheet};
use crate::words::Words;

/// What is asked on the front; the card turns after the second question.
const FRONT: [&str; 5] = ["target", "actual", "obstacles", "next", "when"];
/// What is asked on the back.
const BACK: [&str; 4] = ["plan", "expect", "happened", "learned"];
/// The question after which the card is turned.
const TURN: usize = 2;

/// Both sides.
pub fn pages(set: &Type, words: &Words) -> Pages {
    let mut pages = Pages::on(Sheet::A6);
    side(&mut pages, set, words, "front");
    side(&mut pages, set, words, "back");
    pages
}

fn side(pages: &mut Pages, set: &Type, words: &Words, name: &str) {
    let sheet = pages.sheet;
    let front = name == "front";
    let mut card = Column::default();
    let title = words.plain(if front {
        "coaching-open"
    } else {
        "coaching-reflect"
    });
    card.heading(set, &title, set.style(16.0, true, false), sheet.measure());
    let about = words.plain(&format!("form-card-{name}"));
    let small = set.style(8.0, false, true);
    card.text(set, &about, small, sheet.measure());
    card.gap(8.0);
    let questions: &[&str] = if front { &FRONT } else { &BACK };
    for (i, id) in questions.iter().enumerate() {
        let number = if front {
            (i + 1).to_string()
        } else {
            "□".to_owned()
        };
        question(&mut card, set, words, (&number, id), sheet.measure());
        if front && i + 1 == TURN {
            let turn = words.plain("form-card-turn");
            card.text(set, &turn, set.style(9.0, true, true), sheet.measure());
            card.gap(7.0);
        }
    }
    card.text(set, &words.plain("coaching-source"), small, sheet.measure());
    pages.begin();
    card.place(pages, (sheet.margin, sheet.margin));
}

/// A question with what the coach may ask as well.
fn question(
    card: &mut Column,
    set: &Type,
    words: &Words,
    (number, id): (&str, &str),
    measure: f32,
) {
    const INDENT: f32 = 17.0;
    let mut words_of = Column::default();
    let question = words.plain(&format!("coaching-q-{id}"));
    let bold = set.style(10.5, true, false);
    words_of.text(set, &question, bold, measure - INDENT);
    let small = set.style(8.5, false, true);
    for ask in ["ask1", "ask2"] {
        let ask = words.plain(&format!("coaching-q-{id}-{ask}"));
        words_of.text(set, &ask, small, measure - INDENT);
    }
    let top = card.height;
    let mut mark = Column::default();
    mark.text(set, number, set.style(12.0, true, false), INDENT);
    card.beside(0.0, top - 1.5, mark);
    card.beside(INDENT, top, words_of);
    card.gap(8.0);
}
