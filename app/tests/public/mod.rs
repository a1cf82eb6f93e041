//! Facts of public pages, beside those that officials' pages show too.

#![expect(
    clippy::unwrap_used,
    reason = "facts of tests: a wrong one must stop them"
)]

pub(crate) mod money;
mod search;

use calendar::Remedy;
use domain::Lang;
use domain::appeal_right::AppealRight;
use domain::attachment::MediaType;
use domain::decision::{ChangeEffect, Commitment, CommitmentStrength, InForce};
use domain::funding::{Amounts, FundingCategory, Total};
use domain::instruction::InstructionVersion;
use domain::money::Money;
use domain::period::PeriodDates;
use domain::project::phase::Phase;
use domain::project::place::Place;
use domain::project::{CityRole, ProgrammeDecision};
use domain::text::Text;
use domain::view::decision_list::{Beside, Choices, DecisionFilter, DecisionList};
use domain::view::public::{
    AttachmentLine, AttachmentShown, CasePage, Decided, DecisionPage, PlanLine, PlanView,
    ProjectLink, ProjectPage, PublicChange, PublicCorrection, PublicSince, PublicStage,
};
use domain::view::public_project::PublicProject;
use time::PrimitiveDateTime;
use time::macros::date;

use crate::common::{euros, mining_plan, period, project_row, rows, section, slug};

pub(crate) fn mining_decision(now: PrimitiveDateTime) -> DecisionPage {
    let markup = |text: &str| Text::from_markup(text).unwrap();
    DecisionPage {
        section: section("kaupunginjohtaja", 2023, 5),
        case_number: "KAJDno-2023-912".parse().unwrap(),
        case_title: "Kaivoskumppani-hankkeen rahoitus".into(),
        project: Some(ProjectLink {
            slug: slug("kaivoskumppani"),
            name: "Kaivoskumppani".into(),
        }),
        lang: Lang::Fi,
        title:
            "Kaivoskumppani: kaivosteollisuuden paikallisten alihankkijaverkostojen vahvistaminen"
                .into(),
        decision_maker: "Kaupunginjohtaja".into(),
        decided: Decided::NoLaterThan(date!(2023 - 08 - 09)),
        recorded: true,
        public_since: PublicSince::Day(date!(2023 - 08 - 18)),
        resolution: markup(
            "Kaupunki osallistuu Kaivoskumppani-hankkeen rahoitukseen 2 500 eurolla tilikaudella 2023 ja 2 500 eurolla tilikaudella 2024.",
        ),
        background: markup(
            "Hanke kestää kaksi vuotta, lokakuusta 2022 syyskuuhun 2024. Sen tavoitteena on, että kainuulaiset yritykset pääsevät kaivosten alihankkijoiksi.\n\n# Tavoitteet\n\nHankkeessa\n\n- autetaan yrityksiä toimittajarekistereihin\n- järjestetään yritys- ja kaivosvierailuja\n- kootaan pienten yritysten yhteisiä tarjouksia.\n\nYhteyshenkilönä toimii {…}. Hankkeen englanninkielinen nimi on {en|Mining Partner}.\n\n## Rahoitus\n\n| Rahoittaja | Osuus |\n| EAKR | 80 % |\n| muut | 20 % |",
        ),
        authority: "Hallintosääntö 17 §".into(),
        applied_provisions: String::new(),
        commitments: vec![
            commitment(2023, euros(2_500), CommitmentStrength::Granted),
            commitment(2024, euros(2_500), CommitmentStrength::Granted),
        ],
        plan: Some(mining_plan()),
        remedy: AppealRight::By(Remedy::Rectification),
        instructions: InstructionVersion::CURRENT,
        claims_to: None,
        stage: Some(PublicStage::at(
            now,
            Some(&PeriodDates::from(&period(date!(2023 - 08 - 18), now).0)),
            None,
        )),
        member_period: Some(period(date!(2023 - 08 - 18), now)),
        contact_office: "Kaupunginjohtaja".into(),
        deputy_office: Some("Hallintojohtaja".into()),
        corrections: vec![PublicCorrection {
            on: date!(2023 - 08 - 21),
            reason: "Hankkeen nimi oli kirjoitettu väärin.".into(),
            title: Some("Kaivoskumpani".into()),
            resolution: Some(markup(
                "Kaupunki osallistuu Kaivoskumpani-hankkeen rahoitukseen.",
            )),
            background: None,
            lines: vec!["Hallintosääntö 71 §".into()],
        }],
        in_force: InForce::Amended,
        changed_by: vec![PublicChange {
            section: section("kaupunginjohtaja", 2024, 2),
            title: "Rahoituspäätöksen muuttaminen".into(),
            effect: ChangeEffect::Amends,
        }],
        changes: Vec::new(),
        attachments: vec![
            AttachmentLine {
                number: 1,
                shown: AttachmentShown::Open {
                    title: "Rahoitussuunnitelma".into(),
                    media_type: MediaType::Pdf,
                    size: 120_000,
                },
            },
            AttachmentLine {
                number: 2,
                shown: AttachmentShown::Personal,
            },
        ],
    }
}

