//! What becomes of commitments: conditions met, payments, recoveries, releases.

use domain::commitment::{EntryFact, EntryKind, Standing, StateAid};

use super::instalment::InstalmentText;
use crate::{Lang, format};

texts! {
    /// Headings, labels, buttons and sentences of commitments.
    pub enum CommitmentText {
        Commitment: "Sitoumus", "Förbindelse", "Commitment";
        Commitments: "Sitoumukset", "Förbindelser", "Commitments";
        Line: "rivi", "rad", "line";
        NoCommitments: "Hankkeelle ei ole vielä sitouduttu mihinkään.", "Inga förbindelser har gjorts för projektet ännu.", "Nothing has been promised to the project yet.";
        Means: "Sitoumus itse ei muutu. Mitä siitä tulee, näkyy kirjauksista, joita vain lisätään.", "Själva förbindelsen ändras inte. Vad den blir syns av anteckningarna, som bara ökar.", "The commitment itself never changes. What becomes of it shows in the entries, which are only added to.";
        State: "Tila", "Läge", "State";
        Promised: "Luvattu", "Lovat", "Promised";
        Open: "Avoinna", "Öppet", "Open";
        Paid: "Maksettu", "Betalt", "Paid";
        Recovered: "Peritty takaisin", "Återkrävt", "Recovered";
        Released: "Vapautettu tai rauennut", "Frigjort eller förfallet", "Released or lapsed";
        Freed: "Vapautunut", "Frigjort", "Freed";
        CameBack: "Vapautettu tai peritty", "Frigjort eller återkrävt", "Released or recovered";
        Drawn: "Varaa määrärahaa", "Reserverar anslag", "Draws on the budget";
        Parts: "Mitä luvatusta on tullut", "Vad det lovade har blivit", "What has become of the promise";
        Entries: "Kirjaukset", "Anteckningar", "Entries";
        NoEntries: "Ei vielä kirjauksia.", "Inga anteckningar ännu.", "No entries yet.";
        Number: "Nro", "Nr", "No.";
        EntryDay: "Päivä", "Dag", "Day";
        Entry: "Kirjaus", "Anteckning", "Entry";
        Details: "Tiedot", "Uppgifter", "Details";
        RecordedBy: "Kirjattu", "Antecknat", "Recorded";
        Reversed: "kumottu", "återkallad", "reversed";
        Reverse: "Kumoa", "Återkalla", "Reverse";
        ReverseMeans: "Kumottu kirjaus ja kumoaminen jäävät näkyviin, mutta kumpaakaan ei lasketa.", "Den återkallade anteckningen och återkallandet förblir synliga, men ingendera räknas.", "The reversed entry and the reversal stay visible, and neither counts.";
        FulfilledBy: "Mikä täytti ehdon", "Vad som uppfyllde villkoret", "What fulfilled the condition";
        FulfilledByHint: "Esimerkiksi rahoituspäätöksen numero.", "Till exempel finansieringsbeslutets nummer.", "For example the number of the funding decision.";
        Invoice: "Laskun numero", "Fakturans nummer", "Number of the invoice";
        Voucher: "Tositenumero", "Verifikatnummer", "Voucher number";
        LedgerVoucher: "Tosite pääkirjassa", "Verifikat i huvudboken", "Voucher in the ledger";
        Account: "Tili", "Konto", "Account";
        CostCentre: "Kustannuspaikka", "Kostnadsställe", "Cost centre";
        PostingYear: "Tilikausi", "Räkenskapsperiod", "Accounting year";
        PostingYearHint: "Vuosi, jolle meno suoriteperusteella kuuluu.", "Det år som utgiften hör till enligt prestationsprincipen.", "The year to which the expense belongs by accrual.";
        OfDecision: "Päätöksen raha", "Beslutets pengar", "The money of the decision";
        OfDecisionMeans: "Mitä päätös lupaa ja mitä luvatusta on tullut. Osat summautuvat luvattuun sentilleen. Se, mihin on vain varauduttu, ei ole summissa.", "Vad beslutet lovar och vad det lovade har blivit. Delarna summeras till det lovade på centen. Det som det bara finns beredskap för ingår inte i summorna.", "What the decision promises and what has become of it. The parts sum to what was promised, to the cent. What is only provided for is in no sum.";
        OfDecisionNothing: "Päätös ei lupaa rahaa.", "Beslutet lovar inga pengar.", "The decision promises no money.";
        Payments: "Maksut kirjanpitoon", "Betalningar till bokföringen", "Payments for the ledger";
        PaymentsByMonth: "Maksut kuukausittain", "Betalningar per månad", "Payments by month";
        Aid: "Valtiontuki", "Statligt stöd", "State aid";
        NotAssessed: "ei vielä arvioitu", "inte bedömt ännu", "not assessed yet";
        AidMeans: "Viimeisin arvio, jota ei ole kumottu, on voimassa. Aiemmat jäävät näkyviin.", "Den senaste bedömningen som inte har återkallats gäller. De tidigare förblir synliga.", "The last assessment that was not reversed holds. Earlier ones stay visible.";
        Provision: "Säännös, joka vapauttaa tuen", "Bestämmelse som undantar stödet", "Provision that exempts the aid";
        ProvisionHint: "Ryhmäpoikkeuksesta pakollinen, esimerkiksi (EU) 651/2014, 27 artikla.", "Obligatorisk vid gruppundantag, till exempel (EU) 651/2014, artikel 27.", "Mandatory for a block exemption, for example (EU) No 651/2014, Article 27.";
        DeMinimisAmount: "De minimis -tuen määrä, €", "Stöd av mindre betydelse, €", "De minimis aid, €";
        DeMinimisHint: "Vain de minimis -tuesta: bruttoavustusekvivalentti.", "Bara för stöd av mindre betydelse: bruttobidragsekvivalenten.", "For de minimis aid only: the gross grant equivalent.";
        DeMinimisInAll: "De minimis -tuki tuensaajalle kolmessa vuodessa", "Stöd av mindre betydelse till stödtagaren på tre år", "De minimis aid to the beneficiary in three years";
        DeMinimisExceeded: "De minimis -tuki tälle tuensaajalle ylittää kolmen vuoden enimmäismäärän 300 000 euroa (asetus (EU) 2023/2831, 3 artikla). Mukana on vain tässä rekisterissä arvioitu tuki.", "Stödet av mindre betydelse till denna stödtagare överskrider maximibeloppet på tre år, 300 000 euro (förordning (EU) 2023/2831, artikel 3). Bara stöd som har bedömts i detta register ingår.", "De minimis aid to this beneficiary exceeds the ceiling of 300 000 euros in three years (Regulation (EU) 2023/2831, Article 3). Only aid assessed in this register is counted.";
        LapsedMeans: "Koko avoinna oleva summa kirjataan rauenneeksi.", "Hela det öppna beloppet antecknas som förfallet.", "All that is open is recorded as lapsed.";
    }
}

