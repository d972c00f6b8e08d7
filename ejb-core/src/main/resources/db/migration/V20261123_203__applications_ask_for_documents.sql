-- Documents that an underwriter asks for, letters about decisions, and by when a decision must be told (Reg B 1002.9: 30
-- days from the day an application is complete).
alter table application rename column adverse_action_due_at to notice_due_at;
alter table application
  add column notice_sent_at   timestamptz null,
  add column documents_due_at timestamptz null,
  add check ((status = 'incomplete') <= (documents_due_at is not null));
update application set notice_due_at = created_at + interval '30 days' where notice_due_at is null
  and status not in ('accepted', 'withdrawn', 'expired');
update application set notice_sent_at = decided_at where outcome is not null;

create index application_notice on application (notice_due_at)
  where notice_sent_at is null and status in ('in_review', 'approved', 'counteroffered', 'declined');
create index application_over on application (least(offer_expires_at, documents_due_at))
  where status in ('approved', 'counteroffered', 'incomplete');

create table application_document_request (
  application_id uuid        not null references application (id),
  kind           text        not null,
  asked_by       text        not null,
  asked_at       timestamptz not null,
  supplied_at    timestamptz null,
  primary key (application_id, kind)
);

-- Sealed with the application's data key, like the application itself.
create table application_document (
  id             uuid        primary key,
  application_id uuid        not null references application (id),
  kind           text        not null,
  file_name      text        not null,
  media_type     text        not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  size_bytes     bigint      not null check (size_bytes between 1 and 5242880),
  sealed         bytea       not null,
  supplied_by    text        not null,
  supplied_at    timestamptz not null
);

create index application_document_application on application_document (application_id, supplied_at);

create table application_letter (
  application_id uuid        primary key references application (id),
  sealed         bytea       not null,
  written_at     timestamptz not null
);

-- A person's own authority; who has none has that of the role.
create table underwriter_authority (
  actor           text        not null,
  currency        text        not null check (currency ~ '^[A-Z]{3}$'),
  limit_max_minor bigint      not null check (limit_max_minor >= 0),
  granted_by      text        not null check (granted_by <> actor),
  granted_at      timestamptz not null,
  primary key (actor, currency)
);
