//! Addresses of the views of the money of all projects.

use domain::decision::CommitmentStrength;
use domain::id::DecisionId;
use domain::slug::Slug;
use domain::view::commitment_list::{CommitmentFilter, Named};
use domain::view::funding::FundingFilter;

use super::in_query;
use crate::address::{named, payer, text};

/// The commitments of all projects.
pub const COMMITMENTS: &str = "/tyopoyta/sitoumukset";
/// The plans of all projects by year and funder.
pub const ALL_FUNDING: &str = "/tyopoyta/rahoitus";
/// The amounts that a sum of them is made of.
pub const FUNDING_ROWS: &str = "/tyopoyta/rahoitus/rivit";

/// The commitments that a filter leaves.
pub fn commitments(filter: &CommitmentFilter) -> String {
    let mut pairs = narrowed(filter);
    if filter.page > 1 {
        pairs.push(("sivu", filter.page.to_string()));
    }
    format!("{COMMITMENTS}{}", in_query(&pairs))
}

/// The commitments that a filter leaves, on all pages, as files: CSV, CSV for Finnish spreadsheets
/// and XLSX.
pub fn commitment_files(filter: &CommitmentFilter) -> [String; 3] {
    in_files(COMMITMENTS, &narrowed(filter))
}

/// A table of a page as files: CSV, CSV for Finnish spreadsheets and XLSX.
pub(super) fn in_files(page: &str, pairs: &[(&'static str, String)]) -> [String; 3] {
    let of_excel = [pairs, &[("muoto", "excel".to_owned())]].concat();
    [
        format!("{page}.csv{}", in_query(pairs)),
        format!("{page}.csv{}", in_query(&of_excel)),
        format!("{page}.xlsx{}", in_query(pairs)),
    ]
}

fn narrowed(filter: &CommitmentFilter) -> Vec<(&'static str, String)> {
    // A budget line is named by a decision, which may write any text.
    let line = filter.budget_line.clone().map(named);
    let parts = [
        ("vuosi", filter.year.map(named)),
        ("kohta", line.map(|line| text(&line))),
        ("hanke", filter.project.as_ref().map(Slug::to_string)),
        (
            "sitovuus",
            filter
                .strength
                .map(CommitmentStrength::code)
                .map(str::to_owned),
        ),
        (
            "paatoksentekija",
            filter.series.as_ref().map(Slug::to_string),
        ),
    ];
    let chosen = parts.into_iter();
    chosen
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

/// The plans of all projects as files: CSV, CSV for Finnish spreadsheets and XLSX.
pub fn funding_files(filter: &FundingFilter) -> [String; 3] {
    in_files(ALL_FUNDING, &planned(filter))
}

/// The amounts that a sum is made of: of a year, of what no plan divides by years, or of all; and
/// the page of them.
pub fn funding_rows(filter: &FundingFilter, year: Option<Named<u16>>, page: u32) -> String {
    let mut pairs = rows(filter, year);
    if page > 1 {
        pairs.push(("sivu", page.to_string()));
    }
    format!("{FUNDING_ROWS}{}", in_query(&pairs))
}

/// The same amounts as files: CSV, CSV for Finnish spreadsheets and XLSX.
pub fn funding_row_files(filter: &FundingFilter, year: Option<Named<u16>>) -> [String; 3] {
    in_files(FUNDING_ROWS, &rows(filter, year))
}

/// The money of a decision.
pub fn decision_money(id: DecisionId) -> String {
    format!("{}/raha", super::decision(id))
}

/// The same as files: CSV, CSV for Finnish spreadsheets and XLSX.
pub fn decision_money_files(id: DecisionId) -> [String; 3] {
    in_files(&decision_money(id), &[])
}

/// Two versions of a project's funding plan beside each other.
pub fn plan_comparison(slug: &Slug) -> String {
    format!("{}/vertailu", super::funding(slug))
}

/// The plan in force as the table that is imported again.
pub fn plan_files(slug: &Slug) -> [String; 3] {
    in_files(&super::funding(slug), &[])
}

/// The same of versions that are named.
pub fn plan_change(slug: &Slug, from: u32, to: u32) -> String {
    let pairs = compared(from, to);
    format!("{}{}", plan_comparison(slug), in_query(&pairs))
}

/// The same as files: CSV, CSV for Finnish spreadsheets and XLSX.
pub fn plan_comparison_files(slug: &Slug, from: u32, to: u32) -> [String; 3] {
    in_files(&plan_comparison(slug), &compared(from, to))
}

fn compared(from: u32, to: u32) -> [(&'static str, String); 2] {
    [("mista", from.to_string()), ("mihin", to.to_string())]
}

fn rows(filter: &FundingFilter, year: Option<Named<u16>>) -> Vec<(&'static str, String)> {
    let mut pairs = planned(filter);
    pairs.extend(year.map(|year| ("vuosi", named(year))));
    pairs
}

fn planned(filter: &FundingFilter) -> Vec<(&'static str, String)> {
    let parts = [
        ("alkuvuosi", filter.from.map(|year| year.to_string())),
        ("loppuvuosi", filter.until.map(|year| year.to_string())),
        ("rahoittaja", filter.payer.map(payer)),
        ("hanke", filter.project.as_ref().map(Slug::to_string)),
    ];
    let chosen = parts.into_iter();
    chosen
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}
