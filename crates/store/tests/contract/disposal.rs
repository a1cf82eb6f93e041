//! The disposal list, and what a disposal removes.

use domain::attachment::{Attachment, AttachmentClass, MediaType};
use domain::case::{CaseFilter, CaseState, Disposal, DisposalState, PartyRole, PartyWho};
use domain::decision::{Decision, DecisionDraft, DecisionNotes, DecisionState};
use domain::event::Event;
use domain::filing::{Filing, FilingFacts, FilingWay, Standing};
use domain::id::CaseId;
use domain::role::Role;
use store::{
    AuditActor, AuditEvent, AuditPayload, AuditSubject, Saved, Store, StoreError, SubjectKind, Tx,
};
use time::macros::date;

use crate::cases::{arrival, document, measure, party, personal, step, with_facts};
use crate::on_both;
use crate::world::{self, CASE, DECISION_MAKER, PREPARER, add_draft, add_published, at, id};

on_both!(
    a_proposal_waits_once_and_keeps_what_was_said,
    a_disposal_removes_what_is_not_kept_for_good,
    a_disposal_takes_the_words_of_drafts_and_no_others,
    a_disposal_leaves_nothing_of_a_withdrawn_draft_but_that_it_was,
);

fn proposal(number: u128) -> Disposal {
    Disposal {
        id: id(number),
        version: 1,
        case: id(CASE),
        retention_ended_on: date!(2023 - 08 - 20),
        ground: "Määräys".to_owned(),
        proposed_at: at(10),
        proposed_by: id(PREPARER),
        proposed_office: "Kirjaaja".to_owned(),
        state: DisposalState::Proposed,
    }
}

async fn a_proposal_waits_once_and_keeps_what_was_said(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    tx.add_disposal(&proposal(900)).await.unwrap();
    assert_eq!(tx.open_disposals().await.unwrap(), [proposal(900)]);
    let left = DisposalState::Left {
        at: at(11),
        by: id(DECISION_MAKER),
        office: "Pääkäyttäjä".to_owned(),
        reason: "Tutkimuskäyttö".to_owned(),
    };
    let mut said = proposal(900);
    said.state = left;
    let saved = tx.save_disposal(&said).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.save_disposal(&said).await.unwrap(), Saved::Stale);
    said.version = 2;
    assert_eq!(tx.disposal(id(900)).await.unwrap(), Some(said.clone()));
    assert_eq!(tx.decided_disposals(5).await.unwrap(), [said.clone()]);
    let again = proposal(901);
    tx.add_disposal(&again).await.unwrap();
    let of_case = tx.disposals_of_case(id(CASE)).await.unwrap();
    assert_eq!(of_case, [said, again]);
    let twice = tx.add_disposal(&proposal(902)).await;
    assert!(
        matches!(
            twice,
            Err(StoreError::Unique {
                what: "case_disposal"
            })
        ),
        "{twice:?}"
    );
}

/// An event about something, as the register would chain it; the hashes are not looked at here.
async fn event(tx: &mut Tx, name: &str, kind: SubjectKind, subject: String) {
    let head = tx.audit_head().await.unwrap();
    let seq = head.seq + 1;
    let event = AuditEvent {
        seq,
        at: at(seq),
        actor: AuditActor::User {
            id: id(PREPARER),
            name: personal("Virkailija"),
            role: Role::Registrar,
        },
        event: Event::from_code(name).unwrap(),
        subject: AuditSubject { kind, id: subject },
        payload_hash: [1; 32],
        previous_hash: head.hash,
        hash: [u8::try_from(seq).unwrap(); 32],
    };
    let payload = AuditPayload {
        salt: [2; 32],
        json: "{}".to_owned(),
    };
    tx.append_audit(&event, &payload).await.unwrap();
}

