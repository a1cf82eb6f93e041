//! What became of a decision, as everybody reads it.

use domain::decision::{ChangeEffect, InForce};
use time::Date;

use crate::{Lang, format};

texts! {
    /// Headings and names.
    pub enum AfterwardsText {
        Heading: "Päätöksen muutokset", "Ändringar i beslutet", "Changes to the decision";
        Before: "Teksti ennen korjausta", "Texten före rättelsen", "The text before the correction";
        InForce: "Voimassaolo", "Giltighet", "In force";
        SignedAsDeputy: "Allekirjoittanut sijaisena", "Undertecknat som ställföreträdare", "Signed as a deputy";
    }
}

texts_of! {
    /// What a later decision does to this one.
    pub fn changed_by(ChangeEffect) {
        Amends: "Muutettu päätöksellä", "Ändrat genom beslutet", "Amended by decision";
        LetsLapse: "Rauennut päätöksellä", "Förfallet genom beslutet", "Lapsed by decision";
        Repeals: "Kumottu päätöksellä", "Upphävt genom beslutet", "Repealed by decision";
    }
}

texts_of! {
    /// What this decision does to an earlier one.
    pub fn changes(ChangeEffect) {
        Amends: "Muuttaa päätöstä", "Ändrar beslutet", "Amends decision";
        LetsLapse: "Antaa raueta päätöksen", "Låter förfalla beslutet", "Lets lapse decision";
        Repeals: "Kumoaa päätöksen", "Upphäver beslutet", "Repeals decision";
    }
}

/// Whether a decision is in force, where a later one changed that.
pub const fn in_force(in_force: InForce, lang: Lang) -> Option<&'static str> {
    let texts = match in_force {
        InForce::Whole => return None,
        InForce::Amended => ["Muutettu", "Ändrat", "Amended"],
        InForce::Lapsed => ["Rauennut", "Förfallet", "Lapsed"],
        InForce::Repealed => ["Kumottu", "Upphävt", "Repealed"],
    };
    let [fi, sv, en] = texts;
    Some(match lang {
        Lang::Fi => fi,
        Lang::Sv => sv,
        Lang::En => en,
    })
}

/// That a typing error was corrected on a day.
///
/// ```
/// use time::macros::date;
/// use wording::{Lang, public::corrected_on};
/// assert_eq!(corrected_on(date!(2023-09-12), Lang::Fi), "Kirjoitusvirhe korjattu 12.9.2023");
/// ```
pub fn corrected_on(day: Date, lang: Lang) -> String {
    let day = format::date(day, lang);
    match lang {
        Lang::Fi => format!("Kirjoitusvirhe korjattu {day}"),
        Lang::Sv => format!("Skrivfel rättat {day}"),
        Lang::En => format!("Typing error corrected on {day}"),
    }
}
