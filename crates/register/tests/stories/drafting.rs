//! How a decision is begun, written by several, and checked.

use domain::decision::{ChangeDraft, DecisionDraft};
use domain::delegation::DelegationDraft;
use domain::finding::{Finding, FindingCode, Findings};
use domain::funding::{FundingPlanDraft, FundingRowDraft};
use domain::id::{CaseId, DecisionId, ProjectId};
use domain::role::Role;
use register::decisions::{self, BeginDraft};
use register::organisations::{self, OrganisationDraft};
use register::views::desk;
use register::{Refusal, delegations, drafting, funding_plans};
use time::Duration;
use time::macros::datetime;

use crate::on_both;
use crate::world::{World, actor, manager, preparer, registrar, slug};

on_both!(
    a_decision_begins_filled_in_from_project_plan_and_series,
    a_decision_begins_from_an_earlier_one_without_its_personal_data,
    what_cannot_be_begun_from_is_refused_at_its_field,
    unsaved_text_is_kept_for_its_official_until_it_is_saved,
    who_else_writes_is_told,
    probable_personal_data_is_marked_or_said_to_be_none,
    an_imported_document_may_name_no_provisions,
);

/// A project whose plan has 2 500 € of the city in 2023 and 2024.
pub(crate) async fn funded_project(world: &World, case: CaseId) -> ProjectId {
    let register = &world.register;
    let city = OrganisationDraft {
        name: "Kajaanin kaupunki".to_owned(),
        kind: "municipality".to_owned(),
        business_id: String::new(),
    };
    let added = organisations::add(register, registrar(), None, &city).await;
    added.expect("the city is a funder");
    let project = world.project(case, "Kaivoskumppani").await;
    let plan = FundingPlanDraft {
        reason: "Hankesuunnitelma".to_owned(),
        years: vec![2023, 2024],
        rows: vec![FundingRowDraft {
            funders: "Kajaanin kaupunki".to_owned(),
            category: "municipal_share".to_owned(),
            share: "20".to_owned(),
            total: "5 000".to_owned(),
            amounts: vec!["2 500".to_owned(), "2 500".to_owned()],
            part: false,
        }],
        ..FundingPlanDraft::default()
    };
    let saved = funding_plans::save(register, preparer(), None, project, 0, &plan).await;
    saved.expect("a first plan is saved");
    project
}

fn participation(project: Option<ProjectId>) -> BeginDraft {
    BeginDraft {
        project: project.map(|id| id.to_string()).unwrap_or_default(),
        kind: "participation".to_owned(),
        lang: "fi".to_owned(),
        series: "kaupunginjohtaja".to_owned(),
        from: String::new(),
    }
}

async fn draft_of(world: &World, id: DecisionId) -> DecisionDraft {
    let sheet = desk::decision_sheet(&world.register, preparer(), id).await;
    let sheet = sheet.expect("a sheet");
    sheet.decision.draft().expect("a draft").clone()
}

pub(crate) fn delegation(limit: &str, kinds: &[&str]) -> DelegationDraft {
    DelegationDraft {
        series: "kaupunginjohtaja".to_owned(),
        provision: "Hallintosääntö 17 §".to_owned(),
        body: "Kaupunginhallitus".to_owned(),
        decided_on: "16.8.2022".to_owned(),
        section: "155".to_owned(),
        limit: limit.to_owned(),
        kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        valid_from: "1.9.2022".to_owned(),
        ..DelegationDraft::default()
    }
}

pub(crate) async fn delegate(world: &World, limit: &str, kinds: &[&str]) {
    let administrator = actor(Role::Administrator);
    let draft = delegation(limit, kinds);
    let recorded = delegations::record(&world.register, administrator, None, &draft).await;
    recorded.expect("a delegation is recorded");
}

pub(crate) fn found(refusal: Refusal) -> Vec<(String, FindingCode)> {
    let Refusal::Incomplete(findings) = refusal else {
        return vec![(refusal.to_string(), FindingCode::UnknownChoice)];
    };
    let found = findings.into_iter();
    found.map(|finding| (finding.place, finding.code)).collect()
}

