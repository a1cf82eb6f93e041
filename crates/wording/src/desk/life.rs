//! What is said of the life of a decision: how it comes back, when it is published, what is
//! corrected and what changes it.

use domain::Lang;
use domain::publication::Proposal;
use time::Date;

use crate::format;

texts! {
    /// Names and sentences.
    pub enum LifeText {
        Recall: "Ota takaisin valmisteluun", "Ta tillbaka till beredning", "Take back to preparation";
        RecallMeans: "Luonnosta voi taas muuttaa, ja se on lähetettävä uudelleen.", "Utkastet kan åter ändras och måste skickas på nytt.", "The draft can be changed again and must be sent anew.";
        Abandon: "Peru luonnos", "Återkalla utkastet", "Withdraw the draft";
        AbandonMeans: "Luonnoksesta ei tule päätöstä. Se säilyy rekisterissä, ja sen voi ottaa uudelleen valmisteluun.", "Utkastet blir inget beslut. Det bevaras i registret och kan tas upp på nytt.", "The draft will not become a decision. It stays in the register and can be taken up again.";
        TakeUp: "Ota uudelleen valmisteluun", "Ta upp på nytt", "Take up again";
        Remark: "Syy", "Orsak", "Reason";
        GivenBackBecause: "Päätöksentekijä palautti luonnoksen", "Beslutsfattaren återförde utkastet", "The decision maker returned the draft";
        AbandonedBecause: "Luonnos on peruttu", "Utkastet har återkallats", "The draft was withdrawn";
        Conflict: "Esteellisyys", "Jäv", "Conflict of interest";
        NoConflict: "En ole esteellinen tässä asiassa (hallintolaki 27–28 §)", "Jag är inte jävig i ärendet (förvaltningslagen 27–28 §)", "I have no conflict of interest in the matter (Administrative Procedure Act, sections 27–28)";
        StateConflict: "Ilmoita esteellisyys", "Anmäl jäv", "State a conflict of interest";
        ConflictMeans: "Jos olet esteellinen, et voi ratkaista asiaa: päätöksen allekirjoittaa sijaisesi samaan pykäläsarjaan, ja peruste merkitään.", "Om du är jävig kan du inte avgöra ärendet: din ställföreträdare undertecknar beslutet i samma paragrafserie, och grunden antecknas.", "With a conflict of interest you cannot decide the matter: your deputy signs in the same section series, and the ground is recorded.";
        ConflictStated: "Päätöksentekijä on ilmoittanut esteellisyydestä. Vain sijainen voi allekirjoittaa.", "Beslutsfattaren har anmält jäv. Bara ställföreträdaren kan underteckna.", "The decision maker has stated a conflict of interest. Only a deputy can sign.";
        ConflictGround: "Esteellisyyden peruste", "Grund för jävet", "Ground of the conflict";
        ConflictGroundHint: "Esimerkiksi hallintolaki 28 § 1 mom. 5 kohta: hallituksen jäsenyys tuensaajassa.", "Till exempel förvaltningslagen 28 § 1 mom. 5 punkten: styrelsemedlem hos stödtagaren.", "For example Administrative Procedure Act, section 28(1)(5): member of the beneficiary's board.";
        SignedAsDeputy: "Allekirjoittanut sijaisena", "Undertecknat som ställföreträdare", "Signed as a deputy";
        SignedBy: "Allekirjoittanut", "Undertecknat av", "Signed by";
        Deviates: "Julkaistaan muuna päivänä kuin säännön mukaan", "Publiceras en annan dag än enligt regeln", "Publish on another day than the rule gives";
        Unschedule: "Peru ajastus", "Ta bort tidpunkten", "Take the day back";
        Scheduled: "Julkaistaan", "Publiceras", "To be published";
        PublicationRule: "Julkaisupäivän sääntö", "Regel för publiceringsdagen", "Rule for the day of publication";
        Unpublished: "Allekirjoitetut, ei vielä julkaistut", "Undertecknade, ännu inte publicerade", "Signed, not yet published";
        NoneUnpublished: "Kaikki allekirjoitetut päätökset on julkaistu.", "Alla undertecknade beslut har publicerats.", "Every signed decision has been published.";
        Gaps: "Puuttuvat pykälänumerot", "Paragrafnummer som saknas", "Missing section numbers";
        NoGaps: "Rekisterin antamissa pykäläsarjoissa ei ole aukkoja.", "De paragrafserier som registret numrerar har inga luckor.", "The series numbered by the register have no gaps.";
        Publications: "Julkaisujen tilanne", "Publiceringsläget", "State of publications";
        Proposed: "Säännön mukainen päivä", "Dag enligt regeln", "Day by the rule";
        Late: "Myöhässä", "Försenat", "Late";
        Correct: "Korjaa kirjoitusvirhe", "Rätta ett skrivfel", "Correct a typing error";
        CorrectMeans: "Korjaa vain selvä kirjoitus- tai laskuvirhe (hallintolaki 51 §). Vanha teksti jää näkyviin, jokaiselle asianosaiselle ilmoitetaan, eikä muutoksenhakuaika muutu. Summia, asianosaisia ja muutoksenhakukeinoa ei voi korjata: niistä tehdään uusi päätös.", "Rätta bara ett uppenbart skriv- eller räknefel (förvaltningslagen 51 §). Den gamla texten förblir synlig, varje part underrättas och tiden för ändringssökande ändras inte. Belopp, parter och ändringssökande kan inte rättas: det kräver ett nytt beslut.", "Correct only a clear typing or calculation error (Administrative Procedure Act, section 51). The old text stays visible, every party is told and no appeal period changes. Sums, parties and remedy cannot be corrected: that takes a new decision.";
        CorrectionReason: "Mikä oli väärin", "Vad som var fel", "What was wrong";
        CorrectionReasonHint: "Näkyy julkisella sivulla. Älä kirjoita henkilötietoja.", "Syns på den offentliga sidan. Skriv inga personuppgifter.", "Shown on the public page. Do not write personal data.";
        Corrections: "Korjaukset", "Rättelser", "Corrections";
        Before: "Ennen korjausta", "Före rättelsen", "Before the correction";
        Told: "Ilmoitettu", "Underrättad", "Told";
        NotTold: "Ilmoittamatta", "Inte underrättad", "Not told yet";
        Tell: "Kirjaa, että asianosaisille on ilmoitettu", "Anteckna att parterna har underrättats", "Record that the parties were told";
        TellOfCorrection: "Ilmoita korjauksesta asianosaisille", "Underrätta parterna om rättelsen", "Tell the parties of the correction";
        ToldOn: "Ilmoituksen päivä", "Dag för underrättelsen", "Day they were told";
        NothingIsChanged: "Ei vaikuta aiempiin päätöksiin", "Påverkar inte tidigare beslut", "Affects no earlier decision";
        ChangesMeans: "Valitse päätös, jota tämä muuttaa, jonka se kumoaa tai jonka se antaa raueta. Molemmat päätökset linkitetään toisiinsa.", "Välj det beslut som detta ändrar, upphäver eller låter förfalla. Besluten länkas till varandra.", "Choose the decision that this one amends, repeals or lets lapse. The two are linked.";
        NothingToChange: "Asiassa tai hankkeessa ei ole aiempia allekirjoitettuja päätöksiä.", "Ärendet eller projektet har inga tidigare undertecknade beslut.", "The case or project has no earlier signed decisions.";
        Change: "Vaikutus", "Påverkan", "Effect";
        Effect: "Mitä sille tapahtuu", "Vad som händer med det", "What becomes of it";
        EarlierDecision: "Aiempi päätös", "Tidigare beslut", "Earlier decision";
        AddChange: "Lisää päätös, johon tämä vaikuttaa", "Lägg till ett beslut som påverkas", "Add a decision it affects";
        ChangedBy: "Myöhemmät päätökset", "Senare beslut", "Later decisions";
        RecordMany: "Kirjaa monta tiedoksiantoa kerralla", "Anteckna flera delgivningar på en gång", "Record several services at once";
        RecordManyMeans: "Valitut saajat merkitään saaneen päätöksen samalla tavalla ja samana päivänä. Jokaisen oma muutoksenhakuaika lasketaan siitä.", "De valda mottagarna antecknas ha fått beslutet på samma sätt och samma dag. Vars och ens egen tid för ändringssökande räknas från den.", "The chosen recipients are recorded as served in the same way on the same day. Each one's own appeal period is counted from it.";
        DecidedBy: "Toimielimen päätös rekisterissä", "Organets beslut i registret", "The body's decision in the register";
        DecidedByHint: "Jos päätös vaatimukseen on kirjattu tähän asiaan, valitse se: ratkaisu linkitetään siihen.", "Om beslutet om begäran har antecknats i ärendet, välj det: avgörandet länkas till det.", "If the decision on the claim is recorded in this case, choose it: the outcome is linked to it.";
        Chosen: "Saajat", "Mottagare", "Recipients";
    }
}

