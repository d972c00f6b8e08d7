-- A file handed over by a legacy system, or written for it. Its content is kept in sealed chunks.
create table legacy_file (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  system text not null,
  direction text not null check (direction in ('in', 'out')),
  name text not null,
  kind text,
  encoding text,
  sha256 bytea,
  size_bytes bigint not null default 0,
  records bigint not null default 0,
  status text not null check (status in ('receiving', 'received', 'ignored', 'quarantined', 'written')),
  reason text,
  data_key bytea,
  received_by text not null,
  received_at timestamptz not null default clock_timestamp()
);

create unique index legacy_file_by_content on legacy_file (system, sha256)
  where direction = 'in' and status <> 'receiving';

create table legacy_file_chunk (
  file_id uuid not null references legacy_file on delete cascade,
  chunk int not null,
  content bytea not null,
  primary key (file_id, chunk)
);
