//! The register of cases as officials read it.

use domain::Lang;
use domain::case::{
    CaseState, DisposalObstacle, DocumentWay, PartyRole, Phase, RelationKind, Retention,
    RetentionBasis,
};
use domain::section::Numbering;

use crate::format;

texts! {
    /// Fixed texts of the pages of cases: headings, labels and sentences.
    pub enum CaseText {
        List: "Asiat", "Ärenden", "Cases";
        Words: "Sanat nimessä tai asiatunnus", "Ord i namnet eller ärendenummer", "Words of the title or case number";
        Class: "Tehtäväluokka", "Uppgiftsklass", "Class of the case";
        Year: "Vuosi", "År", "Year";
        NothingFound: "Yhtään asiaa ei löytynyt näillä ehdoilla.", "Inga ärenden hittades med de här villkoren.", "No case fits these conditions.";
        ClearFilter: "Näytä kaikki asiat", "Visa alla ärenden", "Show all cases";
        PageBeyondLast: "Luettelossa ei ole näin montaa sivua.", "Så många sidor finns det inte i förteckningen.", "The list does not have so many pages.";
        FirstPage: "Siirry ensimmäiselle sivulle", "Gå till första sidan", "Go to the first page";
        InternalTitle: "Asian sisäinen nimi", "Ärendets interna namn", "Internal title of the case";
        InternalTitleHint: "Näkyy vain virkailijoille. Jätä tyhjäksi, jos julkinen nimi riittää.", "Syns bara för tjänsteinnehavare. Lämna tomt om det offentliga namnet räcker.", "Shown to officials only. Leave empty if the public title is enough.";
        PendingSince: "Tullut vireille", "Anhängigt sedan", "Pending since";
        PendingSinceHint: "Esimerkiksi 5.3.2026. Jätä tyhjäksi, jos päivä ei ole tiedossa.", "Till exempel 5.3.2026. Lämna tomt om dagen inte är känd.", "For example 5.3.2026. Leave empty if the day is not known.";
        NoClass: "Ei vielä valittu", "Ännu inte vald", "Not chosen yet";
        NumberIsIssued: "Rekisteri antaa asiatunnuksen, kun asia avataan.", "Registret ger ärendenumret när ärendet öppnas.", "The register issues the case number when the case is opened.";
        Register: "Rekisteritiedot", "Registeruppgifter", "Register fields";
        Unit: "Tiedonhallintayksikön Y-tunnus", "Informationshanteringsenhetens FO-nummer", "Business ID of the unit";
        Authority: "Viranomaisen tunniste", "Myndighetens identifieringsuppgift", "Identifier of the authority";
        Registered: "Rekisteröity", "Registrerat", "Registered";
        DecidedOn: "Ratkaistu päätöksellä", "Avgjort genom beslut", "Resolved by a decision";
        NotDecided: "Ei vielä päätöstä", "Ännu inget beslut", "No decision yet";
        ClosedOn: "Suljettu", "Avslutat", "Closed";
        State: "Tila", "Läge", "State";
        Steps: "Tilan muutokset", "Ändringar i läget", "Changes of the state";
        Parts: "Asian osat", "Ärendets delar", "Parts of the case";
        Complete: "Kunnossa", "I sin ordning", "Complete";
        Missing: "Täydennettävä", "Bör kompletteras", "To be completed";
        None: "Ei vielä yhtään", "Ännu inga", "None yet";
        Handling: "Käsittely ja asiakirjat", "Handläggning och handlingar", "Handling and documents";
        NoDocuments: "Ei vielä asiakirjoja eikä toimenpiteitä.", "Ännu inga handlingar eller åtgärder.", "No documents or measures yet.";
        Document: "Asiakirja", "Handling", "Document";
        CaseDocuments: "Asiakirjat", "Handlingar", "Documents";
        NoCaseDocuments: "Hankkeen asialla ei ole vielä asiakirjoja.", "Projektets ärende har inga handlingar ännu.", "The case of the project has no documents yet.";
        ToCaseDocuments: "Kirjaa asiakirjoja asialla", "Anteckna handlingar i ärendet", "Record documents in the case";
        Measure: "Toimenpide", "Åtgärd", "Measure";
        NoMeasure: "Ei toimenpidettä", "Ingen åtgärd", "No measure";
        MeasureHint: "Asiakirja saa toimenpiteen käsittelyvaiheen.", "Handlingen får åtgärdens handläggningsskede.", "The document gets the phase of the measure.";
        Phase: "Käsittelyvaihe", "Handläggningsskede", "Phase of handling";
        Incoming: "Saapunut asiakirja", "Inkommen handling", "Incoming document";
        Own: "Oma asiakirja", "Egen handling", "Own document";
        ArrivedOn: "Saapumispäivä", "Ankomstdag", "Day of arrival";
        ArrivedAt: "Saapumisaika", "Ankomsttid", "Time of arrival";
        TimeHint: "Jos se on tiedossa, esimerkiksi 14.59.", "Om den är känd, till exempel 14.59.", "If it is known, for example 14.59.";
        ArrivalWay: "Saapumistapa", "Ankomstsätt", "Way of arrival";
        Sender: "Lähettäjä", "Avsändare", "Sender";
        Agent: "Asiamies", "Ombud", "Agent";
        AgentHint: "Jätä tyhjäksi, jos asiamiestä ei ole.", "Lämna tomt om det inte finns något ombud.", "Leave empty if there is no agent.";
        Author: "Laatinut virka tai yksikkö", "Tjänst eller enhet som upprättat handlingen", "Office that made it";
        MadeOn: "Laatimispäivä", "Dag då handlingen upprättades", "Day of making";
        SendingLead: "Täytä, jos asiakirja on lähetetty.", "Fyll i om handlingen har skickats.", "Fill in if the document was sent.";
        Sending: "Lähettäminen", "Sändning", "Sending";
        SentOn: "Lähetyspäivä", "Sändningsdag", "Day of sending";
        SentAt: "Lähetysaika", "Sändningstid", "Time of sending";
        SentWay: "Lähetystapa", "Sändningssätt", "Way of sending";
        SentTo: "Vastaanottaja", "Mottagare", "Sent to";
        ServiceMeans: "Tiedoksiantotapa", "Delgivningssätt", "Means of service";
        NotServed: "Ei annettu tiedoksi", "Inte delgiven", "Not served";
        TitleHint: "Näkyy vain virkailijoille.", "Syns bara för tjänsteinnehavare.", "Shown to officials only.";
        DocumentTitle: "Asiakirjan nimi", "Handlingens namn", "Title of the document";
        Voided: "Ei kuulu asiaan", "Hör inte till ärendet", "Does not belong to the case";
        VoidLead: "Kirjaus ja sen numero jäävät rekisteriin perusteluineen.", "Anteckningen och dess nummer blir kvar i registret med motivering.", "The record and its number stay in the register with the reason.";
        MeasureName: "Mitä tehtiin", "Vad som gjordes", "What was done";
        TakenOn: "Toimenpiteen päivä", "Åtgärdens dag", "Day of the measure";
        Parties: "Asianosaiset ja muut osalliset", "Parter och andra delaktiga", "Parties and others concerned";
        NoParties: "Ei vielä asianosaisia.", "Ännu inga parter.", "No parties yet.";
        PartyRole: "Asema asiassa", "Ställning i ärendet", "Position in the case";
        Organisation: "Organisaatio", "Organisation", "Organisation";
        NoOrganisation: "Ei organisaatiota", "Ingen organisation", "No organisation";
        Person: "Luonnollinen henkilö", "Fysisk person", "Natural person";
        PersonHint: "Valitse organisaatio tai kirjoita henkilön nimi, mutta älä molempia. Nimi ei ole julkinen.", "Välj en organisation eller skriv personens namn, men inte båda. Namnet är inte offentligt.", "Choose an organisation or write the person's name, but not both. The name is not public.";
        Relations: "Liittyvät asiat", "Anknytande ärenden", "Related cases";
        NoRelations: "Ei vielä liittyviä asioita.", "Ännu inga anknytande ärenden.", "No related cases yet.";
        OtherNumber: "Toisen asian asiatunnus", "Det andra ärendets nummer", "Number of the other case";
        Relation: "Tämä asia", "Det här ärendet", "This case";
        MovedOn: "Päivä", "Dag", "Day";
        MoveReason: "Pakollinen, jos asia suljetaan ilman päätöstä tai avataan uudelleen.", "Obligatorisk om ärendet avslutas utan beslut eller öppnas på nytt.", "Needed where the case is closed without a decision or reopened.";
        UndecidedRemains: "Asiassa on päätös, jota ei ole vielä tehty.", "I ärendet finns ett beslut som ännu inte har fattats.", "A decision of the case is not made yet.";
        FilingRemains: "Oikaisuvaatimus tai valitus odottaa ratkaisua.", "En omprövningsbegäran eller ett besvär väntar på avgörande.", "A claim or appeal waits for its outcome.";
        DisposedNotice: "Asia on hävitetty. Päätökset, rahoitus, asiatunnus ja julkinen nimi säilyvät.", "Ärendet har gallrats. Besluten, finansieringen, ärendenumret och det offentliga namnet bevaras.", "The case has been disposed of. The decisions, the money, the case number and the public title stay.";
        Classes: "Tehtäväluokat ja säilytysajat", "Uppgiftsklasser och förvaringstider", "Classes of cases and retention";
        NoClasses: "Ei vielä tehtäväluokkia.", "Ännu inga uppgiftsklasser.", "No classes yet.";
        ClassCode: "Luokan tunnus", "Klassens beteckning", "Code of the class";
        ClassCodeHint: "Esimerkiksi 02.05.01.", "Till exempel 02.05.01.", "For example 02.05.01.";
        ClassName: "Luokan nimi", "Klassens namn", "Name of the class";
        CasesInClass: "Asioita", "Ärenden", "Cases";
        Rules: "Säilytysajat", "Förvaringstider", "Retention rules";
        NoRules: "Ei vielä säilytysaikaa: luokan asioita ei esitetä hävitettäviksi.", "Ännu ingen förvaringstid: klassens ärenden föreslås inte för gallring.", "No retention rule yet: cases of the class are not proposed for disposal.";
        Rule: "Säilytysaika", "Förvaringstid", "Retention rule";
        Years: "Vuosia asian sulkemisesta", "År efter att ärendet avslutats", "Years from the closing of the case";
        YearsHint: "Jätä tyhjäksi, jos asiat säilytetään pysyvästi.", "Lämna tomt om ärendena bevaras varaktigt.", "Leave empty where cases are kept permanently.";
        Permanent: "Säilytetään pysyvästi", "Bevaras varaktigt", "Kept permanently";
        Basis: "Peruste", "Grund", "Basis";
        Ground: "Säädös tai määräys", "Författning eller bestämmelse", "Statute or order";
        ValidFrom: "Voimassa alkaen", "Gäller från och med", "In force from";
        ValidUntil: "Voimassa asti", "Gäller till och med", "In force until";
        Open: "toistaiseksi", "tills vidare", "until further notice";
        Numbering: "Asiatunnusten antaminen", "Hur ärendenummer ges", "Where case numbers come from";
        NumberingLead: "Asiatunnukset tulevat kaupungin asianhallinnasta, ellei rekisteri anna niitä. Asetus koskee asioita, jotka avataan sen ensimmäisenä päivänä tai myöhemmin.", "Ärendenumren kommer från stadens ärendehantering om inte registret ger dem. Inställningen gäller ärenden som öppnas på dess första dag eller senare.", "Case numbers come from the city's case system unless the register issues them. A setting holds for cases opened on its first day or later.";
        NumberingOf: "Asiatunnus", "Ärendenumret", "Case number";
        FirstDay: "Ensimmäinen päivä", "Första dagen", "First day";
        LastIssued: "Viimeisin numero tänä vuonna", "Senaste nummer i år", "Last number this year";
        NoSettings: "Ei vielä asetuksia: asiatunnukset tulevat kaupungin asianhallinnasta.", "Ännu inga inställningar: ärendenumren kommer från stadens ärendehantering.", "No settings yet: case numbers come from the city's case system.";
        Disposal: "Hävitysluettelo", "Gallringslista", "Disposal list";
        DisposalLead: "Luettelossa ovat suljetut asiat, joiden säilytysaika on päättynyt ja joissa mikään ei ole kesken. Kirjaaja esittää asian hävitettäväksi, ja toinen henkilö, pääkäyttäjä, hyväksyy esityksen tai jättää asian säilytettäväksi.", "Listan har avslutade ärenden vars förvaringstid har gått ut och där inget är oavslutat. Registratorn föreslår gallring, och en annan person, huvudanvändaren, godkänner förslaget eller låter ärendet bevaras.", "The list has closed cases whose retention has ended and in which nothing is under way. A registrar proposes a case, and another person, the administrator, approves that or lets the case be kept.";
        Ripe: "Säilytysaika päättynyt", "Förvaringstiden har gått ut", "Retention ended";
        NoRipe: "Ei vielä asioita, joiden säilytysaika on päättynyt.", "Ännu inga ärenden vars förvaringstid har gått ut.", "No case whose retention has ended yet.";
        Proposed: "Esitetty hävitettäväksi", "Föreslagna för gallring", "Proposed for disposal";
        NoProposed: "Ei vielä esityksiä.", "Ännu inga förslag.", "No proposals yet.";
        Decided: "Viimeksi ratkaistut esitykset", "Senast avgjorda förslag", "Last decided proposals";
        RetentionEnded: "Säilytysaika päättyi", "Förvaringstiden gick ut", "Retention ended on";
        ProposedBy: "Esittänyt", "Föreslaget av", "Proposed by";
        DecidedBy: "Ratkaissut", "Avgjort av", "Decided by";
        Outcome: "Ratkaisu", "Avgörande", "Outcome";
        Left: "Jätetty säilytettäväksi", "Bevaras", "Kept on";
        Disposed: "Hävitetty", "Gallrat", "Disposed of";
        WhatGoes: "Mitä hävitetään", "Vad som gallras", "What is removed";
        WhatStays: "Mitä säilyy pysyvästi", "Vad som bevaras varaktigt", "What stays for good";
        StaysSentence: "Päätökset, pykälät, rahoitus, asiatunnus, julkinen nimi ja tieto hävittämisestä.", "Besluten, paragraferna, finansieringen, ärendenumret, det offentliga namnet och uppgiften om gallringen.", "The decisions, sections, money, case number, public title and the record of the disposal.";
        Documents: "Asiakirjojen kirjauksia", "Anteckningar om handlingar", "Records of documents";
        Measures: "Toimenpiteitä", "Åtgärder", "Measures";
        PartiesCount: "Asianosaisia ja muita osallisia", "Parter och andra delaktiga", "Parties and others concerned";
        Drafts: "Päätösten luonnostekstejä", "Utkast till beslut", "Draft texts of decisions";
        Filers: "Muutoksenhakijoiden nimiä", "Namn på ändringssökande", "Names of claimants and appellants";
        Payloads: "Lokitapahtumien sisältöjä", "Innehåll i logghändelser", "Contents of log events";
        TitleGoes: "Sisäinen nimi ja tilan muutosten perustelut", "Det interna namnet och motiveringarna till ändringarna i läget", "The internal title and the reasons of changes of state";
        Obstacles: "Miksi asia säilytetään", "Varför ärendet bevaras", "Why the case is kept";
        CannotUndo: "Hävittämistä ei voi perua.", "Gallringen kan inte ångras.", "A disposal cannot be undone.";
        ConfirmDisposal: "Olen tarkistanut, että asia voidaan hävittää", "Jag har kontrollerat att ärendet kan gallras", "I have checked that the case can be disposed of";
        AnotherPerson: "Esityksen hyväksyy toinen henkilö kuin sen tekijä.", "Förslaget godkänns av en annan person än den som gjort det.", "A proposal is approved by another person than the one who made it.";
    }
}

