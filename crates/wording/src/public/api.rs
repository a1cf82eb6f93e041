//! The page of the read API.

use domain::view::api::ApiProblem;

use crate::Lang;

texts! {
    /// Fixed texts of the page.
    pub enum ApiText {
        Title: "Rajapinta", "Gränssnitt", "API";
        Lead: "Rajapinnasta ohjelma lukee samat julkiset tiedot kuin sivuilla on. Se on avoin kaikille: tunnuksia ei tarvita.", "Genom gränssnittet läser program samma offentliga uppgifter som finns på sidorna. Det är öppet för alla: inget konto behövs.", "Programs read through the API the same public information as the pages show. It is open to everybody: no account is needed.";
        Description: "Koneluettava kuvaus (OpenAPI 3.1)", "Maskinläsbar beskrivning (OpenAPI 3.1)", "Machine-readable description (OpenAPI 3.1)";
        NothingPersonal: "Henkilötietoja rajapinnassa ei ole koskaan, ei silloinkaan kun päätöksen sivulla on nimi.", "Gränssnittet innehåller aldrig personuppgifter, inte heller medan ett namn finns på ett besluts sida.", "The API never holds personal data, also not while the page of a decision shows a name.";
        Addresses: "Osoitteet", "Adresser", "Addresses";
        Address: "Osoite", "Adress", "Address";
        Gives: "Mitä siitä saa", "Vad den ger", "What it gives";
        Decisions: "Päätösten luettelo, viimeksi julkaistu ensin.", "Förteckning över beslut, det senast publicerade först.", "The list of decisions, the last published first.";
        Decision: "Yksi päätös. Kokonaan poistetusta on maininta, jossa removed on true.", "Ett beslut. För ett som helt har tagits bort finns en notering där removed är true.", "One decision. Of one that was withdrawn as a whole there is a mention in which removed is true.";
        Projects: "Hankkeet, joita julkaistu päätös rahoittaa.", "Projekt som ett publicerat beslut finansierar.", "The projects that a published decision funds.";
        Project: "Yksi hanke suunnitelmineen, lupauksineen ja päätöksineen.", "Ett projekt med plan, löften och beslut.", "One project with its plan, promises and decisions.";
        Case: "Asia päätöksineen.", "Ett ärende med sina beslut.", "A case with its decisions.";
        Form: "Vastaukset ovat JSON-muodossa. Päivät ovat muodossa 2023-08-18 ja rahamäärät kokonaisina sentteinä. Tieto, jota ei tunneta, on null. Tekstit ovat omalla kielellään, jonka lang kertoo.", "Svaren är i JSON. Dagar skrivs 2023-08-18 och belopp anges i hela cent. Det som inte är känt är null. Texterna är på sitt eget språk, som lang anger.", "Answers are JSON. Days are written 2023-08-18 and amounts are whole cents. What is not known is null. Texts are in their own language, which lang names.";
        Narrowing: "Luettelon rajaaminen ja osat", "Avgränsa en förteckning, och dess delar", "Narrowing a list, and its parts";
        Filters: "Päätösten luettelo rajataan samoilla parametreilla kuin sivuilla: q, alku, loppu, paatoksentekija, hanke, rahoittaja, vuosi ja tila.", "Förteckningen över beslut avgränsas med samma parametrar som på sidorna: q, alku, loppu, paatoksentekija, hanke, rahoittaja, vuosi och tila.", "The list of decisions is narrowed by the same parameters as its page: q, alku, loppu, paatoksentekija, hanke, rahoittaja, vuosi and tila.";
        Parts: "Luettelo tulee osina. Osan koon voi antaa parametrilla limit, ja seuraavan osan osoite on kentässä next. Kun luetteloa luetaan osa kerrallaan, mitään ei jää väliin eikä mitään tule kahdesti.", "En förteckning kommer i delar. Delens storlek anges med limit, och adressen till nästa del finns i next. När förteckningen läses del för del faller inget bort och inget kommer två gånger.", "A list comes in parts. The parameter limit says how large a part is, and next has the address of the following one. Read part by part, nothing is skipped and nothing comes twice.";
        Following: "Muutosten seuraaminen", "Följa ändringar", "Following changes";
        FollowingFirst: "Lue luettelo ensin kokonaan ja säilytä ensimmäisen osan change_number.", "Läs först hela förteckningen och spara den första delens change_number.", "First read the whole list and keep the change_number of its first part.";
        FollowingThen: "Hae sitten parametrilla modified_since, mikä on sen jälkeen muuttunut. Arvo on säilytetty numero tai ajanhetki, esimerkiksi 2023-08-18T09:00:00Z.", "Fråga sedan med modified_since vad som har ändrats efter det. Värdet är det sparade numret eller en tidpunkt, till exempel 2023-08-18T09:00:00Z.", "Then ask with modified_since for what changed after it. The value is the number that was kept or an instant, for example 2023-08-18T09:00:00Z.";
        FollowingRemoved: "Jos removed on true, poista oma kopiosi. Päätöksen tunnistaa kentästä section, hankkeen kentästä id.", "Om removed är true ska du ta bort din kopia. Ett beslut känns igen på section, ett projekt på id.", "Where removed is true, remove your copy. A decision is known by its section, a project by its id.";
        FollowingFilters: "Kun pidät omaa kopiota, seuraa muutoksia ilman rajauksia: muuten jää kertomatta, että jokin ei enää kuulu rajaukseen.", "Om du har en egen kopia ska du följa ändringar utan avgränsning: annars berättas inte att något inte längre hör till den.", "If you keep a copy, follow changes without filters: otherwise you are not told that something no longer belongs to them.";
        FollowingTime: "Pelkkä ajan kuluminen ei ole muutos: kun määräaika päättyy, running muuttuu tilaksi over ilman merkintää. Määräajan viimeinen päivä on päätöksen tiedoissa.", "Att tiden går är ingen ändring: när en tidsfrist löper ut blir running till over utan notering. Fristens sista dag finns i beslutets uppgifter.", "The passing of time is no change: when a period ends, running becomes over without being told. The last day of the period is in the decision.";
        Limits: "Rajat", "Gränser", "Limits";
        Again: "Jos vastaus on jo tallessa, lähetä sen ETag otsakkeessa If-None-Match: jos mikään ei ole muuttunut, vastaus on 304 ilman sisältöä.", "Om du redan har svaret, skicka dess ETag i If-None-Match: har inget ändrats är svaret 304 utan innehåll.", "If you have an answer already, send its ETag in If-None-Match: where nothing changed the answer is 304 without content.";
        FromPages: "Verkkosivut saavat lukea rajapintaa selaimessa miltä tahansa sivustolta (CORS).", "Webbsidor får läsa gränssnittet i webbläsaren från vilken webbplats som helst (CORS).", "Web pages of any site may read the API in the browser (CORS).";
        Problems: "Virheet", "Fel", "Errors";
        ProblemsLead: "Virheestä kertoo JSON (RFC 9457, application/problem+json), jonka code on jokin näistä:", "Ett fel berättas i JSON (RFC 9457, application/problem+json), vars code är en av dessa:", "An error is told as JSON (RFC 9457, application/problem+json) whose code is one of these:";
        Code: "Koodi", "Kod", "Code";
        Status: "HTTP-tila", "HTTP-status", "HTTP status";
        Meaning: "Merkitys", "Betydelse", "Meaning";
        Licence: "Lisenssi", "Licens", "Licence";
        LicenceIs: "Tietoja saa käyttää vapaasti, kun lähde mainitaan (Creative Commons Nimeä 4.0 Kansainvälinen).", "Uppgifterna får användas fritt när källan anges (Creative Commons Erkännande 4.0 Internationell).", "The data may be used freely where the source is named (Creative Commons Attribution 4.0 International).";
        Examples: "Esimerkkejä", "Exempel", "Examples";
        ExampleYear: "Vuoden 2023 päätökset, 100 kerrallaan", "Beslut från 2023, 100 åt gången", "Decisions of 2023, 100 at a time";
        ExampleWords: "Päätökset, joista sana löytyy", "Beslut där ett ord hittas", "Decisions in which a word is found";
        ExampleChanges: "Mikä on muuttunut hetken jälkeen", "Vad som har ändrats efter en tidpunkt", "What changed after an instant";
    }
}

