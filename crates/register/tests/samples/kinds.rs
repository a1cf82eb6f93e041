//! The kinds of documents that the example register does not show: of signed decisions with secret
//! parts, of corrected and changed ones, and of one that was withdrawn; in Finnish and Swedish.

use domain::Lang;
use domain::decision::{ChangeDraft, CorrectionDraft, DecisionDraft};
use domain::id::DecisionId;
use domain::section::Section;
use register::decisions::{self, PublishDraft, SignDraft};
use register::extracts::CertifyDraft;
use register::views::desk;
use register::withdrawal::{self, WithdrawalDraft};
use register::{Actor, Register, decision_documents, documents};

use crate::{URL, begun, extract_as, signed_in, write};

/// The words of a decision in one language.
struct Words {
    lang: Lang,
    title: &'static str,
    resolution: &'static str,
    background: &'static str,
    right: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        lang: Lang::Fi,
        title: "Osallistuminen vesistöhankkeen rahoitukseen",
        resolution: "Kaupunki osallistuu hankkeeseen enintään 2 500 eurolla vuonna 2023.",
        background: "Hakija {personal|N. N.} esitti laskelman. {secret JulkL 24.1 § 20 \
                     kohta|Tarjouksen yksikköhinta on 1 250 euroa.} Osuus on 20 % kustannuksista.",
        right: "Asianosainen, JulkL 11 §",
    },
    Words {
        lang: Lang::Sv,
        title: "Deltagande i finansieringen av ett vattendragsprojekt",
        resolution: "Staden deltar i projektet med högst 2 500 euro år 2023.",
        background: "Sökanden {personal|N. N.} lade fram en kalkyl. {secret OffL 24.1 § 20 \
                     punkten|Anbudets enhetspris är 1 250 euro.} Andelen är 20 % av kostnaderna.",
        right: "Part, OffL 11 §",
    },
];

/// Who does what.
struct Officials {
    registrar: Actor,
    preparer: Actor,
    mayor: Actor,
}

/// Writes each kind.
pub(crate) async fn write_all(register: &Register) {
    let officials = Officials {
        registrar: signed_in(register, "kirjaaja").await,
        preparer: signed_in(register, "valmistelija").await,
        mayor: signed_in(register, "kaupunginjohtaja").await,
    };
    for (at, words) in WORDS.iter().enumerate() {
        let first = 100 + u32::try_from(at).expect("a small number") * 10;
        write_in(register, &officials, words, first).await;
    }
}

async fn write_in(register: &Register, officials: &Officials, words: &Words, first: u32) {
    let lang = words.lang.code();
    let registrar = &officials.registrar;
    let id = published(register, officials, words, first, &[]).await;
    for (secrets, name) in [(false, "signed"), (true, "signed-secret")] {
        let made = decision_documents::make(register, registrar, None, id, secrets, URL).await;
        let made = made.expect("it is made");
        let pdf = documents::signed_decision(register, registrar, made).await;
        write(&format!("{name}-{lang}"), &pdf.expect("it is printed"));
    }
    let certify = CertifyDraft {
        place: "Kajaani".to_owned(),
        entitled_by: words.right.to_owned(),
        ..CertifyDraft::default()
    };
    let pdf = extract_as(register, registrar, id, &certify).await;
    write(&format!("extract-secret-{lang}"), &pdf);

    correct(register, registrar, id).await;
    write_public(register, &section(first), words.lang, "corrected").await;

    let changes = [("amends", first + 1), ("repeals", first + 2)];
    for (effect, number) in changes {
        published(register, officials, words, number, &[]).await;
        let change = ChangeDraft {
            section: section(number).to_string(),
            effect: effect.to_owned(),
        };
        published(register, officials, words, number + 4, &[change]).await;
        write_public(register, &section(number + 4), words.lang, effect).await;
        let name = format!("{effect}-earlier");
        write_public(register, &section(number), words.lang, &name).await;
    }

    let withdrawn = WithdrawalDraft {
        public_reason: "Julkaistu ennen aikojaan".to_owned(),
        confirmed: "1".to_owned(),
        ..WithdrawalDraft::default()
    };
    let version = version(register, registrar, id).await;
    let done = withdrawal::withdraw(register, registrar, None, id, version, &withdrawn).await;
    done.expect("it is withdrawn");
    write_public(register, &section(first), words.lang, "stub").await;
}

fn section(number: u32) -> Section {
    let address = format!("kaupunginjohtaja/2023/{number}");
    address.parse().expect("an address")
}

/// The public version of a Finnish decision in every language, of another in its own.
async fn write_public(register: &Register, section: &Section, of: Lang, name: &str) {
    let langs: &[Lang] = match of {
        Lang::Fi => &Lang::ALL,
        _ => &[of],
    };
    for lang in langs {
        let pdf = documents::public_version(register, section, *lang, URL).await;
        let pdf = pdf.expect("it is made").bytes;
        write(&format!("{name}-of-{}-{}", of.code(), lang.code()), &pdf);
    }
}

/// A decision that was sent, signed and published.
async fn published(
    register: &Register,
    officials: &Officials,
    words: &Words,
    number: u32,
    changes: &[ChangeDraft],
) -> DecisionId {
    let kind = match changes {
        [] => "participation",
        [change] if change.effect == "repeals" => "repeal",
        _ => "amendment",
    };
    let change = |draft: DecisionDraft| DecisionDraft {
        title: words.title.to_owned(),
        lang: words.lang.code().to_owned(),
        kind: kind.to_owned(),
        resolution: words.resolution.to_owned(),
        background: words.background.to_owned(),
        applied_provisions: "Hallintolaki 45 §".to_owned(),
        contact_person: "N. N., 000 000 0000".to_owned(),
        distribution: "Tarkastuslautakunta".to_owned(),
        changes: changes.to_vec(),
        ..draft
    };
    let id = begun(register, &officials.registrar, number, change).await;
    let sent = decisions::send(register, &officials.preparer, None, id, 1).await;
    sent.expect("nothing blocks it");
    let typed = SignDraft {
        section: number.to_string(),
        no_conflict: "1".to_owned(),
        ..SignDraft::default()
    };
    let signed = decisions::sign(register, &officials.mayor, None, id, 2, &typed).await;
    signed.expect("it is signed");
    let on = PublishDraft {
        published_on: "21.8.2023".to_owned(),
        ..PublishDraft::default()
    };
    let done = decisions::publish(register, &officials.registrar, None, id, 3, &on).await;
    done.expect("it is published");
    id
}

/// A typing error is corrected, and no party was told yet.
async fn correct(register: &Register, registrar: &Actor, id: DecisionId) {
    let sheet = desk::decision_sheet(register, registrar, id).await;
    let decision = sheet.expect("a sheet").decision;
    let content = &decision.sealed().expect("it is signed").content;
    let draft = CorrectionDraft {
        reason: "Kirjoitusvirhe".to_owned(),
        authority: format!("{}.", content.authority.0),
        ..CorrectionDraft::of(content)
    };
    let version = decision.version;
    let corrected = decisions::correct(register, registrar, None, id, version, &draft).await;
    corrected.expect("it is corrected");
}

async fn version(register: &Register, registrar: &Actor, id: DecisionId) -> i64 {
    let sheet = desk::decision_sheet(register, registrar, id).await;
    sheet.expect("a sheet").decision.version
}
