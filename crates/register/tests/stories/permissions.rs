//! Who may do what, cell by cell: every use case called by every role.

use std::future::Future;
use std::path::{Path, PathBuf};

use domain::attachment::AttachmentDraft;
use domain::role::{Role, UseCase};
use register::cases::{self, CaseDraft};
use register::{Refusal, attachments, decisions, users};

use crate::on_both;
use crate::performed::perform;
use crate::world::{World, actor, director, preparer, signing};

on_both!(
    each_cell_of_the_table_is_what_it_says,
    a_disabled_account_may_do_nothing_at_once,
    a_decision_maker_acts_in_the_own_series_only
);

use Role::{Administrator, Auditor, DecisionMaker, Finance, Preparer, Registrar};

/// The table as the city reads it: what is done, and by whom.
const TABLE: &[(&str, &[Role])] = &[
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
    ("phases::record", &[Preparer, Registrar, Finance]),
    ("phases::undo", &[Preparer, Registrar, Finance]),
    ("notes::add", &[Preparer, Registrar, Finance]),
    ("project_history", &Role::ALL),
    ("decision_money::decision_money", &Role::ALL),
    ("tables::decision_money", &Role::ALL),
    ("plan_comparison", &Role::ALL),
    ("tables::plan_comparison", &Role::ALL),
    ("plan", &Role::ALL),
    ("tables::plan", &Role::ALL),
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
    ("decisions::recall", &[Preparer, Registrar]),
    ("decisions::abandon", &[Preparer, Registrar]),
    ("decisions::take_up", &[Preparer, Registrar]),
    ("decisions::give_back", &[DecisionMaker]),
    ("decisions::state_conflict", &[DecisionMaker]),
    ("decisions::sign", &[DecisionMaker]),
    ("decisions::record_elsewhere", &[Registrar]),
    ("decisions::publish", &[Registrar]),
    ("decisions::unschedule", &[Registrar]),
    ("decisions::correct", &[Registrar, DecisionMaker]),
    ("decisions::tell", &[Registrar]),
    ("publications", &Role::ALL),
    ("services::record", &[Registrar]),
    ("services::record_many", &[Registrar]),
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
    ("given::documents", &Role::ALL),
    ("decision_documents::make", &Role::ALL),
    ("letters::of_decision", &Role::ALL),
    ("commitment_letters::give", &[Preparer, Registrar, Finance]),
    ("documents::commitment_letter", &Role::ALL),
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
    ("series::set_publication_rule", &[Administrator]),
    ("deputies::add", &[Administrator]),
    ("deputies::end", &[Administrator]),
    ("all_series", &Role::ALL),
    ("audit_log", &[Auditor]),
    ("audit_log::entry", &[Auditor]),
    ("users::change_email", &[Administrator]),
    ("distribution::add", &[Registrar]),
    ("distribution::readdress", &[Registrar]),
    ("distribution::withdraw", &[Registrar]),
    ("distribution::send_again", &[Registrar]),
    ("distribution::confirm_received", &[Registrar]),
    ("own", &Role::ALL),
    ("own_account::end_session", &Role::ALL),
    ("own_account::end_other_sessions", &Role::ALL),
    ("notifications", &Role::ALL),
    ("filings::correct", &[Registrar]),
    ("audit_export::begin", &[Auditor]),
    ("budget::record", &[Finance]),
    ("commitments::record", &[Finance]),
    ("instalments::record", &[Finance]),
    ("instalments::due", &Role::ALL),
    ("payment_claims::record", &[Preparer, Finance]),
    ("co_funding::record", &[Preparer, Finance]),
    ("co_funding::list", &Role::ALL),
    ("co_funding::whole_list", &Role::ALL),
    ("co_funding::sheet", &Role::ALL),
    ("tables::co_funding", &Role::ALL),
    ("payment_claims::sheet", &Role::ALL),
    ("tables::payment_claims", &Role::ALL),
    ("commitment::commitment", &Role::ALL),
    ("year_end::year_end", &Role::ALL),
    ("year_end::payments", &Role::ALL),
    ("tables::budget", &Role::ALL),
    ("tables::year_end", &Role::ALL),
    ("budget_import::begin", &[Finance]),
    ("budget_import::sheet", &[Finance]),
    ("budget_import::choose", &[Finance]),
    ("budget_import::discard", &[Finance]),
    ("budget_import::confirm", &[Finance]),
    ("table_import::begin", &[Finance]),
    ("table_import::sheet", &[Finance]),
    ("table_import::choose", &[Finance]),
    ("table_import::discard", &[Finance]),
    ("table_import::confirm", &[Finance]),
    ("table_import::preview", &[Finance]),
    ("table_import::record", &[Finance]),
    ("budget_closing::record", &[Finance]),
    ("budget::budget", &Role::ALL),
    ("budget::budget_line", &Role::ALL),
    ("commitment_list::list", &Role::ALL),
    ("commitment_list::whole_list", &Role::ALL),
    ("tables::commitments", &Role::ALL),
    ("funding::sheet", &Role::ALL),
    ("funding::lines", &Role::ALL),
    ("funding::whole_lines", &Role::ALL),
    ("tables::funding", &Role::ALL),
    ("tables::planned_amounts", &Role::ALL),
    ("tables::payments", &Role::ALL),
    ("export::internal", &Role::ALL),
    ("documents::signed_decision", &Role::ALL),
    ("calendars::of_officials", &Role::ALL),
    ("documents::preview", &Role::ALL),
    ("documents::extract", &Role::ALL),
    ("documents::extract_for", &Role::ALL),
    ("documents::certificate", &Role::ALL),
    (
        "attachments::for_officials",
        &[Preparer, Registrar, DecisionMaker, Auditor],
    ),
    ("desk::appeals", &Role::ALL),
    ("desk::call_in", &Role::ALL),
    ("desk::organisations", &Role::ALL),
    ("desk::begin_sheet", &Role::ALL),
    ("desk::delegations", &Role::ALL),
    ("desk::last_days", &Role::ALL),
    ("people::accounts", &[Administrator]),
    ("people::followers", &[Administrator]),
    ("people::account", &[Administrator]),
    ("people::signable_series", &[Administrator]),
    ("people::series", &Role::ALL),
    ("reminders::reminder", &Role::ALL),
    ("drafting::open", &[Preparer, Registrar]),
    ("drafting::unsaved_text", &[Preparer, Registrar]),
    ("drafting::discard", &[Preparer, Registrar]),
    ("notifications::read", &Role::ALL),
    ("notifications::confirm_received", &Role::ALL),
    ("notifications::send_again", &Role::ALL),
    ("notifications::read_all", &Role::ALL),
    ("own_account::change_password", &Role::ALL),
    ("own_account::choose_notifications", &Role::ALL),
    ("register.create", &[Administrator]),
];

