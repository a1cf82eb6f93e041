//! The other funders of projects.

use domain::co_funding::{CoFundingFact, CoFundingKind, CoFundingStage, Decided};

use crate::{Lang, format};

texts! {
    /// Headings, labels and sentences about other funders.
    pub enum CoFundingText {
        Shortfalls: "Vajeet ja muut rahoittajat", "Underskott och andra finansiärer", "Shortfalls and other funders";
        Lead: "Mitä voimassa olevien rahoitussuunnitelmien mukaan vielä puuttuu: rahoitus, jota ei ole löydetty, ja muut rahoittajat, jotka eivät ole päättäneet, päättivät vähemmän kuin suunniteltiin tai eivät ole maksaneet menneiden vuosien osuuttaan.", "Vad som enligt gällande finansieringsplaner ännu saknas: finansiering som inte har hittats, och andra finansiärer som inte har beslutat, beslutat om mindre än planerat eller inte betalt sin andel för förflutna år.", "What is still missing by the funding plans in force: funding that has not been found, and other funders that have not decided, gave less than planned or have not paid their share of past years.";
        Funders: "Muut rahoittajat", "Andra finansiärer", "Other funders";
        FundersLead: "Mitä muut rahoittajat kuin kaupunki ovat päättäneet ja maksaneet, sikäli kuin se tiedetään. Kirjauksia vain lisätään: väärä kirjaus kumotaan syyn kera.", "Vad andra finansiärer än staden har beslutat och betalt, så vitt det är känt. Anteckningar läggs bara till: en felaktig anteckning återkallas med en orsak.", "What funders other than the city decided and paid, as far as it is known. Entries are only added to: a wrong entry is undone with a reason.";
        NoFunders: "Voimassa oleva rahoitussuunnitelma ei nimeä muita rahoittajia.", "Den gällande finansieringsplanen nämner inga andra finansiärer.", "The funding plan in force names no other funders.";
        Unnamed: "Kun suunnitelma nimeää rahoittajan, sen päätökset ja maksut voi kirjata tähän.", "När planen nämner en finansiär kan dess beslut och betalningar antecknas här.", "Once the plan names a funder, its decisions and payments can be recorded here.";
        NoneShort: "Mitään ei puutu: nimetyt rahoittajat ovat päättäneet maksaa, mitä suunniteltiin, eikä mikään maksu ole myöhässä.", "Inget saknas: de namngivna finansiärerna har beslutat betala det som planerats, och ingen betalning är försenad.", "Nothing is missing: the named funders decided to pay what was planned, and no payment is late.";
        NoneLeft: "Rajaus ei jätä mitään.", "Avgränsningen lämnar inget.", "The filter leaves nothing.";
        ShowAll: "Näytä kaikki vajeet", "Visa alla underskott", "Show all shortfalls";
        Funder: "Rahoittaja", "Finansiär", "Funder";
        Planned: "Suunniteltu", "Planerat", "Planned";
        Decided: "Päättänyt maksaa", "Beslutat betala", "Decided to pay";
        Paid: "Maksanut", "Betalt", "Paid";
        Lacking: "Puuttuu", "Saknas", "Lacking";
        Late: "Maksamatta menneiltä vuosilta", "Obetalt för förflutna år", "Unpaid of past years";
        Stage: "Tilanne", "Läge", "Standing";
        AllShort: "kaikki, joissa jotain puuttuu", "alla där något saknas", "all where something is missing";
        Number: "Rivejä", "Rader", "Rows";
        InAll: "Yhteensä", "Sammanlagt", "In all";
        NoDecision: "ei tiedossa", "okänt", "not known";
        RefusedShown: "ei maksa", "betalar inte", "does not pay";
        ByStage: "Vajeet tilanteen mukaan", "Underskott enligt läge", "Shortfalls by standing";
        LackingMeans: "Puuttuu: suunniteltu summa, jota rahoittaja ei ole päättänyt maksaa; jos päätöstä ei tiedetä, summa, jota se ei ole maksanut. Tuntematonta summaa ei lasketa mukaan.", "Saknas: planerat belopp som finansiären inte har beslutat betala; om beslutet inte är känt, det belopp som den inte har betalt. Ett okänt belopp räknas inte med.", "Lacking: what is planned and the funder did not decide to pay; where no decision is known, what it did not pay. An unknown amount is not counted.";
        Entries: "Kirjaukset rahoittajista", "Anteckningar om finansiärerna", "Entries about the funders";
        UndoneMeans: "Kirjaus jää näkyviin, mutta sitä ei enää lasketa.", "Anteckningen förblir synlig, men räknas inte längre.", "The entry stays visible, but is not counted any more.";
        GrantedHint: "Koko summa, jonka rahoittaja maksaa. Uusi päätös korvaa aiemman.", "Hela beloppet som finansiären betalar. Ett nytt beslut ersätter det tidigare.", "The whole amount that the funder pays. A new decision replaces an earlier one.";
        PaidHint: "Summa, jonka rahoittaja maksoi tällä kertaa.", "Beloppet som finansiären betalade denna gång.", "The amount that the funder paid this time.";
        Undo: "Kumoa", "Återkalla", "Undo";
        OfEntry: "Kirjaus", "Anteckning", "Entry";
        ToAll: "Kaikki vajeet", "Alla underskott", "All shortfalls";
    }
}

