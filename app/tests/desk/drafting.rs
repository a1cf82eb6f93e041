//! What is shown while a decision is begun, written and checked.

use app::pages::desk::decision::draft::{self, Around};
use app::pages::desk::decision::{begin, check, sheet};
use app::pages::desk::form::{AboutPerson, NewDecision};
use app::pages::desk::{case, delegations, project};
use app::render;
use domain::Lang;
use domain::check::{Promise, PromiseLine};
use domain::decision::{
    Commitment, CommitmentStrength, DecisionDraft, DecisionKind, DecisionState,
};
use domain::delegation::{Delegation, DelegationDecision, DelegationDraft, DelegationFacts};
use domain::finding::{Finding, FindingCode, Findings};
use domain::personal::{Mention, MentionKind};
use domain::publicity::Personal;
use domain::role::Role;
use domain::view::desk::{BeginSheet, DelegationList, Present, Stage, Unsaved};
use time::macros::{date, datetime};

use super::{
    At, a_case, case_sheet, decision_draft, decision_sheet, form, id, line, project_sheet, shell,
};
use crate::common::{self, euros};

pub(crate) fn notices(drafted: bool) -> Findings {
    let mut notices = Findings::default();
    if drafted {
        notices.push(Finding::at("background", FindingCode::NameUnmarked));
        notices.push(Finding::at("authority", FindingCode::AuthorityUnknown));
    }
    notices
}

pub(crate) fn mentions(text: &str, drafted: bool) -> Vec<Mention> {
    let mention = Mention {
        place: "background".to_owned(),
        kind: MentionKind::Name,
        words: Personal::new(text.to_owned()),
        around: Personal::new((text.to_owned(), text.to_owned())),
    };
    if drafted { vec![mention] } else { Vec::new() }
}

pub(crate) fn promise(text: &str) -> Promise {
    let line = |earlier| PromiseLine {
        earlier,
        commitment: Commitment {
            year: None,
            amount: euros(2_500),
            strength: CommitmentStrength::AtMost,
            budget_line: Some(text.to_owned()),
            condition: None,
        },
    };
    Promise {
        lines: vec![
            line(Some(common::section("kaupunginjohtaja", 2022, 3))),
            line(None),
        ],
        sum: Some(euros(5_000)),
        delegation: Some(delegation(text)),
    }
}

fn delegation(text: &str) -> Delegation {
    Delegation {
        id: id(9),
        version: 2,
        facts: DelegationFacts {
            series: common::slug("kaupunginjohtaja"),
            provision: text.to_owned(),
            decision: Some(DelegationDecision {
                body: text.to_owned(),
                on: date!(2022 - 08 - 16),
                section: 155,
                year: 2022,
            }),
            limit: Some(euros(10_000)),
            kinds: vec![DecisionKind::Grant, DecisionKind::Participation],
            valid_from: date!(2022 - 09 - 01),
            valid_to: None,
        },
    }
}

pub(crate) fn delegation_list(text: &str) -> DelegationList {
    DelegationList {
        today: date!(2023 - 08 - 21),
        delegations: vec![delegation(text)],
        series: decision_sheet(text, At::Draft).series,
    }
}

pub(crate) fn delegation_draft(text: &str) -> DelegationDraft {
    DelegationDraft {
        kinds: vec!["grant".to_owned(), text.to_owned()],
        limit: text.to_owned(),
        ..DelegationDraft::from(&delegation(text).facts)
    }
}

pub(crate) fn begin_sheet(text: &str) -> BeginSheet {
    BeginSheet {
        case: a_case(text),
        projects: vec![(id(3), text.to_owned())],
        project: Some(id(3)),
        series: decision_sheet(text, At::Draft).series,
        proposed_series: Some(common::slug("kaupunginjohtaja")),
        earlier: vec![line(text, Stage::Signed)],
    }
}

pub(crate) fn beginning(text: &str) -> NewDecision {
    NewDecision {
        project: text.to_owned(),
        kind: text.to_owned(),
        lang: text.to_owned(),
        series: text.to_owned(),
        from: text.to_owned(),
    }
}

