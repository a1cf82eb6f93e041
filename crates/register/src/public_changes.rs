//! When something public changed last, as everybody may know it.
//!
//! Of what an event is about, the public side is made again in the same transaction and its hash
//! compared with the one that was kept: only what everybody can see moves it. So nobody learns from
//! it that a claim arrived or a party was served, and nothing that is seen to differ is left out.

use ::documents::open;
use domain::id::{DecisionId, ProjectId};
use sha2::{Digest, Sha256};
use store::{PublicThing, StoreError, Tx};
use time::{Date, OffsetDateTime};

use crate::audit::Subject;
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views::public;

/// The form of what is hashed. Raised with every change of what `documents::open` makes of the same
/// decision or project: all hashes are then made anew, and nothing counts as changed.
const FORM: i64 = 1;
/// Decisions of one transaction: whoever else writes waits no longer than for these.
const AT_ONCE: u32 = 200;

/// Keeps when something public changed last, after an event about a subject.
pub(crate) async fn note(
    tx: &mut Tx,
    at: OffsetDateTime,
    subject: &Subject,
    register: &Register,
) -> Result<(), Refusal> {
    for thing in concerned(tx, helsinki(at).date(), subject).await? {
        look_again(tx, at, thing, register).await?;
    }
    Ok(())
}

/// Keeps it of every project, whatever happened: names change with days alone.
pub(crate) async fn note_projects(register: &Register) -> Result<(), Refusal> {
    let at = register.clock().now();
    let mut tx = register.store().write().await?;
    for project in tx.projects_once_public().await? {
        look_again(&mut tx, at, PublicThing::Project(project), register).await?;
    }
    Ok(tx.commit().await?)
}

/// What of the public's may differ after an event about a subject.
async fn concerned(
    tx: &mut Tx,
    today: Date,
    subject: &Subject,
) -> Result<Vec<PublicThing>, StoreError> {
    Ok(match subject {
        Subject::Decision(id) => beside(tx, *id).await?,
        Subject::LegalForce(id) => match tx.decision_of_statement(*id).await? {
            Some(decision) => beside(tx, decision).await?,
            None => Vec::new(),
        },
        // Nobody sees a claim or a service, but either may end a statement of legal force, which
        // everybody sees.
        Subject::Filing(id) => match tx.filing(*id).await? {
            Some(filing) => beside(tx, filing.decision).await?,
            None => Vec::new(),
        },
        Subject::Service(id) => match tx.service(*id, today).await? {
            Some(row) => beside(tx, row.service.decision).await?,
            None => Vec::new(),
        },
        Subject::CommitmentEntry(id) => {
            let project = tx.project_of_entry(*id).await?;
            project.map(PublicThing::Project).into_iter().collect()
        }
        Subject::Project(id) => of_project(tx, *id).await?,
        Subject::Case(id) => tx.things_of_case(*id).await?,
        Subject::Register
        | Subject::User(_)
        | Subject::Series(_)
        | Subject::Organisation(_)
        | Subject::Extract(_)
        | Subject::DecisionDocument(_)
        | Subject::CommitmentLetter(_)
        | Subject::Certificate(_)
        | Subject::CallIn(_)
        | Subject::Reminder(_)
        | Subject::Notification(_)
        | Subject::Delegation(_)
        | Subject::Budget(_)
        | Subject::BudgetClosing(_)
        | Subject::Instalment(_)
        | Subject::ClaimEntry(_)
        | Subject::CoFundingEntry(_)
        | Subject::CaseClass(_) => Vec::new(),
    })
}

/// A published decision, those that it changes or that change it, and their projects.
async fn beside(tx: &mut Tx, id: DecisionId) -> Result<Vec<PublicThing>, StoreError> {
    let decision = tx.decision(id).await?;
    if decision.is_none_or(|decision| decision.publication().is_none()) {
        return Ok(Vec::new());
    }
    let mut ids = vec![id];
    ids.extend(tx.changes_of(id).await?.into_iter().map(|row| row.id));
    ids.extend(tx.changed_by(id).await?.into_iter().map(|row| row.id));
    let mut projects: Vec<ProjectId> = Vec::new();
    for id in &ids {
        let project = tx
            .decision(*id)
            .await?
            .and_then(|decision| decision.project);
        projects.extend(project.filter(|project| !projects.contains(project)));
    }
    let decisions = ids.into_iter().map(PublicThing::Decision);
    let projects = projects.into_iter().map(PublicThing::Project);
    Ok(decisions.chain(projects).collect())
}

