//! Instalments on officials' pages: what is shown, what is offered to whom, and what falls due.

use app::pages::desk::{address, commitment, due, home};
use app::render;
use app::shell::Shell;
use domain::commitment::{CommitmentKey, EntryDraft, EntryKind};
use domain::decision::CommitmentStrength;
use domain::instalment::{InstalmentDraft, InstalmentFact, InstalmentKind, InstalmentStage};
use domain::role::Role;
use domain::view::commitment::CommitmentSheet;
use domain::view::desk::Desk;
use domain::view::instalment::{DueCounts, DueLine, DueSheet, InstalmentLine};
use domain::{Lang, Money};
use time::macros::{date, datetime};
use wording::desk::label_of;

use super::commitment::{planned_by, sheet};
use super::pages::Rendered;
use super::{a_desk, claims, co_funding, form, id, shell};
use crate::{assert_linked, at_each, common};

/// The form of each kind of entry, what falls due, and the claims that fall due beside them.
pub(super) fn of_instalments(shell: &Shell, text: &str) -> Vec<Rendered> {
    let sheet = a_schedule(text);
    let mut pages = vec![
        (
            "eraantyvat",
            render::desk(|| due::page(shell, &a_list(text))),
        ),
        (
            "eraantyvat-ei",
            render::desk(|| due::page(shell, &nothing_due())),
        ),
        (
            "sitoumukset/x/1-erat",
            render::desk(|| commitment::sheet(shell, &sheet, None)),
        ),
    ];
    for kind in InstalmentKind::ALL {
        let typed = form(draft(text, kind));
        pages.push((
            "sitoumukset/x/1/erat/x",
            render::desk(|| commitment::record_instalment(shell, &sheet, kind, &typed)),
        ));
    }
    let payment = form(EntryDraft {
        instalment: "1".to_owned(),
        amount: text.to_owned(),
        ..EntryDraft::default()
    });
    pages.push((
        "sitoumukset/x/1/maksu-era",
        render::desk(|| commitment::record(shell, &sheet, EntryKind::Paid, &payment)),
    ));
    pages.extend(claims::of_claims(shell, text));
    pages.extend(co_funding::of_co_funding(shell, text));
    pages
}

fn draft(text: &str, kind: InstalmentKind) -> InstalmentDraft {
    use InstalmentKind as K;
    let of_all = matches!(kind, K::Planned | K::FinalReport | K::FinalReportUndone);
    InstalmentDraft {
        instalment: if of_all { "" } else { "1" }.to_owned(),
        due_day: text.to_owned(),
        amount: text.to_owned(),
        needs: text.to_owned(),
        is_last: text.to_owned(),
        arrived_as: text.to_owned(),
        entry_day: text.to_owned(),
        reason: text.to_owned(),
    }
}

/// A commitment whose first instalment is accepted, whose second is overdue and whose third is
/// given up.
fn a_schedule(text: &str) -> CommitmentSheet {
    let on = date!(2023 - 08 - 20);
    let planned = |instalment, due_on, is_last| InstalmentFact::Planned {
        instalment,
        due_on,
        amount: Money::from_cents(50_000),
        needs: text.to_owned(),
        is_last,
    };
    let facts = [
        planned(1, date!(2023 - 09 - 01), false),
        planned(2, date!(2023 - 08 - 20), true),
        planned(3, date!(2023 - 12 - 01), false),
        InstalmentFact::Requested {
            instalment: 1,
            on,
            document: text.to_owned(),
        },
        InstalmentFact::Accepted {
            instalment: 1,
            on,
            amount: Money::from_cents(40_000),
        },
        InstalmentFact::Withdrawn {
            instalment: 3,
            reason: text.to_owned(),
        },
        InstalmentFact::FinalReport {
            on,
            document: text.to_owned(),
        },
    ];
    planned_by(sheet(text, CommitmentStrength::Granted, Vec::new()), &facts)
}

/// How the page of a commitment lists entries about its instalments.
pub(super) fn lines(facts: &[InstalmentFact]) -> Vec<InstalmentLine> {
    let lines = (1..).zip(facts).map(|(number, fact)| InstalmentLine {
        number,
        fact: fact.clone(),
        recorded_at: datetime!(2023-08-21 10:00),
        office: "Controller".to_owned(),
    });
    lines.collect()
}

pub(super) fn a_list(text: &str) -> DueSheet {
    let line = |instalment, due_on, is_overdue| DueLine {
        key: of_sheet(),
        section: common::section("kaupunginjohtaja", 2023, 5),
        title: text.to_owned(),
        project: Some((common::slug("kaivoskumppani"), text.to_owned())),
        instalment,
        due_on,
        is_overdue,
        open: Money::from_cents(50_000),
        stage: InstalmentStage::Requested,
        needs: text.to_owned(),
        is_last: is_overdue,
    };
    let lines = vec![
        line(2, date!(2023 - 08 - 20), true),
        line(1, date!(2023 - 09 - 01), false),
    ];
    DueSheet::of(lines, claims::due(text))
}

