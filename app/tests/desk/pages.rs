//! Every officials' page, rendered.

use app::pages::desk::decision::{
    abandon, begin, certify, check, correct, draft, elsewhere, filing, legal_force, publish,
    serve_many, service, sheet, sign,
};
use app::pages::desk::form::{
    AboutPerson, CaseFacts, Certifying, Deciding, Elsewhere, Filed, GivingBack, Meeting, NewCase,
    NewOrganisation, NewParty, Placing, Publishing, ServingMany, SignIn, Signing, Stating,
    StatingConflict, Telling,
};
use app::pages::desk::kept::{self, Kept, Why};
use app::pages::desk::{
    appeals, case, delegations, funding, home, last_days, organisations, project, publications,
    refused, sign_in,
};
use app::render;
use app::shell::Shell;
use domain::decision::CorrectionDraft;
use domain::legal_force::AppealStage;
use domain::project::note::NoteDraft;
use domain::project::phase::PhaseDraft;
use domain::service::ServiceDraft;
use domain::view::desk::{AppealLine, Publications, SectionGap, Span, Stage, WaitingLine};
use wording::desk::{Done, Text};

use super::budget::of_budget;
use super::commitment::of_commitments;
use super::drafting::{around, begin_sheet, beginning, delegation_draft, delegation_list};
use super::instalments::of_instalments;
use super::last_days::{SEPTEMBER, calendar};
use super::money::of_money;
use super::people::people;
use super::publicity::of_publicity;
use super::reminders::reminders;
use super::table_import::of_imports;
use super::year_end::of_year_end;
use super::{
    At, a_call_in_list, a_case, a_desk, a_project, a_stale_form, case_sheet, decision_draft,
    decision_sheet, form, id, line, organisation, plan_draft, project_draft, project_history,
    project_sheet, service_line, to_publish,
};

