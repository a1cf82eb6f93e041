//! A small city: its officials, series and organisations, on the morning of Mon 21.8.2023.

use std::sync::LazyLock;

use domain::decision::{CommitmentDraft, DecisionDraft, PartyDraft};
use domain::finding::{Finding, Findings};
use domain::id::{CaseId, DecisionId, IdempotencyKey, OrganisationId, ProjectId};
use domain::official::Official;
use domain::project::ProjectDraft;
use domain::publication::PublicationRule;
use domain::publicity::Personal;
use domain::role::Role;
use domain::section::{DecisionMakerKind, Numbering, SectionSeries};
use domain::service::ServiceDraft;
use domain::slug::Slug;
use domain::view::desk::DecisionSheet;
use register::cases::{self, CaseDraft};
use register::decisions::{PublishDraft, SignDraft};
use register::organisations::{self, OrganisationDraft};
use register::views::desk;
use register::{Actor, Clock, Refusal, Register, city, decisions, jobs, projects, series};
use store::testing::Database;
use time::OffsetDateTime;
use time::macros::datetime;
use uuid::Uuid;

pub(crate) const MORNING: OffsetDateTime = datetime!(2023-08-21 06:00:00 UTC);

/// The address under which the register of a story is reached.
pub(crate) const URL: &str = "http://127.0.0.1:3000";

pub(crate) struct World {
    pub(crate) database: Database,
    pub(crate) register: Register,
    /// The clock of decisions; it stands still.
    pub(crate) clock: Clock,
    /// The clock of sessions; it stands still, three years away from the other.
    pub(crate) session_clock: Clock,
    pub(crate) grantee: OrganisationId,
}

impl World {
    pub(crate) async fn sqlite() -> Self {
        Self::peopled(Self::empty(Database::sqlite().await).await).await
    }

    pub(crate) async fn postgres() -> Self {
        Self::peopled(Self::empty(Database::postgres().await).await).await
    }

    /// A database with tables and nothing in them.
    pub(crate) async fn empty(database: Database) -> Self {
        let clock = Clock::fixed(MORNING);
        let session_clock = Clock::fixed(datetime!(2026-11-22 08:00:00 UTC));
        let register =
            Register::open_with_session_clock(database.url(), clock.clone(), session_clock.clone())
                .await
                .expect("the database of a test opens");
        Self {
            database,
            register,
            clock,
            session_clock,
            grantee: Uuid::nil().into(),
        }
    }

    async fn peopled(mut self) -> Self {
        let city = city::kajaani();
        let created = self.register.create(operator(), &city, false);
        assert!(created.await.expect("an empty database takes a register"));
        for (slug, kind, numbering) in [
            (
                "kaupunginjohtaja",
                DecisionMakerKind::Officer,
                Numbering::External,
            ),
            (
                "hallintojohtaja",
                DecisionMakerKind::Officer,
                Numbering::IssuedHere,
            ),
            (
                "kaupunginhallitus",
                DecisionMakerKind::Body,
                Numbering::External,
            ),
        ] {
            let added = SectionSeries {
                slug: self::slug(slug),
                decision_maker: slug.to_owned(),
                kind,
                numbering,
                claims_to: None,
                publication_rule: PublicationRule::default(),
            };
            let added = series::add(&self.register, operator(), &added).await;
            added.expect("a new series is added");
        }
        let mut tx = self
            .database
            .store()
            .write()
            .await
            .expect("the lock is free");
        for official in officials() {
            // Hashing a password for each would be most of the time of most tests.
            let added = tx
                .add_account(&official, "no password fits this", MORNING)
                .await;
            added.expect("a new account is added");
        }
        tx.commit().await.expect("accounts are kept");
        let draft = OrganisationDraft {
            name: "Kajaanin ammattikorkeakoulu Oy".to_owned(),
            kind: "private".to_owned(),
            business_id: String::new(),
        };
        let added = organisations::add(&self.register, registrar(), None, &draft).await;
        self.grantee = added.expect("a new organisation is added");
        self
    }

    pub(crate) async fn case(&self, number: &str) -> CaseId {
        let draft = CaseDraft {
            number: number.to_owned(),
            public_title: format!("Asia {number}"),
            ..CaseDraft::default()
        };
        let opened = cases::open(&self.register, registrar(), None, &draft).await;
        opened.expect("a new case is opened")
    }

