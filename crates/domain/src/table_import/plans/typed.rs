//! The rows of a file that are about one project, as the form of its plan would have them.

use std::collections::BTreeMap;

use super::AmountKind;
use super::grouping::{self, Group};
use super::words;
use crate::finding::{Finding, FindingCode, Findings};
use crate::funding::{CostRowDraft, FundingCategory, FundingPlanDraft, FundingRowDraft};
use crate::money::Money;
use crate::table_import::TypedRow;
use crate::table_import::organisations::KnownOrganisations;
use crate::table_import::row::typed;

/// The columns that say something of the costs as a whole, in whichever row of the project.
const OF_COSTS: [&str; 3] = ["cost_model", "support_kind", "rate_reason"];

/// A row that was read so far that its place in the plan is known.
#[derive(Clone, Debug)]
pub(super) struct ReadRow {
    /// Which row of the file.
    pub(super) at: usize,
    /// The row of the plan it belongs to, where that is numbered.
    pub(super) line: Option<u32>,
    pub(super) part: bool,
    /// As the form has them.
    pub(super) funders: String,
    pub(super) kind: AmountKind,
    pub(super) year: Option<u16>,
    pub(super) amount: String,
    pub(super) share: String,
}

/// A plan as the form would have it, with the rows of the file it is from.
pub(super) struct Typed {
    pub(super) draft: FundingPlanDraft,
    lines: Vec<Group>,
    costs: Vec<Group>,
    total_cost: Option<usize>,
    first: usize,
}

/// What the form of a project begins with.
pub(super) struct Before<'a> {
    /// The plan in force, with a column for each year of the project.
    pub(super) draft: &'a FundingPlanDraft,
    /// Why the new version is made.
    pub(super) reason: &'a str,
}

/// Reads the rows of a project at their places in the file. `None` where a row has no place in the
/// plan; that is said in the row.
pub(super) fn read(
    rows: &mut [TypedRow],
    at: &[usize],
    before: &Before<'_>,
    organisations: &KnownOrganisations,
) -> Option<Typed> {
    let read: Vec<_> = at
        .iter()
        .map(|at| read_row(&mut rows[*at], *at, organisations))
        .collect();
    let facts = OF_COSTS.map(|field| of_costs(rows, at, field));
    let read: Vec<ReadRow> = read.into_iter().collect::<Option<_>>()?;
    let years = read.iter().filter_map(|row| row.year);
    let before_it = before.draft.clone().with_years(years);
    let (mut lines, mut costs, mut total_cost) = (Vec::new(), Vec::new(), None);
    for row in read {
        match row.kind {
            AmountKind::Funding(_) => lines.push(row),
            AmountKind::Cost(_) => costs.push(row),
            AmountKind::TotalCost if total_cost.is_some() => {
                say(rows, row.at, "category", FindingCode::AmountTwice);
            }
            AmountKind::TotalCost => total_cost = Some((row.at, row.amount)),
        }
    }
    let lines = grouping::lines(rows, lines);
    let costs = grouping::costs(rows, costs);
    let years = before_it.years.clone();
    let mut draft = FundingPlanDraft {
        reason: before.reason.to_owned(),
        rows: lines
            .iter()
            .map(|group| line_draft(rows, group, &years))
            .collect(),
        total_cost: total_cost
            .as_ref()
            .map(|(_, typed)| typed.clone())
            .unwrap_or_default(),
        ..before_it.clone()
    };
    let says_costs = !costs.is_empty() || facts.iter().any(|fact| !fact.is_empty());
    if says_costs {
        let [model, support, reason] = facts;
        draft.cost_model = model;
        draft.support_kind = support;
        draft.rate_reason = reason;
        draft.costs = costs
            .iter()
            .map(|group| cost_draft(rows, group, &years))
            .collect();
    } else if total_cost.is_none() {
        // A file that says nothing of costs leaves them as they are.
        draft.total_cost = before_it.total_cost;
    }
    Some(Typed {
        draft,
        lines,
        costs,
        total_cost: total_cost.map(|(at, _)| at),
        first: at.first().copied()?,
    })
}

