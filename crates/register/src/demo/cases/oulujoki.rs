//! KAJDno-2020-84, § 1 on 18.2.2020. The source does not say who decided, nor whom it funds.

use time::macros::date;

use super::{AUTHORITY_UNKNOWN, FUNDING_CLASS, REGISTRY, SOURCE, entered_here};
use crate::demo::facts::{
    ExampleCase, ExampleCommitment, ExampleDecision, ExampleDocument, ExampleProject,
    ExampleRecord, PublishedOn,
};

const CONDITION: &str = "Hankkeelle myönnetään EAKR-rahoitus";

const fn in_year(year: &'static str) -> ExampleCommitment {
    ExampleCommitment {
        year,
        amount: "2 000",
        strength: "conditional",
        budget_line: "",
        condition: CONDITION,
    }
}

pub(super) static CASE: ExampleCase = ExampleCase {
    happened_by: date!(2020 - 02 - 18),
    number: "KAJDno-2020-84",
    public_title: "Oulujoen vesistövisio 2035 -hankkeen kuntarahoitus",
    internal_title: "Oulujoen vesistövisio: ehdollinen osuus, vuodet 2020–2022",
    class: FUNDING_CLASS,
    documents: &[ExampleDocument {
        title: "Päätös § 1",
        phase: "decision",
        author: "Päätöksentekijä ei tiedossa",
        made_on: "18.2.2020",
    }],
    projects: &[ExampleProject {
        name: "Oulujoen vesistövisio 2035",
        summary: "Hanke laatii Oulujoen vesistölle yhteisen vision vuoteen 2035.",
        beneficiary: "",
        first_month: "",
        last_month: "",
        programme_number: "",
        programme_date: "",
        plan: None,
    }],
    decision: ExampleDecision {
        funds_project: true,
        title: "Osallistuminen Oulujoen vesistövisio 2035 -hankkeen rahoitukseen",
        series: "paatoksentekija-ei-tiedossa",
        resolution: "Kaupunki osallistuu hankkeen rahoitukseen seuraavasti, jos hanke saa \
                     EAKR-rahoituksen:\n\n\
                     - 2 000 euroa vuonna 2020\n\
                     - 2 000 euroa vuonna 2021\n\
                     - 2 000 euroa vuonna 2022",
        background: concat!(
            "Kaupungin osuus on sidottu siihen, että hankkeelle myönnetään rahoitusta Euroopan \
             aluekehitysrahastosta. Lähde ei kerro, täyttyikö ehto, kuka päätöksen teki eikä \
             kenelle raha maksetaan.",
            entered_here!()
        ),
        authority: AUTHORITY_UNKNOWN,
        applied_provisions: "",
        commitments: &[in_year("2020"), in_year("2021"), in_year("2022")],
        contact_office: REGISTRY,
        distribution: "",
        parties: &[],
        recorded: ExampleRecord::Published {
            section: "1/2020",
            decided_on: "18.2.2020",
            no_later_than: "",
            source: SOURCE,
            published: PublishedOn::UnknownDay,
        },
    },
};
