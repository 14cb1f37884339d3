//! The heads of a row's fields: the operations that each field shows.
//!
//! A row keeps its heads beside its values, so that a screen can say what an edit is based on
//! without reading the log. A field that was never written after the creation has the creation as
//! its head. A storyboard reads some hundred of them at once, so they stand in one list, their
//! names are those of the fields themselves, and they travel as they were read.

use std::borrow::Cow;
use std::fmt;
use std::slice::Iter;
use std::sync::OnceLock;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use uuid::Uuid;

use crate::field::FieldError;
use crate::ids::OperationId;
use crate::noun::Entity;
use crate::wire_name::camel;

/// The field under which removal and return are logged.
pub const DELETED: &str = "deleted";
/// The field under which the creation of a whole row is logged.
pub const CREATION: &str = "";

/// The heads of a row's fields, in the order of their columns; a field with several stands as
/// often.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heads(Vec<(Column, OperationId)>);

/// A field that a board of this version has costs no copy of its name.
type Column = Cow<'static, str>;

impl Heads {
    /// Reads the cell; none when only the creation stands.
    ///
    /// # Errors
    /// When the cell is damaged.
    pub fn parse(text: Option<&str>) -> Result<Heads, FieldError> {
        let Some(text) = text else {
            return Ok(Heads::default());
        };
        serde_json::from_str(text).map_err(|error| FieldError(format!("heads of a row: {error}")))
    }

    /// The text of the cell; none when only the creation stands.
    pub fn text(&self) -> Option<String> {
        (!self.is_empty()).then(|| serde_json::json!(self).to_string())
    }

    /// Whether only the creation stands.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields that have heads of their own.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.groups().map(|group| group[0].0.as_ref())
    }

    /// The heads of a field; none where it was not written after the creation.
    pub fn get(&self, field: &str) -> Option<Vec<OperationId>> {
        let ops: Vec<OperationId> = self.ops(field).collect();
        (!ops.is_empty()).then_some(ops)
    }

    /// The heads of a field.
    pub fn of(&self, field: &str, created: OperationId) -> Vec<OperationId> {
        self.get(field).unwrap_or_else(|| vec![created])
    }

    /// Puts heads of a field in the place of those that were there.
    pub fn set(&mut self, field: &str, ops: Vec<OperationId>) {
        self.clear(field);
        let at = self.0.partition_point(|(name, _)| name.as_ref() < field);
        let column = column(field);
        self.0
            .splice(at..at, ops.into_iter().map(|op| (column.clone(), op)));
    }

    /// Takes away the heads of a field.
    pub fn clear(&mut self, field: &str) {
        self.0.retain(|(name, _)| name != field);
    }

    /// The heads that are shown: without those that stand open. An ordinary edit is based on these;
    /// only a person's choice is based on all.
    pub fn without(mut self, open: &Heads) -> Heads {
        if !open.is_empty() {
            self.0.retain(|head| !open.0.contains(head));
        }
        self
    }

    /// Every head of the row, each once.
    pub fn all(&self, created: OperationId) -> Vec<OperationId> {
        let mut all = vec![created];
        for (_, op) in &self.0 {
            if !all.contains(op) {
                all.push(*op);
            }
        }
        all
    }

    fn ops(&self, field: &str) -> impl Iterator<Item = OperationId> {
        self.0
            .iter()
            .filter(move |(name, _)| name == field)
            .map(|(_, op)| *op)
    }

    fn groups(&self) -> impl Iterator<Item = &[(Column, OperationId)]> {
        self.0.chunk_by(|one, other| one.0 == other.0)
    }
}

/// Heads as they travel: wire names, and the creation under `""`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WireHeads {
    /// The operation that made the row.
    pub created: OperationId,
    /// The heads that are shown.
    pub heads: Heads,
}

impl Serialize for WireHeads {
    fn serialize<S: Serializer>(&self, wire: S) -> Result<S::Ok, S::Error> {
        let mut map = wire.serialize_map(None)?;
        map.serialize_entry(CREATION, &[self.created])?;
        for group in self.heads.groups() {
            map.serialize_key(wire_name(&group[0].0).as_ref())?;
            map.serialize_value(&Listed(group, |op| op))?;
        }
        map.end()
    }
}

/// The cell: ids stand in it without a prefix.
impl Serialize for Heads {
    fn serialize<S: Serializer>(&self, cell: S) -> Result<S::Ok, S::Error> {
        let mut map = cell.serialize_map(None)?;
        for group in self.groups() {
            map.serialize_entry(&group[0].0, &Listed(group, |op| op.0.simple()))?;
        }
        map.end()
    }
}

/// The heads of one field, each in the form that is asked for.
struct Listed<'a, R>(&'a [(Column, OperationId)], fn(OperationId) -> R);

impl<R: Serialize> Serialize for Listed<'_, R> {
    fn serialize<S: Serializer>(&self, list: S) -> Result<S::Ok, S::Error> {
        list.collect_seq(self.0.iter().map(|(_, op)| self.1(*op)))
    }
}

