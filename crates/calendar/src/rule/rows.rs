//! The rows. Add to the end of a history; never change or renumber a row that has been in use.

use time::Date;
use time::macros::date;

use super::PeriodLength::{self, Days, Months};
use super::{History, PeriodRule, ServiceRule};
use crate::{Act, Means, Remedy, Statute};

/// From this day chapter 16 of the Local Government Act applies (kuntalaki 147 §).
const CHAPTER_16: Date = date!(2017 - 06 - 01);

/// Remedies whose period runs from a service of the decision on a party. The six months of
/// hankintalaki 147.3 § run from the decision itself.
const SERVED: &[Remedy] = &[
    Remedy::Rectification,
    Remedy::MunicipalAppeal,
    Remedy::AdministrativeAppeal,
    Remedy::RectificationAdministrative,
    Remedy::ProcurementCorrection,
    Remedy::MarketCourt,
    Remedy::MarketCourt30,
    Remedy::SupremeAdministrativeCourt,
];

/// Those outside the Procurement Act, whose tenderers are notified by its own rules (127 §).
const SERVED_OUTSIDE_PROCUREMENT: &[Remedy] = &[
    Remedy::Rectification,
    Remedy::MunicipalAppeal,
    Remedy::AdministrativeAppeal,
    Remedy::RectificationAdministrative,
    Remedy::SupremeAdministrativeCourt,
];

/// Those of a tenderer.
const TENDERERS: &[Remedy] = &[
    Remedy::ProcurementCorrection,
    Remedy::MarketCourt,
    Remedy::MarketCourt30,
];

/// Those that are open to a municipal member. The member's further appeal runs from another
/// publication, without a presumption (kuntalaki 142 §).
const MEMBERS: &[Remedy] = &[
    Remedy::Rectification,
    Remedy::MunicipalAppeal,
    Remedy::AdministrativeAppeal,
];

const fn service_row(
    number: u8,
    offset_days: u8,
    statute: Statute,
    starts: &'static [Remedy],
) -> ServiceRule {
    ServiceRule {
        number,
        offset_days,
        statute,
        starts,
    }
}

const fn period_row(number: u8, length: PeriodLength, statute: Statute) -> PeriodRule {
    PeriodRule {
        number,
        length,
        statute,
    }
}

const fn always<R>(first: R) -> History<R> {
    History {
        first,
        amended: &[],
    }
}

const fn kuntalaki(section: &'static str) -> Statute {
    Statute::new(Act::Kuntalaki, section)
}

const fn kuntalaki_1995(section: &'static str) -> Statute {
    Statute::new(Act::Kuntalaki1995, section)
}

const fn hallintolaki(section: &'static str) -> Statute {
    Statute::new(Act::Hallintolaki, section)
}

const fn hankintalaki(section: &'static str) -> Statute {
    Statute::new(Act::Hankintalaki, section)
}

/// Laki sähköisestä asioinnista viranomaistoiminnassa.
const ELECTRONIC_SERVICE: Statute = Statute::new(Act::SahkoinenAsiointi, "19 §");
/// Laki oikeudenkäynnistä hallintoasioissa.
const APPEAL_TO_COURT: Statute = Statute::new(Act::HallintoOikeudenkaynti, "13 §");
/// Laki säädettyjen määräaikain laskemisesta.
const DAY_NOT_COUNTED: Statute = Statute::new(Act::MaaraaikojenLaskeminen, "2 §");

static LETTER: History<ServiceRule> = always(service_row(1, 7, hallintolaki("59 §"), SERVED));
static LETTER_TO_AUTHORITY: History<ServiceRule> =
    always(service_row(2, 0, hallintolaki("59 §"), SERVED));
static E_MESSAGE: History<ServiceRule> = always(service_row(
    3,
    3,
    ELECTRONIC_SERVICE,
    SERVED_OUTSIDE_PROCUREMENT,
));
static PROOF: History<ServiceRule> = always(service_row(4, 0, hallintolaki("60 §"), SERVED));
static SUBSTITUTED: History<ServiceRule> = always(service_row(5, 3, hallintolaki("61 §"), SERVED));
/// The seven days came with chapter 16; before it the day on which the minutes were put on display
/// was the day of knowledge.
static PUBLISHED_MINUTES: History<ServiceRule> = History {
    first: service_row(6, 0, kuntalaki_1995("95.2 §"), MEMBERS),
    amended: &[(CHAPTER_16, service_row(7, 7, kuntalaki("140.3 §"), MEMBERS))],
};
static PUBLIC_NOTICE: History<ServiceRule> =
    always(service_row(8, 7, hallintolaki("62 §"), SERVED));
static PROCUREMENT_E_MESSAGE: History<ServiceRule> =
    always(service_row(9, 0, hankintalaki("127 §"), TENDERERS));
static PROCUREMENT_LETTER: History<ServiceRule> =
    always(service_row(10, 7, hankintalaki("127 §"), TENDERERS));
static EVENT: History<ServiceRule> = always(service_row(11, 0, DAY_NOT_COUNTED, &Remedy::ALL));

