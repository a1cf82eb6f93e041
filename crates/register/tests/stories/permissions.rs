//! Who may do what, cell by cell: every use case called by every role.

use std::future::Future;

use domain::role::Role;
use register::cases::{self, CaseDraft};
use register::{Refusal, decisions, users};

use crate::on_both;
use crate::performed::perform;
use crate::world::{World, actor, director, signing};

on_both!(
    each_cell_of_the_table_is_what_it_says,
    a_disabled_account_may_do_nothing_at_once,
    a_decision_maker_acts_in_the_own_series_only
);

use Role::{Administrator, Auditor, DecisionMaker, Finance, Preparer, Registrar};

/// The table as the city reads it: what is done, and by whom.
const TABLE: [(&str, &[Role]); 91] = [
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
            let refused = is_forbidden(Box::pin(perform(world, act, actor(role)))).await;
            assert_eq!(refused, !allowed.contains(&role), "{act} by {role:?}");
        }
    }
    assert_eq!(
        world.events(before).await,
        [""; 0],
        "nothing of it was done"
    );
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
