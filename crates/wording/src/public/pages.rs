//! Fixed texts of single pages.

texts! {
    /// The front page.
    pub enum FrontText {
        Title: "Hankkeet ja päätökset", "Projekt och beslut", "Projects and decisions";
        Lead: "Täältä näet, mihin hankkeisiin kaupunki osallistuu, millä päätöksellä ja millä summalla, ja mihin mennessä päätökseen voi hakea muutosta.", "Här ser du vilka projekt staden deltar i, genom vilket beslut och med vilket belopp, och hur länge du kan söka ändring i beslutet.", "See which projects the city takes part in, by which decision and with how much money, and until when the decision can be challenged.";
        Running: "Muutoksenhakuaika käynnissä", "Tiden för ändringssökande löper", "Appeal period running";
        NoneRunning: "Minkään päätöksen muutoksenhakuaika ei ole nyt käynnissä.", "Just nu löper inte tiden för ändringssökande för något beslut.", "No decision has a running appeal period now.";
        Newest: "Uusimmat päätökset", "De nyaste besluten", "Newest decisions";
        NoDecisions: "Päätöksiä ei ole vielä julkaistu.", "Inga beslut har publicerats än.", "No decisions have been published yet.";
        AllDecisions: "Kaikki päätökset", "Alla beslut", "All decisions";
        Projects: "Uusimmat hankkeet", "De nyaste projekten", "Newest projects";
        NoProjects: "Hankkeita ei ole vielä julkaistu.", "Inga projekt har publicerats än.", "No projects have been published yet.";
        AllProjects: "Kaikki hankkeet", "Alla projekt", "All projects";
    }
}

texts! {
    /// Lists of decisions and projects.
    pub enum ListText {
        Filter: "Rajaa luetteloa", "Avgränsa listan", "Narrow the list";
        NarrowFurther: "Rajaa tarkemmin", "Avgränsa mer", "Narrow further";
        Year: "Vuosi", "År", "Year";
        DecisionMaker: "Päätöksentekijä", "Beslutsfattare", "Decision maker";
        Any: "Kaikki", "Alla", "All";
        Apply: "Näytä", "Visa", "Show";
        ClearFilter: "Poista rajaukset", "Ta bort avgränsningarna", "Remove the filters";
        NothingFound: "Näillä rajauksilla ei löydy päätöksiä.", "Inga beslut hittas med dessa avgränsningar.", "No decisions match these filters.";
        PageBeyondLast: "Tätä sivua ei ole: luettelo on lyhyempi.", "Sidan finns inte: listan är kortare.", "There is no such page: the list is shorter.";
        FirstPage: "Siirry ensimmäiselle sivulle", "Gå till första sidan", "Go to the first page";
        Section: "Pykälä", "Paragraf", "Section";
        Decided: "Päätetty", "Beslutat", "Decided";
        Published: "Julkaistu", "Publicerat", "Published";
        Committed: "Kaupunki sitoutuu", "Staden förbinder sig till", "The city commits";
        NoMoney: "ei rahaa", "inga pengar", "no money";
        LastDay: "Viimeinen päivä", "Sista dagen", "Last day";
        Search: "Hae sanoilla", "Sök med ord", "Search by words";
        SearchHint: "Esimerkiksi tuulivoima, KAJDno-2023-912, 5 § 2023 tai \"avustus hankkeelle\"", "Sök på beslutets språk, till exempel KAJDno-2023-912 eller 5 § 2023", "In the language of the decision, for example KAJDno-2023-912 or 5 § 2023";
        SearchProjects: "Hae hankkeita", "Sök projekt", "Search projects";
        SearchButton: "Hae", "Sök", "Search";
        From: "Julkaistu alkaen", "Publicerat från och med", "Published from";
        Until: "Julkaistu viimeistään", "Publicerat senast", "Published until";
        DayHint: "Esimerkiksi 5.3.2026", "Till exempel 5.3.2026", "For example 5.3.2026";
        Project: "Hanke", "Projekt", "Project";
        Funder: "Hankkeen rahoittaja", "Projektets finansiär", "Funder of the project";
        Stage: "Tila", "Läge", "State";
        Running: "Muutoksenhakuaika käynnissä", "Tiden för ändringssökande löper", "Appeal period running";
        Over: "Muutoksenhakuaika päättynyt", "Tiden för ändringssökande har gått ut", "Appeal period over";
        Final: "Lainvoimainen", "Laga kraft", "Final";
        Order: "Järjestys", "Ordning", "Order";
        Fitting: "Osuvin ensin", "Bästa träffen först", "Best match first";
        NewestFirst: "Uusin ensin", "Nyaste först", "Newest first";
        OldestFirst: "Vanhin ensin", "Äldsta först", "Oldest first";
        Chosen: "Rajaukset", "Avgränsningar", "Filters";
        Remove: "Poista rajaus", "Ta bort avgränsningen", "Remove the filter";
        Beside: "Hankkeet ja asiat, jotka vastaavat hakua", "Projekt och ärenden som motsvarar sökningen", "Projects and cases that match the search";
        Found: "Haulla löytyneet päätökset", "Beslut som sökningen hittade", "Decisions found";
        Advice: "Kokeile lyhyempää tai toista sanaa, tarkista kirjoitusasu tai poista rajauksia.", "Pröva ett kortare eller ett annat ord, kontrollera stavningen eller ta bort avgränsningar.", "Try a shorter or another word, check the spelling or remove filters.";
        NoProjectsFound: "Haulla ei löydy hankkeita.", "Sökningen hittar inga projekt.", "No projects match the search.";
        Excerpt: "Kohta päätöksestä", "Utdrag ur beslutet", "Excerpt of the decision";
        Calendar: "Lisää nämä määräpäivät kalenteriin (ICS)", "Lägg till dessa sista dagar i kalendern (ICS)", "Add these last days to a calendar (ICS)";
        DecisionLead: "Kaupungin julkaisemat päätökset hankkeiden rahoituksesta: summat, päätöksentekijät ja se, mihin mennessä muutosta voi hakea.", "Stadens publicerade beslut om finansieringen av projekt: belopp, beslutsfattare och hur länge ändring kan sökas.", "The city's published decisions on the funding of projects: amounts, decision makers and until when they can be challenged.";
        ProjectLead: "Hankkeet, joiden rahoitukseen kaupunki osallistuu.", "Projekt vars finansiering staden deltar i.", "Projects that the city co-finances.";
        Name: "Hanke", "Projekt", "Project";
        Address: "Osoitteen osa", "Del av adressen", "Part of the address";
        Beneficiary: "Toteuttaja", "Genomförare", "Run by";
        Period: "Toteutusaika", "Projekttid", "Project period";
        ProjectTable: "Hankkeet ja kaupungin sitoumukset", "Projekten och stadens förbindelser", "Projects and the city's commitments";
    }
}

