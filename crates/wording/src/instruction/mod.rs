//! The instruction on how a decision can be challenged (kuntalaki 141 §, hallintolaki 46–47 §),
//! as blocks that the page and the PDF show alike.
//!
//! Every instruction says that the claim must have arrived before the office closes
//! (KHO:2024:22), and counts in the statute's words ("kuluttua", kuntalaki 140.3 §).

mod court;
mod guide;
mod hours;
mod no_appeal;
mod rectification;

use calendar::{AppealPeriod, HoursRow, Remedy};
use domain::appeal_right::AppealRight;
use domain::city::{City, LocalName};
use domain::instruction::InstructionVersion;
use domain::text::{Block, Inline, Marks};

use crate::{Lang, law, period};

pub use guide::Guide;

/// What an instruction is made for.
#[derive(Clone, Copy, Debug)]
pub struct Instruction<'a> {
    /// The version of the wording that the decision was given with.
    pub version: InstructionVersion,
    /// How the decision can be challenged, or that it cannot be.
    pub right: AppealRight,
    /// The city whose decision it is.
    pub city: &'a City,
    /// The body to which a rectification claim is made, where it is not the city's usual one.
    pub claims_to: Option<&'a LocalName>,
    /// The hours of its registry at the end of the period.
    pub registry: &'a HoursRow,
    /// The municipal member's period of this decision, if one follows.
    pub member_period: Option<&'a AppealPeriod>,
}

/// A part of an instruction under its own heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The heading.
    pub heading: &'static str,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Instruction<'_> {
    /// The parts in the order they are read. A translation begins by saying that it is one.
    pub fn parts(&self, lang: Lang) -> Vec<Part> {
        match (self.version, self.right) {
            (InstructionVersion::First, AppealRight::By(Remedy::Rectification)) => {
                rectification::parts(self, lang)
            }
            (InstructionVersion::First, AppealRight::By(remedy)) => {
                court::parts(self, remedy, lang)
            }
            (InstructionVersion::First, AppealRight::PreparationOrImplementation) => {
                no_appeal::parts(lang)
            }
        }
    }

    /// How a municipal member gets knowledge, by the rule of the decision's own period.
    fn member_knowledge(&self) -> Common {
        match self
            .member_period
            .map(|period| period.rule_set.service().offset_days)
        {
            Some(0) => Common::MemberKnowledgeBefore2017,
            _ => Common::MemberKnowledge,
        }
    }

    /// When the municipal member's period of this decision ends, and that a party's own service
    /// decides a party's.
    fn own_dates(&self, lang: Lang) -> Vec<Block> {
        let mut blocks = Vec::new();
        if let Some(period) = self.member_period {
            let end = period::last_moment(period, lang);
            let length = law::length(self.version.length(period.remedy), lang);
            blocks.push(paragraph(match lang {
                Lang::Fi => format!("Tästä päätöksestä laskettuna kunnan jäsenen määräaika ({length}) päättyy {end}."),
                Lang::Sv => format!("I fråga om detta beslut går kommunmedlemmens frist ({length}) ut {end}."),
                Lang::En => format!("For this decision, the period of municipal members ({length}) ends {end}."),
            }));
        }
        blocks.push(paragraph(Common::PartyCountsFromOwnService.text(lang)));
        blocks
    }
}