async fn a_decision_begins_filled_in_from_project_plan_and_series(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let project = funded_project(world, case).await;
    delegate(world, "10 000", &["participation"]).await;
    let typed = participation(Some(project));
    let begun = decisions::begin(register, preparer(), None, case, &typed).await;
    let id = begun.expect("a decision begins");
    let draft = draft_of(world, id).await;
    assert_eq!(
        draft.title,
        "Osallistuminen hankkeen Kaivoskumppani rahoitukseen"
    );
    assert_eq!(
        draft.resolution,
        "Kajaanin kaupunki osallistuu hankkeen Kaivoskumppani rahoitukseen: 2 500 euroa vuonna \
         2023 ja 2 500 euroa vuonna 2024, yhteensä 5 000 euroa."
    );
    assert!(draft.background.contains("20"), "{}", draft.background);
    assert_eq!(draft.series, "kaupunginjohtaja");
    let authority = "Hallintosääntö 17 §, Kaupunginhallitus 16.8.2022 § 155";
    assert_eq!(draft.authority, authority);
    assert_eq!(draft.contact_office, "kaupunginjohtaja");
    assert_eq!(draft.remedy, "rectification");
    assert_eq!(draft.parties[0].organisation, world.grantee.to_string());
    assert_eq!(draft.parties[0].means, "letter");
    assert_eq!(draft.commitments.len(), 2);
    // Only the running text is left to be written.
    let sheet = desk::decision_sheet(register, preparer(), id)
        .await
        .expect("a sheet");
    let missing = sheet
        .reading
        .expect("it is a draft")
        .expect_err("the reasons are to be written");
    let expected = Finding::at("background", FindingCode::PlaceholderLeft);
    assert_eq!(missing, Findings::from(expected));
    assert!(sheet.notices.is_empty(), "{:?}", sheet.notices);

    let (key, asked) = (
        "KAJDno-2023-912".parse().expect("a key"),
        slug("kaivoskumppani"),
    );
    let begun = desk::begin_sheet(register, preparer(), &key, Some(&asked)).await;
    let begun = begun.expect("a page");
    assert_eq!(begun.project, Some(project));
    assert_eq!(begun.earlier, []);
}

async fn a_decision_begins_from_an_earlier_one_without_its_personal_data(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let earlier = DecisionDraft {
        background: "{personal|Maija Malli} esitti.".to_owned(),
        contact_person: "Maija Malli".to_owned(),
        distribution: "Maija Malli".to_owned(),
        section: "5".to_owned(),
        ..world.draft("kaupunginjohtaja")
    };
    let drafted = decisions::draft(register, preparer(), None, case, None, &earlier).await;
    let from = drafted.expect("a draft is begun");
    let sent = decisions::send(register, preparer(), None, from, 1).await;
    sent.expect("it is sent");
    let signed = decisions::sign(
        register,
        manager(),
        None,
        from,
        2,
        &crate::world::signing("5"),
    )
    .await;
    signed.expect("it is signed");
    let typed = BeginDraft {
        from: from.to_string(),
        lang: "fi".to_owned(),
        ..BeginDraft::default()
    };
    let begun = decisions::begin(register, preparer(), None, case, &typed).await;
    let copied = draft_of(world, begun.expect("a decision begins")).await;
    let withheld = "[[henkilötieto tai salainen tieto jätetty kopioimatta]]";
    assert_eq!(copied.background, format!("{withheld} esitti."));
    assert_eq!(copied.commitments.len(), 2);
    assert_eq!(copied.parties, earlier.parties);
    assert_eq!(copied.series, "kaupunginjohtaja");
    assert!(!format!("{copied:?}").contains("Malli"));
    assert_eq!(copied.section, "");
    assert_eq!(copied.changes, []);

    // What repeals or amends begins with the earlier one as what it changes.
    for (kind, effect) in [("repeal", "repeals"), ("amendment", "amends")] {
        let typed = BeginDraft {
            kind: kind.to_owned(),
            ..typed.clone()
        };
        let begun = decisions::begin(register, preparer(), None, case, &typed).await;
        let begun = draft_of(world, begun.expect("a decision begins")).await;
        let change = ChangeDraft {
            section: "kaupunginjohtaja/2023/5".to_owned(),
            effect: effect.to_owned(),
        };
        assert_eq!((&*begun.kind, begun.changes), (kind, vec![change]));
    }
}

