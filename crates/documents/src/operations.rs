//! The fields of Regulation (EU) 2021/1060 Art. 49(3) for the projects with support from an EU
//! programme: an unofficial extract, since the official list is the managing authority's.

use domain::Lang;
use domain::funding::FundingCategory;
use domain::view::public::ProjectPage;
use wording::public::{OpenText, ProjectText};

use crate::table::{Cell, Column, Kind, Table};

/// Whether a project has support from an EU programme: by its plan, its code or the decision of the
/// programme's authority.
pub fn is_operation(page: &ProjectPage) -> bool {
    let planned = page.plan.iter().flat_map(|plan| &plan.lines);
    let mut categories = planned.map(|line| line.category);
    categories.any(|category| category == FundingCategory::EuAndState)
        || !page.facts.project_code.is_empty()
        || page.facts.programme_decision.is_some()
}

/// The operations, with the letters of Art. 49(3) in the order of the article. What the register
/// does not know of one is empty: it knows the support of the EU and the state only together, so
/// that the Union's rate is left open, and so is the type of intervention.
pub fn table(projects: &[ProjectPage], lang: Lang) -> Table {
    let text = |code, label| Column::new(code, label, Kind::Text);
    let day = |code, label| Column::new(code, label, Kind::Day);
    let money = |code, label| Column::new(code, label, Kind::Money);
    let operations = projects.iter().filter(|page| is_operation(page));
    Table {
        title: OpenText::Operations.text(lang).to_owned(),
        columns: vec![
            text("operation_code", ProjectText::ProjectCode.text(lang)),
            text("beneficiary", ProjectText::Beneficiary.text(lang)),
            text("business_id", OpenText::BusinessId.text(lang)),
            text("operation_name", OpenText::OperationName.text(lang)),
            text("purpose", OpenText::Purpose.text(lang)),
            day("start_date", OpenText::StartDate.text(lang)),
            day("end_date", OpenText::EndDate.text(lang)),
            money("total_cost", ProjectText::TotalCost.text(lang)),
            text("fund", OpenText::Fund.text(lang)),
            text(
                "specific_objective",
                ProjectText::SpecificObjective.text(lang),
            ),
            text("union_cofinancing_rate", OpenText::UnionRate.text(lang)),
            money("eu_and_state_support", OpenText::EuAndState.text(lang)),
            text("location", ProjectText::Place.text(lang)),
            text("latitude", OpenText::Latitude.text(lang)),
            text("longitude", OpenText::Longitude.text(lang)),
            text("country", OpenText::Country.text(lang)),
            text("type_of_intervention", OpenText::Intervention.text(lang)),
            text("project", OpenText::Slug.text(lang)),
            text("status", OpenText::Status.text(lang)),
        ],
        rows: operations.map(|page| cells(page, lang)).collect(),
        total: None,
    }
}

fn cells(page: &ProjectPage, lang: Lang) -> Vec<Cell> {
    let (row, facts) = (&page.row, &page.facts);
    let words = |text: &str| Cell::text((!text.is_empty()).then_some(text));
    let planned = |day: Option<time::Date>| day.map_or(Cell::Empty, Cell::Day);
    let first = row.period.and_then(|period| period.first().first_day());
    let last = row.period.and_then(|period| period.last().last_day());
    let point = facts.place.point;
    vec![
        words(&facts.project_code),
        Cell::text(row.beneficiary.as_deref()),
        Cell::text(facts.business_id.as_deref()),
        Cell::Text(row.name.clone()),
        words(&facts.summary),
        planned(facts.began.or(first)),
        planned(facts.ended.or(last)),
        Cell::money(page.plan.as_ref().and_then(|plan| plan.total_cost)),
        words(&facts.programme),
        words(&facts.specific_objective),
        Cell::Empty,
        Cell::money(page.plan.as_ref().and_then(|plan| plan.support)),
        words(&facts.place.municipality),
        Cell::text(point.map(|point| point.latitude.to_string())),
        Cell::text(point.map(|point| point.longitude.to_string())),
        Cell::Text("FI".to_owned()),
        Cell::Empty,
        Cell::Text(row.slug.to_string()),
        Cell::Text(OpenText::Unofficial.text(lang).to_owned()),
    ]
}
