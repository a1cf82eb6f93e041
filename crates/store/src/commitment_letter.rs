//! Letters of commitment that were given to applicants.

use domain::Lang;
use domain::id::{CommitmentLetterId, DecisionId, ProjectId, UserId};
use domain::publicity::Personal;
use domain::section::Section;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::decision::SectionRow;
use crate::error::{RowOf, unique};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into commitment_letter (id, decision, given_by, office, given_at, code, lang,
        valid_until, document, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const DOCUMENT: &str = "select decision, document from commitment_letter where id = $1";

/// Letters with the place of their decision and the name of who gave them, the newest first.
macro_rules! given {
    ($narrowed:literal) => {
        concat!(
            "select l.id, l.decision, l.given_by, l.office, l.given_at, l.code, l.lang,
                    l.valid_until, a.name, d.series, d.section_year, d.section_number
               from commitment_letter l
               join account a on a.id = l.given_by
               join decision d on d.id = l.decision
              where ",
            $narrowed,
            " order by l.added_number desc"
        )
    };
}

const OF_DECISION: &str = given!("l.decision = $1");
const OF_PROJECT: &str = given!("d.project = $1");

/// A letter of commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentLetter {
    /// Its identity.
    pub id: CommitmentLetterId,
    /// The decision that it rests on.
    pub decision: DecisionId,
    /// The account that gave it.
    pub given_by: UserId,
    /// The office of who gave it.
    pub office: String,
    /// When.
    pub given_at: OffsetDateTime,
    /// What the printed letter is found by; unique.
    pub code: String,
    /// Its language.
    pub lang: Lang,
    /// The last day of the promise, where the decision sets one.
    pub valid_until: Option<Date>,
}

/// A letter in a list of those given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenLetterRow {
    /// The letter.
    pub letter: CommitmentLetter,
    /// The name of who gave it.
    pub name: Personal<String>,
    /// The place of its decision.
    pub section: Section,
}

impl Tx {
    /// Adds a letter with everything that is printed, in JSON; [`StoreError::Unique`]
    /// `commitment_letter_code` where its code is taken.
    pub async fn add_commitment_letter(
        &mut self,
        letter: &CommitmentLetter,
        document: &str,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        execute!(
            self,
            ADD,
            Uuid::from(letter.id),
            Uuid::from(letter.decision),
            Uuid::from(letter.given_by),
            &letter.office,
            stored(letter.given_at),
            &letter.code,
            letter.lang.code(),
            letter.valid_until,
            document,
            added_number,
        )
        .map_err(unique("commitment_letter_code"))?;
        Ok(())
    }

    /// The decision of a letter and what it prints, as it was added.
    pub async fn commitment_letter_text(
        &mut self,
        id: CommitmentLetterId,
    ) -> Result<Option<(DecisionId, String)>, StoreError> {
        let row: Option<(Uuid, String)> = fetch_optional!(self, DOCUMENT, Uuid::from(id))?;
        Ok(row.map(|(decision, document)| (decision.into(), document)))
    }

    /// The letters given of a decision, the newest first.
    pub async fn letters_of_decision(
        &mut self,
        decision: DecisionId,
    ) -> Result<Vec<GivenLetterRow>, StoreError> {
        let rows: Vec<LetterRow> = fetch_all!(self, OF_DECISION, Uuid::from(decision))?;
        rows.into_iter().map(GivenLetterRow::try_from).collect()
    }

    /// The letters given of the decisions of a project, the newest first.
    pub async fn letters_of_project(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<GivenLetterRow>, StoreError> {
        let rows: Vec<LetterRow> = fetch_all!(self, OF_PROJECT, Uuid::from(project))?;
        rows.into_iter().map(GivenLetterRow::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct LetterRow {
    id: Uuid,
    decision: Uuid,
    given_by: Uuid,
    office: String,
    given_at: OffsetDateTime,
    code: String,
    lang: String,
    valid_until: Option<Date>,
    name: String,
    #[sqlx(flatten)]
    section: SectionRow,
}

impl TryFrom<LetterRow> for GivenLetterRow {
    type Error = StoreError;

    fn try_from(row: LetterRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "commitment_letter",
            key: &row.id,
        };
        let section = row.section.read(&of)?;
        Ok(Self {
            section: of.known("section_number", section)?,
            name: Personal::new(row.name),
            letter: CommitmentLetter {
                id: row.id.into(),
                decision: row.decision.into(),
                given_by: row.given_by.into(),
                office: row.office,
                given_at: row.given_at,
                code: row.code,
                lang: of.known("lang", Lang::from_code(&row.lang))?,
                valid_until: row.valid_until,
            },
        })
    }
}
