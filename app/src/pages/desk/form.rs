//! What an officials' form is made of, and the contract with the handlers that read it.
//!
//! - A form posts to the address of its page, but for small ones that stand beside a bigger one:
//!   the answer whether words are about a person, on the check of a draft, or the return to
//!   preparation, on the page where a decision is signed.
//! - Hidden fields: `key`, a fresh UUID for each rendered form, so that a double submit is answered
//!   with the first result; `version`, the version that the form was filled from.
//! - A field's name is the place of its findings: `title`, `commitments-0-amount`. The drafts of
//!   [`domain`] read themselves with `from_pairs`, and so do the small forms below.
//! - A button's name is `action`. The values are `save`, `check` (save the draft, then go to its
//!   check page), `preview` (the same page with the typed texts as everybody would read them;
//!   nothing is saved), `take` and `discard` (of text that was not saved), and those of
//!   [`domain::form::Rows::edit_rows`]: `add-commitment`, `add-party`, `add-change`, `add-row`,
//!   `remove-commitment-2` and so on. After one of the latter the same page is rendered with the
//!   changed draft and no findings, and nothing is saved. A page with several forms (an account,
//!   the own account, a section series) tells them apart by it.
//!   On a list of attachments they are `attach`, `up-` and `remove-` with an identity; of a
//!   withdrawal `check` and `withdraw`.
//!   On the forms of cases they are also `remove`, `void`, `resolve`, `close`, `reopen`, and on the
//!   disposal list `approve` and `leave`.
//!   On a reminder they are `acknowledge`, `again` and `received`; on an entry of a distribution
//!   `address` (with `email`), `again`, `received` and `withdraw`.
//! - A password (whatever has `password` in its name) and a confirmation (`confirmed`, present when
//!   ticked) are read by the handler alone and never come back to a page.
//! - A refusal is the same page with the typed draft and its findings, status 422; a success is a
//!   303 to the page that shows the result, with `?tehty=` and the code of what was
//!   [done](wording::desk::Done).
//! - Where the session has ended or the database does not answer, what was typed is
//!   [kept](super::kept), and can be sent again.

use domain::Lang;
use domain::finding::Findings;
use domain::form::{Pairs, field};
use domain::id::ServiceId;
use domain::service::ServiceDraft;
use wording::desk::{Done, label_of};
use wording::finding::sentence;

/// A form as its page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form<D> {
    /// What was typed, or what a new form begins with.
    pub draft: D,
    /// What is wrong with it; empty until it was submitted.
    pub findings: Findings,
    /// The version that it was filled from, 0 for something new.
    pub version: i64,
    /// The idempotency key.
    pub key: String,
    /// What the last form did, where the page is its answer.
    pub saved: Option<Done>,
}

impl<D> Form<D> {
    /// A form to be filled in.
    pub fn new(draft: D, version: i64, key: impl Into<String>) -> Self {
        Self {
            draft,
            findings: Findings::default(),
            version,
            key: key.into(),
            saved: None,
        }
    }

    /// The same form, refused.
    #[must_use]
    pub fn refused(self, findings: Findings) -> Self {
        Self { findings, ..self }
    }

