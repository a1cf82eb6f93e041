//! Two officials and a decision maker at one decision, in any order: no update is lost.
//!
//! A seed makes a schedule of opened and sent forms, and of forms that no page offers, sent all the
//! same by somebody who knows the version. Beside it runs a model of three lines: a form is taken
//! exactly if it was filled from the version that is saved now and the decision stands where the
//! form leads on from. Whatever the schedule, the register must answer as the model does and hold
//! what the model holds. What came of all schedules is counted, so that lazy ones are found.

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
    /// Published, and withdrawn from the public network.
    Withdrawn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Save,
    Send,
    Recall,
    Abandon,
    TakeUp,
    GiveBack,
    Sign,
    Publish,
    Withdraw,
    PublishAgain,
}

impl Act {
    const ALL: [Self; 10] = [
        Self::Save,
        Self::Send,
        Self::Recall,
        Self::Abandon,
        Self::TakeUp,
        Self::GiveBack,
        Self::Sign,
        Self::Publish,
        Self::Withdraw,
        Self::PublishAgain,
    ];

    /// Where it leads from a state, if anywhere.
    const fn leads(self, from: At) -> Option<At> {
        match (self, from) {
            (Self::Save, At::Draft)
            | (Self::Recall | Self::GiveBack, At::Awaiting)
            | (Self::TakeUp, At::Abandoned) => Some(At::Draft),
            (Self::Send, At::Draft) => Some(At::Awaiting),
            (Self::Abandon, At::Draft) => Some(At::Abandoned),
            (Self::Sign, At::Awaiting) => Some(At::Signed),
            (Self::Publish, At::Signed) | (Self::PublishAgain, At::Withdrawn) => {
                Some(At::Published)
            }
            (Self::Withdraw, At::Published) => Some(At::Withdrawn),
            _ => None,
        }
    }

    /// The page of its form and the address it is sent to, below the sheet.
    const fn addresses(self) -> (&'static str, &'static str) {
        match self {
            Self::Save => ("/luonnos", "/luonnos"),
            Self::Send => ("/tarkista", "/tarkista"),
            Self::Recall => ("", "/takaisin"),
            Self::Abandon => ("/peru", "/peru"),
            Self::TakeUp => ("", "/uudelleen"),
            Self::GiveBack => ("/allekirjoita", "/palauta"),
            Self::Sign => ("/allekirjoita", "/allekirjoita"),
            Self::Publish => ("/julkaise", "/julkaise"),
            Self::Withdraw => ("/poisto", "/poisto"),
            Self::PublishAgain => ("/poisto/peru", "/poisto/peru"),
        }
    }

    /// An act that leads on from a state, or none; those that lead further more often, so that
    /// schedules come to their end.
    fn offered(at: At, dice: &mut Dice) -> Option<Self> {
        let all = Self::ALL.into_iter().filter(|act| act.leads(at).is_some());
        let further = [Self::Send, Self::Sign];
        let further = further.into_iter().filter(|act| act.leads(at).is_some());
        let offered: Vec<Self> = all.chain(further).collect();
        (!offered.is_empty()).then(|| offered[dice.below(offered.len())])
    }

    /// An act that leads nowhere from a state.
    fn out_of_place(at: At, dice: &mut Dice) -> Self {
        let all = Self::ALL.into_iter().filter(|act| act.leads(at).is_none());
        let idle: Vec<Self> = all.collect();
        idle[dice.below(idle.len())]
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

/// How often what came of a form that was sent.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    taken: u32,
    /// Refused: filled from another version.
    stale: u32,
    /// Refused: of the saved version, and of another state.
    wrong_state: u32,
    /// The taken ones among them that published for the first time.
    published: u32,
    /// The taken ones that withdrew a draft or a publication.
    withdrawn: u32,
}

impl Tally {
    /// The least that must come of the schedules of a part; they come to about a fifth more.
    const FLOOR: [u32; 5] = [600, 300, 400, 40, 100];

    fn count(&mut self, act: Act, taken: bool, fits: bool) {
        match (taken, fits) {
            (true, _) => self.taken += 1,
            (false, false) => self.stale += 1,
            (false, true) => self.wrong_state += 1,
        }
        if taken {
            self.published += u32::from(act == Act::Publish);
            self.withdrawn += u32::from(matches!(act, Act::Abandon | Act::Withdraw));
        }
    }

