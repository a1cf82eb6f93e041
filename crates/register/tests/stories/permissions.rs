//! Who may do what, cell by cell: every use case called by every role.

use std::future::Future;

use domain::attachment::AttachmentDraft;
use domain::case::{CaseFilter, CasePartyDraft, IncomingDraft, MeasureDraft, RetentionDraft};
use domain::decision::DecisionDraft;
use domain::delegation::DelegationDraft;
use domain::funding::FundingPlanDraft;
use domain::project::ProjectDraft;
use domain::role::Role;
use domain::signing_right::DeputyshipDraft;
use domain::view::audit::LogQuery;
use register::call_in::{self, MeetingDraft};
use register::cases::classes::{self, ClassDraft};
use register::cases::documents::{self, DocumentDraft};
use register::cases::moves::{self, MoveDraft};
use register::cases::numbering::{self, NumberingDraft};
use register::cases::relations::{self, RelationDraft};
use register::cases::{self, CaseDraft, measures, parties};
use register::decisions::{self, RecordDraft};
use register::extracts::{self, CertifyDraft};
use register::filings::{self, FilingDraft, OutcomeDraft};
use register::legal_force::{self, StatementDraft};
use register::organisations::{self, OrganisationDraft};
use register::series::{self, NameDraft, SeriesDraft};
use register::users::{self, ChangeDraft, OfficeDraft, UserDraft};
use register::views::audit::{self, Place};
use register::views::{desk, given, notifications, people, preview, reminders as views};
use register::withdrawal::{self, WithdrawalDraft};
use register::{
    Actor, Refusal, attachments, delegations, deputies, disposal, drafting, funding_plans,
    own_account, projects, reminders, series, services,
};
use uuid::Uuid;

use crate::on_both;
use crate::world::{URL, World, actor, case_draft, day, director, letter, signing, slug};

on_both!(
    each_cell_of_the_table_is_what_it_says,
    a_disabled_account_may_do_nothing_at_once,
    a_decision_maker_acts_in_the_own_series_only
);

use Role::{Administrator, Auditor, DecisionMaker, Finance, Preparer, Registrar};

/// The table as the city reads it: what is done, and by whom.
const TABLE: [(&str, &[Role]); 76] = [
    ("desk", &Role::ALL),
    ("case_sheet", &Role::ALL),
    ("decision_sheet", &Role::ALL),
    ("project_sheet", &Role::ALL),
    ("cases::open", &[Preparer, Registrar]),
    ("cases::change", &[Preparer, Registrar]),
    ("cases::documents", &[Preparer, Registrar]),
    ("cases::measures", &[Preparer, Registrar]),
    ("cases::parties", &[Preparer, Registrar]),
    ("cases::relations", &[Preparer, Registrar]),
    ("cases::moves", &[Registrar]),
    ("cases::classes", &[Registrar, Administrator]),
    ("cases::numbering", &[Administrator]),
    ("case_list", &Role::ALL),
    ("disposal_list", &Role::ALL),
    ("disposal_sheet", &Role::ALL),
    ("disposal::propose", &[Registrar]),
    ("disposal::leave", &[Administrator]),
    ("disposal::approve", &[Administrator]),
    ("organisations::add", &[Preparer, Registrar, Finance]),
    ("projects::enter", &[Preparer, Registrar, Finance]),
    ("projects::change", &[Preparer, Registrar, Finance]),
    ("funding_plans::save", &[Preparer, Finance]),
    ("decisions::draft", &[Preparer, Registrar]),
    ("decisions::import_draft", &[Preparer, Registrar]),
    ("decisions::begin", &[Preparer, Registrar]),
    ("decisions::mark_personal", &[Preparer, Registrar]),
    ("decisions::mark_not_personal", &[Preparer, Registrar]),
    ("drafting::keep", &[Preparer, Registrar]),
    ("delegations::record", &[Administrator]),
    ("delegations::change", &[Administrator]),
    ("decisions::save_draft", &[Preparer, Registrar]),
    ("decisions::send", &[Preparer, Registrar]),
    ("decisions::give_back", &[DecisionMaker]),
    ("decisions::sign", &[DecisionMaker]),
    ("decisions::record_elsewhere", &[Registrar]),
    ("decisions::publish", &[Registrar]),
    ("services::record", &[Registrar]),
    ("services::add_party", &[Registrar]),
    ("filings::record", &[Registrar]),
    ("filings::decide", &[Registrar]),
    ("legal_force::state", &[Registrar]),
    ("legal_force::reopen_statement", &[Registrar]),
    ("legal_force::certify", &[Registrar]),
    ("call_in::leave_unused", &[Registrar]),
    ("extracts::certify", &[Registrar]),
    ("attachments::attach", &[Preparer, Registrar]),
    ("attachments::remove", &[Preparer, Registrar]),
    ("attachments::move_up", &[Preparer, Registrar]),
    ("withdrawal::withdraw", &[Registrar]),
    ("withdrawal::publish_again", &[Registrar]),
    ("preview", &Role::ALL),
    ("given::extracts", &Role::ALL),
    ("reminders", &Role::ALL),
    ("reminders::acknowledge", &Role::ALL),
    ("reminders::send_again", &[Registrar]),
    ("reminders::confirm_received", &[Registrar]),
    ("series::add", &[Administrator]),
    ("users", &[Administrator]),
    ("users::change", &[Administrator]),
    ("users::give_office", &[Administrator]),
    ("users::enable", &[Administrator]),
    ("users::unlock", &[Administrator]),
    ("users::set_one_time_password", &[Administrator]),
    ("users::end_session", &[Administrator]),
    ("series::open", &[Administrator]),
    ("series::rename", &[Administrator]),
    ("deputies::add", &[Administrator]),
    ("deputies::end", &[Administrator]),
    ("all_series", &Role::ALL),
    ("audit_log", &[Auditor]),
    ("audit_log::entry", &[Auditor]),
    ("own", &Role::ALL),
    ("own_account::end_session", &Role::ALL),
    ("own_account::end_other_sessions", &Role::ALL),
    ("notifications", &Role::ALL),
];

