//! One commitment with everything that was recorded about it.

use domain::commitment::{CommitmentKey, Course, Standing, de_minimis_since};
use domain::finding::FindingCode;
use domain::legal_force::AppealStage;
use domain::view::commitment::{CommitmentLine, CommitmentSheet, EntryLine};
use store::{CommitmentEntryRow, StandingCommitment};

use super::desk::read_as;
use super::instalments::entry_line as entry_line_of;
use crate::actor::Actor;
use crate::appeal;
use crate::clock::helsinki;
use crate::commitments::{course, load};
use crate::instalments::schedule;
use crate::refusal::Refusal;
use crate::register::Register;

/// The officials' page of a commitment.
pub async fn commitment(
    register: &Register,
    actor: &Actor,
    key: CommitmentKey,
) -> Result<CommitmentSheet, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let (standing, rows) = load(&mut tx, key).await?;
    let decision = tx.decision(key.decision).await?.ok_or(Refusal::NotFound)?;
    let facts = appeal::facts(&mut tx, &decision, register.offices(), now.date()).await?;
    let project = match decision.project {
        Some(project) => tx.project(project).await?,
        None => None,
    };
    let beneficiary = project.as_ref().and_then(|of| of.facts.beneficiary);
    let de_minimis = match beneficiary {
        Some(beneficiary) => {
            let since = de_minimis_since(now.date());
            Some(tx.de_minimis_of(beneficiary, since).await?)
        }
        None => None,
    };
    let is_final = matches!(
        facts.stage(now),
        AppealStage::Final { .. } | AppealStage::NoRemedy
    );
    let may_be_paid = standing.position.standing() == Standing::Open;
    let notice = (!is_final && may_be_paid).then_some(FindingCode::PaidBeforeLegalForce);
    let title = decision.sealed().map(|sealed| &sealed.content.title.0);
    let course = course(standing.clone(), &rows);
    let (instalments, schedule) = schedule(&mut tx, key, &course).await?;
    let entries = rows.into_iter().map(|row| entry_line(&course, row));
    Ok(CommitmentSheet {
        entries: entries.collect(),
        title: title.cloned().unwrap_or_default(),
        project,
        notices: notice.into_iter().collect(),
        line: commitment_line(standing),
        schedule,
        instalment_entries: instalments.into_iter().map(entry_line_of).collect(),
        de_minimis,
        today: now.date(),
        course,
    })
}

/// A commitment as lists have it.
pub(super) fn commitment_line(standing: StandingCommitment) -> CommitmentLine {
    CommitmentLine {
        key: standing.key,
        section: standing.section,
        commitment: standing.commitment,
        position: standing.position,
    }
}

pub(super) fn entry_line(course: &Course, row: CommitmentEntryRow) -> EntryLine {
    let entry = row.entry;
    let year = course.commitment.year;
    let posted = entry.fact.payment().map(|payment| payment.posting_year);
    let is_other = posted.is_some_and(|posted| year.is_some_and(|year| year != posted));
    EntryLine {
        number: entry.number,
        recorded_at: helsinki(entry.recorded_at),
        office: entry.office,
        is_reversed: course.is_reversed(entry.number),
        may_reverse: course.may_reverse(entry.number).is_ok(),
        notice: is_other.then_some(FindingCode::PostedInAnotherYear),
        fact: entry.fact,
    }
}
