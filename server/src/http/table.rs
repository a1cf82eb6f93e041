//! The routes for everybody, as one table: it makes the router, and the tests of what leaves the
//! register ask for each address in it.

use app::address;
use axum::Extension;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, get, post};
use domain::Lang;

use super::state::Site;
use super::{
    BODY_LIMIT, SIGN_IN_FIELDS, attachment, check, files, follow, money, open_data, public, sign_in,
};

/// A route for everybody.
#[derive(Clone, Debug)]
pub struct PublicRoute {
    /// Its address; of a route in each language, without the language prefix.
    pub path: &'static str,
    /// The endings of its address, each of another form of the same thing; the page has none.
    pub endings: Vec<&'static str>,
    /// Whether it stands in each language, or once.
    pub in_each_language: bool,
    handlers: MethodRouter<Site>,
}

/// The routes of the table that stand in each language, or those that stand once.
pub(super) fn routes(in_each_language: bool) -> Router<Site> {
    let table = table().into_iter();
    table
        .filter(|route| route.in_each_language == in_each_language)
        .fold(Router::new(), |router, route| {
            let PublicRoute { path, handlers, .. } = route;
            router.route(path, handlers)
        })
}

/// Every route for everybody.
pub fn table() -> Vec<PublicRoute> {
    let sign_in = get(sign_in::show)
        .post(sign_in::sign_in)
        .layer(DefaultBodyLimit::max(BODY_LIMIT + SIGN_IN_FIELDS));
    let front = |lang: Lang| get(public::front_of_language).layer(Extension(lang));
    vec![
        page("/", get(public::front)),
        page("/paatokset", get(public::decisions)),
        page("/paatokset.ics", get(public::calendar)),
        PublicRoute {
            endings: public::endings(),
            ..page(
                "/paatokset/{series}/{year}/{section}",
                get(public::decision),
            )
        },
        page(
            "/paatokset/{series}/{year}/{section}/liitteet/{attachment}",
            get(attachment::for_everybody),
        ),
        page(address::CHECK, get(check::form)),
        page("/tarkista/{code}", get(check::confirm)),
        page("/hankkeet", get(public::projects)),
        PublicRoute {
            endings: vec!["", ".json"],
            ..page("/hankkeet/{slug}", get(public::project))
        },
        page("/paatokset.csv", get(open_data::decisions)),
        page("/paatokset.xlsx", get(open_data::decisions)),
        page("/paatokset.json", get(open_data::decisions)),
        page("/hankkeet.csv", get(open_data::projects)),
        page("/hankkeet.xlsx", get(open_data::projects)),
        page("/hankkeet.json", get(open_data::projects)),
        page("/hankkeet/eu-hankkeet.csv", get(open_data::operations)),
        page("/hankkeet/eu-hankkeet.xlsx", get(open_data::operations)),
        page("/hankkeet/eu-hankkeet.json", get(open_data::operations)),
        page("/asiat/{case}", get(public::case)),
        page(address::MONEY, get(money::show)),
        page("/rahoitus.csv", get(money::file)),
        page("/rahoitus.xlsx", get(money::file)),
        page(address::FOLLOW, get(follow::offer).post(follow::ask)),
        page(address::FOLLOW_ASKED, get(follow::asked_for)),
        page(address::FOLLOW_STOPPED, get(follow::stopped)),
        page("/seuraa/{key}", get(follow::manage).post(follow::change)),
        page(
            "/seuraa/{key}/lopeta",
            get(follow::to_page).post(follow::stop_at_once),
        ),
        page(address::SIGN_IN, sign_in),
        page(address::SIGN_OUT, post(sign_in::sign_out)),
        once("/sv", front(Lang::Sv)),
        once("/en", front(Lang::En)),
        once("/assets/{*path}", get(files::file)),
        once("/healthz", get(|| async { "ok\n" })),
        once("/readyz", get(public::ready)),
    ]
}

fn page(path: &'static str, handlers: MethodRouter<Site>) -> PublicRoute {
    PublicRoute {
        path,
        endings: vec![""],
        in_each_language: true,
        handlers,
    }
}

fn once(path: &'static str, handlers: MethodRouter<Site>) -> PublicRoute {
    PublicRoute {
        in_each_language: false,
        ..page(path, handlers)
    }
}
