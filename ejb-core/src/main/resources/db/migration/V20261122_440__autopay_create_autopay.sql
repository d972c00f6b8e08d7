-- What a cardholder wants paid by itself, and what was ordered for it: once for a statement.
create table autopay (
  account_id  uuid   primary key,
  choice      text   not null check (choice in ('minimum', 'statement_balance', 'current_balance', 'fixed')),
  fixed_minor bigint check ((choice = 'fixed') = (fixed_minor is not null) and fixed_minor > 0),
  rail        text   not null check (rail in ('stripe', 'mainframe')),
  method      text   not null
);

create table autopay_order (
  account_id uuid not null,
  due_on     date not null,
  payment_id uuid,
  primary key (account_id, due_on)
);

create index account_statement_by_due_date on account_statement (due_on);
