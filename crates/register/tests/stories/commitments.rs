//! What becomes of a commitment: from its condition to the last cent, and what is refused.

use domain::Money;
use domain::budget::Promised;
use domain::commitment::{CommitmentKey, EntryDraft, EntryKind, Standing};
use domain::decision::{ChangeDraft, CommitmentDraft, DecisionDraft};
use domain::finding::FindingCode;
use domain::id::DecisionId;
use domain::role::Role;
use domain::view::commitment::CommitmentSheet;
use register::verify::{Break, verify};
use register::views::{budget as budget_views, commitment as views, desk};
use register::{Refusal, commitments, decisions};

use crate::commitment_excess::set_line;
use crate::on_both;
use crate::world::{World, actor, codes, day, key, manager, preparer, registrar, signing, slug};

on_both!(
    a_conditional_promise_counts_as_conditional_until_its_condition_is_recorded,
    a_promise_is_paid_recovered_released_and_mended_to_the_cent,
    what_breaks_a_rule_is_refused_and_changes_nothing,
    of_a_repealed_decision_money_only_comes_back,
    released_money_counts_nowhere,
    two_payments_at_once_never_exceed_the_promise,
    a_form_sent_twice_pays_once,
    each_entry_is_in_the_log_and_verified,
);

pub(crate) const LINE: &str = "2911040208";

