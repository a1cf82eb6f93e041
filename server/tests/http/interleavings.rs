//! Two officials and a decision maker at one decision, in any order: no update is lost.
//!
//! A seed makes a schedule of opened and sent forms. Beside it runs a model of three lines: a form
//! is taken exactly if it was filled from the version that is saved now and the decision stands
//! where the form leads on from. Whatever the schedule, the register must answer as the model does
//! and hold what the model holds.

use axum::http::StatusCode;
use domain::decision::DecisionState;
use domain::id::DecisionId;
use domain::official::Official;
use domain::role::Role;
use register::Actor;
use register::views::desk::decision_sheet;

use super::site::{Browser, PASSWORD, Site, email};
use super::steps;

/// Schedules in all, and in one register.
const SCHEDULES: u64 = 1_000;
const PARTS: u64 = 4;
/// Forms opened or sent in a schedule.
const STEPS: u32 = 14;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Draft,
    Awaiting,
    Abandoned,
    Signed,
    Published,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Save,
    Send,
    Recall,
    Withdraw,
    TakeUp,
    GiveBack,
    Sign,
    Publish,
}

impl Act {
    const ALL: [Self; 8] = [
        Self::Save,
        Self::Send,
        Self::Recall,
        Self::Withdraw,
        Self::TakeUp,
        Self::GiveBack,
        Self::Sign,
        Self::Publish,
    ];

    /// Where it leads from a state, if anywhere.
    const fn leads(self, from: At) -> Option<At> {
        match (self, from) {
            (Self::Save, At::Draft)
            | (Self::Recall | Self::GiveBack, At::Awaiting)
            | (Self::TakeUp, At::Abandoned) => Some(At::Draft),
            (Self::Send, At::Draft) => Some(At::Awaiting),
            (Self::Withdraw, At::Draft) => Some(At::Abandoned),
            (Self::Sign, At::Awaiting) => Some(At::Signed),
            (Self::Publish, At::Signed) => Some(At::Published),
            _ => None,
        }
    }

    /// The page of its form and the address it is sent to, below the sheet.
    const fn addresses(self) -> (&'static str, &'static str) {
        match self {
            Self::Save => ("/luonnos", "/luonnos"),
            Self::Send => ("/tarkista", "/tarkista"),
            Self::Recall => ("", "/takaisin"),
            Self::Withdraw => ("/peru", "/peru"),
            Self::TakeUp => ("", "/uudelleen"),
            Self::GiveBack => ("/allekirjoita", "/palauta"),
            Self::Sign => ("/allekirjoita", "/allekirjoita"),
            Self::Publish => ("/julkaise", "/julkaise"),
        }
    }
}

/// What the register must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Model {
    at: At,
    version: i64,
    title: String,
}

/// A form that somebody has open.
struct Open {
    act: Act,
    key: String,
    version: String,
}

/// A generator of seeded choices (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).expect("31 bits") % end
    }
}

struct Play<'a> {
    site: &'a Site,
    reader: Actor,
    preparer: Browser<'a>,
    registrar: Browser<'a>,
    maker: Browser<'a>,
    party: String,
}

impl<'a> Play<'a> {
    async fn set_up(site: &'a Site) -> Self {
        let preparer = site.official(Role::Preparer).await;
        let registrar = site.official(Role::Registrar).await;
        let maker = site.official(Role::DecisionMaker).await;
        steps::open_case(&preparer).await;
        let kind = "private";
        let party = steps::add_organisation(&preparer, steps::BENEFICIARY, kind).await;
        steps::enter_project(&preparer, &party).await;
        Self {
            reader: Actor::Official(registrar_of(site).await),
            site,
            preparer,
            registrar,
            maker,
            party,
        }
    }

