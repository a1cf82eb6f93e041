//! Something a reader must not miss.

use leptos::prelude::*;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    #[default]
    Information,
    /// Something went well.
    Success,
    /// Something to mind.
    Warning,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Information => "notice",
            Self::Success => "notice notice--success",
            Self::Warning => "notice notice--warning",
        }
    }
}

/// A paragraph set apart. Give `status` where it answers what the reader just did, so that screen
/// readers say it.
#[component]
pub fn Notice(
    /// How it is meant.
    #[prop(optional)]
    tone: Tone,
    /// Whether it answers what the reader just did.
    #[prop(optional)]
    status: bool,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=tone.class() role=status.then_some("status")>{children()}</div>
    }
}
