//! Finding a row by what a person calls it. A name that means several rows is never guessed at.

use std::fmt::Display;

use kata_core::api::CoreError;

/// A row with its name.
pub struct Named<'n, I> {
    /// Its id.
    pub id: I,
    /// Its name.
    pub name: &'n str,
}

/// The one row of a name, in any case of letters, or of an id; the only one where nothing is wanted.
///
/// # Errors
/// When there is none, or there are several: then the choices are listed.
pub fn one_named<'n, I: Display + 'n>(
    option: &str,
    wanted: Option<&str>,
    all: impl Iterator<Item = Named<'n, I>>,
) -> Result<I, CoreError> {
    let folded = wanted.map(|wanted| wanted.trim().to_lowercase());
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
            Err(several(option, &fitting))
        }
        (None, _) => Err(CoreError::NotFound {
            id: wanted.unwrap_or(option).chars().take(80).collect(),
        }),
    }
}

fn several<I: Display>(option: &str, all: &[Named<'_, I>]) -> CoreError {
    let choices: Vec<String> = all
        .iter()
        .take(20)
        .map(|row| format!("“{}” {}", row.name, row.id))
        .collect();
    CoreError::RequestInvalid {
        command: "kata report".to_owned(),
        detail: format!("{option} can be one of {}", choices.join(", ")),
    }
}
