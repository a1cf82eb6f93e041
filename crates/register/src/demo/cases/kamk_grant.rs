//! Kaupunginhallitus 28.3.2023: grants to the university of applied sciences. Case number,
//! section and years are not in the source.

use time::macros::date;

use super::{FUNDING_CLASS, REGISTRY};
use crate::demo::facts::{ExampleCase, ExampleCommitment, ExampleDecision, ExampleRecord};

pub(super) static CASE: ExampleCase = ExampleCase {
    happened_by: date!(2023 - 03 - 28),
    number: "",
    public_title: "Kajaanin ammattikorkeakoulun toiminta-avustus",
    internal_title: "Ammattikorkeakoulun toiminta-avustus; voi olla omarahoitusta EU-hankkeissa",
    class: FUNDING_CLASS,
    documents: &[],
    projects: &[],
    decision: ExampleDecision {
        funds_project: false,
        title: "Toiminta-avustus Kajaanin ammattikorkeakoulu Oy:lle",
        series: "kaupunginhallitus",
        resolution: "Kaupunki antaa Kajaanin ammattikorkeakoulu Oy:lle toiminta-avustusta \
                     100 000 euroa ja 150 000 euroa.",
        background: "Kaupunginhallitus käsitteli avustusta 28.3.2023. Ammattikorkeakoulu voi käyttää \
                     sitä omarahoituksena EU-hankkeissa; samaa rahaa ei saa laskea kahteen kertaan \
                     kaupungin rahoitukseksi.\n\n\
                     # Rekisterin huomautus\n\n\
                     Kirjaus on kesken. Lähde ei kerro asiatunnusta, pykälää, tilikausia eikä \
                     toimivallan perustetta.",
        authority: "",
        applied_provisions: "",
        commitments: &[
            ExampleCommitment {
                year: "",
                amount: "100 000",
                strength: "granted",
                budget_line: "",
                condition: "",
            },
            ExampleCommitment {
                year: "",
                amount: "150 000",
                strength: "granted",
                budget_line: "2911040212",
                condition: "",
            },
        ],
        contact_office: REGISTRY,
        distribution: "",
        parties: &[("Kajaanin ammattikorkeakoulu Oy", "")],
        recorded: ExampleRecord::Unfinished,
    },
};