async fn each_cell_of_the_table_is_what_it_says(world: &World) {
    let before = world.events(0).await.len();
    for (act, allowed) in TABLE {
        for role in [
            Preparer,
            Registrar,
            DecisionMaker,
            Finance,
            Administrator,
            Auditor,
        ] {
            let refused = is_forbidden(perform(world, act, actor(role))).await;
            assert_eq!(refused, !allowed.contains(&role), "{act} by {role:?}");
        }
    }
    assert_eq!(
        world.events(before).await,
        [""; 0],
        "nothing of it was done"
    );
}

/// Acts on nothing that exists: who may do it is told that, who may not is refused before.
async fn perform(world: &World, act: &str, actor: &Actor) -> Result<(), Refusal> {
    let register = &world.register;
    let nothing = Uuid::from_u128(12_345);
    let decision = nothing.into();
    match act {
        "desk" => match actor {
            Actor::Official(official) => desk::desk(register, official).await.map(|_| ()),
            Actor::Operator(_) => Err(Refusal::Forbidden),
        },
        "case_sheet" => {
            let number = "KAJDno-1999-1".parse().map_err(|_| Refusal::NotFound)?;
            desk::case_sheet(register, actor, &number).await.map(|_| ())
        }
        "decision_sheet" => desk::decision_sheet(register, actor, decision)
            .await
            .map(|_| ()),
        "project_sheet" => desk::project_sheet(register, actor, &slug("ei-ole"))
            .await
            .map(|_| ()),
        "cases::open" => cases::open(register, actor, None, &CaseDraft::default())
            .await
            .map(|_| ()),
        "cases::change" => {
            cases::change(
                register,
                actor,
                None,
                nothing.into(),
                1,
                &case_draft("", "Nimi"),
            )
            .await
        }
        "organisations::add" => {
            let draft = OrganisationDraft::default();
            organisations::add(register, actor, None, &draft)
                .await
                .map(|_| ())
        }
        "projects::enter" => {
            let draft = ProjectDraft::default();
            projects::enter(register, actor, None, nothing.into(), &draft)
                .await
                .map(|_| ())
        }
        "projects::change" => {
            let draft = ProjectDraft::default();
            projects::change(register, actor, None, nothing.into(), 1, &draft).await
        }
        "funding_plans::save" => {
            let draft = FundingPlanDraft::default();
            funding_plans::save(register, actor, None, nothing.into(), 0, &draft).await
        }
        "decisions::begin" => {
            let draft = decisions::BeginDraft::default();
            decisions::begin(register, actor, None, nothing.into(), &draft)
                .await
                .map(|_| ())
        }
        "decisions::mark_personal" => {
            decisions::mark_personal(register, actor, None, decision, 1, "background", "x").await
        }
        "decisions::mark_not_personal" => {
            decisions::mark_not_personal(register, actor, None, decision, 1, "x").await
        }
        "drafting::keep" => drafting::keep(register, actor, decision, 1, &DecisionDraft::default())
            .await
            .map(|_| ()),
        "delegations::record" => {
            let draft = DelegationDraft::default();
            delegations::record(register, actor, None, &draft)
                .await
                .map(|_| ())
        }
        "delegations::change" => {
            let draft = DelegationDraft::default();
            delegations::change(register, actor, None, nothing.into(), 1, &draft).await
        }
        "services::record" => {
            services::record(
                register,
                actor,
                None,
                nothing.into(),
                1,
                &letter("1.8.2023"),
            )
            .await
        }
        "services::add_party" => {
            services::add_party(register, actor, None, nothing.into(), "", "letter")
                .await
                .map(|_| ())
        }
        "filings::record" => filings::record(
            register,
            actor,
            None,
            nothing.into(),
            &FilingDraft::default(),
        )
        .await
        .map(|_| ()),
        "filings::decide" => {
            let draft = OutcomeDraft::default();
            filings::decide(register, actor, None, nothing.into(), 1, &draft).await
        }
        "legal_force::state" => {
            let draft = StatementDraft::default();
            legal_force::state(register, actor, None, nothing.into(), &draft).await
        }
        "legal_force::reopen_statement" => {
            legal_force::reopen_statement(register, actor, None, nothing.into(), "Syy").await
        }
        "legal_force::certify" => {
            legal_force::certify(register, actor, None, nothing.into(), "Kajaani", URL)
                .await
                .map(|_| ())
        }
        "call_in::leave_unused" => {
            call_in::leave_unused(register, actor, None, &MeetingDraft::default(), &[])
                .await
                .map(|_| ())
        }
        "extracts::certify" => {
            let draft = CertifyDraft::default();
            extracts::certify(register, actor, None, nothing.into(), &draft, URL)
                .await
                .map(|_| ())
        }
        "reminders" => views::reminders(register, actor).await.map(|_| ()),
        "reminders::acknowledge" => {
            reminders::acknowledge(register, actor, None, nothing.into()).await
        }
        "reminders::send_again" => {
            reminders::send_again(register, actor, None, nothing.into(), 1).await
        }
        "reminders::confirm_received" => {
            reminders::confirm_received(register, actor, None, nothing.into(), 1).await
        }
        "series::add" => {
            // One that is there already, so that it cannot be added by who may.
            let mut tx = world.database.store().read().await?;
            let known = tx.all_series().await?.remove(0);
            tx.rollback().await?;
            series::add(register, actor, &known).await
        }
        "users" => {
            let listed = users::list(register, actor).await.map(|_| ());
            let disabled = users::disable(register, actor, None, nothing.into()).await;
            let draft = UserDraft::default();
            let added = users::add(register, actor, None, &draft, "kaksitoista1").await;
            let added = added.map(|_| ());
            let forbidden =
                |result: &Result<(), Refusal>| matches!(result, Err(Refusal::Forbidden));
            let [first, rest @ ..] = [listed, disabled, added];
            for other in rest {
                assert_eq!(
                    forbidden(&first),
                    forbidden(&other),
                    "the parts of {act} agree"
                );
            }
            first
        }
        act if act.starts_with("decisions::") => perform_on_decision(world, act, actor).await,
        _ => perform_on_people(world, act, actor).await,
    }
}

