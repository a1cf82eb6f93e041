//! A project's funding plan as the table that the import of plans reads.

use domain::Lang;
use domain::funding::{Funder, FundingPlan};
use domain::id::OrganisationId;
use domain::slug::Slug;
use domain::table_import::ImportKind;
use domain::table_import::plans::{AmountKind, PlanAmount, amounts_of};
use wording::desk::import_column;
use wording::desk::table_import::TableImportText as T;
use wording::{cost, format, names};

use crate::table::{Cell, Column, Kind, Table};

/// A row for each amount. `name` is what an organisation is called.
pub fn table(
    slug: &Slug,
    plan: &FundingPlan,
    name: impl Fn(OrganisationId) -> String,
    lang: Lang,
) -> Table {
    let kind = ImportKind::Plans;
    let columns = kind.columns().iter().map(|of| {
        let kind = match of.field {
            "plan_line" => Kind::Count,
            "year" => Kind::Year,
            "amount" => Kind::Money,
            _ => Kind::Text,
        };
        Column::new(
            of.field,
            import_column::name(ImportKind::Plans, of.field, lang),
            kind,
        )
    });
    let mut costs = plan.costs();
    let rows = amounts_of(plan).into_iter().map(|amount| {
        // What is said of the costs as a whole stands in the first row of them.
        let of_costs = matches!(amount.kind, AmountKind::Cost(_));
        let of_costs = of_costs.then(|| costs.take()).flatten();
        let mut cells = cells(slug, &amount, &name, lang);
        cells.extend([
            Cell::text(of_costs.map(|of| cost::model(of.model, lang))),
            Cell::text(of_costs.map(|of| cost::support(of.support, lang))),
            Cell::text(
                of_costs
                    .map(|of| of.rate_reason.as_str())
                    .filter(|reason| !reason.is_empty()),
            ),
        ]);
        cells
    });
    Table {
        title: T::PlanTitle.text(lang).to_owned(),
        columns: columns.collect(),
        rows: rows.collect(),
        total: None,
    }
}

fn cells(
    slug: &Slug,
    amount: &PlanAmount,
    name: &impl Fn(OrganisationId) -> String,
    lang: Lang,
) -> Vec<Cell> {
    let funders = amount.funders.iter().map(|funder| match funder {
        Funder::Organisation(id) => name(*id),
        Funder::Others => "*".to_owned(),
    });
    let funders = funders.collect::<Vec<_>>().join("; ");
    let kind = match amount.kind {
        AmountKind::Funding(category) => names::category(category, lang),
        AmountKind::Cost(category) => cost::category(category, lang),
        AmountKind::TotalCost => T::TotalCost.text(lang),
    };
    vec![
        Cell::Text(slug.to_string()),
        amount
            .line
            .map_or(Cell::Empty, |line| Cell::Count(line.into())),
        Cell::text(amount.part.then_some("x")),
        Cell::text(Some(funders).filter(|funders| !funders.is_empty())),
        Cell::Text(kind.to_owned()),
        Cell::year(amount.year),
        Cell::money(amount.amount),
        Cell::text(amount.share.map(|share| format::share(share, lang))),
    ]
}
