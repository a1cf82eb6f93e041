//! The course of a decision beside the straight way: back, on a set day, corrected, changed.

use domain::decision::{
    ChangeDraft, ChangeEffect, CorrectionDraft, DecisionDraft, InForce, Signature,
};
use domain::finding::{Finding, FindingCode};
use domain::id::DecisionId;
use domain::role::Role;
use domain::service::ServiceDraft;
use domain::signing_right::DeputyshipDraft;
use domain::view::decision_list::DecisionFilter;
use register::decisions::{self, PublishDraft, Published, SignDraft, ToldDraft};
use register::verify::{Break, verify};
use register::views::{decision_list, desk, public};
use register::withdrawal::{self, WithdrawalDraft};
use register::{Refusal, deputies, services};
use time::Duration;
use time::macros::date;

use crate::on_both;
use crate::world::{
    World, day, director, findings, letter, manager, official, preparer, registrar, signing, slug,
};

on_both!(
    a_refused_signature_comes_back_with_its_reason,
    a_sent_draft_is_taken_back_and_a_draft_withdrawn_and_taken_up,
    who_declares_nothing_or_a_conflict_does_not_sign,
    what_is_set_for_a_day_is_published_on_it_by_itself,
    a_missed_day_is_made_up_and_never_backdated,
    a_day_that_deviates_from_the_rule_is_asked_for_twice,
    a_typing_error_is_corrected_openly_and_nothing_else_changes,
    a_forged_correction_is_found,
    a_later_decision_repeals_and_both_say_so,
    many_services_are_recorded_at_once_or_none,
    gaps_are_told_of_series_numbered_here_alone,
);

fn only(place: &str, code: FindingCode) -> Vec<Finding> {
    vec![Finding::at(place, code)]
}

async fn a_refused_signature_comes_back_with_its_reason(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.sent(case, "kaupunginjohtaja").await;
    let silent = decisions::give_back(register, manager(), None, id, 2, " ").await;
    assert_eq!(findings(silent), only("reason", FindingCode::Missing));
    let back = decisions::give_back(register, manager(), None, id, 2, "Summa on väärä").await;
    back.expect("it is given back");
    let seen = world.sheet(id).await.decision;
    assert_eq!(seen.notes.remark.as_deref(), Some("Summa on väärä"));
    let sent = decisions::send(register, preparer(), None, id, seen.version).await;
    sent.expect("it is sent again");
    assert_eq!(world.sheet(id).await.decision.notes.remark, None);
}

async fn a_sent_draft_is_taken_back_and_a_draft_withdrawn_and_taken_up(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.sent(case, "kaupunginjohtaja").await;
    let recalled = decisions::recall(register, preparer(), None, id, 2).await;
    recalled.expect("nobody signed it yet");
    let late = decisions::sign(register, manager(), None, id, 2, &signing("5")).await;
    assert!(matches!(late, Err(Refusal::Stale)), "{late:?}");
    let waits = async || {
        let desk = desk::desk(register, &official(Role::Preparer)).await;
        let unfinished = desk.expect("a desk").unfinished;
        unfinished.iter().any(|line| line.id == id)
    };
    assert!(waits().await, "it waits for its preparer");
    let gone = decisions::abandon(register, preparer(), None, id, 3, "Hanke peruuntui").await;
    gone.expect("a draft is withdrawn");
    assert!(!waits().await, "it waits for nobody");
    let saved = world.draft("kaupunginjohtaja");
    let saved = decisions::save_draft(register, preparer(), None, id, 4, &saved).await;
    assert!(
        matches!(saved, Err(Refusal::NotInThisState(_))),
        "{saved:?}"
    );
    let back = decisions::take_up(register, preparer(), None, id, 4).await;
    back.expect("it is taken up again");
    assert!(world.sheet(id).await.decision.draft().is_ok());
}

