//! The only crate that knows SQL: the register's rows on SQLite and PostgreSQL.
//!
//! [`Store`] is a database, [`Tx`] a transaction of it: [`Store::write`] takes the register's
//! write lock first, [`Store::read`] is a snapshot. Every question and every change is a method
//! of [`Tx`], one file for each group of tables. One query text serves both databases; where they
//! differ, the two texts stand beside each other.
//!
//! What every method keeps to:
//! - Absence is `None`, never an error. A save on an older version is [`Saved::Stale`].
//! - After an error the transaction must be dropped, which rolls it back: PostgreSQL refuses
//!   everything that follows in it.
//! - Instants are stored in UTC and whole seconds; civil dates and times are Helsinki's.
//! - Errors name tables, columns and identities, never a value: a name cannot reach a log.

mod account;
mod appropriation_override;
mod attachment;
mod audit;
mod audit_log;
mod autosave;
mod budget;
mod budget_closing;
mod call_in;
mod case;
mod claim_entry;
mod co_funding_entry;
mod co_funding_list;
mod commitment_entry;
mod commitment_letter;
mod commitment_list;
mod commitment_standing;
mod commitment_sums;
mod connect;
mod counter;
mod dated_name;
mod decision;
mod decision_document;
mod delegation;
mod deputyship;
mod distribution;
mod error;
mod extract;
mod feed;
mod filing;
mod follower;
mod form;
mod handed_out;
mod import_file;
mod instalment;
mod job;
mod last_day;
mod ledger_match;
mod legal_force;
mod mailing;
mod migrate;
mod notification;
mod organisation;
mod payment;
mod period;
mod personal_end;
mod plan;
mod planned_amount;
mod project;
mod public_change;
mod register;
mod reminder;
mod search;
mod series;
mod service;
mod session;
mod sign_in;
mod sitemap;
mod stub;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
mod verify;

pub use account::Credentials;
pub use appropriation_override::{OverrideRow, OverrideSource};
pub use attachment::{AttachmentRow, FileRow};
pub use audit::{AuditActor, AuditEvent, AuditHead, AuditPayload, AuditSubject};
pub use audit_log::{AuditFilter, Side};
pub use autosave::{Autosave, PresentRow};
pub use budget::BudgetDecisionRow;
pub use budget_closing::BudgetClosingRow;
pub use call_in::CallIn;
pub use case::CaseListRow;
pub use claim_entry::{ClaimEntryRow, ClaimLeft, LastClaimRow, WaitingRow};
pub use co_funding_entry::CoFundingEntryRow;
pub use co_funding_list::{CoFundingLeft, CoFundingPage};
pub use commitment_entry::{CommitmentEntryRow, StandingCommitment};
pub use commitment_letter::{CommitmentLetter, GivenLetterRow};
pub use commitment_list::{CommitmentPage, Cut};
pub use commitment_sums::PublicSums;
pub use connect::Store;
pub use decision::{
    ChangeRow, CorrectionNotice, DecisionLineRow, Facets, Has, Made, NewDecision, PlacedDecision,
    PublishedPage, PublishedRow, StageRow, StateCode,
};
pub use decision_document::{DecisionDocument, MadeDocumentRow};
pub use distribution::EntryRow;
pub use domain::event::SubjectKind;
pub use error::{DriverError, StoreError};
pub use extract::{Extract, GivenExtractRow};
pub use feed::{ProjectNews, WithdrawnRow};
pub use follower::FollowRequests;
pub use form::FormResult;
pub use handed_out::HandedOutRow;
pub use import_file::ImportFileRow;
pub use instalment::{DueRow, InstalmentEntryRow, InstalmentLeft};
pub use job::{Job, NewJob};
pub use last_day::{LastDayRow, MembersLastDayRow};
pub use ledger_match::LedgerMatchRow;
pub use legal_force::Certificate;
pub use notification::NotificationRow;
pub use plan::{NewPlan, PlanRow, PlanVersionRow};
pub use planned_amount::{PlannedLeft, PlannedPage, PlannedRow, PlannedSum};
pub use project::{Audience, ProjectFilter, ProjectListRow};
pub use public_change::{ChangedDecision, ChangedProject, PublicThing};
pub use register::Register;
pub use reminder::ReminderRow;
pub use service::{ServiceRow, ServiceTaskRow};
pub use session::{NewSession, OpenSession, Session};
pub use sign_in::FailedSignIns;
pub use sitemap::IndexedRow;
pub use tx::{Saved, Tx};
pub use verify::SealedRow;
