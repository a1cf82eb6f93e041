//! The city's budget, what is promised from it and what is free.

use domain::budget::{AppropriationBasis, BudgetDecision, BudgetDecisionKind, LineSource};
use domain::check::Excess;

use crate::{Lang, format};

texts! {
    /// Headings, labels, buttons and sentences of the budget.
    pub enum BudgetText {
        Budget: "Talousarvio", "Budget", "Budget";
        Means: "Talousarviokohdittain, mitä on päätetty, luvattu ja vapaana. Luvatuksi lasketaan allekirjoitetut päätökset, jotka ovat voimassa, ilman sitä, mikä on vapautettu, rauennut tai peritty takaisin. Päättyneestä päätöksestä lasketaan vain se, mikä on maksettu. Varautumista ei lasketa luvatuksi.", "För varje budgetpost vad som har beslutats, lovats och är ledigt. Som lovat räknas undertecknade beslut som gäller, utan det som har frigjorts, förfallit eller återkrävts. Av ett beslut som har upphört räknas bara det som har betalats. Beredskap räknas inte som lovat.", "For each budget line what was decided, promised and is free. Signed decisions that are in force count as promised, without what was released, lapsed or recovered. Of a decision that has ended only what was paid counts. What is only provided for does not.";
        Years: "Vuodet", "År", "Years";
        Lines: "Talousarviokohdat", "Budgetposter", "Budget lines";
        NoLines: "Vuoden talousarviota ei ole vielä kirjattu.", "Årets budget har inte antecknats ännu.", "The budget of the year has not been recorded yet.";
        Line: "Talousarviokohta", "Budgetpost", "Budget line";
        Code: "Kohdan numero", "Postens nummer", "Number of the line";
        CodeHint: "Jätä tyhjäksi, kun rivi koskee itse määrärahaa.", "Lämna tomt när raden gäller själva anslaget.", "Leave empty where the row is about the appropriation itself.";
        Name: "Kohdan nimi", "Postens namn", "Name of the line";
        NameHint: "Vain uudelle kohdalle.", "Bara för en ny post.", "For a new line only.";
        Appropriation: "Määräraha", "Anslag", "Appropriation";
        AppropriationHint: "Sitovuustason nimi, esimerkiksi toimiala. Tunnetulle kohdalle sitä ei tarvita.", "Namnet på bindningsnivån, till exempel en sektor. Behövs inte för en känd post.", "The name at the binding level, for example a sector. Not needed for a known line.";
        Appropriations: "Määrärahat", "Anslag", "Appropriations";
        Basis: "Sitovuus", "Bindning", "Binds";
        Source: "Rahan lähde", "Pengarnas källa", "Source of the money";
        Original: "Alkuperäinen", "Ursprunglig", "Original";
        Amended: "Muutettu", "Ändrad", "Amended";
        OfLines: "Kohdat yhteensä", "Posterna sammanlagt", "Lines together";
        Granted: "Myönnetty", "Beviljat", "Granted";
        AtMost: "Enintään", "Högst", "At most";
        Conditional: "Ehdollinen", "Villkorligt", "Conditional";
        ProvidedFor: "Varauduttu", "Beredskap", "Provided for";
        Paid: "Siitä maksettu", "Därav betalt", "Of that paid";
        Free: "Vapaana", "Ledigt", "Free";
        Together: "Yhteensä", "Sammanlagt", "Together";
        Unplaced: "Luvattu ilman kirjattua talousarviokohtaa", "Lovat utan antecknad budgetpost", "Promised without a recorded budget line";
        WithoutLine: "Ei talousarviokohtaa", "Ingen budgetpost", "No budget line";
        Decisions: "Talousarviota koskevat päätökset", "Beslut om budgeten", "Decisions about the budget";
        Record: "Kirjaa talousarviopäätös", "Anteckna ett budgetbeslut", "Record a budget decision";
        RecordMeans: "Kirjattua ei muuteta. Virhe korjataan kirjaamalla uusi päätös.", "Det som antecknats ändras inte. Ett fel rättas genom att anteckna ett nytt beslut.", "What is recorded is never changed. A mistake is mended by recording a further decision.";
        Body: "Päättänyt toimielin", "Organ som beslutat", "Body that decided";
        Kind: "Mitä päätös tekee", "Vad beslutet gör", "What the decision does";
        Subject: "Mitä päätös koskee", "Vad beslutet gäller", "What the decision is about";
        AmountHint: "Muutoksessa lisäys, tai vähennys miinuksella.", "Vid en ändring ökningen, eller minskningen med minus.", "In a change what is added, or taken with a minus.";
        Row: "Rivi", "Rad", "Row";
        AddRow: "Lisää rivi", "Lägg till en rad", "Add a row";
        Changes: "Mistä määrä muodostuu", "Vad beloppet består av", "What the amount is made of";
        Promises: "Mistä luvattu muodostuu", "Vad det lovade består av", "What the promised sum is made of";
        NoPromises: "Kohdasta ei ole luvattu mitään.", "Inget har lovats av posten.", "Nothing was promised from the line.";
        Change: "Muutos", "Ändring", "Change";
        YearEnd: "Toteuma ja vuodenvaihde", "Utfall och årsskifte", "Outcome and year end";
        YearEndMeans: "Käyttämättä jäänyt määräraha raukeaa 31.12. Avoimet lupaukset eivät siirry itsestään, vaan seuraavan vuoden talousarvioon on budjetoitava niille raha uudelleen.", "Ett oanvänt anslag förfaller 31.12. Öppna löften flyttas inte av sig själva, utan pengarna för dem ska budgeteras på nytt i nästa års budget.", "An unused appropriation lapses on 31.12. Open promises are not carried over by themselves: next year's budget must give them money anew.";
        Realised: "Toteutunut", "Utfall", "Realised";
        Unused: "Käyttämättä", "Oanvänt", "Unused";
        UnusedAndFree: "Käyttämättä ja lupaamatta", "Oanvänt och inte lovat", "Unused and not promised";
        StillOpen: "Lupauksia avoinna", "Öppna löften", "Promises open";
        NextYear: "Seuraavan vuoden talousarviossa", "I nästa års budget", "In next year's budget";
        NotBudgeted: "ei budjetoitu", "inte budgeterat", "not budgeted";
        NothingInYear: "Vuodelta ei ole talousarviota, lupauksia eikä maksuja.", "För året finns varken budget, löften eller betalningar.", "The year has no budget, promises or payments.";
        NoPayments: "Ei maksuja.", "Inga betalningar.", "No payments.";
        AllPayments: "Kaikki vuoden maksut", "Årets alla betalningar", "All payments of the year";
        Waiting: "Talousarvio odottaa", "Budgeten väntar", "The budget waits";
        WaitingLead: "Vuoden talousarvio on kirjattu, mutta kaikki luvattu ei mahdu siihen. Kirjaa puuttuva kohta tai muutos.", "Årets budget är antecknad, men allt det lovade ryms inte i den. Anteckna posten som saknas eller en ändring.", "The budget of the year is recorded, but not all that was promised fits in it. Record the missing line or an amendment.";
        UnplacedLines: "kohtia, joita talousarviossa ei ole", "poster som inte finns i budgeten", "lines that the budget does not have";
        ExceededLines: "ylittyviä kohtia", "poster som överskrids", "lines that are exceeded";
        Promised: "Luvattu", "Lovat", "Promised";
        Overrides: "Määrärahojen ylitykset", "Överskridna anslag", "Appropriations exceeded";
        OfDecision: "Päätös", "Beslutet", "The decision";
        ExcessReason: "Perustelu määrärahan ylitykselle", "Motivering till att anslaget överskrids", "Reason for exceeding the appropriation";
        ExcessReasonHint: "Ylitys ja perustelu kirjataan, ja ne näkyvät talousarviossa.", "Överskridningen och motiveringen antecknas och visas i budgeten.", "The excess and the reason are recorded and shown with the budget.";
    }
}

