//! What must be true of the sentences, in one program: linking one for each file takes longer than
//! all of them run.

mod appeal_instruction;
mod appeal_stages_page;
mod findings;
mod follow_mail;
mod numbers_and_dates;
mod period_in_words;
mod reminder_mail;
mod tables;
mod templates;