    fn all(self) -> [u32; 5] {
        let Self {
            taken,
            stale,
            wrong_state,
            published,
            withdrawn,
        } = self;
        [taken, stale, wrong_state, published, withdrawn]
    }
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
            Act::Publish | Act::Withdraw | Act::PublishAgain => &self.registrar,
            _ if dice.below(2) == 0 => &self.preparer,
            _ => &self.registrar,
        }
    }

    async fn held(&self, id: DecisionId) -> Model {
        let sheet = decision_sheet(&self.site.register, &self.reader, id).await;
        let sheet = sheet.expect("a sheet");
        let is_withdrawn = sheet.stubs.iter().any(|stub| stub.ended_on.is_none());
        let decision = sheet.decision;
        let (at, title) = match &decision.state {
            DecisionState::Draft(draft) => (At::Draft, &draft.title),
            DecisionState::AwaitingSignature(draft) => (At::Awaiting, &draft.title),
            DecisionState::Abandoned(draft) => (At::Abandoned, &draft.title),
            DecisionState::Signed(sealed) => (At::Signed, &sealed.content.title.0),
            DecisionState::Published(sealed, _) => {
                let at = if is_withdrawn {
                    At::Withdrawn
                } else {
                    At::Published
                };
                (at, &sealed.content.title.0)
            }
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
            Act::GiveBack | Act::Abandon | Act::PublishAgain => vec![("reason", "Syy")],
            Act::Withdraw => vec![
                ("public_reason", "Syy"),
                ("confirmed", "1"),
                ("action", "withdraw"),
            ],
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

    /// Opens the form of an act, as its page has it.
    async fn opened(&self, act: Act, sheet: &str, dice: &mut Dice) -> Open {
        let (page, _) = act.addresses();
        let hand = self.hand(act, dice);
        let page = hand.get(&format!("{sheet}{page}")).await;
        Open {
            act,
            key: page.hidden("key"),
            version: page.hidden("version"),
        }
    }

    async fn schedule(&self, seed: u64, tally: &mut Tally) {
        let sheet = steps::write_draft(&self.preparer, &self.party).await;
        let id = sheet.rsplit('/').next().expect("an identity");
        let id: DecisionId = id.parse().expect("an identity");
        let mut model = self.held(id).await;
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let section = (seed + 1).to_string();
        let mut open: Vec<Open> = Vec::new();
        let mut log = Vec::new();
        for step in 0..STEPS {
            let is_out_of_place = dice.below(6) == 0;
            if !is_out_of_place && (open.is_empty() || (open.len() < 4 && dice.below(2) == 0)) {
                if let Some(act) = Act::offered(model.at, &mut dice) {
                    log.push(format!("{step} opens {act:?} at {}", model.version));
                    open.push(self.opened(act, &sheet, &mut dice).await);
                }
                continue;
            }
            let form = if is_out_of_place {
                let key = register::form_key(self.site.register.clock().now());
                Open {
                    act: Act::out_of_place(model.at, &mut dice),
                    key: key.expect("randomness").to_string(),
                    version: model.version.to_string(),
                }
            } else {
                open.swap_remove(dice.below(open.len()))
            };
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
            let status = match expected {
                Some(_) => StatusCode::SEE_OTHER,
                // Withdrawn already is said at the form.
                None if fits && (form.act, model.at) == (Act::Withdraw, At::Withdrawn) => {
                    StatusCode::UNPROCESSABLE_ENTITY
                }
                None => StatusCode::CONFLICT,
            };
            assert_eq!(
                answer.status,
                status,
                "seed {seed}: {model:?}\n{}\n{}",
                log.join("\n"),
                answer.body
            );
            tally.count(form.act, expected.is_some(), fits);
            if let Some(at) = expected {
                model.at = at;
                model.version += 1;
                if form.act == Act::Save {
                    model.title = title;
                }
            }
        }
        let held = self.held(id).await;
        assert_eq!(held, model, "seed {seed}\n{}", log.join("\n"));
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
    let mut tally = Tally::default();
    for seed in number * each..(number + 1) * each {
        play.schedule(seed, &mut tally).await;
    }
    let mut counted = tally.all().into_iter().zip(Tally::FLOOR);
    assert!(counted.all(|(came, floor)| came >= floor), "{tally:?}");
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
