//! Pages of decision makers and of those who fund projects.

use time::Date;

use crate::Lang;

texts! {
    /// Their fixed texts.
    pub enum ActorText {
        DecisionMakers: "Päätöksentekijät", "Beslutsfattare", "Decision makers";
        DecisionMakersLead: "Virat ja toimielimet, joiden päätöksiä rekisterissä on.", "De tjänster och organ vars beslut finns i registret.", "The offices and bodies whose decisions are in the register.";
        NoDecisionMakers: "Päätöksiä ei ole vielä julkaistu.", "Inga beslut har publicerats än.", "No decisions have been published yet.";
        Kind: "Millainen päätöksentekijä", "Slag av beslutsfattare", "Kind";
        Officer: "viranhaltija", "tjänsteinnehavare", "officer";
        Body: "toimielin", "organ", "body";
        FormerNames: "Aiempi nimi", "Tidigare namn", "Former name";
        Authority: "Toimivalta", "Befogenhet", "Authority";
        AuthorityTable: "Toimivalta, jolla päätöksentekijä nyt päättää", "Befogenheten med vilken beslutsfattaren nu beslutar", "The authority by which it decides now";
        NoAuthority: "Toimivaltaa ei ole kirjattu rekisteriin.", "Ingen befogenhet har antecknats i registret.", "No authority has been recorded in the register.";
        Provision: "Säännös", "Bestämmelse", "Provision";
        Delegation: "Siirtopäätös", "Delegeringsbeslut", "Delegated by";
        Kinds: "Mistä saa päättää", "Vad som får beslutas", "What it may decide";
        Limit: "Enintään hankkeelle", "Högst per projekt", "At most for a project";
        NoLimit: "ei euromäärää", "inget belopp", "no sum";
        From: "Alkaen", "Från och med", "From";
        Newest: "Uusimmat päätökset", "De nyaste besluten", "Newest decisions";
        NoDecisions: "Julkaistuja päätöksiä ei ole.", "Inga publicerade beslut finns.", "There are no published decisions.";
        ByYear: "Päätökset vuosittain", "Besluten per år", "Decisions by year";
        All: "Kaikki päätökset, haku ja lataukset", "Alla beslut, sökning och nedladdningar", "All decisions, search and downloads";
        Funders: "Rahoittajat", "Finansiärer", "Funders";
        FundersLead: "Organisaatiot, jotka rahoittavat kaupungin hankkeita niiden rahoitussuunnitelmien mukaan.", "Organisationer som enligt finansieringsplanerna finansierar projekten.", "Organisations that fund the projects by their funding plans.";
        NoFunders: "Rahoittajia ei ole vielä kirjattu.", "Inga finansiärer har antecknats än.", "No funders have been recorded yet.";
        BusinessId: "Y-tunnus", "FO-nummer", "Business ID";
        PlannedSum: "Suunniteltu rahoitus yhteensä", "Planerad finansiering totalt", "Planned funding in all";
        Projects: "Hankkeet ja suunniteltu rahoitus", "Projekt och planerad finansiering", "Projects and planned funding";
        AllPlanned: "Kaikki suunnitellut summat", "Alla planerade belopp", "All planned amounts";
        Decisions: "Päätökset hankkeista, joita organisaatio rahoittaa", "Beslut om projekt som organisationen finansierar", "Decisions on projects that it funds";
        OfProject: "Rahoittajat", "Finansiärer", "Funders";
        ToFunder: "Rahoittajan sivu", "Finansiärens sida", "The funder's page";
    }
}

/// A delegation decision: its body, day and section.
pub fn delegated(body: &str, on: Date, section: u32, lang: Lang) -> String {
    let day = crate::format::date(on, lang);
    format!("{body} {day} \u{a7}\u{a0}{section}")
}
