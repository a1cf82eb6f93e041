//! Projects from rows: each by the rules of the form. One that the register has is never written
//! over: what the row says otherwise is shown.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use super::organisations::KnownOrganisations;
use super::row::rows_of;
use super::{
    Difference, Found, ImportDraft, ImportReport, MAX_SAVED, RowOutcome, TypedRow, code_of,
};
use crate::case::CaseNumber;
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::CaseId;
use crate::organisation::Organisation;
use crate::project::phase::PhaseSteps;
use crate::project::{
    CityRole, ContactDraft, OrganisationChoice, Project, ProjectDraft, ProjectFacts,
};
use crate::slug::Slug;
use crate::table::Table;

/// Words for what the city is in a project, in small letters without signs.
const ROLES: [(CityRole, &[&str]); 2] = [
    (
        CityRole::CoFunder,
        &[
            "ulkopuolinenosarahoittaja",
            "osarahoittaja",
            "rahoittaja",
            "utomståendemedfinansiär",
            "medfinansiär",
            "outsidecofunder",
            "cofunder",
        ],
    ),
    (
        CityRole::Beneficiary,
        &[
            "tuensaaja",
            "toteuttaja",
            "stödtagare",
            "stödmottagare",
            "beneficiary",
        ],
    ),
];

/// Stands for an organisation that the register does not know, and is no identity of any.
const NOBODY: &str = "-";

/// What the register has, that rows are read against.
#[derive(Clone, Debug, Default)]
pub struct Known {
    cases: BTreeMap<String, CaseId>,
    organisations: KnownOrganisations,
    projects: Vec<Project>,
}

impl Known {
    /// The cases that the file names and of which something may still be written, by the key of
    /// their number; every organisation; every project. Names are those of `today`.
    pub fn new(
        cases: BTreeMap<String, CaseId>,
        organisations: &[Organisation],
        projects: Vec<Project>,
        today: Date,
    ) -> Self {
        Self {
            cases,
            organisations: KnownOrganisations::new(organisations, today),
            projects,
        }
    }

    /// The name of today of an organisation whose identity stands in a form.
    fn name(&self, id: &str) -> String {
        let name = id.parse().ok().and_then(|id| self.organisations.name(id));
        name.unwrap_or_default().to_owned()
    }
}

/// The keys by which a project is known: its address, and the numbers that others gave it.
fn keys(slug: Option<&Slug>, facts: &ProjectFacts) -> Vec<(&'static str, String)> {
    let programme = facts.programme_decision.as_ref();
    [
        (
            "programme_number",
            programme.map(|of| of.number.to_lowercase()),
        ),
        ("project_code", Some(facts.project_code.to_lowercase())),
        ("project_name", slug.map(ToString::to_string)),
    ]
    .into_iter()
    .filter_map(|(field, key)| Some((field, key.filter(|key| !key.is_empty())?)))
    .collect()
}

/// A project that is to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewProject {
    /// Its case.
    pub case: CaseId,
    /// It as the form would have it.
    pub draft: ProjectDraft,
}

/// The numbers of the cases that a file names.
pub fn case_numbers(table: &Table, draft: &ImportDraft) -> BTreeSet<CaseNumber> {
    let (rows, _) = rows_of(table, draft, MAX_SAVED);
    let numbers = rows
        .iter()
        .filter_map(|row| row.text("case_number").parse().ok());
    numbers.collect()
}

/// What a file says of projects. Beside the report, the projects that it would add.
pub fn read(table: &Table, draft: &ImportDraft, known: &Known) -> (ImportReport, Vec<NewProject>) {
    let (rows, mut report) = rows_of(table, draft, MAX_SAVED);
    let mut by_key: BTreeMap<(&str, String), &Project> = BTreeMap::new();
    for project in &known.projects {
        for key in keys(Some(&project.slug), &project.facts) {
            by_key.entry(key).or_insert(project);
        }
    }
    let mut seen = BTreeSet::new();
    let mut added = Vec::new();
    for mut row in rows {
        if row.is_example() {
            report
                .rows
                .push(row.report(RowOutcome::Example, Vec::new(), None));
            continue;
        }
        let read = read_row(&mut row, known).filter(|_| row.remarks.is_empty());
        let Some((new, facts)) = read else {
            report
                .rows
                .push(row.report(RowOutcome::Refused, Vec::new(), None));
            continue;
        };
        let keys = keys(Slug::from_title(&facts.name).as_ref(), &facts);
        if let Some((field, _)) = keys.iter().find(|key| seen.contains(*key)) {
            row.say(&Finding::at(*field, FindingCode::InFileTwice).into());
        }
        seen.extend(keys.iter().cloned());
        let existing = keys.iter().find_map(|key| by_key.get(key));
        let (outcome, differences, found) = match existing {
            None => (RowOutcome::Recorded, Vec::new(), None),
            Some(existing) => {
                let differences = differences(&row, &facts, existing, known);
                let outcome = if differences.is_empty() {
                    RowOutcome::Already
                } else {
                    RowOutcome::Differs
                };
                let found = Found::Project(existing.slug.clone());
                (outcome, differences, Some(found))
            }
        };
        if outcome == RowOutcome::Recorded && row.remarks.is_empty() {
            added.push(new);
        }
        report.rows.push(row.report(outcome, differences, found));
    }
    (report, added)
}

