//! What everybody sees beside the lasting part of a decision while the municipal member's period
//! runs: what is personal in it.
//!
//! Only the public page of a decision and its PDF take a [`PersonalPart`]. No list, feed, file or
//! other format can hold one: the types of [`super::public`] have no place for it, and nothing
//! calls a copy back.

use time::PrimitiveDateTime;

use crate::attachment::{Attachment, AttachmentClass};
use crate::decision::{DecisionContent, Publication};
use crate::period::Phase;
use crate::text::Text;

/// Whether what is personal in a published decision is shown at a moment of Helsinki time: from
/// its publication to the closing instant of the municipal member's period, to the second
/// (kuntalaki 140.1 §). Where no such period follows from the publication, never.
pub fn personal_is_shown(publication: &Publication, now: PrimitiveDateTime) -> bool {
    let is_public = publication.on.is_some_and(|day| now.date() >= day);
    let runs = publication
        .member_period
        .as_ref()
        .is_some_and(|period| matches!(period.phase(now), Phase::Running { .. }));
    is_public && runs
}

/// What is personal in a decision, for its page and its PDF while it may be shown.
///
/// It exists only where there is something personal to show. `Debug` prints none of it.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalPart {
    resolution: Text,
    background: Text,
    contact_person: String,
    attachments: Vec<PersonalAttachment>,
}

/// An attachment that holds personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalAttachment {
    /// Its number in the decision, from 1.
    pub number: usize,
    /// What it is, with its title.
    pub attachment: Attachment,
}

impl PersonalPart {
    /// The personal part of a published decision at a moment; `None` when it may not be shown, or
    /// nothing in the decision is personal.
    pub fn at(
        content: &DecisionContent,
        publication: &Publication,
        now: PrimitiveDateTime,
    ) -> Option<Self> {
        personal_is_shown(publication, now)
            .then(|| Self::of(content))
            .flatten()
    }

    /// The personal part whatever the moment, for an official's preview of the page as it is during
    /// the period.
    pub fn for_preview(content: &DecisionContent) -> Option<Self> {
        Self::of(content)
    }

    fn of(content: &DecisionContent) -> Option<Self> {
        let attachments = content.attachments.iter().enumerate();
        let part = Self {
            resolution: content.resolution.party_version(),
            background: content.background.party_version(),
            contact_person: content.contact.person.reveal_to_official().clone(),
            attachments: attachments
                .filter(|(_, attachment)| attachment.class == AttachmentClass::Personal)
                .map(|(at, attachment)| PersonalAttachment {
                    number: at + 1,
                    attachment: attachment.clone(),
                })
                .collect(),
        };
        let says_more = part.resolution != content.resolution.public_version()
            || part.background != content.background.public_version()
            || !part.contact_person.trim().is_empty()
            || !part.attachments.is_empty();
        says_more.then_some(part)
    }

    /// The resolution with what is personal, without what is secret.
    pub const fn resolution(&self) -> &Text {
        &self.resolution
    }

    /// The background with what is personal, without what is secret.
    pub const fn background(&self) -> &Text {
        &self.background
    }

    /// Who gives further information (hallintolaki 44.1 §), or empty.
    pub fn contact_person(&self) -> &str {
        self.contact_person.trim()
    }

    /// The attachments that hold personal data.
    pub fn attachments(&self) -> &[PersonalAttachment] {
        &self.attachments
    }
}

impl std::fmt::Debug for PersonalPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonalPart(..)")
    }
}

impl std::fmt::Debug for PersonalAttachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PersonalAttachment({}, ..)", self.number)
    }
}
