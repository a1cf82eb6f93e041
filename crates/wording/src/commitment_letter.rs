//! What a letter of commitment says.

use domain::Lang;
use domain::commitment::Finality;
use time::Date;

use crate::certificate::is_final;
use crate::format;
use crate::public::DecisionText;

texts! {
    /// Words of a letter of commitment.
    pub enum CommitmentLetterText {
        Title: "Rahoitussitoumus", "Finansieringsförbindelse", "Letter of commitment";
        City: "Sitoumuksen antaja", "Förbindelsen ges av", "The commitment is made by";
        Applicant: "Hakija", "Sökande", "Applicant";
        Project: "Hanke", "Projekt", "Project";
        Period: "Hankkeen aika", "Projekttid", "Project period";
        BusinessId: "Y-tunnus", "FO-nummer", "Business ID";
        Promises: "Mihin kaupunki on sitoutunut", "Vad staden har förbundit sig till", "What the city has committed to";
        Decision: "Päätös, johon sitoumus perustuu", "Beslutet som förbindelsen grundar sig på", "The decision on which the commitment rests";
        SignedBy: "Allekirjoittanut", "Undertecknat av", "Signed by";
        LegalForce: "Lainvoimaisuus", "Laga kraft", "Legal force";
        Validity: "Sitoumuksen voimassaolo", "Förbindelsens giltighet", "Validity of the commitment";
        Given: "Kirjeen antaa", "Brevet ges av", "Letter given by";
        Code: "Kirjeen tunniste", "Brevets beteckning", "Code of the letter";
        ProvidedFor: "Varautuminen ei ole sitoumus, eikä se ole mukana yhteissummassa.", "Beredskap är ingen förbindelse och ingår inte i totalsumman.", "What is provided for is no commitment and is not in the total.";
        Each: "Kunkin vuoden summa maksetaan sen vuoden talousarviosta.", "Beloppet för varje år betalas ur det årets budget.", "The amount of each year is paid from the budget of that year.";
    }
}

/// What the city states: that it takes part in the funding of the project.
///
/// ```
/// use wording::{Lang, commitment_letter::stated};
/// let said = stated("Kajaanin kaupunki", Lang::Fi);
/// assert!(said.starts_with("Kajaanin kaupunki on sitoutunut"));
/// ```
pub fn stated(city: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => {
            format!("{city} on sitoutunut rahoittamaan hanketta alla mainitulla päätöksellä.")
        }
        Lang::Sv => format!(
            "{city} har förbundit sig att finansiera projektet genom det beslut som nämns nedan."
        ),
        Lang::En => {
            format!("The {city} has committed to fund the project by the decision named below.")
        }
    }
}

/// Whether the decision is final, or from when it can be at the earliest.
pub fn finality(finality: Finality, lang: Lang) -> String {
    match (finality, lang) {
        (Finality::Final { from }, _) => is_final(from, lang),
        (Finality::NoRemedy, _) => DecisionText::NoAppeal.text(lang).to_owned(),
        (Finality::Earliest(day), Lang::Fi) => format!(
            "Päätöstä ei ole todettu lainvoimaiseksi. Se voi olla lainvoimainen aikaisintaan {} alkaen.",
            format::date(day, lang)
        ),
        (Finality::Earliest(day), Lang::Sv) => format!(
            "Beslutet har inte konstaterats ha vunnit laga kraft. Det kan vinna laga kraft tidigast den {}.",
            format::date(day, lang)
        ),
        (Finality::Earliest(day), Lang::En) => format!(
            "The decision has not been stated final. It can be final from {} at the earliest.",
            format::date(day, lang)
        ),
        (Finality::NotComputable, Lang::Fi) => {
            "Päätös ei ole lainvoimainen, eikä aikaisinta päivää voi vielä laskea.".to_owned()
        }
        (Finality::NotComputable, Lang::Sv) => {
            "Beslutet har inte vunnit laga kraft, och den tidigaste dagen kan inte räknas ännu."
                .to_owned()
        }
        (Finality::NotComputable, Lang::En) => {
            "The decision is not final, and the earliest day cannot be computed yet.".to_owned()
        }
    }
}

/// How long the promise holds: to a day that the decision sets, else until it is used up or ended.
pub fn validity(until: Option<Date>, lang: Lang) -> String {
    let Some(day) = until.map(|day| format::date(day, lang)) else {
        return match lang {
            Lang::Fi => "Sitoumus on voimassa, kunnes se on maksettu, siitä on luovuttu tai päätös on kumottu tai rauennut.",
            Lang::Sv => "Förbindelsen gäller tills den har betalats, den har frigjorts eller beslutet har upphävts eller förfallit.",
            Lang::En => "The commitment is valid until it is paid or released, or the decision is repealed or lapses.",
        }
        .to_owned();
    };
    match lang {
        Lang::Fi => format!("Sitoumus on voimassa {day} asti."),
        Lang::Sv => format!("Förbindelsen gäller till och med den {day}."),
        Lang::En => format!("The commitment is valid until {day}."),
    }
}
