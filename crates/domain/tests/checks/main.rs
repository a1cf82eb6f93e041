//! What is looked at before a decision is signed: the plan, the authority, the weights.

mod budget;
#[path = "../common/mod.rs"]
mod common;

use common::{complete_draft, readiness};
use domain::Money;
use domain::check::{Checked, Circumstances, Made, YearBudget, check};
use domain::decision::{
    ChangeDraft, Commitment, CommitmentStrength, DecisionContent, DecisionDraft, DecisionKind,
    Readiness,
};
use domain::delegation::{Delegation, DelegationFacts};
use domain::finding::{Finding, FindingCode, Findings, Weight};
use domain::funding::{Amounts, Funder, FundingCategory, FundingLine, FundingPart, FundingPlan};
use domain::id::{OrganisationId, ProjectId};
use domain::personal::Known;
use domain::section::Section;
use domain::slug::Slug;
use proptest::prelude::*;
use time::Date;
use time::macros::date;
use uuid::Uuid;

const TODAY: Date = date!(2023 - 08 - 21);

fn city() -> OrganisationId {
    Uuid::from_u128(1).into()
}

fn series() -> Slug {
    "kaupunginjohtaja".to_owned().try_into().expect("a slug")
}

fn euros(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

/// The complete draft for a project: 2 500 € in 2023 and 2 500 € in 2024.
fn content(change: fn(&mut DecisionDraft)) -> (DecisionDraft, DecisionContent) {
    let mut draft = complete_draft();
    "participation".clone_into(&mut draft.kind);
    change(&mut draft);
    let against = Readiness {
        project: Some(ProjectId::from(Uuid::from_u128(9))),
        ..readiness()
    };
    let content = draft.read(&against).expect("a complete draft");
    (draft, content)
}

fn nothing(_: &mut DecisionDraft) {}

/// A plan in which the city pays something alone, known by year as far as given.
fn plan(years: &[(u16, i64)]) -> FundingPlan {
    let amounts = Amounts {
        total: None,
        years: years
            .iter()
            .map(|(year, amount)| (*year, euros(*amount)))
            .collect(),
    };
    let line = FundingLine {
        funders: vec![Funder::Organisation(city()), Funder::Others],
        category: FundingCategory::Several,
        share: None,
        amounts: Amounts::default(),
        of_which: vec![FundingPart {
            funder: Funder::Organisation(city()),
            category: FundingCategory::MunicipalShare,
            amounts,
        }],
    };
    FundingPlan::new(None, vec![line]).expect("a plan")
}

fn delegation(limit: Option<i64>, kinds: &[DecisionKind]) -> Delegation {
    Delegation {
        id: Uuid::from_u128(3).into(),
        version: 1,
        facts: DelegationFacts {
            series: series(),
            provision: "Hallintosääntö 17 §".to_owned(),
            decision: None,
            limit: limit.map(euros),
            kinds: kinds.to_vec(),
            valid_from: date!(2023 - 01 - 01),
            valid_to: Some(date!(2023 - 12 - 31)),
        },
    }
}

fn promised(
    series: &str,
    year: u16,
    amount: i64,
    strength: CommitmentStrength,
) -> (Section, Commitment) {
    let section = Section {
        series: series.to_owned().try_into().expect("a slug"),
        year: 2022,
        number: 3,
    };
    let commitment = Commitment {
        year: Some(year),
        amount: euros(amount),
        strength,
        budget_line: None,
        condition: None,
    };
    (section, commitment)
}

/// Has a draft change the decision that [`promised`] speaks of.
fn change(draft: &mut DecisionDraft, effect: &str) {
    draft.changes.push(ChangeDraft {
        section: "kaupunginjohtaja/2022/3".to_owned(),
        effect: effect.to_owned(),
    });
}

/// What the tests look at a draft against.
struct Around {
    plan: Option<FundingPlan>,
    promised: Vec<(Section, Commitment)>,
    budgets: Vec<YearBudget>,
    delegations: Vec<Delegation>,
    made: Made,
    today: Date,
}

impl Default for Around {
    /// Everything is in order.
    fn default() -> Self {
        Self {
            plan: Some(plan(&[(2023, 2_500), (2024, 2_500)])),
            promised: Vec::new(),
            budgets: Vec::new(),
            delegations: vec![delegation(Some(5_000), &DecisionKind::ALL)],
            made: Made::Here,
            today: TODAY,
        }
    }
}

impl Around {
    fn look(&self, (draft, content): &(DecisionDraft, DecisionContent)) -> Checked {
        let series = series();
        let around = Circumstances {
            today: self.today,
            made: self.made,
            series: Some(&series),
            plan: self.plan.as_ref(),
            city: Some(city()),
            promised: &self.promised,
            budgets: &self.budgets,
            delegations: &self.delegations,
            known: &Known::default(),
        };
        check(draft, Some(content), &around)
    }

    fn found(&self, change: fn(&mut DecisionDraft)) -> Vec<(String, FindingCode)> {
        let found = self.look(&content(change)).findings.into_iter();
        found.map(|finding| (finding.place, finding.code)).collect()
    }
}

fn at(place: &str, code: FindingCode) -> Vec<(String, FindingCode)> {
    vec![(place.to_owned(), code)]
}

#[test]
fn a_decision_within_plan_and_authority_has_no_finding() {
    assert_eq!(Around::default().found(nothing), []);
}

#[test]
fn a_plan_that_has_less_of_the_city_is_a_notice_at_the_year() {
    let around = Around {
        plan: Some(plan(&[(2023, 2_500), (2024, 2_400)])),
        ..Around::default()
    };
    let expected = at("commitments-1-amount", FindingCode::PlanExceeded);
    assert_eq!(around.found(nothing), expected);
    // An earlier promise, in whatever series, uses up the same year; one provided for does not.
    let with = |strength| Around {
        promised: vec![promised("kaupunginhallitus", 2024, 1, strength)],
        ..Around::default()
    };
    assert_eq!(
        with(CommitmentStrength::Conditional).found(nothing),
        expected
    );
    assert_eq!(with(CommitmentStrength::ProvidedFor).found(nothing), []);
}

#[test]
fn an_amount_that_the_plan_does_not_know_is_unknown_and_no_failure() {
    for known in [&[][..], &[(2023, 2_500)]] {
        let around = Around {
            plan: Some(plan(known)),
            ..Around::default()
        };
        assert_eq!(around.found(nothing), []);
    }
    let others = FundingLine {
        funders: vec![Funder::Others],
        category: FundingCategory::Private,
        share: None,
        amounts: Amounts::default(),
        of_which: Vec::new(),
    };
    let without_city = FundingPlan::new(None, vec![others]).expect("a plan");
    for (plan, code) in [
        (None, FindingCode::PlanMissing),
        (Some(without_city), FindingCode::PlanWithoutCity),
    ] {
        let around = Around {
            plan,
            ..Around::default()
        };
        assert_eq!(around.found(nothing), at("commitments-0-amount", code));
        assert_eq!(code.weight(), Weight::Notice);
    }
}

#[test]
fn the_limit_is_for_the_whole_promise_of_the_series_to_the_project() {
    let earlier = |series, strength| Around {
        plan: Some(plan(&[])),
        promised: vec![promised(series, 2022, 1, strength)],
        ..Around::default()
    };
    let exceeded = at("authority", FindingCode::AuthorityExceeded);
    for strength in [
        CommitmentStrength::Granted,
        CommitmentStrength::AtMost,
        CommitmentStrength::Conditional,
    ] {
        assert_eq!(
            earlier("kaupunginjohtaja", strength).found(nothing),
            exceeded
        );
    }
    let provided = CommitmentStrength::ProvidedFor;
    assert_eq!(earlier("kaupunginjohtaja", provided).found(nothing), []);
    let other = earlier("kaupunginhallitus", CommitmentStrength::Granted);
    assert_eq!(
        other.found(nothing),
        [],
        "another one's promise is under another limit"
    );
    let looked = earlier("kaupunginjohtaja", CommitmentStrength::Granted).look(&content(nothing));
    let promise = looked.promise.expect("it is signed here");
    assert_eq!(promise.sum, Some(euros(5_001)));
    assert_eq!(promise.lines.len(), 3);
    assert!(promise.lines[0].earlier.is_some() && promise.lines[1].earlier.is_none());
    assert_eq!(FindingCode::AuthorityExceeded.weight(), Weight::Blocks);
}

#[test]
fn of_several_delegations_the_furthest_that_fits_is_measured_by() {
    let kinds = [DecisionKind::Participation];
    let around = |delegations| Around {
        delegations,
        ..Around::default()
    };
    let small = || delegation(Some(100), &kinds);
    for (delegations, expected) in [
        (vec![], at("authority", FindingCode::AuthorityUnknown)),
        (
            vec![small()],
            at("authority", FindingCode::AuthorityExceeded),
        ),
        (vec![small(), delegation(Some(5_000), &kinds)], vec![]),
        (vec![delegation(None, &kinds), small()], vec![]),
        (
            vec![delegation(None, &[DecisionKind::Grant])],
            at("kind", FindingCode::AuthorityNotForKind),
        ),
        (
            vec![delegation(None, &[DecisionKind::Grant]), small()],
            at("authority", FindingCode::AuthorityExceeded),
        ),
    ] {
        assert_eq!(around(delegations).found(nothing), expected);
    }
}

#[test]
fn a_delegation_holds_on_its_first_and_its_last_day_only() {
    for (today, expected) in [
        (
            date!(2022 - 12 - 31),
            at("authority", FindingCode::AuthorityUnknown),
        ),
        (date!(2023 - 01 - 01), vec![]),
        (date!(2023 - 12 - 31), vec![]),
        (
            date!(2024 - 01 - 01),
            at("authority", FindingCode::AuthorityUnknown),
        ),
    ] {
        let around = Around {
            today,
            ..Around::default()
        };
        assert_eq!(around.found(nothing), expected, "{today}");
    }
}

#[test]
fn of_what_was_made_elsewhere_nobodys_authority_is_asked() {
    let around = Around {
        made: Made::Elsewhere,
        delegations: Vec::new(),
        ..Around::default()
    };
    let looked = around.look(&content(nothing));
    assert!(looked.findings.is_empty() && looked.promise.is_none());
}

#[test]
fn applied_provisions_are_required_here_and_told_to_be_missing_elsewhere() {
    let mut draft = complete_draft();
    draft.applied_provisions.clear();
    let found = draft.read(&readiness()).expect_err("hallintolaki 45 §");
    let expected = Finding::at("applied_provisions", FindingCode::ProvisionsMissing);
    assert_eq!(found, Findings::from(expected));
    let excused = Readiness {
        provisions_may_be_unknown: true,
        ..readiness()
    };
    let content = draft.read(&excused).expect("a document may name none");
    let around = Around {
        made: Made::Elsewhere,
        ..Around::default()
    };
    let notice = Finding::at("applied_provisions", FindingCode::ProvisionsNotNamed);
    assert_eq!(
        around.look(&(draft.clone(), content.clone())).findings,
        notice.clone().into()
    );
    draft.is_imported = true;
    assert_eq!(
        Around::default().look(&(draft, content)).findings,
        notice.into()
    );
}

#[test]
fn what_amends_or_repeals_names_the_earlier_decision() {
    for kind in ["amendment", "repeal"] {
        let mut draft = complete_draft();
        kind.clone_into(&mut draft.kind);
        let content = draft.read(&readiness()).expect("its form is complete");
        let found = |around: &Around, draft: &DecisionDraft| {
            around.look(&(draft.clone(), content.clone())).findings
        };
        let missing = Finding::at("changes", FindingCode::ChangesMissing);
        assert_eq!(found(&Around::default(), &draft), missing.into());
        let elsewhere = Around {
            made: Made::Elsewhere,
            ..Around::default()
        };
        let notice = Finding::at("changes", FindingCode::ChangesNotNamed);
        assert_eq!(found(&elsewhere, &draft), notice.into());
        assert_eq!(FindingCode::ChangesNotNamed.weight(), Weight::Notice);
        draft.changes.push(ChangeDraft::default());
        assert_eq!(found(&Around::default(), &draft), Findings::default());
    }
}

#[test]
fn what_a_decision_ends_is_promised_no_more() {
    let around = Around {
        promised: vec![promised(
            "kaupunginjohtaja",
            2023,
            5_000,
            CommitmentStrength::Granted,
        )],
        ..Around::default()
    };
    let codes = |change: fn(&mut DecisionDraft)| -> Vec<FindingCode> {
        let found = around.found(change).into_iter();
        found.map(|(_, code)| code).collect()
    };
    let both = [FindingCode::PlanExceeded, FindingCode::AuthorityExceeded];
    assert_eq!(codes(nothing), both);
    assert_eq!(codes(|draft| change(draft, "amends")), both);
    assert_eq!(codes(|draft| change(draft, "repeals")), []);
    assert_eq!(codes(|draft| change(draft, "lets_lapse")), []);
}

#[test]
fn notices_never_stop_anything_and_are_kept_apart() {
    let mut findings = Findings::from(Finding::at("background", FindingCode::NameUnmarked));
    assert_eq!(findings.clone().into_result(1), Ok(1));
    let blocking = Finding::at("title", FindingCode::Missing);
    findings.push(blocking.clone());
    assert_eq!(findings.clone().into_result(1), Err(blocking.into()));
    assert_eq!(findings.of_weight(Weight::Notice).iter().count(), 1);
    // Codes with check digits leave no doubt.
    assert_eq!(FindingCode::IdentityCodeUnmarked.weight(), Weight::Blocks);
    assert_eq!(FindingCode::AccountNumberUnmarked.weight(), Weight::Blocks);
}

proptest! {
    /// Whatever was promised: it is above the limit exactly when the sum is.
    #[test]
    fn the_limit_is_exceeded_exactly_when_the_sum_is_above(limit in 1_i64..20_000, before in prop::collection::vec(1_i64..6_000, 0..4)) {
        let around = Around {
            plan: Some(plan(&[])),
            promised: before.iter().map(|amount| promised("kaupunginjohtaja", 2022, *amount, CommitmentStrength::Granted)).collect(),
            delegations: vec![delegation(Some(limit), &DecisionKind::ALL)],
            ..Around::default()
        };
        let above = 5_000 + before.iter().sum::<i64>() > limit;
        prop_assert_eq!(around.found(nothing).is_empty(), !above);
    }
}