async fn perform_on_people(world: &World, act: &str, actor: &Actor) -> Result<(), Refusal> {
    let register = &world.register;
    let nothing = Uuid::from_u128(12_345);
    let (user, session) = (nothing.into(), nothing.into());
    match act {
        "users::change" => {
            let draft = ChangeDraft::default();
            users::change(register, actor, None, user, 1, &draft).await
        }
        "users::give_office" => {
            let draft = OfficeDraft::default();
            users::give_office(register, actor, None, user, &draft).await
        }
        "users::enable" => users::enable(register, actor, None, user).await,
        "users::unlock" => users::unlock(register, actor, None, user).await,
        "users::set_one_time_password" => {
            users::set_one_time_password(register, actor, None, user, "lyhyt").await
        }
        "users::end_session" => users::end_session(register, actor, None, user, session).await,
        "series::open" => series::open(register, actor, None, &SeriesDraft::default()).await,
        "series::rename" => {
            let draft = NameDraft::default();
            series::rename(register, actor, None, &slug("ei-ole"), &draft).await
        }
        "deputies::add" => {
            let draft = DeputyshipDraft::default();
            deputies::add(register, actor, None, &slug("ei-ole"), &draft).await
        }
        "deputies::end" => deputies::end(register, actor, None, nothing.into(), 1).await,
        "all_series" => people::all_series(register, actor).await.map(|_| ()),
        "audit_log" => {
            let query = LogQuery::default();
            let page = audit::log(register, actor, &query, Place::Last).await;
            page.map(|_| ())
        }
        "audit_log::entry" => audit::entry(register, actor, 1).await.map(|_| ()),
        "own" => people::own(register, actor, session).await.map(|_| ()),
        "own_account::end_session" => {
            own_account::end_session(register, actor, None, session).await
        }
        "own_account::end_other_sessions" => {
            own_account::end_other_sessions(register, actor, None, session).await
        }
        "notifications" => notifications::notifications(register, actor)
            .await
            .map(|_| ()),
        other => unreachable!("{other} has no call"),
        _ if act.starts_with("case") || act.starts_with("disposal") => {
            perform_on_case(world, act, actor).await
        }
        _ => perform_on_decision(world, act, actor).await,
    }
}