pub(crate) fn euros(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

fn line(year: &str, amount: &str, strength: &str) -> CommitmentDraft {
    let condition = (strength == "conditional").then_some("Hankkeelle myönnetään EAKR-rahoitus");
    CommitmentDraft {
        year: year.to_owned(),
        amount: amount.to_owned(),
        strength: strength.to_owned(),
        budget_line: LINE.to_owned(),
        condition: condition.unwrap_or_default().to_owned(),
    }
}

/// A decision of the project `hanke` that is signed with lines of 2 000 euros each.
pub(crate) async fn signed(world: &World, section: &str, lines: &[(&str, &str)]) -> DecisionId {
    let case = world.case(&format!("KAJDno-2023-{section}")).await;
    let project = world.project(case, &format!("Hanke {section}")).await;
    let texts = lines
        .iter()
        .map(|(year, _)| format!("2 000 euroa vuonna {year}"));
    let draft = DecisionDraft {
        resolution: format!(
            "Kaupunki maksaa {}.",
            texts.collect::<Vec<_>>().join(" ja ")
        ),
        commitments: lines
            .iter()
            .map(|(year, strength)| line(year, "2 000", strength))
            .collect(),
        ..world.draft("kaupunginjohtaja")
    };
    sign(world, case, Some(project), &draft, section).await
}

async fn sign(
    world: &World,
    case: domain::id::CaseId,
    project: Option<domain::id::ProjectId>,
    draft: &DecisionDraft,
    section: &str,
) -> DecisionId {
    let register = &world.register;
    let id = decisions::draft(register, preparer(), None, case, project, draft).await;
    let id = id.expect("a draft is begun");
    decisions::send(register, preparer(), None, id, 1)
        .await
        .expect("it is sent");
    decisions::sign(register, manager(), None, id, 2, &signing(section))
        .await
        .expect("it is signed");
    id
}

pub(crate) const fn of(decision: DecisionId, line: u32) -> CommitmentKey {
    CommitmentKey { decision, line }
}

fn typed(amount: &str) -> EntryDraft {
    EntryDraft {
        amount: amount.to_owned(),
        fulfilled_by: "EURA 2021/123".to_owned(),
        reason: "Syy".to_owned(),
        invoice: "L-1".to_owned(),
        voucher: "T-1".to_owned(),
        ledger_account: "4300".to_owned(),
        cost_centre: "2911".to_owned(),
        posting_year: "2023".to_owned(),
        entry_day: "21.8.2023".to_owned(),
        aid: "none".to_owned(),
        ..EntryDraft::default()
    }
}

async fn try_record(
    world: &World,
    of: CommitmentKey,
    kind: EntryKind,
    draft: &EntryDraft,
) -> Result<(), Refusal> {
    let finance = actor(Role::Finance);
    let recorded = commitments::record(&world.register, finance, None, of, kind, draft).await;
    recorded.map(|_| ())
}

pub(crate) async fn record(world: &World, of: CommitmentKey, kind: EntryKind, amount: &str) {
    let recorded = try_record(world, of, kind, &typed(amount)).await;
    recorded.unwrap_or_else(|refused| panic!("{kind:?} {amount}: {refused:?}"));
}

pub(crate) async fn reverse(world: &World, of: CommitmentKey, entry: u32) -> Result<(), Refusal> {
    let draft = EntryDraft {
        entry: entry.to_string(),
        ..typed("")
    };
    try_record(world, of, EntryKind::Reversed, &draft).await
}

async fn sheet(world: &World, of: CommitmentKey) -> CommitmentSheet {
    let sheet = views::commitment(&world.register, preparer(), of).await;
    sheet.expect("a sheet")
}

/// Open, paid, recovered and released in euros.
async fn parts(world: &World, of: CommitmentKey) -> [i64; 4] {
    let position = sheet(world, of).await.line.position;
    let parts = [
        position.open,
        position.paid,
        position.recovered,
        position.released,
    ];
    assert_eq!(Money::checked_sum(parts), Some(position.promised));
    parts.map(|part| part.cents() / 100)
}

/// What the page of a year says is promised, which is what its rows add up to.
async fn promised(world: &World, year: u16) -> Promised {
    let register = &world.register;
    let sheet = budget_views::budget(register, preparer(), Some(year)).await;
    let sheet = sheet.expect("a sheet");
    let rows = sheet.lines.iter().map(|row| row.position.promised);
    let mut rows = rows.chain(sheet.unplaced.iter().map(|row| row.promised));
    let sum = rows.try_fold(Promised::default(), Promised::plus);
    assert_eq!(sum, Some(sheet.promised));
    let line = budget_views::budget_line(register, preparer(), year, Some(LINE)).await;
    if let Ok(line) = line {
        let drawn = line.commitments.iter().filter_map(|of| of.position.drawn());
        assert_eq!(Promised::of(drawn), Some(line.promised));
        assert_eq!(line.promised, sheet.promised);
    }
    sheet.promised
}

async fn a_conditional_promise_counts_as_conditional_until_its_condition_is_recorded(
    world: &World,
) {
    // As the Oulujoki promise: the same sum each year, if the EAKR money comes.
    let lines = [("2023", "conditional"), ("2024", "conditional")];
    let decision = signed(world, "1", &lines).await;
    let (first, second) = (of(decision, 1), of(decision, 2));
    let conditional = Promised {
        conditional: euros(2_000),
        ..Promised::default()
    };
    let granted = Promised {
        granted: euros(2_000),
        ..Promised::default()
    };
    assert_eq!(promised(world, 2023).await, conditional);
    let unpaid = try_record(world, first, EntryKind::Paid, &typed("1")).await;
    assert_eq!(codes(unpaid), [("amount", "condition_not_met")]);
    record(world, first, EntryKind::ConditionMet, "").await;
    assert_eq!(promised(world, 2023).await, granted);
    assert_eq!(promised(world, 2024).await, conditional, "each for itself");
    let sheet = sheet(world, first).await;
    assert_eq!(sheet.line.position.standing(), Standing::Open);
    assert_eq!(
        sheet.project.map(|of| of.facts.name),
        Some("Hanke 1".to_owned())
    );
    let again = try_record(world, first, EntryKind::ConditionMet, &typed("")).await;
    assert_eq!(codes(again), [("fulfilled_by", "no_condition_open")]);
    // Undone, it waits again; with a payment on it, the payment goes first.
    reverse(world, first, 1).await.expect("nothing rests on it");
    assert_eq!(promised(world, 2023).await, conditional);
    record(world, first, EntryKind::ConditionMet, "").await;
    record(world, first, EntryKind::Paid, "500").await;
    assert_eq!(
        codes(reverse(world, first, 3).await),
        [("reason", "entry_is_needed")]
    );
    record(world, second, EntryKind::Lapsed, "").await;
    assert_eq!(promised(world, 2024).await, Promised::default());
    assert_eq!(parts(world, second).await, [0, 0, 0, 2_000]);
}

async fn a_promise_is_paid_recovered_released_and_mended_to_the_cent(world: &World) {
    set_line(world, "2 500").await;
    let decision = signed(world, "1", &[("2023", "granted")]).await;
    let of = of(decision, 1);
    let free = async || {
        let sheet = budget_views::budget(&world.register, preparer(), Some(2023)).await;
        let position = sheet.expect("a sheet").lines[0].position;
        (position.promised.paid, position.free)
    };
    assert_eq!(free().await, (Money::ZERO, Some(euros(500))));
    record(world, of, EntryKind::Paid, "1 200").await;
    assert_eq!(parts(world, of).await, [800, 1_200, 0, 0]);
    assert_eq!(free().await, (euros(1_200), Some(euros(500))));
    record(world, of, EntryKind::Recovered, "200").await;
    assert_eq!(parts(world, of).await, [800, 1_000, 200, 0]);
    assert_eq!(free().await, (euros(1_000), Some(euros(700))));
    record(world, of, EntryKind::Released, "300").await;
    assert_eq!(free().await, (euros(1_000), Some(euros(1_000))));
    reverse(world, of, 3).await.expect("nothing rests on it");
    assert_eq!(free().await, (euros(1_000), Some(euros(700))), "neutral");
    record(world, of, EntryKind::Lapsed, "").await;
    assert_eq!(parts(world, of).await, [0, 1_000, 200, 800]);
    assert_eq!(free().await, (euros(1_000), Some(euros(1_500))));
    promised(world, 2023).await;

    let sheet = sheet(world, of).await;
    assert_eq!(sheet.line.position.standing(), Standing::Settled);
    let entries = sheet.entries.iter();
    let entries = entries.map(|of| (of.number, of.fact.kind(), of.is_reversed, of.may_reverse));
    let expected = [
        (1, EntryKind::Paid, false, false),
        (2, EntryKind::Recovered, false, true),
        (3, EntryKind::Released, true, false),
        (4, EntryKind::Reversed, false, false),
        (5, EntryKind::Lapsed, false, true),
    ];
    assert_eq!(entries.collect::<Vec<_>>(), expected);
    // The project has the same.
    let project = desk::project_sheet(&world.register, preparer(), &slug("hanke-1")).await;
    let commitments = project.expect("a sheet").commitments;
    assert_eq!(commitments, [sheet.line]);
}

async fn what_breaks_a_rule_is_refused_and_changes_nothing(world: &World) {
    let lines = [("2023", "granted"), ("2024", "provided_for")];
    let decision = signed(world, "1", &lines).await;
    let (granted, noted) = (of(decision, 1), of(decision, 2));
    let before = world.events(0).await.len();
    let refused = async |of: CommitmentKey, kind: EntryKind, draft: EntryDraft| {
        codes(try_record(world, of, kind, &draft).await)
    };
    let paid = EntryKind::Paid;
    assert_eq!(
        refused(granted, paid, typed("2 000,01")).await,
        [("amount", "more_than_open")]
    );
    assert_eq!(
        refused(noted, paid, typed("1")).await,
        [("amount", "provision_is_not_paid")]
    );
    let on = |entry_day: &str| EntryDraft {
        entry_day: entry_day.to_owned(),
        ..typed("1")
    };
    assert_eq!(
        refused(granted, paid, on("22.8.2023")).await,
        [("entry_day", "day_in_future")]
    );
    assert_eq!(
        refused(granted, paid, on("20.8.2023")).await,
        [("entry_day", "day_before_decision")]
    );
    assert_eq!(
        refused(granted, EntryKind::Recovered, typed("1")).await,
        [("amount", "more_than_paid")]
    );
    assert_eq!(
        codes(reverse(world, granted, 1).await),
        [("reason", "unknown_choice")]
    );
    let nothing = try_record(world, of(decision, 3), paid, &typed("1")).await;
    assert!(matches!(nothing, Err(Refusal::NotFound)), "{nothing:?}");
    let draft = world
        .sent(world.case("KAJDno-2023-9").await, "kaupunginjohtaja")
        .await;
    let unsigned = try_record(world, of(draft, 1), paid, &typed("1")).await;
    assert!(matches!(unsigned, Err(Refusal::NotFound)), "{unsigned:?}");
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Finance) {
        let (register, draft) = (&world.register, typed("1"));
        let refused = commitments::record(register, actor(role), None, granted, paid, &draft).await;
        assert!(matches!(refused, Err(Refusal::Forbidden)), "{role:?}");
    }
    assert_eq!(parts(world, granted).await, [2_000, 0, 0, 0]);
    let events = world.events(before).await;
    assert!(!events.contains(&"commitment_entry_recorded"), "{events:?}");

    // What is only noticed is recorded: another year, and a decision that is not final.
    let next_year = EntryDraft {
        posting_year: "2022".to_owned(),
        ..typed("100")
    };
    try_record(world, granted, paid, &next_year)
        .await
        .expect("it is only noticed");
    let sheet = sheet(world, granted).await;
    assert_eq!(sheet.notices, [FindingCode::PaidBeforeLegalForce]);
    let noticed = Some(FindingCode::PostedInAnotherYear);
    assert_eq!(sheet.entries[0].notice, noticed);
}

