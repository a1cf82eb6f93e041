//! Many decisions that nobody made, for tests and measures of lists and search: the same ones each
//! time.

use calendar::{Offices, Remedy};
use domain::Lang;
use domain::appeal_right::AppealRight;
use domain::case::Case;
use domain::decision::{
    Contact, Decision, DecisionContent, DecisionKind, DecisionNotes, DecisionState, MadeElsewhere,
    Seal, Sealed, Signature,
};
use domain::id::{CaseId, UserId};
use domain::instruction::InstructionVersion;
use domain::official::Official;
use domain::publicity::{Personal, Public};
use domain::role::Role;
use domain::search;
use domain::section::Section;
use domain::slug::Slug;
use domain::text::Text;
use time::macros::{date, datetime};
use time::{Date, Duration};
use uuid::Uuid;

use crate::error::json;
use crate::period::PeriodRow;
use crate::tx::execute;
use crate::{Store, StoreError, Tx};

const ADD_SERIES: &str = "
    insert into section_series (slug, decision_maker, kind, numbering, publication_rule)
    values ($1, $2, 'officer', 'external', 'by_next_working_day')
    on conflict (slug) do nothing";
const ADD: &str = "
    insert into decision (id, version, city_case, preparer, state, title, lang, draft_series,
        draft, series, section_year, section_number, decision_maker, content, seal_version,
        seal_salt, seal_hash, appeal_right, signature_kind, decided_on, source,
        publication_number, published_on, period_remedy, period_means, period_event_date,
        period_knowledge_date, period_nominal_last_day, period_last_day, period_closes_at,
        period_rule_set, created_at, changed_at, change_number)
    values ($1, 3, $2, $3, 'published', $4, 'fi', $5, '{}', $5, $6, $7, $8, $9, $10, $11, $12,
        'rectification', 'elsewhere', $13, 'Ote', $14, $13, $15, $16, $17, $18, $19, $20, $21, $22,
        $23, $23, $14)";

/// Offices of a city, as slug and name.
const MAKERS: [(&str, &str); 6] = [
    ("sivistysjohtaja", "Sivistysjohtaja"),
    ("tekninen-johtaja", "Tekninen johtaja"),
    ("talousjohtaja", "Talousjohtaja"),
    ("henkilostojohtaja", "Henkilöstöjohtaja"),
    ("kulttuurijohtaja", "Kulttuurijohtaja"),
    ("ymparistojohtaja", "Ympäristöjohtaja"),
];
const WHAT: [&str; 10] = [
    "Hankinta",
    "Avustus",
    "Vuokrasopimus",
    "Maksujen tarkistaminen",
    "Luvan myöntäminen",
    "Sopimuksen jatkaminen",
    "Korjaustyön tilaaminen",
    "Sijaisuuden järjestäminen",
    "Käyttöajan muuttaminen",
    "Osallistuminen kustannuksiin",
];
const ABOUT: [&str; 24] = [
    "koulukuljetukset",
    "leikkipuisto",
    "jäähalli",
    "kirjaston aineisto",
    "uimahallin remontti",
    "katuvalaistus",
    "päiväkodin kalusteet",
    "nuorisotalo",
    "hiihtoladut",
    "venesatama",
    "torialue",
    "kesäteatteri",
    "museon näyttely",
    "kevyen liikenteen väylä",
    "hulevedet",
    "ruokapalvelut",
    "tietoliikenneyhteydet",
    "henkilöstökoulutus",
    "metsänhoito",
    "asemakaava",
    "yritystontti",
    "liikuntasali",
    "musiikkiopisto",
    "siivouspalvelut",
];
const WHERE: [&str; 8] = [
    "Lehtikangas",
    "Kättö",
    "Teppana",
    "Lohtaja",
    "Otanmäki",
    "Vuolijoki",
    "Purola",
    "Suvantola",
];
const PASSAGES: [&str; 12] = [
    "Kaupunki tilaa palvelun kilpailutuksen voittaneelta yritykseltä tarjouksen mukaisesti.",
    "Kustannukset maksetaan toimialan käyttösuunnitelmassa osoitetusta määrärahasta.",
    "Hanke toteutetaan yhteistyössä asukkaiden ja paikallisten yhdistysten kanssa.",
    "Alueen rakentaminen jatkuu tuulivoiman ja kaivoksen kaavoituksesta riippumatta.",
    "Valtionavustus on haettu ja rahoituksesta on saatu myönteinen päätös.",
    "Työt aloitetaan elokuussa ja ne valmistuvat vuoden loppuun mennessä.",
    "Palvelun käyttäjille tiedotetaan muutoksista kaupungin verkkosivuilla.",
    "Sopimus on voimassa toistaiseksi ja se voidaan irtisanoa kolmen kuukauden ajalla.",
    "Perusteluina ovat turvallisuus, esteettömyys ja ylläpidon kustannukset.",
    "Osarahoitus tulee maakunnan liitolta ja loput yrityksiltä.",
    "Vastaava järjestely on todettu toimivaksi muissa Kainuun kunnissa.",
    "Viranhaltija on kuullut asiassa vesihuollon ja ympäristönsuojelun asiantuntijoita.",
];

