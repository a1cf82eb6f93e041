//! What legal force follows from, loaded in one place for use cases and views.

use calendar::{Means, Offices};
use domain::appeal_right::AppealRight;
use domain::decision::{Decision, Publication, Sealed};
use domain::id::DecisionId;
use domain::legal_force::{AppealFacts, LegalForce, MembersPeriod, Reopened};
use domain::period::PeriodDates;
use domain::service::NoPeriod;
use store::{ServiceRow, Tx};
use time::{Date, OffsetDateTime};

use crate::refusal::Refusal;

/// The facts of a frozen decision; `today` is the day of the parties' names.
pub(crate) async fn facts(
    tx: &mut Tx,
    decision: &Decision,
    offices: &Offices,
    today: Date,
) -> Result<AppealFacts, Refusal> {
    let Some(sealed) = decision.sealed() else {
        return Ok(AppealFacts::default());
    };
    let services = tx.services_of_decision(decision.id, today).await?;
    let parties = services
        .iter()
        .map(|row| (row.service.id, period(row, sealed, offices)));
    let parties = parties.collect();
    let statements = tx.legal_forces_of_decision(decision.id).await?;
    Ok(AppealFacts {
        members: members(decision.publication(), sealed),
        parties,
        filings: tx.filings_of_decision(decision.id).await?,
        legal_force: statements.into_iter().next(),
    })
}

fn members(publication: Option<&Publication>, sealed: &Sealed) -> Option<MembersPeriod> {
    let right = sealed.content.remedy.0;
    if right == AppealRight::PreparationOrImplementation {
        return Some(MembersPeriod::NoRemedy);
    }
    publication.map(|publication| match publication.member_period {
        Some(dates) => MembersPeriod::Dates(dates),
        None if right.starts(Means::PublishedMinutes) => MembersPeriod::UnknownDay,
        None => MembersPeriod::NoRight,
    })
}

/// The stored dates of a party's period, or why there are none.
fn period(row: &ServiceRow, sealed: &Sealed, offices: &Offices) -> Result<PeriodDates, NoPeriod> {
    match row.period {
        Some(dates) => Ok(dates),
        None => row
            .service
            .facts
            .period(sealed.content.remedy.0, offices)
            .as_ref()
            .map(PeriodDates::from)
            .map_err(|why| *why),
    }
}

/// Reopens the statement of legal force that holds, because a fact that it rested on changed.
/// Gives the statement that was reopened.
pub(crate) async fn reopen(
    tx: &mut Tx,
    decision: DecisionId,
    at: OffsetDateTime,
    reason: &str,
) -> Result<Option<LegalForce>, Refusal> {
    let statements = tx.legal_forces_of_decision(decision).await?;
    let holds = statements
        .into_iter()
        .find(|statement| statement.reopened.is_none());
    if let Some(statement) = &holds {
        let reopened = Reopened {
            at,
            reason: reason.to_owned(),
        };
        tx.reopen_legal_force(statement.id, &reopened).await?;
    }
    Ok(holds)
}
