-- Limits over windows of time, and merchants whose recurring payments were stopped. limits is an array of
-- {"window": "day|week|month|rolling", "hours": 0, "zone": "America/Chicago", "amount": minor units, "count": n}.
alter table card_control
  add column stopped_merchants text[] not null default '{}',
  add column limits jsonb not null default '[]' check (jsonb_typeof(limits) = 'array');

-- The same for an account, over all its cards.
create table account_control (
  account_id uuid primary key,
  transaction_limit_minor bigint check (transaction_limit_minor >= 0),
  blocked_mccs text[] not null default '{}',
  blocked_countries text[] not null default '{}',
  blocked_entry_modes text[] not null default '{}',
  stopped_merchants text[] not null default '{}',
  limits jsonb not null default '[]' check (jsonb_typeof(limits) = 'array'),
  changed_at timestamptz not null default clock_timestamp()
);
