//! What an import of a decision document says: what was read, what follows, what was not found
//! and what deviates; and why a file is not read at all.

use calendar::Remedy;
use domain::Lang;
use domain::finding::parse_date;
use domain::reading::{NotADecision, Note, NoteKind, Subject};
use domain::service::ServiceMeans;

use crate::{format, names};

texts_of! {
    /// The heading above the notes of a kind.
    pub fn kind(NoteKind) {
        Read: "Luettu", "Läst", "Read";
        Inferred: "Päätelty, vahvista", "Härlett, bekräfta", "Inferred, to be confirmed";
        NotFound: "Ei löytynyt", "Hittades inte", "Not found";
        Deviates: "Poikkeaa", "Avviker", "Deviates";
    }
}

texts_of! {
    /// Why a file is not read as a decision document, and what to do.
    pub fn refusal(NotADecision) {
        Empty:
            "Tiedosto on tyhjä.",
            "Filen är tom.",
            "The file is empty.";
        TooLarge:
            "Tiedosto on suurempi kuin 10 Mt. Anna yhden päätöksen teksti.",
            "Filen är större än 10 MB. Ge texten till ett beslut.",
            "The file is larger than 10 MB. Give the text of one decision.";
        Pdf:
            "Tiedosto on PDF. Anna sen teksti tekstitiedostona.",
            "Filen är en PDF. Ge dess text som en textfil.",
            "The file is a PDF. Give its text as a text file.";
        AnotherFormat:
            "Tiedosto ei ole pelkkää tekstiä. Tallenna se tekstitiedostoksi.",
            "Filen är inte ren text. Spara den som en textfil.",
            "The file is not plain text. Save it as a text file.";
        Binary:
            "Tiedosto ei ole tekstiä.",
            "Filen är inte text.",
            "The file is not text.";
        UnknownEncoding:
            "Tiedoston merkistöä ei tunneta. Tallenna se UTF-8-muodossa.",
            "Filens teckenkodning är okänd. Spara den som UTF-8.",
            "The encoding of the file is not known. Save it as UTF-8.";
        NoDecision:
            "Teksti ei ole päätösasiakirja: siinä ei ole asiatunnusta eikä päätöksen otsikoita.",
            "Texten är inte ett beslutsdokument: den har varken ärendenummer eller ett besluts rubriker.",
            "The text is not a decision document: it has neither a case number nor a decision's headings.";
    }
}