    pub(crate) async fn project(&self, case: CaseId, name: &str) -> ProjectId {
        let draft = ProjectDraft {
            name: name.to_owned(),
            beneficiary: self.grantee.to_string(),
            first_month: "10/2022".to_owned(),
            last_month: "9/2024".to_owned(),
            ..ProjectDraft::default()
        };
        let entered = projects::enter(&self.register, preparer(), None, case, &draft).await;
        entered.expect("a new project is entered")
    }

    /// A draft without findings, to be signed in a series.
    pub(crate) fn draft(&self, series: &str) -> DecisionDraft {
        let line = |year: &str| CommitmentDraft {
            year: year.to_owned(),
            amount: "2 500".to_owned(),
            strength: "granted".to_owned(),
            ..CommitmentDraft::default()
        };
        DecisionDraft {
            title: "Osallistuminen hankkeen rahoitukseen".to_owned(),
            lang: "fi".to_owned(),
            series: series.to_owned(),
            resolution: "Kaupunki osallistuu 2 500 eurolla vuonna 2023 ja 2 500 eurolla vuonna \
                         2024."
                .to_owned(),
            background: "Hanke vahvistaa alihankkijoita.".to_owned(),
            authority: "Hallintosääntö 17 §".to_owned(),
            applied_provisions: "Kuntalaki 7 §".to_owned(),
            commitments: vec![line("2023"), line("2024")],
            contact_office: "Kaupunginjohtaja".to_owned(),
            parties: vec![PartyDraft {
                organisation: self.grantee.to_string(),
                means: "letter".to_owned(),
            }],
            remedy: "rectification".to_owned(),
            ..DecisionDraft::default()
        }
    }

    /// A decision that awaits signature in a series; its version is 2.
    pub(crate) async fn sent(&self, case: CaseId, series: &str) -> DecisionId {
        let (register, actor) = (&self.register, preparer());
        let draft = self.draft(series);
        let id = decisions::draft(register, actor, None, case, None, &draft).await;
        let id = id.expect("a draft is begun");
        let sent = decisions::send(register, actor, None, id, 1).await;
        sent.expect("a draft without findings is sent");
        id
    }

    /// A decision signed by the city manager at a section of 2023; its version is 3.
    pub(crate) async fn signed(&self, case: CaseId, section: &str) -> DecisionId {
        let id = self.sent(case, "kaupunginjohtaja").await;
        let signed =
            decisions::sign(&self.register, manager(), None, id, 2, &signing(section)).await;
        signed.expect("a decision that awaits signature is signed");
        id
    }

    /// The same published on a day; its version is 4.
    pub(crate) async fn published(&self, case: CaseId, section: &str, on: &str) -> DecisionId {
        let id = self.signed(case, section).await;
        let published =
            decisions::publish(&self.register, registrar(), None, id, 3, &day(on)).await;
        published.expect("a signed decision is published");
        id
    }

    /// What officials see of a decision.
    pub(crate) async fn sheet(&self, id: DecisionId) -> DecisionSheet {
        let sheet = desk::decision_sheet(&self.register, registrar(), id).await;
        sheet.expect("a sheet")
    }

    /// A round of the jobs that are due, without mail.
    pub(crate) async fn run_jobs(&self) -> u32 {
        let done = jobs::run_due(&self.register, None, || true).await;
        done.expect("a round of jobs")
    }

    /// The codes of the events after the first `skip`.
    pub(crate) async fn events(&self, skip: usize) -> Vec<&'static str> {
        let mut tx = self
            .database
            .store()
            .read()
            .await
            .expect("the log can be read");
        let events = tx
            .audit_events(0, 10_000)
            .await
            .expect("the log can be read");
        let codes = events
            .iter()
            .skip(skip)
            .map(|(event, _)| event.event.code());
        codes.collect()
    }
}

/// A signature under a section number, with the declaration that there is no conflict of interest.
pub(crate) fn signing(section: &str) -> SignDraft {
    SignDraft {
        section: section.to_owned(),
        no_conflict: "1".to_owned(),
        ..SignDraft::default()
    }
}

/// A publication on a day, as typed.
pub(crate) fn day(on: &str) -> PublishDraft {
    PublishDraft {
        published_on: on.to_owned(),
        ..PublishDraft::default()
    }
}

/// A letter posted on a day, as typed.
pub(crate) fn letter(on: &str) -> ServiceDraft {
    ServiceDraft {
        means: "letter".to_owned(),
        event_on: on.to_owned(),
        ..ServiceDraft::default()
    }
}