/// A page by its address.
pub(crate) type Rendered = (&'static str, String);

/// Every officials' page, with a text wherever it shows one.
pub(crate) fn pages(shell: &Shell, text: &str) -> Vec<Rendered> {
    let mut pages = cases(shell, text);
    pages.extend(projects(shell, text));
    pages.extend(decisions(shell, text));
    pages.extend(of_appeals(shell, text));
    pages.extend(afterwards(shell, text));
    pages.extend(super::cases::pages(shell, text));
    for (name, span) in [
        ("kalenteri", Span::Month(SEPTEMBER)),
        ("kalenteri?nakyma=lista", Span::From(SEPTEMBER)),
    ] {
        let days = calendar(text, span);
        pages.push((name, render::desk(|| last_days::page(shell, &days))));
    }
    pages.extend(reminders(shell, text));
    pages.extend(super::distribution::pages(shell, text));
    pages.extend(people(shell, text));
    pages.extend(kept_forms(shell, text));
    pages
}

fn kept_forms(shell: &Shell, text: &str) -> Vec<Rendered> {
    let mut fields = decision_draft(text).to_pairs();
    fields.push(("key".to_owned(), super::KEY.to_owned()));
    fields.push(("version".to_owned(), "3".to_owned()));
    let sign_in = form(SignIn::default());
    let carrying = || sign_in::page(shell, &sign_in, &fields, Some(Text::SignInUnavailable));
    let kept = |why| Kept {
        why,
        address: "/tyopoyta/paatokset/x/luonnos".to_owned(),
        fields: fields.clone(),
    };
    vec![
        ("kirjaudu (lomake)", render::desk(carrying)),
        (
            "luonnos (ei vastausta)",
            render::desk(|| kept::page(shell, &kept(Why::Unavailable))),
        ),
        (
            "luonnos (kirjauduttu)",
            render::desk(|| kept::page(shell, &kept(Why::SignedInAgain))),
        ),
    ]
}

fn cases(shell: &Shell, text: &str) -> Vec<Rendered> {
    let owned = || text.to_owned();
    let sign_in = form(SignIn {
        email: owned(),
        next: owned(),
    });
    let new_case = form(NewCase {
        number: owned(),
        public_title: owned(),
        internal_title: owned(),
        class: owned(),
        pending_since: owned(),
    });
    let facts = form(CaseFacts {
        number: owned(),
        public_title: owned(),
        internal_title: owned(),
        class: owned(),
        pending_since: owned(),
    });
    let offered = super::cases::a_form(text);
    vec![
        (
            "/kirjaudu",
            render::desk(|| sign_in::page(shell, &sign_in, &Vec::new(), None)),
        ),
        (
            "/tyopoyta",
            render::desk(|| home::page(shell, &a_desk(text), false, Some(Done::Saved))),
        ),
        (
            "asiat/uusi",
            render::desk(|| case::new(shell, &offered, &new_case)),
        ),
        (
            "asiat/x",
            render::desk(|| case::sheet(shell, &case_sheet(text), None)),
        ),
        (
            "asiat/x/tiedot",
            render::desk(|| case::change(shell, &a_case(text), &offered, &facts)),
        ),
    ]
}

fn phase(text: &str) -> PhaseDraft {
    PhaseDraft {
        project_phase: "ended".to_owned(),
        phase_on: text.to_owned(),
        phase_remark: text.to_owned(),
    }
}

fn note(text: &str) -> NoteDraft {
    NoteDraft {
        noted_on: text.to_owned(),
        note: text.to_owned(),
    }
}

fn projects(shell: &Shell, text: &str) -> Vec<Rendered> {
    let owned = || text.to_owned();
    let project = form(project_draft(text));
    let plan = form(plan_draft(text));
    let new_organisation = form(NewOrganisation {
        name: owned(),
        kind: owned(),
        business_id: owned(),
    });
    vec![
        (
            "hankkeet/uusi",
            render::desk(|| {
                project::form(shell, &a_case(text), None, &[organisation(text)], &project)
            }),
        ),
        (
            "hankkeet/x",
            render::desk(|| project::sheet(shell, &project_sheet(text), None)),
        ),
        (
            "hankkeet/x/tiedot",
            render::desk(|| {
                let changed = a_project(text);
                project::form(
                    shell,
                    &a_case(text),
                    Some(&changed),
                    &[organisation(text)],
                    &project,
                )
            }),
        ),
        (
            "hankkeet/x/historia",
            render::desk(|| project::history(shell, &project_history(text))),
        ),
        (
            "hankkeet/x/vaihe",
            render::desk(|| {
                project::record_phase(shell, &a_case(text), &a_project(text), &form(phase(text)))
            }),
        ),
        (
            "hankkeet/x/vaihe/peru",
            render::desk(|| {
                let undoing = form(GivingBack { reason: owned() });
                project::undo_phase(shell, &a_case(text), &a_project(text), &undoing)
            }),
        ),
        (
            "hankkeet/x/muistiinpanot/uusi",
            render::desk(|| {
                project::add_note(shell, &a_case(text), &a_project(text), &form(note(text)))
            }),
        ),
        (
            "hankkeet/x/rahoitus",
            render::desk(|| funding::page(shell, &project_sheet(text), &plan)),
        ),
        (
            "organisaatiot",
            render::desk(|| organisations::page(shell, &[organisation(text)], &new_organisation)),
        ),
        ("403", render::desk(|| refused::forbidden(shell))),
        (
            "409",
            render::desk(|| refused::stale(shell, &a_stale_form(text))),
        ),
    ]
}

fn of_appeals(shell: &Shell, text: &str) -> Vec<Rendered> {
    let owned = || text.to_owned();
    let sheet = decision_sheet(text, At::Published);
    let party = form(NewParty {
        organisation: owned(),
        means: owned(),
    });
    let filed = form(Filed {
        remedy: owned(),
        received_on: owned(),
        received_at: owned(),
        way: owned(),
        filer: owned(),
        standing: owned(),
        wrongly_addressed_to: owned(),
        handled_by: owned(),
    });
    let deciding = form(Deciding {
        kind: owned(),
        on: owned(),
        reference: owned(),
        decided_by: owned(),
        final_from: owned(),
    });
    let stating = form(Stating {
        registry_checked_on: owned(),
        court_checked_on: owned(),
    });
    let reopening = form(GivingBack { reason: owned() });
    let placing = form(Placing { place: owned() });
    let meeting = form(Meeting {
        held_on: owned(),
        section: owned(),
        listed: owned(),
    });
    let list = a_call_in_list(text);
    let line = AppealLine {
        decision: list.lines[0].decision.clone(),
        stage: AppealStage::Over,
    };
    let known = Some(id(20));
    vec![
        (
            "x/asianosainen",
            render::desk(|| service::new_party(shell, &sheet, &party)),
        ),
        (
            "x/muutoksenhaku",
            render::desk(|| filing::record(shell, &sheet, None, &filed)),
        ),
        (
            "x/muutoksenhaku/x",
            render::desk(|| filing::record(shell, &sheet, known, &filed)),
        ),
        (
            "x/ratkaisu",
            render::desk(|| filing::decide(shell, &sheet, id(20), &deciding)),
        ),
        (
            "x/lainvoima",
            render::desk(|| legal_force::state(shell, &sheet, &stating)),
        ),
        (
            "x/avaa",
            render::desk(|| legal_force::reopen(shell, &sheet, &reopening)),
        ),
        (
            "x/todistus",
            render::desk(|| legal_force::certify(shell, &sheet, &placing)),
        ),
        (
            "otto-oikeus",
            render::desk(|| appeals::call_in(shell, &list, Some(&meeting), None)),
        ),
        (
            "muutoksenhaut",
            render::desk(|| appeals::list(shell, &[line])),
        ),
    ]
}

fn decisions(shell: &Shell, text: &str) -> Vec<Rendered> {
    let owned = || text.to_owned();
    let sheet_at = |at| decision_sheet(text, at);
    let typed = form(decision_draft(text));
    let mut pages: Vec<Rendered> = [
        ("luonnos", At::Draft),
        ("ehdotus", At::Proposal),
        ("allekirjoitettu", At::Signed),
        ("julkaistu", At::Published),
    ]
    .map(|(name, at)| {
        (
            name,
            render::desk(|| sheet::page(shell, &sheet_at(at), &form(()), true, None)),
        )
    })
    .into();
    pages.extend([
        (
            "x/luonnos",
            render::desk(|| draft::page(shell, &sheet_at(At::Draft), &typed, &around(text))),
        ),
        (
            "x/tarkista",
            render::desk(|| {
                let answers = [form(AboutPerson {
                    place: owned(),
                    words: owned(),
                })];
                check::page(shell, &sheet_at(At::Draft), &form(()), &answers, None)
            }),
        ),
        (
            "paatokset/uusi",
            render::desk(|| begin::page(shell, &begin_sheet(text), &form(beginning(text)))),
        ),
        (
            "toimivallat",
            render::desk(|| {
                let typed = form(delegation_draft(text));
                delegations::page(shell, &delegation_list(text), &typed, None)
            }),
        ),
        (
            "toimivallat/x",
            render::desk(|| {
                let list = delegation_list(text);
                delegations::change(shell, id(9), &list.series, &form(delegation_draft(text)))
            }),
        ),
    ]);
    pages.extend(freezing(shell, text));
    pages.extend(of_publicity(shell, text));
    pages.extend(of_budget(shell, text));
    pages.extend(of_year_end(shell, text));
    pages.extend(of_imports(shell, text));
    pages.extend(of_money(shell, text));
    pages.extend(of_commitments(shell, text));
    pages.extend(of_instalments(shell, text));
    pages
}

/// Where a decision becomes frozen, public and known to its parties.
fn freezing(shell: &Shell, text: &str) -> Vec<Rendered> {
    let owned = || text.to_owned();
    let sheet_at = |at| decision_sheet(text, at);
    let signing = form(Signing {
        section: owned(),
        excess_reason: owned(),
    });
    let giving_back = form(GivingBack { reason: owned() });
    let recording = form(Elsewhere {
        section: owned(),
        decided_on: owned(),
        no_later_than: owned(),
        source: owned(),
        excess_reason: owned(),
    });
    let publishing = form(Publishing {
        published_on: owned(),
        day_unknown: owned(),
        deviates: owned(),
        secret_ground: owned(),
    });

    let serving = form(ServiceDraft {
        means: owned(),
        event_on: owned(),
        event_at: owned(),
        consent: owned(),
        proof: owned(),
        shown_receipt: owned(),
        new_means: owned(),
        new_on: owned(),
    });
    let certifying = form(Certifying {
        place: owned(),
        day: owned(),
        office: owned(),
        entitled_by: owned(),
    });
    let unserved = service_line(text, None);
    vec![
        (
            "x/allekirjoita",
            render::desk(|| {
                sign::page(
                    shell,
                    &sheet_at(At::Proposal),
                    &signing,
                    &giving_back,
                    &form(StatingConflict { ground: owned() }),
                )
            }),
        ),
        (
            "x/muualla",
            render::desk(|| elsewhere::page(shell, &sheet_at(At::Draft), &recording)),
        ),
        (
            "x/julkaise",
            render::desk(|| publish::page(shell, &sheet_at(At::Signed), &publishing, &form(()))),
        ),
        (
            "x/tiedoksianto",
            render::desk(|| service::page(shell, &sheet_at(At::Signed), &unserved, &serving)),
        ),
        (
            "x/ote",
            render::desk(|| certify::page(shell, &sheet_at(At::Signed), &unserved, &certifying)),
        ),
    ]
}

/// The ways back from a draft, and what becomes of a frozen decision.
fn afterwards(shell: &Shell, text: &str) -> Vec<Rendered> {
    let owned = || text.to_owned();
    let sheet_at = |at| decision_sheet(text, at);
    let giving_back = form(GivingBack { reason: owned() });
    let correcting = form(CorrectionDraft {
        title: owned(),
        resolution: owned(),
        background: owned(),
        authority: owned(),
        applied_provisions: owned(),
        contact_office: owned(),
        contact_person: owned(),
        reason: owned(),
    });
    let telling = form(Telling {
        told_on: owned(),
        means: owned(),
    });
    let many = form(ServingMany {
        chosen: vec![ServingMany::choice(id(6), 7)],
        service: ServiceDraft {
            event_on: owned(),
            ..ServiceDraft::default()
        },
    });
    let publications = Publications {
        waiting: vec![WaitingLine {
            decision: line(text, Stage::Signed),
            to_publish: to_publish(),
        }],
        gaps: vec![SectionGap {
            decision_maker: owned(),
            year: 2023,
            numbers: vec![3, 4],
        }],
    };
    vec![
        (
            "x/peru",
            render::desk(|| abandon::page(shell, &sheet_at(At::Draft), &giving_back)),
        ),
        (
            "x/korjaa",
            render::desk(|| correct::page(shell, &sheet_at(At::Published), &correcting)),
        ),
        (
            "x/korjaa/ilmoitus",
            render::desk(|| correct::tell(shell, &sheet_at(At::Published), &telling)),
        ),
        (
            "x/tiedoksiannot",
            render::desk(|| serve_many::page(shell, &sheet_at(At::Signed), &many)),
        ),
        (
            "julkaisut",
            render::desk(|| publications::page(shell, &publications)),
        ),
    ]
}