async fn who_declares_nothing_or_a_conflict_does_not_sign(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.sent(case, "kaupunginjohtaja").await;
    let nothing = SignDraft {
        section: "5".to_owned(),
        ..SignDraft::default()
    };
    let silent = decisions::sign(register, manager(), None, id, 2, &nothing).await;
    let missing = only("no_conflict", FindingCode::ConflictNotDeclared);
    assert_eq!(findings(silent), missing);
    let foreign = decisions::state_conflict(register, director(), None, id, 2, "28 §").await;
    assert!(matches!(foreign, Err(Refusal::Forbidden)), "{foreign:?}");
    let ground = "hallintolaki 28 § 1 mom. 5 kohta";
    let stated = decisions::state_conflict(register, manager(), None, id, 2, ground).await;
    stated.expect("it is stated");
    let signed = decisions::sign(register, manager(), None, id, 3, &signing("5")).await;
    let refused = only("no_conflict", FindingCode::OnlyDeputyCanSign);
    assert_eq!(findings(signed), refused);
    let deputy = DeputyshipDraft {
        deputy: director().user().expect("an account").to_string(),
        first_day: "21.8.2023".to_owned(),
        last_day: "27.8.2023".to_owned(),
        ground: "Hallintosääntö 23 §".to_owned(),
    };
    let series = slug("kaupunginjohtaja");
    let administrator = crate::world::actor(Role::Administrator);
    let named = deputies::add(register, administrator, None, &series, &deputy).await;
    named.expect("a deputy is named");
    let shown = world.sheet(id).await;
    let conflict = shown.decision.notes.conflict.expect("it is shown");
    assert_eq!(conflict.ground, ground);
    assert_eq!(shown.conflict_of.as_deref(), Some("Virka decision-maker"));
    let signed = decisions::sign(register, director(), None, id, 3, &signing("5")).await;
    signed.expect("the deputy signs in the same series");
    let signed = world.sheet(id).await.decision;
    let sealed = signed.sealed().expect("it is signed");
    assert_eq!(sealed.section.to_string(), "kaupunginjohtaja/2023/5");
    let Signature::Here { deputy_ground, .. } = &sealed.signature else {
        unreachable!("it is signed here");
    };
    assert_eq!(deputy_ground.as_deref(), Some("Hallintosääntö 23 §"));
    let published = decisions::publish(register, registrar(), None, id, 4, &day("21.8.2023")).await;
    published.expect("it is published");
    let section = sealed.section.clone();
    let page = public::decision(register, &section)
        .await
        .expect("it is public");
    assert_eq!(page.deputy_office.as_deref(), Some("Virka hallintojohtaja"));
}

/// A publication on a day, meant though it deviates.
fn meant(on: &str) -> PublishDraft {
    PublishDraft {
        deviates: "1".to_owned(),
        ..day(on)
    }
}

async fn what_is_set_for_a_day_is_published_on_it_by_itself(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.signed(case, "5").await;
    let set = decisions::publish(register, registrar(), None, id, 3, &meant("25.8.2023")).await;
    assert_eq!(set.expect("a later day is set"), Published::Scheduled);
    world.run_jobs().await;
    let waiting = world.sheet(id).await.decision;
    assert!(waiting.publication().is_none(), "the day has not come");
    assert_eq!(waiting.notes.publish_on, Some(date!(2023 - 08 - 25)));
    world.clock.advance(Duration::days(4));
    world.run_jobs().await;
    world.run_jobs().await;
    let published = world.sheet(id).await.decision;
    let publication = published.publication().expect("the day came");
    assert_eq!(publication.on, Some(date!(2023 - 08 - 25)));
    assert_eq!(published.notes.publish_on, None);
    let last_day = publication.member_period.expect("a period").last_day;
    assert_eq!(last_day, date!(2023 - 09 - 15));
    assert_eq!(verify(register).await.expect("it is read").breaks, []);
}

