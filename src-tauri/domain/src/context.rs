//! What a rule may know of the world: the time, today's date and who is acting.

use chrono::NaiveDate;

use crate::ids::PersonId;

/// The world as one operation sees it. Rules never read a clock themselves.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// UTC milliseconds since 1970.
    pub now_ms: i64,
    /// The local calendar date of the person who acts.
    pub today: NaiveDate,
    /// Who acts; `None` for anonymous writes.
    pub actor: Option<PersonId>,
}
