//! The list of commitments: every sum is that of the rows it leads to, on the page and in its files.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use domain::budget::Promised;
use domain::commitment::EntryKind;
use domain::decision::{ChangeDraft, CommitmentDraft, CommitmentStrength, DecisionDraft};
use domain::id::DecisionId;
use domain::view::commitment_list::{CommitmentFilter, CommitmentList, Named};
use domain::{Lang, Money};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use register::tables::{self, Form};
use register::views::commitment_list;
use register::{Refusal, decisions, verify};
use wording::format;

use crate::commitments::record;
use crate::on_both;
use crate::world::{World, manager, preparer, signing, slug};

on_both!(
    the_list_has_what_signed_decisions_in_force_promise_and_nothing_else,
    of_a_random_register_every_sum_is_that_of_its_rows
);

async fn list(world: &World, filter: CommitmentFilter) -> CommitmentList {
    let list = commitment_list::list(&world.register, preparer(), filter).await;
    list.expect("a list")
}

async fn the_list_has_what_signed_decisions_in_force_promise_and_nothing_else(world: &World) {
    let register = &world.register;
    let all = CommitmentFilter::default;
    let empty = list(world, all()).await;
    assert_eq!((empty.total, empty.pages, empty.lines.len()), (0, 1, 0));
    assert!(!empty.filter.narrows());

    let case = world.case("KAJDno-2023-912").await;
    let project = world.project(case, "Kaivoskumppani").await;
    let mut draft = world.draft("kaupunginjohtaja");
    draft.commitments[0].budget_line = "2911040005".to_owned();
    let id = decisions::draft(register, preparer(), None, case, Some(project), &draft).await;
    let id = id.expect("a draft is begun");
    assert_eq!(
        list(world, all()).await.total,
        0,
        "a draft promises nothing"
    );
    let sent = decisions::send(register, preparer(), None, id, 1).await;
    sent.expect("it is sent");
    let signed = decisions::sign(register, manager(), None, id, 2, &signing("5")).await;
    signed.expect("it is signed");
    let other = world.case("KAJDno-2023-913").await;
    world.signed(other, "6").await;

    let whole = list(world, all()).await;
    assert_eq!(whole.total, 4);
    assert_eq!(
        whole.promised.committed(),
        Some(Money::from_cents(1_000_000))
    );
    assert_eq!(whole.years, [2024, 2023]);
    let sections = whole.lines.iter().map(|line| line.section.number);
    assert_eq!(
        sections.collect::<Vec<_>>(),
        [6, 6, 5, 5],
        "the newest first"
    );
    let of_project = &whole.lines[2];
    assert_eq!(of_project.key.decision, id);
    assert_eq!(
        of_project.project,
        Some((slug("kaivoskumppani"), "Kaivoskumppani".to_owned()))
    );
    assert_eq!(
        of_project.beneficiary.as_deref(),
        Some("Kajaanin ammattikorkeakoulu Oy")
    );
    let number = of_project.case_number.as_ref().map(ToString::to_string);
    assert_eq!(number.as_deref(), Some("KAJDno-2023-912"));
    assert_eq!(whole.lines[0].project, None);

    // Each filter leaves what it says.
    let line = || Named::Is("2911040005".to_owned());
    let project = || Some(slug("kaivoskumppani"));
    let filters = [
        (
            CommitmentFilter {
                year: Some(Named::Is(2023)),
                ..all()
            },
            2,
        ),
        (
            CommitmentFilter {
                year: Some(Named::Nothing),
                ..all()
            },
            0,
        ),
        (
            CommitmentFilter {
                budget_line: Some(line()),
                ..all()
            },
            1,
        ),
        (
            CommitmentFilter {
                budget_line: Some(Named::Nothing),
                ..all()
            },
            3,
        ),
        (
            CommitmentFilter {
                project: project(),
                ..all()
            },
            2,
        ),
        (
            CommitmentFilter {
                project: Some(slug("ei-ole")),
                ..all()
            },
            0,
        ),
        (
            CommitmentFilter {
                strength: Some(CommitmentStrength::Granted),
                ..all()
            },
            4,
        ),
        (
            CommitmentFilter {
                strength: Some(CommitmentStrength::AtMost),
                ..all()
            },
            0,
        ),
        (
            CommitmentFilter {
                series: Some(slug("kaupunginjohtaja")),
                ..all()
            },
            4,
        ),
        (
            CommitmentFilter {
                series: Some(slug("hallintojohtaja")),
                ..all()
            },
            0,
        ),
        (
            CommitmentFilter {
                year: Some(Named::Is(2024)),
                budget_line: Some(Named::Nothing),
                project: project(),
                strength: Some(CommitmentStrength::Granted),
                series: Some(slug("kaupunginjohtaja")),
                page: 1,
            },
            1,
        ),
    ];
    for (filter, left) in filters {
        let found = list(world, filter.clone()).await;
        assert_eq!(
            (found.total, found.lines.len()),
            (left, usize::try_from(left).expect("few")),
            "{filter:?}"
        );
    }
    let beyond = list(world, CommitmentFilter { page: 7, ..all() }).await;
    assert_eq!((beyond.lines.len(), beyond.total), (0, 4));
}

