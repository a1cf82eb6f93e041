//! Bad input: a finding at the place where it can be mended, and nothing saved.

use domain::decision::DecisionDraft;
use domain::funding::{FundingPlanDraft, FundingRowDraft};
use domain::project::ProjectDraft;
use domain::publicity::Personal;
use register::cases::{self, CaseDraft};
use register::decisions::RecordDraft;
use register::extracts::{self, CertifyDraft};
use register::organisations::{self, OrganisationDraft};
use register::users::{self, UserDraft};
use register::views::desk;
use register::{Refusal, decisions, funding_plans, projects, services};

use crate::on_both;
use crate::world::{
    URL, World, codes, day, letter, manager, operator, preparer, registrar, signing,
};

on_both!(
    what_is_typed_wrong_is_found_at_its_field_and_nothing_is_saved,
    a_decision_with_findings_is_neither_sent_nor_recorded,
    days_of_events_are_neither_in_the_future_nor_before_the_decision,
    a_section_is_typed_where_the_case_system_numbers,
    an_account_is_refused_where_it_can_be_mended,
);

#[track_caller]
fn findings<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Vec<String> {
    let found = codes(result).into_iter();
    found
        .map(|(place, code)| format!("{place} {code}"))
        .collect()
}

async fn what_is_typed_wrong_is_found_at_its_field_and_nothing_is_saved(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let project = world.project(case, "Hanke").await;
    let before = world.events(0).await.len();
    let open = async |number: &str, public_title: &str| {
        let draft = CaseDraft {
            number: number.to_owned(),
            public_title: public_title.to_owned(),
            ..CaseDraft::default()
        };
        findings(cases::open(register, registrar(), None, &draft).await)
    };
    assert_eq!(
        open("KAJDno-23-1", "Asia").await,
        ["number not_a_case_number"]
    );
    assert_eq!(open("", "").await, ["public_title missing"]);
    assert_eq!(
        open("kajdno 2023 1", "Toinen").await,
        ["number case_number_taken"]
    );
    let organisation = OrganisationDraft {
        name: String::new(),
        kind: "guild".to_owned(),
        business_id: "1234567-8".to_owned(),
    };
    assert_eq!(
        findings(organisations::add(register, registrar(), None, &organisation).await),
        [
            "name missing",
            "kind unknown_choice",
            "business_id not_a_business_id"
        ]
    );
    let typed = ProjectDraft {
        name: "Hanke".to_owned(),
        beneficiary: uuid::Uuid::from_u128(5).to_string(),
        ..ProjectDraft::default()
    };
    assert_eq!(
        findings(projects::change(register, preparer(), None, project, 1, &typed).await),
        ["beneficiary unknown_organisation"]
    );
    let plan = FundingPlanDraft {
        reason: "Uusi".to_owned(),
        rows: vec![FundingRowDraft {
            funders: "Kadonnut yhdistys ry".to_owned(),
            category: "private".to_owned(),
            share: "101".to_owned(),
            total: "2 500,005".to_owned(),
            ..FundingRowDraft::default()
        }],
        ..FundingPlanDraft::default()
    };
    assert_eq!(
        findings(funding_plans::save(register, preparer(), None, project, 0, &plan).await),
        [
            "rows-0-funders unknown_organisation",
            "rows-0-share share_out_of_range",
            "rows-0-total amount_too_precise",
        ]
    );
    let long = DecisionDraft {
        background: "x".repeat(200_001),
        ..DecisionDraft::default()
    };
    let begun = decisions::draft(register, preparer(), None, case, None, &long).await;
    assert_eq!(findings(begun), ["background too_long"]);
    assert_eq!(world.events(before).await, [""; 0], "nothing was saved");
}

async fn a_decision_with_findings_is_neither_sent_nor_recorded(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let begin = async |change: fn(&mut DecisionDraft)| {
        let mut draft = world.draft("kaupunginjohtaja");
        change(&mut draft);
        let begun = decisions::draft(register, preparer(), None, case, None, &draft).await;
        begun.expect("a draft may be in any condition")
    };
    let send = async |change: fn(&mut DecisionDraft)| {
        let id = begin(change).await;
        findings(decisions::send(register, preparer(), None, id, 1).await)
    };
    assert_eq!(send(|draft| draft.title.clear()).await, ["title missing"]);
    assert_eq!(
        send(|draft| draft.commitments[0].amount = "3 000".to_owned()).await,
        ["resolution euros_disagree"]
    );
    assert_eq!(
        send(|draft| draft.series = "kaupunginhallitus".to_owned()).await,
        ["series unknown_choice"],
        "a body's decision is never signed here"
    );
    assert_eq!(
        send(|draft| {
            draft.parties[0].organisation = uuid::Uuid::from_u128(7).to_string();
        })
        .await,
        ["parties-0-organisation unknown_organisation"]
    );
    assert_eq!(
        send(|draft| draft.parties.push(draft.parties[0].clone())).await,
        ["parties-1-organisation unknown_choice"],
        "a party is served once"
    );
    let id = begin(|draft| draft.authority.clear()).await;
    let record = RecordDraft {
        section: "viisi".to_owned(),
        decided_on: "31.2.2023".to_owned(),
        ..RecordDraft::default()
    };
    let recorded = decisions::record_elsewhere(register, registrar(), None, id, 1, &record).await;
    assert_eq!(
        findings(recorded),
        [
            "section not_a_section",
            "decided_on not_a_date",
            "source missing",
            "authority missing",
        ],
        "both forms are read before either refuses"
    );
}

