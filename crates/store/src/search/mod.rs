//! Keeping what is searched by words.
//!
//! Every method that publishes, corrects or withdraws a decision, or changes what it is called by
//! its project or case, keeps its words in the same transaction.

mod found;
mod vocabulary;
mod words;

pub(crate) use found::{Hit, RANKED};

pub(crate) use words::{fts5, tsquery};

use domain::case::Case;
use domain::id::{DecisionId, ProjectId};
use domain::project::Project;
use domain::search::{self, ANALYSER, Analysed};
use uuid::Uuid;

use crate::stub::no_stub;
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into decision_search (publication_number, decision, analyser, head, text)
    values ($1, $2, $3, $4, $5)";
const REMOVE: &str = "delete from decision_search where decision = $1";
const KEPT: &str = "select head, text from decision_search where decision = $1";
const KEPT_OF_SUBJECT: &str =
    "select number, text from subject_search where kind = $1 and subject = $2";
const ADD_SUBJECT: &str = "
    insert into subject_search (number, kind, subject, analyser, head, text)
    values ($1, $2, $3, $4, $5, $6)";
const REMOVE_SUBJECT: &str = "delete from subject_search where number = $1";
const OF_PROJECT: &str = "
    select id from decision where project = $1 and publication_number is not null";
const OF_CASE: &str = "
    select id from decision where city_case = $1 and publication_number is not null";
const STATE: &str = "select analyser from search_state where id = 1";
const SAVE_STATE: &str = "update search_state set analyser = $1 where id = 1";
const PUBLISHED: &str = "
    select d.id, d.publication_number
      from decision d
     where d.publication_number > $1
     order by d.publication_number
     limit $2";
const CASES: &str = "
    select id as case_id, version as case_version, number as case_number,
           public_title as case_title
      from city_case
     where $1 is null or id > $1
     order by id
     limit $2";
