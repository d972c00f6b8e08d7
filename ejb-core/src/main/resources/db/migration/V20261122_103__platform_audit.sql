-- Who did what to what, with which outcome; append-only.
create table audit_record (
  sequence bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  channel text not null,
  action text not null,
  object text not null,
  outcome text not null,
  details text not null,
  request_id text
);

create index audit_record_by_object on audit_record (object, sequence);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_record_append_only
  before update or delete or truncate on audit_record
  for each statement execute function refuse_change();
