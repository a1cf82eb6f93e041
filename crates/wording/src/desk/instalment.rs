//! Instalments of commitments, and what of them falls due.

use domain::instalment::{InstalmentFact, InstalmentKind, InstalmentStage};

use crate::{Lang, format};

texts! {
    /// Headings, labels, buttons and sentences of instalments.
    pub enum InstalmentText {
        Instalments: "Maksuerät", "Betalningsrater", "Instalments";
        Instalment: "Maksuerä", "Betalningsrat", "Instalment";
        NoInstalments: "Maksueriä ei ole vielä suunniteltu.", "Inga betalningsrater har planerats ännu.", "No instalments have been planned yet.";
        Lead: "Maksuerät ovat suunnitelma siitä, milloin sitoumus maksetaan. Ne eivät voi olla enempää kuin sitoumuksesta on avoinna.", "Betalningsraterna är en plan för när förbindelsen betalas. De kan inte vara mer än vad som är öppet av förbindelsen.", "The instalments are the plan of when the commitment is paid. They cannot be more than what is open of it.";
        DueDay: "Eräpäivä", "Förfallodag", "Due day";
        Needs: "Mitä maksaminen edellyttää", "Vad betalningen förutsätter", "What the payment needs";
        NeedsHint: "Esimerkiksi väliraportti tai selvitys toteutuneista kustannuksista. Voi jäädä tyhjäksi.", "Till exempel en mellanrapport eller en redovisning av kostnaderna. Kan lämnas tomt.", "For example an interim report or an account of the costs. May be left empty.";
        IsLast: "Viimeinen maksuerä: maksetaan vasta loppuraportin jälkeen", "Sista raten: betalas först efter slutrapporten", "The last instalment: paid only after the final report";
        Last: "viimeinen", "sista", "last";
        Stage: "Vaihe", "Skede", "Stage";
        Open: "Maksamatta", "Obetalt", "Unpaid";
        ArrivedAs: "Asiakirjan tunnus", "Handlingens beteckning", "Identifier of the document";
        ArrivedAsHint: "Millä asiakirja löytyy, esimerkiksi asiatunnus ja päivä.", "Hur handlingen hittas, till exempel ärendenummer och dag.", "What the document is found by, for example case number and day.";
        AcceptedHint: "Enintään erän summa. Jos kustannuksia toteutui vähemmän, kirjaa se, mikä hyväksytään.", "Högst ratens belopp. Om kostnaderna blev mindre, anteckna det som godkänns.", "At most the amount of the instalment. Where the costs were less, record what is accepted.";
        WithdrawnMeans: "Erän maksamatta oleva osa perutaan. Sitoumus jää avoimeksi: vapauta se erikseen, jos sitä ei enää tarvita.", "Den obetalda delen av raten återtas. Förbindelsen förblir öppen: frigör den separat om den inte behövs.", "The unpaid part of the instalment is given up. The commitment stays open: release it separately if it is not needed.";
        ReturnedMeans: "Erä on taas suunniteltu, ja sitä voi pyytää uudelleen.", "Raten är åter planerad och kan begäras på nytt.", "The instalment is planned again and can be requested anew.";
        FinalReport: "Loppuraportti", "Slutrapport", "Final report";
        NoFinalReport: "ei vielä kirjattu", "inte antecknad ännu", "not recorded yet";
        History: "Maksuerien kirjaukset", "Anteckningar om betalningsraterna", "Entries about the instalments";
        Pay: "Kirjaa maksu", "Anteckna en betalning", "Record a payment";
        OfInstalment: "Minkä maksuerän maksu", "Betalning av vilken rat", "Payment of which instalment";
        OfNone: "Ei minkään maksuerän", "Av ingen rat", "Of none";
        Due: "Erääntyvät maksuerät", "Betalningsrater som förfaller", "Instalments that fall due";
        DueLead: "Myöhässä olevat maksuerät ja ne, jotka erääntyvät 90 päivän kuluessa. Ensin ovat myöhässä olevat.", "Försenade betalningsrater och de som förfaller inom 90 dagar. De försenade kommer först.", "Overdue instalments and those that fall due within 90 days. The overdue ones come first.";
        NothingDue: "Mikään maksuerä ei ole myöhässä eikä eräänny 90 päivän kuluessa.", "Ingen betalningsrat är försenad eller förfaller inom 90 dagar.", "No instalment is overdue or falls due within 90 days.";
        Overdue: "Myöhässä", "Försenad", "Overdue";
        InAll: "Yhteensä maksamatta", "Obetalt totalt", "Unpaid in all";
        ToDue: "Näytä erääntyvät maksuerät ja maksatushakemukset", "Visa betalningsrater och ansökningar som förfaller", "Show the instalments and claims that fall due";
        OnDesk: "Mitä erääntyy", "Vad som förfaller", "What falls due";
        ByMonth: "Maksamattomat maksuerät kuukausittain", "Obetalda rater per månad", "Unpaid instalments by month";
        DuePassed: "Eräpäivä on mennyt", "Förfallodagen har passerat", "The due day has passed";
        Ahead: "Erääntyy 90 päivän kuluessa", "Förfaller inom 90 dagar", "Due within 90 days";
    }
}

