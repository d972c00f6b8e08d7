-- One intake of a set of files. Its progress is in job_run, its position in import_file.
create table import_run (
  id uuid primary key references job_run,
  system text not null,
  mode text not null check (mode in ('correct', 'compatible')),
  reject_file_id uuid references legacy_file,
  difference_file_id uuid references legacy_file,
  created_at timestamptz not null default clock_timestamp()
);

-- How far each file of a run has come, in the transaction of the records themselves.
create table import_file (
  run_id uuid not null references import_run,
  ordinal int not null,
  file_id uuid not null references legacy_file,
  line bigint not null default 0,
  offset_bytes bigint not null default 0,
  finished boolean not null default false,
  read_count bigint not null default 0,
  new_count bigint not null default 0,
  unchanged_count bigint not null default 0,
  differing_count bigint not null default 0,
  posted_count bigint not null default 0,
  rejected_count bigint not null default 0,
  suspense_count bigint not null default 0,
  read_minor bigint not null default 0,
  posted_minor bigint not null default 0,
  unchanged_minor bigint not null default 0,
  rejected_minor bigint not null default 0,
  suspense_minor bigint not null default 0,
  primary key (run_id, ordinal)
);

create table import_reject (
  run_id uuid not null references import_run,
  ordinal int not null,
  line bigint not null,
  reason int not null,
  primary key (run_id, ordinal, line)
);

-- A record that could not be read or placed. The record itself stays in the sealed file.
create table suspense_item (
  run_id uuid not null references import_run,
  ordinal int not null,
  line bigint not null,
  offset_bytes bigint not null,
  record_key text,
  field text,
  reason text not null,
  amount_minor bigint not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  primary key (run_id, ordinal, line)
);

-- Where the two modes part, or a record differs from what was taken in before.
create table import_difference (
  run_id uuid not null references import_run,
  ordinal int not null,
  line bigint not null,
  position int not null,
  record_key text not null,
  aspect text not null,
  correct text not null,
  compatible text not null,
  reason text not null,
  primary key (run_id, ordinal, line, position)
);
