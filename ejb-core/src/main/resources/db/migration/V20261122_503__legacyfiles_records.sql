-- Every master and reference record ever taken in, by its natural key: unique for ever. Attributes that name
-- a person or a card are kept as keyed digests only.
create table legacy_record (
  system text not null,
  kind text not null,
  record_key text not null,
  attributes text not null,
  run_id uuid not null,
  primary key (system, kind, record_key)
);

create table legacy_transaction_type (
  system text not null,
  code text not null,
  description text not null,
  primary key (system, code)
);

create table legacy_transaction_category (
  system text not null,
  type_code text not null,
  category_code text not null,
  description text not null,
  primary key (system, type_code, category_code)
);

create table legacy_disclosure_group (
  system text not null,
  group_id text not null,
  type_code text not null,
  category_code text not null,
  rate_hundredths bigint not null,
  primary key (system, group_id, type_code, category_code)
);

create table legacy_category_balance (
  system text not null,
  account_number text not null,
  type_code text not null,
  category_code text not null,
  balance_minor bigint not null,
  primary key (system, account_number, type_code, category_code)
);

create table legacy_customer (
  system text not null,
  customer_number text not null,
  customer_id uuid not null unique,
  primary key (system, customer_number)
);

-- The account as the mainframe's posting program keeps it, beside Florin's own.
create table legacy_account (
  system text not null,
  account_number text not null,
  account_id uuid not null unique,
  group_id text not null,
  balance_minor bigint not null,
  credit_limit_minor bigint not null,
  cycle_credit_minor bigint not null,
  cycle_debit_minor bigint not null,
  expires_on date not null,
  primary key (system, account_number)
);

-- The cross reference, by a keyed hash of the card number.
create table legacy_card (
  system text not null,
  pan_index bytea not null,
  customer_number text not null,
  account_number text not null,
  card_id uuid unique,
  primary key (system, pan_index)
);

create index legacy_card_by_account on legacy_card (system, account_number);

-- Every daily transaction ever placed, posted or rejected. The verdict is the mainframe's, 0 = accepted.
create table legacy_transaction (
  system text not null,
  external_id text not null,
  digest bytea not null,
  amount_minor bigint not null,
  account_number text not null,
  verdict int not null,
  transaction_id uuid unique,
  run_id uuid not null,
  primary key (system, external_id)
);
