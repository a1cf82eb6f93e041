//! Projects: what a form says of one, how far it has come, and what was changed in it.

use std::collections::BTreeSet;

use domain::finding::{FindingCode, Findings};
use domain::id::CaseId;
use domain::project::history::{FieldValue, ProjectField, changes};
use domain::project::phase::{NoSuchStep, Phase, PhaseDraft, PhaseStep, PhaseSteps};
use domain::project::place::{Latitude, Longitude};
use domain::project::{ContactDraft, OrganisationChoice, Project, ProjectDraft};
use proptest::prelude::*;
use time::macros::date;
use time::{Date, Duration};
use uuid::Uuid;

use crate::drawing::{Edge, edges};

/// A change of one field.
type Edit = fn(&mut ProjectDraft);

const DAY: Date = date!(2023 - 06 - 01);

fn id(number: u128) -> String {
    Uuid::from_u128(number).to_string()
}

fn chosen(number: u128) -> OrganisationChoice {
    OrganisationChoice {
        organisation: id(number),
    }
}

fn case() -> CaseId {
    Uuid::from_u128(9).into()
}

/// A project of which everything is known.
fn full() -> ProjectDraft {
    ProjectDraft {
        name: "Hanke".to_owned(),
        summary: "Kuvaus.".to_owned(),
        city_role: "co_funder".to_owned(),
        beneficiary: id(1),
        first_month: "10/2022".to_owned(),
        last_month: "9/2024".to_owned(),
        funding_authority: id(4),
        programme: "Uudistuva ja osaava Suomi 2021–2027".to_owned(),
        specific_objective: "1.1".to_owned(),
        project_code: "A80001".to_owned(),
        programme_number: "EURA 1".to_owned(),
        programme_date: "17.4.2023".to_owned(),
        municipality: "Kajaani".to_owned(),
        latitude: "64,227".to_owned(),
        longitude: "27,728".to_owned(),
        joint: vec![chosen(2)],
        partners: vec![chosen(3)],
        contacts: vec![ContactDraft {
            contact_office: "Projektipäällikkö".to_owned(),
            contact_person: "Nimi".to_owned(),
            email: "nimi@kunta.example".to_owned(),
            phone: "08 123".to_owned(),
        }],
    }
}

fn project(draft: &ProjectDraft) -> Project {
    let read = draft.read(case()).expect("it is whole");
    Project {
        id: Uuid::from_u128(8).into(),
        version: 1,
        slug: "hanke".to_owned().try_into().expect("a slug"),
        facts: read.facts,
        steps: PhaseSteps::default(),
        contacts: read.contacts,
    }
}

fn found(draft: &ProjectDraft) -> Vec<(String, FindingCode)> {
    match draft.read(case()) {
        Ok(_) => Vec::new(),
        Err(findings) => listed(&findings),
    }
}

fn listed(findings: &Findings) -> Vec<(String, FindingCode)> {
    let all = findings.iter();
    all.map(|finding| (finding.place.clone(), finding.code))
        .collect()
}

