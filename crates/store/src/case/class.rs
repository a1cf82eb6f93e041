//! Classes of cases and the rules on how long they are kept.

use domain::case::{CaseClass, ClassCode, Retention, RetentionBasis, RetentionRule};
use domain::id::RetentionRuleId;
use time::Date;
use uuid::Uuid;

use crate::error::{RowOf, unique};
use crate::tx::{execute, fetch_all, fetch_one};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "insert into case_class (code, name, version) values ($1, $2, $3)";
const SAVE: &str = "
    update case_class set name = $3, version = version + 1 where code = $1 and version = $2";
const ALL: &str = "select code, name, version from case_class order by code";
const CASES: &str = "select count(*) from city_case where case_class = $1";
const ADD_RULE: &str = "
    insert into retention_rule (id, version, case_class, years, basis, ground, valid_from,
        valid_until, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const SAVE_RULE: &str = "
    update retention_rule
       set version = version + 1, years = $3, basis = $4, ground = $5, valid_from = $6,
           valid_until = $7
     where id = $1 and version = $2";
const RULES: &str = "
    select id, version, case_class, years, basis, ground, valid_from, valid_until
      from retention_rule
     order by case_class, valid_from desc";

impl Tx {
    /// Adds a class; [`StoreError::Unique`] `case_class` where its code is taken.
    pub async fn add_case_class(&mut self, class: &CaseClass) -> Result<(), StoreError> {
        let added = execute!(self, ADD, class.code.as_str(), &class.name, class.version);
        added.map_err(unique("case_class"))?;
        self.next_change().await?;
        Ok(())
    }

    /// Saves the name of a class over the version it was loaded with.
    pub async fn save_case_class(&mut self, class: &CaseClass) -> Result<Saved, StoreError> {
        let rows = execute!(self, SAVE, class.code.as_str(), class.version, &class.name)?;
        self.next_change().await?;
        Saved::over(class.version, "the version of a class", rows)
    }

    /// Every class, by code.
    pub async fn case_classes(&mut self) -> Result<Vec<CaseClass>, StoreError> {
        let rows: Vec<(String, String, i64)> = fetch_all!(self, ALL)?;
        let classes = rows.into_iter().map(|(code, name, version)| {
            let of = RowOf {
                table: "case_class",
                key: &code,
            };
            Ok(CaseClass {
                code: of.read("code", code.parse())?,
                version,
                name,
            })
        });
        classes.collect()
    }

    /// How many cases have a class.
    pub async fn cases_of_class(&mut self, code: &ClassCode) -> Result<u64, StoreError> {
        let (count,): (i64,) = fetch_one!(self, CASES, code.as_str())?;
        let of = RowOf {
            table: "case_class",
            key: code,
        };
        of.read("code", count.try_into())
    }

    /// Adds a rule.
    pub async fn add_retention_rule(&mut self, rule: &RetentionRule) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD_RULE,
            Uuid::from(rule.id),
            rule.version,
            rule.class.as_str(),
            years(rule.retention),
            rule.basis.code(),
            &rule.ground,
            rule.from,
            rule.until,
            added_number,
        )?;
        Ok(())
    }

    /// Saves a rule over the version it was loaded with.
    pub async fn save_retention_rule(&mut self, rule: &RetentionRule) -> Result<Saved, StoreError> {
        let rows = execute!(
            self,
            SAVE_RULE,
            Uuid::from(rule.id),
            rule.version,
            years(rule.retention),
            rule.basis.code(),
            &rule.ground,
            rule.from,
            rule.until,
        )?;
        self.next_change().await?;
        Saved::over(rule.version, "the version of a retention rule", rows)
    }

    /// Every rule, by class, the latest first.
    pub async fn retention_rules(&mut self) -> Result<Vec<RetentionRule>, StoreError> {
        let rows: Vec<RuleRow> = fetch_all!(self, RULES)?;
        rows.into_iter().map(RetentionRule::try_from).collect()
    }
}

fn years(retention: Retention) -> Option<i64> {
    match retention {
        Retention::Years(years) => Some(years.into()),
        Retention::Permanent => None,
    }
}

#[derive(sqlx::FromRow)]
struct RuleRow {
    id: Uuid,
    version: i64,
    case_class: String,
    years: Option<i64>,
    basis: String,
    ground: String,
    valid_from: Date,
    valid_until: Option<Date>,
}

impl TryFrom<RuleRow> for RetentionRule {
    type Error = StoreError;

    fn try_from(row: RuleRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "retention_rule",
            key: &row.id,
        };
        let years = row.years.map(u16::try_from).transpose();
        Ok(Self {
            id: RetentionRuleId::from(row.id),
            version: row.version,
            class: of.read("case_class", row.case_class.parse())?,
            retention: of
                .read("years", years)?
                .map_or(Retention::Permanent, Retention::Years),
            basis: of.known("basis", RetentionBasis::from_code(&row.basis))?,
            ground: row.ground,
            from: row.valid_from,
            until: row.valid_until,
        })
    }
}
