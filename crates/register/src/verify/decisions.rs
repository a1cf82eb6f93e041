//! Frozen decisions: their seals, contents, commitments, references and dates.

use std::collections::{BTreeSet, HashMap, HashSet};

use calendar::{AppealPeriod, Means, Offices};
use domain::Lang;
use domain::appeal_right::AppealRight;
use domain::decision::{DecisionChange, DecisionContent, Publication};
use domain::id::{DecisionId, OrganisationId};
use domain::money::Money;
use domain::period::PeriodDates;
use domain::section::Section;
use domain::view::decision_list::DecisionFilter;
use serde_json::json;
use store::{SealedRow, StoreError, Tx};
use time::PrimitiveDateTime;

use super::chain::{Trail, agrees};
use super::corrections;
use super::{Break, Report};
use crate::public_changes;
use crate::register::Register;

/// Decisions are read in pages of this many.
const PAGE: u32 = 200;

/// The frozen decisions whose content could be read.
pub(super) type Frozen = HashMap<DecisionId, Signed>;

/// What later checks need of a content: without its texts, so that a large register fits.
pub(super) struct Signed {
    pub(super) section: Section,
    title: String,
    lang: Lang,
    decision_maker: String,
    committed: Option<Money>,
    pub(super) right: AppealRight,
    pub(super) parties: BTreeSet<OrganisationId>,
}

impl Signed {
    fn new(section: Section, content: DecisionContent) -> Self {
        let parties = content.parties.reveal_to_official().iter();
        Self {
            section,
            parties: parties.map(|(party, _)| *party).collect(),
            committed: committed(&content),
            title: content.title.0,
            lang: content.lang,
            decision_maker: content.decision_maker.0,
            right: content.remedy.0,
        }
    }
}

/// What frozen decisions are checked against.
pub(super) struct Known<'a> {
    /// What the audit log says.
    pub(super) trail: &'a Trail,
    /// The hashes of the files.
    pub(super) files: &'a HashSet<String>,
    /// The offices, by whose hours periods end.
    pub(super) offices: &'a Offices,
}

/// Checks every frozen decision.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    known: &Known<'_>,
) -> Result<Frozen, StoreError> {
    let mut frozen = Frozen::new();
    let mut places = HashSet::new();
    let mut after = None;
    loop {
        let page = tx.sealed_after(after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(frozen);
        };
        after = Some(last.id);
        for row in page {
            report.decisions += 1;
            check_seal(report, known.trail, &row);
            if !places.insert(row.section.clone()) {
                report.breaks.push(Break::SectionTwice(row.section.clone()));
            }
            match canonical(&row.json) {
                Some(content) => {
                    check_content(tx, report, &row, &content, known.offices).await?;
                    check_files(report, known.files, &row, &content);
                    let content =
                        corrections::check(tx, report, known.trail, &row, content).await?;
                    frozen.insert(row.id, Signed::new(row.section, content));
                }
                None => report.breaks.push(Break::Content(row.section)),
            }
        }
    }
}

fn check_seal(report: &mut Report, trail: &Trail, row: &SealedRow) {
    if !row.seal.holds_for(row.json.as_bytes()) {
        report.breaks.push(Break::Seal(row.section.clone()));
    }
    // Whoever changes a content and its seal together still has the log against them.
    let seal = json!({ "seal": hex::encode(row.seal.hash) });
    let logged = trail.frozen.get(&row.id.to_string());
    if !logged.is_some_and(|logged| agrees(logged.as_ref(), &seal)) {
        report
            .breaks
            .push(Break::SealNotLogged(row.section.clone()));
    }
}

fn check_files(
    report: &mut Report,
    files: &HashSet<String>,
    row: &SealedRow,
    content: &DecisionContent,
) {
    let mut attachments = content.attachments.iter();
    if attachments.any(|attachment| !files.contains(&attachment.sha256)) {
        report.breaks.push(Break::Attachment(row.section.clone()));
    }
}

/// The content, if the JSON is the one form in which the register writes it.
pub(super) fn canonical(json: &str) -> Option<DecisionContent> {
    let content: DecisionContent = serde_json::from_str(json).ok()?;
    let written = serde_json::to_string(&content).ok()?;
    (written == json).then_some(content)
}

