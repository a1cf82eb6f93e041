//! The distribution of a decision by e-mail: to whom, once, and what is kept of it.

use domain::distribution::AddresseeDraft;
use domain::id::{CaseId, DecisionId};
use domain::view::desk::DistributionLine;
use register::decisions::{PublishDraft, RecordDraft};
use register::mail::Mailer;
use register::views::desk;
use register::withdrawal::{self, WithdrawalDraft};
use register::{Actor, Refusal, decisions, distribution, jobs, verify};
use time::Duration;

use crate::on_both;
use crate::sink::{Manner, Sink, header, unfolded};
use crate::world::{World, actor, codes, day, manager, preparer, registrar, signing};

on_both!(
    each_recipient_with_an_address_gets_one_mail_when_the_decision_is_published,
    nothing_is_sent_of_what_not_everybody_can_read,
    a_decision_made_elsewhere_begins_with_nobody,
    without_a_mail_server_it_waits_and_is_sent_once_there_is_one,
    a_wrong_address_is_corrected_and_the_log_keeps_both,
    a_mail_of_which_nobody_knows_is_settled_by_a_registrar,
    addresses_go_with_the_personal_data_and_nowhere_else,
    a_decision_published_by_the_clock_is_distributed_too,
);

const DISTRIBUTION: &str =
    "Talouspalvelut <talous@kunta.example>\nKirjaamo\nViestintä viestinta@kunta.example";

/// A signed decision; its version is 3.
async fn signed(world: &World) -> DecisionId {
    let case = world.case("KAJDno-2023-912").await;
    signed_in(world, case, "5", DISTRIBUTION).await
}

async fn signed_in(world: &World, case: CaseId, section: &str, typed: &str) -> DecisionId {
    let register = &world.register;
    let mut draft = world.draft("kaupunginjohtaja");
    draft.distribution = typed.to_owned();
    let id = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let sent = decisions::send(register, preparer(), None, id, 1).await;
    sent.expect("it is sent for signature");
    let signed = decisions::sign(register, manager(), None, id, 2, &signing(section)).await;
    signed.expect("it is signed");
    id
}

async fn publish(world: &World, id: DecisionId) {
    let on = day("21.8.2023");
    let published = decisions::publish(&world.register, registrar(), None, id, 3, &on).await;
    published.expect("it is published");
}

async fn round(world: &World, mailer: Option<&Mailer>) {
    let done = jobs::run_due(&world.register, mailer, || true).await;
    done.expect("a round of jobs");
}

async fn lines_for(world: &World, id: DecisionId, actor: &Actor) -> Vec<DistributionLine> {
    let sheet = desk::decision_sheet(&world.register, actor, id).await;
    sheet.expect("a sheet").distribution
}

async fn lines(world: &World, id: DecisionId) -> Vec<DistributionLine> {
    lines_for(world, id, registrar()).await
}

async fn states(world: &World, id: DecisionId) -> Vec<&'static str> {
    let lines = lines(world, id).await;
    lines.iter().map(|line| line.entry.state().code()).collect()
}

fn email(address: &str) -> AddresseeDraft {
    AddresseeDraft {
        recipient: "Uusi".to_owned(),
        email: address.to_owned(),
    }
}

/// Everything that the database holds of the decision, its log and its jobs, as text.
async fn everything(world: &World, id: DecisionId) -> String {
    let mut tx = world.database.store().read().await.expect("a snapshot");
    let draft = tx.draft_of_decision(id).await.expect("it is read");
    let draft = serde_json::to_string(&draft.expect("it is kept")).expect("it is JSON");
    let decision = tx.decision(id).await.expect("it is read");
    let content = decision.expect("it is there");
    let content = content.sealed().map(|sealed| sealed.content.clone());
    let content = serde_json::to_string(&content).expect("it is JSON");
    let events = tx.audit_events(0, 10_000).await.expect("the log is read");
    let log: String = events
        .iter()
        .filter_map(|(_, payload)| payload.as_ref())
        .map(|payload| payload.json.clone())
        .collect();
    let rows = tx.distribution_of_decision(id).await.expect("it is read");
    let mut addresses = String::new();
    for row in rows {
        let entry = row.entry;
        let mail = entry.mail.as_ref().and_then(|mail| mail.failure());
        addresses.push_str(&mail.map(|one| one.reply.clone()).unwrap_or_default());
        addresses.push_str(
            &entry
                .address
                .map_or(String::new(), |one| one.reveal_to_official().clone()),
        );
        for attempt in tx.distribution_attempts(entry.id).await.expect("a log") {
            addresses.push_str(attempt.reply.reveal_to_official());
            let address = attempt.address.as_ref();
            addresses.push_str(address.map_or("", |one| one.reveal_to_official()));
        }
    }
    format!("{draft}{content}{log}|{addresses}")
}

