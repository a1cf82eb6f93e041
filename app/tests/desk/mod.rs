//! Values for officials' pages, with any text in every field that takes text.

#![expect(
    clippy::unwrap_used,
    reason = "facts of tests: a wrong one must stop them"
)]

mod appeal;
mod budget;
mod cases;
mod claims;
mod co_funding;
mod commitment;
mod course;
mod distribution;
mod drafting;
mod instalments;
mod last_days;
mod money;
mod offers;
mod pages;
pub(crate) mod people;
mod people_offers;
mod pictures;
mod projects;
mod publicity;
mod reminders;
mod sheets;
mod table_import;
mod year_end;

pub(crate) use appeal::{a_call_in_list, appeal_sheet};
use budget::override_line;
pub(crate) use course::to_publish;
use course::{afterwards, notes};
pub(crate) use pages::pages;
pub(crate) use projects::{
    a_project, plan_comparison, project_draft, project_history, project_sheet,
};

use app::pages::desk::form::Form;
use app::pages::desk::refused::Stale;
use app::shell::Shell;
use calendar::{AppealPeriod, Means, Offices, Remedy};
use domain::Lang;
use domain::appeal_right::AppealRight;
use domain::case::Case;
use domain::decision::{
    ChangeDraft, CommitmentDraft, CommitmentStrength, Decision, DecisionContent, DecisionDraft,
    DecisionState, PartyDraft, Publication, Readiness, Seal, Sealed, Signature,
};
use domain::finding::Findings;
use domain::funding::{CostRowDraft, FundingPlanDraft, FundingRowDraft};
use domain::organisation::OrganisationKind;
use domain::period::PeriodDates;
use domain::publication::PublicationRule;
use domain::publicity::Personal;
use domain::role::Role;
use domain::section::{DecisionMakerKind, Numbering, SectionSeries};
use domain::service::{Service, ServiceFacts, ServiceMeans};
use domain::view::budget::BudgetTask;
use domain::view::case::DisposalTask;
use domain::view::desk::{
    Afterwards, AttachmentEntry, CaseSheet, DecisionLine, DecisionSheet, Desk, ExtractLine, Late,
    OrganisationLine, OtherDecision, ServiceLine, Stage, Task, TaskKind,
};
use domain::view::instalment::{DueCount, DueCounts};
use domain::view::public::{Decided, PublicStage};
use time::macros::{date, datetime};

use crate::common::{self, NOW};

pub(crate) const KEY: &str = "01890000-0000-7000-8000-00000000beef";

/// An identity that differs by its number only.
pub(crate) fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(number: u8) -> T {
    format!("01890000-0000-7000-8000-0000000000{number:02x}")
        .parse()
        .unwrap()
}

pub(crate) fn shell(lang: Lang, role: Role) -> Shell {
    let mut shell = common::shell(lang, "/tyopoyta", NOW);
    if let Some(official) = &mut shell.official {
        official.role = role;
    }
    shell
}

pub(crate) fn a_case(text: &str) -> Case {
    Case {
        id: id(1),
        version: 3,
        number: Some("KAJDno-2023-912".parse().unwrap()),
        public_title: text.to_owned(),
    }
}

pub(crate) fn organisation(text: &str) -> OrganisationLine {
    OrganisationLine {
        id: id(2),
        name: text.to_owned(),
        kind: OrganisationKind::Private,
        business_id: Some(text.to_owned()),
    }
}

pub(crate) fn plan_draft(text: &str) -> FundingPlanDraft {
    let row = |part, total: &str| FundingRowDraft {
        funders: text.to_owned(),
        category: "municipal_share".to_owned(),
        share: text.to_owned(),
        total: total.to_owned(),
        amounts: vec!["2 500".to_owned(), text.to_owned()],
        part,
    };
    FundingPlanDraft {
        reason: text.to_owned(),
        total_cost: text.to_owned(),
        years: vec![2023, 2024],
        rows: vec![row(false, "5 000"), row(false, ""), row(true, text)],
        cost_model: "seven_of_direct".to_owned(),
        support_kind: "development".to_owned(),
        rate_reason: text.to_owned(),
        costs: vec![CostRowDraft {
            category: "salaries".to_owned(),
            total: text.to_owned(),
            amounts: vec!["2 500".to_owned(), text.to_owned()],
        }],
    }
}

