//! Kaupunginhallitus 19.12.2023: KUHA 2, HUDA, KIKKA and White Fox. The amounts of 2024 do not
//! sum to the stated total, and the register shows the gap.

use time::macros::date;

use super::{FUNDING_CLASS, REGISTRY};
use crate::demo::facts::{
    ExampleCase, ExampleCommitment, ExampleDecision, ExampleProject, ExampleRecord,
};

const LINE: &str = "2911040208";

const fn named(name: &'static str) -> ExampleProject {
    ExampleProject {
        name,
        summary: "Hanke mainitaan kaupunginhallituksen päätöksessä 19.12.2023. Muita tietoja ei \
                  ole kirjattu.",
        beneficiary: "",
        first_month: "",
        last_month: "",
        programme_number: "",
        programme_date: "",
        plan: None,
    }
}

pub(super) static CASE: ExampleCase = ExampleCase {
    happened_by: date!(2023 - 12 - 19),
    number: "",
    public_title: "KUHA 2-, HUDA-, KIKKA- ja White Fox -hankkeiden rahoitus",
    internal_title: "KUHA 2, HUDA, KIKKA ja White Fox: rahoitus taseen varauksesta; vuoden 2024 summat eivät täsmää",
    class: FUNDING_CLASS,
    documents: &[],
    projects: &[
        named("KUHA 2"),
        named("HUDA"),
        named("KIKKA"),
        named("White Fox"),
    ],
    decision: ExampleDecision {
        funds_project: false,
        title: "KUHA 2-, HUDA-, KIKKA- ja White Fox -hankkeiden kuntarahoitus",
        series: "kaupunginhallitus",
        resolution: "Kaupunki osallistuu hankkeiden rahoitukseen vuonna 2023 yhteensä 170 500 \
                     eurolla ja lisäksi 2 330 eurolla. Vuonna 2024 kaupunki varautuu 119 800 \
                     euroon. KIKKA-hankkeeseen on merkitty 48 000 euroa.",
        background: "Menot kirjataan talousarviokohtaan 2911040208, ja ne katetaan taseen \
                     elinkeinopoliittisesta varauksesta.\n\n\
                     # Rekisterin huomautus\n\n\
                     - Vuoden 2023 erät ovat yhteensä ilmoitetut 170 500 euroa; 2 330 euroa on \
                     mainittu niiden vieressä.\n\
                     - Vuoden 2024 erät ovat yhteensä 109 800 euroa, mutta päätös ilmoittaa \
                     119 800 euroa. Erotus on 10 000 euroa, eikä lähde kerro, kumpi luku on \
                     oikea.\n\
                     - KIKKA-hankkeen 48 000 eurolle ei ole ilmoitettu vuotta.\n\
                     - Kirjaus on kesken: asiatunnus, pykälä ja toimivallan peruste eivät ole \
                     tiedossa.",
        authority: "",
        applied_provisions: "",
        commitments: &[
            ExampleCommitment {
                year: "2023",
                amount: "170 500",
                strength: "granted",
                budget_line: LINE,
                condition: "",
            },
            ExampleCommitment {
                year: "2023",
                amount: "2 330",
                strength: "",
                budget_line: "",
                condition: "",
            },
            ExampleCommitment {
                year: "2024",
                amount: "109 800",
                strength: "provided_for",
                budget_line: LINE,
                condition: "",
            },
            ExampleCommitment {
                year: "",
                amount: "48 000",
                strength: "",
                budget_line: "",
                condition: "",
            },
        ],
        contact_office: REGISTRY,
        distribution: "",
        parties: &[],
        recorded: ExampleRecord::Unfinished,
    },
};
