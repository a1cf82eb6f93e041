//! Where the city's euros go, for everybody.

use domain::budget::Promised;
use domain::view::city_money::Part;
use domain::view::commitment_list::Named;

use crate::Lang;
use crate::desk::funding::payer;

texts! {
    /// The page of the city's euros.
    pub enum MoneyText {
        Title: "Kaupungin rahoitus", "Stadens finansiering", "The city's funding";
        Lead: "Mihin kaupunki on luvannut rahaa. Luvut ovat julkaistuista voimassa olevista päätöksistä, ja jokainen luku vie riveihin, joista se on laskettu.", "Till vad staden har lovat pengar. Siffrorna är ur publicerade gällande beslut, och varje siffra leder till de rader som den har räknats ur.", "What the city has promised money to. The figures are from published decisions in force, and each figure leads to the rows it was summed from.";
        Means: "Myönnetyn summan kaupunki maksaa, ja enintään-summasta se maksaa toteutuneet kulut. Ehdollisen summan kaupunki maksaa, jos ehto täyttyy. Varattu summa ei vielä sido kaupunkia. Vapautettua ja takaisin perittyä rahaa luvuissa ei ole.", "En beviljad summa betalar staden, och av en högst-summa betalar den de faktiska kostnaderna. En villkorlig summa betalar staden om villkoret uppfylls. En summa som staden har beredskap för binder den inte ännu. Frigjorda och återkrävda medel ingår inte i siffrorna.", "A granted sum the city pays, and of an at-most sum it pays the costs that come about. A conditional sum it pays if the condition is met. A sum that is only provided for does not bind the city yet. Money that was released or recovered is not in the figures.";
        NoneYet: "Julkaistuissa päätöksissä ei ole vielä luvattu rahaa.", "I publicerade beslut har inga pengar lovats ännu.", "No published decision has promised money yet.";
        Chart: "Luvattu raha tilikausittain", "Lovade pengar per räkenskapsår", "Promised money by accounting year";
        ByYear: "Tilikausittain", "Per räkenskapsår", "By accounting year";
        ByProject: "Hankkeittain", "Per projekt", "By project";
        ByLine: "Talousarviokohdittain", "Per budgetpost", "By budget line";
        ByFunder: "Kuka hankkeita rahoittaa", "Vem som finansierar projekten", "Who funds the projects";
        ByFunderMeans: "Hankkeiden rahoitussuunnitelmien mukaan. Tuntematonta summaa ei lasketa mukaan, vaan se kerrotaan erikseen.", "Enligt projektens finansieringsplaner. Ett okänt belopp räknas inte med utan anges skilt.", "By the projects' funding plans. An amount that is not known is not summed but counted beside.";
        Year: "Tilikausi", "Räkenskapsår", "Accounting year";
        NoYear: "Päätös ei nimeä tilikautta", "Beslutet nämner inget räkenskapsår", "The decision names no accounting year";
        Line: "Talousarviokohta", "Budgetpost", "Budget line";
        NoLine: "Päätös ei nimeä talousarviokohtaa", "Beslutet nämner ingen budgetpost", "The decision names no budget line";
        Project: "Hanke", "Projekt", "Project";
        NoProject: "Muu kuin hanke", "Annat än projekt", "Other than a project";
        Granted: "Myönnetty", "Beviljat", "Granted";
        AtMost: "Enintään", "Högst", "At most";
        Conditional: "Ehdollinen", "Villkorligt", "Conditional";
        ProvidedFor: "Varauduttu", "Beredskap", "Provided for";
        Paid: "Siitä maksettu", "Därav betalt", "Of that paid";
        InAll: "Yhteensä", "Sammanlagt", "In all";
        Planned: "Suunniteltu", "Planerat", "Planned";
        Rows: "Päätökset, joista summa muodostuu", "Beslut som summan består av", "The decisions that the sum is made of";
        PlannedRows: "Suunnitelmat, joista summa muodostuu", "Planer som summan består av", "The plans that the sum is made of";
        NoRows: "Summassa ei ole rivejä.", "Summan har inga rader.", "The sum has no rows.";
        AllMoney: "Kaupungin koko rahoitus", "Stadens hela finansiering", "All of the city's funding";
        Xlsx: "Lataa kaikki lupaukset Excel-tiedostona (XLSX)", "Ladda ner alla löften som Excel-fil (XLSX)", "Download all promises as an Excel file (XLSX)";
        Csv: "Lataa kaikki lupaukset CSV-tiedostona", "Ladda ner alla löften som CSV", "Download all promises as CSV";
        ProjectLink: "Mihin kaupungin rahoitus menee", "Vart stadens finansiering går", "Where the city's funding goes";
    }
}

/// The sums of each strength and what of them is paid, in the order of the columns of pages.
pub const fn sums_of(promised: &Promised) -> [(MoneyText, domain::Money); 5] {
    let [granted, at_most, conditional, provided_for] = by_strength(promised);
    let paid = (MoneyText::Paid, promised.paid);
    [granted, at_most, conditional, provided_for, paid]
}

/// The sums of each strength alone.
pub const fn by_strength(promised: &Promised) -> [(MoneyText, domain::Money); 4] {
    [
        (MoneyText::Granted, promised.granted),
        (MoneyText::AtMost, promised.at_most),
        (MoneyText::Conditional, promised.conditional),
        (MoneyText::ProvidedFor, promised.provided_for),
    ]
}

/// Further projects that have no row of their own: `3 muuta hanketta`.
pub fn further_projects(count: u64, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Fi, 1) => "1 muu hanke".to_owned(),
        (Lang::Fi, count) => format!("{count} muuta hanketta"),
        (Lang::Sv, count) => format!("{count} andra projekt"),
        (Lang::En, 1) => "1 other project".to_owned(),
        (Lang::En, count) => format!("{count} other projects"),
    }
}

/// What a part is, in words; an organisation has its name.
pub fn part(part: &Part, name: Option<&str>, lang: Lang) -> String {
    let named = |label: MoneyText, value: &str| format!("{}: {value}", label.text(lang));
    match part {
        Part::Year(Named::Is(year)) => named(MoneyText::Year, &year.to_string()),
        Part::Year(Named::Nothing) => MoneyText::NoYear.text(lang).to_owned(),
        Part::BudgetLine(Named::Is(line)) => named(MoneyText::Line, line),
        Part::BudgetLine(Named::Nothing) => MoneyText::NoLine.text(lang).to_owned(),
        Part::WithoutProject => MoneyText::NoProject.text(lang).to_owned(),
        Part::Payer(of) => payer(*of, name, lang),
    }
}
