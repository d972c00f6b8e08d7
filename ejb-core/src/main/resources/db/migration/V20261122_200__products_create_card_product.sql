-- What the bank sells. A change of terms is a new row with a later date, never an update.
create table card_product (
  code                text          not null check (code ~ '^[a-z][a-z0-9_]{1,30}$'),
  effective_from      date          not null,
  name                text          not null,
  bin                 text          not null check (bin ~ '^[0-9]{6,8}$'),
  currency            text          not null check (currency ~ '^[A-Z]{3}$'),
  apr                 numeric(7, 4) not null check (apr between 0 and 100),
  limit_min_minor     bigint        not null check (limit_min_minor > 0),
  limit_max_minor     bigint        not null check (limit_max_minor >= limit_min_minor),
  cash_limit_percent  int           not null check (cash_limit_percent between 0 and 100),
  card_validity_years int           not null check (card_validity_years between 1 and 10),
  primary key (code, effective_from)
);

insert into card_product
  (code, effective_from, name, bin, currency, apr, limit_min_minor, limit_max_minor, cash_limit_percent, card_validity_years)
values
  ('classic', date '2020-01-01', 'Florin Classic', '400009', 'USD', 19.99, 50000, 1500000, 20, 4),
  ('gold', date '2020-01-01', 'Florin Gold', '400019', 'USD', 16.99, 300000, 5000000, 25, 4);
