//! Whatever is decided in whatever order, nothing is promised beyond an appropriation without a
//! recorded reason, and every sum is that of the rows it links to.

use domain::Money;
use domain::budget::{BudgetDecisionDraft, BudgetRowDraft, Promised};
use domain::decision::{ChangeDraft, CommitmentDraft, DecisionDraft};
use domain::finding::FindingCode;
use domain::id::CaseId;
use domain::role::Role;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRunner};
use register::decisions::SignDraft;
use register::views::budget as view;
use register::{Refusal, budget, decisions};

use crate::on_both;
use crate::world::{World, actor, manager, preparer, signing};

on_both!(nothing_is_promised_beyond_an_appropriation_without_a_reason);

/// Lines of one appropriation, and one that no budget knows.
const LINES: [&str; 3] = ["100", "200", "900"];
const STRENGTHS: [&str; 4] = ["granted", "at_most", "conditional", "provided_for"];

#[derive(Clone, Debug)]
enum Act {
    /// Signs a promise of so many euros.
    Promise {
        euros: u32,
        line: usize,
        strength: usize,
    },
    /// Repeals one of the decisions so far.
    Repeal(usize),
    /// Raises or lowers the appropriation.
    Amend(i32),
}

fn acts() -> impl Strategy<Value = Vec<(Act, bool)>> {
    let promise = (1..2_000_u32, 0..LINES.len(), 0..STRENGTHS.len());
    let act = prop_oneof![
        4 => promise.prop_map(|(euros, line, strength)| Act::Promise { euros, line, strength }),
        1 => (0..100_usize).prop_map(Act::Repeal),
        2 => (-1_500..1_500_i32).prop_map(Act::Amend),
    ];
    prop::collection::vec((act, any::<bool>()), 45)
}

/// A course of acts over one register.
struct Course<'a> {
    world: &'a World,
    case: CaseId,
    signed: u32,
}

impl Course<'_> {
    async fn act(&mut self, act: &Act, reason: &str) -> Result<(), Refusal> {
        match act {
            Act::Promise {
                euros,
                line,
                strength,
            } => {
                let mut draft = self.world.draft("kaupunginjohtaja");
                draft.resolution = format!("Kaupunki antaa {euros} euroa vuonna 2023.");
                draft.commitments = vec![CommitmentDraft {
                    year: "2023".to_owned(),
                    amount: euros.to_string(),
                    strength: STRENGTHS[*strength].to_owned(),
                    budget_line: LINES[*line].to_owned(),
                    condition: if STRENGTHS[*strength] == "conditional" {
                        "EAKR-rahoitus".to_owned()
                    } else {
                        String::new()
                    },
                }];
                self.sign(&draft, reason).await
            }
            Act::Repeal(which) => {
                let Some(which) = u32::try_from(*which).unwrap_or(0).checked_rem(self.signed)
                else {
                    return Ok(());
                };
                let mut draft = self.world.draft("kaupunginjohtaja");
                "repeal".clone_into(&mut draft.kind);
                "Päätös kumotaan.".clone_into(&mut draft.resolution);
                draft.commitments.clear();
                draft.changes = vec![ChangeDraft {
                    section: format!("kaupunginjohtaja/2023/{}", which + 1),
                    effect: "repeals".to_owned(),
                }];
                self.sign(&draft, reason).await
            }
            Act::Amend(euros) => {
                let row = BudgetRowDraft {
                    appropriation: "Elinvoima".to_owned(),
                    amount: euros.to_string(),
                    ..BudgetRowDraft::default()
                };
                self.record("amends", vec![row], reason).await
            }
        }
    }

    async fn sign(&mut self, draft: &DecisionDraft, reason: &str) -> Result<(), Refusal> {
        let register = &self.world.register;
        let id = decisions::draft(register, preparer(), None, self.case, None, draft).await?;
        decisions::send(register, preparer(), None, id, 1).await?;
        let signing = SignDraft {
            excess_reason: reason.to_owned(),
            ..signing(&(self.signed + 1).to_string())
        };
        decisions::sign(register, manager(), None, id, 2, &signing).await?;
        self.signed += 1;
        Ok(())
    }

    async fn record(
        &self,
        kind: &str,
        rows: Vec<BudgetRowDraft>,
        reason: &str,
    ) -> Result<(), Refusal> {
        let draft = BudgetDecisionDraft {
            year: "2023".to_owned(),
            budget_kind: kind.to_owned(),
            deciding_body: "Kaupunginvaltuusto".to_owned(),
            decided_on: "1.6.2023".to_owned(),
            section: "40".to_owned(),
            subject: "Talousarvio".to_owned(),
            excess_reason: reason.to_owned(),
            rows,
            ..BudgetDecisionDraft::default()
        };
        budget::record(&self.world.register, actor(Role::Finance), None, &draft).await
    }

    /// Gives what is free of the appropriation, and how many excesses were accepted.
    async fn checked(&self) -> (Money, usize) {
        let register = &self.world.register;
        let sheet = view::budget(register, preparer(), Some(2023)).await;
        let sheet = sheet.expect("a sheet");
        let mut together = Promised::default();
        let lines = sheet.lines.iter();
        let lines = lines.map(|row| (Some(row.facts.code.as_str()), row.position.promised));
        let unplaced = sheet.unplaced.iter();
        let unplaced = unplaced.map(|row| (row.code.as_deref(), row.promised));
        let mut of_appropriation = Promised::default();
        for (code, promised) in lines.chain(unplaced) {
            together = together.plus(promised).expect("it fits");
            if code != Some("900") {
                of_appropriation = of_appropriation.plus(promised).expect("it fits");
            }
            if promised != Promised::default() {
                let line = view::budget_line(register, preparer(), 2023, code).await;
                let line = line.expect("a figure leads to its rows");
                let rows = line.commitments.iter();
                let rows = rows.filter_map(|of| of.position.drawn());
                assert_eq!(Promised::of(rows), Some(promised), "{code:?}");
            }
        }
        assert_eq!(together, sheet.promised);
        let [row] = sheet.appropriations.as_slice() else {
            panic!("one appropriation: {:?}", sheet.appropriations);
        };
        assert_eq!(row.position.promised, of_appropriation);
        let free = row.position.free.expect("it is known");
        (free, sheet.overrides.len())
    }
}