texts_of! {
    /// What a note is about.
    pub fn subject(Subject) {
        Encoding: "Merkistö", "Teckenkodning", "Encoding";
        CaseNumber: "Asiatunnus", "Ärendenummer", "Case number";
        Title: "Otsikko", "Rubrik", "Title";
        Section: "Pykälä", "Paragraf", "Section";
        SectionYear: "Pykälän vuosi", "Paragrafens år", "Year of the section";
        DecisionDate: "Päätöksen päivä", "Beslutsdag", "Day of the decision";
        SignedNoLaterThan: "Allekirjoitettu viimeistään", "Undertecknat senast", "Signed no later than";
        DecisionMaker: "Päätöksentekijä", "Beslutsfattare", "Decision maker";
        Background: "Selostuksen kappaleita", "Stycken i bakgrunden", "Paragraphs of background";
        Resolution: "Päätösosan kappaleita", "Stycken i beslutsdelen", "Paragraphs of the resolution";
        Authority: "Toimivalta", "Befogenhet", "Authority";
        AppliedProvisions: "Sovelletut oikeusohjeet", "Tillämpade bestämmelser", "Provisions applied";
        Commitment: "Kaupungin osuus", "Stadens andel", "The city's share";
        CommitmentYear: "Kaupungin osuuden tilikausi", "Räkenskapsår för stadens andel", "Accounting year of the city's share";
        RequestedEuros: "Kaupungilta haettu", "Ansökt av staden", "Asked of the city";
        Project: "Hanke", "Projekt", "Project";
        ProjectPeriod: "Hankekausi", "Projektperiod", "Project period";
        Funders: "Rahoittajat", "Finansiärer", "Funders";
        OrganisationName: "Organisaation nimi", "Organisationens namn", "Name of the organisation";
        TotalCost: "Kokonaiskustannus", "Totalkostnad", "Total cost";
        ProgrammeNumber: "Rahoituspäätöksen numero", "Finansieringsbeslutets nummer", "Number of the funding decision";
        ProgrammeDate: "Rahoituspäätöksen päivä", "Finansieringsbeslutets dag", "Day of the funding decision";
        Contact: "Lisätietojen antaja", "Uppgiftslämnare", "Contact";
        Distribution: "Tiedoksi saavia", "För kännedom till antal", "Informed only, number of";
        Party: "Asianosainen", "Part", "Party";
        ServiceMeans: "Tiedoksiantotapa", "Delgivningssätt", "Means of service";
        ServiceDay: "Tiedoksiannon päivä", "Delgivningsdag", "Day of the service";
        PublishedOn: "Julkaistu", "Publicerat", "Published";
        CertifiedOn: "Ote todistettu oikeaksi", "Utdraget bestyrkt", "Extract certified";
        CertifiedPlace: "Todistamisen paikka", "Ort för bestyrkandet", "Place of the certification";
        CertifiedBeforePublished: "Todistaminen ja julkaiseminen", "Bestyrkande och publicering", "Certification and publication";
        Remedy: "Muutoksenhakukeino", "Ändringssökande", "Remedy";
        RemedyBody: "Oikaisuvaatimusviranomainen", "Omprövningsmyndighet", "Authority for the claim";
        RegistryContacts: "Kirjaamon yhteystiedot", "Registraturens kontaktuppgifter", "Contacts of the registry";
        OpeningHours: "Kirjaamon aukioloaika", "Registraturens öppettider", "Opening hours of the registry";
        Period: "Muutoksenhakuajan pituus", "Ändringssökandetidens längd", "Length of the appeal period";
        LetterKnowledge: "Tiedoksisaanti kirjeestä", "Delfående av brev", "Knowledge by letter";
        EMessageKnowledge: "Tiedoksisaanti sähköisestä viestistä", "Delfående av elektroniskt meddelande", "Knowledge by e-message";
        MemberKnowledge: "Kunnan jäsenen tiedoksisaanti", "Kommunmedlemmens delfående", "Knowledge of municipal members";
        KnowledgeDayCounted: "Tiedoksisaantipäivä", "Delfåendedagen", "The day of knowledge";
        NonDays: "Päivät, joihin määräaika ei voi päättyä", "Dagar då tiden inte kan gå ut", "Days on which the period cannot end";
        ClosingHour: "Viimeisen päivän kellonaika", "Klockslag på sista dagen", "Hour of the last day";
        Claimants: "Oikaisuvaatimuksen tekijät", "Vem som får begära omprövning", "Who may make the claim";
        NamesInText: "Henkilönnimiä tekstissä", "Personnamn i texten", "Names of people in the text";
        Headings: "Asiakirjan väliotsikot", "Dokumentets rubriker", "Headings of the document";
        Unrecognised: "Rekisterin kenttiin sijoittumattomia kappaleita", "Stycken utan fält i registret", "Paragraphs without a field in the register";
    }
}

texts! {
    /// Why something is inferred.
    enum Why {
        Guess: "Tieto on päätelty tekstistä.", "Uppgiften är härledd ur texten.", "It is inferred from the text.";
        Encoding: "Tiedosto ei ole UTF-8-muodossa.", "Filen är inte UTF-8.", "The file is not UTF-8.";
        Section: "Numero on luettu muutoksenhakuohjeen otsakkeesta.", "Numret är läst ur besvärsanvisningens sidhuvud.", "The number is read from the header of the appeal instruction.";
        SectionYear: "Asian vireilletulon ja otteen välissä on vain tämä vuosi.", "Mellan ärendets anhängiggörande och utdraget finns bara detta år.", "Between the opening of the case and the extract there is only this year.";
        Signed: "Oikeaksi todistettu tai julkaistu päätös on jo allekirjoitettu.", "Ett bestyrkt eller publicerat beslut är redan undertecknat.", "A certified or published decision has been signed.";
        Maker: "Virka on luettu otteen oikeaksi todistamisesta.", "Tjänsten är läst ur bestyrkandet av utdraget.", "The office is read from the certification of the extract.";
        Project: "Nimi on luettu otsikon tai selostuksen sanoista.", "Namnet är läst ur rubriken eller bakgrunden.", "The name is read from the words of the title or the background.";
        Party: "Rahoituksen saaja ehdotetaan asianosaiseksi; tiedoksi saavat eivät ole asianosaisia.", "Den som får finansieringen föreslås som part; de som får beslutet för kännedom är inte parter.", "Whoever gets the funding is proposed as the party; those informed only are not parties.";
        Name: "Nimi voi olla taivutettu: tarkista sen muoto.", "Namnet kan vara böjt: kontrollera formen.", "The name may be inflected: check its form.";
        Names: "Nimet on merkitty henkilötiedoiksi.", "Namnen är märkta som personuppgifter.", "The names are marked as personal data.";
    }
}

