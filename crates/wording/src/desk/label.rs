//! The labels of fields, also by the place that a finding names.

use domain::Lang;

use super::appeal::AppealText;
use super::budget::BudgetText;
use super::budget_import;
use super::case::CaseText;
use super::co_funding::CoFundingText;
use super::commitment::CommitmentText;
use super::commitment_letter::LetterText;
use super::distribution::DistributionText;
use super::drafting::DraftingText;
use super::import_column;
use super::instalment::InstalmentText;
use super::life::LifeText;
use super::payment_claim::ClaimText;
use super::people;
use super::project::{self, ProjectText};
use crate::cost::CostText;
use crate::publicity::PublicityText;

texts! {
    /// What a field of an officials' form, or a column or item that shows it, is called.
    pub enum Label {
        Email: "Sähköpostiosoite", "E-postadress", "E-mail address";
        Password: "Salasana", "Lösenord", "Password";
        Number: "Asiatunnus", "Ärendenummer", "Case number";
        PublicTitle: "Asian julkinen nimi", "Ärendets offentliga namn", "Public title of the case";
        Name: "Nimi", "Namn", "Name";
        Summary: "Kuvaus", "Beskrivning", "Summary";
        Beneficiary: "Tuensaaja", "Stödtagare", "Beneficiary";
        FirstMonth: "Ensimmäinen kuukausi", "Första månaden", "First month";
        LastMonth: "Viimeinen kuukausi", "Sista månaden", "Last month";
        ProgrammeNumber: "Ohjelmaviranomaisen päätöksen numero", "Nummer på programmyndighetens beslut", "Number of the programme authority's decision";
        ProgrammeDate: "Ohjelmaviranomaisen päätöksen päivä", "Dag för programmyndighetens beslut", "Day of the programme authority's decision";
        Kind: "Laji", "Slag", "Kind";
        BusinessId: "Y-tunnus", "FO-nummer", "Business ID";
        Reason: "Syy", "Orsak", "Reason";
        TotalCost: "Hankkeen kokonaiskustannus, €", "Projektets totalkostnad, €", "Total cost of the project, €";
        Title: "Otsikko", "Rubrik", "Title";
        Language: "Päätöksen kieli", "Beslutets språk", "Language of the decision";
        Series: "Päätöksentekijä", "Beslutsfattare", "Decision maker";
        Section: "Pykälä", "Paragraf", "Section";
        Resolution: "Päätös", "Beslut", "Resolution";
        Background: "Selostus ja perustelut", "Redogörelse och motivering", "Background and reasons";
        Authority: "Toimivalta", "Befogenhet", "Authority";
        AppliedProvisions: "Sovelletut oikeusohjeet", "Tillämpade bestämmelser", "Applied provisions";
        ContactOffice: "Lisätietoja antava virka tai yksikkö", "Tjänst eller enhet som ger upplysningar", "Office that gives further information";
        ContactPerson: "Lisätietoja antava henkilö", "Person som ger upplysningar", "Person who gives further information";
        Distribution: "Tiedoksi", "För kännedom", "For information";
        Remedy: "Muutoksenhakukeino", "Ändringssökande", "Remedy";
        Unrecognised: "Tunnistamatta jäänyt teksti", "Text som inte kändes igen", "Text that was not recognised";
        Commitment: "Sitoumus", "Förbindelse", "Commitment";
        Year: "Vuosi", "År", "Year";
        Amount: "Summa, €", "Belopp, €", "Amount, €";
        Strength: "Sitovuus", "Bindande verkan", "Strength";
        BudgetLine: "Talousarviokohta", "Budgetmoment", "Budget line";
        Condition: "Ehto", "Villkor", "Condition";
        Party: "Asianosainen", "Part", "Party";
        Organisation: "Organisaatio", "Organisation", "Organisation";
        Means: "Tiedoksiantotapa", "Delgivningssätt", "Means of service";
        Row: "Rivi", "Rad", "Row";
        Funders: "Rahoittajat", "Finansiärer", "Funders";
        Category: "Rahoituslaji", "Finansieringsslag", "Category";
        Share: "Osuus, %", "Andel, %", "Share, %";
        Total: "Yhteensä, €", "Sammanlagt, €", "Total, €";
        Part: "Osa edellistä", "Del av föregående", "Part of the above";
        Project: "Hanke", "Projekt", "Project";
        Confirmed: "Vahvistus", "Bekräftelse", "Confirmation";
        DecidedOn: "Päätöspäivä", "Beslutsdag", "Day of the decision";
        NoLaterThan: "Päätetty viimeistään", "Beslutat senast", "Decided no later than";
        Source: "Lähde", "Källa", "Source";
        PublishedOn: "Julkaisupäivä", "Publiceringsdag", "Day of publication";
        DayUnknown: "Julkaistu muualla; päivä ei ole tiedossa", "Publicerat på annat håll; dagen är inte känd", "Published elsewhere; the day is not known";
        EventOn: "Tiedoksiannon päivä", "Dag för delgivningen", "Day of the service";
        EventAt: "Kellonaika", "Klockslag", "Time of day";
        Consent: "Suostumus sähköiseen tiedoksiantoon", "Samtycke till elektronisk delgivning", "Consent to electronic service";
        Proof: "Todiste tiedoksiannosta", "Bevis på delgivningen", "Proof of the service";
        ShownReceipt: "Näytetty saaneen päätöksen vasta", "Visat sig ha fått beslutet först", "Shown to have received it only on";
        NewMeans: "Uuden muutoksenhakuohjauksen tiedoksiantotapa", "Delgivningssätt för den nya anvisningen", "Means of service of the new instructions";
        NewOn: "Uuden muutoksenhakuohjauksen tiedoksianto", "Delgivning av den nya anvisningen", "Service of the new instructions";
        RecordedBy: "Kirjannut", "Antecknat av", "Recorded by";
        Place: "Paikka", "Ort", "Place";
        Day: "Päivä", "Dag", "Day";
        Role: "Rooli", "Roll", "Role";
        Office: "Virka", "Tjänst", "Office";
        Period: "Hankkeen aika", "Projekttid", "Project period";
        ProgrammeDecision: "Ohjelmaviranomaisen päätös", "Programmyndighetens beslut", "Decision of the programme authority";
        State: "Tila", "Läge", "State";
        Changed: "Muutettu", "Ändrat", "Changed";
        Preparer: "Valmistelija", "Beredare", "Preparer";
        Case: "Asia", "Ärende", "Case";
        Decision: "Päätös", "Beslut", "Decision";
        Address: "Julkinen osoite", "Offentlig adress", "Public address";
        Version: "Versio", "Version", "Version";
        Recipient: "Saaja", "Mottagare", "Recipient";
        AppealPeriod: "Muutoksenhakuaika", "Tid för ändringssökande", "Appeal period";
        MemberPeriod: "Kunnan jäsenen muutoksenhakuaika", "Kommunmedlemmens tid för ändringssökande", "Appeal period of municipal members";
        Extracts: "Otteet", "Utdrag", "Extracts";
        Committed: "Kaupungin sitoumukset", "Stadens förbindelser", "Commitments of the city";
    }
}

