//! All open data in one archive, read and sent part by part: what is public at the moment at which
//! each part is read. Nothing personal can enter: it is made of the rows of lists alone.

use std::collections::VecDeque;

use ::documents::archive::Archive;
use ::documents::table::{Form, PartForm, Table};
use ::documents::{city_money, description, operations};
use domain::Lang;
use domain::slug::Slug;
use domain::view::decision_list::DecisionFilter;
use domain::view::open_data::OpenFile;
use store::Cut;
use wording::public::open_data::read_me;

use crate::open_data::DecisionParts;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views::{decision_list, public};

/// Promises of a part.
const PROMISES: u32 = 2_000;
/// Projects of a part of the operations.
const OPERATIONS: usize = 50;

/// The archive, part by part.
#[derive(Debug)]
pub struct DumpParts {
    register: Register,
    lang: Lang,
    /// Nothing once the archive has ended.
    archive: Option<Box<Archive>>,
    next: Next,
}

/// What comes next.
#[derive(Debug)]
enum Next {
    ReadMe,
    Columns,
    Projects,
    Decisions(Option<Box<DecisionParts>>),
    Promises(u32),
    Operations(Option<VecDeque<Slug>>),
    End,
}

impl DumpParts {
    /// The archive with the labels of a language.
    pub fn of(register: Register, lang: Lang) -> Self {
        Self {
            register,
            lang,
            archive: Some(Box::default()),
            next: Next::ReadMe,
        }
    }

    /// The next part, `None` after the last. A part may be empty: what was read is then still being
    /// compressed.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(mut archive) = self.archive.take() else {
            return Ok(None);
        };
        let lang = self.lang;
        let (begun, bytes) = match std::mem::replace(&mut self.next, Next::End) {
            Next::ReadMe => {
                self.next = Next::Columns;
                (Some("README.txt".to_owned()), self.read_me().await?)
            }
            Next::Columns => {
                self.next = Next::Projects;
                (
                    Some("columns.csv".to_owned()),
                    csv(&description::table(lang))?,
                )
            }
            Next::Projects => {
                self.next = Next::Decisions(None);
                let rows = decision_list::projects(&self.register, "").await?;
                let table = ::documents::projects::table(&rows, lang);
                (Some(name(OpenFile::Projects)), csv(&table)?)
            }
            Next::Decisions(parts) => {
                let begun = parts.is_none().then(|| name(OpenFile::Decisions));
                (begun, self.decisions(parts).await?)
            }
            Next::Promises(page) => {
                let begun = (page == 1).then(|| name(OpenFile::Promises));
                (begun, self.promises(page).await?)
            }
            Next::Operations(left) => {
                let begun = left.is_none().then(|| name(OpenFile::Operations));
                (begun, self.operations(left).await?)
            }
            Next::End => {
                let rest = archive.finish().map_err(not_made)?;
                return Ok(Some(rest));
            }
        };
        if let Some(name) = begun {
            archive.begin(&name).map_err(not_made)?;
        }
        let part = archive.add(&bytes).map_err(not_made)?;
        self.archive = Some(archive);
        Ok(Some(part))
    }

    async fn read_me(&self) -> Result<Vec<u8>, Refusal> {
        let city = self.register.city().await?;
        let (city, lang) = (city.name.in_lang(self.lang), self.lang);
        let today = self.register.clock().today();
        Ok(read_me(city, today, &description::files(lang), lang).into_bytes())
    }

    async fn decisions(&mut self, parts: Option<Box<DecisionParts>>) -> Result<Vec<u8>, Refusal> {
        let mut parts = parts.unwrap_or_else(|| {
            let all = DecisionFilter::default();
            let register = Register::clone(&self.register);
            Box::new(DecisionParts::of(register, all, PartForm::Csv, self.lang))
        });
        let part = parts.next().await?;
        self.next = if part.is_some() {
            Next::Decisions(Some(parts))
        } else {
            Next::Promises(1)
        };
        Ok(part.unwrap_or_default())
    }

    async fn promises(&mut self, page: u32) -> Result<Vec<u8>, Refusal> {
        let today = self.register.clock().today();
        let cut = Cut {
            page,
            size: Some(PROMISES),
        };
        let mut tx = self.register.read().await?;
        let found = tx.public_promises(None, cut, today).await?;
        drop(tx);
        let is_whole = u32::try_from(found.lines.len()).is_ok_and(|lines| lines == PROMISES);
        self.next = if is_whole {
            Next::Promises(page.saturating_add(1))
        } else {
            Next::Operations(None)
        };
        let rows = city_money::rows(&found.lines, self.lang);
        part(&city_money::columns(self.lang), &rows, page == 1)
    }

    async fn operations(&mut self, left: Option<VecDeque<Slug>>) -> Result<Vec<u8>, Refusal> {
        let from_first = left.is_none();
        let mut left = if let Some(left) = left {
            left
        } else {
            let rows = decision_list::projects(&self.register, "").await?;
            rows.into_iter().map(|row| row.slug).collect()
        };
        let mut pages = Vec::new();
        for _ in 0..OPERATIONS {
            let Some(slug) = left.pop_front() else { break };
            match public::project_page(&self.register, &slug).await {
                Ok(page) => pages.push(page),
                Err(Refusal::NotFound) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        if !left.is_empty() {
            self.next = Next::Operations(Some(left));
        }
        let table = operations::table(&pages, self.lang);
        part(&table.columns, &table.rows, from_first)
    }
}

fn name(file: OpenFile) -> String {
    format!("{}.csv", file.code())
}

fn csv(table: &Table) -> Result<Vec<u8>, Refusal> {
    Form::Csv.bytes(table).map_err(not_made)
}

fn part(
    columns: &[::documents::table::Column],
    rows: &[Vec<::documents::table::Cell>],
    from_first: bool,
) -> Result<Vec<u8>, Refusal> {
    let mut part = if from_first {
        PartForm::Csv.begin(columns).map_err(not_made)?
    } else {
        Vec::new()
    };
    part.extend(
        PartForm::Csv
            .rows(columns, rows, from_first)
            .map_err(not_made)?,
    );
    Ok(part)
}

fn not_made(error: impl std::fmt::Display) -> Refusal {
    Refusal::Document(error.to_string())
}
