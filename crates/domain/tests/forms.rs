//! Drafts go through a form without a change.

use domain::decision::{ChangeDraft, CommitmentDraft, DecisionDraft, PartyDraft};
use domain::form::Rows as _;
use domain::funding::{CostRowDraft, FundingPlanDraft, FundingRowDraft};
use domain::project::{ContactDraft, OrganisationChoice, ProjectDraft};
use proptest::collection::vec;
use proptest::prelude::*;

/// Anything a field can hold, but for the carriage returns that browsers add themselves.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("</textarea><script>".to_owned()),
        "[^\r]{0,12}",
    ]
}

fn commitment() -> impl Strategy<Value = CommitmentDraft> {
    (typed(), typed(), typed(), typed(), typed()).prop_map(
        |(year, amount, strength, budget_line, condition)| CommitmentDraft {
            year,
            amount,
            strength,
            budget_line,
            condition,
        },
    )
}

fn change() -> impl Strategy<Value = ChangeDraft> {
    (typed(), typed()).prop_map(|(section, effect)| ChangeDraft { section, effect })
}

fn party() -> impl Strategy<Value = PartyDraft> {
    (typed(), typed()).prop_map(|(organisation, means)| PartyDraft {
        organisation,
        means,
    })
}

fn row(n_years: usize) -> impl Strategy<Value = FundingRowDraft> {
    let amounts = vec(typed(), n_years);
    (typed(), typed(), typed(), typed(), amounts, any::<bool>()).prop_map(
        |(funders, category, share, total, amounts, part)| FundingRowDraft {
            funders,
            category,
            share,
            total,
            amounts,
            part,
        },
    )
}

fn cost(n_years: usize) -> impl Strategy<Value = CostRowDraft> {
    let amounts = vec(typed(), n_years);
    (typed(), typed(), amounts).prop_map(|(category, total, amounts)| CostRowDraft {
        category,
        total,
        amounts,
    })
}

fn plan() -> impl Strategy<Value = FundingPlanDraft> {
    (2015_u16..2035, 0_u16..6).prop_flat_map(|(first, n_years)| {
        let rows = vec(row(usize::from(n_years)), 0..12);
        let costs = vec(cost(usize::from(n_years)), 0..8);
        let texts = (typed(), typed(), typed(), typed(), typed());
        (texts, rows, costs).prop_map(move |(texts, rows, costs)| {
            let (reason, total_cost, cost_model, support_kind, rate_reason) = texts;
            FundingPlanDraft {
                reason,
                total_cost,
                years: (first..first + n_years).collect(),
                rows,
                cost_model,
                support_kind,
                rate_reason,
                costs,
            }
        })
    })
}

proptest! {
    #[test]
    fn a_decision_comes_back_from_its_form(
        texts in vec(typed(), 15),
        commitments in vec(commitment(), 0..12),
        parties in vec(party(), 0..12),
        changes in vec(change(), 0..6),
    ) {
        let mut texts = texts.into_iter();
        let mut text = || texts.next().unwrap_or_default();
        let draft = DecisionDraft {
            title: text(),
            lang: text(),
            kind: text(),
            series: text(),
            section: text(),
            resolution: text(),
            background: text(),
            authority: text(),
            applied_provisions: text(),
            commitments,
            contact_office: text(),
            contact_person: text(),
            distribution: text(),
            parties,
            changes,
            remedy: text(),
            unrecognised: text(),
            not_personal: text(),
            is_imported: false,
        };
        prop_assert_eq!(DecisionDraft::from_pairs(&draft.to_pairs()), draft);
    }

    #[test]
    fn a_plan_comes_back_from_its_form(plan in plan()) {
        prop_assert_eq!(FundingPlanDraft::from_pairs(&plan.to_pairs()), plan);
    }

    #[test]
    fn a_project_comes_back_from_its_form(
        texts in vec(typed(), 15),
        joint in vec(typed(), 0..12),
        partners in vec(typed(), 0..12),
        contacts in vec((typed(), typed(), typed(), typed()), 0..12),
    ) {
        let mut texts = texts.into_iter();
        let mut text = || texts.next().unwrap_or_default();
        let chosen = |typed: Vec<String>| {
            let rows = typed.into_iter();
            rows.map(|organisation| OrganisationChoice { organisation }).collect()
        };
        let contact = |(contact_office, contact_person, email, phone)| ContactDraft {
            contact_office,
            contact_person,
            email,
            phone,
        };
        let draft = ProjectDraft {
            name: text(),
            summary: text(),
            city_role: text(),
            beneficiary: text(),
            first_month: text(),
            last_month: text(),
            funding_authority: text(),
            programme: text(),
            specific_objective: text(),
            project_code: text(),
            programme_number: text(),
            programme_date: text(),
            municipality: text(),
            latitude: text(),
            longitude: text(),
            joint: chosen(joint),
            partners: chosen(partners),
            contacts: contacts.into_iter().map(contact).collect(),
        };
        prop_assert_eq!(ProjectDraft::from_pairs(&draft.to_pairs()), draft);
    }

    #[test]
    fn any_fields_are_read_without_harm(
        pairs in vec(("(commitments|rows|parties)?-?[0-9]{0,25}-?[a-z0-9_]{0,8}", typed()), 0..20),
    ) {
        let draft = DecisionDraft::from_pairs(&pairs);
        let plan = FundingPlanDraft::from_pairs(&pairs);
        prop_assert!(draft.commitments.len() + draft.parties.len() <= pairs.len());
        prop_assert!(plan.rows.len() <= pairs.len());
    }
}

#[test]
fn line_ends_of_browsers_become_plain() {
    let pairs = [("resolution".to_owned(), "a\r\n\r\nb".to_owned())];
    assert_eq!(DecisionDraft::from_pairs(&pairs).resolution, "a\n\nb");
}

#[test]
fn buttons_add_and_remove_the_row_they_name_and_nothing_else() {
    let row = |funders: &str| FundingRowDraft {
        funders: funders.to_owned(),
        amounts: vec![String::new()],
        ..FundingRowDraft::default()
    };
    let mut plan = FundingPlanDraft {
        years: vec![2023],
        rows: vec![row("a"), row("b"), row("c")],
        ..FundingPlanDraft::default()
    };
    assert!(plan.edit_rows("remove-row-1"));
    assert_eq!(plan.rows, [row("a"), row("c")]);
    assert!(plan.edit_rows("add-row"));
    assert_eq!(plan.rows, [row("a"), row("c"), row("")]);
    for no_button in [
        "remove-row-3",
        "remove-row-",
        "remove-row",
        "remove-party-0",
        "save",
        "",
    ] {
        assert!(!plan.edit_rows(no_button), "{no_button}");
    }
    assert_eq!(plan.rows.len(), 3);

    let mut decision = DecisionDraft::default();
    assert!(decision.edit_rows("add-party"));
    assert!(decision.edit_rows("add-commitment"));
    assert_eq!((decision.parties.len(), decision.commitments.len()), (1, 1));
    assert!(decision.edit_rows("remove-party-0"));
    assert!(decision.parties.is_empty());
}