impl CaseText {
    /// The label of a field by its name.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "internal_title" => Self::InternalTitle,
            "class" => Self::Class,
            "pending_since" => Self::PendingSince,
            "document_title" => Self::DocumentTitle,
            "phase" => Self::Phase,
            "measure" => Self::Measure,
            "arrived_on" => Self::ArrivedOn,
            "arrived_at" => Self::ArrivedAt,
            "arrival_way" => Self::ArrivalWay,
            "sender" => Self::Sender,
            "agent" => Self::Agent,
            "author" => Self::Author,
            "made_on" => Self::MadeOn,
            "sent_on" => Self::SentOn,
            "sent_at" => Self::SentAt,
            "sent_way" => Self::SentWay,
            "sent_to" => Self::SentTo,
            "service_means" => Self::ServiceMeans,
            "measure_name" => Self::MeasureName,
            "taken_on" => Self::TakenOn,
            "party_role" => Self::PartyRole,
            "organisation" => Self::Organisation,
            "person" => Self::Person,
            "other_number" => Self::OtherNumber,
            "relation" => Self::Relation,
            "moved_on" => Self::MovedOn,
            "class_code" => Self::ClassCode,
            "class_name" => Self::ClassName,
            "years" => Self::Years,
            "permanent" => Self::Permanent,
            "basis" => Self::Basis,
            "ground" => Self::Ground,
            "valid_from" => Self::ValidFrom,
            "valid_until" => Self::ValidUntil,
            "numbering" => Self::NumberingOf,
            "first_day" => Self::FirstDay,
            _ => return None,
        })
    }
}

