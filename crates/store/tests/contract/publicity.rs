//! Attachments, stubs and the end of personal data: what is added once, and what stays frozen.

use domain::attachment::{Attachment, AttachmentClass, MediaType};
use domain::id::{AttachmentId, DecisionId};
use domain::stub::{Ended, Stub, StubKind};
use domain::view::decision_list::DecisionFilter;
use domain::view::public::HandedOut;
use store::{DecisionDocument, Extract, Saved, Store, StoreError, SubjectKind, Tx};
use time::macros::date;

use crate::services::service;
use crate::world::{
    self, DECISION_MAKER, GRANTEE, NOW, PROJECT, add_draft, add_published, add_signed, at, content,
    id, save, sealed, section, signed_here,
};
use crate::{on_both, raw};

on_both!(
    files_are_kept_once_and_read_in_parts,
    attachments_keep_their_order_and_are_frozen_with_the_decision,
    a_stub_holds_once_and_takes_the_decision_off_every_public_list,
    the_end_of_personal_data_is_written_once,
    a_document_is_found_by_its_code_alone,
    documents_of_a_decision_are_kept_as_made,
);

fn attachment(title: &str, class: AttachmentClass) -> Attachment {
    Attachment {
        title: title.to_owned(),
        file_name: format!("{title}.txt"),
        media_type: MediaType::Txt,
        size: 6,
        sha256: "07".repeat(32),
        class,
    }
}

async fn files_are_kept_once_and_read_in_parts(store: &Store) {
    let mut tx = store.write().await.unwrap();
    for _ in 0..2 {
        tx.add_file([7; 32], b"abcdef").await.unwrap();
    }
    for (from, length, part) in [
        (0, 4, &b"abcd"[..]),
        (4, 4, b"ef"),
        (6, 4, b""),
        (99, 4, b""),
    ] {
        let read = tx.file_part([7; 32], from, length).await.unwrap();
        assert_eq!(read.as_deref(), Some(part), "from {from}");
    }
    assert_eq!(tx.file_part([8; 32], 0, 4).await.unwrap(), None);
    let file = tx.file_after(None).await.unwrap().unwrap();
    assert_eq!((file.sha256, file.size), ([7; 32], 6));
    assert_eq!(file.bytes.as_deref(), Some(&b"abcdef"[..]));
    assert_eq!(tx.file_after(Some([7; 32])).await.unwrap(), None);
    tx.commit().await.unwrap();
    // Never changed, only disposed of.
    let mut tx = store.write().await.unwrap();
    assert!(raw!(tx, "update file set size = 5").is_err());
    drop(tx);
    let mut tx = store.write().await.unwrap();
    let dispose = "update file set bytes = null, disposed_at = '2023-08-18T06:00:00Z'";
    raw!(tx, dispose).unwrap();
    assert_eq!(tx.file_part([7; 32], 0, 4).await.unwrap(), None);
    let file = tx.file_after(None).await.unwrap().unwrap();
    assert_eq!((file.size, file.bytes), (6, None));
    tx.forget_file([7; 32]).await.unwrap();
    assert_eq!(tx.file_after(None).await.unwrap(), None);
}

async fn attachments_keep_their_order_and_are_frozen_with_the_decision(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let draft = add_draft(&mut tx, 1_001, "Luonnos").await;
    tx.add_file([7; 32], b"abcdef").await.unwrap();
    let classes = [
        AttachmentClass::Public,
        AttachmentClass::Personal,
        AttachmentClass::Secret("JulkL 24.1 § 17".to_owned()),
    ];
    for (number, class) in (1_u128..).zip(classes) {
        let one = attachment(&format!("liite{number}"), class);
        let number: AttachmentId = id(number);
        tx.add_attachment(number, draft.id, &one, [7; 32])
            .await
            .unwrap();
    }
    assert_eq!(tx.count_attachments(draft.id).await.unwrap(), 3);
    let rows = tx.attachments_of_decision(draft.id).await.unwrap();
    tx.exchange_attachments(draft.id, &rows[0], &rows[1])
        .await
        .unwrap();
    let rows = tx.attachments_of_decision(draft.id).await.unwrap();
    let titles: Vec<_> = rows.iter().map(|row| &*row.attachment.title).collect();
    assert_eq!(titles, ["liite2", "liite1", "liite3"]);
    assert_eq!(
        rows[2].attachment,
        attachment("liite3", rows[2].attachment.class.clone())
    );
    tx.remove_attachment(draft.id, id(2)).await.unwrap();
    // The bytes stay while something needs them.
    tx.forget_file([7; 32]).await.unwrap();
    assert!(tx.file_after(None).await.unwrap().is_some());
    let frozen = sealed(section(1), content("Päätös", vec![]), signed_here());
    let signed = add_signed(&mut tx, 1_002, frozen).await;
    tx.commit().await.unwrap();

    let mut tx = store.write().await.unwrap();
    let one = attachment("liite", AttachmentClass::Public);
    assert!(
        tx.add_attachment(id(9), signed.id, &one, [7; 32])
            .await
            .is_err()
    );
    drop(tx);
    let mut tx = store.write().await.unwrap();
    assert!(
        raw!(tx, "delete from file").is_err(),
        "an attached file is not deleted"
    );
    drop(tx);
    let mut tx = store.write().await.unwrap();
    let moved =
        "update attachment set decision = (select id from decision where content is not null)";
    assert!(
        raw!(tx, moved).is_err(),
        "none is moved to a signed decision"
    );
    drop(tx);
    // A draft with attachments becomes a signed decision: then they are frozen.
    let mut tx = store.write().await.unwrap();
    let sent = save(&mut tx, draft.send().unwrap()).await;
    let frozen = sealed(section(2), content("Toinen", vec![]), signed_here());
    save(&mut tx, sent.sign(frozen).unwrap()).await;
    tx.commit().await.unwrap();
    for frozen in [
        "delete from attachment",
        "update attachment set title = 'Toinen'",
    ] {
        let mut tx = store.write().await.unwrap();
        assert!(raw!(tx, frozen).is_err(), "{frozen}");
    }
}

