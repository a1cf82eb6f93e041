//! Asking to follow something: anybody can type anybody's address, so that it is counted.

use std::net::{IpAddr, Ipv6Addr};

use domain::Lang;
use domain::follow::{Follower, read_address};
use domain::publicity::Personal;
use domain::view::decision_list::DecisionFilter;
use sha2::{Digest, Sha256};
use store::{FollowRequests, Tx};
use time::OffsetDateTime;

use super::WINDOW;
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::users::folded;

/// Mails a day to an address that has confirmed nothing.
const TO_STRANGER: u32 = 1;
/// Mails a day to an address that follows something already.
const TO_FOLLOWER: u32 = 10;
/// Requests a day from one place in the network: a library or a whole office may be one.
const FROM_PLACE: u32 = 30;
/// Addresses that may wait for their confirmation at the same time.
const UNCONFIRMED_AT_ONCE: u64 = 1_000;

/// A request to follow something.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The address as typed.
    pub email: Personal<&'a str>,
    /// Which decisions.
    pub filter: &'a DecisionFilter,
    /// The language of the mails.
    pub lang: Lang,
    /// Where in the network the request came from, as far as known.
    pub from: Option<IpAddr>,
}

/// What is answered to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// That a mail is on its way, if one is to be sent. It is the same for every address, so that
    /// nobody learns who follows.
    LookIntoMail,
    /// That too much was asked for from the same place today.
    TooMany,
}

/// Asks to follow something. The address gets a mail from which it is confirmed, unless it got one
/// within a day or follows that already.
///
/// An address that is none is [`Refusal::Incomplete`] at `email`.
pub async fn ask(register: &Register, request: &Request<'_>) -> Result<Answer, Refusal> {
    let address = read_address(request.email.reveal_to_official())
        .map_err(|code| Refusal::at("email", code))?;
    let now = register.session_clock().now();
    let folded = folded(address.reveal_to_official());
    let address_hash = hash("follower", &folded);
    let mut tx = register.store().write().await?;
    if let Some(from) = request.from {
        let place = hash("follow from", &place(from));
        if !counted(&mut tx, &place, FROM_PLACE, now).await? {
            return Ok(Answer::TooMany);
        }
    }
    let known = tx.follower_of_address(&address_hash).await?;
    let is_follower = known.as_ref().is_some_and(Follower::is_confirmed);
    let most = if is_follower {
        TO_FOLLOWER
    } else {
        TO_STRANGER
    };
    let (all, confirmed) = tx.count_followers().await?;
    let is_room = known.is_some() || all.saturating_sub(confirmed) < UNCONFIRMED_AT_ONCE;
    if is_room && counted(&mut tx, &hash("follow", &folded), most, now).await? {
        if let Some(follower) = known {
            let asked = follower.ask(request.filter, now);
            tx.save_follower(&asked).await?;
        } else {
            let new = Follower::new(new_id(now)?, address, request.lang);
            let asked = new.ask(request.filter, now);
            tx.add_follower(&asked, &address_hash).await?;
        }
    }
    tx.commit().await?;
    Ok(Answer::LookIntoMail)
}

/// Counts a request; `false` where there were as many as may be within a day.
async fn counted(
    tx: &mut Tx,
    key: &[u8; 32],
    most: u32,
    now: OffsetDateTime,
) -> Result<bool, Refusal> {
    let known = tx.follow_requests(key).await?;
    let is_old = |known: FollowRequests| now - known.since >= WINDOW;
    if known.is_some_and(is_old) {
        tx.clear_follow_requests(key).await?;
    } else if known.is_some_and(|known| known.count >= most) {
        return Ok(false);
    }
    tx.count_follow_request(key, now).await?;
    Ok(true)
}

/// A place in the network: an address of version 4, or what one customer has of version 6.
fn place(from: IpAddr) -> String {
    match from.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let network = u128::from(address) >> 64 << 64;
            Ipv6Addr::from(network).to_string()
        }
    }
}

fn hash(of: &str, value: &str) -> [u8; 32] {
    Sha256::digest(format!("{of} {value}").as_bytes()).into()
}
