//! Accounts as administrators keep them, and what officials do with their own.

use domain::id::UserId;
use domain::official::{ONE_TIME, Official};
use domain::publicity::Personal;
use domain::role::Role;
use register::cases::CaseDraft;
use register::own_account::{self, PasswordDraft};
use register::sessions::{self, AtWork, SignInRefused, Token};
use register::users::{self, ChangeDraft, OfficeDraft, UserDraft};
use register::views::people;
use register::{Actor, Refusal};
use time::Duration;
use time::macros::datetime;

use crate::on_both;
use crate::world::{World, actor, codes, key, operator, slug};

on_both!(
    an_account_is_changed_over_the_version_that_was_seen,
    the_last_administrator_stays_one,
    an_office_holds_from_its_day,
    a_password_given_by_another_only_serves_to_choose_ones_own,
    an_own_password_is_changed_and_other_sessions_end,
    sessions_are_seen_and_ended,
    a_lock_is_seen_lifted_and_written_down,
    a_one_time_password_opens_its_account_for_a_week,
    another_address_ends_the_sessions_and_is_signed_in_with,
);

const EMAIL: &str = "uusi@example.test";
const FIRST: &str = "ensimmäinen salasana";
const OWN: &str = "oikea hevonen paristo";

fn administrator() -> &'static Actor {
    actor(Role::Administrator)
}

fn draft(role: Role) -> UserDraft {
    UserDraft {
        email: Personal::new(EMAIL.to_owned()),
        name: Personal::new("Uusi Virkailija".to_owned()),
        office: "Suunnittelija".to_owned(),
        role: role.code().to_owned(),
        signs_in: String::new(),
    }
}

/// An account whose password is its own.
async fn account(world: &World) -> UserId {
    let added = users::add(
        &world.register,
        operator(),
        None,
        &draft(Role::Registrar),
        OWN,
    )
    .await;
    added.expect("a new account is added")
}

async fn enter(world: &World, password: &str) -> (Token, AtWork) {
    let signed_in = sessions::sign_in(&world.register, EMAIL, password).await;
    let token = signed_in.expect("the password is right").token;
    let at_work = sessions::load(&world.register, &token).await;
    (token, at_work.expect("it is answered").expect("it is open"))
}

async fn is_open(world: &World, token: &Token) -> bool {
    let loaded = sessions::load(&world.register, token).await;
    loaded.expect("it is answered").is_some()
}

fn facts(name: &str, role: &str, signs_in: &str) -> ChangeDraft {
    ChangeDraft {
        name: Personal::new(name.to_owned()),
        role: role.to_owned(),
        signs_in: signs_in.to_owned(),
    }
}

async fn an_account_is_changed_over_the_version_that_was_seen(world: &World) {
    let register = &world.register;
    let id = account(world).await;
    let before = world.events(0).await.len();
    let maker = facts("Toinen Nimi", "decision-maker", "hallintojohtaja");
    let change = async |key, version, draft: &ChangeDraft| {
        users::change(register, administrator(), key, id, version, draft).await
    };
    change(key(1), 1, &maker).await.expect("it is changed");
    change(key(1), 1, &maker)
        .await
        .expect("a double is answered");
    let stale = change(None, 1, &maker).await;
    assert!(matches!(stale, Err(Refusal::Stale)), "{stale:?}");
    let sheet = people::account(register, administrator(), id)
        .await
        .expect("a sheet");
    assert_eq!(sheet.official.role, Role::DecisionMaker);
    assert_eq!(sheet.official.signs_in, Some(slug("hallintojohtaja")));
    assert_eq!(sheet.official.name.reveal_to_official(), "Toinen Nimi");
    assert_eq!(world.events(before).await, ["user_changed"]);
    let refused: [(ChangeDraft, &[(&str, &str)]); 3] = [
        (
            facts("", "x", ""),
            &[("name", "missing"), ("role", "unknown_choice")],
        ),
        (
            facts("N", "preparer", "hallintojohtaja"),
            &[("signs_in", "only_decision_maker_signs")],
        ),
        (
            facts("N", "decision-maker", "ei-ole"),
            &[("signs_in", "unknown_choice")],
        ),
    ];
    for (draft, found) in &refused {
        assert_eq!(codes(change(None, 2, draft).await), *found);
    }
}

