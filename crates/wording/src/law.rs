//! The vocabulary of the law: acts, holidays, lengths, which hours an office keeps.

use calendar::{Act, Blocked, ClosingSource, Holiday, PeriodLength, Statute};

use crate::Lang;

texts_of! {
    /// The name of an act, as it is cited.
    pub fn act(Act) {
        Kuntalaki: "kuntalaki", "kommunallagen", "Local Government Act";
        Kuntalaki1995: "kuntalaki 365/1995", "kommunallagen 365/1995", "Local Government Act 365/1995";
        Hallintolaki: "hallintolaki", "förvaltningslagen", "Administrative Procedure Act";
        SahkoinenAsiointi: "laki sähköisestä asioinnista viranomaistoiminnassa 13/2003", "lagen om elektronisk kommunikation i myndigheternas verksamhet 13/2003", "Act on Electronic Services and Communication in the Public Sector 13/2003";
        MaaraaikojenLaskeminen: "laki säädettyjen määräaikain laskemisesta 150/1930", "lagen om beräknande av laga tid 150/1930", "Act on Calculating Prescribed Time Periods 150/1930";
        HallintoOikeudenkaynti: "laki oikeudenkäynnistä hallintoasioissa 808/2019", "lagen om rättegång i förvaltningsärenden 808/2019", "Administrative Judicial Procedure Act 808/2019";
        Hankintalaki: "hankintalaki 1397/2016", "upphandlingslagen 1397/2016", "Act on Public Procurement and Concession Contracts 1397/2016";
        Kirkkolaki: "kirkkolaki 652/2023", "kyrkolagen 652/2023", "Church Act 652/2023";
    }
}

texts_of! {
    /// The name of a holiday.
    pub fn holiday(Holiday) {
        NewYear: "uudenvuodenpäivä", "nyårsdagen", "New Year's Day";
        Epiphany: "loppiainen", "trettondagen", "Epiphany";
        GoodFriday: "pitkäperjantai", "långfredagen", "Good Friday";
        EasterSunday: "pääsiäispäivä", "påskdagen", "Easter Sunday";
        EasterMonday: "toinen pääsiäispäivä", "annandag påsk", "Easter Monday";
        MayDay: "vapunpäivä", "första maj", "May Day";
        Ascension: "helatorstai", "Kristi himmelsfärdsdag", "Ascension Day";
        WhitSunday: "helluntaipäivä", "pingstdagen", "Whit Sunday";
        MidsummerEve: "juhannusaatto", "midsommarafton", "Midsummer Eve";
        MidsummerDay: "juhannuspäivä", "midsommardagen", "Midsummer Day";
        AllSaints: "pyhäinpäivä", "alla helgons dag", "All Saints' Day";
        IndependenceDay: "itsenäisyyspäivä", "självständighetsdagen", "Independence Day";
        ChristmasEve: "jouluaatto", "julafton", "Christmas Eve";
        ChristmasDay: "joulupäivä", "juldagen", "Christmas Day";
        SecondChristmasDay: "toinen joulupäivä", "annandag jul", "Boxing Day";
    }
}

/// Why a period cannot end on a day.
pub const fn blocked(reason: Blocked, lang: Lang) -> &'static str {
    match (reason, lang) {
        (Blocked::Holiday(name), _) => holiday(name, lang),
        (Blocked::Saturday, Lang::Fi) => "lauantai",
        (Blocked::Saturday, Lang::Sv) => "lördag",
        (Blocked::Saturday, Lang::En) => "Saturday",
        (Blocked::Sunday, Lang::Fi) => "sunnuntai",
        (Blocked::Sunday, Lang::Sv) => "söndag",
        (Blocked::Sunday, Lang::En) => "Sunday",
    }
}

/// A provision: `kuntalaki 140.3 §`, `kommunallagen 140.3 §`, `Local Government Act, section 140.3`.
///
/// ```
/// use calendar::{Act, Statute};
/// use wording::{Lang, law::statute};
/// let presumption = Statute { act: Act::Kuntalaki, section: "140.3 §" };
/// assert_eq!(statute(presumption, Lang::En), "Local Government Act, section 140.3");
/// ```
pub fn statute(statute: Statute, lang: Lang) -> String {
    let (act, section) = (act(statute.act, lang), statute.section);
    match lang {
        Lang::Fi | Lang::Sv => format!("{act} {}", section.replace(" §", "\u{a0}§")),
        Lang::En => {
            let number = section.trim_end_matches(" §");
            match number.split_once(':') {
                Some((chapter, section)) => format!("{act}, chapter {chapter}, section {section}"),
                None => format!("{act}, section {number}"),
            }
        }
    }
}

/// The length of a period: `14 päivää`, `6 månader`, `1 day`.
pub fn length(length: PeriodLength, lang: Lang) -> String {
    let (number, one, many) = match (length, lang) {
        (PeriodLength::Days(days), Lang::Fi) => (days, "päivä", "päivää"),
        (PeriodLength::Days(days), Lang::Sv) => (days, "dag", "dagar"),
        (PeriodLength::Days(days), Lang::En) => (days, "day", "days"),
        (PeriodLength::Months(months), Lang::Fi) => (months, "kuukausi", "kuukautta"),
        (PeriodLength::Months(months), Lang::Sv) => (months, "månad", "månader"),
        (PeriodLength::Months(months), Lang::En) => (months, "month", "months"),
    };
    format!("{number}\u{a0}{}", if number == 1 { one } else { many })
}

/// In what time something is to be done: `14 päivän kuluessa`, `inom 6 månader`, `within 1 day`.
pub fn within(length: PeriodLength, lang: Lang) -> String {
    if lang == Lang::Fi {
        return match length {
            PeriodLength::Days(days) => format!("{days}\u{a0}päivän kuluessa"),
            PeriodLength::Months(months) => format!("{months}\u{a0}kuukauden kuluessa"),
        };
    }
    let preposition = if lang == Lang::Sv { "inom" } else { "within" };
    format!("{preposition} {}", self::length(length, lang))
}

/// Which of an office's hours it is, or nothing of an ordinary day.
pub fn closing_source(source: ClosingSource, lang: Lang) -> Option<String> {
    let words = |fi: &str, sv: &str, en: &str| {
        let words = match lang {
            Lang::Fi => fi,
            Lang::Sv => sv,
            Lang::En => en,
        };
        Some(words.to_owned())
    };
    match source {
        ClosingSource::Ordinary | ClosingSource::Court => None,
        ClosingSource::Friday => words("perjantai", "fredag", "a Friday"),
        ClosingSource::Exception => words(
            "tälle päivälle erikseen määrätty aika",
            "särskilt bestämd tid för denna dag",
            "hours set for this day alone",
        ),
        ClosingSource::EveOf(eve_of) => {
            let name = holiday(eve_of, lang);
            Some(match lang {
                Lang::Fi => format!("seuraava päivä on {name}"),
                Lang::Sv => format!("följande dag är {name}"),
                Lang::En => format!("the next day is {name}"),
            })
        }
    }
}
