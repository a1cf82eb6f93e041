//! The null character in any text that is typed is a finding at its field, whatever the database:
//! PostgreSQL cannot keep one.

use domain::decision::DecisionDraft;
use domain::funding::{FundingPlanDraft, FundingRowDraft};
use domain::project::ProjectDraft;
use domain::publicity::Personal;
use domain::service::ServiceDraft;
use register::cases::{self, CaseDraft};
use register::decisions::{PublishDraft, RecordDraft};
use register::extracts::{self, CertifyDraft};
use register::organisations::{self, OrganisationDraft};
use register::sessions::{self, SignInRefused};
use register::users::{self, UserDraft};
use register::views::desk;
use register::{
    Refusal, call_in, decisions, filings, funding_plans, legal_force, projects, services,
};

use crate::on_both;
use crate::world::{URL, World, manager, operator, preparer, registrar, signing};

on_both!(
    in_a_case_an_organisation_a_project_a_plan_and_an_account,
    in_any_field_of_a_draft,
    in_what_is_recorded_of_a_frozen_decision,
    in_the_address_of_who_signs_in,
);

const NUL: &str = "a\0b";

#[track_caller]
fn found<T: std::fmt::Debug>(result: Result<T, Refusal>, place: &str) {
    match result {
        Err(Refusal::Incomplete(findings)) => {
            let mut places = findings.iter().map(|finding| &*finding.place);
            assert!(places.any(|at| at == place), "{place} in {findings:?}");
        }
        other => unreachable!("{place} is refused at its field, not {other:?}"),
    }
}

async fn in_a_case_an_organisation_a_project_a_plan_and_an_account(world: &World) {
    let register = &world.register;
    for place in ["number", "public_title"] {
        let mut draft = CaseDraft {
            number: "KAJDno-2023-1".to_owned(),
            public_title: "Asia".to_owned(),
            ..CaseDraft::default()
        };
        match place {
            "number" => NUL.clone_into(&mut draft.number),
            _ => NUL.clone_into(&mut draft.public_title),
        }
        found(
            cases::open(register, registrar(), None, &draft).await,
            place,
        );
    }
    for place in ["name", "kind", "business_id"] {
        let of = |field: &str, value: &str| if field == place { NUL } else { value }.to_owned();
        let draft = OrganisationDraft {
            name: of("name", "Kainuun liitto"),
            kind: of("kind", "authority"),
            business_id: of("business_id", ""),
        };
        found(
            organisations::add(register, registrar(), None, &draft).await,
            place,
        );
    }
    let case = world.case("KAJDno-2023-1").await;
    for (place, _) in ProjectDraft::default().to_pairs() {
        let pairs = [("name".to_owned(), "Hanke".to_owned())];
        let mut pairs: Vec<_> = pairs.into_iter().filter(|(of, _)| *of != place).collect();
        pairs.push((place.clone(), NUL.to_owned()));
        let draft = ProjectDraft::from_pairs(&pairs);
        found(
            projects::enter(register, preparer(), None, case, &draft).await,
            &place,
        );
    }
    let project = world.project(case, "Hanke").await;
    let whole = FundingPlanDraft {
        reason: "Versio".to_owned(),
        rows: vec![FundingRowDraft {
            funders: "Kajaanin ammattikorkeakoulu Oy".to_owned(),
            category: "own_contribution".to_owned(),
            ..FundingRowDraft::default()
        }],
        ..FundingPlanDraft::default()
    };
    for (at, (place, _)) in whole.to_pairs().into_iter().enumerate() {
        if place == "years" {
            continue;
        }
        let mut pairs = whole.to_pairs();
        pairs[at].1 = NUL.to_owned();
        let draft = FundingPlanDraft::from_pairs(&pairs);
        let saved = funding_plans::save(register, preparer(), None, project, 0, &draft).await;
        found(saved, &place);
    }
    for place in ["email", "name", "office", "role", "signs_in"] {
        let of = |field: &str, value: &str| if field == place { NUL } else { value }.to_owned();
        let draft = UserDraft {
            email: Personal::new(of("email", "uusi@example.test")),
            name: Personal::new(of("name", "Nimi")),
            office: of("office", "Virka"),
            role: of("role", "auditor"),
            signs_in: of("signs_in", ""),
        };
        let added = users::add(register, operator(), None, &draft, "kaksitoista1").await;
        found(added, place);
    }
}