/// The plan of Kainuu Wind: every total known.
pub(crate) fn wind_plan() -> PlanView {
    let line = |funders: &[&str], others, category, amount, of_which| PlanLine {
        funders: funders.iter().map(|name| (*name).to_owned()).collect(),
        others,
        category,
        share: None,
        amounts: Amounts {
            total: Some(euros(amount)),
            years: Vec::new(),
        },
        of_which,
    };
    let city = Amounts {
        total: Some(euros(15_684)),
        years: vec![(2022, euros(8_598)), (2023, euros(7_086))],
    };
    PlanView {
        version: 1,
        on: date!(2023 - 08 - 18),
        total_cost: Some(euros(155_222)),
        total: Total::Known(euros(155_222)),
        years: vec![2022, 2023],
        lines: vec![
            line(
                &["Kainuun liitto (EAKR ja valtio)"],
                false,
                FundingCategory::EuAndState,
                108_655,
                Vec::new(),
            ),
            line(
                &["Kajaanin Ammattikorkeakoulu Oy"],
                false,
                FundingCategory::OwnContribution,
                16_219,
                Vec::new(),
            ),
            line(
                &["Kainuun kunnat"],
                false,
                FundingCategory::MunicipalShare,
                30_348,
                vec![(
                    Some("Kajaanin kaupunki".into()),
                    FundingCategory::MunicipalShare,
                    city,
                )],
            ),
        ],
        costs: None,
        gap: None,
        support: None,
    }
}

pub(crate) fn commitment(year: u16, amount: Money, strength: CommitmentStrength) -> Commitment {
    Commitment {
        year: Some(year),
        amount,
        strength,
        budget_line: None,
        condition: None,
    }
}

pub(crate) fn list(now: PrimitiveDateTime) -> DecisionList {
    DecisionList {
        filter: DecisionFilter {
            series: Some(slug("kaupunginjohtaja")),
            page: 2,
            ..DecisionFilter::default()
        },
        total: 78,
        is_more: false,
        pages: 4,
        rows: rows(now),
        found: Vec::new(),
        choices: Choices {
            series: vec![
                (slug("kaupunginjohtaja"), "Kaupunginjohtaja".into(), None),
                (slug("kaupunginhallitus"), "Kaupunginhallitus".into(), None),
            ],
            years: vec![(2024, None), (2023, None), (2022, None), (2020, None)],
            ..Choices::default()
        },
        beside: Beside::default(),
    }
}

fn project_facts() -> PublicProject {
    PublicProject {
        summary: "Kainuulaiset yritykset kaivosten alihankkijoiksi.\n\nKaksivuotinen hanke.".into(),
        city_role: Some(CityRole::CoFunder),
        business_id: Some("0214958-9".into()),
        joint_beneficiaries: vec!["Toinen korkeakoulu".into()],
        partners: vec!["Sotkamon kunta".into()],
        funding_authority: Some("Kainuun liitto".into()),
        programme: "Uudistuva ja osaava Suomi 2021–2027".into(),
        specific_objective: "1.3".into(),
        project_code: "A80001".into(),
        programme_decision: Some(ProgrammeDecision {
            number: "EURA 2021/401229/09 02 01 01/2022/Kainuu".into(),
            on: Some(date!(2023 - 04 - 17)),
        }),
        place: Place {
            municipality: "Kajaani".into(),
            point: None,
        },
        phase: Some((Phase::Running, date!(2022 - 10 - 01))),
        began: Some(date!(2022 - 10 - 01)),
        ended: None,
    }
}

pub(crate) fn project(now: PrimitiveDateTime) -> ProjectPage {
    let line = commitment(2023, euros(2_500), CommitmentStrength::Granted);
    ProjectPage {
        id: "00000000-0000-0000-0000-000000000001".parse().unwrap(),
        row: project_row(),
        facts: project_facts(),
        case_number: Some("KAJDno-2023-912".parse().unwrap()),
        plan: Some(wind_plan()),
        funders: Vec::new(),
        commitments: vec![(section("kaupunginjohtaja", 2023, 5), line)],
        decisions: rows(now),
    }
}

pub(crate) fn case(now: PrimitiveDateTime) -> CasePage {
    CasePage {
        number: "KAJDno-2023-912".parse().unwrap(),
        title: "Kaivoskumppani-hankkeen rahoitus".into(),
        projects: vec![project_row()],
        decisions: rows(now),
    }
}
