//! The other funders of all projects: what the plans in force say that each pays beside what it
//! decided and paid.
//!
//! Where a funder stands is judged here and nowhere else, so that one list over all projects, its
//! sums and the page of one project cannot differ.

use std::cmp::Reverse;

use domain::Money;
use domain::co_funding::CoFundingStage;
use domain::funding::Payer;
use domain::id::OrganisationId;
use domain::slug::Slug;
use domain::view::co_funding::{CoFundingRow, CoFundingSums};
use domain::view::funding::Planned;
use uuid::Uuid;

use crate::co_funding_entry::decided;
use crate::error::RowOf;
use crate::planned_amount::{payer, payer_code};
use crate::tx::fetch_all;
use crate::{Cut, StoreError, Tx};

/// Where each funder stands, `f`. `$1` is the city, `$2` the year whose earlier ones are past, `$3`
/// a project; `$4` leaves only what is short, `$5` a stage, `$6` and `$7` a payer.
///
/// Where nothing is known of a decision, what was paid is as good as granted. A plan that says that
/// 0 is missing misses nothing.
macro_rules! standing {
    () => {
        "with planned as (
            select a.project, a.payer, a.organisation,
                   cast(sum(a.amount_cents) as bigint) as known,
                   count(*) - count(a.amount_cents) as unknown,
                   cast(coalesce(sum(case when a.year < $2 then a.amount_cents end), 0)
                        as bigint) as past
              from planned_amount a
             where (a.payer = 'missing'
                    or (a.payer = 'organisation' and a.category <> 'own_contribution'
                        and ($1 is null or a.organisation <> $1)))
               and ($3 is null or a.project in (select n.id from project n where n.slug = $3))
             group by a.project, a.payer, a.organisation),
         recorded as (
            select e.project, e.funder, e.granted_cents, e.paid_cents
              from co_funding_entry e
             where ($3 is null or e.project in (select n.id from project n where n.slug = $3))
               and not exists (select 1 from co_funding_entry l
                                where l.project = e.project and l.funder = e.funder
                                  and l.number > e.number)),
         beside as (
            select w.project, w.payer, w.organisation, w.known, w.unknown, w.past,
                   r.granted_cents as granted, coalesce(r.paid_cents, 0) as paid
              from planned w
              left join recorded r on r.project = w.project and r.funder = w.organisation
             where w.payer <> 'missing' or w.unknown > 0 or w.known <> 0
            union all
            select r.project, 'organisation', r.funder, null, 0, 0, r.granted_cents, r.paid_cents
              from recorded r
             where not exists (select 1 from planned_amount a
                                where a.project = r.project and a.payer = 'organisation'
                                  and a.organisation = r.funder
                                  and a.category <> 'own_contribution')),
         amounts as (
            select b.*,
                   case when b.unknown > 0 then null
                        when b.known > coalesce(b.granted, b.paid)
                        then b.known - coalesce(b.granted, b.paid)
                        else 0 end as lacking,
                   case when b.payer = 'missing' then 0
                        when b.granted < b.past then
                             case when b.granted > b.paid then b.granted - b.paid else 0 end
                        when b.past > b.paid then b.past - b.paid
                        else 0 end as late
              from beside b),
         judged as (
            select m.*,
                   case when m.payer = 'missing' then 'to_be_found'
                        when m.granted = 0 then 'refused'
                        when m.granted is null and m.lacking = 0 and m.paid > 0 then 'paid'
                        when m.granted is null then 'undecided'
                        when m.lacking > 0 then 'less'
                        when m.late > 0 then 'late'
                        when m.granted <= m.paid then 'paid'
                        else 'granted' end as stage
              from amounts m),
         f as materialized (
            select j.* from judged j
             where (not $4 or j.stage not in ('granted', 'paid'))
               and ($5 is null or j.stage = $5)
               and ($6 is null or j.payer = $6)
               and ($7 is null or j.organisation = $7))"
    };
}

/// A page of the funders, and beside them a row without a project for each stage, with the sums of
/// all pages: in one question, since judging every funder is what takes long.
pub(crate) const PAGE: &str = concat!(
    standing!(),
    ", g as materialized (
         select f.* from f
          order by case when f.lacking >= f.late then f.lacking else f.late end desc, f.project,
                   f.payer, f.organisation
          limit $8 offset $9)
     select g.project, p.slug, p.name, g.payer, g.organisation, cast(1 as bigint) as number, g.known,
            g.unknown, g.granted, g.paid, g.stage, g.lacking, g.late
       from g
       join project p on p.id = g.project
     union all
     select null, null, null, null, null, count(*), cast(sum(f.known) as bigint),
            cast(sum(f.unknown) as bigint), cast(coalesce(sum(f.granted), 0) as bigint),
            cast(sum(f.paid) as bigint), f.stage, cast(sum(f.lacking) as bigint),
            cast(sum(f.late) as bigint)
       from f
      group by f.stage"
);

