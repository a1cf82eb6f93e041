//! Words that may stand in the columns of plans, in small letters without spaces and signs.

use super::AmountKind;
use crate::funding::FundingCategory as Funding;
use crate::funding::cost::{CostCategory as Cost, CostModel, SupportKind};
use crate::table_import::columns::plain;

const FUNDING: [(Funding, &[&str]); 7] = [
    (
        Funding::EuAndState,
        &[
            "eujavaltionrahoitus",
            "eujavaltio",
            "euochstatligfinansiering",
            "euochstaten",
            "euandstatefunding",
        ],
    ),
    (
        Funding::MunicipalShare,
        &[
            "kuntarahoitusosuus",
            "kuntarahoitus",
            "kommunalfinansieringsandel",
            "kommunalandel",
        ],
    ),
    (
        Funding::OwnContribution,
        &["omarahoitus", "egenfinansiering"],
    ),
    (
        Funding::OtherPublic,
        &[
            "muujulkinenrahoitus",
            "muujulkinen",
            "annanoffentligfinansiering",
            "otherpublicfunding",
        ],
    ),
    (
        Funding::Private,
        &[
            "yksityinenrahoitus",
            "yksityinen",
            "privatfinansiering",
            "privatefunding",
        ],
    ),
    (
        Funding::Several,
        &[
            "useitarahoituslajeja",
            "fleraslagavfinansiering",
            "severalkindsoffunding",
        ],
    ),
    (
        Funding::StillToBeFound,
        &["puuttuvarahoitus", "puuttuva", "finansieringsomsaknas"],
    ),
];

const COSTS: [(Cost, &[&str]); 6] = [
    (
        Cost::Salaries,
        &[
            "palkatsivukuluineen",
            "palkat",
            "lönermedbikostnader",
            "löner",
            "salarieswithsidecosts",
        ],
    ),
    (
        Cost::Services,
        &["ostopalvelut", "köptatjänster", "purchasedservices"],
    ),
    (Cost::Travel, &["matkat", "resor"]),
    (
        Cost::Investments,
        &[
            "koneetlaitteetjarakentaminen",
            "investoinnit",
            "maskinerutrustningochbyggande",
            "investeringar",
            "machinesequipmentandbuilding",
        ],
    ),
    (
        Cost::Other,
        &[
            "muutvälittömätkustannukset",
            "övrigadirektakostnader",
            "otherdirectcosts",
        ],
    ),
    (Cost::LumpSum, &["kertakorvaus", "klumpsumma"]),
];

const TOTAL_COST: [&str; 4] = [
    "kokonaiskustannus",
    "kokonaiskustannukset",
    "totalkostnad",
    "totalcost",
];

/// The models by their sections too, as the form calls them.
const MODELS: [(CostModel, &[&str]); 5] = [
    (
        CostModel::Actual,
        &[
            "tosiasiallisetkustannukset",
            "faktiskakostnader",
            "actualcosts",
        ],
    ),
    (
        CostModel::FortyOfSalaries,
        &[
            "40",
            "40palkoista",
            "40palkoistamuihinkustannuksiin86620218",
            "40avlönernaförövrigakostnader86620218",
            "40ofsalariesforallothercosts8662021section8",
        ],
    ),
    (
        CostModel::SevenOfDirect,
        &[
            "7",
            "7välittömistäkustannuksista",
            "7välittömistäkustannuksista86620219ja11",
            "7avdedirektakostnaderna86620219och11",
            "7ofdirectcosts8662021sections9and11",
        ],
    ),
    (
        CostModel::OneAndHalfOfInvestment,
        &[
            "15",
            "15investoinninvälittömistäkustannuksista",
            "15investoinninvälittömistäkustannuksista866202110",
            "15avinvesteringensdirektakostnader866202110",
            "15ofthedirectcostsofaninvestment8662021section10",
        ],
    ),
    (
        CostModel::LumpSum,
        &[
            "kertakorvaus",
            "kertakorvaus86620211415",
            "klumpsumma",
            "klumpsumma86620211415",
            "lumpsum8662021sections1415",
        ],
    ),
];

const SUPPORTS: [(SupportKind, &[&str]); 2] = [
    (
        SupportKind::Development,
        &[
            "kehittämishanke",
            "kehittämishankeenintään80",
            "utvecklingsprojekt",
            "utvecklingsprojekthögst80",
            "developmentproject",
            "developmentprojectatmost80",
        ],
    ),
    (
        SupportKind::Investment,
        &[
            "investointi",
            "investointienintään70",
            "investering",
            "investeringhögst70",
            "investmentatmost70",
        ],
    ),
];

const YES: [&str; 9] = ["x", "1", "kyllä", "k", "siitä", "ja", "därav", "yes", "y"];
const NO: [&str; 5] = ["0", "ei", "nej", "no", "e"];

/// Others whom a plan does not name; the form has `*` for them.
const OTHERS: [&str; 7] = [
    "muut",
    "muutjoitasuunnitelmaeinimeä",
    "andra",
    "övriga",
    "andrasomplaneninteämner",
    "others",
    "otherstheplandoesnotname",
];

/// What an amount is: a kind of money, a cost, or the total cost.
pub fn kind(word: &str) -> Option<AmountKind> {
    let funding = || of(word, &FUNDING, Funding::code).map(AmountKind::Funding);
    let cost = || of(word, &COSTS, Cost::code).map(AmountKind::Cost);
    let total = TOTAL_COST.contains(&plain(word).as_str());
    funding()
        .or_else(cost)
        .or_else(|| total.then_some(AmountKind::TotalCost))
}

/// The code of a cost model.
pub fn model(word: &str) -> Option<&'static str> {
    of(word, &MODELS, CostModel::code).map(CostModel::code)
}

/// The code of what is supported.
pub fn support(word: &str) -> Option<&'static str> {
    of(word, &SUPPORTS, SupportKind::code).map(SupportKind::code)
}

/// Whether a mark says yes; `None` where it says neither.
pub(super) fn mark(word: &str) -> Option<bool> {
    let word = plain(word);
    let word = word.as_str();
    match word {
        "" => Some(false),
        _ if YES.contains(&word) => Some(true),
        _ if NO.contains(&word) => Some(false),
        _ => None,
    }
}

/// Whether it stands for others whom a plan does not name.
pub(super) fn is_others(word: &str) -> bool {
    word == "*" || OTHERS.contains(&plain(word).as_str())
}

fn of<T: Copy>(word: &str, words: &[(T, &[&str])], code: fn(T) -> &'static str) -> Option<T> {
    let word = plain(word);
    let found = words
        .iter()
        .find(|(of, names)| names.contains(&word.as_str()) || plain(code(*of)) == word);
    found.map(|(of, _)| *of)
}
