//! Classes of cases, and how long the cases of each are kept.

use domain::case::{CaseClass, ClassCode, Retention, RetentionDraft, RetentionRule};
use domain::event::Event;
use domain::finding::{FindingCode, Findings};
use domain::id::{IdempotencyKey, RetentionRuleId};
use domain::role::UseCase;
use serde_json::{Value, json};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// A class as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassDraft {
    /// Its code; not looked at when a class is renamed.
    pub class_code: String,
    /// Its name.
    pub class_name: String,
}

const NAME: usize = 200;

/// Adds a class.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &ClassDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::classes::add",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCaseClass, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut findings = Findings::default();
    let typed = findings.required("class_code", &draft.class_code, 40);
    let code: Option<ClassCode> = findings.optional("class_code", &typed, FindingCode::NotAClass);
    let name = findings.required("class_name", &draft.class_name, NAME);
    let Some(code) = code else {
        return Err(findings.into());
    };
    let class = findings.into_result(CaseClass {
        code,
        version: 1,
        name,
    })?;
    let taken = Refusal::taken("case_class", "class_code", FindingCode::ClassTaken);
    change.tx().add_case_class(&class).await.map_err(taken)?;
    let payload = json!({ "code": class.code.as_str(), "name": class.name });
    let subject = Subject::CaseClass(class.code);
    change
        .finish(Event::CaseClassAdded, &subject, &payload)
        .await
}

/// Renames a class, over the version that was seen.
pub async fn rename(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    code: &ClassCode,
    version: i64,
    draft: &ClassDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::classes::rename",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCaseClass, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let before = class(&mut change, code).await?;
    let mut findings = Findings::default();
    let name = findings.required("class_name", &draft.class_name, NAME);
    let class = findings.into_result(CaseClass {
        code: code.clone(),
        version,
        name,
    })?;
    fresh(change.tx().save_case_class(&class).await?)?;
    let payload = json!({ "from": before.name, "to": class.name });
    let subject = Subject::CaseClass(class.code);
    change
        .finish(Event::CaseClassChanged, &subject, &payload)
        .await
}

/// Adds a rule to a class.
pub async fn add_rule(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    code: &ClassCode,
    draft: &RetentionDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::classes::add_rule",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCaseClass, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    class(&mut change, code).await?;
    let rules = rules(&mut change, code).await?;
    let rule = draft.read(new_id(change.at())?, code, &rules)?;
    change.tx().add_retention_rule(&rule).await?;
    let subject = Subject::CaseClass(code.clone());
    change
        .finish(Event::RetentionRuleAdded, &subject, &logged(&rule))
        .await
}

/// Corrects a rule or gives it its last day, over the version that was seen.
pub async fn change_rule(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    (code, id): (&ClassCode, RetentionRuleId),
    version: i64,
    draft: &RetentionDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::classes::change_rule",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCaseClass, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let rules = rules(&mut change, code).await?;
    let before = rules.iter().find(|rule| rule.id == id);
    let before = before.ok_or(Refusal::NotFound)?;
    let rule = RetentionRule {
        version,
        ..draft.read(id, code, &rules)?
    };
    fresh(change.tx().save_retention_rule(&rule).await?)?;
    let payload = json!({ "from": logged(before), "to": logged(&rule) });
    let subject = Subject::CaseClass(code.clone());
    change
        .finish(Event::RetentionRuleChanged, &subject, &payload)
        .await
}

async fn class(change: &mut Change, code: &ClassCode) -> Result<CaseClass, Refusal> {
    let classes = change.tx().case_classes().await?;
    let found = classes.into_iter().find(|class| class.code == *code);
    found.ok_or(Refusal::NotFound)
}

async fn rules(change: &mut Change, code: &ClassCode) -> Result<Vec<RetentionRule>, Refusal> {
    let mut rules = change.tx().retention_rules().await?;
    rules.retain(|rule| rule.class == *code);
    Ok(rules)
}

fn logged(rule: &RetentionRule) -> Value {
    let years = match rule.retention {
        Retention::Years(years) => Some(years),
        Retention::Permanent => None,
    };
    json!({
        "rule": rule.id,
        "years": years,
        "basis": rule.basis.code(),
        "ground": rule.ground,
        "from": rule.from,
        "until": rule.until,
    })
}
