//! What the window answers itself: the part of the command table that no session can run.

use kata_wire::{
    CoreError, FileDialog, IpcError, Nothing, Notice, Picked, Project, SaveAttachment, SaveMade,
    WindowStart, WindowTitle, WindowZoom,
};
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::Value;

use super::table::{answer, request, schema_of};

/// A command of the window.
pub struct WindowCommand {
    /// Its name.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub summary: &'static str,
    request: fn(&mut SchemaGenerator) -> Schema,
    answer: fn(&mut SchemaGenerator) -> Schema,
}

impl WindowCommand {
    /// JSON Schema of the request, complete in itself.
    pub fn request_schema(&self) -> Value {
        let settings = SchemaSettings::draft2020_12().for_deserialize();
        schema_of(settings, self.request)
    }

    /// JSON Schema of the answer, complete in itself.
    pub fn answer_schema(&self) -> Value {
        schema_of(SchemaSettings::draft2020_12().for_serialize(), self.answer)
    }
}

macro_rules! window_commands {
    ($($name:ident: $request:ty => $answer:ty, $summary:literal;)+) => {
        /// Every command of the window.
        pub const WINDOW_COMMANDS: &[WindowCommand] = &[$(WindowCommand {
            name: stringify!($name),
            summary: $summary,
            request: |generator| generator.subschema_for::<$request>(),
            answer: |generator| generator.subschema_for::<$answer>(),
        }),+];

        /// Who answers them.
        pub trait Window {$(
            #[doc = $summary]
            ///
            /// # Errors
            /// When the system does not do it.
            fn $name(&self, request: $request) -> Result<$answer, IpcError>;
        )+}

        /// Answers a command of the window.
        ///
        /// # Errors
        /// When there is none of this name, the request is not of its shape, or it cannot be done.
        pub fn call(window: &impl Window, name: &str, params: Value) -> Result<Value, IpcError> {
            match name {
                $(stringify!($name) => {
                    let request = request(name, params).map_err(|error| error.to_ipc())?;
                    let answered = window.$name(request)?;
                    answer(answered).map_err(|error| error.to_ipc())
                })+
                _ => Err(CoreError::CommandUnknown {
                    name: name.chars().take(80).collect(),
                }
                .to_ipc()),
            }
        }
    };
}

window_commands! {
    window_start: Nothing => WindowStart, "Says which board the window was started for.";
    window_pick_board: FileDialog => Picked, "Asks for an existing board.";
    window_pick_new_board: FileDialog => Picked, "Asks where a new board is to be made.";
    window_save_attachment: SaveAttachment => Picked, "Saves an attachment where the person says.";
    window_save_made: SaveMade => Picked, "Makes a file and saves it where the person says.";
    window_notify: Notice => Nothing, "Shows a notification of the system.";
    window_set_title: WindowTitle => Nothing, "Changes what stands in the window's bar.";
    window_set_zoom: WindowZoom => Nothing, "Changes the size of everything in the window.";
    window_project: Project => Nothing, "Opens the second window on a retrospective.";
    window_fullscreen: Nothing => Nothing, "Fills the screen with the second window, or no longer.";
    window_close: Nothing => Nothing, "Closes the window, once the page has put away what is being typed.";
}