/// A form that is previewed while there is unsaved text and somebody else has it open.
pub(crate) fn around(text: &str) -> Around {
    Around {
        is_preview: true,
        unsaved: Some((
            Unsaved {
                version: 6,
                draft: decision_draft(text),
                at: datetime!(2023-08-21 14:32),
            },
            form(()),
        )),
        others: vec![Present {
            name: text.to_owned(),
            office: text.to_owned(),
            since: datetime!(2023-08-20 14:20),
        }],
    }
}

fn draft_page(typed: DecisionDraft, around: &Around) -> String {
    let shell = shell(Lang::Fi, Role::Preparer);
    let sheet = decision_sheet("x", At::Draft);
    render::desk(|| draft::page(&shell, &sheet, &form(typed), around)).replace('\u{a0}', " ")
}

#[test]
fn the_preview_shows_what_everybody_would_read() {
    let typed = DecisionDraft {
        resolution: "# Rahoitus\n\nEsitti {personal|Maija Malli}.".to_owned(),
        background: "{personal|auki".to_owned(),
        ..decision_draft("x")
    };
    let around = Around {
        is_preview: true,
        ..Around::default()
    };
    let html = draft_page(typed, &around);
    let (_, preview) = html.split_once("id=\"esikatselu\"").unwrap();
    let (preview, form) = preview.split_once("</section>").unwrap();
    assert!(preview.contains("<h4>Rahoitus</h4>"), "{preview}");
    assert!(!preview.contains("Maija"), "{preview}");
    assert!(preview.contains("merkinnöissä on virhe"), "{preview}");
    assert!(
        form.contains("{personal|Maija Malli}"),
        "what was typed stays"
    );
    assert!(!draft_page(decision_draft("x"), &Around::default()).contains("id=\"esikatselu\""));
}

#[test]
fn unsaved_text_is_offered_and_who_else_writes_is_told_without_a_script() {
    let html = draft_page(decision_draft("x"), &around("N. N."));
    assert!(html.contains("Sinulla on tallentamatonta tekstiä klo 14.32."));
    assert!(html.contains("value=\"take\"") && html.contains("value=\"discard\""));
    let told = "N. N. (N. N.) on pitänyt tätä luonnosta auki 20.8.2023 klo 14.20 alkaen.";
    assert!(html.contains(told), "{html}");
    let html = draft_page(decision_draft("x"), &Around::default());
    assert!(!html.contains("value=\"take\""));
}

#[test]
fn buttons_that_only_work_with_a_script_are_hidden_without_it() {
    let html = draft_page(decision_draft("x"), &Around::default());
    let tags = html.split('<').filter_map(|rest| rest.split_once('>'));
    let bars: Vec<&str> = tags
        .map(|(tag, _)| tag)
        .filter(|tag| tag.contains("class=\"editor\""))
        .collect();
    assert_eq!(bars.len(), 2);
    assert!(bars.iter().all(|bar| bar.contains("hidden")), "{bars:?}");
    // They stand between the label with its hint and the field.
    for field in ["resolution", "background"] {
        let (_, from_label) = html.split_once(&format!("for=\"{field}\"")).unwrap();
        let (between, _) = from_label.split_once("<textarea").unwrap();
        let hint = between.find("govuk-hint").unwrap();
        assert!(hint < between.find("class=\"editor\"").unwrap(), "{field}");
    }
}

#[test]
fn what_is_said_to_be_about_nobody_travels_with_the_form() {
    let typed = DecisionDraft {
        not_personal: "Priya Sharma\nM. Malli".to_owned(),
        ..decision_draft("x")
    };
    let html = draft_page(typed, &Around::default());
    let (_, area) = html.split_once("name=\"not_personal\"").unwrap();
    assert!(area.contains(">\nPriya Sharma\nM. Malli</textarea>"));
    let html = draft_page(DecisionDraft::default(), &Around::default());
    assert!(!html.contains("not_personal"), "nothing is said yet");
}