texts! {
    /// Sentences of every instruction.
    pub enum Common {
        PartyCountsFromOwnService:
            "Asianosaisen määräaika lasketaan siitä, kun hän itse on saanut päätöksen tiedoksi.",
            "En parts frist räknas från det att parten själv har fått del av beslutet.",
            "The period of a party is counted from the day on which that party was served with the decision.";
        DayNotCounted:
            "Tiedoksisaantipäivää ei lasketa määräaikaan (laki säädettyjen määräaikain laskemisesta 150/1930 2\u{a0}§).",
            "Dagen för delfåendet räknas inte in i fristen (lagen om beräknande av laga tid 150/1930 2\u{a0}§).",
            "The day of knowledge is not counted (Act on Calculating Prescribed Time Periods 150/1930, section 2).";
        NonDays:
            "Jos määräajan viimeinen päivä on pyhäpäivä, itsenäisyyspäivä, vapunpäivä, jouluaatto, juhannusaatto tai arkilauantai, määräaika jatkuu seuraavaan arkipäivään (150/1930 5\u{a0}§).",
            "Om fristens sista dag är en helgdag, självständighetsdagen, första maj, julaftonen, midsommaraftonen eller en helgfri lördag, fortgår fristen till följande vardag (150/1930 5\u{a0}§).",
            "If the last day of the period is a Sunday or other church holiday, Independence Day, May Day, Christmas Eve, Midsummer Eve or a Saturday, the period goes on to the next working day (150/1930, section 5).";
        MemberKnowledge:
            "Kunnan jäsenen katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua siitä, kun päätös on nähtävänä yleisessä tietoverkossa (kuntalaki 140.3\u{a0}§).",
            "En kommunmedlem anses ha fått del av beslutet sju dagar efter det att det lades ut på det allmänna datanätet (kommunallagen 140.3\u{a0}§).",
            "A municipal member is deemed to have knowledge of the decision seven days after it was made available in the public network (Local Government Act, section 140.3).";
        MemberKnowledgeBefore2017:
            "Kunnan jäsenen katsotaan saaneen päätöksestä tiedon sinä päivänä, jona pöytäkirja asetettiin yleisesti nähtäville (kuntalaki 365/1995 95.2\u{a0}§).",
            "En kommunmedlem anses ha fått del av beslutet den dag då protokollet lades fram offentligt (kommunallagen 365/1995 95.2\u{a0}§).",
            "A municipal member is deemed to have knowledge of the decision on the day on which the minutes were made available to the public (Local Government Act 365/1995, section 95.2).";
        LetterKnowledge:
            "Kirjeen saajan katsotaan saaneen päätöksestä tiedon seitsemäntenä päivänä kirjeen lähettämisestä, jollei muuta näytetä. Viranomainen saa tiedon sinä päivänä, jona kirje saapuu sille (hallintolaki 59\u{a0}§).",
            "Den som får ett brev anses ha fått del av beslutet den sjunde dagen efter att brevet sändes, om inte något annat visas. En myndighet får del av beslutet den dag brevet kommer in till den (förvaltningslagen 59\u{a0}§).",
            "A person who receives a letter is deemed to have knowledge of the decision on the seventh day after the letter was posted, unless otherwise shown. An authority has knowledge on the day on which the letter reaches it (Administrative Procedure Act, section 59).";
        EMessageKnowledge:
            "Sähköisen viestin saajan katsotaan saaneen päätöksestä tiedon kolmantena päivänä viestin lähettämisestä, jollei muuta näytetä (laki sähköisestä asioinnista viranomaistoiminnassa 13/2003 19\u{a0}§).",
            "Den som får ett elektroniskt meddelande anses ha fått del av beslutet den tredje dagen efter att meddelandet sändes, om inte något annat visas (lagen om elektronisk kommunikation i myndigheternas verksamhet 13/2003 19\u{a0}§).",
            "A person who receives an electronic message is deemed to have knowledge of the decision on the third day after the message was sent, unless otherwise shown (Act on Electronic Services and Communication in the Public Sector 13/2003, section 19).";
        ProofKnowledge:
            "Jos päätös annetaan tiedoksi todisteellisesti, tiedoksisaantipäivä on todistukseen merkitty päivä (hallintolaki 60\u{a0}§).",
            "Vid bevislig delgivning är dagen för delfåendet den dag som framgår av beviset (förvaltningslagen 60\u{a0}§).",
            "Where the decision is served with proof, the day of knowledge is the day that the certificate shows (Administrative Procedure Act, section 60).";
        SendersRisk:
            "Lähettäjä vastaa siitä, että asiakirja on perillä ajoissa (hallintolaki 17\u{a0}§).",
            "Avsändaren ansvarar för att handlingen är framme i tid (förvaltningslagen 17\u{a0}§).",
            "The sender is responsible for the document arriving in time (Administrative Procedure Act, section 17).";
        Written:
            "Tee vaatimus kirjallisesti. Myös sähköinen asiakirja on kirjallinen.",
            "Gör begäran skriftligen. Också en elektronisk handling är skriftlig.",
            "Make the claim in writing. An electronic document is written too.";
        Documents:
            "Päätöksen, sen asiakirjat ja otteen voi pyytää kirjaamosta.",
            "Beslutet, dess handlingar och ett utdrag kan begäras från registratorskontoret.",
            "The decision, its documents and an extract can be requested from the registry.";
    }
}

