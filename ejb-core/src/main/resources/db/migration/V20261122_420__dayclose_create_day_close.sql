-- The close of a business date. The cut-off is the last posting that belongs to it.
create table day_close (
  business_date date   primary key,
  cut_off       bigint not null,
  accounts      bigint not null,
  closed_at     timestamptz
);

-- A range of accounts, closed by one thread; last_account moves in the transaction that closes the accounts.
create table day_close_part (
  business_date date not null references day_close,
  part          int  not null,
  from_account  uuid not null,
  until_account uuid not null,
  last_account  uuid,
  primary key (business_date, part)
);

-- Accounts that could not be closed; the next close closes their missed days first.
create table day_close_exception (
  business_date date not null references day_close,
  account_id    uuid not null,
  reason        text not null,
  primary key (business_date, account_id)
);