async fn what_cannot_be_begun_from_is_refused_at_its_field(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let draft = world.draft("kaupunginjohtaja");
    let drafted = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let drafted = drafted.expect("a draft is begun").to_string();
    let nobody = world.grantee.to_string();
    for (change, place) in [
        (("from", drafted.as_str()), "from"),
        (("from", nobody.as_str()), "from"),
        (("from", "x"), "from"),
        (("project", nobody.as_str()), "project"),
        (("kind", "present"), "kind"),
        (("lang", "de"), "lang"),
        (("series", "valtuusto"), "series"),
    ] {
        let mut typed = participation(None);
        let (field, value) = change;
        match field {
            "from" => typed.from = value.to_owned(),
            "project" => typed.project = value.to_owned(),
            "kind" => typed.kind = value.to_owned(),
            "lang" => typed.lang = value.to_owned(),
            _ => typed.series = value.to_owned(),
        }
        let begun = decisions::begin(register, preparer(), None, case, &typed).await;
        let expected = (place.to_owned(), FindingCode::UnknownChoice);
        assert_eq!(found(begun.expect_err(value)), [expected], "{value}");
    }
}

async fn unsaved_text_is_kept_for_its_official_until_it_is_saved(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let saved = world.draft("kaupunginjohtaja");
    let id = decisions::draft(register, preparer(), None, case, None, &saved).await;
    let id = id.expect("a draft is begun");
    let events = world.events(0).await.len();
    let typed = DecisionDraft {
        title: "Kesken jäänyt".to_owned(),
        ..saved.clone()
    };
    let kept = drafting::keep(register, preparer(), id, 1, &typed).await;
    assert_eq!(kept.expect("it is kept"), []);
    assert_eq!(
        draft_of(world, id).await,
        saved,
        "the draft itself is untouched"
    );
    assert_eq!(world.events(0).await.len(), events, "it is no event");
    let opened = drafting::open(register, preparer(), id)
        .await
        .expect("it opens");
    let unsaved = opened.unsaved.expect("it is offered");
    assert_eq!((unsaved.version, unsaved.draft), (1, typed.clone()));
    assert_eq!(unsaved.at, datetime!(2023-08-21 09:00));
    let other = drafting::open(register, registrar(), id)
        .await
        .expect("it opens");
    assert_eq!(other.unsaved, None, "it is nobody else's");

    drafting::discard(register, preparer(), id)
        .await
        .expect("it goes");
    let opened = drafting::open(register, preparer(), id)
        .await
        .expect("it opens");
    assert_eq!(opened.unsaved, None);

    let keep = || drafting::keep(register, preparer(), id, 1, &typed);
    keep().await.expect("it is kept");
    let explicit = decisions::save_draft(register, preparer(), None, id, 1, &saved).await;
    explicit.expect("a draft is saved");
    let opened = drafting::open(register, preparer(), id)
        .await
        .expect("it opens");
    assert_eq!(
        opened.unsaved, None,
        "an explicit save makes it superfluous"
    );

    keep().await.expect("it is kept");
    decisions::send(register, preparer(), None, id, 2)
        .await
        .expect("it is sent");
    assert!(keep().await.is_err(), "nobody writes in what was sent");
    let left = drafting::unsaved_text(register, preparer(), id).await;
    assert_eq!(left.expect("it is asked"), None);

    for role in [Role::DecisionMaker, Role::Finance, Role::Auditor] {
        let refused = drafting::open(register, actor(role), id).await;
        assert!(matches!(refused, Err(Refusal::Forbidden)), "{role:?}");
        let refused = drafting::keep(register, actor(role), id, 1, &typed).await;
        assert!(matches!(refused, Err(Refusal::Forbidden)), "{role:?}");
    }
}

