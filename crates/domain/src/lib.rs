//! The law of the register as types: what a decision, its money and its publicity are.
//!
//! Pure: no clock, no files, no randomness, no database. Compiles to wasm.
//! Reading order: [`id`], [`money`], [`publicity`], [`text`] are the vocabulary;
//! [`organisation`], [`official`], [`case`], [`section`], [`project`] and [`funding`] are what
//! decisions speak of; [`decision`] is what everything exists for, [`attachment`] what is added to
//! one and [`stub`] what the public sees in its place; [`service`], [`period`], [`filing`] and
//! [`legal_force`] are what follows from it, [`reminder`] and [`notification`] are what officials
//! are told of it, and [`distribution`] whoever gets it for information, by [`mailing`], and [`follow`] whoever asked for mail of what is published; [`budget`]
//! is what promises are measured by, [`commitment`] what becomes of them and [`instalment`] when they are paid; [`payment_claim`] is
//! what is claimed for the city's own projects, [`co_funding`] what their other funders do; [`delegation`], [`personal`] and [`check`] are what is looked at
//! before it is signed; [`role`], [`signing_right`], [`finding`] and [`event`] say who may do what,
//! what is wrong with it and what happened; [`form`] reads drafts from what a browser sends;
//! [`search`] makes words of public texts and of what is looked for; [`view`] is what pages, documents and files are made from.

#![deny(clippy::float_arithmetic)]
#![warn(clippy::missing_errors_doc)]

mod codes;

pub mod appeal_right;
pub mod attachment;
pub mod budget;
pub mod case;
pub mod check;
pub mod city;
pub mod co_funding;
pub mod commitment;
pub mod dated_name;
pub mod decision;
pub mod delegation;
pub mod distribution;
pub mod event;
pub mod filing;
pub mod finding;
pub mod follow;
pub mod form;
pub mod funding;
pub mod id;
pub mod instalment;
pub mod instruction;
pub mod lang;
pub mod legal_force;
pub mod mailing;
pub mod money;
pub mod notification;
pub mod official;
pub mod organisation;
pub mod payment_claim;
pub mod period;
pub mod personal;
pub mod project;
pub mod publication;
pub mod publicity;
pub mod reading;
pub mod reminder;
pub mod role;
pub mod search;
pub mod section;
pub mod service;
pub mod signing_right;
pub mod slug;
pub mod stub;
pub mod table;
pub mod table_import;
pub mod text;
pub mod view;

pub use lang::Lang;
pub use money::Money;
