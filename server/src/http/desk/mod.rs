//! Officials' pages: the table of their routes.
//!
//! A route says what its handlers need the right to. One table makes both the router and the test
//! of who may go where; a handler outside it refuses everybody.

mod accounts;
mod all_funding;
mod appeals;
mod attachments;
mod begin;
mod budget;
mod budget_closing;
mod budget_import;
mod case_documents;
mod case_parts;
mod cases;
mod claims;
mod classes;
mod co_funding;
mod commitment_list;
mod commitments;
mod corrections;
mod decision_documents;
mod decision_money;
mod delegations;
mod disposal;
mod distribution;
mod drafts;
mod elsewhere;
mod extracts;
mod filings;
mod given;
mod hand_back;
mod home;
mod instalments;
mod last_days;
mod legal_force;
mod letters;
mod log;
mod notifications;
mod organisations;
mod own;
mod plan_comparison;
mod plans;
mod preview;
mod project_parts;
mod projects;
mod publication;
mod reminders;
mod series;
mod services;
mod signing;
mod table_import;
mod withdrawal;
mod work;
mod year_end;

use axum::extract::DefaultBodyLimit;
use axum::http::Method;
use axum::routing::{MethodRouter, get};
use axum::{Extension, Router};
use domain::role::UseCase;

use super::state::Site;
use super::upload::UPLOAD_LIMIT;

/// A route of officials.
#[derive(Clone, Debug)]
pub struct Route {
    /// Its address, without a language prefix.
    pub path: &'static str,
    /// What reading its page needs the right to.
    pub reads: UseCase,
    /// What sending its form needs the right to; `None` where it takes no form.
    pub writes: Option<UseCase>,
    handlers: MethodRouter<Site>,
}

/// What the route of a request needs the right to.
#[derive(Clone, Copy, Debug)]
struct Needs {
    reads: UseCase,
    writes: Option<UseCase>,
}

impl Needs {
    fn of(self, method: &Method) -> Option<UseCase> {
        match *method {
            Method::GET | Method::HEAD => Some(self.reads),
            _ => self.writes,
        }
    }
}

/// The routes of officials.
pub(super) fn routes() -> Router<Site> {
    table().into_iter().fold(Router::new(), |router, route| {
        let Route {
            path,
            reads,
            writes,
            handlers,
        } = route;
        router.route(path, handlers.layer(Extension(Needs { reads, writes })))
    })
}

