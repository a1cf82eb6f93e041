//! What follows a publication: service, filings, legal force, its certificate, the call-in right.

use domain::appeal_right::AppealRight;
use domain::decision::DecisionDraft;
use domain::filing::Timeliness;
use domain::finding::FindingCode;
use domain::id::{DecisionId, FilingId};
use domain::legal_force::{AppealStage, Obstacle};
use domain::role::Role;
use domain::service::{NoPeriod, ServiceDraft};
use domain::view::decision_list::DecisionFilter;
use domain::view::desk::AppealSheet;
use domain::view::public::PublicStage;
use register::call_in::{self, MeetingDraft};
use register::filings::{self, FilingDraft, OutcomeDraft};
use register::legal_force::{self, StatementDraft};
use register::organisations::{self, OrganisationDraft};
use register::views::{decision_list, desk, public};
use register::{Refusal, decisions, services};
use time::macros::date;
use time::{Date, Duration};

use crate::on_both;
use crate::world::{
    URL, World, day, findings, letter, manager, official, preparer, registrar, signing,
};

on_both!(
    a_decision_becomes_final_by_a_statement_and_is_reopened_by_a_fact,
    a_claim_is_in_time_or_late_to_the_second,
    a_claim_is_decided_and_the_decision_final_with_it,
    a_party_is_added_once_and_served_by_what_fits_it,
    a_meeting_closes_the_officers_decisions_that_were_listed,
    what_cannot_be_of_a_filing_is_found_at_its_field,
    a_decision_on_implementation_has_no_period_and_no_legal_force,
);

async fn appeal(world: &World, id: DecisionId) -> AppealSheet {
    world.sheet(id).await.appeal.expect("it is frozen")
}

/// What everybody is told of the decision of [`served`]: on its page and in the list.
async fn told(world: &World) -> [PublicStage; 2] {
    let section = "kaupunginjohtaja/2023/5".parse().expect("an address");
    let page = public::decision(&world.register, &section).await;
    let list = decision_list::decisions(&world.register, &DecisionFilter::default()).await;
    let row = list.expect("a list").rows.remove(0).stage;
    [page.expect("a page").stage.expect("it is public"), row]
}

/// Published and posted on Mon 21.8.2023: both periods end on Mon 11.9.2023 at 16.00.
async fn served(world: &World) -> DecisionId {
    let case = world.case("KAJDno-2023-912").await;
    let id = world.published(case, "5", "21.8.2023").await;
    let service = world.sheet(id).await.services[0].service.id;
    let posted = letter("21.8.2023");
    let recorded = services::record(&world.register, registrar(), None, service, 1, &posted).await;
    recorded.expect("the posting day is recorded");
    id
}

/// Lets the clock run to nine o'clock of a later day.
fn until(world: &World, day: Date) {
    world
        .clock
        .advance(Duration::days((day - date!(2023 - 08 - 21)).whole_days()));
}

#[track_caller]
fn codes<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Vec<FindingCode> {
    findings(result).iter().map(|one| one.code).collect()
}

fn checked(on: &str) -> StatementDraft {
    StatementDraft {
        registry_checked_on: on.to_owned(),
        court_checked_on: on.to_owned(),
    }
}

fn claim(received_on: &str, received_at: &str) -> FilingDraft {
    FilingDraft {
        remedy: "rectification".to_owned(),
        received_on: received_on.to_owned(),
        received_at: received_at.to_owned(),
        way: "e_mail".to_owned(),
        filer: "Kunnan jäsen".to_owned(),
        standing: "municipal_member".to_owned(),
        wrongly_addressed_to: String::new(),
        handled_by: "Kaupunginhallitus".to_owned(),
    }
}

async fn filed(world: &World, id: DecisionId, draft: &FilingDraft) -> FilingId {
    let filed = filings::record(&world.register, registrar(), None, id, draft).await;
    filed.expect("it is recorded, in time or late")
}

