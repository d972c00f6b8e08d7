-- Credit balances that are paid back (Reg Z 1026.11): ordered, then sent by the payments office.
create table credit_refund (
  id           uuid   primary key,
  account_id   uuid   not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency     text   not null,
  origin       text   not null check (origin in ('requested', 'good_faith')),
  ordered_on   date   not null,
  pay_by       date   not null,
  sent_on      date,
  reference    text,
  created_at   timestamptz not null,
  check ((sent_on is null) = (reference is null))
);

create index credit_refund_by_account on credit_refund (account_id, id desc);
create index credit_refund_open on credit_refund (pay_by) where sent_on is null;

insert into gl_account (code, name, side) values
  ('refund_payable', 'Credit balances to be paid back', 'liability'),
  ('refund_clearing', 'Credit balances on their way to cardholders', 'asset');