fn stub(number: u128, hides_title: bool) -> Stub {
    Stub {
        id: id(number),
        decision: id(1_001),
        kind: StubKind::Withdrawn,
        reason: "Erehdys".to_owned(),
        hides_title,
        made_at: at(5),
        made_by: id(DECISION_MAKER),
        office: "Kirjaaja".to_owned(),
        ended: None,
    }
}

async fn has_stub(tx: &mut Tx, decision: DecisionId) -> bool {
    let placed = tx.placed_decision(decision).await.unwrap().unwrap();
    placed.has.stub
}

async fn a_stub_holds_once_and_takes_the_decision_off_every_public_list(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let promised = vec![world::granted(2023, 250_000)];
    let decision = add_published(&mut tx, 1, date!(2023 - 08 - 18), promised).await;
    let listed = async |tx: &mut store::Tx| {
        let filter = DecisionFilter {
            page: 1,
            ..DecisionFilter::default()
        };
        let page = tx.published_decisions(&filter, NOW, 10).await.unwrap();
        let row = tx
            .project_row(id(PROJECT), date!(2023 - 08 - 18))
            .await
            .unwrap();
        [
            page.total,
            page.rows.len() as u64,
            tx.newest_published(10).await.unwrap().len() as u64,
            tx.running_periods(date!(2023 - 08 - 18))
                .await
                .unwrap()
                .len() as u64,
            tx.published_of_project(id(PROJECT)).await.unwrap().len() as u64,
            tx.published_commitments(id(PROJECT)).await.unwrap().len() as u64,
            u64::from(row.is_some_and(|row| row.committed.is_some())),
        ]
    };
    assert_eq!(listed(&mut tx).await, [1; 7]);
    assert_eq!(tx.stub_of_decision(decision.id).await.unwrap(), None);
    assert!(!has_stub(&mut tx, decision.id).await);
    tx.add_stub(&stub(7, true)).await.unwrap();
    let touched = tx
        .touch_decision(decision.id, decision.version, at(6))
        .await
        .unwrap();
    assert_eq!(
        touched,
        Saved::Saved {
            version: decision.version + 1
        }
    );
    let stale = tx
        .touch_decision(decision.id, decision.version, at(6))
        .await
        .unwrap();
    assert_eq!(stale, Saved::Stale);
    assert_eq!(
        tx.stub_of_decision(decision.id).await.unwrap(),
        Some(stub(7, true))
    );
    assert!(has_stub(&mut tx, decision.id).await);
    assert_eq!(listed(&mut tx).await, [0; 7]);
    let day = tx.members_last_day_at(&section(1)).await.unwrap().unwrap();
    assert_eq!(day.stub, Some((StubKind::Withdrawn, true)));
    tx.commit().await.unwrap();

    let mut tx = store.write().await.unwrap();
    let doubled = tx.add_stub(&stub(8, false)).await;
    assert!(matches!(doubled, Err(StoreError::Unique { what: "stub" })));
    drop(tx);
    let mut tx = store.write().await.unwrap();
    assert!(raw!(tx, "update stub set reason = 'Toinen'").is_err());
    drop(tx);
    let mut tx = store.write().await.unwrap();
    let ended = Ended {
        at: at(9),
        reason: "Väärä päätös".to_owned(),
    };
    tx.end_stub(&stub(7, true), &ended).await.unwrap();
    assert_eq!(listed(&mut tx).await, [1; 7]);
    tx.add_stub(&stub(8, false)).await.unwrap();
    let all = tx.stubs_of_decision(decision.id).await.unwrap();
    let first = Stub {
        ended: Some(ended),
        ..stub(7, true)
    };
    assert_eq!(all, [stub(8, false), first]);
}

