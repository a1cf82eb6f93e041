//! The city whose register this is: what its pages and instructions say of it.

use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::organisation::BusinessId;

/// A name in each language of the interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalName {
    /// In Finnish.
    pub fi: String,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl LocalName {
    /// The name in a language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fi => &self.fi,
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}

/// The city and the office that receives claims against its decisions.
///
/// The registry's opening hours are not here: they are dated data of [`calendar`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct City {
    /// The authority, e.g. Kajaanin kaupunki.
    pub name: LocalName,
    /// Its business identity code, which names the unit in the register of cases
    /// (tiedonhallintalaki 26 §), where it was entered.
    pub business_id: Option<BusinessId>,
    /// What names the authority there: the number of the municipality.
    pub authority_id: String,
    /// Its registry, to which a claim is delivered, e.g. Kajaanin kaupungin kirjaamo.
    pub registry: LocalName,
    /// The body to which a rectification claim is made (kuntalaki 134 §).
    pub remedy_body: LocalName,
    /// The administrative court of the city's district, which receives municipal and
    /// administrative appeals, where its addresses were entered.
    pub court: Option<Court>,
    /// Postal address.
    pub postal_address: String,
    /// Visiting address.
    pub visiting_address: String,
    /// The registry's public e-mail address.
    pub email: String,
    /// The public telephone number.
    pub phone: String,
    /// The prefix of the city's case numbers, e.g. `KAJDno`.
    pub case_prefix: String,
}

/// A court and how documents reach it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Court {
    /// Its name.
    pub name: LocalName,
    /// Postal address.
    pub postal_address: String,
    /// Visiting address.
    pub visiting_address: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Where documents are delivered electronically, e.g. the administrative courts' service.
    pub online: String,
}
