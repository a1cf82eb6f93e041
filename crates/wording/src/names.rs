//! Names of coded values: what a choice in a form and a cell in a table say.

use calendar::Remedy;
use domain::Lang;
use domain::appeal_right::AppealRight;
use domain::decision::{ChangeEffect, CommitmentStrength, DecisionKind};
use domain::funding::FundingCategory;
use domain::organisation::OrganisationKind;
use domain::personal::MentionKind;
use domain::project::CityRole;
use domain::project::phase::Phase;
use domain::publication::PublicationRule;
use domain::service::ServiceMeans;

texts_of! {
    /// How firm a commitment is.
    pub fn strength(CommitmentStrength) {
        Granted: "myönnetään", "beviljas", "granted";
        AtMost: "sitoudutaan enintään", "förbindelse högst", "at most";
        Conditional: "ehdollinen", "villkorlig", "conditional";
        ProvidedFor: "varaudutaan", "beredskap", "provided for";
    }
}

texts_of! {
    /// What becomes of an earlier decision.
    pub fn change_effect(ChangeEffect) {
        Amends: "muutetaan", "ändras", "is amended";
        LetsLapse: "raukeaa", "förfaller", "lapses";
        Repeals: "kumotaan", "upphävs", "is repealed";
    }
}

texts_of! {
    /// What a decision does.
    pub fn decision_kind(DecisionKind) {
        Grant: "avustus hankkeelle", "understöd till ett projekt", "grant to a project";
        Participation: "osallistuminen rahoitukseen", "deltagande i finansieringen", "participation in funding";
        ConditionalPromise: "ehdollinen sitoumus", "villkorlig förbindelse", "conditional promise";
        Provision: "varautuminen tulevaan vuoteen", "beredskap för ett kommande år", "provision for a coming year";
        Amendment: "muutos aiempaan päätökseen", "ändring av ett tidigare beslut", "amendment of an earlier decision";
        Repeal: "aiemman päätöksen kumoaminen", "upphävande av ett tidigare beslut", "repeal of an earlier decision";
        Other: "muu päätös", "annat beslut", "other decision";
    }
}

texts_of! {
    /// On which day decisions are published.
    pub fn publication_rule(PublicationRule) {
        ByNextWorkingDay: "viimeistään päätöstä seuraavana työpäivänä", "senast arbetsdagen efter beslutet", "by the working day after the decision";
        FridayAfter: "seuraavana perjantaina, tai pyhän jälkeisenä työpäivänä", "följande fredag, eller arbetsdagen efter en helg", "on the following Friday, or the working day after a holiday";
    }
}

texts_of! {
    /// What something found in a text probably is.
    pub fn mention(MentionKind) {
        IdentityCode: "henkilötunnus", "personbeteckning", "personal identity code";
        AccountNumber: "tilinumero", "kontonummer", "account number";
        Email: "sähköpostiosoite", "e-postadress", "e-mail address";
        Phone: "puhelinnumero", "telefonnummer", "telephone number";
        Address: "katuosoite", "gatuadress", "street address";
        Name: "henkilön nimi", "en persons namn", "a person's name";
    }
}

texts_of! {
    /// What kind of money a funding line is.
    pub fn category(FundingCategory) {
        EuAndState: "EU- ja valtion rahoitus", "EU- och statlig finansiering", "EU and state funding";
        MunicipalShare: "kuntarahoitusosuus", "kommunal finansieringsandel", "municipal share";
        OwnContribution: "omarahoitus", "egen finansiering", "own contribution";
        OtherPublic: "muu julkinen rahoitus", "annan offentlig finansiering", "other public funding";
        Private: "yksityinen rahoitus", "privat finansiering", "private funding";
        Several: "useita rahoituslajeja", "flera slag av finansiering", "several kinds of funding";
        StillToBeFound: "puuttuva rahoitus", "finansiering som saknas", "still to be found";
    }
}

texts_of! {
    /// What the city is in a project.
    pub fn city_role(CityRole) {
        CoFunder: "ulkopuolinen osarahoittaja", "utomstående medfinansiär", "outside co-funder";
        Beneficiary: "tuensaaja", "stödtagare", "beneficiary";
    }
}

