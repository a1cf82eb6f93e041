//! The register of cases, with any text in every field that takes text, and what its pages offer.

use app::pages::desk::case::{self, DocumentForm, list};
use app::pages::desk::disposal::{self, Act};
use app::pages::desk::form::{Classified, GivingBack, Moving, Numbered, Relating};
use app::pages::desk::{classes, home};
use app::render;
use app::shell::Shell;
use domain::Lang;
use domain::case::{
    Arrival, CaseClass, CaseDocument, CaseFacts, CaseFilter, CaseMeasure, CaseNumbering, CaseParty,
    CasePartyDraft, CaseState, CaseStep, Disposal, DisposalObstacle, DisposalState, DocumentFacts,
    DocumentKind, DocumentWay, IncomingDraft, Making, MeasureDraft, OwnDraft, PartyRole, PartyWho,
    Phase, RelationKind, Retention, RetentionBasis, RetentionDraft, RetentionRule, Ripe, Sending,
};
use domain::publicity::Personal;
use domain::role::Role;
use domain::section::Numbering;
use domain::service::ServiceMeans;
use domain::view::case::{
    CaseForm, CaseLine, CaseList, CaseRegister, ClassSheet, DisposalContent, DisposalLine,
    DisposalList, DisposalSheet, DocumentLine, NumberingSheet, PartyLine, RelationLine,
};
use domain::view::public::Decided;
use time::macros::{date, datetime};

use super::pages::Rendered;
use super::{a_case, a_desk, case_sheet, form, id, organisation, shell};

