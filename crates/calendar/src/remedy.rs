//! What a person who is dissatisfied with a decision can do about it.

use crate::code::parsed_from_code;

/// A remedy (muutoksenhakukeino) with a period of its own.
///
/// It is recorded for each decision and never inferred from the decision's kind: special acts send
/// some municipal decisions to the administrative court (808/2019 9 §).
///
/// ```
/// use calendar::{Remedy, UnknownCode};
///
/// assert_eq!("municipal-appeal".parse(), Ok(Remedy::MunicipalAppeal));
/// assert_eq!("Municipal appeal".parse::<Remedy>(), Err(UnknownCode { of: "remedy" }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remedy {
    /// Oikaisuvaatimus of the Local Government Act, 14 days (kuntalaki 134, 138 §).
    Rectification,
    /// Kunnallisvalitus, 30 days (kuntalaki 135, 138 §).
    MunicipalAppeal,
    /// Hallintovalitus, 30 days (808/2019 13 §).
    AdministrativeAppeal,
    /// Oikaisuvaatimus of the Administrative Procedure Act, 30 days (hallintolaki 49 c §).
    RectificationAdministrative,
    /// Hankintaoikaisu on a tenderer's demand, 14 days (hankintalaki 133.2 §).
    ProcurementCorrection,
    /// Appeal to the Market Court, 14 days (hankintalaki 147.1 §).
    MarketCourt,
    /// Appeal to the Market Court where the contract was made without a standstill, 30 days
    /// (hankintalaki 147.2 §).
    MarketCourt30,
    /// Appeal to the Market Court against a materially deficient decision or instruction, six
    /// months from the decision (hankintalaki 147.3 §).
    MarketCourt6Months,
    /// Further appeal to the Supreme Administrative Court, 30 days (kuntalaki 142 §, 808/2019
    /// 13 §).
    SupremeAdministrativeCourt,
}

impl Remedy {
    /// Every remedy, in the order of the declaration.
    pub const ALL: [Self; 9] = [
        Self::Rectification,
        Self::MunicipalAppeal,
        Self::AdministrativeAppeal,
        Self::RectificationAdministrative,
        Self::ProcurementCorrection,
        Self::MarketCourt,
        Self::MarketCourt30,
        Self::MarketCourt6Months,
        Self::SupremeAdministrativeCourt,
    ];

    /// The stable code, as in commands, files and databases.
    ///
    /// ```
    /// use calendar::Remedy;
    ///
    /// assert_eq!(Remedy::MarketCourt6Months.code(), "market-court-6-months");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rectification => "rectification",
            Self::MunicipalAppeal => "municipal-appeal",
            Self::AdministrativeAppeal => "administrative-appeal",
            Self::RectificationAdministrative => "rectification-administrative",
            Self::ProcurementCorrection => "procurement-correction",
            Self::MarketCourt => "market-court",
            Self::MarketCourt30 => "market-court-30",
            Self::MarketCourt6Months => "market-court-6-months",
            Self::SupremeAdministrativeCourt => "supreme-administrative-court",
        }
    }

    /// Whose closing hour ends the last day (150/1930 6 §).
    ///
    /// ```
    /// use calendar::{ReceivingOffice, Remedy};
    ///
    /// assert_eq!(Remedy::Rectification.receiving_office(), ReceivingOffice::Registry);
    /// assert_eq!(Remedy::MarketCourt.receiving_office(), ReceivingOffice::Court);
    /// ```
    pub const fn receiving_office(self) -> ReceivingOffice {
        match self {
            Self::Rectification => ReceivingOffice::Registry,
            Self::MunicipalAppeal
            | Self::AdministrativeAppeal
            | Self::MarketCourt
            | Self::MarketCourt30
            | Self::MarketCourt6Months
            | Self::SupremeAdministrativeCourt => ReceivingOffice::Court,
            Self::RectificationAdministrative | Self::ProcurementCorrection => {
                ReceivingOffice::OtherAuthority
            }
        }
    }
}

parsed_from_code!(Remedy, "remedy");

/// The office that must have received an appeal before it closes (150/1930 6 §).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReceivingOffice {
    /// The municipality's registry (kirjaamo).
    Registry,
    /// A court; all of them close at the same hour.
    Court,
    /// An authority whose hours this register does not know; the closing hour stays open.
    OtherAuthority,
}
