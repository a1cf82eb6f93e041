//! Decisions (päätös): what they say, the states they pass through and what freezes them.
//!
//! A decision is a [`DecisionDraft`] until it is signed here or recorded as made elsewhere; then
//! its [`DecisionContent`] is frozen under a [`Seal`], and only its state goes on.

mod change;
mod content;
mod correction;
mod draft;
mod euros;
mod kind;
mod placeholder;
mod read;
mod reuse;
mod seal;
mod state;

pub use change::{ChangeEffect, DecisionChange, InForce};
pub use content::{Commitment, CommitmentStrength, Contact, DecisionContent};
pub use correction::{Correction, CorrectionDraft};
pub use draft::{ChangeDraft, CommitmentDraft, DecisionDraft, PartyDraft, Readiness};
pub use euros::{EurosGap, euros_in};
pub use kind::DecisionKind;
pub use placeholder::{has_placeholder, placeholder};
pub use reuse::typed as typed_amount;
pub use seal::{Salt, Seal, SealVersion};
pub use state::{
    CannotPublish, CannotSign, ConflictOfInterest, Decision, DecisionNotes, DecisionState,
    MadeElsewhere, NotInThisState, Publication, Sealed, Signature,
};