fn personal(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

fn class(text: &str) -> CaseClass {
    CaseClass {
        code: "02.05.01".parse().unwrap(),
        version: 1,
        name: text.to_owned(),
    }
}

pub(super) fn a_form(text: &str) -> CaseForm {
    CaseForm {
        classes: vec![class(text)],
        is_numbered_here: false,
    }
}

fn document(number: u8, text: &str, kind: DocumentKind) -> CaseDocument {
    CaseDocument {
        id: id(number),
        version: 2,
        case: id(1),
        ordinal: u32::from(number),
        facts: DocumentFacts {
            title: personal(text),
            phase: Phase::Preparation,
            measure: None,
            kind,
        },
        registered_at: datetime!(2023-08-09 06:00 UTC),
        void: None,
    }
}

fn incoming(text: &str) -> CaseDocument {
    let kind = DocumentKind::Incoming(Arrival {
        on: date!(2023 - 08 - 08),
        at: None,
        way: DocumentWay::EMail,
        sender: personal(text),
        agent: personal(text),
    });
    document(50, text, kind)
}

fn own(text: &str) -> CaseDocument {
    let kind = DocumentKind::Own(Making {
        author: text.to_owned(),
        on: date!(2023 - 08 - 08),
        sent: Some(Sending {
            on: date!(2023 - 08 - 09),
            at: Some(time::macros::time!(14:59)),
            way: DocumentWay::Post,
            to: personal(text),
            service: Some(ServiceMeans::Letter),
        }),
    });
    CaseDocument {
        void: Some(text.to_owned()),
        facts: DocumentFacts {
            measure: Some(id(60)),
            ..document(51, text, kind.clone()).facts
        },
        ..document(51, text, kind)
    }
}

/// One that came in, and one that was made here and does not belong to the case after all.
pub(super) fn documents(text: &str) -> Vec<DocumentLine> {
    let line = |document| DocumentLine {
        document,
        registered: datetime!(2023-08-09 09:00),
    };
    vec![line(incoming(text)), line(own(text))]
}

fn measure(text: &str) -> CaseMeasure {
    CaseMeasure {
        id: id(60),
        version: 2,
        case: id(1),
        phase: Phase::Preparation,
        name: personal(text),
        on: date!(2023 - 08 - 08),
        office: text.to_owned(),
    }
}

fn party(text: &str) -> CaseParty {
    CaseParty {
        id: id(70),
        version: 2,
        case: id(1),
        role: PartyRole::Initiator,
        who: PartyWho::Person(personal(text)),
        agent: personal(text),
    }
}

fn relation(text: &str) -> RelationLine {
    RelationLine {
        id: id(80),
        kind: RelationKind::Continues,
        other: a_case(text),
    }
}

pub(super) fn a_register(text: &str) -> CaseRegister {
    CaseRegister {
        facts: CaseFacts {
            internal_title: personal(text),
            class: Some(class(text).code),
            pending_since: Some(date!(2023 - 08 - 01)),
        },
        class_name: Some(text.to_owned()),
        state: CaseState::Pending,
        closed_on: None,
        registered_at: datetime!(2023-08-02 09:00),
        disposed_at: None,
        decided: Some(Decided::On(date!(2023 - 08 - 09))),
        steps: vec![CaseStep {
            state: CaseState::Pending,
            on: date!(2023 - 08 - 01),
            reason: text.to_owned(),
            office: Some(text.to_owned()),
        }],
        measures: vec![measure(text)],
        documents: documents(text),
        parties: vec![PartyLine {
            party: party(text),
            name: personal(text),
        }],
        relations: vec![relation(text)],
    }
}

fn rule(text: &str) -> RetentionRule {
    RetentionRule {
        id: id(90),
        version: 2,
        class: class(text).code,
        retention: Retention::Years(10),
        basis: RetentionBasis::Statute,
        ground: text.to_owned(),
        from: date!(2020 - 01 - 01),
        until: None,
    }
}

fn class_sheet(text: &str) -> ClassSheet {
    ClassSheet {
        class: class(text),
        rules: vec![rule(text)],
        cases: 3,
    }
}

fn proposal(text: &str, state: DisposalState) -> Disposal {
    Disposal {
        id: id(95),
        version: 2,
        case: id(1),
        retention_ended_on: date!(2023 - 08 - 01),
        ground: text.to_owned(),
        proposed_at: datetime!(2023-08-02 06:00 UTC),
        proposed_by: id(4),
        proposed_office: text.to_owned(),
        state,
    }
}

fn left(text: &str) -> DisposalState {
    DisposalState::Left {
        at: datetime!(2023-08-03 06:00 UTC),
        by: id(5),
        office: text.to_owned(),
        reason: text.to_owned(),
    }
}

fn line(text: &str, is_ripe: bool, proposals: Vec<Disposal>) -> DisposalLine {
    let ripe = Ripe {
        retention_ended_on: date!(2023 - 08 - 01),
        ground: text.to_owned(),
    };
    let kept = vec![
        DisposalObstacle::Permanent,
        DisposalObstacle::ProjectRuns(date!(2030 - 12 - 31)),
    ];
    DisposalLine {
        case: a_case(text),
        class: Some(class(text).code),
        closed_on: Some(date!(2013 - 08 - 01)),
        ripe: if is_ripe { Ok(ripe) } else { Err(kept) },
        proposals,
    }
}

fn disposal_sheet(line: DisposalLine) -> DisposalSheet {
    DisposalSheet {
        line,
        content: DisposalContent {
            documents: 2,
            ..DisposalContent::default()
        },
        decisions: 1,
    }
}

fn case_list(text: &str, pages: u32) -> CaseList {
    CaseList {
        filter: CaseFilter {
            words: text.to_owned(),
            page: 1,
            ..CaseFilter::default()
        },
        total: 1,
        pages,
        lines: vec![CaseLine {
            case: a_case(text),
            class: Some(class(text).code),
            state: CaseState::Closed,
            pending_since: None,
            changed_at: datetime!(2023-08-02 09:00),
        }],
        classes: vec![class(text)],
        years: vec![2023],
    }
}

/// Every page of the register of cases.
pub(super) fn pages(shell: &Shell, text: &str) -> Vec<Rendered> {
    let mut pages = parts(shell, text);
    pages.extend(of_retention(shell, text));
    pages
}

fn parts(shell: &Shell, text: &str) -> Vec<Rendered> {
    let case = a_case(text);
    let owned = || text.to_owned();
    let (measures, void) = ([measure(text)], form(GivingBack { reason: owned() }));
    let arrived = form(IncomingDraft::from(&incoming(text)));
    let made = form(OwnDraft::from(&own(text)));
    let (open, gone) = (incoming(text), own(text));
    let acted = form(MeasureDraft {
        phase: owned(),
        measure_name: owned(),
        taken_on: owned(),
        office: owned(),
    });
    let concerned = form(CasePartyDraft {
        party_role: owned(),
        organisation: owned(),
        person: owned(),
        agent: owned(),
    });
    let relating = form(Relating {
        other_number: owned(),
        relation: owned(),
    });
    let moving = form(Moving {
        moved_on: owned(),
        reason: owned(),
    });
    let document =
        |corrected, form| render::desk(|| case::document(shell, &case, &measures, corrected, form));
    let (known, organisations) = (party(text), [organisation(text)]);
    vec![
        (
            "asiat",
            render::desk(|| list::page(shell, &case_list(text, 3))),
        ),
        (
            "x/saapunut",
            document(None, DocumentForm::Incoming(&arrived)),
        ),
        ("x/oma", document(None, DocumentForm::Own(&made))),
        (
            "x/asiakirja (saapunut)",
            document(Some((&open, &void)), DocumentForm::Incoming(&arrived)),
        ),
        (
            "x/asiakirja (oma)",
            document(Some((&gone, &void)), DocumentForm::Own(&made)),
        ),
        (
            "x/toimenpide",
            render::desk(|| case::measure(shell, &case, None, &acted)),
        ),
        (
            "x/toimenpide/x",
            render::desk(|| case::measure(shell, &case, Some(&measures[0]), &acted)),
        ),
        (
            "x/osallinen",
            render::desk(|| case::party(shell, &case, &organisations, None, &concerned)),
        ),
        (
            "x/osallinen/x",
            render::desk(|| case::party(shell, &case, &organisations, Some(&known), &concerned)),
        ),
        (
            "x/liittyvat",
            render::desk(|| case::relations(shell, &case, &[relation(text)], &relating)),
        ),
        (
            "x/tila",
            render::desk(|| case::move_state(shell, &case_sheet(text), &moving)),
        ),
    ]
}

fn of_retention(shell: &Shell, text: &str) -> Vec<Rendered> {
    let owned = || text.to_owned();
    let classified = form(Classified {
        class_code: owned(),
        class_name: owned(),
    });
    let ruled = form(RetentionDraft {
        years: owned(),
        permanent: String::new(),
        basis: owned(),
        ground: owned(),
        valid_from: owned(),
        valid_until: owned(),
    });
    let numbered = form(Numbered {
        numbering: owned(),
        first_day: owned(),
    });
    let settings = NumberingSheet {
        settings: vec![CaseNumbering {
            first_day: date!(2023 - 01 - 01),
            numbering: Numbering::IssuedHere,
        }],
        last: Some(912),
    };
    let deciding = form(GivingBack { reason: owned() });
    let proposed = || vec![proposal(text, DisposalState::Proposed)];
    let list = DisposalList {
        ripe: vec![line(text, true, Vec::new())],
        proposed: vec![line(text, false, proposed())],
        decided: vec![(a_case(text), proposal(text, left(text)))],
    };
    let kept = disposal_sheet(line(text, false, vec![proposal(text, left(text))]));
    let ripe = disposal_sheet(line(text, true, Vec::new()));
    let waits = disposal_sheet(line(text, true, proposed()));
    let (sheet, known) = (class_sheet(text), rule(text));
    let act = |sheet, act| render::desk(|| disposal::sheet(shell, sheet, act, None));
    vec![
        (
            "tehtavaluokat",
            render::desk(|| classes::list(shell, &[class_sheet(text)], &classified, None)),
        ),
        (
            "tehtavaluokat/x",
            render::desk(|| classes::class(shell, &sheet, &classified, None)),
        ),
        (
            "x/saanto",
            render::desk(|| classes::rule(shell, &sheet, None, &ruled)),
        ),
        (
            "x/saanto/x",
            render::desk(|| classes::rule(shell, &sheet, Some(&known), &ruled)),
        ),
        (
            "asiatunnukset",
            render::desk(|| classes::numbering(shell, &settings, &numbered, None)),
        ),
        (
            "havitys",
            render::desk(|| disposal::list(shell, &list, None)),
        ),
        ("havitys/x", act(&kept, Act::Look)),
        ("x/esitys", act(&ripe, Act::Propose(&form(())))),
        ("x/ratkaisu", act(&waits, Act::Decide(&deciding))),
    ]
}

#[test]
fn an_empty_register_says_what_is_not_there_yet() {
    let registrar = shell(Lang::Fi, Role::Registrar);
    let mut sheet = case_sheet("x");
    sheet.register.documents.clear();
    sheet.register.measures.clear();
    sheet.register.parties.clear();
    sheet.register.relations.clear();
    let html = render::desk(|| case::sheet(&registrar, &sheet, None));
    for said in [
        "Ei vielä asiakirjoja eikä toimenpiteitä.",
        "Ei vielä asianosaisia.",
        "Ei vielä liittyviä asioita.",
    ] {
        assert!(html.contains(said), "{said}");
    }
    let nothing = CaseList {
        lines: Vec::new(),
        total: 0,
        pages: 0,
        ..case_list("Kajaani & co", 0)
    };
    let html = render::desk(|| list::page(&registrar, &nothing));
    assert!(html.contains("Yhtään asiaa ei löytynyt näillä ehdoilla."));
}

#[test]
fn the_sheet_of_a_disposed_case_offers_nothing_and_says_what_stays() {
    let registrar = shell(Lang::Fi, Role::Registrar);
    let mut sheet = case_sheet("x");
    sheet.register.state = CaseState::Disposed;
    let html = render::desk(|| case::sheet(&registrar, &sheet, None));
    assert!(html.contains("Asia on hävitetty."));
    for offered in [
        "/asiakirjat/",
        "/osalliset/",
        "/tiedot\"",
        "/tila\"",
        "/paatokset/uusi",
    ] {
        assert!(!html.contains(offered), "{offered}");
    }
}

#[test]
fn each_offers_of_a_disposal_what_its_role_may_do() {
    let open = disposal_sheet(line(
        "x",
        true,
        vec![proposal("x", DisposalState::Proposed)],
    ));
    let ripe = disposal_sheet(line("x", true, Vec::new()));
    let kept = disposal_sheet(line("x", false, Vec::new()));
    for (role, proposes, decides) in [
        (Role::Registrar, true, false),
        (Role::Administrator, false, true),
        (Role::Auditor, false, false),
    ] {
        let shell = shell(Lang::Fi, role);
        let looks = |sheet| render::desk(|| disposal::sheet(&shell, sheet, Act::Look, None));
        assert_eq!(looks(&ripe).contains("/esitys\""), proposes, "{role:?}");
        assert_eq!(looks(&open).contains("/ratkaisu\""), decides, "{role:?}");
        let html = looks(&kept);
        assert!(!html.contains("/esitys\"") && html.contains("Asia säilytetään pysyvästi."));
    }
}

#[test]
fn the_page_of_words_keeps_them_in_its_links() {
    let shell = shell(Lang::Fi, Role::Registrar);
    let html = render::desk(|| list::page(&shell, &case_list("Työ & 50%", 3)));
    assert!(html.contains("?q=Ty%C3%B6+%26+50%25&amp;sivu=2"), "{html}");
    let desk = render::desk(|| home::page(&shell, &a_desk("x"), true, None));
    assert!(desk.contains("href=\"/tyopoyta/havitys\""));
}
