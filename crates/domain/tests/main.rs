//! What must be true of the register's rules, in one program: linking one for each file takes longer
//! than all of them run.

mod common;
#[path = "common/drawing.rs"]
mod drawing;

mod appeal_stages;
mod beginnings;
mod budget;
mod budget_import;
mod cases;
mod co_funding;
mod control_characters;
mod costs;
mod decision_states;
mod distribution;
mod divided_plans;
mod draft_findings;
mod following;
mod forms;
mod funding_laws;
mod instalments;
mod instructions;
mod money_laws;
mod payment_claims;
mod personal_mentions;
mod projects;
mod reminders;
mod search;
mod service_facts;
mod signing_rights;
mod table_import;
mod text_laws;
mod values;
mod what_the_public_sees;