/// A fixed sequence of numbers that look random (xorshift).
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let end = u64::try_from(end).unwrap_or(1);
        usize::try_from(self.0 % end).unwrap_or(0)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Adds the official who prepared all of them.
///
/// # Errors
/// As every change.
pub async fn add_synthetic_preparer(store: &Store) -> Result<UserId, StoreError> {
    let preparer = Official {
        id: Uuid::from_u128(1).into(),
        version: 1,
        email: Personal::new("valmistelija@example.test".to_owned()),
        name: Personal::new("Valmistelija".to_owned()),
        office: "Valmistelija".to_owned(),
        role: Role::Preparer,
        signs_in: None,
        disabled: false,
        must_change_password: false,
    };
    let mut tx = store.write().await?;
    let at = datetime!(2023-08-18 06:00 UTC);
    tx.add_account(&preparer, "nobody signs in with it", at)
        .await?;
    tx.commit().await?;
    Ok(preparer.id)
}

/// Adds published decisions of the years 2014 to 2026, made elsewhere, ten in each case, with
/// `passages` sentences each, as prepared by an official whom the register knows.
///
/// # Errors
/// As every change.
///
/// # Panics
/// Where what is written above cannot be a decision any more.
pub async fn add_synthetic(
    store: &Store,
    count: u32,
    passages: usize,
    preparer: UserId,
) -> Result<(), StoreError> {
    let mut sequence = Sequence(0x9e37_79b9_7f4a_7c15);
    let mut made = 0;
    while made < count {
        let mut tx = store.write().await?;
        for (slug, name) in MAKERS {
            execute!(&mut tx, ADD_SERIES, slug, name)?;
        }
        let mut case = None;
        for n in made..count.min(made + 5_000) {
            let on =
                date!(2014 - 01 - 02) + Duration::days(i64::from(n) * 4_600 / i64::from(count));
            if n % 10 == 0 {
                case = Some(case_of(n, on));
            }
            let Some(case) = &case else { continue };
            if n % 10 == 0 {
                tx.add_case(case, datetime!(2023-08-18 06:00 UTC)).await?;
            }
            let number = tx.next_publication_number().await?;
            let decision = decision(&mut sequence, n, on, case, (number, passages, preparer));
            add(&mut tx, &decision, case, on).await?;
        }
        tx.commit().await?;
        made += 5_000;
    }
    let mut tx = store.write().await?;
    // PostgreSQL does so by itself, SQLite never.
    if matches!(tx, Tx::Postgres(_)) {
        execute!(&mut tx, "analyze")?;
    }
    tx.commit().await
}

fn id(n: u32) -> Uuid {
    Uuid::from_u128((0xdec0_u128 << 100) | u128::from(n))
}