async fn the_last_administrator_stays_one(world: &World) {
    let register = &world.register;
    let last = administrator().user().expect("an account");
    let last_one = [("role", "last_administrator")];
    let disabled = users::disable(register, operator(), None, last).await;
    assert_eq!(codes(disabled), last_one);
    let role = facts("N", "auditor", "");
    let changed = users::change(register, administrator(), None, last, 1, &role).await;
    assert_eq!(codes(changed), last_one);
    // Another name is no other role.
    let name = facts("Uusi Nimi", "administrator", "");
    let renamed = users::change(register, administrator(), None, last, 1, &name).await;
    renamed.expect("the name is changed");

    let second = users::add(register, operator(), None, &draft(Role::Administrator), OWN).await;
    let second = second.expect("a new account is added");
    users::disable(register, administrator(), None, last)
        .await
        .expect("there is another one");
    // A disabled administrator is none.
    let disabled = users::disable(register, operator(), None, second).await;
    assert_eq!(codes(disabled), last_one);
    users::enable(register, operator(), None, last)
        .await
        .expect("it is enabled again");
    users::disable(register, operator(), None, second)
        .await
        .expect("now there is another one");
}

async fn an_office_holds_from_its_day(world: &World) {
    let register = &world.register;
    let id = account(world).await;
    let give = async |office: &str, since: &str| {
        let draft = OfficeDraft {
            office: office.to_owned(),
            office_since: since.to_owned(),
        };
        users::give_office(register, administrator(), None, id, &draft).await
    };
    let office = async || {
        let sheet = people::account(register, administrator(), id)
            .await
            .expect("a sheet");
        (sheet.official.office, sheet.offices)
    };
    // It is Mon 21.8.2023.
    give("Kehityspäällikkö", "1.8.2023")
        .await
        .expect("a day that has been");
    assert_eq!(office().await.0, "Kehityspäällikkö");
    give("Kehitysjohtaja", "23.8.2023")
        .await
        .expect("a day that is to come");
    let (now, offices) = office().await;
    assert_eq!(now, "Kehityspäällikkö");
    for (day, held) in [
        (time::macros::date!(2023 - 07 - 31), "Suunnittelija"),
        (time::macros::date!(2023 - 08 - 22), "Kehityspäällikkö"),
        (time::macros::date!(2023 - 08 - 23), "Kehitysjohtaja"),
    ] {
        assert_eq!(offices.on(day), held);
    }
    let before_last = give("Johtaja", "23.8.2023").await;
    assert_eq!(codes(before_last), [("office_since", "day_not_after_last")]);
    let empty = give("", "").await;
    assert_eq!(
        codes(empty),
        [("office", "missing"), ("office_since", "missing")]
    );
    world.clock.advance(Duration::days(2));
    world.run_jobs().await;
    assert_eq!(office().await.0, "Kehitysjohtaja");
}

fn typed(present: &str, new: &str, again: &str) -> PasswordDraft {
    let secret = |text: &str| Personal::new(text.to_owned());
    PasswordDraft {
        password: secret(present),
        new_password: secret(new),
        new_password_again: secret(again),
    }
}

async fn a_password_given_by_another_only_serves_to_choose_ones_own(world: &World) {
    let register = &world.register;
    let added = users::add(
        register,
        administrator(),
        None,
        &draft(Role::Preparer),
        FIRST,
    )
    .await;
    let id = added.expect("a new account is added");
    let (_, at_work) = enter(world, FIRST).await;
    assert!(at_work.official.must_change_password);
    let who = Actor::from(at_work.official.clone());
    let desk = register::views::desk::desk(register, &at_work.official).await;
    assert!(matches!(desk, Err(Refusal::Forbidden)), "not even reading");
    // Nor by an actor that was loaded before.
    let before = Actor::from(Official {
        must_change_password: false,
        ..at_work.official.clone()
    });
    let opened = register::cases::open(register, &before, None, &CaseDraft::default()).await;
    assert!(matches!(opened, Err(Refusal::Forbidden)), "{opened:?}");

    let session = at_work.session;
    let change = async |draft: &PasswordDraft| {
        own_account::change_password(register, &who, None, session, draft).await
    };
    for (draft, found) in [
        (
            typed(FIRST, "lyhyt", "lyhyt"),
            ("new_password", "password_too_short"),
        ),
        (
            typed(FIRST, OWN, "oikea hevonen"),
            ("new_password_again", "passwords_differ"),
        ),
        (
            typed(FIRST, FIRST, FIRST),
            ("new_password", "password_unchanged"),
        ),
        (
            typed("väärä salasana", OWN, OWN),
            ("password", "wrong_password"),
        ),
    ] {
        assert_eq!(codes(change(&draft).await), [found]);
    }
    change(&typed(FIRST, OWN, OWN))
        .await
        .expect("it is changed");
    let (_, at_work) = enter(world, OWN).await;
    assert!(!at_work.official.must_change_password);
    register::views::desk::desk(register, &at_work.official)
        .await
        .expect("the desk");

    // A lost password: the administrator gives another one, and whoever has the old one is out.
    let (token, _) = enter(world, OWN).await;
    let given = users::set_one_time_password(register, administrator(), None, id, FIRST).await;
    given.expect("it is given");
    assert!(!is_open(world, &token).await);
    let old = sessions::sign_in(register, EMAIL, OWN).await;
    assert!(matches!(old, Err(SignInRefused::Wrong)));
    assert!(enter(world, FIRST).await.1.official.must_change_password);
    let short = users::set_one_time_password(register, administrator(), None, id, "lyhyt").await;
    assert_eq!(codes(short), [("new_password", "password_too_short")]);
}

