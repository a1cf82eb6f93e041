//! What is said of decisions: their state, when they were made, what they promise.

use domain::period::Phase;
use domain::view::desk::Stage;

texts! {
    /// Where a decision stands, in the words of the register.
    pub enum StateName {
        Draft: "Luonnos", "Utkast", "Draft";
        AwaitingSignature: "Allekirjoitettavana", "För underskrift", "Awaiting signature";
        Signed: "Allekirjoitettu", "Undertecknat", "Signed";
        Published: "Julkaistu", "Publicerat", "Published";
        Running: "Nähtävänä, oikaisuvaatimusaika käynnissä", "Framlagt, tiden för omprövningsbegäran löper", "On display, claim period running";
        Over: "Muutoksenhakuaika päättynyt", "Tiden för ändringssökande har gått ut", "Appeal period over";
    }
}

impl From<Stage> for StateName {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Draft => Self::Draft,
            Stage::AwaitingSignature => Self::AwaitingSignature,
            Stage::Signed => Self::Signed,
            Stage::Published(None) => Self::Published,
            Stage::Published(Some(Phase::Running { .. })) => Self::Running,
            Stage::Published(Some(Phase::Over)) => Self::Over,
        }
    }
}
