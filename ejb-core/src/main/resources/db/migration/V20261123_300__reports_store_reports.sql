-- Reports as they were made behind the close of a day, for ever. The content of form 'rows' is what a report is
-- printed from; the other forms are made of it once and kept.
create table stored_report (
  id        uuid        primary key,
  report    text        not null,
  from_day  date        not null,
  to_day    date        not null check (to_day >= from_day),
  row_count bigint      not null,
  made_at   timestamptz not null default clock_timestamp(),
  unique (report, from_day, to_day)
);

create index stored_report_by_day on stored_report (to_day, id);

create table stored_report_form (
  report_id uuid not null references stored_report,
  form      text not null,
  primary key (report_id, form)
);

create table stored_report_chunk (
  report_id uuid  not null,
  form      text  not null,
  chunk     int   not null,
  content   bytea not null,
  primary key (report_id, form, chunk),
  foreign key (report_id, form) references stored_report_form
);

create trigger stored_report_append_only
  before update or delete or truncate on stored_report
  for each statement execute function refuse_change();
create trigger stored_report_form_append_only
  before update or delete or truncate on stored_report_form
  for each statement execute function refuse_change();
create trigger stored_report_chunk_append_only
  before update or delete or truncate on stored_report_chunk
  for each statement execute function refuse_change();
