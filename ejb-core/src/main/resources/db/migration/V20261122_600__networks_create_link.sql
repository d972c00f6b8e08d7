-- Networks and acquirers that connect to us, one listening port each. The id is also the client under which
-- their messages' answers are stored and their authorizations kept.
create table network_link (
  id uuid primary key,
  name text not null unique check (name ~ '^[a-z][a-z0-9-]{0,30}$'),
  network text not null,
  profile text not null,
  port int not null check (port between 1 and 65535),
  partial_approval text not null default 'as_asked' check (partial_approval in ('as_asked', 'always', 'never')),
  unknown_original_code text not null default '00' check (unknown_original_code in ('00', '25')),
  connection_count_max int not null default 16 check (connection_count_max > 0),
  in_flight_count_max int not null default 512 check (in_flight_count_max > 0),
  echo_idle_seconds int not null default 60 check (echo_idle_seconds > 0),
  enabled boolean not null default true,
  created_at timestamptz not null default clock_timestamp()
);

-- What came and what went, card data masked; for people who look for the reason of something, not for money.
create table network_message (
  id bigint generated always as identity primary key,
  link_id uuid not null,
  connection text not null,
  direction text not null check (direction in ('in', 'out')),
  type text,
  stan text,
  retrieval_reference text,
  response_code text,
  content text not null,
  at timestamptz not null
);

create index network_message_by_time on network_message using brin (at);
create index network_message_by_reference on network_message (retrieval_reference) where retrieval_reference is not null;

-- Approvals that we took back because their answer could not be given in time, and the reversal advice that says so.
-- The card number is sealed by the vault; status 'human' waits for a person.
create table network_withdrawal (
  id uuid primary key,
  authorization_id uuid not null unique,
  link_id uuid not null references network_link,
  card_id uuid not null,
  pan_sealed bytea not null,
  pan_key_version int not null,
  stan text not null,
  elements text not null,
  status text not null check (status in ('due', 'acknowledged', 'human')),
  attempt_count int not null default 0,
  next_attempt_at timestamptz not null,
  created_at timestamptz not null,
  acknowledged_at timestamptz
);

create index network_withdrawal_due on network_withdrawal (next_attempt_at) where status = 'due';
create sequence network_withdrawal_stan maxvalue 999999 cycle;
