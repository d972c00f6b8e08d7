-- Up to where a clearing above its authorization is expected; beyond it is flagged, never refused. Empty: any amount.
create table clearing_rule (
  rank int not null check (rank > 0),
  effective_from date not null,
  mcc_from int not null check (mcc_from between 0 and 9999),
  mcc_to int not null check (mcc_to between mcc_from and 9999),
  tolerance_percent int check (tolerance_percent between 0 and 100),
  single boolean not null default false,
  note text not null,
  primary key (rank, effective_from)
);

insert into clearing_rule (rank, effective_from, mcc_from, mcc_to, tolerance_percent, single, note) values
  (100, date '2020-01-01', 5542, 5542, null, true, 'fuel pump: the amount is known after filling'),
  (110, date '2020-01-01', 5552, 5552, null, true, 'electric vehicle charging'),
  (200, date '2020-01-01', 5812, 5814, 20, false, 'restaurants: tips'),
  (210, date '2020-01-01', 4121, 4121, 20, false, 'taxis: tips'),
  (300, date '2020-01-01', 3501, 3999, 15, false, 'lodging'),
  (310, date '2020-01-01', 7011, 7011, 15, false, 'lodging'),
  (320, date '2020-01-01', 3351, 3500, 15, false, 'car rental'),
  (330, date '2020-01-01', 4411, 4411, 15, false, 'cruise');
