//! What the cases are about: a small city, its officials, a case and a project.

use calendar::{Offices, Remedy};
use domain::appeal_right::AppealRight;
use domain::case::Case;
use domain::decision::{
    Commitment, CommitmentStrength, Contact, Decision, DecisionContent, DecisionDraft,
    DecisionKind, MadeElsewhere, Seal, Sealed, Signature,
};
use domain::funding::{Amounts, Funder, FundingCategory, FundingLine, FundingPlan};
use domain::id::{CaseId, DecisionId, ProjectId, UserId};
use domain::instruction::InstructionVersion;
use domain::official::Official;
use domain::organisation::{DatedName, Organisation, OrganisationKind};
use domain::project::contact::ProjectContact;
use domain::project::history::VersionSaved;
use domain::project::phase::{Phase, PhaseStep};
use domain::project::place::{Place, Point};
use domain::project::{CityRole, Project, ProjectFacts, ProjectPeriod};
use domain::publication::PublicationRule;
use domain::publicity::{Personal, Public};
use domain::role::Role;
use domain::section::{DecisionMakerKind, Numbering, Section, SectionSeries};
use domain::service::ServiceMeans;
use domain::slug::Slug;
use domain::text::Text;
use domain::{Lang, Money};
use store::{NewDecision, Saved, Store, Tx};
use time::macros::{date, datetime};
use time::{Date, Duration, OffsetDateTime, PrimitiveDateTime};
use uuid::Uuid;

/// Identities of the world; what a case adds itself is numbered from 100.
/// The moment at which lists are asked for.
pub(crate) const NOW: PrimitiveDateTime = datetime!(2023-08-21 09:00);
pub(crate) const PREPARER: u128 = 1;
pub(crate) const DECISION_MAKER: u128 = 2;
pub(crate) const CITY: u128 = 3;
pub(crate) const GRANTEE: u128 = 4;
pub(crate) const CASE: u128 = 5;
pub(crate) const PROJECT: u128 = 6;

pub(crate) fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

/// So many seconds after the morning of 21.8.2023.
pub(crate) fn at(seconds: i64) -> OffsetDateTime {
    datetime!(2023-08-21 06:00:00 UTC) + Duration::seconds(seconds)
}

pub(crate) fn slug(text: &str) -> Slug {
    text.to_owned().try_into().unwrap()
}

pub(crate) fn official(number: u128, role: Role) -> Official {
    Official {
        id: id(number),
        version: 1,
        email: Personal::new(format!("official{number}@example.test")),
        name: Personal::new(format!("Virkailija Numero {number}")),
        office: "Suunnittelija".to_owned(),
        role,
        signs_in: (role == Role::DecisionMaker).then(|| slug("kaupunginjohtaja")),
        disabled: false,
        must_change_password: false,
    }
}

pub(crate) fn organisation(number: u128, name: &str) -> Organisation {
    let names = vec![DatedName {
        since: None,
        name: name.to_owned(),
    }];
    Organisation::new(id(number), OrganisationKind::Private, None, names).unwrap()
}

pub(crate) fn series(text: &str, kind: DecisionMakerKind) -> SectionSeries {
    SectionSeries {
        slug: slug(text),
        decision_maker: text.to_owned(),
        kind,
        numbering: Numbering::External,
        claims_to: None,
        publication_rule: PublicationRule::default(),
    }
}

pub(crate) fn case(number: u128, text: &str) -> Case {
    Case {
        id: id(number),
        version: 1,
        number: Some(text.parse().unwrap()),
        public_title: format!("Asia {text}"),
    }
}