texts_of! {
    /// Where a commitment stands.
    pub fn standing(Standing) {
        Noted: "varauduttu, ei sitoumus", "beredskap, ingen förbindelse", "provided for, no commitment";
        Conditional: "ehdollinen", "villkorlig", "conditional";
        Open: "avoinna", "öppen", "open";
        Settled: "loppuun käsitelty", "slutbehandlad", "settled";
        Ended: "päätös päättynyt", "beslutet har upphört", "decision ended";
    }
}

texts_of! {
    /// What an entry says has happened.
    pub fn kind(EntryKind) {
        ConditionMet: "ehto täyttynyt", "villkoret uppfyllt", "condition met";
        Paid: "maksettu", "betalt", "paid";
        Recovered: "peritty takaisin", "återkrävt", "recovered";
        Released: "vapautettu", "frigjort", "released";
        Lapsed: "rauennut", "förfallet", "lapsed";
        AidAssessed: "valtiontuki arvioitu", "statligt stöd bedömt", "state aid assessed";
        Reversed: "kumottu kirjaus", "återkallad anteckning", "entry reversed";
    }
}

texts_of! {
    /// What a promise was assessed to be.
    pub fn aid(StateAid) {
        None: "ei valtiontukea", "inget statligt stöd", "no state aid";
        DeMinimis: "de minimis -tuki", "stöd av mindre betydelse", "de minimis aid";
        BlockExemption: "ryhmäpoikkeus", "gruppundantag", "block exemption";
    }
}