#[test]
fn a_project_comes_back_as_it_was_typed() {
    let draft = full();
    assert_eq!(ProjectDraft::from(&project(&draft)), draft);
    let bare = ProjectDraft {
        name: "Hanke".to_owned(),
        ..ProjectDraft::default()
    };
    assert_eq!(ProjectDraft::from(&project(&bare)), bare);
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    let cases: [(&str, Edit, FindingCode); 14] = [
        ("name", |d| d.name.clear(), FindingCode::Missing),
        (
            "city_role",
            |d| d.city_role = "x".to_owned(),
            FindingCode::UnknownChoice,
        ),
        (
            "beneficiary",
            |d| d.beneficiary = "x".to_owned(),
            FindingCode::UnknownOrganisation,
        ),
        (
            "last_month",
            |d| d.last_month = "9/2022".to_owned(),
            FindingCode::PeriodEndsBeforeItBegins,
        ),
        ("last_month", |d| d.last_month.clear(), FindingCode::Missing),
        (
            "programme_number",
            |d| d.programme_number.clear(),
            FindingCode::Missing,
        ),
        (
            "latitude",
            |d| d.latitude = "95".to_owned(),
            FindingCode::NotACoordinate,
        ),
        ("longitude", |d| d.longitude.clear(), FindingCode::Missing),
        (
            "joint-0-organisation",
            |d| d.joint[0] = chosen(1),
            FindingCode::OrganisationTwice,
        ),
        (
            "partners-0-organisation",
            |d| d.partners[0] = chosen(2),
            FindingCode::OrganisationTwice,
        ),
        (
            "partners-0-organisation",
            |d| d.partners[0].organisation = "x".to_owned(),
            FindingCode::UnknownOrganisation,
        ),
        (
            "contacts-0-email",
            |d| d.contacts[0].email = "nimi".to_owned(),
            FindingCode::NotAnEmail,
        ),
        (
            "contacts-0-phone",
            |d| d.contacts[0].phone = "1".repeat(61),
            FindingCode::TooLong,
        ),
        (
            "contacts-0-contact_office",
            |d| {
                d.contacts[0].contact_office.clear();
                d.contacts[0].contact_person.clear();
            },
            FindingCode::Missing,
        ),
    ];
    for (place, damage, code) in cases {
        let mut draft = full();
        damage(&mut draft);
        assert_eq!(found(&draft), [(place.to_owned(), code)], "{place}");
    }
}

#[test]
fn rows_in_which_nothing_was_typed_are_left_out() {
    let mut draft = full();
    draft.joint.insert(0, OrganisationChoice::default());
    draft.partners.push(OrganisationChoice::default());
    draft.contacts.push(ContactDraft::default());
    draft.compact();
    assert_eq!(draft, full());
}

#[test]
fn coordinates_are_exact_and_within_the_country() {
    for (typed, shown) in [
        ("64,227", "64,227"),
        ("64.227000", "64,227"),
        (" 64 ", "64"),
        ("59,000001", "59,000001"),
        ("71", "71"),
    ] {
        let read: Latitude = typed.parse().expect(typed);
        assert_eq!(read.to_string(), shown, "{typed}");
        assert_eq!(shown.parse::<Latitude>(), Ok(read));
    }
    for typed in [
        "",
        "-64",
        "+64",
        "64,",
        ",5",
        "58,999999",
        "71,000001",
        "64,1234567",
        "64,2,2",
        "1e2",
        "٦٤",
        "99999999999",
    ] {
        assert!(typed.parse::<Latitude>().is_err(), "{typed}");
    }
    assert!("27,728".parse::<Longitude>().is_ok());
    assert!("64".parse::<Longitude>().is_err());
}

#[test]
fn the_history_names_each_field_that_was_changed_and_no_other() {
    use ProjectField as F;
    let edits: [(F, Edit); 16] = [
        (F::Name, |d| d.name = "Toinen".to_owned()),
        (F::Summary, |d| d.summary.clear()),
        (F::CityRole, |d| d.city_role = "beneficiary".to_owned()),
        (F::Beneficiary, |d| d.beneficiary.clear()),
        (F::JointBeneficiaries, |d| d.joint.push(chosen(5))),
        (F::Partners, |d| d.partners.clear()),
        (F::Period, |d| d.last_month = "12/2024".to_owned()),
        (F::FundingAuthority, |d| d.funding_authority = id(6)),
        (F::Programme, |d| d.programme.clear()),
        (F::SpecificObjective, |d| {
            d.specific_objective = "2.1".to_owned();
        }),
        (F::ProjectCode, |d| d.project_code.clear()),
        (F::ProgrammeNumber, |d| {
            d.programme_number = "EURA 2".to_owned();
        }),
        (F::ProgrammeDate, |d| d.programme_date.clear()),
        (F::Municipality, |d| d.municipality = "Sotkamo".to_owned()),
        (F::Point, |d| d.latitude = "64,2".to_owned()),
        (F::Contacts, |d| d.contacts.clear()),
    ];
    let before = project(&full());
    for (field, edit) in edits {
        let mut draft = full();
        edit(&mut draft);
        let changed = changes(Some(&before), &project(&draft));
        let fields: Vec<F> = changed.iter().map(|change| change.field).collect();
        assert_eq!(fields, [field]);
        let one = &changed[0];
        assert_ne!(one.from, one.to);
        assert!(one.from.is_some() || one.to.is_some());
    }
    assert_eq!(changes(Some(&before), &before), []);
    // Of the first version it is everything that it holds.
    let first = changes(None, &before);
    assert_eq!(first.len(), edits.len());
    assert!(first.iter().all(|change| change.from.is_none()));
    let mut moved = before.clone();
    moved.steps = steps(&[(Phase::Running, DAY)]);
    let changed = changes(Some(&before), &moved);
    let step = moved.steps.now().cloned().map(FieldValue::Phase);
    assert_eq!(changed.len(), 1);
    assert_eq!((changed[0].field, &changed[0].to), (F::Phase, &step));
}

