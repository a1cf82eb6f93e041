//! A decision for an official whose work does not need what is secret in it.

use domain::decision::{Decision, DecisionContent, DecisionDraft, DecisionState};
use domain::text::{Block, Inline, Text};

/// The decision without what is secret: of a wholly secret one, on the ground given, without its
/// texts.
pub(super) fn redacted(decision: Decision, whole: Option<&str>) -> Decision {
    let state = match decision.state {
        DecisionState::Draft(draft) => DecisionState::Draft(draft_without(draft)),
        DecisionState::AwaitingSignature(draft) => {
            DecisionState::AwaitingSignature(draft_without(draft))
        }
        DecisionState::Abandoned(draft) => DecisionState::Abandoned(draft_without(draft)),
        DecisionState::Signed(mut sealed) => {
            sealed.content = content_without(sealed.content, whole);
            DecisionState::Signed(sealed)
        }
        DecisionState::Published(mut sealed, publication) => {
            sealed.content = content_without(sealed.content, whole);
            DecisionState::Published(sealed, publication)
        }
    };
    Decision { state, ..decision }
}

/// The content without what is secret.
pub(super) fn content_without(content: DecisionContent, whole: Option<&str>) -> DecisionContent {
    let text = |text: &Text| match whole {
        Some(ground) => Text::new(vec![Block::Paragraph(vec![Inline::OmittedAsSecret(
            ground.to_owned(),
        )])]),
        None => text.party_version(),
    };
    DecisionContent {
        resolution: text(&content.resolution),
        background: text(&content.background),
        ..content
    }
}

/// A draft whose texts are without what is secret; one that cannot be read yet says nothing.
fn draft_without(draft: DecisionDraft) -> DecisionDraft {
    let markup = |typed: &str| {
        let text = Text::from_markup(typed).map(|text| text.party_version());
        text.map(|text| text.to_markup()).unwrap_or_default()
    };
    DecisionDraft {
        resolution: markup(&draft.resolution),
        background: markup(&draft.background),
        unrecognised: String::new(),
        ..draft
    }
}