async fn of_a_repealed_decision_money_only_comes_back(world: &World) {
    let decision = signed(world, "1", &[("2023", "granted")]).await;
    let of = of(decision, 1);
    record(world, of, EntryKind::Paid, "500").await;
    let case = world.case("KAJDno-2023-2").await;
    let repeal = DecisionDraft {
        kind: "repeal".to_owned(),
        resolution: "Päätös kumotaan.".to_owned(),
        commitments: Vec::new(),
        changes: vec![ChangeDraft {
            section: "kaupunginjohtaja/2023/1".to_owned(),
            effect: "repeals".to_owned(),
        }],
        ..world.draft("kaupunginjohtaja")
    };
    sign(world, case, None, &repeal, "2").await;
    for kind in [EntryKind::Paid, EntryKind::Released, EntryKind::Lapsed] {
        let refused = try_record(world, of, kind, &typed("1")).await;
        let place = if kind == EntryKind::Lapsed {
            "reason"
        } else {
            "amount"
        };
        assert_eq!(codes(refused), [(place, "decision_ended")]);
    }
    let left = |amount: i64| Promised {
        granted: euros(amount),
        paid: euros(amount),
        ..Promised::default()
    };
    assert_eq!(promised(world, 2023).await, left(500), "it was paid");
    record(world, of, EntryKind::Recovered, "200").await;
    assert_eq!(promised(world, 2023).await, left(300));
    reverse(world, of, 2).await.expect("a wrong entry");
    record(world, of, EntryKind::Recovered, "500").await;
    assert_eq!(promised(world, 2023).await, left(0));
    assert_eq!(
        sheet(world, of).await.line.position.standing(),
        Standing::Ended
    );
}

