-- A partner's key, the fingerprint of what it was used for, and the answer that was given.
create table idempotency_record (
  client_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  status int not null,
  content_type text not null,
  body text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (client_id, key)
);

create index idempotency_record_by_age on idempotency_record using brin (created_at);