async fn of_project(tx: &mut Tx, id: ProjectId) -> Result<Vec<PublicThing>, StoreError> {
    let decisions = tx.decisions_of_project(id).await?;
    let decisions = decisions.into_iter().map(PublicThing::Decision);
    Ok(decisions.chain([PublicThing::Project(id)]).collect())
}

async fn look_again(
    tx: &mut Tx,
    at: OffsetDateTime,
    thing: PublicThing,
    register: &Register,
) -> Result<(), Refusal> {
    let Some(content) = content(tx, at, thing, register).await? else {
        return Ok(());
    };
    if tx.public_content(thing).await? != Some(content) {
        tx.keep_public_change(thing, at, &content).await?;
    }
    Ok(())
}

/// The hash of what everybody can see of it now; `None` where it never was public.
async fn content(
    tx: &mut Tx,
    at: OffsetDateTime,
    thing: PublicThing,
    register: &Register,
) -> Result<Option<[u8; 32]>, Refusal> {
    let bytes = match thing {
        PublicThing::Decision(id) => of_decision(tx, at, id, register).await?,
        PublicThing::Project(id) => match public::project_page_of(tx, id, helsinki(at)).await? {
            Some(page) => Some(open::project_content(&page)?),
            // Gone from the public, if it ever was there.
            None => tx.public_content(thing).await?.map(|_| b"removed".to_vec()),
        },
    };
    Ok(bytes.map(|bytes| Sha256::digest(bytes).into()))
}

async fn of_decision(
    tx: &mut Tx,
    at: OffsetDateTime,
    id: DecisionId,
    register: &Register,
) -> Result<Option<Vec<u8>>, Refusal> {
    let Some(found) = tx.placed_decision(id).await? else {
        return Ok(None);
    };
    if found.decision.publication().is_none() {
        return Ok(None);
    }
    if found.has.stub
        && let Some(stub) = tx.stub_of_decision(id).await?
    {
        return Ok(Some(open::stub(
            &public::stub_page(&found.decision, stub)?,
            "",
        )?));
    }
    let page = public::shown(tx, found, helsinki(at), register).await?;
    Ok(Some(open::decision_content(&page)?))
}

/// Makes all hashes anew if another version of the register made them; asks one row otherwise. What
/// has none yet counts as changed now. Where it is broken off it begins anew.
pub(crate) async fn keep_up(register: &Register) -> Result<(), Refusal> {
    let store = register.store();
    if store.read().await?.public_content_form().await? == FORM {
        return Ok(());
    }
    let at = register.clock().now();
    let mut after = 0;
    loop {
        let mut tx = store.write().await?;
        let part = tx.published_after(after, AT_ONCE).await?;
        let Some((_, last)) = part.last() else {
            for project in tx.projects_once_public().await? {
                restate(&mut tx, at, PublicThing::Project(project), register).await?;
            }
            tx.save_public_content_form(FORM).await?;
            return Ok(tx.commit().await?);
        };
        after = *last;
        for (decision, _) in part {
            restate(&mut tx, at, PublicThing::Decision(decision), register).await?;
        }
        tx.commit().await?;
    }
}

async fn restate(
    tx: &mut Tx,
    at: OffsetDateTime,
    thing: PublicThing,
    register: &Register,
) -> Result<(), Refusal> {
    let Some(content) = content(tx, at, thing, register).await? else {
        return Ok(());
    };
    match tx.public_content(thing).await? {
        Some(_) => tx.restate_public_content(thing, &content).await?,
        None => tx.keep_public_change(thing, at, &content).await?,
    }
    Ok(())
}

/// The published decisions of which something public changed that was not seen as a change.
pub(crate) async fn unnoted(
    tx: &mut Tx,
    register: &Register,
) -> Result<Vec<DecisionId>, StoreError> {
    let at = register.clock().now();
    let mut unnoted = Vec::new();
    let mut after = 0;
    loop {
        let part = tx.published_after(after, AT_ONCE).await?;
        let Some((_, last)) = part.last() else {
            return Ok(unnoted);
        };
        after = *last;
        for (decision, _) in part {
            let thing = PublicThing::Decision(decision);
            let kept = tx.public_content(thing).await?;
            match content(tx, at, thing, register).await {
                Ok(now) if now == kept => {}
                Err(Refusal::Store(error)) => return Err(error),
                Ok(_) | Err(_) => unnoted.push(decision),
            }
        }
    }
}
