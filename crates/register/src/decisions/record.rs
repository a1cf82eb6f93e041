//! Recording what was decided elsewhere: by a body, or before the register existed.

use domain::check::Made;
use domain::decision::{MadeElsewhere, Signature};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use domain::section::Section;
use time::Date;

use super::draft::checked;
use super::freeze::{freeze, refuse_taken, seal, section_number, year_of};
use super::load;
use crate::actor::Actor;
use crate::change::{Begun, Form};
use crate::refusal::Refusal;
use crate::register::Register;

/// What is known of a decision made elsewhere, as typed. The places of its findings are the
/// names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordDraft {
    /// Number after the § sign, alone (`5`) or with its year (`5/2023`); the one in the draft
    /// where nothing is typed. Without a year it is that of the decision's day.
    pub section: String,
    /// Day of the decision or the meeting, or empty where unknown.
    pub decided_on: String,
    /// Day by which it must have been made, where only that is known.
    pub no_later_than: String,
    /// Where it was recorded from.
    pub source: String,
    /// Why more is promised than an appropriation has, where that is so.
    pub excess_reason: String,
}

/// Records a draft as a decision that was made elsewhere: by a body, or before the register.
pub async fn record_elsewhere(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    record: &RecordDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::record_elsewhere",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let decision = load(change.tx(), id, version).await?;
    let draft = decision.draft()?.clone();
    let today = change.today();
    let made = record.read(&draft.section, today);
    let elsewhere = Some(Made::Elsewhere);
    // Both forms are read before either refuses, so that everything missing is said at once.
    let ((year, number, made), (content, series)) = match (
        made,
        checked(change.tx(), &decision, &draft, elsewhere, today).await,
    ) {
        (Ok(made), Ok(content)) => (made, content),
        (Err(mut findings), Err(Refusal::Incomplete(of_draft))) => {
            findings.extend(of_draft);
            return Err(findings.into());
        }
        (Err(findings), Ok(_)) => return Err(findings.into()),
        (_, Err(refusal)) => return Err(refusal),
    };
    let section = Section {
        series: series.slug,
        year,
        number,
    };
    refuse_taken(&mut change, &section).await?;
    let sealed = seal(section, content, Signature::Elsewhere(made))?;
    let recorded = decision.record_elsewhere(sealed)?;
    freeze(
        change,
        recorded,
        Event::DecisionRecorded,
        &record.excess_reason,
    )
    .await
}

impl RecordDraft {
    /// The year and number of the section, and how the decision was made.
    fn read(
        &self,
        section_of_draft: &str,
        today: Date,
    ) -> Result<(u16, u32, MadeElsewhere), Findings> {
        let mut findings = Findings::default();
        let typed = if self.section.trim().is_empty() {
            section_of_draft
        } else {
            &self.section
        };
        let section = section_number(typed).map_err(|found| findings.extend(found));
        let decided_on = findings.date("decided_on", &self.decided_on);
        let no_later_than = findings.date("no_later_than", &self.no_later_than);
        for (place, day) in [("decided_on", decided_on), ("no_later_than", no_later_than)] {
            if day.is_some_and(|day| day > today) {
                findings.push(Finding::at(place, FindingCode::DayInFuture));
            }
        }
        if let (Some(decided), Some(limit)) = (decided_on, no_later_than)
            && limit < decided
        {
            findings.push(Finding::at("no_later_than", FindingCode::DayBeforeDecision));
        }
        let (number, year) = section.unwrap_or_default();
        let year = year.or(decided_on.map(year_of));
        // A day by which it was made does not say in which year: the section must.
        if section.is_ok() && year.is_none() {
            findings.push(Finding::at("section", FindingCode::NotAYear));
        }
        let made = MadeElsewhere {
            decided_on,
            no_later_than,
            source: findings.required("source", &self.source, 500),
        };
        findings.into_result((year.unwrap_or_default(), number, made))
    }
}
