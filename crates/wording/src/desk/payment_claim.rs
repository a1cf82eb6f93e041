//! Payment claims of the city's own projects.

use domain::payment_claim::{
    ClaimContent, ClaimFact, ClaimKind, ClaimStage, Reckoning, SupportRate,
};
use domain::view::payment_claim::{ClaimDue, FunderLine};

use super::commitment::CommitmentText;
use super::funding::payer;
use crate::cost::percent;
use crate::{Lang, format, names};

texts! {
    /// Headings, labels and sentences of payment claims.
    pub enum ClaimText {
        Claims: "Maksatushakemukset", "Ansökningar om utbetalning", "Payment claims";
        Claim: "Maksatushakemus", "Ansökan om utbetalning", "Payment claim";
        NoClaims: "Ei vielä maksatushakemuksia.", "Inga ansökningar om utbetalning ännu.", "No payment claims yet.";
        Lead: "Kaupungin oman hankkeen kustannuksista haetaan EU:n ja valtion tuki maksatushakemuksilla. Kirjauksia vain lisätään: väärä vaihe otetaan takaisin syyn kera.", "För kostnaderna i stadens eget projekt söks stödet från EU och staten med ansökningar om utbetalning. Anteckningar läggs bara till: ett fel skede tas tillbaka med en orsak.", "The support of the EU and the state for the costs of the city's own project is applied for with payment claims. Entries are only added to: a wrong step is taken back with a reason.";
        NotOwn: "Hanke ei ole kaupungin oma, joten kaupunki ei tee siitä maksatushakemuksia.", "Projektet är inte stadens eget, så staden gör inga ansökningar om utbetalning.", "The project is not the city's own, so that the city makes no payment claims.";
        NoCosts: "Hakemuksen voi tehdä, kun voimassa olevassa rahoitussuunnitelmassa on kustannukset.", "En ansökan kan göras när den gällande finansieringsplanen har kostnader.", "A claim can be made once the funding plan in force has costs.";
        Period: "Ajalta", "Tid", "Period";
        PeriodAndStage: "Ajalta, vaihe", "Tid, skede", "Period, stage";
        IsLast: "Hankkeen viimeinen maksatushakemus", "Projektets sista ansökan om utbetalning", "The last payment claim of the project";
        Last: "viimeinen", "sista", "last";
        Stage: "Vaihe", "Skede", "Stage";
        Realised: "Toteutunut", "Utfall", "Realised";
        RealisedCosts: "Toteutuneet kustannukset", "Utfallna kostnader", "Realised costs";
        RealisedFunding: "Toteutunut muu rahoitus", "Utfallen övrig finansiering", "Other funding realised";
        CostsHint: "Kirjoita, mitä hakemuksen aikana toteutui. Tyhjä on nolla. Vakioprosentti lasketaan itse.", "Skriv vad som utföll under ansökans tid. Tomt är noll. Schablonen räknas ut automatiskt.", "Type what was realised in the days of the claim. Empty is nothing. The flat rate is computed.";
        FundingHint: "Kirjoita, mitä muut rahoittajat ovat maksaneet tältä ajalta. Tyhjä jää tuntemattomaksi.", "Skriv vad andra finansiärer har betalt för denna tid. Tomt förblir okänt.", "Type what other funders have paid for these days. Empty stays unknown.";
        FundingRow: "Rahoittaja", "Finansiär", "Funder";
        Deducted: "Ennakosta vähennetään, €", "Avdras från förskottet, €", "Deducted from the advance, €";
        DeductedShown: "Ennakosta vähennetty", "Avdraget från förskottet", "Deducted from the advance";
        DeductedHint: "Ennakkoa vähennetään 30 % kustakin maksusta, kunnes se on vähennetty (867/2021 14 §).", "Av varje betalning avdras 30 % tills förskottet är avdraget (867/2021 14 §).", "30% is deducted from each payment until the advance is deducted (867/2021, section 14).";
        Applied: "Haetaan, €", "Söks, €", "Applied for, €";
        AppliedShown: "Haettu", "Sökt", "Applied for";
        AppliedHint: "Jätä tyhjäksi, kun haetaan kaikki, mikä laskelman mukaan voidaan.", "Lämna tomt när allt som enligt uträkningen kan sökas söks.", "Leave empty to apply for all that the reckoning allows.";
        Granted: "Myönnetty, €", "Beviljat, €", "Granted, €";
        GrantedShown: "Myönnetty", "Beviljat", "Granted";
        GrantedReason: "Syy, jos myönnettiin vähemmän kuin haettiin", "Orsak, om mindre beviljades än vad som söktes", "Reason, if less was granted than applied for";
        Paid: "Maksettu", "Betalt", "Paid";
        Waiting: "Odottaa maksua", "Väntar på betalning", "Waiting to be paid";
        SentOn: "Lähetetty", "Skickad", "Sent";
        DecidedOn: "Päätetty", "Beslutad", "Decided";
        PaidOn: "Maksettu", "Betald", "Paid";
        Advance: "Ennakko", "Förskott", "Advance";
        NoAdvance: "ei ennakkoa", "inget förskott", "no advance";
        AdvanceLeft: "Ennakkoa vähentämättä", "Förskott som inte avdragits", "Advance not deducted yet";
        AdvanceHint: "Enintään 30 % tuesta, kerran (867/2021 14 §).", "Högst 30 % av stödet, en gång (867/2021 14 §).", "At most 30% of the support, once (867/2021, section 14).";
        LastDue: "Viimeinen hakemus viimeistään", "Sista ansökan senast", "Last claim by";
        LastSent: "lähetetty", "skickad", "sent";
        LastDueMeans: "Neljän kuukauden kuluessa hankkeen päättymisestä (757/2021 28 §).", "Inom fyra månader från att projektet avslutats (757/2021 28 §).", "Within four months of the end of the project (757/2021, section 28).";
        ByCategory: "Kustannukset suunnitelmaan verrattuna", "Kostnaderna jämfört med planen", "Costs beside the plan";
        ByFunder: "Muu rahoitus suunnitelmaan verrattuna", "Övrig finansiering jämfört med planen", "Other funding beside the plan";
        OnlySent: "Toteutuneessa ovat lähetetyt hakemukset, eivät luonnokset eivätkä perutut.", "Utfallet omfattar skickade ansökningar, inte utkast eller återtagna.", "What is realised is by the claims that were sent, without drafts and withdrawn ones.";
        Planned: "Suunniteltu", "Planerat", "Planned";
        Left: "Jäljellä", "Återstår", "Left";
        Exceeded: "ylittynyt", "överskridet", "exceeded";
        InAll: "Yhteensä", "Sammanlagt", "In all";
        FlatRate: "Vakioprosentti", "Schablon", "Flat rate";
        Reckoning: "Laskelma", "Uträkning", "Reckoning";
        RateUnknown: "Tuen osuutta ei voi laskea, koska rahoitussuunnitelma ei kerro EU:n ja valtion osuutta.", "Stödets andel kan inte räknas ut, eftersom finansieringsplanen inte anger EU:s och statens andel.", "The support cannot be computed, because the funding plan does not say what the EU and the state pay.";
        History: "Maksatushakemusten kirjaukset", "Anteckningar om ansökningarna", "Entries about the payment claims";
        TakenBackMeans: "Viimeisin vaihe otetaan takaisin: hakemus on siinä vaiheessa, jossa se oli ennen sitä. Kirjaa näin myös rahoittajan palautus.", "Det senaste skedet tas tillbaka: ansökan är i det skede den var i före det. Anteckna så även att finansiären återsänt ansökan.", "The last step is taken back: the claim is at the stage it was before. Record this also where the authority returned it.";
        WithdrawnMeans: "Peruttu hakemus jää näkyviin, mutta sen päivät ja ennakon vähennys vapautuvat.", "En återtagen ansökan förblir synlig, men dess dagar och avdrag frigörs.", "A withdrawn claim stays visible, but its days and its deduction become free.";
        Due: "Maksatushakemukset", "Ansökningar om utbetalning", "Payment claims";
        DueLead: "Kaupungin omien hankkeiden viimeiset hakemukset, jotka pitää lähettää, ja hakemukset, joiden maksua odotetaan. Rahoittajan pitää maksaa 80 päivässä (867/2021 28 §).", "De sista ansökningarna i stadens egna projekt som ska skickas, och ansökningar vars betalning väntas. Finansiären ska betala inom 80 dagar (867/2021 28 §).", "Last claims of the city's own projects that are to be sent, and claims whose payment is waited for. The authority is to pay within 80 days (867/2021, section 28).";
        NothingDue: "Mikään maksatushakemus ei ole myöhässä eikä odota maksua.", "Ingen ansökan är försenad eller väntar på betalning.", "No payment claim is overdue or waits to be paid.";
        What: "Mitä", "Vad", "What";
        ToSend: "Lähetä viimeinen maksatushakemus", "Skicka den sista ansökan om utbetalning", "Send the last payment claim";
        Amounts: "Rahat", "Pengar", "Money";
        WaitingByMonth: "Odotettu raha kuukausittain", "Väntade pengar per månad", "Money that is waited for by month";
        SentClaims: "Lähetetyt maksatushakemukset", "Skickade ansökningar om utbetalning", "Payment claims that were sent";
        PartGranted: "Myönnetty, maksamatta", "Beviljat, inte betalt", "Granted, not paid";
        PartUndecided: "Haettu, päättämättä", "Sökt, inte avgjort", "Applied for, not decided";
        PartRefused: "Haettu, ei myönnetty", "Sökt, inte beviljat", "Applied for, not granted";
    }
}