pub(super) fn nothing_due() -> DueSheet {
    DueSheet::of(Vec::new(), Vec::new())
}

fn of_sheet() -> CommitmentKey {
    CommitmentKey {
        decision: id(5),
        line: 1,
    }
}

fn page(role: Role, sheet: &CommitmentSheet) -> String {
    render::desk(|| commitment::sheet(&shell(Lang::Fi, role), sheet, None)).replace('\u{a0}', " ")
}

#[test]
fn each_instalment_offers_what_can_follow_and_only_to_finance() {
    use InstalmentKind as K;
    let sheet = a_schedule("x");
    let html = page(Role::Finance, &sheet);
    let key = of_sheet();
    for (number, expected) in [
        (1, vec![K::Moved, K::Returned, K::Withdrawn]),
        (2, vec![K::Moved, K::Requested, K::Withdrawn]),
        (3, vec![]),
    ] {
        let offered = K::ALL.into_iter().filter(|kind| {
            let to = address::record_instalment(key, *kind, number);
            html.contains(&format!("href=\"{to}\""))
        });
        assert_eq!(offered.collect::<Vec<_>>(), expected, "{number}");
        let pays = html.contains(&address::pay_instalment(key, number));
        assert_eq!(pays, number == 1, "{number}");
    }
    for (kind, is_offered) in [
        (K::Planned, true),
        (K::FinalReport, false),
        (K::FinalReportUndone, true),
    ] {
        let to = format!("href=\"{}\"", address::record_schedule(key, kind));
        assert_eq!(html.contains(&to), is_offered, "{kind:?}");
    }
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Finance) {
        let html = page(role, &sheet);
        assert!(
            !html.contains("/erat/") && !html.contains("?era="),
            "{role:?}"
        );
        assert!(html.contains("hyväksytty maksettavaksi"), "{role:?}");
    }
}

#[test]
fn a_page_says_what_is_overdue_open_and_recorded() {
    let html = page(Role::Finance, &a_schedule("x"));
    for said in [
        "20.8.2023",
        "400,00 €",
        "peruttu",
        "viimeinen",
        "Loppuraportti: 20.8.2023, x",
        "Eräpäivä: 1.9.2023, 500,00 €, x",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert_eq!(html.matches("tag--late").count(), 1, "one is overdue");
    let nothing = page(
        Role::Finance,
        &sheet("x", CommitmentStrength::Granted, Vec::new()),
    );
    assert!(nothing.contains("Maksueriä ei ole vielä suunniteltu."));
    assert!(nothing.contains("ei vielä kirjattu"));
}

#[test]
fn every_finding_of_an_instalment_is_linked_to_its_field() {
    use InstalmentKind as K;
    let shell = shell(Lang::Fi, Role::Finance);
    let sheet = a_schedule("x");
    for (kind, fields) in [
        (K::Planned, vec!["due_day", "amount", "needs"]),
        (K::Moved, vec!["due_day", "reason"]),
        (K::Requested, vec!["arrived_as", "entry_day"]),
        (K::Accepted, vec!["amount", "entry_day"]),
        (K::Returned, vec!["reason"]),
        (K::Withdrawn, vec!["reason"]),
        (K::FinalReport, vec!["arrived_as", "entry_day"]),
        (K::FinalReportUndone, vec!["reason"]),
    ] {
        let typed = draft("teksti", kind);
        let findings = at_each(fields.iter().copied());
        let refused = form(typed.clone()).refused(findings.clone());
        let html = render::desk(|| commitment::record_instalment(&shell, &sheet, kind, &refused));
        assert_linked(kind.code(), &html, &findings);
        for (name, _) in typed.to_pairs() {
            assert!(label_of(&name, Lang::Fi).is_some(), "{name}");
        }
        assert_eq!(InstalmentDraft::from_pairs(&typed.to_pairs()), typed);
    }
}

#[test]
fn the_desk_and_the_list_say_what_falls_due() {
    let finance = shell(Lang::Fi, Role::Finance);
    let desk = a_desk("x");
    let html = render::desk(|| home::page(&finance, &desk, true, None));
    assert!(html.contains("Maksuerät: 2 myöhässä, 3 erääntyy 90 päivän kuluessa"));
    assert!(html.contains("Maksatushakemukset: 1 myöhässä, 0 erääntyy 90 päivän kuluessa"));
    let quiet = Desk {
        due: Some(DueCounts::default()),
        ..desk
    };
    let html = render::desk(|| home::page(&finance, &quiet, true, None));
    assert!(!html.contains("myöhässä,"), "{html}");
    let html = render::desk(|| due::page(&finance, &a_list("x"))).replace('\u{a0}', " ");
    let late = html.matches("tag--late").count();
    assert_eq!(late, 2, "an instalment and a last claim");
    assert!(html.contains("1 000,00 €"), "the sum of the rows: {html}");
    let to = format!("href=\"{}\"", address::commitment(of_sheet()));
    assert_eq!(html.matches(&to).count(), 2);
}