async fn a_decision_becomes_final_by_a_statement_and_is_reopened_by_a_fact(world: &World) {
    let register = &world.register;
    let id = served(world).await;
    let state =
        async |on: &str| legal_force::state(register, registrar(), None, id, &checked(on)).await;
    let running = AppealStage::Running {
        last_day: date!(2023 - 09 - 11),
    };
    let before = appeal(world, id).await;
    assert_eq!(before.stage, running);
    assert_eq!(before.earliest, Ok(date!(2023 - 09 - 12)));
    assert_eq!(codes(state("21.8.2023").await), [FindingCode::NotFinalYet]);

    until(world, date!(2023 - 09 - 13));
    assert_eq!(
        appeal(world, id).await.stage,
        AppealStage::Over,
        "no date makes it final"
    );
    let certify =
        async || legal_force::certify(register, registrar(), None, id, "Kajaani", URL).await;
    assert_eq!(
        codes(certify().await),
        [FindingCode::NotFinalYet],
        "without a statement"
    );
    let early = codes(state("11.9.2023").await);
    assert_eq!(early, [FindingCode::CheckedTooEarly; 2]);
    state("13.9.2023").await.expect("nothing stands in the way");
    let from = date!(2023 - 09 - 12);
    assert_eq!(appeal(world, id).await.stage, AppealStage::Final { from });
    assert_eq!(told(world).await, [PublicStage::Final { from }; 2]);
    assert_eq!(
        codes(state("13.9.2023").await),
        [FindingCode::StatedAlready]
    );

    let certificate = certify().await.expect("a certificate is given");
    let printed = async || {
        let pdf = register::documents::certificate(register, registrar(), certificate).await;
        pdf.expect("it is made")
    };
    let given = printed().await;
    assert!(given.starts_with(b"%PDF-"));
    assert!(!appeal(world, id).await.certificates[0].is_void);

    // The posting list shows another day: what was stated rested on the wrong one.
    let service = &world.sheet(id).await.services[0].service;
    let posted = letter("28.8.2023");
    let (service, version) = (service.id, service.version);
    let recorded = services::record(register, registrar(), None, service, version, &posted).await;
    recorded.expect("a day may be recorded again");
    let after = appeal(world, id).await;
    assert!(after.certificates[0].is_void);
    assert_ne!(printed().await, given, "it says that it is void");
    let mut tx = world.database.store().read().await.expect("it is read");
    let kept = tx.certificate_document(certificate).await;
    let kept = kept.expect("it is read").expect("it is kept");
    drop(tx);
    assert!(
        kept.contains("11.9.2023") && !kept.contains("18.9.2023"),
        "{kept}"
    );
    assert_eq!(after.stage, AppealStage::Reopened);
    assert_eq!(told(world).await, [PublicStage::Over; 2]);
    assert_eq!(after.earliest, Ok(date!(2023 - 09 - 19)));
    assert_eq!(codes(certify().await), [FindingCode::NotFinalYet]);

    until(world, date!(2023 - 09 - 28));
    state("5.10.2023").await.expect("it is stated anew");
    let reopened = legal_force::reopen_statement(register, registrar(), None, id, "").await;
    assert_eq!(codes(reopened), [FindingCode::Missing]);
    let reopened = legal_force::reopen_statement(register, registrar(), None, id, "Virhe").await;
    reopened.expect("a statement that holds can be reopened");
    assert_eq!(appeal(world, id).await.stage, AppealStage::Reopened);
    let again = legal_force::reopen_statement(register, registrar(), None, id, "Virhe").await;
    assert!(
        matches!(again, Err(Refusal::NotInThisState(_))),
        "{again:?}"
    );
}

async fn a_claim_is_in_time_or_late_to_the_second(world: &World) {
    let id = served(world).await;
    until(world, date!(2023 - 09 - 12));
    for time in ["15.59.59", "16.00.00", "16.00.01"] {
        filed(world, id, &claim("11.9.2023", time)).await;
    }
    let filings = appeal(world, id).await.filings;
    let margins: Vec<_> = filings.iter().map(|line| line.timeliness).collect();
    assert_eq!(
        margins,
        [
            Some(Timeliness::InTime {
                margin: Duration::SECOND
            }),
            Some(Timeliness::Late { by: Duration::ZERO }),
            Some(Timeliness::Late {
                by: Duration::SECOND
            }),
        ]
    );
    let mut other = claim("11.9.2023", "12.00");
    other.standing = "other".to_owned();
    other.wrongly_addressed_to = "Hallinto-oikeus".to_owned();
    filed(world, id, &other).await;
    assert_eq!(
        appeal(world, id).await.filings[0].timeliness,
        None,
        "no period of its own"
    );
}

