//! Prints the TypeScript bindings: `cargo run -p kata-api --example bindings >
//! ui/src/lib/api/bindings.ts`.
fn main() {
    print!("{}", kata_api::bindings::bindings());
}