/// Public functions that take an actor and stand in no cell, each with the reason.
const BESIDE: [(&str, &str); 3] = [
    (
        "demo::load",
        "what it does is asked of `register.create` and each use case",
    ),
    ("intake::take_in", "what it does is asked of each use case"),
    (
        "sessions::reauthenticate",
        "the own password, which everybody may type",
    ),
];

/// The act that shows who may do each use case: a new one does not compile before it has its own.
const fn tried_by(use_case: UseCase) -> &'static str {
    use UseCase as U;
    match use_case {
        U::ReadDesk => "desk",
        U::ReadSecrets => "attachments::for_officials",
        U::EditCase => "cases::open",
        U::EditOrganisation => "organisations::add",
        U::EditProject => "projects::enter",
        U::EditFundingPlan => "funding_plans::save",
        U::DraftDecision => "decisions::draft",
        U::SignDecision => "decisions::sign",
        U::RecordDecision => "decisions::record_elsewhere",
        U::PublishDecision => "decisions::publish",
        U::CorrectDecision => "decisions::correct",
        U::RecordService => "services::record",
        U::RecordFiling => "filings::record",
        U::StateLegalForce => "legal_force::state",
        U::RecordCallIn => "call_in::leave_unused",
        U::CertifyExtract => "extracts::certify",
        U::WithdrawPublication => "withdrawal::withdraw",
        U::AcknowledgeReminder => "reminders::acknowledge",
        U::SettleReminder => "reminders::send_again",
        U::ManageBudget => "budget::record",
        U::ManageCommitments => "commitments::record",
        U::ManageClaims => "payment_claims::record",
        U::MatchPayments => "table_import::record",
        U::MakeDecisionDocument => "decision_documents::make",
        U::GiveCommitmentLetter => "commitment_letters::give",
        U::DistributeDecision => "distribution::add",
        U::ManageDelegations => "delegations::record",
        U::CloseCase => "cases::moves",
        U::EditCaseClass => "cases::classes",
        U::SetCaseNumbering => "cases::numbering",
        U::ProposeDisposal => "disposal::propose",
        U::ApproveDisposal => "disposal::approve",
        U::ManageUsers => "users",
        U::ReadAudit => "audit_log",
        U::ManageOwnAccount => "own",
        U::ManageSeries => "series::open",
        U::ManageDeputies => "deputies::add",
    }
}