texts! {
    /// Headings of an instruction.
    pub enum Heading {
        NoAppeal: "Muutoksenhakukielto", "Besvärsförbud", "No appeal";
        What: "Mitä voit tehdä", "Vad du kan göra", "What you can do";
        Who: "Kuka saa hakea muutosta", "Vem som får söka ändring", "Who may challenge the decision";
        When: "Mihin mennessä", "När senast", "By when";
        Days: "Miten päivät lasketaan", "Hur dagarna räknas", "How the days are counted";
        Closing: "Milloin viimeinen päivä päättyy", "När den sista dagen slutar", "When the last day ends";
        Faulty: "Jos ohje puuttuu tai on väärä", "Om anvisningen saknas eller är fel", "If the instruction is missing or wrong";
        Where: "Minne vaatimus toimitetaan", "Vart begäran lämnas", "Where to deliver the claim";
        WhereDocument: "Minne asiakirja toimitetaan", "Vart handlingen lämnas", "Where to deliver the document";
        Content: "Mitä asiakirjassa on kerrottava", "Vad handlingen ska innehålla", "What the document must say";
        Papers: "Päätöksen asiakirjat", "Handlingar om beslutet", "Documents on the decision";
    }
}

/// Who may challenge a municipal decision: parties and municipal members (kuntalaki 137 §, 3 §).
fn who(lang: Lang) -> Part {
    part(
        Heading::Who,
        lang,
        vec![bullets([
            match lang {
                Lang::Fi => {
                    "asianosainen: se, jolle päätös on osoitettu tai jonka oikeuksiin, velvollisuuksiin tai etuun se välittömästi vaikuttaa (kuntalaki 137\u{a0}§)"
                }
                Lang::Sv => {
                    "en part: den som beslutet avser eller vars rättigheter, skyldigheter eller fördel direkt påverkas av det (kommunallagen 137\u{a0}§)"
                }
                Lang::En => {
                    "a party: anyone to whom the decision is addressed or whose rights, obligations or interests it directly affects (Local Government Act, section 137)"
                }
            },
            match lang {
                Lang::Fi => {
                    "kunnan jäsen: kunnan asukas, yhteisö tai säätiö, jonka kotipaikka on kunnassa, ja se, joka omistaa kunnassa kiinteää omaisuutta tai hallitsee sitä (kuntalaki 3\u{a0}§)"
                }
                Lang::Sv => {
                    "en kommunmedlem: kommunens invånare, sammanslutningar och stiftelser med hemort i kommunen och den som äger eller besitter fast egendom där (kommunallagen 3\u{a0}§)"
                }
                Lang::En => {
                    "a municipal member: a resident, an organisation or foundation with its seat in the municipality, or an owner or holder of real property there (Local Government Act, section 3)"
                }
            },
        ])],
    )
}

/// The addresses of the registry, and its hours where they are known.
fn registry(city: &City, hours: Option<&HoursRow>, lang: Lang) -> Block {
    let line = |fi: &str, sv: &str, en: &str, value: &str| {
        let label = match lang {
            Lang::Fi => fi,
            Lang::Sv => sv,
            Lang::En => en,
        };
        format!("{label}: {value}")
    };
    let mut lines = vec![
        city.registry.in_lang(lang).to_owned(),
        line(
            "postiosoite",
            "postadress",
            "postal address",
            &city.postal_address,
        ),
        line(
            "käyntiosoite",
            "besöksadress",
            "visiting address",
            &city.visiting_address,
        ),
        line("sähköposti", "e-post", "e-mail", &city.email),
        line("puhelin", "telefon", "telephone", &city.phone),
    ];
    lines.extend(hours.map(|row| hours::sentence(row, lang)));
    bullets(lines)
}

fn part(heading: Heading, lang: Lang, blocks: Vec<Block>) -> Part {
    Part {
        heading: heading.text(lang),
        blocks,
    }
}

fn paragraph(words: impl Into<String>) -> Block {
    Block::Paragraph(run(words))
}

fn bullets<Words: Into<String>>(items: impl IntoIterator<Item = Words>) -> Block {
    Block::Bullets(items.into_iter().map(run).collect())
}

fn run(words: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Text {
        text: words.into(),
        marks: Marks::default(),
    }]
}

/// The note that a translation is one, before everything else.
fn translation(lang: Lang) -> Vec<Block> {
    let note = match lang {
        Lang::Fi => return Vec::new(),
        Lang::Sv => "Detta är en översättning. Den finskspråkiga anvisningen är den officiella.",
        Lang::En => "This is a translation. The Finnish instruction is the official one.",
    };
    vec![paragraph(note)]
}