async fn perform_on_case(world: &World, act: &str, actor: &Actor) -> Result<(), Refusal> {
    let register = &world.register;
    let nothing = Uuid::from_u128(12_345);
    let (id, part) = (nothing.into(), (nothing.into(), nothing.into()));
    let incoming = IncomingDraft::default();
    let draft = DocumentDraft::Incoming(&incoming);
    // The parts of one kind agree, so that each is asked.
    let all = match act {
        "cases::documents" => vec![
            documents::add(register, actor, None, id, draft).await,
            documents::correct(register, actor, None, part, 1, draft).await,
            documents::void(register, actor, None, part, 1, "Syy").await,
        ],
        "cases::measures" => {
            let part = (nothing.into(), nothing.into());
            let draft = MeasureDraft::default();
            vec![
                measures::add(register, actor, None, id, &draft).await,
                measures::correct(register, actor, None, part, 1, &draft).await,
            ]
        }
        "cases::parties" => {
            let part = (nothing.into(), nothing.into());
            let draft = CasePartyDraft::default();
            vec![
                parties::add(register, actor, None, id, &draft).await,
                parties::correct(register, actor, None, part, 1, &draft).await,
                parties::remove(register, actor, None, part, 1).await,
            ]
        }
        "cases::relations" => {
            let draft = RelationDraft::default();
            vec![
                relations::add(register, actor, None, id, &draft).await,
                relations::remove(register, actor, None, id, nothing.into()).await,
            ]
        }
        "cases::moves" => {
            let draft = MoveDraft::default();
            vec![
                moves::resolve(register, actor, None, id, 1, &draft).await,
                moves::close(register, actor, None, id, 1, &draft).await,
                moves::reopen(register, actor, None, id, 1, &draft).await,
            ]
        }
        "cases::classes" => {
            let code = "99".parse().map_err(|_| Refusal::NotFound)?;
            let (draft, rule) = (ClassDraft::default(), RetentionDraft::default());
            let known = (&code, nothing.into());
            vec![
                classes::add(register, actor, None, &draft).await,
                classes::rename(register, actor, None, &code, 1, &draft).await,
                classes::add_rule(register, actor, None, &code, &rule).await,
                classes::change_rule(register, actor, None, known, 1, &rule).await,
            ]
        }
        "cases::numbering" => {
            let draft = NumberingDraft::default();
            vec![numbering::set(register, actor, None, &draft).await]
        }
        "case_list" => {
            let list = desk::case_list(register, actor, CaseFilter::default()).await;
            vec![
                list.map(|_| ()),
                desk::case_classes(register, actor).await.map(|_| ()),
                desk::case_numbering(register, actor).await.map(|_| ()),
                desk::case_form(register, actor).await.map(|_| ()),
            ]
        }
        "disposal_list" => vec![desk::disposal_list(register, actor).await.map(|_| ())],
        "disposal_sheet" => vec![desk::disposal_sheet(register, actor, id).await.map(|_| ())],
        "disposal::propose" => vec![disposal::propose(register, actor, None, id).await],
        "disposal::leave" => {
            vec![disposal::leave(register, actor, None, nothing.into(), 1, "Syy").await]
        }
        "disposal::approve" => {
            vec![disposal::approve(register, actor, None, nothing.into(), 1, true).await]
        }
        other => unreachable!("{other} has no call"),
    };
    let forbidden = |result: &Result<(), Refusal>| matches!(result, Err(Refusal::Forbidden));
    let refused = all.iter().filter(|one| forbidden(one)).count();
    assert!(
        refused == 0 || refused == all.len(),
        "the parts of {act} agree"
    );
    all.into_iter().next().unwrap_or(Ok(()))
}

