//! The fields of Regulation (EU) 2021/1060 Art. 49(3) for the projects with support from an EU
//! programme: an unofficial extract, since the official list is the managing authority's.

use domain::Lang;
use domain::funding::FundingCategory;
use domain::view::public::ProjectPage;
use wording::public::{ColumnText, OpenText, ProjectText};

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

/// The columns of the table, with the letters of Art. 49(3) in the order of the article. What the
/// register does not know is empty: it knows the support of the EU and the state only together, so
/// that the Union's rate is left open, and so is the type of intervention.
pub fn columns(lang: Lang) -> Vec<Column> {
    use ColumnText as C;
    let text = |code, label| Column::new(code, label, Kind::Text);
    let day = |code, label| Column::new(code, label, Kind::Day);
    let money = |code, label| Column::new(code, label, Kind::Money);
    let of_project = |label: ProjectText| label.text(lang);
    let of_open = |label: OpenText| label.text(lang);
    let columns = [
        (
            text("operation_code", of_project(ProjectText::ProjectCode)),
            C::OperationCode,
        ),
        (
            text("beneficiary", of_project(ProjectText::Beneficiary)),
            C::Beneficiary,
        ),
        (
            text("business_id", of_open(OpenText::BusinessId)),
            C::BusinessId,
        ),
        (
            text("operation_name", of_open(OpenText::OperationName)),
            C::ProjectName,
        ),
        (text("purpose", of_open(OpenText::Purpose)), C::Purpose),
        (
            day("start_date", of_open(OpenText::StartDate)),
            C::StartDate,
        ),
        (day("end_date", of_open(OpenText::EndDate)), C::EndDate),
        (
            money("total_cost", of_project(ProjectText::TotalCost)),
            C::TotalCost,
        ),
        (text("fund", of_open(OpenText::Fund)), C::Fund),
        (
            text(
                "specific_objective",
                of_project(ProjectText::SpecificObjective),
            ),
            C::SpecificObjective,
        ),
        (
            text("union_cofinancing_rate", of_open(OpenText::UnionRate)),
            C::NotKnown,
        ),
        (
            money("eu_and_state_support", of_open(OpenText::EuAndState)),
            C::Support,
        ),
        (
            text("location", of_project(ProjectText::Place)),
            C::Municipality,
        ),
        (text("latitude", of_open(OpenText::Latitude)), C::Point),
        (text("longitude", of_open(OpenText::Longitude)), C::Point),
        (text("country", of_open(OpenText::Country)), C::Country),
        (
            text("type_of_intervention", of_open(OpenText::Intervention)),
            C::NotKnown,
        ),
        (text("project", of_open(OpenText::Slug)), C::ProjectAddress),
        (text("status", of_open(OpenText::Status)), C::Unofficial),
    ];
    columns
        .map(|(column, about)| column.about(about.text(lang)))
        .into()
}

/// The operations among projects.
pub fn table(projects: &[ProjectPage], lang: Lang) -> Table {
    let operations = projects.iter().filter(|page| is_operation(page));
    Table {
        title: OpenText::Operations.text(lang).to_owned(),
        columns: columns(lang),
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
