-- Reversals that came before the authorization they belong to; applied when that comes, under the account's lock.
create table parked_reversal (
  id uuid primary key,
  account_id uuid not null,
  card_id uuid not null,
  network_name text not null,
  network_transaction_id text,
  network_retrieval_reference text,
  network_stan text,
  network_acquirer_id text,
  network_transmission_time text,
  amount_kind text not null check (amount_kind in ('all', 'give_back', 'leave_only')),
  amount_minor bigint not null check (amount_minor >= 0),
  actor text not null,
  channel text not null,
  received_at timestamptz not null,
  authorization_id uuid,
  check (network_transaction_id is not null or network_stan is not null)
);

create index parked_reversal_waiting on parked_reversal (card_id) where authorization_id is null;
