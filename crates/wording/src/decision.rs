//! What is said of decisions: where they stand, when they were made, what they promise.

use calendar::Remedy;
use domain::decision::CommitmentStrength;
use domain::view::desk::Stage;
use domain::view::public::{Decided, PublicSince, PublicStage};
use time::Date;

use crate::{Lang, format};

texts! {
    /// Where a decision stands, in the words of the register.
    pub enum StateName {
        Draft: "Luonnos", "Utkast", "Draft";
        AwaitingSignature: "Allekirjoitettavana", "För underskrift", "Awaiting signature";
        Abandoned: "Peruttu", "Återkallat", "Withdrawn";
        Signed: "Allekirjoitettu", "Undertecknat", "Signed";
        Published: "Julkaistu", "Publicerat", "Published";
        ClaimPeriod: "Nähtävänä, oikaisuvaatimusaika käynnissä", "Framlagt, tiden för omprövningsbegäran löper", "On display, claim period running";
        AppealPeriod: "Nähtävänä, muutoksenhakuaika käynnissä", "Framlagt, tiden för ändringssökande löper", "On display, appeal period running";
        Final: "Lainvoimainen", "Laga kraft", "Final";
        Over: "Muutoksenhakuaika päättynyt", "Tiden för ändringssökande har gått ut", "Appeal period over";
    }
}

impl From<Stage> for StateName {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Draft => Self::Draft,
            Stage::AwaitingSignature => Self::AwaitingSignature,
            Stage::Abandoned => Self::Abandoned,
            Stage::Signed => Self::Signed,
            Stage::Published(PublicStage::Published) => Self::Published,
            Stage::Published(PublicStage::Running {
                remedy: Remedy::Rectification | Remedy::RectificationAdministrative,
            }) => Self::ClaimPeriod,
            Stage::Published(PublicStage::Running { .. }) => Self::AppealPeriod,
            Stage::Published(PublicStage::Over) => Self::Over,
            Stage::Published(PublicStage::Final { .. }) => Self::Final,
        }
    }
}

/// Since which day a decision is final.
///
/// ```
/// use time::macros::date;
/// use wording::{Lang, decision::final_since};
/// assert_eq!(final_since(date!(2023-09-12), Lang::Fi), "12.9.2023 alkaen");
/// ```
pub fn final_since(from: Date, lang: Lang) -> String {
    let day = format::date(from, lang);
    match lang {
        Lang::Fi => format!("{day} alkaen"),
        Lang::Sv => format!("från {day}"),
        Lang::En => format!("since {day}"),
    }
}

/// When a decision was made, as far as that is known.
///
/// ```
/// use domain::view::public::{Decided, PublicSince, PublicStage};
/// use wording::{Lang, decision::decided};
/// assert_eq!(decided(Decided::Unknown, Lang::Fi), "ei tiedossa");
/// ```
pub fn decided(decided: Decided, lang: Lang) -> String {
    match decided {
        Decided::On(day) => format::date(day, lang),
        Decided::Unknown => format::unknown(lang).to_owned(),
        Decided::NoLaterThan(day) => {
            let day = format::date(day, lang);
            match lang {
                Lang::Fi => format!("viimeistään {day}; tarkka päivä ei ole tiedossa"),
                Lang::Sv => format!("senast {day}; den exakta dagen är inte känd"),
                Lang::En => format!("{day} at the latest; the exact day is not known"),
            }
        }
    }
}

/// From which day a decision is public; nothing of one that is not.
///
/// ```
/// use domain::view::public::PublicSince;
/// use wording::{Lang, decision::public_since};
/// assert_eq!(public_since(PublicSince::NotYet, Lang::En), None);
/// ```
pub fn public_since(since: PublicSince, lang: Lang) -> Option<String> {
    match since {
        PublicSince::Day(day) => Some(format::date(day, lang)),
        PublicSince::UnknownDay => Some(
            match lang {
                Lang::Fi => "muualla; päivä ei ole tiedossa",
                Lang::Sv => "på annat håll; dagen är inte känd",
                Lang::En => "elsewhere; the day is not known",
            }
            .to_owned(),
        ),
        PublicSince::NotYet => None,
    }
}

texts_of! {
    /// What a commitment's strength means, in a sentence.
    pub fn strength_means(CommitmentStrength) {
        Granted: "Kaupunki maksaa summan.", "Staden betalar beloppet.", "The city pays the amount.";
        AtMost: "Kaupunki maksaa enintään summan.", "Staden betalar högst beloppet.", "The city pays at most the amount.";
        Conditional: "Kaupunki maksaa summan, jos ehto täyttyy.", "Staden betalar beloppet om villkoret uppfylls.", "The city pays the amount if the condition is met.";
        ProvidedFor: "Kaupunki varautuu summaan, mutta ei ole vielä sitoutunut siihen.", "Staden reserverar beloppet men har ännu inte förbundit sig.", "The city provides for the amount but has not committed itself yet.";
    }
}

/// A section with its year, as city documents write it: `§ 5/2023`; `§ –/2023` where the number is
/// still to come, which 0 stands for.
pub fn section(number: u32, year: u16) -> String {
    if number == 0 {
        return format!("§\u{a0}–/{year}");
    }
    format!("§\u{a0}{number}/{year}")
}
