//! Commitments and funding plans as tables.

use domain::Lang;
use domain::decision::Commitment;
use domain::funding::{Amounts, FundingCategory};
use domain::money::{Money, Share};
use domain::view::public::PlanView;
use wording::public::{DecisionText, ProjectText};
use wording::{format, names};

use crate::pdf::{Align, Column, Row, RowKind, Table};

/// What the city promises, by year, with the sum of what is committed.
pub(super) fn commitments(commitments: &[Commitment], lang: Lang) -> Table {
    let column = |text: DecisionText, align| Column::new(text.text(lang), align);
    let columns = vec![
        column(DecisionText::AccountingYear, Align::Left),
        column(DecisionText::Strength, Align::Left),
        column(DecisionText::BudgetLine, Align::Left),
        column(DecisionText::Amount, Align::Right),
    ];
    let mut rows: Vec<Row> = commitments
        .iter()
        .map(|line| commitment(line, lang))
        .collect();
    let committed = commitments
        .iter()
        .filter(|line| line.strength.is_committed());
    if let Some(sum) = Money::checked_sum(committed.map(|line| line.amount)) {
        let label = DecisionText::Committed.text(lang);
        let cells = [
            label.to_owned(),
            String::new(),
            String::new(),
            format::euros(sum, lang),
        ];
        rows.push(Row::new(RowKind::Total, cells));
    }
    Table::new(columns, rows).captioned(DecisionText::CommitmentTable.text(lang))
}

fn commitment(line: &Commitment, lang: Lang) -> Row {
    let year = line.year.map_or_else(
        || DecisionText::NoYear.text(lang).to_owned(),
        |year| year.to_string(),
    );
    let strength = names::strength(line.strength, lang);
    let strength = match &line.condition {
        Some(condition) => format!(
            "{strength}, {} {condition}",
            DecisionText::Condition.text(lang)
        ),
        None => strength.to_owned(),
    };
    let budget_line = line.budget_line.clone().unwrap_or_default();
    Row::new(
        RowKind::Entry,
        [
            year,
            strength,
            budget_line,
            format::euros(line.amount, lang),
        ],
    )
}

/// Who pays which part of the project, as far as it is known.
pub(super) fn plan(plan: &PlanView, lang: Lang) -> Table {
    let column = |text: ProjectText, align| Column::new(text.text(lang), align);
    let mut columns = vec![
        column(ProjectText::Funder, Align::Left),
        column(ProjectText::Category, Align::Left),
        column(ProjectText::Share, Align::Right),
    ];
    columns.extend(
        plan.years
            .iter()
            .map(|year| Column::new(year.to_string(), Align::Right)),
    );
    columns.push(column(ProjectText::InAll, Align::Right));
    let others = ProjectText::Others.text(lang);
    let mut rows = Vec::new();
    for line in &plan.lines {
        let mut funders = line.funders.clone();
        if line.others || funders.is_empty() {
            funders.push(others.to_owned());
        }
        let funders = funders.join(", ");
        rows.push(funder(
            &funders,
            line.category,
            line.share,
            &line.amounts,
            plan,
            lang,
        ));
        for (name, category, amounts) in &line.of_which {
            let name = format!(
                "{} {}",
                ProjectText::OfWhich.text(lang),
                name.as_deref().unwrap_or(others)
            );
            rows.push(funder(&name, *category, None, amounts, plan, lang));
        }
    }
    Table::new(columns, rows).captioned(ProjectText::PlanTable.text(lang))
}

fn funder(
    name: &str,
    category: FundingCategory,
    share: Option<Share>,
    amounts: &Amounts,
    plan: &PlanView,
    lang: Lang,
) -> Row {
    let mut cells = vec![
        name.to_owned(),
        names::category(category, lang).to_owned(),
        share
            .map(|share| format::share(share, lang))
            .unwrap_or_default(),
    ];
    let years = plan.years.iter().map(|year| amounts.of_year(*year));
    cells.extend(years.map(|amount| format::euros_or_unknown(amount, lang)));
    cells.push(format::euros_or_unknown(amounts.total, lang));
    Row::new(RowKind::Entry, cells)
}
