//! Parts of compounds that are common in a city's decisions, and words that have other names.
//!
//! One known part is enough: of a word that begins with one the rest is looked at, and of a word
//! that ends with one both sides.

/// First parts, as they stand before others.
#[rustfmt::skip]
pub(super) const FIRST: &[&str] = &[
    "ali", "alihankinta", "alue", "aluehallinto", "ammatti", "ammattikorkea", "ammattikorkeakoulu",
    "asukas", "asunto", "avoin", "digi", "eduskunta", "elinkeino", "elinvoima", "energia",
    "ennakko", "erityis", "euro", "hallinto", "hallitus", "hanke", "hankinta", "henkilöstö",
    "hyvinvointi", "ilmailu", "ilmasto", "infra", "innovaatio", "investointi", "jatko",
    "joukkoliikenne", "julkis", "jäte", "kaavoitus", "kaivannais", "kaivos", "kalatalous",
    "kansainvälis", "kansalais", "kasvu", "katu", "kaupungin", "kaupunki", "kehittämis", "kehitys",
    "kestävyys", "kesä", "kevyen", "kiertotalous", "kiinteistö", "kilpailu", "kirjasto", "kirkko",
    "koordinaatio", "korkea", "korkeakoulu", "korko", "koti", "kotoutumis", "koulu", "koulutus",
    "kulttuuri", "kunnallis", "kunnan", "kunta", "kuntalais", "kuntoutus", "kyber", "laatu",
    "lapsi", "lasten", "lautakunta", "lento", "liike", "liikenne", "liikunta", "lisä", "loma",
    "lukio", "luonnon", "luonto", "maahanmuutto", "maakunta", "maaseutu", "majoitus", "maksatus",
    "matkailu", "media", "metsä", "monitoimi", "museo", "muutoksen", "määrä", "neuvonta",
    "nuoriso", "nuorten", "ohjaus", "oikaisu", "oikeus", "omistaja", "opetus", "opinto",
    "opiskelija", "oppilaitos", "oppilas", "osaamis", "osallistumis", "paikallis", "palkka",
    "palvelu", "perhe", "perus", "pienyritys", "pilotti", "pohja", "pohjavesi", "päivä",
    "päivähoito", "päätöksenteko", "raha", "rahoitus", "raide", "rakenne", "rakennus", "rauta",
    "retkeily", "ruoka", "seutu", "sivistys", "sosiaali", "sote", "start", "startup", "strategia",
    "suojelu", "suunnittelu", "suur", "sähkö", "talous", "talousarvio", "tapahtuma", "tarkastus",
    "teatteri", "tekno", "teknologia", "teko", "teollisuus", "terveys", "tieto", "tilin",
    "toimeen", "toimi", "toiminta", "tuki", "tulevaisuus", "turvallisuus", "tutkimus", "tuuli",
    "tuulivoima", "työ", "työllisyys", "työpaja", "työvoima", "uimahalli", "urheilu", "vaali",
    "vaalis", "valmis", "valtion", "valtuusto", "valvonta", "vanhus", "vapaa", "vapaaehtois",
    "varasto", "varhaiskasvatus", "vastuu", "veden", "verkko", "verkosto", "vesi", "vesihuolto",
    "vesistö", "vety", "vienti", "viestintä", "viher", "viranhaltija", "virka", "virkistys",
    "voima", "väestö", "välitys", "väylä", "yhdistys", "yhteis", "yhteistyö", "yleis",
    "ylimaakunnallinen", "ympäristö", "yrittäjyys", "yritys", "yrityspalvelu",
];

/// How last parts begin, in any of their forms.
#[rustfmt::skip]
pub(super) const LAST: &[&str] = &[
    "aineisto", "alihank", "aluee", "aluei", "asema", "asiakir", "asunto", "avustuk", "avustus",
    "budjet", "edustaj", "ehdotu", "elinkein", "energia", "esityks", "esitys", "hakemuk",
    "hakemus", "hallin", "hallit", "hanke", "hankint", "hankk", "hankke", "hankkei", "hankkij",
    "hoido", "hoidon", "hoito", "huollo", "huolto", "ilmasto", "investoin", "jaost", "johtaj",
    "johtokun", "järjestelm", "kaava", "kaavo", "kaivok", "kaivos", "kaupung", "kaupunk",
    "kehittäm", "kehityk", "kehitys", "keskuk", "keskus", "kilpailu", "kirjasto", "kohde", "kohte",
    "kokouk", "kokous", "konser", "korjau", "korkeakoulu", "koulu", "koulutuk", "koulutus",
    "kulttuur", "kumppan", "kunna", "kunta", "kunti", "kustannuk", "kustannus", "laitok", "laitos",
    "lautakun", "liiken", "liikun", "liito", "liitto", "lisäy", "lukio", "lupa", "luva",
    "lähijuna", "maakun", "maksatu", "maksu", "matkailu", "mittari", "museo", "muutok", "muutos",
    "neuvo", "ohjauk", "ohjaus", "ohjelm", "omistaj", "opetuk", "opetus", "oppilaitok",
    "oppilaitos", "osake", "osakk", "osayleiskaav", "osuu", "osuud", "palkkio", "palvelu",
    "perusparannu", "pohjave", "pohjaves", "prosess", "puhdistamo", "päätök", "päätös", "raha",
    "rahasto", "rahoituk", "rahoitus", "rakenne", "rakennuk", "rakennus", "rakentam", "rakentee",
    "rekister", "remont", "sairaala", "selvity", "seura", "sopimuk", "sopimus", "strateg",
    "suunnit", "suunnitel", "suunnittelu", "säätiö", "takauk", "takaus", "taksa", "talo",
    "talouden", "talouk", "talous", "talousarv", "tapahtum", "tarjouk", "tavoit", "teatter",
    "tehdas", "tehtaa", "teollisu", "toimen", "toimin", "tuen", "tukea", "tuki", "tukie", "tulli",
    "tuotto", "turvallisu", "tutkim", "tuulipuisto", "työllisy", "uudistu", "vaalei", "vaali",
    "valikoim", "valmistel", "valtuusto", "valtuut", "valvon", "varain", "varauks", "varaus",
    "verkko", "verko", "verkos", "vero", "viestin", "viranhalt", "virasto", "voima", "voimal",
    "väylä", "yhdisty", "yhtei", "yhteistyö", "yhteisö", "yhtiö", "yksikk", "yksikö", "ympäristö",
    "yritty", "yrittäj", "yrityk", "yritys",
];

/// What is called otherwise in another language, as projects and pages are: who looks for one finds
/// the others.
pub(super) const OTHERWISE: &[&[&str]] = &[
    &["tuulivoima", "wind", "vindkraft"],
    &["aurinkovoima", "solar", "solkraft"],
    &["vety", "hydrogen", "väte"],
    &["kaivos", "mining", "gruva"],
    &["hanke", "projekti", "project", "projekt"],
    &["päätös", "decision", "beslut"],
    &["rahoitus", "funding", "finansiering"],
    &["avustus", "grant", "bidrag"],
];
