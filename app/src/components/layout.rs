//! What stands above and below the content of every page.

use domain::Lang;
use leptos::prelude::*;
use wording::format;
use wording::public::Site;
use wording::public::api::ApiText;
use wording::public::appeal_guide::GuideText;
use wording::public::open_data::OpenDataText;
use wording::public::statements::StatementText;
use wording::publicity::ShownText;

use crate::address;
use crate::pages::desk::address::OWN;
use crate::shell::{Head, Shell, Side, SignedIn};

/// The masthead, and the notice that the clock was set for a demonstration.
pub(crate) fn top(shell: &Shell, head: &Head) -> AnyView {
    let lang = shell.lang;
    let city = shell.frame.city.name.in_lang(lang).to_owned();
    let official = match head.side {
        Side::Public => None,
        Side::Desk => shell.official.clone(),
    };
    let official = official.map(|official| signed_in(shell, official));
    view! {
        <header class="masthead">
            <div class="masthead__inner">
                <a class="masthead__name" href=shell.link(address::FRONT)>
                    <span class="masthead__city">{city}</span>
                    <span class="masthead__service">{Site::Service.text(lang)}</span>
                </a>
                {languages(shell, &head.query)}
            </div>
            <div class="masthead__bar">{menu(shell, head.side)} {official}</div>
        </header>
        {shell.frame.clock_is_set.then(|| demonstration(shell))}
    }
    .into_any()
}

/// The footer.
pub(crate) fn bottom(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    let city = &shell.frame.city;
    view! {
        <footer class="footer">
            <div class="footer__inner">
                <section class="footer__part" aria-labelledby="footer-registry">
                    <h2 class="footer__heading" id="footer-registry">{city.registry.in_lang(lang).to_owned()}</h2>
                    <address class="footer__address">
                        <span>{city.postal_address.clone()}</span>
                        <span>{city.visiting_address.clone()}</span>
                        <a href=format!("mailto:{}", city.email)>{city.email.clone()}</a>
                        <span>{city.phone.clone()}</span>
                    </address>
                </section>
                <section class="footer__part" aria-labelledby="footer-service">
                    <h2 class="footer__heading" id="footer-service">{Site::Service.text(lang)}</h2>
                    <p>{Site::About.text(lang)}</p>
                    <p><a href=shell.link(address::API_PAGE)>{ApiText::Title.text(lang)}</a></p>
                    <p><a href=shell.link(address::OPEN_DATA)>{OpenDataText::Title.text(lang)}</a></p>
                    <p><a href=shell.link(address::SIGN_IN)>{Site::SignIn.text(lang)}</a></p>
                </section>
                <section class="footer__part" aria-labelledby="footer-help">
                    <h2 class="footer__heading" id="footer-help">{Site::Help.text(lang)}</h2>
                    <p><a href=shell.link(address::APPEALS)>{GuideText::Heading.text(lang)}</a></p>
                    <p><a href=shell.link(address::CHECK)>{ShownText::Check.text(lang)}</a></p>
                    <p><a href=shell.link(address::ACCESSIBILITY)>{StatementText::Accessibility.text(lang)}</a></p>
                    <p><a href=shell.link(address::PRIVACY)>{StatementText::Privacy.text(lang)}</a></p>
                </section>
            </div>
        </footer>
    }
    .into_any()
}

/// The page in the other languages, narrowed and filled in as it is.
fn languages(shell: &Shell, query: &str) -> AnyView {
    let items = Lang::ALL.map(|lang| {
        let href = address::in_lang(lang, &shell.path) + query;
        let current = (lang == shell.lang).then_some("true");
        view! {
            <li>
                <a class="languages__link" href=href hreflang=lang.code() lang=lang.code() aria-current=current>
                    {Site::OwnName.text(lang)}
                </a>
            </li>
        }
    });
    view! {
        <nav class="languages" aria-label=Site::Languages.text(shell.lang)>
            <ul class="languages__list">{items.into_iter().collect_view()}</ul>
        </nav>
    }
    .into_any()
}

fn menu(shell: &Shell, side: Side) -> AnyView {
    let mut items = vec![
        (Site::Decisions, address::DECISIONS),
        (Site::Projects, address::PROJECTS),
        (Site::Money, address::MONEY),
    ];
    if side == Side::Desk && shell.official.is_some() {
        items.push((Site::Desk, address::DESK));
    }
    let items = items.into_iter().map(|(name, target)| {
        let current = if shell.path == target {
            Some("page")
        } else {
            shell
                .path
                .strip_prefix(target)
                .is_some_and(|rest| rest.starts_with('/'))
                .then_some("true")
        };
        view! {
            <li>
                <a class="menu__link" href=shell.link(target) aria-current=current>{name.text(shell.lang)}</a>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <nav class="menu" aria-label=Site::Menu.text(shell.lang)><ul class="menu__list">{items}</ul></nav>
    }
    .into_any()
}

fn signed_in(shell: &Shell, official: SignedIn) -> AnyView {
    let SignedIn { name, office, .. } = official;
    view! {
        <div class="signed-in">
            <a class="signed-in__name" href=shell.link(OWN)>{name} ", " {office}</a>
            <form method="post" action=shell.link(address::SIGN_OUT)>
                <button class="link-button" type="submit">{Site::SignOut.text(shell.lang)}</button>
            </form>
        </div>
    }
    .into_any()
}

fn demonstration(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    let now = format::moment(shell.frame.now, lang);
    view! {
        <section class="demonstration" aria-label=Site::Demonstration.text(lang)>
            <p class="demonstration__text">{wording::public::clock_is_set(&now, lang)}</p>
        </section>
    }
    .into_any()
}
