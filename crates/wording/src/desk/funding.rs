//! What officials' pages say of the money of all projects.

use domain::Lang;
use domain::funding::{Payer, Total};
use domain::view::funding::Planned;

use crate::format;

texts! {
    /// Of commitments over all projects.
    pub enum FundingText {
        Commitments: "Sitoumukset", "Förbindelser", "Commitments";
        Means: "Luettelossa on jokainen sitoumus, jonka voimassa oleva allekirjoitettu päätös on tehnyt. Luonnoksia siinä ei ole, eikä päätöksiä, jotka myöhempi päätös on kumonnut tai todennut rauenneiksi, ellei niistä ole maksettu. Summissa ei ole vapautettua eikä takaisin perittyä rahaa.", "Förteckningen har varje förbindelse som ett gällande undertecknat beslut har gjort. Utkast ingår inte, och inte heller beslut som ett senare beslut har upphävt eller konstaterat förfallna, om inget har betalats av dem. Frigjorda och återkrävda medel ingår inte i summorna.", "The list has every commitment that a signed decision in force made. Drafts are not in it, nor decisions that a later one repealed or let lapse, unless something of them was paid. Money that was released or recovered is not in the sums.";
        NoneYet: "Ei vielä sitoumuksia. Sitoumus syntyy, kun päätös allekirjoitetaan.", "Inga förbindelser ännu. En förbindelse uppstår när ett beslut undertecknas.", "No commitments yet. A commitment comes into being when a decision is signed.";
        NoneLeft: "Näillä rajauksilla ei ole sitoumuksia.", "Inga förbindelser med dessa avgränsningar.", "No commitments with these filters.";
        ShowAll: "Näytä kaikki", "Visa alla", "Show all";
        Sums: "Yhteensä näillä rajauksilla", "Sammanlagt med dessa avgränsningar", "In all with these filters";
        ByYear: "Sitoumukset vuosittain näillä rajauksilla", "Förbindelser per år med dessa avgränsningar", "Commitments by year with these filters";
        ByStrength: "Sitoumukset sitovuuden mukaan näillä rajauksilla", "Förbindelser enligt bindande verkan med dessa avgränsningar", "Commitments by strength with these filters";
        Number: "Sitoumuksia", "Förbindelser", "Commitments";
        Promised: "Luvattu yhteensä", "Lovat sammanlagt", "Promised in all";
        ProvidedFor: "Varauduttu", "Beredskap", "Provided for";
        Paid: "Siitä maksettu", "Därav betalt", "Of that paid";
        PaidOfPromised: "Luvatusta maksettu", "Betalt av det lovade", "Paid of the promised";
        OpenOfPromised: "Luvatusta avoinna", "Öppet av det lovade", "Open of the promised";
        WithoutYear: "Ei vuotta", "Inget år", "No year";
        LineHint: "Kohdan numero. Viiva (-) hakee sitoumukset, joilla ei ole kohtaa.", "Postens nummer. Ett streck (-) söker förbindelser utan post.", "Number of the line. A hyphen (-) finds commitments without a line.";
        ProjectHint: "Hankkeen sivun osoitteen viimeinen osa.", "Sista delen av adressen till projektets sida.", "The last part of the address of the project's page.";
        Csv: "Lataa CSV-tiedostona", "Ladda ner som CSV", "Download as CSV";
        Excel: "Lataa CSV-tiedostona suomenkieliseen Exceliin", "Ladda ner som CSV för Excel på finska", "Download as CSV for Finnish Excel";
        Xlsx: "Lataa Excel-tiedostona (XLSX)", "Ladda ner som Excel-fil (XLSX)", "Download as an Excel file (XLSX)";
        ProvidedForIsNot: "Varauduttu summa ei ole sitoumus, eikä sitä lasketa luvattuun.", "En summa som det finns beredskap för är ingen förbindelse och räknas inte som lovad.", "A sum that is only provided for is no commitment and does not count as promised.";
    }
}