texts_of! {
    /// Where a funder stands.
    pub fn stage(CoFundingStage) {
        ToBeFound: "rahoittaja löydettävä", "finansiär ska hittas", "funder to be found";
        Refused: "päätti olla maksamatta", "beslöt att inte betala", "decided not to pay";
        Less: "päätti vähemmän kuin suunniteltiin", "beslöt mindre än planerat", "gives less than planned";
        Undecided: "päätöstä ei tiedossa", "beslut inte känt", "no decision known";
        Late: "maksu myöhässä", "betalning försenad", "payment late";
        Granted: "päätetty, maksua odotetaan", "beslutat, väntar på betalning", "decided, waiting for payment";
        Paid: "maksettu", "betalt", "paid";
    }
}

texts_of! {
    /// What an entry says has happened.
    pub fn kind(CoFundingKind) {
        Granted: "päätti maksaa", "beslöt betala", "decided to pay";
        Refused: "päätti olla maksamatta", "beslöt att inte betala", "decided not to pay";
        Paid: "maksoi", "betalade", "paid";
        Undone: "kirjaus kumottu", "anteckningen återkallad", "entry undone";
    }
}

texts_of! {
    /// The heading of the form that records it, and the link to it.
    pub fn form(CoFundingKind) {
        Granted: "Kirjaa rahoittajan myönteinen päätös", "Anteckna finansiärens jakande beslut", "Record that a funder decided to pay";
        Refused: "Kirjaa rahoittajan kielteinen päätös", "Anteckna finansiärens nekande beslut", "Record that a funder refused";
        Paid: "Kirjaa rahoittajan maksu", "Anteckna finansiärens betalning", "Record a payment of a funder";
        Undone: "Kumoa kirjaus", "Återkalla anteckningen", "Undo the entry";
    }
}

/// What a funder decided, as a table has it.
pub fn decided(decided: Option<Decided>, lang: Lang) -> String {
    match decided {
        Some(Decided::Granted(amount)) => format::euros(amount, lang),
        Some(Decided::Refused) => CoFundingText::RefusedShown.text(lang).to_owned(),
        None => CoFundingText::NoDecision.text(lang).to_owned(),
    }
}

/// What an entry says beside its kind and its day.
pub fn details(fact: &CoFundingFact, lang: Lang) -> String {
    match fact {
        CoFundingFact::Granted {
            amount, document, ..
        }
        | CoFundingFact::Paid {
            amount, document, ..
        } => format!("{}, {document}", format::euros(*amount, lang)),
        CoFundingFact::Refused { document, .. } => document.clone(),
        CoFundingFact::Undone { entry, reason } => {
            format!("{} {entry}: {reason}", CoFundingText::OfEntry.text(lang))
        }
    }
}
