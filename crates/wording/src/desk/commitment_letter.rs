//! The page on which a letter of commitment is given.

use domain::commitment::NoLetter;

texts! {
    /// Headings, labels, buttons and sentences.
    pub enum LetterText {
        Letter: "Rahoitussitoumus", "Finansieringsförbindelse", "Letter of commitment";
        Letters: "Annetut rahoitussitoumukset", "Finansieringsförbindelser som getts", "Letters of commitment given";
        NoLetters: "Rahoitussitoumusta ei ole vielä annettu.", "Ingen finansieringsförbindelse har getts ännu.", "No letter of commitment has been given yet.";
        Lead: "Rahoitussitoumus on kirje, jonka hakija liittää hankkeen rahoitushakemukseen. Siinä on, mihin kaupunki on tällä päätöksellä sitoutunut, ja onko päätös lainvoimainen. Henkilöiden nimiä siinä ei ole.", "Finansieringsförbindelsen är ett brev som sökanden bifogar till projektets finansieringsansökan. Där står vad staden har förbundit sig till genom beslutet och om beslutet har vunnit laga kraft. Där finns inga personnamn.", "The letter of commitment is what the applicant attaches to the project's application for funding. It states what the city has committed to by this decision, and whether the decision is final. It names no person.";
        Kept: "Annettu kirje säilyy sellaisena kuin se annettiin, ja sen tunnisteen voi kuka tahansa tarkistaa julkisella sivulla.", "Brevet bevaras så som det gavs, och vem som helst kan kontrollera dess beteckning på en offentlig sida.", "A letter stays as it was given, and anybody can check its code on a public page.";
        States: "Mitä kirjeeseen tulee", "Vad som kommer att stå i brevet", "What the letter will state";
        Language: "Kirjeen kieli", "Brevets språk", "Language of the letter";
        ValidUntilHint: "Vain jos päätöksessä on asetettu sitoumukselle viimeinen päivä, esimerkiksi 31.12.2026.", "Endast om beslutet anger en sista dag för förbindelsen, till exempel 31.12.2026.", "Only if the decision sets a last day for the commitment, for example 31.12.2026.";
        Give: "Anna rahoitussitoumus", "Ge en finansieringsförbindelse", "Give a letter of commitment";
        GivenBy: "Antaja", "Gett av", "Given by";
    }
}

texts_of! {
    /// Why no letter can be given.
    pub fn no_letter(NoLetter) {
        WhollySecret: "Rahoitussitoumusta ei voi antaa: päätös on kokonaan salassa pidettävä.", "Ingen finansieringsförbindelse kan ges: beslutet är sekretessbelagt i sin helhet.", "No letter of commitment can be given: the decision is secret as a whole.";
        NoProject: "Rahoitussitoumusta ei voi antaa: päätös ei koske hanketta.", "Ingen finansieringsförbindelse kan ges: beslutet gäller inget projekt.", "No letter of commitment can be given: the decision is not about a project.";
        NoBeneficiary: "Kirjaa ensin hankkeelle tuensaaja: kirje annetaan sille.", "Anteckna först projektets stödtagare: brevet ges till den.", "Record the beneficiary of the project first: the letter is given to it.";
        Ended: "Rahoitussitoumusta ei voi antaa: päätös on kumottu tai rauennut, tai sitä on muutettu.", "Ingen finansieringsförbindelse kan ges: beslutet har upphävts, förfallit eller ändrats.", "No letter of commitment can be given: the decision was repealed, has lapsed or was changed.";
        NothingPromised: "Rahoitussitoumusta ei voi antaa: päätöksestä ei ole voimassa sitoumusta. Varautuminen ei ole sitoumus.", "Ingen finansieringsförbindelse kan ges: beslutet har ingen gällande förbindelse. Beredskap är ingen förbindelse.", "No letter of commitment can be given: no commitment of the decision stands. What is provided for is none.";
    }
}

impl LetterText {
    /// The label of a field by its name.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        (field == "letter_lang").then_some(Self::Language)
    }
}