/// Every route of officials.
#[expect(clippy::too_many_lines, reason = "one table, a route in each entry")]
pub fn table() -> Vec<Route> {
    use UseCase as U;
    let mut table = vec![
        page("/tyopoyta", get(home::show)),
        Route {
            reads: U::ReadDesk,
            ..form(
                "/tyopoyta/organisaatiot",
                U::EditOrganisation,
                get(organisations::show).post(organisations::add),
            )
        },
        form(
            "/tyopoyta/asiat/uusi",
            U::EditCase,
            get(cases::begin).post(cases::open),
        ),
        page("/tyopoyta/asiat/{case}", get(cases::show)),
        form(
            "/tyopoyta/asiat/{case}/tiedot",
            U::EditCase,
            get(cases::facts).post(cases::change),
        ),
        form(
            "/tyopoyta/asiat/{case}/paatokset/uusi",
            U::DraftDecision,
            get(begin::show).post(begin::begin),
        ),
        form(
            "/tyopoyta/hankkeet/{slug}/rahoitus",
            U::EditFundingPlan,
            get(plans::show).post(plans::save),
        ),
        page("/tyopoyta/paatokset/{id}", get(drafts::sheet)),
        form(
            "/tyopoyta/paatokset/{id}/luonnos",
            U::DraftDecision,
            get(drafts::show).post(drafts::save),
        ),
        form(
            "/tyopoyta/paatokset/{id}/autosave",
            U::DraftDecision,
            get(drafts::to_form).post(drafts::autosave),
        ),
        form(
            "/tyopoyta/paatokset/{id}/henkilotieto",
            U::DraftDecision,
            get(drafts::to_check).post(drafts::about_person),
        ),
        Route {
            reads: U::ReadDesk,
            ..form(
                "/tyopoyta/toimivallat",
                U::ManageDelegations,
                get(delegations::show).post(delegations::record),
            )
        },
        form(
            "/tyopoyta/toimivallat/{id}",
            U::ManageDelegations,
            get(delegations::show_one).post(delegations::change),
        ),
        form(
            "/tyopoyta/paatokset/{id}/tarkista",
            U::DraftDecision,
            get(drafts::check).post(drafts::send),
        ),
        form(
            "/tyopoyta/paatokset/{id}/allekirjoita",
            U::SignDecision,
            get(signing::show).post(signing::sign),
        ),
        form(
            "/tyopoyta/paatokset/{id}/palauta",
            U::SignDecision,
            get(signing::to_page).post(signing::give_back),
        ),
        form(
            "/tyopoyta/paatokset/{id}/takaisin",
            U::DraftDecision,
            get(hand_back::to_sheet).post(hand_back::recall),
        ),
        form(
            "/tyopoyta/paatokset/{id}/peru",
            U::DraftDecision,
            get(hand_back::show_abandoning).post(hand_back::abandon),
        ),
        form(
            "/tyopoyta/paatokset/{id}/uudelleen",
            U::DraftDecision,
            get(hand_back::to_sheet).post(hand_back::take_up),
        ),
        form(
            "/tyopoyta/paatokset/{id}/esteellisyys",
            U::SignDecision,
            get(signing::to_page).post(signing::state_conflict),
        ),
        form(
            "/tyopoyta/paatokset/{id}/julkaise/peru",
            U::PublishDecision,
            get(publication::to_page).post(publication::unschedule),
        ),
        form(
            "/tyopoyta/paatokset/{id}/korjaa",
            U::CorrectDecision,
            get(corrections::show).post(corrections::correct),
        ),
        form(
            "/tyopoyta/paatokset/{id}/korjaa/ilmoitus",
            U::RecordService,
            get(corrections::show_telling).post(corrections::tell),
        ),
        form(
            "/tyopoyta/paatokset/{id}/tiedoksiannot",
            U::RecordService,
            get(services::show_many).post(services::record_many),
        ),
        page("/tyopoyta/julkaisut", get(publication::list)),
        form(
            "/tyopoyta/paatokset/{id}/muualla",
            U::RecordDecision,
            get(elsewhere::show).post(elsewhere::record),
        ),
        form(
            "/tyopoyta/paatokset/{id}/julkaise",
            U::PublishDecision,
            get(publication::show).post(publication::publish),
        ),
        form(
            "/tyopoyta/paatokset/{id}/tiedoksianto/{service}",
            U::RecordService,
            get(services::show).post(services::record),
        ),
        form(
            "/tyopoyta/paatokset/{id}/asianosainen",
            U::RecordService,
            get(services::begin_party).post(services::add_party),
        ),
        form(
            "/tyopoyta/paatokset/{id}/muutoksenhaku",
            U::RecordFiling,
            get(filings::begin).post(filings::record),
        ),
        form(
            "/tyopoyta/paatokset/{id}/muutoksenhaku/{filing}",
            U::RecordFiling,
            get(filings::show).post(filings::correct),
        ),
        form(
            "/tyopoyta/paatokset/{id}/muutoksenhaku/{filing}/ratkaisu",
            U::RecordFiling,
            get(filings::show_outcome).post(filings::decide),
        ),
        form(
            "/tyopoyta/paatokset/{id}/lainvoima",
            U::StateLegalForce,
            get(legal_force::show).post(legal_force::state),
        ),
        form(
            "/tyopoyta/paatokset/{id}/lainvoima/avaa",
            U::StateLegalForce,
            get(legal_force::show_reopening).post(legal_force::reopen),
        ),
        form(
            "/tyopoyta/paatokset/{id}/lainvoima/todistus",
            U::StateLegalForce,
            get(legal_force::show_certifying).post(legal_force::certify),
        ),
        page(
            "/tyopoyta/paatokset/{id}/lainvoima/{file}",
            get(legal_force::file),
        ),
        page("/tyopoyta/paatokset/{id}/esikatselu", get(preview::show)),
        page("/tyopoyta/paatokset/{id}/esikatselu.pdf", get(preview::pdf)),
        Route {
            reads: U::ReadDesk,
            ..form(
                "/tyopoyta/paatokset/{id}/liitteet",
                U::DraftDecision,
                get(attachments::show)
                    .post(attachments::change)
                    .layer(DefaultBodyLimit::max(UPLOAD_LIMIT)),
            )
        },
        page(
            "/tyopoyta/paatokset/{id}/liitteet/{number}",
            get(attachments::download),
        ),
        form(
            "/tyopoyta/paatokset/{id}/poisto",
            U::WithdrawPublication,
            get(withdrawal::show).post(withdrawal::withdraw),
        ),
        form(
            "/tyopoyta/paatokset/{id}/poisto/peru",
            U::WithdrawPublication,
            get(withdrawal::show_again).post(withdrawal::publish_again),
        ),
        page("/tyopoyta/paatokset/{id}/otteet", get(given::of_decision)),
        page("/tyopoyta/otteet", get(given::all)),
        page("/tyopoyta/kalenteri", get(last_days::show)),
        page("/tyopoyta/kalenteri.ics", get(last_days::file)),
        page("/tyopoyta/muutoksenhaut", get(appeals::list)),
        Route {
            reads: U::ReadDesk,
            ..form(
                "/tyopoyta/otto-oikeus",
                U::RecordCallIn,
                get(appeals::show).post(appeals::leave_unused),
            )
        },
        page("/tyopoyta/otto-oikeus.csv", get(appeals::csv)),
        page("/tyopoyta/otto-oikeus.pdf", get(appeals::pdf)),
        page("/tyopoyta/muistutukset", get(reminders::list)),
        Route {
            reads: U::ReadDesk,
            ..form(
                "/tyopoyta/muistutukset/{id}",
                U::AcknowledgeReminder,
                get(reminders::show).post(reminders::settle),
            )
        },
        Route {
            writes: None,
            ..form("/tyopoyta/kayttajat", U::ManageUsers, get(accounts::list))
        },
        form(
            "/tyopoyta/kayttajat/uusi",
            U::ManageUsers,
            get(accounts::begin).post(accounts::add),
        ),
        form(
            "/tyopoyta/kayttajat/{account}",
            U::ManageUsers,
            get(accounts::show).post(accounts::change),
        ),
        form(
            "/tyopoyta/oma",
            U::ManageOwnAccount,
            get(own::show).post(own::change),
        ),
        page("/tyopoyta/pykalasarjat", get(series::list)),
        form(
            "/tyopoyta/pykalasarjat/uusi",
            U::ManageSeries,
            get(series::begin).post(series::add),
        ),
        Route {
            reads: U::ReadDesk,
            ..form(
                "/tyopoyta/pykalasarjat/{series}",
                U::ManageSeries,
                get(series::show).post(series::change),
            )
        },
        Route {
            writes: None,
            ..form("/tyopoyta/loki", U::ReadAudit, get(log::show))
        },
        Route {
            writes: None,
            ..form("/tyopoyta/loki.csv", U::ReadAudit, get(log::csv))
        },
        Route {
            writes: None,
            ..form("/tyopoyta/loki/{event}", U::ReadAudit, get(log::entry))
        },
        form(
            "/tyopoyta/ilmoitukset",
            U::ManageOwnAccount,
            get(notifications::list).post(notifications::read),
        ),
        page("/tyopoyta/asiat", get(cases::list)),
        form(
            "/tyopoyta/asiat/{case}/asiakirjat/saapunut",
            U::EditCase,
            get(case_documents::begin_incoming).post(case_documents::add_incoming),
        ),
        form(
            "/tyopoyta/asiat/{case}/asiakirjat/oma",
            U::EditCase,
            get(case_documents::begin_own).post(case_documents::add_own),
        ),
        form(
            "/tyopoyta/asiat/{case}/asiakirjat/{document}",
            U::EditCase,
            get(case_documents::document).post(case_documents::correct_document),
        ),
        form(
            "/tyopoyta/asiat/{case}/toimenpiteet/uusi",
            U::EditCase,
            get(case_parts::begin_measure).post(case_parts::add_measure),
        ),
        form(
            "/tyopoyta/asiat/{case}/toimenpiteet/{measure}",
            U::EditCase,
            get(case_parts::measure).post(case_parts::correct_measure),
        ),
        form(
            "/tyopoyta/asiat/{case}/osalliset/uusi",
            U::EditCase,
            get(case_parts::begin_party).post(case_parts::add_party),
        ),
        form(
            "/tyopoyta/asiat/{case}/osalliset/{party}",
            U::EditCase,
            get(case_parts::party).post(case_parts::correct_party),
        ),
        form(
            "/tyopoyta/asiat/{case}/liittyvat",
            U::EditCase,
            get(case_parts::show_relations).post(case_parts::relate),
        ),
        form(
            "/tyopoyta/asiat/{case}/tila",
            U::CloseCase,
            get(case_parts::show_state).post(case_parts::move_state),
        ),
    ];
    table.extend(all_funding::routes());
    table.extend(commitment_list::routes());
    table.extend(budget::routes());
    table.extend(budget_closing::routes());
    table.extend(budget_import::routes());
    table.extend(table_import::routes());
    table.extend(extracts::routes());
    table.extend(decision_documents::routes());
    table.extend(decision_money::routes());
    table.extend(disposal::routes());
    table.extend(distribution::routes());
    table.extend(commitments::routes());
    table.extend(classes::routes());
    table.extend(year_end::routes());
    table.extend(letters::routes());
    table.extend(instalments::routes());
    table.extend(projects::routes());
    table.extend(plan_comparison::routes());
    table.extend(claims::routes());
    table.extend(co_funding::routes());
    table
}

fn page(path: &'static str, handlers: MethodRouter<Site>) -> Route {
    Route {
        path,
        reads: UseCase::ReadDesk,
        writes: None,
        handlers,
    }
}

fn form(path: &'static str, use_case: UseCase, handlers: MethodRouter<Site>) -> Route {
    Route {
        path,
        reads: use_case,
        writes: Some(use_case),
        handlers,
    }
}
