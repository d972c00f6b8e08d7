-- How a network words its messages.
create table network_profile (
  name text not null check (name = lower(name)),
  effective_from date not null,
  increment_amount text not null check (increment_amount in ('delta', 'cumulative')),
  unknown_original text not null check (unknown_original in ('new', 'decline')),
  primary key (name, effective_from)
);

insert into network_profile (name, effective_from, increment_amount, unknown_original) values
  ('visa', date '2020-01-01', 'delta', 'new'),
  ('mastercard', date '2020-01-01', 'cumulative', 'new'),
  ('amex', date '2020-01-01', 'delta', 'decline');