impl Label {
    /// The label of a field by its name, outside rows.
    fn of_field(name: &str) -> Option<Self> {
        Some(match name {
            "email" => Self::Email,
            "password" => Self::Password,
            "number" | "case_number" => Self::Number,
            "public_title" => Self::PublicTitle,
            "name" => Self::Name,
            "summary" => Self::Summary,
            "beneficiary" => Self::Beneficiary,
            "first_month" => Self::FirstMonth,
            "last_month" => Self::LastMonth,
            "programme_number" => Self::ProgrammeNumber,
            "programme_date" => Self::ProgrammeDate,
            "kind" => Self::Kind,
            "business_id" => Self::BusinessId,
            "reason" => Self::Reason,
            "total_cost" => Self::TotalCost,
            "title" => Self::Title,
            "lang" => Self::Language,
            "series" | "signs_in" => Self::Series,
            "section" => Self::Section,
            "resolution" => Self::Resolution,
            "background" => Self::Background,
            "authority" => Self::Authority,
            "applied_provisions" => Self::AppliedProvisions,
            "contact_office" => Self::ContactOffice,
            "contact_person" => Self::ContactPerson,
            "distribution" => Self::Distribution,
            "remedy" => Self::Remedy,
            "unrecognised" => Self::Unrecognised,
            "project" => Self::Project,
            "confirmed" => Self::Confirmed,
            "decided_on" => Self::DecidedOn,
            "no_later_than" => Self::NoLaterThan,
            "source" => Self::Source,
            "published_on" => Self::PublishedOn,
            "day_unknown" => Self::DayUnknown,
            "event_on" => Self::EventOn,
            "event_at" => Self::EventAt,
            "consent" => Self::Consent,
            "proof" => Self::Proof,
            "shown_receipt" => Self::ShownReceipt,
            "new_means" => Self::NewMeans,
            "new_on" => Self::NewOn,
            "place" => Self::Place,
            "day" => Self::Day,
            "office" => Self::Office,
            "preparer" => Self::Preparer,
            "role" => Self::Role,
            _ => return None,
        })
    }

