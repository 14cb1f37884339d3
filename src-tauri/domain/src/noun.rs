//! Nouns: rows with an id and fields, all described once.
//!
//! [`noun!`] makes of one description the struct, its patch (every editable field optional), the
//! table's columns and the conversions to cells and to the log. Fields under `edit` can be changed
//! by a patch; fields under `fixed` move only through the noun's own methods.

use serde_json::Value;
use uuid::Uuid;

use crate::context::Context;
pub use crate::entity::Entity;
use crate::entity::each_entity;
use crate::error::DomainError;
use crate::field::{Cell, FieldError, FieldSpec};

/// What is told of each kind of row by its noun.
macro_rules! described {
    ($($(#[$doc:meta])* $noun:ident $table:literal $id:ident $prefix:literal $words:literal,)+) => {
        impl Entity {
            /// What it belongs to: the field that points there, and the kind of row.
            pub fn parent(self) -> Option<(&'static str, Entity)> {
                let name = match self { $(Entity::$noun => <crate::$noun as Noun>::PARENT),+ }?;
                Some((name, self.points_at(name)?))
            }

            /// What it is called.
            pub fn title(self) -> Option<Title> {
                match self { $(Entity::$noun => <crate::$noun as Noun>::TITLE),+ }
            }

            /// The fields that are searched, the one that names the row first.
            pub fn searched(self) -> &'static [&'static str] {
                match self { $(Entity::$noun => <crate::$noun as Noun>::SEARCHED),+ }
            }

            /// Whether it stands in the list of what was removed.
            pub fn is_listed_when_removed(self) -> bool {
                match self { $(Entity::$noun => <crate::$noun as Noun>::LISTED_WHEN_REMOVED),+ }
            }

            /// Its fields in table order, without the id.
            pub fn fields(self) -> &'static [FieldSpec] {
                match self { $(Entity::$noun => <crate::$noun as Noun>::FIELDS),+ }
            }

            /// The kind of row that one of its fields points at.
            pub fn points_at(self, field: &str) -> Option<Entity> {
                let spec = self.fields().iter().find(|spec| spec.name == field)?;
                (spec.points_at)()
            }
        }

        /// Runs an expression with the noun of an entity: `of_entity!(entity, N => load::<N>(id))`.
        #[macro_export]
        macro_rules! of_entity {
            ($entity:expr, $type:ident => $run:expr) => {
                match $entity {$(
                    $crate::entity::Entity::$noun => { type $type = $crate::$noun; $run }
                )+}
            };
        }
    };
}
each_entity!(described);

/// What a row is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// The field that says it. One that points at another row says what that one is called.
    pub field: &'static str,
    /// The field that says it where the first is empty.
    pub otherwise: Option<&'static str>,
    /// The field that tells it apart from others that are called so: it follows, after a colon,
    /// where they stand in one list.
    pub then: Option<&'static str>,
}

