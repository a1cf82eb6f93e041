//! Addresses of the payment claims of a project.

use domain::payment_claim::ClaimKind;
use domain::slug::Slug;

use super::project;

/// The claims of a project.
pub fn claims(slug: &Slug) -> String {
    format!("{}/maksatushakemukset", project(slug))
}

/// The same as files.
pub fn claims_files(slug: &Slug) -> [String; 3] {
    super::in_files(&claims(slug), &[])
}

/// One claim.
pub fn claim(slug: &Slug, number: u32) -> String {
    format!("{}/{number}", claims(slug))
}

/// The form that records an entry of a kind, about the claim of a number where it is about one.
pub fn record_claim(slug: &Slug, kind: ClaimKind, number: Option<u32>) -> String {
    let of = number.map_or_else(|| claims(slug), |number| claim(slug, number));
    format!("{of}/{}", act(kind))
}

/// What the address of a form says is recorded of a claim.
pub fn claim_kind(name: &str) -> Option<ClaimKind> {
    let mut kinds = ClaimKind::ALL.into_iter();
    kinds.find(|kind| kind.is_of_claim() && act(*kind) == name)
}

const fn act(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Made => "uusi",
        ClaimKind::Changed => "muutos",
        ClaimKind::Sent => "lahetys",
        ClaimKind::Decided => "paatos",
        ClaimKind::Paid => "maksu",
        ClaimKind::TakenBack => "takaisin",
        ClaimKind::Withdrawn => "peruminen",
        ClaimKind::AdvanceReceived => "ennakko",
        ClaimKind::AdvanceUndone => "ennakko/kumoa",
    }
}
