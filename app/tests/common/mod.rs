//! Facts that public and officials' pages show alike.

#![expect(
    clippy::unwrap_used,
    reason = "facts of tests: a wrong one must stop them"
)]

use app::shell::{Assets, Shell, SignedIn};
use calendar::{AppealPeriod, Means, Offices, Remedy};
use domain::Lang;
use domain::city::{City, LocalName};
use domain::decision::InForce;
use domain::funding::{Amounts, FundingCategory, Total};
use domain::money::{Money, Share};
use domain::period::{PeriodDates, Phase};
use domain::project::{Month, ProjectPeriod};
use domain::role::Role;
use domain::section::Section;
use domain::slug::Slug;
use domain::view::public::{
    Decided, DecisionRow, Frame, FrontPage, PeriodRow, PlanLine, PlanView, ProjectRow, PublicSince,
    PublicStage,
};
use time::macros::{date, datetime};
use time::{Date, PrimitiveDateTime};

pub(crate) const NOW: PrimitiveDateTime = datetime!(2023-08-21 09:00);

pub(crate) fn shell(lang: Lang, path: &str, now: PrimitiveDateTime) -> Shell {
    Shell {
        frame: Frame {
            city: City {
                business_id: None,
                authority_id: "205".to_owned(),
                name: LocalName {
                    fi: "Kajaanin kaupunki".into(),
                    sv: "Kajana stad".into(),
                    en: "City of Kajaani".into(),
                },
                registry: LocalName {
                    fi: "Kajaanin kaupungin kirjaamo".into(),
                    sv: "Kajana stads registratorskontor".into(),
                    en: "Registry of the City of Kajaani".into(),
                },
                remedy_body: LocalName {
                    fi: "Kajaanin kaupunginhallitus".into(),
                    sv: "Kajana stadsstyrelse".into(),
                    en: "the city board of Kajaani".into(),
                },
                court: None,
                postal_address: "PL 133, 87101 Kajaani".into(),
                visiting_address: "Pohjolankatu 13, 87100 Kajaani".into(),
                email: "kajaani@kajaani.fi".into(),
                phone: "08 61551".into(),
                case_prefix: "KAJDno".into(),
            },
            now,
            clock_is_set: true,
            public_url: "http://127.0.0.1:3000".into(),
        },
        mail: true,
        lang,
        path: path.into(),
        assets: Assets {
            style: "/assets/main.css".into(),
            icon: "/assets/favicon.svg".into(),
            fonts: vec!["/assets/fonts/source-sans-3-latin-400.woff2".into()],
            islands: Some("/assets/islands.js".into()),
        },
        official: Some(SignedIn {
            name: "Esimerkki Virkailija".into(),
            office: "Kirjaaja".into(),
            role: Role::Registrar,
        }),
    }
}

pub(crate) fn section(series: &str, year: u16, number: u32) -> Section {
    Section {
        series: slug(series),
        year,
        number,
    }
}

pub(crate) fn slug(slug: &str) -> Slug {
    slug.to_owned().try_into().unwrap()
}

pub(crate) fn euros(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

pub(crate) fn period(published: Date, now: PrimitiveDateTime) -> (AppealPeriod, Phase) {
    let offices = Offices::kajaani();
    let (remedy, means) = (Remedy::Rectification, Means::PublishedMinutes);
    let period = AppealPeriod::compute(remedy, means, published, &offices).unwrap();
    (period, PeriodDates::from(&period).phase(now))
}

/// The plan of Kaivoskumppani: shares known, the total cost and most amounts not.
pub(crate) fn mining_plan() -> PlanView {
    let unknown = Amounts::default();
    let city = Amounts {
        total: Some(euros(5_000)),
        years: vec![(2023, euros(2_500)), (2024, euros(2_500))],
    };
    PlanView {
        version: 1,
        on: date!(2023 - 08 - 18),
        total_cost: None,
        total: Total::Unknown,
        years: vec![2023, 2024],
        lines: vec![
            PlanLine {
                funders: vec!["Kainuun liitto (EAKR)".into()],
                others: false,
                category: FundingCategory::EuAndState,
                share: Some(Share::try_from(8_000).unwrap()),
                amounts: unknown.clone(),
                of_which: Vec::new(),
            },
            PlanLine {
                funders: vec![
                    "Kajaanin Ammattikorkeakoulu Oy".into(),
                    "Sotkamon kunta".into(),
                    "Kajaanin kaupunki".into(),
                ],
                others: true,
                category: FundingCategory::Several,
                share: Some(Share::try_from(2_000).unwrap()),
                amounts: unknown,
                of_which: vec![(
                    Some("Kajaanin kaupunki".into()),
                    FundingCategory::MunicipalShare,
                    city,
                )],
            },
        ],
        costs: None,
        gap: None,
        support: None,
    }
}

pub(crate) fn row(
    number: u32,
    title: &str,
    published: Date,
    now: PrimitiveDateTime,
) -> DecisionRow {
    let (period, phase) = period(published, now);
    DecisionRow {
        section: section("kaupunginjohtaja", 2023, number),
        title: title.into(),
        lang: Lang::Fi,
        decision_maker: "Kaupunginjohtaja".into(),
        decided: Decided::Unknown,
        public_since: PublicSince::Day(published),
        committed: Some(euros(5_000)),
        stage: PublicStage::Running {
            remedy: Remedy::Rectification,
        },
        in_force: InForce::Whole,
        period: Some(PeriodRow {
            last_day: period.last_day,
            phase,
        }),
    }
}

pub(crate) fn rows(now: PrimitiveDateTime) -> Vec<DecisionRow> {
    let mut rows = vec![
        row(
            5,
            "Kaivoskumppani: kaivosteollisuuden paikallisten alihankkijaverkostojen vahvistaminen",
            date!(2023 - 08 - 18),
            now,
        ),
        row(
            4,
            "Kuntien yhteinen tuulivoimahanke Kainuu Wind",
            date!(2022 - 08 - 18),
            now,
        ),
    ];
    rows.push(DecisionRow {
        committed: None,
        in_force: InForce::Repealed,
        period: None,
        ..row(3, "Käyttösuunnitelman muutos", date!(2020 - 09 - 24), now)
    });
    rows
}

pub(crate) fn project_row() -> ProjectRow {
    let month = |year, month| Month { year, month };
    ProjectRow {
        slug: slug("kaivoskumppani"),
        name: "Kaivoskumppani".into(),
        beneficiary: Some("Kajaanin Ammattikorkeakoulu Oy".into()),
        period: ProjectPeriod::new(month(2022, 10), month(2024, 9)).ok(),
        committed: Some(euros(5_000)),
    }
}

pub(crate) fn front(now: PrimitiveDateTime) -> FrontPage {
    FrontPage {
        running: rows(now).into_iter().take(1).collect(),
        newest: rows(now),
        projects: vec![project_row()],
    }
}