/// A row of a board.
pub trait Noun: Sized + Clone + PartialEq {
    /// Its table.
    const ENTITY: Entity;
    /// Its fields in table order, without the id.
    const FIELDS: &'static [FieldSpec];
    /// The field that points at the row it belongs to; none for what belongs to the board itself.
    const PARENT: Option<&'static str>;
    /// What it is called; none where it has no words of its own.
    const TITLE: Option<Title>;
    /// The fields that are searched, the one that names the row first.
    const SEARCHED: &'static [&'static str];
    /// Whether it stands in the list of what was removed.
    const LISTED_WHEN_REMOVED: bool = Self::TITLE.is_some();
    /// Its id.
    type Id: Into<Uuid>;
    /// Its patch.
    type Patch;

    /// The id's bytes.
    fn uuid(&self) -> Uuid;
    /// Prefix and hex.
    fn wire_id(&self) -> String;
    /// Reads the row: the id, then [`Noun::FIELDS`] in order.
    ///
    /// # Errors
    /// When a cell does not hold what its field needs.
    fn from_cells<'a>(id: Uuid, cell: impl FnMut(usize) -> Cell<'a>) -> Result<Self, FieldError>;
    /// The cell of field `index`.
    fn cell(&self, index: usize) -> Cell<'_>;
    /// The log value of field `index`.
    fn json(&self, index: usize) -> Value;
    /// Sets field `index` from a log value.
    ///
    /// # Errors
    /// When the value is of another shape.
    fn set_json(&mut self, index: usize, value: &Value) -> Result<(), FieldError>;
    /// Takes over what a patch names.
    fn apply(&mut self, patch: &Self::Patch);
    /// Brings every field into the form that is kept.
    ///
    /// # Errors
    /// The rule of the field that a value breaks.
    fn normalise_fields(&mut self) -> Result<(), DomainError>;

    /// The noun's own rules, asked on every write, also by undo: may `before` become `after`?
    /// It may adjust `after` (for instance note that a sealed field was amended).
    ///
    /// # Errors
    /// The rule that says no.
    fn check(
        _before: Option<&Self>,
        _after: &mut Self,
        _context: &Context,
    ) -> Result<(), DomainError> {
        Ok(())
    }

    /// May the row be removed?
    ///
    /// # Errors
    /// The rule that says no.
    fn may_remove(&self) -> Result<(), DomainError> {
        Ok(())
    }
}

/// The position of a field by its name.
pub fn field_index<N: Noun>(name: &str) -> Option<usize> {
    N::FIELDS.iter().position(|field| field.name == name)
}

/// Present in the JSON, also as null: `Some`. Absent: `None` by the field's default.
pub(crate) fn present<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// A row that must carry a title says so here.
pub(crate) fn require(field: &'static str, text: &str) -> Result<(), DomainError> {
    if text.trim().is_empty() {
        Err(DomainError::FieldEmpty { field })
    } else {
        Ok(())
    }
}