texts! {
    /// The page of a decision.
    pub enum DecisionText {
        Facts: "Päätöksen tiedot", "Uppgifter om beslutet", "Facts of the decision";
        DecisionMaker: "Päätöksentekijä", "Beslutsfattare", "Decision maker";
        Section: "Pykälä", "Paragraf", "Section";
        Case: "Asia", "Ärende", "Case";
        Project: "Hanke", "Projekt", "Project";
        Decided: "Päätöspäivä", "Beslutsdag", "Day of decision";
        Published: "Julkaistu", "Publicerat", "Published";
        State: "Tila", "Läge", "State";
        Recorded: "Päätös on tehty muualla ja kirjattu tähän rekisteriin jälkikäteen.", "Beslutet har fattats på annat håll och antecknats i registret i efterhand.", "The decision was made elsewhere and recorded in this register afterwards.";
        Resolution: "Päätös", "Beslut", "Resolution";
        Background: "Perustelut", "Motivering", "Background";
        LegalBasis: "Toimivalta ja säännökset", "Befogenhet och bestämmelser", "Authority and provisions";
        Authority: "Toimivalta", "Befogenhet", "Authority";
        Provisions: "Sovelletut säännökset", "Tillämpade bestämmelser", "Provisions applied";
        Commitments: "Kaupungin sitoumukset", "Stadens förbindelser", "The city's commitments";
        CommitmentTable: "Kaupungin sitoumukset tilikausittain", "Stadens förbindelser enligt räkenskapsperiod", "The city's commitments by accounting year";
        AccountingYear: "Tilikausi", "Räkenskapsperiod", "Accounting year";
        NoYear: "vuotta ei ole nimetty", "året har inte nämnts", "no year named";
        Strength: "Sitovuus", "Bindande verkan", "Strength";
        BudgetLine: "Talousarviokohta", "Budgetmoment", "Budget line";
        Amount: "Summa", "Belopp", "Amount";
        Committed: "Sitoumukset yhteensä", "Förbindelser totalt", "Committed in all";
        Condition: "ehto:", "villkor:", "condition:";
        Funding: "Hankkeen rahoitus", "Projektets finansiering", "Funding of the project";
        Appeal: "Muutoksenhaku", "Ändringssökande", "How to challenge the decision";
        LastDayOfMembers: "Kunnan jäsenen viimeinen päivä", "Sista dagen för kommunmedlemmar", "Last day for municipal members";
        Calendar: "Lisää määräpäivä kalenteriin (ICS)", "Lägg till sista dagen i kalendern (ICS)", "Add the last day to a calendar (ICS)";
        StepsHeading: "Näin määräaika on laskettu", "Så har fristen räknats", "How the period was counted";
        Parties: "Asianosaisen määräaika lasketaan siitä, kun hän itse on saanut päätöksen tiedoksi.", "En parts frist räknas från det att parten själv har fått del av beslutet.", "The period of a party is counted from the day on which that party was served with the decision.";
        MemberPeriodUnknown: "Kunnan jäsenen määräaikaa ei voi laskea, koska päivä, jona päätös julkaistiin, ei ole tiedossa. Kysy määräajasta kirjaamosta.", "Kommunmedlemmens frist kan inte räknas, eftersom dagen då beslutet publicerades inte är känd. Fråga registratorskontoret om fristen.", "The period of municipal members cannot be computed, because the day on which the decision was published is not known. Ask the registry about the period.";
        NoMemberPeriod: "Julkaiseminen ei käynnistä kunnan jäsenen määräaikaa tässä muutoksenhakukeinossa.", "Publiceringen startar ingen frist för kommunmedlemmar i detta rättsmedel.", "Publication starts no period for municipal members in this remedy.";
        NoAppeal: "Päätökseen ei saa hakea muutosta (kuntalaki 136 §).", "Ändring i beslutet får inte sökas (kommunallagen 136 §).", "The decision cannot be challenged (Local Government Act, section 136).";
        Contact: "Lisätietoja", "Mer information", "Further information";
        ContactOffice: "Lisätietoja antaa", "Mer information ges av", "Further information from";
        PermanentAddress: "Pysyvä osoite", "Permanent adress", "Permanent address";
        Document: "Asiakirja", "Handling", "Document";
    }
}

