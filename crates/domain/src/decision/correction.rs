//! The correction of a typing error in a frozen decision (hallintolaki 51–52 §).
//!
//! The old text is kept and the periods go on unchanged (hallintolaki 53.2 §). Money, parties,
//! remedy and what else has effects of its own cannot be corrected: that is a new decision.

use time::OffsetDateTime;

use super::content::DecisionContent;
use super::read::{LINE, TITLE, check_euros, read_text};
use super::seal::Seal;
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::UserId;
use crate::publicity::{Personal, Public};

/// A correction that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// From 1, in their order.
    pub number: u32,
    /// When.
    pub at: OffsetDateTime,
    /// The account that made it.
    pub by: UserId,
    /// Its office at that moment.
    pub office: String,
    /// What was wrong, for everybody to read.
    pub reason: String,
    /// What the decision says since.
    pub content: DecisionContent,
    /// The proof that this is what was written then.
    pub seal: Seal,
}

/// A correction as typed: the texts that may hold a typing error, and what was wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorrectionDraft {
    /// Title.
    pub title: String,
    /// Resolution, in markup.
    pub resolution: String,
    /// Background, in markup.
    pub background: String,
    /// Authority.
    pub authority: String,
    /// Applied provisions.
    pub applied_provisions: String,
    /// Office that gives further information.
    pub contact_office: String,
    /// Person that gives it; personal.
    pub contact_person: String,
    /// What was wrong; public.
    pub reason: String,
}

impl CorrectionDraft {
    /// The texts as they stand now.
    pub fn of(content: &DecisionContent) -> Self {
        Self {
            title: content.title.0.clone(),
            resolution: content.resolution.to_markup(),
            background: content.background.to_markup(),
            authority: content.authority.0.clone(),
            applied_provisions: content.applied_provisions.0.clone(),
            contact_office: content.contact.office.0.clone(),
            contact_person: content.contact.person.reveal_to_official().clone(),
            reason: String::new(),
        }
    }

    /// The corrected content, and what was wrong.
    ///
    /// # Errors
    /// Every finding at once. The euros of the resolution must still be those of the commitment
    /// lines, which a correction cannot change; and something must have changed.
    pub fn read(&self, before: &DecisionContent) -> Result<(DecisionContent, String), Findings> {
        let mut findings = Findings::default();
        let reason = findings.required_lines("reason", &self.reason, 2 * LINE);
        let mut corrected = before.clone();
        corrected.title = Public(findings.required("title", &self.title, TITLE));
        let resolution = read_text(&mut findings, "resolution", &self.resolution);
        let background = read_text(&mut findings, "background", &self.background);
        corrected.authority = Public(findings.required("authority", &self.authority, LINE));
        corrected.applied_provisions =
            Public(findings.lines("applied_provisions", &self.applied_provisions, 5 * LINE));
        let office = findings.required("contact_office", &self.contact_office, LINE);
        let person = findings.text("contact_person", &self.contact_person, LINE);
        corrected.contact.office = Public(office);
        corrected.contact.person = Personal::new(person);
        let (Some(resolution), Some(background)) = (resolution, background) else {
            return Err(findings);
        };
        check_euros(&mut findings, &resolution, &before.commitments.0);
        corrected.resolution = resolution;
        corrected.background = background;
        if findings.is_empty() && corrected == *before {
            findings.push(Finding::at("title", FindingCode::NothingChanged));
        }
        findings.into_result((corrected, reason))
    }
}