async fn nothing_is_promised_beyond_an_appropriation_without_a_reason(world: &World) {
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        prop::test_runner::TestRng::deterministic_rng(prop::test_runner::RngAlgorithm::ChaCha),
    );
    let mut course = Course {
        world,
        case: world.case("KAJDno-2023-912").await,
        signed: 0,
    };
    let row = |code: &str, euros: &str| BudgetRowDraft {
        appropriation: "Elinvoima".to_owned(),
        code: code.to_owned(),
        name: code.to_owned(),
        amount: euros.to_owned(),
        ..BudgetRowDraft::default()
    };
    let rows = vec![row("", "1 500"), row("100", "100"), row("200", "50")];
    course
        .record("sets", rows, "")
        .await
        .expect("it is recorded");
    let (mut refused, mut exceeded) = (0, 0);
    let mut before = course.checked().await;
    let tree = acts().new_tree(&mut runner).expect("a course");
    for (act, with_reason) in tree.current() {
        let reason = if with_reason {
            "Lisämääräraha käsitellään"
        } else {
            ""
        };
        match course.act(&act, reason).await {
            Ok(()) => {}
            Err(Refusal::Incomplete(found)) => {
                let wants = |code| found.iter().any(|one| one.code == code);
                refused += usize::from(wants(FindingCode::ExcessWithoutReason));
                let is_known = wants(FindingCode::ExcessWithoutReason)
                    || wants(FindingCode::BudgetBelowZero)
                    || wants(FindingCode::LinesAboveAppropriation);
                assert!(is_known, "{act:?}: {found:?}");
            }
            Err(other) => panic!("{act:?}: {other:?}"),
        }
        let after = course.checked().await;
        let is_worse = after.0 < Money::ZERO && after.0 < before.0;
        assert_eq!(after.1, before.1 + usize::from(is_worse), "{act:?}");
        exceeded += usize::from(is_worse);
        before = after;
    }
    // Otherwise the course went nowhere near the limit.
    assert!(refused >= 3 && exceeded >= 3, "{refused}, {exceeded}");
}
