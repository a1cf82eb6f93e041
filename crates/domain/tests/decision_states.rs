//! The life of a decision: every state with every transition, and what freezes it.

use crate::common::{complete_draft, readiness};
use calendar::{NotComputable, Offices, Remedy};
use domain::decision::{
    CannotPublish, CannotSign, ConflictOfInterest, Decision, DecisionDraft, DecisionNotes,
    DecisionState, MadeElsewhere, NotInThisState, Publication, Seal, SealVersion, Sealed,
    Signature,
};
use domain::id::{CaseId, DecisionId, UserId};
use domain::publicity::Personal;
use time::macros::{date, datetime, time};
use uuid::Uuid;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Draft,
    AwaitingSignature,
    Abandoned,
    Signed,
    Published,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Transition {
    Change,
    Send,
    GiveBack,
    Recall,
    Abandon,
    TakeUp,
    StateConflict,
    Schedule,
    SignHere,
    SignAsElsewhere,
    RecordElsewhere,
    RecordAsHere,
    Publish,
}

use State::{Abandoned, AwaitingSignature, Draft, Published, Signed};

const STATES: [State; 5] = [Draft, AwaitingSignature, Abandoned, Signed, Published];
const TRANSITIONS: [Transition; 13] = [
    Transition::Change,
    Transition::Send,
    Transition::GiveBack,
    Transition::Recall,
    Transition::Abandon,
    Transition::TakeUp,
    Transition::StateConflict,
    Transition::Schedule,
    Transition::SignHere,
    Transition::SignAsElsewhere,
    Transition::RecordElsewhere,
    Transition::RecordAsHere,
    Transition::Publish,
];

/// Everything that is possible. What is not listed must be refused.
const POSSIBLE: [(State, Transition, State); 11] = [
    (Draft, Transition::Change, Draft),
    (Draft, Transition::Send, AwaitingSignature),
    (Draft, Transition::RecordElsewhere, Signed),
    (AwaitingSignature, Transition::GiveBack, Draft),
    (AwaitingSignature, Transition::Recall, Draft),
    (
        AwaitingSignature,
        Transition::StateConflict,
        AwaitingSignature,
    ),
    (Draft, Transition::Abandon, Abandoned),
    (Abandoned, Transition::TakeUp, Draft),
    (Signed, Transition::Schedule, Signed),
    (AwaitingSignature, Transition::SignHere, Signed),
    (Signed, Transition::Publish, Published),
];

fn here() -> Signature {
    Signature::Here {
        at: datetime!(2023-08-09 10:00 UTC),
        by: UserId::from(Uuid::from_u128(1)),
        name: Personal::new("Maija Malli".to_owned()),
        office: "Kaupunginjohtaja".to_owned(),
        deputy_ground: None,
    }
}

fn elsewhere() -> Signature {
    Signature::Elsewhere(MadeElsewhere {
        decided_on: None,
        no_later_than: Some(date!(2023 - 08 - 09)),
        source: "ote".to_owned(),
    })
}

fn conflict() -> ConflictOfInterest {
    ConflictOfInterest {
        by: UserId::from(Uuid::from_u128(1)),
        ground: "hallintolaki 28 § 1 mom. 5 kohta".to_owned(),
    }
}

fn sealed(signature: Signature) -> Sealed {
    sealed_with(signature, "rectification")
}

fn sealed_with(signature: Signature, remedy: &str) -> Sealed {
    let mut draft = complete_draft();
    remedy.clone_into(&mut draft.remedy);
    let content = draft.read(&readiness()).expect("the draft is complete");
    Sealed {
        section: "kaupunginjohtaja/2023/5".parse().expect("a section"),
        seal: Seal::new(&content, [7; 32]).expect("a content is JSON"),
        content,
        corrections: 0,
        signature,
    }
}

fn in_state(state: State) -> Decision {
    let publication = || Publication {
        number: 1,
        on: Some(date!(2023 - 08 - 18)),
        member_period: None,
    };
    Decision {
        id: DecisionId::from(Uuid::from_u128(2)),
        version: 3,
        case: CaseId::from(Uuid::from_u128(4)),
        project: None,
        preparer: UserId::from(Uuid::from_u128(5)),
        notes: DecisionNotes::default(),
        state: match state {
            Draft => DecisionState::Draft(complete_draft()),
            AwaitingSignature => DecisionState::AwaitingSignature(complete_draft()),
            Abandoned => DecisionState::Abandoned(complete_draft()),
            Signed => DecisionState::Signed(sealed(here())),
            Published => DecisionState::Published(sealed(here()), publication()),
        },
    }
}