async fn days_of_events_are_neither_in_the_future_nor_before_the_decision(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.signed(case, "1").await;
    let publish = async |on: &str| {
        findings(decisions::publish(register, registrar(), None, id, 3, &day(on)).await)
    };
    assert_eq!(publish("").await, ["published_on missing"]);
    assert_eq!(publish("31.2.2023").await, ["published_on not_a_date"]);
    assert_eq!(
        publish("23.8.2023").await,
        ["deviates publication_deviates"]
    );
    assert_eq!(
        publish("20.8.2023").await,
        ["published_on day_before_decision"]
    );
    let sheet = desk::decision_sheet(register, registrar(), id)
        .await
        .expect("a sheet");
    let service = sheet.services[0].service.id;
    for (on, finding) in [
        ("22.8.2023", "event_on day_in_future"),
        ("20.8.2023", "event_on day_before_decision"),
    ] {
        let recorded = services::record(register, registrar(), None, service, 1, &letter(on)).await;
        assert_eq!(findings(recorded), [finding]);
        let draft = CertifyDraft {
            place: "Kajaani".to_owned(),
            day: on.to_owned(),
            ..CertifyDraft::default()
        };
        let certified = extracts::certify(register, registrar(), None, service, &draft, URL).await;
        assert_eq!(findings(certified), [finding.replace("event_on", "day")]);
    }
}

async fn a_section_is_typed_where_the_case_system_numbers(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    world.signed(case, "5").await;
    let id = world.sent(case, "kaupunginjohtaja").await;
    for (typed, finding) in [
        ("", "section missing"),
        ("0", "section not_a_section"),
        ("5", "section section_taken"),
    ] {
        let signed = decisions::sign(register, manager(), None, id, 2, &signing(typed)).await;
        assert_eq!(findings(signed), [finding], "{typed}");
    }
    // The number 5 of the year before is another place.
    let draft = world.draft("kaupunginjohtaja");
    let old = decisions::draft(register, registrar(), None, case, None, &draft).await;
    let mut record = RecordDraft {
        section: "5".to_owned(),
        no_later_than: "9.8.2023".to_owned(),
        source: "Ote".to_owned(),
        ..RecordDraft::default()
    };
    let old = old.expect("a draft is begun");
    let recorded = decisions::record_elsewhere(register, registrar(), None, old, 1, &record).await;
    assert_eq!(
        findings(recorded),
        ["section not_a_year"],
        "nothing says of which year it is"
    );
    record.section = "5/2022".to_owned();
    let recorded = decisions::record_elsewhere(register, registrar(), None, old, 1, &record).await;
    recorded.expect("the section of another year is free");
}

async fn an_account_is_refused_where_it_can_be_mended(world: &World) {
    let register = &world.register;
    let mut draft = UserDraft {
        email: Personal::new("ei osoite".to_owned()),
        role: "king".to_owned(),
        signs_in: "Ei Sarja".to_owned(),
        ..UserDraft::default()
    };
    let add = async |draft: &UserDraft, password: &str| {
        findings(users::add(register, operator(), None, draft, password).await)
    };
    assert_eq!(add(&draft, "lyhyt").await, ["password password_too_short"]);
    assert_eq!(
        add(&draft, "kaksitoista1").await,
        [
            "email not_an_email",
            "name missing",
            "role unknown_choice",
            "signs_in unknown_choice",
        ]
    );
    draft = UserDraft {
        email: Personal::new(" Registrar@Example.TEST ".to_owned()),
        name: Personal::new("Toinen kirjaaja".to_owned()),
        office: String::new(),
        role: "registrar".to_owned(),
        signs_in: String::new(),
    };
    assert_eq!(add(&draft, "kaksitoista1").await, ["email email_taken"]);
    draft.signs_in = "tuntematon".to_owned();
    assert_eq!(
        add(&draft, "kaksitoista1").await,
        ["signs_in only_decision_maker_signs"]
    );
    draft.role = "decision-maker".to_owned();
    assert_eq!(
        add(&draft, "kaksitoista1").await,
        ["signs_in unknown_choice"]
    );
}
