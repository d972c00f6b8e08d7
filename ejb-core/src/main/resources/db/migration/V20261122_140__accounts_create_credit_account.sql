-- A credit line. posted_balance_minor = sum of its receivable lines; held_minor = sum of its open holds;
-- available = credit_limit_minor - posted_balance_minor - held_minor. Fill factor leaves room for HOT updates.
create table credit_account (
  id uuid primary key,
  external_source text,
  external_id text,
  customer_id uuid not null,
  product_code text not null,
  currency text not null,
  status text not null default 'open' check (status in ('open', 'suspended', 'closed', 'charged_off')),
  flags text[] not null default '{}',
  credit_limit_minor bigint not null check (credit_limit_minor >= 0),
  cash_limit_minor bigint not null check (cash_limit_minor >= 0),
  posted_balance_minor bigint not null default 0,
  held_minor bigint not null default 0 check (held_minor >= 0),
  cash_balance_minor bigint not null default 0,
  cash_held_minor bigint not null default 0 check (cash_held_minor >= 0),
  cycle_day int not null check (cycle_day between 1 and 28),
  opened_on date not null,
  created_at timestamptz not null default clock_timestamp(),
  version bigint not null default 0,
  unique (external_source, external_id)
) with (fillfactor = 60);

create index credit_account_by_customer on credit_account (customer_id);
create index credit_account_by_external_id on credit_account (external_id) where external_id is not null;
