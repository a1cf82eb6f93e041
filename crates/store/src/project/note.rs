//! Notes about projects.

use domain::id::ProjectId;
use domain::project::note::ProjectNote;
use domain::publicity::Personal;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::error::RowOf;
use crate::tx::{execute, fetch_all, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into project_note (project, number, noted_on, note, written_at, office)
    values ($1, $2, $3, $4, $5, $6)";
const OF_PROJECT: &str = "
    select number, noted_on, note, written_at, office
      from project_note
     where project = $1
     order by number desc";

impl Tx {
    /// Adds a note about a project.
    pub async fn add_project_note(
        &mut self,
        project: ProjectId,
        note: &ProjectNote,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            ADD,
            Uuid::from(project),
            i64::from(note.number),
            note.on,
            note.text.reveal_to_official(),
            stored(note.written_at),
            note.office.as_deref(),
        )?;
        self.next_change().await?;
        Ok(())
    }

    /// The notes about a project, the last written first.
    pub async fn project_notes(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<ProjectNote>, StoreError> {
        let rows: Vec<NoteRow> = fetch_all!(self, OF_PROJECT, Uuid::from(project))?;
        let of = RowOf {
            table: "project_note",
            key: &project,
        };
        let notes = rows.into_iter().map(|row| {
            Ok(ProjectNote {
                number: of.read("number", row.number.try_into())?,
                on: row.noted_on,
                text: Personal::new(row.note),
                written_at: row.written_at,
                office: row.office,
            })
        });
        notes.collect()
    }
}

#[derive(sqlx::FromRow)]
struct NoteRow {
    number: i64,
    noted_on: Date,
    note: String,
    written_at: OffsetDateTime,
    office: Option<String>,
}