async fn the_end_of_personal_data_is_written_once(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_published(&mut tx, 1, date!(2023 - 08 - 18), vec![]).await;
    let period = decision.publication().unwrap().member_period.unwrap();
    let before = period.last_day.previous_day().unwrap();
    assert_eq!(tx.unrecorded_personal_ends(before, 10).await.unwrap(), []);
    let found = tx
        .unrecorded_personal_ends(period.last_day, 10)
        .await
        .unwrap();
    assert_eq!(found, [(decision.id, period)]);
    assert!(tx.record_personal_end(decision.id, at(9)).await.unwrap());
    assert!(!tx.record_personal_end(decision.id, at(9)).await.unwrap());
    let found = tx
        .unrecorded_personal_ends(period.last_day, 10)
        .await
        .unwrap();
    assert_eq!(found, []);
}

async fn documents_of_a_decision_are_kept_as_made(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let made = |number: u128, has_secrets| DecisionDocument {
        id: id(number),
        decision: id(1_005),
        made_by: id(DECISION_MAKER),
        office: "Kirjaaja".to_owned(),
        made_at: at(90),
        code: format!("MADE-{number}"),
        has_secrets,
    };
    for document in [made(121, true), made(120, false)] {
        tx.add_decision_document(&document, "{}").await.unwrap();
    }
    let found = tx.decision_document(id(121)).await.unwrap();
    assert_eq!(found, Some(made(121, true)));
    assert_eq!(tx.decision_document(id(99)).await.unwrap(), None);
    let text = tx.decision_document_text(id(120)).await.unwrap();
    assert_eq!(text.as_deref(), Some("{}"));
    let rows = tx.documents_of_decision(id(1_005)).await.unwrap();
    let rows: Vec<_> = rows.into_iter().map(|row| row.document).collect();
    assert_eq!(
        rows,
        [made(120, false), made(121, true)],
        "the newest first"
    );
    assert_eq!(tx.documents_of_decision(id(1_006)).await.unwrap(), []);
    let found = tx.handed_out("MADE-120").await.unwrap().unwrap();
    assert_eq!(found.version, HandedOut::DecisionDocument);
    assert_eq!((found.decision, found.given_at), (id(1_005), at(90)));
    let subject = tx
        .decision_of_subject(SubjectKind::DecisionDocument, id(121))
        .await;
    assert_eq!(subject.unwrap(), Some(id(1_005)));
    tx.commit().await.unwrap();
    let mut tx = store.write().await.unwrap();
    let changed = raw!(tx, "update decision_document set office = 'Toinen'");
    assert!(changed.is_err());
    drop(tx);
    let mut tx = store.write().await.unwrap();
    let twice = DecisionDocument {
        id: id(122),
        ..made(120, false)
    };
    assert!(matches!(
        tx.add_decision_document(&twice, "{}").await,
        Err(StoreError::Unique {
            what: "decision_document_code"
        })
    ));
}

async fn a_document_is_found_by_its_code_alone(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    tx.add_service(&service(100, 1_005, GRANTEE), None, at(0))
        .await
        .unwrap();
    for (number, entitled_by) in [(110, None), (111, Some("JulkL 11 §".to_owned()))] {
        let extract = Extract {
            id: id(number),
            decision: id(1_005),
            service: id(100),
            certified_by: id(DECISION_MAKER),
            office: "Kirjaaja".to_owned(),
            place: "Kajaani".to_owned(),
            certified_at: at(90),
            code: format!("CODE-{number}"),
            entitled_by,
        };
        tx.add_extract(&extract, "{}").await.unwrap();
    }
    let found = tx.handed_out("CODE-110").await.unwrap().unwrap();
    assert_eq!((found.decision, found.given_at), (id(1_005), at(90)));
    assert_eq!(found.version, HandedOut::Extract);
    assert_eq!(tx.handed_out("CODE-11").await.unwrap(), None);
    let today = date!(2023 - 08 - 21);
    let (rows, total) = tx.given_extracts(None, today, (1, 0)).await.unwrap();
    assert_eq!((rows.len(), total), (1, 2));
    assert_eq!(rows[0].extract.entitled_by.as_deref(), Some("JulkL 11 §"));
    assert_eq!(rows[0].section, section(5));
    let of_other = tx
        .given_extracts(Some(id(1_006)), today, (10, 0))
        .await
        .unwrap();
    assert_eq!(of_other, (Vec::new(), 0));
}
