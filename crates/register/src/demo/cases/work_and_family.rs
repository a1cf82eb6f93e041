//! Kaupunginhallitus 27.8.2024: Työn ja perheen Kainuu. Case number and section are not in the
//! source.

use time::macros::date;

use super::{FUNDING_CLASS, REGISTRY};
use crate::demo::facts::{
    ExampleCase, ExampleCommitment, ExampleDecision, ExampleProject, ExampleRecord,
};

pub(super) static CASE: ExampleCase = ExampleCase {
    happened_by: date!(2024 - 08 - 27),
    number: "",
    public_title: "Työn ja perheen Kainuu -hankkeen kuntarahoitus",
    internal_title: "Työn ja perheen Kainuu: ammattikorkeakoulun osuus, vuosi 2024",
    class: FUNDING_CLASS,
    documents: &[],
    projects: &[ExampleProject {
        name: "Työn ja perheen Kainuu",
        summary: "Hanke mainitaan kaupunginhallituksen päätöksessä 27.8.2024. Muita tietoja ei ole \
                  kirjattu.",
        beneficiary: "",
        first_month: "",
        last_month: "",
        programme_number: "",
        programme_date: "",
        plan: None,
    }],
    decision: ExampleDecision {
        funds_project: true,
        title: "Osallistuminen Työn ja perheen Kainuu -hankkeen rahoitukseen",
        series: "kaupunginhallitus",
        resolution: "Kaupunki osallistuu hankkeen rahoitukseen 11 040 eurolla vuonna 2024. Summa on \
                     merkitty Kajaanin ammattikorkeakoulu Oy:lle.",
        background: "Meno kirjataan talousarviokohtaan 2911040005.\n\n\
                     # Rekisterin huomautus\n\n\
                     Kirjaus on kesken. Lähde ei kerro asiatunnusta, pykälää, toimivallan \
                     perustetta eikä sitä, miten päätös on annettu tiedoksi.",
        authority: "",
        applied_provisions: "",
        commitments: &[ExampleCommitment {
            year: "2024",
            amount: "11 040",
            strength: "",
            budget_line: "2911040005",
            condition: "",
        }],
        contact_office: REGISTRY,
        distribution: "",
        parties: &[("Kajaanin ammattikorkeakoulu Oy", "")],
        recorded: ExampleRecord::Unfinished,
    },
};