async fn an_own_password_is_changed_and_other_sessions_end(world: &World) {
    let register = &world.register;
    account(world).await;
    let (other, _) = enter(world, OWN).await;
    let (token, at_work) = enter(world, OWN).await;
    let who = Actor::from(at_work.official);
    let before = world.events(0).await.len();
    let new = "aivan uusi salasana";
    for _ in 0..2 {
        // A double must not count the old password as wrong.
        let draft = typed(OWN, new, new);
        let changed =
            own_account::change_password(register, &who, key(7), at_work.session, &draft).await;
        changed.expect("it is changed once");
    }
    assert_eq!(world.events(before).await, ["password_changed"]);
    assert!(is_open(world, &token).await && !is_open(world, &other).await);
    enter(world, new).await;
}

async fn sessions_are_seen_and_ended(world: &World) {
    let register = &world.register;
    let id = account(world).await;
    let (first, _) = enter(world, OWN).await;
    world.session_clock.advance(Duration::minutes(5));
    let (second, at_work) = enter(world, OWN).await;
    let (third, _) = enter(world, OWN).await;
    let who = Actor::from(at_work.official.clone());
    let own = people::own(register, &who, at_work.session)
        .await
        .expect("the own page");
    assert_eq!(own.sessions.len(), 3);
    let this: Vec<_> = own.sessions.iter().filter(|one| one.is_this).collect();
    assert_eq!(this.len(), 1);
    assert_eq!(this[0].id, at_work.session);
    // 8.05 UTC of a November day.
    assert_eq!(this[0].began, datetime!(2026-11-22 10:05:00));

    let oldest = own.sessions.last().expect("three sessions").id;
    // Nobody ends a session by guessing its identity: it is not theirs.
    let other = actor(Role::Finance);
    own_account::end_session(register, other, None, oldest)
        .await
        .expect("nothing happens");
    assert!(is_open(world, &first).await);
    let before = world.events(0).await.len();
    own_account::end_session(register, &who, None, oldest)
        .await
        .expect("it is ended");
    assert!(!is_open(world, &first).await);
    own_account::end_other_sessions(register, &who, None, at_work.session)
        .await
        .expect("ended");
    assert!(is_open(world, &second).await && !is_open(world, &third).await);
    users::end_session(register, administrator(), None, id, at_work.session)
        .await
        .expect("ended");
    assert!(!is_open(world, &second).await);
    let expected = ["session_ended", "other_sessions_ended", "session_ended"];
    assert_eq!(world.events(before).await, expected);
    // Unused for longer than a session lasts, it is not shown as open any more.
    enter(world, OWN).await;
    world.session_clock.advance(sessions::IDLE);
    let sheet = people::account(register, administrator(), id)
        .await
        .expect("a sheet");
    assert_eq!(sheet.sessions, []);
}

