//! Why a period has no dates, in words.

use calendar::NotComputable;

use crate::{Lang, format, names};

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
            match lang {
                Lang::Fi => format!(
                    "tällainen tiedoksianto ei aloita tämän muutoksenhakukeinon määräaikaa: {remedy}"
                ),
                Lang::Sv => format!(
                    "en sådan delgivning inleder inte fristen för detta ändringssökande: {remedy}"
                ),
                Lang::En => format!(
                    "service by this means does not start the period of this remedy: {remedy}"
                ),
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
                Lang::Fi => format!("vastaanottavan viraston aukioloaikaa {day} ei ole kirjattu"),
                Lang::Sv => {
                    format!("den mottagande myndighetens öppettid {day} har inte antecknats")
                }
                Lang::En => format!("the hours of the receiving office on {day} are not recorded"),
            }
        }
    }
}