impl LifeText {
    /// The label of a field by its name.
    pub(super) fn of_field(name: &str) -> Option<Self> {
        Some(match name {
            "no_conflict" => Self::Conflict,
            "ground" => Self::ConflictGround,
            "deviates" => Self::Deviates,
            "told_on" => Self::ToldOn,
            "chosen" => Self::Chosen,
            "decided_by" => Self::DecidedBy,
            "effect" => Self::Effect,
            _ => return None,
        })
    }
}

/// What the authority's rule says of the day of publication.
///
/// ```
/// use domain::publication::PublicationRule::FridayAfter;
/// use time::macros::date;
/// use wording::{Lang, desk::life::proposed};
/// let rule = FridayAfter.proposal(Some(date!(2023-08-15)), date!(2023-08-16));
/// assert_eq!(proposed(&rule, Lang::Fi).replace('\u{a0}', " "), "Säännön mukaan päätös julkaistaan pe 18.8.2023.");
/// ```
pub fn proposed(proposal: &Proposal, lang: Lang) -> String {
    let day = |day: Date| format::weekday_date(day, lang);
    let last = day(proposal.last);
    if let Some(missed) = proposal.missed.map(day) {
        return match lang {
            Lang::Fi => {
                format!("Säännön mukaan päätös olisi julkaistu {missed}. Julkaise se nyt.")
            }
            Lang::Sv => {
                format!("Enligt regeln skulle beslutet ha publicerats {missed}. Publicera det nu.")
            }
            Lang::En => {
                format!("By the rule it should have been published on {missed}. Publish it now.")
            }
        };
    }
    match (proposal.first < proposal.last, lang) {
        (true, Lang::Fi) => format!("Säännön mukaan päätös julkaistaan viimeistään {last}."),
        (true, Lang::Sv) => format!("Enligt regeln publiceras beslutet senast {last}."),
        (true, Lang::En) => format!("By the rule it is published on {last} at the latest."),
        (false, Lang::Fi) => format!("Säännön mukaan päätös julkaistaan {last}."),
        (false, Lang::Sv) => format!("Enligt regeln publiceras beslutet {last}."),
        (false, Lang::En) => format!("By the rule it is published on {last}."),
    }
}

/// That a decision is set to be published on a day.
pub fn set_for(day: Date, lang: Lang) -> String {
    let day = format::weekday_date(day, lang);
    match lang {
        Lang::Fi => format!("Päätös julkaistaan itsestään {day}."),
        Lang::Sv => format!("Beslutet publiceras av sig självt {day}."),
        Lang::En => format!("The decision will be published by itself on {day}."),
    }
}