texts! {
    /// What is done with a case.
    pub enum CaseButton {
        AddIncoming: "Kirjaa saapunut asiakirja", "Registrera en inkommen handling", "Register an incoming document";
        AddOwn: "Kirjaa oma asiakirja", "Registrera en egen handling", "Register an own document";
        CorrectDocument: "Korjaa asiakirjan kirjausta", "Rätta anteckningen om handlingen", "Correct the record of the document";
        VoidDocument: "Merkitse asiaan kuulumattomaksi", "Märk som icke hörande till ärendet", "Mark as not belonging to the case";
        AddMeasure: "Kirjaa toimenpide", "Anteckna en åtgärd", "Record a measure";
        CorrectMeasure: "Korjaa toimenpidettä", "Rätta åtgärden", "Correct the measure";
        AddParty: "Lisää osallinen", "Lägg till en delaktig", "Add somebody concerned";
        CorrectParty: "Korjaa osallisen tietoja", "Rätta uppgifterna om den delaktiga", "Correct who is concerned";
        Remove: "Poista", "Ta bort", "Remove";
        Relate: "Liitä toiseen asiaan", "Anknyt till ett annat ärende", "Relate to another case";
        Move: "Muuta tilaa", "Ändra läget", "Change the state";
        Resolve: "Merkitse ratkaistuksi", "Märk som avgjort", "Mark as resolved";
        Close: "Sulje asia", "Avsluta ärendet", "Close the case";
        Reopen: "Avaa uudelleen", "Öppna på nytt", "Reopen";
        AddClass: "Lisää tehtäväluokka", "Lägg till en uppgiftsklass", "Add a class";
        AddRule: "Lisää säilytysaika", "Lägg till en förvaringstid", "Add a retention rule";
        ChangeRule: "Muuta säilytysaikaa", "Ändra förvaringstiden", "Change the retention rule";
        SetNumbering: "Tallenna asetus", "Spara inställningen", "Save the setting";
        Propose: "Esitä hävitettäväksi", "Föreslå gallring", "Propose for disposal";
        Approve: "Hyväksy ja hävitä", "Godkänn och gallra", "Approve and dispose of";
        Leave: "Jätä säilytettäväksi", "Låt bevaras", "Let it be kept";
        Look: "Tarkastele", "Granska", "Look at it";
    }
}

