//! What the register does, told as stories, each on SQLite and on PostgreSQL.

#![expect(
    clippy::assigning_clones,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::panic,
    clippy::similar_names,
    clippy::too_many_lines,
    clippy::unnecessary_wraps,
    reason = "a story is told in one piece, and plainly"
)]

mod appeal;
mod audit_log;
mod budget;
mod budget_closing;
mod budget_course;
mod budget_import;
mod calendars;
mod canary;
mod case_moves;
mod cases;
mod changes;
mod city_money;
mod co_funding;
mod commitment_excess;
mod commitment_list;
mod commitments;
mod concurrency;
mod controls;
mod course;
mod decision_documents;
mod decision_money;
mod delegations;
mod deputies;
mod disposal;
mod distribution;
mod documents;
mod doubles;
mod drafting;
mod example;
mod extracts;
mod following;
mod funding;
mod instalments;
mod intake;
mod jobs;
mod letters;
mod life;
mod money_course;
mod notifications;
mod payment_claims;
mod payments;
mod people;
mod performed;
mod permissions;
mod pictures;
mod plan_import;
mod project_course;
mod public;
mod publicity;
#[path = "../../../documents/tests/reading/mod.rs"]
#[expect(
    dead_code,
    clippy::unwrap_used,
    reason = "shared with the tests of documents"
)]
mod reading;
mod reads;
mod refused;
mod reminders;
mod search;
mod seed;
mod sign_in;
mod sink;
mod table_import;
mod verify;
mod world;
mod year_end;

/// Stamps each story as a test of both databases.
macro_rules! on_both {
    ($($story:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test]
                async fn $story() {
                    super::$story(&crate::world::World::sqlite().await).await;
                }
            )+
        }

        mod postgres {
            $(
                #[tokio::test]
                async fn $story() {
                    super::$story(&crate::world::World::postgres().await).await;
                }
            )+
        }
    };
}

pub(crate) use on_both;
