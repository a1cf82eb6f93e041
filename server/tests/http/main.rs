//! Requests as browsers send them, to the real router before a real database.

#![expect(clippy::panic, reason = "a test that cannot go on says what it missed")]

mod accounts;
mod actors;
mod api;
mod appeal;
mod appeal_guide;
mod attachments;
mod bad_input;
mod budget_closing;
mod budget_import;
mod calendars;
mod cases;
mod claims;
mod co_funding;
mod commitments;
mod csrf;
mod decision_documents;
mod distribution;
mod drafting;
mod feeds;
mod following;
mod headers;
mod instalments;
mod interleavings;
mod kept;
mod letters;
mod markers;
mod money;
mod open_data;
mod people;
mod projects;
mod public;
mod publicity;
#[path = "../../../crates/documents/tests/reading/mod.rs"]
#[expect(
    dead_code,
    clippy::unwrap_used,
    reason = "shared with the tests of documents"
)]
mod reading;
mod reminders;
mod rights;
mod sign_in;
#[path = "../../../crates/register/tests/stories/sink.rs"]
#[expect(dead_code, reason = "shared with the stories of the register")]
mod sink;
mod site;
mod sitemap;
mod statements;
mod steps;
mod story;
mod table_import;
mod unseen;
