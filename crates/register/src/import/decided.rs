//! Who decided and when, and what was done with the decision afterwards.

use domain::decision::{DecisionDraft, MadeElsewhere};
use domain::publicity::Personal;
use domain::reading::Subject;
use domain::service::ServiceMeans;
use domain::slug::Slug;
use time::Date;

use super::SectionRead;
use super::document::Document;
use super::notes::day;
use super::organisation::{is_authority, is_municipality};
use super::parts::{PartKind, section_line};
use super::people::{self, SignedRead};
use super::record::{PublicationRead, ServiceRead, service_means};
use super::words::days;

/// A signature or certification, and where it stands.
pub(super) struct Signed {
    pub(super) read: SignedRead,
    line: Option<usize>,
    day_line: Option<usize>,
}

impl Signed {
    fn on(&self) -> Option<(Date, Option<usize>)> {
        self.read.on.map(|on| (on, self.day_line))
    }
}

impl Document<'_, '_> {
    pub(super) fn signed(&self, kind: PartKind) -> Signed {
        let lines = self.lines(kind);
        let (read, day_line) = people::signed_lines(&lines);
        Signed {
            read,
            line: lines.first().map(|line| line.number),
            day_line,
        }
    }

    pub(super) fn publication(&mut self) -> PublicationRead {
        let (as_written, line) = self.joined(PartKind::Publication, " ");
        let on = days(&as_written).first().map(|(_, day)| *day);
        self.notes
            .read_or_not_found(Subject::PublishedOn, on.map(|on| (day(on), line)));
        PublicationRead {
            on,
            as_written: Personal::new(as_written),
        }
    }

    /// The day of the decision, or the day by which it was signed at the latest.
    pub(super) fn decided(
        &mut self,
        signed: &Signed,
        certified: &Signed,
        publication: &PublicationRead,
    ) -> MadeElsewhere {
        let stated = self.lines(PartKind::DecisionDate);
        let stated = stated.iter().find_map(|line| {
            let (_, day) = days(line.text).into_iter().next()?;
            Some((day, Some(line.number)))
        });
        let in_head = self.opening.decided_on.map(|(on, line)| (on, Some(line)));
        let decided = in_head.or(stated).or(signed.on());
        let note = decided.map(|(on, line)| (day(on), line));
        self.notes.read_or_not_found(Subject::DecisionDate, note);
        if let Some((on, line)) = certified.on() {
            self.notes.read(Subject::CertifiedOn, day(on), line);
            if let Some(published) = publication.on.filter(|published| on < *published) {
                let subject = Subject::CertifiedBeforePublished;
                self.notes.deviates(subject, day(published), line);
            }
        }
        if let Some(place) = &certified.read.place {
            self.notes
                .read(Subject::CertifiedPlace, place.as_str(), certified.line);
        }
        // An extract is made of a signed decision, and only a signed one is published.
        let bounds = [certified.read.on, publication.on].into_iter().flatten();
        let no_later_than = bounds.min().filter(|_| decided.is_none());
        if let Some(bound) = no_later_than {
            let by_extract = certified.on().filter(|(on, _)| *on == bound);
            let line = by_extract.and_then(|(_, line)| line);
            self.notes
                .inferred(Subject::SignedNoLaterThan, day(bound), line);
        }
        MadeElsewhere {
            decided_on: decided.map(|(day, _)| day),
            no_later_than,
            source: String::new(),
        }
    }

    /// The section of the head, else the one above the instruction, which a person confirms.
    pub(super) fn section(&mut self, elsewhere: &MadeElsewhere) -> Option<SectionRead> {
        let mut above_instruction = None;
        for line in self.lines(PartKind::InstructionHeader) {
            match section_line(line.text) {
                Some((number, year))
                    if above_instruction.is_none() && self.opening.section.is_none() =>
                {
                    above_instruction = Some((number, year, line.number));
                }
                _ => self.unrecognised.push((line.number, line.text.to_owned())),
            }
        }
        let (number, stated, line) = match (self.opening.section, above_instruction) {
            (Some(section), _) => {
                self.notes
                    .read(Subject::Section, section.0.to_string(), Some(section.2));
                section
            }
            (None, Some(section)) => {
                self.notes
                    .inferred(Subject::Section, section.0.to_string(), Some(section.2));
                section
            }
            (None, None) => {
                self.notes.not_found(Subject::Section);
                return None;
            }
        };
        let year = stated.or_else(|| self.only_year(elsewhere));
        match (stated, year) {
            (Some(year), _) => self
                .notes
                .read(Subject::SectionYear, year.to_string(), Some(line)),
            (None, Some(year)) => self
                .notes
                .inferred(Subject::SectionYear, year.to_string(), None),
            (None, None) => self.notes.not_found(Subject::SectionYear),
        }
        Some(SectionRead { number, year })
    }

    /// The year of the decision, where it can be only one: a decision is made after its case was
    /// opened and before it was certified or published.
    pub(super) fn only_year(&self, elsewhere: &MadeElsewhere) -> Option<u16> {
        let year = |day: Date| u16::try_from(day.year()).ok();
        if let Some(decided) = elsewhere.decided_on {
            return year(decided);
        }
        let opened = self
            .opening
            .case_number
            .as_ref()
            .map(|(number, _)| number.year());
        let bound = elsewhere.no_later_than.and_then(year);
        bound.filter(|bound| opened == Some(*bound))
    }

    pub(super) fn decision_maker(
        &mut self,
        draft: &mut DecisionDraft,
        signature: &SignedRead,
        certification: &SignedRead,
    ) {
        let line = |kind| {
            self.of_kind(kind)
                .find_map(|part| part.lines.first())
                .map(|l| l.number)
        };
        let maker = match (&signature.office, &certification.office) {
            (Some(office), _) => {
                let line = line(PartKind::Signature);
                self.notes
                    .read(Subject::DecisionMaker, office.as_str(), line);
                office
            }
            (None, Some(office)) => {
                let line = line(PartKind::Certification);
                self.notes
                    .inferred(Subject::DecisionMaker, office.as_str(), line);
                office
            }
            (None, None) => return self.notes.not_found(Subject::DecisionMaker),
        };
        draft.series = Slug::from_title(maker)
            .map(String::from)
            .unwrap_or_default();
    }

    pub(super) fn service(&mut self, party: Option<&str>) -> ServiceRead {
        let (as_written, line) = self.joined(PartKind::Service, " ");
        // A letter to an authority counts from its arrival (hallintolaki 59.2 §).
        let to_authority = party.is_some_and(|party| is_authority(party) || is_municipality(party));
        let means = service_means(&as_written).map(|means| match means {
            ServiceMeans::Letter if to_authority => ServiceMeans::LetterToAuthority,
            means => means,
        });
        let note = means.map(|means| (means.code().to_owned(), line));
        self.notes.read_or_not_found(Subject::ServiceMeans, note);
        let event_on = days(&as_written).first().map(|(_, day)| *day);
        self.notes
            .read_or_not_found(Subject::ServiceDay, event_on.map(|on| (day(on), line)));
        ServiceRead {
            means,
            event_on,
            as_written: Personal::new(as_written),
        }
    }
}
