//! KAJDno-2020-1209, kaupunginhallitus 22.9.2020 § 160: money moves between two lines of one
//! sector, so that it promises nothing to anybody and has no party.

use time::macros::date;

use super::{AUTHORITY_UNKNOWN, BUDGET_CLASS, REGISTRY, SOURCE, entered_here};
use crate::demo::facts::{
    ExampleCase, ExampleDecision, ExampleDocument, ExampleRecord, PublishedOn,
};

/// The two lines: number, name, what each had before and by how much it changed. The source names
/// neither the sector nor the decision that had set them.
pub(in crate::demo) const LINES: [(&str, &str, &str, &str); 2] = [
    ("190214487", "Kehittämisraha", "50 000", "-20 000"),
    ("190214490", "Yrityspalveluseteli", "50 000", "20 000"),
];

pub(super) static CASE: ExampleCase = ExampleCase {
    happened_by: date!(2020 - 09 - 22),
    number: "KAJDno-2020-1209",
    public_title: "Käyttösuunnitelman muutos: kehittämisraha ja yrityspalveluseteli",
    internal_title: "Käyttösuunnitelman muutos kohdissa 190214487 ja 190214490",
    class: BUDGET_CLASS,
    documents: &[ExampleDocument {
        title: "Kaupunginhallituksen päätös § 160",
        phase: "decision",
        author: "Kaupunginhallitus",
        made_on: "22.9.2020",
    }],
    projects: &[],
    decision: ExampleDecision {
        funds_project: false,
        title: "Käyttösuunnitelman muutos toimialan sisällä",
        series: "kaupunginhallitus",
        resolution: "Toimialan käyttösuunnitelmaa muutetaan näin (määrärahat euroina):\n\n\
                     | Talousarviokohta | Ennen | Jälkeen |\n\
                     | 190214487 kehittämisraha | 50 000 | 30 000 |\n\
                     | 190214490 yrityspalveluseteli | 50 000 | 70 000 |",
        background: concat!(
            "Määrärahaa siirretään kehittämisrahasta yrityspalveluseteleihin. Toimialan yhteinen \
             määräraha ei muutu. Kaupungin kirjanpidossa menot on merkitty miinuksella; tässä ne \
             ovat ilman etumerkkiä.",
            entered_here!()
        ),
        authority: AUTHORITY_UNKNOWN,
        applied_provisions: "",
        commitments: &[],
        contact_office: REGISTRY,
        distribution: "",
        parties: &[],
        recorded: ExampleRecord::Published {
            section: "160/2020",
            decided_on: "22.9.2020",
            no_later_than: "",
            source: SOURCE,
            published: PublishedOn::UnknownDay,
        },
    },
};