/// The whole promise to a project, which the authority is measured by, and the plan of its year.
async fn released_money_counts_nowhere(world: &World) {
    let decision = signed(world, "1", &[("2023", "conditional")]).await;
    let of = of(decision, 1);
    record(world, of, EntryKind::Released, "1 500").await;
    record(world, of, EntryKind::ConditionMet, "").await;
    let case = world.case("KAJDno-2023-7").await;
    let project = desk::project_sheet(&world.register, preparer(), &slug("hanke-1")).await;
    let project = project.expect("a sheet").project.id;
    let draft = world.draft("kaupunginjohtaja");
    let register = &world.register;
    let id = decisions::draft(register, preparer(), None, case, Some(project), &draft).await;
    let sheet = world.sheet(id.expect("a draft is begun")).await;
    let promise = sheet.promise.expect("it is looked at");
    assert_eq!(promise.sum, Some(euros(5_500)), "500 is left of the first");
    let earlier = &promise.lines[0];
    assert_eq!(earlier.commitment.amount, euros(500));
    assert_eq!(earlier.commitment.strength.code(), "granted");
}

async fn two_payments_at_once_never_exceed_the_promise(world: &World) {
    let decision = signed(world, "1", &[("2023", "granted")]).await;
    let of = of(decision, 1);
    let payments: Vec<_> = (0..10)
        .map(|_| {
            let register = world.register.clone();
            tokio::spawn(async move {
                let finance = actor(Role::Finance);
                let (paid, draft) = (EntryKind::Paid, typed("300"));
                commitments::record(&register, finance, None, of, paid, &draft).await
            })
        })
        .collect();
    let mut refused = 0;
    for payment in payments {
        if let Err(refusal) = payment.await.expect("it runs to its end") {
            let found = codes::<()>(Err(refusal));
            assert_eq!(found, [("amount", "more_than_open")]);
            refused += 1;
        }
    }
    assert_eq!((refused, parts(world, of).await), (4, [200, 1_800, 0, 0]));
}