texts_of! {
    /// How far a claim is.
    pub fn stage(ClaimStage) {
        Draft: "luonnos", "utkast", "draft";
        Sent: "lähetetty, päätöstä odotetaan", "skickad, väntar på beslut", "sent, waiting for the decision";
        Decided: "päätetty, maksua odotetaan", "beslutad, väntar på betalning", "decided, waiting for the payment";
        Paid: "maksettu", "betald", "paid";
        Withdrawn: "peruttu", "återtagen", "withdrawn";
    }
}

texts_of! {
    /// What an entry says has happened.
    pub fn kind(ClaimKind) {
        Made: "tehty", "gjord", "made";
        Changed: "muutettu", "ändrad", "changed";
        Sent: "lähetetty", "skickad", "sent";
        Decided: "päätetty", "beslutad", "decided";
        Paid: "maksettu", "betald", "paid";
        TakenBack: "viimeisin vaihe otettu takaisin", "det senaste skedet tillbakataget", "last step taken back";
        Withdrawn: "peruttu", "återtagen", "withdrawn";
        AdvanceReceived: "ennakko saatu", "förskott mottaget", "advance received";
        AdvanceUndone: "ennakon kirjaus kumottu", "anteckningen om förskott återkallad", "advance reversed";
    }
}

texts_of! {
    /// The heading of the form that records it, and the link to it.
    pub fn form(ClaimKind) {
        Made: "Tee maksatushakemus", "Gör en ansökan om utbetalning", "Make a payment claim";
        Changed: "Muuta maksatushakemusta", "Ändra ansökan om utbetalning", "Change the payment claim";
        Sent: "Kirjaa lähetetyksi", "Anteckna som skickad", "Record as sent";
        Decided: "Kirjaa maksatuspäätös", "Anteckna beslutet om utbetalning", "Record the decision";
        Paid: "Kirjaa maksetuksi", "Anteckna som betald", "Record as paid";
        TakenBack: "Ota viimeisin vaihe takaisin", "Ta tillbaka det senaste skedet", "Take the last step back";
        Withdrawn: "Peru maksatushakemus", "Återta ansökan om utbetalning", "Withdraw the payment claim";
        AdvanceReceived: "Kirjaa ennakko", "Anteckna ett förskott", "Record an advance";
        AdvanceUndone: "Kumoa ennakon kirjaus", "Återkalla anteckningen om förskott", "Reverse the advance";
    }
}

