//! The rows of a board as a person could see them, for comparing two moments.

use std::collections::BTreeMap;

use kata_domain::heads::Heads;
use kata_domain::noun::Entity;
use kata_store::testing::Told;
use kata_store::testing::Value;

use super::Person;

/// What says where a row stands in the log and not what it shows.
const UNSEEN: [&str; 10] = [
    "created_op",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
    "deleted_at",
    "heads",
    "open",
    // What was amended after sealing stays marked, also where the amendment was taken back.
    "amended_at",
    // A mark for those who do not know why a row is back; undo and redo settle it.
    "returned",
];

/// Every row that is not removed: `table id` to its cells.
pub type Dump = BTreeMap<String, BTreeMap<String, String>>;

impl Person {
    /// The rows that are there, with what they show and which of their fields stand open.
    pub fn dump(&self) -> Dump {
        self.store(|reader| {
            let mut dump = Dump::new();
            for entity in Entity::ALL {
                let sql = format!("SELECT * FROM {} WHERE deleted_at IS NULL", entity.name());
                let mut statement = reader.connection().prepare(&sql).told()?;
                let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
                let mut rows = statement.query([]).told()?;
                while let Some(row) = rows.next().told()? {
                    let mut cells = BTreeMap::new();
                    for (index, column) in columns.iter().enumerate() {
                        if !UNSEEN.contains(&column.as_str()) {
                            let value: Value = row.get(index).told()?;
                            cells.insert(column.clone(), format!("{value:?}"));
                        }
                    }
                    let open: Option<String> = row.get("open").told()?;
                    let open = Heads::parse(open.as_deref())?;
                    let open: Vec<&str> = open.fields().collect();
                    cells.insert("open".to_owned(), open.join(" "));
                    dump.insert(format!("{} {}", entity.name(), cells["id"]), cells);
                }
            }
            Ok(dump)
        })
    }
}