pub(crate) fn project(number: u128, name: &str) -> Project {
    Project {
        id: id(number),
        version: 1,
        slug: slug(name),
        facts: ProjectFacts {
            case: id(CASE),
            name: name.to_owned(),
            summary: "Mitä hankkeessa tehdään.".to_owned(),
            city_role: Some(CityRole::CoFunder),
            beneficiary: Some(id(GRANTEE)),
            joint_beneficiaries: vec![id(CITY)],
            partners: Vec::new(),
            period: Some(
                ProjectPeriod::new("10/2022".parse().unwrap(), "9/2024".parse().unwrap()).unwrap(),
            ),
            funding_authority: None,
            programme: "Ohjelma".to_owned(),
            specific_objective: String::new(),
            project_code: "A80001".to_owned(),
            programme_decision: None,
            place: Place {
                municipality: "Kajaani".to_owned(),
                point: Some(Point {
                    latitude: "64,227".parse().unwrap(),
                    longitude: "27,728".parse().unwrap(),
                }),
            },
        },
        steps: vec![PhaseStep {
            phase: Phase::Running,
            on: date!(2022 - 10 - 01),
            remark: "Aloituskokous".to_owned(),
        }]
        .try_into()
        .unwrap(),
        contacts: vec![ProjectContact {
            office: "Projektipäällikkö".to_owned(),
            person: Personal::new("Nimi".to_owned()),
            email: Personal::new("nimi@kunta.example".to_owned()),
            phone: Personal::new(String::new()),
        }],
    }
}

/// A version of a project is saved, so many seconds after the morning.
pub(crate) fn saved(seconds: i64) -> VersionSaved {
    VersionSaved {
        at: at(seconds),
        by: Some(id(PREPARER)),
        office: Some("Suunnittelija".to_owned()),
        reason: String::new(),
    }
}