/// Reads a row as the form reads its fields; what is wrong is said in the row.
fn read_row(row: &mut TypedRow, known: &Known) -> Option<(NewProject, ProjectFacts)> {
    let mut findings = Findings::default();
    let number = row.text("case_number");
    let number =
        findings.optional::<CaseNumber>("case_number", number, FindingCode::NotACaseNumber);
    let case = number
        .as_ref()
        .and_then(|number| known.cases.get(&number.key()));
    if row.text("case_number").is_empty() {
        findings.push(Finding::at("case_number", FindingCode::Missing));
    } else if number.is_some() && case.is_none() {
        findings.push(Finding::at("case_number", FindingCode::CaseNumberUnknown));
    }
    let role = row.text("city_role").to_owned();
    let city_role = code_of(&role, &ROLES, CityRole::code)
        .or_else(|| CityRole::from_code(&role).map(CityRole::code));
    if city_role.is_none() && !role.is_empty() {
        row.say_unknown("city_role");
    }
    let draft = draft_of(row, city_role.unwrap_or_default(), known);
    let case = case.copied();
    // Without a case it is read all the same, so that everything wrong is said at once.
    let nowhere = CaseId::from(uuid::Uuid::nil());
    let facts = match draft.read(case.unwrap_or(nowhere)) {
        Ok(read) => Some(read.facts),
        Err(of_form) => {
            for finding in &of_form {
                let field = finding.place.split('-').next().unwrap_or_default();
                let field = match field {
                    "contacts" => "contact_office",
                    "name" => "project_name",
                    field => field,
                };
                findings.push(Finding::at(field, finding.code));
            }
            None
        }
    };
    row.say(&findings);
    Some((NewProject { case: case?, draft }, facts?))
}

fn draft_of(row: &TypedRow, city_role: &str, known: &Known) -> ProjectDraft {
    let text = |field: &str| row.text(field).to_owned();
    let id = |name: &str| {
        let id = known.organisations.of(name).map(|id| id.to_string());
        id.unwrap_or_else(|| NOBODY.to_owned())
    };
    let one = |field: &str| match row.text(field) {
        "" => String::new(),
        name => id(name),
    };
    let several = |field: &str| {
        let names = row.text(field).split(';').map(str::trim);
        let names = names.filter(|name| !name.is_empty());
        let chosen = names.map(|name| OrganisationChoice {
            organisation: id(name),
        });
        chosen.collect()
    };
    let contact = ContactDraft {
        contact_office: text("contact_office"),
        ..ContactDraft::default()
    };
    let mut draft = ProjectDraft {
        name: text("project_name"),
        summary: text("summary"),
        city_role: city_role.to_owned(),
        beneficiary: one("beneficiary"),
        first_month: text("first_month"),
        last_month: text("last_month"),
        funding_authority: one("funding_authority"),
        programme: text("programme"),
        specific_objective: text("specific_objective"),
        project_code: text("project_code"),
        programme_number: text("programme_number"),
        programme_date: text("programme_date"),
        municipality: text("municipality"),
        latitude: text("latitude"),
        longitude: text("longitude"),
        joint: several("joint"),
        partners: several("partners"),
        contacts: vec![contact],
    };
    draft.compact();
    draft
}

/// What a row says otherwise than the project that the register has. A cell in which nothing
/// stands says nothing.
fn differences(
    row: &TypedRow,
    read: &ProjectFacts,
    existing: &Project,
    known: &Known,
) -> Vec<Difference> {
    let of_file = ProjectDraft::from(&Project {
        facts: read.clone(),
        steps: PhaseSteps::default(),
        contacts: Vec::new(),
        ..existing.clone()
    });
    let of_register = ProjectDraft::from(existing);
    let pairs = shown(&of_file, known)
        .into_iter()
        .zip(shown(&of_register, known));
    let differ = pairs.filter(|((field, in_file), (_, in_register))| {
        !row.text(field).is_empty() && in_file != in_register
    });
    differ
        .map(|((field, in_file), (_, in_register))| Difference {
            field,
            in_file,
            in_register,
        })
        .collect()
}

/// The fields of a project as people read them, whichever way they were typed.
fn shown(draft: &ProjectDraft, known: &Known) -> Vec<(&'static str, String)> {
    let several = |rows: &[OrganisationChoice]| {
        let names = rows.iter().map(|row| known.name(&row.organisation));
        names.collect::<Vec<_>>().join("; ")
    };
    vec![
        ("project_name", draft.name.clone()),
        ("summary", draft.summary.clone()),
        ("city_role", draft.city_role.clone()),
        ("beneficiary", known.name(&draft.beneficiary)),
        ("joint", several(&draft.joint)),
        ("partners", several(&draft.partners)),
        ("first_month", draft.first_month.clone()),
        ("last_month", draft.last_month.clone()),
        ("funding_authority", known.name(&draft.funding_authority)),
        ("programme", draft.programme.clone()),
        ("specific_objective", draft.specific_objective.clone()),
        ("project_code", draft.project_code.clone()),
        ("programme_number", draft.programme_number.clone()),
        ("programme_date", draft.programme_date.clone()),
        ("municipality", draft.municipality.clone()),
        ("latitude", draft.latitude.clone()),
        ("longitude", draft.longitude.clone()),
    ]
}