fn case_of(n: u32, on: Date) -> Case {
    Case {
        id: CaseId::from(Uuid::from_u128((0xca5e_u128 << 100) | u128::from(n))),
        version: 1,
        number: format!("KAJDno-{}-{}", on.year(), 20_000 + n).parse().ok(),
        public_title: "Toimialan juokseva asia".to_owned(),
    }
}

fn decision(
    sequence: &mut Sequence,
    n: u32,
    on: Date,
    case: &Case,
    (number, passages, preparer): (i64, usize, UserId),
) -> Decision {
    let (slug, maker) = sequence.one_of(&MAKERS);
    let title = format!(
        "{}: {}, {}",
        sequence.one_of(&WHAT),
        sequence.one_of(&ABOUT),
        sequence.one_of(&WHERE)
    );
    let text = |passages: Vec<&str>| {
        Text::from_markup(&passages.join("\n\n")).expect("the passages above are text")
    };
    let some =
        |sequence: &mut Sequence, count| (0..count).map(|_| sequence.one_of(&PASSAGES)).collect();
    let background = some(sequence, passages.saturating_sub(1));
    let content = DecisionContent {
        case_number: Public(case.number.clone().expect("a synthetic case has a number")),
        project: Public(None),
        lang: Lang::Fi,
        kind: Public(DecisionKind::Other),
        title: Public(title),
        decision_maker: Public(maker.to_owned()),
        resolution: text(some(sequence, 1)),
        background: text(background),
        authority: Public("Hallintosääntö 17 §".to_owned()),
        applied_provisions: Public(String::new()),
        commitments: Public(Vec::new()),
        contact: Contact {
            office: Public(maker.to_owned()),
            person: Personal::new(String::new()),
        },
        distribution: Personal::new(Vec::new()),
        parties: Personal::new(Vec::new()),
        changes: Public(Vec::new()),
        remedy: Public(AppealRight::By(Remedy::Rectification)),
        instructions: Public(InstructionVersion::CURRENT),
        attachments: Vec::new(),
    };
    let sealed = Sealed {
        section: Section {
            series: Slug::try_from(slug.to_owned()).expect("the slugs above are slugs"),
            year: u16::try_from(on.year()).unwrap_or_default(),
            number: n + 1,
        },
        seal: Seal::new(&content, [7; 32]).expect("a content can be sealed"),
        content,
        corrections: 0,
        signature: Signature::Elsewhere(MadeElsewhere {
            decided_on: Some(on),
            no_later_than: None,
            source: "Ote".to_owned(),
        }),
    };
    let signed = Decision {
        id: id(n).into(),
        version: 3,
        case: case.id,
        project: None,
        preparer,
        notes: DecisionNotes::default(),
        state: DecisionState::Signed(sealed),
    };
    let published = signed.publish(number, Some(on), &Offices::kajaani());
    published.expect("a signed decision can be published")
}

async fn add(tx: &mut Tx, decision: &Decision, case: &Case, on: Date) -> Result<(), StoreError> {
    let (Some(sealed), Some(publication)) = (decision.sealed(), decision.publication()) else {
        return Ok(());
    };
    let content = &sealed.content;
    let id = Uuid::from(decision.id);
    let period = PeriodRow::from(publication.member_period.as_ref());
    execute!(
        tx,
        ADD,
        id,
        Uuid::from(case.id),
        Uuid::from(decision.preparer),
        &content.title.0,
        sealed.section.series.as_str(),
        i64::from(sealed.section.year),
        i64::from(sealed.section.number),
        &content.decision_maker.0,
        json("decision", "content", content)?,
        sealed.seal.version.number(),
        &sealed.seal.salt[..],
        &sealed.seal.hash[..],
        on,
        publication.number,
        period.remedy,
        period.means,
        period.event_date,
        period.knowledge_date,
        period.nominal_last_day,
        period.last_day,
        period.closes_at,
        period.rule_set,
        datetime!(2023-08-18 06:00 UTC),
    )?;
    if let Some(analysed) = search::of_decision(decision, &case.public_title, None) {
        tx.add_words(publication.number, id, &analysed).await?;
    }
    Ok(())
}