/// Describes a noun once; see the module.
macro_rules! noun {
    (
        $(#[$doc:meta])*
        $name:ident($id:ident) $patch:ident
        $(of $parent:ident)?
        $(title $title:ident $(or $otherwise:ident)? $(: $then:ident)?)?
        $(searched $($searched:ident),+)?
        edit { $($(#[$edoc:meta])* $efield:ident: $etype:ty => $ekind:ident,)* }
        fixed { $($(#[$fdoc:meta])* $ffield:ident: $ftype:ty => $fkind:ident,)* }
        $(rules { $($rules:item)* })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            /// Its id.
            pub id: $crate::ids::$id,
            $($(#[$fdoc])* pub $ffield: $ftype,)*
            $($(#[$edoc])* pub $efield: $etype,)*
        }

        #[doc = concat!("What an edit of a ", stringify!($name), " may change; absent fields stay as they are.")]
        #[derive(Clone, Debug, PartialEq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $patch {
            $($(#[$edoc])*
            #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::noun::present")]
            pub $efield: Option<$etype>,)*
        }

        impl $crate::noun::Noun for $name {
            const ENTITY: $crate::entity::Entity = $crate::entity::Entity::$name;
            const FIELDS: &'static [$crate::field::FieldSpec] = &[
                $($crate::noun::noun!(@spec $ffield $ftype, $fkind),)*
                $($crate::noun::noun!(@spec $efield $etype, $ekind),)*
            ];
            const PARENT: Option<&'static str> = $crate::noun::noun!(@name $($parent)?);
            const TITLE: Option<$crate::noun::Title> = $crate::noun::noun!(
                @title $($title $(or $otherwise)? $(: $then)?)?
            );
            const SEARCHED: &'static [&'static str] = &[$($(stringify!($searched)),+)?];
            type Id = $crate::ids::$id;
            type Patch = $patch;

            fn uuid(&self) -> uuid::Uuid {
                self.id.0
            }
            fn wire_id(&self) -> String {
                self.id.to_string()
            }
            #[allow(unused_assignments)]
            fn from_cells<'a>(
                id: uuid::Uuid,
                mut cell: impl FnMut(usize) -> $crate::field::Cell<'a>,
            ) -> Result<Self, $crate::field::FieldError> {
                let mut index = 0;
                let mut next = || { let this = cell(index); index += 1; this };
                Ok(Self {
                    id: $crate::ids::$id(id),
                    $($ffield: $crate::field::Field::from_cell(next())?,)*
                    $($efield: $crate::field::Field::from_cell(next())?,)*
                })
            }
            fn cell(&self, index: usize) -> $crate::field::Cell<'_> {
                let mut at = 0;
                $(if at == index { return $crate::field::Field::to_cell(&self.$ffield); } at += 1;)*
                $(if at == index { return $crate::field::Field::to_cell(&self.$efield); } at += 1;)*
                let _ = at;
                $crate::field::Cell::Null
            }
            fn json(&self, index: usize) -> serde_json::Value {
                let mut at = 0;
                $(if at == index { return $crate::field::Field::to_json(&self.$ffield); } at += 1;)*
                $(if at == index { return $crate::field::Field::to_json(&self.$efield); } at += 1;)*
                let _ = at;
                serde_json::Value::Null
            }
            fn set_json(&mut self, index: usize, value: &serde_json::Value) -> Result<(), $crate::field::FieldError> {
                let mut at = 0;
                $(if at == index { self.$ffield = $crate::field::Field::from_json(value)?; return Ok(()); } at += 1;)*
                $(if at == index { self.$efield = $crate::field::Field::from_json(value)?; return Ok(()); } at += 1;)*
                let _ = at;
                Ok(())
            }
            fn apply(&mut self, patch: &$patch) {
                $(if let Some(value) = &patch.$efield { self.$efield = value.clone(); })*
            }
            fn normalise_fields(&mut self) -> Result<(), $crate::error::DomainError> {
                $($crate::field::Field::normalise(&mut self.$ffield, stringify!($ffield), $crate::field::Kind::$fkind)?;)*
                $($crate::field::Field::normalise(&mut self.$efield, stringify!($efield), $crate::field::Kind::$ekind)?;)*
                Ok(())
            }
            $($($rules)*)?
        }
    };
    (@spec $field:ident $type:ty, $kind:ident) => {
        $crate::field::FieldSpec {
            name: stringify!($field),
            column: <$type as $crate::field::Field>::COLUMN,
            nullable: <$type as $crate::field::Field>::NULLABLE,
            kind: $crate::field::Kind::$kind,
            points_at: <$type as $crate::field::Field>::points_at,
        }
    };
    (@name) => { None };
    (@name $field:ident) => { Some(stringify!($field)) };
    (@title) => { None };
    (@title $field:ident $(or $otherwise:ident)? $(: $then:ident)?) => {
        Some($crate::noun::Title {
            field: stringify!($field),
            otherwise: $crate::noun::noun!(@name $($otherwise)?),
            then: $crate::noun::noun!(@name $($then)?),
        })
    };
}
pub(crate) use noun;

#[cfg(test)]
mod tests {
    use super::*;

    /// A field that a description names and the noun does not have would be missed without a word.
    #[test]
    fn what_a_description_names_is_there() {
        for entity in Entity::ALL {
            let name = entity.name();
            let has = |field: &str| entity.fields().iter().any(|spec| spec.name == field);
            if let Some(title) = entity.title() {
                let parts = [Some(title.field), title.otherwise, title.then];
                assert!(parts.into_iter().flatten().all(has), "{name}: {title:?}");
            }
            assert!(entity.searched().iter().all(|field| has(field)), "{name}");
            let alone = [Entity::Person, Entity::Team].contains(&entity);
            assert_eq!(
                entity.parent().is_none(),
                alone,
                "{name} belongs to something"
            );
        }
    }

    /// A row's team is found by walking up.
    #[test]
    fn everything_but_people_leads_to_a_team() {
        for entity in Entity::ALL {
            let way = std::iter::successors(Some(entity), |at| at.parent().map(|(_, to)| to));
            let top = way.take(Entity::ALL.len()).last();
            let expected = match entity {
                Entity::Person => Entity::Person,
                _ => Entity::Team,
            };
            assert_eq!(top, Some(expected), "{}", entity.name());
        }
    }
}
