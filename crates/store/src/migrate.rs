//! The migrations inside the binary.
