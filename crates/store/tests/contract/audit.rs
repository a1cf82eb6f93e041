//! The audit log.

use domain::event::Event;
use domain::publicity::Personal;
use domain::role::Role;
use store::{
    AuditActor, AuditEvent, AuditHead, AuditPayload, AuditSubject, Store, StoreError, SubjectKind,
    Tx,
};

use crate::world::{PREPARER, at, id};
use crate::{on_both, raw};

on_both!(
    events_are_read_as_they_were_chained,
    an_event_that_does_not_follow_the_head_is_refused,
    a_payload_is_disposed_of_without_its_event,
    no_statement_changes_the_log,
);

fn event(head: AuditHead, actor: AuditActor) -> AuditEvent {
    let seq = head.seq + 1;
    AuditEvent {
        seq,
        at: at(seq),
        actor,
        event: Event::CaseOpened,
        subject: AuditSubject {
            kind: SubjectKind::Case,
            id: format!("asia {seq}"),
        },
        payload_hash: [1; 32],
        previous_hash: head.hash,
        hash: [u8::try_from(seq).unwrap(); 32],
    }
}

fn payload() -> AuditPayload {
    AuditPayload {
        salt: [9; 32],
        json: r#"{"otsikko":"ääkköset"}"#.to_owned(),
    }
}

async fn append(tx: &mut Tx, actor: AuditActor) -> AuditEvent {
    let event = event(tx.audit_head().await.unwrap(), actor);
    tx.append_audit(&event, &payload()).await.unwrap();
    event
}

async fn events_are_read_as_they_were_chained(store: &Store) {
    let mut tx = store.write().await.unwrap();
    let empty = AuditHead {
        seq: 0,
        hash: [0; 32],
    };
    assert_eq!(tx.audit_head().await.unwrap(), empty);
    // No account has this identity: the log outlives accounts.
    let user = AuditActor::User {
        id: id(PREPARER),
        name: Personal::new("Virkailija".to_owned()),
        role: Role::Preparer,
    };
    let operator = AuditActor::Operator(Personal::new("ylläpito".to_owned()));
    let mut appended = Vec::new();
    for actor in [user, operator, AuditActor::System] {
        appended.push(append(&mut tx, actor).await);
    }
    tx.commit().await.unwrap();

    let mut tx = store.read().await.unwrap();
    let read = tx.audit_events(0, 10).await.unwrap();
    assert!(
        read.iter()
            .all(|(_, kept)| kept.as_ref() == Some(&payload()))
    );
    let events: Vec<_> = read.into_iter().map(|(event, _)| event).collect();
    assert_eq!(events, appended);
    let second = tx.audit_events(1, 1).await.unwrap();
    assert_eq!(second[0].0, appended[1]);
    assert_eq!(second.len(), 1);
    assert_eq!(tx.audit_head().await.unwrap().hash, appended[2].hash);
}

async fn an_event_that_does_not_follow_the_head_is_refused(store: &Store) {
    let mut tx = store.write().await.unwrap();
    append(&mut tx, AuditActor::System).await;
    tx.commit().await.unwrap();
    let mut tx = store.read().await.unwrap();
    let next = event(tx.audit_head().await.unwrap(), AuditActor::System);
    drop(tx);

    let gap = AuditEvent {
        seq: next.seq + 1,
        ..next.clone()
    };
    let other_past = AuditEvent {
        previous_hash: [8; 32],
        ..next.clone()
    };
    for wrong in [gap, other_past] {
        let mut tx = store.write().await.unwrap();
        let refused = tx.append_audit(&wrong, &payload()).await;
        assert!(matches!(
            refused,
            Err(StoreError::RowsAffected { actual: 0, .. })
        ));
    }
    let mut tx = store.write().await.unwrap();
    tx.append_audit(&next, &payload()).await.unwrap();
}

async fn a_payload_is_disposed_of_without_its_event(store: &Store) {
    let mut tx = store.write().await.unwrap();
    let event = append(&mut tx, AuditActor::System).await;
    assert!(tx.dispose_of_payload(event.seq).await.unwrap());
    assert!(!tx.dispose_of_payload(event.seq).await.unwrap());
    let read = tx.audit_events(0, 10).await.unwrap();
    assert!(read == [(event, None)]);
}

async fn no_statement_changes_the_log(store: &Store) {
    let mut tx = store.write().await.unwrap();
    append(&mut tx, AuditActor::System).await;
    tx.commit().await.unwrap();
    for statement in [
        "update audit_event set subject_id = 'toinen' where seq = 1",
        "delete from audit_event where seq = 1",
        "update audit_payload set payload = '{}' where seq = 1",
    ] {
        let mut tx = store.write().await.unwrap();
        let refused = raw!(tx, statement).unwrap_err().to_string();
        assert!(refused.contains("log"), "{statement}: {refused}");
    }
    let mut tx = store.read().await.unwrap();
    let read = tx.audit_events(0, 10).await.unwrap();
    assert_eq!(read[0].0.subject.id, "asia 1");
    assert!(read[0].1 == Some(payload()));
}