#[test]
fn the_check_asks_about_each_mention_and_shows_what_counts_towards_the_limit() {
    let shell = shell(Lang::Fi, Role::Preparer);
    let mut sheet = decision_sheet("x", At::Draft);
    let mention = |place: &str, kind| Mention {
        place: place.to_owned(),
        kind,
        words: Personal::new("Maija Malli".to_owned()),
        around: Personal::new(("ennen ".to_owned(), " jälkeen".to_owned())),
    };
    sheet.mentions = vec![
        mention("background", MentionKind::Name),
        mention("title", MentionKind::Name),
        mention("background", MentionKind::IdentityCode),
    ];
    let answers = [1, 2, 3].map(|_| form(AboutPerson::default()));
    let html = render::desk(|| check::page(&shell, &sheet, &form(()), &answers, None));
    let html = html.replace('\u{a0}', " ");
    assert!(
        html.contains("2023 · 2 500,00 € · "),
        "what was typed, as a sum"
    );
    // A title takes no marks, and a code is never about nobody.
    assert_eq!(html.matches("value=\"mark\"").count(), 2);
    assert_eq!(html.matches("value=\"dismiss\"").count(), 2);
    assert!(html.contains("<mark>Maija Malli</mark>"));
    for shown in [
        "§ 3/2022",
        "Tämä luonnos",
        "5 000,00 €",
        "10 000,00 €",
        "§ 155",
    ] {
        assert!(html.contains(shown), "no {shown}");
    }
    assert!(html.contains("Nämä eivät estä lähettämistä"));
    assert!(html.contains("value=\"send\""), "notices block nothing");
}

#[test]
fn each_part_of_a_draft_says_how_far_it_is() {
    let shell = shell(Lang::Fi, Role::Preparer);
    let mut sheet = decision_sheet("x", At::Draft);
    sheet.decision.state = DecisionState::Draft(DecisionDraft {
        lang: "fi".to_owned(),
        kind: "other".to_owned(),
        resolution: "Päätetään.".to_owned(),
        ..DecisionDraft::default()
    });
    let mut findings = Findings::default();
    for place in ["title", "background", "remedy", "parties-0-organisation"] {
        findings.push(Finding::at(place, FindingCode::Missing));
    }
    sheet.reading = Some(Err(findings));
    let html = render::desk(|| sheet::page(&shell, &sheet, &form(()), true, None));
    let (_, list) = html.split_once("govuk-task-list").unwrap();
    let (list, _) = list.split_once("</ul>").unwrap();
    let statuses: Vec<&str> = list
        .split("govuk-task-list__status")
        .filter_map(|part| part.split_once('>'))
        .filter_map(|(_, rest)| rest.split_once('<'))
        .map(|(status, _)| status)
        .filter(|status| !status.trim().is_empty())
        .collect();
    assert_eq!(
        statuses,
        [
            "Ei aloitettu",
            "Kesken",
            "Ei aloitettu",
            "Ei aloitettu",
            "Ei aloitettu",
            "Ei tarvita",
            "Ei vielä"
        ]
    );
}

#[test]
fn a_decision_begins_from_its_case_and_from_its_project() {
    let shell = shell(Lang::Fi, Role::Preparer);
    let html = render::desk(|| case::sheet(&shell, &case_sheet("x"), None));
    assert!(html.contains("href=\"/tyopoyta/asiat/KAJDno-2023-912/paatokset/uusi\""));
    let html = render::desk(|| project::sheet(&shell, &project_sheet("x"), None));
    assert!(html.contains("/paatokset/uusi?hanke=kaivoskumppani\""));
    let sheet = begin_sheet("x");
    let typed = form(begin::proposed(&sheet, Lang::Fi));
    let html = render::desk(|| begin::page(&shell, &sheet, &typed));
    assert!(html.contains("value=\"participation\" checked"));
    for name in ["project", "kind", "series", "lang", "from"] {
        assert!(html.contains(&format!("name=\"{name}\"")), "{name}");
    }
}

#[test]
fn who_may_not_change_delegations_reads_them() {
    for (role, forms) in [(Role::Administrator, 1), (Role::Preparer, 0)] {
        let shell = shell(Lang::Fi, role);
        let list = delegation_list("Hallintosääntö 17 §");
        let typed = form(DelegationDraft::default());
        let html = render::desk(|| delegations::page(&shell, &list, &typed, None));
        assert_eq!(
            html.matches("name=\"provision\"").count(),
            forms,
            "{role:?}"
        );
        assert!(html.contains("Hallintosääntö 17 §"));
    }
}
