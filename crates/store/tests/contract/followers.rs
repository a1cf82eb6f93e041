//! Who follows decisions by e-mail.

use domain::Lang;
use domain::follow::{FollowLetter, FollowMail, FollowState, Followed, Follower};
use domain::publicity::Personal;
use domain::view::decision_list::DecisionFilter;
use store::{FollowRequests, Store, StoreError};
use time::Duration;
use time::macros::date;

use crate::on_both;
use crate::world::{at, id};

on_both!(
    a_follower_is_found_by_its_address_and_by_the_keys_of_its_mails,
    a_follower_that_is_removed_takes_everything_along,
    what_is_due_and_what_is_behind_is_found,
    old_keys_are_forgotten_but_for_the_last,
    requests_are_counted_and_forgotten,
);

fn filter(pairs: &[(&str, &str)]) -> DecisionFilter {
    DecisionFilter::from_pairs(pairs.iter().copied())
}

fn follower(number: u128) -> Follower {
    let address = Personal::new(format!("lukija{number}@example.fi"));
    let asked = FollowState::Asked {
        at: at(10),
        is_mailed: false,
    };
    let followed = [
        (filter(&[]), FollowState::Confirmed { told: 7 }),
        (
            filter(&[("q", "tuuli & \"voima\""), ("vuosi", "2023")]),
            asked,
        ),
    ];
    Follower {
        followed: followed
            .into_iter()
            .map(|(filter, state)| Followed { filter, state })
            .collect(),
        ..Follower::new(id(number), address, Lang::Sv)
    }
}

async fn a_follower_is_found_by_its_address_and_by_the_keys_of_its_mails(store: &Store) {
    let mut tx = store.write().await.unwrap();
    let mut one = follower(1);
    tx.add_follower(&one, &[1; 32]).await.unwrap();
    assert_eq!(tx.follower(one.id).await.unwrap().as_ref(), Some(&one));
    assert_eq!(tx.follower(id(2)).await.unwrap(), None);
    tx.add_follower_key(&[8; 32], one.id, at(0)).await.unwrap();
    tx.add_follower_key(&[9; 32], one.id, at(1)).await.unwrap();
    for letter in [FollowLetter::Confirmation, FollowLetter::News] {
        for mail in [
            FollowMail::Waiting {
                letter,
                attempts: 3,
                due: at(5),
            },
            FollowMail::Sending {
                letter,
                attempts: 3,
                until: at(6),
                up_to: 9,
            },
            FollowMail::Nothing,
        ] {
            one.mail = mail;
            one.told_on = Some(date!(2023 - 08 - 21));
            one.refusals += 1;
            tx.save_follower(&one).await.unwrap();
            let by_address = tx.follower_of_address(&[1; 32]).await.unwrap();
            // What was tried before is not kept once nothing is to be sent.
            assert_eq!(by_address.as_ref(), Some(&one));
        }
    }
    one.followed.pop();
    tx.save_follower(&one).await.unwrap();
    for key in [[8; 32], [9; 32]] {
        let by_key = tx.follower_of_key(&key).await.unwrap();
        assert_eq!(by_key.as_ref(), Some(&one));
    }
    assert_eq!(tx.follower_of_key(&[7; 32]).await.unwrap(), None);
    assert_eq!(tx.follower_of_address(&[2; 32]).await.unwrap(), None);
    let unknown = tx.save_follower(&follower(3)).await;
    assert!(matches!(unknown, Err(StoreError::RowsAffected { .. })));
}

async fn a_follower_that_is_removed_takes_everything_along(store: &Store) {
    let mut tx = store.write().await.unwrap();
    tx.add_follower(&follower(1), &[1; 32]).await.unwrap();
    let mut asked = follower(2);
    asked.followed.remove(0);
    tx.add_follower(&asked, &[2; 32]).await.unwrap();
    tx.add_follower_key(&[8; 32], id(1), at(0)).await.unwrap();
    assert_eq!(tx.count_followers().await.unwrap(), (2, 1));
    assert!(tx.remove_follower(id(1)).await.unwrap());
    assert!(!tx.remove_follower(id(1)).await.unwrap());
    assert_eq!(tx.follower_of_key(&[8; 32]).await.unwrap(), None);
    assert_eq!(tx.count_followers().await.unwrap(), (1, 0));
    // Both may come again as if they had never been there.
    tx.add_follower(&follower(1), &[1; 32]).await.unwrap();
    tx.add_follower_key(&[8; 32], id(1), at(0)).await.unwrap();
}

