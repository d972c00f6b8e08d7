-- How long what is authorized stays held. Rows are tried by rank, the first that fits decides; empty columns fit all.
-- A change is a new row of the same rank with a later date. With until_completion the days are the fallback.
create table hold_rule (
  rank int not null check (rank > 0),
  effective_from date not null,
  network text check (network = lower(network)),
  presence text check (presence in ('present', 'not_present')),
  initiation text check (initiation in ('cardholder', 'merchant')),
  kind text check (kind in ('purchase', 'cash_advance', 'quasi_cash', 'preauthorization', 'refund')),
  mcc_from int not null default 0 check (mcc_from between 0 and 9999),
  mcc_to int not null default 9999 check (mcc_to between mcc_from and 9999),
  days int not null check (days between 1 and 31),
  until_completion boolean not null default false,
  extends_on_increment boolean not null default false,
  note text not null,
  primary key (rank, effective_from)
);

insert into hold_rule (rank, effective_from, network, presence, initiation, kind, mcc_from, mcc_to, days,
  until_completion, extends_on_increment, note)
values
  (100, date '2020-01-01', null, null, null, null, 5542, 5542, 1, true, false, 'fuel pump: until its completion'),
  (110, date '2020-01-01', null, null, null, null, 5552, 5552, 1, true, false, 'electric vehicle charging'),
  (200, date '2020-01-01', 'visa', null, null, 'preauthorization', 3501, 3999, 30, false, true, 'lodging, estimated'),
  (210, date '2020-01-01', 'visa', null, null, 'preauthorization', 7011, 7011, 30, false, true, 'lodging, estimated'),
  (220, date '2020-01-01', 'visa', null, null, 'preauthorization', 4411, 4411, 30, false, true, 'cruise, estimated'),
  (230, date '2020-01-01', 'visa', null, null, 'preauthorization', 3351, 3500, 30, false, true, 'car rental, estimated'),
  (240, date '2020-01-01', 'visa', null, null, 'preauthorization', 7512, 7513, 30, false, true, 'vehicle rental, estimated'),
  (250, date '2020-01-01', 'visa', null, null, 'preauthorization', 7519, 7519, 30, false, true, 'vehicle rental, estimated'),
  (300, date '2020-01-01', 'mastercard', null, null, 'preauthorization', 0, 9999, 30, false, true, 'pre-authorization'),
  (310, date '2020-01-01', 'mastercard', null, null, null, 0, 9999, 7, false, false, 'final authorization'),
  (400, date '2020-01-01', 'amex', null, null, null, 3000, 3999, 30, false, false, 'travel'),
  (410, date '2020-01-01', 'amex', null, null, null, 7011, 7011, 30, false, false, 'travel'),
  (420, date '2020-01-01', 'amex', null, null, null, 0, 9999, 7, false, false, 'final authorization'),
  (500, date '2020-01-01', 'visa', null, 'merchant', null, 0, 9999, 5, false, false, 'merchant-initiated'),
  (510, date '2020-01-01', 'visa', 'not_present', null, null, 0, 9999, 10, false, false, 'card not present'),
  (520, date '2020-01-01', 'visa', 'present', null, null, 0, 9999, 5, false, false, 'card present'),
  (600, date '2020-01-01', null, null, null, 'preauthorization', 0, 9999, 10, false, true, 'pre-authorization'),
  (900, date '2020-01-01', null, null, null, null, 0, 9999, 7, false, false, 'all others');
