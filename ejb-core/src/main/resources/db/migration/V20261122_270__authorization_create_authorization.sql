-- A card payment: what was asked, what was decided, and the sums over its elements.
--   authorized_minor = approved + increments - reversals; held_minor = what is still reserved.
create table card_authorization (
  id uuid primary key,
  account_id uuid,
  card_id uuid,
  client_id uuid not null,
  kind text not null check (kind in ('purchase', 'cash_advance', 'quasi_cash', 'preauthorization',
    'account_verification', 'refund')),
  entry_mode text not null,
  status text not null check (status in ('pending', 'declined', 'partially_cleared', 'cleared', 'reversed', 'expired')),
  response_code text not null,
  reasons text[] not null,
  requested_minor bigint not null check (requested_minor >= 0),
  approved_minor bigint not null check (approved_minor >= 0),
  authorized_minor bigint not null check (authorized_minor >= 0),
  captured_minor bigint not null default 0 check (captured_minor >= 0),
  held_minor bigint not null check (held_minor >= 0),
  currency text not null,
  authorization_code text,
  available_minor bigint,
  merchant_id text not null,
  merchant_name text not null,
  merchant_mcc text not null,
  merchant_city text,
  merchant_state text,
  merchant_country text not null,
  merchant_postal_code text,
  network_name text,
  network_transaction_id text,
  network_retrieval_reference text,
  network_stan text,
  external_id text,
  metadata text not null default '{}',
  channel text not null,
  business_date date not null,
  expires_at timestamptz,
  created_at timestamptz not null
) with (fillfactor = 80);

create index card_authorization_by_account on card_authorization (account_id, id desc) where account_id is not null;
create index card_authorization_due on card_authorization (expires_at) where held_minor > 0;
create unique index card_authorization_by_external_id on card_authorization (client_id, external_id)
  where external_id is not null;
create index card_authorization_by_day on card_authorization using brin (created_at);

-- The ordered list of messages of an authorization; append-only.
create table authorization_element (
  authorization_id uuid not null references card_authorization,
  number int not null,
  type text not null check (type in ('authorization', 'reversal', 'clearing', 'expiry')),
  amount_minor bigint not null check (amount_minor >= 0),
  at timestamptz not null,
  channel text not null,
  flags text[] not null default '{}',
  primary key (authorization_id, number)
);

create trigger authorization_element_append_only
  before update or delete or truncate on authorization_element
  for each statement execute function refuse_change();

-- What a cardholder or the bank does not allow on a card; an absent row allows all.
create table card_control (
  card_id uuid primary key,
  transaction_limit_minor bigint check (transaction_limit_minor >= 0),
  blocked_mccs text[] not null default '{}',
  blocked_countries text[] not null default '{}',
  blocked_entry_modes text[] not null default '{}',
  changed_at timestamptz not null default clock_timestamp()
);