async fn each_cell_of_the_table_is_what_it_says(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let (register, draft) = (&world.register, world.draft("kaupunginjohtaja"));
    let id = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let secret = AttachmentDraft {
        title: "Salainen".to_owned(),
        class: "secret".to_owned(),
        ground: "JulkL 24.1 § 17".to_owned(),
        file_name: "salainen.txt".to_owned(),
    };
    let attached = attachments::attach(register, preparer(), None, id, 1, &secret, b"x").await;
    attached.expect("it is attached");
    let before = world.events(0).await.len();
    for &(act, allowed) in TABLE {
        for role in [
            Preparer,
            Registrar,
            DecisionMaker,
            Finance,
            Administrator,
            Auditor,
        ] {
            let refused = is_forbidden(Box::pin(perform(world, act, actor(role)))).await;
            assert_eq!(refused, !allowed.contains(&role), "{act} by {role:?}");
        }
    }
    // Everybody may take a list, which the log tells of, and chooses for themselves; nothing else
    // was done.
    let done = [["data_exported"; 6], ["notifications_chosen"; 6]].concat();
    assert_eq!(world.events(before).await, done);
}

#[test]
fn each_use_case_is_tried_by_an_act_and_allowed_as_the_domain_says() {
    let source = include_str!("../../../domain/src/role.rs");
    let (_, variants) = source
        .split_once("pub enum UseCase {")
        .expect("it is there");
    let (variants, _) = variants.split_once("\n}").expect("it ends");
    let variants = variants.lines().filter(|line| line.ends_with(','));
    assert_eq!(variants.count(), UseCase::ALL.len(), "ALL is all");
    for use_case in UseCase::ALL {
        let act = tried_by(use_case);
        let row = TABLE.iter().find(|(name, _)| *name == act);
        let (_, allowed) = row.unwrap_or_else(|| panic!("{act} is not in the table"));
        for role in Role::ALL {
            assert_eq!(
                allowed.contains(&role),
                role.may(use_case),
                "{use_case:?} by {role:?}"
            );
        }
    }
}

#[test]
fn each_function_that_takes_an_actor_is_in_the_table() {
    let calls: String = [include_str!("performed.rs"), include_str!("reads.rs")]
        .concat()
        .split_whitespace()
        .collect();
    let mut found = 0;
    for (module, parent, name) in functions() {
        found += 1;
        let beside = format!("{module}::{name}");
        let of = |module: &str| format!("{module}::{name}(register,");
        let spelled = [
            of(&module),
            of(&parent),
            // Where views of other files are named.
            of("desk"),
            format!("{module}.{name}(actor,"),
        ];
        let is_called = spelled.iter().any(|call| calls.contains(call));
        let is_beside = BESIDE.iter().any(|(known, _)| *known == beside);
        assert!(is_called != is_beside, "{beside} needs a row, or a reason");
    }
    assert!(found > 100, "only {found} functions were read");
    // And what is called is in the table.
    let arms: Vec<&str> = calls.split("\"=>").collect();
    for arm in &arms[..arms.len() - 1] {
        let act = arm.rsplit('"').next().unwrap_or_default();
        let is_tried = TABLE.iter().any(|(name, _)| *name == act);
        assert!(is_tried, "{act} is not tried");
    }
}

/// The public functions of the register that take an actor: the module, the one around it, and the
/// name.
fn functions() -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = |path: &Path| {
                path.file_stem()
                    .and_then(|name| name.to_str())
                    .map(str::to_owned)
            };
            let around = name(&folder).expect("a name");
            let module = name(&path).filter(|name| name != "mod");
            let module = module.unwrap_or_else(|| around.clone());
            let text = std::fs::read_to_string(&path).expect("a source");
            for function in text.split("pub async fn ").skip(1) {
                let (signature, _) = function.split_once('{').expect("a body");
                let takes = ["actor: &Actor", "official: &Official"];
                if takes.iter().any(|actor| signature.contains(actor)) {
                    let (name, _) = signature.split_once('(').expect("parameters");
                    found.push((module.clone(), around.clone(), name.to_owned()));
                }
            }
        }
    }
    found
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