texts! {
    /// The page of a project, and its funding.
    pub enum ProjectText {
        Facts: "Hankkeen tiedot", "Uppgifter om projektet", "Facts of the project";
        Beneficiary: "Toteuttaja", "Genomförare", "Run by";
        Period: "Toteutusaika", "Projekttid", "Project period";
        Case: "Asia", "Ärende", "Case";
        Programme: "Rahoitusohjelman päätös", "Finansieringsprogrammets beslut", "Decision of the funding programme";
        CityRole: "Kaupungin rooli", "Stadens roll", "The city's role";
        JointBeneficiaries: "Osatoteuttajat", "Delgenomförare", "Joint beneficiaries";
        Partners: "Kumppanit", "Partner", "Partners";
        FundingAuthority: "Rahoittava viranomainen", "Finansierande myndighet", "Funding authority";
        FundingProgramme: "Rahoitusohjelma", "Finansieringsprogram", "Funding programme";
        SpecificObjective: "Erityistavoite", "Särskilt mål", "Specific objective";
        ProjectCode: "Hankekoodi", "Projektkod", "Project code";
        Place: "Sijainti", "Plats", "Location";
        Phase: "Vaihe", "Skede", "Phase";
        PhaseSince: "alkaen", "från och med", "since";
        ActualPeriod: "Toteutunut aika", "Faktisk tid", "Actual period";
        Committed: "Kaupunki on sitoutunut", "Staden har förbundit sig till", "The city has committed";
        Nothing: "ei sitoumuksia", "inga förbindelser", "no commitments";
        Funding: "Rahoitussuunnitelma", "Finansieringsplan", "Funding plan";
        NoPlan: "Rahoitussuunnitelmaa ei ole kirjattu.", "Ingen finansieringsplan har antecknats.", "No funding plan has been recorded.";
        Commitments: "Kaupungin sitoumukset", "Stadens förbindelser", "The city's commitments";
        CommitmentTable: "Sitoumukset ja päätökset, joilla ne on tehty", "Förbindelserna och de beslut genom vilka de gjorts", "Commitments and the decisions that made them";
        Decision: "Päätös", "Beslut", "Decision";
        Decisions: "Päätökset", "Beslut", "Decisions";
        NoDecisions: "Hankkeesta ei ole julkisia päätöksiä.", "Inga offentliga beslut gäller projektet.", "There are no public decisions on the project.";
        PlanTable: "Rahoitus rahoittajittain", "Finansieringen enligt finansiär", "Funding by funder";
        Funder: "Rahoittaja", "Finansiär", "Funder";
        Category: "Rahoituslaji", "Finansieringsslag", "Kind";
        Share: "Osuus", "Andel", "Share";
        InAll: "Yhteensä", "Totalt", "Total";
        Others: "muut, joita suunnitelma ei nimeä", "andra som planen inte nämner", "others the plan does not name";
        OfWhich: "siitä", "varav", "of which";
        TotalCost: "Hankkeen kokonaiskustannukset", "Projektets totala kostnader", "Total cost of the project";
        Chart: "Rahoituksen jakauma", "Finansieringens fördelning", "How the funding is divided";
        NotDivided: "ei jaettu", "inte fördelat", "not divided";
    }
}

texts! {
    /// The page of a case.
    pub enum CaseText {
        Number: "Asiatunnus", "Ärendenummer", "Case number";
        Decisions: "Asian päätökset", "Beslut i ärendet", "Decisions in the case";
        NoDecisions: "Asiassa ei ole julkisia päätöksiä.", "Inga offentliga beslut har fattats i ärendet.", "There are no public decisions in the case.";
        Projects: "Asian hankkeet", "Projekt i ärendet", "Projects in the case";
    }
}
