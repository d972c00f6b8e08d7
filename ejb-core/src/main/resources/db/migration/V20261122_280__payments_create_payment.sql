-- A payment of a cardholder, whatever rail it takes; the intent is committed before anything leaves the bank.
create table payment (
  id uuid primary key,
  account_id uuid not null,
  rail text not null check (rail in ('stripe', 'mainframe', 'bank_file')),
  method text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  status text not null check (status in ('initiated', 'submitted', 'processing', 'succeeded', 'failed', 'cancelled',
    'returned', 'unknown')),
  failure_code text,
  failure_text text,
  rail_reference text,
  transaction_id uuid,
  client_id uuid,
  external_id text,
  actor text not null,
  channel text not null,
  attempts int not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null
);

create index payment_by_account on payment (account_id, id desc);
create index payment_open on payment (changed_at) where status in ('initiated', 'submitted', 'processing', 'unknown');
create unique index payment_by_external_id on payment (client_id, external_id) where external_id is not null;
create unique index payment_by_rail_reference on payment (rail, rail_reference) where rail_reference is not null;

-- Each step of a payment with the evidence for it; append-only.
create table payment_event (
  payment_id uuid not null references payment,
  number int not null,
  status text not null,
  at timestamptz not null,
  source text not null,
  evidence text not null,
  primary key (payment_id, number)
);

create trigger payment_event_append_only
  before update or delete or truncate on payment_event
  for each statement execute function refuse_change();
