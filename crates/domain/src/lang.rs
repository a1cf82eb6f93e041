//! The languages of the register.

use serde::{Deserialize, Serialize};

/// A language of the interface or of a passage: Finnish first, full Swedish and English.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Finnish, the official language of the example city.
    #[default]
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Lang {
    /// Every language, Finnish first.
    pub const ALL: [Self; 3] = [Self::Fi, Self::Sv, Self::En];

    /// The BCP 47 tag: `fi`, `sv`, `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fi => "fi",
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// What stands before addresses in this language: nothing for Finnish, else `/sv`, `/en`.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Fi => "",
            Self::Sv => "/sv",
            Self::En => "/en",
        }
    }

    /// The language of a tag, or `None` for any other text.
    ///
    /// ```
    /// use domain::Lang;
    /// assert_eq!(Lang::from_code("sv"), Some(Lang::Sv));
    /// assert_eq!(Lang::from_code("de"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// The Finnish months in their basic form: what is read from documents, searched and written.
pub const FINNISH_MONTHS: [&str; 12] = [
    "tammikuu",
    "helmikuu",
    "maaliskuu",
    "huhtikuu",
    "toukokuu",
    "kesäkuu",
    "heinäkuu",
    "elokuu",
    "syyskuu",
    "lokakuu",
    "marraskuu",
    "joulukuu",
];
