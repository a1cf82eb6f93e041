//! What `docs/` says is what the code does.

use std::collections::BTreeSet;
use std::path::Path;

use calendar::Offices;
use domain::case::{CaseState, CaseWork};
use domain::decision::{
    ConflictOfInterest, Decision, DecisionContent, DecisionDraft, DecisionNotes, DecisionState,
    MadeElsewhere, Readiness, Seal, Sealed, Signature,
};
use domain::publicity::Personal;
use time::macros::date;
use uuid::Uuid;

use crate::world::{MORNING, slug};

fn page(name: &str) -> String {
    let path = Path::new("../../docs").join(name);
    std::fs::read_to_string(path).expect("the page is there")
}

type Edge = (String, String, String);

#[test]
fn the_drawing_and_the_table_of_a_case_are_the_transitions_of_the_code() {
    let page = page("states/case.md");
    let of_code = case_transitions();
    assert_eq!(drawn(&page), of_code, "the drawing");
    assert_eq!(listed(&page), of_code, "the table");
}

/// Every transition of a case tried from every state.
fn case_transitions() -> BTreeSet<Edge> {
    let mut edges = BTreeSet::from([edge("—", "open", "Pending")]);
    let decided = CaseWork {
        decided: 1,
        ..CaseWork::default()
    };
    let name = |state: CaseState| format!("{state:?}");
    for from in CaseState::ALL {
        for (use_case, reached) in [
            ("resolve", from.resolve(decided)),
            ("close", from.close(decided)),
            ("reopen", from.reopen()),
            ("approve", from.dispose()),
        ] {
            if let Ok(to) = reached {
                edges.insert(edge(&name(from), use_case, &name(to)));
            }
        }
    }
    edges
}

#[test]
fn the_drawing_and_the_table_of_states_are_the_transitions_of_the_code() {
    let page = page("states/decision.md");
    let of_code = transitions();
    assert_eq!(drawn(&page), of_code, "the drawing");
    assert_eq!(listed(&page), of_code, "the table");
}

/// Every transition tried from every state.
fn transitions() -> BTreeSet<Edge> {
    let mut edges = BTreeSet::new();
    for begins in ["begin", "draft", "import_draft"] {
        edges.insert(edge("—", begins, "Draft"));
    }
    let offices = Offices::kajaani();
    for state in states() {
        let from = name(&state);
        let decision = || Decision {
            id: Uuid::nil().into(),
            version: 1,
            case: Uuid::nil().into(),
            project: None,
            preparer: Uuid::nil().into(),
            notes: DecisionNotes::default(),
            state: state.clone(),
        };
        let changed = || decision().change(DecisionDraft::default()).ok();
        let tried = [
            ("save_draft", changed()),
            ("mark_personal", changed()),
            ("mark_not_personal", changed()),
            ("send", decision().send().ok()),
            ("recall", decision().recall().ok()),
            ("give_back", decision().give_back("Syy".to_owned()).ok()),
            ("abandon", decision().abandon("Syy".to_owned()).ok()),
            ("take_up", decision().take_up().ok()),
            ("state_conflict", decision().state_conflict(conflict()).ok()),
            (
                "schedule",
                decision().schedule(Some(date!(2023 - 08 - 18))).ok(),
            ),
            ("sign", decision().sign(sealed(true)).ok()),
            (
                "record_elsewhere",
                decision().record_elsewhere(sealed(false)).ok(),
            ),
            (
                "publish",
                decision()
                    .publish(1, Some(date!(2023 - 08 - 18)), &offices)
                    .ok(),
            ),
        ];
        for (use_case, reached) in tried {
            if let Some(reached) = reached {
                edges.insert(edge(from, use_case, name(&reached.state)));
            }
        }
    }
    edges
}

fn states() -> [DecisionState; 5] {
    let signed = Decision {
        id: Uuid::nil().into(),
        version: 1,
        case: Uuid::nil().into(),
        project: None,
        preparer: Uuid::nil().into(),
        notes: DecisionNotes::default(),
        state: DecisionState::Signed(sealed(true)),
    };
    let published = signed.publish(1, Some(date!(2023 - 08 - 18)), &Offices::kajaani());
    [
        DecisionState::Draft(DecisionDraft::default()),
        DecisionState::AwaitingSignature(DecisionDraft::default()),
        DecisionState::Abandoned(DecisionDraft::default()),
        DecisionState::Signed(sealed(true)),
        published.expect("a signed decision is published").state,
    ]
}