texts_of! {
    /// How far an instalment is.
    pub fn stage(InstalmentStage) {
        Planned: "suunniteltu", "planerad", "planned";
        Requested: "pyydetty", "begärd", "requested";
        Accepted: "hyväksytty maksettavaksi", "godkänd för betalning", "accepted for payment";
        Paid: "maksettu", "betald", "paid";
        Withdrawn: "peruttu", "återtagen", "withdrawn";
    }
}

texts_of! {
    /// What an entry says has happened.
    pub fn kind(InstalmentKind) {
        Planned: "suunniteltu", "planerad", "planned";
        Moved: "eräpäivä siirretty", "förfallodagen flyttad", "due day moved";
        Requested: "pyydetty", "begärd", "requested";
        Accepted: "hyväksytty", "godkänd", "accepted";
        Returned: "pyyntö palautettu", "begäran återförd", "request returned";
        Withdrawn: "peruttu", "återtagen", "withdrawn";
        FinalReport: "loppuraportti saapunut", "slutrapporten inkommen", "final report arrived";
        FinalReportUndone: "loppuraportin kirjaus kumottu", "anteckningen om slutrapporten återkallad", "final report reversed";
    }
}

texts_of! {
    /// The heading of the form that records it, and the link to it.
    pub fn form(InstalmentKind) {
        Planned: "Suunnittele maksuerä", "Planera en betalningsrat", "Plan an instalment";
        Moved: "Siirrä eräpäivää", "Flytta förfallodagen", "Move the due day";
        Requested: "Kirjaa maksupyyntö", "Anteckna begäran om betalning", "Record the request";
        Accepted: "Hyväksy maksettavaksi", "Godkänn för betalning", "Accept for payment";
        Returned: "Palauta pyyntö", "Återför begäran", "Return the request";
        Withdrawn: "Peru maksuerä", "Återta betalningsraten", "Withdraw the instalment";
        FinalReport: "Kirjaa loppuraportti", "Anteckna slutrapporten", "Record the final report";
        FinalReportUndone: "Kumoa loppuraportin kirjaus", "Återkalla anteckningen om slutrapporten", "Reverse the final report";
    }
}

impl InstalmentText {
    /// The label of a field by its name.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "due_day" => Self::DueDay,
            "needs" => Self::Needs,
            "is_last" => Self::IsLast,
            "arrived_as" => Self::ArrivedAs,
            "instalment" => Self::OfInstalment,
            _ => return None,
        })
    }
}

/// What an entry says beside its kind and its day.
///
/// ```
/// use domain::instalment::InstalmentFact;
/// use time::macros::date;
/// use wording::{Lang, desk::instalment::details};
/// let moved = InstalmentFact::Moved {
///     instalment: 1,
///     due_on: date!(2024 - 03 - 01),
///     reason: "Hanke viivästyi".to_owned(),
/// };
/// assert_eq!(details(&moved, Lang::Fi), "Eräpäivä: 1.3.2024. Hanke viivästyi");
/// ```
pub fn details(fact: &InstalmentFact, lang: Lang) -> String {
    use InstalmentText as T;
    let due = |day| format!("{}: {}", T::DueDay.text(lang), format::date(day, lang));
    match fact {
        InstalmentFact::Planned {
            due_on,
            amount,
            needs,
            is_last,
            ..
        } => {
            let last = is_last.then(|| T::Last.text(lang).to_owned());
            let needs = (!needs.is_empty()).then(|| needs.clone());
            let parts = [
                Some(due(*due_on)),
                Some(format::euros(*amount, lang)),
                last,
                needs,
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        InstalmentFact::Moved { due_on, reason, .. } => format!("{}. {reason}", due(*due_on)),
        InstalmentFact::Accepted { amount, .. } => format::euros(*amount, lang),
        InstalmentFact::Requested { .. }
        | InstalmentFact::Returned { .. }
        | InstalmentFact::Withdrawn { .. }
        | InstalmentFact::FinalReport { .. }
        | InstalmentFact::FinalReportUndone { .. } => fact.words().to_owned(),
    }
}

/// How many instalments are overdue, and how many fall due: `2 myöhässä, 5 erääntyy 90 päivän
/// kuluessa`.
///
/// ```
/// use wording::{Lang, desk::instalment::counted};
/// assert_eq!(counted(1, 0, Lang::En), "1 overdue, 0 due within 90 days");
/// ```
pub fn counted(overdue: usize, due: usize, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!("{overdue} myöhässä, {due} erääntyy 90 päivän kuluessa"),
        Lang::Sv => format!("{overdue} försenade, {due} förfaller inom 90 dagar"),
        Lang::En => format!("{overdue} overdue, {due} due within 90 days"),
    }
}
