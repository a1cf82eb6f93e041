//! Feeds: what they are called, and what an entry says.

use domain::stub::StubKind;
use domain::text::{Block, Inline, Text};
use domain::view::public::{Decided, DecisionRow, ProjectRow};

use super::{DecisionText, ListText, OpenText, ProjectText, Site};
use crate::{Lang, decision, format, last_day, publicity};

texts! {
    /// Texts about feeds.
    pub enum FeedText {
        Follow: "Seuraa näitä tuloksia", "Följ dessa resultat", "Follow these results";
        FollowProject: "Seuraa hankkeen päätöksiä", "Följ besluten om projektet", "Follow the decisions on the project";
        FollowDecisions: "Päätökset syötteenä", "Beslut som flöde", "Decisions as a feed";
        FollowProjects: "Hankkeet syötteenä", "Projekt som flöde", "Projects as a feed";
        Atom: "Atom-syöte", "Atom-flöde", "Atom feed";
        Json: "JSON-syöte", "JSON-flöde", "JSON feed";
        OfDecisions: "Viimeksi julkaistut päätökset, enintään 50. Korjaus näkyy merkinnän päivityksenä ja poistettu päätös poistomerkintänä.", "De senast publicerade besluten, högst 50. En rättelse syns som en uppdatering av posten och ett borttaget beslut som en borttagningspost.", "The decisions published last, at most 50. A correction updates its entry, and a withdrawn decision is marked as deleted.";
        OfProjects: "Hankkeet, joita julkiset päätökset rahoittavat, enintään 50. Uusi päätös tai rahoitussuunnitelma näkyy merkinnän päivityksenä.", "Projekt som offentliga beslut finansierar, högst 50. Ett nytt beslut eller en ny finansieringsplan syns som en uppdatering av posten.", "Projects funded by public decisions, at most 50. A new decision or funding plan updates its entry.";
    }
}

/// The title of a feed: `Päätökset: Kaupunginjohtaja, 2023 – Kajaanin kaupunki`.
///
/// ```
/// use wording::public::feed::title;
/// let narrowed = ["Kaupunginjohtaja".to_owned(), "2023".to_owned()];
/// let named = title("Päätökset", &narrowed, "Kajaanin kaupunki");
/// assert_eq!(named, "Päätökset: Kaupunginjohtaja, 2023 – Kajaanin kaupunki");
/// assert_eq!(title("Beslut", &[], "Kajana stad"), "Beslut – Kajana stad");
/// ```
pub fn title(what: &str, narrowed: &[String], city: &str) -> String {
    if narrowed.is_empty() {
        format!("{what} – {city}")
    } else {
        format!("{what}: {} – {city}", narrowed.join(", "))
    }
}

/// The facts of a decision that do not change by time alone: `Kaupunginjohtaja § 5/2023.
/// Päätöspäivä: 17.8.2023. Julkaistu: 18.8.2023. Kaupunki sitoutuu: 5 000,00 €.`
pub fn decision_facts(row: &DecisionRow, lang: Lang) -> String {
    let day = |day| format::date(day, lang);
    let decided = match row.decided {
        Decided::On(on) => Some((DecisionText::Decided.text(lang), day(on))),
        Decided::NoLaterThan(limit) => Some((OpenText::NoLaterThan.text(lang), day(limit))),
        Decided::Unknown => None,
    };
    let published = decision::public_since(row.public_since, lang);
    let committed = row.committed.map(|amount| format::euros(amount, lang));
    let last_day = row.period.map(|period| day(period.last_day));
    let facts = [
        decided,
        published.map(|day| (DecisionText::Published.text(lang), day)),
        committed.map(|amount| (ListText::Committed.text(lang), amount)),
        last_day.map(|day| (DecisionText::LastDayOfMembers.text(lang), day)),
    ];
    let place = last_day::place(&row.decision_maker, &row.section);
    sentences(Some(place), facts)
}

/// The facts of a project in a line.
pub fn project_facts(row: &ProjectRow, lang: Lang) -> String {
    let beneficiary = row.beneficiary.clone();
    let period = row.period.map(format::project_period);
    let committed = row.committed.map(|amount| format::euros(amount, lang));
    let facts = [
        beneficiary.map(|name| (ProjectText::Beneficiary.text(lang), name)),
        period.map(|period| (ProjectText::Period.text(lang), period)),
        committed.map(|amount| (ProjectText::Committed.text(lang), amount)),
    ];
    sentences(None, facts)
}

/// The beginning of a text for who may see all that is in it: the first paragraph or item in plain
/// words of at most so many characters, cut between words. What is left out of it is said in the
/// language of the text.
///
/// ```
/// use domain::text::Text;
/// use wording::{Lang, public::feed::beginning};
/// let text = Text::from_markup("# Päätös\n\nPäätän {personal|Matti Mallin} hakemuksesta.").unwrap();
/// let public = text.public_version();
/// assert_eq!(beginning(&public, Lang::Fi, 100), "Päätän [poistettu] hakemuksesta.");
/// assert_eq!(beginning(&public, Lang::Fi, 20), "Päätän [poistettu]…");
/// ```
pub fn beginning(text: &Text, lang: Lang, longest: usize) -> String {
    let runs = text.blocks().iter().filter_map(|block| match block {
        Block::Paragraph(run) => Some(run),
        Block::Bullets(items) | Block::Numbers(items) => items.first(),
        Block::Heading { .. } | Block::Table { .. } => None,
    });
    let mut passages = runs.map(|run| plain(run, lang));
    let first = passages.find(|passage| !passage.trim().is_empty());
    let first = first.unwrap_or_default();
    let Some((end, _)) = first.char_indices().nth(longest) else {
        return first;
    };
    let cut = first.get(..end).unwrap_or_default();
    let words = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', ' ']))
}

fn plain(run: &[Inline], lang: Lang) -> String {
    let words = run.iter().map(|inline| match inline {
        Inline::Text { text, .. } | Inline::Link { text, .. } => text.clone(),
        Inline::Omitted => Site::Omitted.text(lang).to_owned(),
        Inline::OmittedAsSecret(ground) => publicity::omitted_as_secret(ground, lang),
    });
    words.collect()
}

/// What stands in the place of an entry about a decision that was withdrawn.
pub fn withdrawn(reason: &str, lang: Lang) -> String {
    let kind = StubKind::Withdrawn;
    let why = publicity::stub_reason(kind, lang);
    sentences(
        Some(publicity::stub_heading(kind, lang).to_owned()),
        [Some((why, reason.to_owned()))],
    )
}

fn sentences<const N: usize>(first: Option<String>, facts: [Option<(&str, String)>; N]) -> String {
    let facts = facts.into_iter().flatten();
    let facts = facts.map(|(label, value)| format!("{label}: {value}"));
    let all: Vec<String> = first
        .into_iter()
        .chain(facts)
        .map(|sentence| {
            let ends = sentence.ends_with(['.', '!', '?']);
            if ends {
                sentence
            } else {
                format!("{sentence}.")
            }
        })
        .collect();
    all.join(" ")
}