/// Words of decisions that the public may not read.
const LEFT_OVER: &str = concat!(
    "select d.id from decision_search s join decision d on d.id = s.decision
      where d.publication_number is null or not (",
    no_stub!("d"),
    ")"
);

/// The kind of a subject that is a project.
pub(crate) const PROJECT: &str = "project";
/// The kind of a subject that is a case.
pub(crate) const CASE: &str = "case";

impl Tx {
    /// Keeps the words of a decision: those of its lasting public version, or none where the public
    /// has none to read.
    pub(crate) async fn keep_words(&mut self, id: Uuid) -> Result<(), StoreError> {
        if let Some((_, text)) = self.kept_words(id).await? {
            execute!(self, REMOVE, id)?;
            self.remove_vocabulary(&text).await?;
        }
        let Some((number, analysed)) = self.words_now(id.into()).await? else {
            return Ok(());
        };
        self.add_words(number, id, &analysed).await
    }

    pub(crate) async fn add_words(
        &mut self,
        number: i64,
        id: Uuid,
        analysed: &Analysed,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            ADD,
            number,
            id,
            ANALYSER,
            &analysed.head,
            &analysed.text
        )?;
        self.add_vocabulary(&analysed.text).await
    }

    async fn kept_words(&mut self, id: Uuid) -> Result<Option<(String, String)>, StoreError> {
        Ok(fetch_optional!(self, KEPT, id)?)
    }

    /// Keeps the words of a project and of the decisions that name it.
    pub(crate) async fn keep_words_of_project(
        &mut self,
        project: &Project,
    ) -> Result<(), StoreError> {
        let id = Uuid::from(project.id);
        self.keep_subject(PROJECT, id, &search::of_project(project))
            .await?;
        let decisions: Vec<(Uuid,)> = fetch_all!(self, OF_PROJECT, id)?;
        for (decision,) in decisions {
            self.keep_words(decision).await?;
        }
        Ok(())
    }

    /// Keeps the words of a case and of the decisions made in it.
    pub(crate) async fn keep_words_of_case(&mut self, case: &Case) -> Result<(), StoreError> {
        let id = Uuid::from(case.id);
        self.keep_subject(CASE, id, &search::of_case(case)).await?;
        let decisions: Vec<(Uuid,)> = fetch_all!(self, OF_CASE, id)?;
        for (decision,) in decisions {
            self.keep_words(decision).await?;
        }
        Ok(())
    }

    async fn keep_subject(
        &mut self,
        kind: &'static str,
        id: Uuid,
        analysed: &Analysed,
    ) -> Result<(), StoreError> {
        let kept: Option<(i64, String)> = fetch_optional!(self, KEPT_OF_SUBJECT, kind, id)?;
        let number = match kept {
            Some((number, text)) => {
                execute!(self, REMOVE_SUBJECT, number)?;
                self.remove_vocabulary(&text).await?;
                number
            }
            None => self.next_change().await?,
        };
        execute!(
            self,
            ADD_SUBJECT,
            number,
            kind,
            id,
            ANALYSER,
            &analysed.head,
            &analysed.text
        )?;
        self.add_vocabulary(&analysed.text).await
    }

    /// The words that a published decision has now; `None` where the public cannot read it.
    async fn words_now(&mut self, id: DecisionId) -> Result<Option<(i64, Analysed)>, StoreError> {
        let placed = self.placed_decision(id).await?;
        let Some(placed) = placed.filter(|placed| !placed.has.stub) else {
            return Ok(None);
        };
        let project = match placed.decision.project {
            Some(project) => self.project(project).await?,
            None => None,
        };
        let title = &placed.case.public_title;
        let analysed = search::of_decision(&placed.decision, title, project.as_ref());
        let publication = placed.decision.publication();
        Ok(publication
            .map(|publication| publication.number)
            .zip(analysed))
    }

    /// Whether all words were made by the analyser of this version.
    pub async fn words_are_current(&mut self) -> Result<bool, StoreError> {
        let (analyser,): (i64,) = fetch_one!(self, STATE)?;
        Ok(analyser == ANALYSER)
    }

    /// Makes the words of all projects and cases anew.
    pub async fn renew_subjects(&mut self) -> Result<(), StoreError> {
        for project in self.newest_projects().await? {
            let id = Uuid::from(project.id);
            self.keep_subject(PROJECT, id, &search::of_project(&project))
                .await?;
        }
        let mut after: Option<Uuid> = None;
        loop {
            let cases = self.cases_after(after, 500).await?;
            let Some(last) = cases.last() else {
                return Ok(());
            };
            after = Some(last.id.into());
            for case in cases {
                self.keep_subject(CASE, case.id.into(), &search::of_case(&case))
                    .await?;
            }
        }
    }

    async fn cases_after(
        &mut self,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Case>, StoreError> {
        let rows: Vec<crate::case::CaseRow> = fetch_all!(self, CASES, after, i64::from(limit))?;
        rows.into_iter().map(Case::try_from).collect()
    }

    /// Makes the words of decisions anew, of those published after a number, at most so many. Says
    /// up to which number; `None` where there are no more.
    pub async fn renew_words(&mut self, after: i64, limit: u32) -> Result<Option<i64>, StoreError> {
        let rows: Vec<(Uuid, i64)> = fetch_all!(self, PUBLISHED, after, i64::from(limit))?;
        let last = rows.last().map(|(_, number)| *number);
        for (id, _) in rows {
            self.keep_words(id).await?;
        }
        Ok(last)
    }

    /// Says that all words were made by the analyser of this version.
    pub async fn words_were_renewed(&mut self) -> Result<(), StoreError> {
        execute!(self, SAVE_STATE, ANALYSER)?;
        Ok(())
    }

    /// The decisions whose kept words are not those of their lasting public version, or that have
    /// words though the public cannot read them.
    pub async fn wrong_words(&mut self) -> Result<Vec<DecisionId>, StoreError> {
        let left_over: Vec<(Uuid,)> = fetch_all!(self, LEFT_OVER)?;
        let mut wrong: Vec<DecisionId> = left_over.into_iter().map(|(id,)| id.into()).collect();
        let mut after = 0;
        loop {
            let rows: Vec<(Uuid, i64)> = fetch_all!(self, PUBLISHED, after, 500_i64)?;
            let Some((_, last)) = rows.last() else {
                return Ok(wrong);
            };
            after = *last;
            for (id, _) in rows {
                let now = self.words_now(id.into()).await?;
                let kept = self
                    .kept_words(id)
                    .await?
                    .map(|(head, text)| Analysed { head, text });
                if now.is_some() && now.map(|(_, analysed)| analysed) != kept {
                    wrong.push(id.into());
                }
            }
        }
    }

    /// The projects that words find and everybody may know of, what fits best first.
    pub async fn projects_found(
        &mut self,
        query: &search::Query,
        limit: usize,
    ) -> Result<Vec<ProjectId>, StoreError> {
        let found = self.subjects_found(query, PROJECT).await?;
        Ok(found.into_iter().take(limit).map(ProjectId::from).collect())
    }
}