fn commitment() -> impl Strategy<Value = CommitmentDraft> {
    let line = prop::sample::select(vec!["", "2911040005", "190214487"]);
    let strength = prop::sample::select(CommitmentStrength::ALL.to_vec());
    (
        option::of(2022..2025_u16),
        1..100_000_000_i64,
        strength,
        line,
    )
        .prop_map(|(year, cents, strength, line)| CommitmentDraft {
            year: year.map(|year| year.to_string()).unwrap_or_default(),
            amount: format!("{},{:02}", cents / 100, cents % 100),
            strength: strength.code().to_owned(),
            budget_line: line.to_owned(),
            condition: if strength == CommitmentStrength::Conditional {
                "EAKR-rahoitus myönnetään".to_owned()
            } else {
                String::new()
            },
        })
}

/// Decisions with random commitments, of two projects and of none.
pub(crate) async fn sign_random(world: &World) -> Vec<DecisionId> {
    let mut all = Vec::new();
    let mut runner = TestRunner::default();
    let register = vec(vec(commitment(), 1..5), 9).new_tree(&mut runner);
    let register = register.expect("a register").current();
    let case = world.case("KAJDno-2023-912").await;
    let one = world.project(case, "Ensimmäinen").await;
    let other = world.project(case, "Toinen").await;
    for (at, lines) in (1..).zip(register) {
        let named = lines.iter().map(|line| format!("{} euroa", line.amount));
        let named = named.collect::<Vec<_>>().join(", ");
        let draft = DecisionDraft {
            resolution: format!("Kaupunki osallistuu: {named}."),
            commitments: lines,
            ..world.draft("kaupunginjohtaja")
        };
        let project = [None, Some(one), Some(other)][at % 3];
        let (register, actor) = (&world.register, preparer());
        let id = decisions::draft(register, actor, None, case, project, &draft).await;
        let id = id.expect("a draft is begun");
        let sent = decisions::send(register, actor, None, id, 1).await;
        sent.unwrap_or_else(|refusal| panic!("{refusal:?} of {draft:?}"));
        let signed =
            decisions::sign(register, manager(), None, id, 2, &signing(&at.to_string())).await;
        signed.expect("it is signed");
        all.push(id);
    }
    move_some(world).await;
    all
}

/// Records of the commitments, each in its turn, a condition that is met, payments, a recovery, a
/// release or nothing; of at least one of each kind.
async fn move_some(world: &World) {
    let mut recorded = BTreeSet::new();
    let whole = list(world, CommitmentFilter::default()).await;
    for (at, line) in whole.lines.iter().enumerate() {
        let (key, made) = (line.key, &line.commitment);
        let half = Money::from_cents(made.amount.cents() / 2 + 1);
        let [half, cent] =
            [half, Money::from_cents(1)].map(|amount| format::euros(amount, Lang::Fi));
        let mut acts = Vec::new();
        if made.strength == CommitmentStrength::Conditional && at % 3 != 0 {
            acts.push((EntryKind::ConditionMet, ""));
        }
        if made.strength != CommitmentStrength::ProvidedFor && at % 3 != 0 {
            acts.push((EntryKind::Paid, half.as_str()));
            acts.push((EntryKind::Recovered, cent.as_str()));
        }
        if at % 4 == 3 && made.amount.cents() > 4 {
            acts.push((EntryKind::Lapsed, ""));
        }
        for (kind, amount) in acts {
            record(world, key, kind, amount).await;
            recorded.insert(kind.code());
        }
    }
    assert!(recorded.len() >= 3, "the register moves: {recorded:?}");
}