async fn in_any_field_of_a_draft(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let whole = world.draft("kaupunginjohtaja").to_pairs();
    for at in 0..whole.len() {
        let mut pairs = whole.clone();
        pairs[at].1 = NUL.to_owned();
        let draft = DecisionDraft::from_pairs(&pairs);
        let begun = decisions::draft(register, preparer(), None, case, None, &draft).await;
        found(begun, &pairs[at].0);
    }
    let sent = world.sent(case, "kaupunginjohtaja").await;
    let back = decisions::give_back(register, manager(), None, sent, 2, NUL).await;
    found(back, "reason");
    let signed = decisions::sign(register, manager(), None, sent, 2, &signing(NUL)).await;
    found(signed, "section");
}

async fn in_what_is_recorded_of_a_frozen_decision(world: &World) {
    let (register, actor) = (&world.register, registrar());
    let case = world.case("KAJDno-2023-1").await;
    let draft = world.draft("kaupunginjohtaja");
    let drafted = decisions::draft(register, actor, None, case, None, &draft).await;
    let drafted = drafted.expect("a draft is begun");
    for place in ["section", "decided_on", "no_later_than", "source"] {
        let of = |field: &str, value: &str| if field == place { NUL } else { value }.to_owned();
        let record = RecordDraft {
            section: of("section", "4/2023"),
            decided_on: of("decided_on", ""),
            no_later_than: of("no_later_than", ""),
            source: of("source", "Ote"),
            ..RecordDraft::default()
        };
        let recorded = decisions::record_elsewhere(register, actor, None, drafted, 1, &record);
        found(recorded.await, place);
    }
    let signed = world.signed(case, "5").await;
    let publish = PublishDraft {
        published_on: NUL.to_owned(),
        ..PublishDraft::default()
    };
    let published = decisions::publish(register, actor, None, signed, 3, &publish).await;
    found(published, "published_on");
    let sheet = desk::decision_sheet(register, actor, signed).await;
    let service = sheet.expect("a sheet").services[0].service.id;
    for place in ["consent", "proof", "event_on", "event_at", "means"] {
        let of = |field: &str, value: &str| if field == place { NUL } else { value }.to_owned();
        let draft = ServiceDraft {
            means: of("means", "letter"),
            event_on: of("event_on", ""),
            event_at: of("event_at", ""),
            consent: of("consent", ""),
            proof: of("proof", ""),
            ..ServiceDraft::default()
        };
        let recorded = services::record(register, actor, None, service, 1, &draft).await;
        found(recorded, place);
    }
    for place in ["place", "day", "office", "entitled_by"] {
        let of = |field: &str, value: &str| if field == place { NUL } else { value }.to_owned();
        let draft = CertifyDraft {
            place: of("place", "Kajaani"),
            day: of("day", ""),
            office: of("office", ""),
            entitled_by: of("entitled_by", ""),
        };
        let certified = extracts::certify(register, actor, None, service, &draft, URL).await;
        found(certified, place);
    }
    filing_and_legal_force(world, signed).await;
}

async fn filing_and_legal_force(world: &World, decision: domain::id::DecisionId) {
    let (register, actor) = (&world.register, registrar());
    let whole = filings::FilingDraft {
        remedy: "rectification".to_owned(),
        received_on: "21.8.2023".to_owned(),
        way: "counter".to_owned(),
        standing: "other".to_owned(),
        filer: "Yhdistys".to_owned(),
        handled_by: "Kirjaamo".to_owned(),
        ..filings::FilingDraft::default()
    };
    for place in ["filer", "wrongly_addressed_to", "handled_by", "received_on"] {
        let mut draft = whole.clone();
        let field = match place {
            "filer" => &mut draft.filer,
            "handled_by" => &mut draft.handled_by,
            "received_on" => &mut draft.received_on,
            _ => &mut draft.wrongly_addressed_to,
        };
        NUL.clone_into(field);
        let filed = filings::record(register, actor, None, decision, &draft).await;
        found(filed, place);
    }
    for place in ["held_on", "section"] {
        let of = |field: &str, value: &str| if field == place { NUL } else { value }.to_owned();
        let meeting = call_in::MeetingDraft {
            held_on: of("held_on", "21.8.2023"),
            section: of("section", "§ 1"),
        };
        found(
            call_in::leave_unused(register, actor, None, &meeting, &[]).await,
            place,
        );
    }
    let stated = legal_force::StatementDraft {
        registry_checked_on: NUL.to_owned(),
        court_checked_on: "21.8.2023".to_owned(),
    };
    let stated = legal_force::state(register, actor, None, decision, &stated).await;
    found(stated, "registry_checked_on");
}

async fn in_the_address_of_who_signs_in(world: &World) {
    let refused = sessions::sign_in(&world.register, "a\0b@example.test", "salasana").await;
    assert!(matches!(refused, Err(SignInRefused::Wrong)), "{refused:?}");
}
