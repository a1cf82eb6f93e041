//! Addresses of the other funders of projects.

use domain::co_funding::{CoFundingKind, CoFundingStage};
use domain::slug::Slug;
use domain::view::co_funding::CoFundingFilter;

use super::{in_query, project};
use crate::address::payer;

/// What is missing over all projects.
pub const SHORTFALLS: &str = "/tyopoyta/vajeet";

/// What a filter leaves of it.
pub fn shortfalls(filter: &CoFundingFilter) -> String {
    let mut pairs = narrowed(filter);
    if filter.page > 1 {
        pairs.push(("sivu", filter.page.to_string()));
    }
    format!("{SHORTFALLS}{}", in_query(&pairs))
}

/// The same on all pages as files: CSV, CSV for Finnish spreadsheets and XLSX.
pub fn shortfalls_files(filter: &CoFundingFilter) -> [String; 3] {
    super::in_files(SHORTFALLS, &narrowed(filter))
}

/// The other funders of a project.
pub fn co_funding(slug: &Slug) -> String {
    format!("{}/rahoittajat", project(slug))
}

/// The form that records an entry of a kind; of what undoes one, about the entry of a number.
pub fn record_co_funding(slug: &Slug, kind: CoFundingKind, entry: Option<u32>) -> String {
    let of = co_funding(slug);
    let act = act(kind);
    entry.map_or_else(
        || format!("{of}/{act}"),
        |number| format!("{of}/{act}/{number}"),
    )
}

/// What the address of a form says is recorded; never that an entry is undone.
pub fn co_funding_kind(name: &str) -> Option<CoFundingKind> {
    let mut kinds = CoFundingKind::ALL.into_iter();
    kinds.find(|kind| *kind != CoFundingKind::Undone && act(*kind) == name)
}

const fn act(kind: CoFundingKind) -> &'static str {
    match kind {
        CoFundingKind::Granted => "paatos",
        CoFundingKind::Refused => "kielto",
        CoFundingKind::Paid => "maksu",
        CoFundingKind::Undone => "kumoa",
    }
}

fn narrowed(filter: &CoFundingFilter) -> Vec<(&'static str, String)> {
    let parts = [
        (
            "tilanne",
            filter.stage.map(CoFundingStage::code).map(str::to_owned),
        ),
        ("rahoittaja", filter.payer.map(payer)),
        ("hanke", filter.project.as_ref().map(Slug::to_string)),
    ];
    let chosen = parts.into_iter();
    chosen
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}
