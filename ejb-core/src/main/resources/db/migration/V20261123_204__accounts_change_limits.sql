-- Changes of credit limits. A lower one is noticed on its day; for 45 days behind it, fees are counted from the higher
-- limit of before (Reg Z 1026.9(c)(2)(v), 1026.56).
create table credit_limit_change (
  id             bigint      generated always as identity primary key,
  account_id     uuid        not null references credit_account (id),
  changed_on     date        not null,
  previous_minor bigint      not null check (previous_minor >= 0),
  limit_minor    bigint      not null check (limit_minor >= 0 and limit_minor <> previous_minor),
  reasons        text[]      not null,
  actor          text        not null,
  channel        text        not null,
  changed_at     timestamptz not null
);

create index credit_limit_change_account on credit_limit_change (account_id, changed_on);