const fn why(subject: Subject) -> Why {
    match subject {
        Subject::Encoding => Why::Encoding,
        Subject::Section => Why::Section,
        Subject::SectionYear => Why::SectionYear,
        Subject::SignedNoLaterThan => Why::Signed,
        Subject::DecisionMaker => Why::Maker,
        Subject::Project => Why::Project,
        Subject::Party => Why::Party,
        Subject::OrganisationName => Why::Name,
        Subject::NamesInText => Why::Names,
        _ => Why::Guess,
    }
}

texts! {
    /// What the statute says where the document says otherwise.
    enum Statute {
        Check: "Tarkista kohta.", "Kontrollera punkten.", "Check it.";
        Member: "Kuntalain 140 §:n mukaan kunnan jäsen saa tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä.", "Enligt 140 § i kommunallagen får en kommunmedlem kännedom sju dagar efter det att protokollet är framlagt.", "By section 140 of the Local Government Act a municipal member has knowledge seven days after the minutes are available.";
        Letter: "Hallintolain 59 §:n mukaan tieto saadaan seitsemäntenä päivänä kirjeen lähettämisestä.", "Enligt 59 § i förvaltningslagen fås kännedom den sjunde dagen efter att brevet avsändes.", "By section 59 of the Administrative Procedure Act knowledge is had on the seventh day after the letter was sent.";
        Message: "Lain 13/2003 19 §:n mukaan tieto saadaan kolmantena päivänä viestin lähettämisestä.", "Enligt 19 § i lag 13/2003 fås kännedom den tredje dagen efter att meddelandet sändes.", "By section 19 of Act 13/2003 knowledge is had on the third day after the message was sent.";
        Period: "Kuntalain 138 §:n mukaan oikaisuvaatimusaika on 14 päivää tiedoksisaannista.", "Enligt 138 § i kommunallagen är tiden för omprövningsbegäran 14 dagar från delfåendet.", "By section 138 of the Local Government Act the claim is made within 14 days of knowledge.";
        Knowledge: "Lain 150/1930 2 §:n mukaan tiedoksisaantipäivää ei lueta määräaikaan.", "Enligt 2 § i lag 150/1930 räknas delfåendedagen inte in i tiden.", "By section 2 of Act 150/1930 the day of knowledge is not counted.";
        NonDays: "Lain 150/1930 5 §:n päivät ovat pyhäpäivä, itsenäisyyspäivä, vapunpäivä, joulu- ja juhannusaatto sekä arkilauantai.", "Dagarna i 5 § i lag 150/1930 är helgdag, självständighetsdagen, första maj, jul- och midsommarafton samt helgfri lördag.", "The days of section 5 of Act 150/1930 are church holidays, Independence Day, 1 May, Christmas and Midsummer Eve, and Saturdays.";
        Closing: "Lain 150/1930 6 §:n mukaan viimeinen päivä päättyy viraston aukioloajan päättyessä.", "Enligt 6 § i lag 150/1930 slutar den sista dagen när ämbetsverkets öppettid slutar.", "By section 6 of Act 150/1930 the last day ends when the office closes.";
        Published: "Ote on todistettu oikeaksi ennen tätä julkaisupäivää. Päivät kirjataan niin kuin ne asiakirjassa ovat.", "Utdraget är bestyrkt före denna publiceringsdag. Dagarna antecknas så som de står i dokumentet.", "The extract was certified before this day of publication. The days are recorded as the document states them.";
        Requested: "Haettu määrä ei ole sama kuin päätetty.", "Det ansökta beloppet är inte det beslutade.", "The amount asked for is not the amount decided.";
    }
}

const fn statute(subject: Subject) -> Statute {
    match subject {
        Subject::MemberKnowledge => Statute::Member,
        Subject::LetterKnowledge => Statute::Letter,
        Subject::EMessageKnowledge => Statute::Message,
        Subject::Period => Statute::Period,
        Subject::KnowledgeDayCounted => Statute::Knowledge,
        Subject::NonDays => Statute::NonDays,
        Subject::ClosingHour => Statute::Closing,
        Subject::CertifiedBeforePublished => Statute::Published,
        Subject::RequestedEuros => Statute::Requested,
        _ => Statute::Check,
    }
}