async fn who_else_writes_is_told(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let draft = world.draft("kaupunginjohtaja");
    let id = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let others = async |who| {
        drafting::open(register, who, id)
            .await
            .expect("it opens")
            .others
    };
    assert_eq!(others(preparer()).await, []);
    world.clock.advance(Duration::minutes(20));
    let told = others(registrar()).await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].name, "Virkailija preparer");
    assert_eq!(told[0].office, "Virka preparer");
    assert_eq!(told[0].since, datetime!(2023-08-21 09:00));
    assert_eq!(
        others(preparer()).await.len(),
        1,
        "each is told of the other"
    );
    world.clock.advance(Duration::minutes(31));
    assert_eq!(
        others(registrar()).await,
        [],
        "who was not heard of has left"
    );
    assert_eq!(others(preparer()).await.len(), 1);
    let sent = decisions::send(register, preparer(), None, id, 1).await;
    sent.expect("it is sent");
    let given_back = decisions::give_back(register, manager(), None, id, 2, "Syy").await;
    given_back.expect("it comes back");
    assert_eq!(others(registrar()).await, [], "who sent it has left it");
}

async fn probable_personal_data_is_marked_or_said_to_be_none(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let draft = DecisionDraft {
        background: "Hakija on 131052-308T. Esitti Maija Malli ja Priya Sharma. Kajaanin \
                     ammattikorkeakoulu Oy ja Virkailija preparer, kajaani@kajaani.fi."
            .to_owned(),
        ..world.draft("kaupunginjohtaja")
    };
    let id = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let refused = decisions::send(register, preparer(), None, id, 1).await;
    let unmarked = ("background".to_owned(), FindingCode::IdentityCodeUnmarked);
    assert_eq!(found(refused.expect_err("a code blocks")), [unmarked]);
    let mentioned = async || {
        let sheet = desk::decision_sheet(register, preparer(), id)
            .await
            .expect("a sheet");
        let words = sheet.mentions.iter();
        words
            .map(|of| of.words.reveal_to_official().clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        mentioned().await,
        ["131052-308T", "Maija Malli", "Priya Sharma"]
    );
    for (version, words) in [(1, "131052-308T"), (2, "Maija Malli")] {
        let place = "background";
        let marked =
            decisions::mark_personal(register, preparer(), None, id, version, place, words);
        marked.await.expect("it is marked");
    }
    let stale = decisions::mark_not_personal(register, preparer(), None, id, 2, "Priya Sharma");
    assert!(matches!(stale.await, Err(Refusal::Stale)));
    let said = decisions::mark_not_personal(register, preparer(), None, id, 3, "Priya Sharma");
    said.await.expect("it is said");
    assert_eq!(mentioned().await, [""; 0]);
    let written = draft_of(world, id).await;
    assert!(
        written
            .background
            .starts_with("Hakija on {personal|131052-308T}.")
    );
    // An explicit save keeps what was said, since the form carries it.
    let again = DecisionDraft::from_pairs(&written.to_pairs());
    decisions::save_draft(register, preparer(), None, id, 4, &again)
        .await
        .expect("it is saved");
    assert_eq!(mentioned().await, [""; 0]);
    decisions::send(register, preparer(), None, id, 5)
        .await
        .expect("nothing blocks it");
    let marked = decisions::mark_personal(register, preparer(), None, id, 6, "background", "x");
    assert!(marked.await.is_err(), "nobody writes in what was sent");
}

async fn an_imported_document_may_name_no_provisions(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let draft = DecisionDraft {
        applied_provisions: String::new(),
        is_imported: true,
        ..world.draft("kaupunginjohtaja")
    };
    let missing = (
        "applied_provisions".to_owned(),
        FindingCode::ProvisionsMissing,
    );
    let typed = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let typed = typed.expect("a draft is begun");
    let refused = decisions::send(register, preparer(), None, typed, 1).await;
    assert_eq!(
        found(refused.expect_err("hallintolaki 45 §")),
        [missing],
        "no form says so"
    );
    let imported = decisions::import_draft(register, preparer(), None, case, None, &draft).await;
    let imported = imported.expect("a draft is imported");
    let plain = DecisionDraft {
        is_imported: false,
        ..draft
    };
    let saved = decisions::save_draft(register, preparer(), None, imported, 1, &plain).await;
    saved.expect("it is saved");
    let sheet = desk::decision_sheet(register, preparer(), imported)
        .await
        .expect("a sheet");
    let noticed = Finding::at("applied_provisions", FindingCode::ProvisionsNotNamed);
    assert!(sheet.notices.iter().any(|finding| *finding == noticed));
    decisions::send(register, preparer(), None, imported, 2)
        .await
        .expect("a notice blocks nothing");
}
