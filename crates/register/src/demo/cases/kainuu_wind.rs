//! KAJDno-2022-849, kaupunginhallitus 16.8.2022 § 155.

use time::macros::date;

use super::{AUTHORITY_UNKNOWN, FUNDING_CLASS, REGISTRY, SOURCE, entered_here};
use crate::demo::facts::{
    ExampleCase, ExampleCommitment, ExampleDecision, ExampleDocument, ExamplePlan, ExampleProject,
    ExampleRecord, ExampleRow, PublishedOn,
};

pub(super) static CASE: ExampleCase = ExampleCase {
    happened_by: date!(2022 - 08 - 16),
    number: "KAJDno-2022-849",
    public_title: "Kainuu Wind -hankkeen kuntarahoitus",
    internal_title: "Kainuu Wind: kaupungin osuus kuntien rahoituksesta, vuodet 2022 ja 2023",
    class: FUNDING_CLASS,
    documents: &[ExampleDocument {
        title: "Kaupunginhallituksen päätös § 155",
        phase: "decision",
        author: "Kaupunginhallitus",
        made_on: "16.8.2022",
    }],
    projects: &[ExampleProject {
        name: "Kainuu Wind",
        summary: "Hanke, jota rahoittavat Euroopan aluekehitysrahasto ja valtio, Kajaanin \
                  ammattikorkeakoulu ja alueen kunnat.",
        beneficiary: "",
        first_month: "",
        last_month: "",
        programme_number: "",
        programme_date: "",
        plan: Some(ExamplePlan {
            reason: "Rahoitus kaupunginhallituksen päätöksen 16.8.2022 mukaan",
            total_cost: "155 222",
            years: &[2022, 2023],
            rows: &[
                ExampleRow {
                    funders: "*",
                    category: "eu_and_state",
                    share: "70",
                    total: "108 655",
                    amounts: &["", ""],
                    part: false,
                },
                ExampleRow {
                    funders: "Kajaanin ammattikorkeakoulu Oy",
                    category: "own_contribution",
                    share: "10,45",
                    total: "16 219",
                    amounts: &["", ""],
                    part: false,
                },
                ExampleRow {
                    funders: "Kajaanin kaupunki; *",
                    category: "municipal_share",
                    share: "19,55",
                    total: "30 348",
                    amounts: &["", ""],
                    part: false,
                },
                ExampleRow {
                    funders: "Kajaanin kaupunki",
                    category: "municipal_share",
                    share: "",
                    total: "15 684",
                    amounts: &["8 598", "7 086"],
                    part: true,
                },
            ],
        }),
    }],
    decision: ExampleDecision {
        funds_project: true,
        title: "Osallistuminen Kainuu Wind -hankkeen rahoitukseen",
        series: "kaupunginhallitus",
        resolution: "Kaupunki osallistuu hankkeen kuntarahoitukseen yhteensä 15 684 eurolla, josta \
                     8 598 euroa on vuodelle 2022 ja 7 086 euroa vuodelle 2023.",
        background: concat!(
            "Hankkeen kokonaiskustannus on 155 222 euroa. Siitä aluekehitysrahaston ja valtion \
             osuus on 70 prosenttia, Kajaanin ammattikorkeakoulun 10,45 prosenttia ja kuntien \
             19,55 prosenttia.",
            entered_here!()
        ),
        authority: AUTHORITY_UNKNOWN,
        applied_provisions: "",
        commitments: &[
            ExampleCommitment {
                year: "2022",
                amount: "8 598",
                strength: "granted",
                budget_line: "",
                condition: "",
            },
            ExampleCommitment {
                year: "2023",
                amount: "7 086",
                strength: "granted",
                budget_line: "",
                condition: "",
            },
        ],
        contact_office: REGISTRY,
        distribution: "",
        parties: &[],
        recorded: ExampleRecord::Published {
            section: "155/2022",
            decided_on: "16.8.2022",
            no_later_than: "",
            source: SOURCE,
            published: PublishedOn::UnknownDay,
        },
    },
};
