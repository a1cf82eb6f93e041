//! KAJDno-2023-912, kaupunginjohtaja § 5.

use time::macros::date;

use super::FUNDING_CLASS;
use crate::demo::facts::{
    ExampleCase, ExampleCommitment, ExampleDecision, ExampleDocument, ExamplePlan, ExampleProject,
    ExampleRecord, ExampleRow, PublishedOn,
};

pub(super) static CASE: ExampleCase = ExampleCase {
    happened_by: date!(2023 - 08 - 18),
    number: "KAJDno-2023-912",
    public_title: "Kaivoskumppani-hankkeen kuntarahoitus",
    internal_title: "Kaivoskumppani: kaupungin osuus hankkeen rahoituksesta, tilikaudet 2023 ja 2024",
    class: FUNDING_CLASS,
    documents: &[ExampleDocument {
        title: "Päätöksen ote, todistettu oikeaksi",
        phase: "service",
        author: "Kajaanin kaupunki",
        made_on: "9.8.2023",
    }],
    projects: &[ExampleProject {
        name: "Kaivoskumppani",
        summary: "Hanke vahvistaa kaivosten paikallisia alihankkijaverkostoja Kainuussa. Se auttaa \
                  pieniä yrityksiä löytämään kumppaneita, täyttämään kaivosten laatu- ja \
                  turvallisuusvaatimukset ja tarjoamaan palvelujaan yhdessä.",
        beneficiary: "Kajaanin ammattikorkeakoulu Oy",
        first_month: "10/2022",
        last_month: "9/2024",
        programme_number: "EURA 2021/401229/09 02 01 01/2022/Kainuu",
        programme_date: "17.4.2023",
        plan: Some(ExamplePlan {
            reason: "Hankesuunnitelman rahoitus sellaisena kuin kaupungin päätös sen kertoo",
            total_cost: "",
            years: &[2022, 2023, 2024],
            rows: &[
                ExampleRow {
                    funders: "Kainuun liitto",
                    category: "eu_and_state",
                    share: "80",
                    total: "",
                    amounts: &["", "", ""],
                    part: false,
                },
                ExampleRow {
                    funders: "Kajaanin ammattikorkeakoulu Oy; Sotkamon kunta; Kajaanin kaupunki; *",
                    category: "several",
                    share: "20",
                    total: "",
                    amounts: &["", "", ""],
                    part: false,
                },
                ExampleRow {
                    funders: "Kajaanin kaupunki",
                    category: "municipal_share",
                    share: "",
                    total: "5 000",
                    amounts: &["", "2 500", "2 500"],
                    part: true,
                },
            ],
        }),
    }],
    decision: ExampleDecision {
        funds_project: true,
        title: "Osallistuminen Kaivoskumppani-hankkeen rahoitukseen",
        series: "kaupunginjohtaja",
        resolution: "Kaupunki maksaa Kaivoskumppani-hankkeen kuntarahoitusta 2 500 euroa \
                     tilikaudella 2023 ja 2 500 euroa tilikaudella 2024.",
        background: "Kajaanin ammattikorkeakoulu Oy hallinnoi kaksivuotista hanketta, joka kestää \
                     lokakuusta 2022 syyskuuhun 2024. Hankesuunnitelman mukaan 80 prosenttia \
                     rahoituksesta tulee Kainuun liiton kautta Euroopan aluekehitysrahastosta. \
                     Loput 20 prosenttia maksavat ammattikorkeakoulu, Sotkamon kunta, Kajaanin \
                     kaupunki ja muut toimijat.\n\n\
                     Ammattikorkeakoulu pyysi kaupungilta 5 000 euroa kahdelle vuodelle. \
                     Aluekehitysrahaston päätös hankkeesta on tehty 17.4.2023.\n\n\
                     # Mihin hankkeella pyritään\n\n\
                     - Kainuulaiset yritykset pääsevät mukaan kaivosten alihankintaan ja \
                     kunnossapitoon.\n\
                     - Pienet yritykset löytävät kumppaneita ja tekevät tarjouksia yhdessä.\n\
                     - Ammattikorkeakoulu järjestää koulutusta, jota yritykset tarvitsevat.\n\
                     - Isot alihankkijat perustavat toimipaikkoja Kainuuseen.\n\n\
                     Tuloksia seurataan alihankkijoiden työntekijämäärällä, uusilla työpaikoilla, \
                     ostoilla paikallisilta yrityksiltä ja koulutusten määrällä.",
        authority: "Hallintosääntö 17 §",
        applied_provisions: "",
        commitments: &[
            ExampleCommitment {
                year: "2023",
                amount: "2 500",
                strength: "granted",
                budget_line: "",
                condition: "",
            },
            ExampleCommitment {
                year: "2024",
                amount: "2 500",
                strength: "granted",
                budget_line: "",
                condition: "",
            },
        ],
        contact_office: "Kaupunginjohtaja",
        distribution: "Kaksi henkilöä, nimet lähdeasiakirjassa",
        parties: &[("Kajaanin ammattikorkeakoulu Oy", "letter")],
        recorded: ExampleRecord::Published {
            section: "5/2023",
            decided_on: "",
            no_later_than: "9.8.2023",
            source: "Päätösasiakirjan ote KAJDno-2023-912, todistettu oikeaksi Kajaanissa 9.8.2023",
            published: PublishedOn::Day("18.8.2023"),
        },
    },
};