impl ClaimText {
    /// The label of a field by its name.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "is_last_claim" => Self::IsLast,
            "deducted" => Self::Deducted,
            "applied" => Self::Applied,
            "granted" => Self::Granted,
            _ => return None,
        })
    }
}

/// What an entry says beside its kind and its day.
pub fn details(fact: &ClaimFact, lang: Lang) -> String {
    match fact {
        ClaimFact::Made { content, .. } | ClaimFact::Changed { content, .. } => {
            let applied = format::euros(content.applied, lang);
            let label = ClaimText::AppliedShown.text(lang);
            format!("{}, {label}: {applied}", days(content, lang))
        }
        ClaimFact::Sent { document, .. } => document.clone(),
        ClaimFact::Decided {
            granted,
            document,
            reason,
            ..
        } => {
            let granted = format::euros(*granted, lang);
            let reason = (!reason.is_empty()).then(|| format!(". {reason}"));
            format!("{granted}, {document}{}", reason.unwrap_or_default())
        }
        ClaimFact::Paid { voucher, .. } => {
            format!("{}: {voucher}", CommitmentText::Voucher.text(lang))
        }
        ClaimFact::AdvanceReceived {
            amount, document, ..
        } => format!("{}, {document}", format::euros(*amount, lang)),
        ClaimFact::TakenBack { reason, .. }
        | ClaimFact::Withdrawn { reason, .. }
        | ClaimFact::AdvanceUndone { reason } => reason.clone(),
    }
}

