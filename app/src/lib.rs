//! The pages of the register as pure functions of values, and the islands of officials' pages.
//!
//! A page is `fn page(shell: &Shell, …) -> AnyView`: the whole document, made without a router,
//! without waiting and without reading anything. `server` loads what a page shows and has it
//! rendered by [`render`].
//!
//! Features: `ssr` has the pages, `hydrate` only the islands.

#![cfg_attr(
    feature = "ssr",
    expect(
        clippy::needless_pass_by_value,
        reason = "the properties of a component are values, and so is what makes a page"
    )
)]

#[cfg(feature = "ssr")]
pub mod address;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "ssr")]
pub mod shell;