async fn a_lock_is_seen_lifted_and_written_down(world: &World) {
    let register = &world.register;
    let id = account(world).await;
    for _ in 0..sessions::WRONG_TRIES {
        let refused = sessions::sign_in(register, EMAIL, "väärä salasana").await;
        assert!(matches!(refused, Err(SignInRefused::Wrong)));
    }
    let sheet = people::account(register, administrator(), id)
        .await
        .expect("a sheet");
    // 15 minutes after 8.00 UTC.
    assert_eq!(sheet.locked_until, Some(datetime!(2026-11-22 10:15:00)));
    users::unlock(register, administrator(), None, id)
        .await
        .expect("it is unlocked");
    enter(world, OWN).await;
    let sheet = people::account(register, administrator(), id)
        .await
        .expect("a sheet");
    assert_eq!(sheet.locked_until, None);
    let log: Vec<_> = sheet
        .sign_ins
        .iter()
        .map(|line| line.event.code())
        .collect();
    assert_eq!(
        log[..3],
        ["signed_in", "sign_in_unlocked", "sign_in_locked"]
    );
    assert_eq!(log[3..], ["sign_in_refused"; 10]);
    let before = world.events(0).await.len();
    users::unlock(register, administrator(), None, id)
        .await
        .expect("nothing happens");
    assert_eq!(world.events(before).await, [""; 0]);
}

async fn a_one_time_password_opens_its_account_for_a_week(world: &World) {
    let register = &world.register;
    let added = users::add(
        register,
        administrator(),
        None,
        &draft(Role::Registrar),
        FIRST,
    )
    .await;
    let id = added.expect("a new account is added");
    let until = async || {
        let sheet = people::account(register, administrator(), id).await;
        sheet.expect("a sheet").one_time_until
    };
    // A week after 8.00 UTC of 22.11.2026.
    assert_eq!(until().await, Some(datetime!(2026-11-29 10:00:00)));
    world.session_clock.advance(ONE_TIME - Duration::SECOND);
    let (_, at_work) = enter(world, FIRST).await;
    world.session_clock.advance(Duration::SECOND);
    let late = sessions::sign_in(register, EMAIL, FIRST).await;
    assert!(matches!(late, Err(SignInRefused::Expired)), "{late:?}");
    let wrong = sessions::sign_in(register, EMAIL, "väärä salasana").await;
    assert!(
        matches!(wrong, Err(SignInRefused::Wrong)),
        "who does not know it is told nothing"
    );
    let who = Actor::from(at_work.official);
    let typed = typed(FIRST, OWN, OWN);
    let changed = own_account::change_password(register, &who, None, at_work.session, &typed);
    let expected = [("password", "one_time_password_expired")];
    assert_eq!(codes(changed.await), expected);

    let again = users::set_one_time_password(register, administrator(), None, id, FIRST).await;
    again.expect("another week");
    let (_, at_work) = enter(world, FIRST).await;
    let who = Actor::from(at_work.official);
    let changed = own_account::change_password(register, &who, None, at_work.session, &typed);
    changed.await.expect("it is changed in time");
    assert_eq!(until().await, None);
    world.session_clock.advance(ONE_TIME);
    enter(world, OWN).await;
}

async fn another_address_ends_the_sessions_and_is_signed_in_with(world: &World) {
    let register = &world.register;
    let id = account(world).await;
    let (token, at_work) = enter(world, OWN).await;
    let version = at_work.official.version;
    let change = async |version, email: &str| {
        let email = Personal::new(email.to_owned());
        users::change_email(register, administrator(), None, id, version, &email).await
    };
    for (typed, code) in [
        ("", "missing"),
        ("uusi", "not_an_email"),
        ("Registrar@example.test", "email_taken"),
    ] {
        assert_eq!(codes(change(version, typed).await), [("email", code)]);
    }
    let stale = change(version + 1, "toinen@example.test").await;
    assert!(matches!(stale, Err(Refusal::Stale)), "{stale:?}");
    let before = world.events(0).await.len();
    change(version, EMAIL).await.expect("nothing changes");
    assert!(is_open(world, &token).await);
    change(version, " Toinen@Example.test")
        .await
        .expect("it is changed");
    assert_eq!(world.events(before).await, ["user_address_changed"]);
    assert!(!is_open(world, &token).await);
    let old = sessions::sign_in(register, EMAIL, OWN).await;
    assert!(matches!(old, Err(SignInRefused::Wrong)), "{old:?}");
    let new = sessions::sign_in(register, "toinen@example.test", OWN).await;
    let official = new.expect("it is the same account").official;
    assert_eq!((official.id, official.version), (id, version + 1));
}
