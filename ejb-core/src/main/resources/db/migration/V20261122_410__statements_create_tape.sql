-- The daily account tape: one row per account, business date and version. A back-dated item makes a new version of
-- the days behind it; the latest version counts and the earlier ones stay. Arrays hold one element a segment, in the
-- order of their names. A row holds all that the next day needs.
create table account_day (
  account_id              uuid    not null,
  day                     date    not null,
  version                 int     not null default 0,
  cut_off                 bigint  not null,
  opening_minor           bigint  not null,
  debits_minor            bigint  not null,
  credits_minor           bigint  not null,
  payments_minor          bigint  not null,
  charges_minor           bigint  not null,
  closing_minor           bigint  not null,
  credit_balance_minor    bigint  not null check (credit_balance_minor >= 0),
  segments                text[]  not null,
  rates                   numeric(7, 4)[] not null,
  segment_debits          bigint[] not null,
  segment_payments        bigint[] not null,
  segment_balances        bigint[] not null,
  segment_closings        bigint[] not null,
  segment_interest        numeric(24, 10)[] not null,
  in_grace                boolean not null,
  days_past_due           int     not null,
  statement_on            date,
  statement_due_on        date,
  statement_balance_minor bigint,
  statement_minimum_minor bigint,
  statement_had_grace     boolean,
  settled_minor           bigint  not null,
  dues_on                 date[]  not null,
  dues_minor              bigint[] not null,
  penalty_noticed_on      date,
  on_time_payments        int     not null,
  cycles_since_late       int     not null,
  cycles_since_returned   int     not null,
  cycles_since_over_limit int     not null,
  penalized_due_on        date,
  primary key (account_id, day, version),
  check (opening_minor + debits_minor - credits_minor - payments_minor + charges_minor = closing_minor)
);

-- A lower rate for a while, offered to an account.
create table account_promotion (
  account_id     uuid          not null,
  code           text          not null check (code ~ '^[A-Za-z0-9-]+$'),
  balance_kind   text          not null check (balance_kind in ('purchase', 'cash_advance', 'balance_transfer')),
  rate           numeric(7, 4) not null check (rate between 0 and 100),
  offered_from   date          not null,
  offered_until  date          not null check (offered_until >= offered_from),
  ends_on        date          not null check (ends_on >= offered_until),
  primary key (account_id, code)
);

-- A highest rate that the law gives a person for a while.
create table account_rate_cap (
  account_id uuid          not null,
  reason     text          not null check (reason in ('scra', 'mla')),
  rate       numeric(7, 4) not null check (rate between 0 and 100),
  from_day   date          not null,
  until_day  date          check (until_day >= from_day),
  primary key (account_id, reason, from_day)
);
