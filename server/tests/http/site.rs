//! A register in a file of its own behind the real router, and a browser that visits it.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use domain::publication::PublicationRule;
use domain::publicity::Personal;
use domain::role::Role;
use domain::section::{DecisionMakerKind, Numbering, SectionSeries};
use register::users::UserDraft;
use register::{Actor, Clock, Register, city, series, users};
use server::{Config, router};
use tempfile::TempDir;
use time::macros::datetime;
use tower::ServiceExt as _;

pub(crate) const PASSWORD: &str = "oikea hevonen paristo";

/// The site and what stands behind it.
pub(crate) struct Site {
    pub(crate) register: Register,
    pub(crate) clock: Clock,
    router: Router,
    _folder: TempDir,
}

impl Site {
    /// A register with its city, a section series and nobody in it.
    pub(crate) async fn new() -> Self {
        Self::at("http://127.0.0.1:3000").await
    }

    /// The same at an address.
    pub(crate) async fn at(public_url: &str) -> Self {
        Self::with(public_url, 0, false).await
    }

    /// The same whose read API answers so many requests a minute.
    pub(crate) async fn limited(requests: u32) -> Self {
        Self::with("http://127.0.0.1:3000", requests, false).await
    }

    /// One whose mail is set up; tests send it by a mail server of their own.
    pub(crate) async fn with_mail() -> Self {
        Self::with("http://127.0.0.1:3000", 0, true).await
    }

    async fn with(public_url: &str, api_requests_per_minute: u32, mail: bool) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let database = format!("sqlite:{}", folder.path().join("register.db").display());
        let clock = Clock::fixed(datetime!(2023-08-18 09:00 +03:00));
        let register = Register::open_with_session_clock(&database, clock.clone(), clock.clone())
            .await
            .expect("an empty folder takes a register");
        let operator = Actor::operator("test");
        register
            .create(&operator, &city::kajaani(), false)
            .await
            .expect("the register is new");
        let mayor = SectionSeries {
            slug: "kaupunginjohtaja".to_owned().try_into().expect("a slug"),
            decision_maker: "Kaupunginjohtaja".to_owned(),
            kind: DecisionMakerKind::Officer,
            numbering: Numbering::External,
            claims_to: None,
            publication_rule: PublicationRule::default(),
        };
        series::add(&register, &operator, &mayor)
            .await
            .expect("the series is new");
        let config = Config {
            database,
            listen: "127.0.0.1:3000".parse().expect("an address"),
            public_url: public_url.to_owned(),
            trusted_proxies: Vec::new(),
            page_cache_mib: 64,
            // Tests write beside the router and read at once.
            seen_within: Duration::ZERO,
            api_requests_per_minute,
            smtp: mail.then(|| {
                let settings = "host = \"127.0.0.1\"\nfrom = \"rekisteri@example.test\"";
                toml::from_str(settings).expect("settings")
            }),
        };
        let router = router(server::Site::new(register.clone(), config, city::kajaani()));
        Self {
            register,
            clock,
            router,
            _folder: folder,
        }
    }

    /// Adds the account of a role, whose address is the role's code.
    pub(crate) async fn account(&self, role: Role) {
        let signs = role == Role::DecisionMaker;
        let draft = UserDraft {
            email: Personal::new(email(role)),
            name: Personal::new(format!("Nimi {}", role.code())),
            office: format!("Virka {}", role.code()),
            role: role.code().to_owned(),
            signs_in: if signs { "kaupunginjohtaja" } else { "" }.to_owned(),
        };
        let operator = Actor::operator("test");
        users::add(&self.register, &operator, None, &draft, PASSWORD)
            .await
            .expect("the account is new");
    }

    /// A browser in which nobody signed in.
    pub(crate) const fn visitor(&self) -> Browser<'_> {
        Browser {
            site: self,
            cookie: None,
        }
    }

    /// A browser in which the official of a role, whose account is added, is signed in.
    pub(crate) async fn official(&self, role: Role) -> Browser<'_> {
        self.account(role).await;
        self.signed_in(role).await
    }

    /// A browser in which the official of a role is signed in.
    pub(crate) async fn signed_in(&self, role: Role) -> Browser<'_> {
        let mut browser = self.visitor();
        let answer = browser
            .post(
                "/kirjaudu",
                &[("email", &email(role)), ("password", PASSWORD)],
            )
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        browser.cookie = answer.cookie();
        browser
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Page {
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router is infallible");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX)
            .await
            .expect("the body is complete");
        Page {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body.to_vec(),
        }
    }
}