async fn a_missed_day_is_made_up_and_never_backdated(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let (kept, undone) = (world.signed(case, "5").await, world.signed(case, "6").await);
    for id in [kept, undone] {
        let set = decisions::publish(register, registrar(), None, id, 3, &meant("25.8.2023")).await;
        set.expect("a later day is set");
    }
    let back = decisions::unschedule(register, registrar(), None, undone, 4).await;
    back.expect("the day is taken back");
    // Nobody served for a week.
    world.clock.advance(Duration::days(7));
    world.run_jobs().await;
    let publication = world.sheet(kept).await.decision;
    let publication = publication.publication().expect("it is made up");
    assert_eq!(publication.on, Some(date!(2023 - 08 - 28)));
    assert!(world.sheet(undone).await.decision.publication().is_none());
}

async fn a_day_that_deviates_from_the_rule_is_asked_for_twice(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.signed(case, "5").await;
    let deviates = decisions::publish(register, registrar(), None, id, 3, &day("25.8.2023")).await;
    let asked = only("deviates", FindingCode::PublicationDeviates);
    assert_eq!(findings(deviates), asked);
    let too_far = decisions::publish(register, registrar(), None, id, 3, &meant("1.1.2026")).await;
    let future = only("published_on", FindingCode::DayInFuture);
    assert_eq!(findings(too_far), future);
    // The next working day agrees with an officer's rule.
    let set = decisions::publish(register, registrar(), None, id, 3, &day("22.8.2023")).await;
    assert_eq!(set.expect("it agrees"), Published::Scheduled);
}

async fn correction(world: &World, id: DecisionId) -> (CorrectionDraft, i64) {
    let decision = world.sheet(id).await.decision;
    let sealed = decision.sealed().expect("it is frozen");
    let draft = CorrectionDraft {
        reason: "Hankkeen nimi oli väärin".to_owned(),
        ..CorrectionDraft::of(&sealed.content)
    };
    (draft, decision.version)
}

async fn a_typing_error_is_corrected_openly_and_nothing_else_changes(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.published(case, "5", "21.8.2023").await;
    let service = world.sheet(id).await.services[0].service.id;
    let posted = letter("21.8.2023");
    let served = services::record(register, registrar(), None, service, 1, &posted).await;
    served.expect("the posting day is recorded");
    let before = world.sheet(id).await;
    let (unchanged, version) = correction(world, id).await;
    let same = decisions::correct(register, registrar(), None, id, version, &unchanged).await;
    assert_eq!(findings(same), only("title", FindingCode::NothingChanged));
    let other_sum = CorrectionDraft {
        resolution: "Kaupunki osallistuu 9 999 eurolla.".to_owned(),
        ..unchanged.clone()
    };
    let money = decisions::correct(register, registrar(), None, id, version, &other_sum).await;
    assert_eq!(
        findings(money),
        only("resolution", FindingCode::EurosDisagree)
    );
    let foreign = CorrectionDraft {
        title: "Toisen sarjan".to_owned(),
        ..unchanged.clone()
    };
    let foreign = decisions::correct(register, director(), None, id, version, &foreign).await;
    assert!(matches!(foreign, Err(Refusal::Forbidden)), "{foreign:?}");
    let draft = CorrectionDraft {
        title: "Oikea nimi".to_owned(),
        ..unchanged
    };
    let corrected = decisions::correct(register, manager(), None, id, version, &draft).await;
    corrected.expect("a typing error is corrected");

    let after = world.sheet(id).await;
    let publication = before.decision.publication().expect("it is published");
    assert!(publication.member_period.is_some(), "members have a period");
    assert_eq!(after.decision.publication(), Some(publication));
    assert!(before.services[0].period.is_ok(), "the party has one");
    assert_eq!(after.services[0].period, before.services[0].period);
    let line = &after.afterwards.corrections[0];
    let old = &before
        .decision
        .sealed()
        .expect("it is frozen")
        .content
        .title
        .0;
    assert_eq!(&line.before.title.0, old);
    assert_eq!(line.after.title.0, "Oikea nimi");
    assert_eq!(line.told.len(), 1, "each party is to be told");

    let section = "kaupunginjohtaja/2023/5".parse().expect("an address");
    let page = public::decision(register, &section)
        .await
        .expect("it is public");
    assert_eq!(page.title, "Oikea nimi");
    assert_eq!(
        page.corrections[0].title.as_ref(),
        Some(old),
        "the old text is kept"
    );
    let list = decision_list::decisions(register, &DecisionFilter::default()).await;
    assert_eq!(list.expect("a list").rows[0].title, "Oikea nimi");

    let told = ToldDraft {
        told_on: "21.8.2023".to_owned(),
        means: "letter".to_owned(),
    };
    let tell = decisions::tell(register, registrar(), None, id, &told).await;
    tell.expect("parties were told");
    let again = decisions::tell(register, registrar(), None, id, &told).await;
    assert_eq!(findings(again), only("told_on", FindingCode::NobodyChosen));
    let report = verify(register).await.expect("it is read");
    assert_eq!((report.corrections, report.breaks), (1, Vec::new()));
}

