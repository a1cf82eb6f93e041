//! The other funders of all projects: what the plans in force say that each pays beside what it
//! decided and paid.
//!
//! Where a funder stands is judged here and nowhere else, so that one list over all projects, its
//! sums and the page of one project cannot differ.

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
            select a.project, a.payer, a.organisation, sum(a.amount_cents) as known,
                   count(*) - count(a.amount_cents) as unknown,
                   coalesce(sum(case when a.year < $2 then a.amount_cents end), 0) as past
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
            select p.project, p.payer, p.organisation, p.known, p.unknown, p.past,
                   r.granted_cents as granted, coalesce(r.paid_cents, 0) as paid
              from planned p
              left join recorded r on r.project = p.project and r.funder = p.organisation
             where p.payer <> 'missing' or p.unknown > 0 or p.known <> 0
            union all
            select r.project, 'organisation', r.funder, null, 0, 0, r.granted_cents, r.paid_cents
              from recorded r
             where not exists (select 1 from planned p
                                where p.project = r.project and p.organisation = r.funder)),
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
         f as (
            select j.* from judged j
             where (not $4 or j.stage not in ('granted', 'paid'))
               and ($5 is null or j.stage = $5)
               and ($6 is null or j.payer = $6)
               and ($7 is null or j.organisation = $7))"
    };
}

const PAGE: &str = concat!(
    standing!(),
    " select p.slug, p.name, g.payer, g.organisation, g.known, g.unknown, g.granted, g.paid,
             g.stage, g.lacking, g.late
        from (select f.project, f.payer, f.organisation, cast(f.known as bigint) as known,
                     cast(f.unknown as bigint) as unknown, f.granted,
                     cast(f.paid as bigint) as paid, f.stage,
                     cast(f.lacking as bigint) as lacking, cast(f.late as bigint) as late,
                     case when f.lacking >= f.late then f.lacking else f.late end as most
                from f
               order by most desc, f.project, f.payer, f.organisation
               limit $8 offset $9) g
        join project p on p.id = g.project
       order by g.most desc, p.name, p.slug, g.payer, g.organisation"
);
const BY_STAGE: &str = concat!(
    standing!(),
    " select f.stage, count(*) as number, cast(sum(f.known) as bigint) as known,
             cast(sum(f.unknown) as bigint) as unknown,
             cast(coalesce(sum(f.granted), 0) as bigint) as granted,
             cast(sum(f.paid) as bigint) as paid,
             cast(coalesce(sum(f.lacking), 0) as bigint) as lacking,
             cast(sum(f.late) as bigint) as late
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

/// Asks with what is narrowed to, and with further values.
macro_rules! ask {
    ($tx:expr, $sql:expr, $left:expr $(, $value:expr)*) => {{
        let left = $left;
        let payer = left.payer.map(payer_code);
        fetch_all!(
            $tx,
            $sql,
            left.city.map(Uuid::from),
            i64::from(left.year),
            left.project.map(Slug::as_str),
            left.only_short,
            left.stage.map(CoFundingStage::code),
            payer.map(|(code, _)| code),
            payer.and_then(|(_, organisation)| organisation)
            $(, $value)*
        )
    }};
}

impl Tx {
    /// A page of the other funders, those first of whom the most is missing. The names of
    /// organisations are not looked up.
    pub async fn co_funding_page(
        &mut self,
        left: &CoFundingLeft<'_>,
        cut: Cut,
    ) -> Result<Vec<CoFundingRow>, StoreError> {
        let (limit, before) = cut.limit_and_offset();
        let rows: Vec<PageColumns> = ask!(self, PAGE, left, limit, before)?;
        rows.into_iter().map(PageColumns::read).collect()
    }

    /// The sums of all pages by stage, as far as there are any.
    pub async fn co_funding_sums(
        &mut self,
        left: &CoFundingLeft<'_>,
    ) -> Result<Vec<(CoFundingStage, CoFundingSums)>, StoreError> {
        let rows: Vec<StageColumns> = ask!(self, BY_STAGE, left)?;
        let sums = rows.into_iter().map(StageColumns::read);
        let mut sums: Vec<_> = sums.collect::<Result<_, StoreError>>()?;
        let place = |stage| CoFundingStage::ALL.iter().position(|one| *one == stage);
        sums.sort_by_key(|(stage, _)| place(*stage));
        Ok(sums)
    }
}

#[derive(sqlx::FromRow)]
struct PageColumns {
    slug: String,
    name: String,
    payer: String,
    organisation: Option<Uuid>,
    known: Option<i64>,
    unknown: i64,
    granted: Option<i64>,
    paid: i64,
    stage: String,
    lacking: Option<i64>,
    late: i64,
}

impl PageColumns {
    fn read(self) -> Result<CoFundingRow, StoreError> {
        let of = RowOf {
            table: "planned_amount",
            key: &self.slug,
        };
        Ok(CoFundingRow {
            payer: payer(&self.payer, self.organisation)?,
            name: None,
            planned: Planned {
                known: self.known.map(Money::from_cents),
                unknown: self.unknown.unsigned_abs(),
            },
            decided: decided(self.granted),
            paid: Money::from_cents(self.paid),
            stage: of.known("stage", CoFundingStage::from_code(&self.stage))?,
            lacking: self.lacking.map(Money::from_cents),
            late: Money::from_cents(self.late),
            project: (of.read("slug", self.slug.clone().try_into())?, self.name),
        })
    }
}

#[derive(sqlx::FromRow)]
struct StageColumns {
    stage: String,
    number: i64,
    known: Option<i64>,
    unknown: i64,
    granted: i64,
    paid: i64,
    lacking: i64,
    late: i64,
}

impl StageColumns {
    fn read(self) -> Result<(CoFundingStage, CoFundingSums), StoreError> {
        let of = RowOf {
            table: "planned_amount",
            key: &self.stage,
        };
        let sums = CoFundingSums {
            rows: self.number.unsigned_abs(),
            planned: Planned {
                known: self.known.map(Money::from_cents),
                unknown: self.unknown.unsigned_abs(),
            },
            granted: Money::from_cents(self.granted),
            paid: Money::from_cents(self.paid),
            lacking: Money::from_cents(self.lacking),
            late: Money::from_cents(self.late),
        };
        Ok((
            of.known("stage", CoFundingStage::from_code(&self.stage))?,
            sums,
        ))
    }
}