/// The days of a claim: `1.1.2024–30.6.2024`.
pub fn days(content: &ClaimContent, lang: Lang) -> String {
    let (first, last) = (content.first_day, content.last_day);
    format!("{}–{}", format::date(first, lang), format::date(last, lang))
}

/// A funder with the kind of its money: `Kajaanin kaupunki, omarahoitus`.
pub fn funder(line: &FunderLine, lang: Lang) -> String {
    let category = names::category(line.funder.category, lang);
    let name = payer(line.funder.payer, line.name.as_deref(), lang);
    format!("{name}, {category}")
}

/// What falls due of a claim: `Maksatushakemus 2, lähetetty, päätöstä odotetaan`.
pub fn due(due: ClaimDue, lang: Lang) -> String {
    match due {
        ClaimDue::LastClaim => ClaimText::ToSend.text(lang).to_owned(),
        ClaimDue::Payment { claim, stage, .. } => {
            let (name, stage) = (ClaimText::Claim.text(lang), self::stage(stage, lang));
            format!("{name} {claim}, {stage}")
        }
    }
}

/// The steps of a reckoning, each a sentence with its amounts: the costs, the flat rate with its
/// rounding, the support with its rounding, what is deducted and what is left.
pub fn steps(content: &ClaimContent, of: &Reckoning, lang: Lang) -> Vec<String> {
    let euros = |amount| format::euros(amount, lang);
    let named = |label: ClaimText, sum: String| format!("{}: {sum}", label.text(lang));
    let stated: Vec<String> = content
        .costs
        .iter()
        .map(|cost| euros(cost.amount))
        .collect();
    let stated = match &stated[..] {
        [] | [_] => euros(of.stated),
        several => format!("{} = {}", several.join(" + "), euros(of.stated)),
    };
    let mut steps = vec![named(ClaimText::RealisedCosts, stated)];
    if let Some((rate, amount)) = of.flat {
        let sum = format!(
            "{} × {} = {}, {}",
            euros(of.stated),
            percent(rate, lang),
            euros(amount),
            to_nearest(lang),
        );
        steps.push(named(ClaimText::FlatRate, sum));
        let total = format!(
            "{} + {} = {}",
            euros(of.stated),
            euros(amount),
            euros(of.total)
        );
        steps.push(named(ClaimText::InAll, total));
    }
    let (Some(rate), Some(support)) = (content.rate, of.support) else {
        steps.push(ClaimText::RateUnknown.text(lang).to_owned());
        return steps;
    };
    let by = match rate {
        SupportRate::OfPlan { support, cost } => {
            format!("{} ÷ {}", euros(support), euros(cost))
        }
        SupportRate::Stated(share) => format::share(share, lang),
    };
    let (total, support) = (euros(of.total), euros(support));
    steps.push(format!(
        "{}: {total} × {by} = {support}, {}",
        support_label(lang),
        down(lang),
    ));
    let most = format::euros_or_unknown(of.most, lang);
    let deducted = euros(of.deducted);
    steps.push(format!(
        "{}: {support} − {deducted} = {most}",
        most_label(lang)
    ));
    steps
}

const fn to_nearest(lang: Lang) -> &'static str {
    match lang {
        Lang::Fi => "pyöristettynä lähimpään senttiin, puolikas ylöspäin",
        Lang::Sv => "avrundat till närmaste cent, en halv cent uppåt",
        Lang::En => "rounded to the nearest cent, half a cent up",
    }
}

const fn down(lang: Lang) -> &'static str {
    match lang {
        Lang::Fi => "pyöristettynä alaspäin täyteen senttiin",
        Lang::Sv => "avrundat nedåt till hel cent",
        Lang::En => "rounded down to a whole cent",
    }
}

const fn support_label(lang: Lang) -> &'static str {
    match lang {
        Lang::Fi => "EU:n ja valtion tuki suunnitelman osuudella",
        Lang::Sv => "Stödet från EU och staten enligt planens andel",
        Lang::En => "Support of the EU and the state by the plan's rate",
    }
}

const fn most_label(lang: Lang) -> &'static str {
    match lang {
        Lang::Fi => "Haettavissa, kun ennakon vähennys on otettu huomioon",
        Lang::Sv => "Kan sökas när avdraget från förskottet har beaktats",
        Lang::En => "Can be applied for after the deduction of the advance",
    }
}