/// The presumption of each means of service.
///
/// ```
/// use calendar::{Means, rule};
/// use time::macros::date;
///
/// // "Seitsemäntenä päivänä kirjeen lähettämisestä" (hallintolaki 59 §).
/// assert_eq!(rule::service(Means::Letter).on(date!(2026 - 03 - 02)).offset_days, 7);
/// ```
pub fn service(means: Means) -> &'static History<ServiceRule> {
    match means {
        Means::Letter => &LETTER,
        Means::LetterToAuthority => &LETTER_TO_AUTHORITY,
        Means::EMessage => &E_MESSAGE,
        Means::Proof => &PROOF,
        Means::Substituted => &SUBSTITUTED,
        Means::PublishedMinutes => &PUBLISHED_MINUTES,
        Means::PublicNotice => &PUBLIC_NOTICE,
        Means::ProcurementEMessage => &PROCUREMENT_E_MESSAGE,
        Means::ProcurementLetter => &PROCUREMENT_LETTER,
        Means::Event => &EVENT,
    }
}

/// The presumption by which a service on a day starts the period of a remedy, or `None` where the
/// law counts that period from another day; [`Instead`](crate::Instead) says from which.
///
/// A letter to a tenderer is an ordinary one to every remedy outside the Procurement Act, whose
/// 127 § does not reach them; the day is the same.
///
/// ```
/// use calendar::{Means, Remedy, rule};
/// use time::macros::date;
///
/// let on = date!(2026 - 03 - 02);
/// let sent = |remedy| rule::starting(Means::ProcurementLetter, remedy, on);
/// assert_eq!(sent(Remedy::MarketCourt).map(|row| row.statute.section), Some("127 §"));
/// assert_eq!(sent(Remedy::Rectification).map(|row| row.statute.section), Some("59 §"));
/// // The six months run from the decision itself.
/// assert_eq!(sent(Remedy::MarketCourt6Months), None);
/// ```
pub fn starting(means: Means, remedy: Remedy, on: Date) -> Option<&'static ServiceRule> {
    let ordinary_letter =
        means == Means::ProcurementLetter && SERVED_OUTSIDE_PROCUREMENT.contains(&remedy);
    let history = if ordinary_letter {
        &LETTER
    } else {
        service(means)
    };
    Some(history.on(on)).filter(|row| row.starts.contains(&remedy))
}

static RECTIFICATION: History<PeriodRule> = History {
    first: period_row(1, Days(14), kuntalaki_1995("93 §")),
    amended: &[(CHAPTER_16, period_row(2, Days(14), kuntalaki("138 §")))],
};
static MUNICIPAL_APPEAL: History<PeriodRule> = History {
    first: period_row(3, Days(30), kuntalaki_1995("93 §")),
    amended: &[(CHAPTER_16, period_row(4, Days(30), kuntalaki("138 §")))],
};
static ADMINISTRATIVE_APPEAL: History<PeriodRule> =
    always(period_row(5, Days(30), APPEAL_TO_COURT));
static RECTIFICATION_ADMINISTRATIVE: History<PeriodRule> =
    always(period_row(6, Days(30), hallintolaki("49 c §")));
static PROCUREMENT_CORRECTION: History<PeriodRule> =
    always(period_row(7, Days(14), hankintalaki("133.2 §")));
static MARKET_COURT: History<PeriodRule> = always(period_row(8, Days(14), hankintalaki("147.1 §")));
static MARKET_COURT_30: History<PeriodRule> =
    always(period_row(9, Days(30), hankintalaki("147.2 §")));
static MARKET_COURT_6_MONTHS: History<PeriodRule> =
    always(period_row(10, Months(6), hankintalaki("147.3 §")));
static SUPREME_ADMINISTRATIVE_COURT: History<PeriodRule> =
    always(period_row(11, Days(30), APPEAL_TO_COURT));

/// The length of each remedy's period.
///
/// ```
/// use calendar::{PeriodLength, Remedy, rule};
/// use time::macros::date;
///
/// let appeal = rule::period(Remedy::MunicipalAppeal).on(date!(2026 - 03 - 02));
/// assert_eq!(appeal.length, PeriodLength::Days(30));
/// ```
pub fn period(remedy: Remedy) -> &'static History<PeriodRule> {
    match remedy {
        Remedy::Rectification => &RECTIFICATION,
        Remedy::MunicipalAppeal => &MUNICIPAL_APPEAL,
        Remedy::AdministrativeAppeal => &ADMINISTRATIVE_APPEAL,
        Remedy::RectificationAdministrative => &RECTIFICATION_ADMINISTRATIVE,
        Remedy::ProcurementCorrection => &PROCUREMENT_CORRECTION,
        Remedy::MarketCourt => &MARKET_COURT,
        Remedy::MarketCourt30 => &MARKET_COURT_30,
        Remedy::MarketCourt6Months => &MARKET_COURT_6_MONTHS,
        Remedy::SupremeAdministrativeCourt => &SUPREME_ADMINISTRATIVE_COURT,
    }
}