texts_of! {
    /// Where a case stands.
    pub fn state(CaseState) {
        Pending: "Vireillä", "Anhängigt", "Pending";
        Resolved: "Ratkaistu", "Avgjort", "Resolved";
        Closed: "Suljettu", "Avslutat", "Closed";
        Disposed: "Hävitetty", "Gallrat", "Disposed of";
    }
}

texts_of! {
    /// A phase of the handling of a case.
    pub fn phase(Phase) {
        Initiation: "Vireilletulo", "Anhängiggörande", "Initiation";
        Preparation: "Valmistelu", "Beredning", "Preparation";
        Decision: "Päätöksenteko", "Beslutsfattande", "Decision-making";
        Service: "Tiedoksianto", "Delgivning", "Service";
        Appeal: "Muutoksenhaku", "Ändringssökande", "Appeal";
        Enforcement: "Toimeenpano ja seuranta", "Verkställighet och uppföljning", "Enforcement and follow-up";
    }
}

texts_of! {
    /// By which way a document comes or goes.
    pub fn document_way(DocumentWay) {
        Post: "posti tai lähetti", "post eller bud", "post or messenger";
        EMail: "sähköposti", "e-post", "e-mail";
        EService: "sähköinen asiointipalvelu", "elektronisk tjänst", "electronic service";
        InPerson: "henkilökohtaisesti", "personligen", "in person";
        System: "tietojärjestelmästä toiseen", "från ett informationssystem till ett annat", "from one information system to another";
        Fax: "telekopio", "telefax", "fax";
    }
}

