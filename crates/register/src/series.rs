//! Section series: who decides, and where the numbers come from.

use domain::event::Event;
use domain::finding::FindingCode;
use domain::role::UseCase;
use domain::section::SectionSeries;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::refusal::Refusal;
use crate::register::Register;

/// Adds a section series.
pub async fn add(
    register: &Register,
    actor: &Actor,
    series: &SectionSeries,
) -> Result<(), Refusal> {
    let form = Form {
        name: "series::add",
        key: None,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let taken = Refusal::taken("series", "slug", FindingCode::UnknownChoice);
    change.tx().add_series(series).await.map_err(taken)?;
    let subject = Subject::Series(series.slug.clone());
    change.finish(Event::SeriesAdded, &subject, series).await
}