async fn a_claim_is_decided_and_the_decision_final_with_it(world: &World) {
    let register = &world.register;
    let id = served(world).await;
    let claim = claim("21.8.2023", "8.30");
    let filing = filed(world, id, &claim).await;
    let open = appeal(world, id).await;
    assert_eq!(open.stage, AppealStage::UnderRectification);
    assert_eq!(open.earliest, Err(vec![Obstacle::FilingOpen(filing)]));

    until(world, date!(2023 - 12 - 01));
    let decide = async |version, kind: &str, final_from: &str| {
        let draft = OutcomeDraft {
            kind: kind.to_owned(),
            on: "3.10.2023".to_owned(),
            reference: "§ 200".to_owned(),
            final_from: final_from.to_owned(),
            ..OutcomeDraft::default()
        };
        filings::decide(register, registrar(), None, filing, version, &draft).await
    };
    decide(1, "rejected", "").await.expect("it is decided");
    let decided = appeal(world, id).await;
    assert_eq!(decided.stage, AppealStage::Over);
    assert_eq!(
        decided.earliest,
        Err(vec![Obstacle::OutcomeNotFinal(filing)])
    );
    assert!(matches!(
        decide(1, "rejected", "").await,
        Err(Refusal::Stale)
    ));
    decide(2, "rejected", "10.11.2023")
        .await
        .expect("it is final");
    assert_eq!(appeal(world, id).await.earliest, Ok(date!(2023 - 11 - 10)));
    let stated = legal_force::state(register, registrar(), None, id, &checked("1.12.2023")).await;
    stated.expect("nothing stands in the way");

    // A claim that was missed: the statement cannot hold.
    let late = FilingDraft {
        received_on: "30.11.2023".to_owned(),
        ..claim
    };
    filed(world, id, &late).await;
    let after = appeal(world, id).await;
    assert_eq!(after.stage, AppealStage::UnderRectification);
    assert!(after.statements[0].reopened.is_some());
    decide(3, "repealed", "").await.expect("it is corrected");
    assert!(matches!(
        appeal(world, id).await.earliest,
        Err(obstacles) if obstacles.contains(&Obstacle::Replaced(filing))
    ));
}

async fn a_party_is_added_once_and_served_by_what_fits_it(world: &World) {
    let register = &world.register;
    let id = served(world).await;
    let draft = OrganisationDraft {
        name: "Sotkamon kunta".to_owned(),
        kind: "municipality".to_owned(),
        business_id: String::new(),
    };
    let added = organisations::add(register, registrar(), None, &draft).await;
    let municipality = added.expect("it is added").to_string();
    let add = async |means: &str| {
        services::add_party(register, registrar(), None, id, &municipality, means).await
    };
    assert_eq!(
        codes(add("letter").await),
        [FindingCode::MeansNotForRecipient]
    );
    let service = add("letter-to-authority")
        .await
        .expect("it is marked as a party");
    assert_eq!(
        codes(add("letter-to-authority").await),
        [FindingCode::PartyServedAlready]
    );
    let waiting = appeal(world, id).await.earliest;
    assert!(
        matches!(&waiting, Err(obstacles) if matches!(obstacles[..], [Obstacle::PartyWithoutPeriod(of, _)] if of == service)),
        "{waiting:?}"
    );
    let arrived = ServiceDraft {
        means: "letter-to-authority".to_owned(),
        event_on: "21.8.2023".to_owned(),
        event_at: "10.15".to_owned(),
        ..ServiceDraft::default()
    };
    let recorded = services::record(register, registrar(), None, service, 1, &arrived).await;
    recorded.expect("the arrival is recorded");
    let sheet = world.sheet(id).await;
    let line = &sheet.services[1];
    assert_eq!(
        line.period.map(|period| period.last_day),
        Ok(date!(2023 - 09 - 04))
    );
    assert_eq!(line.service.recorded_by.as_deref(), Some("Virka registrar"));
    let window = appeal(world, id).await.call_in;
    let window = window.expect("an officer's decision");
    assert_eq!(window.safe_until, Some(date!(2023 - 09 - 04)));
    assert_eq!(window.outer_limit, Some(date!(2023 - 09 - 11)));
}

async fn a_meeting_closes_the_officers_decisions_that_were_listed(world: &World) {
    let register = &world.register;
    let first = served(world).await;
    let case = world.case("KAJDno-2023-913").await;
    let later = world.signed(case, "6").await;
    let meeting = MeetingDraft {
        held_on: "21.8.2023".to_owned(),
        section: "§ 160".to_owned(),
    };
    let left = call_in::leave_unused(register, registrar(), None, &meeting, &[first]).await;
    left.expect("the decisions that were listed are left as they are");
    let list = desk::call_in(register, registrar()).await.expect("a list");
    let open: Vec<DecisionId> = list.lines.iter().map(|line| line.decision.id).collect();
    assert_eq!(open, [later], "signed after the list was made");
    assert_eq!(
        list.last_meeting,
        Some((date!(2023 - 08 - 21), "§ 160".to_owned()))
    );
    let window = appeal(world, first)
        .await
        .call_in
        .expect("an officer's decision");
    assert_eq!(window.left_by, list.last_meeting);
    let last_day = Some(date!(2023 - 09 - 11));
    assert_eq!(
        (window.safe_until, window.outer_limit),
        (last_day, last_day)
    );
    let again = call_in::leave_unused(register, registrar(), None, &meeting, &[first]).await;
    assert_eq!(codes(again), [FindingCode::NothingToLeave]);
    let csv = register::documents::call_in_csv(&list).expect("it is written");
    let csv = String::from_utf8(csv).expect("it is text");
    assert!(csv.starts_with(
        "section,decision_maker,title,safe_until,outer_limit\r\nkaupunginjohtaja/2023/6,"
    ));
    let pdf = register::documents::call_in_pdf(register, list, domain::Lang::Fi).await;
    assert!(pdf.expect("it is made").starts_with(b"%PDF-"));

    // Published, but nobody knows when its party was or will be served.
    let unserved = world.published(case, "7", "21.8.2023").await;
    let window = appeal(world, unserved).await.call_in;
    let window = window.expect("an officer's decision");
    assert_eq!((window.safe_until, window.outer_limit), (None, None));
}

