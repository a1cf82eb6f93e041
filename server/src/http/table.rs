//! The routes for everybody, as one table: it makes the router, and the tests of what leaves the
//! register ask for each address in it.

use app::address;
use axum::Extension;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{MethodRouter, get, post};
use domain::Lang;

use super::state::Site;
use super::{
    BODY_LIMIT, SIGN_IN_FIELDS, actors, api, appeal_guide, attachment, check, feeds, files, follow,
    money, open_data, page_cache, public, sign_in, sitemap, statements,
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
    /// Whether what it answers is the same for everybody until data or time change it.
    is_kept: bool,
    handlers: MethodRouter<Site>,
}

/// The routes of the table that stand in each language, or those that stand once.
pub(super) fn routes(in_each_language: bool) -> Router<Site> {
    let table = table().into_iter();
    table
        .filter(|route| route.in_each_language == in_each_language)
        .fold(Router::new(), |router, route| {
            let PublicRoute { path, is_kept, .. } = route;
            let handlers = if is_kept {
                route.handlers.layer(from_fn(page_cache::mark))
            } else {
                route.handlers
            };
            router.route(path, handlers)
        })
}

/// The addresses of the pages that stand in each language whatever is published: neither a file nor
/// a way in for officials, nor what somebody asks for themselves.
pub(super) fn pages_without_parts() -> impl Iterator<Item = &'static str> {
    let pages = table().into_iter().filter(|route| route.in_each_language);
    let paths = pages.map(|route| route.path);
    let own = [address::SIGN_IN, address::FOLLOW];
    paths.filter(move |path| {
        !path.contains(['{', '.']) && !own.iter().any(|own| path.starts_with(own))
    })
}

/// Every route for everybody.
pub fn table() -> Vec<PublicRoute> {
    [
        pages(),
        lists_as_files(),
        read_api(),
        whoever_asks(),
        once_for_all(),
    ]
    .concat()
}

/// The same for each reader.
fn pages() -> Vec<PublicRoute> {
    vec![
        page("/", get(public::front)),
        page("/paatokset", get(public::decisions)),
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
        page("/hankkeet", get(public::projects)),
        PublicRoute {
            endings: vec!["", ".json"],
            ..page("/hankkeet/{slug}", get(public::project))
        },
        page("/asiat/{case}", get(public::case)),
        page(address::DECISION_MAKERS, get(actors::decision_makers)),
        page("/paatoksentekijat/{series}", get(actors::decision_maker)),
        page(address::FUNDERS, get(actors::funders)),
        page("/rahoittajat/{organisation}", get(actors::funder)),
        page(address::MONEY, get(money::show)),
        page(address::APPEALS, get(appeal_guide::show)),
        page(address::CHECK, get(check::form)),
        page("/tarkista/{code}", get(check::confirm)),
        page(address::ACCESSIBILITY, get(statements::accessibility)),
        page(address::PRIVACY, get(statements::privacy)),
        page(address::OPEN_DATA, get(open_data::described)),
        page(address::API_PAGE, get(api::show)),
        page(address::FOLLOW, get(follow::offer).post(follow::ask)),
        page(address::FOLLOW_ASKED, get(follow::asked_for)),
        page(address::FOLLOW_STOPPED, get(follow::stopped)),
    ]
}

fn lists_as_files() -> Vec<PublicRoute> {
    vec![
        page("/paatokset.ics", get(public::calendar)),
        page("/paatokset.atom", get(feeds::decisions)),
        page("/paatokset.feed.json", get(feeds::decisions)),
        page("/paatokset.csv", get(open_data::decisions)),
        page("/paatokset.xlsx", get(open_data::decisions)),
        page("/paatokset.json", get(open_data::decisions)),
        page("/hankkeet.atom", get(feeds::projects)),
        page("/hankkeet.feed.json", get(feeds::projects)),
        page("/hankkeet.csv", get(open_data::projects)),
        page("/hankkeet.xlsx", get(open_data::projects)),
        page("/hankkeet.json", get(open_data::projects)),
        page("/hankkeet/eu-hankkeet.csv", get(open_data::operations)),
        page("/hankkeet/eu-hankkeet.xlsx", get(open_data::operations)),
        page("/hankkeet/eu-hankkeet.json", get(open_data::operations)),
        page("/rahoitus.csv", get(money::file)),
        page("/rahoitus.xlsx", get(money::file)),
        page("/rahoitus.json", get(money::file)),
        page(address::OPEN_DATA_FILE, get(open_data::dump)),
    ]
}

/// Its answers say how many more may follow, which is never the same.
fn read_api() -> Vec<PublicRoute> {
    let routes = vec![
        once(address::API_DESCRIPTION, get(api::description)),
        once("/rajapinta/v1/decisions", get(api::decisions)),
        once(
            "/rajapinta/v1/decisions/{series}/{year}/{section}",
            get(api::decision),
        ),
        once("/rajapinta/v1/projects", get(api::projects)),
        once("/rajapinta/v1/projects/{slug}", get(api::project)),
        once("/rajapinta/v1/cases/{case}", get(api::case)),
    ];
    routes.into_iter().map(never_kept).collect()
}

/// What is answered by who asks.
fn whoever_asks() -> Vec<PublicRoute> {
    let sign_in = get(sign_in::show)
        .post(sign_in::sign_in)
        .layer(DefaultBodyLimit::max(BODY_LIMIT + SIGN_IN_FIELDS));
    let routes = vec![
        page(address::SIGN_IN, sign_in),
        page(address::SIGN_OUT, post(sign_in::sign_out)),
        page("/seuraa/{key}", get(follow::manage).post(follow::change)),
        page(
            "/seuraa/{key}/lopeta",
            get(follow::to_page).post(follow::stop_at_once),
        ),
    ];
    routes.into_iter().map(never_kept).collect()
}

/// What stands in no language.
fn once_for_all() -> Vec<PublicRoute> {
    let front = |lang: Lang| get(public::front_of_language).layer(Extension(lang));
    vec![
        once("/sv", front(Lang::Sv)),
        once("/en", front(Lang::En)),
        once("/assets/{*path}", get(files::file)),
        once("/robots.txt", get(sitemap::robots)),
        once("/sitemap.xml", get(sitemap::index)),
        once("/sitemap/{part}", get(sitemap::part)),
        never_kept(once("/healthz", get(|| async { "ok\n" }))),
        never_kept(once("/readyz", get(public::ready))),
    ]
}

fn page(path: &'static str, handlers: MethodRouter<Site>) -> PublicRoute {
    PublicRoute {
        path,
        endings: vec![""],
        in_each_language: true,
        is_kept: true,
        handlers,
    }
}

/// A route that answers by who asks, or by how the process is.
fn never_kept(route: PublicRoute) -> PublicRoute {
    PublicRoute {
        is_kept: false,
        ..route
    }
}

fn once(path: &'static str, handlers: MethodRouter<Site>) -> PublicRoute {
    PublicRoute {
        in_each_language: false,
        ..page(path, handlers)
    }
}