/// What the other funders of projects are narrowed to.
#[derive(Clone, Debug, Default)]
pub struct CoFundingLeft<'a> {
    /// The city, whose own money is not another funder's.
    pub city: Option<OrganisationId>,
    /// The accounting years before this one are past.
    pub year: u16,
    /// Only this project.
    pub project: Option<&'a Slug>,
    /// Only where something is missing.
    pub only_short: bool,
    /// Only this stage.
    pub stage: Option<CoFundingStage>,
    /// Only this payer.
    pub payer: Option<Payer>,
}

/// A page of the funders, with what all pages hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoFundingPage {
    /// The funders of the page, those first of whom the most is missing. The names of
    /// organisations are not looked up.
    pub rows: Vec<CoFundingRow>,
    /// The sums of all pages by stage, as far as there are any.
    pub stages: Vec<(CoFundingStage, CoFundingSums)>,
}

impl Tx {
    /// A page of the other funders.
    pub async fn co_funding_page(
        &mut self,
        left: &CoFundingLeft<'_>,
        cut: Cut,
    ) -> Result<CoFundingPage, StoreError> {
        let (limit, before) = cut.limit_and_offset();
        let payer = left.payer.map(payer_code);
        let mut found: Vec<PageColumns> = fetch_all!(
            self,
            PAGE,
            left.city.map(Uuid::from),
            i64::from(left.year),
            left.project.map(Slug::as_str),
            left.only_short,
            left.stage.map(CoFundingStage::code),
            payer.map(|(code, _)| code),
            payer.and_then(|(_, organisation)| organisation),
            limit,
            before
        )?;
        // As the page was cut, which the union does not keep.
        found.sort_by_cached_key(|row| {
            let most = row.lacking.unwrap_or_default().max(row.late);
            (
                Reverse(most),
                row.project,
                row.payer.clone(),
                row.organisation,
            )
        });
        let (mut rows, mut stages) = (Vec::new(), Vec::new());
        for row in found {
            match row.slug.clone().zip(row.name.clone()) {
                Some(project) => rows.push(row.row(project)?),
                None => stages.push(row.stage()?),
            }
        }
        let place = |stage| CoFundingStage::ALL.iter().position(|one| *one == stage);
        stages.sort_by_key(|(stage, _)| place(*stage));
        Ok(CoFundingPage { rows, stages })
    }
}

/// A funder, or without a project the sums of a stage.
#[derive(sqlx::FromRow)]
struct PageColumns {
    project: Option<Uuid>,
    slug: Option<String>,
    name: Option<String>,
    payer: Option<String>,
    organisation: Option<Uuid>,
    number: i64,
    known: Option<i64>,
    unknown: i64,
    granted: Option<i64>,
    paid: i64,
    stage: String,
    lacking: Option<i64>,
    late: i64,
}

impl PageColumns {
    fn row(self, (slug, name): (String, String)) -> Result<CoFundingRow, StoreError> {
        let of = RowOf {
            table: "planned_amount",
            key: &slug,
        };
        Ok(CoFundingRow {
            payer: payer(&self.payer.clone().unwrap_or_default(), self.organisation)?,
            name: None,
            planned: self.planned(),
            decided: decided(self.granted),
            paid: Money::from_cents(self.paid),
            stage: of.known("stage", CoFundingStage::from_code(&self.stage))?,
            lacking: self.lacking.map(Money::from_cents),
            late: Money::from_cents(self.late),
            project: (of.read("slug", slug.clone().try_into())?, name),
        })
    }

    fn stage(&self) -> Result<(CoFundingStage, CoFundingSums), StoreError> {
        let of = RowOf {
            table: "planned_amount",
            key: &self.stage,
        };
        let sums = CoFundingSums {
            rows: self.number.unsigned_abs(),
            planned: self.planned(),
            granted: Money::from_cents(self.granted.unwrap_or_default()),
            paid: Money::from_cents(self.paid),
            lacking: Money::from_cents(self.lacking.unwrap_or_default()),
            late: Money::from_cents(self.late),
        };
        Ok((
            of.known("stage", CoFundingStage::from_code(&self.stage))?,
            sums,
        ))
    }

    fn planned(&self) -> Planned {
        Planned {
            known: self.known.map(Money::from_cents),
            unknown: self.unknown.unsigned_abs(),
        }
    }
}