/// A draft that can be signed, with a text in every field that takes one.
pub(crate) fn decision_draft(text: &str) -> DecisionDraft {
    let organisation = id::<domain::id::OrganisationId>(2).to_string();
    DecisionDraft {
        title: text.to_owned(),
        lang: "sv".to_owned(),
        kind: "participation".to_owned(),
        series: "kaupunginjohtaja".to_owned(),
        section: text.to_owned(),
        resolution: format!("Kaupunki maksaa 2 500 euroa. {text}"),
        background: text.to_owned(),
        authority: text.to_owned(),
        applied_provisions: text.to_owned(),
        commitments: vec![CommitmentDraft {
            year: "2023".to_owned(),
            amount: "2 500,00".to_owned(),
            strength: "conditional".to_owned(),
            budget_line: text.to_owned(),
            condition: text.to_owned(),
        }],
        contact_office: text.to_owned(),
        contact_person: text.to_owned(),
        distribution: text.to_owned(),
        parties: vec![PartyDraft {
            organisation,
            means: "letter".to_owned(),
        }],
        changes: vec![ChangeDraft {
            section: "kaupunginjohtaja/2022/4".to_owned(),
            effect: "amends".to_owned(),
        }],
        remedy: "rectification".to_owned(),
        unrecognised: text.to_owned(),
        not_personal: text.to_owned(),
        is_imported: false,
    }
}

pub(crate) fn content(text: &str) -> DecisionContent {
    let draft = DecisionDraft {
        // A column of the store holds at most sixty characters.
        commitments: decision_draft(text)
            .commitments
            .into_iter()
            .map(|line| CommitmentDraft {
                budget_line: text.chars().take(60).collect(),
                ..line
            })
            .collect(),
        ..decision_draft(text)
    };
    let against = Readiness {
        case_number: a_case(text).number,
        project: Some(id(3)),
        period: a_project(text).facts.period,
        decision_maker: Some("Kaupunginjohtaja".to_owned()),
        parties_may_be_unknown: false,
        provisions_may_be_unknown: true,
    };
    draft.read(&against).unwrap()
}

fn sealed(text: &str) -> Sealed {
    let content = content(text);
    Sealed {
        section: common::section("kaupunginjohtaja", 2023, 5),
        seal: Seal::new(&content, [7; 32]).unwrap(),
        content,
        corrections: 1,
        signature: Signature::Here {
            at: datetime!(2023-08-09 06:00 UTC),
            by: id(4),
            name: Personal::new(text.to_owned()),
            office: text.to_owned(),
            deputy_ground: Some(text.to_owned()),
        },
    }
}

/// Where a decision of these tests stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    Draft,
    Proposal,
    Signed,
    Published,
}

pub(crate) fn decision_sheet(text: &str, at: At) -> DecisionSheet {
    let member_period = common::period(date!(2023 - 08 - 18), NOW);
    let (state, shown) = match at {
        At::Draft => (DecisionState::Draft(decision_draft(text)), Stage::Draft),
        At::Proposal => {
            let awaits = DecisionState::AwaitingSignature(decision_draft(text));
            (awaits, Stage::AwaitingSignature)
        }
        At::Signed => (DecisionState::Signed(sealed(text)), Stage::Signed),
        At::Published => {
            let publication = Publication {
                number: 1,
                on: Some(date!(2023 - 08 - 18)),
                member_period: Some(PeriodDates::from(&member_period.0)),
            };
            let remedy = Remedy::Rectification;
            (
                DecisionState::Published(sealed(text), publication),
                Stage::Published(PublicStage::Running { remedy }),
            )
        }
    };
    let drafted = matches!(at, At::Draft | At::Proposal);
    DecisionSheet {
        excesses: vec![override_line(text).excess],
        overrides: vec![override_line(text)],
        conflict_of: drafted.then(|| text.to_owned()),
        to_publish: (at == At::Signed).then(to_publish),
        afterwards: if drafted {
            Afterwards::default()
        } else {
            afterwards(text)
        },
        others: vec![OtherDecision {
            id: id(10),
            section: common::section("kaupunginjohtaja", 2022, 4),
            title: text.to_owned(),
        }],
        appeal: matches!(at, At::Signed | At::Published).then(|| appeal_sheet(text)),
        decision: Decision {
            id: id(5),
            version: 6,
            case: id(1),
            project: Some(id(3)),
            preparer: id(4),
            notes: notes(text, at),
            state,
        },
        case: a_case(text),
        case_takes_decisions: true,
        project: Some(a_project(text)),
        stage: shown,
        decided: (!drafted).then_some(Decided::NoLaterThan(date!(2023 - 08 - 09))),
        preparer: text.to_owned(),
        unrecognised: Personal::new(text.to_owned()),
        reading: drafted.then(|| Ok(content(text))),
        notices: drafting::notices(drafted),
        mentions: drafting::mentions(text, drafted),
        promise: drafted.then(|| drafting::promise(text)),
        services: vec![service_line(text, None), service_line(text, Some(()))],
        distribution: distribution::of(text, at),
        series: vec![SectionSeries {
            slug: common::slug("kaupunginjohtaja"),
            decision_maker: text.to_owned(),
            kind: DecisionMakerKind::Officer,
            numbering: Numbering::External,
            claims_to: None,
            publication_rule: PublicationRule::default(),
        }],
        organisations: vec![organisation(text)],
        plan: Some(common::mining_plan()),
        member_period: (at == At::Published).then_some(member_period),
        attachments: vec![AttachmentEntry {
            id: drafted.then(|| id(14)),
            attachment: publicity::an_attachment(text),
        }],
        stubs: (at == At::Published)
            .then(|| publicity::a_stub(text))
            .into_iter()
            .collect(),
    }
}

