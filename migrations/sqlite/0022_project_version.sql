-- Versions of projects, each as it was saved: the newest is the project, and how one differs from
-- the one before is its history. Beside them officials' notes, which are only added to.

create table project_version (
    project blob not null
        constraint project_version_project_form check (length(project) = 16)
        constraint project_version_project_known references project (id),
    -- From 1, without gaps.
    version integer not null
        constraint project_version_version_positive check (version > 0),
    -- What is known of the project, and how far it has come, as JSON: it is read as a whole.
    facts text not null,
    steps text not null,
    -- Whom officials turn to, as JSON. About people, so that a disposal of the case empties it.
    contacts text not null,
    -- Why, where that was asked for, or empty.
    reason text not null,
    saved_at text not null
        constraint project_version_saved_at_form check (saved_at is strftime('%Y-%m-%dT%H:%M:%SZ', saved_at)),
    -- Null from the command line.
    saved_by blob
        constraint project_version_saved_by_form check (length(saved_by) = 16)
        constraint project_version_saved_by_known references account (id),
    office text,
    primary key (project, version)
) strict;

create trigger project_version_no_update
    before update of project, version, facts, steps, reason, saved_at, saved_by, office on project_version
begin
    select raise(abort, 'versions of projects are only added to');
end;

create trigger project_version_contacts_only_emptied
    before update of contacts on project_version
    when new.contacts <> '[]'
begin
    select raise(abort, 'versions of projects are only added to');
end;

create trigger project_version_no_delete before delete on project_version
begin
    select raise(abort, 'versions of projects are only added to');
end;

create table project_note (
    project blob not null
        constraint project_note_project_form check (length(project) = 16)
        constraint project_note_project_known references project (id),
    -- From 1, in the order of writing.
    number integer not null
        constraint project_note_number_positive check (number > 0),
    noted_on text not null
        constraint project_note_noted_on_form check (noted_on is date(noted_on)),
    -- May name people: a disposal of the case removes it.
    note text not null,
    written_at text not null
        constraint project_note_written_at_form check (written_at is strftime('%Y-%m-%dT%H:%M:%SZ', written_at)),
    -- Null from the command line.
    office text,
    primary key (project, number)
) strict;

create trigger project_note_no_update before update on project_note
begin
    select raise(abort, 'notes about projects are only added to');
end;
