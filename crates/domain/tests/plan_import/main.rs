//! Funding plans from tables: what each row may say, what is found in it, and that a plan made into
//! a table is read as the same plan again.

mod kept;
mod laws;
mod rows;

use std::collections::BTreeMap;

use domain::dated_name::DatedName;
use domain::funding::FundingPlan;
use domain::id::{OrganisationId, ProjectId};
use domain::organisation::{Organisation, OrganisationKind};
use domain::project::phase::PhaseSteps;
use domain::project::place::Place;
use domain::project::{Month, ProgrammeDecision, Project, ProjectFacts, ProjectPeriod};
use domain::slug::Slug;
use domain::table::{Cell, Table, TableRow};
use domain::table_import::organisations::KnownOrganisations;
use domain::table_import::plans::{Known, NewPlan, PlanInForce, read};
use domain::table_import::{ImportDraft, ImportKind, ImportReport};
use time::macros::date;
use uuid::Uuid;

pub(crate) const HEADER: [&str; 11] = [
    "Hanke",
    "Rivi",
    "Siitä",
    "Rahoittaja",
    "Laji",
    "Vuosi",
    "Summa",
    "Osuus",
    "Kustannusmalli",
    "Mitä tuetaan",
    "Ylityksen peruste",
];

pub(crate) fn organisation(number: u128, name: &str, business_id: Option<&str>) -> Organisation {
    let name = DatedName {
        name: name.to_owned(),
        since: None,
    };
    let business_id = business_id.map(|id| id.parse().expect("a business ID"));
    let id = Uuid::from_u128(number).into();
    Organisation::new(id, OrganisationKind::Authority, business_id, vec![name]).expect("names")
}

pub(crate) fn organisations() -> Vec<Organisation> {
    vec![
        organisation(1, "Kainuun liitto", None),
        organisation(2, "Kajaani", Some("0214958-9")),
        organisation(3, "KAMK", None),
    ]
}

pub(crate) fn id(number: u128) -> OrganisationId {
    Uuid::from_u128(number).into()
}

pub(crate) fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// A project that runs from 2023 to 2025.
pub(crate) fn project(number: u128, slug: &str, name: &str, code: &str) -> Project {
    Project {
        id: Uuid::from_u128(number).into(),
        version: 1,
        slug: Slug::try_from(slug.to_owned()).expect("a slug"),
        facts: ProjectFacts {
            case: Uuid::from_u128(9).into(),
            name: name.to_owned(),
            summary: String::new(),
            city_role: None,
            beneficiary: None,
            joint_beneficiaries: Vec::new(),
            partners: Vec::new(),
            period: ProjectPeriod::new(month("1/2023"), month("6/2025")).ok(),
            funding_authority: None,
            programme: String::new(),
            specific_objective: String::new(),
            project_code: code.to_owned(),
            programme_decision: (number == 1).then(|| ProgrammeDecision {
                number: "EURA 2021/1".to_owned(),
                on: None,
            }),
            place: Place::default(),
        },
        steps: PhaseSteps::default(),
        contacts: Vec::new(),
    }
}

pub(crate) fn known(plans: BTreeMap<ProjectId, PlanInForce>) -> Known {
    let projects = vec![
        project(1, "puu", "Puuhanke", "A1"),
        project(2, "kivi", "Kivihanke", ""),
        project(3, "kivi-2", "Kivihanke", ""),
    ];
    Known::new(projects, &organisations(), date!(2024 - 01 - 01)).with_plans(plans)
}

pub(crate) fn draft() -> ImportDraft {
    let mut draft = ImportDraft {
        reason: "Tuotu".to_owned(),
        ..ImportDraft::new(ImportKind::Plans)
    };
    draft.recognise(&HEADER.map(str::to_owned));
    draft
}

pub(crate) fn table(rows: &[Vec<String>]) -> Table {
    let row = |(number, row): (u32, &Vec<String>)| TableRow {
        number,
        cells: (0..HEADER.len())
            .map(|at| Cell::Text(row.get(at).cloned().unwrap_or_default()))
            .collect(),
        fault: None,
    };
    Table {
        columns: HEADER.map(str::to_owned).to_vec(),
        rows: (2..).zip(rows).map(row).collect(),
        faults: Vec::new(),
    }
}

pub(crate) fn of_rows(rows: &[&[&str]]) -> (ImportReport, Vec<NewPlan>) {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|text| (*text).to_owned()).collect())
        .collect();
    read(&table(&rows), &draft(), &known(BTreeMap::new()))
}

pub(crate) fn plan(new: &NewPlan) -> FundingPlan {
    let known = KnownOrganisations::new(&organisations(), date!(2024 - 01 - 01));
    new.draft.read(|name| known.named(name)).expect("a plan")
}