texts_of! {
    /// What a budget decision does.
    pub fn kind(BudgetDecisionKind) {
        Sets: "vahvistaa määrärahan tai käyttösuunnitelman", "fastställer anslaget eller dispositionsplanen", "sets the appropriation or the operating plan";
        Transfers: "muuttaa käyttösuunnitelmaa määrärahan sisällä", "ändrar dispositionsplanen inom anslaget", "changes the operating plan within the appropriation";
        Amends: "muuttaa talousarviota", "ändrar budgeten", "amends the budget";
    }
}

texts_of! {
    /// What an appropriation binds.
    pub fn basis(AppropriationBasis) {
        Gross: "brutto", "brutto", "gross";
        Net: "netto", "netto", "net";
    }
}

texts_of! {
    /// Where the money of a line comes from.
    pub fn source(LineSource) {
        Appropriation: "määräraha", "anslag", "appropriation";
        Reserve: "taseen varaus", "reserv i balansräkningen", "reserve in the balance sheet";
    }
}

/// How much more is promised from an appropriation than it has.
pub fn excess(of: &Excess, lang: Lang) -> String {
    let (name, year, by) = (&of.appropriation, of.year, format::euros(of.by, lang));
    match lang {
        Lang::Fi => format!("Määräraha {name} {year} ylittyy {by}"),
        Lang::Sv => format!("Anslaget {name} {year} överskrids med {by}"),
        Lang::En => format!("The appropriation {name} {year} is exceeded by {by}"),
    }
}

impl BudgetText {
    /// The label of a field of the form by its name.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        match field {
            "budget_kind" => Some(Self::Kind),
            "deciding_body" => Some(Self::Body),
            "subject" => Some(Self::Subject),
            "excess_reason" => Some(Self::ExcessReason),
            _ => None,
        }
    }

    /// The label of a cell of a row by its name.
    pub(super) fn of_cell(field: &str) -> Option<Self> {
        Some(match field {
            "appropriation" => Self::Appropriation,
            "code" => Self::Code,
            "name" => Self::Name,
            "basis" => Self::Basis,
            "source" => Self::Source,
            _ => return None,
        })
    }
}

/// A decision about the budget: `Kaupunginhallitus 22.9.2020 § 160`.
///
/// ```
/// use domain::budget::{BudgetDecision, BudgetDecisionKind};
/// use time::macros::date;
/// use wording::{Lang, desk::budget::decision};
/// let made = BudgetDecision {
///     year: 2020, kind: BudgetDecisionKind::Transfers, body: "Kaupunginhallitus".to_owned(),
///     on: date!(2020 - 09 - 22), section: 160, case_number: None, subject: String::new(),
///     entries: Vec::new(),
/// };
/// assert_eq!(decision(&made, Lang::Fi), "Kaupunginhallitus 22.9.2020 §\u{a0}160");
/// ```
pub fn decision(made: &BudgetDecision, lang: Lang) -> String {
    let day = format::date(made.on, lang);
    format!("{} {day} §\u{a0}{}", made.body, made.section)
}
