//! What a certificate of legal force says.

use time::Date;

use crate::{Lang, format};

texts! {
    /// Words of a certificate of legal force.
    pub enum CertificateText {
        Title: "Lainvoimaisuustodistus", "Lagakraftbevis", "Certificate of legal force";
        Decision: "Päätös", "Beslut", "Decision";
        RestsOn: "Mihin todistus perustuu", "Vad beviset grundar sig på", "What the certificate rests on";
        Members: "Kunnan jäsenten määräaika", "Kommunmedlemmarnas frist", "The period of municipal members";
        Registry: "Kirjaamosta tarkistettu", "Kontrollerat hos registratorskontoret", "Checked at the registry";
        Court: "Hallinto-oikeudesta tarkistettu", "Kontrollerat hos förvaltningsdomstolen", "Checked at the administrative court";
        Given: "Todistuksen antaa", "Beviset ges av", "Given by";
        Code: "Todistuksen tunniste", "Bevisets beteckning", "Code of the certificate";
    }
}

/// From when the decision is final.
pub fn is_final(from: Date, lang: Lang) -> String {
    let day = format::date(from, lang);
    match lang {
        Lang::Fi => format!("Päätös on lainvoimainen {day} alkaen."),
        Lang::Sv => format!("Beslutet har vunnit laga kraft från och med {day}."),
        Lang::En => format!("The decision has been final since {day}."),
    }
}

/// Says that a certificate does not hold any more: from when the decision was held final, and on
/// which day that was reopened.
pub fn voided(from: Date, on: Date, lang: Lang) -> String {
    let (from, on) = (format::date(from, lang), format::date(on, lang));
    match lang {
        Lang::Fi => format!(
            "MITÄTÖN. Päätöstä pidettiin lainvoimaisena {from} alkaen. Merkintä avattiin uudelleen {on}, eikä todistus ole enää voimassa."
        ),
        Lang::Sv => format!(
            "OGILTIGT. Beslutet ansågs ha vunnit laga kraft {from}. Anteckningen öppnades på nytt {on}, och beviset gäller inte längre."
        ),
        Lang::En => format!(
            "VOID. The decision was held final since {from}. The statement was reopened on {on}, and the certificate is no longer valid."
        ),
    }
}