/// A case as typed.
pub(crate) fn case_draft(number: &str, public_title: &str) -> CaseDraft {
    CaseDraft {
        number: number.to_owned(),
        public_title: public_title.to_owned(),
        ..CaseDraft::default()
    }
}

/// What is wrong, each with the code of its finding.
pub(crate) fn codes_of(findings: &Findings) -> Vec<(&str, &'static str)> {
    let found = findings
        .iter()
        .map(|one| (one.place.as_str(), one.code.code()));
    found.collect()
}

/// What was wrong with what was typed; a test that is refused for another reason, or not refused,
/// fails.
#[track_caller]
pub(crate) fn findings<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> Vec<Finding> {
    match refused {
        Err(Refusal::Incomplete(findings)) => findings.into_iter().collect(),
        other => panic!("not refused for what was typed: {other:?}"),
    }
}

/// The same, each with its place and code.
#[track_caller]
pub(crate) fn codes<T: std::fmt::Debug>(
    refused: Result<T, Refusal>,
) -> Vec<(&'static str, &'static str)> {
    let found = findings(refused).into_iter();
    // A test ends soon, and compares with texts that stay.
    found
        .map(|one| (&*one.place.leak(), one.code.code()))
        .collect()
}

/// Whether an actor is refused all of several calls, which must agree.
#[track_caller]
pub(crate) fn agree(act: &str, results: Vec<Result<(), Refusal>>) -> Result<(), Refusal> {
    let forbidden = |result: &&Result<(), Refusal>| matches!(result, Err(Refusal::Forbidden));
    let refused = results.iter().filter(forbidden).count();
    assert!(
        refused == 0 || refused == results.len(),
        "the parts of {act} agree: {results:?}"
    );
    results.into_iter().next().unwrap_or(Ok(()))
}

pub(crate) fn slug(text: &str) -> Slug {
    text.to_owned().try_into().expect("a slug")
}

pub(crate) fn key(number: u128) -> Option<IdempotencyKey> {
    Some(Uuid::from_u128(number).into())
}

pub(crate) fn operator() -> &'static Actor {
    static OPERATOR: LazyLock<Actor> = LazyLock::new(|| Actor::operator("testaaja"));
    &OPERATOR
}

/// An official of each role, and a second decision maker.
fn officials() -> Vec<Official> {
    let mut all: Vec<Official> = Role::ALL.into_iter().map(official).collect();
    all.push(Official {
        id: Uuid::from_u128(99).into(),
        email: Personal::new("hallintojohtaja@example.test".to_owned()),
        office: "Virka hallintojohtaja".to_owned(),
        signs_in: Some(slug("hallintojohtaja")),
        ..official(Role::DecisionMaker)
    });
    all
}

pub(crate) fn official(role: Role) -> Official {
    let number = Role::ALL.iter().position(|of| *of == role).expect("a role") as u128;
    Official {
        id: Uuid::from_u128(number + 1).into(),
        version: 1,
        email: Personal::new(format!("{}@example.test", role.code())),
        name: Personal::new(format!("Virkailija {}", role.code())),
        office: format!("Virka {}", role.code()),
        role,
        signs_in: (role == Role::DecisionMaker).then(|| slug("kaupunginjohtaja")),
        disabled: false,
        must_change_password: false,
    }
}

/// The official of a role.
pub(crate) fn actor(role: Role) -> &'static Actor {
    static ACTORS: LazyLock<Vec<Actor>> =
        LazyLock::new(|| Role::ALL.map(official).map(Actor::Official).into());
    let number = Role::ALL.iter().position(|of| *of == role);
    &ACTORS[number.expect("a role")]
}

pub(crate) fn preparer() -> &'static Actor {
    actor(Role::Preparer)
}

pub(crate) fn registrar() -> &'static Actor {
    actor(Role::Registrar)
}

/// The city manager, who signs in `kaupunginjohtaja`.
pub(crate) fn manager() -> &'static Actor {
    actor(Role::DecisionMaker)
}

/// The one who signs in `hallintojohtaja`, where the register issues the numbers.
pub(crate) fn director() -> &'static Actor {
    static DIRECTOR: LazyLock<Actor> = LazyLock::new(|| {
        let mut all = officials();
        Actor::Official(all.pop().expect("the last official"))
    });
    &DIRECTOR
}