async fn a_forged_correction_is_found(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.published(case, "5", "21.8.2023").await;
    let (draft, version) = correction(world, id).await;
    let draft = CorrectionDraft {
        title: "Oikea nimi".to_owned(),
        ..draft
    };
    let corrected = decisions::correct(register, registrar(), None, id, version, &draft).await;
    corrected.expect("a typing error is corrected");
    // Somebody adds a second correction past the register, with a seal that holds.
    let mut tx = world.database.store().write().await.expect("the lock");
    let mut forged = tx.corrections(id).await.expect("it is read").remove(0);
    forged.number = 2;
    forged.content.title.0 = "Väärennetty".to_owned();
    forged.seal = domain::decision::Seal::new(&forged.content, [7; 32]).expect("it is written");
    let added = tx.add_correction(id, version + 1, &forged).await;
    let added = added.expect("the database takes it");
    assert!(matches!(added, store::Saved::Saved { .. }));
    tx.commit().await.expect("it is kept");
    let breaks = verify(register).await.expect("it is read").breaks;
    let section = "kaupunginjohtaja/2023/5".parse().expect("an address");
    assert!(
        breaks.contains(&Break::Correction(section, 2)),
        "{breaks:?}"
    );
}

async fn a_later_decision_repeals_and_both_say_so(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let earlier = world.published(case, "5", "21.8.2023").await;
    let repealing = |section: &str| DecisionDraft {
        changes: vec![ChangeDraft {
            section: section.to_owned(),
            effect: "repeals".to_owned(),
        }],
        ..world.draft("kaupunginjohtaja")
    };
    let draft = repealing("kaupunginjohtaja/2023/99");
    let id = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let sent = decisions::send(register, preparer(), None, id, 1).await;
    let unknown = only("changes-0-section", FindingCode::UnknownDecision);
    assert_eq!(findings(sent), unknown);
    let offered = world.sheet(id).await.others;
    assert_eq!(offered[0].section.to_string(), "kaupunginjohtaja/2023/5");
    let draft = repealing("kaupunginjohtaja/2023/5");
    let saved = decisions::save_draft(register, preparer(), None, id, 1, &draft).await;
    saved.expect("it is saved");
    let sent = decisions::send(register, preparer(), None, id, 2).await;
    sent.expect("it is sent");
    let signed = decisions::sign(register, manager(), None, id, 3, &signing("6")).await;
    signed.expect("it is signed");

    let later = world.sheet(earlier).await.afterwards.changed_by;
    assert_eq!(later[0].effect, ChangeEffect::Repeals);
    assert_eq!(world.sheet(id).await.afterwards.changes[0].id, earlier);
    let section = "kaupunginjohtaja/2023/5".parse().expect("an address");
    let page = || async {
        public::decision(register, &section)
            .await
            .expect("it is public")
    };
    assert_eq!(
        page().await.in_force,
        InForce::Whole,
        "what is not public says nothing"
    );
    let published = decisions::publish(register, registrar(), None, id, 4, &day("21.8.2023")).await;
    published.expect("it is published");
    assert_eq!(page().await.in_force, InForce::Repealed);
    let list = decision_list::decisions(register, &DecisionFilter::default()).await;
    let in_force: Vec<InForce> = list
        .expect("a list")
        .rows
        .iter()
        .map(|row| row.in_force)
        .collect();
    assert_eq!(in_force, [InForce::Whole, InForce::Repealed]);

    // Whoever is not shown the repealing decision any more still learns what it did.
    let reason = WithdrawalDraft {
        public_reason: "Teksti tarkistetaan.".to_owned(),
        confirmed: "yes".to_owned(),
        ..WithdrawalDraft::default()
    };
    let withdrawn = withdrawal::withdraw(register, registrar(), None, id, 5, &reason).await;
    withdrawn.expect("it is withdrawn");
    let shown = page().await;
    assert_eq!(
        (shown.in_force, shown.changed_by.len()),
        (InForce::Repealed, 0)
    );
    let list = decision_list::decisions(register, &DecisionFilter::default()).await;
    let rows = list.expect("a list").rows;
    assert_eq!((rows.len(), rows[0].in_force), (1, InForce::Repealed));
    assert_eq!(verify(register).await.expect("it is read").breaks, []);
}