    /// One of those who may do it.
    fn hand(&self, act: Act, dice: &mut Dice) -> &Browser<'a> {
        match act {
            Act::Sign | Act::GiveBack => &self.maker,
            Act::Publish => &self.registrar,
            _ if dice.below(2) == 0 => &self.preparer,
            _ => &self.registrar,
        }
    }

    async fn held(&self, id: DecisionId) -> Model {
        let sheet = decision_sheet(&self.site.register, &self.reader, id).await;
        let decision = sheet.expect("a sheet").decision;
        let (at, title) = match &decision.state {
            DecisionState::Draft(draft) => (At::Draft, &draft.title),
            DecisionState::AwaitingSignature(draft) => (At::Awaiting, &draft.title),
            DecisionState::Abandoned(draft) => (At::Abandoned, &draft.title),
            DecisionState::Signed(sealed) => (At::Signed, &sealed.content.title.0),
            DecisionState::Published(sealed, _) => (At::Published, &sealed.content.title.0),
        };
        Model {
            at,
            version: decision.version,
            title: title.clone(),
        }
    }

    /// The fields that are sent beside key and version.
    fn fields<'f>(&'f self, act: Act, title: &'f str, section: &'f str) -> Vec<(&'f str, &'f str)> {
        match act {
            Act::Save => {
                let mut fields = steps::complete_draft(&self.party);
                fields.retain(|(name, _)| *name != "title" && *name != "section");
                fields.extend([("title", title), ("action", "save")]);
                fields
            }
            Act::GiveBack | Act::Withdraw => vec![("reason", "Syy")],
            Act::Sign => vec![
                ("section", section),
                ("password", PASSWORD),
                ("confirmed", "1"),
                ("no_conflict", "1"),
            ],
            Act::Publish => vec![("published_on", "18.8.2023")],
            Act::Send | Act::Recall | Act::TakeUp => Vec::new(),
        }
    }

    async fn schedule(&self, seed: u64) {
        let sheet = steps::write_draft(&self.preparer, &self.party).await;
        let id = sheet.rsplit('/').next().expect("an identity");
        let id: DecisionId = id.parse().expect("an identity");
        let mut model = self.held(id).await;
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let section = (seed + 1).to_string();
        let mut open: Vec<Open> = Vec::new();
        let mut log = Vec::new();
        for step in 0..STEPS {
            if open.is_empty() || (open.len() < 4 && dice.below(2) == 0) {
                let act = Act::ALL[dice.below(Act::ALL.len())];
                // A form that the page does not offer cannot be opened.
                if act.leads(model.at).is_none() {
                    continue;
                }
                let (page, _) = act.addresses();
                let page = self
                    .hand(act, &mut dice)
                    .get(&format!("{sheet}{page}"))
                    .await;
                log.push(format!("{step} opens {act:?} at {}", model.version));
                open.push(Open {
                    act,
                    key: page.hidden("key"),
                    version: page.hidden("version"),
                });
                continue;
            }
            let form = open.swap_remove(dice.below(open.len()));
            let title = format!("Otsikko {seed} {step}");
            let mut fields = self.fields(form.act, &title, &section);
            fields.extend([
                ("key", form.key.as_str()),
                ("version", form.version.as_str()),
            ]);
            let (_, to) = form.act.addresses();
            let hand = self.hand(form.act, &mut dice);
            let answer = hand.post(&format!("{sheet}{to}"), &fields).await;
            let fits = form.version == model.version.to_string();
            let expected = form.act.leads(model.at).filter(|_| fits);
            log.push(format!("{step} sends {:?} of {}", form.act, form.version));
            let taken = answer.status == StatusCode::SEE_OTHER;
            assert_eq!(
                (taken, answer.status == StatusCode::CONFLICT),
                (expected.is_some(), expected.is_none()),
                "seed {seed}: {model:?}\n{}\n{}",
                log.join("\n"),
                answer.body
            );
            if let Some(at) = expected {
                model.at = at;
                model.version += 1;
                if form.act == Act::Save {
                    model.title = title;
                }
            }
        }
        assert_eq!(
            self.held(id).await,
            model,
            "seed {seed}\n{}",
            log.join("\n")
        );
    }
}

async fn registrar_of(site: &Site) -> Official {
    let all = register::users::list(&site.register, &Actor::operator("test")).await;
    let all = all.expect("the accounts");
    let registrar = all
        .into_iter()
        .find(|official| *official.email.reveal_to_official() == email(Role::Registrar));
    registrar.expect("the registrar has an account")
}

async fn part(number: u64) {
    let site = Site::new().await;
    let play = Play::set_up(&site).await;
    let each = SCHEDULES / PARTS;
    for seed in number * each..(number + 1) * each {
        play.schedule(seed).await;
    }
    let report = register::verify::verify(&site.register).await;
    assert_eq!(report.expect("it is read").breaks, []);
}

#[tokio::test]
async fn no_update_is_lost_in_the_first_schedules() {
    part(0).await;
}

#[tokio::test]
async fn no_update_is_lost_in_the_second_schedules() {
    part(1).await;
}

#[tokio::test]
async fn no_update_is_lost_in_the_third_schedules() {
    part(2).await;
}

#[tokio::test]
async fn no_update_is_lost_in_the_fourth_schedules() {
    part(3).await;
}
