//! Accounts, section series, the audit log and notifications for officials' pages.

use app::pages::desk::form::{AccountFacts, NewAccount, NewSeries, SeriesFacts};
use app::pages::desk::{accounts, log, notifications, own, series};
use app::render;
use app::shell::Shell;
use domain::dated_name::{DatedName, DatedNames};
use domain::event::{Event, SubjectKind};
use domain::finding::{Finding, FindingCode, Findings};
use domain::mailing::Mailing;
use domain::notification::{Chosen, Notification, NotificationKind, Way};
use domain::official::Official;
use domain::publicity::Personal;
use domain::role::Role;
use domain::section::{DecisionMakerKind, Numbering, SectionSeries};
use domain::signing_right::Deputyship;
use domain::view::audit::{
    LogActor, LogEntry, LogLine, LogPage, LogQuery, LogSubject, SubjectPage,
};
use domain::view::desk::{NotificationLine, Stage};
use domain::view::people::{
    AccountLine, AccountSheet, DeputyLine, OwnSheet, SeriesLine, SeriesSheet, SessionLine,
    SignInLine, Standing,
};
use time::macros::{date, datetime};
use wording::desk::Done;

use super::pages::Rendered;
use super::{form, id, line};
use crate::common::{self, NOW};

/// The fields that are groups of buttons.
pub(crate) const GROUPS: [&str; 4] = ["role", "series_kind", "numbering", "publication_rule"];

pub(crate) fn an_official(text: &str) -> Official {
    Official {
        id: id(4),
        version: 9,
        email: Personal::new(text.to_owned()),
        name: Personal::new(text.to_owned()),
        office: text.to_owned(),
        role: Role::DecisionMaker,
        signs_in: Some(common::slug("kaupunginjohtaja")),
        disabled: false,
        must_change_password: false,
    }
}

fn names(text: &str) -> DatedNames {
    let named = |since| DatedName {
        since,
        name: text.to_owned(),
    };
    DatedNames::new(vec![named(None), named(Some(date!(2023 - 01 - 01)))]).unwrap()
}

fn a_series(text: &str) -> SectionSeries {
    SectionSeries {
        slug: common::slug("kaupunginjohtaja"),
        decision_maker: text.to_owned(),
        kind: DecisionMakerKind::Officer,
        numbering: Numbering::IssuedHere,
        claims_to: None,
        publication_rule: domain::publication::PublicationRule::default(),
    }
}

fn deputies(text: &str) -> Vec<DeputyLine> {
    let standings = [Standing::ToCome, Standing::Holds, Standing::Over];
    let line = |standing| DeputyLine {
        deputyship: Deputyship {
            id: id(40),
            version: 9,
            series: common::slug("kaupunginjohtaja"),
            deputy: id(4),
            first_day: date!(2023 - 08 - 01),
            last_day: date!(2023 - 08 - 31),
            ground: text.to_owned(),
            ended_on: (standing == Standing::Over).then_some(date!(2023 - 08 - 10)),
        },
        name: Personal::new(text.to_owned()),
        office: text.to_owned(),
        decision_maker: text.to_owned(),
        standing,
    };
    standings.map(line).into()
}

fn sessions() -> Vec<SessionLine> {
    let line = |number, is_this| SessionLine {
        id: id(number),
        began: NOW,
        last_used: NOW,
        ends: NOW,
        is_this,
    };
    vec![line(41, true), line(42, false)]
}

fn sign_ins(text: &str) -> Vec<SignInLine> {
    vec![SignInLine {
        at: NOW,
        event: Event::SignInUnlocked,
        actor: LogActor::Official {
            id: id(4),
            name: Personal::new(text.to_owned()),
            role: Role::Administrator,
        },
    }]
}

pub(crate) fn account_sheet(text: &str) -> AccountSheet {
    AccountSheet {
        official: an_official(text),
        offices: names(text),
        locked_until: Some(NOW),
        one_time_until: Some(NOW),
        is_last_administrator: false,
        sessions: sessions(),
        sign_ins: sign_ins(text),
        deputyships: deputies(text),
        series: vec![a_series(text)],
    }
}

pub(crate) fn own_sheet(text: &str) -> OwnSheet {
    OwnSheet {
        official: an_official(text),
        sessions: sessions(),
        sign_ins: sign_ins(text),
        deputyships: deputies(text),
        chosen: Chosen::all_but([(NotificationKind::Published, Way::Mail)]),
    }
}

pub(crate) fn series_sheet(text: &str) -> SeriesSheet {
    SeriesSheet {
        series: a_series(text),
        names: names(text),
        makers: vec![an_official(text)],
        deputyships: deputies(text),
        candidates: vec![an_official(text)],
    }
}

