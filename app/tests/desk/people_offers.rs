//! What the pages of people offer, and to whom.

use app::pages::desk::{accounts, log, notifications, own, series};
use app::render;
use domain::Lang;
use domain::finding::Findings;
use domain::mailing::{Failure, Mailing, Trouble};
use domain::official::Official;
use domain::role::Role;
use domain::view::audit::{LogPage, LogQuery};
use domain::view::people::{AccountSheet, OwnSheet};

use super::people::{
    a_notification, account_facts, account_sheet, an_official, log_line, own_sheet, series_facts,
    series_sheet,
};
use super::{form, shell};

/// The actions of the buttons of a page, but for signing out.
fn actions(html: &str) -> Vec<&str> {
    let buttons = html.split("name=\"action\" value=\"").skip(1);
    buttons.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn an_account_offers_what_fits_its_state() {
    let shell = shell(Lang::Fi, Role::Administrator);
    let offered = |sheet: &AccountSheet| {
        let html = render::desk(|| accounts::sheet(&shell, sheet, &form(account_facts("x")), None));
        let actions = actions(&html);
        actions.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let locked = account_sheet("x");
    let with = offered(&locked);
    assert_eq!(
        with,
        [
            "unlock",
            "change",
            "office",
            "email",
            "password",
            "disable",
            "end-session"
        ]
    );
    let free = AccountSheet {
        locked_until: None,
        is_last_administrator: true,
        sessions: Vec::new(),
        ..account_sheet("x")
    };
    assert_eq!(offered(&free), ["change", "office", "email", "password"]);
    let disabled = AccountSheet {
        official: Official {
            disabled: true,
            ..an_official("x")
        },
        ..free
    };
    assert_eq!(
        offered(&disabled),
        ["change", "office", "email", "password", "enable"]
    );
}

#[test]
fn who_has_a_given_password_is_offered_nothing_but_to_change_it() {
    let shell = shell(Lang::Fi, Role::Preparer);
    let given = OwnSheet {
        official: Official {
            must_change_password: true,
            ..an_official("x")
        },
        ..own_sheet("x")
    };
    let html = render::desk(|| own::page(&shell, &given, &form(()), true, None));
    assert_eq!(actions(&html), ["password"]);
    let html = render::desk(|| own::page(&shell, &own_sheet("x"), &form(()), true, None));
    assert_eq!(
        actions(&html),
        ["password", "notifications", "end-session", "end-others"]
    );
    assert_eq!(
        html.matches("checked").count(),
        9,
        "all but the one that was switched off"
    );
}

#[test]
fn only_who_manages_series_and_deputies_is_offered_to() {
    let offered = |role| {
        let shell = shell(Lang::Fi, role);
        let html = render::desk(|| {
            series::sheet(&shell, &series_sheet("x"), &form(series_facts("x")), None)
        });
        let actions = actions(&html);
        actions.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    // What is over cannot be ended.
    let all = [
        "set-rule",
        "end-deputy",
        "end-deputy",
        "add-deputy",
        "rename",
    ];
    assert_eq!(offered(Role::Administrator), all);
    for role in [Role::Preparer, Role::DecisionMaker, Role::Auditor] {
        assert_eq!(offered(role), [""; 0], "{role:?}");
    }
}

#[test]
fn the_log_links_only_pages_that_its_reader_may_open() {
    let page = LogPage {
        query: LogQuery::default(),
        findings: Findings::default(),
        lines: vec![log_line("Nimi")],
        newer: None,
        older: Some(7),
        people: Vec::new(),
    };
    let auditor = render::desk(|| log::page(&shell(Lang::Fi, Role::Auditor), &page));
    assert!(auditor.contains("tunnus: Nimi"));
    assert!(!auditor.contains("href=\"/tyopoyta/kayttajat/"));
    assert!(auditor.contains("href=\"/tyopoyta/loki?ennen=7\""));
    let administrator = render::desk(|| log::page(&shell(Lang::Fi, Role::Administrator), &page));
    assert!(administrator.contains("href=\"/tyopoyta/kayttajat/"));
}

#[test]
fn what_became_of_a_notifications_mail_is_settled_where_nobody_knows() {
    let shell = shell(Lang::Fi, Role::Preparer);
    let failure = || Failure {
        trouble: Trouble::AnswerMissing,
        reply: String::new(),
    };
    for (mail, needed, expected) in [
        (None, true, vec!["all", "read"]),
        (Some(Mailing::Sent), true, vec!["all", "read"]),
        (
            Some(Mailing::Unknown(failure())),
            true,
            vec!["all", "read", "received", "again"],
        ),
        (
            Some(Mailing::Unknown(failure())),
            false,
            vec!["all", "read", "received"],
        ),
        (
            Some(Mailing::Refused(failure())),
            true,
            vec!["all", "read", "again"],
        ),
    ] {
        let mut line = a_notification("x");
        line.notification.mail = mail;
        line.is_mail_needed = needed;
        let html = render::desk(|| notifications::list(&shell, &[line], &form(()), None));
        assert_eq!(actions(&html), expected);
    }
}
