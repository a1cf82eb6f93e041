//! What pages, documents and files are made from: plain values, loaded in few queries.
//!
//! They live here and not in `register`, so that pages and documents depend on values alone.
//!
//! [`public`] holds only what everybody may see; nothing personal fits into its types.
//! [`city_money`] is where the city's euros go, for everybody too, and [`appeal_guide`] what the
//! calculator of appeal periods is asked and answers.
//! [`feed`] is what feeds say of decisions and projects, [`open_data`] what files for programs hold.
//! [`during`] is what everybody sees besides while the municipal member's period runs.
//! [`desk`] is for officials, [`case`] what they see of the register of cases, [`budget`] what
//! they see of the city's budget, [`commitment`] of what becomes of a promise, [`instalment`] of
//! when it is paid, [`payment_claim`] of what is claimed for a project of the city's own,
//! [`co_funding`] of what other funders decide and pay,
//! [`commitment_list`] what the city has promised, [`month`] what is paid and falls due month by
//! month, [`funding`] what all plans say, and [`project`] the history of a project.
//! [`public_project`] has the facts of one that everybody may see, [`public_actors`] who decides and
//! who pays. [`table_import`] is a file that is
//! about to be imported. [`api`] has the names, limits and problems of the read API.

pub mod api;
pub mod appeal_guide;
pub mod audit;
pub mod budget;
pub mod case;
pub mod city_money;
pub mod co_funding;
pub mod commitment;
pub mod commitment_list;
mod course;
pub mod decision_list;
pub mod desk;
mod distribution;
pub mod during;
pub mod feed;
pub mod follow;
pub mod funding;
mod given;
pub mod instalment;
mod last_day;
mod late;
pub mod month;
pub mod open_data;
pub mod payment_claim;
pub mod people;
pub mod project;
pub mod public;
pub mod public_actors;
pub mod public_project;
pub mod table_import;
