//! The way to a page.

use leptos::prelude::*;
use wording::public::Site;

use crate::address;
use crate::shell::Shell;

/// A page on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Its address without a language prefix.
    pub address: String,
}

impl Crumb {
    /// A page on the way.
    pub fn new(label: impl Into<String>, address: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            address: address.into(),
        }
    }
}

/// The way from the front page, which is always the first step; nothing where the trail is empty.
pub(crate) fn breadcrumbs(shell: &Shell, trail: &[Crumb]) -> Option<AnyView> {
    if trail.is_empty() {
        return None;
    }
    let front = Crumb::new(Site::Front.text(shell.lang), address::FRONT);
    let steps = std::iter::once(&front).chain(trail).map(|crumb| {
        let href = shell.link(&crumb.address);
        let label = crumb.label.clone();
        view! { <li class="breadcrumbs__step"><a class="breadcrumbs__link" href=href>{label}</a></li> }
    });
    let steps = steps.collect_view();
    Some(
        view! {
            <nav class="breadcrumbs" aria-label=Site::Breadcrumbs.text(shell.lang)>
                <ol class="breadcrumbs__list">{steps}</ol>
            </nav>
        }
        .into_any(),
    )
}