    /// The sentences that stand at a field.
    pub(crate) fn error(&self, place: &str, lang: Lang) -> Option<String> {
        let here = self
            .findings
            .iter()
            .filter(|finding| finding.place == place);
        let sentences: Vec<&str> = here.map(|finding| sentence(finding.code, lang)).collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// Every finding as the summary shows it: its place, and its field's label and sentence.
    pub(crate) fn errors(&self, lang: Lang) -> Vec<(String, String)> {
        errors(&self.findings, lang)
    }
}

/// Findings as a summary shows them: the place of each, and its field's label and sentence.
pub(crate) fn errors(findings: &Findings, lang: Lang) -> Vec<(String, String)> {
    let errors = findings.iter().map(|finding| {
        let sentence = sentence(finding.code, lang);
        let text = label_of(&finding.place, lang).map_or_else(
            || sentence.to_owned(),
            |label| format!("{label}: {sentence}"),
        );
        (finding.place.clone(), text)
    });
    errors.collect()
}

/// Small forms whose fields are all texts.
macro_rules! small_forms {
    ($($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $($(#[$doc])* pub $field: String,)+
        }

        impl $name {
            /// Reads it from the fields of its form.
            pub fn from_pairs(pairs: &[(String, String)]) -> Self {
                Self { $($field: field(pairs, stringify!($field)),)+ }
            }

            /// The fields of its form, from which the same is read.
            pub fn to_pairs(&self) -> Pairs {
                vec![$((stringify!($field).to_owned(), self.$field.clone()),)+]
            }
        }
    )+};
}

small_forms! {
    /// `POST /kirjaudu`, with a password. It has neither key nor version.
    SignIn {
        /// The account's e-mail address.
        email,
        /// Where to go afterwards: an address of this site, or empty.
        next,
    }
    /// `POST /tyopoyta/asiat/uusi`.
    NewCase {
        /// The case number.
        number,
        /// The title that the public sees.
        public_title,
        /// The title that officials see.
        internal_title,
        /// The code of the class.
        class,
        /// The day on which it became pending.
        pending_since,
    }
    /// `POST /tyopoyta/asiat/{case}/tiedot`; the version is the case's.
    CaseFacts {
        /// The case number, while it is not known.
        number,
        /// The title that the public sees.
        public_title,
        /// The title that officials see.
        internal_title,
        /// The code of the class.
        class,
        /// The day on which it became pending.
        pending_since,
    }
    /// `POST /tyopoyta/asiat/{case}/liittyvat`.
    Relating {
        /// The number of the other case.
        other_number,
        /// The code of what this case is to it.
        relation,
    }
    /// `POST /tyopoyta/asiat/{case}/tila`; the version is the case's.
    Moving {
        /// The day.
        moved_on,
        /// Why.
        reason,
    }
    /// `POST /tyopoyta/asiatunnukset`.
    Numbered {
        /// The code of where the numbers come from.
        numbering,
        /// The first day.
        first_day,
    }
    /// `POST /tyopoyta/tehtavaluokat`, and with a code to rename the class.
    Classified {
        /// The code.
        class_code,
        /// The name.
        class_name,
    }
    /// `POST /tyopoyta/asiat/{case}/paatokset/uusi`.
    NewDecision {
        /// The identity of the project it funds, or empty.
        project,
        /// The code of the kind.
        kind,
        /// The language of the decision.
        lang,
        /// The slug of the section series, or empty.
        series,
        /// The identity of the frozen decision to begin from, or empty.
        from,
    }
    /// `POST /tyopoyta/paatokset/{id}/henkilotieto`: `mark` or `dismiss`; the version is the
    /// decision's.
    AboutPerson {
        /// The field the words stand in.
        place,
        /// The words.
        words,
    }
    /// `POST /tyopoyta/paatokset/{id}/allekirjoita`, with a password and a confirmation; the
    /// version is the decision's, as in all the forms that follow up to the publication.
    Signing {
        /// The section number, where the series is numbered elsewhere.
        section,
        /// Why more is promised than an appropriation has.
        excess_reason,
    }
    /// `POST /tyopoyta/paatokset/{id}/palauta`, `…/peru`, `…/lainvoima/avaa`, `…/poisto/peru`,
    /// `/tyopoyta/havitys/{case}/ratkaisu` and `/tyopoyta/hankkeet/{slug}/vaihe/peru`.
    GivingBack {
        /// Why.
        reason,
    }
    /// `POST /tyopoyta/paatokset/{id}/esteellisyys`.
    StatingConflict {
        /// On what ground.
        ground,
    }
    /// `POST /tyopoyta/paatokset/{id}/korjaa/ilmoitus`.
    Telling {
        /// The day.
        told_on,
        /// The code of the means.
        means,
    }
    /// `POST /tyopoyta/paatokset/{id}/muualla`.
    Elsewhere {
        /// The section number.
        section,
        /// The day of the decision, or empty where it is not known.
        decided_on,
        /// The day by which it was made, where only that is known.
        no_later_than,
        /// Where it is recorded from.
        source,
        /// Why more is promised than an appropriation has.
        excess_reason,
    }
    /// `POST /tyopoyta/paatokset/{id}/julkaise`.
    Publishing {
        /// The day from which it is in the public network.
        published_on,
        /// Ticked where it was published elsewhere on a day that is not known.
        day_unknown,
        /// Ticked where a day other than the one of the authority's rule is meant.
        deviates,
        /// The provision that makes the whole decision secret, or empty.
        secret_ground,
    }
    /// `POST /tyopoyta/paatokset/{id}/asianosainen`.
    NewParty {
        /// The identity of the organisation.
        organisation,
        /// The code of the means.
        means,
    }
    /// `POST /tyopoyta/paatokset/{id}/muutoksenhaku`, and with a filing's identity to correct it;
    /// the version is the filing's.
    Filed {
        /// The code of the remedy.
        remedy,
        /// The day of arrival.
        received_on,
        /// The time of arrival.
        received_at,
        /// The code of the way.
        way,
        /// Who made it.
        filer,
        /// As what: a code, or the identity of a service.
        standing,
        /// The authority it was wrongly addressed to, or empty.
        wrongly_addressed_to,
        /// The body that handles it.
        handled_by,
    }
    /// `POST /tyopoyta/paatokset/{id}/muutoksenhaku/{filing}/ratkaisu`; the version is the
    /// filing's.
    Deciding {
        /// The code of the outcome.
        kind,
        /// The day of the outcome.
        on,
        /// The section or number of the outcome, or empty.
        reference,
        /// The address of the body's decision in the register, or empty.
        decided_by,
        /// The day from which the outcome is final, or empty.
        final_from,
    }
    /// `POST /tyopoyta/paatokset/{id}/lainvoima`.
    Stating {
        /// The day on which the registry was asked.
        registry_checked_on,
        /// The day on which the court was asked.
        court_checked_on,
    }
    /// `POST /tyopoyta/paatokset/{id}/lainvoima/todistus`.
    Placing {
        /// Where.
        place,
    }
    /// `POST /tyopoyta/otto-oikeus`.
    Meeting {
        /// The day of the meeting.
        held_on,
        /// The section of its minutes.
        section,
        /// The identities of the decisions that were listed.
        listed,
    }
    /// `POST /tyopoyta/paatokset/{id}/ote/{service}`.
    Certifying {
        /// Where.
        place,
        /// On which day.
        day,
        /// The office of the certifier.
        office,
        /// Why the recipient is entitled to the secret parts, or empty.
        entitled_by,
    }
    /// `POST /tyopoyta/paatokset/{id}/asiakirja`.
    Documenting {
        /// Ticked where the secret parts come along.
        include_secrets,
    }
    /// `POST /tyopoyta/paatokset/{id}/liitteet`, with a file, as `multipart/form-data`; without one
    /// to change the list. The version is the decision's, as in the two forms that follow.
    Attaching {
        /// The title.
        title,
        /// The code of the class.
        class,
        /// The provision that makes it secret, or empty.
        ground,
    }
    /// `POST /tyopoyta/paatokset/{id}/poisto`: first to see what follows, then with a confirmation.
    Withdrawing {
        /// What the public is told.
        public_reason,
        /// Ticked where the title goes too.
        hides_title,
    }
    /// `POST /tyopoyta/kayttajat/uusi`, with a password.
    NewAccount {
        /// The e-mail address to sign in with.
        email,
        /// The name of the person.
        name,
        /// The office held.
        office,
        /// The code of the role.
        role,
        /// The slug of the series to sign in, or empty.
        signs_in,
    }
    /// `POST /tyopoyta/kayttajat/{id}`: `change` (name, role and series) and `email`, both with the
    /// account's version, `office` (the last two), `disable`, `enable`, `unlock`, `password` (with
    /// `new_password`) and `end-session` (with `session`).
    AccountFacts {
        /// The e-mail address to sign in with.
        email,
        /// The name of the person.
        name,
        /// The code of the role.
        role,
        /// The slug of the series to sign in, or empty.
        signs_in,
        /// Another office.
        office,
        /// Its first day.
        office_since,
    }
    /// `POST /tyopoyta/pykalasarjat/uusi`.
    NewSeries {
        /// The part of the address, or empty.
        slug,
        /// The office or body that decides.
        decision_maker,
        /// The code of its kind.
        series_kind,
        /// The code of where the numbers come from.
        numbering,
        /// The code of the rule of publication, or empty.
        publication_rule,
        /// The body that handles claims, in Finnish, or empty.
        claims_to_fi,
        /// The same in Swedish.
        claims_to_sv,
        /// The same in English.
        claims_to_en,
    }
    /// `POST /tyopoyta/pykalasarjat/{slug}`: `rename` (the first two), `set-rule` (the next),
    /// `add-deputy` (the others) and `end-deputy` (with `deputyship`, and its version).
    SeriesFacts {
        /// Another name of the decision maker.
        decision_maker,
        /// Its first day.
        name_since,
        /// The code of the rule of publication.
        publication_rule,
        /// The identity of the account that is to be the deputy.
        deputy,
        /// The first day.
        first_day,
        /// The last day.
        last_day,
        /// What it rests on.
        ground,
    }
    /// `POST /tyopoyta/organisaatiot`.
    NewOrganisation {
        /// The name it has now.
        name,
        /// The code of its kind.
        kind,
        /// The business identity code, or empty.
        business_id,
    }
}

/// `POST /tyopoyta/paatokset/{id}/tiedoksiannot`: the services that were ticked, and what is
/// recorded of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServingMany {
    /// The ticked [choices](Self::choice).
    pub chosen: Vec<String>,
    /// How they were served.
    pub service: ServiceDraft,
}

impl ServingMany {
    /// What a ticked service sends: its identity, and the version that the form was filled from.
    pub fn choice(service: ServiceId, version: i64) -> String {
        format!("{service} {version}")
    }

    /// Reads it from the fields of its form.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let chosen = pairs.iter().filter(|(name, _)| name == "chosen");
        Self {
            chosen: chosen.map(|(_, value)| value.clone()).collect(),
            service: ServiceDraft::from_pairs(pairs),
        }
    }

    /// The services that were ticked; what is no choice is left out.
    pub fn services(&self) -> Vec<(ServiceId, i64)> {
        let read = |choice: &String| {
            let (id, version) = choice.split_once(' ')?;
            Some((id.parse().ok()?, version.parse().ok()?))
        };
        self.chosen.iter().filter_map(read).collect()
    }
}
