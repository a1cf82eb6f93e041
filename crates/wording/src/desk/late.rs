//! What is late, in words.

use domain::Lang;
use domain::view::desk::Late;

use crate::format;

texts! {
    /// Fixed texts about what is late.
    pub enum LateText {
        Late: "Myöhässä", "Försenat", "Late";
        PeriodsOver: "Muutoksenhakuaika päättynyt, lainvoima toteamatta", "Tiden för ändringssökande har gått ut, laga kraft inte konstaterad", "Appeal period over, legal force not stated";
        PeriodsOverLead: "Kysy kirjaamosta ja hallinto-oikeudesta, onko muutosta haettu, ja totea lainvoima.", "Fråga registratorskontoret och förvaltningsdomstolen om ändring har sökts, och konstatera laga kraft.", "Ask the registry and the administrative court whether anything was filed, and state legal force.";
    }
}

/// Why a task is late, and since when.
pub fn sentence(late: Late, lang: Lang) -> String {
    let day = format::date(late.since(), lang);
    match (late, lang) {
        (Late::Returned { .. }, Lang::Fi) => format!("Palautettu {day}"),
        (Late::Returned { .. }, Lang::Sv) => format!("Återförd {day}"),
        (Late::Returned { .. }, Lang::En) => format!("Returned {day}"),
        (Late::Unsigned { .. }, Lang::Fi) => format!("Odottanut allekirjoitusta {day} alkaen"),
        (Late::Unsigned { .. }, Lang::Sv) => format!("Har väntat på underskrift sedan {day}"),
        (Late::Unsigned { .. }, Lang::En) => format!("Waiting for signature since {day}"),
        (Late::Unpublished { .. }, Lang::Fi) => format!("Odottanut julkaisemista {day} alkaen"),
        (Late::Unpublished { .. }, Lang::Sv) => format!("Har väntat på publicering sedan {day}"),
        (Late::Unpublished { .. }, Lang::En) => format!("Waiting for publication since {day}"),
        (Late::Unserved { .. }, Lang::Fi) => {
            format!("Tiedoksiannon päivä on puuttunut {day} alkaen")
        }
        (Late::Unserved { .. }, Lang::Sv) => {
            format!("Dagen för delgivning har saknats sedan {day}")
        }
        (Late::Unserved { .. }, Lang::En) => {
            format!("The day of service has been missing since {day}")
        }
        (Late::Undecided { .. }, Lang::Fi) => format!("Odottanut hyväksymistä {day} alkaen"),
        (Late::Undecided { .. }, Lang::Sv) => format!("Har väntat på godkännande sedan {day}"),
        (Late::Undecided { .. }, Lang::En) => format!("Waiting for approval since {day}"),
    }
}
