//! Why a period has no dates, in words.

use calendar::{Instead, NotComputable};

use crate::{Lang, format, law, names};

/// Why a period cannot be computed, as a sentence without a full stop.
pub fn not_computable(reason: NotComputable, lang: Lang) -> String {
    match reason {
        NotComputable::Before1995 { nominal } => {
            let day = format::date(nominal, lang);
            match lang {
                Lang::Fi => format!(
                    "määräaika päättyisi {day}, ja pyhäpäivät tunnetaan vasta vuodesta 1995"
                ),
                Lang::Sv => format!(
                    "fristen skulle gå ut {day}, och helgdagarna är kända först från år 1995"
                ),
                Lang::En => {
                    format!("the period would end on {day}, and holidays are known only from 1995")
                }
            }
        }
        NotComputable::MeansDoesNotStartThisPeriod { remedy, .. } => {
            let remedy = names::remedy(remedy, lang);
            let refused = match lang {
                Lang::Fi => format!(
                    "tällainen tiedoksianto ei aloita tämän muutoksenhakukeinon määräaikaa: {remedy}"
                ),
                Lang::Sv => format!(
                    "en sådan delgivning inleder inte fristen för detta ändringssökande: {remedy}"
                ),
                Lang::En => format!(
                    "service by this means does not start the period of this remedy: {remedy}"
                ),
            };
            match reason.instead() {
                Some(other) => format!("{refused}; {}", instead(other, lang)),
                None => refused,
            }
        }
        NotComputable::OutOfRange => match lang {
            Lang::Fi => "päivä olisi vuoden 9999 jälkeen".to_owned(),
            Lang::Sv => "dagen skulle infalla efter år 9999".to_owned(),
            Lang::En => "the day would be after the year 9999".to_owned(),
        },
        NotComputable::NoHours(hours) => {
            let day = format::date(hours.on, lang);
            match lang {
                Lang::Fi => format!(
                    "vastaanottavan viraston aukioloaikaa {day} ei ole kirjattu; kirjaa sinä päivänä voimassa ollut aukioloaika"
                ),
                Lang::Sv => format!(
                    "den mottagande myndighetens öppettid {day} har inte antecknats; anteckna den öppettid som gällde den dagen"
                ),
                Lang::En => format!(
                    "the hours of the receiving office on {day} are not recorded; record those that were in force on that day"
                ),
            }
        }
    }
}

/// What to record instead, with the provision from which it follows.
fn instead(instead: Instead, lang: Lang) -> String {
    let statute = law::statute(instead.statute(), lang);
    format!("{} ({statute})", what_to_record(instead, lang))
}

texts_of! {
    /// From what the period is counted, and what to record.
    fn what_to_record(Instead) {
        DecisionDay: "aika lasketaan hankintapäätöksen tekemisestä, joten kirjaa päätöspäivä tapahtumaksi", "tiden räknas från det att upphandlingsbeslutet fattades, så anteckna beslutsdagen som händelse", "it is counted from the making of the procurement decision, so record that day as the event";
        NoticeDay: "aika lasketaan tuomioistuimen päätöstä koskevan ilmoituksen julkaisemisesta, joten kirjaa julkaisupäivä tapahtumaksi, asianosaisesta hänen oma tiedoksiantonsa", "tiden räknas från publiceringen av meddelandet om domstolens beslut, så anteckna publiceringsdagen som händelse, för en part partens egen delgivning", "it is counted from the publication of the notice of the court's decision, so record that day as the event, for a party the party's own service";
        OwnService: "pöytäkirjan julkaiseminen antaa tiedon vain kunnan jäsenille, joilla ei ole tätä keinoa, joten kirjaa asianosaisen oma tiedoksianto", "publiceringen av protokollet ger kännedom endast åt kommunmedlemmarna, som inte har detta rättsmedel, så anteckna partens egen delgivning", "the publication of minutes gives knowledge to municipal members only, to whom this remedy is not open, so record the party's own service";
        EMessage: "hankintalain tiedoksianto koskee vain sen omia keinoja, joten kirjaa tavallinen sähköinen viesti", "upphandlingslagens delgivning gäller endast dess egna rättsmedel, så anteckna ett vanligt elektroniskt meddelande", "service under the Procurement Act concerns its own remedies only, so record an ordinary electronic message";
        ProcurementEMessage: "hankintapäätöksen sähköinen viesti annetaan tiedoksi lähettämispäivänään, joten kirjaa hankintapäätöksen sähköinen viesti", "ett elektroniskt upphandlingsbeslut delges på sändningsdagen, så anteckna ett elektroniskt upphandlingsbeslut", "a procurement decision sent electronically is served on the day of sending, so record an electronic procurement decision";
    }
}