fn state_of(decision: &Decision) -> State {
    match decision.state {
        DecisionState::Draft(_) => Draft,
        DecisionState::AwaitingSignature(_) => AwaitingSignature,
        DecisionState::Abandoned(_) => Abandoned,
        DecisionState::Signed(_) => Signed,
        DecisionState::Published(..) => Published,
    }
}

fn publish(decision: Decision) -> Result<Decision, CannotPublish> {
    decision.publish(9, Some(date!(2023 - 08 - 18)), &Offices::kajaani())
}

fn apply(decision: Decision, transition: Transition) -> Option<Decision> {
    match transition {
        Transition::Change => decision.change(DecisionDraft::default()).ok(),
        Transition::Send => decision.send().ok(),
        Transition::GiveBack => decision.give_back("Syy".to_owned()).ok(),
        Transition::Recall => decision.recall().ok(),
        Transition::Abandon => decision.abandon("Syy".to_owned()).ok(),
        Transition::TakeUp => decision.take_up().ok(),
        Transition::StateConflict => decision.state_conflict(conflict()).ok(),
        Transition::Schedule => decision.schedule(Some(date!(2023 - 08 - 25))).ok(),
        Transition::SignHere => decision.sign(sealed(here())).ok(),
        Transition::SignAsElsewhere => decision.sign(sealed(elsewhere())).ok(),
        Transition::RecordElsewhere => decision.record_elsewhere(sealed(elsewhere())).ok(),
        Transition::RecordAsHere => decision.record_elsewhere(sealed(here())).ok(),
        Transition::Publish => publish(decision).ok(),
    }
}

#[test]
fn each_transition_leads_where_the_table_says_and_nowhere_else() {
    for state in STATES {
        for transition in TRANSITIONS {
            let expected = POSSIBLE
                .iter()
                .find(|(from, by, _)| (*from, *by) == (state, transition))
                .map(|(_, _, to)| *to);
            let before = in_state(state);
            let after = apply(before.clone(), transition);
            assert_eq!(
                after.as_ref().map(state_of),
                expected,
                "{state:?} {transition:?}"
            );
            if let Some(after) = after {
                let fixed = |d: &Decision| (d.id, d.version, d.case, d.project, d.preparer);
                assert_eq!(fixed(&after), fixed(&before), "{state:?} {transition:?}");
            }
        }
    }
}

#[test]
fn only_a_draft_can_be_changed_and_only_what_was_signed_is_sealed() {
    for state in STATES {
        let decision = in_state(state);
        assert_eq!(decision.draft().is_ok(), state == Draft, "{state:?}");
        assert_eq!(
            decision.sealed().is_some(),
            matches!(state, Signed | Published),
            "{state:?}"
        );
        assert_eq!(
            decision.publication().is_some(),
            state == Published,
            "{state:?}"
        );
    }
}

#[test]
fn a_change_replaces_the_draft_and_sending_keeps_it() {
    let changed = in_state(Draft)
        .change(DecisionDraft::default())
        .expect("a draft changes");
    assert_eq!(changed.draft(), Ok(&DecisionDraft::default()));
    let sent = in_state(Draft).send().and_then(Decision::recall);
    assert_eq!(sent, Ok(in_state(Draft)));
}

#[test]
fn after_a_stated_conflict_of_interest_only_a_deputy_signs() {
    let stated = in_state(AwaitingSignature).state_conflict(conflict());
    let stated = stated.expect("what awaits signature can be stated");
    let refused = stated.clone().sign(sealed(here()));
    assert_eq!(refused, Err(CannotSign::Conflict));
    let Signature::Here { at, by, name, .. } = here() else {
        panic!("it is signed here");
    };
    let deputy = Signature::Here {
        at,
        by,
        name,
        office: "Hallintojohtaja".to_owned(),
        deputy_ground: Some("Hallintosääntö 20 §".to_owned()),
    };
    assert!(stated.sign(sealed(deputy)).is_ok());
}