/// A service whose day is recorded, or not yet.
pub(crate) fn service_line(text: &str, recorded: Option<()>) -> ServiceLine {
    let event_on = recorded.map(|()| date!(2023 - 08 - 10));
    let service = Service {
        id: id(6),
        version: 7,
        decision: id(5),
        recipient: id(2),
        facts: ServiceFacts {
            event_on,
            consent: text.to_owned(),
            proof: text.to_owned(),
            ..ServiceFacts::by(ServiceMeans::Letter)
        },
        recorded_by: Some(text.to_owned()),
    };
    ServiceLine {
        period: service
            .facts
            .period(AppealRight::By(Remedy::Rectification), &Offices::kajaani()),
        service,
        recipient: text.to_owned(),
        extracts: vec![ExtractLine {
            id: id(8),
            place: text.to_owned(),
            on: date!(2023 - 08 - 09),
            office: text.to_owned(),
            is_secret: true,
        }],
    }
}

pub(crate) fn line(text: &str, stage: Stage) -> DecisionLine {
    DecisionLine {
        id: id(5),
        title: text.to_owned(),
        section: Some(common::section("kaupunginjohtaja", 2023, 5)),
        stage,
        changed_at: NOW,
    }
}

pub(crate) fn a_desk(text: &str) -> Desk {
    Desk {
        tasks: vec![
            Task {
                kind: TaskKind::Sign,
                decision: line(text, Stage::AwaitingSignature),
                late: Some(Late::Unsigned {
                    since: date!(2023 - 08 - 01),
                }),
            },
            Task {
                kind: TaskKind::RecordServiceDay {
                    service: service_line(text, None).service,
                    recipient: text.to_owned(),
                },
                decision: line(text, Stage::Signed),
                late: None,
            },
        ],
        budgets: vec![BudgetTask {
            year: 2023,
            unplaced: 1,
            exceeded: 2,
        }],
        due: Some(DueCounts {
            instalments: DueCount {
                overdue: 2,
                ahead: 3,
            },
            claims: DueCount {
                overdue: 1,
                ahead: 0,
            },
        }),
        disposals: vec![DisposalTask {
            case: a_case(text),
            proposed_by: text.to_owned(),
            proposed_on: date!(2023 - 08 - 01),
            late: Some(Late::Undecided {
                since: date!(2023 - 08 - 01),
            }),
        }],
        periods_over: vec![line(text, Stage::Published(PublicStage::Over))],
        unread: vec![people::a_notification(text)],
        unread_count: 3,
        acts: vec![people::log_line(text)],
        reminders: vec![reminders::a_reminder(text, reminders::unknown(text))],
        unsettled_reminders: 2,
        unsettled_distribution: vec![line(text, Stage::Published(PublicStage::Published))],
        unfinished: vec![line(text, Stage::Draft)],
        published: vec![line(text, Stage::Published(PublicStage::Published))],
        cases: vec![a_case(text)],
    }
}

pub(crate) fn case_sheet(text: &str) -> CaseSheet {
    CaseSheet {
        case: a_case(text),
        register: cases::a_register(text),
        projects: vec![(
            id(3),
            domain::view::public::ProjectRow {
                name: text.to_owned(),
                beneficiary: Some(text.to_owned()),
                ..common::project_row()
            },
        )],
        decisions: vec![line(text, Stage::Draft)],
    }
}

pub(crate) fn a_stale_form(text: &str) -> Stale {
    Stale {
        address: "/tyopoyta/x".to_owned(),
        version: 12,
        key: KEY.to_owned(),
        saved: decision_draft("tallennettu").to_pairs(),
        typed: decision_draft(text).to_pairs(),
        can_overwrite: true,
    }
}

pub(crate) fn form<D>(draft: D) -> Form<D> {
    Form::new(draft, 9, KEY)
}

pub(crate) fn refused<D>(draft: D, findings: Findings) -> Form<D> {
    form(draft).refused(findings)
}

/// A period that nobody typed.
pub(crate) fn letter_period() -> AppealPeriod {
    let posted = date!(2023 - 08 - 10);
    AppealPeriod::compute(
        Remedy::Rectification,
        Means::Letter,
        posted,
        &Offices::kajaani(),
    )
    .unwrap()
}
