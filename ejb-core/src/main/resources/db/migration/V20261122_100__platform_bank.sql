-- One row: the bank, and the business date that postings of this moment belong to.
create table bank (
  code text primary key,
  name text not null,
  time_zone text not null,
  business_date date not null,
  check (code = 'florin')
);

insert into bank (code, name, time_zone, business_date)
values ('florin', 'Florin Bank', 'America/Chicago', (now() at time zone 'America/Chicago')::date);
