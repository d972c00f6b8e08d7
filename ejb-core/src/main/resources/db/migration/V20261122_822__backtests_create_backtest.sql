-- What a version of the risk rules would have decided in the past. Counts and the place reached move in one commit.
create table risk_backtest (
  run uuid primary key references job_run,
  version int not null references risk_rule_version,
  revision int not null,
  file text not null,
  currency text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  from_id uuid not null,
  until_id uuid not null,
  last_id uuid,
  total bigint,
  asked bigint not null default 0,
  approved_then bigint not null default 0,
  fired bigint not null default 0,
  would_decline bigint not null default 0,
  would_decline_minor bigint not null default 0,
  would_challenge bigint not null default 0,
  would_challenge_minor bigint not null default 0,
  would_approve bigint not null default 0,
  would_approve_minor bigint not null default 0,
  finished boolean not null default false,
  created_at timestamptz not null
);

create index risk_backtest_by_version on risk_backtest (version, created_at);

-- alone: no other rule of the version fired there.
create table risk_backtest_rule (
  run uuid not null references risk_backtest,
  rule text not null,
  approved_then bigint not null,
  approved_then_minor bigint not null,
  declined_then bigint not null,
  alone bigint not null,
  primary key (run, rule)
);

-- The newest decisions that would have been others.
create table risk_backtest_case (
  run uuid not null references risk_backtest,
  authorization_id uuid not null,
  change text not null check (change in ('would_decline', 'would_challenge', 'would_approve')),
  rules text[] not null,
  amount_minor bigint not null,
  currency text not null,
  merchant_name text not null,
  decided_at timestamptz not null,
  primary key (run, authorization_id)
);