const fn name(state: &DecisionState) -> &'static str {
    match state {
        DecisionState::Draft(_) => "Draft",
        DecisionState::AwaitingSignature(_) => "AwaitingSignature",
        DecisionState::Abandoned(_) => "Abandoned",
        DecisionState::Signed(_) => "Signed",
        DecisionState::Published(..) => "Published",
    }
}

fn conflict() -> ConflictOfInterest {
    ConflictOfInterest {
        by: Uuid::nil().into(),
        ground: "hallintolaki 28 § 1 mom. 5 kohta".to_owned(),
    }
}

fn edge(from: &str, use_case: &str, to: &str) -> Edge {
    (from.to_owned(), use_case.to_owned(), to.to_owned())
}

/// The edges of the drawing: `From --> To: use_case, use_case`.
fn drawn(page: &str) -> BTreeSet<Edge> {
    let mut edges = BTreeSet::new();
    for line in page.lines() {
        let Some((from, rest)) = line.split_once("-->") else {
            continue;
        };
        let Some((to, labels)) = rest.split_once(':') else {
            continue;
        };
        let from = from.trim().replace("[*]", "—");
        for label in labels.split(',') {
            edges.insert(edge(&from, label.trim(), to.trim()));
        }
    }
    edges
}

/// The rows of the table of transitions: five cells.
fn listed(page: &str) -> BTreeSet<Edge> {
    let rows = page
        .lines()
        .filter(|line| line.starts_with('|') && !line.contains("---"));
    let cells = rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect());
    cells
        .filter(|cells: &Vec<&str>| cells.len() == 5 && cells[0] != "From")
        .map(|cells| edge(cells[0], cells[1], cells[2]))
        .collect()
}

fn sealed(here: bool) -> Sealed {
    let content = content();
    Sealed {
        section: "kaupunginjohtaja/2023/5".parse().expect("an address"),
        seal: Seal::new(&content, [0; 32]).expect("a content is written"),
        content,
        corrections: 0,
        signature: if here {
            Signature::Here {
                at: MORNING,
                by: Uuid::nil().into(),
                name: Personal::new("Virkailija".to_owned()),
                office: "Kaupunginjohtaja".to_owned(),
                deputy_ground: None,
            }
        } else {
            Signature::Elsewhere(MadeElsewhere::default())
        },
    }
}

fn content() -> DecisionContent {
    let draft = DecisionDraft {
        title: "Otsikko".to_owned(),
        series: slug("kaupunginjohtaja").to_string(),
        resolution: "Osallistutaan.".to_owned(),
        background: "Tausta.".to_owned(),
        authority: "Hallintosääntö 17 §".to_owned(),
        contact_office: "Kaupunginjohtaja".to_owned(),
        remedy: "rectification".to_owned(),
        ..DecisionDraft::default()
    };
    let against = Readiness {
        case_number: "KAJDno-2023-912".parse().ok(),
        project: None,
        period: None,
        decision_maker: Some("Kaupunginjohtaja".to_owned()),
        parties_may_be_unknown: true,
        provisions_may_be_unknown: true,
    };
    draft.read(&against).expect("a draft without findings")
}

#[test]
fn the_worked_example_of_the_canonical_form_is_what_the_code_seals() {
    let page = page("canonical-json.md");
    let json = block(&page, "```json");
    let content: DecisionContent = serde_json::from_str(json).expect("the example is a content");
    let written = serde_json::to_string(&content).expect("a content is written");
    assert_eq!(written, json, "the example is in its canonical form");
    let seal = Seal::new(&content, [0x2a; 32]).expect("a content is sealed");
    let hash = block(&page, "```text seal");
    assert_eq!(hex(&seal.hash), hash, "the hash of the example");
}

/// The one line of a fenced block.
fn block<'a>(page: &'a str, fence: &str) -> &'a str {
    let begins = page.find(fence).expect("the block is there") + fence.len() + 1;
    let rest = &page[begins..];
    rest[..rest.find("\n```").expect("the block ends")].trim()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