pub(crate) fn email(role: Role) -> String {
    format!("{}@example.fi", role.code())
}

/// Somebody who reads pages and sends forms.
#[derive(Clone)]
pub(crate) struct Browser<'a> {
    site: &'a Site,
    pub(crate) cookie: Option<String>,
}

impl Browser<'_> {
    pub(crate) async fn get(&self, path: &str) -> Page {
        self.site
            .send(self.request(Method::GET, path, Body::empty()))
            .await
    }

    /// Sends a form.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.post_bytes(path, body.into_bytes()).await
    }

    /// Sends the body of a form as it is.
    pub(crate) async fn post_bytes(&self, path: &str, body: Vec<u8>) -> Page {
        let mut request = self.request(Method::POST, path, Body::from(body));
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        request.headers_mut().insert(header::CONTENT_TYPE, form);
        self.site.send(request).await
    }

    /// Sends a form with a file: its name and its bytes.
    pub(crate) async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> Page {
        const BOUNDARY: &str = "----hankerekisteri";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.into_bytes());
        }
        if let Some((name, bytes)) = file {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; \
                 filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n"
            );
            body.extend(part.into_bytes());
            body.extend(bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        let mut request = self.request(Method::POST, path, Body::from(body));
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let kind = HeaderValue::try_from(kind).expect("a header");
        request.headers_mut().insert(header::CONTENT_TYPE, kind);
        self.site.send(request).await
    }

    /// Attaches a file to a draft, from the page of its attachments.
    pub(crate) async fn attach(
        &self,
        sheet: &str,
        (title, class, ground): (&str, &str, &str),
        file: (&str, &[u8]),
    ) -> Page {
        let path = format!("{sheet}/liitteet");
        let page = self.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let (key, version) = (page.hidden("key"), page.hidden("version"));
        let fields = [
            ("key", &*key),
            ("version", &*version),
            ("title", title),
            ("class", class),
            ("ground", ground),
            ("action", "attach"),
        ];
        self.upload(&path, &fields, Some(file)).await
    }

    /// Opens a page, fills in its form and sends it, key, version and all; further fields stand
    /// as the page has them.
    pub(crate) async fn fill(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
        self.send_on(&page, path, fields).await
    }

    /// Sends the form of a page that is open.
    pub(crate) async fn send_on(&self, page: &Page, path: &str, fields: &[(&str, &str)]) -> Page {
        let (key, version) = (page.hidden("key"), page.hidden("version"));
        let hidden = [("key", &key[..]), ("version", &version[..])];
        let all: Vec<(&str, &str)> = hidden.into_iter().chain(fields.iter().copied()).collect();
        self.post(path, &all).await
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Page {
        self.site.send(request).await
    }

    pub(crate) fn request(&self, method: Method, path: &str, body: Body) -> Request<Body> {
        let mut request = Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().expect("a path");
        if let Some(cookie) = &self.cookie {
            let cookie = HeaderValue::try_from(cookie).expect("a cookie");
            request.headers_mut().insert(header::COOKIE, cookie);
        }
        request
    }
}

/// An answer.
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    /// The same body as it came.
    pub(crate) bytes: Vec<u8>,
}

impl Page {
    /// The cookie that it sets, as a browser sends it back.
    pub(crate) fn cookie(&self) -> Option<String> {
        let set = self.header("set-cookie")?;
        set.split(';').next().map(str::to_owned)
    }

    pub(crate) fn header(&self, name: &'static str) -> Option<&str> {
        self.headers
            .get(HeaderName::from_static(name))
            .and_then(|value| value.to_str().ok())
    }

    /// Where it leads.
    pub(crate) fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.header("location").expect("a way on has its address")
    }

    /// Where it leads, without what was done.
    pub(crate) fn destination(&self) -> &str {
        self.location().split('?').next().unwrap_or_default()
    }

    /// The value of the first hidden field of a name.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let named = format!("name=\"{name}\" value=\"");
        let (_, rest) = self
            .body
            .split_once(&named)
            .unwrap_or_else(|| panic!("no {name}: {}", self.body));
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    /// Checks the status and that the page says something.
    #[track_caller]
    pub(crate) fn says(&self, status: StatusCode, text: &str) {
        assert_eq!(self.status, status, "{}", self.body);
        assert!(self.body.contains(text), "no {text:?} in: {}", self.body);
    }
}
