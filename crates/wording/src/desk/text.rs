//! Headings and sentences.

texts! {
    /// Headings.
    pub enum Heading {
        WaitsForMe: "Odottaa sinua", "Väntar på dig", "Waiting for you";
        Unfinished: "Keskeneräiset päätökset", "Oavslutade beslut", "Unfinished decisions";
        LastPublished: "Viimeksi julkaistut", "Senast publicerade", "Last published";
        Cases: "Asiat", "Ärenden", "Cases";
        Projects: "Hankkeet", "Projekt", "Projects";
        Decisions: "Päätökset", "Beslut", "Decisions";
        Organisations: "Organisaatiot", "Organisationer", "Organisations";
        FundingPlan: "Rahoitussuunnitelma", "Finansieringsplan", "Funding plan";
        PlanVersions: "Suunnitelman versiot", "Planens versioner", "Versions of the plan";
        FundingRows: "Rahoitusrivit", "Finansieringsrader", "Funding rows";
        Parts: "Luonnoksen osat", "Utkastets delar", "Parts of the draft";
        Draft: "Päätösluonnos", "Beslutsutkast", "Draft decision";
        Check: "Tarkista luonnos", "Granska utkastet", "Check the draft";
        StillMissing: "Korjaa ennen lähettämistä", "Rätta innan du skickar", "Mend before sending";
        Sign: "Päätös allekirjoitettavana", "Beslut för underskrift", "Decision to be signed";
        Forbidden: "Sinulla ei ole oikeutta tähän", "Du har inte rätt till detta", "You are not entitled to this";
        Conflict: "Tätä ei voi enää tehdä", "Detta kan inte längre göras", "This can no longer be done";
        Stale: "Toinen käyttäjä tallensi välillä", "Någon annan sparade under tiden", "Somebody else saved meanwhile";
        NotTaken: "Lomaketta ei tallennettu", "Formuläret sparades inte", "The form was not saved";
        SavedMeanwhile: "Tallennettu välillä", "Sparat under tiden", "Saved meanwhile";
        YouTyped: "Sinä kirjoitit", "Du skrev", "You typed";
    }
}

texts! {
    /// Names of the parts of a decision.
    pub enum PartName {
        Basics: "Perustiedot", "Grunduppgifter", "Basics";
        Text: "Päätösteksti", "Beslutstext", "Text of the decision";
        Money: "Rahoitus vuosittain", "Finansiering per år", "Funding by year";
        Parties: "Asianosaiset ja tiedoksi", "Parter och för kännedom", "Parties and distribution";
        Appeal: "Muutoksenhaku ja lisätiedot", "Ändringssökande och upplysningar", "Appeal and further information";
        Changes: "Mihin aiempaan päätökseen vaikuttaa", "Tidigare beslut som påverkas", "Earlier decisions it affects";
        Unrecognised: "Tunnistamatta jäänyt teksti", "Text som inte kändes igen", "Text that was not recognised";
        Services: "Tiedoksiannot", "Delgivningar", "Service on the parties";
    }
}

texts! {
    /// How far a part of a draft is.
    pub enum Status {
        Finished: "Valmis", "Klar", "Finished";
        Unfinished: "Kesken", "Oavslutad", "Unfinished";
        NotBegun: "Ei aloitettu", "Inte påbörjad", "Not begun";
        NotNeeded: "Ei tarvita", "Behövs inte", "Not needed";
        ToRead: "Luettava", "Bör läsas", "To be read";
        Ready: "Voidaan lähettää", "Kan skickas", "Can be sent";
        NotReady: "Ei vielä", "Inte ännu", "Not yet";
    }
}

