//! Finding a row by what a person calls it. A name that means several rows is never guessed at.

use std::fmt::Display;

use kata_wire::CoreError;

/// A row with its name.
pub struct Named<'n, I> {
    /// Its id.
    pub id: I,
    /// Its name.
    pub name: &'n str,
}

/// What was typed to name a row.
pub struct Asked<'a> {
    /// The command.
    pub command: &'a str,
    /// Its option.
    pub option: &'a str,
    /// The name or the id; none where the option was left out.
    pub wanted: Option<&'a str>,
}

/// The one row of a name, in any case of letters, or of an id; the only one where nothing is
/// wanted.
///
/// # Errors
/// When there is none, or there are several: then the choices are listed.
pub fn one_named<'n, I: Display + 'n>(
    asked: &Asked<'_>,
    all: impl Iterator<Item = Named<'n, I>>,
) -> Result<I, CoreError> {
    let folded = asked.wanted.map(|wanted| wanted.trim().to_lowercase());
    let mut fitting: Vec<Named<'n, I>> = all
        .filter(|row| {
            folded.as_ref().is_none_or(|wanted| {
                row.name.to_lowercase() == *wanted || row.id.to_string() == *wanted
            })
        })
        .collect();
    match (fitting.pop(), fitting.len()) {
        (Some(one), 0) => Ok(one.id),
        (Some(last), _) => {
            fitting.push(last);
            Err(several(asked, &fitting))
        }
        (None, _) => Err(CoreError::NotFound {
            id: asked
                .wanted
                .unwrap_or(asked.option)
                .chars()
                .take(80)
                .collect(),
        }),
    }
}

fn several<I: Display>(asked: &Asked<'_>, all: &[Named<'_, I>]) -> CoreError {
    let choices: Vec<String> = all
        .iter()
        .take(20)
        .map(|row| format!("“{}” {}", row.name, row.id))
        .collect();
    CoreError::RequestInvalid {
        command: asked.command.to_owned(),
        detail: format!("{} can be one of {}", asked.option, choices.join(", ")),
    }
}