impl Typed {
    /// Says what the form found, each at the row of the file where it can be mended.
    pub(super) fn say(&self, rows: &mut [TypedRow], found: &Findings) {
        for finding in found {
            let (at, field) = self.place(&finding.place);
            say(rows, at, field, finding.code);
        }
    }

    fn place(&self, place: &str) -> (usize, &'static str) {
        let mut parts = place.splitn(3, '-');
        let (of, number, field) = (parts.next(), parts.next(), parts.next());
        let groups = match of {
            Some("rows") => &self.lines,
            Some("costs") => &self.costs,
            Some("total_cost") => {
                let field = self.total_cost.map_or("", |_| "amount");
                return (self.total_cost.unwrap_or(self.first), field);
            }
            of => {
                let field = OF_COSTS.into_iter().find(|field| of == Some(*field));
                return (self.first, field.unwrap_or_default());
            }
        };
        let group = number.and_then(|number| groups.get(number.parse::<usize>().ok()?));
        let Some(group) = group else {
            return (self.first, "");
        };
        match field {
            Some("funders") => (group.first(), "funder"),
            Some("category") => (group.first(), "category"),
            Some("part") => (group.first(), "part"),
            Some("share") => (group.share_at(), "share"),
            Some("total") => (group.at(None), "amount"),
            Some(year) => (group.at(year.parse().ok()), "amount"),
            None => (group.first(), ""),
        }
    }
}

/// Says something of a field of a row; of the row where the field is no column.
pub(super) fn say(rows: &mut [TypedRow], at: usize, field: &str, code: FindingCode) {
    if let Some(row) = rows.get_mut(at) {
        row.say(&Finding::at(field, code).into());
    }
}

fn read_row(row: &mut TypedRow, at: usize, organisations: &KnownOrganisations) -> Option<ReadRow> {
    let mut findings = Findings::default();
    let year = match row.text("year") {
        "" => Ok(None),
        typed => findings.year("year", typed).map(Some).ok_or(()),
    };
    let number = row.text("plan_line").to_owned();
    let line = findings.optional("plan_line", &number, FindingCode::NotALineNumber);
    let part = words::mark(row.text("part"));
    let (kind, funders) = kind_and_funders(row, &mut findings, organisations);
    let year_of_total = matches!((kind, year), (Some(AmountKind::TotalCost), Ok(Some(_))));
    let of_costs = matches!(kind, Some(AmountKind::Cost(_) | AmountKind::TotalCost));
    let without = ["plan_line", "part", "funder", "share"].into_iter();
    let without = without
        .filter(|_| of_costs)
        .chain(year_of_total.then_some("year"));
    for field in without {
        if !row.text(field).is_empty() {
            findings.push(Finding::at(field, FindingCode::NotInThisRow));
        }
    }
    if part.is_none() {
        row.say_unknown("part");
    }
    let is_placed = number.is_empty() || line.is_some();
    row.say(&findings);
    Some(ReadRow {
        at,
        line: line.filter(|_| is_placed),
        part: part?,
        funders,
        kind: kind?,
        year: year.ok()?,
        amount: row.text("amount").to_owned(),
        share: row.text("share").to_owned(),
    })
    .filter(|_| is_placed)
}

/// What a row is, and who pays it as the form has that. Money that is still to be found needs no
/// funder, and may be told by the column of funders alone.
fn kind_and_funders(
    row: &mut TypedRow,
    findings: &mut Findings,
    organisations: &KnownOrganisations,
) -> (Option<AmountKind>, String) {
    const MISSING: AmountKind = AmountKind::Funding(FundingCategory::StillToBeFound);
    let (category, funder) = (
        row.text("category").to_owned(),
        row.text("funder").to_owned(),
    );
    let says_missing = organisations.of(&funder).is_none() && words::kind(&funder) == Some(MISSING);
    let kind = if category.is_empty() && says_missing {
        Some(MISSING)
    } else {
        words::kind(&category)
    };
    if kind.is_none() && category.is_empty() {
        findings.push(Finding::at("category", FindingCode::Missing));
    } else if kind.is_none() {
        row.say_unknown("category");
    }
    if kind == Some(MISSING) && (says_missing || funder.is_empty()) {
        return (kind, "*".to_owned());
    }
    (kind, funders(&funder, organisations))
}

