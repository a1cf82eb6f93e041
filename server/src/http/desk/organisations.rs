//! Organisations.

use app::pages::desk::form::NewOrganisation;
use app::pages::desk::{address, organisations as pages};
use register::organisations::OrganisationDraft;
use register::{Refusal, organisations};
use wording::desk;

use super::projects::known;
use super::work::{Answer, Done, Work};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, done: Done) -> Answer {
    let known = known(&work).await?;
    let mut form = work.form(NewOrganisation::default(), 0)?;
    form.saved = done.0;
    work.page(|shell| pages::page(shell, &known, &form))
}

pub(super) async fn add(work: Work, posted: Posted) -> Answer {
    let typed = NewOrganisation::from_pairs(&posted.0);
    let NewOrganisation {
        name,
        kind,
        business_id,
    } = typed.clone();
    let draft = OrganisationDraft {
        name,
        kind,
        business_id,
    };
    match organisations::add(work.register(), work.actor(), posted.key(), &draft).await {
        Ok(_) => work.done(address::ORGANISATIONS, desk::Done::OrganisationAdded),
        Err(Refusal::Incomplete(findings)) => {
            let known = known(&work).await?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::page(shell, &known, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