texts_of! {
    /// As what somebody has to do with a case.
    pub fn party_role(PartyRole) {
        Initiator: "vireillepanija", "den som inlett ärendet", "initiator";
        Party: "asianosainen", "part", "party";
        Other: "muu osallinen", "annan delaktig", "other person concerned";
    }
}

texts_of! {
    /// What a case is to another: `This case … the other`.
    pub fn relation(RelationKind) {
        Continues: "jatkaa asiaa", "fortsätter ärendet", "continues the case";
        ContinuedBy: "jatkuu asiassa", "fortsätter i ärendet", "is continued by the case";
        PartOf: "on osa asiaa", "är en del av ärendet", "is a part of the case";
        Contains: "sisältää asian", "innehåller ärendet", "contains the case";
        Related: "liittyy asiaan", "anknyter till ärendet", "is related to the case";
    }
}

texts_of! {
    /// What a retention rests on.
    pub fn basis(RetentionBasis) {
        Statute: "säädös", "författning", "statute";
        ArchiveOrder: "Kansallisarkiston määräys", "Riksarkivets bestämmelse", "order of the National Archives";
    }
}

texts_of! {
    /// Where case numbers come from.
    pub fn numbering(Numbering) {
        External: "kaupungin asianhallinnasta", "från stadens ärendehantering", "from the city's case system";
        IssuedHere: "rekisteristä, ilman aukkoja", "från registret, utan luckor", "from the register, without gaps";
    }
}

