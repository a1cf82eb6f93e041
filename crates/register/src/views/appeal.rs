//! What officials see of the appeal against decisions: of one, of all, and for a meeting.

use calendar::Offices;
use domain::decision::Decision;
use domain::filing::{Filing, Standing, Timeliness};
use domain::legal_force::{AppealFacts, MembersPeriod};
use domain::period::PeriodDates;
use domain::section::{DecisionMakerKind, SectionSeries};
use domain::view::desk::{
    AppealLine, AppealSheet, CallInLine, CallInList, CallInWindow, CertificateLine, FilingLine,
};
use domain::view::public::Decided;
use store::{CallIn, Certificate, Tx};
use time::PrimitiveDateTime;

use super::desk::read_as;
use super::list::decision_line;
use crate::actor::Actor;
use crate::appeal::facts;
use crate::clock::helsinki;
use crate::decisions::decided_on;
use crate::refusal::Refusal;
use crate::register::Register;

/// Decisions of the list of appeals.
const APPEALS: u32 = 500;

/// Where the appeals against frozen decisions stand, the last changed first.
pub async fn appeals(register: &Register, actor: &Actor) -> Result<Vec<AppealLine>, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let rows = tx.appeal_stages(now, APPEALS).await?;
    let line = |row: store::StageRow| AppealLine {
        decision: decision_line(row.decision, now),
        stage: row.stage,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Officers' decisions that no meeting has left as they are.
pub async fn call_in(register: &Register, actor: &Actor) -> Result<CallInList, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let mut lines = Vec::new();
    for row in tx.decisions_open_to_call_in().await? {
        let decision = tx.decision(row.id).await?.ok_or(Refusal::NotFound)?;
        let facts = facts(&mut tx, &decision, register.offices(), now.date()).await?;
        let maker = decision
            .sealed()
            .map(|sealed| &sealed.content.decision_maker.0);
        lines.push(CallInLine {
            decision_maker: maker.cloned().unwrap_or_default(),
            decided: decision.sealed().map_or(Decided::Unknown, decided_on),
            window: window(&facts, None),
            decision: decision_line(row, now),
        });
    }
    Ok(CallInList {
        lines,
        last_meeting: tx.last_call_in().await?.map(meeting),
    })
}

/// The appeal against one decision; `None` until it is frozen.
pub(super) async fn appeal(
    tx: &mut Tx,
    decision: &Decision,
    series: &[SectionSeries],
    offices: &Offices,
    now: PrimitiveDateTime,
) -> Result<Option<AppealSheet>, Refusal> {
    let Some(sealed) = decision.sealed() else {
        return Ok(None);
    };
    let facts = facts(tx, decision, offices, now.date()).await?;
    let statements = tx.legal_forces_of_decision(decision.id).await?;
    let certificates = tx.certificates_of_decision(decision.id).await?;
    let certificates = certificates.into_iter().map(|certificate| {
        let holds = statements
            .iter()
            .any(|of| of.id == certificate.legal_force && of.reopened.is_none());
        certificate_line(certificate, !holds)
    });
    let is_officers = series
        .iter()
        .any(|one| one.slug == sealed.section.series && one.kind == DecisionMakerKind::Officer);
    let left_by = tx.call_in_of_decision(decision.id).await?;
    Ok(Some(AppealSheet {
        stage: facts.stage(now),
        earliest: facts.earliest_finality(),
        call_in: is_officers.then(|| window(&facts, left_by)),
        certificates: certificates.collect(),
        filings: facts
            .filings
            .iter()
            .map(|filing| filing_line(filing, &facts))
            .collect(),
        statements,
    }))
}

fn certificate_line(certificate: Certificate, is_void: bool) -> CertificateLine {
    CertificateLine {
        id: certificate.id,
        on: helsinki(certificate.issued_at).date(),
        place: certificate.place,
        office: certificate.office,
        is_void,
    }
}

fn filing_line(filing: &Filing, facts: &AppealFacts) -> FilingLine {
    let received = helsinki(filing.facts.received_at);
    FilingLine {
        timeliness: period_of(filing, facts).map(|period| Timeliness::of(&period, received)),
        received,
        filing: filing.clone(),
    }
}

/// The period of the one who made a filing.
fn period_of(filing: &Filing, facts: &AppealFacts) -> Option<PeriodDates> {
    match filing.facts.standing {
        Standing::Party(service) => facts
            .parties
            .iter()
            .find(|(of, _)| *of == service)
            .and_then(|(_, period)| period.ok()),
        Standing::MunicipalMember => match facts.members {
            Some(MembersPeriod::Dates(dates)) => Some(dates),
            Some(MembersPeriod::UnknownDay | MembersPeriod::NoRight | MembersPeriod::NoRemedy)
            | None => None,
        },
        Standing::Other => None,
    }
}

/// Until when a decision can be called in. A party whose period is not known may have had the
/// decision earlier than anybody else, or may not have it yet: then neither limit is known.
fn window(facts: &AppealFacts, left_by: Option<CallIn>) -> CallInWindow {
    let all_known = facts.parties.iter().all(|(_, period)| period.is_ok())
        && !matches!(facts.members, None | Some(MembersPeriod::UnknownDay));
    let last_days = || facts.periods().map(|period| period.last_day);
    CallInWindow {
        safe_until: last_days().min().filter(|_| all_known),
        outer_limit: last_days().max().filter(|_| all_known),
        left_by: left_by.map(meeting),
    }
}

fn meeting(meeting: CallIn) -> (time::Date, String) {
    (meeting.held_on, meeting.section)
}
