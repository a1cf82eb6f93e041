//! Officials' pages of publicity, rendered.

use app::pages::desk::decision::{
    attachments, document, given, letter, preview as preview_page, withdrawal,
};
use app::pages::desk::form::{Attaching, Documenting, GivingBack, Withdrawing};
use app::render;
use app::shell::Shell;
use domain::attachment::{Attachment, AttachmentClass, MediaType};
use domain::commitment::{Finality, LetterDraft, LetterLine, NoLetter};
use domain::decision::{CommitmentStrength, InForce};
use domain::publicity::Personal;
use domain::stub::{Ended, Stub, StubKind};
use domain::view::desk::{
    GivenExtract, GivenExtracts, GivenLetter, LetterSheet, MadeDocument, Preview, StubLine,
};
use domain::view::during::PersonalPart;
use domain::view::public::{AttachmentLine, Decided, DecisionPage, PublicSince};
use domain::{Lang, Money};
use time::macros::{date, datetime};

use super::pages::Rendered;
use super::{At, content, decision_sheet, form, id};
use crate::common;

/// Previews, attachments, withdrawals and extracts given.
pub(super) fn of_publicity(shell: &Shell, text: &str) -> Vec<Rendered> {
    let owned = || text.to_owned();
    let sheet_at = |at| decision_sheet(text, at);
    let attaching = form(Attaching {
        title: owned(),
        class: owned(),
        ground: owned(),
    });
    let withdrawing = form(Withdrawing {
        public_reason: owned(),
        hides_title: owned(),
    });
    let again = form(GivingBack { reason: owned() });
    let given = GivenExtracts {
        lines: vec![GivenExtract {
            id: id(8),
            decision: id(5),
            title: owned(),
            section: common::section("kaupunginjohtaja", 2023, 5),
            recipient: owned(),
            on: date!(2023 - 08 - 21),
            place: owned(),
            office: owned(),
            code: owned(),
            entitled_by: Some(owned()),
        }],
        total: 51,
        page: 1,
        pages: 2,
    };
    let preview = Preview {
        page: a_page(text),
        personal: PersonalPart::for_preview(&content(text)),
    };
    let findings = form(()).findings;
    vec![
        (
            "x/liitteet",
            render::desk(|| attachments::page(shell, &sheet_at(At::Draft), &attaching, None)),
        ),
        (
            "x/esikatselu",
            render::desk(|| preview_page::page(shell, &sheet_at(At::Draft), &preview, true)),
        ),
        (
            "x/esikatselu-jalkeen",
            render::desk(|| preview_page::page(shell, &sheet_at(At::Signed), &preview, false)),
        ),
        (
            "x/esikatselu-kesken",
            render::desk(|| preview_page::not_ready(shell, &sheet_at(At::Draft), &findings)),
        ),
        (
            "x/poisto",
            render::desk(|| withdrawal::page(shell, &sheet_at(At::Published), &withdrawing)),
        ),
        (
            "x/poisto-vahvistus",
            render::desk(|| withdrawal::confirm(shell, &sheet_at(At::Published), &withdrawing)),
        ),
        (
            "x/poisto/peru",
            render::desk(|| withdrawal::again(shell, &sheet_at(At::Published), &again)),
        ),
        (
            "x/otteet",
            render::desk(|| given::of_decision(shell, &sheet_at(At::Signed), &given)),
        ),
        ("otteet", render::desk(|| given::all(shell, &given))),
        ("x/asiakirja", of_documents(shell, text)),
        ("x/rahoitussitoumus", of_letters(shell, text, true)),
        ("x/rahoitussitoumus-ei", of_letters(shell, text, false)),
    ]
}

/// The documents made of a decision.
fn of_documents(shell: &Shell, text: &str) -> String {
    let made = [MadeDocument {
        id: id(9),
        at: datetime!(2023 - 08 - 21 10:00),
        by: Personal::new(text.to_owned()),
        office: text.to_owned(),
        code: text.to_owned(),
        has_secrets: true,
    }];
    let typed = form(Documenting {
        include_secrets: text.to_owned(),
    });
    render::desk(|| document::page(shell, &decision_sheet(text, At::Signed), &made, &typed))
}

/// The letters of commitment given of a decision, where another can be given or not.
fn of_letters(shell: &Shell, text: &str, can_be_given: bool) -> String {
    let line = LetterLine {
        year: None,
        amount: Money::from_cents(250_000),
        strength: CommitmentStrength::Conditional,
        condition: Some(text.to_owned()),
    };
    let letters = LetterSheet {
        lines: can_be_given
            .then(|| vec![line])
            .ok_or(NoLetter::NothingPromised),
        finality: Finality::NotComputable,
        given: vec![a_letter(text)],
    };
    let typed = form(LetterDraft {
        letter_lang: text.to_owned(),
        valid_until: text.to_owned(),
    });
    render::desk(|| letter::page(shell, &decision_sheet(text, At::Signed), &letters, &typed))
}

/// A letter of commitment that was given.
pub(super) fn a_letter(text: &str) -> GivenLetter {
    GivenLetter {
        id: id(10),
        decision: id(5),
        section: common::section("kaupunginjohtaja", 2023, 5),
        at: datetime!(2023 - 08 - 21 10:00),
        by: Personal::new(text.to_owned()),
        office: text.to_owned(),
        code: text.to_owned(),
        lang: Lang::Sv,
        valid_until: Some(date!(2024 - 12 - 31)),
    }
}

/// The lasting part of a decision with a text in every field that takes one.
fn a_page(text: &str) -> DecisionPage {
    let content = content(text);
    DecisionPage {
        section: common::section("kaupunginjohtaja", 2023, 5),
        case_number: content.case_number.0.clone(),
        case_title: text.to_owned(),
        project: None,
        lang: content.lang,
        title: text.to_owned(),
        decision_maker: text.to_owned(),
        decided: Decided::Unknown,
        recorded: false,
        public_since: PublicSince::NotYet,
        resolution: content.resolution.public_version(),
        background: content.background.public_version(),
        authority: text.to_owned(),
        applied_provisions: text.to_owned(),
        commitments: content.commitments.0.clone(),
        plan: None,
        remedy: content.remedy.0,
        instructions: content.instructions.0,
        claims_to: None,
        stage: None,
        member_period: None,
        contact_office: text.to_owned(),
        attachments: AttachmentLine::of(&content),
        deputy_office: None,
        corrections: Vec::new(),
        in_force: InForce::Whole,
        changed_by: Vec::new(),
        changes: Vec::new(),
    }
}

/// A secret attachment.
pub(super) fn an_attachment(text: &str) -> Attachment {
    Attachment {
        title: text.to_owned(),
        file_name: text.to_owned(),
        media_type: MediaType::Pdf,
        size: 120_000,
        sha256: "0".repeat(64),
        class: AttachmentClass::Secret(text.to_owned()),
    }
}

/// A withdrawal that was undone.
pub(super) fn a_stub(text: &str) -> StubLine {
    StubLine {
        stub: Stub {
            id: id(15),
            decision: id(5),
            kind: StubKind::Withdrawn,
            reason: text.to_owned(),
            hides_title: true,
            made_at: datetime!(2023-08-21 08:00:00 UTC),
            made_by: id(4),
            office: text.to_owned(),
            ended: Some(Ended {
                at: datetime!(2023-08-22 08:00:00 UTC),
                reason: text.to_owned(),
            }),
        },
        since: date!(2023 - 08 - 21),
        ended_on: Some(date!(2023 - 08 - 22)),
    }
}
