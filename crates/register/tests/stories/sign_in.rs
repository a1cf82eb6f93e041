//! Signing in and out.

use domain::official::Official;
use domain::publicity::Personal;
use register::sessions::{self, SignInRefused, SignedIn, Token};
use register::users::{self, UserDraft};
use time::Duration;

use crate::on_both;
use crate::world::{World, operator};

on_both!(
    a_session_lasts_while_it_is_used_and_no_longer_than_its_longest,
    ten_wrong_passwords_make_the_eleventh_wait,
    a_disabled_account_is_signed_out_and_stays_out,
);

const EMAIL: &str = "virkailija@example.test";
const PASSWORD: &str = "oikea hevonen paristo";

async fn account(world: &World) {
    let draft = UserDraft {
        email: Personal::new(EMAIL.to_owned()),
        name: Personal::new("Virkailija".to_owned()),
        office: "Kirjaaja".to_owned(),
        role: "registrar".to_owned(),
        signs_in: String::new(),
    };
    let added = users::add(&world.register, operator(), None, &draft, PASSWORD).await;
    added.expect("a new account is added");
}

async fn enter(world: &World) -> SignedIn {
    let signed_in = sessions::sign_in(&world.register, " Virkailija@Example.test", PASSWORD).await;
    signed_in.expect("the password is right")
}

async fn who(world: &World, token: &Token) -> Option<Official> {
    let at_work = sessions::load(&world.register, token).await;
    at_work
        .expect("it is answered")
        .map(|at_work| at_work.official)
}

async fn a_session_lasts_while_it_is_used_and_no_longer_than_its_longest(world: &World) {
    account(world).await;
    let session = enter(world).await;
    let other = enter(world).await;
    assert_ne!(session.token.as_str(), other.token.as_str());
    assert_eq!(format!("{:?}", session.token), "Token(..)");
    assert_eq!(
        who(world, &session.token).await,
        Some(session.official.clone())
    );
    assert_eq!(who(world, &Token::new("arvattu")).await, None);
    // Years on the demonstration's clock end no session.
    world.clock.advance(Duration::days(1_000));
    assert!(who(world, &session.token).await.is_some());
    // Used every hour it lasts, the unused one has ended.
    for _ in 0..11 {
        world.session_clock.advance(Duration::hours(1));
        assert!(who(world, &session.token).await.is_some());
    }
    assert!(who(world, &other.token).await.is_none());
    world.session_clock.advance(Duration::hours(1));
    assert!(
        who(world, &session.token).await.is_none(),
        "after twelve hours it has ended"
    );

    let third = enter(world).await;
    sessions::sign_out(&world.register, &third.token)
        .await
        .expect("it is ended");
    assert!(who(world, &third.token).await.is_none());
}

async fn ten_wrong_passwords_make_the_eleventh_wait(world: &World) {
    account(world).await;
    let before = world.events(0).await.len();
    for email in [EMAIL, "tuntematon@example.test"] {
        for _ in 0..10 {
            let refused = sessions::sign_in(&world.register, email, "väärä hevonen").await;
            assert!(matches!(refused, Err(SignInRefused::Wrong)), "{refused:?}");
        }
        let refused = sessions::sign_in(&world.register, email, PASSWORD).await;
        assert!(
            matches!(refused, Err(SignInRefused::TooMany { .. })),
            "{refused:?}"
        );
    }
    // What strangers type is not written down; failures on an account are, and that it must wait.
    let events = world.events(before).await;
    assert_eq!(events[..10], ["sign_in_refused"; 10]);
    assert_eq!(events[10..], ["sign_in_locked"]);
    world.session_clock.advance(sessions::WAIT);
    let session = enter(world).await;
    let again = sessions::reauthenticate(&world.register, &session.official, PASSWORD).await;
    again.expect("the counter began again");
    let wrong = sessions::reauthenticate(&world.register, &session.official, "väärä").await;
    assert!(matches!(wrong, Err(SignInRefused::Wrong)), "{wrong:?}");
}

async fn a_disabled_account_is_signed_out_and_stays_out(world: &World) {
    account(world).await;
    let session = enter(world).await;
    let disabled = users::disable(&world.register, operator(), None, session.official.id).await;
    disabled.expect("the account is disabled");
    assert!(who(world, &session.token).await.is_none());
    let refused = sessions::sign_in(&world.register, EMAIL, PASSWORD).await;
    assert!(matches!(refused, Err(SignInRefused::Wrong)), "{refused:?}");
    let listed = users::list(&world.register, operator())
        .await
        .expect("a list");
    let found = listed
        .iter()
        .find(|official| official.id == session.official.id);
    assert!(
        found.is_some_and(|official| official.disabled),
        "what it did stays"
    );
}