/// The case of the world with a document, a measure, a person, a decision and a claim.
async fn full_case(tx: &mut Tx) -> (Decision, Filing) {
    with_facts(tx).await;
    tx.add_case_measure(&measure(), at(1)).await.unwrap();
    tx.add_case_document(&document(501, 1, arrival()), at(1))
        .await
        .unwrap();
    let person = PartyWho::Person(personal("Maija"));
    tx.add_case_party(&party(601, PartyRole::Party, person), at(1))
        .await
        .unwrap();
    let decision = add_published(tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let filing = Filing {
        id: id(650),
        version: 1,
        decision: decision.id,
        facts: FilingFacts {
            remedy: calendar::Remedy::Rectification,
            received_at: at(1),
            way: FilingWay::Post,
            filer: personal("Matti"),
            standing: Standing::Other,
            wrongly_addressed_to: String::new(),
            handled_by: "Kaupunginhallitus".to_owned(),
        },
        outcome: None,
    };
    tx.add_filing(&filing, at(1)).await.unwrap();
    (decision, filing)
}

/// The events of a decision that stay with it when its case is disposed of.
const KEPT: [Event; 16] = [
    Event::DecisionSigned,
    Event::DecisionRecorded,
    Event::DecisionPublished,
    Event::PublicationScheduled,
    Event::DecisionCorrected,
    Event::CorrectionTold,
    Event::ServicesRecorded,
    Event::PartyAdded,
    Event::LegalForceStated,
    Event::LegalForceReopened,
    Event::ExtractCertified,
    Event::SecretExtractCertified,
    Event::PublicationWithdrawn,
    Event::PublishedAgain,
    Event::PersonalDataEnded,
    Event::ExportedInternally,
];
/// Those that go with it: what was said while it was a draft.
const REMOVED: [Event; 12] = [
    Event::DecisionDrafted,
    Event::DecisionImported,
    Event::DraftChanged,
    Event::FileAttached,
    Event::AttachmentRemoved,
    Event::AttachmentsOrdered,
    Event::DecisionSent,
    Event::DecisionReturned,
    Event::DecisionRecalled,
    Event::ConflictStated,
    Event::DraftAbandoned,
    Event::DraftTakenUp,
];

async fn a_disposal_takes_the_words_of_drafts_and_no_others(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let drafted = add_draft(&mut tx, 100, "Luonnos").await;
    for one in KEPT.iter().chain(&REMOVED) {
        let subject = drafted.id.to_string();
        event(&mut tx, one.code(), SubjectKind::Decision, subject).await;
    }
    let removed = tx.payloads_of_case(id(CASE)).await.unwrap();
    let first = i64::try_from(KEPT.len()).unwrap() + 1;
    let last = i64::try_from(KEPT.len() + REMOVED.len()).unwrap();
    assert_eq!(removed, (first..=last).collect::<Vec<_>>());
}

async fn a_disposal_leaves_nothing_of_a_withdrawn_draft_but_that_it_was(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let case: CaseId = id(CASE);
    let drafted = add_draft(&mut tx, 100, "Matin avustus").await;
    let kept_beside = store::Autosave {
        version: drafted.version,
        draft: world::draft("Matin toinen avustus"),
        saved_at: at(1),
    };
    tx.keep_autosave(id(PREPARER), drafted.id, &kept_beside)
        .await
        .unwrap();
    let file = Attachment {
        title: "Matin hakemus".to_owned(),
        file_name: "matti.pdf".to_owned(),
        media_type: MediaType::Pdf,
        size: 3,
        sha256: "11".repeat(32),
        class: AttachmentClass::Public,
    };
    tx.add_file([0x11; 32], b"pdf").await.unwrap();
    tx.add_attachment(id(700), drafted.id, &file, [0x11; 32])
        .await
        .unwrap();
    let abandoned = drafted.abandon("Matti perui".to_owned()).unwrap();
    let abandoned = world::save(&mut tx, abandoned).await;
    let closing = step(CaseState::Closed, "Päättyi");
    let closed_on = Some(date!(2023 - 08 - 21));
    tx.move_case(case, &closing, closed_on, at(4))
        .await
        .unwrap();
    let before = tx.case_record(case).await.unwrap().unwrap();
    tx.dispose_of_case(&before.case, at(20)).await.unwrap();

    let left = tx.decision(abandoned.id).await.unwrap().unwrap();
    assert_eq!(left.notes, DecisionNotes::default());
    assert_eq!(
        left.state,
        DecisionState::Abandoned(DecisionDraft::default())
    );
    let rows = tx.decision_lines_of_case(case).await.unwrap();
    assert!(rows.iter().all(|row| row.title.is_empty()), "{rows:?}");
    let attached = tx.attachments_of_decision(abandoned.id).await.unwrap();
    assert_eq!(attached, []);
    assert_eq!(tx.file_after(None).await.unwrap(), None);
    let kept = tx.autosave(id(PREPARER), abandoned.id).await.unwrap();
    assert_eq!(kept, None);
}

async fn a_disposal_removes_what_is_not_kept_for_good(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let case: CaseId = id(CASE);
    let (decision, filing) = full_case(&mut tx).await;
    let (own, of_decision) = (case.to_string(), decision.id.to_string());
    event(&mut tx, "case_opened", SubjectKind::Case, own.clone()).await;
    event(
        &mut tx,
        "draft_changed",
        SubjectKind::Decision,
        of_decision.clone(),
    )
    .await;
    event(
        &mut tx,
        "decision_signed",
        SubjectKind::Decision,
        of_decision,
    )
    .await;
    event(
        &mut tx,
        "filing_recorded",
        SubjectKind::Filing,
        filing.id.to_string(),
    )
    .await;
    event(
        &mut tx,
        "case_opened",
        SubjectKind::Case,
        id::<CaseId>(77).to_string(),
    )
    .await;
    event(&mut tx, "case_disposed", SubjectKind::Case, own).await;
    let closing = step(CaseState::Closed, "Matin pyynnöstä");
    let closed_on = Some(date!(2023 - 08 - 21));
    tx.move_case(case, &closing, closed_on, at(4))
        .await
        .unwrap();
    let content = tx.disposal_content(case).await.unwrap();
    let counted = [
        content.documents,
        content.measures,
        content.parties,
        content.drafts,
        content.filings,
        content.payloads,
    ];
    assert_eq!(counted, [1, 1, 1, 1, 1, 3]);
    assert_eq!(tx.payloads_of_case(case).await.unwrap(), [1, 2, 4]);

    let before = tx.case_record(case).await.unwrap().unwrap();
    tx.dispose_of_case(&before.case, at(20)).await.unwrap();
    let record = tx.case_record(case).await.unwrap().unwrap();
    assert_eq!(record.state, CaseState::Disposed);
    assert_eq!(record.disposed_at, Some(at(20)));
    assert_eq!(record.facts.internal_title, personal(""));
    assert_eq!(record.case.number, before.case.number);
    assert_eq!(record.case.public_title, before.case.public_title);
    assert_eq!(tx.case_documents(case).await.unwrap(), []);
    assert_eq!(tx.case_measures(case).await.unwrap(), []);
    assert_eq!(tx.case_parties(case).await.unwrap(), []);
    let reasons = tx.case_steps(case).await.unwrap();
    assert!(reasons.iter().all(|step| step.reason.is_empty()));
    let filer = tx.filing(filing.id).await.unwrap().unwrap().facts.filer;
    assert_eq!(filer, personal(""));
    let draft = tx.draft_of_decision(decision.id).await.unwrap().unwrap();
    assert_eq!(draft.unrecognised, "");
    assert_eq!(
        tx.decision(decision.id).await.unwrap().unwrap(),
        decision,
        "the decision stays"
    );
    let found = CaseFilter {
        words: "äänekoski".to_owned(),
        ..CaseFilter::default()
    };
    assert_eq!(tx.case_list(&found, 10).await.unwrap().1, 0);
}