/// How long cases are kept.
///
/// ```
/// use domain::case::Retention;
/// use wording::{Lang, desk::case::retention};
/// assert_eq!(retention(Retention::Years(10), Lang::Fi), "10 vuotta");
/// ```
pub fn retention(retention: Retention, lang: Lang) -> String {
    match (retention, lang) {
        (Retention::Permanent, Lang::Fi) => "pysyvästi".to_owned(),
        (Retention::Permanent, Lang::Sv) => "varaktigt".to_owned(),
        (Retention::Permanent, Lang::En) => "permanently".to_owned(),
        (Retention::Years(1), Lang::Fi) => "1 vuosi".to_owned(),
        (Retention::Years(years), Lang::Fi) => format!("{years} vuotta"),
        (Retention::Years(years), Lang::Sv) => format!("{years} år"),
        (Retention::Years(1), Lang::En) => "1 year".to_owned(),
        (Retention::Years(years), Lang::En) => format!("{years} years"),
    }
}

/// Why a case is kept.
pub fn obstacle(obstacle: DisposalObstacle, lang: Lang) -> String {
    use DisposalObstacle as O;
    let sentence = match obstacle {
        O::NotClosed => Why::NotClosed,
        O::NoRule => Why::NoRule,
        O::Permanent => Why::Permanent,
        O::Undecided => Why::Undecided,
        O::FilingOpen => Why::FilingOpen,
        O::AppealPeriodRuns => Why::AppealPeriodRuns,
        O::AppealPeriodUnknown => Why::AppealPeriodUnknown,
        O::ProjectEndUnknown => Why::ProjectEndUnknown,
        O::RunsUntil(day) | O::ProjectRuns(day) => {
            let why = if matches!(obstacle, O::RunsUntil(_)) {
                Why::RunsUntil
            } else {
                Why::ProjectRuns
            };
            return format!("{} {}.", why.text(lang), format::date(day, lang));
        }
    };
    sentence.text(lang).to_owned()
}

