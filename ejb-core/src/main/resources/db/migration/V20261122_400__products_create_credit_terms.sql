-- What credit costs and what a statement asks for. A change of terms is a new row with a later date, never an update.
-- Penalty fees follow the safe harbour of Reg Z 1026.52(b)(1)(ii) of their years.
create table credit_terms (
  product_code            text          not null,
  effective_from          date          not null,
  purchase_rate           numeric(7, 4) not null check (purchase_rate between 0 and 100),
  cash_advance_rate       numeric(7, 4) not null check (cash_advance_rate between 0 and 100),
  balance_transfer_rate   numeric(7, 4) not null check (balance_transfer_rate between 0 and 100),
  penalty_rate            numeric(7, 4) not null check (penalty_rate between 0 and 100),
  year_convention         text          not null check (year_convention in ('actual_365', 'actual_actual')),
  minimum_interest_minor  bigint        not null check (minimum_interest_minor >= 0),
  minimum_flat_minor      bigint        not null check (minimum_flat_minor >= 0),
  minimum_percent         numeric(6, 3) not null check (minimum_percent between 0 and 100),
  minimum_with_over_limit boolean       not null,
  minimum_order           text          not null check (minimum_order in ('lowest_rate_first', 'highest_rate_first')),
  penalty_first_minor     bigint        not null check (penalty_first_minor >= 0),
  penalty_repeat_minor    bigint        not null check (penalty_repeat_minor >= 0),
  cash_advance_flat_minor bigint        not null check (cash_advance_flat_minor >= 0),
  cash_advance_percent    numeric(6, 3) not null check (cash_advance_percent >= 0),
  foreign_percent         numeric(6, 3) not null check (foreign_percent >= 0),
  annual_minor            bigint        not null check (annual_minor >= 0),
  primary key (product_code, effective_from)
);

insert into credit_terms
  (product_code, effective_from, purchase_rate, cash_advance_rate, balance_transfer_rate, penalty_rate, year_convention,
   minimum_interest_minor, minimum_flat_minor, minimum_percent, minimum_with_over_limit, minimum_order,
   penalty_first_minor, penalty_repeat_minor, cash_advance_flat_minor, cash_advance_percent, foreign_percent, annual_minor)
values
  ('classic', date '2020-01-01', 19.99, 26.99, 19.99, 29.99, 'actual_365', 50, 2500, 1, false, 'lowest_rate_first',
   2900, 4000, 1000, 5, 3, 0),
  ('classic', date '2022-01-01', 19.99, 26.99, 19.99, 29.99, 'actual_365', 50, 2500, 1, false, 'lowest_rate_first',
   3000, 4100, 1000, 5, 3, 0),
  ('gold', date '2020-01-01', 16.99, 25.99, 16.99, 29.99, 'actual_365', 50, 3500, 1, false, 'lowest_rate_first',
   2900, 4000, 1000, 5, 0, 9500),
  ('gold', date '2022-01-01', 16.99, 25.99, 16.99, 29.99, 'actual_365', 50, 3500, 1, false, 'lowest_rate_first',
   3000, 4100, 1000, 5, 0, 9500);