/// A note as one line.
///
/// ```
/// use domain::{Lang, reading::{Note, NoteKind, Subject}};
/// use wording::import::sentence;
/// let note = |kind, subject, value: &str, line| Note { kind, subject, value: value.to_owned(), line };
/// assert_eq!(
///     sentence(&note(NoteKind::Read, Subject::PublishedOn, "2023-08-18", Some(84)), Lang::Fi),
///     "Julkaistu: 18.8.2023 (rivi 84)"
/// );
/// assert_eq!(
///     sentence(&note(NoteKind::NotFound, Subject::TotalCost, "", None), Lang::Fi),
///     "Kokonaiskustannus: ei mainita tekstissä"
/// );
/// ```
pub fn sentence(note: &Note, lang: Lang) -> String {
    let subject = subject(note.subject, lang);
    let value = value(note, lang);
    let sentence = match note.kind {
        NoteKind::Read => format!("{subject}: {value}"),
        NoteKind::NotFound => format!("{subject}: {}", not_stated(lang)),
        NoteKind::Inferred => format!("{subject}: {value}. {}", why(note.subject).text(lang)),
        NoteKind::Deviates => {
            let end = if value.ends_with('.') { "" } else { "." };
            format!(
                "{subject}: ”{value}”{end} {}",
                statute(note.subject).text(lang)
            )
        }
    };
    let Some(line) = note.line else {
        return sentence;
    };
    let word = match lang {
        Lang::Fi => "rivi",
        Lang::Sv => "rad",
        Lang::En => "line",
    };
    format!("{sentence} ({word} {line})")
}

const fn not_stated(lang: Lang) -> &'static str {
    match lang {
        Lang::Fi => "ei mainita tekstissä",
        Lang::Sv => "nämns inte i texten",
        Lang::En => "not stated in the text",
    }
}

/// A note's value as people of the language read it.
fn value(note: &Note, lang: Lang) -> String {
    let code = note.value.as_str();
    let coded = match note.subject {
        Subject::ServiceMeans => {
            ServiceMeans::from_code(code).map(|means| names::service_means(means, lang).to_owned())
        }
        Subject::Remedy => {
            let remedy = code.parse::<Remedy>().ok();
            remedy.map(|remedy| names::remedy(remedy, lang).to_owned())
        }
        Subject::DecisionDate
        | Subject::SignedNoLaterThan
        | Subject::ProgrammeDate
        | Subject::ServiceDay
        | Subject::PublishedOn
        | Subject::CertifiedOn
        | Subject::CertifiedBeforePublished => parse_date(code).map(|day| format::date(day, lang)),
        _ => None,
    };
    coded.unwrap_or_else(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use domain::Lang;
    use domain::reading::{Note, NoteKind, Subject};

    use super::sentence;

    fn said(kind: NoteKind, subject: Subject, value: &str, lang: Lang) -> String {
        let value = value.to_owned();
        let note = Note {
            kind,
            subject,
            value,
            line: None,
        };
        sentence(&note, lang)
    }

    #[test]
    fn codes_and_days_are_said_in_the_readers_language() {
        use {Lang as L, NoteKind as K, Subject as S};
        let cases = [
            (S::ServiceMeans, "letter", L::Fi, "Tiedoksiantotapa: "),
            (
                S::CertifiedOn,
                "2023-08-09",
                L::En,
                "Extract certified: 9\u{a0}August 2023",
            ),
            (
                S::CertifiedOn,
                "2023-08-09",
                L::Sv,
                "Utdraget bestyrkt: 9.8.2023",
            ),
        ];
        for (subject, value, lang, expected) in cases {
            let said = said(K::Read, subject, value, lang);
            assert!(
                said.starts_with(expected) && !said.ends_with(value),
                "{said}"
            );
        }
    }

    #[test]
    fn every_note_has_its_sentence_in_every_language() {
        for lang in Lang::ALL {
            for kind in NoteKind::ALL {
                for subject in Subject::ALL {
                    let said = said(*kind, *subject, "arvo", lang);
                    assert!(said.len() > 8 && !said.contains('_'), "{said}");
                }
            }
        }
    }

    #[test]
    fn a_deviation_names_what_is_written_and_the_statute() {
        let written = "Tieto saadaan seitsemän päivän kuluessa.";
        let said = said(
            NoteKind::Deviates,
            Subject::MemberKnowledge,
            written,
            Lang::Fi,
        );
        assert!(
            said.contains(written) && said.contains("140 §") && said.contains("kuluttua"),
            "{said}"
        );
    }
}
