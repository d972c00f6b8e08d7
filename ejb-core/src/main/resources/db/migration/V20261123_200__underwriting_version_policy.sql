-- Each product has its own line of policy versions: drafted by one person, approved by another for a date, and never
-- changed after that. What the bank decided by until now becomes each product's first version, its rules written as data.
alter table application drop constraint application_policy_version_fkey;
alter table credit_policy
  alter column effective_from drop not null,
  alter column effective_from type date using (effective_from at time zone 'UTC')::date,
  add column product_code text null,
  add column status text not null default 'approved' check (status in ('draft', 'approved', 'dropped')),
  add column revision int not null default 1 check (revision > 0),
  add column note text not null default '',
  add column made_by text not null default 'system',
  add column made_at timestamptz not null default timestamptz '2020-01-01 00:00:00+00',
  add column edited_by text not null default 'system',
  add column edited_at timestamptz not null default timestamptz '2020-01-01 00:00:00+00',
  add column approved_by text null check (approved_by not in (made_by, edited_by)),
  add column approved_at timestamptz null check ((approved_at is null) = (approved_by is null));

update credit_policy set product_code = 'classic', note = 'First version', approved_by = 'bank',
  approved_at = timestamptz '2020-01-01 00:00:00+00', definition = '{
  "format": 1,
  "currency": "USD",
  "index": {"name": "prime", "rate": "7.50"},
  "apr_max": "29.99",
  "knock_outs": [
    {"name": "income", "if": [{"attribute": "annual_income", "to": 999999}], "reason": "insufficient_income"},
    {"name": "independent income under 21", "if": [{"attribute": "age_years", "to": 20},
      {"attribute": "earns_income", "to": 0}], "reason": "no_independent_income"},
    {"name": "derogatories", "if": [{"attribute": "derogatories", "from": 3}], "reason": "serious_derogatory"}
  ],
  "score_card": [
    {"attribute": "bureau_score", "reason": "low_credit_score", "ranges": [{"points_each": 1}]},
    {"attribute": "utilisation_percent", "reason": "high_utilisation",
      "ranges": [{"from": 81, "points": -40}, {"from": 51, "points": -15}]},
    {"attribute": "lines_past_due", "reason": "past_due_obligations", "ranges": [{"points_each": -35}]},
    {"attribute": "derogatories", "reason": "serious_derogatory", "ranges": [{"points_each": -40}]},
    {"attribute": "trade_lines", "reason": "thin_file", "ranges": [{"to": 1, "points": -15}]},
    {"attribute": "history_months", "reason": "short_history", "ranges": [{"to": 11, "points": -25}]},
    {"attribute": "unemployed", "reason": "unable_to_verify_employment", "ranges": [{"from": 1, "points": -30}]}
  ],
  "ability_to_pay": {"debt_to_income_percent_max": 45, "debt_to_income_percent_refer": 40,
    "new_line_payment_percent": 3},
  "limit": {"min": 50000, "max": 1500000, "step": 10000},
  "bands": [
    {"name": "A", "points_from": 740, "outcome": "approve", "income_percent": 25, "margin": "12.49"},
    {"name": "B", "points_from": 700, "outcome": "approve", "income_percent": 18, "margin": "14.49"},
    {"name": "C", "points_from": 660, "outcome": "approve", "income_percent": 10, "margin": "17.49"},
    {"name": "D", "points_from": 600, "outcome": "refer", "income_percent": 8, "margin": "19.49"},
    {"name": "E", "points_from": 0, "outcome": "decline", "income_percent": 0, "margin": "12.49"}
  ],
  "without_report": "D"
}' where version = 1;
insert into credit_policy (version, effective_from, product_code, note, approved_by, approved_at, definition)
values (2, date '2020-01-01', 'gold', 'First version', 'bank', timestamptz '2020-01-01 00:00:00+00', '{
  "format": 1,
  "currency": "USD",
  "index": {"name": "prime", "rate": "7.50"},
  "apr_max": "29.99",
  "knock_outs": [
    {"name": "income", "if": [{"attribute": "annual_income", "to": 999999}], "reason": "insufficient_income"},
    {"name": "independent income under 21", "if": [{"attribute": "age_years", "to": 20},
      {"attribute": "earns_income", "to": 0}], "reason": "no_independent_income"},
    {"name": "derogatories", "if": [{"attribute": "derogatories", "from": 3}], "reason": "serious_derogatory"}
  ],
  "score_card": [
    {"attribute": "bureau_score", "reason": "low_credit_score", "ranges": [{"points_each": 1}]},
    {"attribute": "utilisation_percent", "reason": "high_utilisation",
      "ranges": [{"from": 81, "points": -40}, {"from": 51, "points": -15}]},
    {"attribute": "lines_past_due", "reason": "past_due_obligations", "ranges": [{"points_each": -35}]},
    {"attribute": "derogatories", "reason": "serious_derogatory", "ranges": [{"points_each": -40}]},
    {"attribute": "trade_lines", "reason": "thin_file", "ranges": [{"to": 1, "points": -15}]},
    {"attribute": "history_months", "reason": "short_history", "ranges": [{"to": 11, "points": -25}]},
    {"attribute": "unemployed", "reason": "unable_to_verify_employment", "ranges": [{"from": 1, "points": -30}]}
  ],
  "ability_to_pay": {"debt_to_income_percent_max": 45, "debt_to_income_percent_refer": 40,
    "new_line_payment_percent": 3},
  "limit": {"min": 300000, "max": 5000000, "step": 10000},
  "bands": [
    {"name": "A", "points_from": 740, "outcome": "approve", "income_percent": 25, "margin": "9.49"},
    {"name": "B", "points_from": 700, "outcome": "approve", "income_percent": 18, "margin": "11.49"},
    {"name": "C", "points_from": 660, "outcome": "approve", "income_percent": 10, "margin": "14.49"},
    {"name": "D", "points_from": 600, "outcome": "refer", "income_percent": 8, "margin": "16.49"},
    {"name": "E", "points_from": 0, "outcome": "decline", "income_percent": 0, "margin": "9.49"}
  ],
  "without_report": "D"
}');
update application set policy_version = 2 where product_code = 'gold';

alter table credit_policy
  alter column version add generated always as identity (start with 3),
  alter column product_code set not null,
  alter column status drop default,
  alter column revision drop default,
  alter column note drop default,
  alter column made_by drop default,
  alter column made_at drop default,
  alter column edited_by drop default,
  alter column edited_at drop default,
  add check (status <> 'approved' or (approved_by is not null and effective_from is not null));
alter table application
  add foreign key (policy_version) references credit_policy (version);

create index credit_policy_product on credit_policy (product_code, effective_from);

create function credit_policy_keep() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and (new.definition, new.product_code, new.effective_from, new.approved_by)
      is distinct from (old.definition, old.product_code, old.effective_from, old.approved_by) then
    raise exception 'an approved credit policy never changes';
  end if;
  return new;
end $$;
create trigger credit_policy_keep before update on credit_policy for each row execute function credit_policy_keep();
