//! The presumption of knowledge in words.

use calendar::Means;

use crate::Lang;

/// When knowledge is deemed given. The number of days is the rule's, so that an amended law needs
/// no new sentence.
pub(super) fn sentence(means: Means, days: u8, lang: Lang) -> String {
    let who = recipient(means, lang);
    let when = when(means, days, lang);
    match (means, lang) {
        (Means::Event, _) => when,
        (Means::Proof, Lang::Fi) => format!("{who} on saanut päätöksestä tiedon {when}"),
        (Means::Proof, Lang::Sv) => format!("{who} har fått del av beslutet {when}"),
        (Means::Proof, Lang::En) => format!("{who} has knowledge of the decision {when}"),
        (_, Lang::Fi) => format!("{who} katsotaan saaneen päätöksestä tiedon {when}"),
        (_, Lang::Sv) => format!("{who} anses ha fått del av beslutet {when}"),
        (_, Lang::En) => format!("{who} is deemed to have knowledge of the decision {when}"),
    }
}

const fn recipient(means: Means, lang: Lang) -> &'static str {
    match (means, lang) {
        (Means::PublishedMinutes, Lang::Fi) => "kunnan jäsenen",
        (Means::PublishedMinutes, Lang::Sv) => "kommunmedlemmen",
        (Means::PublishedMinutes, Lang::En) => "a municipal member",
        (Means::LetterToAuthority, Lang::Fi) => "viranomaisen",
        (Means::LetterToAuthority, Lang::Sv) => "myndigheten",
        (Means::LetterToAuthority, Lang::En) => "the authority",
        (Means::Proof, Lang::Fi) => "vastaanottaja",
        (_, Lang::Fi) => "vastaanottajan",
        (_, Lang::Sv) => "mottagaren",
        (_, Lang::En) => "the recipient",
    }
}

fn when(means: Means, days: u8, lang: Lang) -> String {
    match (means, days, lang) {
        (Means::Event, _, Lang::Fi) => "määräaika lasketaan tapahtumapäivästä".to_owned(),
        (Means::Event, _, Lang::Sv) => "fristen räknas från dagen för händelsen".to_owned(),
        (Means::Event, _, Lang::En) => "the period is counted from the day of the event".to_owned(),
        (_, 0, Lang::Fi) => "samana päivänä".to_owned(),
        (_, 0, Lang::Sv) => "samma dag".to_owned(),
        (_, 0, Lang::En) => "on the same day".to_owned(),
        // The statute's own words: "seitsemän päivän kuluttua" (kuntalaki 140.3 §).
        (Means::PublishedMinutes, _, Lang::Fi) => {
            format!("{days}\u{a0}päivän kuluttua julkaisemisesta")
        }
        (Means::PublishedMinutes, _, Lang::Sv) => format!("{days}\u{a0}dagar efter publiceringen"),
        (Means::PublishedMinutes, _, Lang::En) => format!("{days}\u{a0}days after the publication"),
        (_, _, Lang::Fi) => format!("{days}. päivänä siitä"),
        (_, _, Lang::Sv) => format!("den {days}:e dagen därefter"),
        (_, _, Lang::En) => format!("{days}\u{a0}days after it"),
    }
}
