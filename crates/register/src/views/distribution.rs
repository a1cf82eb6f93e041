//! The distribution of a decision as officials see it.

use domain::distribution::{Attempt, Entry};
use domain::id::DecisionId;
use domain::mailing::{Failure, Mailing};
use domain::publicity::Personal;
use domain::role::UseCase;
use domain::view::desk::DistributionLine;
use store::Tx;

use crate::actor::Actor;
use crate::clock::helsinki;
use crate::refusal::Refusal;

/// The distribution of a decision, in its order. Addresses are for who distributes, and for who
/// audits that.
pub(super) async fn distribution(
    tx: &mut Tx,
    actor: &Actor,
    decision: DecisionId,
) -> Result<Vec<DistributionLine>, Refusal> {
    let sees = actor.may(UseCase::DistributeDecision) || actor.may(UseCase::ReadAudit);
    let mut lines = Vec::new();
    for row in tx.distribution_of_decision(decision).await? {
        let attempts = tx.distribution_attempts(row.entry.id).await?.into_iter();
        let attempts = attempts.map(|attempt| (helsinki(attempt.at), attempt));
        let line = DistributionLine {
            changed_at: helsinki(row.changed_at),
            attempts: attempts.collect(),
            entry: row.entry,
        };
        lines.push(if sees { line } else { without_addresses(line) });
    }
    Ok(lines)
}

fn without_addresses(line: DistributionLine) -> DistributionLine {
    let hidden = |address: Option<Personal<String>>| address.map(|_| Personal::default());
    let attempts = line.attempts.into_iter().map(|(at, attempt)| {
        let attempt = Attempt {
            address: hidden(attempt.address),
            reply: Personal::default(),
            ..attempt
        };
        (at, attempt)
    });
    DistributionLine {
        attempts: attempts.collect(),
        entry: Entry {
            address: hidden(line.entry.address),
            mail: line.entry.mail.map(without_reply),
            ..line.entry
        },
        ..line
    }
}

fn without_reply(mailing: Mailing) -> Mailing {
    match mailing {
        Mailing::Deferred(failure) => Mailing::Deferred(Failure::without_reply(failure)),
        Mailing::Refused(failure) => Mailing::Refused(Failure::without_reply(failure)),
        Mailing::Unknown(failure) => Mailing::Unknown(Failure::without_reply(failure)),
        other => other,
    }
}
