//! What is wrong with something typed, and what to do about it.

use domain::finding::FindingCode;

texts_of! {
    /// The sentence that stands at the field and in the summary of a form. It says what to do.
    ///
    /// ```
    /// use domain::{Lang, finding::FindingCode};
    /// use wording::finding::sentence;
    /// assert_eq!(sentence(FindingCode::NotAYear, Lang::En), "Give the year in four digits, for example 2026.");
    /// ```
    pub fn sentence(FindingCode) {
        Missing:
            "Täytä tämä kohta.",
            "Fyll i det här fältet.",
            "Fill in this field.";
        TooLong:
            "Lyhennä tekstiä: se ei mahdu tähän kohtaan.",
            "Förkorta texten: den ryms inte i fältet.",
            "Shorten the text: it does not fit in this field.";
        ControlCharacter:
            "Kirjoita kohta uudelleen: siinä on merkki, jota ei voi näyttää eikä tallentaa.",
            "Skriv texten på nytt: där finns ett tecken som varken kan visas eller sparas.",
            "Type the text again: it holds a character that can be neither shown nor stored.";
        NotACaseNumber:
            "Anna asiatunnus, esimerkiksi KAJDno-2023-912.",
            "Ange ärendenumret, till exempel KAJDno-2023-912.",
            "Give the case number, for example KAJDno-2023-912.";
        CaseNumberUnknown:
            "Kirjaa asialle asiatunnus: ilman sitä päätöstä ei voi allekirjoittaa eikä kirjata.",
            "Registrera ärendenumret: utan det kan beslutet varken undertecknas eller registreras.",
            "Record the number of the case: without it the decision can be neither signed nor recorded.";
        CaseNumberTaken:
            "Tarkista asiatunnus: rekisterissä on jo asia, jolla on tämä tunnus.",
            "Kontrollera ärendenumret: registret har redan ett ärende med det numret.",
            "Check the case number: another case in the register already has it.";
        NotADate:
            "Anna päivä, joka on kalenterissa, esimerkiksi 5.3.2026.",
            "Ange en dag som finns i kalendern, till exempel 5.3.2026.",
            "Give a day that is in the calendar, for example 5.3.2026.";
        NotAMonth:
            "Anna kuukausi ja vuosi, esimerkiksi 10/2026.",
            "Ange månad och år, till exempel 10/2026.",
            "Give a month and a year, for example 10/2026.";
        NotAYear:
            "Anna vuosi neljällä numerolla, esimerkiksi 2026.",
            "Ange året med fyra siffror, till exempel 2026.",
            "Give the year in four digits, for example 2026.";
        PeriodEndsBeforeItBegins:
            "Anna päättymiskuukausi, joka ei ole ennen alkamiskuukautta.",
            "Ange en sista månad som inte är före den första.",
            "Give a last month that is not before the first.";
        NotAnAmount:
            "Anna summa euroina, esimerkiksi 2 500,00.",
            "Ange beloppet i euro, till exempel 2 500,00.",
            "Give the amount in euros, for example 2 500.00.";
        AmountTooPrecise:
            "Anna summa enintään kahdella desimaalilla, esimerkiksi 2 500,00.",
            "Ange beloppet med högst två decimaler, till exempel 2 500,00.",
            "Give the amount with at most two decimals, for example 2 500.00.";
        AmountAmbiguous:
            "Kirjoita summa niin, ettei sitä voi lukea kahdella tavalla, esimerkiksi 1 234,00.",
            "Skriv beloppet så att det inte kan läsas på två sätt, till exempel 1 234,00.",
            "Write the amount so that it cannot be read in two ways, for example 1 234.00.";
        AmountTooLarge:
            "Tarkista summa: se on suurempi kuin rekisteriin mahtuu.",
            "Kontrollera beloppet: det är större än registret rymmer.",
            "Check the amount: it is larger than the register can hold.";
        AmountNotPositive:
            "Anna summa, joka on suurempi kuin nolla.",
            "Ange ett belopp som är större än noll.",
            "Give an amount that is more than zero.";
        NotAShare:
            "Anna osuus prosentteina, esimerkiksi 80 tai 10,45.",
            "Ange andelen i procent, till exempel 80 eller 10,45.",
            "Give the share as a percentage, for example 80 or 10.45.";
        ShareOutOfRange:
            "Anna osuus, joka on 0–100 prosenttia.",
            "Ange en andel som är 0–100 procent.",
            "Give a share from 0 to 100 percent.";
        SharesExceedWhole:
            "Tarkista osuudet: ne ovat yhteensä yli 100 prosenttia.",
            "Kontrollera andelarna: de är sammanlagt över 100 procent.",
            "Check the shares: together they are more than 100 percent.";
        YearsDoNotSumToTotal:
            "Tarkista rivi: vuosien summa ei sovi rivin summaan.",
            "Kontrollera raden: årens summa passar inte ihop med radens summa.",
            "Check the row: the sum of the years does not fit its total.";
        PartsExceedLine:
            "Tarkista rivi: sen osarivit ovat yhteensä suurempia kuin rivi itse.",
            "Kontrollera raden: dess delrader är sammanlagt större än själva raden.",
            "Check the row: the rows that are parts of it are together more than the row.";
        LinesExceedTotalCost:
            "Tarkista kokonaiskustannus: rahoitus on yhteensä sitä suurempi.",
            "Kontrollera totalkostnaden: finansieringen är sammanlagt större.",
            "Check the total cost: the funding is more than it in all.";
        PartWithoutLine:
            "Siirrä osarivi sen rivin alle, jonka osa se on, tai poista merkintä Osa edellistä.",
            "Flytta delraden under den rad som den är en del av, eller ta bort markeringen Del av föregående.",
            "Move the row below the row it is a part of, or untick the mark.";
        PartWithShare:
            "Poista osuus: osarivillä annetaan vain eurot.",
            "Ta bort andelen: på en delrad anges bara euro.",
            "Remove the share: a row that is a part gives euros only.";
        UnknownOrganisation:
            "Valitse organisaatio, joka on rekisterissä, tai lisää se ensin organisaatioihin.",
            "Välj en organisation som finns i registret, eller lägg först till den bland organisationerna.",
            "Choose an organisation that is in the register, or add it to the organisations first.";
        NotABusinessId:
            "Anna Y-tunnus muodossa 0214958-9. Tarkista myös viimeinen numero.",
            "Ange FO-numret i formen 0214958-9. Kontrollera också den sista siffran.",
            "Give the business ID in the form 0214958-9. Check the last digit as well.";
        UnknownChoice:
            "Valitse jokin tarjotuista vaihtoehdoista.",
            "Välj ett av alternativen.",
            "Choose one of the options.";
        NotAnEmail:
            "Anna sähköpostiosoite, esimerkiksi etunimi.sukunimi@example.fi.",
            "Ange en e-postadress, till exempel fornamn.efternamn@example.fi.",
            "Give an e-mail address, for example first.last@example.fi.";
        RecipientNameMissing:
            "Kirjoita osoitteen eteen, kenen se on.",
            "Skriv framför adressen vems den är.",
            "Write before the address whose it is.";
        EmailTaken:
            "Anna toinen sähköpostiosoite: tällä osoitteella on jo tunnus.",
            "Ange en annan e-postadress: den här adressen har redan ett konto.",
            "Give another e-mail address: this one already has an account.";
        PasswordTooShort:
            "Valitse pidempi salasana.",
            "Välj ett längre lösenord.",
            "Choose a longer password.";
        TextNotReadable:
            "Tarkista tekstin merkinnät: jokin alkava merkintä on jäänyt sulkematta tai on tuntematon.",
            "Kontrollera textens märkning: någon märkning saknar slut eller är okänd.",
            "Check the markup of the text: a mark is not closed or is unknown.";
        NotASection:
            "Anna pykälä pelkkänä numerona, esimerkiksi 5.",
            "Ange paragrafen enbart som ett nummer, till exempel 5.",
            "Give the section as a number only, for example 5.";
        SectionTaken:
            "Tarkista pykälä: sarjassa on jo tämän vuoden päätös, jolla on tämä numero.",
            "Kontrollera paragrafen: serien har redan ett beslut med det numret det året.",
            "Check the section: another decision of the series has this number in that year.";
        EurosDisagree:
            "Tarkista eurot: päätöstekstin summien on oltava samat kuin sitoumusrivien.",
            "Kontrollera beloppen: beslutstextens summor ska vara desamma som förbindelseradernas.",
            "Check the euros: the amounts in the resolution must be those of the commitment lines.";
        YearOutsideProject:
            "Anna vuosi, joka on hankkeen aikana, tai korjaa hankkeen aika.",
            "Ange ett år under projektets tid, eller rätta projekttiden.",
            "Give a year within the project period, or correct the period.";
        ConditionMissing:
            "Kirjoita, mistä ehdollinen sitoumus riippuu.",
            "Skriv vad den villkorliga förbindelsen beror på.",
            "Write what the conditional commitment depends on.";
        ConditionNotAllowed:
            "Valitse sitoumuksen sitovuudeksi Ehdollinen tai poista ehto.",
            "Välj Villkorlig som förbindelsens bindande verkan eller ta bort villkoret.",
            "Choose Conditional as the strength of the commitment, or remove the condition.";
        RemedyMissing:
            "Valitse muutoksenhakukeino.",
            "Välj ändringssökande.",
            "Choose the remedy.";
        PartyMissing:
            "Nimeä vähintään yksi asianosainen.",
            "Ange minst en part.",
            "Name at least one party.";
        MeansMissing:
            "Valitse, miten päätös annetaan asianosaiselle tiedoksi.",
            "Välj hur parten delges beslutet.",
            "Choose how the decision is served on the party.";
        MeansNotForRemedy:
            "Valitse toinen tiedoksiantotapa tai muutoksenhakukeino: ne eivät sovi yhteen.",
            "Välj ett annat delgivningssätt eller ändringssökande: de hör inte ihop.",
            "Choose another means of service or another remedy: they do not go together.";
        MeansNotForRecipient:
            "Valitse saajan mukaan: viranomaiselle kirjeestä lasketaan saapumispäivä, muille postituspäivä.",
            "Välj enligt mottagaren: för en myndighet räknas brevet från ankomstdagen, för andra från postningsdagen.",
            "Choose by the recipient: a letter to an authority counts from its arrival, one to others from posting.";
        ReceiptNotLater:
            "Anna lain mukaista tiedoksisaantia myöhempi päivä tai jätä tyhjäksi: aiempi saanti ei muuta määräaikaa.",
            "Ange en dag efter det delfående som följer av lagen, eller lämna tomt: ett tidigare ändrar inte fristen.",
            "Give a day later than the knowledge the law presumes, or nothing: an earlier one does not change the period.";
        NotATime:
            "Anna kellonaika, esimerkiksi 14.59 tai 14.59.59.",
            "Ange klockslaget, till exempel 14.59 eller 14.59.59.",
            "Give the time of day, for example 14.59 or 14.59.59.";
        PartyServedAlready:
            "Valitse toinen organisaatio: tällä asianosaisella on jo tiedoksianto, jota voi muuttaa.",
            "Välj en annan organisation: den här parten har redan en delgivning som kan ändras.",
            "Choose another organisation: this party already has a service, which can be changed.";
        StatedAlready:
            "Lainvoima on jo todettu: avaa vanha merkintä uudelleen, jos se oli väärä.",
            "Laga kraft har redan konstaterats: öppna den gamla anteckningen på nytt om den var fel.",
            "Legal force is stated already: reopen the old statement if it was wrong.";
        CheckedTooEarly:
            "Tarkista uudelleen: kirjaamosta ja hallinto-oikeudesta on kysyttävä vasta, kun viimeinenkin määräaika on päättynyt.",
            "Fråga på nytt: registratorskontoret och förvaltningsdomstolen tillfrågas först efter den sista fristen.",
            "Check again: the registry and the administrative court are to be asked only after the last period has ended.";
        DayBeforeFiling:
            "Anna päivä, joka ei ole ennen vaatimuksen saapumista.",
            "Ange en dag som inte är före begärans ankomst.",
            "Give a day that is not before the filing arrived.";
        NothingToLeave:
            "Mikään viranhaltijapäätös ei odota kokousta: luettelo on muuttunut. Lataa sivu uudelleen.",
            "Inget tjänsteinnehavarbeslut väntar på ett möte: listan har ändrats. Ladda sidan på nytt.",
            "No officer's decision waits for a meeting: the list has changed. Load the page again.";
        NotFinalYet:
            "Tarkista, mikä estää lainvoiman: esteet on lueteltu päätöksen sivulla.",
            "Kontrollera vad som hindrar laga kraft: hindren räknas upp på beslutets sida.",
            "Check what stands in the way of legal force: the page of the decision lists it.";
        DayInFuture:
            "Anna päivä, joka on jo ollut: tuleva päivä ei kelpaa.",
            "Ange en dag som redan har varit: en kommande dag duger inte.",
            "Give a day that has already been: a future day will not do.";
        DayBeforeDecision:
            "Anna päivä, joka ei ole ennen päätöstä.",
            "Ange en dag som inte är före beslutet.",
            "Give a day that is not before the decision.";
        DayKnownAndUnknown:
            "Anna päivä tai merkitse, ettei se ole tiedossa, mutta älä molempia.",
            "Ange dagen eller markera att den inte är känd, men inte båda.",
            "Give the day or mark that it is not known, but not both.";
        InstructionsContradict:
            "Pyydä päätöksentekijältä uusi ohje: päätöksen muutoksenhakuohje kertoo muun määräajan kuin laki.",
            "Be beslutsfattaren om en ny anvisning: beslutets anvisning anger en annan frist än lagen.",
            "Ask the decision maker for new instructions: those of the decision tell another period than the law.";
        DayMustBeKnown:
            "Anna julkaisupäivä: se voi olla tuntematon vain muualla julkaistusta päätöksestä.",
            "Ange publiceringsdagen: den kan vara okänd bara för ett beslut som publicerats någon annanstans.",
            "Give the day of publication: it can be unknown only of a decision published elsewhere.";
        DayNotComputable:
            "Tarkista päivä: muutoksenhakuaikaa ei voi laskea siitä.",
            "Kontrollera dagen: tiden för ändringssökande kan inte räknas från den.",
            "Check the day: the appeal period cannot be computed from it.";
        UnknownDecision:
            "Valitse päätös, joka on allekirjoitettuna rekisterissä.",
            "Välj ett beslut som finns undertecknat i registret.",
            "Choose a decision that is signed and in the register.";
        NothingChanged:
            "Korjaa jokin teksti: korjaus ei muuta mitään.",
            "Rätta någon text: rättelsen ändrar ingenting.",
            "Correct some text: the correction changes nothing.";
        ConflictNotDeclared:
            "Vahvista, ettet ole esteellinen, tai ilmoita esteellisyys.",
            "Bekräfta att du inte är jävig, eller anmäl jäv.",
            "Confirm that you have no conflict of interest, or state one.";
        OnlyDeputyCanSign:
            "Pyydä sijaista allekirjoittamaan: päätöksentekijä on ilmoittanut esteellisyydestä.",
            "Be ställföreträdaren underteckna: beslutsfattaren har anmält jäv.",
            "Ask the deputy to sign: the decision maker has stated a conflict of interest.";
        PublicationDeviates:
            "Vahvista, että päätös julkaistaan muuna päivänä kuin viranomaisen säännön mukaan.",
            "Bekräfta att beslutet publiceras en annan dag än enligt myndighetens regel.",
            "Confirm that the decision is published on another day than the authority's rule gives.";
        NobodyChosen:
            "Valitse ainakin yksi saaja.",
            "Välj åtminstone en mottagare.",
            "Choose at least one recipient.";
        NotConfirmed:
            "Vahvista merkitsemällä ruutu.",
            "Bekräfta genom att markera rutan.",
            "Confirm by ticking the box.";
        WrongPassword:
            "Kirjoita salasana uudelleen: se ei ole tämän tunnuksen salasana.",
            "Skriv lösenordet på nytt: det hör inte till det här kontot.",
            "Type the password again: it is not the password of this account.";
        CaseNumberIssuedHere:
            "Jätä tyhjäksi: rekisteri antaa tämän vuoden asiatunnukset eikä ole vielä antanut tätä.",
            "Lämna tomt: registret ger årets ärendenummer och har ännu inte gett det här.",
            "Leave it empty: the register issues the numbers of that year and has not come to this one.";
        NotAClass:
            "Kirjoita luokan tunnus numeroin ja pistein, esimerkiksi 02.05.01.",
            "Skriv klassens beteckning med siffror och punkter, till exempel 02.05.01.",
            "Write the code of the class with digits and dots, for example 02.05.01.";
        ClassTaken:
            "Anna toinen tunnus: tämä on jo toisella luokalla.",
            "Ange en annan beteckning: en annan klass har redan den här.",
            "Give another code: another class has this one.";
        OrganisationOrPerson:
            "Valitse organisaatio tai kirjoita henkilön nimi, mutta älä molempia.",
            "Välj en organisation eller skriv personens namn, men inte båda.",
            "Choose an organisation or write the person's name, but not both.";
        SentBeforeMade:
            "Tarkista päivä: asiakirjaa ei voi lähettää ennen kuin se on laadittu.",
            "Kontrollera dagen: en handling kan inte skickas innan den har upprättats.",
            "Check the day: a document cannot be sent before it was made.";
        RulesOverlap:
            "Päätä ensin luokan aiempi säilytysaika: kaksi ei voi olla voimassa samana päivänä.",
            "Avsluta först klassens tidigare förvaringstid: två kan inte gälla samma dag.",
            "End the earlier rule of the class first: two cannot be in force on the same day.";
        YearsOrPermanent:
            "Anna vuosien määrä (1–150) tai merkitse säilytys pysyväksi, mutta älä molempia.",
            "Ange antalet år (1–150) eller märk förvaringen som varaktig, men inte båda.",
            "Give the number of years (1–150) or mark it as permanent, but not both.";
        UnknownCase:
            "Tarkista asiatunnus: rekisterissä ei ole tällaista asiaa.",
            "Kontrollera ärendenumret: registret har inget sådant ärende.",
            "Check the case number: the register has no such case.";
        SameCase:
            "Anna toisen asian tunnus: tämä on sama asia.",
            "Ange ett annat ärendes nummer: det här är samma ärende.",
            "Give the number of another case: this is the same one.";
        RelatedAlready:
            "Asiat on jo liitetty toisiinsa näin.",
            "Ärendena har redan anknutits så.",
            "The cases are related so already.";
        NothingDecided:
            "Sulje asia ja kirjoita syy: asiassa ei ole tehty päätöstä, joka ratkaisisi sen.",
            "Avsluta ärendet och skriv orsaken: inget beslut i ärendet avgör det.",
            "Close the case and write the reason: no decision resolves it.";
        DecisionUnfinished:
            "Tee ensin loppuun asian keskeneräinen päätös.",
            "Slutför först det oavslutade beslutet i ärendet.",
            "Finish the unfinished decision of the case first.";
        FilingWaits:
            "Kirjaa ensin oikaisuvaatimuksen tai valituksen ratkaisu.",
            "Anteckna först hur omprövningsbegäran eller besväret avgjordes.",
            "Record the outcome of the claim or appeal first.";
        DayBeforeCase:
            "Anna päivä, joka ei ole ennen asian edellistä vaihetta.",
            "Ange en dag som inte är före ärendets föregående skede.",
            "Give a day that is not before the last change of the case.";
        DayPassed:
            "Anna tämä päivä tai myöhempi: mennyt päivä ei kelpaa.",
            "Ange dagens datum eller en senare dag: en dag som har varit duger inte.",
            "Give today or a later day: a day that has passed will not do.";
        TooManyAttempts:
            "Odota 15 minuuttia ja yritä sitten uudelleen: väärä salasana on annettu liian monta kertaa.",
            "Vänta 15 minuter och försök sedan på nytt: fel lösenord har angetts för många gånger.",
            "Wait 15 minutes and then try again: a wrong password was given too many times.";
        OneTimePasswordExpired:
            "Pyydä pääkäyttäjältä uusi kertasalasana: tämän voimassaolo on päättynyt.",
            "Be huvudanvändaren om ett nytt engångslösenord: det här gäller inte längre.",
            "Ask the administrator for a new one-time password: this one has expired.";
        LastDayBeforeFirst:
            "Anna viimeinen päivä, joka ei ole ennen ensimmäistä.",
            "Ange en sista dag som inte är före den första.",
            "Give a last day that is not before the first.";
        DeputyAlready:
            "Valitse toiset päivät: sama sijainen on jo tässä sarjassa osan näistä päivistä.",
            "Välj andra dagar: samma ställföreträdare finns redan i serien en del av dessa dagar.",
            "Choose other days: the same deputy is in this series on some of them already.";
        OnlyDecisionMakerSigns:
            "Valitse rooliksi päätöksentekijä tai jätä sarja tyhjäksi: vain päätöksentekijä allekirjoittaa.",
            "Välj rollen beslutsfattare eller lämna serien tom: bara en beslutsfattare undertecknar.",
            "Choose the role decision maker, or leave the series empty: only a decision maker signs.";
        LastAdministrator:
            "Lisää ensin toinen pääkäyttäjä: tämä on viimeinen käytössä oleva.",
            "Lägg först till en annan huvudanvändare: det här är den sista som är i bruk.",
            "Add another administrator first: this is the last one that is enabled.";
        PasswordsDiffer:
            "Kirjoita uusi salasana samalla tavalla kumpaankin kenttään.",
            "Skriv det nya lösenordet likadant i båda fälten.",
            "Type the new password in the same way in both fields.";
        PasswordUnchanged:
            "Valitse uusi salasana: tämä on sama kuin nykyinen.",
            "Välj ett nytt lösenord: det här är samma som det nuvarande.",
            "Choose a new password: this is the present one.";
        DayNotAfterLast:
            "Anna päivä, joka on edellisen nimen ensimmäisen päivän jälkeen.",
            "Ange en dag efter den första dagen för det föregående namnet.",
            "Give a day after the first day of the name before it.";
        NotASlug:
            "Käytä osoitteessa vain kirjaimia a–z, numeroita ja yhdysmerkkejä, esimerkiksi kaupunginjohtaja.",
            "Använd bara bokstäverna a–z, siffror och bindestreck i adressen, till exempel stadsdirektoren.",
            "Use only the letters a–z, digits and hyphens in the address, for example city-manager.";
        SlugTaken:
            "Anna toinen osoite: toisella pykäläsarjalla on jo tämä.",
            "Ange en annan adress: en annan paragrafserie har redan den här.",
            "Give another address: another section series has this one already.";
        PlaceholderLeft:
            "Täydennä tai poista kohta, joka on kaksinkertaisissa hakasulkeissa.",
            "Fyll i eller ta bort det som står inom dubbla hakparenteser.",
            "Fill in or take out what stands in double brackets.";
        ProvisionsMissing:
            "Nimeä sovelletut oikeusohjeet (hallintolaki 45 §).",
            "Ange de tillämpade bestämmelserna (förvaltningslagen 45 §).",
            "Name the provisions applied (Administrative Procedure Act, section 45).";
        ProvisionsNotNamed:
            "Lähdeasiakirja ei nimeä sovellettuja oikeusohjeita (hallintolaki 45 §).",
            "Källhandlingen nämner inga tillämpade bestämmelser (förvaltningslagen 45 §).",
            "The source names no applied provisions (Administrative Procedure Act, section 45).";
        NamedTwice: "Sama talousarvion kohta on päätöksessä kahdesti.", "Samma punkt i budgeten förekommer två gånger i beslutet.", "The same place of the budget stands in the decision twice.";
        BudgetSetAlready: "Määrä on vahvistettu jo aiemmalla päätöksellä. Kirjaa muutos.", "Beloppet har redan fastställts genom ett tidigare beslut. Anteckna en ändring.", "The amount was set by an earlier decision. Record an amendment.";
        BudgetNotSet: "Määrää ei ole vielä vahvistettu, joten sitä ei voi muuttaa.", "Beloppet har inte fastställts ännu och kan därför inte ändras.", "The amount has not been set yet, so it cannot be changed.";
        BudgetBelowZero: "Määrä ei voi jäädä alle nollan.", "Beloppet kan inte bli mindre än noll.", "The amount cannot be less than nothing.";
        TransferOutsideLines: "Käyttösuunnitelman muutos siirtää rahaa vain talousarviokohtien välillä. Anna kohdan numero.", "En ändring av dispositionsplanen flyttar pengar bara mellan budgetposter. Ange postens nummer.", "A change of the operating plan moves money between budget lines only. Give the number of the line.";
        TransferOutsideAppropriation: "Käyttösuunnitelman muutos pysyy yhden määrärahan sisällä. Toiselle määrärahalle siirretään talousarvion muutoksella.", "En ändring av dispositionsplanen håller sig inom ett anslag. Till ett annat anslag flyttas genom en ändring av budgeten.", "A change of the operating plan stays within one appropriation. Moving to another one is an amendment of the budget.";
        TransferUneven: "Siirron lisäysten ja vähennysten on oltava yhtä suuret.", "Ökningarna och minskningarna i överföringen ska vara lika stora.", "What the transfer adds and what it takes must be the same.";
        LinesAboveAppropriation: "Talousarviokohdat olisivat yhteensä enemmän kuin määräraha, johon ne kuuluvat.", "Budgetposterna skulle sammanlagt överstiga det anslag som de hör till.", "The budget lines together would be more than the appropriation they belong to.";
        NotABudgetLine: "Anna talousarviokohdan numero, esimerkiksi 2911040208.", "Ange budgetpostens nummer, till exempel 2911040208.", "Give the number of the budget line, for example 2911040208.";
        BudgetLineKnown: "Talousarviokohdalla on jo toinen nimi tai määräraha. Jätä kenttä tyhjäksi tai kirjoita se samoin.", "Budgetposten har redan ett annat namn eller anslag. Lämna fältet tomt eller skriv det likadant.", "The budget line has another name or appropriation already. Leave the field empty or write the same.";
        BudgetUnknown: "Vuoden talousarviota ei ole vielä kirjattu, joten summaa ei voi verrata siihen.", "Årets budget har inte antecknats ännu, så beloppet kan inte jämföras med den.", "The budget of the year is not recorded yet, so the amount cannot be compared with it.";
        BudgetLineUnknown: "Vuoden talousarviossa ei ole tätä kohtaa.", "Årets budget har inte den här posten.", "The budget of the year has no such line.";
        BudgetLineExceeded: "Talousarviokohdasta luvattaisiin enemmän kuin siinä on.", "Av budgetposten skulle lovas mer än den har.", "More would be promised from the budget line than it has.";
        AppropriationExceeded: "Luvattaisiin enemmän kuin määräraha. Perustele ylitys allekirjoitettaessa tai kirjattaessa.", "Mer skulle lovas än anslaget. Motivera det vid undertecknandet eller antecknandet.", "More would be promised than the appropriation. Give the reason when it is signed or recorded.";
        ExcessWithoutReason: "Määräraha ylittyy. Perustele ylitys.", "Anslaget överskrids. Motivera överskridningen.", "The appropriation is exceeded. Give the reason for it.";
        ProvisionIsNotPaid: "Varautumisesta ei makseta: se ei ole sitoumus. Rahasta tarvitaan uusi päätös.", "Av en beredskap betalas inget: den är ingen förbindelse. För pengarna behövs ett nytt beslut.", "Nothing is paid of what is only provided for: it is no commitment. The money takes a new decision.";
        ConditionNotMet: "Sitoumus on ehdollinen. Kirjaa ensin, että sen ehto on täyttynyt.", "Förbindelsen är villkorlig. Anteckna först att villkoret har uppfyllts.", "The commitment is conditional. Record first that its condition is met.";
        NoConditionOpen: "Sitoumuksella ei ole ehtoa, jonka täyttymistä ei olisi jo kirjattu.", "Förbindelsen har inget villkor vars uppfyllande inte redan antecknats.", "The commitment has no condition that is not recorded as met already.";
        NothingOpen: "Sitoumuksesta ei ole mitään avoinna. Kumoa ensin väärä kirjaus, jos sellainen on.", "Inget av förbindelsen är öppet. Återkalla först en felaktig anteckning om det finns en.", "Nothing of the commitment is open. Reverse a wrong entry first if there is one.";
        MoreThanOpen: "Anna enintään se, mikä sitoumuksesta on avoinna.", "Ange högst det som är öppet av förbindelsen.", "Give at most what is open of the commitment.";
        MoreThanPaid: "Anna enintään se, mikä sitoumuksesta on maksettu eikä vielä peritty takaisin.", "Ange högst det som har betalats av förbindelsen och inte har återkrävts.", "Give at most what was paid of the commitment and has not been recovered.";
        DecisionEnded: "Päätös on päättynyt: vain takaisinperinnän ja väärän kirjauksen kumoamisen voi kirjata.", "Beslutet har upphört: bara återkrav och återkallande av en felaktig anteckning kan antecknas.", "The decision has ended: only a recovery or the reversal of a wrong entry can be recorded.";
        YearClosed: "Tilikausi on suljettu: avaa se ensin uudelleen.", "Räkenskapsperioden är stängd: öppna den först på nytt.", "The accounting year is closed: reopen it first.";
        YearNotClosed: "Tilikausi ei ole suljettu.", "Räkenskapsperioden är inte stängd.", "The accounting year is not closed.";
        YearNotEnded: "Tilikauden voi sulkea vasta, kun se on päättynyt.", "Räkenskapsperioden kan stängas först när den har löpt ut.", "The accounting year can be closed only after it has ended.";
        InstalmentsAboveOpen: "Avoinna olevia maksueriä olisi enemmän kuin sitoumuksesta on avoinna. Peru tai pienennä ensin erä.", "De öppna raterna skulle överstiga det som är öppet av förbindelsen. Återta först en rat.", "The open instalments would be more than what is open of the commitment. Withdraw one first.";
        InstalmentNotReady: "Maksuerä ei ole vaiheessa, jossa tämän voi kirjata.", "Betalningsraten är inte i det skede där detta kan antecknas.", "The instalment is not at the stage at which this can be recorded.";
        MoreThanInstalment: "Anna summa, joka on enintään maksuerästä avoinna oleva summa.", "Ange ett belopp som är högst det som är öppet av betalningsraten.", "Give an amount that is at most what is open of the instalment.";
        LastInstalmentKnown: "Sitoumuksella on jo viimeinen maksuerä.", "Förbindelsen har redan en sista betalningsrat.", "The commitment has a last instalment already.";
        FinalReportMissing: "Kirjaa ensin loppuraportti: viimeinen maksuerä odottaa sitä.", "Anteckna först slutrapporten: den sista raten väntar på den.", "Record the final report first: the last instalment waits for it.";
        FinalReportKnown: "Loppuraportti on jo kirjattu.", "Slutrapporten är redan antecknad.", "The final report has been recorded already.";
        ReversedAlready: "Kirjaus on jo kumottu.", "Anteckningen är redan återkallad.", "The entry has been reversed already.";
        ReversalStays: "Kumoamista ei voi kumota. Tee kirjaus uudelleen.", "Ett återkallande kan inte återkallas. Gör anteckningen på nytt.", "A reversal cannot be reversed. Record the entry anew.";
        EntryIsNeeded: "Kumoa ensin myöhempi kirjaus, joka nojaa tähän.", "Återkalla först den senare anteckning som grundar sig på den här.", "Reverse first the later entry that rests on this one.";
        PostedInAnotherYear: "Maksu kuuluu toiselle tilikaudelle. Käyttämätön määräraha raukeaa 31.12.: tarkista, onko rahaa.", "Betalningen hör till en annan räkenskapsperiod. Oanvända anslag förfaller 31.12: kontrollera anslaget.", "The payment is of another accounting year. Unused appropriations lapse on 31 December: check that it has one.";
        PaidBeforeLegalForce: "Päätös ei ole lainvoimainen. Maksamista se ei yleensä estä (kuntalaki 143 §).", "Beslutet har inte vunnit laga kraft. Det hindrar i regel inte betalning (kommunallagen 143 §).", "The decision is not final. That usually stops no payment (Local Government Act, section 143).";
        ChangesMissing:
            "Valitse päätös, jota tämä päätös muuttaa tai jonka se kumoaa, tai vaihda päätöksen laji.",
            "Välj det beslut som det här beslutet ändrar eller upphäver, eller byt beslutets art.",
            "Choose the decision that this one amends or repeals, or change the kind of decision.";
        ChangesNotNamed:
            "Päätös muuttaa aiempaa päätöstä tai kumoaa sen, mutta aiempaa ei ole valittu.",
            "Beslutet ändrar eller upphäver ett tidigare, men det tidigare har inte valts.",
            "The decision amends or repeals an earlier one, but the earlier one was not chosen.";
        PlanMissing:
            "Hankkeella ei ole rahoitussuunnitelmaa, johon summia voisi verrata.",
            "Projektet har ingen finansieringsplan att jämföra beloppen med.",
            "The project has no funding plan to compare the amounts with.";
        PlanWithoutCity:
            "Hankkeen rahoitussuunnitelma ei nimeä kaupunkia rahoittajaksi.",
            "Projektets finansieringsplan nämner inte staden som finansiär.",
            "The funding plan of the project does not name the city as a funder.";
        PlanExceeded:
            "Kaupunki lupaa vuodelle enemmän kuin rahoitussuunnitelmassa on sen osuutta.",
            "Staden utlovar mer för året än dess andel i finansieringsplanen.",
            "The city promises more for the year than the funding plan has of it.";
        AuthorityUnknown:
            "Päätöksentekijän toimivaltaa ei ole kirjattu rekisteriin: tarkista se itse.",
            "Beslutsfattarens befogenhet finns inte i registret: kontrollera den själv.",
            "The authority of the decision maker is not in the register: check it yourself.";
        AuthorityNotForKind:
            "Vaihda päätöksentekijä tai laji: toimivalta ei koske tämän lajin päätöksiä.",
            "Byt beslutsfattare eller slag: befogenheten gäller inte beslut av detta slag.",
            "Change the decision maker or the kind: the authority is not for this kind.";
        AuthorityExceeded:
            "Siirrä päätös toimivaltaiselle: lupaus hankkeelle ylittää toimivallan eurorajan.",
            "För beslutet till behörig: löftet till projektet överskrider befogenhetens gräns.",
            "Move it to who may decide: the promise to the project is above the limit.";
        IdentityCodeUnmarked:
            "Poista henkilötunnus tai merkitse se henkilötiedoksi.",
            "Ta bort personbeteckningen eller märk den som personuppgift.",
            "Take out the personal identity code or mark it as personal.";
        AccountNumberUnmarked:
            "Poista tilinumero tai merkitse se henkilötiedoksi tai salaiseksi.",
            "Ta bort kontonumret eller märk det som personuppgift eller sekretessbelagt.",
            "Take out the account number or mark it as personal or secret.";
        EmailUnmarked:
            "Tekstissä on sähköpostiosoite, jota ei ole merkitty henkilötiedoksi.",
            "Texten har en e-postadress som inte är märkt som personuppgift.",
            "The text has an e-mail address that is not marked as personal.";
        PhoneUnmarked:
            "Tekstissä on puhelinnumero, jota ei ole merkitty henkilötiedoksi.",
            "Texten har ett telefonnummer som inte är märkt som personuppgift.",
            "The text has a telephone number that is not marked as personal.";
        AddressUnmarked:
            "Tekstissä on katuosoite, jota ei ole merkitty henkilötiedoksi.",
            "Texten har en gatuadress som inte är märkt som personuppgift.",
            "The text has a street address that is not marked as personal.";
        NameUnmarked:
            "Tekstissä on ehkä henkilön nimi, jota ei ole merkitty henkilötiedoksi.",
            "Texten har kanske en persons namn som inte är märkt som personuppgift.",
            "The text may have a person's name that is not marked as personal.";
        KindsMissing:
            "Valitse vähintään yksi päätöksen laji.",
            "Välj minst ett slag av beslut.",
            "Choose at least one kind of decision.";
        NotACoordinate: "Anna asteet desimaalilukuna, esimerkiksi 64,227 ja 27,728.", "Ange graderna som decimaltal, till exempel 64,227 och 27,728.", "Give the degrees as a decimal number, for example 64.227 and 27.728.";
        OrganisationTwice: "Valitse toinen organisaatio: tämä on hankkeessa jo mukana.", "Välj en annan organisation: den här är redan med i projektet.", "Choose another organisation: this one is in the project already.";
        PhaseNotNext: "Valitse vaihe, joka voi seurata nykyistä. Hanke on voinut edetä sillä välin.", "Välj ett skede som kan följa på det nuvarande. Projektet kan ha framskridit under tiden.", "Choose a phase that can follow the present one. The project may have moved on meanwhile.";
        DayBeforePhase: "Anna päivä, joka ei ole ennen hankkeen edellistä vaihetta.", "Ange en dag som inte är före projektets föregående skede.", "Give a day that is not before the last phase of the project.";
        CostNotInModel: "Tyhjennä rivi: valitussa kustannusmallissa tämä kustannus sisältyy vakioprosenttiin tai kertakorvaukseen.", "Töm raden: i den valda kostnadsmodellen ingår kostnaden i schablonen eller klumpsumman.", "Empty the row: in the chosen cost model this cost is part of the flat rate or the lump sum.";
        LumpSumTooLarge: "Kertakorvaus on enintään 200 000 € (866/2021).", "En klumpsumma är högst 200 000 € (866/2021).", "A lump sum is at most 200,000 € (866/2021).";
        CostsDisagree: "Kokonaiskustannus ei ole sama kuin kustannusten summa. Jätä tyhjäksi, niin se lasketaan.", "Totalkostnaden är inte densamma som summan av kostnaderna. Lämna tomt, så räknas den ut.", "The total cost is not the sum of the costs. Leave it empty, and it is computed.";
        RateExceeded: "EU:n ja valtion tuki ylittää enimmäisosuuden. Korjaa suunnitelmaa tai kirjoita peruste.", "Stödet från EU och staten överskrider maximiandelen. Rätta planen eller skriv en motivering.", "The support of the EU and the state exceeds the maximum rate. Correct the plan or give a reason.";
        FileTooLarge:
            "Valitse pienempi tiedosto: liite saa olla enintään 20 Mt.",
            "Välj en mindre fil: en bilaga får vara högst 20 MB.",
            "Choose a smaller file: an attachment may have 20 MB at most.";
        FileTypeNotAllowed:
            "Valitse tiedosto, jonka muoto on sallittu ja vastaa nimen päätettä ja jossa ei ole makroja.",
            "Välj en fil i ett tillåtet format och med en filändelse som motsvarar innehållet. Dokument med makron godkänns inte.",
            "Choose a file of an allowed kind whose name fits its content. Documents with macros are not taken.";
        TooManyFiles:
            "Poista ensin jokin liite: päätöksellä on jo 30 liitettä.",
            "Ta först bort en bilaga: beslutet har redan 30 bilagor.",
            "Remove an attachment first: the decision has 30 already.";
        EntitlementMissing:
            "Kirjaa saajan oikeus tietoon: koko päätös on salassa pidettävä.",
            "Anteckna mottagarens rätt till uppgifterna: hela beslutet är sekretessbelagt.",
            "Record the recipient's right to the information: the whole decision is secret.";
    }
}
