-- Presentments that were booked without an approval to lean on; a person looks at each.
create table unmatched_clearing (
  transaction_id uuid primary key references journal_entry,
  account_id uuid not null,
  authorization_id uuid,
  amount_minor bigint not null,
  currency text not null,
  merchant_name text not null,
  created_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  note text,
  check ((resolved_at is null) = (resolved_by is null))
);

create index unmatched_clearing_open on unmatched_clearing (created_at) where resolved_at is null;
