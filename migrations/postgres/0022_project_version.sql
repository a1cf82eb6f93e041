-- Versions of projects, each as it was saved: the newest is the project, and how one differs from
-- the one before is its history. Beside them officials' notes, which are only added to.

create table project_version (
    project uuid not null
        constraint project_version_project_known references project (id),
    -- From 1, without gaps.
    version bigint not null
        constraint project_version_version_positive check (version > 0),
    -- What is known of the project, and how far it has come, as JSON: it is read as a whole.
    facts text not null,
    steps text not null,
    -- Whom officials turn to, as JSON. About people, so that a disposal of the case empties it.
    contacts text not null,
    -- Why, where that was asked for, or empty.
    reason text not null,
    saved_at timestamptz not null,
    -- Null from the command line.
    saved_by uuid
        constraint project_version_saved_by_known references account (id),
    office text,
    primary key (project, version)
);

create trigger project_version_no_update
    before update of project, version, facts, steps, reason, saved_at, saved_by, office on project_version
    for each row execute function refuse('versions of projects are only added to');

create trigger project_version_contacts_only_emptied
    before update of contacts on project_version
    for each row when (new.contacts <> '[]')
    execute function refuse('versions of projects are only added to');

create trigger project_version_no_delete before delete on project_version
    for each row execute function refuse('versions of projects are only added to');

create table project_note (
    project uuid not null
        constraint project_note_project_known references project (id),
    -- From 1, in the order of writing.
    number bigint not null
        constraint project_note_number_positive check (number > 0),
    noted_on date not null,
    -- May name people: a disposal of the case removes it.
    note text not null,
    written_at timestamptz not null,
    -- Null from the command line.
    office text,
    primary key (project, number)
);

create trigger project_note_no_update before update on project_note
    for each row execute function refuse('notes about projects are only added to');