/// Fills an empty database with the world.
pub(crate) async fn settle(store: &Store) {
    let mut tx = store.write().await.unwrap();
    let officer = series("kaupunginjohtaja", DecisionMakerKind::Officer);
    let body = series("kaupunginhallitus", DecisionMakerKind::Body);
    tx.add_series(&officer).await.unwrap();
    tx.add_series(&body).await.unwrap();
    let preparer = official(PREPARER, Role::Preparer);
    let maker = official(DECISION_MAKER, Role::DecisionMaker);
    tx.add_account(&preparer, "hash", at(0)).await.unwrap();
    tx.add_account(&maker, "hash", at(0)).await.unwrap();
    for (number, name) in [(CITY, "Kaupunki"), (GRANTEE, "Korkeakoulu Oy")] {
        let organisation = organisation(number, name);
        tx.add_organisation(&organisation).await.unwrap();
    }
    tx.add_case(&case(CASE, "KAJDno-2023-912"), at(0))
        .await
        .unwrap();
    tx.add_project(&project(PROJECT, "kaivoskumppani"), &saved(0))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

pub(crate) fn plan() -> FundingPlan {
    let line = FundingLine {
        funders: vec![Funder::Organisation(id(CITY)), Funder::Others],
        category: FundingCategory::Several,
        share: "20".parse().ok(),
        amounts: Amounts {
            total: None,
            years: vec![(2023, Money::from_cents(250_000))],
        },
        of_which: Vec::new(),
    };
    FundingPlan::new(None, vec![line]).unwrap()
}

pub(crate) fn granted(year: u16, cents: i64) -> Commitment {
    Commitment {
        year: Some(year),
        amount: Money::from_cents(cents),
        strength: CommitmentStrength::Granted,
        budget_line: Some("2911040005".to_owned()),
        condition: None,
    }
}

pub(crate) fn draft(title: &str) -> DecisionDraft {
    DecisionDraft {
        title: title.to_owned(),
        lang: "fi".to_owned(),
        series: "kaupunginjohtaja".to_owned(),
        unrecognised: "Mitä tuonti ei tunnistanut.".to_owned(),
        ..DecisionDraft::default()
    }
}

pub(crate) fn content(title: &str, commitments: Vec<Commitment>) -> DecisionContent {
    let text = |markup| Text::from_markup(markup).unwrap();
    DecisionContent {
        case_number: Public("KAJDno-2023-912".parse().unwrap()),
        project: Public(Some(id(PROJECT))),
        lang: Lang::Fi,
        kind: Public(DecisionKind::Participation),
        title: Public(title.to_owned()),
        decision_maker: Public("Kaupunginjohtaja".to_owned()),
        resolution: text("Päätän osallistua hankkeen rahoitukseen."),
        background: text("# Tausta\n\nHanke jatkuu, ääkkösineen: åäö €."),
        authority: Public("Hallintosääntö 17 §".to_owned()),
        applied_provisions: Public(String::new()),
        commitments: Public(commitments),
        contact: Contact {
            office: Public("Kaupunginjohtaja".to_owned()),
            person: Personal::new("Virkailija Numero 2".to_owned()),
        },
        distribution: Personal::new(vec!["Hankkeen johtaja".to_owned()]),
        parties: Personal::new(vec![(id(GRANTEE), ServiceMeans::Letter)]),
        changes: Public(Vec::new()),
        remedy: Public(AppealRight::By(Remedy::Rectification)),
        instructions: Public(InstructionVersion::CURRENT),
        attachments: Vec::new(),
    }
}

pub(crate) fn section(number: u32) -> Section {
    Section {
        series: slug("kaupunginjohtaja"),
        year: 2023,
        number,
    }
}

pub(crate) fn sealed(section: Section, content: DecisionContent, signature: Signature) -> Sealed {
    Sealed {
        seal: Seal::new(&content, [7; 32]).unwrap(),
        section,
        content,
        corrections: 0,
        signature,
    }
}

pub(crate) fn signed_here() -> Signature {
    Signature::Here {
        at: at(60),
        by: id(DECISION_MAKER),
        name: Personal::new("Virkailija Numero 2".to_owned()),
        office: "Kaupunginjohtaja".to_owned(),
        deputy_ground: None,
    }
}

pub(crate) fn made_elsewhere() -> Signature {
    Signature::Elsewhere(MadeElsewhere {
        decided_on: None,
        no_later_than: Some(time::macros::date!(2023 - 08 - 09)),
        source: "Ote".to_owned(),
    })
}

/// Adds a draft of the world's case and project.
pub(crate) async fn add_draft(tx: &mut Tx, number: u128, title: &str) -> Decision {
    let draft = draft(title);
    let new = NewDecision {
        id: id::<DecisionId>(number),
        case: id::<CaseId>(CASE),
        project: Some(id::<ProjectId>(PROJECT)),
        preparer: id::<UserId>(PREPARER),
        draft: &draft,
    };
    tx.add_decision(&new, at(1)).await.unwrap();
    tx.decision(id(number)).await.unwrap().unwrap()
}

/// Saves a decision and loads what was saved.
pub(crate) async fn save(tx: &mut Tx, decision: Decision) -> Decision {
    let saved = tx.save_decision(&decision, at(2)).await.unwrap();
    let version = decision.version + 1;
    assert_eq!(saved, Saved::Saved { version });
    let loaded = tx.decision(decision.id).await.unwrap().unwrap();
    assert_eq!(
        loaded,
        Decision {
            version,
            ..decision
        }
    );
    loaded
}

/// Adds a decision and brings it to its frozen state.
pub(crate) async fn add_signed(tx: &mut Tx, number: u128, sealed: Sealed) -> Decision {
    let drafted = add_draft(tx, number, "Luonnos").await;
    match sealed.signature {
        Signature::Here { .. } => {
            let sent = save(tx, drafted.send().unwrap()).await;
            save(tx, sent.sign(sealed).unwrap()).await
        }
        Signature::Elsewhere(_) => save(tx, drafted.record_elsewhere(sealed).unwrap()).await,
    }
}

/// Publishes a frozen decision from a day on.
pub(crate) async fn publish(tx: &mut Tx, decision: Decision, on: Date) -> Decision {
    let number = tx.next_publication_number().await.unwrap();
    let published = decision
        .publish(number, Some(on), &Offices::kajaani())
        .unwrap();
    save(tx, published).await
}

/// A decision of the world that is published: `§ number` of 2023.
pub(crate) async fn add_published(
    tx: &mut Tx,
    number: u32,
    on: Date,
    commitments: Vec<Commitment>,
) -> Decision {
    let content = content(&format!("Päätös {number}"), commitments);
    let sealed = sealed(section(number), content, signed_here());
    let signed = add_signed(tx, 1_000 + u128::from(number), sealed).await;
    publish(tx, signed, on).await
}
