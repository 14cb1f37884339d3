//! People.

use kata_domain::Person;
use kata_domain::ids::PersonId;
use kata_wire::CoreError;

use super::{params, questions};
use crate::Reader;
use crate::rows::Stored;
use crate::sql::{self, Cells};

questions! { Person
    /// Everybody who is there.
    all_there() -> all = "WHERE deleted_at IS NULL ORDER BY id";
}

/// Everybody who is there, by name in small letters; of one name the one made first.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn by_name(reader: Reader<'_>) -> Result<Vec<Stored<Person>>, CoreError> {
    let mut people = all_there(reader)?;
    people.sort_by_key(|person| person.noun.name.to_lowercase());
    Ok(people)
}

/// The name of a person, also of one that was removed; none where the board does not know them.
///
/// # Errors
/// What SQLite says.
pub fn name(reader: Reader<'_>, person: PersonId) -> Result<Option<String>, CoreError> {
    let sql = "SELECT name FROM person WHERE id = ?1";
    sql::first(reader, sql, params!(person), |row| row.field(0))
}
