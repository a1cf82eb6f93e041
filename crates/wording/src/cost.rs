//! What a project costs: categories, cost models, and how a flat rate is reckoned.

use domain::Lang;
use domain::funding::cost::{CostCategory, CostModel, CostPlan, FlatCost, SupportKind};
use domain::money::{Money, Share};

use crate::format;

texts! {
    /// Headings, labels, hints and sentences of costs.
    pub enum CostText {
        Costs: "Kustannukset", "Kostnader", "Costs";
        CostRow: "Kustannus", "Kostnad", "Cost";
        ByCategory: "Kustannukset lajeittain", "Kostnader enligt slag", "Costs by category";
        Category: "Kustannuslaji", "Kostnadsslag", "Category";
        Means: "Täytä vain kaupungin omasta hankkeesta. Kokonaiskustannus lasketaan näistä.", "Fyll i bara för stadens eget projekt. Totalkostnaden räknas ut av dessa.", "Fill in only for a project of the city's own. The total cost is computed from these.";
        Model: "Kustannusmalli", "Kostnadsmodell", "Cost model";
        ModelHint: "Vakioprosentti lasketaan itse: kirjoita vain sen pohjana olevat kustannukset.", "Schablonen räknas ut automatiskt: skriv bara de kostnader som den grundar sig på.", "The flat rate is computed: type only the costs that it is based on.";
        Support: "Mitä tuetaan", "Vad som stöds", "What is supported";
        SupportHint: "Ratkaisee EU:n ja valtion tuen enimmäisosuuden (867/2021 4 §).", "Avgör maximiandelen för stödet från EU och staten (867/2021 4 §).", "Decides how much the EU and the state may pay at most (867/2021, section 4).";
        RateReason: "Peruste enimmäisosuuden ylittämiselle", "Motivering till att maximiandelen överskrids", "Reason for exceeding the maximum rate";
        RateReasonHint: "Tarvitaan vain, jos tuki ylittää enimmäisosuuden. Näkyy suunnitelmassa kaikille.", "Behövs bara om stödet överskrider maximiandelen. Syns för alla i planen.", "Needed only where the support exceeds the maximum rate. Everybody sees it in the plan.";
        None: "ei kustannussuunnitelmaa", "ingen kostnadsplan", "no plan of costs";
        Total: "Yhteensä", "Totalt", "Total";
        Gap: "Puuttuva rahoitus", "Finansiering som saknas", "Still to be found";
        BaseUnknown: "Vakioprosenttia ei voi laskea, koska jokin kustannus ei ole tiedossa.", "Schablonen kan inte räknas ut, eftersom någon kostnad inte är känd.", "The flat rate cannot be computed, because a cost is not known.";
        YearsDivided: "Vuosille summa jaetaan pohjan suhteessa niin, että vuodet summautuvat siihen sentilleen.", "Beloppet fördelas på åren i förhållande till grunden så att åren summeras till det på centen.", "It is divided over the years in proportion to the base so that the years sum to it to the cent.";
    }
}

texts_of! {
    /// What is paid for.
    pub fn category(CostCategory) {
        Salaries: "palkat sivukuluineen", "löner med bikostnader", "salaries with side costs";
        Services: "ostopalvelut", "köpta tjänster", "purchased services";
        Travel: "matkat", "resor", "travel";
        Investments: "koneet, laitteet ja rakentaminen", "maskiner, utrustning och byggande", "machines, equipment and building";
        Other: "muut välittömät kustannukset", "övriga direkta kostnader", "other direct costs";
        LumpSum: "kertakorvaus", "klumpsumma", "lump sum";
    }
}

texts_of! {
    /// How costs are reckoned.
    pub fn model(CostModel) {
        Actual: "tosiasialliset kustannukset", "faktiska kostnader", "actual costs";
        FortyOfSalaries: "40 % palkoista muihin kustannuksiin (866/2021 8 §)", "40 % av lönerna för övriga kostnader (866/2021 8 §)", "40% of salaries for all other costs (866/2021, section 8)";
        SevenOfDirect: "7 % välittömistä kustannuksista (866/2021 9 ja 11 §)", "7 % av de direkta kostnaderna (866/2021 9 och 11 §)", "7% of direct costs (866/2021, sections 9 and 11)";
        OneAndHalfOfInvestment: "1,5 % investoinnin välittömistä kustannuksista (866/2021 10 §)", "1,5 % av investeringens direkta kostnader (866/2021 10 §)", "1.5% of the direct costs of an investment (866/2021, section 10)";
        LumpSum: "kertakorvaus (866/2021 14–15 §)", "klumpsumma (866/2021 14–15 §)", "lump sum (866/2021, sections 14–15)";
    }
}

texts_of! {
    /// What the programme supports.
    pub fn support(SupportKind) {
        Development: "kehittämishanke, enintään 80 %", "utvecklingsprojekt, högst 80 %", "development project, at most 80%";
        Investment: "investointi, enintään 70 %", "investering, högst 70 %", "investment, at most 70%";
    }
}

impl CostText {
    /// The label of a field by its name.
    pub(crate) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "cost_model" => Self::Model,
            "support_kind" => Self::Support,
            "rate_reason" => Self::RateReason,
            _ => return None,
        })
    }
}

/// The row of a flat rate: `vakioprosentti 40 %`.
pub fn flat_rate(rate: u16, lang: Lang) -> String {
    let rate = percent(rate, lang);
    match lang {
        Lang::Fi => format!("vakioprosentti {rate}"),
        Lang::Sv => format!("schablon {rate}"),
        Lang::En => format!("flat rate {rate}"),
    }
}

/// How a flat rate was reckoned: `100 000,00 € × 40 % = 40 000,00 €, pyöristettynä lähimpään
/// senttiin, puolikas ylöspäin.`
pub fn flat_step(flat: &FlatCost, lang: Lang) -> String {
    let (base, rate) = (format::euros(flat.base, lang), percent(flat.rate, lang));
    let amount = format::euros_or_unknown(flat.amounts.total, lang);
    let sum = format!("{base} × {rate} = {amount}");
    match lang {
        Lang::Fi => format!("{sum}, pyöristettynä lähimpään senttiin, puolikas ylöspäin."),
        Lang::Sv => format!("{sum}, avrundat till närmaste cent, en halv cent uppåt."),
        Lang::En => format!("{sum}, rounded to the nearest cent, half a cent up."),
    }
}

/// How much the EU and the state pay of the costs, at most how much they may, and why more.
pub fn support_rate(costs: &CostPlan, support: Option<Money>, lang: Lang) -> Option<String> {
    let support = support?;
    let most = percent(costs.support.most(), lang);
    let paid = format::euros(support, lang);
    let total = format::total(costs.total(), lang);
    let sentence = match lang {
        Lang::Fi => {
            format!("EU ja valtio maksavat {paid} kustannuksista {total}; enintään {most}.")
        }
        Lang::Sv => format!("EU och staten betalar {paid} av kostnaderna {total}; högst {most}."),
        Lang::En => {
            format!("The EU and the state pay {paid} of the costs of {total}; at most {most}.")
        }
    };
    if costs.rate_reason.is_empty() {
        return Some(sentence);
    }
    let label = CostText::RateReason.text(lang);
    Some(format!("{sentence} {label}: {}", costs.rate_reason))
}

/// A rate in hundredths of a percent: `40 %`.
pub(crate) fn percent(hundredths: u16, lang: Lang) -> String {
    let share = Share::try_from(hundredths).unwrap_or(Share::WHOLE);
    format::share(share, lang)
}
