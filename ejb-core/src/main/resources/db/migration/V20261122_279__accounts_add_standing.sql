-- How the account stands, as far as authorizations look at it; the day close keeps the days up to date.
alter table credit_account add column days_past_due int not null default 0 check (days_past_due >= 0);