/// What is open of the commitments that a year's list shows of a line.
pub(crate) async fn open(world: &World, year: u16, line: Named<String>) -> Money {
    let filter = CommitmentFilter {
        year: Some(Named::Is(year)),
        budget_line: Some(line),
        ..CommitmentFilter::default()
    };
    let whole = commitment_list::whole_list(&world.register, preparer(), filter).await;
    let lines = whole.expect("a list").lines;
    let committed = lines
        .iter()
        .filter(|line| line.drawn.strength.is_committed());
    let open = committed.map(|line| {
        line.drawn
            .amount
            .checked_sub(line.drawn.paid)
            .expect("it fits")
    });
    Money::checked_sum(open).expect("it fits")
}

/// Ends the first decision of the series.
pub(crate) async fn repeal_the_first(world: &World) -> DecisionId {
    let case = world.case("KAJDno-2023-913").await;
    let draft = DecisionDraft {
        kind: "repeal".to_owned(),
        resolution: "Päätös kumotaan.".to_owned(),
        commitments: Vec::new(),
        changes: vec![ChangeDraft {
            section: "kaupunginjohtaja/2023/1".to_owned(),
            effect: "repeals".to_owned(),
        }],
        ..world.draft("kaupunginjohtaja")
    };
    let (register, actor) = (&world.register, preparer());
    let id = decisions::draft(register, actor, None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let sent = decisions::send(register, actor, None, id, 1).await;
    sent.expect("it is sent");
    let signed = decisions::sign(register, manager(), None, id, 2, &signing("99")).await;
    signed.expect("it is signed");
    id
}

/// Every standing that lists and sums are made from is what the facts add up to.
pub(crate) async fn standings_are_kept(world: &World) {
    let report = verify::verify(&world.register).await.expect("a report");
    assert_eq!(report.breaks, []);
}

async fn of_a_random_register_every_sum_is_that_of_its_rows(world: &World) {
    sign_random(world).await;
    repeal_the_first(world).await;
    standings_are_kept(world).await;
    let all = CommitmentFilter::default;
    let years = [None, Some(Named::Nothing), Some(Named::Is(2023))];
    let lines = [
        None,
        Some(Named::Nothing),
        Some(Named::Is("190214487".to_owned())),
    ];
    let projects = [None, Some(slug("toinen"))];
    let strengths = [
        None,
        Some(CommitmentStrength::Conditional),
        Some(CommitmentStrength::ProvidedFor),
    ];
    let mut seen = 0;
    for year in years {
        for budget_line in &lines {
            for project in &projects {
                for strength in strengths {
                    let filter = CommitmentFilter {
                        year,
                        budget_line: budget_line.clone(),
                        project: project.clone(),
                        strength,
                        ..all()
                    };
                    seen += sums_are_those_of_rows(world, &filter).await;
                }
            }
        }
    }
    assert!(seen > 0, "some filter leaves something");
}

/// Checks the sums of a filter against its rows in each form; gives how many rows there were.
async fn sums_are_those_of_rows(world: &World, filter: &CommitmentFilter) -> u64 {
    let whole = commitment_list::whole_list(&world.register, preparer(), filter.clone()).await;
    let whole = whole.expect("a list");
    assert_eq!(list(world, filter.clone()).await.promised, whole.promised);
    assert_eq!(u64::try_from(whole.lines.len()).ok(), Some(whole.total));
    let of = |committed: bool| {
        let drawn = whole.lines.iter().map(|line| line.drawn);
        let drawn = drawn.filter(|drawn| drawn.strength.is_committed() == committed);
        Money::checked_sum(drawn.map(|drawn| drawn.amount))
    };
    assert_eq!(whole.promised.committed(), of(true), "{filter:?}");
    assert_eq!(Some(whole.promised.provided_for), of(false), "{filter:?}");
    let paid = Money::checked_sum(whole.lines.iter().map(|line| line.drawn.paid));
    assert_eq!(Some(whole.promised.paid), paid, "{filter:?}");
    years_are_those_of_rows(&whole);
    let expected = [of(true), of(false), paid].map(|sum| sum.map(Money::cents));

    let bytes = |form| file(world, filter, form);
    let csv = bytes(Form::Csv).await.expect("a file");
    let text = String::from_utf8(csv).expect("UTF-8");
    let mut sums = [0; 3];
    for line in text.lines().skip(1) {
        // Only amounts stand in the last three fields, and never with a comma.
        let mut fields = line.rsplit(',');
        for sum in sums.iter_mut().rev() {
            let amount: Option<Money> = fields.next().and_then(|field| field.parse().ok());
            *sum += amount.map_or(0, Money::cents);
        }
    }
    assert_eq!(sums.map(Some), expected, "{filter:?}");

    let excel = bytes(Form::CsvForSpreadsheets).await.expect("a file");
    let excel = String::from_utf8(excel).expect("UTF-8");
    let mut last = excel.lines().last().expect("the sums").rsplit(';');
    let amount = |field: Option<&str>| field.and_then(|field| field.parse::<Money>().ok());
    let [paid, provided_for, committed] = [last.next(), last.next(), last.next()].map(amount);
    let sums = [committed, provided_for, paid].map(|sum| sum.map(Money::cents));
    assert_eq!(sums, expected);

    let xlsx = bytes(Form::Xlsx).await.expect("a file");
    let mut workbook = Xlsx::new(Cursor::new(xlsx)).expect("a workbook");
    let sheet = workbook.worksheet_range_at(0).expect("a sheet");
    let sheet = sheet.expect("it is read");
    let cents = |cell: &Data| match cell {
        Data::Float(euros) => format!("{euros:.2}").parse().map_or(0, Money::cents),
        _ => 0,
    };
    let rows: Vec<&[Data]> = sheet.rows().collect();
    for (column, expected) in (9..).zip(expected) {
        let (last, body) = rows.split_last().expect("the sums");
        let sum: i64 = body.iter().skip(1).map(|row| cents(&row[column])).sum();
        assert_eq!(Some(sum), expected, "{filter:?}");
        assert_eq!(Some(cents(&last[column])), expected, "{filter:?}");
    }
    whole.total
}

/// Every part of a bar of the picture is the sum of the year's rows.
fn years_are_those_of_rows(whole: &CommitmentList) {
    let mut years: BTreeSet<_> = whole
        .lines
        .iter()
        .map(|line| line.commitment.year)
        .collect();
    for (year, promised) in &whole.by_year {
        assert!(years.remove(year), "{year:?}");
        let of_year = whole
            .lines
            .iter()
            .filter(|line| line.commitment.year == *year);
        assert_eq!(
            Promised::of(of_year.map(|line| line.drawn)),
            Some(*promised)
        );
        let parts = [
            Some(promised.paid),
            promised.payable(),
            Some(promised.conditional),
            Some(promised.provided_for),
        ];
        assert!(
            parts
                .iter()
                .all(|part| part.is_some_and(|part| part >= Money::ZERO))
        );
        let all = promised.committed().expect("it fits");
        assert_eq!(
            Money::checked_sum(parts.into_iter().flatten()),
            all.checked_add(promised.provided_for)
        );
    }
    assert_eq!(years, BTreeSet::new(), "every year has a bar");
}

async fn file(world: &World, filter: &CommitmentFilter, form: Form) -> Result<Vec<u8>, Refusal> {
    let (register, lang) = (&world.register, Lang::Fi);
    tables::commitments(register, preparer(), filter.clone(), form, lang).await
}