    /// The label of a field of a row.
    fn of_cell(field: &str) -> Option<Self> {
        Some(match field {
            "year" => Self::Year,
            "amount" => Self::Amount,
            "strength" => Self::Strength,
            "budget_line" => Self::BudgetLine,
            "condition" => Self::Condition,
            "organisation" => Self::Organisation,
            "means" => Self::Means,
            "funders" => Self::Funders,
            "category" => Self::Category,
            "share" => Self::Share,
            "total" => Self::Total,
            "part" => Self::Part,
            "section" => Self::Decision,
            _ => return None,
        })
    }
}

/// The label of the field at a place: `Otsikko`, or in a row `Sitoumus 3: Summa, €`. `None` where
/// no form has such a field.
///
/// ```
/// use domain::Lang;
/// use wording::desk::label_of;
/// assert_eq!(label_of("commitments-2-amount", Lang::En).as_deref(), Some("Commitment 3: Amount, €"));
/// assert_eq!(label_of("rows-0-2023", Lang::En).as_deref(), Some("Row 1: 2023"));
/// assert_eq!(label_of("version", Lang::En), None);
/// ```
pub fn label_of(place: &str, lang: Lang) -> Option<String> {
    let mut parts = place.splitn(3, '-');
    let (rows, number, field) = (parts.next()?, parts.next(), parts.next());
    let (Some(number), Some(field)) = (number, field) else {
        let label = Label::of_field(place).map(|label| label.text(lang));
        let label = label.or_else(|| AppealText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| LifeText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| people::label_of(place).map(|label| label.text(lang)));
        let label = label.or_else(|| DraftingText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| PublicityText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| CaseText::of_field(place).map(|label| label.text(lang)));
        let label =
            label.or_else(|| DistributionText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| budget_import::label_of(place, lang));
        let label = label.or_else(|| import_column::label_of(place, lang));
        let label = label.or_else(|| BudgetText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| CommitmentText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| InstalmentText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| LetterText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| ProjectText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| CostText::of_field(place).map(|label| label.text(lang)));
        let label = label.or_else(|| ClaimText::of_field(place).map(|label| label.text(lang)));
        let funder = (place == "funder").then_some(CoFundingText::Funder);
        let label = label.or_else(|| funder.map(|label| label.text(lang)));
        // In a row of its own form it is a cell; an entry about a commitment has one alone.
        let amount = (place == "amount").then_some(Label::Amount);
        let label = label.or_else(|| amount.map(|label| label.text(lang)));
        return label.map(str::to_owned);
    };
    let row = match rows {
        "commitments" => Label::Commitment.text(lang),
        "parties" => Label::Party.text(lang),
        "rows" => Label::Row.text(lang),
        "changes" => LifeText::Change.text(lang),
        "costs" => CostText::CostRow.text(lang),
        "funding" => ClaimText::FundingRow.text(lang),
        _ => project::row_of(rows)?.text(lang),
    };
    let number = number.parse::<u32>().ok()?.checked_add(1)?;
    let is_year = field.len() == 4 && field.bytes().all(|b| b.is_ascii_digit());
    let field = if is_year {
        field
    } else {
        let cell = Label::of_cell(field).map(|label| label.text(lang));
        let cell = cell.or_else(|| LifeText::of_field(field).map(|label| label.text(lang)));
        let cell = cell.or_else(|| ProjectText::of_cell(field).map(|label| label.text(lang)));
        cell.or_else(|| BudgetText::of_cell(field).map(|label| label.text(lang)))?
    };
    Some(format!("{row} {number}: {field}"))
}
