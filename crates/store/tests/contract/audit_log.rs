//! The audit log as people read it, and what an official's own things are found by in it.

use domain::event::Event;
use domain::publicity::Personal;
use domain::role::Role;
use store::{
    AuditActor, AuditEvent, AuditFilter, AuditPayload, AuditSubject, Side, Store, SubjectKind, Tx,
};
use uuid::Uuid;

use crate::on_both;
use crate::world::{self, DECISION_MAKER, PREPARER, at, id};

on_both!(
    the_log_is_narrowed_and_paged_by_its_numbers,
    what_an_account_did_and_how_it_came_in_are_found,
    a_subject_leads_to_its_decision,
);

async fn append(tx: &mut Tx, who: Option<u128>, event: Event, kind: SubjectKind, subject: &str) {
    let head = tx.audit_head().await.unwrap();
    let seq = head.seq + 1;
    let actor = who.map_or(AuditActor::System, |number| AuditActor::User {
        id: id(number),
        name: Personal::new("Virkailija".to_owned()),
        role: Role::Preparer,
    });
    let event = AuditEvent {
        seq,
        at: at(seq * 60),
        actor,
        event,
        subject: AuditSubject {
            kind,
            id: subject.to_owned(),
        },
        payload_hash: [1; 32],
        previous_hash: head.hash,
        hash: [u8::try_from(seq).unwrap(); 32],
    };
    let payload = AuditPayload {
        salt: [9; 32],
        json: "{}".to_owned(),
    };
    tx.append_audit(&event, &payload).await.unwrap();
}

/// Seven events: 1 to 5 of two officials and the register on a case and two decisions, 6 and 7 of
/// an account's coming in.
async fn seven(tx: &mut Tx) {
    use SubjectKind as K;
    append(tx, Some(PREPARER), Event::CaseOpened, K::Case, "a").await;
    append(tx, Some(PREPARER), Event::DecisionDrafted, K::Decision, "b").await;
    append(
        tx,
        Some(DECISION_MAKER),
        Event::DecisionSigned,
        K::Decision,
        "b",
    )
    .await;
    append(tx, None, Event::ReminderMailed, K::Reminder, "c").await;
    append(tx, Some(PREPARER), Event::DecisionDrafted, K::Decision, "d").await;
    let account = Uuid::from_u128(PREPARER).to_string();
    append(tx, None, Event::SignInRefused, K::User, &account).await;
    append(tx, Some(PREPARER), Event::SignedIn, K::User, &account).await;
}

async fn numbers(tx: &mut Tx, filter: AuditFilter<'_>, side: Side, limit: u32) -> Vec<i64> {
    let events = tx.audit_log(&filter, side, limit).await.unwrap();
    events.into_iter().map(|(event, _)| event.seq).collect()
}

async fn the_log_is_narrowed_and_paged_by_its_numbers(store: &Store) {
    let mut tx = store.write().await.unwrap();
    seven(&mut tx).await;
    let all = AuditFilter::default();
    assert_eq!(numbers(&mut tx, all, Side::Last, 3).await, [7, 6, 5]);
    assert_eq!(numbers(&mut tx, all, Side::Before(5), 3).await, [4, 3, 2]);
    assert_eq!(numbers(&mut tx, all, Side::After(5), 3).await, [6, 7]);
    let cases: [(AuditFilter<'_>, &[i64]); 8] = [
        (
            AuditFilter {
                actor_kind: Some("system"),
                ..all
            },
            &[6, 4],
        ),
        (
            AuditFilter {
                actor: Some(id(PREPARER)),
                ..all
            },
            &[7, 5, 2, 1],
        ),
        (
            AuditFilter {
                event: Some(Event::DecisionDrafted),
                ..all
            },
            &[5, 2],
        ),
        (
            AuditFilter {
                subject_kind: Some(SubjectKind::Decision),
                ..all
            },
            &[5, 3, 2],
        ),
        (
            AuditFilter {
                subject: Some("b"),
                ..all
            },
            &[3, 2],
        ),
        (
            AuditFilter {
                from: Some(at(5 * 60)),
                ..all
            },
            &[7, 6, 5],
        ),
        (
            AuditFilter {
                until: Some(at(3 * 60)),
                ..all
            },
            &[2, 1],
        ),
        (
            AuditFilter {
                actor: Some(id(PREPARER)),
                event: Some(Event::DecisionDrafted),
                subject: Some("d"),
                ..all
            },
            &[5],
        ),
    ];
    for (filter, expected) in cases {
        assert_eq!(
            numbers(&mut tx, filter, Side::Last, 10).await,
            expected,
            "{filter:?}"
        );
    }
    let (event, payload) = tx.audit_event(3).await.unwrap().unwrap();
    assert_eq!((event.seq, event.event), (3, Event::DecisionSigned));
    assert!(payload.is_some());
    assert!(tx.audit_event(8).await.unwrap().is_none());
}

async fn what_an_account_did_and_how_it_came_in_are_found(store: &Store) {
    let mut tx = store.write().await.unwrap();
    seven(&mut tx).await;
    let seqs = |events: Vec<(AuditEvent, Option<AuditPayload>)>| {
        events
            .into_iter()
            .map(|(event, _)| event.seq)
            .collect::<Vec<_>>()
    };
    // Coming in is no act of the desk.
    assert_eq!(seqs(tx.acts_of(id(PREPARER), 10).await.unwrap()), [5, 2, 1]);
    assert_eq!(seqs(tx.acts_of(id(PREPARER), 2).await.unwrap()), [5, 2]);
    assert_eq!(
        seqs(tx.sign_ins_of(id(PREPARER), 10).await.unwrap()),
        [7, 6]
    );
    assert_eq!(
        tx.last_sign_in(id(PREPARER)).await.unwrap(),
        Some(at(7 * 60))
    );
    assert_eq!(tx.last_sign_in(id(DECISION_MAKER)).await.unwrap(), None);
}

async fn a_subject_leads_to_its_decision(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = Uuid::from_u128(50);
    for kind in SubjectKind::ALL.iter().copied() {
        let found = tx.decision_of_subject(kind, decision).await.unwrap();
        let expected = (kind == SubjectKind::Decision).then(|| decision.into());
        assert_eq!(found, expected, "{kind:?}");
    }
    append(
        &mut tx,
        None,
        Event::DecisionReturned,
        SubjectKind::Decision,
        &decision.to_string(),
    )
    .await;
    let at_last = tx.last_time(Event::DecisionReturned, decision.into()).await;
    assert_eq!(at_last.unwrap(), Some(at(60)));
    let never = tx.last_time(Event::DecisionSent, decision.into()).await;
    assert_eq!(never.unwrap(), None);
    assert!(tx.decision_line(decision.into()).await.unwrap().is_none());
}