async fn what_is_due_and_what_is_behind_is_found(store: &Store) {
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.last_publication().await.unwrap(), 0);
    let today = date!(2023 - 08 - 21);
    for (number, due) in [(1, 20), (2, 10), (3, 30)] {
        let mut one = follower(number);
        one.mail = FollowMail::Waiting {
            letter: FollowLetter::News,
            attempts: 0,
            due: at(due),
        };
        let hash = [u8::try_from(number).unwrap(); 32];
        tx.add_follower(&one, &hash).await.unwrap();
    }
    assert_eq!(tx.due_followers(at(9), 9).await.unwrap(), []);
    assert_eq!(tx.due_followers(at(20), 9).await.unwrap(), [id(2), id(1)]);
    assert_eq!(tx.due_followers(at(20), 1).await.unwrap(), [id(2)]);
    assert_eq!(tx.followers_behind(8, today, 9).await.unwrap(), []);
    let mut told = follower(1);
    tx.save_follower(&told).await.unwrap();
    assert_eq!(tx.followers_behind(8, today, 9).await.unwrap(), [id(1)]);
    assert_eq!(tx.followers_behind(7, today, 9).await.unwrap(), []);
    told.told_on = Some(today);
    tx.save_follower(&told).await.unwrap();
    assert_eq!(tx.followers_behind(8, today, 9).await.unwrap(), []);
    let tomorrow = today.next_day().unwrap();
    assert_eq!(tx.followers_behind(8, tomorrow, 9).await.unwrap(), [id(1)]);
    assert_eq!(tx.unconfirmed_followers(at(9)).await.unwrap(), []);
    assert_eq!(tx.unconfirmed_followers(at(10)).await.unwrap().len(), 3);
}

async fn old_keys_are_forgotten_but_for_the_last(store: &Store) {
    let mut tx = store.write().await.unwrap();
    tx.add_follower(&follower(1), &[1; 32]).await.unwrap();
    for number in 1..=3 {
        let made = at(i64::from(number));
        tx.add_follower_key(&[number; 32], id(1), made)
            .await
            .unwrap();
    }
    let later = at(0) + Duration::DAY;
    assert_eq!(tx.forget_follower_keys(at(2)).await.unwrap(), 1);
    assert_eq!(tx.forget_follower_keys(later).await.unwrap(), 1);
    assert_eq!(tx.forget_follower_keys(later).await.unwrap(), 0);
    assert_eq!(tx.follower_of_key(&[2; 32]).await.unwrap(), None);
    assert!(tx.follower_of_key(&[3; 32]).await.unwrap().is_some());
}

async fn requests_are_counted_and_forgotten(store: &Store) {
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.follow_requests(&[1; 32]).await.unwrap(), None);
    for seconds in [5, 6] {
        tx.count_follow_request(&[1; 32], at(seconds))
            .await
            .unwrap();
    }
    let expected = FollowRequests {
        count: 2,
        since: at(5),
    };
    assert_eq!(tx.follow_requests(&[1; 32]).await.unwrap(), Some(expected));
    tx.clear_follow_requests(&[1; 32]).await.unwrap();
    assert_eq!(tx.follow_requests(&[1; 32]).await.unwrap(), None);
    tx.count_follow_request(&[2; 32], at(5)).await.unwrap();
    tx.count_follow_request(&[3; 32], at(9)).await.unwrap();
    assert_eq!(tx.forget_follow_requests(at(9)).await.unwrap(), 1);
    assert!(tx.follow_requests(&[3; 32]).await.unwrap().is_some());
}
