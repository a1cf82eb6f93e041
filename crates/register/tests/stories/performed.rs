//! One call of the register for each act of the table of permissions.

use domain::attachment::AttachmentDraft;
use domain::case::{CaseFilter, CasePartyDraft, IncomingDraft, MeasureDraft, RetentionDraft};
use domain::decision::{CorrectionDraft, DecisionDraft};
use domain::delegation::DelegationDraft;
use domain::distribution::AddresseeDraft;
use domain::funding::FundingPlanDraft;
use domain::project::ProjectDraft;
use domain::project::note::NoteDraft;
use domain::project::phase::PhaseDraft;
use domain::publicity::Personal;
use domain::signing_right::DeputyshipDraft;
use domain::view::audit::LogQuery;
use register::call_in::{self, MeetingDraft};
use register::cases::classes::{self, ClassDraft};
use register::cases::documents::{self, DocumentDraft};
use register::cases::moves::{self, MoveDraft};
use register::cases::numbering::{self, NumberingDraft};
use register::cases::relations::{self, RelationDraft};
use register::cases::{self, CaseDraft, measures, parties};
use register::decisions::{self, RecordDraft, ToldDraft};
use register::extracts::{self, CertifyDraft};
use register::filings::{self, FilingDraft, OutcomeDraft};
use register::legal_force::{self, StatementDraft};
use register::organisations::{self, OrganisationDraft};
use register::projects::{notes, phases};
use register::series::{self, NameDraft, SeriesDraft};
use register::users::{self, ChangeDraft, OfficeDraft, UserDraft};
use register::views::audit::{self, Place};
use register::views::{desk, given, notifications, people, preview, reminders as views};
use register::withdrawal::{self, WithdrawalDraft};
use register::{
    Actor, Refusal, attachments, decision_documents, delegations, deputies, disposal, distribution,
    drafting, funding_plans, own_account, projects, reminders, services,
};
use uuid::Uuid;

use crate::reads::read;
use crate::world::{URL, World, agree, case_draft, day, letter, signing, slug};

/// Acts on nothing that exists: who may do it is told that, who may not is refused before.
pub(crate) async fn perform(world: &World, act: &str, actor: &Actor) -> Result<(), Refusal> {
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
        "phases::record" => {
            let draft = PhaseDraft::default();
            phases::record(register, actor, None, nothing.into(), 1, &draft).await
        }
        "phases::undo" => phases::undo(register, actor, None, nothing.into(), 1, "Syy").await,
        "notes::add" => {
            let draft = NoteDraft::default();
            notes::add(register, actor, None, nothing.into(), &draft).await
        }
        "project_history" => desk::project_history(register, actor, &slug("ei-ole"))
            .await
            .map(|_| ()),
        "plan_comparison" => {
            let slug = slug("ei-ole");
            let compared = desk::plan_comparison(register, actor, &slug, None, None).await;
            compared.map(|_| ())
        }
        "plan" => {
            let plan = desk::plan(register, actor, &slug("ei-ole")).await;
            plan.map(|_| ())
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
        "services::record_many" => {
            let letter = letter("1.8.2023");
            services::record_many(register, actor, None, decision, &[], &letter).await
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
        "filings::correct" => {
            let draft = FilingDraft::default();
            filings::correct(register, actor, None, nothing.into(), 1, &draft).await
        }
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
        "users::change_email" => {
            let email = Personal::new(String::new());
            users::change_email(register, actor, None, nothing.into(), 1, &email).await
        }
        "distribution::add" => {
            let draft = AddresseeDraft::default();
            distribution::add(register, actor, None, decision, &draft).await
        }
        "distribution::readdress" => {
            let draft = AddresseeDraft::default();
            distribution::readdress(register, actor, None, nothing.into(), 1, &draft).await
        }
        "distribution::withdraw" => {
            distribution::withdraw(register, actor, None, nothing.into(), 1).await
        }
        "distribution::send_again" => {
            distribution::send_again(register, actor, None, nothing.into(), 1).await
        }
        "distribution::confirm_received" => {
            distribution::confirm_received(register, actor, None, nothing.into(), 1).await
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
            agree(act, vec![listed, disabled, added])
        }
        act if has_any(
            act,
            &["decision", "preview", "attachments", "withdrawal", "given"],
        ) =>
        {
            perform_on_decision(world, act, actor).await
        }
        act if has_any(act, &["case", "disposal"]) => perform_on_case(world, act, actor).await,
        _ => perform_on_people(world, act, actor).await,
    }
}

/// Whether an act is one of those whose names begin with one of these.
fn has_any(act: &str, beginnings: &[&str]) -> bool {
    beginnings
        .iter()
        .any(|beginning| act.starts_with(beginning))
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
        "series::set_publication_rule" => {
            let (slug, rule) = (slug("ei-ole"), "friday_after");
            series::set_publication_rule(register, actor, None, &slug, rule).await
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
        "publications" => desk::publications(register, actor).await.map(|_| ()),
        "notifications" => notifications::notifications(register, actor)
            .await
            .map(|_| ()),
        _ => read(world, act, actor).await,
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
    agree(act, all)
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
        act if act.starts_with("decisions::") => perform_on_course(world, act, actor).await,
        _ => perform_on_publicity(world, act, actor).await,
    }
}

async fn perform_on_course(world: &World, act: &str, actor: &Actor) -> Result<(), Refusal> {
    let register = &world.register;
    let id = Uuid::from_u128(12_345).into();
    match act {
        "decisions::recall" => decisions::recall(register, actor, None, id, 1).await,
        "decisions::abandon" => decisions::abandon(register, actor, None, id, 1, "").await,
        "decisions::take_up" => decisions::take_up(register, actor, None, id, 1).await,
        "decisions::state_conflict" => {
            decisions::state_conflict(register, actor, None, id, 1, "").await
        }
        "decisions::unschedule" => decisions::unschedule(register, actor, None, id, 1).await,
        "decisions::correct" => {
            let draft = CorrectionDraft::default();
            decisions::correct(register, actor, None, id, 1, &draft).await
        }
        "decisions::tell" => {
            let draft = ToldDraft::default();
            decisions::tell(register, actor, None, id, &draft).await
        }
        other => unreachable!("{other} has no call"),
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
        "given::documents" => given::documents(register, actor, nothing.into())
            .await
            .map(|_| ()),
        "decision_documents::make" => {
            decision_documents::make(register, actor, None, nothing.into(), false, URL)
                .await
                .map(|_| ())
        }
        "given::extracts" => given::extracts(register, actor, None, 1).await.map(|_| ()),
        _ => read(world, act, actor).await,
    }
}
