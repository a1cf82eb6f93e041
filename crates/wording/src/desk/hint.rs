//! How fields are filled in.

use domain::Lang;

texts! {
    /// How a field is filled in.
    pub enum Hint {
        PublicTitle: "Nimi näkyy kaikille. Älä kirjoita siihen luonnollisen henkilön nimeä.", "Namnet syns för alla. Skriv inte namn på fysiska personer.", "Everybody sees it. Do not write the name of a natural person.";
        Month: "Esimerkiksi 10/2026. Jätä tyhjäksi, jos aika ei ole tiedossa.", "Till exempel 10/2026. Lämna tomt om tiden inte är känd.", "For example 10/2026. Leave empty if the period is not known.";
        Date: "Esimerkiksi 5.3.2026.", "Till exempel 5.3.2026.", "For example 5.3.2026.";
        ProjectSummary: "Muutama selkeä virke. Kuvaus on julkinen.", "Några klara meningar. Beskrivningen är offentlig.", "A few plain sentences. The summary is public.";
        ProgrammeNumber: "Esimerkiksi EURA-numero. Jätä tyhjäksi, jos päätöstä ei ole.", "Till exempel EURA-numret. Lämna tomt om det inte finns något beslut.", "For example the EURA number. Leave empty if there is no decision.";
        OrganisationKind: "Laji ratkaisee, mistä päivästä kirjeen tiedoksianto lasketaan.", "Slaget avgör från vilken dag delgivning per brev räknas.", "The kind decides from which day service by letter counts.";
        BusinessId: "Esimerkiksi 0214958-9. Jätä tyhjäksi, jos se ei ole tiedossa.", "Till exempel 0214958-9. Lämna tomt om det inte är känt.", "For example 0214958-9. Leave empty if it is not known.";
        DecisionTitle: "Otsikko on julkinen.", "Rubriken är offentlig.", "The title is public.";
        SectionOfDraft: "Numero, jos se on jo annettu asianhallinnassa. Muuten jätä tyhjäksi.", "Numret, om ärendehanteringen redan har gett det. Lämna annars tomt.", "The number, if the case system has already given it. Otherwise leave empty.";
        Section: "Asianhallinnan antama numero, esimerkiksi 5.", "Numret från ärendehanteringen, till exempel 5.", "The number given by the case system, for example 5.";
        SectionElsewhere: "Numero ja vuosi, esimerkiksi 5/2023. Vuotta ei tarvita, jos päätöspäivä on tiedossa.", "Nummer och år, till exempel 5/2023. Året behövs inte om beslutsdagen är känd.", "The number and the year, for example 5/2023. The year is not needed where the day of the decision is known.";
        Resolution: "Mitä päätetään, euroineen ja vuosineen. # aloittaa väliotsikon ja - luettelon kohdan.", "Vad som beslutas, med belopp och år. # inleder en mellanrubrik och - en punkt i en lista.", "What is decided, with euros and years. # begins a heading and - a list item.";
        Markup: "# aloittaa väliotsikon ja - luettelon kohdan; tyhjä rivi erottaa kappaleet.", "# inleder en mellanrubrik och - en punkt i en lista; en tom rad skiljer stycken.", "# begins a heading and - a list item; an empty line separates paragraphs.";
        Authority: "Esimerkiksi Hallintosääntö 17 §.", "Till exempel Förvaltningsstadgan 17 §.", "For example Administrative rules, section 17.";
        Distribution: "Yksi saaja riville, nimen perään sähköpostiosoite, jos päätös lähetetään siihen: Talouspalvelut <talous@kunta.example>. Ei julkinen eikä käynnistä muutoksenhakuaikaa.", "En mottagare per rad, efter namnet en e-postadress om beslutet ska skickas dit: Ekonomitjänster <ekonomi@kommun.example>. Inte offentligt, och inleder ingen tid för ändringssökande.", "One recipient on a line, after the name an e-mail address if the decision is to be sent there: Finance <finance@city.example>. Not public, and starts no appeal period.";
        Remedy: "Yleensä oikaisuvaatimus (kuntalaki 134 §). Ohje ja määräajat seuraavat valinnasta.", "Oftast begäran om omprövning (kommunallagen 134 §). Anvisning och tidsfrister följer av valet.", "Usually the rectification claim (Local Government Act, section 134). Instructions and time limits follow from it.";
        ContactOffice: "Näkyy julkisella sivulla.", "Syns på den offentliga sidan.", "Shown on the public page.";
        ContactPerson: "Ei näy julkisella sivulla.", "Syns inte på den offentliga sidan.", "Not shown on the public page.";
        Unrecognised: "Tuonti ei osannut sijoittaa tätä. Siirrä tarvittava oikeaan kohtaan ja tyhjennä kenttä.", "Importen kunde inte placera detta. Flytta det som behövs till rätt ställe och töm fältet.", "The import could not place this. Move what is needed to its place and empty the field.";
        PasswordToSign: "Allekirjoitus vahvistetaan omalla salasanalla.", "Underskriften bekräftas med ditt eget lösenord.", "The signature is confirmed with your own password.";
        ReasonToGiveBack: "Valmistelija näkee syyn. Se ei ole julkinen.", "Beredaren ser orsaken. Den är inte offentlig.", "The preparer sees the reason. It is not public.";
        DecidedOn: "Päätöksen tai kokouksen päivä. Jätä tyhjäksi, jos se ei ole tiedossa.", "Beslutets eller sammanträdets dag. Lämna tomt om den inte är känd.", "The day of the decision or the meeting. Leave empty if it is not known.";
        NoLaterThan: "Jos päivä ei ole tiedossa: päivä, johon mennessä päätös on lähteen mukaan tehty.", "Om dagen inte är känd: dagen då beslutet enligt källan senast har fattats.", "If the day is not known: the day by which the source shows that it was made.";
        Source: "Asiakirja, josta tiedot on kirjattu.", "Handlingen som uppgifterna har tagits från.", "The document the facts are recorded from.";
        PublishedOn: "Päivä, josta alkaen päätös on yleisessä tietoverkossa, esimerkiksi 5.3.2026.", "Dagen från och med vilken beslutet finns i det allmänna datanätet, till exempel 5.3.2026.", "The day from which the decision is in the public network, for example 5.3.2026.";
        EmptyIfUnknown: "Jätä tyhjäksi, jos se ei ole vielä tiedossa.", "Lämna tomt om det ännu inte är känt.", "Leave empty if it is not known yet.";
        EventAt: "Jos se on tiedossa, esimerkiksi 14.59. Ei vaikuta määräaikaan.", "Om det är känt, till exempel 14.59. Påverkar inte fristen.", "If it is known, for example 14.59. It does not affect the period.";
        Consent: "Sähköinen viesti on tiedoksianto vain, jos saaja on suostunut siihen. Kirjoita, missä suostumus on annettu. Älä kirjoita henkilön nimeä.", "Ett elektroniskt meddelande är delgivning bara om mottagaren har samtyckt till det. Skriv var samtycket har getts. Skriv inte personens namn.", "An electronic message is service only if the recipient has consented. Write where the consent was given. Write no personal name.";
        Proof: "Esimerkiksi saantitodistuksen numero tai postituslistan tunniste.", "Till exempel mottagningsbevisets nummer eller postlistans beteckning.", "For example the number of the certificate of receipt or of the posting list.";
        ShownReceipt: "Täytä vain, jos saaja on näyttänyt saaneensa päätöksen myöhemmin kuin laki olettaa (hallintolaki 59 §). Määräaika lasketaan silloin tästä päivästä.", "Fyll i bara om mottagaren har visat att beslutet nått fram senare än lagen antar (förvaltningslagen 59 §). Fristen räknas då från den här dagen.", "Fill in only if the recipient has shown that the decision came later than the law presumes (Administrative Procedure Act, section 59). The period is then counted from this day.";
        NewOn: "Täytä vain, jos puuttuneen tai virheellisen ohjauksen tilalle on annettu uusi (hallintolaki 49 §). Määräaika lasketaan silloin tästä tiedoksiannosta.", "Fyll i bara om en ny anvisning har getts i stället för en som saknades eller var felaktig (förvaltningslagen 49 §). Fristen räknas då från den här delgivningen.", "Fill in only if new instructions were given in place of missing or faulty ones (Administrative Procedure Act, section 49). The period is then counted from this service.";
        CertifyingOffice: "Virka, joka todistaa otteen oikeaksi. Henkilön nimeä ei kirjoiteta.", "Tjänsten som bestyrker utdraget. Personens namn skrivs inte.", "The office that certifies the extract. No personal name is written.";
        TotalCost: "Jätä tyhjäksi, jos kustannus ei ole tiedossa. Tyhjä ei ole nolla.", "Lämna tomt om kostnaden inte är känd. Tomt är inte noll.", "Leave empty if the cost is not known. Empty is not zero.";
        ReasonOfPlan: "Miksi suunnitelmaa muutetaan. Jää versiohistoriaan.", "Varför planen ändras. Sparas i versionshistoriken.", "Why the plan is changed. It stays in the history of versions.";
        FundingRows: "Erota rahoittajat puolipisteellä; * tarkoittaa muita, joita ei nimetä. Jätä tyhjäksi summa, joka ei ole tiedossa. Osa edellistä: rivi kertoo, mitä edellisestä rivistä yksi rahoittaja maksaa, eikä sitä lasketa yhteen. Jos kaupungin avustus kattaa tuensaajan omarahoitusta, kirjoita avustus omarahoituksen osaksi: silloin sama raha ei ole suunnitelmassa kahdesti.", "Skilj finansiärerna åt med semikolon; * betyder andra som inte nämns. Lämna tomt ett belopp som inte är känt. Del av föregående: raden anger vad en finansiär betalar av raden ovanför och räknas inte med i summan. Om stadens bidrag täcker stödtagarens egenfinansiering, skriv bidraget som en del av egenfinansieringen: då finns samma pengar inte två gånger i planen.", "Separate funders with semicolons; * stands for others who are not named. Leave empty an amount that is not known. Part of the above: the row tells what one funder pays of the row above, and is not summed. Where the city's grant covers the beneficiary's own contribution, write the grant as a part of the own contribution: then the plan does not have the same money twice.";
    }
}