texts! {
    /// Sentences.
    pub enum Text {
        SignInIsForOfficials: "Kirjautuminen on kaupungin viranhaltijoille ja työntekijöille. Päätökset ja hankkeet voi lukea kirjautumatta.", "Inloggningen är för stadens tjänsteinnehavare och anställda. Beslut och projekt kan läsas utan inloggning.", "Signing in is for officials of the city. Decisions and projects can be read without it.";
        NothingWaits: "Mikään ei odota sinua.", "Ingenting väntar på dig.", "Nothing waits for you.";
        NoCases: "Asioita ei ole vielä avattu.", "Inga ärenden har öppnats ännu.", "No case has been opened yet.";
        CaseNumberUnknown: "Asiatunnus ei ole vielä tiedossa", "Ärendenumret är ännu inte känt", "The case number is not known yet";
        LaterChanges: "Jos tiedoksiannosta on myöhemmin selvinnyt muuta", "Om annat senare har framkommit om delgivningen", "If something else has come to light about the service";
        PartyIsServed: "Asianosaiselle annetaan päätös tiedoksi, ja hänellä on oma muutoksenhakuaikansa. Tiedoksi saanut, jota päätös ei koske suoraan, ei ole asianosainen.", "En part delges beslutet och har en egen tid för ändringssökande. Den som bara fått beslutet för kännedom är inte part om beslutet inte direkt gäller den.", "A party is served with the decision and has an appeal period of its own. Who only got it for information is no party unless the decision directly concerns them.";
        NoProjects: "Asiassa ei ole hankkeita.", "Ärendet har inga projekt.", "The case has no projects.";
        NoDecisions: "Päätöksiä ei ole.", "Det finns inga beslut.", "There are no decisions.";
        NoOrganisations: "Organisaatioita ei ole vielä lisätty.", "Inga organisationer har lagts till ännu.", "No organisation has been added yet.";
        NoPlan: "Rahoitussuunnitelmaa ei ole vielä tallennettu.", "Ingen finansieringsplan har sparats ännu.", "No funding plan has been saved yet.";
        NoProject: "Päätös ei koske hanketta", "Beslutet gäller inget projekt", "The decision is not about a project";
        NoCommitments: "Päätös ei sido kaupungin rahaa.", "Beslutet binder inte stadens medel.", "The decision commits no money of the city.";
        NoParties: "Päätöksessä ei ole nimetty asianosaisia.", "Beslutet nämner inga parter.", "The decision names no parties.";
        NoExtracts: "Otteita ei ole tehty.", "Inga utdrag har gjorts.", "No extract has been made.";
        NoYear: "vuosi ei tiedossa", "året inte känt", "year not known";
        NotKnownYet: "Ei vielä tiedossa", "Ännu inte känt", "Not known yet";
        Choose: "Valitse", "Välj", "Choose";
        Sum: "Yhteensä", "Sammanlagt", "Total";
        Empty: "ei täytetty", "inte ifyllt", "not filled in";
        Untitled: "Nimetön luonnos", "Utkast utan rubrik", "Untitled draft";
        EurosMustAgree: "Kirjaa jokainen päätöstekstissä mainittu summa omaksi sitoumuksekseen: tekstin ja sitoumusten on oltava samat ennen allekirjoitusta.", "Anteckna varje belopp i beslutstexten som en egen förbindelse: texten och förbindelserna ska stämma överens före underskriften.", "Enter each amount named in the resolution as a commitment of its own: the text and the commitments must agree before signing.";
        SendingFreezesDraft: "Lähettämisen jälkeen luonnosta ei voi muuttaa, ellei päätöksentekijä palauta sitä.", "Efter att utkastet har skickats kan det inte ändras, om inte beslutsfattaren återför det.", "Once sent, the draft cannot be changed unless the decision maker returns it.";
        NotReadyToSign: "Päätöstä ei voi allekirjoittaa ennen kuin nämä on korjattu. Palauta se valmisteluun.", "Beslutet kan inte undertecknas innan detta har rättats. Återför det till beredning.", "The decision cannot be signed before these are mended. Return it to preparation.";
        SigningFreezes: "Allekirjoituksen jälkeen päätöksen sisältö ei muutu. Virheen voi sen jälkeen vain korjata avoimesti.", "Efter underskriften ändras beslutets innehåll inte. Ett fel kan därefter bara rättas öppet.", "After signing, the content of the decision does not change. An error can then only be corrected openly.";
        IConfirm: "Olen lukenut päätöksen ja allekirjoitan sen", "Jag har läst beslutet och undertecknar det", "I have read the decision and sign it";
        RecordWhatIsKnown: "Kirjaa vain se, minkä lähde kertoo. Tuntematon jää tuntemattomaksi. Kirjaamisen jälkeen sisältö ei muutu.", "Anteckna bara det som källan berättar. Det okända förblir okänt. Efter anteckningen ändras innehållet inte.", "Record only what the source tells. What is not known stays unknown. After recording, the content does not change.";
        PublishingStartsNothing: "Julkaiseminen ei käynnistä kunnan jäsenen muutoksenhakuaikaa tässä muutoksenhakukeinossa. Julkaisua ei voi perua.", "Publiceringen inleder ingen tid för ändringssökande för kommunmedlemmar. Publiceringen kan inte återtas.", "With this remedy, publishing starts no appeal period for municipal members. It cannot be undone.";
        PeriodFollowsFromDay: "Muutoksenhakuaika lasketaan tästä päivästä. Määräpäivää ei kirjoiteta käsin.", "Tiden för ändringssökande räknas från den här dagen. Sista dagen skrivs inte för hand.", "The appeal period is counted from this day. Nobody types the deadline.";
        ExtractIsFor: "Otteen saaja:", "Utdragets mottagare:", "The extract is for:";
        Forbidden: "Roolisi ei sisällä tätä toimintoa. Pääkäyttäjä voi muuttaa oikeuksia.", "Din roll omfattar inte den här funktionen. Huvudanvändaren kan ändra rättigheterna.", "Your role does not include this. The administrator can change what it includes.";
        Conflict: "Asia on edennyt sen jälkeen, kun avasit sivun, eikä mitään tallennettu. Allekirjoitettua päätöstä ei voi muuttaa. Avaa sivu uudelleen ja katso, missä vaiheessa asia on.", "Ärendet har gått vidare sedan du öppnade sidan, och ingenting sparades. Ett undertecknat beslut kan inte ändras. Öppna sidan på nytt och se var ärendet är.", "It has moved on since you opened the page, and nothing was saved. A signed decision cannot be changed. Open the page again and see where it stands.";
        KeptWhileUnavailable: "Rekisteri ei juuri nyt vastannut, eikä mitään tallennettu. Kirjoittamasi on tallessa tällä sivulla: lähetä se hetken kuluttua uudelleen.", "Registret svarade inte just nu, och ingenting sparades. Det du skrev finns kvar på den här sidan: skicka det på nytt om en stund.", "The register did not answer just now, and nothing was saved. What you typed is kept on this page: send it again in a moment.";
        KeptWhileSignedOut: "Olet kirjautunut uudelleen. Lomaketta ei ole vielä tallennettu: tarkista, mitä kirjoitit, ja lähetä se uudelleen.", "Du har loggat in på nytt. Formuläret har ännu inte sparats: kontrollera vad du skrev och skicka det på nytt.", "You have signed in again. The form has not been saved yet: check what you typed and send it again.";
        SignInToSend: "Istuntosi on päättynyt, eikä lomaketta tallennettu. Kirjoittamasi on tallessa: kirjaudu, niin voit lähettää sen uudelleen.", "Din session har upphört, och formuläret sparades inte. Det du skrev finns kvar: logga in så kan du skicka det på nytt.", "Your session has ended, and the form was not saved. What you typed is kept: sign in, and you can send it again.";
        SignInUnavailable: "Rekisteri ei juuri nyt vastannut. Yritä kirjautua hetken kuluttua uudelleen.", "Registret svarade inte just nu. Försök logga in på nytt om en stund.", "The register did not answer just now. Try to sign in again in a moment.";
        Stale: "Mitään ei ole tallennettu eikä kadonnut. Alla näkyvät kohdat, jotka eroavat: mitä toinen tallensi ja mitä sinä kirjoitit.", "Ingenting har sparats och ingenting har gått förlorat. Nedan syns det som skiljer sig: vad den andra sparade och vad du skrev.", "Nothing was saved and nothing is lost. Below is what differs: what the other one saved and what you typed.";
        AutosaveLost: "Tekstiä ei voitu tallettaa taustalla: tallenna luonnos itse.", "Texten kunde inte sparas i bakgrunden: spara utkastet själv.", "The text could not be kept in the background: save the draft yourself.";
        NoDifference: "Tekstit ovat samat.", "Texterna är lika.", "The texts are the same.";
    }
}