async fn what_cannot_be_of_a_filing_is_found_at_its_field(world: &World) {
    let register = &world.register;
    let id = served(world).await;
    let record = async |change: fn(&mut FilingDraft)| {
        let mut draft = claim("21.8.2023", "8.30");
        change(&mut draft);
        codes(filings::record(register, registrar(), None, id, &draft).await)
    };
    assert_eq!(
        record(|d| d.received_on = "20.8.2023".into()).await,
        [FindingCode::DayBeforeDecision]
    );
    assert_eq!(
        record(|d| d.received_on = "22.8.2023".into()).await,
        [FindingCode::DayInFuture]
    );
    assert_eq!(
        record(|d| d.received_on = "31.2.2023".into()).await,
        [FindingCode::NotADate]
    );
    assert_eq!(
        record(|d| d.received_at = "25.00".into()).await,
        [FindingCode::NotATime]
    );
    assert_eq!(
        record(|d| d.received_at.clear()).await,
        [FindingCode::Missing]
    );
    assert_eq!(
        record(|d| d.remedy = "complaint".into()).await,
        [FindingCode::RemedyMissing]
    );
    assert_eq!(
        record(|d| d.way = "pigeon".into()).await,
        [FindingCode::UnknownChoice]
    );
    assert_eq!(
        record(|d| d.standing = "x".into()).await,
        [FindingCode::UnknownChoice]
    );
    assert_eq!(record(|d| d.filer.clear()).await, [FindingCode::Missing]);
    assert!(
        appeal(world, id).await.filings.is_empty(),
        "nothing half-saved"
    );
}

async fn a_decision_on_implementation_has_no_period_and_no_legal_force(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let draft = DecisionDraft {
        remedy: AppealRight::PreparationOrImplementation.code().to_owned(),
        ..world.draft("kaupunginjohtaja")
    };
    let id = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let sent = decisions::send(register, preparer(), None, id, 1).await;
    sent.expect("no remedy is one of the choices");
    let signed = decisions::sign(register, manager(), None, id, 2, &signing("5")).await;
    signed.expect("it is signed");
    let on = day("21.8.2023");
    let published = decisions::publish(register, registrar(), None, id, 3, &on).await;
    published.expect("it is published");

    let unserved = world.sheet(id).await;
    assert!(unserved.member_period.is_none());
    let service = &unserved.services[0];
    assert_eq!(service.period, Err(NoPeriod::NoRemedy));
    let tasks = async || {
        let desk = desk::desk(register, &official(Role::Registrar)).await;
        desk.expect("a desk").tasks.len()
    };
    assert_eq!(tasks().await, 1, "the party is served all the same");
    let posted = letter("21.8.2023");
    let recorded =
        services::record(register, registrar(), None, service.service.id, 1, &posted).await;
    recorded.expect("the posting day is recorded");
    assert_eq!(tasks().await, 0, "nothing more is to be recorded");

    let stands = appeal(world, id).await;
    assert_eq!(stands.stage, AppealStage::NoRemedy);
    assert_eq!(stands.earliest, Err(vec![Obstacle::NoRemedy]));
    let listed = desk::appeals(register, registrar()).await;
    assert_eq!(listed.expect("a list")[0].stage, AppealStage::NoRemedy);
    let stated = legal_force::state(register, registrar(), None, id, &checked("21.8.2023")).await;
    assert_eq!(codes(stated), [FindingCode::NotFinalYet]);

    // Whoever files all the same is registered.
    filed(world, id, &claim("21.8.2023", "8.30")).await;
    assert_eq!(
        appeal(world, id).await.stage,
        AppealStage::UnderRectification
    );
}
