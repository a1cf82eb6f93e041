//! The distribution of a decision by e-mail, for officials' pages.

use app::pages::desk::decision::distribution::{Around, entry, new};
use app::pages::desk::decision::sheet;
use app::render;
use app::shell::Shell;
use domain::Lang;
use domain::distribution::{AddresseeDraft, Attempt, AttemptOutcome, Entry};
use domain::mailing::{Failure, Mailing, Trouble};
use domain::publicity::Personal;
use domain::role::Role;
use domain::view::desk::DistributionLine;
use time::macros::datetime;

use super::offers::actions;
use super::pages::Rendered;
use super::{At, decision_sheet, form, id, shell};

fn refused(reply: &str) -> Mailing {
    Mailing::Refused(Failure {
        trouble: Trouble::Refused,
        reply: reply.to_owned(),
    })
}

fn a_line(text: &str, address: bool, mail: Option<Mailing>) -> DistributionLine {
    let address = address.then(|| Personal::new(text.to_owned()));
    let attempt = Attempt {
        at: datetime!(2023-08-18 06:00 UTC),
        address: address.clone(),
        outcome: AttemptOutcome::Refused,
        trouble: Some(Trouble::Refused),
        reply: Personal::new(text.to_owned()),
    };
    DistributionLine {
        entry: Entry {
            id: id(40),
            version: 2,
            decision: id(5),
            name: Personal::new(text.to_owned()),
            address,
            mail,
        },
        changed_at: datetime!(2023-08-18 09:00),
        attempts: vec![(datetime!(2023-08-18 09:00), attempt)],
    }
}

/// Entries of a sheet: one refused, one that waits, one without an address.
fn lines(text: &str) -> Vec<DistributionLine> {
    let without = DistributionLine {
        attempts: Vec::new(),
        ..a_line(text, false, None)
    };
    vec![
        a_line(text, true, Some(refused(text))),
        a_line(text, true, Some(Mailing::Planned)),
        without,
    ]
}

/// The distribution of a sheet: a draft has none yet.
pub(super) fn of(text: &str, at: At) -> Vec<DistributionLine> {
    match at {
        At::Draft | At::Proposal => Vec::new(),
        At::Signed | At::Published => lines(text),
    }
}

fn a_page(shell: &Shell, line: &DistributionLine) -> String {
    let around = Around {
        message_id: "<1@kunta.example>",
        mail_is_set_up: true,
    };
    let typed = form(AddresseeDraft::default());
    let mut sheet = decision_sheet("x", At::Published);
    sheet.stubs.clear();
    render::desk(|| entry(shell, &sheet, line, around, &typed, None))
}

/// The pages of a distribution.
pub(super) fn pages(shell: &Shell, text: &str) -> Vec<Rendered> {
    let typed = form(AddresseeDraft {
        recipient: text.to_owned(),
        email: text.to_owned(),
    });
    let sheet = decision_sheet(text, At::Published);
    let around = Around {
        message_id: "<1@kunta.example>",
        mail_is_set_up: false,
    };
    let line = &sheet.distribution[0];
    vec![
        ("x/tiedoksi", render::desk(|| new(shell, &sheet, &typed))),
        (
            "x/tiedoksi/y",
            render::desk(|| entry(shell, &sheet, line, around, &typed, None)),
        ),
    ]
}

#[test]
fn the_sheet_says_what_became_of_each_and_that_it_is_no_service() {
    let registrar = shell(Lang::Fi, Role::Registrar);
    let mut sheet = decision_sheet("x", At::Published);
    sheet.stubs.clear();
    sheet.distribution = lines("talous@kunta.example");
    let page = |sheet: &domain::view::desk::DecisionSheet, mail| {
        render::desk(|| sheet::page(&registrar, sheet, &form(()), mail, None))
    };
    let html = page(&sheet, true);
    for said in [
        "Se ei ole tiedoksianto: siitä ei ala muutoksenhakuaika",
        "Jäi lähettämättä",
        "Odottaa lähettämistä",
        "Ei osoitetta",
        "talous@kunta.example",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert!(!html.contains("Sähköpostia ei ole asetettu"));
    let html = page(&sheet, false);
    assert!(html.contains("Sähköpostia ei ole asetettu: viestit odottavat."));
    assert!(html.contains("Odottaa, sähköpostia ei ole asetettu"));
    sheet.distribution.clear();
    assert!(page(&sheet, true).contains("Päätöksellä ei ole vielä ketään"));
}

#[test]
fn what_can_be_done_follows_from_what_became_of_the_mail_and_is_for_registrars() {
    let registrar = shell(Lang::Fi, Role::Registrar);
    let preparer = shell(Lang::Fi, Role::Preparer);
    let unknown = Mailing::Unknown(Failure {
        trouble: Trouble::Interrupted,
        reply: String::new(),
    });
    for (address, mail, expected) in [
        (false, None, vec!["address"]),
        (true, None, vec!["withdraw", "address"]),
        (true, Some(Mailing::Planned), vec!["withdraw", "address"]),
        (true, Some(Mailing::Sending), vec![]),
        (true, Some(Mailing::Sent), vec!["address"]),
        (true, Some(refused("550")), vec!["again", "address"]),
        (true, Some(unknown), vec!["received", "again", "address"]),
        (true, Some(Mailing::Received), vec!["address"]),
        (true, Some(Mailing::Withdrawn), vec!["again", "address"]),
        (false, Some(Mailing::Sent), vec!["address"]),
    ] {
        let line = a_line("x", address, mail);
        let html = a_page(&registrar, &line);
        assert_eq!(actions(&html), expected, "{:?}", line.entry.mail);
        assert_eq!(actions(&a_page(&preparer, &line)), [""; 0]);
    }
}
