//! The officials' page of a decision.

use domain::check::{Excess, Promise};
use domain::decision::{Decision, DecisionContent, DecisionState};
use domain::finding::Findings;
use domain::id::DecisionId;
use domain::legal_force::final_from;
use domain::period::PeriodDates;
use domain::personal::Mention;
use domain::publicity::Personal;
use domain::role::UseCase;
use domain::section::SectionSeries;
use domain::stub::{Stub, StubKind};
use domain::view::desk::{
    AppealSheet, AttachmentEntry, DecisionSheet, ExtractLine, ServiceLine, Stage, StubLine,
    ToPublish,
};
use domain::view::public::PublicStage;
use store::{AttachmentRow, Extract, ServiceRow, Tx};
use time::{Date, PrimitiveDateTime};

use super::afterwards::afterwards;
use super::appeal::appeal;
use super::budget::overrides;
use super::desk::{organisation_lines, read_as};
use super::distribution::distribution;
use super::explained;
use super::plan::plan_view;
use super::redacted::{content_without, redacted};
use crate::actor::Actor;
use crate::attachments::attached;
use crate::clock::helsinki;
use crate::decisions::{Surroundings, decided_on, proposal, surroundings};
use crate::refusal::Refusal;
use crate::register::Register;

/// The officials' page of a decision.
pub async fn decision_sheet(
    register: &Register,
    actor: &Actor,
    id: DecisionId,
) -> Result<DecisionSheet, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let decision = tx.decision(id).await?.ok_or(Refusal::NotFound)?;
    let around = surroundings(&mut tx, &decision).await?;
    let lines = organisation_lines(&mut tx, now.date()).await?;
    let preparer = tx.account(decision.preparer).await?;
    let services = services(&mut tx, register, &decision, now).await?;
    let distribution = distribution(&mut tx, actor, id).await?;
    let seen = seen(&mut tx, &decision, &around, now.date()).await?;
    let stored = decision
        .publication()
        .and_then(|publication| publication.member_period);
    let typed = tx.draft_of_decision(id).await?.unwrap_or_default();
    let Seen {
        reading,
        notices,
        mentions,
        promise,
        excesses,
    } = seen;
    let Surroundings {
        case,
        project,
        plan,
        series,
        organisations,
        ..
    } = around;
    let appeal = appeal(&mut tx, &decision, &series, register.offices(), now).await?;
    let attachments = attachments(&mut tx, &decision).await?;
    let stubs = tx.stubs_of_decision(id).await?;
    let record = tx.case_record(case.id).await?.ok_or(Refusal::NotFound)?;
    let sheet = DecisionSheet {
        conflict_of: conflict_of(&mut tx, &decision).await?,
        to_publish: to_publish(&decision, &series, now.date()),
        afterwards: afterwards(&mut tx, &decision, &services).await?,
        others: tx.other_decisions(id).await?,
        stage: stage(&decision, appeal.as_ref(), now),
        appeal,
        decided: decision.sealed().map(decided_on),
        preparer: preparer
            .map(|official| official.name.reveal_to_official().clone())
            .unwrap_or_default(),
        unrecognised: Personal::new(typed.unrecognised),
        reading,
        notices,
        mentions,
        promise,
        excesses,
        overrides: overrides(tx.overrides_of_decision(id).await?),
        services,
        distribution,
        series,
        organisations: lines,
        attachments,
        stubs: stubs.into_iter().map(stub_line).collect(),
        plan: plan.map(|row| plan_view(&row, &organisations, now.date())),
        member_period: stored.and_then(|period| explained(&period, now, register.offices())),
        decision,
        case,
        case_takes_decisions: record.state.takes_decisions(),
        project,
    };
    Ok(if actor.may(UseCase::ReadSecrets) {
        sheet
    } else {
        without_secrets(sheet)
    })
}

/// What a look at a draft shows; empty of a decision that is none any more.
#[derive(Default)]
struct Seen {
    reading: Option<Result<DecisionContent, Findings>>,
    notices: Findings,
    mentions: Vec<Mention>,
    promise: Option<Promise>,
    excesses: Vec<Excess>,
}

async fn seen(
    tx: &mut Tx,
    decision: &Decision,
    around: &Surroundings,
    today: Date,
) -> Result<Seen, Refusal> {
    let (DecisionState::Draft(draft) | DecisionState::AwaitingSignature(draft)) = &decision.state
    else {
        return Ok(Seen::default());
    };
    let looked = around.look(draft, around.made(draft), today);
    let attachments = attached(tx, decision.id).await?;
    let reading = looked.reading.map(|(content, _)| DecisionContent {
        attachments,
        ..content
    });
    Ok(Seen {
        reading: Some(reading),
        notices: looked.notices,
        mentions: looked.mentions,
        promise: looked.promise,
        excesses: looked.excesses,
    })
}