texts! {
    /// Of the plans of all projects by year and funder.
    pub enum PlansText {
        Title: "Rahoitus vuosittain ja rahoittajittain", "Finansieringen enligt år och finansiär", "Funding by year and funder";
        Means: "Luvut ovat kunkin hankkeen voimassa olevasta rahoitussuunnitelmasta. Tuntematonta summaa ei lasketa mukaan, vaan se kerrotaan erikseen. Jokainen luku vie riveihin, joista se on laskettu.", "Siffrorna är ur varje projekts gällande finansieringsplan. Ett okänt belopp räknas inte med utan anges skilt. Varje siffra leder till de rader som den har räknats ur.", "The figures are from the funding plan in force of each project. An amount that is not known is not summed but counted beside. Each figure leads to the rows it was summed from.";
        NoPlans: "Ei vielä rahoitussuunnitelmia.", "Inga finansieringsplaner ännu.", "No funding plans yet.";
        NoneLeft: "Näillä rajauksilla suunnitelmissa ei ole rahaa.", "Med dessa avgränsningar har planerna inga pengar.", "With these filters the plans have no money.";
        Table: "Suunniteltu rahoitus", "Planerad finansiering", "Planned funding";
        Funder: "Rahoittaja", "Finansiär", "Funder";
        Together: "Useat yhdessä, jako ei tiedossa", "Flera tillsammans, fördelningen inte känd", "Several together, division not known";
        Others: "Muut, joita suunnitelma ei nimeä", "Andra som planen inte nämner", "Others the plan does not name";
        Missing: "Puuttuva rahoitus", "Finansiering som saknas", "Still to be found";
        NoYear: "Ei jaettu vuosille", "Inte fördelat på år", "Not divided by years";
        InAll: "Yhteensä", "Sammanlagt", "In all";
        From: "Vuodesta", "Från år", "From year";
        Until: "Vuoteen", "Till år", "Until year";
        City: "Kaupungin osuus ja luvattu", "Stadens andel och det lovade", "The city's part and what is promised";
        Planned: "Suunnitelmissa", "I planerna", "In plans";
        Shortfalls: "Puuttuva rahoitus hankkeittain", "Finansiering som saknas enligt projekt", "Money still to be found by project";
        AllMissing: "Kaikki puuttuvat summat", "Alla belopp som saknas", "All amounts still to be found";
        NoShortfalls: "Millään hankkeella ei ole puuttuvaa rahoitusta.", "Inget projekt saknar finansiering.", "No project has money still to be found.";
        Gaps: "Päätökset, joissa summat ja rivit eroavat", "Beslut där summorna och raderna skiljer sig", "Decisions whose sums and rows differ";
        NoGaps: "Keskeneräisissä päätöksissä ei ole eroja.", "I oavslutade beslut finns inga skillnader.", "There are no differences in unfinished decisions.";
        Stated: "Tekstissä, ei riveillä", "I texten, inte på raderna", "In the text, not in rows";
        InLines: "Riveillä, ei tekstissä", "På raderna, inte i texten", "In rows, not in the text";
        Difference: "Erotus", "Skillnad", "Difference";
        Chart: "Suunniteltu rahoitus vuosittain", "Planerad finansiering per år", "Planned funding by year";
        ChartCity: "Kaupunki", "Staden", "The city";
        ChartNamed: "Muut nimetyt rahoittajat", "Övriga namngivna finansiärer", "Other named funders";
        ChartUnnamed: "Yhteinen tai nimeämätön", "Gemensam eller icke namngiven", "Joint or unnamed";
        ChartUnknown: "Kuvassa ovat vain tunnetut summat.", "Bilden visar bara kända belopp.", "The picture shows known amounts only.";
        Rows: "Mistä summa muodostuu", "Vad summan består av", "What the sum is made of";
        NoRows: "Summassa ei ole rivejä.", "Summan har inga rader.", "The sum has no rows.";
        Plan: "Suunnitelma", "Plan", "Plan";
        Unknown: "Tuntemattomia", "Okända", "Not known";
        Version: "versio", "version", "version";
    }
}

/// Whose money it is, in words; an organisation has its name.
pub fn payer(payer: Payer, name: Option<&str>, lang: Lang) -> String {
    let text = match payer {
        Payer::Organisation(_) => return name.unwrap_or_else(|| format::unknown(lang)).to_owned(),
        Payer::Together => PlansText::Together,
        Payer::Others => PlansText::Others,
        Payer::Missing => PlansText::Missing,
    };
    text.text(lang).to_owned()
}

/// A sum of planned amounts: `1 000,00 € + 2 tuntematonta`; what nobody knows is never 0.
///
/// ```
/// use domain::view::funding::Planned;
/// use wording::{Lang, desk::funding::planned};
/// let two = Planned { known: None, unknown: 2 };
/// assert_eq!(planned(two, Lang::Fi), "2\u{a0}tuntematonta");
/// ```
pub fn planned(sum: Planned, lang: Lang) -> String {
    let unknown = match (lang, sum.unknown) {
        (Lang::Fi, 1) => "1\u{a0}tuntematon".to_owned(),
        (Lang::Fi, count) => format!("{}\u{a0}tuntematonta", format::count(count, lang)),
        (Lang::Sv, 1) => "1\u{a0}okänt".to_owned(),
        (Lang::Sv, count) => format!("{}\u{a0}okända", format::count(count, lang)),
        (Lang::En, count) => format!("{}\u{a0}not known", format::count(count, lang)),
    };
    match sum.total() {
        Total::Known(known) => format::euros(known, lang),
        Total::AtLeast(known) => format!("{} +\u{a0}{unknown}", format::euros(known, lang)),
        Total::Unknown if sum.unknown > 0 => unknown,
        Total::Unknown => String::new(),
    }
}
