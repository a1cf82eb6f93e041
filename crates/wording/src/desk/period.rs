//! Appeal periods as officials read them: in one line, or why there is none.

use calendar::{AppealPeriod, NotComputable, PeriodLength};
use domain::Lang;
use domain::service::{NoPeriod, ServiceMeans};
use time::Date;

use crate::format;

/// A period in a line: knowledge, last day, closing.
pub fn in_short(period: &AppealPeriod, lang: Lang) -> String {
    let knowledge = format::weekday_date(period.knowledge_date, lang);
    let last = format::weekday_date(period.last_day, lang);
    let closes = period.closes.map(|closing| format::time(closing.at, lang));
    match (lang, closes) {
        (Lang::Fi, Some(at)) => {
            format!("Tiedoksisaanti {knowledge}, viimeinen päivä {last} ennen kello {at}.")
        }
        (Lang::Fi, None) => format!("Tiedoksisaanti {knowledge}, viimeinen päivä {last}."),
        (Lang::Sv, Some(at)) => {
            format!("Delfående {knowledge}, sista dag {last} före klockan {at}.")
        }
        (Lang::Sv, None) => format!("Delfående {knowledge}, sista dag {last}."),
        (Lang::En, Some(at)) => format!("Known on {knowledge}, last day {last} before {at}."),
        (Lang::En, None) => format!("Known on {knowledge}, last day {last}."),
    }
}

/// Why a party's period is not computable, and what to do.
pub fn not_computable(why: NoPeriod, lang: Lang) -> String {
    let because = match why {
        NoPeriod::NoRemedy => Refusal::NoRemedy.text(lang).to_owned(),
        NoPeriod::EventDayMissing(means) => missing_day(means, lang).to_owned(),
        NoPeriod::ConsentMissing => Refusal::Consent.text(lang).to_owned(),
        NoPeriod::Refused(why) => refused(why, lang),
    };
    match lang {
        Lang::Fi => format!("Ei laskettavissa, koska {because}."),
        Lang::Sv => format!("Kan inte räknas ut, eftersom {because}."),
        Lang::En => format!("Not computable, because {because}."),
    }
}

texts_of! {
    /// The fact that is missing.
    fn missing_day(ServiceMeans) {
        Letter: "kirjeen postituspäivää ei ole kirjattu", "dagen då brevet postades inte har antecknats", "the day the letter was posted is not recorded";
        LetterToAuthority: "kirjeen saapumispäivää ei ole kirjattu", "dagen då brevet kom fram inte har antecknats", "the day the letter arrived is not recorded";
        EMessage: "viestin lähetyspäivää ei ole kirjattu", "dagen då meddelandet sändes inte har antecknats", "the day the message was sent is not recorded";
        Proof: "tiedoksiantotodistuksen päivää ei ole kirjattu", "delgivningsbevisets dag inte har antecknats", "the day on the certificate of service is not recorded";
        Substituted: "sijaistiedoksiannon todistuksen päivää ei ole kirjattu", "dagen på beviset över mellanhandsdelgivningen inte har antecknats", "the day on the certificate of substituted service is not recorded";
        PublicNotice: "yleistiedoksiannon julkaisupäivää ei ole kirjattu", "dagen då den offentliga delgivningen publicerades inte har antecknats", "the day the public notice was published is not recorded";
    }
}

texts! {
    /// Why the calendar refuses.
    enum Refusal {
        Before1995: "määräaika olisi päättynyt ennen vuotta 1995, josta alkaen pyhäpäivät tunnetaan", "tiden skulle ha gått ut före år 1995, från vilket helgdagarna är kända", "the period would have ended before 1995, from which holidays are known";
        OtherMeans: "tämän muutoksenhakukeinon aikaa ei lasketa tästä tiedoksiannosta", "tiden för det här ändringssökandet inte räknas från den här delgivningen", "the period of this remedy is not counted from this service";
        OutOfRange: "päivä on kalenterin ulkopuolella", "dagen ligger utanför kalendern", "the day is outside the calendar";
        Consent: "vastaanottajan suostumusta sähköiseen tiedoksiantoon ei ole kirjattu (laki 13/2003 19 §)", "mottagarens samtycke till elektronisk delgivning inte har antecknats (lag 13/2003 19 §)", "the recipient's consent to electronic service is not recorded (Act 13/2003, section 19)";
        NoRemedy: "päätökseen ei saa hakea muutosta (kuntalaki 136 §)", "ändring i beslutet får inte sökas (kommunallagen 136 §)", "the decision cannot be challenged (Local Government Act, section 136)";
        NoHours: "vastaanottavan viranomaisen aukioloaikaa sinä päivänä ei ole kirjattu", "den mottagande myndighetens öppettid den dagen inte har antecknats", "the hours of the receiving office on that day are not recorded";
    }
}

fn refused(why: NotComputable, lang: Lang) -> String {
    let refusal = match why {
        NotComputable::Before1995 { .. } => Refusal::Before1995,
        NotComputable::MeansDoesNotStartThisPeriod { .. } => Refusal::OtherMeans,
        NotComputable::OutOfRange => Refusal::OutOfRange,
        NotComputable::NoHours(_) => Refusal::NoHours,
    };
    refusal.text(lang).to_owned()
}

/// What publishing starts, for the municipal members: days to the deemed knowledge and then the
/// period.
///
/// ```
/// use calendar::PeriodLength;
/// use domain::Lang;
/// use wording::desk::period::publishing_starts;
/// let sentence = publishing_starts(7, PeriodLength::Days(14), Lang::Fi);
/// assert!(sentence.starts_with("Julkaiseminen käynnistää 7 + 14 päivän ajan"));
/// ```
pub fn publishing_starts(offset_days: u8, length: PeriodLength, lang: Lang) -> String {
    let (number, unit) = match (length, lang) {
        (PeriodLength::Days(days), Lang::Fi) => (days, "päivän"),
        (PeriodLength::Days(days), Lang::Sv) => (days, "dagar"),
        (PeriodLength::Days(days), Lang::En) => (days, "days"),
        (PeriodLength::Months(months), Lang::Fi) => (months, "kuukauden"),
        (PeriodLength::Months(months), Lang::Sv) => (months, "månader"),
        (PeriodLength::Months(months), Lang::En) => (months, "months"),
    };
    match lang {
        Lang::Fi => format!(
            "Julkaiseminen käynnistää {offset_days} + {number} {unit} ajan: kunnan jäsen saa päätöksestä tiedon {offset_days} päivän kuluttua julkaisemisesta, ja siitä alkaa {number} {unit} muutoksenhakuaika. Julkaisua ei voi perua."
        ),
        Lang::Sv => format!(
            "Publiceringen inleder en tid på {offset_days} + {number} {unit}: en kommunmedlem anses ha fått del av beslutet {offset_days} dagar efter publiceringen, och tiden för ändringssökande är {number} {unit} från det. Publiceringen kan inte återtas."
        ),
        Lang::En => format!(
            "Publishing starts a time of {offset_days} + {number} {unit}: a municipal member is deemed to know of the decision {offset_days} days after publication, and the appeal period is {number} {unit} from then. It cannot be undone."
        ),
    }
}

/// Says that only a last possible day of the decision is known.
pub fn no_later_than(day: Date, lang: Lang) -> String {
    let day = format::weekday_date(day, lang);
    match lang {
        Lang::Fi => format!("ei tiedossa, viimeistään {day}"),
        Lang::Sv => format!("inte känd, senast {day}"),
        Lang::En => format!("not known, no later than {day}"),
    }
}
