//! The parts of a draft: each is a task with a status, and a group of fields.

use domain::decision::DecisionDraft;
use domain::finding::Findings;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::{Button, PartName, Status};

use super::draft_of;
use crate::pages::desk::address;
use crate::shell::Shell;

/// A part of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Title, language, decision maker, section.
    Basics,
    /// What is decided and why.
    Text,
    /// Commitments by year.
    Money,
    /// Who is served and informed.
    Parties,
    /// How it can be challenged, and who tells more.
    Appeal,
    /// The earlier decisions that it changes.
    Changes,
}

impl Part {
    /// Every part in the order of the form.
    pub(super) const ALL: [Self; 6] = [
        Self::Basics,
        Self::Text,
        Self::Money,
        Self::Parties,
        Self::Appeal,
        Self::Changes,
    ];

    /// The id of its heading in the form.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Basics => "perustiedot",
            Self::Text => "paatosteksti",
            Self::Money => "rahoitus",
            Self::Parties => "asianosaiset",
            Self::Appeal => "muutoksenhaku",
            Self::Changes => "changes",
        }
    }

    /// Its name.
    pub(super) const fn name(self) -> PartName {
        match self {
            Self::Basics => PartName::Basics,
            Self::Text => PartName::Text,
            Self::Money => PartName::Money,
            Self::Parties => PartName::Parties,
            Self::Appeal => PartName::Appeal,
            Self::Changes => PartName::Changes,
        }
    }

    /// Whether a finding at a place belongs to it.
    fn has(self, place: &str) -> bool {
        let row = place.split_once('-').map_or(place, |(rows, _)| rows);
        match self {
            Self::Basics => ["title", "lang", "kind", "series", "section"].contains(&row),
            Self::Text => [
                "resolution",
                "background",
                "authority",
                "applied_provisions",
            ]
            .contains(&row),
            Self::Money => row == "commitments",
            Self::Parties => ["parties", "distribution"].contains(&row),
            Self::Appeal => ["remedy", "contact_office", "contact_person"].contains(&row),
            Self::Changes => row == "changes",
        }
    }

    /// What it is, by what blocks the draft and by whether anything was typed in its fields. What
    /// is chosen before anybody has chosen does not count as typed.
    fn status(self, draft: Option<&DecisionDraft>, findings: &Findings) -> Status {
        let unfinished = findings.iter().any(|finding| self.has(&finding.place));
        let is_typed = |(place, text): (String, String)| {
            let chosen = ["lang", "kind"].contains(&place.as_str()) || place.ends_with("-strength");
            self.has(&place) && !chosen && !text.trim().is_empty()
        };
        let begun = draft.is_none_or(|draft| draft.to_pairs().into_iter().any(is_typed));
        if !begun && !unfinished && self == Self::Changes {
            Status::NotNeeded
        } else if !begun && (unfinished || self == Self::Money) {
            Status::NotBegun
        } else if unfinished {
            Status::Unfinished
        } else {
            Status::Finished
        }
    }
}

/// The parts of a draft with their status, and the check that follows them.
pub(super) fn task_list(shell: &Shell, sheet: &DecisionSheet) -> AnyView {
    let lang = shell.lang;
    let id = sheet.decision.id;
    let nothing = Findings::default();
    let findings = match &sheet.reading {
        Some(Err(findings)) => findings,
        Some(Ok(_)) | None => &nothing,
    };
    let parts = Part::ALL.map(|part| {
        let address = format!("{}#{}", address::draft(id), part.id());
        item(
            shell,
            part.name().text(lang),
            &address,
            part.status(draft_of(sheet), findings),
        )
    });
    let unrecognised = draft_of(sheet).is_some_and(|draft| !draft.unrecognised.is_empty());
    let unrecognised = unrecognised.then(|| {
        let address = format!("{}#unrecognised", address::draft(id));
        item(
            shell,
            PartName::Unrecognised.text(lang),
            &address,
            Status::ToRead,
        )
    });
    let check = if findings.is_empty() {
        Status::Ready
    } else {
        Status::NotReady
    };
    view! {
        <ul class="govuk-task-list">
            {parts.into_iter().collect_view()}
            {unrecognised}
            {item(shell, Button::Check.text(lang), &address::check(id), check)}
        </ul>
    }
    .into_any()
}

fn item(shell: &Shell, name: &'static str, address: &str, status: Status) -> AnyView {
    let class = match status {
        Status::Finished | Status::Ready | Status::NotNeeded => "govuk-task-list__status",
        Status::Unfinished | Status::NotBegun | Status::ToRead | Status::NotReady => {
            "govuk-task-list__status govuk-task-list__status--unfinished"
        }
    };
    view! {
        <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
                <a class="govuk-task-list__link" href=shell.link(address)>{name}</a>
            </div>
            <div class=class>{status.text(shell.lang)}</div>
        </li>
    }
    .into_any()
}