/// Funders as the form has them: names of today, and `*` for others. What is not known stays as it
/// was typed, and is found so.
fn funders(typed: &str, organisations: &KnownOrganisations) -> String {
    let each = typed.split(';').map(str::trim);
    let each = each.filter(|name| !name.is_empty()).map(|name| {
        let Some(id) = organisations.of(name) else {
            return if words::is_others(name) { "*" } else { name };
        };
        // A name that another organisation had first would be that one's.
        let today = organisations.name(id);
        let today = today.filter(|today| organisations.named(today) == Some(id));
        today.unwrap_or(name)
    });
    each.collect::<Vec<_>>().join("; ")
}

/// What the rows of a project say of its costs as a whole; one of them is enough.
fn of_costs(rows: &mut [TypedRow], at: &[usize], field: &'static str) -> String {
    let mut said = String::new();
    for at in at {
        let typed = rows[*at].text(field).to_owned();
        let read = match field {
            "cost_model" => words::model(&typed).map(str::to_owned),
            "support_kind" => words::support(&typed).map(str::to_owned),
            _ => Some(typed.clone()),
        };
        match read {
            _ if typed.is_empty() => {}
            None => rows[*at].say_unknown(field),
            Some(read) if said.is_empty() => said = read,
            Some(read) if read != said => say(rows, *at, field, FindingCode::RowsDisagree),
            Some(_) => {}
        }
    }
    said
}

fn line_draft(rows: &mut [TypedRow], group: &Group, years: &[u16]) -> FundingRowDraft {
    let first = &group.rows[0];
    let category = match first.kind {
        AmountKind::Funding(category) => category.code(),
        AmountKind::Cost(_) | AmountKind::TotalCost => "",
    };
    FundingRowDraft {
        funders: first.funders.clone(),
        category: category.to_owned(),
        share: group.share(),
        total: total(rows, group),
        amounts: of_years(group, years),
        part: first.part,
    }
}

fn cost_draft(rows: &mut [TypedRow], group: &Group, years: &[u16]) -> CostRowDraft {
    let category = match group.rows[0].kind {
        AmountKind::Cost(category) => category.code(),
        AmountKind::Funding(_) | AmountKind::TotalCost => "",
    };
    let (total, amounts) = (total(rows, group), of_years(group, years));
    // The form sums years that are all known, and here something beside them is not.
    let undivided = group.undivided().filter(|row| row.amount.is_empty());
    if let Some(row) = undivided.filter(|_| amounts.iter().all(|amount| !amount.is_empty())) {
        say(rows, row.at, "amount", FindingCode::Missing);
    }
    CostRowDraft {
        category: category.to_owned(),
        total,
        amounts,
    }
}

fn of_years(group: &Group, years: &[u16]) -> Vec<String> {
    let amount = |year: &u16| {
        let row = group.rows.iter().find(|row| row.year == Some(*year));
        row.map_or_else(String::new, |row| row.amount.clone())
    };
    years.iter().map(amount).collect()
}

/// The total of a line: the sum of its rows; nothing where one of them does not say.
fn total(rows: &mut [TypedRow], group: &Group) -> String {
    let undivided = group.undivided().map_or("", |row| row.amount.as_str());
    let is_wrong = match undivided.parse::<Money>() {
        Ok(amount) => amount < Money::ZERO,
        Err(_) => !undivided.is_empty(),
    };
    // As the total it is found to be wrong, at its own row.
    if is_wrong {
        return undivided.to_owned();
    }
    let amounts: Result<Vec<Money>, _> = group.rows.iter().map(|row| row.amount.parse()).collect();
    let Ok(amounts) = amounts else {
        return String::new();
    };
    let sum = Money::checked_sum(amounts);
    if sum.is_none() {
        say(rows, group.first(), "amount", FindingCode::AmountTooLarge);
    }
    sum.map(typed).unwrap_or_default()
}

/// The rows of each year, by their place in the plan.
pub(super) fn by_year(rows: &[ReadRow]) -> BTreeMap<Option<u16>, Vec<&ReadRow>> {
    let mut years: BTreeMap<Option<u16>, Vec<&ReadRow>> = BTreeMap::new();
    for row in rows {
        years.entry(row.year).or_default().push(row);
    }
    years
}
