//! Checks that the register is what it says it is: the chain of events, the seals of decisions,
//! their commitments and computed dates, and what lists show of them.
//!
//! It reads one snapshot and changes nothing. A payload that was disposed of by a logged act is
//! counted with that act, and is not a break.

mod appeals;
mod chain;
mod claims;
mod co_funding;
mod commitments;
mod corrections;
mod decisions;
mod files;
mod instalments;
mod ledger;
mod projects;
mod services;

use domain::section::Section;
use store::StoreError;

use crate::register::Register;

/// What was checked, and everything that does not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Events of the audit log.
    pub events: u64,
    /// Acts of the log that disposed of payloads.
    pub disposals: u64,
    /// Payloads of events that those acts disposed of.
    pub disposed_payloads: u64,
    /// Frozen decisions: seal, content, place, event.
    pub decisions: u64,
    /// Corrections of frozen decisions: seal, content, event.
    pub corrections: u64,
    /// Commitments, each the same line of its decision's content.
    pub commitments: u64,
    /// Entries about them: each as its event says, their sums as the rules give them.
    pub commitment_entries: u64,
    /// Entries about instalments: each as its event says, and such as the rules allow.
    pub instalment_entries: u64,
    /// Entries about payment claims: each as its event says, and such as the rules allow.
    pub claim_entries: u64,
    /// Entries about other funders: each as its event says, and such as the rules allow.
    pub co_funding_entries: u64,
    /// Payments found in the ledger, each as its event says.
    pub ledger_matches: u64,
    /// Versions of projects: each as its event says, none missing, the newest what lists show.
    pub project_versions: u64,
    /// Periods whose stored dates are the recomputed ones.
    pub periods: u64,
    /// Services, each of a party of its decision.
    pub services: u64,
    /// Filings, each as its last event says.
    pub filings: u64,
    /// Statements of legal force, each as its events say.
    pub statements: u64,
    /// Files whose bytes are those of their hash.
    pub files: u64,
    /// Rows of the public list that show what was signed.
    pub listed: u64,
    /// Everything that does not hold, in the order it was found.
    pub breaks: Vec<Break>,
}

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// The database finds itself damaged.
    #[error("the database is damaged: {0}")]
    Database(String),
    /// An event is missing from the audit log.
    #[error("audit log: event {0} is missing")]
    EventMissing(i64),
    /// An event was changed after it was written.
    #[error("audit log: event {0} was changed")]
    EventChanged(i64),
    /// An event does not follow the one before it.
    #[error("audit log: event {0} does not follow the one before it")]
    EventUnchained(i64),
    /// A payload is not the one that was written.
    #[error("audit log: the payload of event {0} was changed")]
    PayloadChanged(i64),
    /// A payload is gone, and no act of the log disposed of it.
    #[error("audit log: the payload of event {0} is missing, and nothing says why")]
    PayloadMissing(i64),
    /// The last event is not the end of the chain: events were cut off.
    #[error("audit log: events after {0} were cut off")]
    EventsCutOff(i64),
    /// The content is not the one that was sealed.
    #[error("decision {0}: the content is not the one that was sealed")]
    Seal(Section),
    /// The sealed content is not a content of this version in its canonical form.
    #[error("decision {0}: the content cannot be read")]
    Content(Section),
    /// The seal is not the one of the event by which the decision was frozen.
    #[error("decision {0}: the audit log knows another seal, or none")]
    SealNotLogged(Section),
    /// A correction is not the one that was sealed and logged, or changes what must not change.
    #[error("decision {0}: correction {1} is not as it was written")]
    Correction(Section, u32),
    /// The later decisions that change it are not those whose contents say so.
    #[error("decision {0}: what it changes is not what its content says")]
    Changes(Section),
    /// Two decisions have the same place.
    #[error("decision {0}: two decisions have this section")]
    SectionTwice(Section),
    /// The stored commitments are not the lines of the content.
    #[error("decision {0}: the commitments are not those of the content")]
    Commitments(Section),
    /// An entry about a commitment is not what the audit log says, or it is gone.
    #[error("entry about a commitment {0}: it is not as the audit log says")]
    CommitmentEntry(String),
    /// The entries about a commitment are not such as the rules allow, or add up to something else.
    #[error("decision {0}: what was recorded about commitment {1} does not add up")]
    CommitmentSums(Section, u32),
    /// Where a commitment is kept to stand is not what its facts add up to.
    #[error("decision {0}: lists and sums show commitment {1} as it is not")]
    Standing(Section, u32),
    /// An entry about an instalment is not what the audit log says, or it is gone.
    #[error("entry about an instalment {0}: it is not as the audit log says")]
    InstalmentEntry(String),
    /// The entries about the instalments of a commitment are not such as the rules allow, or leave
    /// them otherwise.
    #[error("decision {0}: the instalments of commitment {1} do not add up")]
    Instalments(Section, u32),
    /// An entry about payment claims is not what the audit log says, or it is gone.
    #[error("entry about payment claims {0}: it is not as the audit log says")]
    ClaimEntry(String),
    /// The entries about the payment claims of a project are not such as the rules allow, or leave
    /// them otherwise.
    #[error("project {0}: its payment claims do not add up")]
    Claims(String),
    /// An entry about another funder is not what the audit log says, or it is gone.
    #[error("entry about another funder {0}: it is not as the audit log says")]
    CoFundingEntry(String),
    /// The entries about the other funders of a project are not such as the rules allow, or leave
    /// them otherwise.
    #[error("project {0}: its other funders do not add up")]
    CoFunding(String),
    /// What a payment was found as in the ledger is not what the audit log says, or it is gone.
    #[error("payment {0}: what it was found as in the ledger is not as the audit log says")]
    LedgerMatch(String),
    /// A version of a project is missing, or is not what the audit log says.
    #[error("project {0}: version {1} is not as the audit log says")]
    ProjectVersion(String, i64),
    /// Lists show something else of a project than its newest version.
    #[error("project {0}: lists do not show its newest version")]
    ProjectListed(String),
    /// Sums over plans are made of other amounts than those of the plan in force of a project.
    #[error("project {0}: sums over plans do not have its plan in force")]
    PlannedAmounts(String),
    /// The case or project is not the one that the content names.
    #[error("decision {0}: the case or project is not the one of the content")]
    Reference(Section),
    /// The stored dates of the municipal member's period are not the recomputed ones.
    #[error("decision {0}: the dates of the municipal member's period are not the computed ones")]
    MemberPeriod(Section),
    /// The public list shows something else than what was signed.
    #[error("decision {0}: the list does not show what was signed")]
    Listed(Section),
    /// What is searched of a decision is not what everybody may read of it for good.
    #[error("decision {0}: what is searched of it is not its lasting public version")]
    Words(Section),
    /// Something public changed, and who keeps a copy is not told of it.
    #[error("decision {0}: what changed of it last is not what programs are told")]
    PublicChange(Section),
    /// The stored dates of a party's period are not the recomputed ones.
    #[error("decision {0}: the dates of a party's period are not the computed ones")]
    PartyPeriod(Section),
    /// The bytes of a file are not those of its hash.
    #[error("file {0}: its bytes are not those of its hash")]
    File(String),
    /// The file of an attachment is not there.
    #[error("decision {0}: the file of an attachment is missing")]
    Attachment(Section),
    /// The services are not those of the parties in the content and of those whom a registrar
    /// marked as parties since.
    #[error("decision {0}: the services are not those of its parties")]
    Parties(Section),
    /// What is recorded of a filing is not what the audit log says, or it is gone.
    #[error("filing {0}: it is not as the audit log says")]
    Filing(String),
    /// A statement of legal force is not what the audit log says, or it is gone.
    #[error("statement of legal force {0}: it is not as the audit log says")]
    LegalForce(String),
}

