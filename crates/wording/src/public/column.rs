//! What stands in the columns of open data, for who uses it.

texts! {
    /// What a column holds.
    pub enum ColumnText {
        Section: "Päätöksen pysyvä paikka: pykäläsarja, vuosi ja pykälä, esimerkiksi kaupunginjohtaja/2023/5. Osoite on sivuston /paatokset/ ja tämä.", "Beslutets bestående plats: paragrafserie, år och paragraf, till exempel kaupunginjohtaja/2023/5. Adressen är webbplatsens /paatokset/ och detta.", "The permanent place of the decision: section series, year and section, such as kaupunginjohtaja/2023/5. Its address is /paatokset/ of the site and this.";
        Title: "Päätöksen otsikko. Ei sisällä henkilötietoja.", "Beslutets rubrik. Innehåller inga personuppgifter.", "The title of the decision. It holds no personal data.";
        Lang: "Päätöksen tekstin kieli: fi, sv tai en.", "Språket i beslutets text: fi, sv eller en.", "The language of the text of the decision: fi, sv or en.";
        DecisionMaker: "Virka tai toimielin, joka päätti.", "Den tjänst eller det organ som beslutade.", "The office or body that decided.";
        DecidedOn: "Päivä, jona päätös tehtiin, jos se tiedetään.", "Dagen då beslutet fattades, om den är känd.", "The day of the decision, where it is known.";
        DecidedNoLaterThan: "Päivä, jona päätös oli viimeistään tehty, kun itse päivää ei tiedetä.", "Dagen då beslutet senast hade fattats, när själva dagen inte är känd.", "The day by which the decision had been made, where the day itself is not known.";
        PublishedOn: "Päivä, josta alkaen päätös on ollut yleisessä tietoverkossa, jos se tiedetään.", "Dagen från och med vilken beslutet har funnits i det allmänna datanätet, om den är känd.", "The day from which the decision has been in the public network, where it is known.";
        Committed: "Summa, johon kaupunki päätöksessä sitoutuu; pelkkä varautuminen ei ole mukana. Tyhjä, kun päätös ei lupaa rahaa.", "Beloppet som staden förbinder sig till genom beslutet; enbart reservering ingår inte. Tomt när beslutet inte lovar pengar.", "The sum that the city commits itself to by the decision, without what is only provided for. Empty where it promises no money.";
        Stage: "Missä päätös on nyt: published (kunnan jäsenen määräaikaa ei ole), running (määräaika on käynnissä), over (määräaika on päättynyt) tai final (lainvoimainen).", "Beslutets läge nu: published (ingen frist för kommunmedlemmar), running (fristen löper), over (fristen har gått ut) eller final (laga kraft).", "Where the decision stands now: published (no period of municipal members), running (the period runs), over (it has ended) or final.";
        InForce: "Onko päätös voimassa: whole (kokonaan), amended (muutettu), lapsed (rauennut) tai repealed (kumottu) myöhemmällä päätöksellä.", "Om beslutet gäller: whole (i sin helhet), amended (ändrat), lapsed (förfallet) eller repealed (upphävt) genom ett senare beslut.", "Whether the decision is in force: whole, or amended, lapsed or repealed by a later decision.";
        LastDay: "Kunnan jäsenen muutoksenhakuajan viimeinen päivä, jos sellainen aika on. Asianosaisen määräaika voi olla toinen.", "Den sista dagen av kommunmedlemmens tid för ändringssökande, om det finns en sådan. En parts frist kan vara en annan.", "The last day of the municipal member's appeal period, if there is one. A party's may be another.";
        FinalFrom: "Päivä, josta alkaen päätöksen on todettu olevan lainvoimainen.", "Dagen från och med vilken beslutet har konstaterats ha vunnit laga kraft.", "The day from which the decision was stated to be final.";
        ProjectAddress: "Hankkeen pysyvän osoitteen osa. Osoite on sivuston /hankkeet/ ja tämä.", "Del av projektets bestående adress. Adressen är webbplatsens /hankkeet/ och detta.", "Part of the project's permanent address, which is /hankkeet/ of the site and this.";
        ProjectName: "Hankkeen nimi.", "Projektets namn.", "The name of the project.";
        Beneficiary: "Organisaatio, joka toteuttaa hankkeen, jos se tiedetään.", "Organisationen som genomför projektet, om den är känd.", "The organisation that carries the project out, where it is known.";
        Period: "Kuukaudet, joina hanke toteutetaan, esimerkiksi 1/2023–12/2024.", "Månaderna då projektet genomförs, till exempel 1/2023–12/2024.", "The months in which the project is carried out, such as 1/2023–12/2024.";
        ProjectCommitted: "Summa, johon kaupunki on julkisissa päätöksissä sitoutunut ja jota se ei ole vapauttanut.", "Beloppet som staden har förbundit sig till i offentliga beslut och inte frigjort.", "The sum that the city committed itself to in public decisions and has not released.";
        Year: "Tilikausi, jolle päätös varaa rahan. Tyhjä, kun päätös ei nimeä sitä.", "Räkenskapsperioden som beslutet anvisar pengar för. Tomt när beslutet inte nämner någon.", "The accounting year that the decision names. Empty where it names none.";
        BudgetLine: "Talousarviokohta, jolta raha maksetaan, jos päätös nimeää sen.", "Budgetmomentet som pengarna betalas från, om beslutet nämner det.", "The budget line that pays, where the decision names one.";
        Strength: "Kuinka vahva lupaus on: myönnetty, enintään, ehdollinen tai vain varautuminen.", "Hur bindande löftet är: beviljat, högst, villkorligt eller endast reserverat.", "How firm the promise is: granted, at most, conditional or only provided for.";
        Condition: "Ehto, jonka täytyttyä ehdollinen lupaus maksetaan.", "Villkoret för att ett villkorligt löfte ska betalas.", "The condition upon which a conditional promise is paid.";
        Granted: "Jäljellä oleva summa, jos lupaus on myönnetty.", "Det återstående beloppet, om löftet är beviljat.", "What stands of the sum, where the promise is granted.";
        AtMost: "Jäljellä oleva summa, jos lupaus on enintään tämä.", "Det återstående beloppet, om löftet är högst detta.", "What stands of the sum, where the promise is at most that.";
        Conditional: "Jäljellä oleva summa, jos lupaus on ehdollinen.", "Det återstående beloppet, om löftet är villkorligt.", "What stands of the sum, where the promise is conditional.";
        ProvidedFor: "Summa, johon kaupunki vain varautuu. Se ei sido kaupunkia.", "Beloppet som staden endast reserverar. Det binder inte staden.", "The sum that the city only provides for. It does not bind the city.";
        Paid: "Lupauksesta maksettu summa.", "Det belopp av löftet som har betalats.", "What is paid of the promise.";
        OperationCode: "Rahoitusohjelman hankekoodi.", "Projektkoden i finansieringsprogrammet.", "The project code of the funding programme.";
        BusinessId: "Tuensaajan Y-tunnus, jos se tiedetään.", "Stödmottagarens FO-nummer, om det är känt.", "The business ID of the beneficiary, where it is known.";
        Purpose: "Mitä hankkeessa tehdään.", "Vad som görs i projektet.", "What is done in the project.";
        StartDate: "Päivä, jona työ alkoi, muuten toteutusajan ensimmäinen päivä.", "Dagen då arbetet började, annars projekttidens första dag.", "The day on which the work began, else the first day of the project period.";
        EndDate: "Päivä, jona työ päättyi, muuten toteutusajan viimeinen päivä.", "Dagen då arbetet slutade, annars projekttidens sista dag.", "The day on which the work ended, else the last day of the project period.";
        TotalCost: "Hankkeen kokonaiskustannukset uusimmassa rahoitussuunnitelmassa, jos ne tiedetään.", "Projektets totala kostnader i den nyaste finansieringsplanen, om de är kända.", "The total cost of the project by its newest funding plan, where it is known.";
        Fund: "Rahasto tai ohjelma, joka rahoittaa hanketta.", "Fonden eller programmet som finansierar projektet.", "The fund or programme that pays for the project.";
        SpecificObjective: "Ohjelman erityistavoite.", "Programmets särskilda mål.", "The specific objective of the programme.";
        NotKnown: "Aina tyhjä: rekisteri ei tiedä tätä. Sarake on mukana, koska asetus nimeää sen.", "Alltid tomt: registret känner inte till detta. Kolumnen finns med eftersom förordningen nämner den.", "Always empty: the register does not know it. The column is here because the regulation names it.";
        Support: "EU:n ja valtion tuki yhteensä uusimmassa rahoitussuunnitelmassa.", "EU-stödet och det statliga stödet sammanlagt i den nyaste finansieringsplanen.", "The support of the EU and the state together by the newest funding plan.";
        Municipality: "Kunta, jossa hanke toteutetaan.", "Kommunen där projektet genomförs.", "The municipality in which the project is carried out.";
        Point: "Sijainti asteina (WGS 84), jos se tiedetään.", "Läget i grader (WGS 84), om det är känt.", "The location in degrees (WGS 84), where it is known.";
        Country: "Maa, aina FI.", "Landet, alltid FI.", "The country, always FI.";
        Unofficial: "Sanoo, että luettelo on epävirallinen ote.", "Anger att förteckningen är ett inofficiellt utdrag.", "Says that the list is an unofficial extract.";
    }
}