fn step(phase: Phase, on: Date) -> PhaseStep {
    PhaseStep {
        phase,
        on,
        remark: String::new(),
    }
}

fn steps(of: &[(Phase, Date)]) -> PhaseSteps {
    let steps = of.iter().map(|(phase, on)| step(*phase, *on));
    steps.collect::<Vec<_>>().try_into().expect("in order")
}

fn edge(from: &str, to: &str, label: &str) -> Edge {
    (from.to_owned(), to.to_owned(), label.to_owned())
}

/// The edges of the drawing.
fn drawn() -> BTreeSet<Edge> {
    edges(include_str!("../../../docs/states/project.md"))
        .into_iter()
        .collect()
}

#[test]
fn the_drawing_of_phases_is_what_the_code_allows() {
    let mut possible = BTreeSet::new();
    let name = |steps: &PhaseSteps| {
        let now = steps.now();
        now.map_or_else(|| "[*]".to_owned(), |step| format!("{:?}", step.phase))
    };
    let mut starts = vec![PhaseSteps::default()];
    starts.extend(Phase::ALL.map(|phase| steps(&[(phase, DAY)])));
    for from in starts {
        for to in Phase::ALL {
            if let Ok(moved) = from.clone().and(step(to, DAY)) {
                possible.insert(edge(&name(&from), &name(&moved), "record"));
                let back = moved.clone().without_last().expect("a step");
                assert_eq!(back, from);
                possible.insert(edge(&name(&moved), &name(&back), "undo"));
            }
        }
    }
    assert_eq!(PhaseSteps::default().without_last(), None);
    assert_eq!(drawn(), possible);
    let page = include_str!("../../../docs/states/project.md");
    for phase in Phase::ALL {
        assert!(page.contains(&format!("| {phase:?} |")), "{phase:?}");
    }
}

#[test]
fn the_actual_period_follows_from_the_steps() {
    use Phase as P;
    let day = |number: i64| DAY + Duration::days(number);
    for (of, began, ended) in [
        (vec![], None, None),
        (vec![P::Idea, P::Applied], None, None),
        (vec![P::Applied, P::Running], Some(1), None),
        (vec![P::Granted, P::Running, P::Ended], Some(1), Some(2)),
        (
            vec![P::Running, P::Ended, P::FinalReportAccepted],
            Some(0),
            Some(1),
        ),
        // Interrupted, and taken up again.
        (vec![P::Running, P::Interrupted, P::Running], Some(0), None),
        (
            vec![P::Running, P::Interrupted, P::Running, P::Ended],
            Some(0),
            Some(3),
        ),
        (
            vec![P::Running, P::Interrupted, P::FinalReportAccepted],
            Some(0),
            Some(1),
        ),
        (vec![P::Applied, P::Interrupted], None, Some(1)),
        // Known late: when it began is not known.
        (vec![P::Ended], None, Some(0)),
    ] {
        let of: Vec<_> = (0..)
            .map(day)
            .zip(of)
            .map(|(on, phase)| (phase, on))
            .collect();
        let steps = steps(&of);
        assert_eq!(steps.began(), began.map(day), "{of:?}");
        assert_eq!(steps.ended(), ended.map(day), "{of:?}");
        assert_eq!(steps.goes_on(), !of.is_empty() && ended.is_none(), "{of:?}");
    }
}

