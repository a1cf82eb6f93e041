//! Open data: what is public at this instant, for programs. Personal data enters none of it.

use ::documents::table::{Column, PartForm};
use ::documents::{open, operations, published};
use domain::Lang;
use domain::section::Section;
use domain::slug::Slug;
use domain::view::decision_list::{DecisionFilter, MOST_IN_WORKBOOK};
use domain::view::public::ProjectPage;

use crate::refusal::Refusal;
use crate::register::Register;
use crate::tables::{self, Form};
use crate::views::decision_list;
use crate::views::public::{self as views, AtAddress};

/// Rows of the first part: few, so that a reader has the first bytes at once.
const FIRST: u32 = 100;
/// Rows of each further part.
const PART: u32 = 2_000;

/// A decision as JSON, or the stub in its place.
pub async fn decision(
    register: &Register,
    section: &Section,
    public_url: &str,
) -> Result<Vec<u8>, Refusal> {
    let url = public_url.trim_end_matches('/');
    let made = match views::at_address(register, section).await? {
        AtAddress::Decision(page, _) => open::decision(&page, url),
        AtAddress::Stub(stub) => open::stub(&stub, url),
    };
    made.map_err(|error| Refusal::Document(error.to_string()))
}

/// A project as JSON.
pub async fn project(
    register: &Register,
    slug: &Slug,
    public_url: &str,
) -> Result<Vec<u8>, Refusal> {
    let page = views::project_page(register, slug).await?;
    let made = open::project(&page, public_url.trim_end_matches('/'));
    made.map_err(|error| Refusal::Document(error.to_string()))
}

/// Every project that a published decision funds.
pub async fn projects(register: &Register, form: Form, lang: Lang) -> Result<Vec<u8>, Refusal> {
    let rows = decision_list::projects(register, "").await?;
    tables::made(
        move || Some(::documents::projects::table(&rows, lang)),
        form,
    )
    .await
}

/// The fields of Regulation (EU) 2021/1060 Art. 49(3) of the public projects with support from an
/// EU programme. Each project is read by itself: none holds up a writer of the register.
pub async fn operations(register: &Register, form: Form, lang: Lang) -> Result<Vec<u8>, Refusal> {
    let mut pages: Vec<ProjectPage> = Vec::new();
    for row in decision_list::projects(register, "").await? {
        match views::project_page(register, &row.slug).await {
            Ok(page) if operations::is_operation(&page) => pages.push(page),
            Ok(_) | Err(Refusal::NotFound) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    tables::made(move || Some(operations::table(&pages, lang)), form).await
}

/// The newest decisions that a filter leaves as a workbook, on all its pages, at most 20 000.
pub async fn decisions_workbook(
    register: &Register,
    filter: &DecisionFilter,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let rows = tx
        .published_chunk(filter, now, None, MOST_IN_WORKBOOK)
        .await?;
    drop(tx);
    let rows: Vec<_> = views::rows(rows, now).collect();
    tables::made(move || Some(published::table(&rows, lang)), Form::Xlsx).await
}

/// Every decision that a filter leaves, the newest publication first, part by part: each part is
/// read in a transaction of its own when the one before it was taken, so that neither memory nor
/// the database is held for the length of a download.
#[derive(Debug)]
pub struct DecisionParts {
    register: Register,
    filter: DecisionFilter,
    form: PartForm,
    columns: Vec<Column>,
    next: Next,
}

/// Which part comes next.
#[derive(Clone, Copy, Debug)]
enum Next {
    First,
    Before(i64),
    End,
}

impl DecisionParts {
    /// The parts of a filter's decisions.
    pub fn of(register: Register, filter: DecisionFilter, form: PartForm, lang: Lang) -> Self {
        Self {
            register,
            filter,
            form,
            columns: published::columns(lang),
            next: Next::First,
        }
    }

    /// The next part, `None` after the last.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Refusal> {
        let (before, limit) = match self.next {
            Next::First => (None, FIRST),
            Next::Before(number) => (Some(number), PART),
            Next::End => return Ok(None),
        };
        let now = self.register.clock().now_in_helsinki();
        let mut tx = self.register.read().await?;
        let rows = tx.published_chunk(&self.filter, now, before, limit).await?;
        drop(tx);
        let is_whole = u32::try_from(rows.len()).is_ok_and(|rows| rows == limit);
        self.next = match rows.last() {
            Some(last) if is_whole => Next::Before(last.publication_number),
            _ => Next::End,
        };
        let rows: Vec<_> = views::rows(rows, now).collect();
        let part = self.part(&published::rows(&rows), before.is_none());
        let part = part.map_err(|error| Refusal::Document(error.to_string()))?;
        Ok(Some(part))
    }

    fn part(
        &self,
        rows: &[Vec<::documents::table::Cell>],
        from_first: bool,
    ) -> Result<Vec<u8>, ::documents::table::NotMade> {
        let mut part = if from_first {
            self.form.begin(&self.columns)?
        } else {
            Vec::new()
        };
        part.extend(self.form.rows(&self.columns, rows, from_first)?);
        if matches!(self.next, Next::End) {
            part.extend_from_slice(self.form.end());
        }
        Ok(part)
    }
}