texts_of! {
    /// How far a project has come.
    pub fn project_phase(Phase) {
        Idea: "idea", "idé", "idea";
        Applied: "rahoitusta haettu", "finansiering har sökts", "funding applied for";
        Granted: "rahoitus myönnetty", "finansiering har beviljats", "funding granted";
        Running: "käynnissä", "pågår", "running";
        Ended: "päättynyt", "avslutat", "ended";
        FinalReportAccepted: "loppuraportti hyväksytty", "slutrapporten har godkänts", "final report accepted";
        Interrupted: "keskeytetty", "avbrutet", "interrupted";
    }
}

texts_of! {
    /// What kind of organisation it is.
    pub fn organisation_kind(OrganisationKind) {
        Municipality: "kunta", "kommun", "municipality";
        Authority: "viranomainen", "myndighet", "authority";
        Private: "yritys, yhdistys tai säätiö", "företag, förening eller stiftelse", "company, association or foundation";
    }
}

texts_of! {
    /// How a party is served.
    pub fn service_means(ServiceMeans) {
        Letter: "kirje", "brev", "letter";
        LetterToAuthority: "kirje viranomaiselle", "brev till myndighet", "letter to an authority";
        EMessage: "sähköinen viesti", "elektroniskt meddelande", "electronic message";
        Proof: "todisteellinen tiedoksianto", "bevislig delgivning", "service with proof";
        Substituted: "sijaistiedoksianto", "mellanhandsdelgivning", "substituted service";
        PublicNotice: "yleistiedoksianto", "offentlig delgivning", "public notice";
    }
}

/// How a decision can be challenged, or that it cannot be.
pub fn appeal_right(right: AppealRight, lang: Lang) -> &'static str {
    match (right, lang) {
        (AppealRight::By(by), _) => remedy(by, lang),
        (AppealRight::PreparationOrImplementation, Lang::Fi) => {
            "muutoksenhakukielto: koskee vain valmistelua tai täytäntöönpanoa (kuntalaki 136 §)"
        }
        (AppealRight::PreparationOrImplementation, Lang::Sv) => {
            "besvärsförbud: gäller endast beredning eller verkställighet (kommunallagen 136 §)"
        }
        (AppealRight::PreparationOrImplementation, Lang::En) => {
            "no appeal: only preparation or implementation (Local Government Act, section 136)"
        }
    }
}

texts_of! {
    /// The name of a remedy.
    pub fn remedy(Remedy) {
        Rectification: "oikaisuvaatimus (kuntalaki)", "begäran om omprövning (kommunallagen)", "rectification claim (Local Government Act)";
        MunicipalAppeal: "kunnallisvalitus", "kommunalbesvär", "municipal appeal";
        AdministrativeAppeal: "hallintovalitus", "förvaltningsbesvär", "administrative appeal";
        RectificationAdministrative: "oikaisuvaatimus (hallintolaki)", "begäran om omprövning (förvaltningslagen)", "rectification claim (Administrative Procedure Act)";
        ProcurementCorrection: "hankintaoikaisu", "upphandlingsrättelse", "procurement correction";
        MarketCourt: "valitus markkinaoikeuteen, 14 päivää", "besvär hos marknadsdomstolen, 14 dagar", "appeal to the Market Court, 14 days";
        MarketCourt30: "valitus markkinaoikeuteen, 30 päivää", "besvär hos marknadsdomstolen, 30 dagar", "appeal to the Market Court, 30 days";
        MarketCourt6Months: "valitus markkinaoikeuteen, 6 kuukautta", "besvär hos marknadsdomstolen, 6 månader", "appeal to the Market Court, 6 months";
        SupremeAdministrativeCourt: "valitus korkeimpaan hallinto-oikeuteen", "besvär hos högsta förvaltningsdomstolen", "appeal to the Supreme Administrative Court";
    }
}

texts_of! {
    /// The name of a language, as one says in which language a text is.
    pub fn language(Lang) {
        Fi: "suomi", "finska", "Finnish";
        Sv: "ruotsi", "svenska", "Swedish";
        En: "englanti", "engelska", "English";
    }
}
