//! Citations as data; the sentences around them belong to whoever shows them.

/// A provision: an act and the section in it, as Finnish law is cited.
///
/// ```
/// use calendar::{Act, Statute};
///
/// let presumption = Statute { act: Act::Kuntalaki, section: "140.3 §" };
/// assert_eq!((presumption.act.number(), presumption.section), ("410/2015", "140.3 §"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Statute {
    /// The act.
    pub act: Act,
    /// The section with its subsection: `140.3 §` is section 140, subsection 3.
    pub section: &'static str,
}

/// The acts on which the rules rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Kuntalaki 410/2015, the Local Government Act.
    Kuntalaki,
    /// Kuntalaki 365/1995, its predecessor; its remedies applied until 31 May 2017.
    Kuntalaki1995,
    /// Hallintolaki 434/2003, the Administrative Procedure Act.
    Hallintolaki,
    /// Laki sähköisestä asioinnista viranomaistoiminnassa 13/2003.
    SahkoinenAsiointi,
    /// Laki säädettyjen määräaikain laskemisesta 150/1930.
    MaaraaikojenLaskeminen,
    /// Laki oikeudenkäynnistä hallintoasioissa 808/2019.
    HallintoOikeudenkaynti,
    /// Laki julkisista hankinnoista ja käyttöoikeussopimuksista 1397/2016.
    Hankintalaki,
    /// Kirkkolaki 652/2023, the Church Act: the church holidays.
    Kirkkolaki,
}

impl Act {
    /// Every act, in the order of the declaration.
    pub const ALL: [Self; 8] = [
        Self::Kuntalaki,
        Self::Kuntalaki1995,
        Self::Hallintolaki,
        Self::SahkoinenAsiointi,
        Self::MaaraaikojenLaskeminen,
        Self::HallintoOikeudenkaynti,
        Self::Hankintalaki,
        Self::Kirkkolaki,
    ];

    /// The number in the Statutes of Finland.
    ///
    /// ```
    /// use calendar::Act;
    ///
    /// assert_eq!(Act::MaaraaikojenLaskeminen.number(), "150/1930");
    /// ```
    pub const fn number(self) -> &'static str {
        match self {
            Self::Kuntalaki => "410/2015",
            Self::Kuntalaki1995 => "365/1995",
            Self::Hallintolaki => "434/2003",
            Self::SahkoinenAsiointi => "13/2003",
            Self::MaaraaikojenLaskeminen => "150/1930",
            Self::HallintoOikeudenkaynti => "808/2019",
            Self::Hankintalaki => "1397/2016",
            Self::Kirkkolaki => "652/2023",
        }
    }
}

impl Statute {
    pub(crate) const fn new(act: Act, section: &'static str) -> Self {
        Self { act, section }
    }
}
