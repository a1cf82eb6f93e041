//! What the pages of reminders offer, and to whom.

use app::pages::desk::home;
use app::render;
use domain::Lang;
use domain::reminder::{Failure, Mailing, Trouble};
use domain::role::Role;
use domain::view::desk::Desk;

use super::reminders::{a_page, a_reminder, unknown};
use super::{a_desk, shell};

const NOT_SET_UP: &str = "Sähköpostia ei ole asetettu: muistutukset näkyvät vain tässä.";

/// The actions of the buttons of a page, but for signing out.
pub(super) fn actions(html: &str) -> Vec<&str> {
    let buttons = html.split("name=\"action\" value=\"").skip(1);
    buttons.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_desk_says_what_ends_and_what_became_of_the_mail() {
    let shell = shell(Lang::Fi, Role::Registrar);
    let desk = a_desk("Päätös");
    let html = render::desk(|| home::page(&shell, &desk, true, None)).replace('\u{a0}', " ");
    assert!(html.contains("Asianosaisen muutoksenhakuaika päättyy pe 8.9.2023 klo 15.00"));
    assert!(html.contains("Ei tiedetä, lähtikö"));
    assert!(html.contains("2 muistutuksen sähköposti on selvitettävä"));
    assert!(!html.contains(NOT_SET_UP));
}

#[test]
fn without_a_mail_server_the_desk_says_so_and_what_to_do() {
    let shell = shell(Lang::Fi, Role::Preparer);
    let desk = Desk {
        reminders: vec![a_reminder("Päätös", Mailing::Planned)],
        unsettled_reminders: 0,
        ..a_desk("Päätös")
    };
    let html = render::desk(|| home::page(&shell, &desk, false, None));
    assert!(html.contains(NOT_SET_UP) && html.contains("[smtp]"));
    assert!(html.contains("Vain työpöydällä"));
    let nothing = Desk {
        reminders: Vec::new(),
        ..desk
    };
    let html = render::desk(|| home::page(&shell, &nothing, false, None));
    assert!(
        html.contains(NOT_SET_UP),
        "also while there is nothing to remind of"
    );
}

#[test]
fn a_registrar_settles_what_nobody_knows_and_the_official_acknowledges() {
    let registrar = shell(Lang::Fi, Role::Registrar);
    let preparer = shell(Lang::Fi, Role::Preparer);
    let line = a_reminder("x", unknown("palvelimen sanat"));
    let html = a_page(&registrar, &line, false, true);
    assert_eq!(actions(&html), ["received", "again"]);
    assert!(html.contains("Rekisteri ei lähetä sitä itse uudelleen."));
    assert!(html.contains("palvelimen sanat") && html.contains("&lt;1@kunta.example&gt;"));
    assert_eq!(actions(&a_page(&registrar, &line, true, true)).len(), 3);
    assert_eq!(
        actions(&a_page(&preparer, &line, true, true)),
        ["acknowledge"]
    );
    assert_eq!(actions(&a_page(&preparer, &line, false, true)), [""; 0]);
}

#[test]
fn what_can_be_done_follows_from_what_became_of_the_mail() {
    let registrar = shell(Lang::Fi, Role::Registrar);
    let failure = Failure {
        trouble: Trouble::Refused,
        reply: "550 no such user".to_owned(),
    };
    for (state, expected) in [
        (Mailing::Planned, vec![]),
        (Mailing::Sending, vec![]),
        (Mailing::Sent, vec![]),
        (Mailing::Deferred(failure.clone()), vec![]),
        (Mailing::Refused(failure), vec!["again"]),
        (unknown(""), vec!["received", "again"]),
        (Mailing::Received, vec![]),
        (Mailing::Withdrawn, vec![]),
    ] {
        let line = a_reminder("x", state);
        assert_eq!(actions(&a_page(&registrar, &line, false, true)), expected);
        let mut over = line;
        over.is_running = false;
        let html = a_page(&registrar, &over, true, true);
        assert!(
            !html.contains("value=\"again\""),
            "it is too late to remind"
        );
        assert!(!html.contains("value=\"acknowledge\""));
    }
}