texts_of! {
    /// What a problem is.
    pub fn problem_title(ApiProblem) {
        UnknownParameter: "Tuntematon parametri", "Okänd parameter", "Unknown parameter";
        InvalidParameter: "Parametrin arvoa ei voi lukea", "En parameters värde kan inte läsas", "The value of a parameter cannot be read";
        RepeatedParameter: "Parametri on annettu useammin kuin kerran", "En parameter har angetts mer än en gång", "A parameter is given more than once";
        OtherSite: "Pyyntö tulee toisen sivuston sivulta", "Begäran kommer från en annan webbplats sida", "The request comes from a page of another site";
        NotFound: "Osoitteessa ei ole mitään", "Det finns inget på adressen", "Nothing is at this address";
        MethodNotAllowed: "Osoitteesta voi vain lukea", "Adressen kan bara läsas", "This address can only be read";
        BodyTooLarge: "Pyynnön sisältö on liian suuri", "Begärans innehåll är för stort", "The body of the request is too large";
        QueryTooLong: "Osoitteen kyselyosa on liian pitkä", "Adressens frågedel är för lång", "The query of the address is too long";
        TooManyRequests: "Liian monta pyyntöä", "För många begäranden", "Too many requests";
        BadRequest: "Pyyntöä ei voi lukea", "Begäran kan inte läsas", "The request cannot be read";
        Failed: "Palvelussa on vika", "Det är fel på tjänsten", "The service failed";
        Unavailable: "Palvelu on hetken poissa käytöstä", "Tjänsten är tillfälligt ur bruk", "The service is out of use for a moment";
    }
}

/// How often an address may ask.
pub fn per_minute(requests: u32, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!(
            "Yhdestä verkko-osoitteesta voi tehdä {requests} pyyntöä minuutissa. Jäljellä olevan määrän kertoo otsake RateLimit. Jos raja ylittyy, vastaus on 429, ja otsake Retry-After kertoo, montako sekuntia pitää odottaa."
        ),
        Lang::Sv => format!(
            "Från en nätadress kan {requests} begäranden göras per minut. Hur många som återstår anges i RateLimit. Överskrids gränsen är svaret 429, och Retry-After anger hur många sekunder man ska vänta."
        ),
        Lang::En => format!(
            "One network address may make {requests} requests a minute. The header RateLimit says how many are left. Beyond that the answer is 429, and Retry-After says how many seconds to wait."
        ),
    }
}

/// How large a part of a list is.
pub fn part_size(usual: u32, most: u32, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!("Osassa on {usual} kohdetta, enintään {most}."),
        Lang::Sv => format!("En del har {usual} poster, högst {most}."),
        Lang::En => format!("A part has {usual} items, at most {most}."),
    }
}
