//! The stages of an appeal, and the list of decisions that may be taken up.

use calendar::Remedy;
use domain::filing::{Filing, FilingFacts, FilingWay, Outcome, OutcomeKind, Standing, Timeliness};
use domain::legal_force::{AppealStage, LegalForce, Obstacle, Reopened};
use domain::publicity::Personal;
use domain::service::NoPeriod;
use domain::view::desk::{
    AppealSheet, CallInLine, CallInList, CallInWindow, CertificateLine, FilingLine, Stage,
};
use domain::view::public::{Decided, PublicStage};
use time::macros::{date, datetime};

use super::{id, line};

/// A claim that was decided and one that waits, a statement that holds, and its certificate.
pub(crate) fn appeal_sheet(text: &str) -> AppealSheet {
    let filing = |number, outcome| FilingLine {
        filing: Filing {
            id: id(number),
            version: 1,
            decision: id(5),
            facts: FilingFacts {
                remedy: Remedy::Rectification,
                received_at: datetime!(2023-09-08 11:59:59 UTC),
                way: FilingWay::EMail,
                filer: Personal::new(text.to_owned()),
                standing: Standing::Party(id(6)),
                wrongly_addressed_to: text.to_owned(),
                handled_by: text.to_owned(),
            },
            outcome,
        },
        received: datetime!(2023-09-08 14:59:59),
        timeliness: Some(Timeliness::InTime {
            margin: time::Duration::SECOND,
        }),
    };
    AppealSheet {
        stage: AppealStage::UnderRectification,
        earliest: Err(vec![
            Obstacle::PartyWithoutPeriod(id(6), NoPeriod::ConsentMissing),
            Obstacle::FilingOpen(id(20)),
        ]),
        filings: vec![
            filing(20, None),
            filing(
                21,
                Some(Outcome {
                    kind: OutcomeKind::Rejected,
                    on: date!(2023 - 10 - 01),
                    reference: text.to_owned(),
                    final_from: Some(date!(2023 - 11 - 07)),
                }),
            ),
        ],
        statements: vec![LegalForce {
            id: id(22),
            decision: id(5),
            from: date!(2023 - 11 - 07),
            registry_checked_on: date!(2023 - 11 - 08),
            court_checked_on: date!(2023 - 11 - 08),
            stated_at: datetime!(2023-11-08 10:00 UTC),
            stated_by: id(4),
            office: text.to_owned(),
            reopened: Some(Reopened {
                at: datetime!(2023-11-09 10:00 UTC),
                reason: text.to_owned(),
            }),
        }],
        certificates: vec![CertificateLine {
            id: id(23),
            on: date!(2023 - 11 - 08),
            place: text.to_owned(),
            office: text.to_owned(),
            is_void: true,
        }],
        call_in: Some(CallInWindow {
            safe_until: Some(date!(2023 - 08 - 30)),
            outer_limit: Some(date!(2023 - 09 - 08)),
            left_by: Some((date!(2023 - 08 - 29), text.to_owned())),
        }),
    }
}

/// Officers' decisions that wait for a meeting.
pub(crate) fn a_call_in_list(text: &str) -> CallInList {
    CallInList {
        lines: vec![CallInLine {
            decision: line(text, Stage::Published(PublicStage::Published)),
            decision_maker: text.to_owned(),
            decided: Decided::Unknown,
            window: CallInWindow::default(),
        }],
        last_meeting: Some((date!(2023 - 08 - 01), text.to_owned())),
    }
}
