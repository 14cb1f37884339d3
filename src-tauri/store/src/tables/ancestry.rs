//! What is asked of rows of any kind by what their noun tells: the rows above a row, its team, and
//! what it is called. Each is SQL around a row `x`; what it needs of other rows is joined to it.

use std::fmt::Write as _;

use kata_domain::noun::Entity;
use kata_wire::CoreError;
use uuid::Uuid;

use crate::Reader;
use crate::sql::{self, Cells};

/// The kinds of rows under which what is below them is found: a search leads there.
pub(crate) const HOLDERS: [Entity; 2] = [Entity::FocusProcess, Entity::Retrospective];

/// Rows joined to a row `x`.
#[derive(Default)]
pub(crate) struct Joined {
    /// The joins, to stand behind `FROM … x`.
    pub sql: String,
    count: usize,
}

impl Joined {
    /// Joins the row of a kind that a field points at; the name that it has from then on. `how` is
    /// the kind of join.
    fn row(&mut self, how: &str, entity: Entity, pointer: &str) -> String {
        self.count += 1;
        let name = format!("j{}", self.count);
        let _ = write!(
            self.sql,
            " {how} {} {name} ON {name}.id = {pointer}",
            entity.name()
        );
        name
    }

    /// Joins the rows above `x` up to the nearest [holder](HOLDERS), which may be `x` itself; its
    /// name and its kind. None where nothing above it is one.
    pub(crate) fn holder(&mut self, entity: Entity) -> Option<(String, Entity)> {
        let (mut name, mut at) = ("x".to_owned(), entity);
        while !HOLDERS.contains(&at) {
            (name, at) = self.above(&name, at)?;
        }
        Some((name, at))
    }

    /// Joins the row that a row with this name belongs to; its name and its kind.
    fn above(&mut self, name: &str, entity: Entity) -> Option<(String, Entity)> {
        let (field, parent) = entity.parent()?;
        Some((self.row("JOIN", parent, &format!("{name}.{field}")), parent))
    }

    /// The id of the team of `x`: its own field says it, or the nearest row above it that has one.
    /// None for what belongs to the board itself.
    pub(crate) fn team(&mut self, entity: Entity) -> Option<String> {
        let (mut name, mut at) = ("x".to_owned(), entity);
        while at != Entity::Team {
            let fields = at.fields().iter();
            let mut teams = fields.filter(|field| (field.points_at)() == Some(Entity::Team));
            if let Some(field) = teams.next() {
                return Some(format!("{name}.{}", field.name));
            }
            (name, at) = self.above(&name, at)?;
        }
        Some(format!("{name}.id"))
    }

    /// What the row with this name is called; none where it has no words.
    pub(crate) fn title(&mut self, entity: Entity, name: &str) -> Option<String> {
        let title = entity.title()?;
        let mut sql = self.words(entity, name, title.field)?;
        if let Some(otherwise) = title.otherwise {
            let otherwise = self.words(entity, name, otherwise)?;
            sql = format!("CASE {sql} WHEN '' THEN {otherwise} ELSE {sql} END");
        }
        Some(sql)
    }

    /// What `x` is called, and what tells it apart from others that are called so; none where it
    /// has no words.
    pub(crate) fn full_title(&mut self, entity: Entity) -> Option<String> {
        let title = self.title(entity, "x")?;
        let Some(then) = entity.title().and_then(|title| title.then) else {
            return Some(title);
        };
        let then = self.words(entity, "x", then)?;
        Some(format!(
            "{title} || CASE {then} WHEN '' THEN '' ELSE ': ' || {then} END"
        ))
    }

    /// What a field says; one that points at another row says what that one is called.
    fn words(&mut self, entity: Entity, name: &str, field: &str) -> Option<String> {
        match entity.points_at(field) {
            Some(other) => {
                let name = self.row("LEFT JOIN", other, &format!("{name}.{field}"));
                self.title(other, &name)
            }
            None => Some(format!("coalesce({name}.{field}, '')")),
        }
    }
}

/// The team a row belongs to; none for what belongs to the board itself.
///
/// # Errors
/// What SQLite says.
pub(crate) fn team_of(
    reader: Reader<'_>,
    entity: Entity,
    id: Uuid,
) -> Result<Option<Uuid>, CoreError> {
    if entity == Entity::Team {
        return Ok(Some(id));
    }
    let mut joined = Joined::default();
    let Some(team) = joined.team(entity) else {
        return Ok(None);
    };
    let sql = format!(
        "SELECT {team} FROM {} x{} WHERE x.id = ?1",
        entity.name(),
        joined.sql
    );
    sql::first(reader, &sql, [id.as_bytes()], |row| row.uuid(0))
}