/// The office of the decision maker who has a conflict of interest.
async fn conflict_of(tx: &mut Tx, decision: &Decision) -> Result<Option<String>, Refusal> {
    let Some(conflict) = &decision.notes.conflict else {
        return Ok(None);
    };
    let official = tx.account(conflict.by).await?;
    Ok(official.map(|official| official.office))
}

/// When a signed decision is to be published; nothing of any other.
pub(super) fn to_publish(
    decision: &Decision,
    series: &[SectionSeries],
    today: Date,
) -> Option<ToPublish> {
    let DecisionState::Signed(sealed) = &decision.state else {
        return None;
    };
    let series = series
        .iter()
        .find(|series| series.slug == sealed.section.series)?;
    Some(ToPublish {
        proposal: proposal(sealed, series.publication_rule, today),
        set_for: decision.notes.publish_on,
    })
}

/// The sheet for an official whose work does not need what is secret: not even the names of secret
/// files.
fn without_secrets(sheet: DecisionSheet) -> DecisionSheet {
    let mut sheet = sheet;
    let holds = sheet.stubs.iter().map(|line| &line.stub);
    let whole = holds
        .filter(|stub| stub.kind == StubKind::Secret && stub.ended.is_none())
        .map(|stub| stub.reason.clone())
        .next();
    let whole = whole.as_deref();
    for entry in &mut sheet.attachments {
        if let Some(ground) = whole.or(entry.attachment.class.ground()) {
            entry.attachment.title = format!("[{ground}]");
            entry.attachment.file_name = String::new();
        }
    }
    for line in &mut sheet.afterwards.corrections {
        line.before = content_without(line.before.clone(), whole);
        line.after = content_without(line.after.clone(), whole);
    }
    DecisionSheet {
        decision: redacted(sheet.decision, whole),
        reading: sheet
            .reading
            .map(|read| read.map(|content| content_without(content, whole))),
        unrecognised: Personal::new(String::new()),
        ..sheet
    }
}

fn stub_line(stub: Stub) -> StubLine {
    StubLine {
        since: helsinki(stub.made_at).date(),
        ended_on: stub.ended.as_ref().map(|ended| helsinki(ended.at).date()),
        stub,
    }
}

/// The attachments of a decision: frozen, or still to be changed.
async fn attachments(tx: &mut Tx, decision: &Decision) -> Result<Vec<AttachmentEntry>, Refusal> {
    if let Some(sealed) = decision.sealed() {
        let frozen = sealed.content.attachments.iter().cloned();
        let entry = |attachment| AttachmentEntry {
            id: None,
            attachment,
        };
        return Ok(frozen.map(entry).collect());
    }
    let rows = tx.attachments_of_decision(decision.id).await?;
    let entry = |row: AttachmentRow| AttachmentEntry {
        id: Some(row.id),
        attachment: row.attachment,
    };
    Ok(rows.into_iter().map(entry).collect())
}

fn stage(decision: &Decision, appeal: Option<&AppealSheet>, now: PrimitiveDateTime) -> Stage {
    match &decision.state {
        DecisionState::Draft(_) => Stage::Draft,
        DecisionState::AwaitingSignature(_) => Stage::AwaitingSignature,
        DecisionState::Abandoned(_) => Stage::Abandoned,
        DecisionState::Signed(_) => Stage::Signed,
        DecisionState::Published(_, publication) => {
            let final_from = appeal.and_then(|appeal| final_from(&appeal.statements));
            let period = publication.member_period.as_ref();
            Stage::Published(PublicStage::at(now, period, final_from))
        }
    }
}

async fn services(
    tx: &mut Tx,
    register: &Register,
    decision: &Decision,
    now: PrimitiveDateTime,
) -> Result<Vec<ServiceLine>, Refusal> {
    let Some(sealed) = decision.sealed() else {
        return Ok(Vec::new());
    };
    let rows = tx.services_of_decision(decision.id, now.date()).await?;
    let extracts = tx.extracts_of_decision(decision.id).await?;
    let line = |row: ServiceRow| {
        let remedy = sealed.content.remedy.0;
        let mut period = row.service.facts.period(remedy, register.offices());
        // As everywhere, the stored dates stand: people may have been told them.
        if let (Ok(computed), Some(stored)) = (&period, &row.period)
            && PeriodDates::from(computed) != *stored
            && let Some((told, _)) = explained(stored, now, register.offices())
        {
            period = Ok(told);
        }
        ServiceLine {
            extracts: extracts_of(&row, &extracts),
            service: row.service,
            recipient: row.recipient,
            period,
        }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// The extracts of a service, the newest first.
fn extracts_of(row: &ServiceRow, extracts: &[Extract]) -> Vec<ExtractLine> {
    let own = extracts
        .iter()
        .rev()
        .filter(|extract| extract.service == row.service.id);
    own.map(|extract| ExtractLine {
        id: extract.id,
        place: extract.place.clone(),
        on: helsinki(extract.certified_at).date(),
        office: extract.office.clone(),
        is_secret: extract.entitled_by.is_some(),
    })
    .collect()
}
