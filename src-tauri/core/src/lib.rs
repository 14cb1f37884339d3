//! The file and the API.