async fn each_recipient_with_an_address_gets_one_mail_when_the_decision_is_published(
    world: &World,
) {
    let id = signed(world).await;
    let sink = Sink::start(Manner::Accepts).await;
    let mailer = sink.mailer();
    round(world, Some(&mailer)).await;
    let of_entries = |messages: Vec<String>| {
        let mut to: Vec<String> = messages
            .iter()
            .map(|message| header(message, "To"))
            .filter(|to| to.ends_with("kunta.example"))
            .collect();
        to.sort();
        to
    };
    assert_eq!(of_entries(sink.messages()), [""; 0], "it is not public yet");
    let waits = ["awaits_publication", "no_address", "awaits_publication"];
    assert_eq!(states(world, id).await, waits);

    publish(world, id).await;
    for _ in 0..3 {
        round(world, Some(&mailer)).await;
        world.session_clock.advance(Duration::hours(1));
    }
    let expected = ["talous@kunta.example", "viestinta@kunta.example"];
    assert_eq!(of_entries(sink.messages()), expected, "one to each");
    assert_eq!(states(world, id).await, ["sent", "no_address", "sent"]);
    let all = lines(world, id).await;
    let message = sink
        .messages()
        .into_iter()
        .find(|message| header(message, "To") == "talous@kunta.example");
    let message = unfolded(&message.expect("it was sent"));
    let expected = format!("<{}@hankkeet.example.test>", all[0].entry.id);
    assert_eq!(header(&message, "Message-ID"), expected);
    for said in [
        "https://hankkeet.example.test/paatokset/kaupunginjohtaja/2023/5",
        "Osallistuminen hankkeen rahoitukseen",
        "KAJDno-2023-912",
        "21.8.2023",
    ] {
        assert!(message.contains(said), "{said} in {message}");
    }
    for kept in [
        "Talouspalvelut",
        "ammattikorkeakoulu",
        "alihankkijoita",
        "Virkailija",
    ] {
        assert!(!message.contains(kept), "{kept} in {message}");
    }
    let (_, attempt) = &all[0].attempts[0];
    assert_eq!(attempt.reply.reveal_to_official(), "250 accepted");
    assert_eq!(all[0].attempts.len(), 1);
    let mailed = world.events(0).await;
    let mailed = mailed
        .iter()
        .filter(|event| **event == "distribution_mailed");
    assert_eq!(mailed.count(), 2);

    // Who prepares sees who got it and what became of it, not the addresses.
    let seen = lines_for(world, id, preparer()).await;
    assert_eq!(seen[0].entry.name.reveal_to_official(), "Talouspalvelut");
    assert_eq!(seen[0].entry.state().code(), "sent");
    let hidden = seen[0].entry.address.as_ref().expect("there is one");
    assert_eq!(hidden.reveal_to_official(), "");
    let report = verify::verify(&world.register).await.expect("it is read");
    assert_eq!(report.breaks, []);
}

