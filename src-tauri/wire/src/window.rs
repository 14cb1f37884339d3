//! What passes between the page and its window: what only the window can do, and files that were
//! dropped on it.

use kata_domain::ids::{AttachmentId, RetrospectiveId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ChartExport, ReportGet};

/// The words of the system's own file dialog, in the language of the page.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct FileDialog {
    /// What stands above it.
    pub title: Option<String>,
    /// What the files are called that it shows.
    pub filter: Option<String>,
    /// The name that is offered for a new file.
    pub name: Option<String>,
}

/// Saves an attachment where the person says.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveAttachment {
    /// The attachment.
    pub id: AttachmentId,
    /// The title of the dialog.
    pub title: String,
}

/// Makes a file and saves it where the person says.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveMade {
    /// What makes it.
    pub made: Makes,
    /// The title of the dialog.
    pub title: String,
    /// The name that is offered.
    pub name: String,
}

/// A file that the core makes.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(tag = "kind", content = "request", rename_all = "camelCase")]
pub enum Makes {
    /// A report, a summary of a retrospective, or a form on paper.
    Report(ReportGet),
    /// A chart as a picture or a table.
    Chart(ChartExport),
}

/// A notification of the system.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Notice {
    /// Its title.
    pub title: String,
    /// What it says.
    pub body: String,
}

/// What stands in the window's bar.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WindowTitle {
    /// The title.
    pub title: String,
}

/// The size of everything in the window.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WindowZoom {
    /// 1 is as it was drawn; 0.5 to 3.
    pub factor: f64,
}

/// Opens the second window on a retrospective.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Project {
    /// Which.
    pub retrospective_id: RetrospectiveId,
    /// What stands in that window's bar.
    pub title: String,
}

/// Where a person said.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Picked {
    /// The path; none where they turned back.
    pub path: Option<String>,
}

/// What the window was started for.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct WindowStart {
    /// The board that is to be opened; none where nothing was named.
    pub board: Option<String>,
}

/// A file that was dropped on the window.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DroppedFile {
    /// Its name.
    pub name: String,
    /// Its bytes in Base64; none where it is larger than an attachment may be.
    pub data: Option<String>,
}