#[test]
fn a_reason_stays_until_the_draft_is_sent_again() {
    let returned = in_state(AwaitingSignature).give_back("Perustelut puuttuvat".to_owned());
    let returned = returned.expect("what awaits signature can be returned");
    assert_eq!(
        returned.notes.remark.as_deref(),
        Some("Perustelut puuttuvat")
    );
    let sent = returned.send().expect("a draft is sent");
    assert_eq!(sent.notes.remark, None);
    let abandoned = in_state(Draft).abandon("Hanke peruuntui".to_owned());
    let taken_up = abandoned.and_then(Decision::take_up);
    assert_eq!(taken_up, Ok(in_state(Draft)));
}

#[test]
fn publishing_computes_the_municipal_members_period() {
    let published = publish(in_state(Signed)).expect("signed decisions can be published");
    let publication = published.publication().expect("it was published");
    assert_eq!(
        (publication.number, publication.on),
        (9, Some(date!(2023 - 08 - 18)))
    );
    let period = publication
        .member_period
        .expect("members may claim a rectification");
    assert_eq!(period.knowledge_date, date!(2023 - 08 - 25));
    assert_eq!(period.last_day, date!(2023 - 09 - 08));
    assert_eq!(period.closes_at, Some(time!(15:00)));
}

#[test]
fn a_remedy_that_members_do_not_have_gives_them_no_period() {
    let signed = Decision {
        state: DecisionState::Signed(sealed_with(
            here(),
            Remedy::RectificationAdministrative.code(),
        )),
        ..in_state(Signed)
    };
    let published = publish(signed).expect("signed decisions can be published");
    assert_eq!(published.publication().and_then(|p| p.member_period), None);
}

#[test]
fn only_of_a_decision_made_elsewhere_the_day_of_publication_may_be_unknown() {
    let offices = Offices::kajaani();
    let refused = in_state(Signed).publish(1, None, &offices);
    assert_eq!(refused, Err(CannotPublish::DayIsKnown));
    let recorded = Decision {
        state: DecisionState::Signed(sealed(Signature::Elsewhere(MadeElsewhere::default()))),
        ..in_state(Signed)
    };
    let published = recorded
        .publish(1, None, &offices)
        .expect("it can be published");
    let publication = published.publication().expect("it was published");
    assert_eq!(publication.on, None);
    assert_eq!(publication.member_period, None, "nothing is guessed");
}

#[test]
fn a_publication_before_holidays_are_known_is_refused() {
    let refused = in_state(Signed).publish(1, Some(date!(1990 - 01 - 02)), &Offices::kajaani());
    let reason = refused.expect_err("the calendar does not know 1990");
    assert!(
        matches!(
            reason,
            CannotPublish::Period(NotComputable::Before1995 { .. })
        ),
        "{reason:?}"
    );
    assert_eq!(
        publish(in_state(Draft)),
        Err(CannotPublish::State(NotInThisState))
    );
}

#[test]
fn a_seal_holds_for_the_sealed_content_and_for_no_other() {
    let sealed = sealed(here());
    let json = serde_json::to_vec(&sealed.content).expect("a content is JSON");
    assert!(sealed.seal.holds_for(&json));
    for at in 0..json.len() {
        let mut forged = json.clone();
        forged[at] ^= 1;
        assert!(!sealed.seal.holds_for(&forged), "byte {at}");
    }
    let other_salt = Seal::new(&sealed.content, [8; 32]).expect("a content is JSON");
    assert_ne!(other_salt.hash, sealed.seal.hash);
}

#[test]
fn a_sealed_content_loads_as_it_was_stored() {
    let content = sealed(here()).content;
    let json = serde_json::to_string(&content).expect("a content is JSON");
    let loaded: domain::decision::DecisionContent = serde_json::from_str(&json).expect("it loads");
    assert_eq!(serde_json::to_string(&loaded).ok(), Some(json));
    assert_eq!(loaded, content);
}

#[test]
fn seal_versions_have_stored_numbers() {
    assert_eq!(
        SealVersion::from_number(SealVersion::V1.number()),
        Some(SealVersion::V1)
    );
    assert_eq!(SealVersion::from_number(0), None);
}