async fn a_form_sent_twice_pays_once(world: &World) {
    let decision = signed(world, "1", &[("2023", "granted")]).await;
    let of = of(decision, 1);
    let (finance, paid) = (actor(Role::Finance), EntryKind::Paid);
    let pay = async || {
        let draft = typed("300");
        let paid = commitments::record(&world.register, finance, key(7), of, paid, &draft).await;
        paid.expect("it is paid, or was")
    };
    assert_eq!(pay().await, pay().await);
    assert_eq!(parts(world, of).await, [1_700, 300, 0, 0]);
}

async fn each_entry_is_in_the_log_and_verified(world: &World) {
    let decision = signed(world, "1", &[("2023", "granted"), ("2024", "conditional")]).await;
    let of = of(decision, 1);
    let before = world.events(0).await.len();
    record(world, of, EntryKind::Paid, "300").await;
    record(world, of, EntryKind::Recovered, "100").await;
    reverse(world, of, 2).await.expect("a wrong entry");
    let (register, on) = (&world.register, day("21.8.2023"));
    let published = decisions::publish(register, registrar(), None, decision, 3, &on).await;
    published.expect("it is published");
    let events = world.events(before).await;
    let recorded = events
        .iter()
        .filter(|event| **event == "commitment_entry_recorded");
    assert_eq!(recorded.count(), 3);
    let report = verify(&world.register).await.expect("it can be read");
    assert_eq!((report.commitment_entries, report.breaks), (3, Vec::new()));
}

#[tokio::test]
async fn an_entry_that_was_changed_past_the_triggers_is_found() {
    type Found = fn(&Break) -> bool;
    let of_log: Found = |found| matches!(found, Break::CommitmentEntry(_));
    let of_sums: Found = |found| matches!(found, Break::CommitmentSums(_, 1));
    let of_standing: Found = |found| matches!(found, Break::Standing(_, 1));
    for (damage, expected) in [
        (
            "drop trigger commitment_entry_no_update;
             update commitment_entry set reason = 'Toinen' where number = 2",
            vec![of_log],
        ),
        (
            "drop trigger commitment_entry_no_update;
             update commitment_entry set paid_cents = 20000 where number = 1",
            vec![of_log, of_standing],
        ),
        (
            "drop trigger commitment_entry_no_update;
             update commitment_entry set released_cents = 1 where number = 1",
            vec![of_sums, of_standing],
        ),
        (
            "drop trigger commitment_entry_no_delete;
             delete from commitment_entry where number = 2",
            vec![of_log, of_standing],
        ),
        (
            "update commitment_standing set drawn_cents = drawn_cents + 1",
            vec![of_standing],
        ),
        ("delete from commitment_standing", vec![of_standing]),
    ] {
        let world = World::sqlite().await;
        let decision = signed(&world, "1", &[("2023", "granted")]).await;
        record(&world, of(decision, 1), EntryKind::Paid, "300").await;
        record(&world, of(decision, 1), EntryKind::Recovered, "100").await;
        world.database.damage(damage).await;
        let report = verify(&world.register).await.expect("it can be read");
        let breaks = report.breaks;
        assert_eq!(breaks.len(), expected.len(), "{damage}: {breaks:?}");
        for named in expected {
            assert!(breaks.iter().any(named), "{damage}: {breaks:?}");
        }
    }
}
