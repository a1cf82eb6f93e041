//! The mails to who follows decisions.
//!
//! The one that asks for a confirmation goes to an address that anybody may have typed, so it says
//! nothing that anybody typed: what is asked for is named by its kind alone.

use domain::city::City;
use domain::follow::FollowKind;
use domain::period::PeriodDates;
use domain::section::Section;
use domain::view::decision_list::Counted;

use super::{Letter, one_line};
use crate::public::{Site, decisions, more_decisions};
use crate::{Lang, decision, format};

/// What somebody asked for at an address.
#[derive(Clone, Copy, Debug)]
pub struct Confirmation<'a> {
    /// The city whose decisions they are.
    pub city: &'a City,
    /// What would be followed, by its kind.
    pub kinds: &'a [FollowKind],
    /// The absolute address of the page on which it is confirmed.
    pub page_url: &'a str,
}

/// A decision that was published.
#[derive(Clone, Debug)]
pub struct Published {
    /// Who decided.
    pub decision_maker: String,
    /// Its section.
    pub section: Section,
    /// Its title.
    pub title: String,
    /// The municipal member's period, if one runs.
    pub period: Option<PeriodDates>,
    /// The absolute address of its public page.
    pub url: String,
}

/// What was published since the last mail.
#[derive(Clone, Copy, Debug)]
pub struct News<'a> {
    /// The city that decided.
    pub city: &'a City,
    /// The first of what was published, as many as a mail shows.
    pub shown: &'a [Published],
    /// How many there are in all.
    pub total: Counted,
    /// The absolute address of the list of decisions.
    pub list_url: &'a str,
    /// The absolute address of the page that shows what is followed.
    pub page_url: &'a str,
}

texts! {
    /// The fixed parts.
    enum Part {
        ConfirmSubject: "Vahvista, että haluat seurata päätöksiä", "Bekräfta att du vill följa beslut", "Confirm that you want to follow decisions";
        Asked: "Joku pyysi, että tähän osoitteeseen lähetetään viesti, kun kaupunki julkaisee uusia päätöksiä. Pyyntö koskee:", "Någon bad att ett meddelande ska skickas till den här adressen när staden publicerar nya beslut. Begäran gäller:", "Somebody asked for a message to this address when the city publishes new decisions. The request is for:";
        Confirm: "Jos pyysit sitä itse, avaa sivu ja vahvista:", "Om det var du, öppna sidan och bekräfta:", "If it was you, open the page and confirm:";
        Ignore: "Jos et pyytänyt, sinun ei tarvitse tehdä mitään: osoite poistetaan kahden päivän kuluttua, eikä muita viestejä tule.", "Om det inte var du behöver du inte göra något: adressen tas bort efter två dagar och inga fler meddelanden kommer.", "If it was not you, you need do nothing: the address is removed after two days, and no other message comes.";
        Published: "Seuraamistasi päätöksistä on julkaistu:", "Av de beslut som du följer har publicerats:", "Of the decisions that you follow these were published:";
        List: "Kaikki päätökset:", "Alla beslut:", "All decisions:";
        Manage: "Katso, mitä seuraat, tai lopeta seuraaminen:", "Se vad du följer, eller sluta följa:", "See what you follow, or stop following:";
        Once: "Viestejä tulee enintään yksi päivässä.", "Det kommer högst ett meddelande per dag.", "There is at most one message a day.";
        NoService: "Viesti on vain tiedoksi. Se ei ole hallintolain mukainen tiedoksianto, eikä siitä ala muutoksenhakuaika.", "Meddelandet är endast för kännedom. Det är ingen delgivning enligt förvaltningslagen, och ingen tid för ändringssökande börjar av det.", "The message is for information only. It is no service under the Administrative Procedure Act, and no appeal period starts from it.";
        Automatic: "Rekisteri lähetti tämän viestin itse.", "Registret skickade meddelandet automatiskt.", "The register sent this by itself.";
    }
}

texts_of! {
    /// What is followed, by its kind.
    pub fn kind(FollowKind) {
        Everything: "kaikki päätökset", "alla beslut", "all decisions";
        Project: "hankkeen päätökset", "besluten om ett projekt", "the decisions on a project";
        DecisionMaker: "päätöksentekijän päätökset", "en beslutsfattares beslut", "the decisions of a decision maker";
        Search: "haun päätökset", "besluten i en sökning", "the decisions of a search";
    }
}