async fn many_services_are_recorded_at_once_or_none(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.published(case, "5", "21.8.2023").await;
    let authority = register::organisations::OrganisationDraft {
        name: "Kainuun liitto".to_owned(),
        kind: "authority".to_owned(),
        business_id: String::new(),
    };
    let authority = register::organisations::add(register, registrar(), None, &authority).await;
    let authority = authority.expect("it is added").to_string();
    let party = services::add_party(register, registrar(), None, id, &authority, "e-message").await;
    party.expect("a second party");
    let lines = world.sheet(id).await.services;
    assert_eq!(lines.len(), 2);
    let chosen: Vec<_> = lines
        .iter()
        .map(|line| (line.service.id, line.service.version))
        .collect();
    let by = |means: &str, consent: &str| ServiceDraft {
        means: means.to_owned(),
        event_on: "21.8.2023".to_owned(),
        consent: consent.to_owned(),
        ..ServiceDraft::default()
    };
    let record = |draft| {
        let chosen = chosen.clone();
        async move { services::record_many(register, registrar(), None, id, &chosen, &draft).await }
    };
    // An authority is not served by a letter that is presumed to arrive.
    assert!(matches!(
        record(by("letter", "")).await,
        Err(Refusal::Incomplete(_))
    ));
    let untouched = world.sheet(id).await.services;
    assert!(
        untouched
            .iter()
            .all(|line| line.service.facts.event_on.is_none()),
        "all or none"
    );
    record(by("e-message", "Suostumus 1.8.2023"))
        .await
        .expect("both are recorded");
    let served = world.sheet(id).await.services;
    assert!(served.iter().all(|line| line.period.is_ok()));
    assert!(matches!(
        record(by("e-message", "x")).await,
        Err(Refusal::Stale)
    ));
    let nobody = by("e-message", "x");
    let nobody = services::record_many(register, registrar(), None, id, &[], &nobody).await;
    assert_eq!(findings(nobody), only("chosen", FindingCode::NobodyChosen));
}

async fn gaps_are_told_of_series_numbered_here_alone(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    world.signed(case, "1").await;
    world.signed(case, "4").await;
    for number in ["2", "5"] {
        let draft = world.draft("hallintojohtaja");
        let id = decisions::draft(register, preparer(), None, case, None, &draft).await;
        let record = decisions::RecordDraft {
            section: format!("{number}/2023"),
            decided_on: "1.8.2023".to_owned(),
            source: "Pöytäkirja".to_owned(),
            ..decisions::RecordDraft::default()
        };
        let id = id.expect("a draft is begun");
        let recorded = decisions::record_elsewhere(register, registrar(), None, id, 1, &record);
        recorded.await.expect("it is recorded");
    }
    let found = desk::publications(register, registrar())
        .await
        .expect("a list");
    assert_eq!(found.waiting.len(), 4);
    let gaps: Vec<_> = found
        .gaps
        .iter()
        .map(|gap| {
            (
                gap.decision_maker.as_str(),
                gap.year,
                gap.numbers.as_slice(),
            )
        })
        .collect();
    assert_eq!(gaps, [("hallintojohtaja", 2023, [1, 3, 4].as_slice())]);
}
