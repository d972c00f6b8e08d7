-- What is in dispute of an account: steps that only grow. Their sequence is a place in the journal's order, that of the
-- posting which belongs to them if there is one, so that the cut-off of a business date divides both alike.
create table disputed_amount (
  place          bigint generated always as identity primary key,
  sequence       bigint not null,
  account_id     uuid   not null,
  dispute_id     uuid   not null,
  kind           text   not null check (kind in ('opened', 'credited', 'upheld', 'closed')),
  balance_kind   text   not null check (balance_kind in ('purchase', 'cash_advance', 'balance_transfer', 'fee', 'interest')),
  transaction_on date   not null,
  amount_minor   bigint not null check (amount_minor >= 0)
);

create index disputed_amount_by_account on disputed_amount (account_id, sequence);
create unique index disputed_amount_once on disputed_amount (dispute_id, kind);

create trigger disputed_amount_append_only
  before update or delete or truncate on disputed_amount
  for each statement execute function refuse_change();

-- The tape knows open disputes at the end of each day: one element a dispute, null for none at all.
alter table account_day
  add column statement_disputed_minor bigint,
  add column disputes          text[],
  add column dispute_segments  text[],
  add column dispute_amounts   bigint[],
  add column dispute_open      bigint[],
  add column dispute_credited  bigint[],
  add column dispute_upheld    bigint[],
  add column dispute_forgone   bigint[];