pub(crate) fn log_line(text: &str) -> LogLine {
    LogLine {
        seq: 7,
        at: NOW,
        actor: LogActor::Operator(Personal::new(text.to_owned())),
        event: Event::UserChanged,
        subject: LogSubject {
            kind: SubjectKind::User,
            id: "x".to_owned(),
            name: Some(Personal::new(text.to_owned())),
            page: Some(SubjectPage::Account(id(4))),
        },
    }
}

pub(crate) fn a_notification(text: &str) -> NotificationLine {
    NotificationLine {
        notification: Notification {
            id: id(43),
            version: 1,
            official: id(4),
            kind: NotificationKind::FilingArrived,
            decision: id(5),
            at: datetime!(2023-08-21 06:00 UTC),
            on_desk: true,
            read_at: None,
            mail: Some(Mailing::Planned),
        },
        decision: line(text, Stage::Signed),
        at: NOW,
        is_mail_needed: true,
    }
}

fn log_page(text: &str) -> LogPage {
    LogPage {
        query: LogQuery {
            who: text.to_owned(),
            subject_id: text.to_owned(),
            from: text.to_owned(),
            ..LogQuery::default()
        },
        findings: Finding::at("alku", FindingCode::NotADate).into(),
        lines: vec![log_line(text)],
        newer: Some(7),
        older: Some(7),
        people: vec![(id(4), Personal::new(text.to_owned()))],
    }
}

fn log_entry(text: &str) -> LogEntry {
    LogEntry {
        line: log_line(text),
        payload: Some(Personal::new(text.to_owned())),
        payload_hash: "ab".repeat(32),
        previous_hash: "cd".repeat(32),
        hash: "ef".repeat(32),
    }
}

pub(crate) fn account_facts(text: &str) -> AccountFacts {
    let owned = || text.to_owned();
    AccountFacts {
        email: owned(),
        name: owned(),
        role: owned(),
        signs_in: owned(),
        office: owned(),
        office_since: owned(),
    }
}

pub(crate) fn series_facts(text: &str) -> SeriesFacts {
    let owned = || text.to_owned();
    SeriesFacts {
        decision_maker: owned(),
        name_since: owned(),
        publication_rule: owned(),
        deputy: owned(),
        first_day: owned(),
        last_day: owned(),
        ground: owned(),
    }
}

pub(crate) fn new_account(text: &str) -> NewAccount {
    let owned = || text.to_owned();
    NewAccount {
        email: owned(),
        name: owned(),
        office: owned(),
        role: owned(),
        signs_in: owned(),
    }
}

pub(crate) fn new_series(text: &str) -> NewSeries {
    let owned = || text.to_owned();
    NewSeries {
        slug: owned(),
        decision_maker: owned(),
        series_kind: owned(),
        numbering: owned(),
        publication_rule: owned(),
        claims_to_fi: owned(),
        claims_to_sv: owned(),
        claims_to_en: owned(),
    }
}

/// The pages of people.
pub(super) fn people(shell: &Shell, text: &str) -> Vec<Rendered> {
    let accounts_line = AccountLine {
        official: an_official(text),
        locked_until: Some(NOW),
        signed_in: Some(NOW),
    };
    let series_line = SeriesLine {
        series: a_series(text),
        makers: vec![text.to_owned()],
        deputies: Vec::new(),
    };
    let done = Some(Done::Unlocked);
    let nothing = Findings::default();
    let mut pages = vec![
        (
            "kayttajat",
            render::desk(|| accounts::list(shell, &[accounts_line], 3, done)),
        ),
        (
            "kayttajat/uusi",
            render::desk(|| accounts::new(shell, &[a_series(text)], &form(new_account(text)))),
        ),
        (
            "kayttajat/x",
            render::desk(|| {
                accounts::sheet(
                    shell,
                    &account_sheet(text),
                    &form(account_facts(text)),
                    done,
                )
            }),
        ),
        (
            "oma",
            render::desk(|| own::page(shell, &own_sheet(text), &form(()), false, done)),
        ),
        (
            "pykalasarjat",
            render::desk(|| series::list(shell, &[series_line], done)),
        ),
        (
            "pykalasarjat/uusi",
            render::desk(|| series::new(shell, &form(new_series(text)))),
        ),
        (
            "pykalasarjat/x",
            render::desk(|| {
                series::sheet(shell, &series_sheet(text), &form(series_facts(text)), done)
            }),
        ),
        ("loki", render::desk(|| log::page(shell, &log_page(text)))),
        (
            "loki/7",
            render::desk(|| log::entry(shell, &log_entry(text))),
        ),
    ];
    let lines = [a_notification(text)];
    pages.push((
        "ilmoitukset",
        render::desk(|| notifications::list(shell, &lines, &form(()).refused(nothing), done)),
    ));
    pages
}