async fn nothing_is_sent_of_what_not_everybody_can_read(world: &World) {
    let register = &world.register;
    let sink = Sink::start(Manner::Accepts).await;
    let mailer = sink.mailer();
    let case = world.case("KAJDno-2023-912").await;
    let secret = signed_in(world, case, "5", DISTRIBUTION).await;
    let publication = PublishDraft {
        secret_ground: "JulkL 24.1 § 20 kohta".to_owned(),
        ..day("21.8.2023")
    };
    let published = decisions::publish(register, registrar(), None, secret, 3, &publication).await;
    published.expect("a mention is published");
    assert_eq!(states(world, secret).await, ["no_address"; 3]);

    let withdrawn = signed_in(world, case, "6", DISTRIBUTION).await;
    publish(world, withdrawn).await;
    let draft = WithdrawalDraft {
        public_reason: "Virhe".to_owned(),
        confirmed: "1".to_owned(),
        ..WithdrawalDraft::default()
    };
    let done = withdrawal::withdraw(register, registrar(), None, withdrawn, 4, &draft).await;
    done.expect("it is withdrawn");
    assert_eq!(
        states(world, withdrawn).await,
        ["withdrawn", "no_address", "withdrawn"]
    );
    assert!(
        !everything(world, withdrawn)
            .await
            .contains("@kunta.example")
    );
    let line = lines(world, withdrawn).await.remove(0);
    let (id, version) = (line.entry.id, line.entry.version);
    let again = distribution::send_again(register, registrar(), None, id, version).await;
    assert!(matches!(again, Err(Refusal::NotNow(_))), "{again:?}");
    // An address is taken, and waits for the decision to be public again.
    let draft = email("toinen@kunta.example");
    let given = distribution::readdress(register, registrar(), None, id, version, &draft).await;
    given.expect("it waits");
    assert_eq!(states(world, withdrawn).await[0], "awaits_publication");
    round(world, Some(&mailer)).await;
    let mailed = sink.messages();
    let mut to = mailed.iter().map(|message| header(message, "To"));
    assert!(!to.any(|to| to.ends_with("kunta.example")), "{mailed:?}");
    let reason = "Virhe on korjattu";
    let again = withdrawal::publish_again(register, registrar(), None, withdrawn, 5, reason).await;
    again.expect("it is public again");
    round(world, Some(&mailer)).await;
    assert_eq!(states(world, withdrawn).await[0], "sent");
}