/// Checks the whole register. An error is only that the database cannot be read at all.
pub async fn verify(register: &Register) -> Result<Report, StoreError> {
    let mut tx = register.read().await?;
    let mut report = Report::default();
    let damage = tx.integrity().await?;
    report
        .breaks
        .extend(damage.into_iter().map(Break::Database));
    let trail = chain::check(&mut tx, &mut report).await;
    let mut trail = report.unless_inconsistent(trail)?;
    let files = files::check(&mut tx, &mut report).await;
    let files = report.unless_inconsistent(files)?;
    let against = decisions::Known {
        trail: &trail,
        files: &files,
        offices: register.offices(),
    };
    let frozen = decisions::check(&mut tx, &mut report, &against).await;
    let frozen = report.unless_inconsistent(frozen)?;
    let now = register.clock().now_in_helsinki();
    let listed = decisions::check_list(&mut tx, &mut report, &frozen, now).await;
    report.unless_inconsistent(listed)?;
    let served = services::check(&mut tx, &mut report, &trail, &frozen, register).await;
    report.unless_inconsistent(served)?;
    let entries = commitments::check(&mut tx, &mut report, &mut trail, &frozen).await;
    report.unless_inconsistent(entries)?;
    let planned = instalments::check(&mut tx, &mut report, &mut trail, &frozen).await;
    report.unless_inconsistent(planned)?;
    let matched = ledger::check(&mut tx, &mut report, &mut trail).await;
    report.unless_inconsistent(matched)?;
    let projects =
        projects::check(&mut tx, &mut report, &mut trail, register.clock().today()).await;
    report.unless_inconsistent(projects)?;
    let claimed = claims::check(&mut tx, &mut report, &mut trail).await;
    report.unless_inconsistent(claimed)?;
    let co_funded = co_funding::check(&mut tx, &mut report, &mut trail).await;
    report.unless_inconsistent(co_funded)?;
    let appeals = appeals::check(&mut tx, &mut report, &mut trail, &frozen).await;
    report.unless_inconsistent(appeals)?;
    let words = decisions::check_words(&mut tx, &mut report, &frozen).await;
    report.unless_inconsistent(words)?;
    let told = decisions::check_changes(&mut tx, &mut report, &frozen, register).await;
    report.unless_inconsistent(told)?;
    Ok(report)
}

impl Report {
    /// A row that the register never writes is a break; the check goes on after it.
    fn unless_inconsistent<T: Default>(
        &mut self,
        read: Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match read {
            Err(error @ StoreError::Inconsistent { .. }) => {
                self.breaks.push(Break::Database(error.to_string()));
                Ok(T::default())
            }
            read => read,
        }
    }
}
