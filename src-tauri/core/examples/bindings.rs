//! Prints the TypeScript bindings: `cargo run -p kata-core --example bindings > ui/src/lib/api/bindings.ts`.
fn main() {
    print!("{}", kata_core::api::bindings::bindings());
}