#[test]
fn a_step_that_cannot_follow_is_refused_with_its_field() {
    let running = steps(&[(Phase::Running, DAY)]);
    let typed = |phase: &str, on: &str| PhaseDraft {
        project_phase: phase.to_owned(),
        phase_on: on.to_owned(),
        phase_remark: String::new(),
    };
    let today = date!(2023 - 08 - 21);
    for (phase, on, place, code) in [
        ("", "1.7.2023", "project_phase", FindingCode::Missing),
        ("x", "1.7.2023", "project_phase", FindingCode::UnknownChoice),
        (
            "idea",
            "1.7.2023",
            "project_phase",
            FindingCode::PhaseNotNext,
        ),
        (
            "running",
            "1.7.2023",
            "project_phase",
            FindingCode::PhaseNotNext,
        ),
        (
            "ended",
            "31.5.2023",
            "phase_on",
            FindingCode::DayBeforePhase,
        ),
        ("ended", "22.8.2023", "phase_on", FindingCode::DayInFuture),
        ("ended", "", "phase_on", FindingCode::Missing),
    ] {
        let refused = typed(phase, on).read(&running, today).expect_err("refused");
        assert_eq!(listed(&refused), [(place.to_owned(), code)], "{phase} {on}");
    }
    let moved = typed("ended", "21.8.2023").read(&running, today);
    assert_eq!(moved.expect("it ends").ended(), Some(today));
    // Stored steps are read by the same rule.
    let stored = vec![step(Phase::Ended, DAY), step(Phase::Running, DAY)];
    assert_eq!(PhaseSteps::try_from(stored), Err(NoSuchStep::Phase));
}

proptest! {
    #[test]
    fn no_walk_ends_before_it_begins(
        walk in prop::collection::vec((prop::sample::select(&Phase::ALL[..]), 0_i64..900), 0..30),
    ) {
        let mut all = PhaseSteps::default();
        for (phase, day) in walk {
            let before = all.clone();
            if let Ok(moved) = all.clone().and(step(phase, DAY + Duration::days(day))) {
                prop_assert_eq!(moved.clone().without_last(), Some(before));
                all = moved;
            }
        }
        let days: Vec<Date> = all.all().iter().map(|step| step.on).collect();
        prop_assert!(days.is_sorted());
        if let (Some(began), Some(ended)) = (all.began(), all.ended()) {
            prop_assert!(began <= ended);
        }
        let stored: Vec<PhaseStep> = all.clone().into();
        prop_assert_eq!(PhaseSteps::try_from(stored), Ok(all));
    }
}

#[test]
fn a_role_of_the_city_that_contradicts_the_beneficiaries_is_noticed() {
    let city = Some(Uuid::from_u128(7).into());
    for (role, beneficiary, joint, disagrees) in [
        ("co_funder", 1, 2, false),
        ("co_funder", 7, 2, true),
        ("co_funder", 1, 7, true),
        ("beneficiary", 1, 2, true),
        ("beneficiary", 7, 2, false),
        ("beneficiary", 1, 7, false),
        ("", 7, 2, false),
    ] {
        let draft = ProjectDraft {
            city_role: role.to_owned(),
            beneficiary: id(beneficiary),
            joint: vec![chosen(joint)],
            ..full()
        };
        let facts = project(&draft).facts;
        assert_eq!(
            facts.role_disagrees(city),
            disagrees,
            "{role} {beneficiary} {joint}"
        );
        let nobody = ProjectDraft {
            beneficiary: String::new(),
            ..draft
        };
        let facts = project(&nobody).facts;
        assert!(!facts.role_disagrees(city), "a beneficiary is not known");
    }
}