/// The mail that asks whether somebody means it.
pub fn confirmation(about: &Confirmation<'_>, lang: Lang) -> Letter {
    let kinds: Vec<String> = about
        .kinds
        .iter()
        .map(|one| format!("- {}", kind(*one, lang)))
        .collect();
    let paragraphs = [
        format!("{}\n{}", Part::Asked.text(lang), kinds.join("\n")),
        format!("{}\n{}", Part::Confirm.text(lang), about.page_url),
        Part::Ignore.text(lang).to_owned(),
        closing(about.city, lang),
    ];
    Letter {
        subject: one_line(&format!(
            "{}: {}",
            about.city.name.in_lang(lang),
            Part::ConfirmSubject.text(lang)
        )),
        body: body(&paragraphs),
    }
}

/// The mail that tells what was published.
pub fn news(about: &News<'_>, lang: Lang) -> Letter {
    let total = if about.total.is_more {
        more_decisions(about.total.number, lang)
    } else {
        decisions(about.total.number, lang)
    };
    let shown: Vec<String> = about.shown.iter().map(|one| entry(one, lang)).collect();
    let n_shown = u64::try_from(about.shown.len()).unwrap_or(u64::MAX);
    let more = about.total.number.saturating_sub(n_shown);
    let mut paragraphs = vec![Part::Published.text(lang).to_owned(), shown.join("\n\n")];
    if more > 0 {
        paragraphs.push(further(more, about.total.is_more, lang));
        paragraphs.push(format!("{}\n{}", Part::List.text(lang), about.list_url));
    }
    paragraphs.extend([
        Part::NoService.text(lang).to_owned(),
        format!(
            "{}\n{}\n{}",
            Part::Manage.text(lang),
            about.page_url,
            Part::Once.text(lang)
        ),
        closing(about.city, lang),
    ]);
    let subject = match lang {
        Lang::Fi => format!("Julkaistu {total}"),
        Lang::Sv => format!("Publicerat: {total}"),
        Lang::En => format!("Published: {total}"),
    };
    Letter {
        subject: one_line(&format!("{}: {subject}", about.city.name.in_lang(lang))),
        body: body(&paragraphs),
    }
}

fn entry(one: &Published, lang: Lang) -> String {
    let section = decision::section(one.section.number, one.section.year);
    let place = format!("{} {section}", one.decision_maker);
    let until = one.period.map(|period| until(&period, lang));
    let lines = [
        Some(one_line(&one.title)),
        Some(place),
        until,
        Some(one.url.clone()),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Until when a municipal member can seek a change.
fn until(period: &PeriodDates, lang: Lang) -> String {
    let day = format::weekday_date(period.last_day, lang);
    let end = match period.closes_at {
        Some(at) => format!("{day} {}", format::at(at, lang)),
        None => day,
    };
    match lang {
        Lang::Fi => format!("Kunnan jäsen voi hakea muutosta viimeistään {end}"),
        Lang::Sv => format!("En kommunmedlem kan söka ändring senast {end}"),
        Lang::En => format!("A municipal member can seek a change until {end}"),
    }
}

fn further(number: u64, is_more: bool, lang: Lang) -> String {
    let counted = decisions(number, lang);
    match (lang, is_more) {
        (Lang::Fi, false) => format!("Lisäksi {counted}."),
        (Lang::Fi, true) => format!("Lisäksi yli {counted}."),
        (Lang::Sv, false) => format!("Dessutom {counted}."),
        (Lang::Sv, true) => format!("Dessutom över {counted}."),
        (Lang::En, false) => format!("And {counted} more."),
        (Lang::En, true) => format!("And more than {counted} more."),
    }
}

fn closing(city: &City, lang: Lang) -> String {
    format!(
        "{}\n{}, {}\n",
        Part::Automatic.text(lang),
        city.name.in_lang(lang),
        Site::Service.text(lang)
    )
}

fn body(paragraphs: &[String]) -> String {
    paragraphs.join("\n\n").replace('\u{a0}', " ")
}