async fn perform_on_decision(world: &World, act: &str, actor: &Actor) -> Result<(), Refusal> {
    let register = &world.register;
    let nothing = Uuid::from_u128(12_345);
    let (id, draft) = (nothing.into(), DecisionDraft::default());
    let (case, no_project) = (nothing.into(), None);
    match act {
        "decisions::draft" => {
            let begun = decisions::draft(register, actor, None, case, no_project, &draft);
            begun.await.map(|_| ())
        }
        "decisions::import_draft" => {
            let begun = decisions::import_draft(register, actor, None, case, no_project, &draft);
            begun.await.map(|_| ())
        }
        "decisions::save_draft" => {
            decisions::save_draft(register, actor, None, id, 1, &draft).await
        }
        "decisions::send" => decisions::send(register, actor, None, id, 1).await,
        "decisions::give_back" => decisions::give_back(register, actor, None, id, 1, "").await,
        "decisions::sign" => decisions::sign(register, actor, None, id, 1, &signing("1")).await,
        "decisions::record_elsewhere" => {
            let record = RecordDraft::default();
            decisions::record_elsewhere(register, actor, None, id, 1, &record).await
        }
        "decisions::publish" => {
            let on = day("1.8.2023");
            let published = decisions::publish(register, actor, None, id, 1, &on).await;
            published.map(|_| ())
        }
        _ => perform_on_publicity(world, act, actor).await,
    }
}

async fn perform_on_publicity(world: &World, act: &str, actor: &Actor) -> Result<(), Refusal> {
    let register = &world.register;
    let nothing = Uuid::from_u128(12_345);
    let id = nothing.into();
    match act {
        "attachments::attach" => {
            let draft = AttachmentDraft::default();
            attachments::attach(register, actor, None, id, 1, &draft, b"").await
        }
        "attachments::remove" => {
            attachments::remove(register, actor, None, id, 1, nothing.into()).await
        }
        "attachments::move_up" => {
            attachments::move_up(register, actor, None, id, 1, nothing.into()).await
        }
        "withdrawal::withdraw" => {
            let draft = WithdrawalDraft::default();
            withdrawal::withdraw(register, actor, None, id, 1, &draft).await
        }
        "withdrawal::publish_again" => {
            withdrawal::publish_again(register, actor, None, id, 1, "Syy").await
        }
        "preview" => preview::preview(register, actor, id).await.map(|_| ()),
        "given::extracts" => given::extracts(register, actor, None, 1).await.map(|_| ()),
        other => unreachable!("{other} has no call"),
    }
}

async fn is_forbidden(performed: impl Future<Output = Result<(), Refusal>>) -> bool {
    match performed.await {
        Err(Refusal::Forbidden) => true,
        Err(Refusal::Store(error)) => unreachable!("the database failed: {error}"),
        _ => false,
    }
}

async fn a_disabled_account_may_do_nothing_at_once(world: &World) {
    let registrar = actor(Registrar);
    let id = registrar.user().expect("an account");
    let disabled = users::disable(&world.register, actor(Administrator), None, id).await;
    disabled.expect("an account is disabled");
    // The actor was loaded before: what counts is what the register knows now.
    let draft = CaseDraft {
        number: "KAJDno-2023-1".to_owned(),
        public_title: "Asia".to_owned(),
        ..CaseDraft::default()
    };
    let opened = cases::open(&world.register, registrar, None, &draft).await;
    assert!(matches!(opened, Err(Refusal::Forbidden)), "{opened:?}");
}

async fn a_decision_maker_acts_in_the_own_series_only(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.sent(case, "hallintojohtaja").await;
    let manager = actor(DecisionMaker);
    let signed = decisions::sign(register, manager, None, id, 2, &signing("1")).await;
    assert!(matches!(signed, Err(Refusal::Forbidden)), "{signed:?}");
    let returned = decisions::give_back(register, manager, None, id, 2, "Ei").await;
    assert!(matches!(returned, Err(Refusal::Forbidden)), "{returned:?}");
    let signed = decisions::sign(register, director(), None, id, 2, &signing("")).await;
    signed.expect("the director signs in the own series");
}
