-- A partner that is asked before a card payment of its program is approved, and what is done when it doesn't answer:
-- decline, or approve within limits a day and account.
create table authorization_hook (
  product_code text primary key,
  url text not null check (length(url) between 1 and 2000),
  secret_sealed bytea not null,
  budget_millis int not null check (budget_millis between 50 and 2000),
  calls_max int not null check (calls_max between 1 and 1000),
  fallback text not null check (fallback in ('decline', 'stand_in')),
  stand_in_amount_max_minor bigint check (stand_in_amount_max_minor >= 0),
  stand_in_day_amount_max_minor bigint check (stand_in_day_amount_max_minor >= 0),
  stand_in_day_count_max int check (stand_in_day_count_max >= 0),
  version bigint not null,
  changed_at timestamptz not null,
  check (fallback = 'decline' or (stand_in_amount_max_minor is not null
    and stand_in_day_amount_max_minor is not null and stand_in_day_count_max is not null))
);

-- Each question that counted in a decision, written with the decision; what came too late is noted behind it.
create table authorization_hook_call (
  id uuid primary key,
  authorization_id uuid not null unique references card_authorization,
  account_id uuid not null,
  product_code text not null,
  asked_minor bigint not null check (asked_minor > 0),
  currency text not null,
  result text not null check (result in ('approved', 'declined', 'timeout', 'error')),
  detail text not null,
  duration_millis int not null check (duration_millis >= 0),
  decided_by text not null check (decided_by in ('partner', 'rules', 'default', 'stand_in')),
  stand_in_minor bigint not null default 0 check (stand_in_minor >= 0),
  at timestamptz not null,
  late_result text check (late_result in ('approved', 'declined', 'error')),
  late_after_millis int
);

create index authorization_hook_call_by_stand_in on authorization_hook_call (account_id, at) where stand_in_minor > 0;
create index authorization_hook_call_by_time on authorization_hook_call (at desc);
