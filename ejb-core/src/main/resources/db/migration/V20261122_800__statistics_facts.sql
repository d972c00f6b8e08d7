-- Figures per period, account, product, merchant category, country and channel. A period that is closed keeps its
-- rows for ever; what arrives late is added as rows of a higher revision. Weekly and monthly rows are sums of daily ones.
create table statistic_period (
  period text not null check (period in ('daily', 'weekly', 'monthly')),
  starts_on date not null,
  status text not null check (status in ('open', 'closed')),
  revision int not null default 0,
  control_total_minor bigint not null,
  run_id uuid not null,
  computed_at timestamptz not null default clock_timestamp(),
  primary key (period, starts_on)
);

create table statistic_fact (
  period text not null,
  starts_on date not null,
  revision int not null,
  account_id uuid,
  product_code text not null,
  mcc text not null,
  country text not null,
  channel text not null,
  metric text not null,
  detail text not null,
  currency text not null,
  items bigint not null,
  amount_minor bigint not null,
  unique nulls not distinct (period, starts_on, revision, account_id, product_code, mcc, country, channel, metric,
    detail, currency)
);

create index statistic_fact_by_account on statistic_fact (account_id, period, starts_on);
