//! Where a decision stands: words, a shape and a colour, each enough on its own.

use domain::Lang;
use domain::decision::InForce;
use domain::view::desk::Stage;
use domain::view::public::PublicStage;
use leptos::prelude::*;
use wording::decision::StateName;
use wording::public;

/// The tag of a public decision.
pub fn public_state(stage: PublicStage, lang: Lang) -> AnyView {
    state(Stage::Published(stage), lang)
}

/// The tag of a decision in any state.
pub fn state(stage: Stage, lang: Lang) -> AnyView {
    let name = StateName::from(stage).text(lang);
    let (class, shape) = match stage {
        Stage::Draft => ("tag tag--draft", "M1 1h8v8h-8z"),
        Stage::Abandoned => ("tag tag--over", "M1 1l8 8m0-8l-8 8z"),
        Stage::AwaitingSignature => ("tag tag--waiting", "M5 0l5 5-5 5-5-5z"),
        Stage::Signed | Stage::Published(PublicStage::Published) => {
            ("tag tag--signed", "M0 0h10v10h-10z")
        }
        Stage::Published(PublicStage::Running { .. }) => ("tag tag--running", "M1 0l9 5-9 5z"),
        Stage::Published(PublicStage::Over) => ("tag tag--over", "M0 4h10v2h-10z"),
        Stage::Published(PublicStage::Final { .. }) => {
            ("tag tag--final", "M0 5l2-2 2 2 4-4 2 2-6 6z")
        }
    };
    view! {
        <strong class=class>
            <svg class="tag__shape" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
                <path d=shape/>
            </svg>
            {name}
        </strong>
    }
    .into_any()
}

/// The tag of a decision that a later one changed; nothing of one in force as it is.
pub fn in_force(state: InForce, lang: Lang) -> Option<AnyView> {
    let name = public::in_force(state, lang)?;
    Some(view! { <strong class="tag tag--changed">{name}</strong> }.into_any())
}
