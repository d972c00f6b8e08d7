-- The general ledger's accounts. A debit is positive, a credit negative.
create table gl_account (
  code text primary key,
  name text not null,
  side text not null check (side in ('asset', 'liability', 'income', 'expense', 'equity'))
);

insert into gl_account (code, name, side) values
  ('cardholder_receivable', 'Owed by cardholders', 'asset'),
  ('network_settlement', 'Owed to card networks', 'liability'),
  ('stripe_clearing', 'Payments on their way from Stripe', 'asset'),
  ('mainframe_clearing', 'Payments on their way from the mainframe', 'asset'),
  ('bank_file_clearing', 'Payments on their way by bank file', 'asset'),
  ('interest_income', 'Interest earned', 'income'),
  ('fee_income', 'Fees earned', 'income'),
  ('migration_opening', 'Balances taken over from a former system', 'equity'),
  ('adjustment', 'Manual adjustments', 'expense');

-- One booked movement of a cardholder's account: the transaction people see. Never changed, only reversed.
create table journal_entry (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  natural_key text not null unique,
  kind text not null check (kind in ('purchase', 'cash_advance', 'quasi_cash', 'refund', 'payment', 'payment_return',
    'fee', 'interest', 'opening_balance', 'adjustment')),
  account_id uuid not null,
  card_id uuid,
  authorization_id uuid,
  amount_minor bigint not null,
  currency text not null,
  booked_on date not null,
  occurred_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  description text not null,
  channel text not null,
  external_id text,
  merchant_id text,
  merchant_name text,
  merchant_mcc text,
  merchant_city text,
  merchant_country text,
  flags text[] not null default '{}'
);

create index journal_entry_by_account on journal_entry (account_id, sequence desc);
create index journal_entry_by_day on journal_entry using brin (booked_on);
create index journal_entry_by_external_id on journal_entry (external_id) where external_id is not null;

create table journal_line (
  entry_id uuid not null references journal_entry,
  line int not null,
  gl_account text not null references gl_account,
  account_id uuid,
  amount_minor bigint not null check (amount_minor <> 0),
  currency text not null,
  primary key (entry_id, line)
);

create index journal_line_by_account on journal_line (account_id) where account_id is not null;

create trigger journal_entry_append_only
  before update or delete or truncate on journal_entry
  for each statement execute function refuse_change();
create trigger journal_line_append_only
  before update or delete or truncate on journal_line
  for each statement execute function refuse_change();

-- All lines of an entry are written by one statement, which must leave every entry it touches in balance.
create function check_journal_balance() returns trigger language plpgsql as $$
declare
  unbalanced uuid;
begin
  select entry_id into unbalanced from written group by entry_id, currency having sum(amount_minor) <> 0 limit 1;
  if unbalanced is not null then
    raise exception 'journal entry % does not balance', unbalanced using errcode = 'check_violation';
  end if;
  return null;
end
$$;

create trigger journal_line_balance
  after insert on journal_line referencing new table as written
  for each statement execute function check_journal_balance();
