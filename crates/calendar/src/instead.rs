//! What to give instead of a means that does not start a remedy's period.

use crate::{Act, Means, Remedy, Statute};

/// The way to a period where the law counts it from another day than the given means does.
///
/// ```
/// use calendar::{AppealPeriod, Instead, Means, NotComputable, Offices, Remedy};
/// use time::macros::date;
///
/// let compute = |means| {
///     let sent = date!(2026 - 12 - 10);
///     AppealPeriod::compute(Remedy::MarketCourt, means, sent, &Offices::kajaani())
/// };
/// let refused = compute(Means::EMessage).map_err(NotComputable::instead);
/// assert_eq!(refused, Err(Some(Instead::ProcurementEMessage)));
/// assert!(compute(Means::ProcurementEMessage).is_ok());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Instead {
    /// [`Means::Event`] with the day on which the decision was made.
    DecisionDay,
    /// [`Means::Event`] with the day on which the notice of the court's decision was published; a
    /// party gives the own service.
    NoticeDay,
    /// The means by which the party itself was served: published minutes give knowledge to
    /// municipal members, to whom this remedy is not open.
    OwnService,
    /// [`Means::EMessage`] with the same day.
    EMessage,
    /// [`Means::ProcurementEMessage`] with the same day.
    ProcurementEMessage,
}

impl Instead {
    /// What to give for a pair that is refused.
    pub(crate) const fn of(remedy: Remedy, means: Means) -> Self {
        let from_service = !matches!(remedy, Remedy::MarketCourt6Months);
        match means {
            Means::EMessage if from_service => Self::ProcurementEMessage,
            Means::ProcurementEMessage if from_service => Self::EMessage,
            Means::PublishedMinutes if matches!(remedy, Remedy::SupremeAdministrativeCourt) => {
                Self::NoticeDay
            }
            Means::PublishedMinutes if from_service => Self::OwnService,
            // These start every period that is counted from a service; what they do not start is
            // counted from the decision itself.
            Means::EMessage
            | Means::ProcurementEMessage
            | Means::PublishedMinutes
            | Means::Letter
            | Means::LetterToAuthority
            | Means::Proof
            | Means::Substituted
            | Means::PublicNotice
            | Means::ProcurementLetter
            | Means::Event => Self::DecisionDay,
        }
    }

    /// The provision from which the right day follows.
    ///
    /// ```
    /// use calendar::Instead;
    ///
    /// assert_eq!(Instead::DecisionDay.statute().section, "147.3 §");
    /// ```
    pub const fn statute(self) -> Statute {
        match self {
            Self::DecisionDay => Statute::new(Act::Hankintalaki, "147.3 §"),
            Self::NoticeDay => Statute::new(Act::Kuntalaki, "142 §"),
            Self::OwnService => Statute::new(Act::Kuntalaki, "140.3 §"),
            Self::EMessage => Statute::new(Act::SahkoinenAsiointi, "19 §"),
            Self::ProcurementEMessage => Statute::new(Act::Hankintalaki, "127 §"),
        }
    }
}

/// Writes each advice once; the batch shows it after the code of the refusal.
macro_rules! advice {
    ($($instead:ident: $advice:literal;)*) => {
        impl Instead {
            /// What to do, for commands and logs.
            ///
            /// ```
            /// use calendar::Instead;
            ///
            /// assert!(Instead::EMessage.advice().ends_with("use the means e-message"));
            /// ```
            pub const fn advice(self) -> &'static str {
                match self {
                    $(Self::$instead => $advice,)*
                }
            }

            /// The same after the code of the refusal.
            pub(crate) const fn reason(self) -> &'static str {
                match self {
                    $(Self::$instead => concat!("means-does-not-start-this-period: ", $advice),)*
                }
            }
        }
    };
}

advice! {
    DecisionDay: "hankintalaki 147.3 § counts from the decision itself; \
                  use the means event with the day on which it was made";
    NoticeDay: "kuntalaki 142 § counts from the notice of the court's decision; \
                use the means event with the day on which it was published, \
                or the means by which the party was served";
    OwnService: "minutes give knowledge to municipal members (kuntalaki 140.3 §), \
                 to whom this remedy is not open; use the means by which the party was served";
    EMessage: "hankintalaki 127 § holds for the remedies of that act alone, \
               outside it 13/2003 19 § counts; use the means e-message";
    ProcurementEMessage: "hankintalaki 127 § counts from the day of sending; \
                          use the means procurement-e-message";
}