async fn check_content(
    tx: &mut Tx,
    report: &mut Report,
    row: &SealedRow,
    content: &DecisionContent,
    offices: &Offices,
) -> Result<(), StoreError> {
    let lines = tx.commitments_of_decision(row.id).await?;
    report.commitments += lines.len() as u64;
    if lines != content.commitments.0 {
        report.breaks.push(Break::Commitments(row.section.clone()));
    }
    let mut changed = Vec::new();
    for change in tx.changes_of(row.id).await? {
        changed.push(DecisionChange {
            section: change.section,
            effect: change.effect,
        });
    }
    let mut said = content.changes.0.clone();
    said.sort_by(|one, other| one.section.cmp(&other.section));
    if changed != said {
        report.breaks.push(Break::Changes(row.section.clone()));
    }
    let decision = tx.decision(row.id).await;
    let Some(decision) = report.unless_inconsistent(decision)? else {
        report.breaks.push(Break::Reference(row.section.clone()));
        return Ok(());
    };
    let case = tx.case(decision.case).await?;
    if case.is_none_or(|case| case.number.as_ref() != Some(&content.case_number.0))
        || decision.project != content.project.0
    {
        report.breaks.push(Break::Reference(row.section.clone()));
    }
    if let Some(publication) = decision.publication() {
        report.periods += u64::from(publication.member_period.is_some());
        if publication.member_period != recomputed(content, publication, offices) {
            report.breaks.push(Break::MemberPeriod(row.section.clone()));
        }
    }
    Ok(())
}

fn recomputed(
    content: &DecisionContent,
    publication: &Publication,
    offices: &Offices,
) -> Option<PeriodDates> {
    let (right, minutes) = (content.remedy.0, Means::PublishedMinutes);
    let remedy = right.remedy().filter(|_| right.starts(minutes))?;
    let period = AppealPeriod::compute(remedy, minutes, publication.on?, offices);
    period.ok().as_ref().map(PeriodDates::from)
}

/// Checks that the public list shows what was signed: its columns are copies.
pub(super) async fn check_list(
    tx: &mut Tx,
    report: &mut Report,
    frozen: &Frozen,
    now: PrimitiveDateTime,
) -> Result<(), StoreError> {
    let (all, mut before) = (DecisionFilter::default(), None);
    loop {
        let rows = tx.published_chunk(&all, now, before, PAGE).await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        before = Some(last.publication_number);
        for row in rows {
            report.listed += 1;
            let shows = frozen.get(&row.id).is_some_and(|signed| {
                signed.section == row.section
                    && signed.title == row.title
                    && signed.lang == row.lang
                    && signed.decision_maker == row.decision_maker
                    && signed.committed == row.committed
            });
            if !shows {
                report.breaks.push(Break::Listed(row.section));
            }
        }
    }
}

/// Checks that what is searched is what everybody may read for good: its words follow from that, and
/// are compared only where everything that they follow from holds.
pub(super) async fn check_words(
    tx: &mut Tx,
    report: &mut Report,
    frozen: &Frozen,
) -> Result<(), StoreError> {
    if !report.breaks.is_empty() {
        return Ok(());
    }
    for id in tx.wrong_words().await? {
        let section = frozen.get(&id).map(|signed| signed.section.clone());
        report.breaks.extend(section.map(Break::Words));
    }
    Ok(())
}

/// Checks that who keeps a copy of what is public is told of what changed; only where everything
/// that the public side follows from holds.
pub(super) async fn check_changes(
    tx: &mut Tx,
    report: &mut Report,
    frozen: &Frozen,
    register: &Register,
) -> Result<(), StoreError> {
    if !report.breaks.is_empty() {
        return Ok(());
    }
    for id in public_changes::unnoted(tx, register).await? {
        let section = frozen.get(&id).map(|signed| signed.section.clone());
        report.breaks.extend(section.map(Break::PublicChange));
    }
    Ok(())
}

/// What a content commits the city to; `None` where nothing.
fn committed(content: &DecisionContent) -> Option<Money> {
    let lines = content.commitments.0.iter();
    let counted: Vec<Money> = lines
        .filter(|line| line.strength.is_committed())
        .map(|line| line.amount)
        .collect();
    if counted.is_empty() {
        return None;
    }
    Money::checked_sum(counted)
}
