-- What the bank lays down for authorizations of a product's cards; 'any' is for products without a row.
create table authorization_program (
  product_code text not null,
  effective_from date not null,
  fuel_check_max_minor bigint not null check (fuel_check_max_minor >= 0),
  fuel_hold_minor bigint not null check (fuel_hold_minor >= 0),
  tip_uplift_percent int not null check (tip_uplift_percent between 0 and 100),
  partial_min_minor bigint not null check (partial_min_minor > 0),
  over_limit_minor bigint not null check (over_limit_minor >= 0),
  cash_allowed boolean not null,
  quasi_cash_allowed boolean not null,
  address_mismatch_declines boolean not null,
  days_past_due_max int not null check (days_past_due_max >= 0),
  pin_tries_max int not null check (pin_tries_max > 0),
  primary key (product_code, effective_from)
);

insert into authorization_program (product_code, effective_from, fuel_check_max_minor, fuel_hold_minor,
  tip_uplift_percent, partial_min_minor, over_limit_minor, cash_allowed, quasi_cash_allowed,
  address_mismatch_declines, days_past_due_max, pin_tries_max)
values ('any', date '2020-01-01', 100, 7500, 0, 1, 0, true, true, false, 30, 3);