async fn a_decision_made_elsewhere_begins_with_nobody(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let mut draft = world.draft("kaupunginjohtaja");
    draft.distribution = DISTRIBUTION.to_owned();
    let id = decisions::draft(register, registrar(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let record = RecordDraft {
        section: "7/2023".to_owned(),
        decided_on: "10.8.2023".to_owned(),
        no_later_than: String::new(),
        source: "Asianhallinta".to_owned(),
        ..RecordDraft::default()
    };
    let recorded = decisions::record_elsewhere(register, registrar(), None, id, 1, &record).await;
    recorded.expect("it is recorded");
    assert_eq!(lines(world, id).await, []);
    let kept = everything(world, id).await;
    assert!(!kept.contains("@kunta.example"), "nor is it kept: {kept}");
    publish_with(world, id, 2).await;
    let somebody = email("a@kunta.example");
    let added = distribution::add(register, registrar(), None, id, &somebody).await;
    added.expect("a registrar adds somebody");
    assert_eq!(states(world, id).await, ["planned"]);
}

async fn publish_with(world: &World, id: DecisionId, version: i64) {
    let on = PublishDraft {
        deviates: "1".to_owned(),
        ..day("21.8.2023")
    };
    let published = decisions::publish(&world.register, registrar(), None, id, version, &on).await;
    published.expect("it is published");
}

async fn without_a_mail_server_it_waits_and_is_sent_once_there_is_one(world: &World) {
    let register = &world.register;
    let id = signed(world).await;
    publish(world, id).await;
    for _ in 0..2 {
        round(world, None).await;
    }
    assert_eq!(
        states(world, id).await,
        ["planned", "no_address", "planned"]
    );
    let line = lines(world, id).await.remove(2);
    let (entry, version) = (line.entry.id, line.entry.version);
    let forged = distribution::withdraw(register, preparer(), None, entry, version).await;
    assert!(matches!(forged, Err(Refusal::Forbidden)), "{forged:?}");
    let stale = distribution::withdraw(register, registrar(), None, entry, version - 1).await;
    assert!(matches!(stale, Err(Refusal::Stale)), "{stale:?}");
    let withdrawn = distribution::withdraw(register, registrar(), None, entry, version).await;
    withdrawn.expect("it was not sent yet");
    let sink = Sink::start(Manner::Accepts).await;
    round(world, Some(&sink.mailer())).await;
    assert_eq!(states(world, id).await, ["sent", "no_address", "withdrawn"]);
    let again = distribution::send_again(register, registrar(), None, entry, version + 1).await;
    again.expect("it is wanted after all");
    round(world, Some(&sink.mailer())).await;
    assert_eq!(states(world, id).await, ["sent", "no_address", "sent"]);
}

async fn a_wrong_address_is_corrected_and_the_log_keeps_both(world: &World) {
    let register = &world.register;
    let id = signed(world).await;
    publish(world, id).await;
    let sink = Sink::start(Manner::AnswersRecipient("550 5.1.1 no such user")).await;
    round(world, Some(&sink.mailer())).await;
    assert_eq!(
        states(world, id).await,
        ["refused", "no_address", "refused"]
    );
    let Actor::Official(official) = registrar() else {
        unreachable!("the registrar is an official");
    };
    let shown = desk::desk(register, official).await.expect("a desk");
    let unsettled: Vec<_> = shown
        .unsettled_distribution
        .iter()
        .map(|one| one.id)
        .collect();
    assert_eq!(unsettled, [id], "a registrar is to look into it");

    sink.becomes(Manner::Accepts);
    let line = lines(world, id).await.remove(0);
    let (entry, version) = (line.entry.id, line.entry.version);
    let wrong = email("talous");
    let wrong = distribution::readdress(register, registrar(), None, entry, version, &wrong).await;
    assert_eq!(codes(wrong), [("email", "not_an_email")]);
    let right = email("oikea@kunta.example");
    let given = distribution::readdress(register, registrar(), None, entry, version, &right).await;
    given.expect("it is corrected");
    round(world, Some(&sink.mailer())).await;
    let line = lines(world, id).await.remove(0);
    assert_eq!(line.entry.state().code(), "sent");
    let log: Vec<(String, &str)> = line
        .attempts
        .iter()
        .map(|(_, attempt)| {
            let address = attempt.address.as_ref().expect("it is kept meanwhile");
            (address.reveal_to_official().clone(), attempt.outcome.code())
        })
        .collect();
    assert_eq!(
        log,
        [
            ("talous@kunta.example".to_owned(), "refused"),
            ("oikea@kunta.example".to_owned(), "sent"),
        ]
    );
    // Who had no address gets one.
    let without = lines(world, id).await.remove(1);
    let (entry, version) = (without.entry.id, without.entry.version);
    let draft = email("kirjaamo@kunta.example");
    let given = distribution::readdress(register, registrar(), None, entry, version, &draft).await;
    given.expect("it is given");
    round(world, Some(&sink.mailer())).await;
    assert_eq!(states(world, id).await, ["sent", "sent", "refused"]);
    let nobody = AddresseeDraft::default();
    let nobody = distribution::add(register, registrar(), None, id, &nobody).await;
    assert_eq!(codes(nobody), [("recipient", "missing")]);
}

async fn a_mail_of_which_nobody_knows_is_settled_by_a_registrar(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let id = signed_in(world, case, "5", "Talous talous@kunta.example").await;
    publish(world, id).await;
    let sink = Sink::start(Manner::ClosesAfterMessage).await;
    // Notifications are sent too, and after a lost connection the others wait for another round.
    for _ in 0..5 {
        round(world, Some(&sink.mailer())).await;
    }
    sink.becomes(Manner::Accepts);
    for _ in 0..3 {
        round(world, Some(&sink.mailer())).await;
        world.session_clock.advance(Duration::hours(1));
    }
    assert_eq!(
        states(world, id).await,
        ["unknown"],
        "never sent again by itself"
    );
    let line = lines(world, id).await.remove(0);
    let (entry, version) = (line.entry.id, line.entry.version);
    let again = distribution::send_again(register, registrar(), None, entry, version).await;
    again.expect("it had not arrived");
    sink.becomes(Manner::ClosesAfterMessage);
    round(world, Some(&sink.mailer())).await;
    assert_eq!(states(world, id).await, ["unknown"]);
    let line = lines(world, id).await.remove(0);
    let version = line.entry.version;
    let received = distribution::confirm_received(register, registrar(), None, entry, version);
    received.await.expect("this time it had");
    assert_eq!(states(world, id).await, ["received"]);
    let expected = format!("<{entry}@hankkeet.example.test>");
    let ids = sink.message_ids();
    let same = ids.iter().filter(|one| **one == expected).count();
    assert_eq!(same, 2, "under one Message-ID: {ids:?}");
}

async fn addresses_go_with_the_personal_data_and_nowhere_else(world: &World) {
    let register = &world.register;
    let id = signed(world).await;
    let kept = everything(world, id).await;
    let (elsewhere, addresses) = kept.split_once('|').expect("two parts");
    assert!(!elsewhere.contains("@kunta.example"), "{elsewhere}");
    assert!(elsewhere.contains("Talouspalvelut"), "the name stays");
    assert!(addresses.contains("talous@kunta.example"));
    publish(world, id).await;
    let answer = "550 5.1.1 <talous@kunta.example> no such user";
    let sink = Sink::start(Manner::AnswersRecipient(answer)).await;
    round(world, Some(&sink.mailer())).await;
    let kept = everything(world, id).await;
    let (elsewhere, addresses) = kept.split_once('|').expect("two parts");
    assert!(!elsewhere.contains("@kunta.example"), "{elsewhere}");
    assert!(addresses.contains("no such user"));

    // The period ends on Mon 11.9.2023 at 16.00; the clock stands at nine.
    world
        .clock
        .advance(Duration::days(21) + Duration::hours(7) - Duration::SECOND);
    round(world, None).await;
    assert!(everything(world, id).await.contains("@kunta.example"));
    world.clock.advance(Duration::SECOND);
    round(world, None).await;
    let kept = everything(world, id).await;
    assert!(!kept.contains("@kunta.example"), "{kept}");
    assert_eq!(
        states(world, id).await,
        ["refused", "no_address", "refused"]
    );
    let forgotten = |events: &[&str]| {
        let forgotten = events
            .iter()
            .filter(|one| **one == "distribution_forgotten");
        forgotten.count()
    };
    assert_eq!(forgotten(&world.events(0).await), 1);

    // One that is given afterwards is sent, and goes a week later.
    let draft = email("myoha@kunta.example");
    let added = distribution::add(register, registrar(), None, id, &draft).await;
    added.expect("it is added");
    sink.becomes(Manner::Accepts);
    round(world, Some(&sink.mailer())).await;
    assert_eq!(states(world, id).await[3], "sent");
    assert!(everything(world, id).await.contains("myoha@kunta.example"));
    world.clock.advance(Duration::days(7));
    round(world, None).await;
    assert!(!everything(world, id).await.contains("@kunta.example"));
    assert_eq!(forgotten(&world.events(0).await), 2);
    let auditor = lines_for(world, id, actor(domain::role::Role::Auditor)).await;
    assert_eq!(auditor[3].attempts.len(), 1, "that it was sent stays known");
}

async fn a_decision_published_by_the_clock_is_distributed_too(world: &World) {
    let register = &world.register;
    let id = signed(world).await;
    let later = PublishDraft {
        deviates: "1".to_owned(),
        ..day("22.8.2023")
    };
    let set = decisions::publish(register, registrar(), None, id, 3, &later).await;
    set.expect("the day is set");
    let sink = Sink::start(Manner::Accepts).await;
    round(world, Some(&sink.mailer())).await;
    assert_eq!(states(world, id).await[0], "awaits_publication");
    world.clock.advance(Duration::DAY);
    round(world, Some(&sink.mailer())).await;
    assert_eq!(states(world, id).await, ["sent", "no_address", "sent"]);
}