texts! {
    /// Why a case is kept; two of them end with a day.
    enum Why {
        NotClosed: "Asiaa ei ole suljettu.", "Ärendet är inte avslutat.", "The case is not closed.";
        NoRule: "Asian tehtäväluokalla ei ole voimassa olevaa säilytysaikaa.", "Ärendets uppgiftsklass har ingen gällande förvaringstid.", "The class of the case has no retention rule in force.";
        Permanent: "Asia säilytetään pysyvästi.", "Ärendet bevaras varaktigt.", "The case is kept permanently.";
        RunsUntil: "Säilytysaika päättyy", "Förvaringstiden går ut", "The retention ends on";
        Undecided: "Asiassa on päätös, jota ei ole tehty.", "I ärendet finns ett beslut som inte har fattats.", "A decision of the case is not made.";
        FilingOpen: "Oikaisuvaatimus tai valitus odottaa ratkaisua.", "En omprövningsbegäran eller ett besvär väntar på avgörande.", "A claim or appeal waits for its outcome.";
        AppealPeriodRuns: "Muutoksenhakuaika on käynnissä.", "Tiden för ändringssökande löper.", "An appeal period runs.";
        AppealPeriodUnknown: "Jonkun muutoksenhakuaika ei ole tiedossa, eikä päätöstä ole merkitty lainvoimaiseksi.", "Någons tid för ändringssökande är inte känd, och beslutet har inte antecknats ha vunnit laga kraft.", "Somebody's appeal period is not known, and the decision is not stated final.";
        ProjectRuns: "Hanke on käynnissä; se päättyy", "Ett projekt pågår; det avslutas", "A project runs; it ends on";
        ProjectEndUnknown: "Ei tiedetä, milloin hanke päättyy.", "Det är inte känt när ett projekt avslutas.", "It is not known when a project ends.";
    }
}

/// How many cases a list has.
pub fn counted(count: u64, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fi) => "1 asia".to_owned(),
        (_, Lang::Fi) => format!("{count} asiaa"),
        (1, Lang::Sv) => "1 ärende".to_owned(),
        (_, Lang::Sv) => format!("{count} ärenden"),
        (1, Lang::En) => "1 case".to_owned(),
        (_, Lang::En) => format!("{count} cases"),
    }
}