impl<'de> Deserialize<'de> for Heads {
    fn deserialize<D: Deserializer<'de>>(cell: D) -> Result<Heads, D::Error> {
        let mut heads = cell.deserialize_map(CellVisitor)?;
        heads.0.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(heads)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Heads;

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("heads by field")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Heads, A::Error> {
        let mut heads = Vec::with_capacity(16);
        let mut ahead = names().iter();
        while let Some(column) = map.next_key_seed(ColumnName(&mut ahead))? {
            map.next_value_seed(OpsOf(&column, &mut heads))?;
        }
        Ok(Heads(heads))
    }
}

/// The name of a field in the cell. Fields stand there in the order of their names, so the search
/// for each goes on behind the one before.
struct ColumnName<'a>(&'a mut Iter<'static, Name>);

impl<'de> DeserializeSeed<'de> for ColumnName<'_> {
    type Value = Column;

    fn deserialize<D: Deserializer<'de>>(self, name: D) -> Result<Column, D::Error> {
        name.deserialize_str(self)
    }
}

impl Visitor<'_> for ColumnName<'_> {
    type Value = Column;

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Column, E> {
        let mut ahead = self.0.clone();
        Ok(match ahead.find(|known| known.column == name) {
            Some(known) => {
                *self.0 = ahead;
                known.column.into()
            }
            None => column(name),
        })
    }
}

/// The heads of one field in the cell, put behind those that were read before.
struct OpsOf<'a>(&'a Column, &'a mut Vec<(Column, OperationId)>);

impl<'de> DeserializeSeed<'de> for OpsOf<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, ops: D) -> Result<(), D::Error> {
        ops.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for OpsOf<'_> {
    type Value = ();

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("heads of a field")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut ops: A) -> Result<(), A::Error> {
        while let Some(op) = ops.next_element::<Uuid>()? {
            self.1.push((self.0.clone(), OperationId(op)));
        }
        Ok(())
    }
}

/// A field of some noun, by its two names.
struct Name {
    column: &'static str,
    wire: String,
}

/// The fields that this version knows, by column.
fn names() -> &'static [Name] {
    static NAMES: OnceLock<Vec<Name>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut columns = vec![DELETED];
        for entity in Entity::ALL {
            columns.extend(entity.fields().iter().map(|field| field.name));
        }
        columns.sort_unstable();
        columns.dedup();
        let name = |column| Name {
            column,
            wire: camel(column),
        };
        columns.into_iter().map(name).collect()
    })
}

fn known(column: &str) -> Option<&'static Name> {
    let names = names();
    let at = names.binary_search_by(|name| name.column.cmp(column));
    at.ok().map(|at| &names[at])
}

fn column(name: &str) -> Column {
    known(name).map_or_else(|| name.to_owned().into(), |known| known.column.into())
}

/// The name of a field on the wire.
pub fn wire_name(column: &str) -> Cow<'static, str> {
    known(column).map_or_else(|| camel(column).into(), |known| known.wire.as_str().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: &str = concat!(
        r#"{"check_on":["00000000000000000000000000000002"],"#,
        r#""of_a_newer_app":["00000000000000000000000000000003"],"#,
        r#""text":["00000000000000000000000000000004","00000000000000000000000000000005"]}"#
    );

    fn op(number: u128) -> OperationId {
        OperationId(Uuid::from_u128(number))
    }

    #[test]
    fn a_cell_is_written_as_it_was_read() {
        let heads = Heads::parse(Some(CELL)).unwrap();
        assert_eq!(heads.text().as_deref(), Some(CELL));
        assert_eq!(heads.of("text", op(1)), [op(4), op(5)]);
        assert_eq!(heads.of("step", op(1)), [op(1)]);
        assert_eq!(heads.all(op(1)), [1, 2, 3, 4, 5].map(op));
        assert_eq!(Heads::default().text(), None);
    }

    #[test]
    fn heads_stand_by_column_however_they_came() {
        let mut heads = Heads::default();
        heads.set("text", vec![op(9)]);
        heads.set("of_a_newer_app", vec![op(3)]);
        heads.set("check_on", vec![op(2)]);
        heads.set("text", vec![op(4), op(5)]);
        assert_eq!(heads, Heads::parse(Some(CELL)).unwrap());
        heads.clear("of_a_newer_app");
        assert!(heads.fields().eq(["check_on", "text"]));
    }

    #[test]
    fn heads_travel_under_wire_names_without_the_open_ones() {
        let mut open = Heads::default();
        open.set("text", vec![op(4)]);
        let heads = Heads::parse(Some(CELL)).unwrap().without(&open);
        let wire = serde_json::json!(WireHeads {
            created: op(1),
            heads
        });
        let expected = serde_json::json!({
            "": [op(1)], "checkOn": [op(2)], "ofANewerApp": [op(3)], "text": [op(5)],
        });
        assert_eq!(wire, expected);
    }

    #[test]
    fn a_cell_that_holds_something_else_is_damaged() {
        for cell in ["", "[]", r#"{"text":"x"}"#, r#"{"text":["x"]}"#] {
            assert!(Heads::parse(Some(cell)).is_err(), "{cell}");
        }
    }
}
