//! Organisations: funders, beneficiaries and authorities, with names that change over time.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::dated_name::DatedNames;
pub use crate::dated_name::{DatedName, NamesError};
use crate::id::OrganisationId;

/// An organisation and every name it has had.
///
/// Has at least one name; names are in the order of their first day, and the first one reaches
/// back as far as anything the register knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its identity.
    pub id: OrganisationId,
    /// What kind of organisation it is, which decides how it is served.
    pub kind: OrganisationKind,
    /// Its business identity code, if known.
    pub business_id: Option<BusinessId>,
    names: DatedNames,
}

impl Organisation {
    /// An organisation from its history of names.
    ///
    /// # Errors
    /// [`NamesError`] unless the first name has no date and the others have rising ones.
    pub fn new(
        id: OrganisationId,
        kind: OrganisationKind,
        business_id: Option<BusinessId>,
        names: Vec<DatedName>,
    ) -> Result<Self, NamesError> {
        Ok(Self {
            id,
            kind,
            business_id,
            names: DatedNames::new(names)?,
        })
    }

    /// The name in use on a day.
    pub fn name_on(&self, day: Date) -> &str {
        self.names.on(day)
    }

    /// Every name, the oldest first.
    pub fn names(&self) -> &[DatedName] {
        self.names.all()
    }
}

/// What kind of organisation a recipient or funder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// A city or municipality.
    Municipality,
    /// A state or regional authority, such as a regional council.
    Authority,
    /// A company, association or foundation.
    Private,
}

impl OrganisationKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Municipality, Self::Authority, Self::Private];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Authority => "authority",
            Self::Private => "private",
        }
    }

    /// The kind of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether a letter to it counts from its arrival (hallintolaki 59.2 §) and not from posting.
    pub const fn is_authority(self) -> bool {
        matches!(self, Self::Municipality | Self::Authority)
    }
}

/// A Finnish business identity code (Y-tunnus) whose check digit is right, such as `0214958-9`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BusinessId(String);

/// The text is not a business identity code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a business identity code such as 0214958-9")]
pub struct BusinessIdError;

impl std::str::FromStr for BusinessId {
    type Err = BusinessIdError;

    /// Reads seven digits, a hyphen and the check digit.
    ///
    /// # Errors
    /// [`BusinessIdError`] where the form or the check digit is wrong.
    ///
    /// ```
    /// use domain::organisation::BusinessId;
    /// assert!("0214958-9".parse::<BusinessId>().is_ok());
    /// assert!("0214958-8".parse::<BusinessId>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, BusinessIdError> {
        let text = text.trim();
        let (serial, check) = text.split_once('-').ok_or(BusinessIdError)?;
        let digits: Vec<u32> = serial.chars().filter_map(|c| c.to_digit(10)).collect();
        let check = match check.as_bytes() {
            [digit @ b'0'..=b'9'] => u32::from(digit - b'0'),
            _ => return Err(BusinessIdError),
        };
        if serial.len() != 7 || digits.len() != 7 {
            return Err(BusinessIdError);
        }
        let sum: u32 = digits
            .iter()
            .zip([7, 9, 10, 5, 8, 4, 2])
            .map(|(digit, weight)| digit * weight)
            .sum();
        let expected = match sum % 11 {
            0 => 0,
            1 => return Err(BusinessIdError),
            remainder => 11 - remainder,
        };
        if check == expected {
            Ok(Self(text.to_owned()))
        } else {
            Err(BusinessIdError)
        }
    }
}

impl TryFrom<String> for BusinessId {
    type Error = BusinessIdError;

    fn try_from(text: String) -> Result<Self, BusinessIdError> {
        text.parse()
    }
}

impl From<BusinessId> for String {
    fn from(id: BusinessId) -> Self {
        id.0
    }
}
