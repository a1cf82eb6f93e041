//! The rows. Add to the end of a history; never change or renumber a row that has been in use.

use time::macros::date;

use super::{History, PeriodLength, PeriodRule, ServiceRule};
use crate::{Act, Means, Remedy, Statute};

/// Remedies whose period runs from a service of the decision on a party.
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

/// Without procurement: an electronic message to a tenderer has its own rule (hankintalaki 127 §).
const SERVED_OUTSIDE_PROCUREMENT: &[Remedy] = &[
    Remedy::Rectification,
    Remedy::MunicipalAppeal,
    Remedy::AdministrativeAppeal,
    Remedy::RectificationAdministrative,
    Remedy::SupremeAdministrativeCourt,
];

/// Those of a tenderer. The six months of hankintalaki 147.3 § run from the decision itself.
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
    act: Act,
    section: &'static str,
    starts: &'static [Remedy],
) -> ServiceRule {
    ServiceRule {
        number,
        offset_days,
        statute: Statute::new(act, section),
        starts,
    }
}

const fn period_row(
    number: u8,
    length: PeriodLength,
    act: Act,
    section: &'static str,
) -> PeriodRule {
    PeriodRule {
        number,
        length,
        statute: Statute::new(act, section),
    }
}

const fn always<R>(first: R) -> History<R> {
    History {
        first,
        amended: &[],
    }
}

static LETTER: History<ServiceRule> = always(service_row(1, 7, Act::Hallintolaki, "59 §", SERVED));
static LETTER_TO_AUTHORITY: History<ServiceRule> =
    always(service_row(2, 0, Act::Hallintolaki, "59 §", SERVED));
static E_MESSAGE: History<ServiceRule> = always(service_row(
    3,
    3,
    Act::SahkoinenAsiointi,
    "19 §",
    SERVED_OUTSIDE_PROCUREMENT,
));
static PROOF: History<ServiceRule> = always(service_row(4, 0, Act::Hallintolaki, "60 §", SERVED));
static SUBSTITUTED: History<ServiceRule> =
    always(service_row(5, 3, Act::Hallintolaki, "61 §", SERVED));
/// The seven days came with chapter 16 of the present act (kuntalaki 147 §); before it the day on
/// which the minutes were put on display was the day of knowledge.
static PUBLISHED_MINUTES: History<ServiceRule> = History {
    first: service_row(6, 0, Act::Kuntalaki1995, "95.2 §", MEMBERS),
    amended: &[(
        date!(2017 - 06 - 01),
        service_row(7, 7, Act::Kuntalaki, "140.3 §", MEMBERS),
    )],
};
static PUBLIC_NOTICE: History<ServiceRule> =
    always(service_row(8, 7, Act::Hallintolaki, "62 §", SERVED));
static PROCUREMENT_E_MESSAGE: History<ServiceRule> =
    always(service_row(9, 0, Act::Hankintalaki, "127 §", TENDERERS));
static PROCUREMENT_LETTER: History<ServiceRule> =
    always(service_row(10, 7, Act::Hankintalaki, "127 §", TENDERERS));
static EVENT: History<ServiceRule> = always(service_row(
    11,
    0,
    Act::MaaraaikojenLaskeminen,
    "2 §",
    &Remedy::ALL,
));

/// The presumption of each means of service.
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

static RECTIFICATION: History<PeriodRule> = always(period_row(
    1,
    PeriodLength::Days(14),
    Act::Kuntalaki,
    "138 §",
));
static MUNICIPAL_APPEAL: History<PeriodRule> = always(period_row(
    2,
    PeriodLength::Days(30),
    Act::Kuntalaki,
    "138 §",
));
static ADMINISTRATIVE_APPEAL: History<PeriodRule> = always(period_row(
    3,
    PeriodLength::Days(30),
    Act::HallintoOikeudenkaynti,
    "13 §",
));
static RECTIFICATION_ADMINISTRATIVE: History<PeriodRule> = always(period_row(
    4,
    PeriodLength::Days(30),
    Act::Hallintolaki,
    "49 c §",
));
static PROCUREMENT_CORRECTION: History<PeriodRule> = always(period_row(
    5,
    PeriodLength::Days(14),
    Act::Hankintalaki,
    "133.2 §",
));
static MARKET_COURT: History<PeriodRule> = always(period_row(
    6,
    PeriodLength::Days(14),
    Act::Hankintalaki,
    "147.1 §",
));
static MARKET_COURT_30: History<PeriodRule> = always(period_row(
    7,
    PeriodLength::Days(30),
    Act::Hankintalaki,
    "147.2 §",
));
static MARKET_COURT_6_MONTHS: History<PeriodRule> = always(period_row(
    8,
    PeriodLength::Months(6),
    Act::Hankintalaki,
    "147.3 §",
));
static SUPREME_ADMINISTRATIVE_COURT: History<PeriodRule> = always(period_row(
    9,
    PeriodLength::Days(30),
    Act::HallintoOikeudenkaynti,
    "13 §",
));

/// The length of each remedy's period.
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