texts! {
    /// The day that a means of service counts from.
    pub enum ServiceDayName {
        Posting: "Kirjeen postituspäivä", "Dag då brevet postades", "Day the letter was posted";
        Arrival: "Kirjeen saapumispäivä", "Dag då brevet kom fram", "Day the letter arrived";
        Sending: "Viestin lähetyspäivä", "Dag då meddelandet sändes", "Day the message was sent";
        Certificate: "Tiedoksiantotodistuksen päivä", "Dag enligt delgivningsbeviset", "Day on the certificate of service";
        Notice: "Yleistiedoksiannon julkaisupäivä", "Dag då den offentliga delgivningen publicerades", "Day the public notice was published";
    }
}

texts! {
    /// Where the day of a service is found, and what is counted from it.
    pub enum ServiceDayHint {
        Posting: "Päivä, jona kirje annettiin postin kuljetettavaksi, esimerkiksi 5.3.2026. Tiedoksisaanti on seitsemäntenä päivänä siitä (hallintolaki 59 §).", "Dagen då brevet lämnades till posten, till exempel 5.3.2026. Delfåendet är den sjunde dagen efter den (förvaltningslagen 59 §).", "The day the letter was handed to the post, for example 5.3.2026. It counts as known on the seventh day after it (Administrative Procedure Act, section 59).";
        Arrival: "Päivä, jona kirje saapui viranomaiselle, esimerkiksi 5.3.2026. Tiedoksisaanti on samana päivänä (hallintolaki 59 §).", "Dagen då brevet kom fram till myndigheten, till exempel 5.3.2026. Delfåendet är samma dag (förvaltningslagen 59 §).", "The day the letter reached the authority, for example 5.3.2026. It counts as known on that day (Administrative Procedure Act, section 59).";
        Sending: "Päivä, jona viesti lähetettiin, esimerkiksi 5.3.2026. Tiedoksisaanti on kolmantena päivänä siitä (laki 13/2003 19 §).", "Dagen då meddelandet sändes, till exempel 5.3.2026. Delfåendet är den tredje dagen efter den (lag 13/2003 19 §).", "The day the message was sent, for example 5.3.2026. It counts as known on the third day after it (Act 13/2003, section 19).";
        Substituted: "Päivä, joka näkyy sijaistiedoksiannon todistuksesta, esimerkiksi 5.3.2026. Tiedoksisaanti on kolmantena päivänä siitä (hallintolaki 61 §).", "Dagen som framgår av beviset över mellanhandsdelgivningen, till exempel 5.3.2026. Delfåendet är den tredje dagen efter den (förvaltningslagen 61 §).", "The day that the certificate of substituted service shows, for example 5.3.2026. It counts as known on the third day after it (Administrative Procedure Act, section 61).";
        Notice: "Päivä, jona ilmoitus julkaistiin kaupungin verkkosivuilla, esimerkiksi 5.3.2026. Tiedoksisaanti on seitsemäntenä päivänä siitä (hallintolaki 62 §).", "Dagen då meddelandet publicerades på stadens webbplats, till exempel 5.3.2026. Delfåendet är den sjunde dagen efter den (förvaltningslagen 62 §).", "The day the notice was published on the city's website, for example 5.3.2026. It counts as known on the seventh day after it (Administrative Procedure Act, section 62).";
        Certificate: "Päivä, joka näkyy todistuksesta, esimerkiksi 5.3.2026. Tiedoksisaanti on samana päivänä (hallintolaki 60 §).", "Dagen som framgår av beviset, till exempel 5.3.2026. Delfåendet är samma dag (förvaltningslagen 60 §).", "The day that the certificate shows, for example 5.3.2026. It counts as known on that day (Administrative Procedure Act, section 60).";
    }
}

/// How a case number looks in this city.
pub fn case_number_hint(prefix: &str, lang: Lang) -> String {
    match lang {
        Lang::Fi => format!("Asianhallinnan antama tunnus, esimerkiksi {prefix}-2026-123."),
        Lang::Sv => format!("Numret från ärendehanteringen, till exempel {prefix}-2026-123."),
        Lang::En => format!("The number given by the case system, for example {prefix}-2026-123."),
    }
}