texts_of! {
    /// The heading of the form that records it.
    pub fn form(EntryKind) {
        ConditionMet: "Kirjaa ehdon täyttyminen", "Anteckna att villkoret är uppfyllt", "Record that the condition is met";
        Paid: "Kirjaa maksu", "Anteckna en betalning", "Record a payment";
        Recovered: "Kirjaa takaisinperintä", "Anteckna ett återkrav", "Record a recovery";
        Released: "Vapauta osa", "Frigör en del", "Release a part";
        Lapsed: "Kirjaa loppu rauenneeksi", "Anteckna resten som förfallen", "Record the rest as lapsed";
        AidAssessed: "Kirjaa valtiontukiarvio", "Anteckna bedömningen av statligt stöd", "Record the assessment of state aid";
        Reversed: "Kumoa kirjaus", "Återkalla anteckningen", "Reverse the entry";
    }
}

impl CommitmentText {
    /// The label of a field by its name.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "fulfilled_by" => Self::FulfilledBy,
            "invoice" => Self::Invoice,
            "voucher" => Self::Voucher,
            "ledger_account" => Self::Account,
            "cost_centre" => Self::CostCentre,
            "posting_year" => Self::PostingYear,
            "entry_day" => Self::EntryDay,
            "aid" => Self::Aid,
            "provision" => Self::Provision,
            "entry" => Self::Entry,
            _ => return None,
        })
    }
}

/// What an entry says beside its kind, day and amount.
///
/// ```
/// use domain::commitment::EntryFact;
/// use wording::{Lang, desk::commitment::details};
/// let reversal = EntryFact::Reversed { entry: 2, reason: "Väärä lasku".to_owned() };
/// assert_eq!(details(&reversal, Lang::Fi), "Kumoaa kirjauksen 2. Väärä lasku");
/// ```
pub fn details(fact: &EntryFact, lang: Lang) -> String {
    use CommitmentText as T;
    let named = |label: T, value: &str| format!("{}: {value}", label.text(lang));
    match fact {
        EntryFact::ConditionMet { by, .. } => by.clone(),
        EntryFact::Released { reason, .. } | EntryFact::Lapsed { reason, .. } => reason.clone(),
        EntryFact::AidAssessed {
            aid,
            provision,
            de_minimis,
            reason,
            ..
        } => {
            let amount = de_minimis.map(|amount| format::euros(amount, lang));
            let provision = Some(provision.clone()).filter(|text| !text.is_empty());
            let parts = [Some(self::aid(*aid, lang).to_owned()), amount, provision];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            format!("{}. {reason}", parts.join(", "))
        }
        EntryFact::Recovered {
            reason, voucher, ..
        } => format!("{}. {reason}", named(T::Voucher, voucher)),
        EntryFact::Paid(payment) => {
            let instalment = payment.instalment.map(|number| {
                let label = InstalmentText::Instalment.text(lang);
                format!("{label}: {number}")
            });
            let parts = [
                named(T::Invoice, &payment.invoice),
                named(T::Voucher, &payment.voucher),
                named(T::Account, &payment.account),
                named(T::CostCentre, &payment.cost_centre),
                named(T::PostingYear, &payment.posting_year.to_string()),
            ];
            let parts: Vec<String> = parts.into_iter().chain(instalment).collect();
            parts.join(", ")
        }
        EntryFact::Reversed { entry, reason } => match lang {
            Lang::Fi => format!("Kumoaa kirjauksen {entry}. {reason}"),
            Lang::Sv => format!("Återkallar anteckning {entry}. {reason}"),
            Lang::En => format!("Reverses entry {entry}. {reason}"),
        },
    }
}
